// Pre-activations of a block of rows, for simulators: each popcount is added to its total at once,
// and what leaves a block of rows waits as a whole, where hardware has a register behind each row.
// z is worked out only in the cycles that use it. Equal to bep_hw/gateware/forward.py without it
// in these cycles; a test compares the two.
module bep_forward #(
    parameter ROWS = 1,
    parameter COLUMNS = 1,
    parameter PITCH = 64,   // bits from a row of a tile to the next one
    parameter BITS = 1,     // bits of a count
    parameter STAGES = 1,   // cycles by which a sum is late
    parameter SAMPLES = 1   // that leave one after the other, from z_valid on
) (
    input                           clk,
    input                           rst,
    input                           valid,
    input                           first,
    input                           last,
    input      [ROWS*PITCH-1:0]     tile,
    input      [COLUMNS-1:0]        activations,
    input      [COLUMNS-1:0]        missing,    // columns that never agree
    input      [BITS-1:0]           fan_in,
    input      [ROWS*BITS-1:0]      following,  // the sums after this one, if SAMPLES > 1
    output                          z_valid,
    output reg [ROWS*(BITS+1)-1:0]  z,
    output     [ROWS*BITS-1:0]      popcounts
);
    localparam WHOLE = (COLUMNS - 1) / 64;      // words of 64 columns before the last one
    localparam REST = COLUMNS - 64 * WHOLE;
    localparam WIDTH = BITS + ROWS * BITS;

    reg [31:0] total [ROWS-1:0];                // no bit has to be cut off in between
    reg [BITS-1:0] fan_in_now, fan_in_kept;
    reg [STAGES:0] ended;                       // bit k: a block of rows ended k + 1 cycles ago
    reg [SAMPLES-1:0] since;
    reg [WIDTH-1:0] waiting [STAGES:0];
    reg [WIDTH-1:0] sums;
    reg [ROWS*BITS-1:0] kept;
    reg [63:0] inverse, exists;
    integer row, word, age, at;

    assign popcounts = kept;
    assign z_valid = since[0];

    initial begin
        ended = 0;
        since = 0;
        kept = 0;
        fan_in_kept = 0;
        fan_in_now = 0;
        for (row = 0; row < ROWS; row = row + 1) total[row] = 0;
        for (age = 0; age < STAGES; age = age + 1) waiting[age] = 0;
    end
    always @(posedge clk) begin
        ended <= (ended << 1) | (STAGES + 1)'(valid & last);
        since <= (since << 1) | SAMPLES'(ended[STAGES]);
        if (rst) {since, ended} <= 0;
        if (ended[0]) begin
            sums[WIDTH-1 -: BITS] = fan_in_now;
            for (row = 0; row < ROWS; row = row + 1) sums[row*BITS +: BITS] = BITS'(total[row]);
        end
        if (ended[STAGES])
            {fan_in_kept, kept} <= STAGES > 0 ? waiting[STAGES > 0 ? STAGES - 1 : 0] : sums;
        else if (SAMPLES > 1 && |since) kept <= following;
        for (age = STAGES - 1; age > 0; age = age - 1)
            if (ended[age]) waiting[age] = waiting[age-1];
        if (STAGES > 0 && ended[0]) waiting[0] = sums;
        if (valid) begin
            fan_in_now <= fan_in;
            inverse = 64'(~activations[64*WHOLE +: REST]);
            exists = 64'(REST'(~missing[64*WHOLE +: REST]));
            if (first)
                for (row = 0; row < ROWS; row = row + 1)
                    total[row] = $countones(
                        (tile[row*PITCH + 64*WHOLE +: 64] ^ inverse) & exists);
            else
                for (row = 0; row < ROWS; row = row + 1)
                    total[row] = total[row] + $countones(
                        (tile[row*PITCH + 64*WHOLE +: 64] ^ inverse) & exists);
            for (word = 0; word < WHOLE; word = word + 1) begin
                inverse = ~activations[64*word +: 64];
                exists = ~missing[64*word +: 64];
                for (row = 0; row < ROWS; row = row + 1)
                    total[row] = total[row] + $countones(
                        (tile[row*PITCH + 64*word +: 64] ^ inverse) & exists);
            end
        end
    end
    always @* begin
        at = 0;
        z = 0;
        if (|since)
            for (at = 0; at < ROWS; at = at + 1)
                z[at*(BITS+1) +: BITS+1] = {kept[at*BITS +: BITS], 1'b0} - {1'b0, fan_in_kept};
    end
endmodule
