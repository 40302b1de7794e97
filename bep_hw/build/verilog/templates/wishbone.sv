  reg strobe, writes;
  reg [11:0] where_now;
  reg [31:0] written;
  wire [31:0] answer;
  wire done, error, stall, interrupt;

  bep_wishbone dut (
      .clk(clk),
      .rst(rst),
      .wb_cyc_i(strobe),
      .wb_stb_i(strobe),
      .wb_we_i(writes),
      .wb_adr_i(where_now),
      .wb_sel_i(4'hf),
      .wb_dat_i(written),
      .wb_dat_o(answer),
      .wb_ack_o(done),
      .wb_err_o(error),
      .wb_stall_o(stall),
      .wb_pipelined_i(1'b0),
      .irq(interrupt)
  );

  task start;
    begin
      {strobe, writes} = 0;
      {where_now, written} = 0;
    end
  endtask

  // A classic cycle: the strobe is held until it is answered.
  task access(input put, input [11:0] where, input [31:0] value);
    begin
      where_now = where;
      written = value;
      writes = put;
      strobe = 1;
      @(negedge clk);
      while (!done && !error) @(negedge clk);
      refused = error;
      word = answer;
      strobe = 0;
      @(negedge clk);
    end
  endtask

  task write(input [11:0] where, input [31:0] value);
    access(1, where, value);
  endtask

  task read(input [11:0] where);
    access(0, where, 0);
  endtask

  // There are no streams.
  task send(input ending, input [31:0] value);
    refused = 1;
  endtask

  task take(input ending);
    refused = 1;
  endtask

