// The core behind AXI4-Lite, through the adapter that comes with the processor.
module core_on_bus (
    input         clk,
    input         resetn,
    input         valid,
    input  [11:0] address,
    input  [ 3:0] wstrb,
    input  [31:0] wdata,
    output        ready,
    output        error,
    output [31:0] rdata,
    output        irq,
    input  [31:0] sample_data,
    input         sample_last,
    input         sample_valid,
    output        sample_ready,
    output [31:0] result_data,
    output        result_valid,
    input         result_ready
);
    wire        awvalid, awready, wvalid, wready, bvalid, bready;
    wire        arvalid, arready, rvalid, rready;
    wire [31:0] awaddr, araddr, axi_wdata, axi_rdata;
    wire [ 3:0] axi_wstrb;
    wire [ 1:0] bresp, rresp;

    assign error = (bvalid && bready && |bresp) || (rvalid && rready && |rresp);

    picorv32_axi_adapter adapter (
        .clk(clk),
        .resetn(resetn),
        .mem_axi_awvalid(awvalid),
        .mem_axi_awready(awready),
        .mem_axi_awaddr(awaddr),
        .mem_axi_awprot(),
        .mem_axi_wvalid(wvalid),
        .mem_axi_wready(wready),
        .mem_axi_wdata(axi_wdata),
        .mem_axi_wstrb(axi_wstrb),
        .mem_axi_bvalid(bvalid),
        .mem_axi_bready(bready),
        .mem_axi_arvalid(arvalid),
        .mem_axi_arready(arready),
        .mem_axi_araddr(araddr),
        .mem_axi_arprot(),
        .mem_axi_rvalid(rvalid),
        .mem_axi_rready(rready),
        .mem_axi_rdata(axi_rdata),
        .mem_valid(valid),
        .mem_instr(1'b0),
        .mem_ready(ready),
        .mem_addr({20'd0, address}),
        .mem_wdata(wdata),
        .mem_wstrb(wstrb),
        .mem_rdata(rdata)
    );

    bep_axi core (
        .aclk(clk),
        .aresetn(resetn),
        .s_axi_awaddr(awaddr[11:0]),
        .s_axi_awprot(3'd0),
        .s_axi_awvalid(awvalid),
        .s_axi_awready(awready),
        .s_axi_wdata(axi_wdata),
        .s_axi_wstrb(axi_wstrb),
        .s_axi_wvalid(wvalid),
        .s_axi_wready(wready),
        .s_axi_bresp(bresp),
        .s_axi_bvalid(bvalid),
        .s_axi_bready(bready),
        .s_axi_araddr(araddr[11:0]),
        .s_axi_arprot(3'd0),
        .s_axi_arvalid(arvalid),
        .s_axi_arready(arready),
        .s_axi_rdata(axi_rdata),
        .s_axi_rresp(rresp),
        .s_axi_rvalid(rvalid),
        .s_axi_rready(rready),
        .s_axis_tdata(sample_data),
        .s_axis_tkeep(4'b1111),
        .s_axis_tlast(sample_last),
        .s_axis_tvalid(sample_valid),
        .s_axis_tready(sample_ready),
        .m_axis_tdata(result_data),
        .m_axis_tkeep(),
        .m_axis_tlast(),
        .m_axis_tvalid(result_valid),
        .m_axis_tready(result_ready),
        .irq(irq)
    );
endmodule
