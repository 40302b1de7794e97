// SPDX-License-Identifier: Apache-2.0
// Trains a small network on the core: loads counters and classifier, writes the registers, streams
// two minibatches through, fetches the counters, and compares everything that comes out with the
// golden model's. All streams stall at random. What goes through a port stands in the .hex file of
// its name. Run it in their folder; prints PASS, or FAIL and stops with an error.
module bep_core_tb;
  localparam REGISTERS = 52;
  localparam LOAD_BITS = 307, LOAD_COUNT = 280;
  localparam SAMPLES_BITS = 64, SAMPLES_COUNT = 32;
  localparam LABELS_BITS = 4, LABELS_COUNT = 16;
  localparam RESULTS_BITS = 16, RESULTS_COUNT = 16;
  localparam FETCH_BITS = 11, FETCH_COUNT = 240;
  localparam FETCHED_BITS = 288, FETCHED_COUNT = 240;
  localparam PATIENCE = 1000000;  // cycles
  localparam [8:0] CONTROL = 0, STATUS = 1, ERRORS = 9;

  reg clk, rst, loads, trains, fetches;
  reg [8:0] address;
  reg write_enable;
  reg [31:0] write_data;
  wire [31:0] read_data;
  wire refused;

  initial clk = 0;
  always #5 clk = !clk;

  wire load_valid, load_ready, samples_valid, samples_ready, labels_valid, labels_ready;
  wire results_valid, results_ready, fetch_valid, fetch_ready, fetched_valid, fetched_ready;
  wire load_done, samples_done, labels_done, results_done, fetch_done, fetched_done;
  wire [LOAD_BITS-1:0] load_payload;
  wire [SAMPLES_BITS-1:0] samples_payload;
  wire [LABELS_BITS-1:0] labels_payload;
  wire [RESULTS_BITS-1:0] results_payload;
  wire [FETCH_BITS-1:0] fetch_payload;
  wire [FETCHED_BITS-1:0] fetched_payload;

  bep_core dut (
      .clk(clk),
      .rst(rst),
      .csr__address(address),
      .csr__write_enable(write_enable),
      .csr__write_data(write_data),
      .csr__read_data(read_data),
      .csr__error(refused),
      .load__valid(load_valid),
      .load__ready(load_ready),
      .load__payload(load_payload),
      .samples__valid(samples_valid),
      .samples__ready(samples_ready),
      .samples__payload(samples_payload),
      .labels__valid(labels_valid),
      .labels__ready(labels_ready),
      .labels__payload(labels_payload),
      .results__valid(results_valid),
      .results__ready(results_ready),
      .results__payload(results_payload),
      .fetch__valid(fetch_valid),
      .fetch__ready(fetch_ready),
      .fetch__payload(fetch_payload),
      .fetched__valid(fetched_valid),
      .fetched__ready(fetched_ready),
      .fetched__payload(fetched_payload)
  );

  bep_source #(LOAD_BITS, LOAD_COUNT, "bep_core_load.hex") load (
      clk, loads, load_valid, load_ready, load_payload, load_done
  );
  bep_source #(SAMPLES_BITS, SAMPLES_COUNT, "bep_core_samples.hex") samples (
      clk, trains, samples_valid, samples_ready, samples_payload, samples_done
  );
  bep_source #(LABELS_BITS, LABELS_COUNT, "bep_core_labels.hex") labels (
      clk, trains, labels_valid, labels_ready, labels_payload, labels_done
  );
  bep_sink #(RESULTS_BITS, RESULTS_COUNT, "bep_core_results.hex") results (
      clk, trains, results_valid, results_ready, results_payload, results_done
  );
  bep_source #(FETCH_BITS, FETCH_COUNT, "bep_core_fetch.hex") fetch (
      clk, fetches, fetch_valid, fetch_ready, fetch_payload, fetch_done
  );
  bep_sink #(FETCHED_BITS, FETCHED_COUNT, "bep_core_fetched.hex") fetched (
      clk, fetches, fetched_valid, fetched_ready, fetched_payload, fetched_done
  );

  reg [47:0] registers [0:REGISTERS-1];  // address and value of each write, in order
  integer index;

  // What this drives changes at the falling edge, so that nothing races with the core.
  task write(input [8:0] where, input [31:0] value);
    begin
      address = where;
      write_data = value;
      write_enable = 1;
      @(negedge clk);
      write_enable = 0;
    end
  endtask

  task idle;
    begin
      address = STATUS;
      repeat (3) @(negedge clk);
      while (read_data[0]) @(negedge clk);
    end
  endtask

  initial begin
    $readmemh("bep_core_registers.hex", registers);
    {loads, trains, fetches, write_enable} = 0;
    address = STATUS;
    write_data = 0;
    rst = 1;
    repeat (3) @(negedge clk);
    rst = 0;
    loads = 1;
    while (!load_done) @(negedge clk);
    idle;
    for (index = 0; index < REGISTERS; index = index + 1) begin
      write(registers[index][40:32], registers[index][31:0]);
      if (registers[index][40:32] == CONTROL) idle;
    end
    trains = 1;
    while (!(samples_done && labels_done && results_done)) @(negedge clk);
    idle;
    fetches = 1;
    while (!(fetch_done && fetched_done)) @(negedge clk);
    address = ERRORS;
    repeat (2) @(negedge clk);
    if (read_data !== 0 || refused) begin
      $display("FAIL: the core reports errors %0h", read_data);
      $fatal;
    end
    $display("PASS: %0d samples, %0d words of counters", RESULTS_COUNT, FETCHED_COUNT);
    $finish;
  end

  initial begin
    repeat (PATIENCE) @(posedge clk);
    $display("FAIL: no end after %0d cycles", PATIENCE);
    $fatal;
  end
endmodule

module bep_source #(
    parameter WIDTH = 1, COUNT = 1, FILE = ""
) (
    input clk,
    input go,
    output reg valid,
    input ready,
    output reg [WIDTH-1:0] payload,
    output done
);
  reg [WIDTH-1:0] lines [0:COUNT-1];
  integer next;

  initial begin
    $readmemh(FILE, lines);
    next = 0;
    valid = 0;
    payload = 0;
  end

  assign done = next == COUNT && !valid;

  always @(posedge clk)
    if (go && (!valid || ready)) begin
      valid <= 0;
      if (next < COUNT && $random % 4 != 0) begin
        valid <= 1;
        payload <= lines[next];
        next <= next + 1;
      end
    end
endmodule

module bep_sink #(
    parameter WIDTH = 1, COUNT = 1, FILE = ""
) (
    input clk,
    input go,
    input valid,
    output reg ready,
    input [WIDTH-1:0] payload,
    output done
);
  reg [WIDTH-1:0] lines [0:COUNT-1];
  integer next;

  initial begin
    $readmemh(FILE, lines);
    next = 0;
    ready = 0;
  end

  assign done = next == COUNT;

  always @(posedge clk) begin
    ready <= go && $random % 4 != 0;
    if (valid && ready) begin
      if (payload !== lines[next]) begin
        $display("FAIL: line %0d of %0s: got %0h, golden %0h", next + 1, FILE, payload,
                 lines[next]);
        $fatal;
      end
      next <= next + 1;
    end
  end
endmodule
