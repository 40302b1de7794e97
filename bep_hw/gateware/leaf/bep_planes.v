// A word of counters from lanes to planes or back, for simulators; only while it is needed, else the
// last one stays. See bep_hw/gateware/parts/planes.py.
module bep_planes #(
    parameter LANES = 1,
    parameter PLANE = 1,    // lanes of a group
    parameter BITS = 1,     // of a counter
    parameter BACK = 0,     // from planes to lanes
    parameter FROM = 1,     // bits of either word
    parameter TO = 1
) (
    input                   enable,
    input      [FROM-1:0]   from,
    output reg [TO-1:0]     to
);
    integer lane, place;
    initial to = 0;
    always @*
        if (enable)
            for (lane = 0; lane < LANES; lane = lane + 1)
                for (place = 0; place < BITS; place = place + 1)
                    if (BACK)
                        to[lane*BITS + place]
                            = from[(lane / PLANE * BITS + place) * PLANE + lane % PLANE];
                    else
                        to[(lane / PLANE * BITS + place) * PLANE + lane % PLANE]
                            = from[lane*BITS + place];
endmodule
