// Memory of tiles, a tile a word, for simulators. Each write is one part-select of a word, while
// block RAM is written through an enable for each piece. Equal to bep_hw/gateware/memory/tiles.py
// without it; a test compares the two.
module bep_tiles #(
    parameter ROW = 1,      // bits from a row of a tile to the next one
    parameter BITS = 1,     // bits of a tile
    parameter PIECE = 1,    // bits of a tile that are written together
    parameter PIECES = 1,   // neighbouring tiles that are written together: 1 or 2
    parameter DEPTH = 2,    // tiles
    parameter ADDRESS = 1,  // widths of addresses, rows and segments
    parameter ROWS = 1,
    parameter SEGMENTS = 1
) (
    input                           clk,
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
    wire [ADDRESS-1:0] neighbour = write_address + 1'b1;
    wire [31:0] place = 32'(write_row) * ROW + 32'(write_segment) * PIECE;

    initial read_data = 0;
    initial begin : zero
        integer i;
        for (i = 0; i < DEPTH; i = i + 1) tiles[i] = 0;
    end
    always @(posedge clk) begin
        if (write_pieces[0]) tiles[write_address][place +: PIECE] <= write_weights[PIECE-1:0];
        if (PIECES > 1 && write_pieces[PIECES-1])
            tiles[neighbour][place +: PIECE] <= write_weights[PIECES*PIECE-1 -: PIECE];
        if (read_enable) read_data <= tiles[read_address];
    end
endmodule
