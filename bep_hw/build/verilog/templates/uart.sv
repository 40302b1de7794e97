// Trains a small network on the core by its two wires, and compares all results and counters with
// those of the golden model. bep_uart_bytes.hex has every byte, in order, and what it is (2 bits
// before it): sent, expected, or the last one expected of a request that is sent again until the
// answer is the expected one. Run it in the folder of that file; prints PASS, or FAIL and stops
// with an error.
module bep_uart_tb;
  localparam COUNT = @COUNT@, SAMPLES = @SAMPLES@, WORDS = @WORDS@;
  localparam DIVISOR = @DIVISOR@;  // cycles per bit
  localparam PATIENCE = 1000000;  // cycles without a byte
  localparam [1:0] SEND = 0, EXPECT = 1, RETRY = 2;
  localparam [7:0] FLAG = 8'h7e;

  reg clk, rst, rx;
  wire tx, result, refused;
  reg [9:0] lines [0:COUNT-1];
  reg [7:0] answer [0:2047];  // bytes that came back for a request
  reg [7:0] received;
  reg same;
  integer index, first, count, place, bit_out, bit_in, idle;

  initial clk = 0;
  always #5 clk = !clk;

  bep_uart dut (
      .clk(clk),
      .rst(rst),
      .rx(rx),
      .tx(tx),
      .result(result),
      .refused(refused)
  );

  task send(input [7:0] value);
    begin
      rx = 0;
      repeat (DIVISOR) @(negedge clk);
      for (bit_out = 0; bit_out < 8; bit_out = bit_out + 1) begin
        rx = value[bit_out];
        repeat (DIVISOR) @(negedge clk);
      end
      rx = 1;
      repeat (DIVISOR) @(negedge clk);
    end
  endtask

  initial begin
    count = 0;
    idle = 0;
    forever begin
      @(negedge clk);
      if (tx === 0) begin
        // From the edge to the middle of the first bit.
        repeat (DIVISOR + DIVISOR / 2) @(negedge clk);
        for (bit_in = 0; bit_in < 8; bit_in = bit_in + 1) begin
          received[bit_in] = tx;
          repeat (DIVISOR) @(negedge clk);
        end
        answer[count] = received;
        count = count + 1;
        idle = 0;
      end
    end
  end

  initial begin
    $readmemh("bep_uart_bytes.hex", lines);
    rx = 1;
    rst = 1;
    repeat (3) @(negedge clk);
    rst = 0;
    index = 0;
    while (index < COUNT) begin
      first = index;
      count = 0;
      while (lines[index][9:8] == SEND) begin
        send(lines[index][7:0]);
        index = index + 1;
      end
      // An answer has a flag before and after it.
      while (count < 2 || answer[count-1] != FLAG) @(negedge clk);
      same = 1;
      for (place = 0; index < COUNT && lines[index][9:8] != SEND; place = place + 1) begin
        if (place >= count || answer[place] !== lines[index][7:0]) same = 0;
        index = index + 1;
      end
      if (place != count) same = 0;
      if (!same && lines[index-1][9:8] == RETRY) index = first;
      else if (!same) begin
        $display("FAIL: the answer that ends in line %0d of bep_uart_bytes.hex is another one",
                 index);
        $fatal;
      end
    end
    $display("PASS: %0d samples, %0d words of counters", SAMPLES, WORDS);
    $finish;
  end

  always @(posedge clk) begin
    idle = rx ? idle + 1 : 0;
    if (idle > PATIENCE) begin
      $display("FAIL: no answer in %0d cycles, at line %0d of bep_uart_bytes.hex", PATIENCE, index);
      $fatal;
    end
  end
endmodule
