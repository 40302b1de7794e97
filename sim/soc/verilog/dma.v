// Sends packets from memory to a stream, and writes the results that come back to memory.
//
//   0x00  write: address of a list of addresses, one for each packet
//   0x04  write: words of a packet
//   0x08  write: address of the results, a word for each packet
//   0x0c  write: packets, which starts it, while no entry of the list is there yet;
//         read: results that are still to come
//   0x10  write: the interrupt `done`, that all results have come, is over
//   0x14  write: entries of the list that are there; the engine waits for more
//
// A packet takes 2 cycles, and 3 for each of its words, if the core takes it at once.
module stream_dma (
    input             clk,
    input             resetn,
    input             write,
    input      [ 2:0] register,
    input      [31:0] wdata,
    output reg [31:0] remaining,
    output reg        done,
    output     [31:0] address,
    output            memory_write,
    output     [31:0] memory_wdata,
    input      [31:0] memory_rdata,  // of the address in the cycle before
    output reg [31:0] sample_data,
    output reg        sample_last,
    output reg        sample_valid,
    input             sample_ready,
    input      [31:0] result_data,
    input             result_valid,
    output            result_ready
);
    localparam IDLE = 3'd0, POINTER = 3'd1, POINTED = 3'd2, READ = 3'd3, FOUND = 3'd4, SEND = 3'd5;

    reg [ 2:0] state;
    reg [31:0] list, source, results, words, left, packets, entries, taken;

    // A result goes before whatever is to be read.
    assign result_ready = 1'b1;
    assign memory_write = result_valid;
    assign memory_wdata = result_data;
    assign address      = result_valid ? results : state == POINTER ? list : source;

    always @(posedge clk)
        if (!resetn) begin
            state        <= IDLE;
            done         <= 1'b0;
            remaining    <= 32'd0;
            sample_valid <= 1'b0;
        end else begin
            case (state)
                POINTER: if (!memory_write && taken != entries) begin
                    list  <= list + 32'd4;
                    taken <= taken + 32'd1;
                    state <= POINTED;
                end
                POINTED: begin
                    source <= memory_rdata;
                    left   <= words;
                    state  <= READ;
                end
                READ: if (!memory_write) begin
                    source <= source + 32'd4;
                    state  <= FOUND;
                end
                FOUND: begin
                    sample_data  <= memory_rdata;
                    sample_last  <= left == 32'd1;
                    sample_valid <= 1'b1;
                    state        <= SEND;
                end
                SEND: if (sample_ready) begin
                    sample_valid <= 1'b0;
                    left         <= left - 32'd1;
                    state        <= READ;
                    if (sample_last) begin
                        packets <= packets - 32'd1;
                        state   <= packets == 32'd1 ? IDLE : POINTER;
                    end
                end
                default: ;
            endcase
            if (result_valid) begin
                results   <= results + 32'd4;
                remaining <= remaining - 32'd1;
                if (remaining == 32'd1) done <= 1'b1;
            end
            if (write)
                case (register)
                    3'd0: list <= wdata;
                    3'd1: words <= wdata;
                    3'd2: results <= wdata;
                    3'd3: begin
                        packets   <= wdata;
                        remaining <= wdata;
                        taken     <= 32'd0;
                        entries   <= 32'd0;
                        state     <= POINTER;
                    end
                    3'd5: entries <= wdata;
                    default: done <= 1'b0;
                endcase
        end
endmodule
