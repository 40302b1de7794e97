// Update for simulators, of counters in planes: the step of 64 lanes is added at once, as words of
// 64 bits that have one bit of each counter. Equal to bep_hw/gateware/update.py without it, but
// for the order of the bits; a test compares the two.
module bep_update #(
    parameter LANES = 1,
    parameter PLANE = 1,    // lanes whose bits lie side by side: 64, or all of fewer
    parameter GROUPS = 1,    // such groups of lanes
    parameter BITS = 1      // of a counter
) (
    input                                       clk,
    input                                       valid,
    input      [GROUPS*PLANE*BITS-1:0]      counters,   // bit 0 of 64 lanes, bit 1 ...
    input      [LANES-1:0]                      away,
    input      [LANES-1:0]                      learning,
    input                                       desired,
    input      [LANES-1:0]                      inputs,
    output reg [GROUPS*PLANE*BITS-1:0]      updated
);
    genvar low;
    initial updated = 0;
    generate
        for (low = 0; low < LANES; low = low + PLANE) begin : lanes
            localparam WIDTH = LANES - low < PLANE ? LANES - low : PLANE;
            reg [PLANE-1:0] goes, learns, down, negative, twice, old, change, carry;
            integer place;
            always @(posedge clk)
                if (valid) begin
                    goes = PLANE'(away[low +: WIDTH]);
                    learns = PLANE'(learning[low +: WIDTH]);
                    down = counters[low*BITS + PLANE*(BITS-1) +: PLANE];  // away from 0
                    negative = PLANE'(inputs[low +: WIDTH]) ^ {PLANE{desired}};
                    twice = goes & learns & ~(down ^ negative);
                    negative = (goes & down & (~learns | negative)) | (~goes & learns & negative);
                    carry = 0;
                    for (place = 0; place < BITS; place = place + 1) begin
                        old = counters[low*BITS + PLANE*place +: PLANE];
                        change = place == 0 ? goes ^ learns
                            : place == 1 ? twice | ((goes ^ learns) & negative)
                            : negative;
                        updated[low*BITS + PLANE*place +: PLANE] <= old ^ change ^ carry;
                        carry = (old & change) | ((old ^ change) & carry);
                    end
                end
        end
    endgenerate
endmodule
