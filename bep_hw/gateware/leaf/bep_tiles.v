// Memory of tiles, a tile a word, for simulators. Each write is one part-select of a word, while
// block RAM is written through an enable for each piece. Equal to bep_hw/gateware/memory/tiles.py
// without it; a test compares the two.
module bep_tiles #(
    parameter ROW = 1,      // bits of a row of a tile, D
    parameter BITS = 1,     // bits of a tile
    parameter PIECE = 1,    // bits of a tile that are written together
    parameter PIECES = 1,   // neighbouring tiles that are written together: 1 or 2
    parameter DEPTH = 2,    // tiles
    parameter ADDRESS = 1,  // widths of addresses, rows and segments
    parameter ROWS = 1,
    parameter SEGMENTS = 1
) (
    input                           clk,
    input                           rst,
    input                           read_enable,
    input      [ADDRESS-1:0]        read_address,
    output reg [BITS-1:0]           read_data,
    input      [ADDRESS-1:0]        write_address,
    input      [ROWS-1:0]           write_row,
    input      [SEGMENTS-1:0]       write_segment,
    input      [PIECES-1:0]         write_pieces,
    input      [PIECES*PIECE-1:0]   write_weights
);
    reg [BITS-1:0] tiles [DEPTH-1:0];
    reg [ADDRESS-1:0] address = 0;
    reg [31:0] place = 0;
    reg [PIECES-1:0] pieces = 0;
    reg [PIECES*PIECE-1:0] weights = 0;
    wire [ADDRESS-1:0] neighbour = address + 1'b1;

    initial read_data = 0;
    initial begin : zero
        integer i;
        for (i = 0; i < DEPTH; i = i + 1) tiles[i] = 0;
    end
    always @(posedge clk) begin
        if (rst) pieces <= 0;
        else pieces <= write_pieces;
        if (|write_pieces) begin
            address <= write_address;
            place <= 32'(write_row) * ROW + 32'(write_segment) * PIECE;
            weights <= write_weights;
        end
        if (pieces[0]) tiles[address][place +: PIECE] <= weights[PIECE-1:0];
        if (PIECES > 1 && pieces[PIECES-1])
            tiles[neighbour][place +: PIECE] <= weights[PIECES*PIECE-1 -: PIECE];
        if (read_enable) read_data <= tiles[read_address];
    end
endmodule
