// Commit for simulators, of counters in planes: 64 lanes are clipped at once, as words of 64 bits
// that have one bit of each counter. Equal to bep_hw/gateware/commit.py without it, but for the
// order of the bits; a test compares the two.
module bep_commit #(
    parameter LANES = 1,
    parameter PLANE = 1,    // lanes whose bits lie side by side: 64, or all of fewer
    parameter GROUPS = 1,    // such groups of lanes
    parameter BITS = 1,     // of a counter
    parameter LOW = 1       // bits of a clipped counter but its sign
) (
    input                                       clk,
    input                                       valid,
    input                                       due,
    input      [GROUPS*PLANE*BITS-1:0]      counters,   // bit 0 of 64 lanes, bit 1 ...
    input      [LANES-1:0]                      chosen,
    output     [GROUPS*PLANE*BITS-1:0]      committed,
    output reg [LANES-1:0]                      away
);
    reg [GROUPS*PLANE*BITS-1:0] kept;
    genvar low;
    initial begin
        kept = 0;
        away = 0;
    end
    assign committed = kept;
    generate
        for (low = 0; low < LANES; low = low + PLANE) begin : lanes
            localparam WIDTH = LANES - low < PLANE ? LANES - low : PLANE;
            reg [PLANE-1:0] sign, any, all, end_, clips;
            integer place;
            always @(posedge clk)
                if (valid) begin
                    if (due) begin
                        sign = counters[low*BITS + PLANE*(BITS-1) +: PLANE];
                        any = sign;
                        all = sign;
                        for (place = LOW; place < BITS - 1; place = place + 1) begin
                            any = any | counters[low*BITS + PLANE*place +: PLANE];
                            all = all & counters[low*BITS + PLANE*place +: PLANE];
                        end
                        clips = any & ~all;
                        end_ = ~clips;      // in the range, and all other bits are not the sign
                        for (place = 0; place < LOW; place = place + 1) begin
                            end_ = end_ & (sign ^ counters[low*BITS + PLANE*place +: PLANE]);
                            kept[low*BITS + PLANE*place +: PLANE]
                                <= (clips & ~sign) | (~clips & counters[low*BITS + PLANE*place +: PLANE]);
                        end
                        for (place = LOW; place < BITS; place = place + 1)
                            kept[low*BITS + PLANE*place +: PLANE] <= sign;
                        away[low +: WIDTH] <= chosen[low +: WIDTH] & WIDTH'(~(clips | end_));
                    end else begin
                        for (place = 0; place < BITS; place = place + 1)
                            kept[low*BITS + PLANE*place +: PLANE]
                                <= counters[low*BITS + PLANE*place +: PLANE];
                        away[low +: WIDTH] <= 0;
                    end
                end
        end
    endgenerate
endmodule
