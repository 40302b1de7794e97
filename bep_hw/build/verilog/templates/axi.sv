  reg [11:0] awaddr, araddr;
  reg awvalid, wvalid, bready, arvalid, rready, sent, last, taken, took_address, took_data;
  reg [31:0] wdata, tdata;
  wire awready, wready, bvalid, arready, rvalid, tready, offered, ends;
  wire [1:0] bresp, rresp;
  wire [31:0] rdata, result;
  wire [3:0] kept;
  wire interrupt;

  bep_axi dut (
      .aclk(clk),
      .aresetn(!rst),
      .s_axi_awaddr(awaddr),
      .s_axi_awprot(3'b0),
      .s_axi_awvalid(awvalid),
      .s_axi_awready(awready),
      .s_axi_wdata(wdata),
      .s_axi_wstrb(4'hf),
      .s_axi_wvalid(wvalid),
      .s_axi_wready(wready),
      .s_axi_bresp(bresp),
      .s_axi_bvalid(bvalid),
      .s_axi_bready(bready),
      .s_axi_araddr(araddr),
      .s_axi_arprot(3'b0),
      .s_axi_arvalid(arvalid),
      .s_axi_arready(arready),
      .s_axi_rdata(rdata),
      .s_axi_rresp(rresp),
      .s_axi_rvalid(rvalid),
      .s_axi_rready(rready),
      .s_axis_tdata(tdata),
      .s_axis_tkeep(4'hf),
      .s_axis_tlast(last),
      .s_axis_tvalid(sent),
      .s_axis_tready(tready),
      .m_axis_tdata(result),
      .m_axis_tkeep(kept),
      .m_axis_tlast(ends),
      .m_axis_tvalid(offered),
      .m_axis_tready(taken),
      .irq(interrupt)
  );

  task start;
    begin
      {awvalid, wvalid, bready, arvalid, rready, sent, last, taken} = 0;
      {awaddr, araddr, wdata, tdata} = 0;
    end
  endtask

  // What is ready at the falling edge still is at the rising one: all outputs are registers.
  task write(input [11:0] where, input [31:0] value);
    begin
      awaddr = where;
      wdata = value;
      awvalid = 1;
      wvalid = 1;
      while (awvalid || wvalid) begin
        took_address = awready;
        took_data = wready;
        @(negedge clk);
        if (took_address) awvalid = 0;
        if (took_data) wvalid = 0;
      end
      bready = 1;
      while (!bvalid) @(negedge clk);
      refused = bresp != 0;
      @(negedge clk);
      bready = 0;
    end
  endtask

  task read(input [11:0] where);
    begin
      araddr = where;
      arvalid = 1;
      while (!arready) @(negedge clk);
      @(negedge clk);
      arvalid = 0;
      rready = 1;
      while (!rvalid) @(negedge clk);
      refused = rresp != 0;
      word = rdata;
      @(negedge clk);
      rready = 0;
    end
  endtask

  task send(input ending, input [31:0] value);
    begin
      tdata = value;
      last = ending;
      sent = 1;
      while (!tready) @(negedge clk);
      @(negedge clk);
      sent = 0;
    end
  endtask

  task take(input ending);
    begin
      taken = 1;
      while (!offered) @(negedge clk);
      refused = ends != ending || kept != 4'hf;
      word = result;
      @(negedge clk);
      taken = 0;
    end
  endtask

