/* Block RAMs of a Gowin FPGA, as far as Yosys uses them, for the simulation of a netlist: its own
   models of these are black boxes. A netlist for it has no INIT_RAM_*, as all bits are 0 at first. */

module SPX9(
  input CLK, CE, OCE, WRE, RESET,
  input [13:0] AD, input [35:0] DI, output [35:0] DO, input [2:0] BLKSEL
);
  parameter READ_MODE = 0, WRITE_MODE = 0, BIT_WIDTH = 36, BLK_SEL = 0, RESET_MODE = "SYNC";

  always @(posedge CLK) if (READ_MODE != 0 || WRITE_MODE > 1 || RESET) $fatal(1, "not modelled");

  block_ram #(.WIDTH_A(BIT_WIDTH), .WIDTH_B(BIT_WIDTH), .THROUGH_A(WRITE_MODE)) ram(
    .clk(CLK),
    .enable_a(CE), .write_a(WRE), .address_a(AD), .data_a(DI), .from_a(DO),
    .enable_b(1'b0), .write_b(1'b0), .address_b(14'd0), .data_b(36'd0), .from_b()
  );
endmodule

module SDPX9B(
  input CLKA, CEA, CLKB, CEB, OCE, RESETA, RESETB,
  input [13:0] ADA, ADB, input [2:0] BLKSELA, BLKSELB, input [35:0] DI, output [35:0] DO
);
  parameter READ_MODE = 0, BIT_WIDTH_0 = 36, BIT_WIDTH_1 = 36, BLK_SEL_0 = 0, BLK_SEL_1 = 0;
  parameter RESET_MODE = "SYNC";

  always @(posedge CLKA) if (READ_MODE != 0 || RESETB) $fatal(1, "not modelled");

  block_ram #(.WIDTH_A(BIT_WIDTH_0), .WIDTH_B(BIT_WIDTH_1)) ram(
    .clk(CLKA),
    .enable_a(CEA), .write_a(1'b1), .address_a(ADA), .data_a(DI), .from_a(),
    .enable_b(CEB), .write_b(1'b0), .address_b(ADB), .data_b(36'd0), .from_b(DO)
  );
endmodule

module DPX9B(
  input CLKA, CEA, CLKB, CEB, OCEA, OCEB, RESETA, RESETB, WREA, WREB,
  input [13:0] ADA, ADB, input [17:0] DIA, DIB, input [2:0] BLKSELA, BLKSELB,
  output [17:0] DOA, DOB
);
  parameter READ_MODE0 = 0, READ_MODE1 = 0, WRITE_MODE0 = 0, WRITE_MODE1 = 0;
  parameter BIT_WIDTH_0 = 18, BIT_WIDTH_1 = 18, BLK_SEL_0 = 0, BLK_SEL_1 = 0;
  parameter RESET_MODE = "SYNC";
  wire [35:0] from_a, from_b;

  always @(posedge CLKA)
    if (READ_MODE0 != 0 || READ_MODE1 != 0 || WRITE_MODE0 > 1 || WRITE_MODE1 > 1 || RESETA || RESETB)
      $fatal(1, "not modelled");

  block_ram #(
    .WIDTH_A(BIT_WIDTH_0), .WIDTH_B(BIT_WIDTH_1), .THROUGH_A(WRITE_MODE0), .THROUGH_B(WRITE_MODE1)
  ) ram(
    .clk(CLKA),
    .enable_a(CEA), .write_a(WREA), .address_a(ADA), .data_a({18'd0, DIA}), .from_a(from_a),
    .enable_b(CEB), .write_b(WREB), .address_b(ADB), .data_b({18'd0, DIB}), .from_b(from_b)
  );
  assign DOA = from_a[17:0];
  assign DOB = from_b[17:0];
endmodule
