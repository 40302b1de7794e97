// Arty A7: the core behind the board's USB serial port, at 3 Mbaud.
// Synthesised with Yosys only: never placed, routed or run on a board.
//
// bep_uart.v comes from: bep-hw emit --preset P --bus uart --divisor 20 -o DIR

module top (
    input  wire       clk100,
    input  wire       reset_n,    // the button RESET
    input  wire       uart_rx,    // from the host
    output wire       uart_tx,    // to the host
    output wire [2:0] led         // activity on the line, a core that works, a refused request
);
    // 100 MHz * 9 / 15 = 60 MHz: 20 clocks per bit.
    localparam CLOCK = 60_000_000;

    wire clk, from_pll, feedback, locked;

    PLLE2_BASE #(
        .CLKIN1_PERIOD (10),
        .CLKFBOUT_MULT (9),
        .CLKOUT0_DIVIDE(15)
    ) pll (
        .CLKIN1  (clk100),
        .CLKFBIN (feedback),
        .CLKFBOUT(feedback),
        .CLKOUT0 (from_pll),
        .LOCKED  (locked),
        .RST     (1'b0),
        .PWRDWN  (1'b0)
    );

    BUFG buffer (.I(from_pll), .O(clk));

    // Reset at once, and released with the clock.
    wire       unready = ~locked | ~reset_n;
    reg  [1:0] held = 2'b11;
    always @(posedge clk or posedge unready)
        if (unready) held <= 2'b11;
        else held <= {held[0], 1'b0};

    wire result, refused;

    bep_uart core (
        .clk    (clk),
        .rst    (held[1]),
        .rx     (uart_rx),
        .tx     (uart_tx),
        .result (result),
        .refused(refused)
    );

    blink #(.CYCLES(CLOCK / 20)) activity (.clk(clk), .event_i(~uart_rx | ~uart_tx), .led(led[0]));
    blink #(.CYCLES(CLOCK / 20)) busy     (.clk(clk), .event_i(result),              .led(led[1]));
    blink #(.CYCLES(CLOCK / 20)) error    (.clk(clk), .event_i(refused),             .led(led[2]));
endmodule

// An event, made long enough to be seen.
module blink #(
    parameter CYCLES = 1
) (
    input  wire clk,
    input  wire event_i,
    output wire led
);
    reg [$clog2(CYCLES + 1) - 1:0] left = 0;
    assign led = left != 0;
    always @(posedge clk)
        if (event_i) left <= CYCLES;
        else if (led) left <= left - 1;
endmodule
