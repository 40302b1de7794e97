// The draws of a word of counters for simulators: four ciphers side by side in 64 bits, all rounds
// at once, and only for a word that may be reinforced. What they choose waits until it is due.
// Equal to `Draws` of bep_hw/gateware/reinforce.py without it; a test compares the two.
module bep_draws #(
    parameter LANES = 1,
    parameter UNIT = 1,     // weights by which the first one of a word may be moved
    parameter DRAWS = 1,    // groups of 16 weights that a word may meet
    parameter OFFSET = 1,   // bits of the place that lie within a group
    parameter PLACE = 1,    // bits of the place
    parameter LATENCY = 2
) (
    input                       clk,
    input                       rst,
    input                       valid,
    input      [PLACE-1:0]      place,
    input      [17:0]           row,        // of the network: row and layer
    input      [20:0]           threshold,
    input      [31:0]           seed,
    input      [31:0]           minibatch,
    output reg [LANES-1:0]      chosen
);
    localparam WORDS = (DRAWS + 3) / 4;
    localparam SLOTS = 1 << $clog2(LATENCY);

    reg [LANES-1:0] waiting [SLOTS-1:0];
    reg [$clog2(LATENCY)-1:0] now;
    reg [LATENCY-2:0] there;
    reg [63:0] x, y, mixed;
    reg [15:0] key;
    reg [13:0] group;
    reg [31:0] count;
    reg [15:0] ones;
    reg [64*WORDS-1:0] groups;
    integer word, round, draw;

    initial begin
        chosen = 0;
        now = 0;
        there = 0;
        for (draw = 0; draw < SLOTS; draw = draw + 1) waiting[draw] = 0;
    end
    always @(posedge clk) begin
        now <= now + 1'b1;
        there <= rst ? 0 : (LATENCY - 1)'({there, valid});
        if (there[LATENCY-2]) chosen <= waiting[now];
        if (valid) begin
            groups = 0;
            if (threshold != 0)
                for (word = 0; word < WORDS; word = word + 1) begin
                    x = {4{row[17:2]}};
                    for (draw = 0; draw < 4; draw = draw + 1) begin
                        group = 14'(place >> OFFSET) + 14'(4 * word + draw);
                        y[16*draw +: 16] = {row[1:0], group};
                    end
                    for (round = 0; round < 12; round = round + 1) begin
                        key = (round % 4 == 0 ? minibatch[15:0] : round % 4 == 1 ? minibatch[31:16]
                            : round % 4 == 2 ? seed[15:0] : seed[31:16]) ^ 16'(round * 32'h9E37);
                        mixed = y ^ {4{key}}
                            ^ (((x << 1 & 64'hFFFEFFFEFFFEFFFE) | (x >> 15 & 64'h0001000100010001))
                                & ((x << 8 & 64'hFF00FF00FF00FF00) | (x >> 8 & 64'h00FF00FF00FF00FF)))
                            ^ ((x << 2 & 64'hFFFCFFFCFFFCFFFC) | (x >> 14 & 64'h0003000300030003));
                        y = x;
                        x = mixed;
                    end
                    for (draw = 0; draw < 4; draw = draw + 1)
                        if (4 * word + draw < DRAWS) begin
                            count = (32'(threshold) + 32'(x[16*draw +: 16])) >> 16;
                            ones = 16'((32'd1 << count) - 32'd1);
                            groups[64*word + 16*draw +: 16]
                                = 16'(({16'd0, ones} * 32'h00010001 << y[16*draw +: 4]) >> 16);
                        end
                end
            waiting[now + $clog2(LATENCY)'(LATENCY - 1)]
                = LANES'(groups >> (UNIT * (32'(place) & ((1 << OFFSET) - 1))));
        end
    end
endmodule
