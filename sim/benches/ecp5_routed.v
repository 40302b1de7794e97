// Cells that nextpnr makes of the look-up tables, carries, LUT RAMs and registers of an ECP5.

// A look-up table, half of a carry cell, or one bit of a LUT RAM.
module TRELLIS_COMB(
  input A, B, C, D, M, FCI, F1, FXA, FXB, DI0, DI1,
  input WD, WAD0, WAD1, WAD2, WAD3, WRE, WCK,
  output F, FCO, OFX
);
  parameter MODE = "LOGIC";
  parameter [15:0] INITVAL = 0;
  parameter CCU2_INJECT1 = "YES";
  parameter WREMUX = "WRE", WCKMUX = "WCK";

  wire [15:0] table_ = INITVAL;
  wire four = table_[{D, C, B, A}];
  generate
    if (MODE == "DPRAM") begin : ram
      reg [15:0] bits = INITVAL;
      always @(posedge WCK) if (WRE ^ (WREMUX == "INV")) bits[{WAD3, WAD2, WAD1, WAD0}] <= WD;
      assign F = bits[{A, C, B, D}];
      assign FCO = 0;
    end else if (MODE == "CCU2" && CCU2_INJECT1 != "YES") begin : carry
      assign F = four ^ FCI;
      assign FCO = four ? FCI : table_[{2'b00, B, A}];
    end else if (MODE == "CCU2") begin : no_carry
      assign F = four;
      assign FCO = four & FCI;
    end else begin : logic_
      assign F = four;
      assign FCO = 0;
    end
  endgenerate
  assign OFX = M ? F1 : F;
endmodule

// The way of address and data into the two look-up tables of a slice that are a RAM.
module TRELLIS_RAMW(
  input A0, B0, C0, D0, A1, B1, C1, D1,
  output WADO0, WADO1, WADO2, WADO3, WDO0, WDO1, WDO2, WDO3
);
  assign {WADO3, WADO2, WADO1, WADO0} = {A0, C0, B0, D0};
  assign {WDO3, WDO2, WDO1, WDO0} = {B1, D1, A1, C1};
endmodule

// A register; its input comes from the look-up table beside it, DI, or from outside, M.
module TRELLIS_FF(input CLK, LSR, CE, DI, M, output reg Q);
  parameter GSR = "ENABLED", CEMUX = "1", CLKMUX = "CLK", LSRMUX = "LSR", SRMODE = "LSR_OVER_CE";
  parameter REGSET = "RESET", SD = "1";

  wire set = REGSET == "SET";
  wire enabled = CEMUX == "1" ? 1'b1 : CEMUX == "0" ? 1'b0 : CE ^ (CEMUX == "INV");
  wire reset = LSR ^ (LSRMUX == "INV");
  wire d = SD == "0" ? M : DI;
  initial Q = REGSET == "SET";
  generate
    if (SRMODE == "ASYNC") begin : asynchronous
      always @(posedge CLK or posedge reset) if (reset) Q <= set; else if (enabled) Q <= d;
    end else begin : synchronous
      always @(posedge CLK) if (reset) Q <= set; else if (enabled) Q <= d;
    end
  endgenerate
endmodule
