// XNOR-popcount as one expression, for simulators that know $countones.
// Equal to the adder tree of bep_hw/gateware/popcount.py; a test compares the two.
module bep_xnor_popcount #(
    parameter WIDTH = 1,
    parameter COUNT = 1,
    parameter REGISTERED = 1
) (
    input                  clk,
    input                  enable,
    input      [WIDTH-1:0] weights,
    input      [WIDTH-1:0] inputs,
    input      [WIDTH-1:0] mask,
    output reg [COUNT-1:0] count
);
    generate
        if (REGISTERED) begin : registered
            initial count = 0;
            always @(posedge clk)
                if (enable) count <= COUNT'($countones(~(weights ^ inputs) & mask));
        end else begin : combinational
            always @* count = COUNT'($countones(~(weights ^ inputs) & mask));
        end
    endgenerate
endmodule
