/* The block RAM of 18 kbit that cells of several FPGA families wrap, with two ports of one clock,
   for the simulation of a netlist: their makers' models of it are black boxes. No output registers,
   no resets, and all bits are 0 at first. A read of what the other port writes in the same cycle
   gives garbage. A port that writes keeps its output, or with THROUGH gives what is written. */

module block_ram #(
  parameter WIDTH_A = 18, WIDTH_B = 18, THROUGH_A = 0, THROUGH_B = 0
)(
  input clk,
  input enable_a, write_a, input [13:0] address_a, input [35:0] data_a, output reg [35:0] from_a,
  input enable_b, write_b, input [13:0] address_b, input [35:0] data_b, output reg [35:0] from_b
);
  reg [8:0] memory [0:2047];

  // Bits of an address that count within a word, by its width.
  function integer low(input integer width);
    low = width == 36 ? 5 : width == 18 ? 4 : width == 9 ? 3 : width == 4 ? 2 : width == 2 ? 1 : 0;
  endfunction

  // Words of 18 and 36 bits are two and four bytes of 9 bits.
  function [35:0] read(input integer width, input [13:0] address);
    case (width)
      36: read = {memory[{address[13:5], 2'd3}], memory[{address[13:5], 2'd2}],
                  memory[{address[13:5], 2'd1}], memory[{address[13:5], 2'd0}]};
      18: read = {18'd0, memory[{address[13:4], 1'd1}], memory[{address[13:4], 1'd0}]};
      9: read = {27'd0, memory[address[13:3]]};
      default: read = {27'd0, memory[address[13:3]] >> address[2:0]};
    endcase
  endfunction

  // The lowest bits of the address of a word of 18 or 36 bits are its write enables.
  function writes(input integer width, input [13:0] address);
    writes = width == 36 ? |address[3:0] : width == 18 ? |address[1:0] : 1'b1;
  endfunction

  task write(input integer width, input [13:0] address, input [35:0] data);
    integer part;
    case (width)
      36: for (part = 0; part < 4; part = part + 1)
        if (address[part]) memory[{address[13:5], part[1:0]}] = data[9 * part +: 9];
      18: for (part = 0; part < 2; part = part + 1)
        if (address[part]) memory[{address[13:4], part[0]}] = data[9 * part +: 9];
      9: memory[address[13:3]] = data[8:0];
      4: memory[address[13:3]][address[2] * 4 +: 4] = data[3:0];
      2: memory[address[13:3]][address[2:1] * 2 +: 2] = data[1:0];
      default: memory[address[13:3]][address[2:0]] = data[0];
    endcase
  endtask

  localparam WIDER = low(WIDTH_A) > low(WIDTH_B) ? low(WIDTH_A) : low(WIDTH_B);
  wire same = address_a >> WIDER == address_b >> WIDER;
  wire writing_a = enable_a & write_a & writes(WIDTH_A, address_a);
  wire writing_b = enable_b & write_b & writes(WIDTH_B, address_b);
  integer index;

  initial begin
    for (index = 0; index < 2048; index = index + 1) memory[index] = 0;
    from_a = 0;
    from_b = 0;
  end

  always @(posedge clk) begin
    if (enable_a & ~write_a) from_a <= read(WIDTH_A, address_a) ^ {36{writing_b & same}};
    if (enable_b & ~write_b) from_b <= read(WIDTH_B, address_b) ^ {36{writing_a & same}};
    if (writing_a) write(WIDTH_A, address_a, data_a);
    if (writing_b) write(WIDTH_B, address_b, data_b);
    if (THROUGH_A && enable_a & write_a) from_a <= read(WIDTH_A, address_a);
    if (THROUGH_B && enable_b & write_b) from_b <= read(WIDTH_B, address_b);
  end
endmodule
