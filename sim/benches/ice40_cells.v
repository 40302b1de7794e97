// Memories of an iCE40, for the simulation of a netlist. What gives no defined value gives garbage
// here: a read of what is written in the same cycle, and what the SPRAM holds at first.

// Block RAM. A row of 16 bits holds one word, or two, four or eight narrow ones by turns: word k has
// the bits k, k + n, ... of n words. Ports have them at bits 0, 2 ... or 1, 5 ... or 3 and 11.
module SB_RAM40_4K(
  output reg [15:0] RDATA,
  input RCLK, RCLKE, RE,
  input [10:0] RADDR,
  input WCLK, WCLKE, WE,
  input [10:0] WADDR,
  input [15:0] MASK, WDATA
);
  parameter [1:0] WRITE_MODE = 0, READ_MODE = 0;
  parameter NEG_CLK_R = 0, NEG_CLK_W = 0;  // which nobody asks for
  parameter [255:0] INIT_0 = 0, INIT_1 = 0, INIT_2 = 0, INIT_3 = 0;
  parameter [255:0] INIT_4 = 0, INIT_5 = 0, INIT_6 = 0, INIT_7 = 0;
  parameter [255:0] INIT_8 = 0, INIT_9 = 0, INIT_A = 0, INIT_B = 0;
  parameter [255:0] INIT_C = 0, INIT_D = 0, INIT_E = 0, INIT_F = 0;
  localparam [4095:0] INIT = {
    INIT_F, INIT_E, INIT_D, INIT_C, INIT_B, INIT_A, INIT_9, INIT_8,
    INIT_7, INIT_6, INIT_5, INIT_4, INIT_3, INIT_2, INIT_1, INIT_0
  };
  localparam W = 1 << WRITE_MODE, R = 1 << READ_MODE;

  reg [15:0] memory [0:255];
  integer i;
  initial begin
    RDATA = 0;
    for (i = 0; i < 256; i = i + 1) memory[i] = INIT[16 * i +: 16];
  end

  reg [15:0] data, written, row, out;
  always @* begin
    data = 0;
    written = WRITE_MODE == 0 ? ~MASK : 0;
    for (i = 0; i < 16; i = i + 1) begin
      data[i] = WDATA[i / W * W + (W - 1) / 2];
      if (WRITE_MODE != 0) written[i] = i % W == WADDR[10:8] % W;
    end
    if (!(WCLKE && WE)) written = 0;
  end

  always @* begin
    row = memory[RADDR[7:0]] ^ (WADDR[7:0] == RADDR[7:0] ? written : 16'd0);
    out = 0;
    for (i = 0; i < 16 / R; i = i + 1)
      out[R * i + (R - 1) / 2] = row[R * i + RADDR[10:8] % R];
  end

  // Of this name, so that simulations with two cycles per period of the clock include it.
  wire clk = WCLK;
  always @(posedge clk)
    if (written != 0) memory[WADDR[7:0]] <= memory[WADDR[7:0]] & ~written | data & written;
  always @(posedge clk) if (RCLKE && RE) RDATA <= out;
endmodule

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
