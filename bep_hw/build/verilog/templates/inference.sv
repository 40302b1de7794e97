// Streams test images through the inference core and compares every prediction with the golden
// model's: once as fast as it goes, counting cycles, and once with random stalls on both streams.
// Run it in this folder, where its .hex files are; prints PASS, or FAIL and stops with an error.
module bep_inference_tb;
  localparam IMAGES = @IMAGES@;
  localparam WORDS = @WORDS@;    // per image
  localparam WIDTH = @WIDTH@;    // bits of a word
  localparam BITS = @BITS@;      // of a class
  localparam CYCLES = @CYCLES@;  // per image, while nothing stalls
  localparam EXACT = @EXACT@;    // 1 if an image takes as many, 0 if at most
  localparam PATIENCE = 1000 + 100 * (CYCLES + WORDS);

  reg [WIDTH-1:0] samples [0:IMAGES*WORDS-1];
  reg [BITS-1:0] golden [0:IMAGES-1];

  initial begin
    $readmemh("bep_inference_samples.hex", samples);
    $readmemh("bep_inference_predictions.hex", golden);
  end

  reg clk = 0;
  always #5 clk = !clk;

  reg rst = 1, sample_valid = 0, prediction_ready = 0;
  reg [WIDTH-1:0] sample = 0;
  wire sample_ready, prediction_valid;
  wire [BITS-1:0] prediction;

  bep_inference dut (
      .clk(clk),
      .rst(rst),
      .samples__payload(sample),
      .samples__valid(sample_valid),
      .samples__ready(sample_ready),
      .predictions__payload(prediction),
      .predictions__valid(prediction_valid),
      .predictions__ready(prediction_ready)
  );

  reg stalling = 0;
  integer sent = 0, got = 0, now = 0, first = 0, latest = 0;

  always @(posedge clk) begin
    now <= now + 1;
    rst <= now < 3;

    if (!rst && (!sample_valid || sample_ready)) begin
      sample_valid <= 0;
      if (sent < IMAGES * WORDS && !(stalling && $random % 2 == 0)) begin
        sample_valid <= 1;
        sample <= samples[sent];
        sent <= sent + 1;
      end
    end

    prediction_ready <= !rst && !(stalling && $random % 4 != 0);
    if (prediction_valid && prediction_ready) begin
      if (prediction !== golden[got]) begin
        $display("FAIL: image %0d: predicted %0d, golden %0d", got, prediction, golden[got]);
        $fatal;
      end
      if (got == 0) first <= now;
      latest <= now;
      got <= got + 1;
      if (got == IMAGES - 1) begin
        if (!stalling && IMAGES > 1
            && (now - first > CYCLES * (IMAGES - 1)
                || (EXACT && now - first != CYCLES * (IMAGES - 1)))) begin
          $display("FAIL: %0d cycles for %0d images, must be %0d each", now - first, IMAGES - 1,
                   CYCLES);
          $fatal;
        end
        if (stalling) begin
          $display("PASS: %0d images, %0d cycles each", IMAGES, CYCLES);
          $finish;
        end
        stalling <= 1;
        sent <= 0;
        got <= 0;
      end
    end
    if (now - latest > PATIENCE) begin
      $display("FAIL: image %0d: no prediction for %0d cycles", got, PATIENCE);
      $fatal;
    end
  end
endmodule
