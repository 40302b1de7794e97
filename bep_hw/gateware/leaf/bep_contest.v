// The contest of a step's wrong rows for simulators: only rows that take part are looked at, in the
// cycle of the step, and the best one waits until a tournament would be over. Equal to what
// bep_hw/gateware/winner.py does without it; a test compares the two.
module bep_contest #(
    parameter ROWS = 1,
    parameter BITS = 1,     // of |z|
    parameter PLACE = 1,    // bits of the end of a step
    parameter INDEX = 1,    // bits of the index of a row
    parameter LATENCY = 2
) (
    input                           clk,
    input                           rst,
    input                           enable,
    input                           valid,
    input      [ROWS-1:0]           desired,
    input      [ROWS-1:0]           activations,
    input      [ROWS*BITS-1:0]      magnitudes,
    input      [PLACE-1:0]          low,
    input      [PLACE-1:0]          high,
    output reg [BITS+INDEX+1:0]     best    // valid, key, desired, index
);
    localparam SLOT = LATENCY > 1 ? $clog2(LATENCY) : 1;
    localparam SLOTS = 1 << SLOT;
    localparam GROUP = 8;   // rows that are left out together

    reg [BITS+INDEX+1:0] waiting [SLOTS-1:0];
    reg [SLOT-1:0] now;
    reg [LATENCY-1:0] there;        // bit k: a step was there k + 1 enabled cycles ago
    reg [BITS+INDEX+1:0] won;
    reg [ROWS-1:0] wrong;
    reg [31:0] key, least, found;
    integer row, group;

    initial begin
        best = 0;
        now = 0;
        there = 0;
        for (row = 0; row < SLOTS; row = row + 1) waiting[row] = 0;
    end
    always @(posedge clk) begin
        if (enable) begin
            now <= now + 1'b1;
            there <= LATENCY'({there, valid});
            if (LATENCY > 1 && there[LATENCY > 1 ? LATENCY - 2 : 0]) best <= waiting[now];
            if (valid) begin
                wrong = (desired ^ activations) & ~({ROWS{1'b1}} << high) & ({ROWS{1'b1}} << low);
                least = 1 << BITS;
                found = 0;
                for (group = 0; group < ROWS; group = group + GROUP)
                    if ((wrong >> group & ROWS'((1 << GROUP) - 1)) != 0)
                        for (row = group; row < group + GROUP && row < ROWS; row = row + 1) begin
                            key = 32'(magnitudes[row*BITS +: BITS]);
                            if (wrong[row] && key != 0 && key < least) begin
                                least = key;
                                found = row;
                            end
                        end
                won = {INDEX'(found), 1'(desired >> found), BITS'(least), !least[BITS]};
                if (LATENCY > 1) waiting[now + SLOT'(LATENCY - 1)] = won;
                else best <= won;
            end
        end
        if (rst) there <= 0;
    end
endmodule
