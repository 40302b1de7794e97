// Trains a small network on the core by its bus, and compares all results and counters with those
// of the golden model. @TOP@_bus.hex has every access, in order: what it is (4 bits), the byte
// address (12 bits), and the word that is written or expected. Run it in the folder of that file;
// prints PASS, or FAIL and stops with an error.
module @TOP@_tb;
  localparam COUNT = @COUNT@, SAMPLES = @SAMPLES@, WORDS = @WORDS@;
  localparam PATIENCE = 10000000;  // cycles
  localparam [3:0] WRITE = 0, READ = 1, UNTIL_ZERO = 2, UNTIL_ANY = 3, SEND = 4, TAKE = 5;
  localparam [3:0] PATIENT = 6;

  reg clk, rst, refused;
  reg [31:0] word;  // the last one that was read
  reg [47:0] lines [0:COUNT-1];
  reg [3:0] kind;
  reg [11:0] address;
  reg [31:0] data;
  integer index;

  initial clk = 0;
  always #5 clk = !clk;

  // A master drives at the falling edge, so that nothing races with the core, and pauses at random.
@MASTER@
  task fail;
    begin
      $display("FAIL: line %0d of @TOP@_bus.hex: got %0h%0s, golden %0h", index + 1, word,
               refused ? ", refused" : "", data);
      $fatal;
    end
  endtask

  initial begin
    $readmemh("@TOP@_bus.hex", lines);
    refused = 0;
    word = 0;
    start;
    rst = 1;
    repeat (3) @(negedge clk);
    rst = 0;
    for (index = 0; index < COUNT; index = index + 1) begin
      {kind, address, data} = lines[index];
      repeat ($random & 1) @(negedge clk);
      case (kind)
        WRITE: write(address, data);
        SEND: send(address[0], data);
        TAKE: take(address[0]);
        default: read(address);
      endcase
      while (refused && kind == PATIENT) read(address);
      while (!refused && ((kind == UNTIL_ZERO && word != 0) || (kind == UNTIL_ANY && word == 0)))
        read(address);
      if (refused) fail;
      if ((kind == READ || kind == TAKE || kind == PATIENT) && word !== data) fail;
    end
    $display("PASS: %0d samples, %0d words of counters", SAMPLES, WORDS);
    $finish;
  end

  initial begin
    repeat (PATIENCE) @(posedge clk);
    $display("FAIL: no end after %0d cycles, at line %0d of @TOP@_bus.hex", PATIENCE, index + 1);
    $fatal;
  end
endmodule
