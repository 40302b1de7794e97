// A word whose bit i says i < limit, for simulators: 64 bits at once. Equal to `below` of
// bep_hw/gateware/parts/pipeline.py without it; a test compares the two.
module bep_below #(
    parameter WIDTH = 1,
    parameter BITS = 1      // of the limit
) (
    input      [BITS-1:0]   limit,
    output     [WIDTH-1:0]  word
);
    wire [31:0] from = 32'(limit);
    genvar low;
    generate
        for (low = 0; low < WIDTH; low = low + 64) begin : words
            localparam PART = WIDTH - low < 64 ? WIDTH - low : 64;
            assign word[low +: PART] = PART'(
                from >= low + PART ? ~64'd0 : from <= low ? 64'd0 : (64'd1 << (from - low)) - 64'd1);
        end
    endgenerate
endmodule
