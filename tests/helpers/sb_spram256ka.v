// SPRAM of an iCE40 UltraPlus: 16,384 words of 16 bits behind one port. What it holds at first, and
// what it puts out after a write, is not known, and so it is not 0 here.
module SB_SPRAM256KA (
  input CLOCK,
  input CHIPSELECT,
  input WREN,
  input [3:0] MASKWREN,
  input [13:0] ADDRESS,
  input [15:0] DATAIN,
  input STANDBY,
  input SLEEP,
  input POWEROFF,
  output reg [15:0] DATAOUT
);
  reg [15:0] words [0:16383];
  wire awake = POWEROFF && !SLEEP && !STANDBY;
  integer i;
  initial for (i = 0; i < 16384; i = i + 1) words[i] = 16'hA5C3 ^ i[15:0];

  // Of this name, so that simulations with two cycles per period of the clock include it.
  wire clk = CLOCK;
  always @(posedge clk) begin
    if (awake && CHIPSELECT && !WREN) DATAOUT <= words[ADDRESS];
    if (awake && CHIPSELECT && WREN) begin
      if (MASKWREN[0]) words[ADDRESS][3:0] <= DATAIN[3:0];
      if (MASKWREN[1]) words[ADDRESS][7:4] <= DATAIN[7:4];
      if (MASKWREN[2]) words[ADDRESS][11:8] <= DATAIN[11:8];
      if (MASKWREN[3]) words[ADDRESS][15:12] <= DATAIN[15:12];
      DATAOUT <= 16'h5A3C ^ DATAIN;
    end
  end
endmodule
