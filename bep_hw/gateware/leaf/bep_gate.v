// Activations, magnitudes and gates of a block of rows, for simulators: worked out only for a block
// that is there. Equal to bep_hw/gateware/gate.py without it; a test compares the two.
module bep_gate #(
    parameter ROWS = 1,
    parameter BITS = 1      // of |z|
) (
    input                           clk,
    input                           valid,
    input      [ROWS*(BITS+1)-1:0]  z,
    input      [ROWS-1:0]           mask,
    input      [BITS-1:0]           threshold,
    output reg [ROWS-1:0]           activations,
    output reg [ROWS-1:0]           gates,
    output reg [ROWS*BITS-1:0]      magnitudes
);
    reg [31:0] one, sign;
    reg [ROWS-1:0] negative, open;
    integer row;

    initial begin
        activations = 0;
        gates = 0;
        magnitudes = 0;
    end
    always @(posedge clk)
        if (valid) begin
            for (row = 0; row < ROWS; row = row + 1) begin
                one = 32'(z[row*(BITS+1) +: BITS+1]);
                sign = one >> BITS;
                one = (one ^ (32'd0 - sign)) + sign;
                magnitudes[row*BITS +: BITS] <= BITS'(one);
                negative[row] = sign[0];
                open[row] = BITS'(one) <= threshold;
            end
            activations <= ~negative & mask;
            gates <= open & mask;
        end
endmodule
