// A processor, its memory, a bep-hw core, and what a simulation has to see of them.
//
//   0x0000_0000  memory, with the firmware; read from the file of the plusarg +firmware
//   0x9000_0000  write: a byte for the console
//   0x9000_0004  write: a word for the host, such as a counter
//   0x9000_0008  write: the end, with a code
//   0x8000_0000  the core, see bep_core.h
//   0xa000_0000  DMA between memory and the streams of a core for AXI, see dma.v
//
// Interrupt 3 is that of the core, interrupt 4 says that the core has refused an access, interrupt 5
// is that of the DMA.
module bep_soc #(
    parameter MEMORY_WORDS = 1 << 18
) (
    input             clk,
    input             resetn,
    output reg        console_valid,
    output reg        word_valid,
    output reg        end_valid,
    output     [31:0] value,
    output            trap
);
    wire        mem_valid, la_read, la_write;
    wire [31:0] mem_addr, mem_wdata, la_addr, la_wdata;
    wire [ 3:0] mem_wstrb, la_wstrb;
    wire        core_ready, core_error, core_irq;
    wire [31:0] core_rdata;

    wire        sample_valid, sample_ready, sample_last, result_valid, result_ready;
    wire [31:0] sample_data, result_data;
    wire        dma_write, dma_done;
    wire [31:0] dma_remaining, dma_address, dma_wdata;

    reg         ready, refused, from_dma;
    reg  [31:0] dma_rdata;
    reg  [31:0] rdata;

    picorv32 #(
        .BARREL_SHIFTER(1),
        .ENABLE_FAST_MUL(1),
        .ENABLE_DIV(1),
        .ENABLE_IRQ(1),
        .ENABLE_IRQ_TIMER(0),
        .LATCHED_IRQ(32'hffff_ffc7),  // interrupts 3 to 5 stay until their source clears them
        .PROGADDR_RESET(32'h0000_0000),
        .PROGADDR_IRQ(32'h0000_0010)
    ) processor (
        .clk(clk),
        .resetn(resetn),
        .trap(trap),
        .mem_valid(mem_valid),
        .mem_la_read(la_read),
        .mem_la_write(la_write),
        .mem_la_addr(la_addr),
        .mem_la_wdata(la_wdata),
        .mem_la_wstrb(la_wstrb),
        .mem_addr(mem_addr),
        .mem_wdata(mem_wdata),
        .mem_wstrb(mem_wstrb),
        .mem_ready(ready || core_ready),
        .mem_rdata(!ready ? core_rdata : from_dma ? dma_remaining : rdata),
        .pcpi_wr(1'b0),
        .pcpi_rd(32'd0),
        .pcpi_wait(1'b0),
        .pcpi_ready(1'b0),
        .irq({26'd0, dma_done, refused, core_irq, 3'd0})
    );

    reg [31:0] memory [0:MEMORY_WORDS-1];
    reg [8*512-1:0] firmware;
    initial if ($value$plusargs("firmware=%s", firmware)) $readmemh(firmware, memory);

    // The processor says a cycle ahead what it will ask for, so memory answers without a wait.
    wire in_memory = la_addr[31:28] == 4'h0;
    wire in_host   = la_addr[31:28] == 4'h9;
    wire in_dma    = la_addr[31:28] == 4'ha;
    wire [$clog2(MEMORY_WORDS)-1:0] place = la_addr[$clog2(MEMORY_WORDS)+1:2];
    always @(posedge clk) begin
        ready <= resetn && (la_read || la_write) && (in_memory || in_host || in_dma);
        from_dma <= in_dma;
        if (la_read) rdata <= memory[place];
        if (la_write && in_memory) begin
            if (la_wstrb[0]) memory[place][ 7: 0] <= la_wdata[ 7: 0];
            if (la_wstrb[1]) memory[place][15: 8] <= la_wdata[15: 8];
            if (la_wstrb[2]) memory[place][23:16] <= la_wdata[23:16];
            if (la_wstrb[3]) memory[place][31:24] <= la_wdata[31:24];
        end
    end

    wire [$clog2(MEMORY_WORDS)-1:0] dma_place = dma_address[$clog2(MEMORY_WORDS)+1:2];
    always @(posedge clk) begin
        dma_rdata <= memory[dma_place];
        if (dma_write) memory[dma_place] <= dma_wdata;
    end

    stream_dma dma (
        .clk(clk),
        .resetn(resetn),
        .write(la_write && in_dma),
        .register(la_addr[4:2]),
        .wdata(la_wdata),
        .remaining(dma_remaining),
        .done(dma_done),
        .address(dma_address),
        .memory_write(dma_write),
        .memory_wdata(dma_wdata),
        .memory_rdata(dma_rdata),
        .sample_data(sample_data),
        .sample_last(sample_last),
        .sample_valid(sample_valid),
        .sample_ready(sample_ready),
        .result_data(result_data),
        .result_valid(result_valid),
        .result_ready(result_ready)
    );

    // The word is on `value` in the cycle in which it is marked as valid.
    wire to_host = resetn && la_write && in_host;
    assign value = mem_wdata;
    always @(posedge clk) begin
        console_valid <= to_host && la_addr[3:2] == 2'd0;
        word_valid    <= to_host && la_addr[3:2] == 2'd1;
        end_valid     <= to_host && la_addr[3:2] == 2'd2;
    end

    // Once an access was refused, this stays known.
    always @(posedge clk)
        if (!resetn) refused <= 1'b0;
        else if (core_ready && core_error) refused <= 1'b1;

    core_on_bus core_on_bus (
        .clk(clk),
        .resetn(resetn),
        .valid(mem_valid && mem_addr[31:28] == 4'h8),
        .address(mem_addr[11:0]),
        .wstrb(mem_wstrb),
        .wdata(mem_wdata),
        .ready(core_ready),
        .error(core_error),
        .rdata(core_rdata),
        .irq(core_irq),
        .sample_data(sample_data),
        .sample_last(sample_last),
        .sample_valid(sample_valid),
        .sample_ready(sample_ready),
        .result_data(result_data),
        .result_valid(result_valid),
        .result_ready(result_ready)
    );
endmodule
