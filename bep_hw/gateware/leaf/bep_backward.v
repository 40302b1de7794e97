// Desired activations of a block of columns, for simulators: 64 columns are added up at once, as
// words of 64 bits that have one bit of each sum. Equal to bep_hw/gateware/backward.py without it; a test compares
// the two.
module bep_backward #(
    parameter ROWS = 1,
    parameter COLUMNS = 1,
    parameter PITCH = 64,   // bits from a row of a tile to the next one
    parameter BITS = 1,     // bits of the largest sum
    parameter STAGES = 1    // cycles by which a sum is late
) (
    input                           clk,
    input                           rst,
    input                           valid,
    input                           first,
    input                           last,
    input      [ROWS*PITCH-1:0]     tile,
    input      [ROWS-1:0]           desired,
    input      [ROWS-1:0]           gates,
    output reg                      done,
    output reg [COLUMNS-1:0]        word
);
    localparam LEVELS = $clog2(ROWS + 1);
    reg [STAGES:0] ended;           // bit k: a block of columns ended k + 1 cycles ago
    reg [BITS-1:0] opened;
    reg [COLUMNS-1:0] waiting [STAGES:0];
    wire [COLUMNS-1:0] signs;
    integer age;

    initial begin
        ended = 0;
        done = 0;
        word = 0;
        opened = 0;
        for (age = 0; age < STAGES; age = age + 1) waiting[age] = 0;
    end
    always @(posedge clk) begin
        ended <= (ended << 1) | (STAGES + 1)'(valid & last);
        done <= ended[STAGES];
        if (rst) {done, ended} <= 0;
        if (ended[STAGES]) word <= STAGES > 0 ? waiting[STAGES > 0 ? STAGES - 1 : 0] : signs;
        for (age = STAGES - 1; age > 0; age = age - 1)
            if (ended[age]) waiting[age] = waiting[age-1];
        if (STAGES > 0 && ended[0]) waiting[0] = signs;
        if (valid) opened <= (first ? 0 : opened) + BITS'($countones(gates));
    end
    genvar low;
    generate
        for (low = 0; low < COLUMNS; low = low + 64) begin : columns
            localparam WIDTH = COLUMNS - low < 64 ? COLUMNS - low : 64;
            // Word k has bit k of every column: of its sum, and of its agreements in this tile.
            reg [WIDTH-1:0] sum [BITS-1:0], agree [LEVELS-1:0];
            reg [WIDTH-1:0] one, other, carry, half, least;
            integer row, place, at;
            initial for (place = 0; place < BITS; place = place + 1) sum[place] = 0;
            always @(posedge clk)
                if (valid) begin
                    for (place = 0; place < LEVELS; place = place + 1) agree[place] = 0;
                    for (row = 0; row < ROWS; row = row + 2) begin
                        one = ~(tile[row*PITCH + low +: WIDTH] ^ {WIDTH{desired[row]}})
                            & {WIDTH{gates[row]}};
                        other = 0;
                        if (row + 1 < ROWS)
                            other = ~(tile[(row+1 < ROWS ? row+1 : 0)*PITCH + low +: WIDTH]
                                ^ {WIDTH{desired[row+1 < ROWS ? row+1 : 0]}})
                                & {WIDTH{gates[row+1 < ROWS ? row+1 : 0]}};
                        half = one ^ agree[0];
                        carry = (one & agree[0]) | (half & other);
                        agree[0] = half ^ other;
                        for (place = 1; place < LEVELS && 1 << place <= row + 2; place = place + 1)
                        begin
                            half = agree[place];
                            agree[place] = half ^ carry;
                            carry = half & carry;
                        end
                    end
                    if (first) begin
                        for (place = 0; place < BITS; place = place + 1)
                            sum[place] = place < LEVELS ? agree[place < LEVELS ? place : 0] : 0;
                    end else begin
                        carry = 0;
                        for (place = 0; place < BITS; place = place + 1) begin
                            other = place < LEVELS ? agree[place < LEVELS ? place : 0] : 0;
                            half = sum[place] ^ other;
                            other = (sum[place] & other) | (half & carry);
                            sum[place] = half ^ carry;
                            carry = other;
                        end
                    end
                end
            // At least half of the open gates agree.
            always @* begin
                at = 0;
                least = {WIDTH{~opened[0]}};
                if (ended[0])
                    for (at = 1; at <= BITS; at = at + 1)
                        least = (at < BITS && opened[at < BITS ? at : 0])
                            ? sum[at-1] & least : sum[at-1] | least;
            end
            assign signs[low +: WIDTH] = least;
        end
    endgenerate
endmodule
