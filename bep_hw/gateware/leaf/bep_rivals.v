// The contest of a sample's logits for simulators: only rows of a block that is there are looked
// at, and the best one waits until a tournament would be over. Equal to what
// bep_hw/gateware/margin.py does without it; a test compares the two.
module bep_rivals #(
    parameter ROWS = 1,
    parameter BITS = 1,     // of a logit
    parameter LABEL = 1,    // bits of a class
    parameter SAMPLES = 1,
    parameter WAY = 1,      // bits of the number of a sample
    parameter LATENCY = 1
) (
    input                           clk,
    input                           rst,
    input                           valid,
    input                           first,
    input                           ends,
    input      [WAY-1:0]            way,
    input      [ROWS*BITS-1:0]      logits,
    input      [ROWS-1:0]           mask,
    input      [LABEL-1:0]          label,
    output reg [SAMPLES*BITS-1:0]   own,        // logit of the class of each sample
    output reg [SAMPLES-1:0]        known,      // whether it has been there
    output reg [BITS+LABEL:0]       best        // valid, key, index
);
    localparam [BITS-1:0] FLIP = {BITS{1'b1}} >> 1;  // the largest logit has the smallest key
    reg [BITS+LABEL:0] won, waiting [LATENCY:0];
    reg [LATENCY:0] there;      // bit k: a block was there k + 1 cycles ago
    reg [LABEL-1:0] base, from, index;
    reg [BITS-1:0] key;
    integer row, age;

    initial begin
        own = 0;
        known = 0;
        best = 0;
        there = 0;
        base = 0;
        for (age = 0; age < LATENCY; age = age + 1) waiting[age] = 0;
    end
    always @(posedge clk) begin
        there <= (LATENCY + 1)'({there, valid});
        if (LATENCY > 1 && there[LATENCY > 1 ? LATENCY - 2 : 0])
            best <= waiting[LATENCY > 1 ? LATENCY - 2 : 0];
        for (age = LATENCY - 2; age > 0; age = age - 1)
            if (there[age-1]) waiting[age] = waiting[age-1];
        if (valid) begin
            from = first ? 0 : base;
            if (ends) base <= from + LABEL'(ROWS);
            if (first) known[way] <= 0;
            won = 0;
            for (row = 0; row < ROWS; row = row + 1)
                if (mask[row]) begin
                    index = from + LABEL'(row);
                    if (index == label) begin
                        own[way*BITS +: BITS] <= logits[row*BITS +: BITS];
                        known[way] <= 1;
                    end else begin
                        key = logits[row*BITS +: BITS] ^ FLIP;
                        if (!won[0] || key < won[1 +: BITS]) won = {index, key, 1'b1};
                    end
                end
            if (LATENCY > 1) waiting[0] = won;
            else best <= won;
        end
        if (rst) begin
            there <= 0;
            base <= 0;
        end
    end
endmodule
