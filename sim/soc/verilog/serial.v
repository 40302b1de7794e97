// The system of a board, and the other end of its serial line: it sends a byte, which the firmware
// waits for, and gives what it receives to the console. CYCLES is defined before: those of a bit.
module bep_soc (
    input             clk,
    input             resetn,
    output reg        console_valid,
    output            word_valid,
    output reg        end_valid,
    output     [31:0] value,
    output            trap
);
    wire tx, ended, refused;

    // A start bit, three bits 0, then bits 1 and the idle line, 200 bits after the reset.
    reg [$clog2(`CYCLES*256)-1:0] after_reset;
    always @(posedge clk)
        if (!resetn) after_reset <= 0;
        else if (after_reset < `CYCLES*204) after_reset <= after_reset + 1;
    wire rx = after_reset < `CYCLES*200 || after_reset == `CYCLES*204;

    bep_serial system (
        .clk(clk),
        .rst(!resetn),
        .rx(rx),
        .tx(tx),
        .result(),
        .refused(refused),
        .ended(ended)
    );

    // Each bit is looked at in its middle; the start bit is bit 0.
    reg [$clog2(`CYCLES)-1:0] cycle;
    reg [3:0] bits;
    reg [9:0] frame;
    reg receives;
    always @(posedge clk) begin
        console_valid <= 0;
        if (!resetn) receives <= 0;
        else if (!receives) begin
            receives <= !tx;
            cycle <= `CYCLES/2;
            bits <= 0;
        end else if (cycle != 0) cycle <= cycle - 1;
        else begin
            cycle <= `CYCLES-1;
            frame <= {tx, frame[9:1]};
            bits <= bits + 1;
            if (bits == 9) begin
                console_valid <= 1;
                receives <= 0;
            end
        end
    end

    always @(posedge clk) end_valid <= resetn && ended;
    assign value = end_valid ? {31'd0, refused} : {24'd0, frame[8:1]};
    assign word_valid = 0;
    assign trap = 0;
endmodule
