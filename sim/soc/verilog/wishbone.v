// The core behind Wishbone, at the processor's own memory interface: a classic master, which holds
// its strobe until it is answered.
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
    wire ack;
    assign ready = ack || error;

    // Wishbone has no streams.
    assign sample_ready = 1'b0;
    assign result_data  = 32'd0;
    assign result_valid = 1'b0;

    bep_wishbone core (
        .clk(clk),
        .rst(!resetn),
        .wb_cyc_i(valid),
        .wb_stb_i(valid),
        .wb_we_i(|wstrb),
        .wb_adr_i(address),
        .wb_sel_i(|wstrb ? wstrb : 4'b1111),
        .wb_dat_i(wdata),
        .wb_dat_o(rdata),
        .wb_ack_o(ack),
        .wb_err_o(error),
        .wb_stall_o(),
        .wb_pipelined_i(1'b0),
        .irq(irq)
    );
endmodule
