// One of several words, for simulators: only the one that is asked for is copied, where a shift
// moves all of them. Equal to `picked` of bep_hw/gateware/parts/pipeline.py without it; a test
// compares the two.
module bep_pick #(
    parameter WIDTH = 1,
    parameter COUNT = 1,    // words
    parameter BITS = 1      // of the index
) (
    input      [COUNT*WIDTH-1:0]    words,
    input      [BITS-1:0]           index,
    output reg [WIDTH-1:0]          word
);
    integer at;
    always @* begin
        word = 0;
        for (at = 0; at < COUNT; at = at + 1)
            if (32'(index) == at) word = words[at*WIDTH +: WIDTH];
    end
endmodule
