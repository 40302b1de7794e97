// SPDX-License-Identifier: Apache-2.0
// verilator lint_off INITIALDLY

// bep_hw/gateware/core.py
module bep_core(csr__write_enable, csr__write_data, samples__payload, samples__valid, labels__payload, labels__valid, results__ready, load__payload, load__valid, fetch__payload, fetch__valid, fetched__ready, clk, rst, csr__read_data, csr__error, samples__ready, labels__ready, results__payload, results__valid, load__ready
, fetch__ready, fetched__payload, fetched__valid, csr__address);
  reg \$auto$verilog_backend.cc:2355:dump_module$23 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$23 <= 0;
  wire \$1 , \$10 , \$100 , \$101 , \$102 , \$103 , \$104 , \$105 , \$106 , \$107 , \$108 , \$109 ,
    \$11 , \$110 , \$111 , \$112 , \$113 , \$114 , \$115 , \$116 , \$117 , \$118 , \$119 , \$12 ,
    \$120 , \$121 , \$122 , \$123 , \$124 , \$125 , \$126 , \$127 , \$128 , \$129 , \$13 , \$130 ,
    \$131 , \$14 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 , \$21 , \$22 , \$23 , \$24 , \$25 ,
    \$26 , \$265 , \$27 , \$28 , \$29 , \$3 , \$30 , \$31 , \$32 , \$33 , \$34 , \$35 , \$36 ,
    \$37 , \$38 , \$39 , \$4 , \$40 , \$41 , \$42 , \$43 , \$44 , \$45 , \$46 , \$47 , \$48 , \$49 ,
    \$5 , \$50 , \$51 , \$52 , \$53 , \$54 , \$55 , \$56 , \$57 , \$58 , \$59 , \$6 , \$60 , \$66 ,
    \$67 , \$68 , \$69 , \$7 , \$72 , \$73 , \$74 , \$75 , \$76 , \$77 , \$8 ;
  wire [1:0] \$132 , \$62 , \$63 , \$70 ;
  wire [11:0] \$133 ;
  wire [3:0] \$15 , \$263 , \$78 ;
  wire [8:0] \$207 , \$244 , \$252 , \$255 , \$258 ;
  wire [4:0] \$234 , \$241 , \$64 , \$71 ;
  wire [7:0] \$268 ;
  wire [6:0] \$272 ;
  wire [5:0] \$61 , \$65 ;
  wire [63:0] \$79 , \$80 , \$82 , \$83 ;
  wire [31:0] \$81 ;
  reg \$84 ;
  reg [3:0] \$85 ;
  reg [3:0] \$86 ;
  reg [15:0] \$87 ;
  reg \$88 ;
  reg \$89 ;
  wire \$9 ;
  reg \$90 ;
  reg \$91 ;
  reg [8:0] \$92 ;
  reg [30:0] \$93 ;
  reg \$94 ;
  reg \$95 ;
  reg \$96 ;
  reg \$97 ;
  wire [2047:0] \$98 ;
  wire [2:0] \$99 ;
  reg [30:0] \$like  = 31'h00000000;
  wire [1:0] \$like.bundle ;
  wire \$like.classifier ;
  wire \$like.first ;
  wire [8:0] \$like.gate ;
  wire \$like.last ;
  wire \$like.part ;
  wire [3:0] \$like.row ;
  wire [7:0] \$like.rows_left ;
  wire [3:0] \$like.word ;
  wire \$signal ;
  wire \$signal$107 ;
  wire \$signal$114 ;
  reg [3:0] \$signal$201  = 4'h0;
  wire \$signal$348 ;
  wire \$signal$40 ;
  reg \$signal$42  = 1'h0;
  wire \$signal$43 ;
  wire \$signal$47 ;
  wire \$signal$48 ;
  wire \$signal$49 ;
  wire \$signal$55 ;
  wire \$signal$86 ;
  wire \$signal$87 ;
  wire [5:0] \$signature__addr ;
  wire [63:0] \$signature__data ;
  wire [3:0] activation_address;
  wire [3:0] \activation_address$294 ;
  wire [1:0] activation_bank;
  reg [63:0] activations = 64'h0000000000000000;
  wire [31:0] \activations$168 ;
  wire [63:0] \activations$317 ;
  (* init = 64'h0000000000000000 *)
  wire [63:0] activations0_0;
  wire [3:0] address;
  wire [3:0] \address$261 ;
  reg [5:0] \address$268 ;
  wire answered;
  (* init = 32'd0 *)
  wire [31:0] backward_desired0;
  (* init = 1'h0 *)
  wire backward_first0;
  (* init = 32'd0 *)
  wire [31:0] backward_gates0;
  (* init = 1'h0 *)
  wire backward_last0;
  wire [93:0] backward_table;
  wire [2:0] \backward_table.column_blocks ;
  wire [8:0] \backward_table.columns ;
  wire [10:0] \backward_table.counter_base ;
  wire [8:0] \backward_table.gate ;
  wire [7:0] \backward_table.group ;
  wire [3:0] \backward_table.input_base ;
  wire [3:0] \backward_table.output_base ;
  wire [20:0] \backward_table.reinforce ;
  wire [3:0] \backward_table.row_base ;
  wire [2:0] \backward_table.row_blocks ;
  wire [7:0] \backward_table.rows ;
  wire [5:0] \backward_table.tile_base ;
  wire [3:0] \backward_table.words ;
  (* init = 1'h0 *)
  wire backward_valid0;
  wire [1:0] bank;
  wire [1:0] \bank$213 ;
  reg \bank$270 ;
  wire \bank$271 ;
  wire [1:0] \bank$299 ;
  wire [3:0] base;
  wire [7:0] batch_size;
  wire beyond;
  (* init = 31'h00000000 *)
  wire [30:0] block;
  wire [30:0] \block$383 ;
  wire [1:0] \block$383.bundle ;
  wire \block$383.classifier ;
  wire \block$383.first ;
  wire [8:0] \block$383.gate ;
  wire \block$383.last ;
  wire \block$383.part ;
  wire [3:0] \block$383.row ;
  wire [7:0] \block$383.rows_left ;
  wire [3:0] \block$383.word ;
  wire [1:0] \block.bundle ;
  wire \block.classifier ;
  wire \block.first ;
  wire [8:0] \block.gate ;
  wire \block.last ;
  wire \block.part ;
  wire [3:0] \block.row ;
  wire [7:0] \block.rows_left ;
  wire [3:0] \block.word ;
  reg [30:0] block0 = 31'h00000000;
  wire [1:0] \block0.bundle ;
  wire \block0.classifier ;
  wire \block0.first ;
  wire [8:0] \block0.gate ;
  wire \block0.last ;
  wire \block0.part ;
  wire [3:0] \block0.row ;
  wire [7:0] \block0.rows_left ;
  wire [3:0] \block0.word ;
  reg [30:0] block1 = 31'h00000000;
  wire [1:0] \block1.bundle ;
  wire \block1.classifier ;
  wire \block1.first ;
  wire [8:0] \block1.gate ;
  wire \block1.last ;
  wire \block1.part ;
  wire [3:0] \block1.row ;
  wire [7:0] \block1.rows_left ;
  wire [3:0] \block1.word ;
  reg [30:0] block2 = 31'h00000000;
  wire [1:0] \block2.bundle ;
  wire \block2.classifier ;
  wire \block2.first ;
  wire [8:0] \block2.gate ;
  wire \block2.last ;
  wire \block2.part ;
  wire [3:0] \block2.row ;
  wire [7:0] \block2.rows_left ;
  wire [3:0] \block2.word ;
  (* init = 31'h00000000 *)
  wire [30:0] block3;
  wire [1:0] \block3.bundle ;
  wire \block3.classifier ;
  wire \block3.first ;
  wire [8:0] \block3.gate ;
  wire \block3.last ;
  wire \block3.part ;
  wire [3:0] \block3.row ;
  wire [7:0] \block3.rows_left ;
  wire [3:0] \block3.word ;
  wire [1:0] bundle;
  wire busy;
  wire \busy$108 ;
  wire \busy$109 ;
  wire \busy$54 ;
  wire \busy$57 ;
  wire [4:0] class_address;
  wire [7:0] classes;
  wire [4:0] classes_write__addr;
  wire [63:0] classes_write__data;
  wire [1:0] classes_write__en;
  wire classifier;
  input clk;
  wire closes;
  wire [1:0] complete__payload;
  wire complete__ready;
  wire complete__valid;
  wire copy_done;
  wire copy_start;
  wire [10:0] counter_address;
  wire [287:0] counters;
  wire [8:0] \counters[0] ;
  wire [8:0] \counters[10] ;
  wire [8:0] \counters[11] ;
  wire [8:0] \counters[12] ;
  wire [8:0] \counters[13] ;
  wire [8:0] \counters[14] ;
  wire [8:0] \counters[15] ;
  wire [8:0] \counters[16] ;
  wire [8:0] \counters[17] ;
  wire [8:0] \counters[18] ;
  wire [8:0] \counters[19] ;
  wire [8:0] \counters[1] ;
  wire [8:0] \counters[20] ;
  wire [8:0] \counters[21] ;
  wire [8:0] \counters[22] ;
  wire [8:0] \counters[23] ;
  wire [8:0] \counters[24] ;
  wire [8:0] \counters[25] ;
  wire [8:0] \counters[26] ;
  wire [8:0] \counters[27] ;
  wire [8:0] \counters[28] ;
  wire [8:0] \counters[29] ;
  wire [8:0] \counters[2] ;
  wire [8:0] \counters[30] ;
  wire [8:0] \counters[31] ;
  wire [8:0] \counters[3] ;
  wire [8:0] \counters[4] ;
  wire [8:0] \counters[5] ;
  wire [8:0] \counters[6] ;
  wire [8:0] \counters[7] ;
  wire [8:0] \counters[8] ;
  wire [8:0] \counters[9] ;
  wire [10:0] counters_read__addr;
  wire [287:0] counters_read__data;
  wire counters_read__en;
  wire [10:0] counters_write__addr;
  wire [287:0] counters_write__data;
  wire counters_write__en;
  wire counts;
  input [8:0] csr__address;
  output csr__error;
  output [31:0] csr__read_data;
  input [31:0] csr__write_data;
  input csr__write_enable;
  wire cut;
  reg [31:0] desired = 32'd0;
  wire [63:0] \desired$308 ;
  wire [3:0] desired_address;
  wire [3:0] \desired_address$306 ;
  wire [5:0] desired_of_rows_read__addr;
  wire [63:0] desired_of_rows_read__data;
  wire desired_of_rows_read__en;
  wire done;
  wire \done$203 ;
  wire dropped;
  wire ends;
  wire enter;
  wire \enter$85 ;
  wire entered;
  wire \entered$98 ;
  wire [1:0] entered_bundle;
  wire [5:0] failed;
  wire [5:0] failed_outside;
  wire fails;
  reg [8:0] fan_in = 9'h000;
  wire [8:0] \fan_in$390 ;
  (* init = 9'h000 *)
  wire [8:0] fan_in0_0;
  wire far;
  input [10:0] fetch__payload;
  output fetch__ready;
  input fetch__valid;
  output [287:0] fetched__payload;
  input fetched__ready;
  output fetched__valid;
  reg first = 1'h0;
  reg \first$252  = 1'h0;
  wire \first$388 ;
  wire \first$394 ;
  (* init = 1'h0 *)
  wire first0_0;
  wire flush;
  wire [3:0] free;
  wire \free$126 ;
  wire freed;
  wire [1:0] freed_bank;
  reg [3:0] full = 4'h0;
  wire [31:0] gates;
  reg [31:0] \gates$258  = 32'd0;
  reg half0 = 1'h0;
  wire hold;
  reg idle = 1'h0;
  wire [1:0] idle_layer;
  wire [1:0] judged;
  reg [15:0] kept = 16'h0000;
  wire [3:0] \kept[0] ;
  wire [3:0] \kept[1] ;
  wire [3:0] \kept[2] ;
  wire [3:0] \kept[3] ;
  wire [3:0] label;
  wire [3:0] \label$192 ;
  wire [3:0] \label$212 ;
  input [3:0] labels__payload;
  output labels__ready;
  input labels__valid;
  reg last = 1'h0;
  reg \last$254  = 1'h0;
  wire \last$389 ;
  wire \last$395 ;
  (* init = 1'h0 *)
  wire last0_0;
  wire [1:0] layer;
  wire [1:0] \layer$215 ;
  wire [1:0] \layer$288 ;
  wire [1:0] \layer$290 ;
  wire [1:0] layers;
  wire [4:0] layers__payload;
  wire [1:0] \layers__payload$117.bundle ;
  wire \layers__payload$117.classifier ;
  wire [1:0] \layers__payload$117.layer ;
  wire [1:0] \layers__payload.bundle ;
  wire \layers__payload.classifier ;
  wire [1:0] \layers__payload.layer ;
  wire layers__ready;
  wire layers__valid;
  wire learns;
  wire legal;
  input [306:0] load__payload;
  wire [10:0] \load__payload$321.address ;
  wire [287:0] \load__payload$321.data ;
  wire [1:0] \load__payload$321.kind ;
  wire [4:0] \load__payload$321.row ;
  wire \load__payload$321.segment ;
  wire [10:0] \load__payload.address ;
  wire [287:0] \load__payload.data ;
  wire [1:0] \load__payload.kind ;
  wire [4:0] \load__payload.row ;
  wire \load__payload.segment ;
  output load__ready;
  input load__valid;
  wire loaded;
  wire [1:0] loaded_bundle;
  wire locked;
  wire [89:0] logits;
  wire [8:0] \logits[0] ;
  wire [8:0] \logits[1] ;
  wire [8:0] \logits[2] ;
  wire [8:0] \logits[3] ;
  wire [8:0] \logits[4] ;
  wire [8:0] \logits[5] ;
  wire [8:0] \logits[6] ;
  wire [8:0] \logits[7] ;
  wire [8:0] \logits[8] ;
  wire [8:0] \logits[9] ;
  wire [287:0] magnitudes;
  wire [8:0] \magnitudes$303[0] ;
  wire [8:0] \magnitudes$303[10] ;
  wire [8:0] \magnitudes$303[11] ;
  wire [8:0] \magnitudes$303[12] ;
  wire [8:0] \magnitudes$303[13] ;
  wire [8:0] \magnitudes$303[14] ;
  wire [8:0] \magnitudes$303[15] ;
  wire [8:0] \magnitudes$303[16] ;
  wire [8:0] \magnitudes$303[17] ;
  wire [8:0] \magnitudes$303[18] ;
  wire [8:0] \magnitudes$303[19] ;
  wire [8:0] \magnitudes$303[1] ;
  wire [8:0] \magnitudes$303[20] ;
  wire [8:0] \magnitudes$303[21] ;
  wire [8:0] \magnitudes$303[22] ;
  wire [8:0] \magnitudes$303[23] ;
  wire [8:0] \magnitudes$303[24] ;
  wire [8:0] \magnitudes$303[25] ;
  wire [8:0] \magnitudes$303[26] ;
  wire [8:0] \magnitudes$303[27] ;
  wire [8:0] \magnitudes$303[28] ;
  wire [8:0] \magnitudes$303[29] ;
  wire [8:0] \magnitudes$303[2] ;
  wire [8:0] \magnitudes$303[30] ;
  wire [8:0] \magnitudes$303[31] ;
  wire [8:0] \magnitudes$303[3] ;
  wire [8:0] \magnitudes$303[4] ;
  wire [8:0] \magnitudes$303[5] ;
  wire [8:0] \magnitudes$303[6] ;
  wire [8:0] \magnitudes$303[7] ;
  wire [8:0] \magnitudes$303[8] ;
  wire [8:0] \magnitudes$303[9] ;
  wire [8:0] \magnitudes[0] ;
  wire [8:0] \magnitudes[10] ;
  wire [8:0] \magnitudes[11] ;
  wire [8:0] \magnitudes[12] ;
  wire [8:0] \magnitudes[13] ;
  wire [8:0] \magnitudes[14] ;
  wire [8:0] \magnitudes[15] ;
  wire [8:0] \magnitudes[16] ;
  wire [8:0] \magnitudes[17] ;
  wire [8:0] \magnitudes[18] ;
  wire [8:0] \magnitudes[19] ;
  wire [8:0] \magnitudes[1] ;
  wire [8:0] \magnitudes[20] ;
  wire [8:0] \magnitudes[21] ;
  wire [8:0] \magnitudes[22] ;
  wire [8:0] \magnitudes[23] ;
  wire [8:0] \magnitudes[24] ;
  wire [8:0] \magnitudes[25] ;
  wire [8:0] \magnitudes[26] ;
  wire [8:0] \magnitudes[27] ;
  wire [8:0] \magnitudes[28] ;
  wire [8:0] \magnitudes[29] ;
  wire [8:0] \magnitudes[2] ;
  wire [8:0] \magnitudes[30] ;
  wire [8:0] \magnitudes[31] ;
  wire [8:0] \magnitudes[3] ;
  wire [8:0] \magnitudes[4] ;
  wire [8:0] \magnitudes[5] ;
  wire [8:0] \magnitudes[6] ;
  wire [8:0] \magnitudes[7] ;
  wire [8:0] \magnitudes[8] ;
  wire [8:0] \magnitudes[9] ;
  wire [8:0] margin;
  wire [9:0] \margin$208 ;
  wire [31:0] mask;
  wire [63:0] \mask$392 ;
  wire [3:0] members;
  wire \members$132 ;
  wire \members$205 ;
  wire \members[0] ;
  wire \members[1] ;
  wire \members[2] ;
  wire \members[3] ;
  wire [31:0] minibatch;
  wire minibatch_done;
  reg [63:0] missing = 64'h0000000000000000;
  reg [30:0] next_out = 31'h00000000;
  wire [1:0] \next_out.bundle ;
  wire \next_out.classifier ;
  wire \next_out.first ;
  wire [8:0] \next_out.gate ;
  wire \next_out.last ;
  wire \next_out.part ;
  wire [3:0] \next_out.row ;
  wire [7:0] \next_out.rows_left ;
  wire [3:0] \next_out.word ;
  wire [3:0] next_row_address;
  wire [-1:0] next_way;
  (* init = 31'h00000000 *)
  wire [30:0] out;
  wire [1:0] \out.bundle ;
  wire \out.classifier ;
  wire \out.first ;
  wire [8:0] \out.gate ;
  wire \out.last ;
  wire \out.part ;
  wire [3:0] \out.row ;
  wire [7:0] \out.rows_left ;
  wire [3:0] \out.word ;
  wire [15:0] outcome;
  wire [10:0] \outcome.margin ;
  wire [3:0] \outcome.prediction ;
  wire \outcome.triggered ;
  wire [319:0] own;
  wire [9:0] \own[0] ;
  wire [9:0] \own[10] ;
  wire [9:0] \own[11] ;
  wire [9:0] \own[12] ;
  wire [9:0] \own[13] ;
  wire [9:0] \own[14] ;
  wire [9:0] \own[15] ;
  wire [9:0] \own[16] ;
  wire [9:0] \own[17] ;
  wire [9:0] \own[18] ;
  wire [9:0] \own[19] ;
  wire [9:0] \own[1] ;
  wire [9:0] \own[20] ;
  wire [9:0] \own[21] ;
  wire [9:0] \own[22] ;
  wire [9:0] \own[23] ;
  wire [9:0] \own[24] ;
  wire [9:0] \own[25] ;
  wire [9:0] \own[26] ;
  wire [9:0] \own[27] ;
  wire [9:0] \own[28] ;
  wire [9:0] \own[29] ;
  wire [9:0] \own[2] ;
  wire [9:0] \own[30] ;
  wire [9:0] \own[31] ;
  wire [9:0] \own[3] ;
  wire [9:0] \own[4] ;
  wire [9:0] \own[5] ;
  wire [9:0] \own[6] ;
  wire [9:0] \own[7] ;
  wire [9:0] \own[8] ;
  wire [9:0] \own[9] ;
  wire part;
  wire [3:0] prediction;
  wire [1:0] r_data;
  wire r_en;
  wire r_rdy;
  wire [5:0] read__addr;
  wire [4:0] \read__addr$229 ;
  wire [10:0] \read__addr$354 ;
  wire read__data;
  wire [63:0] \read__data$263 ;
  wire [319:0] \read__data$304 ;
  wire [63:0] \read__data$391 ;
  wire [63:0] \read__data$396 ;
  wire [31:0] \read__data$398 ;
  wire read__en;
  wire read_enable;
  wire reading;
  wire refresh;
  wire resized;
  output [15:0] results__payload;
  wire [15:0] \results__payload$200 ;
  wire [10:0] \results__payload$200.margin ;
  wire [3:0] \results__payload$200.prediction ;
  wire \results__payload$200.triggered ;
  wire [10:0] \results__payload.margin ;
  wire [3:0] \results__payload.prediction ;
  wire \results__payload.triggered ;
  input results__ready;
  output results__valid;
  wire [3:0] row_address;
  wire [3:0] \row_address$298 ;
  wire [1:0] row_count;
  wire [31:0] row_mask;
  wire [93:0] row_table;
  wire [2:0] \row_table.column_blocks ;
  wire [8:0] \row_table.columns ;
  wire [10:0] \row_table.counter_base ;
  wire [8:0] \row_table.gate ;
  wire [7:0] \row_table.group ;
  wire [3:0] \row_table.input_base ;
  wire [3:0] \row_table.output_base ;
  wire [20:0] \row_table.reinforce ;
  wire [3:0] \row_table.row_base ;
  wire [2:0] \row_table.row_blocks ;
  wire [7:0] \row_table.rows ;
  wire [5:0] \row_table.tile_base ;
  wire [3:0] \row_table.words ;
  wire rows_busy;
  input rst;
  wire [3:0] sample_words;
  input [63:0] samples__payload;
  wire [1:0] \samples__payload$216 ;
  output samples__ready;
  input samples__valid;
  wire \samples__valid$220 ;
  wire [31:0] seed;
  wire start;
  wire \start$128 ;
  wire \start$225 ;
  wire \start$233 ;
  wire [1:0] start__payload;
  wire start__ready;
  wire start__valid;
  wire stored;
  wire [1:0] sweep_layer;
  wire [93:0] sweep_table;
  wire [2:0] \sweep_table$316.column_blocks ;
  wire [8:0] \sweep_table$316.columns ;
  wire [10:0] \sweep_table$316.counter_base ;
  wire [8:0] \sweep_table$316.gate ;
  wire [7:0] \sweep_table$316.group ;
  wire [3:0] \sweep_table$316.input_base ;
  wire [3:0] \sweep_table$316.output_base ;
  wire [20:0] \sweep_table$316.reinforce ;
  wire [3:0] \sweep_table$316.row_base ;
  wire [2:0] \sweep_table$316.row_blocks ;
  wire [7:0] \sweep_table$316.rows ;
  wire [5:0] \sweep_table$316.tile_base ;
  wire [3:0] \sweep_table$316.words ;
  wire [2:0] \sweep_table.column_blocks ;
  wire [8:0] \sweep_table.columns ;
  wire [10:0] \sweep_table.counter_base ;
  wire [8:0] \sweep_table.gate ;
  wire [7:0] \sweep_table.group ;
  wire [3:0] \sweep_table.input_base ;
  wire [3:0] \sweep_table.output_base ;
  wire [20:0] \sweep_table.reinforce ;
  wire [3:0] \sweep_table.row_base ;
  wire [2:0] \sweep_table.row_blocks ;
  wire [7:0] \sweep_table.rows ;
  wire [5:0] \sweep_table.tile_base ;
  wire [3:0] \sweep_table.words ;
  wire [93:0] \table ;
  wire [93:0] \table$124 ;
  wire [2:0] \table$124.column_blocks ;
  wire [8:0] \table$124.columns ;
  wire [10:0] \table$124.counter_base ;
  wire [8:0] \table$124.gate ;
  wire [7:0] \table$124.group ;
  wire [3:0] \table$124.input_base ;
  wire [3:0] \table$124.output_base ;
  wire [20:0] \table$124.reinforce ;
  wire [3:0] \table$124.row_base ;
  wire [2:0] \table$124.row_blocks ;
  wire [7:0] \table$124.rows ;
  wire [5:0] \table$124.tile_base ;
  wire [3:0] \table$124.words ;
  wire [2:0] \table$125.column_blocks ;
  wire [8:0] \table$125.columns ;
  wire [10:0] \table$125.counter_base ;
  wire [8:0] \table$125.gate ;
  wire [7:0] \table$125.group ;
  wire [3:0] \table$125.input_base ;
  wire [3:0] \table$125.output_base ;
  wire [20:0] \table$125.reinforce ;
  wire [3:0] \table$125.row_base ;
  wire [2:0] \table$125.row_blocks ;
  wire [7:0] \table$125.rows ;
  wire [5:0] \table$125.tile_base ;
  wire [3:0] \table$125.words ;
  wire [2:0] \table$228.column_blocks ;
  wire [8:0] \table$228.columns ;
  wire [10:0] \table$228.counter_base ;
  wire [8:0] \table$228.gate ;
  wire [7:0] \table$228.group ;
  wire [3:0] \table$228.input_base ;
  wire [3:0] \table$228.output_base ;
  wire [20:0] \table$228.reinforce ;
  wire [3:0] \table$228.row_base ;
  wire [2:0] \table$228.row_blocks ;
  wire [7:0] \table$228.rows ;
  wire [5:0] \table$228.tile_base ;
  wire [3:0] \table$228.words ;
  wire [93:0] \table$37 ;
  wire [2:0] \table$37.column_blocks ;
  wire [8:0] \table$37.columns ;
  wire [10:0] \table$37.counter_base ;
  wire [8:0] \table$37.gate ;
  wire [7:0] \table$37.group ;
  wire [3:0] \table$37.input_base ;
  wire [3:0] \table$37.output_base ;
  wire [20:0] \table$37.reinforce ;
  wire [3:0] \table$37.row_base ;
  wire [2:0] \table$37.row_blocks ;
  wire [7:0] \table$37.rows ;
  wire [5:0] \table$37.tile_base ;
  wire [3:0] \table$37.words ;
  wire [93:0] \table$38 ;
  wire [2:0] \table$38.column_blocks ;
  wire [8:0] \table$38.columns ;
  wire [10:0] \table$38.counter_base ;
  wire [8:0] \table$38.gate ;
  wire [7:0] \table$38.group ;
  wire [3:0] \table$38.input_base ;
  wire [3:0] \table$38.output_base ;
  wire [20:0] \table$38.reinforce ;
  wire [3:0] \table$38.row_base ;
  wire [2:0] \table$38.row_blocks ;
  wire [7:0] \table$38.rows ;
  wire [5:0] \table$38.tile_base ;
  wire [3:0] \table$38.words ;
  wire [93:0] \table$39 ;
  wire [2:0] \table$39.column_blocks ;
  wire [8:0] \table$39.columns ;
  wire [10:0] \table$39.counter_base ;
  wire [8:0] \table$39.gate ;
  wire [7:0] \table$39.group ;
  wire [3:0] \table$39.input_base ;
  wire [3:0] \table$39.output_base ;
  wire [20:0] \table$39.reinforce ;
  wire [3:0] \table$39.row_base ;
  wire [2:0] \table$39.row_blocks ;
  wire [7:0] \table$39.rows ;
  wire [5:0] \table$39.tile_base ;
  wire [3:0] \table$39.words ;
  wire [281:0] \table$53 ;
  wire [93:0] \table$53[0] ;
  wire [2:0] \table$53[0].column_blocks ;
  wire [8:0] \table$53[0].columns ;
  wire [10:0] \table$53[0].counter_base ;
  wire [8:0] \table$53[0].gate ;
  wire [7:0] \table$53[0].group ;
  wire [3:0] \table$53[0].input_base ;
  wire [3:0] \table$53[0].output_base ;
  wire [20:0] \table$53[0].reinforce ;
  wire [3:0] \table$53[0].row_base ;
  wire [2:0] \table$53[0].row_blocks ;
  wire [7:0] \table$53[0].rows ;
  wire [5:0] \table$53[0].tile_base ;
  wire [3:0] \table$53[0].words ;
  wire [93:0] \table$53[1] ;
  wire [2:0] \table$53[1].column_blocks ;
  wire [8:0] \table$53[1].columns ;
  wire [10:0] \table$53[1].counter_base ;
  wire [8:0] \table$53[1].gate ;
  wire [7:0] \table$53[1].group ;
  wire [3:0] \table$53[1].input_base ;
  wire [3:0] \table$53[1].output_base ;
  wire [20:0] \table$53[1].reinforce ;
  wire [3:0] \table$53[1].row_base ;
  wire [2:0] \table$53[1].row_blocks ;
  wire [7:0] \table$53[1].rows ;
  wire [5:0] \table$53[1].tile_base ;
  wire [3:0] \table$53[1].words ;
  wire [93:0] \table$53[2] ;
  wire [2:0] \table$53[2].column_blocks ;
  wire [8:0] \table$53[2].columns ;
  wire [10:0] \table$53[2].counter_base ;
  wire [8:0] \table$53[2].gate ;
  wire [7:0] \table$53[2].group ;
  wire [3:0] \table$53[2].input_base ;
  wire [3:0] \table$53[2].output_base ;
  wire [20:0] \table$53[2].reinforce ;
  wire [3:0] \table$53[2].row_base ;
  wire [2:0] \table$53[2].row_blocks ;
  wire [7:0] \table$53[2].rows ;
  wire [5:0] \table$53[2].tile_base ;
  wire [3:0] \table$53[2].words ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  wire tabled;
  wire tabling;
  wire [8:0] threshold;
  wire [2047:0] tile;
  wire [5:0] tile_address;
  wire [5:0] \tile_address$274 ;
  wire tile_for_backward;
  wire [6:0] tiles_write__address;
  wire tiles_write__pieces;
  wire [4:0] tiles_write__row;
  wire tiles_write__segment;
  wire [31:0] tiles_write__weights;
  wire train;
  wire triggered;
  wire turn;
  wire valid;
  reg \valid$151  = 1'h0;
  wire \valid$184 ;
  reg \valid$250  = 1'h0;
  wire \valid$387 ;
  wire \valid$393 ;
  (* init = 1'h0 *)
  wire valid0_0;
  wire [1:0] w_data;
  wire w_en;
  wire walk_done;
  wire walk_start;
  (* init = 1'h0 *)
  wire was_idle0;
  wire [-1:0] way;
  wire [93:0] winner_table;
  wire [2:0] \winner_table.column_blocks ;
  wire [8:0] \winner_table.columns ;
  wire [10:0] \winner_table.counter_base ;
  wire [8:0] \winner_table.gate ;
  wire [7:0] \winner_table.group ;
  wire [3:0] \winner_table.input_base ;
  wire [3:0] \winner_table.output_base ;
  wire [20:0] \winner_table.reinforce ;
  wire [3:0] \winner_table.row_base ;
  wire [2:0] \winner_table.row_blocks ;
  wire [7:0] \winner_table.rows ;
  wire [5:0] \winner_table.tile_base ;
  wire [3:0] \winner_table.words ;
  wire [22:0] winners__payload;
  wire [1:0] \winners__payload$282.bank ;
  wire [3:0] \winners__payload$282.block ;
  wire \winners__payload$282.desired ;
  wire [4:0] \winners__payload$282.index ;
  wire \winners__payload$282.last ;
  wire [1:0] \winners__payload$282.layer ;
  wire [7:0] \winners__payload$282.row ;
  wire [1:0] \winners__payload.bank ;
  wire [3:0] \winners__payload.block ;
  wire \winners__payload.desired ;
  wire [4:0] \winners__payload.index ;
  wire \winners__payload.last ;
  wire [1:0] \winners__payload.layer ;
  wire [7:0] \winners__payload.row ;
  wire winners__ready;
  wire winners__valid;
  wire [63:0] word;
  wire [3:0] \word$264 ;
  wire [63:0] \word$265 ;
  wire [2:0] words;
  wire write;
  wire \write$249 ;
  reg [5:0] write__addr;
  reg [5:0] \write__addr$260 ;
  wire [10:0] \write__addr$359 ;
  wire [10:0] write__address;
  wire [6:0] \write__address$365 ;
  wire write__bank;
  wire [287:0] write__counters;
  wire [8:0] \write__counters$335[0] ;
  wire [8:0] \write__counters$335[10] ;
  wire [8:0] \write__counters$335[11] ;
  wire [8:0] \write__counters$335[12] ;
  wire [8:0] \write__counters$335[13] ;
  wire [8:0] \write__counters$335[14] ;
  wire [8:0] \write__counters$335[15] ;
  wire [8:0] \write__counters$335[16] ;
  wire [8:0] \write__counters$335[17] ;
  wire [8:0] \write__counters$335[18] ;
  wire [8:0] \write__counters$335[19] ;
  wire [8:0] \write__counters$335[1] ;
  wire [8:0] \write__counters$335[20] ;
  wire [8:0] \write__counters$335[21] ;
  wire [8:0] \write__counters$335[22] ;
  wire [8:0] \write__counters$335[23] ;
  wire [8:0] \write__counters$335[24] ;
  wire [8:0] \write__counters$335[25] ;
  wire [8:0] \write__counters$335[26] ;
  wire [8:0] \write__counters$335[27] ;
  wire [8:0] \write__counters$335[28] ;
  wire [8:0] \write__counters$335[29] ;
  wire [8:0] \write__counters$335[2] ;
  wire [8:0] \write__counters$335[30] ;
  wire [8:0] \write__counters$335[31] ;
  wire [8:0] \write__counters$335[3] ;
  wire [8:0] \write__counters$335[4] ;
  wire [8:0] \write__counters$335[5] ;
  wire [8:0] \write__counters$335[6] ;
  wire [8:0] \write__counters$335[7] ;
  wire [8:0] \write__counters$335[8] ;
  wire [8:0] \write__counters$335[9] ;
  wire [8:0] \write__counters[0] ;
  wire [8:0] \write__counters[10] ;
  wire [8:0] \write__counters[11] ;
  wire [8:0] \write__counters[12] ;
  wire [8:0] \write__counters[13] ;
  wire [8:0] \write__counters[14] ;
  wire [8:0] \write__counters[15] ;
  wire [8:0] \write__counters[16] ;
  wire [8:0] \write__counters[17] ;
  wire [8:0] \write__counters[18] ;
  wire [8:0] \write__counters[19] ;
  wire [8:0] \write__counters[1] ;
  wire [8:0] \write__counters[20] ;
  wire [8:0] \write__counters[21] ;
  wire [8:0] \write__counters[22] ;
  wire [8:0] \write__counters[23] ;
  wire [8:0] \write__counters[24] ;
  wire [8:0] \write__counters[25] ;
  wire [8:0] \write__counters[26] ;
  wire [8:0] \write__counters[27] ;
  wire [8:0] \write__counters[28] ;
  wire [8:0] \write__counters[29] ;
  wire [8:0] \write__counters[2] ;
  wire [8:0] \write__counters[30] ;
  wire [8:0] \write__counters[31] ;
  wire [8:0] \write__counters[3] ;
  wire [8:0] \write__counters[4] ;
  wire [8:0] \write__counters[5] ;
  wire [8:0] \write__counters[6] ;
  wire [8:0] \write__counters[7] ;
  wire [8:0] \write__counters[8] ;
  wire [8:0] \write__counters[9] ;
  reg [63:0] write__data;
  wire [31:0] \write__data$178 ;
  wire \write__data$182 ;
  reg [63:0] \write__data$262 ;
  wire [287:0] \write__data$361 ;
  reg [1:0] write__en;
  wire \write__en$248 ;
  wire \write__en$363 ;
  wire [1:0] \write__en$379 ;
  wire write__pieces;
  wire \write__pieces$367 ;
  wire [4:0] write__row;
  wire [4:0] \write__row$369 ;
  wire write__segment;
  wire \write__segment$371 ;
  wire [5:0] write__tile;
  wire write__valid;
  wire [31:0] write__weights;
  wire [31:0] \write__weights$373 ;
  wire [319:0] z;
  wire [9:0] \z$135[0] ;
  wire [9:0] \z$135[10] ;
  wire [9:0] \z$135[11] ;
  wire [9:0] \z$135[12] ;
  wire [9:0] \z$135[13] ;
  wire [9:0] \z$135[14] ;
  wire [9:0] \z$135[15] ;
  wire [9:0] \z$135[16] ;
  wire [9:0] \z$135[17] ;
  wire [9:0] \z$135[18] ;
  wire [9:0] \z$135[19] ;
  wire [9:0] \z$135[1] ;
  wire [9:0] \z$135[20] ;
  wire [9:0] \z$135[21] ;
  wire [9:0] \z$135[22] ;
  wire [9:0] \z$135[23] ;
  wire [9:0] \z$135[24] ;
  wire [9:0] \z$135[25] ;
  wire [9:0] \z$135[26] ;
  wire [9:0] \z$135[27] ;
  wire [9:0] \z$135[28] ;
  wire [9:0] \z$135[29] ;
  wire [9:0] \z$135[2] ;
  wire [9:0] \z$135[30] ;
  wire [9:0] \z$135[31] ;
  wire [9:0] \z$135[3] ;
  wire [9:0] \z$135[4] ;
  wire [9:0] \z$135[5] ;
  wire [9:0] \z$135[6] ;
  wire [9:0] \z$135[7] ;
  wire [9:0] \z$135[8] ;
  wire [9:0] \z$135[9] ;
  wire [9:0] \z$139[0] ;
  wire [9:0] \z$139[10] ;
  wire [9:0] \z$139[11] ;
  wire [9:0] \z$139[12] ;
  wire [9:0] \z$139[13] ;
  wire [9:0] \z$139[14] ;
  wire [9:0] \z$139[15] ;
  wire [9:0] \z$139[16] ;
  wire [9:0] \z$139[17] ;
  wire [9:0] \z$139[18] ;
  wire [9:0] \z$139[19] ;
  wire [9:0] \z$139[1] ;
  wire [9:0] \z$139[20] ;
  wire [9:0] \z$139[21] ;
  wire [9:0] \z$139[22] ;
  wire [9:0] \z$139[23] ;
  wire [9:0] \z$139[24] ;
  wire [9:0] \z$139[25] ;
  wire [9:0] \z$139[26] ;
  wire [9:0] \z$139[27] ;
  wire [9:0] \z$139[28] ;
  wire [9:0] \z$139[29] ;
  wire [9:0] \z$139[2] ;
  wire [9:0] \z$139[30] ;
  wire [9:0] \z$139[31] ;
  wire [9:0] \z$139[3] ;
  wire [9:0] \z$139[4] ;
  wire [9:0] \z$139[5] ;
  wire [9:0] \z$139[6] ;
  wire [9:0] \z$139[7] ;
  wire [9:0] \z$139[8] ;
  wire [9:0] \z$139[9] ;
  wire [9:0] \z[0] ;
  wire [9:0] \z[10] ;
  wire [9:0] \z[11] ;
  wire [9:0] \z[12] ;
  wire [9:0] \z[13] ;
  wire [9:0] \z[14] ;
  wire [9:0] \z[15] ;
  wire [9:0] \z[16] ;
  wire [9:0] \z[17] ;
  wire [9:0] \z[18] ;
  wire [9:0] \z[19] ;
  wire [9:0] \z[1] ;
  wire [9:0] \z[20] ;
  wire [9:0] \z[21] ;
  wire [9:0] \z[22] ;
  wire [9:0] \z[23] ;
  wire [9:0] \z[24] ;
  wire [9:0] \z[25] ;
  wire [9:0] \z[26] ;
  wire [9:0] \z[27] ;
  wire [9:0] \z[28] ;
  wire [9:0] \z[29] ;
  wire [9:0] \z[2] ;
  wire [9:0] \z[30] ;
  wire [9:0] \z[31] ;
  wire [9:0] \z[3] ;
  wire [9:0] \z[4] ;
  wire [9:0] \z[5] ;
  wire [9:0] \z[6] ;
  wire [9:0] \z[7] ;
  wire [9:0] \z[8] ;
  wire [9:0] \z[9] ;
  wire [1:0] z_bundle;
  wire z_last;
  wire z_valid;
  assign \$signal  = \$1  | busy;
  assign \$signal$40  = refresh | \$signal$42 ;
  assign \$2  = ~ legal;
  assign \$3  = \$signal  | \$2 ;
  assign \$4  = | batch_size;
  assign \$5  = ~ \$4 ;
  assign \$6  = train & \$5 ;
  assign \$signal$43  = \$3  | \$6 ;
  assign \$7  = ~ \$signal ;
  assign \$signal$47  = \$signal$43  & \$7 ;
  assign \$8  = ~ \$signal ;
  assign \$9  = \$signal$40  & \$8 ;
  assign \$signal$48  = \$9  & legal;
  assign \$signal$49  = label >= classes;
  assign \$10  = \$signal$55  | \$signal ;
  assign \busy$54  = \$10  | \$signal$42 ;
  assign rows_busy = \busy$57  | \$signal ;
  assign \$11  = samples__valid | labels__valid;
  assign \$12  = \$11  | \$signal$40 ;
  assign \$13  = \$12  & \$signal$47 ;
  assign \$14  = loaded & \$signal$49 ;
  assign \$15  = ~ full;
  assign free = \$signal$43  ? 4'h0 : \$15 ;
  assign \$16  = ~ fetched__valid;
  assign enter = \enter$85  & \$16 ;
  assign \$signal$86  = results__valid & results__ready;
  assign \$signal$87  = train & results__payload[15];
  assign \$17  = 4'hf >> layers__payload[1:0];
  assign entered = \entered$98  ? \$17  : 1'h0;
  assign learns = \$signal$86  & \$signal$87 ;
  assign \$18  = ~ \$signal$87 ;
  assign dropped = \$signal$86  & \$18 ;
  assign \$19  = | full;
  assign \$20  = \busy$108  | \$19 ;
  assign \$21  = \$20  | \busy$57 ;
  assign \$signal$107  = ~ \$21 ;
  assign \$23  = \$22  | \busy$109 ;
  assign \$signal$55  = \$23  | fetched__valid;
  assign \$24  = next_out[12:5] > 1'h0;
  assign \$25  = next_out[12:5] > 1'h1;
  assign \$26  = next_out[12:5] > 2'h2;
  assign \$27  = next_out[12:5] > 2'h3;
  assign \$28  = next_out[12:5] > 3'h4;
  assign \$29  = next_out[12:5] > 3'h5;
  assign \$30  = next_out[12:5] > 3'h6;
  assign \$31  = next_out[12:5] > 3'h7;
  assign \$32  = next_out[12:5] > 4'h8;
  assign \$33  = next_out[12:5] > 4'h9;
  assign \$34  = next_out[12:5] > 4'ha;
  assign \$35  = next_out[12:5] > 4'hb;
  assign \$36  = next_out[12:5] > 4'hc;
  assign \$37  = next_out[12:5] > 4'hd;
  assign \$38  = next_out[12:5] > 4'he;
  assign \$39  = next_out[12:5] > 4'hf;
  assign \$40  = next_out[12:5] > 5'h10;
  assign \$41  = next_out[12:5] > 5'h11;
  assign \$42  = next_out[12:5] > 5'h12;
  assign \$43  = next_out[12:5] > 5'h13;
  assign \$44  = next_out[12:5] > 5'h14;
  assign \$45  = next_out[12:5] > 5'h15;
  assign \$46  = next_out[12:5] > 5'h16;
  assign \$47  = next_out[12:5] > 5'h17;
  assign \$48  = next_out[12:5] > 5'h18;
  assign \$49  = next_out[12:5] > 5'h19;
  assign \$50  = next_out[12:5] > 5'h1a;
  assign \$51  = next_out[12:5] > 5'h1b;
  assign \$52  = next_out[12:5] > 5'h1c;
  assign \$53  = next_out[12:5] > 5'h1d;
  assign \$54  = next_out[12:5] > 5'h1e;
  assign \$55  = next_out[12:5] > 5'h1f;
  assign \$207  = layers__payload[3:2] * 7'h5e;
  assign \table$124  = \table$53  >> \$207 ;
  assign \free$126  = ~ tile_for_backward;
  assign \members$132  = 4'hf >> next_out[1:0];
  assign \$56  = ~ next_out[2];
  assign valid = \start$128  & \$56 ;
  assign \$57  = valid & next_out[4];
  assign \$62  = 1'h1 << \$like [30];
  assign \write__data$182  = | \write__data$178 ;
  assign \valid$184  = \start$128  & next_out[2];
  assign \$234  = judged * 3'h4;
  assign \label$192  = kept >> \$234 ;
  assign \$72  = \$signal$201  >> judged;
  assign \$73  = ~ \$72 ;
  assign \$74  = \results__payload$200 [15] & \$73 ;
  assign \members$205  = 4'hf >> judged;
  assign \$241  = \bank$213  * 3'h4;
  assign \label$212  = kept >> \$241 ;
  assign \$244  = \layer$215  * 7'h5e;
  assign \table$39  = \table$53  >> \$244 ;
  assign tile_for_backward = reading & read__data;
  assign \write__en$248  = \write$249  | stored;
  assign tile = { \$98 [2047:2040], \$98 [1791:1784], \$98 [1535:1528], \$98 [1279:1272], \$98 [1023:1016], \$98 [767:760], \$98 [511:504], \$98 [255:248], \$98 [2039:2032], \$98 [1783:1776], \$98 [1527:1520], \$98 [1271:1264], \$98 [1015:1008], \$98 [759:752], \$98 [503:496], \$98 [247:240], \$98 [2031:2024], \$98 [1775:1768], \$98 [1519:1512], \$98 [1263:1256], \$98 [1007:1000], \$98 [751:744], \$98 [495:488], \$98 [239:232], \$98 [2023:2016], \$98 [1767:1760], \$98 [1511:1504], \$98 [1255:1248], \$98 [999:992], \$98 [743:736], \$98 [487:480], \$98 [231:224], \$98 [2015:2008], \$98 [1759:1752], \$98 [1503:1496], \$98 [1247:1240], \$98 [991:984], \$98 [735:728], \$98 [479:472], \$98 [223:216], \$98 [2007:2000], \$98 [1751:1744], \$98 [1495:1488], \$98 [1239:1232], \$98 [983:976], \$98 [727:720], \$98 [471:464], \$98 [215:208], \$98 [1999:1992], \$98 [1743:1736], \$98 [1487:1480], \$98 [1231:1224], \$98 [975:968], \$98 [719:712], \$98 [463:456], \$98 [207:200], \$98 [1991:1984], \$98 [1735:1728], \$98 [1479:1472], \$98 [1223:1216], \$98 [967:960], \$98 [711:704], \$98 [455:448], \$98 [199:192], \$98 [1983:1976], \$98 [1727:1720], \$98 [1471:1464], \$98 [1215:1208], \$98 [959:952], \$98 [703:696], \$98 [447:440], \$98 [191:184], \$98 [1975:1968], \$98 [1719:1712], \$98 [1463:1456], \$98 [1207:1200], \$98 [951:944], \$98 [695:688], \$98 [439:432], \$98 [183:176], \$98 [1967:1960], \$98 [1711:1704], \$98 [1455:1448], \$98 [1199:1192], \$98 [943:936], \$98 [687:680], \$98 [431:424], \$98 [175:168], \$98 [1959:1952], \$98 [1703:1696], \$98 [1447:1440], \$98 [1191:1184], \$98 [935:928], \$98 [679:672], \$98 [423:416], \$98 [167:160], \$98 [1951:1944], \$98 [1695:1688], \$98 [1439:1432], \$98 [1183:1176], \$98 [927:920], \$98 [671:664], \$98 [415:408], \$98 [159:152], \$98 [1943:1936], \$98 [1687:1680], \$98 [1431:1424], \$98 [1175:1168], \$98 [919:912], \$98 [663:656], \$98 [407:400], \$98 [151:144], \$98 [1935:1928], \$98 [1679:1672], \$98 [1423:1416], \$98 [1167:1160], \$98 [911:904], \$98 [655:648], \$98 [399:392], \$98 [143:136], \$98 [1927:1920], \$98 [1671:1664], \$98 [1415:1408], \$98 [1159:1152], \$98 [903:896], \$98 [647:640], \$98 [391:384], \$98 [135:128], \$98 [1919:1912], \$98 [1663:1656], \$98 [1407:1400], \$98 [1151:1144], \$98 [895:888], \$98 [639:632], \$98 [383:376], \$98 [127:120], \$98 [1911:1904], \$98 [1655:1648], \$98 [1399:1392], \$98 [1143:1136], \$98 [887:880], \$98 [631:624], \$98 [375:368], \$98 [119:112], \$98 [1903:1896], \$98 [1647:1640], \$98 [1391:1384], \$98 [1135:1128], \$98 [879:872], \$98 [623:616], \$98 [367:360], \$98 [111:104], \$98 [1895:1888], \$98 [1639:1632], \$98 [1383:1376], \$98 [1127:1120], \$98 [871:864], \$98 [615:608], \$98 [359:352], \$98 [103:96], \$98 [1887:1880], \$98 [1631:1624], \$98 [1375:1368], \$98 [1119:1112], \$98 [863:856], \$98 [607:600], \$98 [351:344], \$98 [95:88], \$98 [1879:1872], \$98 [1623:1616], \$98 [1367:1360], \$98 [1111:1104], \$98 [855:848], \$98 [599:592], \$98 [343:336], \$98 [87:80], \$98 [1871:1864], \$98 [1615:1608], \$98 [1359:1352], \$98 [1103:1096], \$98 [847:840], \$98 [591:584], \$98 [335:328], \$98 [79:72], \$98 [1863:1856], \$98 [1607:1600], \$98 [1351:1344], \$98 [1095:1088], \$98 [839:832], \$98 [583:576], \$98 [327:320], \$98 [71:64], \$98 [1855:1848], \$98 [1599:1592], \$98 [1343:1336], \$98 [1087:1080], \$98 [831:824], \$98 [575:568], \$98 [319:312], \$98 [63:56], \$98 [1847:1840], \$98 [1591:1584], \$98 [1335:1328], \$98 [1079:1072], \$98 [823:816], \$98 [567:560], \$98 [311:304], \$98 [55:48], \$98 [1839:1832], \$98 [1583:1576], \$98 [1327:1320], \$98 [1071:1064], \$98 [815:808], \$98 [559:552], \$98 [303:296], \$98 [47:40], \$98 [1831:1824], \$98 [1575:1568], \$98 [1319:1312], \$98 [1063:1056], \$98 [807:800], \$98 [551:544], \$98 [295:288], \$98 [39:32], \$98 [1823:1816], \$98 [1567:1560], \$98 [1311:1304], \$98 [1055:1048], \$98 [799:792], \$98 [543:536], \$98 [287:280], \$98 [31:24], \$98 [1815:1808], \$98 [1559:1552], \$98 [1303:1296], \$98 [1047:1040], \$98 [791:784], \$98 [535:528], \$98 [279:272], \$98 [23:16], \$98 [1807:1800], \$98 [1551:1544], \$98 [1295:1288], \$98 [1039:1032], \$98 [783:776], \$98 [527:520], \$98 [271:264], \$98 [15:8], \$98 [1799:1792], \$98 [1543:1536], \$98 [1287:1280], \$98 [1031:1024], \$98 [775:768], \$98 [519:512], \$98 [263:256], \$98 [7:0] } | { missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing, missing };
  assign \$75  = ~ \$99 [2];
  assign \$76  = \bank$271  & \$75 ;
  assign \$252  = \layer$288  * 7'h5e;
  assign \table$37  = \table$53  >> \$252 ;
  assign \$255  = \layer$290  * 7'h5e;
  assign \table$38  = \table$53  >> \$255 ;
  assign \$258  = sweep_layer * 7'h5e;
  assign sweep_table = \table$53  >> \$258 ;
  assign \$77  = \$signal$40  & \$signal ;
  assign \$263  = activation_address % 1'h1;
  assign \$268  = half0 * 7'h40;
  assign \$79  = \read__data$391  >> \$268 ;
  assign \$80  = \$79  & \mask$392 ;
  assign \$272  = part * 6'h20;
  assign \$81  = \read__data$396  >> \$272 ;
  assign \$82  = ~ \mask$392 ;
  assign \$83  = \$82  & { \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387 , \valid$387  };
  always @(posedge clk)
    \$signal$42  <= \$84 ;
  always @(posedge clk)
    \$signal$201  <= \$85 ;
  always @(posedge clk)
    full <= \$86 ;
  always @(posedge clk)
    kept <= \$87 ;
  always @(posedge clk)
    block0 <= \block$383 ;
  always @(posedge clk)
    block1 <= block0;
  always @(posedge clk)
    block2 <= block1;
  always @(posedge clk)
    next_out <= block2;
  always @(posedge clk)
    half0 <= \$88 ;
  always @(posedge clk)
    \valid$151  <= \$89 ;
  always @(posedge clk)
    first <= \$90 ;
  always @(posedge clk)
    last <= \$91 ;
  always @(posedge clk)
    fan_in <= \$92 ;
  always @(posedge clk)
    activations <= \$80 ;
  always @(posedge clk)
    \$like  <= \$93 ;
  always @(posedge clk)
    \valid$250  <= \$94 ;
  always @(posedge clk)
    \first$252  <= \$95 ;
  always @(posedge clk)
    \last$254  <= \$96 ;
  always @(posedge clk)
    desired <= \$81 ;
  always @(posedge clk)
    \gates$258  <= \read__data$398 ;
  always @(posedge clk)
    missing <= \$83 ;
  always @(posedge clk)
    idle <= \$97 ;
  bep_core_backward backward (
    .clk(clk),
    .done(stored),
    .first(\first$252 ),
    .\inputs$86 (desired),
    .last(\last$254 ),
    .rst(rst),
    .tile(tile),
    .valid(\valid$250 ),
    .weights(\gates$258 ),
    .word_q(\word$265 )
  );
  bep_core_backward_sequencer backward_sequencer (
    .clk(clk),
    .complete__payload(\bank$213 ),
    .complete__ready(complete__ready),
    .complete__valid(start__valid),
    .copy_done(copy_done),
    .copy_start(\start$225 ),
    .idle_layer(idle_layer),
    .layer(\layer$215 ),
    .row_count(layers),
    .rst(rst),
    .samples__payload(\samples__payload$216 ),
    .samples__ready(r_en),
    .samples__valid(\samples__valid$220 ),
    .walk_done(walk_done),
    .walk_start(\start$233 )
  );
  bep_core_backward_walk backward_walk (
    .clk(clk),
    .desired_address(desired_address),
    .done(walk_done),
    .first(\first$394 ),
    .last(\last$395 ),
    .next_row_address(next_row_address),
    .part(part),
    .reading(reading),
    .row_address(row_address),
    .rst(rst),
    .start(\start$233 ),
    .stored(stored),
    .\table (\table$39 ),
    .tile_address(\tile_address$274 ),
    .valid(\valid$393 ),
    .word(\word$264 )
  );
  bep_core_forward forward (
    .clk(clk),
    .fan_in(fan_in),
    .first(first),
    .inputs(activations),
    .last(last),
    .rst(rst),
    .tile(tile),
    .valid(\valid$151 ),
    .z(z),
    .z_valid(\start$128 )
  );
  bep_core_forward_sequencer forward_sequencer (
    .answered(answered),
    .clk(clk),
    .enter(enter),
    .entered(\entered$98 ),
    .job(layers__payload),
    .judged(judged),
    .layers__ready(layers__ready),
    .layers__valid(layers__valid),
    .loaded(loaded),
    .loaded_bundle(loaded_bundle),
    .row_count(layers),
    .rst(rst),
    .z_bundle(next_out[1:0]),
    .z_last(z_last)
  );
  bep_core_forward_walk forward_walk (
    .activation_address(activation_address),
    .block(\block$383 ),
    .clk(clk),
    .fan_in(\fan_in$390 ),
    .first(\first$388 ),
    .free(\free$126 ),
    .last(\last$389 ),
    .layers__payload(layers__payload),
    .layers__ready(layers__ready),
    .layers__valid(layers__valid),
    .mask(\mask$392 ),
    .\port$9212$0 (\$99 ),
    .rst(rst),
    .\table (\table$124 ),
    .tile_address(tile_address),
    .valid(\valid$387 )
  );
  bep_core_gate gate (
    .activations_q(\activations$168 ),
    .clk(clk),
    .done(done),
    .gates(\write__data$178 ),
    .magnitudes_q(magnitudes),
    .mask({ \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34 , \$33 , \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24  }),
    .rst(rst),
    .\threshold$9 (next_out[21:13]),
    .valid(valid),
    .z(z)
  );
  bep_core_given given (
    .clk(clk),
    .done(\done$203 ),
    .results__payload(\results__payload$200 ),
    .results__ready(results__ready),
    .results__valid(results__valid),
    .rst(rst),
    .taken(answered)
  );
  bep_core_host host (
    .address(\read__addr$354 ),
    .\address$25 (\write__address$365 ),
    .beyond(beyond),
    .classes_write__en(\write__en$379 ),
    .clk(clk),
    .counter_address(counter_address),
    .counters_read__data(counters),
    .counters_write__addr(\write__addr$359 ),
    .counters_write__data(\write__data$361 ),
    .counters_write__en(\write__en$363 ),
    .far(\$signal$348 ),
    .fetch__payload(fetch__payload),
    .fetch__ready(fetch__ready),
    .fetch__valid(fetch__valid),
    .fetched__payload(fetched__payload),
    .fetched__ready(fetched__ready),
    .fetched__valid(fetched__valid),
    .idle(idle),
    .load__payload(load__payload),
    .load__ready(load__ready),
    .load__valid(load__valid),
    .\port$10025$73 (\$133 ),
    .rst(rst),
    .tiles_write__pieces(\write__pieces$367 ),
    .tiles_write__row(\write__row$369 ),
    .tiles_write__segment(\write__segment$371 ),
    .weights(\write__weights$373 ),
    .write__address(write__address),
    .write__bank(write__bank),
    .write__counters(write__counters),
    .write__pieces(write__pieces),
    .write__valid(\$132 [0]),
    .write__weights({ \$131 , \$130 , \$129 , \$128 , \$127 , \$126 , \$125 , \$124 , \$123 , \$122 , \$121 , \$120 , \$119 , \$118 , \$117 , \$116 , \$115 , \$114 , \$113 , \$112 , \$111 , \$110 , \$109 , \$108 , \$107 , \$106 , \$105 , \$104 , \$103 , \$102 , \$101 , \$100  })
  );
  bep_core_loader loader (
    .address(address),
    .bank(loaded_bundle),
    .base(\table$53 [47:44]),
    .busy(\busy$109 ),
    .clk(clk),
    .\free$1 (free),
    .hold(hold),
    .label(label),
    .labels__payload(labels__payload),
    .labels__ready(labels__ready),
    .labels__valid(labels__valid),
    .loaded(loaded),
    .rst(rst),
    .samples__ready(samples__ready),
    .samples__valid(samples__valid),
    .word(samples__payload),
    .words(\table$53 [22:20]),
    .write(write)
  );
  bep_core_margin \margin$409  (
    .clk(clk),
    .done(\done$203 ),
    .label(\label$192 ),
    .logits(logits),
    .\margin$65 (\margin$208 ),
    .mask({ \$33 , \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24  }),
    .\port$9040$3 (next_out[4:3]),
    .\port$9088$0 (margin),
    .prediction(prediction),
    .rst(rst),
    .triggered(triggered),
    .valid(\valid$184 )
  );
  bep_core_memories memories (
    .\$signature__addr (\$signature__addr ),
    .clk(clk),
    .desired_of_rows_read__addr({ \bank$299 , \desired_address$306  }),
    .desired_of_rows_read__data(\desired$308 ),
    .desired_of_rows_read__en(read__en),
    .\port$0$134 (load__payload[50:19]),
    .\port$905$0 (\$98 ),
    .\port$9053$0 (\$like [1:0]),
    .\port$9053$22 (\$like [25:22]),
    .\port$9170$0 (\bank$213 ),
    .\port$925$0 (\activations$317 ),
    .\port$9439$0 (\activations$168 ),
    .\port$9441$0 (magnitudes),
    .\port$9544$0 (next_row_address),
    .\port$9556$0 (row_address),
    .\port$9564$0 (desired_address),
    .\port$9898$0 (\row_address$298 ),
    .read__addr({ \bank$270 , \address$268  }),
    .\read__addr$15 (read__addr),
    .\read__addr$46 (\read__addr$229 ),
    .\read__addr$9 (\read__addr$354 ),
    .\read__data$14 (counters),
    .\read__data$16 (\read__data$391 ),
    .\read__data$23 (\read__data$396 ),
    .\read__data$31 (\read__data$304 ),
    .\read__data$37 (\read__data$398 ),
    .\read__data$42 (read__data),
    .\read__data$47 (\read__data$263 ),
    .rst(rst),
    .write__addr(\write__addr$359 ),
    .\write__addr$19 (write__addr),
    .\write__addr$27 (\write__addr$260 ),
    .\write__addr$48 (load__payload[6:2]),
    .write__address(\write__address$365 ),
    .write__data(\write__data$361 ),
    .\write__data$20 (write__data),
    .\write__data$28 (\write__data$262 ),
    .\write__data$39 (\write__data$178 ),
    .\write__data$44 (\write__data$182 ),
    .write__en(\write__en$363 ),
    .\write__en$21 (write__en),
    .\write__en$29 (\write__en$248 ),
    .\write__en$35 (done),
    .\write__en$50 (\write__en$379 ),
    .write__pieces(\write__pieces$367 ),
    .write__row(\write__row$369 ),
    .write__segment(\write__segment$371 ),
    .write__weights(\write__weights$373 )
  );
  bep_core_minibatch \minibatch$401  (
    .batch_size(batch_size),
    .busy(\busy$108 ),
    .clk(clk),
    .counts(minibatch_done),
    .cut(cut),
    .dropped(dropped),
    .enter(\enter$85 ),
    .entered(entered),
    .flush(flush),
    .freed(\$132 [1]),
    .learns(learns),
    .refresh(\$signal$48 ),
    .resized(resized),
    .rows_busy(rows_busy),
    .rst(rst),
    .train(train),
    .turn(turn)
  );
  bep_core_registers registers (
    .batch_size(batch_size),
    .busy(\busy$54 ),
    .clk(clk),
    .csr__address(csr__address),
    .csr__error(csr__error),
    .csr__read_data(csr__read_data),
    .csr__write_data(csr__write_data),
    .csr__write_enable(csr__write_enable),
    .failed(failed),
    .fails(\$signal$114 ),
    .flush(flush),
    .layers(layers),
    .locked(\$signal$55 ),
    .margin(margin),
    .minibatch(minibatch),
    .minibatch_done(minibatch_done),
    .refresh(refresh),
    .resized(resized),
    .rst(rst),
    .seed(seed),
    .\table (\table$53 ),
    .tabled(tabled),
    .train(train)
  );
  bep_core_row_engine row_engine (
    .activation_address(\activation_address$294 ),
    .activation_bank(activation_bank),
    .activations(\activations$317 ),
    .bank(\bank$271 ),
    .busy(\busy$57 ),
    .clk(clk),
    .counter_address(counter_address),
    .\counters$108 (counters),
    .flags6_0(\$132 ),
    .freed_bank(freed_bank),
    .idle_layer(idle_layer),
    .\layer$41 (\layer$290 ),
    .layers(layers),
    .minibatch(minibatch),
    .\port$10025$73 (\$133 ),
    .\port$7803$0 (\$100 ),
    .\port$7804$0 (\$101 ),
    .\port$7805$0 (\$102 ),
    .\port$7806$0 (\$103 ),
    .\port$7807$0 (\$104 ),
    .\port$7808$0 (\$105 ),
    .\port$7809$0 (\$106 ),
    .\port$7810$0 (\$107 ),
    .\port$7811$0 (\$108 ),
    .\port$7812$0 (\$109 ),
    .\port$7813$0 (\$110 ),
    .\port$7814$0 (\$111 ),
    .\port$7815$0 (\$112 ),
    .\port$7816$0 (\$113 ),
    .\port$7817$0 (\$114 ),
    .\port$7818$0 (\$115 ),
    .\port$7819$0 (\$116 ),
    .\port$7820$0 (\$117 ),
    .\port$7821$0 (\$118 ),
    .\port$7822$0 (\$119 ),
    .\port$7823$0 (\$120 ),
    .\port$7824$0 (\$121 ),
    .\port$7825$0 (\$122 ),
    .\port$7826$0 (\$123 ),
    .\port$7827$0 (\$124 ),
    .\port$7828$0 (\$125 ),
    .\port$7829$0 (\$126 ),
    .\port$7830$0 (\$127 ),
    .\port$7831$0 (\$128 ),
    .\port$7832$0 (\$129 ),
    .\port$7833$0 (\$130 ),
    .\port$7834$0 (\$131 ),
    .refresh(\$signal$48 ),
    .rst(rst),
    .seed(seed),
    .sweep_layer(sweep_layer),
    .\table (sweep_table),
    .\table$44 (\table$38 ),
    .turn(turn),
    .winners__payload(winners__payload),
    .winners__ready(winners__ready),
    .winners__valid(winners__valid),
    .write__address(write__address),
    .write__bank(write__bank),
    .write__counters(write__counters),
    .write__pieces(write__pieces)
  );
  bep_core_table_check table_check (
    .busy(busy),
    .classes(classes),
    .clk(clk),
    .layer(idle_layer),
    .layers(layers),
    .legal(legal),
    .rst(rst),
    .start(tabled),
    .\table (\table )
  );
  bep_core_target target (
    .address(\address$261 ),
    .class_address(\read__addr$229 ),
    .clk(clk),
    .done(copy_done),
    .label(\label$212 ),
    .rst(rst),
    .start(\start$225 ),
    .\table (\table$39 ),
    .write(\write$249 )
  );
  bep_core_to_backward to_backward (
    .clk(clk),
    .r_data(\samples__payload$216 ),
    .r_en(r_en),
    .r_rdy(\samples__valid$220 ),
    .rst(rst),
    .w_en(learns),
    .w_port__data(judged)
  );
  bep_core_winner winner (
    .bank(\bank$299 ),
    .clk(clk),
    .\desired$20 (\desired$308 ),
    .desired_address(\desired_address$306 ),
    .idle_layer(idle_layer),
    .layer(\layer$288 ),
    .layers(layers),
    .\port$932$0 (\read__data$304 ),
    .read_enable(read__en),
    .row_address(\row_address$298 ),
    .rst(rst),
    .start__payload(\bank$213 ),
    .start__ready(complete__ready),
    .start__valid(start__valid),
    .\table (\table$37 ),
    .winners__payload(winners__payload),
    .winners__ready(winners__ready),
    .winners__valid(winners__valid)
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    (* full_case = 32'd1 *)
    if (\$60 ) begin
      write__addr = \$61 ;
    end else begin
      write__addr = \$65 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    (* full_case = 32'd1 *)
    if (\$60 ) begin
      write__data = { \activations$168 , \activations$168  };
    end else begin
      write__data = samples__payload;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    (* full_case = 32'd1 *)
    if (\$60 ) begin
      write__en = \$64 [1:0];
    end else begin
      write__en = \$71 [1:0];
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    (* full_case = 32'd1 *)
    if (\write$249 ) begin
      \write__addr$260  = { \bank$213 , \address$261  };
    end else begin
      \write__addr$260  = { \bank$213 , \word$264  };
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    (* full_case = 32'd1 *)
    if (\write$249 ) begin
      \write__data$262  = \read__data$263 ;
    end else begin
      \write__data$262  = \word$265 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \address$268  = tile_address;
    if (tile_for_backward) begin
      \address$268  = \tile_address$274 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \bank$270  = \$76 ;
    if (tile_for_backward) begin
      \bank$270  = \bank$271 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$84  = \$77 ;
    if (rst) begin
      \$84  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$85  = \$signal$201 ;
    if (loaded) begin
      (* full_case = 32'd1 *)
      casez (loaded_bundle)
        2'h0:
            \$85 [0] = \$signal$49 ;
        2'h1:
            \$85 [1] = \$signal$49 ;
        2'h2:
            \$85 [2] = \$signal$49 ;
        2'h3:
            \$85 [3] = \$signal$49 ;
      endcase
    end
    if (rst) begin
      \$85  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$86  = full;
    if (loaded) begin
      (* full_case = 32'd1 *)
      casez (loaded_bundle)
        2'h0:
            \$86 [0] = 1'h1;
        2'h1:
            \$86 [1] = 1'h1;
        2'h2:
            \$86 [2] = 1'h1;
        2'h3:
            \$86 [3] = 1'h1;
      endcase
    end
    if (dropped) begin
      (* full_case = 32'd1 *)
      casez (judged)
        2'h0:
            \$86 [0] = 1'h0;
        2'h1:
            \$86 [1] = 1'h0;
        2'h2:
            \$86 [2] = 1'h0;
        2'h3:
            \$86 [3] = 1'h0;
      endcase
    end
    if (\$132 [1]) begin
      (* full_case = 32'd1 *)
      casez (freed_bank)
        2'h0:
            \$86 [0] = 1'h0;
        2'h1:
            \$86 [1] = 1'h0;
        2'h2:
            \$86 [2] = 1'h0;
        2'h3:
            \$86 [3] = 1'h0;
      endcase
    end
    if (rst) begin
      \$86  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$87  = kept;
    if (loaded) begin
      (* full_case = 32'd1 *)
      casez (loaded_bundle)
        2'h0:
            \$87 [3:0] = label;
        2'h1:
            \$87 [7:4] = label;
        2'h2:
            \$87 [11:8] = label;
        2'h3:
            \$87 [15:12] = label;
      endcase
    end
    if (rst) begin
      \$87  = 16'h0000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$88  = \$78 [0];
    if (rst) begin
      \$88  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$89  = \valid$387 ;
    if (rst) begin
      \$89  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$90  = \first$388 ;
    if (rst) begin
      \$90  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$91  = \last$389 ;
    if (rst) begin
      \$91  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$92  = \fan_in$390 ;
    if (rst) begin
      \$92  = 9'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$93  = \$like ;
    if (\start$128 ) begin
      \$93  = next_out;
    end
    if (rst) begin
      \$93  = 31'h00000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$94  = \valid$393 ;
    if (rst) begin
      \$94  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$95  = \first$394 ;
    if (rst) begin
      \$95  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$96  = \last$395 ;
    if (rst) begin
      \$96  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$23 ) begin end
    \$97  = \$signal$107 ;
    if (rst) begin
      \$97  = 1'h0;
    end
  end
  assign tabling = 1'h0;
  assign start = tabled;
  assign layer = idle_layer;
  assign sample_words = { 1'h0, \table$53 [22:20] };
  assign failed_outside = 6'h00;
  assign words = \table$53 [22:20];
  assign base = \table$53 [47:44];
  assign row_count = layers;
  assign closes = loaded;
  assign bundle = loaded_bundle;
  assign members = 4'hf;
  assign entered_bundle = layers__payload[1:0];
  assign freed = \$132 [1];
  assign locked = \$signal$55 ;
  assign counts = minibatch_done;
  assign fails = \$signal$114 ;
  assign row_mask = { \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34 , \$33 , \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24  };
  assign z_valid = \start$128 ;
  assign block = next_out;
  assign block3 = next_out;
  assign out = next_out;
  assign own = z;
  assign mask = { \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34 , \$33 , \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24  };
  assign threshold = next_out[21:13];
  assign ends = 1'h1;
  assign z_bundle = next_out[1:0];
  assign valid0_0 = \valid$151 ;
  assign first0_0 = first;
  assign last0_0 = last;
  assign fan_in0_0 = fan_in;
  assign activations0_0 = activations;
  assign bank = loaded_bundle;
  assign word = samples__payload;
  assign gates = \write__data$178 ;
  assign outcome = \results__payload$200 ;
  assign backward_table = \table$39 ;
  assign r_data = \samples__payload$216 ;
  assign r_rdy = \samples__valid$220 ;
  assign w_en = learns;
  assign w_data = judged;
  assign copy_start = \start$225 ;
  assign class_address = \read__addr$229 ;
  assign walk_start = \start$233 ;
  assign backward_valid0 = \valid$250 ;
  assign backward_first0 = \first$252 ;
  assign backward_last0 = \last$254 ;
  assign backward_desired0 = desired;
  assign backward_gates0 = \gates$258 ;
  assign classifier = \$99 [2];
  assign start__payload = \bank$213 ;
  assign complete__payload = \bank$213 ;
  assign start__ready = complete__ready;
  assign complete__valid = start__valid;
  assign winner_table = \table$37 ;
  assign row_table = \table$38 ;
  assign read_enable = read__en;
  assign desired_of_rows_read__addr = { \bank$299 , \desired_address$306  };
  assign desired_of_rows_read__en = read__en;
  assign desired_of_rows_read__data = \desired$308 ;
  assign \$signature__data  = \activations$317 ;
  assign write__row = \$133 [10:6];
  assign write__segment = \$133 [11];
  assign write__tile = \$133 [5:0];
  assign write__valid = \$132 [0];
  assign write__weights = { \$131 , \$130 , \$129 , \$128 , \$127 , \$126 , \$125 , \$124 , \$123 , \$122 , \$121 , \$120 , \$119 , \$118 , \$117 , \$116 , \$115 , \$114 , \$113 , \$112 , \$111 , \$110 , \$109 , \$108 , \$107 , \$106 , \$105 , \$104 , \$103 , \$102 , \$101 , \$100  };
  assign far = \$signal$348 ;
  assign was_idle0 = idle;
  assign counters_read__addr = \read__addr$354 ;
  assign counters_read__data = counters;
  assign counters_read__en = 1'h1;
  assign counters_write__addr = \write__addr$359 ;
  assign counters_write__data = \write__data$361 ;
  assign counters_write__en = \write__en$363 ;
  assign tiles_write__address = \write__address$365 ;
  assign tiles_write__pieces = \write__pieces$367 ;
  assign tiles_write__row = \write__row$369 ;
  assign tiles_write__segment = \write__segment$371 ;
  assign tiles_write__weights = \write__weights$373 ;
  assign classes_write__addr = load__payload[6:2];
  assign classes_write__data = { load__payload[50:19], load__payload[50:19] };
  assign classes_write__en = \write__en$379 ;
  assign \results__payload.prediction  = results__payload[3:0];
  assign \results__payload.margin  = results__payload[14:4];
  assign \results__payload.triggered  = results__payload[15];
  assign \load__payload.kind  = load__payload[1:0];
  assign \load__payload.address  = load__payload[12:2];
  assign \load__payload.row  = load__payload[17:13];
  assign \load__payload.segment  = load__payload[18];
  assign \load__payload.data  = load__payload[306:19];
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
  assign \table$37.rows  = \table$37 [7:0];
  assign \table$37.columns  = \table$37 [16:8];
  assign \table$37.row_blocks  = \table$37 [19:17];
  assign \table$37.column_blocks  = \table$37 [22:20];
  assign \table$37.words  = \table$37 [26:23];
  assign \table$37.tile_base  = \table$37 [32:27];
  assign \table$37.counter_base  = \table$37 [43:33];
  assign \table$37.input_base  = \table$37 [47:44];
  assign \table$37.output_base  = \table$37 [51:48];
  assign \table$37.row_base  = \table$37 [55:52];
  assign \table$37.gate  = \table$37 [64:56];
  assign \table$37.group  = \table$37 [72:65];
  assign \table$37.reinforce  = \table$37 [93:73];
  assign \table$38.rows  = \table$38 [7:0];
  assign \table$38.columns  = \table$38 [16:8];
  assign \table$38.row_blocks  = \table$38 [19:17];
  assign \table$38.column_blocks  = \table$38 [22:20];
  assign \table$38.words  = \table$38 [26:23];
  assign \table$38.tile_base  = \table$38 [32:27];
  assign \table$38.counter_base  = \table$38 [43:33];
  assign \table$38.input_base  = \table$38 [47:44];
  assign \table$38.output_base  = \table$38 [51:48];
  assign \table$38.row_base  = \table$38 [55:52];
  assign \table$38.gate  = \table$38 [64:56];
  assign \table$38.group  = \table$38 [72:65];
  assign \table$38.reinforce  = \table$38 [93:73];
  assign \table$39.rows  = \table$39 [7:0];
  assign \table$39.columns  = \table$39 [16:8];
  assign \table$39.row_blocks  = \table$39 [19:17];
  assign \table$39.column_blocks  = \table$39 [22:20];
  assign \table$39.words  = \table$39 [26:23];
  assign \table$39.tile_base  = \table$39 [32:27];
  assign \table$39.counter_base  = \table$39 [43:33];
  assign \table$39.input_base  = \table$39 [47:44];
  assign \table$39.output_base  = \table$39 [51:48];
  assign \table$39.row_base  = \table$39 [55:52];
  assign \table$39.gate  = \table$39 [64:56];
  assign \table$39.group  = \table$39 [72:65];
  assign \table$39.reinforce  = \table$39 [93:73];
  assign \table$53[0]  = \table$53 [93:0];
  assign \table$53[0].rows  = \table$53 [7:0];
  assign \table$53[0].columns  = \table$53 [16:8];
  assign \table$53[0].row_blocks  = \table$53 [19:17];
  assign \table$53[0].column_blocks  = \table$53 [22:20];
  assign \table$53[0].words  = \table$53 [26:23];
  assign \table$53[0].tile_base  = \table$53 [32:27];
  assign \table$53[0].counter_base  = \table$53 [43:33];
  assign \table$53[0].input_base  = \table$53 [47:44];
  assign \table$53[0].output_base  = \table$53 [51:48];
  assign \table$53[0].row_base  = \table$53 [55:52];
  assign \table$53[0].gate  = \table$53 [64:56];
  assign \table$53[0].group  = \table$53 [72:65];
  assign \table$53[0].reinforce  = \table$53 [93:73];
  assign \table$53[1]  = \table$53 [187:94];
  assign \table$53[1].rows  = \table$53 [101:94];
  assign \table$53[1].columns  = \table$53 [110:102];
  assign \table$53[1].row_blocks  = \table$53 [113:111];
  assign \table$53[1].column_blocks  = \table$53 [116:114];
  assign \table$53[1].words  = \table$53 [120:117];
  assign \table$53[1].tile_base  = \table$53 [126:121];
  assign \table$53[1].counter_base  = \table$53 [137:127];
  assign \table$53[1].input_base  = \table$53 [141:138];
  assign \table$53[1].output_base  = \table$53 [145:142];
  assign \table$53[1].row_base  = \table$53 [149:146];
  assign \table$53[1].gate  = \table$53 [158:150];
  assign \table$53[1].group  = \table$53 [166:159];
  assign \table$53[1].reinforce  = \table$53 [187:167];
  assign \table$53[2]  = \table$53 [281:188];
  assign \table$53[2].rows  = \table$53 [195:188];
  assign \table$53[2].columns  = \table$53 [204:196];
  assign \table$53[2].row_blocks  = \table$53 [207:205];
  assign \table$53[2].column_blocks  = \table$53 [210:208];
  assign \table$53[2].words  = \table$53 [214:211];
  assign \table$53[2].tile_base  = \table$53 [220:215];
  assign \table$53[2].counter_base  = \table$53 [231:221];
  assign \table$53[2].input_base  = \table$53 [235:232];
  assign \table$53[2].output_base  = \table$53 [239:236];
  assign \table$53[2].row_base  = \table$53 [243:240];
  assign \table$53[2].gate  = \table$53 [252:244];
  assign \table$53[2].group  = \table$53 [260:253];
  assign \table$53[2].reinforce  = \table$53 [281:261];
  assign \members[0]  = 1'h1;
  assign \members[1]  = 1'h1;
  assign \members[2]  = 1'h1;
  assign \members[3]  = 1'h1;
  assign \layers__payload.bundle  = layers__payload[1:0];
  assign \layers__payload.layer  = layers__payload[3:2];
  assign \layers__payload.classifier  = layers__payload[4];
  assign \layers__payload$117.bundle  = layers__payload[1:0];
  assign \layers__payload$117.layer  = layers__payload[3:2];
  assign \layers__payload$117.classifier  = layers__payload[4];
  assign \next_out.bundle  = next_out[1:0];
  assign \next_out.classifier  = next_out[2];
  assign \next_out.first  = next_out[3];
  assign \next_out.last  = next_out[4];
  assign \next_out.rows_left  = next_out[12:5];
  assign \next_out.gate  = next_out[21:13];
  assign \next_out.row  = next_out[25:22];
  assign \next_out.word  = next_out[29:26];
  assign \next_out.part  = next_out[30];
  assign \table$124.rows  = \table$124 [7:0];
  assign \table$124.columns  = \table$124 [16:8];
  assign \table$124.row_blocks  = \table$124 [19:17];
  assign \table$124.column_blocks  = \table$124 [22:20];
  assign \table$124.words  = \table$124 [26:23];
  assign \table$124.tile_base  = \table$124 [32:27];
  assign \table$124.counter_base  = \table$124 [43:33];
  assign \table$124.input_base  = \table$124 [47:44];
  assign \table$124.output_base  = \table$124 [51:48];
  assign \table$124.row_base  = \table$124 [55:52];
  assign \table$124.gate  = \table$124 [64:56];
  assign \table$124.group  = \table$124 [72:65];
  assign \table$124.reinforce  = \table$124 [93:73];
  assign \table$125.rows  = \table$124 [7:0];
  assign \table$125.columns  = \table$124 [16:8];
  assign \table$125.row_blocks  = \table$124 [19:17];
  assign \table$125.column_blocks  = \table$124 [22:20];
  assign \table$125.words  = \table$124 [26:23];
  assign \table$125.tile_base  = \table$124 [32:27];
  assign \table$125.counter_base  = \table$124 [43:33];
  assign \table$125.input_base  = \table$124 [47:44];
  assign \table$125.output_base  = \table$124 [51:48];
  assign \table$125.row_base  = \table$124 [55:52];
  assign \table$125.gate  = \table$124 [64:56];
  assign \table$125.group  = \table$124 [72:65];
  assign \table$125.reinforce  = \table$124 [93:73];
  assign \block.bundle  = next_out[1:0];
  assign \block.classifier  = next_out[2];
  assign \block.first  = next_out[3];
  assign \block.last  = next_out[4];
  assign \block.rows_left  = next_out[12:5];
  assign \block.gate  = next_out[21:13];
  assign \block.row  = next_out[25:22];
  assign \block.word  = next_out[29:26];
  assign \block.part  = next_out[30];
  assign \block3.bundle  = next_out[1:0];
  assign \block3.classifier  = next_out[2];
  assign \block3.first  = next_out[3];
  assign \block3.last  = next_out[4];
  assign \block3.rows_left  = next_out[12:5];
  assign \block3.gate  = next_out[21:13];
  assign \block3.row  = next_out[25:22];
  assign \block3.word  = next_out[29:26];
  assign \block3.part  = next_out[30];
  assign \z[0]  = z[9:0];
  assign \z[1]  = z[19:10];
  assign \z[2]  = z[29:20];
  assign \z[3]  = z[39:30];
  assign \z[4]  = z[49:40];
  assign \z[5]  = z[59:50];
  assign \z[6]  = z[69:60];
  assign \z[7]  = z[79:70];
  assign \z[8]  = z[89:80];
  assign \z[9]  = z[99:90];
  assign \z[10]  = z[109:100];
  assign \z[11]  = z[119:110];
  assign \z[12]  = z[129:120];
  assign \z[13]  = z[139:130];
  assign \z[14]  = z[149:140];
  assign \z[15]  = z[159:150];
  assign \z[16]  = z[169:160];
  assign \z[17]  = z[179:170];
  assign \z[18]  = z[189:180];
  assign \z[19]  = z[199:190];
  assign \z[20]  = z[209:200];
  assign \z[21]  = z[219:210];
  assign \z[22]  = z[229:220];
  assign \z[23]  = z[239:230];
  assign \z[24]  = z[249:240];
  assign \z[25]  = z[259:250];
  assign \z[26]  = z[269:260];
  assign \z[27]  = z[279:270];
  assign \z[28]  = z[289:280];
  assign \z[29]  = z[299:290];
  assign \z[30]  = z[309:300];
  assign \z[31]  = z[319:310];
  assign \z$135[0]  = z[9:0];
  assign \z$135[1]  = z[19:10];
  assign \z$135[2]  = z[29:20];
  assign \z$135[3]  = z[39:30];
  assign \z$135[4]  = z[49:40];
  assign \z$135[5]  = z[59:50];
  assign \z$135[6]  = z[69:60];
  assign \z$135[7]  = z[79:70];
  assign \z$135[8]  = z[89:80];
  assign \z$135[9]  = z[99:90];
  assign \z$135[10]  = z[109:100];
  assign \z$135[11]  = z[119:110];
  assign \z$135[12]  = z[129:120];
  assign \z$135[13]  = z[139:130];
  assign \z$135[14]  = z[149:140];
  assign \z$135[15]  = z[159:150];
  assign \z$135[16]  = z[169:160];
  assign \z$135[17]  = z[179:170];
  assign \z$135[18]  = z[189:180];
  assign \z$135[19]  = z[199:190];
  assign \z$135[20]  = z[209:200];
  assign \z$135[21]  = z[219:210];
  assign \z$135[22]  = z[229:220];
  assign \z$135[23]  = z[239:230];
  assign \z$135[24]  = z[249:240];
  assign \z$135[25]  = z[259:250];
  assign \z$135[26]  = z[269:260];
  assign \z$135[27]  = z[279:270];
  assign \z$135[28]  = z[289:280];
  assign \z$135[29]  = z[299:290];
  assign \z$135[30]  = z[309:300];
  assign \z$135[31]  = z[319:310];
  assign \out.bundle  = next_out[1:0];
  assign \out.classifier  = next_out[2];
  assign \out.first  = next_out[3];
  assign \out.last  = next_out[4];
  assign \out.rows_left  = next_out[12:5];
  assign \out.gate  = next_out[21:13];
  assign \out.row  = next_out[25:22];
  assign \out.word  = next_out[29:26];
  assign \out.part  = next_out[30];
  assign \z$139[0]  = z[9:0];
  assign \z$139[1]  = z[19:10];
  assign \z$139[2]  = z[29:20];
  assign \z$139[3]  = z[39:30];
  assign \z$139[4]  = z[49:40];
  assign \z$139[5]  = z[59:50];
  assign \z$139[6]  = z[69:60];
  assign \z$139[7]  = z[79:70];
  assign \z$139[8]  = z[89:80];
  assign \z$139[9]  = z[99:90];
  assign \z$139[10]  = z[109:100];
  assign \z$139[11]  = z[119:110];
  assign \z$139[12]  = z[129:120];
  assign \z$139[13]  = z[139:130];
  assign \z$139[14]  = z[149:140];
  assign \z$139[15]  = z[159:150];
  assign \z$139[16]  = z[169:160];
  assign \z$139[17]  = z[179:170];
  assign \z$139[18]  = z[189:180];
  assign \z$139[19]  = z[199:190];
  assign \z$139[20]  = z[209:200];
  assign \z$139[21]  = z[219:210];
  assign \z$139[22]  = z[229:220];
  assign \z$139[23]  = z[239:230];
  assign \z$139[24]  = z[249:240];
  assign \z$139[25]  = z[259:250];
  assign \z$139[26]  = z[269:260];
  assign \z$139[27]  = z[279:270];
  assign \z$139[28]  = z[289:280];
  assign \z$139[29]  = z[299:290];
  assign \z$139[30]  = z[309:300];
  assign \z$139[31]  = z[319:310];
  assign \own[0]  = z[9:0];
  assign \own[1]  = z[19:10];
  assign \own[2]  = z[29:20];
  assign \own[3]  = z[39:30];
  assign \own[4]  = z[49:40];
  assign \own[5]  = z[59:50];
  assign \own[6]  = z[69:60];
  assign \own[7]  = z[79:70];
  assign \own[8]  = z[89:80];
  assign \own[9]  = z[99:90];
  assign \own[10]  = z[109:100];
  assign \own[11]  = z[119:110];
  assign \own[12]  = z[129:120];
  assign \own[13]  = z[139:130];
  assign \own[14]  = z[149:140];
  assign \own[15]  = z[159:150];
  assign \own[16]  = z[169:160];
  assign \own[17]  = z[179:170];
  assign \own[18]  = z[189:180];
  assign \own[19]  = z[199:190];
  assign \own[20]  = z[209:200];
  assign \own[21]  = z[219:210];
  assign \own[22]  = z[229:220];
  assign \own[23]  = z[239:230];
  assign \own[24]  = z[249:240];
  assign \own[25]  = z[259:250];
  assign \own[26]  = z[269:260];
  assign \own[27]  = z[279:270];
  assign \own[28]  = z[289:280];
  assign \own[29]  = z[299:290];
  assign \own[30]  = z[309:300];
  assign \own[31]  = z[319:310];
  assign \$like.bundle  = \$like [1:0];
  assign \$like.classifier  = \$like [2];
  assign \$like.first  = \$like [3];
  assign \$like.last  = \$like [4];
  assign \$like.rows_left  = \$like [12:5];
  assign \$like.gate  = \$like [21:13];
  assign \$like.row  = \$like [25:22];
  assign \$like.word  = \$like [29:26];
  assign \$like.part  = \$like [30];
  assign \magnitudes[0]  = magnitudes[8:0];
  assign \magnitudes[1]  = magnitudes[17:9];
  assign \magnitudes[2]  = magnitudes[26:18];
  assign \magnitudes[3]  = magnitudes[35:27];
  assign \magnitudes[4]  = magnitudes[44:36];
  assign \magnitudes[5]  = magnitudes[53:45];
  assign \magnitudes[6]  = magnitudes[62:54];
  assign \magnitudes[7]  = magnitudes[71:63];
  assign \magnitudes[8]  = magnitudes[80:72];
  assign \magnitudes[9]  = magnitudes[89:81];
  assign \magnitudes[10]  = magnitudes[98:90];
  assign \magnitudes[11]  = magnitudes[107:99];
  assign \magnitudes[12]  = magnitudes[116:108];
  assign \magnitudes[13]  = magnitudes[125:117];
  assign \magnitudes[14]  = magnitudes[134:126];
  assign \magnitudes[15]  = magnitudes[143:135];
  assign \magnitudes[16]  = magnitudes[152:144];
  assign \magnitudes[17]  = magnitudes[161:153];
  assign \magnitudes[18]  = magnitudes[170:162];
  assign \magnitudes[19]  = magnitudes[179:171];
  assign \magnitudes[20]  = magnitudes[188:180];
  assign \magnitudes[21]  = magnitudes[197:189];
  assign \magnitudes[22]  = magnitudes[206:198];
  assign \magnitudes[23]  = magnitudes[215:207];
  assign \magnitudes[24]  = magnitudes[224:216];
  assign \magnitudes[25]  = magnitudes[233:225];
  assign \magnitudes[26]  = magnitudes[242:234];
  assign \magnitudes[27]  = magnitudes[251:243];
  assign \magnitudes[28]  = magnitudes[260:252];
  assign \magnitudes[29]  = magnitudes[269:261];
  assign \magnitudes[30]  = magnitudes[278:270];
  assign \magnitudes[31]  = magnitudes[287:279];
  assign \logits[0]  = logits[8:0];
  assign \logits[1]  = logits[17:9];
  assign \logits[2]  = logits[26:18];
  assign \logits[3]  = logits[35:27];
  assign \logits[4]  = logits[44:36];
  assign \logits[5]  = logits[53:45];
  assign \logits[6]  = logits[62:54];
  assign \logits[7]  = logits[71:63];
  assign \logits[8]  = logits[80:72];
  assign \logits[9]  = logits[89:81];
  assign \kept[0]  = kept[3:0];
  assign \kept[1]  = kept[7:4];
  assign \kept[2]  = kept[11:8];
  assign \kept[3]  = kept[15:12];
  assign \results__payload$200.prediction  = \results__payload$200 [3:0];
  assign \results__payload$200.margin  = \results__payload$200 [14:4];
  assign \results__payload$200.triggered  = \results__payload$200 [15];
  assign \outcome.prediction  = \results__payload$200 [3:0];
  assign \outcome.margin  = \results__payload$200 [14:4];
  assign \outcome.triggered  = \results__payload$200 [15];
  assign \backward_table.rows  = \table$39 [7:0];
  assign \backward_table.columns  = \table$39 [16:8];
  assign \backward_table.row_blocks  = \table$39 [19:17];
  assign \backward_table.column_blocks  = \table$39 [22:20];
  assign \backward_table.words  = \table$39 [26:23];
  assign \backward_table.tile_base  = \table$39 [32:27];
  assign \backward_table.counter_base  = \table$39 [43:33];
  assign \backward_table.input_base  = \table$39 [47:44];
  assign \backward_table.output_base  = \table$39 [51:48];
  assign \backward_table.row_base  = \table$39 [55:52];
  assign \backward_table.gate  = \table$39 [64:56];
  assign \backward_table.group  = \table$39 [72:65];
  assign \backward_table.reinforce  = \table$39 [93:73];
  assign \table$228.rows  = \table$39 [7:0];
  assign \table$228.columns  = \table$39 [16:8];
  assign \table$228.row_blocks  = \table$39 [19:17];
  assign \table$228.column_blocks  = \table$39 [22:20];
  assign \table$228.words  = \table$39 [26:23];
  assign \table$228.tile_base  = \table$39 [32:27];
  assign \table$228.counter_base  = \table$39 [43:33];
  assign \table$228.input_base  = \table$39 [47:44];
  assign \table$228.output_base  = \table$39 [51:48];
  assign \table$228.row_base  = \table$39 [55:52];
  assign \table$228.gate  = \table$39 [64:56];
  assign \table$228.group  = \table$39 [72:65];
  assign \table$228.reinforce  = \table$39 [93:73];
  assign \winners__payload.bank  = winners__payload[1:0];
  assign \winners__payload.layer  = winners__payload[3:2];
  assign \winners__payload.row  = winners__payload[11:4];
  assign \winners__payload.block  = winners__payload[15:12];
  assign \winners__payload.index  = winners__payload[20:16];
  assign \winners__payload.desired  = winners__payload[21];
  assign \winners__payload.last  = winners__payload[22];
  assign \winners__payload$282.bank  = winners__payload[1:0];
  assign \winners__payload$282.layer  = winners__payload[3:2];
  assign \winners__payload$282.row  = winners__payload[11:4];
  assign \winners__payload$282.block  = winners__payload[15:12];
  assign \winners__payload$282.index  = winners__payload[20:16];
  assign \winners__payload$282.desired  = winners__payload[21];
  assign \winners__payload$282.last  = winners__payload[22];
  assign \winner_table.rows  = \table$37 [7:0];
  assign \winner_table.columns  = \table$37 [16:8];
  assign \winner_table.row_blocks  = \table$37 [19:17];
  assign \winner_table.column_blocks  = \table$37 [22:20];
  assign \winner_table.words  = \table$37 [26:23];
  assign \winner_table.tile_base  = \table$37 [32:27];
  assign \winner_table.counter_base  = \table$37 [43:33];
  assign \winner_table.input_base  = \table$37 [47:44];
  assign \winner_table.output_base  = \table$37 [51:48];
  assign \winner_table.row_base  = \table$37 [55:52];
  assign \winner_table.gate  = \table$37 [64:56];
  assign \winner_table.group  = \table$37 [72:65];
  assign \winner_table.reinforce  = \table$37 [93:73];
  assign \row_table.rows  = \table$38 [7:0];
  assign \row_table.columns  = \table$38 [16:8];
  assign \row_table.row_blocks  = \table$38 [19:17];
  assign \row_table.column_blocks  = \table$38 [22:20];
  assign \row_table.words  = \table$38 [26:23];
  assign \row_table.tile_base  = \table$38 [32:27];
  assign \row_table.counter_base  = \table$38 [43:33];
  assign \row_table.input_base  = \table$38 [47:44];
  assign \row_table.output_base  = \table$38 [51:48];
  assign \row_table.row_base  = \table$38 [55:52];
  assign \row_table.gate  = \table$38 [64:56];
  assign \row_table.group  = \table$38 [72:65];
  assign \row_table.reinforce  = \table$38 [93:73];
  assign \sweep_table.rows  = sweep_table[7:0];
  assign \sweep_table.columns  = sweep_table[16:8];
  assign \sweep_table.row_blocks  = sweep_table[19:17];
  assign \sweep_table.column_blocks  = sweep_table[22:20];
  assign \sweep_table.words  = sweep_table[26:23];
  assign \sweep_table.tile_base  = sweep_table[32:27];
  assign \sweep_table.counter_base  = sweep_table[43:33];
  assign \sweep_table.input_base  = sweep_table[47:44];
  assign \sweep_table.output_base  = sweep_table[51:48];
  assign \sweep_table.row_base  = sweep_table[55:52];
  assign \sweep_table.gate  = sweep_table[64:56];
  assign \sweep_table.group  = sweep_table[72:65];
  assign \sweep_table.reinforce  = sweep_table[93:73];
  assign \magnitudes$303[0]  = \read__data$304 [40:32];
  assign \magnitudes$303[1]  = \read__data$304 [49:41];
  assign \magnitudes$303[2]  = \read__data$304 [58:50];
  assign \magnitudes$303[3]  = \read__data$304 [67:59];
  assign \magnitudes$303[4]  = \read__data$304 [76:68];
  assign \magnitudes$303[5]  = \read__data$304 [85:77];
  assign \magnitudes$303[6]  = \read__data$304 [94:86];
  assign \magnitudes$303[7]  = \read__data$304 [103:95];
  assign \magnitudes$303[8]  = \read__data$304 [112:104];
  assign \magnitudes$303[9]  = \read__data$304 [121:113];
  assign \magnitudes$303[10]  = \read__data$304 [130:122];
  assign \magnitudes$303[11]  = \read__data$304 [139:131];
  assign \magnitudes$303[12]  = \read__data$304 [148:140];
  assign \magnitudes$303[13]  = \read__data$304 [157:149];
  assign \magnitudes$303[14]  = \read__data$304 [166:158];
  assign \magnitudes$303[15]  = \read__data$304 [175:167];
  assign \magnitudes$303[16]  = \read__data$304 [184:176];
  assign \magnitudes$303[17]  = \read__data$304 [193:185];
  assign \magnitudes$303[18]  = \read__data$304 [202:194];
  assign \magnitudes$303[19]  = \read__data$304 [211:203];
  assign \magnitudes$303[20]  = \read__data$304 [220:212];
  assign \magnitudes$303[21]  = \read__data$304 [229:221];
  assign \magnitudes$303[22]  = \read__data$304 [238:230];
  assign \magnitudes$303[23]  = \read__data$304 [247:239];
  assign \magnitudes$303[24]  = \read__data$304 [256:248];
  assign \magnitudes$303[25]  = \read__data$304 [265:257];
  assign \magnitudes$303[26]  = \read__data$304 [274:266];
  assign \magnitudes$303[27]  = \read__data$304 [283:275];
  assign \magnitudes$303[28]  = \read__data$304 [292:284];
  assign \magnitudes$303[29]  = \read__data$304 [301:293];
  assign \magnitudes$303[30]  = \read__data$304 [310:302];
  assign \magnitudes$303[31]  = \read__data$304 [319:311];
  assign \sweep_table$316.rows  = sweep_table[7:0];
  assign \sweep_table$316.columns  = sweep_table[16:8];
  assign \sweep_table$316.row_blocks  = sweep_table[19:17];
  assign \sweep_table$316.column_blocks  = sweep_table[22:20];
  assign \sweep_table$316.words  = sweep_table[26:23];
  assign \sweep_table$316.tile_base  = sweep_table[32:27];
  assign \sweep_table$316.counter_base  = sweep_table[43:33];
  assign \sweep_table$316.input_base  = sweep_table[47:44];
  assign \sweep_table$316.output_base  = sweep_table[51:48];
  assign \sweep_table$316.row_base  = sweep_table[55:52];
  assign \sweep_table$316.gate  = sweep_table[64:56];
  assign \sweep_table$316.group  = sweep_table[72:65];
  assign \sweep_table$316.reinforce  = sweep_table[93:73];
  assign \counters[0]  = counters[8:0];
  assign \counters[1]  = counters[17:9];
  assign \counters[2]  = counters[26:18];
  assign \counters[3]  = counters[35:27];
  assign \counters[4]  = counters[44:36];
  assign \counters[5]  = counters[53:45];
  assign \counters[6]  = counters[62:54];
  assign \counters[7]  = counters[71:63];
  assign \counters[8]  = counters[80:72];
  assign \counters[9]  = counters[89:81];
  assign \counters[10]  = counters[98:90];
  assign \counters[11]  = counters[107:99];
  assign \counters[12]  = counters[116:108];
  assign \counters[13]  = counters[125:117];
  assign \counters[14]  = counters[134:126];
  assign \counters[15]  = counters[143:135];
  assign \counters[16]  = counters[152:144];
  assign \counters[17]  = counters[161:153];
  assign \counters[18]  = counters[170:162];
  assign \counters[19]  = counters[179:171];
  assign \counters[20]  = counters[188:180];
  assign \counters[21]  = counters[197:189];
  assign \counters[22]  = counters[206:198];
  assign \counters[23]  = counters[215:207];
  assign \counters[24]  = counters[224:216];
  assign \counters[25]  = counters[233:225];
  assign \counters[26]  = counters[242:234];
  assign \counters[27]  = counters[251:243];
  assign \counters[28]  = counters[260:252];
  assign \counters[29]  = counters[269:261];
  assign \counters[30]  = counters[278:270];
  assign \counters[31]  = counters[287:279];
  assign \load__payload$321.kind  = load__payload[1:0];
  assign \load__payload$321.address  = load__payload[12:2];
  assign \load__payload$321.row  = load__payload[17:13];
  assign \load__payload$321.segment  = load__payload[18];
  assign \load__payload$321.data  = load__payload[306:19];
  assign \write__counters[0]  = write__counters[8:0];
  assign \write__counters[1]  = write__counters[17:9];
  assign \write__counters[2]  = write__counters[26:18];
  assign \write__counters[3]  = write__counters[35:27];
  assign \write__counters[4]  = write__counters[44:36];
  assign \write__counters[5]  = write__counters[53:45];
  assign \write__counters[6]  = write__counters[62:54];
  assign \write__counters[7]  = write__counters[71:63];
  assign \write__counters[8]  = write__counters[80:72];
  assign \write__counters[9]  = write__counters[89:81];
  assign \write__counters[10]  = write__counters[98:90];
  assign \write__counters[11]  = write__counters[107:99];
  assign \write__counters[12]  = write__counters[116:108];
  assign \write__counters[13]  = write__counters[125:117];
  assign \write__counters[14]  = write__counters[134:126];
  assign \write__counters[15]  = write__counters[143:135];
  assign \write__counters[16]  = write__counters[152:144];
  assign \write__counters[17]  = write__counters[161:153];
  assign \write__counters[18]  = write__counters[170:162];
  assign \write__counters[19]  = write__counters[179:171];
  assign \write__counters[20]  = write__counters[188:180];
  assign \write__counters[21]  = write__counters[197:189];
  assign \write__counters[22]  = write__counters[206:198];
  assign \write__counters[23]  = write__counters[215:207];
  assign \write__counters[24]  = write__counters[224:216];
  assign \write__counters[25]  = write__counters[233:225];
  assign \write__counters[26]  = write__counters[242:234];
  assign \write__counters[27]  = write__counters[251:243];
  assign \write__counters[28]  = write__counters[260:252];
  assign \write__counters[29]  = write__counters[269:261];
  assign \write__counters[30]  = write__counters[278:270];
  assign \write__counters[31]  = write__counters[287:279];
  assign \write__counters$335[0]  = write__counters[8:0];
  assign \write__counters$335[1]  = write__counters[17:9];
  assign \write__counters$335[2]  = write__counters[26:18];
  assign \write__counters$335[3]  = write__counters[35:27];
  assign \write__counters$335[4]  = write__counters[44:36];
  assign \write__counters$335[5]  = write__counters[53:45];
  assign \write__counters$335[6]  = write__counters[62:54];
  assign \write__counters$335[7]  = write__counters[71:63];
  assign \write__counters$335[8]  = write__counters[80:72];
  assign \write__counters$335[9]  = write__counters[89:81];
  assign \write__counters$335[10]  = write__counters[98:90];
  assign \write__counters$335[11]  = write__counters[107:99];
  assign \write__counters$335[12]  = write__counters[116:108];
  assign \write__counters$335[13]  = write__counters[125:117];
  assign \write__counters$335[14]  = write__counters[134:126];
  assign \write__counters$335[15]  = write__counters[143:135];
  assign \write__counters$335[16]  = write__counters[152:144];
  assign \write__counters$335[17]  = write__counters[161:153];
  assign \write__counters$335[18]  = write__counters[170:162];
  assign \write__counters$335[19]  = write__counters[179:171];
  assign \write__counters$335[20]  = write__counters[188:180];
  assign \write__counters$335[21]  = write__counters[197:189];
  assign \write__counters$335[22]  = write__counters[206:198];
  assign \write__counters$335[23]  = write__counters[215:207];
  assign \write__counters$335[24]  = write__counters[224:216];
  assign \write__counters$335[25]  = write__counters[233:225];
  assign \write__counters$335[26]  = write__counters[242:234];
  assign \write__counters$335[27]  = write__counters[251:243];
  assign \write__counters$335[28]  = write__counters[260:252];
  assign \write__counters$335[29]  = write__counters[269:261];
  assign \write__counters$335[30]  = write__counters[278:270];
  assign \write__counters$335[31]  = write__counters[287:279];
  assign \block0.bundle  = block0[1:0];
  assign \block0.classifier  = block0[2];
  assign \block0.first  = block0[3];
  assign \block0.last  = block0[4];
  assign \block0.rows_left  = block0[12:5];
  assign \block0.gate  = block0[21:13];
  assign \block0.row  = block0[25:22];
  assign \block0.word  = block0[29:26];
  assign \block0.part  = block0[30];
  assign \block$383.bundle  = \block$383 [1:0];
  assign \block$383.classifier  = \block$383 [2];
  assign \block$383.first  = \block$383 [3];
  assign \block$383.last  = \block$383 [4];
  assign \block$383.rows_left  = \block$383 [12:5];
  assign \block$383.gate  = \block$383 [21:13];
  assign \block$383.row  = \block$383 [25:22];
  assign \block$383.word  = \block$383 [29:26];
  assign \block$383.part  = \block$383 [30];
  assign \block1.bundle  = block1[1:0];
  assign \block1.classifier  = block1[2];
  assign \block1.first  = block1[3];
  assign \block1.last  = block1[4];
  assign \block1.rows_left  = block1[12:5];
  assign \block1.gate  = block1[21:13];
  assign \block1.row  = block1[25:22];
  assign \block1.word  = block1[29:26];
  assign \block1.part  = block1[30];
  assign \block2.bundle  = block2[1:0];
  assign \block2.classifier  = block2[2];
  assign \block2.first  = block2[3];
  assign \block2.last  = block2[4];
  assign \block2.rows_left  = block2[12:5];
  assign \block2.gate  = block2[21:13];
  assign \block2.row  = block2[25:22];
  assign \block2.word  = block2[29:26];
  assign \block2.part  = block2[30];
  assign \results__payload$200 [15] = triggered;
  assign \results__payload$200 [14:4] = { \margin$208 [9], \margin$208  };
  assign \results__payload$200 [3:0] = prediction;
  assign results__payload[15] = \$74 ;
  assign results__payload[14:0] = \results__payload$200 [14:0];
  assign logits[89:81] = z[98:90];
  assign logits[80:72] = z[88:80];
  assign logits[71:63] = z[78:70];
  assign logits[62:54] = z[68:60];
  assign logits[53:45] = z[58:50];
  assign logits[44:36] = z[48:40];
  assign logits[35:27] = z[38:30];
  assign logits[26:18] = z[28:20];
  assign logits[17:9] = z[18:10];
  assign logits[8:0] = z[8:0];
  assign \table [93:73] = \table$39 [93:73];
  assign \table [72:65] = \table$37 [72:65];
  assign \table [64:56] = \table$39 [64:56];
  assign \table [55:52] = \table$39 [55:52];
  assign \table [51:48] = \table$39 [51:48];
  assign \table [47:44] = \table$39 [47:44];
  assign \table [43:33] = \table$38 [43:33];
  assign \table [32:27] = \table$39 [32:27];
  assign \table [26:23] = \table$38 [26:23];
  assign \table [22:20] = \table$39 [22:20];
  assign \table [19:17] = \table$39 [19:17];
  assign \table [16:8] = \table$38 [16:8];
  assign \table [7:0] = \table$37 [7:0];
  assign \$1  = tabled;
  assign \$22  = \$21 ;
  assign failed = { 1'h0, beyond, \$14 , \$13 , 2'h0 };
  assign z_last = \$57 ;
  assign read__addr = { \$99 [1:0], activation_address };
  assign \$58  = 1'h1;
  assign hold = done;
  assign \$59  = 1'h1;
  assign \$60  = done;
  assign \$61  = { \$like [1:0], \$like [29:26] };
  assign \$63  = 2'h0;
  assign \$64  = { 3'h0, \$62  };
  assign \$65  = { loaded_bundle, address };
  assign \$66  = 1'h1;
  assign \$67  = write;
  assign \$68  = 1'h1;
  assign \$69  = write;
  assign \$70  = 2'h0;
  assign \$71  = { 3'h0, write, write };
  assign \$signature__addr  = { activation_bank, \activation_address$294  };
  assign \$265  = 1'h1;
  assign \$78  = \$263 ;
endmodule

// bep_hw/gateware/backward.py
module bep_core_backward(rst, tile, valid, first, last, \inputs$86 , weights, done, word_q, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$24 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$24 <= 0;
  wire \$1 , \$10 , \$100 , \$101 , \$103 , \$104 , \$106 , \$107 , \$109 , \$11 , \$110 , \$112 ,
    \$113 , \$115 , \$116 , \$118 , \$119 , \$121 , \$122 , \$124 , \$125 , \$127 , \$128 , \$13 ,
    \$130 , \$131 , \$133 , \$134 , \$136 , \$137 , \$139 , \$14 , \$140 , \$142 , \$143 , \$145 ,
    \$146 , \$148 , \$149 , \$151 , \$152 , \$154 , \$155 , \$157 , \$158 , \$16 , \$160 , \$161 ,
    \$163 , \$164 , \$166 , \$167 , \$169 , \$17 , \$170 , \$172 , \$173 , \$175 , \$176 , \$178 ,
    \$179 , \$181 , \$182 , \$184 , \$185 , \$187 , \$188 , \$19 , \$190 , \$191 , \$193 , \$194 ;
  wire [8:0] \$102 , \$105 , \$108 , \$111 , \$114 , \$117 , \$12 , \$120 , \$123 , \$126 , \$129 ,
    \$132 , \$135 , \$138 , \$141 , \$144 , \$147 , \$15 , \$150 , \$153 , \$156 , \$159 , \$162 ,
    \$165 , \$168 , \$171 , \$174 , \$177 , \$18 , \$180 , \$183 , \$186 , \$189 , \$192 ;
  reg \$195 ;
  reg \$196 ;
  reg \$197 ;
  reg \$198 ;
  reg \$199 ;
  wire \$2 , \$20 ;
  reg [63:0] \$200 ;
  wire [8:0] \$21 , \$24 , \$27 , \$3 , \$30 , \$33 , \$36 , \$39 , \$42 , \$45 , \$48 , \$51 ,
    \$54 , \$57 , \$6 , \$60 , \$63 , \$66 , \$69 , \$72 , \$75 , \$78 , \$81 , \$84 , \$87 , \$9 ,
    \$90 , \$93 , \$96 , \$99 ;
  wire \$22 , \$23 , \$25 , \$26 , \$28 , \$29 , \$31 , \$32 , \$34 , \$35 , \$37 , \$38 , \$4 ,
    \$40 , \$41 , \$43 , \$44 , \$46 , \$47 , \$49 , \$5 , \$50 , \$52 , \$53 , \$55 , \$56 , \$58 ,
    \$59 , \$61 , \$62 , \$64 , \$65 , \$67 , \$68 , \$7 , \$70 , \$71 , \$73 , \$74 , \$76 , \$77 ,
    \$79 , \$8 , \$80 , \$82 , \$83 , \$85 , \$86 , \$88 , \$89 , \$91 , \$92 , \$94 , \$95 , \$97 ,
    \$98 ;
  input clk;
  (* init = 1'h0 *)
  wire counted;
  reg counted0 = 1'h0;
  reg counted_first0 = 1'h0;
  wire [31:0] desired;
  output done;
  reg done = 1'h0;
  input first;
  wire [31:0] gates;
  wire [31:0] inputs;
  input [31:0] \inputs$86 ;
  input last;
  wire [31:0] mask;
  input rst;
  reg summed0 = 1'h0;
  reg summed1 = 1'h0;
  input [2047:0] tile;
  wire [7:0] total;
  wire [7:0] \total$12 ;
  wire [7:0] \total$13 ;
  wire [7:0] \total$14 ;
  wire [7:0] \total$15 ;
  wire [7:0] \total$16 ;
  wire [7:0] \total$17 ;
  wire [7:0] \total$18 ;
  wire [7:0] \total$19 ;
  wire [7:0] \total$20 ;
  wire [7:0] \total$21 ;
  wire [7:0] \total$22 ;
  wire [7:0] \total$23 ;
  wire [7:0] \total$24 ;
  wire [7:0] \total$25 ;
  wire [7:0] \total$26 ;
  wire [7:0] \total$27 ;
  wire [7:0] \total$28 ;
  wire [7:0] \total$29 ;
  wire [7:0] \total$30 ;
  wire [7:0] \total$31 ;
  wire [7:0] \total$32 ;
  wire [7:0] \total$33 ;
  wire [7:0] \total$34 ;
  wire [7:0] \total$35 ;
  wire [7:0] \total$36 ;
  wire [7:0] \total$37 ;
  wire [7:0] \total$38 ;
  wire [7:0] \total$39 ;
  wire [7:0] \total$40 ;
  wire [7:0] \total$41 ;
  wire [7:0] \total$42 ;
  wire [7:0] \total$43 ;
  wire [7:0] \total$44 ;
  wire [7:0] \total$45 ;
  wire [7:0] \total$46 ;
  wire [7:0] \total$47 ;
  wire [7:0] \total$48 ;
  wire [7:0] \total$49 ;
  wire [7:0] \total$50 ;
  wire [7:0] \total$51 ;
  wire [7:0] \total$52 ;
  wire [7:0] \total$53 ;
  wire [7:0] \total$54 ;
  wire [7:0] \total$55 ;
  wire [7:0] \total$56 ;
  wire [7:0] \total$57 ;
  wire [7:0] \total$58 ;
  wire [7:0] \total$59 ;
  wire [7:0] \total$60 ;
  wire [7:0] \total$61 ;
  wire [7:0] \total$62 ;
  wire [7:0] \total$63 ;
  wire [7:0] \total$64 ;
  wire [7:0] \total$65 ;
  wire [7:0] \total$66 ;
  wire [7:0] \total$67 ;
  wire [7:0] \total$68 ;
  wire [7:0] \total$69 ;
  wire [7:0] \total$70 ;
  wire [7:0] \total$71 ;
  wire [7:0] \total$72 ;
  wire [7:0] \total$73 ;
  wire [7:0] \total$74 ;
  wire [7:0] \total$75 ;
  input valid;
  input [31:0] weights;
  (* init = 64'h0000000000000000 *)
  wire [63:0] word;
  output [63:0] word_q;
  reg [63:0] word_q = 64'h0000000000000000;
  assign \$1  = valid & last;
  assign \$2  = valid & first;
  assign \$4  = \$3  < \total$12 ;
  assign \$5  = ~ \$4 ;
  assign \$7  = \$6  < \total$12 ;
  assign \$8  = ~ \$7 ;
  assign \$10  = \$9  < \total$12 ;
  assign \$11  = ~ \$10 ;
  assign \$13  = \$12  < \total$12 ;
  assign \$14  = ~ \$13 ;
  assign \$16  = \$15  < \total$12 ;
  assign \$17  = ~ \$16 ;
  assign \$19  = \$18  < \total$12 ;
  assign \$20  = ~ \$19 ;
  assign \$22  = \$21  < \total$12 ;
  assign \$23  = ~ \$22 ;
  assign \$25  = \$24  < \total$12 ;
  assign \$26  = ~ \$25 ;
  assign \$28  = \$27  < \total$12 ;
  assign \$29  = ~ \$28 ;
  assign \$31  = \$30  < \total$12 ;
  assign \$32  = ~ \$31 ;
  assign \$34  = \$33  < \total$12 ;
  assign \$35  = ~ \$34 ;
  assign \$37  = \$36  < \total$12 ;
  assign \$38  = ~ \$37 ;
  assign \$40  = \$39  < \total$12 ;
  assign \$41  = ~ \$40 ;
  assign \$43  = \$42  < \total$12 ;
  assign \$44  = ~ \$43 ;
  assign \$46  = \$45  < \total$12 ;
  assign \$47  = ~ \$46 ;
  assign \$49  = \$48  < \total$12 ;
  assign \$50  = ~ \$49 ;
  assign \$52  = \$51  < \total$12 ;
  assign \$53  = ~ \$52 ;
  assign \$55  = \$54  < \total$12 ;
  assign \$56  = ~ \$55 ;
  assign \$58  = \$57  < \total$12 ;
  assign \$59  = ~ \$58 ;
  assign \$61  = \$60  < \total$12 ;
  assign \$62  = ~ \$61 ;
  assign \$64  = \$63  < \total$12 ;
  assign \$65  = ~ \$64 ;
  assign \$67  = \$66  < \total$12 ;
  assign \$68  = ~ \$67 ;
  assign \$70  = \$69  < \total$12 ;
  assign \$71  = ~ \$70 ;
  assign \$73  = \$72  < \total$12 ;
  assign \$74  = ~ \$73 ;
  assign \$76  = \$75  < \total$12 ;
  assign \$77  = ~ \$76 ;
  assign \$79  = \$78  < \total$12 ;
  assign \$80  = ~ \$79 ;
  assign \$82  = \$81  < \total$12 ;
  assign \$83  = ~ \$82 ;
  assign \$85  = \$84  < \total$12 ;
  assign \$86  = ~ \$85 ;
  assign \$88  = \$87  < \total$12 ;
  assign \$89  = ~ \$88 ;
  assign \$91  = \$90  < \total$12 ;
  assign \$92  = ~ \$91 ;
  assign \$94  = \$93  < \total$12 ;
  assign \$95  = ~ \$94 ;
  assign \$97  = \$96  < \total$12 ;
  assign \$98  = ~ \$97 ;
  assign \$100  = \$99  < \total$12 ;
  assign \$101  = ~ \$100 ;
  assign \$103  = \$102  < \total$12 ;
  assign \$104  = ~ \$103 ;
  assign \$106  = \$105  < \total$12 ;
  assign \$107  = ~ \$106 ;
  assign \$109  = \$108  < \total$12 ;
  assign \$110  = ~ \$109 ;
  assign \$112  = \$111  < \total$12 ;
  assign \$113  = ~ \$112 ;
  assign \$115  = \$114  < \total$12 ;
  assign \$116  = ~ \$115 ;
  assign \$118  = \$117  < \total$12 ;
  assign \$119  = ~ \$118 ;
  assign \$121  = \$120  < \total$12 ;
  assign \$122  = ~ \$121 ;
  assign \$124  = \$123  < \total$12 ;
  assign \$125  = ~ \$124 ;
  assign \$127  = \$126  < \total$12 ;
  assign \$128  = ~ \$127 ;
  assign \$130  = \$129  < \total$12 ;
  assign \$131  = ~ \$130 ;
  assign \$133  = \$132  < \total$12 ;
  assign \$134  = ~ \$133 ;
  assign \$136  = \$135  < \total$12 ;
  assign \$137  = ~ \$136 ;
  assign \$139  = \$138  < \total$12 ;
  assign \$140  = ~ \$139 ;
  assign \$142  = \$141  < \total$12 ;
  assign \$143  = ~ \$142 ;
  assign \$145  = \$144  < \total$12 ;
  assign \$146  = ~ \$145 ;
  assign \$148  = \$147  < \total$12 ;
  assign \$149  = ~ \$148 ;
  assign \$151  = \$150  < \total$12 ;
  assign \$152  = ~ \$151 ;
  assign \$154  = \$153  < \total$12 ;
  assign \$155  = ~ \$154 ;
  assign \$157  = \$156  < \total$12 ;
  assign \$158  = ~ \$157 ;
  assign \$160  = \$159  < \total$12 ;
  assign \$161  = ~ \$160 ;
  assign \$163  = \$162  < \total$12 ;
  assign \$164  = ~ \$163 ;
  assign \$166  = \$165  < \total$12 ;
  assign \$167  = ~ \$166 ;
  assign \$169  = \$168  < \total$12 ;
  assign \$170  = ~ \$169 ;
  assign \$172  = \$171  < \total$12 ;
  assign \$173  = ~ \$172 ;
  assign \$175  = \$174  < \total$12 ;
  assign \$176  = ~ \$175 ;
  assign \$178  = \$177  < \total$12 ;
  assign \$179  = ~ \$178 ;
  assign \$181  = \$180  < \total$12 ;
  assign \$182  = ~ \$181 ;
  assign \$184  = \$183  < \total$12 ;
  assign \$185  = ~ \$184 ;
  assign \$187  = \$186  < \total$12 ;
  assign \$188  = ~ \$187 ;
  assign \$190  = \$189  < \total$12 ;
  assign \$191  = ~ \$190 ;
  assign \$193  = \$192  < \total$12 ;
  assign \$194  = ~ \$193 ;
  always @(posedge clk)
    summed0 <= \$195 ;
  always @(posedge clk)
    summed1 <= \$196 ;
  always @(posedge clk)
    done <= \$197 ;
  always @(posedge clk)
    counted0 <= \$198 ;
  always @(posedge clk)
    counted_first0 <= \$199 ;
  always @(posedge clk)
    word_q <= \$200 ;
  bep_core_backward_opened opened (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .rst(rst),
    .total(\total$12 ),
    .weights(weights)
  );
  bep_core_backward_total total0 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(total),
    .weights({ tile[1984], tile[1920], tile[1856], tile[1792], tile[1728], tile[1664], tile[1600], tile[1536], tile[1472], tile[1408], tile[1344], tile[1280], tile[1216], tile[1152], tile[1088], tile[1024], tile[960], tile[896], tile[832], tile[768], tile[704], tile[640], tile[576], tile[512], tile[448], tile[384], tile[320], tile[256], tile[192], tile[128], tile[64], tile[0] })
  );
  bep_core_backward_total total1 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$13 ),
    .weights({ tile[1985], tile[1921], tile[1857], tile[1793], tile[1729], tile[1665], tile[1601], tile[1537], tile[1473], tile[1409], tile[1345], tile[1281], tile[1217], tile[1153], tile[1089], tile[1025], tile[961], tile[897], tile[833], tile[769], tile[705], tile[641], tile[577], tile[513], tile[449], tile[385], tile[321], tile[257], tile[193], tile[129], tile[65], tile[1] })
  );
  bep_core_backward_total total10 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$22 ),
    .weights({ tile[1994], tile[1930], tile[1866], tile[1802], tile[1738], tile[1674], tile[1610], tile[1546], tile[1482], tile[1418], tile[1354], tile[1290], tile[1226], tile[1162], tile[1098], tile[1034], tile[970], tile[906], tile[842], tile[778], tile[714], tile[650], tile[586], tile[522], tile[458], tile[394], tile[330], tile[266], tile[202], tile[138], tile[74], tile[10] })
  );
  bep_core_backward_total total11 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$23 ),
    .weights({ tile[1995], tile[1931], tile[1867], tile[1803], tile[1739], tile[1675], tile[1611], tile[1547], tile[1483], tile[1419], tile[1355], tile[1291], tile[1227], tile[1163], tile[1099], tile[1035], tile[971], tile[907], tile[843], tile[779], tile[715], tile[651], tile[587], tile[523], tile[459], tile[395], tile[331], tile[267], tile[203], tile[139], tile[75], tile[11] })
  );
  bep_core_backward_total total12 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$24 ),
    .weights({ tile[1996], tile[1932], tile[1868], tile[1804], tile[1740], tile[1676], tile[1612], tile[1548], tile[1484], tile[1420], tile[1356], tile[1292], tile[1228], tile[1164], tile[1100], tile[1036], tile[972], tile[908], tile[844], tile[780], tile[716], tile[652], tile[588], tile[524], tile[460], tile[396], tile[332], tile[268], tile[204], tile[140], tile[76], tile[12] })
  );
  bep_core_backward_total total13 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$25 ),
    .weights({ tile[1997], tile[1933], tile[1869], tile[1805], tile[1741], tile[1677], tile[1613], tile[1549], tile[1485], tile[1421], tile[1357], tile[1293], tile[1229], tile[1165], tile[1101], tile[1037], tile[973], tile[909], tile[845], tile[781], tile[717], tile[653], tile[589], tile[525], tile[461], tile[397], tile[333], tile[269], tile[205], tile[141], tile[77], tile[13] })
  );
  bep_core_backward_total total14 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$26 ),
    .weights({ tile[1998], tile[1934], tile[1870], tile[1806], tile[1742], tile[1678], tile[1614], tile[1550], tile[1486], tile[1422], tile[1358], tile[1294], tile[1230], tile[1166], tile[1102], tile[1038], tile[974], tile[910], tile[846], tile[782], tile[718], tile[654], tile[590], tile[526], tile[462], tile[398], tile[334], tile[270], tile[206], tile[142], tile[78], tile[14] })
  );
  bep_core_backward_total total15 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$27 ),
    .weights({ tile[1999], tile[1935], tile[1871], tile[1807], tile[1743], tile[1679], tile[1615], tile[1551], tile[1487], tile[1423], tile[1359], tile[1295], tile[1231], tile[1167], tile[1103], tile[1039], tile[975], tile[911], tile[847], tile[783], tile[719], tile[655], tile[591], tile[527], tile[463], tile[399], tile[335], tile[271], tile[207], tile[143], tile[79], tile[15] })
  );
  bep_core_backward_total total16 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$28 ),
    .weights({ tile[2000], tile[1936], tile[1872], tile[1808], tile[1744], tile[1680], tile[1616], tile[1552], tile[1488], tile[1424], tile[1360], tile[1296], tile[1232], tile[1168], tile[1104], tile[1040], tile[976], tile[912], tile[848], tile[784], tile[720], tile[656], tile[592], tile[528], tile[464], tile[400], tile[336], tile[272], tile[208], tile[144], tile[80], tile[16] })
  );
  bep_core_backward_total total17 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$29 ),
    .weights({ tile[2001], tile[1937], tile[1873], tile[1809], tile[1745], tile[1681], tile[1617], tile[1553], tile[1489], tile[1425], tile[1361], tile[1297], tile[1233], tile[1169], tile[1105], tile[1041], tile[977], tile[913], tile[849], tile[785], tile[721], tile[657], tile[593], tile[529], tile[465], tile[401], tile[337], tile[273], tile[209], tile[145], tile[81], tile[17] })
  );
  bep_core_backward_total total18 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$30 ),
    .weights({ tile[2002], tile[1938], tile[1874], tile[1810], tile[1746], tile[1682], tile[1618], tile[1554], tile[1490], tile[1426], tile[1362], tile[1298], tile[1234], tile[1170], tile[1106], tile[1042], tile[978], tile[914], tile[850], tile[786], tile[722], tile[658], tile[594], tile[530], tile[466], tile[402], tile[338], tile[274], tile[210], tile[146], tile[82], tile[18] })
  );
  bep_core_backward_total total19 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$31 ),
    .weights({ tile[2003], tile[1939], tile[1875], tile[1811], tile[1747], tile[1683], tile[1619], tile[1555], tile[1491], tile[1427], tile[1363], tile[1299], tile[1235], tile[1171], tile[1107], tile[1043], tile[979], tile[915], tile[851], tile[787], tile[723], tile[659], tile[595], tile[531], tile[467], tile[403], tile[339], tile[275], tile[211], tile[147], tile[83], tile[19] })
  );
  bep_core_backward_total total2 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$14 ),
    .weights({ tile[1986], tile[1922], tile[1858], tile[1794], tile[1730], tile[1666], tile[1602], tile[1538], tile[1474], tile[1410], tile[1346], tile[1282], tile[1218], tile[1154], tile[1090], tile[1026], tile[962], tile[898], tile[834], tile[770], tile[706], tile[642], tile[578], tile[514], tile[450], tile[386], tile[322], tile[258], tile[194], tile[130], tile[66], tile[2] })
  );
  bep_core_backward_total total20 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$32 ),
    .weights({ tile[2004], tile[1940], tile[1876], tile[1812], tile[1748], tile[1684], tile[1620], tile[1556], tile[1492], tile[1428], tile[1364], tile[1300], tile[1236], tile[1172], tile[1108], tile[1044], tile[980], tile[916], tile[852], tile[788], tile[724], tile[660], tile[596], tile[532], tile[468], tile[404], tile[340], tile[276], tile[212], tile[148], tile[84], tile[20] })
  );
  bep_core_backward_total total21 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$33 ),
    .weights({ tile[2005], tile[1941], tile[1877], tile[1813], tile[1749], tile[1685], tile[1621], tile[1557], tile[1493], tile[1429], tile[1365], tile[1301], tile[1237], tile[1173], tile[1109], tile[1045], tile[981], tile[917], tile[853], tile[789], tile[725], tile[661], tile[597], tile[533], tile[469], tile[405], tile[341], tile[277], tile[213], tile[149], tile[85], tile[21] })
  );
  bep_core_backward_total total22 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$34 ),
    .weights({ tile[2006], tile[1942], tile[1878], tile[1814], tile[1750], tile[1686], tile[1622], tile[1558], tile[1494], tile[1430], tile[1366], tile[1302], tile[1238], tile[1174], tile[1110], tile[1046], tile[982], tile[918], tile[854], tile[790], tile[726], tile[662], tile[598], tile[534], tile[470], tile[406], tile[342], tile[278], tile[214], tile[150], tile[86], tile[22] })
  );
  bep_core_backward_total total23 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$35 ),
    .weights({ tile[2007], tile[1943], tile[1879], tile[1815], tile[1751], tile[1687], tile[1623], tile[1559], tile[1495], tile[1431], tile[1367], tile[1303], tile[1239], tile[1175], tile[1111], tile[1047], tile[983], tile[919], tile[855], tile[791], tile[727], tile[663], tile[599], tile[535], tile[471], tile[407], tile[343], tile[279], tile[215], tile[151], tile[87], tile[23] })
  );
  bep_core_backward_total total24 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$36 ),
    .weights({ tile[2008], tile[1944], tile[1880], tile[1816], tile[1752], tile[1688], tile[1624], tile[1560], tile[1496], tile[1432], tile[1368], tile[1304], tile[1240], tile[1176], tile[1112], tile[1048], tile[984], tile[920], tile[856], tile[792], tile[728], tile[664], tile[600], tile[536], tile[472], tile[408], tile[344], tile[280], tile[216], tile[152], tile[88], tile[24] })
  );
  bep_core_backward_total total25 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$37 ),
    .weights({ tile[2009], tile[1945], tile[1881], tile[1817], tile[1753], tile[1689], tile[1625], tile[1561], tile[1497], tile[1433], tile[1369], tile[1305], tile[1241], tile[1177], tile[1113], tile[1049], tile[985], tile[921], tile[857], tile[793], tile[729], tile[665], tile[601], tile[537], tile[473], tile[409], tile[345], tile[281], tile[217], tile[153], tile[89], tile[25] })
  );
  bep_core_backward_total total26 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$38 ),
    .weights({ tile[2010], tile[1946], tile[1882], tile[1818], tile[1754], tile[1690], tile[1626], tile[1562], tile[1498], tile[1434], tile[1370], tile[1306], tile[1242], tile[1178], tile[1114], tile[1050], tile[986], tile[922], tile[858], tile[794], tile[730], tile[666], tile[602], tile[538], tile[474], tile[410], tile[346], tile[282], tile[218], tile[154], tile[90], tile[26] })
  );
  bep_core_backward_total total27 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$39 ),
    .weights({ tile[2011], tile[1947], tile[1883], tile[1819], tile[1755], tile[1691], tile[1627], tile[1563], tile[1499], tile[1435], tile[1371], tile[1307], tile[1243], tile[1179], tile[1115], tile[1051], tile[987], tile[923], tile[859], tile[795], tile[731], tile[667], tile[603], tile[539], tile[475], tile[411], tile[347], tile[283], tile[219], tile[155], tile[91], tile[27] })
  );
  bep_core_backward_total total28 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$40 ),
    .weights({ tile[2012], tile[1948], tile[1884], tile[1820], tile[1756], tile[1692], tile[1628], tile[1564], tile[1500], tile[1436], tile[1372], tile[1308], tile[1244], tile[1180], tile[1116], tile[1052], tile[988], tile[924], tile[860], tile[796], tile[732], tile[668], tile[604], tile[540], tile[476], tile[412], tile[348], tile[284], tile[220], tile[156], tile[92], tile[28] })
  );
  bep_core_backward_total total29 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$41 ),
    .weights({ tile[2013], tile[1949], tile[1885], tile[1821], tile[1757], tile[1693], tile[1629], tile[1565], tile[1501], tile[1437], tile[1373], tile[1309], tile[1245], tile[1181], tile[1117], tile[1053], tile[989], tile[925], tile[861], tile[797], tile[733], tile[669], tile[605], tile[541], tile[477], tile[413], tile[349], tile[285], tile[221], tile[157], tile[93], tile[29] })
  );
  bep_core_backward_total total3 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$15 ),
    .weights({ tile[1987], tile[1923], tile[1859], tile[1795], tile[1731], tile[1667], tile[1603], tile[1539], tile[1475], tile[1411], tile[1347], tile[1283], tile[1219], tile[1155], tile[1091], tile[1027], tile[963], tile[899], tile[835], tile[771], tile[707], tile[643], tile[579], tile[515], tile[451], tile[387], tile[323], tile[259], tile[195], tile[131], tile[67], tile[3] })
  );
  bep_core_backward_total total30 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$42 ),
    .weights({ tile[2014], tile[1950], tile[1886], tile[1822], tile[1758], tile[1694], tile[1630], tile[1566], tile[1502], tile[1438], tile[1374], tile[1310], tile[1246], tile[1182], tile[1118], tile[1054], tile[990], tile[926], tile[862], tile[798], tile[734], tile[670], tile[606], tile[542], tile[478], tile[414], tile[350], tile[286], tile[222], tile[158], tile[94], tile[30] })
  );
  bep_core_backward_total total31 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$43 ),
    .weights({ tile[2015], tile[1951], tile[1887], tile[1823], tile[1759], tile[1695], tile[1631], tile[1567], tile[1503], tile[1439], tile[1375], tile[1311], tile[1247], tile[1183], tile[1119], tile[1055], tile[991], tile[927], tile[863], tile[799], tile[735], tile[671], tile[607], tile[543], tile[479], tile[415], tile[351], tile[287], tile[223], tile[159], tile[95], tile[31] })
  );
  bep_core_backward_total total32 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$44 ),
    .weights({ tile[2016], tile[1952], tile[1888], tile[1824], tile[1760], tile[1696], tile[1632], tile[1568], tile[1504], tile[1440], tile[1376], tile[1312], tile[1248], tile[1184], tile[1120], tile[1056], tile[992], tile[928], tile[864], tile[800], tile[736], tile[672], tile[608], tile[544], tile[480], tile[416], tile[352], tile[288], tile[224], tile[160], tile[96], tile[32] })
  );
  bep_core_backward_total total33 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$45 ),
    .weights({ tile[2017], tile[1953], tile[1889], tile[1825], tile[1761], tile[1697], tile[1633], tile[1569], tile[1505], tile[1441], tile[1377], tile[1313], tile[1249], tile[1185], tile[1121], tile[1057], tile[993], tile[929], tile[865], tile[801], tile[737], tile[673], tile[609], tile[545], tile[481], tile[417], tile[353], tile[289], tile[225], tile[161], tile[97], tile[33] })
  );
  bep_core_backward_total total34 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$46 ),
    .weights({ tile[2018], tile[1954], tile[1890], tile[1826], tile[1762], tile[1698], tile[1634], tile[1570], tile[1506], tile[1442], tile[1378], tile[1314], tile[1250], tile[1186], tile[1122], tile[1058], tile[994], tile[930], tile[866], tile[802], tile[738], tile[674], tile[610], tile[546], tile[482], tile[418], tile[354], tile[290], tile[226], tile[162], tile[98], tile[34] })
  );
  bep_core_backward_total total35 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$47 ),
    .weights({ tile[2019], tile[1955], tile[1891], tile[1827], tile[1763], tile[1699], tile[1635], tile[1571], tile[1507], tile[1443], tile[1379], tile[1315], tile[1251], tile[1187], tile[1123], tile[1059], tile[995], tile[931], tile[867], tile[803], tile[739], tile[675], tile[611], tile[547], tile[483], tile[419], tile[355], tile[291], tile[227], tile[163], tile[99], tile[35] })
  );
  bep_core_backward_total total36 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$48 ),
    .weights({ tile[2020], tile[1956], tile[1892], tile[1828], tile[1764], tile[1700], tile[1636], tile[1572], tile[1508], tile[1444], tile[1380], tile[1316], tile[1252], tile[1188], tile[1124], tile[1060], tile[996], tile[932], tile[868], tile[804], tile[740], tile[676], tile[612], tile[548], tile[484], tile[420], tile[356], tile[292], tile[228], tile[164], tile[100], tile[36] })
  );
  bep_core_backward_total total37 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$49 ),
    .weights({ tile[2021], tile[1957], tile[1893], tile[1829], tile[1765], tile[1701], tile[1637], tile[1573], tile[1509], tile[1445], tile[1381], tile[1317], tile[1253], tile[1189], tile[1125], tile[1061], tile[997], tile[933], tile[869], tile[805], tile[741], tile[677], tile[613], tile[549], tile[485], tile[421], tile[357], tile[293], tile[229], tile[165], tile[101], tile[37] })
  );
  bep_core_backward_total total38 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$50 ),
    .weights({ tile[2022], tile[1958], tile[1894], tile[1830], tile[1766], tile[1702], tile[1638], tile[1574], tile[1510], tile[1446], tile[1382], tile[1318], tile[1254], tile[1190], tile[1126], tile[1062], tile[998], tile[934], tile[870], tile[806], tile[742], tile[678], tile[614], tile[550], tile[486], tile[422], tile[358], tile[294], tile[230], tile[166], tile[102], tile[38] })
  );
  bep_core_backward_total total39 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$51 ),
    .weights({ tile[2023], tile[1959], tile[1895], tile[1831], tile[1767], tile[1703], tile[1639], tile[1575], tile[1511], tile[1447], tile[1383], tile[1319], tile[1255], tile[1191], tile[1127], tile[1063], tile[999], tile[935], tile[871], tile[807], tile[743], tile[679], tile[615], tile[551], tile[487], tile[423], tile[359], tile[295], tile[231], tile[167], tile[103], tile[39] })
  );
  bep_core_backward_total total4 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$16 ),
    .weights({ tile[1988], tile[1924], tile[1860], tile[1796], tile[1732], tile[1668], tile[1604], tile[1540], tile[1476], tile[1412], tile[1348], tile[1284], tile[1220], tile[1156], tile[1092], tile[1028], tile[964], tile[900], tile[836], tile[772], tile[708], tile[644], tile[580], tile[516], tile[452], tile[388], tile[324], tile[260], tile[196], tile[132], tile[68], tile[4] })
  );
  bep_core_backward_total total40 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$52 ),
    .weights({ tile[2024], tile[1960], tile[1896], tile[1832], tile[1768], tile[1704], tile[1640], tile[1576], tile[1512], tile[1448], tile[1384], tile[1320], tile[1256], tile[1192], tile[1128], tile[1064], tile[1000], tile[936], tile[872], tile[808], tile[744], tile[680], tile[616], tile[552], tile[488], tile[424], tile[360], tile[296], tile[232], tile[168], tile[104], tile[40] })
  );
  bep_core_backward_total total41 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$53 ),
    .weights({ tile[2025], tile[1961], tile[1897], tile[1833], tile[1769], tile[1705], tile[1641], tile[1577], tile[1513], tile[1449], tile[1385], tile[1321], tile[1257], tile[1193], tile[1129], tile[1065], tile[1001], tile[937], tile[873], tile[809], tile[745], tile[681], tile[617], tile[553], tile[489], tile[425], tile[361], tile[297], tile[233], tile[169], tile[105], tile[41] })
  );
  bep_core_backward_total total42 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$54 ),
    .weights({ tile[2026], tile[1962], tile[1898], tile[1834], tile[1770], tile[1706], tile[1642], tile[1578], tile[1514], tile[1450], tile[1386], tile[1322], tile[1258], tile[1194], tile[1130], tile[1066], tile[1002], tile[938], tile[874], tile[810], tile[746], tile[682], tile[618], tile[554], tile[490], tile[426], tile[362], tile[298], tile[234], tile[170], tile[106], tile[42] })
  );
  bep_core_backward_total total43 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$55 ),
    .weights({ tile[2027], tile[1963], tile[1899], tile[1835], tile[1771], tile[1707], tile[1643], tile[1579], tile[1515], tile[1451], tile[1387], tile[1323], tile[1259], tile[1195], tile[1131], tile[1067], tile[1003], tile[939], tile[875], tile[811], tile[747], tile[683], tile[619], tile[555], tile[491], tile[427], tile[363], tile[299], tile[235], tile[171], tile[107], tile[43] })
  );
  bep_core_backward_total total44 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$56 ),
    .weights({ tile[2028], tile[1964], tile[1900], tile[1836], tile[1772], tile[1708], tile[1644], tile[1580], tile[1516], tile[1452], tile[1388], tile[1324], tile[1260], tile[1196], tile[1132], tile[1068], tile[1004], tile[940], tile[876], tile[812], tile[748], tile[684], tile[620], tile[556], tile[492], tile[428], tile[364], tile[300], tile[236], tile[172], tile[108], tile[44] })
  );
  bep_core_backward_total total45 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$57 ),
    .weights({ tile[2029], tile[1965], tile[1901], tile[1837], tile[1773], tile[1709], tile[1645], tile[1581], tile[1517], tile[1453], tile[1389], tile[1325], tile[1261], tile[1197], tile[1133], tile[1069], tile[1005], tile[941], tile[877], tile[813], tile[749], tile[685], tile[621], tile[557], tile[493], tile[429], tile[365], tile[301], tile[237], tile[173], tile[109], tile[45] })
  );
  bep_core_backward_total total46 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$58 ),
    .weights({ tile[2030], tile[1966], tile[1902], tile[1838], tile[1774], tile[1710], tile[1646], tile[1582], tile[1518], tile[1454], tile[1390], tile[1326], tile[1262], tile[1198], tile[1134], tile[1070], tile[1006], tile[942], tile[878], tile[814], tile[750], tile[686], tile[622], tile[558], tile[494], tile[430], tile[366], tile[302], tile[238], tile[174], tile[110], tile[46] })
  );
  bep_core_backward_total total47 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$59 ),
    .weights({ tile[2031], tile[1967], tile[1903], tile[1839], tile[1775], tile[1711], tile[1647], tile[1583], tile[1519], tile[1455], tile[1391], tile[1327], tile[1263], tile[1199], tile[1135], tile[1071], tile[1007], tile[943], tile[879], tile[815], tile[751], tile[687], tile[623], tile[559], tile[495], tile[431], tile[367], tile[303], tile[239], tile[175], tile[111], tile[47] })
  );
  bep_core_backward_total total48 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$60 ),
    .weights({ tile[2032], tile[1968], tile[1904], tile[1840], tile[1776], tile[1712], tile[1648], tile[1584], tile[1520], tile[1456], tile[1392], tile[1328], tile[1264], tile[1200], tile[1136], tile[1072], tile[1008], tile[944], tile[880], tile[816], tile[752], tile[688], tile[624], tile[560], tile[496], tile[432], tile[368], tile[304], tile[240], tile[176], tile[112], tile[48] })
  );
  bep_core_backward_total total49 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$61 ),
    .weights({ tile[2033], tile[1969], tile[1905], tile[1841], tile[1777], tile[1713], tile[1649], tile[1585], tile[1521], tile[1457], tile[1393], tile[1329], tile[1265], tile[1201], tile[1137], tile[1073], tile[1009], tile[945], tile[881], tile[817], tile[753], tile[689], tile[625], tile[561], tile[497], tile[433], tile[369], tile[305], tile[241], tile[177], tile[113], tile[49] })
  );
  bep_core_backward_total total5 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$17 ),
    .weights({ tile[1989], tile[1925], tile[1861], tile[1797], tile[1733], tile[1669], tile[1605], tile[1541], tile[1477], tile[1413], tile[1349], tile[1285], tile[1221], tile[1157], tile[1093], tile[1029], tile[965], tile[901], tile[837], tile[773], tile[709], tile[645], tile[581], tile[517], tile[453], tile[389], tile[325], tile[261], tile[197], tile[133], tile[69], tile[5] })
  );
  bep_core_backward_total total50 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$62 ),
    .weights({ tile[2034], tile[1970], tile[1906], tile[1842], tile[1778], tile[1714], tile[1650], tile[1586], tile[1522], tile[1458], tile[1394], tile[1330], tile[1266], tile[1202], tile[1138], tile[1074], tile[1010], tile[946], tile[882], tile[818], tile[754], tile[690], tile[626], tile[562], tile[498], tile[434], tile[370], tile[306], tile[242], tile[178], tile[114], tile[50] })
  );
  bep_core_backward_total total51 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$63 ),
    .weights({ tile[2035], tile[1971], tile[1907], tile[1843], tile[1779], tile[1715], tile[1651], tile[1587], tile[1523], tile[1459], tile[1395], tile[1331], tile[1267], tile[1203], tile[1139], tile[1075], tile[1011], tile[947], tile[883], tile[819], tile[755], tile[691], tile[627], tile[563], tile[499], tile[435], tile[371], tile[307], tile[243], tile[179], tile[115], tile[51] })
  );
  bep_core_backward_total total52 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$64 ),
    .weights({ tile[2036], tile[1972], tile[1908], tile[1844], tile[1780], tile[1716], tile[1652], tile[1588], tile[1524], tile[1460], tile[1396], tile[1332], tile[1268], tile[1204], tile[1140], tile[1076], tile[1012], tile[948], tile[884], tile[820], tile[756], tile[692], tile[628], tile[564], tile[500], tile[436], tile[372], tile[308], tile[244], tile[180], tile[116], tile[52] })
  );
  bep_core_backward_total total53 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$65 ),
    .weights({ tile[2037], tile[1973], tile[1909], tile[1845], tile[1781], tile[1717], tile[1653], tile[1589], tile[1525], tile[1461], tile[1397], tile[1333], tile[1269], tile[1205], tile[1141], tile[1077], tile[1013], tile[949], tile[885], tile[821], tile[757], tile[693], tile[629], tile[565], tile[501], tile[437], tile[373], tile[309], tile[245], tile[181], tile[117], tile[53] })
  );
  bep_core_backward_total total54 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$66 ),
    .weights({ tile[2038], tile[1974], tile[1910], tile[1846], tile[1782], tile[1718], tile[1654], tile[1590], tile[1526], tile[1462], tile[1398], tile[1334], tile[1270], tile[1206], tile[1142], tile[1078], tile[1014], tile[950], tile[886], tile[822], tile[758], tile[694], tile[630], tile[566], tile[502], tile[438], tile[374], tile[310], tile[246], tile[182], tile[118], tile[54] })
  );
  bep_core_backward_total total55 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$67 ),
    .weights({ tile[2039], tile[1975], tile[1911], tile[1847], tile[1783], tile[1719], tile[1655], tile[1591], tile[1527], tile[1463], tile[1399], tile[1335], tile[1271], tile[1207], tile[1143], tile[1079], tile[1015], tile[951], tile[887], tile[823], tile[759], tile[695], tile[631], tile[567], tile[503], tile[439], tile[375], tile[311], tile[247], tile[183], tile[119], tile[55] })
  );
  bep_core_backward_total total56 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$68 ),
    .weights({ tile[2040], tile[1976], tile[1912], tile[1848], tile[1784], tile[1720], tile[1656], tile[1592], tile[1528], tile[1464], tile[1400], tile[1336], tile[1272], tile[1208], tile[1144], tile[1080], tile[1016], tile[952], tile[888], tile[824], tile[760], tile[696], tile[632], tile[568], tile[504], tile[440], tile[376], tile[312], tile[248], tile[184], tile[120], tile[56] })
  );
  bep_core_backward_total total57 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$69 ),
    .weights({ tile[2041], tile[1977], tile[1913], tile[1849], tile[1785], tile[1721], tile[1657], tile[1593], tile[1529], tile[1465], tile[1401], tile[1337], tile[1273], tile[1209], tile[1145], tile[1081], tile[1017], tile[953], tile[889], tile[825], tile[761], tile[697], tile[633], tile[569], tile[505], tile[441], tile[377], tile[313], tile[249], tile[185], tile[121], tile[57] })
  );
  bep_core_backward_total total58 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$70 ),
    .weights({ tile[2042], tile[1978], tile[1914], tile[1850], tile[1786], tile[1722], tile[1658], tile[1594], tile[1530], tile[1466], tile[1402], tile[1338], tile[1274], tile[1210], tile[1146], tile[1082], tile[1018], tile[954], tile[890], tile[826], tile[762], tile[698], tile[634], tile[570], tile[506], tile[442], tile[378], tile[314], tile[250], tile[186], tile[122], tile[58] })
  );
  bep_core_backward_total total59 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$71 ),
    .weights({ tile[2043], tile[1979], tile[1915], tile[1851], tile[1787], tile[1723], tile[1659], tile[1595], tile[1531], tile[1467], tile[1403], tile[1339], tile[1275], tile[1211], tile[1147], tile[1083], tile[1019], tile[955], tile[891], tile[827], tile[763], tile[699], tile[635], tile[571], tile[507], tile[443], tile[379], tile[315], tile[251], tile[187], tile[123], tile[59] })
  );
  bep_core_backward_total total6 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$18 ),
    .weights({ tile[1990], tile[1926], tile[1862], tile[1798], tile[1734], tile[1670], tile[1606], tile[1542], tile[1478], tile[1414], tile[1350], tile[1286], tile[1222], tile[1158], tile[1094], tile[1030], tile[966], tile[902], tile[838], tile[774], tile[710], tile[646], tile[582], tile[518], tile[454], tile[390], tile[326], tile[262], tile[198], tile[134], tile[70], tile[6] })
  );
  bep_core_backward_total total60 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$72 ),
    .weights({ tile[2044], tile[1980], tile[1916], tile[1852], tile[1788], tile[1724], tile[1660], tile[1596], tile[1532], tile[1468], tile[1404], tile[1340], tile[1276], tile[1212], tile[1148], tile[1084], tile[1020], tile[956], tile[892], tile[828], tile[764], tile[700], tile[636], tile[572], tile[508], tile[444], tile[380], tile[316], tile[252], tile[188], tile[124], tile[60] })
  );
  bep_core_backward_total total61 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$73 ),
    .weights({ tile[2045], tile[1981], tile[1917], tile[1853], tile[1789], tile[1725], tile[1661], tile[1597], tile[1533], tile[1469], tile[1405], tile[1341], tile[1277], tile[1213], tile[1149], tile[1085], tile[1021], tile[957], tile[893], tile[829], tile[765], tile[701], tile[637], tile[573], tile[509], tile[445], tile[381], tile[317], tile[253], tile[189], tile[125], tile[61] })
  );
  bep_core_backward_total total62 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$74 ),
    .weights({ tile[2046], tile[1982], tile[1918], tile[1854], tile[1790], tile[1726], tile[1662], tile[1598], tile[1534], tile[1470], tile[1406], tile[1342], tile[1278], tile[1214], tile[1150], tile[1086], tile[1022], tile[958], tile[894], tile[830], tile[766], tile[702], tile[638], tile[574], tile[510], tile[446], tile[382], tile[318], tile[254], tile[190], tile[126], tile[62] })
  );
  bep_core_backward_total total63 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$75 ),
    .weights({ tile[2047], tile[1983], tile[1919], tile[1855], tile[1791], tile[1727], tile[1663], tile[1599], tile[1535], tile[1471], tile[1407], tile[1343], tile[1279], tile[1215], tile[1151], tile[1087], tile[1023], tile[959], tile[895], tile[831], tile[767], tile[703], tile[639], tile[575], tile[511], tile[447], tile[383], tile[319], tile[255], tile[191], tile[127], tile[63] })
  );
  bep_core_backward_total total7 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$19 ),
    .weights({ tile[1991], tile[1927], tile[1863], tile[1799], tile[1735], tile[1671], tile[1607], tile[1543], tile[1479], tile[1415], tile[1351], tile[1287], tile[1223], tile[1159], tile[1095], tile[1031], tile[967], tile[903], tile[839], tile[775], tile[711], tile[647], tile[583], tile[519], tile[455], tile[391], tile[327], tile[263], tile[199], tile[135], tile[71], tile[7] })
  );
  bep_core_backward_total total8 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$20 ),
    .weights({ tile[1992], tile[1928], tile[1864], tile[1800], tile[1736], tile[1672], tile[1608], tile[1544], tile[1480], tile[1416], tile[1352], tile[1288], tile[1224], tile[1160], tile[1096], tile[1032], tile[968], tile[904], tile[840], tile[776], tile[712], tile[648], tile[584], tile[520], tile[456], tile[392], tile[328], tile[264], tile[200], tile[136], tile[72], tile[8] })
  );
  bep_core_backward_total total9 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(\inputs$86 ),
    .mask(weights),
    .rst(rst),
    .total(\total$21 ),
    .weights({ tile[1993], tile[1929], tile[1865], tile[1801], tile[1737], tile[1673], tile[1609], tile[1545], tile[1481], tile[1417], tile[1353], tile[1289], tile[1225], tile[1161], tile[1097], tile[1033], tile[969], tile[905], tile[841], tile[777], tile[713], tile[649], tile[585], tile[521], tile[457], tile[393], tile[329], tile[265], tile[201], tile[137], tile[73], tile[9] })
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$24 ) begin end
    \$195  = \$1 ;
    if (rst) begin
      \$195  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$24 ) begin end
    \$196  = summed0;
    if (rst) begin
      \$196  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$24 ) begin end
    \$197  = summed1;
    if (rst) begin
      \$197  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$24 ) begin end
    \$198  = valid;
    if (rst) begin
      \$198  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$24 ) begin end
    \$199  = \$2 ;
    if (rst) begin
      \$199  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$24 ) begin end
    \$200  = word_q;
    if (summed1) begin
      \$200  = { \$194 , \$191 , \$188 , \$185 , \$182 , \$179 , \$176 , \$173 , \$170 , \$167 , \$164 , \$161 , \$158 , \$155 , \$152 , \$149 , \$146 , \$143 , \$140 , \$137 , \$134 , \$131 , \$128 , \$125 , \$122 , \$119 , \$116 , \$113 , \$110 , \$107 , \$104 , \$101 , \$98 , \$95 , \$92 , \$89 , \$86 , \$83 , \$80 , \$77 , \$74 , \$71 , \$68 , \$65 , \$62 , \$59 , \$56 , \$53 , \$50 , \$47 , \$44 , \$41 , \$38 , \$35 , \$32 , \$29 , \$26 , \$23 , \$20 , \$17 , \$14 , \$11 , \$8 , \$5  };
    end
  end
  assign gates = weights;
  assign inputs = weights;
  assign mask = weights;
  assign counted = counted0;
  assign desired = \inputs$86 ;
  assign word = word_q;
  assign \$3  = { total, 1'h0 };
  assign \$6  = { \total$13 , 1'h0 };
  assign \$9  = { \total$14 , 1'h0 };
  assign \$12  = { \total$15 , 1'h0 };
  assign \$15  = { \total$16 , 1'h0 };
  assign \$18  = { \total$17 , 1'h0 };
  assign \$21  = { \total$18 , 1'h0 };
  assign \$24  = { \total$19 , 1'h0 };
  assign \$27  = { \total$20 , 1'h0 };
  assign \$30  = { \total$21 , 1'h0 };
  assign \$33  = { \total$22 , 1'h0 };
  assign \$36  = { \total$23 , 1'h0 };
  assign \$39  = { \total$24 , 1'h0 };
  assign \$42  = { \total$25 , 1'h0 };
  assign \$45  = { \total$26 , 1'h0 };
  assign \$48  = { \total$27 , 1'h0 };
  assign \$51  = { \total$28 , 1'h0 };
  assign \$54  = { \total$29 , 1'h0 };
  assign \$57  = { \total$30 , 1'h0 };
  assign \$60  = { \total$31 , 1'h0 };
  assign \$63  = { \total$32 , 1'h0 };
  assign \$66  = { \total$33 , 1'h0 };
  assign \$69  = { \total$34 , 1'h0 };
  assign \$72  = { \total$35 , 1'h0 };
  assign \$75  = { \total$36 , 1'h0 };
  assign \$78  = { \total$37 , 1'h0 };
  assign \$81  = { \total$38 , 1'h0 };
  assign \$84  = { \total$39 , 1'h0 };
  assign \$87  = { \total$40 , 1'h0 };
  assign \$90  = { \total$41 , 1'h0 };
  assign \$93  = { \total$42 , 1'h0 };
  assign \$96  = { \total$43 , 1'h0 };
  assign \$99  = { \total$44 , 1'h0 };
  assign \$102  = { \total$45 , 1'h0 };
  assign \$105  = { \total$46 , 1'h0 };
  assign \$108  = { \total$47 , 1'h0 };
  assign \$111  = { \total$48 , 1'h0 };
  assign \$114  = { \total$49 , 1'h0 };
  assign \$117  = { \total$50 , 1'h0 };
  assign \$120  = { \total$51 , 1'h0 };
  assign \$123  = { \total$52 , 1'h0 };
  assign \$126  = { \total$53 , 1'h0 };
  assign \$129  = { \total$54 , 1'h0 };
  assign \$132  = { \total$55 , 1'h0 };
  assign \$135  = { \total$56 , 1'h0 };
  assign \$138  = { \total$57 , 1'h0 };
  assign \$141  = { \total$58 , 1'h0 };
  assign \$144  = { \total$59 , 1'h0 };
  assign \$147  = { \total$60 , 1'h0 };
  assign \$150  = { \total$61 , 1'h0 };
  assign \$153  = { \total$62 , 1'h0 };
  assign \$156  = { \total$63 , 1'h0 };
  assign \$159  = { \total$64 , 1'h0 };
  assign \$162  = { \total$65 , 1'h0 };
  assign \$165  = { \total$66 , 1'h0 };
  assign \$168  = { \total$67 , 1'h0 };
  assign \$171  = { \total$68 , 1'h0 };
  assign \$174  = { \total$69 , 1'h0 };
  assign \$177  = { \total$70 , 1'h0 };
  assign \$180  = { \total$71 , 1'h0 };
  assign \$183  = { \total$72 , 1'h0 };
  assign \$186  = { \total$73 , 1'h0 };
  assign \$189  = { \total$74 , 1'h0 };
  assign \$192  = { \total$75 , 1'h0 };
endmodule

// bep_hw/gateware/parts/total.py
module bep_core_backward_opened(rst, enable, weights, counted, first, total, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$25 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$25 <= 0;
  wire [8:0] \$1 , \$3 ;
  wire [5:0] \$2 ;
  reg [7:0] \$4 ;
  input clk;
  wire [5:0] count;
  input counted;
  input enable;
  input first;
  wire [31:0] inputs;
  wire [31:0] mask;
  input rst;
  output [7:0] total;
  reg [7:0] total = 8'h00;
  (* init = 8'h00 *)
  wire [7:0] total_q;
  wire valid;
  input [31:0] weights;
  assign \$1  = total + count;
  assign \$2  = first ? count : \$1 [5:0];
  assign \$3  = total + count;
  always @(posedge clk)
    total <= \$4 ;
  bep_core_backward_opened_popcount popcount (
    .clk(clk),
    .count(count),
    .enable(enable),
    .rst(rst),
    .weights(weights)
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$25 ) begin end
    \$4  = total;
    if (counted) begin
      \$4  = { \$3 [7:6], \$2  };
    end
    if (first) begin
      \$4 [7:6] = 2'h0;
    end
  end
  assign total_q = total;
  assign valid = enable;
  assign inputs = weights;
  assign mask = weights;
endmodule

// bep_hw/gateware/popcount.py
module bep_core_backward_opened_popcount(rst, enable, weights, count, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$26 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$26 <= 0;
  wire [31:0] \$1 , \$2 ;
  reg [5:0] \$3 ;
  wire [31:0] agree;
  input clk;
  output [5:0] count;
  reg [5:0] count = 6'h00;
  input enable;
  wire [31:0] inputs;
  wire [31:0] mask;
  input rst;
  wire [1:0] sum1_0;
  wire [1:0] sum1_10;
  wire [1:0] sum1_12;
  wire [1:0] sum1_14;
  wire [1:0] sum1_16;
  wire [1:0] sum1_18;
  wire [1:0] sum1_2;
  wire [1:0] sum1_20;
  wire [1:0] sum1_22;
  wire [1:0] sum1_24;
  wire [1:0] sum1_26;
  wire [1:0] sum1_28;
  wire [1:0] sum1_30;
  wire [1:0] sum1_4;
  wire [1:0] sum1_6;
  wire [1:0] sum1_8;
  wire [2:0] sum2_0;
  wire [2:0] sum2_10;
  wire [2:0] sum2_12;
  wire [2:0] sum2_14;
  wire [2:0] sum2_2;
  wire [2:0] sum2_4;
  wire [2:0] sum2_6;
  wire [2:0] sum2_8;
  wire [3:0] sum3_0;
  wire [3:0] sum3_2;
  wire [3:0] sum3_4;
  wire [3:0] sum3_6;
  wire [4:0] sum4_0;
  wire [4:0] sum4_2;
  wire [5:0] sum5_0;
  (* init = 6'h00 *)
  wire [5:0] sum5_0_q0;
  input [31:0] weights;
  assign sum1_6 = agree[6] + agree[7];
  assign sum1_8 = agree[8] + agree[9];
  assign sum1_10 = agree[10] + agree[11];
  assign sum1_12 = agree[12] + agree[13];
  assign sum1_14 = agree[14] + agree[15];
  assign sum1_16 = agree[16] + agree[17];
  assign sum1_18 = agree[18] + agree[19];
  assign sum1_20 = agree[20] + agree[21];
  assign sum1_22 = agree[22] + agree[23];
  assign sum1_24 = agree[24] + agree[25];
  assign sum1_26 = agree[26] + agree[27];
  assign sum1_28 = agree[28] + agree[29];
  assign sum1_30 = agree[30] + agree[31];
  assign sum2_0 = sum1_0 + sum1_2;
  assign sum2_2 = sum1_4 + sum1_6;
  assign sum2_4 = sum1_8 + sum1_10;
  assign sum2_6 = sum1_12 + sum1_14;
  assign sum2_8 = sum1_16 + sum1_18;
  assign sum2_10 = sum1_20 + sum1_22;
  assign sum2_12 = sum1_24 + sum1_26;
  assign sum2_14 = sum1_28 + sum1_30;
  assign sum3_0 = sum2_0 + sum2_2;
  assign sum3_2 = sum2_4 + sum2_6;
  assign sum3_4 = sum2_8 + sum2_10;
  assign sum3_6 = sum2_12 + sum2_14;
  assign sum4_0 = sum3_0 + sum3_2;
  assign sum4_2 = sum3_4 + sum3_6;
  assign sum5_0 = sum4_0 + sum4_2;
  always @(posedge clk)
    count <= \$3 ;
  assign \$1  = weights ^ weights;
  assign \$2  = ~ \$1 ;
  assign agree = \$2  & weights;
  assign sum1_0 = agree[0] + agree[1];
  assign sum1_2 = agree[2] + agree[3];
  assign sum1_4 = agree[4] + agree[5];
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$26 ) begin end
    \$3  = count;
    if (enable) begin
      \$3  = sum5_0;
    end
  end
  assign inputs = weights;
  assign mask = weights;
  assign sum5_0_q0 = count;
endmodule

// bep_hw/gateware/control/sequencer.py
module bep_core_backward_sequencer(rst, copy_done, walk_done, samples__valid, samples__payload, row_count, samples__ready, copy_start, complete__valid, walk_start, layer, complete__payload, complete__ready, idle_layer, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$27 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$27 <= 0;
  wire [2:0] \$1 ;
  wire \$10 ;
  reg [1:0] \$11 ;
  reg [1:0] \$12 ;
  reg [2:0] \$13 ;
  wire [2:0] \$2 , \$4 ;
  wire \$3 , \$5 , \$6 , \$7 , \$8 , \$9 ;
  (* init = 2'h0 *)
  wire [1:0] bank;
  input clk;
  output [1:0] complete__payload;
  reg [1:0] complete__payload = 2'h0;
  input complete__ready;
  output complete__valid;
  reg complete__valid;
  input copy_done;
  output copy_start;
  reg copy_start;
  reg [2:0] fsm_state = 3'h0;
  input [1:0] idle_layer;
  output [1:0] layer;
  reg [1:0] layer = 2'h0;
  reg [1:0] next_layer;
  input [1:0] row_count;
  input rst;
  input [1:0] samples__payload;
  output samples__ready;
  reg samples__ready;
  input samples__valid;
  input walk_done;
  output walk_start;
  reg walk_start;
  assign \$1  = row_count - 1'h1;
  assign \$2  = layer - 1'h1;
  assign \$3  = ! layer;
  assign \$4  = layer - 1'h1;
  assign \$5  = ! fsm_state;
  assign \$6  = fsm_state == 1'h1;
  assign \$7  = fsm_state == 2'h2;
  assign \$8  = fsm_state == 2'h3;
  assign \$9  = fsm_state == 3'h4;
  assign \$10  = ! layer;
  always @(posedge clk)
    layer <= \$11 ;
  always @(posedge clk)
    complete__payload <= \$12 ;
  always @(posedge clk)
    fsm_state <= \$13 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    next_layer = layer;
    casez (fsm_state)
      3'h0:
        begin
          next_layer = idle_layer;
          if (samples__valid) begin
            next_layer = \$1 [1:0];
          end
        end
      3'h1:
          /* empty */;
      3'h2:
          if (copy_done) begin
            next_layer = \$2 [1:0];
          end
      3'h3:
          /* empty */;
      3'h4:
          if (walk_done) begin
            next_layer = \$4 [1:0];
          end
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    samples__ready = 1'h0;
    casez (fsm_state)
      3'h0:
          samples__ready = 1'h1;
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    copy_start = 1'h0;
    casez (fsm_state)
      3'h0:
          /* empty */;
      3'h1:
          copy_start = 1'h1;
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    complete__valid = 1'h0;
    casez (fsm_state)
      3'h0:
          /* empty */;
      3'h1:
          /* empty */;
      3'h2:
          /* empty */;
      3'h3:
          if (\$3 ) begin
            complete__valid = 1'h1;
          end
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    walk_start = 1'h0;
    casez (fsm_state)
      3'h0:
          /* empty */;
      3'h1:
          /* empty */;
      3'h2:
          /* empty */;
      3'h3:
          (* full_case = 32'd1 *)
          if (\$3 ) begin
          end else begin
            walk_start = 1'h1;
          end
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    \$11  = next_layer;
    if (rst) begin
      \$11  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    \$12  = complete__payload;
    casez (fsm_state)
      3'h0:
          \$12  = samples__payload;
    endcase
    if (rst) begin
      \$12  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$27 ) begin end
    \$13  = fsm_state;
    casez (fsm_state)
      3'h0:
          if (samples__valid) begin
            \$13  = 3'h1;
          end
      3'h1:
          \$13  = 3'h2;
      3'h2:
          if (copy_done) begin
            \$13  = 3'h3;
          end
      3'h3:
          (* full_case = 32'd1 *)
          if (\$10 ) begin
            if (complete__ready) begin
              \$13  = 3'h0;
            end
          end else begin
            \$13  = 3'h4;
          end
      3'h4:
          if (walk_done) begin
            \$13  = 3'h3;
          end
    endcase
    if (rst) begin
      \$13  = 3'h0;
    end
  end
  assign bank = complete__payload;
endmodule

// bep_hw/gateware/parts/total.py, 64 instances
module bep_core_backward_total(rst, weights, enable, inputs, mask, counted, first, total, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$28 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$28 <= 0;
  wire [8:0] \$1 , \$3 ;
  wire [5:0] \$2 ;
  reg [7:0] \$4 ;
  input clk;
  wire [5:0] count;
  input counted;
  input enable;
  input first;
  input [31:0] inputs;
  input [31:0] mask;
  input rst;
  output [7:0] total;
  reg [7:0] total = 8'h00;
  (* init = 8'h00 *)
  wire [7:0] total_q;
  wire valid;
  input [31:0] weights;
  assign \$1  = total + count;
  assign \$2  = first ? count : \$1 [5:0];
  assign \$3  = total + count;
  always @(posedge clk)
    total <= \$4 ;
  bep_core_backward_total_popcount popcount (
    .clk(clk),
    .count(count),
    .enable(enable),
    .inputs(inputs),
    .mask(mask),
    .rst(rst),
    .weights(weights)
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$28 ) begin end
    \$4  = total;
    if (counted) begin
      \$4  = { \$3 [7:6], \$2  };
    end
    if (first) begin
      \$4 [7:6] = 2'h0;
    end
  end
  assign total_q = total;
  assign valid = enable;
endmodule

// bep_hw/gateware/popcount.py, 64 instances
module bep_core_backward_total_popcount(rst, weights, enable, inputs, mask, count, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$29 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$29 <= 0;
  wire [31:0] \$1 , \$2 ;
  reg [5:0] \$3 ;
  wire [31:0] agree;
  input clk;
  output [5:0] count;
  reg [5:0] count = 6'h00;
  input enable;
  input [31:0] inputs;
  input [31:0] mask;
  input rst;
  wire [1:0] sum1_0;
  wire [1:0] sum1_10;
  wire [1:0] sum1_12;
  wire [1:0] sum1_14;
  wire [1:0] sum1_16;
  wire [1:0] sum1_18;
  wire [1:0] sum1_2;
  wire [1:0] sum1_20;
  wire [1:0] sum1_22;
  wire [1:0] sum1_24;
  wire [1:0] sum1_26;
  wire [1:0] sum1_28;
  wire [1:0] sum1_30;
  wire [1:0] sum1_4;
  wire [1:0] sum1_6;
  wire [1:0] sum1_8;
  wire [2:0] sum2_0;
  wire [2:0] sum2_10;
  wire [2:0] sum2_12;
  wire [2:0] sum2_14;
  wire [2:0] sum2_2;
  wire [2:0] sum2_4;
  wire [2:0] sum2_6;
  wire [2:0] sum2_8;
  wire [3:0] sum3_0;
  wire [3:0] sum3_2;
  wire [3:0] sum3_4;
  wire [3:0] sum3_6;
  wire [4:0] sum4_0;
  wire [4:0] sum4_2;
  wire [5:0] sum5_0;
  (* init = 6'h00 *)
  wire [5:0] sum5_0_q0;
  input [31:0] weights;
  assign sum1_6 = agree[6] + agree[7];
  assign sum1_8 = agree[8] + agree[9];
  assign sum1_10 = agree[10] + agree[11];
  assign sum1_12 = agree[12] + agree[13];
  assign sum1_14 = agree[14] + agree[15];
  assign sum1_16 = agree[16] + agree[17];
  assign sum1_18 = agree[18] + agree[19];
  assign sum1_20 = agree[20] + agree[21];
  assign sum1_22 = agree[22] + agree[23];
  assign sum1_24 = agree[24] + agree[25];
  assign sum1_26 = agree[26] + agree[27];
  assign sum1_28 = agree[28] + agree[29];
  assign sum1_30 = agree[30] + agree[31];
  assign sum2_0 = sum1_0 + sum1_2;
  assign sum2_2 = sum1_4 + sum1_6;
  assign sum2_4 = sum1_8 + sum1_10;
  assign sum2_6 = sum1_12 + sum1_14;
  assign sum2_8 = sum1_16 + sum1_18;
  assign sum2_10 = sum1_20 + sum1_22;
  assign sum2_12 = sum1_24 + sum1_26;
  assign sum2_14 = sum1_28 + sum1_30;
  assign sum3_0 = sum2_0 + sum2_2;
  assign sum3_2 = sum2_4 + sum2_6;
  assign sum3_4 = sum2_8 + sum2_10;
  assign sum3_6 = sum2_12 + sum2_14;
  assign sum4_0 = sum3_0 + sum3_2;
  assign sum4_2 = sum3_4 + sum3_6;
  assign sum5_0 = sum4_0 + sum4_2;
  always @(posedge clk)
    count <= \$3 ;
  assign \$1  = weights ^ inputs;
  assign \$2  = ~ \$1 ;
  assign agree = \$2  & mask;
  assign sum1_0 = agree[0] + agree[1];
  assign sum1_2 = agree[2] + agree[3];
  assign sum1_4 = agree[4] + agree[5];
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$29 ) begin end
    \$3  = count;
    if (enable) begin
      \$3  = sum5_0;
    end
  end
  assign sum5_0_q0 = count;
endmodule

// bep_hw/gateware/control/walk.py
module bep_core_backward_walk(rst, \table , done, start, next_row_address, valid, first, last, part, row_address, tile_address, desired_address, reading, word, stored, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$30 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$30 <= 0;
  wire [3:0] \$1 , \$13 , \$15 ;
  wire [4:0] \$10 , \$16 ;
  wire [6:0] \$11 , \$12 ;
  wire \$14 ;
  reg \$17 ;
  reg \$18 ;
  reg \$19 ;
  wire \$2 ;
  reg \$20 ;
  reg [3:0] \$21 ;
  reg [5:0] \$22 ;
  reg [2:0] \$23 ;
  reg \$24 ;
  reg [3:0] \$25 ;
  reg [5:0] \$26 ;
  reg [2:0] \$27 ;
  reg \$28 ;
  reg [2:0] \$29 ;
  wire [4:0] \$3 ;
  reg [3:0] \$30 ;
  wire [4:0] \$4 ;
  wire \$5 , \$9 ;
  wire [6:0] \$6 ;
  wire [3:0] \$7 ;
  wire [1:0] \$8 ;
  reg [2:0] \$like  = 3'h0;
  input clk;
  output [3:0] desired_address;
  reg [3:0] desired_address = 4'h0;
  output done;
  wire ends_column;
  output first;
  reg first = 1'h0;
  output last;
  reg last = 1'h0;
  output [3:0] next_row_address;
  reg [3:0] next_row_address;
  output part;
  reg part = 1'h0;
  reg \part$16  = 1'h0;
  output reading;
  reg reading = 1'h0;
  reg [2:0] row = 3'h0;
  output [3:0] row_address;
  reg [3:0] row_address = 4'h0;
  input rst;
  input start;
  input stored;
  input [93:0] \table ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  output [5:0] tile_address;
  reg [5:0] tile_address = 6'h00;
  reg [5:0] tile_first = 6'h00;
  output valid;
  reg valid = 1'h0;
  output [3:0] word;
  reg [3:0] word = 4'h0;
  reg [2:0] words_left = 3'h0;
  assign \$1  = row + 1'h1;
  assign ends_column = \$1  == \table [19:17];
  assign \$2  = words_left == 1'h1;
  assign done = stored & \$2 ;
  assign \$3  = row_address + 1'h1;
  assign \$4  = ends_column ? { 1'h0, \table [55:52] } : \$3 ;
  assign \$5  = ! row;
  assign \$6  = tile_address + \table [22:20];
  assign \$7  = row + 1'h1;
  assign \$8  = \part$16  + 1'h1;
  assign \$10  = desired_address + 1'h1;
  assign \$11  = tile_first + 1'h1;
  assign \$12  = tile_first + 1'h1;
  assign \$13  = \$like  - 1'h1;
  assign \$14  = \$like  == 1'h1;
  assign \$15  = words_left - 1'h1;
  assign \$16  = word + 1'h1;
  always @(posedge clk)
    valid <= \$17 ;
  always @(posedge clk)
    first <= \$18 ;
  always @(posedge clk)
    last <= \$19 ;
  always @(posedge clk)
    part <= \$20 ;
  always @(posedge clk)
    row_address <= \$21 ;
  always @(posedge clk)
    tile_address <= \$22 ;
  always @(posedge clk)
    row <= \$23 ;
  always @(posedge clk)
    \part$16  <= \$24 ;
  always @(posedge clk)
    desired_address <= \$25 ;
  always @(posedge clk)
    tile_first <= \$26 ;
  always @(posedge clk)
    \$like  <= \$27 ;
  always @(posedge clk)
    reading <= \$28 ;
  always @(posedge clk)
    words_left <= \$29 ;
  always @(posedge clk)
    word <= \$30 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    next_row_address = row_address;
    if (reading) begin
      next_row_address = \$4 [3:0];
    end
    if (start) begin
      next_row_address = \table [55:52];
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$17  = reading;
    if (rst) begin
      \$17  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$18  = \$5 ;
    if (rst) begin
      \$18  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$19  = ends_column;
    if (rst) begin
      \$19  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$20  = \part$16 ;
    if (rst) begin
      \$20  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$21  = next_row_address;
    if (rst) begin
      \$21  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$22  = tile_address;
    if (reading) begin
      \$22  = \$6 [5:0];
      if (ends_column) begin
        \$22  = \$11 [5:0];
      end
    end
    if (start) begin
      \$22  = \table [32:27];
    end
    if (rst) begin
      \$22  = 6'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$23  = row;
    if (reading) begin
      \$23  = \$7 [2:0];
      if (ends_column) begin
        \$23  = 3'h0;
      end
    end
    if (start) begin
      \$23  = 3'h0;
    end
    if (rst) begin
      \$23  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$24  = \part$16 ;
    if (reading) begin
      \$24  = \$8 [0];
      if (\$9 ) begin
        \$24  = 1'h0;
      end
      if (ends_column) begin
        \$24  = 1'h0;
      end
    end
    if (start) begin
      \$24  = 1'h0;
    end
    if (rst) begin
      \$24  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$25  = desired_address;
    if (reading) begin
      if (\$9 ) begin
        \$25  = \$10 [3:0];
      end
      if (ends_column) begin
        \$25  = \table [51:48];
      end
    end
    if (start) begin
      \$25  = \table [51:48];
    end
    if (rst) begin
      \$25  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$26  = tile_first;
    if (reading) begin
      if (ends_column) begin
        \$26  = \$12 [5:0];
      end
    end
    if (start) begin
      \$26  = \table [32:27];
    end
    if (rst) begin
      \$26  = 6'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$27  = \$like ;
    if (reading) begin
      if (ends_column) begin
        \$27  = \$13 [2:0];
      end
    end
    if (start) begin
      \$27  = \table [22:20];
    end
    if (rst) begin
      \$27  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$28  = reading;
    if (reading) begin
      if (ends_column) begin
        if (\$14 ) begin
          \$28  = 1'h0;
        end
      end
    end
    if (start) begin
      \$28  = 1'h1;
    end
    if (rst) begin
      \$28  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$29  = words_left;
    if (stored) begin
      \$29  = \$15 [2:0];
    end
    if (start) begin
      \$29  = \table [22:20];
    end
    if (rst) begin
      \$29  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$30 ) begin end
    \$30  = word;
    if (stored) begin
      \$30  = \$16 [3:0];
    end
    if (start) begin
      \$30  = \table [47:44];
    end
    if (rst) begin
      \$30  = 4'h0;
    end
  end
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
  assign \$9  = \part$16 ;
endmodule

// bep_hw/gateware/forward.py
module bep_core_forward(rst, tile, valid, first, last, fan_in, inputs, z_valid, z, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$31 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$31 <= 0;
  wire \$1 ;
  reg \$10 ;
  reg [8:0] \$11 ;
  reg \$12 ;
  reg \$13 ;
  reg \$14 ;
  reg [8:0] \$15 ;
  reg [8:0] \$16 ;
  reg [8:0] \$17 ;
  reg [8:0] \$18 ;
  reg [8:0] \$19 ;
  wire \$2 ;
  reg [8:0] \$20 ;
  reg [8:0] \$21 ;
  reg [8:0] \$22 ;
  reg [8:0] \$23 ;
  reg [8:0] \$24 ;
  reg [8:0] \$25 ;
  reg [8:0] \$26 ;
  reg [8:0] \$27 ;
  reg [8:0] \$28 ;
  reg [8:0] \$29 ;
  wire [9:0] \$3 ;
  reg [8:0] \$30 ;
  reg [8:0] \$31 ;
  reg [8:0] \$32 ;
  reg [8:0] \$33 ;
  reg [8:0] \$34 ;
  reg [8:0] \$35 ;
  reg [8:0] \$36 ;
  reg [8:0] \$37 ;
  reg [8:0] \$38 ;
  reg [8:0] \$39 ;
  wire [9:0] \$4 ;
  reg [8:0] \$40 ;
  reg [8:0] \$41 ;
  reg [8:0] \$42 ;
  reg [8:0] \$43 ;
  reg [8:0] \$44 ;
  reg [8:0] \$45 ;
  reg [8:0] \$46 ;
  wire [10:0] \$5 ;
  reg \$6 ;
  reg \$7 ;
  reg \$8 ;
  reg \$9 ;
  wire [63:0] activations;
  input clk;
  (* init = 1'h0 *)
  wire counted;
  reg counted0 = 1'h0;
  reg counted_first0 = 1'h0;
  input [8:0] fan_in;
  input first;
  input [63:0] inputs;
  reg [8:0] kept0 = 9'h000;
  reg [8:0] kept1 = 9'h000;
  reg [8:0] kept10 = 9'h000;
  reg [8:0] kept11 = 9'h000;
  reg [8:0] kept12 = 9'h000;
  reg [8:0] kept13 = 9'h000;
  reg [8:0] kept14 = 9'h000;
  reg [8:0] kept15 = 9'h000;
  reg [8:0] kept16 = 9'h000;
  reg [8:0] kept17 = 9'h000;
  reg [8:0] kept18 = 9'h000;
  reg [8:0] kept19 = 9'h000;
  reg [8:0] kept2 = 9'h000;
  reg [8:0] kept20 = 9'h000;
  reg [8:0] kept21 = 9'h000;
  reg [8:0] kept22 = 9'h000;
  reg [8:0] kept23 = 9'h000;
  reg [8:0] kept24 = 9'h000;
  reg [8:0] kept25 = 9'h000;
  reg [8:0] kept26 = 9'h000;
  reg [8:0] kept27 = 9'h000;
  reg [8:0] kept28 = 9'h000;
  reg [8:0] kept29 = 9'h000;
  reg [8:0] kept3 = 9'h000;
  reg [8:0] kept30 = 9'h000;
  reg [8:0] kept31 = 9'h000;
  reg [8:0] kept4 = 9'h000;
  reg [8:0] kept5 = 9'h000;
  reg [8:0] kept6 = 9'h000;
  reg [8:0] kept7 = 9'h000;
  reg [8:0] kept8 = 9'h000;
  reg [8:0] kept9 = 9'h000;
  reg kept_fan_in = 1'h0;
  input last;
  reg late0 = 1'h0;
  reg late1 = 1'h0;
  input rst;
  reg [8:0] start = 9'h000;
  reg summed0 = 1'h0;
  reg summed1 = 1'h0;
  input [2047:0] tile;
  wire [8:0] total;
  wire [8:0] \total$18 ;
  wire [8:0] \total$20 ;
  wire [8:0] \total$22 ;
  wire [8:0] \total$24 ;
  wire [8:0] \total$26 ;
  wire [8:0] \total$28 ;
  wire [8:0] \total$30 ;
  wire [8:0] \total$32 ;
  wire [8:0] \total$34 ;
  wire [8:0] \total$36 ;
  wire [8:0] \total$38 ;
  wire [8:0] \total$40 ;
  wire [8:0] \total$42 ;
  wire [8:0] \total$44 ;
  wire [8:0] \total$46 ;
  wire [8:0] \total$48 ;
  wire [8:0] \total$50 ;
  wire [8:0] \total$52 ;
  wire [8:0] \total$54 ;
  wire [8:0] \total$56 ;
  wire [8:0] \total$58 ;
  wire [8:0] \total$60 ;
  wire [8:0] \total$62 ;
  wire [8:0] \total$64 ;
  wire [8:0] \total$66 ;
  wire [8:0] \total$68 ;
  wire [8:0] \total$70 ;
  wire [8:0] \total$72 ;
  wire [8:0] \total$74 ;
  wire [8:0] \total$76 ;
  wire [8:0] \total$78 ;
  input valid;
  wire [63:0] weights;
  output [319:0] z;
  wire [9:0] \z[0] ;
  wire [9:0] \z[10] ;
  wire [9:0] \z[11] ;
  wire [9:0] \z[12] ;
  wire [9:0] \z[13] ;
  wire [9:0] \z[14] ;
  wire [9:0] \z[15] ;
  wire [9:0] \z[16] ;
  wire [9:0] \z[17] ;
  wire [9:0] \z[18] ;
  wire [9:0] \z[19] ;
  wire [9:0] \z[1] ;
  wire [9:0] \z[20] ;
  wire [9:0] \z[21] ;
  wire [9:0] \z[22] ;
  wire [9:0] \z[23] ;
  wire [9:0] \z[24] ;
  wire [9:0] \z[25] ;
  wire [9:0] \z[26] ;
  wire [9:0] \z[27] ;
  wire [9:0] \z[28] ;
  wire [9:0] \z[29] ;
  wire [9:0] \z[2] ;
  wire [9:0] \z[30] ;
  wire [9:0] \z[31] ;
  wire [9:0] \z[3] ;
  wire [9:0] \z[4] ;
  wire [9:0] \z[5] ;
  wire [9:0] \z[6] ;
  wire [9:0] \z[7] ;
  wire [9:0] \z[8] ;
  wire [9:0] \z[9] ;
  output z_valid;
  reg z_valid = 1'h0;
  always @(posedge clk)
    kept15 <= \$30 ;
  always @(posedge clk)
    kept16 <= \$31 ;
  always @(posedge clk)
    kept17 <= \$32 ;
  always @(posedge clk)
    kept18 <= \$33 ;
  always @(posedge clk)
    kept19 <= \$34 ;
  always @(posedge clk)
    kept20 <= \$35 ;
  always @(posedge clk)
    kept21 <= \$36 ;
  always @(posedge clk)
    kept22 <= \$37 ;
  always @(posedge clk)
    kept23 <= \$38 ;
  always @(posedge clk)
    kept24 <= \$39 ;
  always @(posedge clk)
    kept25 <= \$40 ;
  always @(posedge clk)
    kept26 <= \$41 ;
  always @(posedge clk)
    kept27 <= \$42 ;
  always @(posedge clk)
    kept28 <= \$43 ;
  always @(posedge clk)
    kept29 <= \$44 ;
  always @(posedge clk)
    kept30 <= \$45 ;
  always @(posedge clk)
    kept31 <= \$46 ;
  assign \$1  = valid & first;
  assign \$2  = valid & last;
  assign \$3  = fan_in + 1'h1;
  assign \$5  = - \$4 ;
  always @(posedge clk)
    counted0 <= \$6 ;
  always @(posedge clk)
    counted_first0 <= \$7 ;
  always @(posedge clk)
    summed0 <= \$8 ;
  always @(posedge clk)
    summed1 <= \$9 ;
  always @(posedge clk)
    z_valid <= \$10 ;
  always @(posedge clk)
    start <= \$11 ;
  always @(posedge clk)
    late0 <= \$12 ;
  always @(posedge clk)
    late1 <= \$13 ;
  always @(posedge clk)
    kept_fan_in <= \$14 ;
  always @(posedge clk)
    kept0 <= \$15 ;
  always @(posedge clk)
    kept1 <= \$16 ;
  always @(posedge clk)
    kept2 <= \$17 ;
  always @(posedge clk)
    kept3 <= \$18 ;
  always @(posedge clk)
    kept4 <= \$19 ;
  always @(posedge clk)
    kept5 <= \$20 ;
  always @(posedge clk)
    kept6 <= \$21 ;
  always @(posedge clk)
    kept7 <= \$22 ;
  always @(posedge clk)
    kept8 <= \$23 ;
  always @(posedge clk)
    kept9 <= \$24 ;
  always @(posedge clk)
    kept10 <= \$25 ;
  always @(posedge clk)
    kept11 <= \$26 ;
  always @(posedge clk)
    kept12 <= \$27 ;
  always @(posedge clk)
    kept13 <= \$28 ;
  always @(posedge clk)
    kept14 <= \$29 ;
  bep_core_forward_total total0 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(total),
    .weights(tile[63:0])
  );
  bep_core_forward_total total1 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$18 ),
    .weights(tile[127:64])
  );
  bep_core_forward_total total10 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$36 ),
    .weights(tile[703:640])
  );
  bep_core_forward_total total11 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$38 ),
    .weights(tile[767:704])
  );
  bep_core_forward_total total12 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$40 ),
    .weights(tile[831:768])
  );
  bep_core_forward_total total13 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$42 ),
    .weights(tile[895:832])
  );
  bep_core_forward_total total14 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$44 ),
    .weights(tile[959:896])
  );
  bep_core_forward_total total15 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$46 ),
    .weights(tile[1023:960])
  );
  bep_core_forward_total total16 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$48 ),
    .weights(tile[1087:1024])
  );
  bep_core_forward_total total17 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$50 ),
    .weights(tile[1151:1088])
  );
  bep_core_forward_total total18 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$52 ),
    .weights(tile[1215:1152])
  );
  bep_core_forward_total total19 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$54 ),
    .weights(tile[1279:1216])
  );
  bep_core_forward_total total2 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$20 ),
    .weights(tile[191:128])
  );
  bep_core_forward_total total20 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$56 ),
    .weights(tile[1343:1280])
  );
  bep_core_forward_total total21 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$58 ),
    .weights(tile[1407:1344])
  );
  bep_core_forward_total total22 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$60 ),
    .weights(tile[1471:1408])
  );
  bep_core_forward_total total23 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$62 ),
    .weights(tile[1535:1472])
  );
  bep_core_forward_total total24 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$64 ),
    .weights(tile[1599:1536])
  );
  bep_core_forward_total total25 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$66 ),
    .weights(tile[1663:1600])
  );
  bep_core_forward_total total26 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$68 ),
    .weights(tile[1727:1664])
  );
  bep_core_forward_total total27 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$70 ),
    .weights(tile[1791:1728])
  );
  bep_core_forward_total total28 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$72 ),
    .weights(tile[1855:1792])
  );
  bep_core_forward_total total29 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$74 ),
    .weights(tile[1919:1856])
  );
  bep_core_forward_total total3 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$22 ),
    .weights(tile[255:192])
  );
  bep_core_forward_total total30 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$76 ),
    .weights(tile[1983:1920])
  );
  bep_core_forward_total total31 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$78 ),
    .weights(tile[2047:1984])
  );
  bep_core_forward_total total4 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$24 ),
    .weights(tile[319:256])
  );
  bep_core_forward_total total5 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$26 ),
    .weights(tile[383:320])
  );
  bep_core_forward_total total6 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$28 ),
    .weights(tile[447:384])
  );
  bep_core_forward_total total7 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$30 ),
    .weights(tile[511:448])
  );
  bep_core_forward_total total8 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$32 ),
    .weights(tile[575:512])
  );
  bep_core_forward_total total9 (
    .clk(clk),
    .counted(counted0),
    .enable(valid),
    .first(counted_first0),
    .inputs(inputs),
    .rst(rst),
    .start(start),
    .total(\total$34 ),
    .weights(tile[639:576])
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$30  = kept15;
    if (summed1) begin
      \$30  = \total$46 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$31  = kept16;
    if (summed1) begin
      \$31  = \total$48 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$32  = kept17;
    if (summed1) begin
      \$32  = \total$50 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$33  = kept18;
    if (summed1) begin
      \$33  = \total$52 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$34  = kept19;
    if (summed1) begin
      \$34  = \total$54 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$35  = kept20;
    if (summed1) begin
      \$35  = \total$56 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$36  = kept21;
    if (summed1) begin
      \$36  = \total$58 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$37  = kept22;
    if (summed1) begin
      \$37  = \total$60 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$38  = kept23;
    if (summed1) begin
      \$38  = \total$62 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$39  = kept24;
    if (summed1) begin
      \$39  = \total$64 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$40  = kept25;
    if (summed1) begin
      \$40  = \total$66 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$41  = kept26;
    if (summed1) begin
      \$41  = \total$68 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$42  = kept27;
    if (summed1) begin
      \$42  = \total$70 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$43  = kept28;
    if (summed1) begin
      \$43  = \total$72 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$44  = kept29;
    if (summed1) begin
      \$44  = \total$74 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$45  = kept30;
    if (summed1) begin
      \$45  = \total$76 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$46  = kept31;
    if (summed1) begin
      \$46  = \total$78 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$6  = valid;
    if (rst) begin
      \$6  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$7  = \$1 ;
    if (rst) begin
      \$7  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$8  = \$2 ;
    if (rst) begin
      \$8  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$9  = summed0;
    if (rst) begin
      \$9  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$10  = summed1;
    if (rst) begin
      \$10  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$11  = \$5 [8:0];
    if (rst) begin
      \$11  = 9'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$12  = fan_in[0];
    if (rst) begin
      \$12  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$13  = late0;
    if (rst) begin
      \$13  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$14  = kept_fan_in;
    if (summed1) begin
      \$14  = late1;
    end
    if (rst) begin
      \$14  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$15  = kept0;
    if (summed1) begin
      \$15  = total;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$16  = kept1;
    if (summed1) begin
      \$16  = \total$18 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$17  = kept2;
    if (summed1) begin
      \$17  = \total$20 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$18  = kept3;
    if (summed1) begin
      \$18  = \total$22 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$19  = kept4;
    if (summed1) begin
      \$19  = \total$24 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$20  = kept5;
    if (summed1) begin
      \$20  = \total$26 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$21  = kept6;
    if (summed1) begin
      \$21  = \total$28 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$22  = kept7;
    if (summed1) begin
      \$22  = \total$30 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$23  = kept8;
    if (summed1) begin
      \$23  = \total$32 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$24  = kept9;
    if (summed1) begin
      \$24  = \total$34 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$25  = kept10;
    if (summed1) begin
      \$25  = \total$36 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$26  = kept11;
    if (summed1) begin
      \$26  = \total$38 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$27  = kept12;
    if (summed1) begin
      \$27  = \total$40 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$28  = kept13;
    if (summed1) begin
      \$28  = \total$42 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$31 ) begin end
    \$29  = kept14;
    if (summed1) begin
      \$29  = \total$44 ;
    end
  end
  assign weights = tile[63:0];
  assign activations = inputs;
  assign counted = counted0;
  assign \z[0]  = z[9:0];
  assign \z[1]  = z[19:10];
  assign \z[2]  = z[29:20];
  assign \z[3]  = z[39:30];
  assign \z[4]  = z[49:40];
  assign \z[5]  = z[59:50];
  assign \z[6]  = z[69:60];
  assign \z[7]  = z[79:70];
  assign \z[8]  = z[89:80];
  assign \z[9]  = z[99:90];
  assign \z[10]  = z[109:100];
  assign \z[11]  = z[119:110];
  assign \z[12]  = z[129:120];
  assign \z[13]  = z[139:130];
  assign \z[14]  = z[149:140];
  assign \z[15]  = z[159:150];
  assign \z[16]  = z[169:160];
  assign \z[17]  = z[179:170];
  assign \z[18]  = z[189:180];
  assign \z[19]  = z[199:190];
  assign \z[20]  = z[209:200];
  assign \z[21]  = z[219:210];
  assign \z[22]  = z[229:220];
  assign \z[23]  = z[239:230];
  assign \z[24]  = z[249:240];
  assign \z[25]  = z[259:250];
  assign \z[26]  = z[269:260];
  assign \z[27]  = z[279:270];
  assign \z[28]  = z[289:280];
  assign \z[29]  = z[299:290];
  assign \z[30]  = z[309:300];
  assign \z[31]  = z[319:310];
  assign z[319:310] = { kept31, kept_fan_in };
  assign z[309:300] = { kept30, kept_fan_in };
  assign z[299:290] = { kept29, kept_fan_in };
  assign z[289:280] = { kept28, kept_fan_in };
  assign z[279:270] = { kept27, kept_fan_in };
  assign z[269:260] = { kept26, kept_fan_in };
  assign z[259:250] = { kept25, kept_fan_in };
  assign z[249:240] = { kept24, kept_fan_in };
  assign z[239:230] = { kept23, kept_fan_in };
  assign z[229:220] = { kept22, kept_fan_in };
  assign z[219:210] = { kept21, kept_fan_in };
  assign z[209:200] = { kept20, kept_fan_in };
  assign z[199:190] = { kept19, kept_fan_in };
  assign z[189:180] = { kept18, kept_fan_in };
  assign z[179:170] = { kept17, kept_fan_in };
  assign z[169:160] = { kept16, kept_fan_in };
  assign z[159:150] = { kept15, kept_fan_in };
  assign z[149:140] = { kept14, kept_fan_in };
  assign z[139:130] = { kept13, kept_fan_in };
  assign z[129:120] = { kept12, kept_fan_in };
  assign z[119:110] = { kept11, kept_fan_in };
  assign z[109:100] = { kept10, kept_fan_in };
  assign z[99:90] = { kept9, kept_fan_in };
  assign z[89:80] = { kept8, kept_fan_in };
  assign z[79:70] = { kept7, kept_fan_in };
  assign z[69:60] = { kept6, kept_fan_in };
  assign z[59:50] = { kept5, kept_fan_in };
  assign z[49:40] = { kept4, kept_fan_in };
  assign z[39:30] = { kept3, kept_fan_in };
  assign z[29:20] = { kept2, kept_fan_in };
  assign z[19:10] = { kept1, kept_fan_in };
  assign z[9:0] = { kept0, kept_fan_in };
  assign \$4  = { 1'h0, \$3 [9:1] };
endmodule

// bep_hw/gateware/control/sequencer.py
module bep_core_forward_sequencer(rst, enter, z_last, layers__valid, entered, loaded, layers__ready, answered, z_bundle, row_count, job, judged, loaded_bundle, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$32 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$32 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$13 , \$14 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 ,
    \$21 , \$22 , \$23 , \$24 ;
  wire [7:0] \$25 ;
  wire [2:0] \$26 ;
  reg [3:0] \$27 ;
  wire \$28 , \$3 , \$30 , \$31 , \$32 , \$34 , \$35 , \$36 , \$37 , \$38 , \$4 , \$40 , \$41 ,
    \$42 , \$44 , \$45 , \$46 , \$47 , \$48 , \$5 , \$50 , \$51 , \$52 , \$54 , \$55 , \$56 , \$57 ,
    \$58 , \$6 , \$60 , \$61 , \$62 , \$64 , \$65 , \$66 , \$67 , \$68 , \$7 ;
  wire [2:0] \$29 , \$33 , \$39 , \$43 , \$49 , \$53 , \$59 , \$63 , \$69 ;
  reg \$70 ;
  reg \$71 ;
  reg \$72 ;
  reg [1:0] \$73 ;
  reg \$74 ;
  reg \$75 ;
  reg \$76 ;
  reg [1:0] \$77 ;
  reg \$78 ;
  reg \$79 ;
  wire \$8 ;
  reg \$80 ;
  reg [1:0] \$81 ;
  reg \$82 ;
  reg \$83 ;
  reg \$84 ;
  reg [1:0] \$85 ;
  reg \$86 ;
  reg [1:0] \$87 ;
  reg [1:0] \$88 ;
  wire \$9 ;
  reg \$signal  = 1'h0;
  wire \$signal$18 ;
  wire \$signal$27 ;
  input answered;
  wire [1:0] chosen;
  input clk;
  input enter;
  output entered;
  wire [1:0] entered_bundle;
  reg highest0 = 1'h0;
  reg highest1 = 1'h0;
  reg highest2 = 1'h0;
  reg highest3 = 1'h0;
  output [4:0] job;
  wire [1:0] \job.bundle ;
  wire \job.classifier ;
  wire [1:0] \job.layer ;
  output [1:0] judged;
  reg [1:0] judged = 2'h0;
  reg [1:0] layer0 = 2'h0;
  reg [1:0] layer1 = 2'h0;
  reg [1:0] layer2 = 2'h0;
  reg [1:0] layer3 = 2'h0;
  wire [4:0] layers__payload;
  wire [1:0] \layers__payload.bundle ;
  wire \layers__payload.classifier ;
  wire [1:0] \layers__payload.layer ;
  input layers__ready;
  output layers__valid;
  input loaded;
  input [1:0] loaded_bundle;
  reg lowest0 = 1'h0;
  reg lowest1 = 1'h0;
  reg lowest2 = 1'h0;
  reg lowest3 = 1'h0;
  wire [3:0] may_read;
  reg [1:0] may_read_distance;
  wire [3:0] may_read_turned;
  reg [1:0] oldest = 2'h0;
  input [1:0] row_count;
  input rst;
  reg wait0 = 1'h0;
  reg wait1 = 1'h0;
  reg wait2 = 1'h0;
  reg wait3 = 1'h0;
  input [1:0] z_bundle;
  input z_last;
  assign \$12  = wait1 & \$11 ;
  assign \$13  = ~ enter;
  assign \$14  = lowest2 & \$13 ;
  assign \$15  = highest2 & \$signal ;
  assign \$16  = \$14  | \$15 ;
  assign \$17  = ~ \$16 ;
  assign \$18  = wait2 & \$17 ;
  assign \$19  = ~ enter;
  assign \$20  = lowest3 & \$19 ;
  assign \$21  = highest3 & \$signal ;
  assign \$22  = \$20  | \$21 ;
  assign \$23  = ~ \$22 ;
  assign \$24  = wait3 & \$23 ;
  assign \$25  = { may_read, may_read } >> oldest;
  assign \$signal$18  = | may_read;
  assign \$26  = oldest + may_read_distance;
  assign entered = \$signal$27  & \$27 [1];
  assign \$signal$27  = \$signal$18  & layers__ready;
  assign \$28  = ! layer0;
  assign \$29  = layer0 + 1'h1;
  assign \$30  = \$29  == row_count;
  assign \$31  = ! job[1:0];
  assign \$32  = \$signal$27  & \$31 ;
  assign \$33  = layer0 + 1'h1;
  assign \$34  = ! z_bundle;
  assign \$35  = z_last & \$34 ;
  assign \$36  = ! loaded_bundle;
  assign \$37  = loaded & \$36 ;
  assign \$38  = ! layer1;
  assign \$39  = layer1 + 1'h1;
  assign \$40  = \$39  == row_count;
  assign \$41  = job[1:0] == 1'h1;
  assign \$42  = \$signal$27  & \$41 ;
  assign \$43  = layer1 + 1'h1;
  assign \$44  = z_bundle == 1'h1;
  assign \$45  = z_last & \$44 ;
  assign \$46  = loaded_bundle == 1'h1;
  assign \$47  = loaded & \$46 ;
  assign \$48  = ! layer2;
  assign \$49  = layer2 + 1'h1;
  assign \$50  = \$49  == row_count;
  assign \$51  = job[1:0] == 2'h2;
  assign \$52  = \$signal$27  & \$51 ;
  assign \$53  = layer2 + 1'h1;
  assign \$54  = z_bundle == 2'h2;
  assign \$55  = z_last & \$54 ;
  assign \$56  = loaded_bundle == 2'h2;
  assign \$57  = loaded & \$56 ;
  assign \$58  = ! layer3;
  assign \$59  = layer3 + 1'h1;
  assign \$60  = \$59  == row_count;
  assign \$61  = job[1:0] == 2'h3;
  assign \$62  = \$signal$27  & \$61 ;
  assign \$63  = layer3 + 1'h1;
  assign \$64  = z_bundle == 2'h3;
  assign \$65  = z_last & \$64 ;
  assign \$66  = loaded_bundle == 2'h3;
  assign \$67  = loaded & \$66 ;
  assign \$68  = \$signal$27  & job[4];
  assign \$69  = oldest + 1'h1;
  always @(posedge clk)
    lowest0 <= \$70 ;
  always @(posedge clk)
    highest0 <= \$71 ;
  always @(posedge clk)
    wait0 <= \$72 ;
  always @(posedge clk)
    layer0 <= \$73 ;
  always @(posedge clk)
    lowest1 <= \$74 ;
  always @(posedge clk)
    highest1 <= \$75 ;
  always @(posedge clk)
    wait1 <= \$76 ;
  always @(posedge clk)
    layer1 <= \$77 ;
  always @(posedge clk)
    lowest2 <= \$78 ;
  always @(posedge clk)
    highest2 <= \$79 ;
  always @(posedge clk)
    wait2 <= \$80 ;
  always @(posedge clk)
    layer2 <= \$81 ;
  always @(posedge clk)
    lowest3 <= \$82 ;
  always @(posedge clk)
    highest3 <= \$83 ;
  always @(posedge clk)
    wait3 <= \$84 ;
  always @(posedge clk)
    layer3 <= \$85 ;
  always @(posedge clk)
    \$signal  <= \$86 ;
  always @(posedge clk)
    judged <= \$87 ;
  always @(posedge clk)
    oldest <= \$88 ;
  assign \$1  = ~ enter;
  assign \$2  = lowest0 & \$1 ;
  assign \$3  = highest0 & \$signal ;
  assign \$4  = \$2  | \$3 ;
  assign \$5  = ~ \$4 ;
  assign \$6  = wait0 & \$5 ;
  assign \$7  = ~ enter;
  assign \$8  = lowest1 & \$7 ;
  assign \$9  = highest1 & \$signal ;
  assign \$10  = \$8  | \$9 ;
  assign \$11  = ~ \$10 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    (* full_case = 32'd1 *)
    casez (\$26 [1:0])
      2'h0:
          \$27  = { layer0, lowest0, highest0 };
      2'h1:
          \$27  = { layer1, lowest1, highest1 };
      2'h2:
          \$27  = { layer2, lowest2, highest2 };
      2'h3:
          \$27  = { layer3, lowest3, highest3 };
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    may_read_distance = 2'h0;
    if (\$25 [3]) begin
      may_read_distance = 2'h3;
    end
    if (\$25 [2]) begin
      may_read_distance = 2'h2;
    end
    if (\$25 [1]) begin
      may_read_distance = 2'h1;
    end
    if (\$25 [0]) begin
      may_read_distance = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$70  = \$28 ;
    if (\$37 ) begin
      \$70  = 1'h1;
    end
    if (rst) begin
      \$70  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$71  = \$30 ;
    if (\$37 ) begin
      \$71  = 1'h0;
    end
    if (rst) begin
      \$71  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$72  = wait0;
    if (\$32 ) begin
      \$72  = 1'h0;
    end
    if (\$35 ) begin
      \$72  = 1'h1;
    end
    if (\$37 ) begin
      \$72  = 1'h1;
    end
    if (rst) begin
      \$72  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$73  = layer0;
    if (\$32 ) begin
      \$73  = \$33 [1:0];
    end
    if (\$37 ) begin
      \$73  = 2'h0;
    end
    if (rst) begin
      \$73  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$74  = \$38 ;
    if (\$47 ) begin
      \$74  = 1'h1;
    end
    if (rst) begin
      \$74  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$75  = \$40 ;
    if (\$47 ) begin
      \$75  = 1'h0;
    end
    if (rst) begin
      \$75  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$76  = wait1;
    if (\$42 ) begin
      \$76  = 1'h0;
    end
    if (\$45 ) begin
      \$76  = 1'h1;
    end
    if (\$47 ) begin
      \$76  = 1'h1;
    end
    if (rst) begin
      \$76  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$77  = layer1;
    if (\$42 ) begin
      \$77  = \$43 [1:0];
    end
    if (\$47 ) begin
      \$77  = 2'h0;
    end
    if (rst) begin
      \$77  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$78  = \$48 ;
    if (\$57 ) begin
      \$78  = 1'h1;
    end
    if (rst) begin
      \$78  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$79  = \$50 ;
    if (\$57 ) begin
      \$79  = 1'h0;
    end
    if (rst) begin
      \$79  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$80  = wait2;
    if (\$52 ) begin
      \$80  = 1'h0;
    end
    if (\$55 ) begin
      \$80  = 1'h1;
    end
    if (\$57 ) begin
      \$80  = 1'h1;
    end
    if (rst) begin
      \$80  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$81  = layer2;
    if (\$52 ) begin
      \$81  = \$53 [1:0];
    end
    if (\$57 ) begin
      \$81  = 2'h0;
    end
    if (rst) begin
      \$81  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$82  = \$58 ;
    if (\$67 ) begin
      \$82  = 1'h1;
    end
    if (rst) begin
      \$82  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$83  = \$60 ;
    if (\$67 ) begin
      \$83  = 1'h0;
    end
    if (rst) begin
      \$83  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$84  = wait3;
    if (\$62 ) begin
      \$84  = 1'h0;
    end
    if (\$65 ) begin
      \$84  = 1'h1;
    end
    if (\$67 ) begin
      \$84  = 1'h1;
    end
    if (rst) begin
      \$84  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$85  = layer3;
    if (\$62 ) begin
      \$85  = \$63 [1:0];
    end
    if (\$67 ) begin
      \$85  = 2'h0;
    end
    if (rst) begin
      \$85  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$86  = \$signal ;
    if (\$68 ) begin
      \$86  = 1'h1;
    end
    if (answered) begin
      \$86  = 1'h0;
    end
    if (rst) begin
      \$86  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$87  = judged;
    if (\$68 ) begin
      \$87  = job[1:0];
    end
    if (rst) begin
      \$87  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$32 ) begin end
    \$88  = oldest;
    if (\$68 ) begin
      \$88  = \$69 [1:0];
    end
    if (rst) begin
      \$88  = 2'h0;
    end
  end
  assign may_read_turned = \$25 [3:0];
  assign chosen = \$26 [1:0];
  assign entered_bundle = job[1:0];
  assign layers__payload = job;
  assign layers__valid = \$signal$18 ;
  assign \job.bundle  = job[1:0];
  assign \job.layer  = job[3:2];
  assign \job.classifier  = job[4];
  assign \layers__payload.bundle  = job[1:0];
  assign \layers__payload.layer  = job[3:2];
  assign \layers__payload.classifier  = job[4];
  assign job[3:2] = \$27 [3:2];
  assign job[4] = \$27 [0];
  assign job[1:0] = \$26 [1:0];
  assign may_read[3] = \$24 ;
  assign may_read[2] = \$18 ;
  assign may_read[1] = \$12 ;
  assign may_read[0] = \$6 ;
endmodule

// bep_hw/gateware/parts/total.py, 32 instances
module bep_core_forward_total(rst, weights, enable, inputs, counted, first, start, total, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$33 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$33 <= 0;
  wire [8:0] \$1 ;
  wire [9:0] \$2 ;
  reg [8:0] \$3 ;
  input clk;
  wire [6:0] count;
  input counted;
  input enable;
  input first;
  input [63:0] inputs;
  input rst;
  input [8:0] start;
  output [8:0] total;
  reg [8:0] total = 9'h000;
  (* init = 9'h000 *)
  wire [8:0] total_q;
  wire valid;
  input [63:0] weights;
  assign \$1  = first ? start : total;
  assign \$2  = $signed(\$1 ) + $signed({ 1'h0, count });
  always @(posedge clk)
    total <= \$3 ;
  bep_core_forward_total_popcount popcount (
    .clk(clk),
    .count(count),
    .enable(enable),
    .inputs(inputs),
    .rst(rst),
    .weights(weights)
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$33 ) begin end
    \$3  = total;
    if (counted) begin
      \$3  = \$2 [8:0];
    end
  end
  assign total_q = total;
  assign valid = enable;
endmodule

// bep_hw/gateware/popcount.py, 32 instances
module bep_core_forward_total_popcount(rst, weights, enable, inputs, count, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$34 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$34 <= 0;
  wire [63:0] \$1 , \$2 ;
  wire [64:0] \$3 ;
  reg [6:0] \$4 ;
  wire [63:0] agree;
  input clk;
  output [6:0] count;
  reg [6:0] count = 7'h00;
  input enable;
  input [63:0] inputs;
  input rst;
  wire [1:0] sum1_0;
  wire [1:0] sum1_10;
  wire [1:0] sum1_12;
  wire [1:0] sum1_14;
  wire [1:0] sum1_16;
  wire [1:0] sum1_18;
  wire [1:0] sum1_2;
  wire [1:0] sum1_20;
  wire [1:0] sum1_22;
  wire [1:0] sum1_24;
  wire [1:0] sum1_26;
  wire [1:0] sum1_28;
  wire [1:0] sum1_30;
  wire [1:0] sum1_32;
  wire [1:0] sum1_34;
  wire [1:0] sum1_36;
  wire [1:0] sum1_38;
  wire [1:0] sum1_4;
  wire [1:0] sum1_40;
  wire [1:0] sum1_42;
  wire [1:0] sum1_44;
  wire [1:0] sum1_46;
  wire [1:0] sum1_48;
  wire [1:0] sum1_50;
  wire [1:0] sum1_52;
  wire [1:0] sum1_54;
  wire [1:0] sum1_56;
  wire [1:0] sum1_58;
  wire [1:0] sum1_6;
  wire [1:0] sum1_60;
  wire [1:0] sum1_62;
  wire [1:0] sum1_8;
  wire [2:0] sum2_0;
  wire [2:0] sum2_10;
  wire [2:0] sum2_12;
  wire [2:0] sum2_14;
  wire [2:0] sum2_16;
  wire [2:0] sum2_18;
  wire [2:0] sum2_2;
  wire [2:0] sum2_20;
  wire [2:0] sum2_22;
  wire [2:0] sum2_24;
  wire [2:0] sum2_26;
  wire [2:0] sum2_28;
  wire [2:0] sum2_30;
  wire [2:0] sum2_4;
  wire [2:0] sum2_6;
  wire [2:0] sum2_8;
  wire [3:0] sum3_0;
  wire [3:0] sum3_10;
  wire [3:0] sum3_12;
  wire [3:0] sum3_14;
  wire [3:0] sum3_2;
  wire [3:0] sum3_4;
  wire [3:0] sum3_6;
  wire [3:0] sum3_8;
  wire [4:0] sum4_0;
  wire [4:0] sum4_2;
  wire [4:0] sum4_4;
  wire [4:0] sum4_6;
  wire [5:0] sum5_0;
  wire [5:0] sum5_2;
  wire [6:0] sum6_0;
  (* init = 7'h00 *)
  wire [6:0] sum6_0_q0;
  input [63:0] weights;
  assign sum1_4 = \$3 [4] + \$3 [5];
  assign sum1_6 = \$3 [6] + \$3 [7];
  assign sum1_8 = \$3 [8] + \$3 [9];
  assign sum1_10 = \$3 [10] + \$3 [11];
  assign sum1_12 = \$3 [12] + \$3 [13];
  assign sum1_14 = \$3 [14] + \$3 [15];
  assign sum1_16 = \$3 [16] + \$3 [17];
  assign sum1_18 = \$3 [18] + \$3 [19];
  assign sum1_20 = \$3 [20] + \$3 [21];
  assign sum1_22 = \$3 [22] + \$3 [23];
  assign sum1_24 = \$3 [24] + \$3 [25];
  assign sum1_26 = \$3 [26] + \$3 [27];
  assign sum1_28 = \$3 [28] + \$3 [29];
  assign sum1_30 = \$3 [30] + \$3 [31];
  assign sum1_32 = \$3 [32] + \$3 [33];
  assign sum1_34 = \$3 [34] + \$3 [35];
  assign sum1_36 = \$3 [36] + \$3 [37];
  assign sum1_38 = \$3 [38] + \$3 [39];
  assign sum1_40 = \$3 [40] + \$3 [41];
  assign sum1_42 = \$3 [42] + \$3 [43];
  assign sum1_44 = \$3 [44] + \$3 [45];
  assign sum1_46 = \$3 [46] + \$3 [47];
  assign sum1_48 = \$3 [48] + \$3 [49];
  assign sum1_50 = \$3 [50] + \$3 [51];
  assign sum1_52 = \$3 [52] + \$3 [53];
  assign sum1_54 = \$3 [54] + \$3 [55];
  assign sum1_56 = \$3 [56] + \$3 [57];
  assign sum1_58 = \$3 [58] + \$3 [59];
  assign sum1_60 = \$3 [60] + \$3 [61];
  assign sum1_62 = \$3 [62] + \$3 [63];
  assign sum2_0 = sum1_0 + sum1_2;
  assign sum2_2 = sum1_4 + sum1_6;
  assign sum2_4 = sum1_8 + sum1_10;
  assign sum2_6 = sum1_12 + sum1_14;
  assign sum2_8 = sum1_16 + sum1_18;
  assign sum2_10 = sum1_20 + sum1_22;
  assign sum2_12 = sum1_24 + sum1_26;
  assign sum2_14 = sum1_28 + sum1_30;
  assign sum2_16 = sum1_32 + sum1_34;
  assign sum2_18 = sum1_36 + sum1_38;
  assign \$1  = weights ^ inputs;
  assign sum2_20 = sum1_40 + sum1_42;
  assign sum2_22 = sum1_44 + sum1_46;
  assign sum2_24 = sum1_48 + sum1_50;
  assign sum2_26 = sum1_52 + sum1_54;
  assign sum2_28 = sum1_56 + sum1_58;
  assign sum2_30 = sum1_60 + sum1_62;
  assign sum3_0 = sum2_0 + sum2_2;
  assign sum3_2 = sum2_4 + sum2_6;
  assign sum3_4 = sum2_8 + sum2_10;
  assign sum3_6 = sum2_12 + sum2_14;
  assign \$2  = ~ \$1 ;
  assign sum3_8 = sum2_16 + sum2_18;
  assign sum3_10 = sum2_20 + sum2_22;
  assign sum3_12 = sum2_24 + sum2_26;
  assign sum3_14 = sum2_28 + sum2_30;
  assign sum4_0 = sum3_0 + sum3_2;
  assign sum4_2 = sum3_4 + sum3_6;
  assign sum4_4 = sum3_8 + sum3_10;
  assign sum4_6 = sum3_12 + sum3_14;
  assign sum5_0 = sum4_0 + sum4_2;
  assign sum5_2 = sum4_4 + sum4_6;
  assign sum6_0 = sum5_0 + sum5_2;
  always @(posedge clk)
    count <= \$4 ;
  assign sum1_0 = \$3 [0] + \$3 [1];
  assign sum1_2 = \$3 [2] + \$3 [3];
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$34 ) begin end
    \$4  = count;
    if (enable) begin
      \$4  = sum6_0;
    end
  end
  assign agree = \$3 [63:0];
  assign sum6_0_q0 = count;
  assign \$3  = { 1'h0, \$2  };
endmodule

// bep_hw/gateware/control/walk.py
module bep_core_forward_walk(rst, \table , free, layers__valid, layers__ready, layers__payload, mask, valid, first, last, fan_in, block, tile_address, activation_address, \port$9212$0 , clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$35 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$35 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$13 , \$14 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 ,
    \$21 , \$22 , \$23 , \$24 , \$25 , \$26 , \$27 , \$28 , \$29 , \$3 , \$30 , \$31 , \$32 , \$33 ,
    \$34 , \$35 , \$36 , \$37 , \$38 , \$39 , \$4 , \$40 , \$41 , \$42 , \$43 , \$44 , \$45 , \$46 ,
    \$47 , \$48 , \$49 , \$5 , \$50 , \$51 , \$52 , \$53 , \$54 , \$55 , \$56 , \$57 , \$58 , \$59 ,
    \$6 , \$60 , \$61 , \$62 , \$63 , \$64 , \$65 , \$66 , \$67 , \$68 , \$69 , \$7 , \$78 , \$8 ,
    \$80 ;
  wire [6:0] \$70 ;
  wire [4:0] \$71 , \$76 , \$79 ;
  wire [3:0] \$72 , \$74 ;
  wire [9:0] \$73 ;
  wire [8:0] \$75 ;
  wire [1:0] \$77 ;
  reg [63:0] \$81 ;
  reg \$82 ;
  reg \$83 ;
  reg \$84 ;
  reg [8:0] \$85 ;
  reg [30:0] \$86 ;
  reg [5:0] \$87 ;
  reg [3:0] \$88 ;
  reg \$89 ;
  wire \$9 ;
  reg [2:0] \$90 ;
  reg [8:0] \$91 ;
  reg [2:0] \$92 ;
  reg [30:0] \$93 ;
  reg \$94 ;
  reg [3:0] \$95 ;
  reg [8:0] \$96 ;
  reg [2:0] \$97 ;
  wire \$signal ;
  reg [2:0] across = 3'h0;
  output [3:0] activation_address;
  reg [3:0] activation_address = 4'h0;
  reg begins_row = 1'h0;
  output [30:0] block;
  reg [30:0] block = 31'h00000000;
  wire [1:0] \block.bundle ;
  wire \block.classifier ;
  wire \block.first ;
  wire [8:0] \block.gate ;
  wire \block.last ;
  wire \block.part ;
  wire [3:0] \block.row ;
  wire [7:0] \block.rows_left ;
  wire [3:0] \block.word ;
  reg [30:0] block_here = 31'h00000000;
  wire [1:0] \block_here.bundle ;
  wire \block_here.classifier ;
  wire \block_here.first ;
  wire [8:0] \block_here.gate ;
  wire \block_here.last ;
  wire \block_here.part ;
  wire [3:0] \block_here.row ;
  wire [7:0] \block_here.rows_left ;
  wire [3:0] \block_here.word ;
  wire [1:0] bundle;
  wire classifier;
  input clk;
  wire [63:0] columns_here;
  reg [8:0] columns_left = 9'h000;
  wire ends_layer;
  wire ends_row;
  output [8:0] fan_in;
  reg [8:0] fan_in = 9'h000;
  output first;
  reg first = 1'h0;
  input free;
  reg [3:0] inputs = 4'h0;
  output last;
  reg last = 1'h0;
  input [4:0] layers__payload;
  wire [1:0] \layers__payload.bundle ;
  wire \layers__payload.classifier ;
  wire [1:0] \layers__payload.layer ;
  output layers__ready;
  input layers__valid;
  output [63:0] mask;
  reg [63:0] mask = 64'h0000000000000000;
  output [2:0] \port$9212$0 ;
  reg reading = 1'h0;
  reg [2:0] right = 3'h0;
  input rst;
  input [93:0] \table ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  output [5:0] tile_address;
  reg [5:0] tile_address = 6'h00;
  reg [2:0] under = 3'h0;
  output valid;
  reg valid = 1'h0;
  reg [8:0] width = 9'h000;
  assign ends_row = right == 1'h1;
  assign \$2  = under == 1'h1;
  assign ends_layer = ends_row & \$2 ;
  assign \$3  = ~ reading;
  assign \$4  = \$signal  & ends_layer;
  assign layers__ready = \$3  | \$4 ;
  assign \$5  = columns_left > 1'h0;
  assign \$6  = columns_left > 1'h1;
  assign \$7  = columns_left > 2'h2;
  assign \$8  = columns_left > 2'h3;
  assign \$9  = columns_left > 3'h4;
  assign \$10  = columns_left > 3'h5;
  assign \$11  = columns_left > 3'h6;
  assign \$12  = columns_left > 3'h7;
  assign \$13  = columns_left > 4'h8;
  assign \$14  = columns_left > 4'h9;
  assign \$15  = columns_left > 4'ha;
  assign \$16  = columns_left > 4'hb;
  assign \$17  = columns_left > 4'hc;
  assign \$18  = columns_left > 4'hd;
  assign \$19  = columns_left > 4'he;
  assign \$20  = columns_left > 4'hf;
  assign \$21  = columns_left > 5'h10;
  assign \$22  = columns_left > 5'h11;
  assign \$23  = columns_left > 5'h12;
  assign \$24  = columns_left > 5'h13;
  assign \$25  = columns_left > 5'h14;
  assign \$26  = columns_left > 5'h15;
  assign \$27  = columns_left > 5'h16;
  assign \$28  = columns_left > 5'h17;
  assign \$29  = columns_left > 5'h18;
  assign \$30  = columns_left > 5'h19;
  assign \$31  = columns_left > 5'h1a;
  assign \$32  = columns_left > 5'h1b;
  assign \$33  = columns_left > 5'h1c;
  assign \$34  = columns_left > 5'h1d;
  assign \$35  = columns_left > 5'h1e;
  assign \$36  = columns_left > 5'h1f;
  assign \$37  = columns_left > 6'h20;
  assign \$38  = columns_left > 6'h21;
  assign \$39  = columns_left > 6'h22;
  assign \$40  = columns_left > 6'h23;
  assign \$41  = columns_left > 6'h24;
  assign \$42  = columns_left > 6'h25;
  assign \$43  = columns_left > 6'h26;
  assign \$44  = columns_left > 6'h27;
  assign \$45  = columns_left > 6'h28;
  assign \$46  = columns_left > 6'h29;
  assign \$47  = columns_left > 6'h2a;
  assign \$48  = columns_left > 6'h2b;
  assign \$49  = columns_left > 6'h2c;
  assign \$50  = columns_left > 6'h2d;
  assign \$51  = columns_left > 6'h2e;
  assign \$52  = columns_left > 6'h2f;
  assign \$53  = columns_left > 6'h30;
  assign \$54  = columns_left > 6'h31;
  assign \$55  = columns_left > 6'h32;
  assign \$56  = columns_left > 6'h33;
  assign \$57  = columns_left > 6'h34;
  assign \$58  = columns_left > 6'h35;
  assign \$59  = columns_left > 6'h36;
  assign \$60  = columns_left > 6'h37;
  assign \$61  = columns_left > 6'h38;
  assign \$62  = columns_left > 6'h39;
  assign \$63  = columns_left > 6'h3a;
  assign \$64  = columns_left > 6'h3b;
  assign \$65  = columns_left > 6'h3c;
  assign \$66  = columns_left > 6'h3d;
  assign \$67  = columns_left > 6'h3e;
  assign \$68  = columns_left > 6'h3f;
  assign \$69  = under == 1'h1;
  assign \$70  = tile_address + 1'h1;
  assign \$71  = activation_address + 1'h1;
  assign \$72  = right - 1'h1;
  assign \$73  = columns_left - 7'h40;
  assign \$74  = under - 1'h1;
  assign \$75  = block_here[12:5] - 6'h20;
  assign \$76  = block_here[25:22] + 1'h1;
  assign \$77  = block_here[30] + 1'h1;
  assign \$79  = block_here[29:26] + 1'h1;
  assign \$80  = layers__valid & layers__ready;
  always @(posedge clk)
    mask <= \$81 ;
  always @(posedge clk)
    valid <= \$82 ;
  always @(posedge clk)
    first <= \$83 ;
  always @(posedge clk)
    last <= \$84 ;
  always @(posedge clk)
    fan_in <= \$85 ;
  always @(posedge clk)
    block <= \$86 ;
  always @(posedge clk)
    tile_address <= \$87 ;
  always @(posedge clk)
    activation_address <= \$88 ;
  always @(posedge clk)
    begins_row <= \$89 ;
  always @(posedge clk)
    right <= \$90 ;
  always @(posedge clk)
    columns_left <= \$91 ;
  always @(posedge clk)
    under <= \$92 ;
  always @(posedge clk)
    block_here <= \$93 ;
  always @(posedge clk)
    reading <= \$94 ;
  always @(posedge clk)
    inputs <= \$95 ;
  always @(posedge clk)
    width <= \$96 ;
  always @(posedge clk)
    across <= \$97 ;
  assign \$1  = reading & free;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$81  = mask;
    if (\$signal ) begin
      \$81  = { \$68 , \$67 , \$66 , \$65 , \$64 , \$63 , \$62 , \$61 , \$60 , \$59 , \$58 , \$57 , \$56 , \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34 , \$33 , \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24 , \$23 , \$22 , \$21 , \$20 , \$19 , \$18 , \$17 , \$16 , \$15 , \$14 , \$13 , \$12 , \$11 , \$10 , \$9 , \$8 , \$7 , \$6 , \$5  };
    end
    if (rst) begin
      \$81  = 64'h0000000000000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$82  = \$signal ;
    if (rst) begin
      \$82  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$83  = first;
    if (\$signal ) begin
      \$83  = begins_row;
    end
    if (rst) begin
      \$83  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$84  = last;
    if (\$signal ) begin
      \$84  = ends_row;
    end
    if (rst) begin
      \$84  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$85  = fan_in;
    if (\$signal ) begin
      \$85  = width;
    end
    if (rst) begin
      \$85  = 9'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$86  = block;
    if (\$signal ) begin
      { \$86 [30:5], \$86 [3:0] } = { block_here[30:5], block_here[3:0] };
      \$86 [4] = \$69 ;
    end
    if (rst) begin
      \$86  = 31'h00000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$87  = tile_address;
    if (\$signal ) begin
      \$87  = \$70 [5:0];
    end
    if (\$80 ) begin
      \$87  = \table [32:27];
    end
    if (rst) begin
      \$87  = 6'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$88  = activation_address;
    if (\$signal ) begin
      \$88  = \$71 [3:0];
      if (ends_row) begin
        \$88  = inputs;
      end
    end
    if (\$80 ) begin
      \$88  = \table [47:44];
    end
    if (rst) begin
      \$88  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$89  = begins_row;
    if (\$signal ) begin
      \$89  = 1'h0;
      if (ends_row) begin
        \$89  = 1'h1;
      end
    end
    if (\$80 ) begin
      \$89  = 1'h1;
    end
    if (rst) begin
      \$89  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$90  = right;
    if (\$signal ) begin
      \$90  = \$72 [2:0];
      if (ends_row) begin
        \$90  = across;
      end
    end
    if (\$80 ) begin
      \$90  = \table [22:20];
    end
    if (rst) begin
      \$90  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$91  = columns_left;
    if (\$signal ) begin
      \$91  = \$73 [8:0];
      if (ends_row) begin
        \$91  = width;
      end
    end
    if (\$80 ) begin
      \$91  = \table [16:8];
    end
    if (rst) begin
      \$91  = 9'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$92  = under;
    if (\$signal ) begin
      if (ends_row) begin
        \$92  = \$74 [2:0];
      end
    end
    if (\$80 ) begin
      \$92  = \table [19:17];
    end
    if (rst) begin
      \$92  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$93  = block_here;
    if (\$signal ) begin
      if (ends_row) begin
        \$93 [3] = 1'h0;
        \$93 [12:5] = \$75 [7:0];
        \$93 [25:22] = \$76 [3:0];
        \$93 [30] = \$77 [0];
        if (\$78 ) begin
          \$93 [30] = 1'h0;
          \$93 [29:26] = \$79 [3:0];
        end
      end
    end
    if (\$80 ) begin
      \$93 [1:0] = layers__payload[1:0];
      \$93 [2] = layers__payload[4];
      \$93 [3] = 1'h1;
      \$93 [12:5] = \table [7:0];
      \$93 [21:13] = \table [64:56];
      \$93 [25:22] = \table [55:52];
      \$93 [29:26] = \table [51:48];
      \$93 [30] = 1'h0;
    end
    if (rst) begin
      \$93  = 31'h00000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$94  = reading;
    if (\$signal ) begin
      if (ends_row) begin
        if (ends_layer) begin
          \$94  = 1'h0;
        end
      end
    end
    if (\$80 ) begin
      \$94  = 1'h1;
    end
    if (rst) begin
      \$94  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$95  = inputs;
    if (\$80 ) begin
      \$95  = \table [47:44];
    end
    if (rst) begin
      \$95  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$96  = width;
    if (\$80 ) begin
      \$96  = \table [16:8];
    end
    if (rst) begin
      \$96  = 9'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$35 ) begin end
    \$97  = across;
    if (\$80 ) begin
      \$97  = \table [22:20];
    end
    if (rst) begin
      \$97  = 3'h0;
    end
  end
  assign classifier = block_here[2];
  assign bundle = block_here[1:0];
  assign columns_here = { \$68 , \$67 , \$66 , \$65 , \$64 , \$63 , \$62 , \$61 , \$60 , \$59 , \$58 , \$57 , \$56 , \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34 , \$33 , \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24 , \$23 , \$22 , \$21 , \$20 , \$19 , \$18 , \$17 , \$16 , \$15 , \$14 , \$13 , \$12 , \$11 , \$10 , \$9 , \$8 , \$7 , \$6 , \$5  };
  assign \port$9212$0  = block_here[2:0];
  assign \block_here.bundle  = block_here[1:0];
  assign \block_here.classifier  = block_here[2];
  assign \block_here.first  = block_here[3];
  assign \block_here.last  = block_here[4];
  assign \block_here.rows_left  = block_here[12:5];
  assign \block_here.gate  = block_here[21:13];
  assign \block_here.row  = block_here[25:22];
  assign \block_here.word  = block_here[29:26];
  assign \block_here.part  = block_here[30];
  assign \block.bundle  = block[1:0];
  assign \block.classifier  = block[2];
  assign \block.first  = block[3];
  assign \block.last  = block[4];
  assign \block.rows_left  = block[12:5];
  assign \block.gate  = block[21:13];
  assign \block.row  = block[25:22];
  assign \block.word  = block[29:26];
  assign \block.part  = block[30];
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
  assign \layers__payload.bundle  = layers__payload[1:0];
  assign \layers__payload.layer  = layers__payload[3:2];
  assign \layers__payload.classifier  = layers__payload[4];
  assign \$signal  = \$1 ;
  assign \$78  = block_here[30];
endmodule

// bep_hw/gateware/gate.py
module bep_core_gate(rst, mask, valid, gates, \threshold$9 , z, done, activations_q, magnitudes_q, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$36 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$36 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$13 , \$130 , \$131 , \$132 , \$133 , \$134 , \$135 , \$136 ,
    \$137 , \$138 , \$139 , \$14 , \$140 , \$141 , \$142 , \$143 , \$144 , \$145 , \$146 , \$147 ,
    \$148 , \$149 , \$15 , \$150 , \$151 , \$152 , \$153 , \$154 , \$155 , \$156 , \$157 , \$158 ,
    \$159 , \$16 , \$160 , \$161 , \$162 , \$163 , \$164 , \$165 , \$166 , \$167 , \$168 , \$169 ,
    \$17 , \$170 , \$171 , \$172 , \$173 , \$174 , \$175 , \$176 , \$177 , \$178 , \$179 , \$18 ,
    \$180 , \$181 , \$182 , \$183 , \$184 , \$185 , \$186 , \$187 , \$188 , \$189 , \$19 , \$190 ,
    \$191 , \$192 , \$193 ;
  wire [10:0] \$100 , \$103 , \$106 , \$109 , \$112 , \$115 , \$118 , \$121 , \$124 , \$127 ;
  wire [8:0] \$101 , \$102 , \$104 , \$105 , \$107 , \$108 , \$110 , \$111 , \$113 , \$114 , \$116 ,
    \$117 , \$119 , \$120 , \$122 , \$123 , \$125 , \$126 , \$128 , \$129 ;
  reg \$194 ;
  reg [31:0] \$195 ;
  reg [287:0] \$196 ;
  reg [8:0] \$197 ;
  reg [31:0] \$198 ;
  wire \$2 , \$20 , \$21 , \$22 , \$23 , \$24 , \$25 , \$26 , \$27 , \$28 , \$29 , \$3 , \$30 ,
    \$31 , \$32 , \$4 , \$5 , \$6 , \$7 , \$8 , \$9 ;
  wire [31:0] \$33 ;
  wire [10:0] \$34 , \$37 , \$40 , \$43 , \$46 , \$49 , \$52 , \$55 , \$58 , \$61 , \$64 , \$67 ,
    \$70 , \$73 , \$76 , \$79 , \$82 , \$85 , \$88 , \$91 , \$94 , \$97 ;
  wire [8:0] \$35 , \$36 , \$38 , \$39 , \$41 , \$42 , \$44 , \$45 , \$47 , \$48 , \$50 , \$51 ,
    \$53 , \$54 , \$56 , \$57 , \$59 , \$60 , \$62 , \$63 , \$65 , \$66 , \$68 , \$69 , \$71 ,
    \$72 , \$74 , \$75 , \$77 , \$78 , \$80 , \$81 , \$83 , \$84 , \$86 , \$87 , \$89 , \$90 ,
    \$92 , \$93 , \$95 , \$96 , \$98 , \$99 ;
  (* init = 32'd0 *)
  wire [31:0] activations;
  output [31:0] activations_q;
  reg [31:0] activations_q = 32'd0;
  input clk;
  output done;
  reg done = 1'h0;
  output [31:0] gates;
  (* init = 288'h000000000000000000000000000000000000000000000000000000000000000000000000 *)
  wire [287:0] magnitudes;
  wire [8:0] \magnitudes[0] ;
  wire [8:0] \magnitudes[10] ;
  wire [8:0] \magnitudes[11] ;
  wire [8:0] \magnitudes[12] ;
  wire [8:0] \magnitudes[13] ;
  wire [8:0] \magnitudes[14] ;
  wire [8:0] \magnitudes[15] ;
  wire [8:0] \magnitudes[16] ;
  wire [8:0] \magnitudes[17] ;
  wire [8:0] \magnitudes[18] ;
  wire [8:0] \magnitudes[19] ;
  wire [8:0] \magnitudes[1] ;
  wire [8:0] \magnitudes[20] ;
  wire [8:0] \magnitudes[21] ;
  wire [8:0] \magnitudes[22] ;
  wire [8:0] \magnitudes[23] ;
  wire [8:0] \magnitudes[24] ;
  wire [8:0] \magnitudes[25] ;
  wire [8:0] \magnitudes[26] ;
  wire [8:0] \magnitudes[27] ;
  wire [8:0] \magnitudes[28] ;
  wire [8:0] \magnitudes[29] ;
  wire [8:0] \magnitudes[2] ;
  wire [8:0] \magnitudes[30] ;
  wire [8:0] \magnitudes[31] ;
  wire [8:0] \magnitudes[3] ;
  wire [8:0] \magnitudes[4] ;
  wire [8:0] \magnitudes[5] ;
  wire [8:0] \magnitudes[6] ;
  wire [8:0] \magnitudes[7] ;
  wire [8:0] \magnitudes[8] ;
  wire [8:0] \magnitudes[9] ;
  output [287:0] magnitudes_q;
  reg [287:0] magnitudes_q = 288'h000000000000000000000000000000000000000000000000000000000000000000000000;
  wire [8:0] \magnitudes_q[0] ;
  wire [8:0] \magnitudes_q[10] ;
  wire [8:0] \magnitudes_q[11] ;
  wire [8:0] \magnitudes_q[12] ;
  wire [8:0] \magnitudes_q[13] ;
  wire [8:0] \magnitudes_q[14] ;
  wire [8:0] \magnitudes_q[15] ;
  wire [8:0] \magnitudes_q[16] ;
  wire [8:0] \magnitudes_q[17] ;
  wire [8:0] \magnitudes_q[18] ;
  wire [8:0] \magnitudes_q[19] ;
  wire [8:0] \magnitudes_q[1] ;
  wire [8:0] \magnitudes_q[20] ;
  wire [8:0] \magnitudes_q[21] ;
  wire [8:0] \magnitudes_q[22] ;
  wire [8:0] \magnitudes_q[23] ;
  wire [8:0] \magnitudes_q[24] ;
  wire [8:0] \magnitudes_q[25] ;
  wire [8:0] \magnitudes_q[26] ;
  wire [8:0] \magnitudes_q[27] ;
  wire [8:0] \magnitudes_q[28] ;
  wire [8:0] \magnitudes_q[29] ;
  wire [8:0] \magnitudes_q[2] ;
  wire [8:0] \magnitudes_q[30] ;
  wire [8:0] \magnitudes_q[31] ;
  wire [8:0] \magnitudes_q[3] ;
  wire [8:0] \magnitudes_q[4] ;
  wire [8:0] \magnitudes_q[5] ;
  wire [8:0] \magnitudes_q[6] ;
  wire [8:0] \magnitudes_q[7] ;
  wire [8:0] \magnitudes_q[8] ;
  wire [8:0] \magnitudes_q[9] ;
  input [31:0] mask;
  reg [31:0] \mask$10  = 32'd0;
  input rst;
  reg [8:0] threshold = 9'h000;
  input [8:0] \threshold$9 ;
  input valid;
  input [319:0] z;
  wire [9:0] \z[0] ;
  wire [9:0] \z[10] ;
  wire [9:0] \z[11] ;
  wire [9:0] \z[12] ;
  wire [9:0] \z[13] ;
  wire [9:0] \z[14] ;
  wire [9:0] \z[15] ;
  wire [9:0] \z[16] ;
  wire [9:0] \z[17] ;
  wire [9:0] \z[18] ;
  wire [9:0] \z[19] ;
  wire [9:0] \z[1] ;
  wire [9:0] \z[20] ;
  wire [9:0] \z[21] ;
  wire [9:0] \z[22] ;
  wire [9:0] \z[23] ;
  wire [9:0] \z[24] ;
  wire [9:0] \z[25] ;
  wire [9:0] \z[26] ;
  wire [9:0] \z[27] ;
  wire [9:0] \z[28] ;
  wire [9:0] \z[29] ;
  wire [9:0] \z[2] ;
  wire [9:0] \z[30] ;
  wire [9:0] \z[31] ;
  wire [9:0] \z[3] ;
  wire [9:0] \z[4] ;
  wire [9:0] \z[5] ;
  wire [9:0] \z[6] ;
  wire [9:0] \z[7] ;
  wire [9:0] \z[8] ;
  wire [9:0] \z[9] ;
  assign \$1  = ~ z[9];
  assign \$2  = ~ z[19];
  assign \$3  = ~ z[29];
  assign \$4  = ~ z[39];
  assign \$5  = ~ z[49];
  assign \$6  = ~ z[59];
  assign \$7  = ~ z[69];
  assign \$8  = ~ z[79];
  assign \$9  = ~ z[89];
  assign \$10  = ~ z[99];
  assign \$11  = ~ z[109];
  assign \$12  = ~ z[119];
  assign \$13  = ~ z[129];
  assign \$14  = ~ z[139];
  assign \$15  = ~ z[149];
  assign \$16  = ~ z[159];
  assign \$17  = ~ z[169];
  assign \$18  = ~ z[179];
  assign \$19  = ~ z[189];
  assign \$20  = ~ z[199];
  assign \$21  = ~ z[209];
  assign \$22  = ~ z[219];
  assign \$23  = ~ z[229];
  assign \$24  = ~ z[239];
  assign \$25  = ~ z[249];
  assign \$26  = ~ z[259];
  assign \$27  = ~ z[269];
  assign \$28  = ~ z[279];
  assign \$29  = ~ z[289];
  assign \$30  = ~ z[299];
  assign \$31  = ~ z[309];
  assign \$32  = ~ z[319];
  assign \$33  = { \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24 , \$23 , \$22 , \$21 , \$20 , \$19 , \$18 , \$17 , \$16 , \$15 , \$14 , \$13 , \$12 , \$11 , \$10 , \$9 , \$8 , \$7 , \$6 , \$5 , \$4 , \$3 , \$2 , \$1  } & mask;
  assign \$34  = z[9:0] - 1'h1;
  assign \$35  = ~ \$34 [8:0];
  assign \$36  = z[9] ? \$35  : z[8:0];
  assign \$37  = z[19:10] - 1'h1;
  assign \$38  = ~ \$37 [8:0];
  assign \$39  = z[19] ? \$38  : z[18:10];
  assign \$40  = z[29:20] - 1'h1;
  assign \$41  = ~ \$40 [8:0];
  assign \$42  = z[29] ? \$41  : z[28:20];
  assign \$43  = z[39:30] - 1'h1;
  assign \$44  = ~ \$43 [8:0];
  assign \$45  = z[39] ? \$44  : z[38:30];
  assign \$46  = z[49:40] - 1'h1;
  assign \$47  = ~ \$46 [8:0];
  assign \$48  = z[49] ? \$47  : z[48:40];
  assign \$49  = z[59:50] - 1'h1;
  assign \$50  = ~ \$49 [8:0];
  assign \$51  = z[59] ? \$50  : z[58:50];
  assign \$52  = z[69:60] - 1'h1;
  assign \$53  = ~ \$52 [8:0];
  assign \$54  = z[69] ? \$53  : z[68:60];
  assign \$55  = z[79:70] - 1'h1;
  assign \$56  = ~ \$55 [8:0];
  assign \$57  = z[79] ? \$56  : z[78:70];
  assign \$58  = z[89:80] - 1'h1;
  assign \$59  = ~ \$58 [8:0];
  assign \$60  = z[89] ? \$59  : z[88:80];
  assign \$61  = z[99:90] - 1'h1;
  assign \$62  = ~ \$61 [8:0];
  assign \$63  = z[99] ? \$62  : z[98:90];
  assign \$64  = z[109:100] - 1'h1;
  assign \$65  = ~ \$64 [8:0];
  assign \$66  = z[109] ? \$65  : z[108:100];
  assign \$67  = z[119:110] - 1'h1;
  assign \$68  = ~ \$67 [8:0];
  assign \$69  = z[119] ? \$68  : z[118:110];
  assign \$70  = z[129:120] - 1'h1;
  assign \$71  = ~ \$70 [8:0];
  assign \$72  = z[129] ? \$71  : z[128:120];
  assign \$73  = z[139:130] - 1'h1;
  assign \$74  = ~ \$73 [8:0];
  assign \$75  = z[139] ? \$74  : z[138:130];
  assign \$76  = z[149:140] - 1'h1;
  assign \$77  = ~ \$76 [8:0];
  assign \$78  = z[149] ? \$77  : z[148:140];
  assign \$79  = z[159:150] - 1'h1;
  assign \$80  = ~ \$79 [8:0];
  assign \$81  = z[159] ? \$80  : z[158:150];
  assign \$82  = z[169:160] - 1'h1;
  assign \$83  = ~ \$82 [8:0];
  assign \$84  = z[169] ? \$83  : z[168:160];
  assign \$85  = z[179:170] - 1'h1;
  assign \$86  = ~ \$85 [8:0];
  assign \$87  = z[179] ? \$86  : z[178:170];
  assign \$88  = z[189:180] - 1'h1;
  assign \$89  = ~ \$88 [8:0];
  assign \$90  = z[189] ? \$89  : z[188:180];
  assign \$91  = z[199:190] - 1'h1;
  assign \$92  = ~ \$91 [8:0];
  assign \$93  = z[199] ? \$92  : z[198:190];
  assign \$94  = z[209:200] - 1'h1;
  assign \$95  = ~ \$94 [8:0];
  assign \$96  = z[209] ? \$95  : z[208:200];
  assign \$97  = z[219:210] - 1'h1;
  assign \$98  = ~ \$97 [8:0];
  assign \$99  = z[219] ? \$98  : z[218:210];
  assign \$100  = z[229:220] - 1'h1;
  assign \$101  = ~ \$100 [8:0];
  assign \$102  = z[229] ? \$101  : z[228:220];
  assign \$103  = z[239:230] - 1'h1;
  assign \$104  = ~ \$103 [8:0];
  assign \$105  = z[239] ? \$104  : z[238:230];
  assign \$106  = z[249:240] - 1'h1;
  assign \$107  = ~ \$106 [8:0];
  assign \$108  = z[249] ? \$107  : z[248:240];
  assign \$109  = z[259:250] - 1'h1;
  assign \$110  = ~ \$109 [8:0];
  assign \$111  = z[259] ? \$110  : z[258:250];
  assign \$112  = z[269:260] - 1'h1;
  assign \$113  = ~ \$112 [8:0];
  assign \$114  = z[269] ? \$113  : z[268:260];
  assign \$115  = z[279:270] - 1'h1;
  assign \$116  = ~ \$115 [8:0];
  assign \$117  = z[279] ? \$116  : z[278:270];
  assign \$118  = z[289:280] - 1'h1;
  assign \$119  = ~ \$118 [8:0];
  assign \$120  = z[289] ? \$119  : z[288:280];
  assign \$121  = z[299:290] - 1'h1;
  assign \$122  = ~ \$121 [8:0];
  assign \$123  = z[299] ? \$122  : z[298:290];
  assign \$124  = z[309:300] - 1'h1;
  assign \$125  = ~ \$124 [8:0];
  assign \$126  = z[309] ? \$125  : z[308:300];
  assign \$127  = z[319:310] - 1'h1;
  assign \$128  = ~ \$127 [8:0];
  assign \$129  = z[319] ? \$128  : z[318:310];
  assign \$130  = threshold < magnitudes_q[8:0];
  assign \$131  = ~ \$130 ;
  assign \$132  = threshold < magnitudes_q[17:9];
  assign \$133  = ~ \$132 ;
  assign \$134  = threshold < magnitudes_q[26:18];
  assign \$135  = ~ \$134 ;
  assign \$136  = threshold < magnitudes_q[35:27];
  assign \$137  = ~ \$136 ;
  assign \$138  = threshold < magnitudes_q[44:36];
  assign \$139  = ~ \$138 ;
  assign \$140  = threshold < magnitudes_q[53:45];
  assign \$141  = ~ \$140 ;
  assign \$142  = threshold < magnitudes_q[62:54];
  assign \$143  = ~ \$142 ;
  assign \$144  = threshold < magnitudes_q[71:63];
  assign \$145  = ~ \$144 ;
  assign \$146  = threshold < magnitudes_q[80:72];
  assign \$147  = ~ \$146 ;
  assign \$148  = threshold < magnitudes_q[89:81];
  assign \$149  = ~ \$148 ;
  assign \$150  = threshold < magnitudes_q[98:90];
  assign \$151  = ~ \$150 ;
  assign \$152  = threshold < magnitudes_q[107:99];
  assign \$153  = ~ \$152 ;
  assign \$154  = threshold < magnitudes_q[116:108];
  assign \$155  = ~ \$154 ;
  assign \$156  = threshold < magnitudes_q[125:117];
  assign \$157  = ~ \$156 ;
  assign \$158  = threshold < magnitudes_q[134:126];
  assign \$159  = ~ \$158 ;
  assign \$160  = threshold < magnitudes_q[143:135];
  assign \$161  = ~ \$160 ;
  assign \$162  = threshold < magnitudes_q[152:144];
  assign \$163  = ~ \$162 ;
  assign \$164  = threshold < magnitudes_q[161:153];
  assign \$165  = ~ \$164 ;
  assign \$166  = threshold < magnitudes_q[170:162];
  assign \$167  = ~ \$166 ;
  assign \$168  = threshold < magnitudes_q[179:171];
  assign \$169  = ~ \$168 ;
  assign \$170  = threshold < magnitudes_q[188:180];
  assign \$171  = ~ \$170 ;
  assign \$172  = threshold < magnitudes_q[197:189];
  assign \$173  = ~ \$172 ;
  assign \$174  = threshold < magnitudes_q[206:198];
  assign \$175  = ~ \$174 ;
  assign \$176  = threshold < magnitudes_q[215:207];
  assign \$177  = ~ \$176 ;
  assign \$178  = threshold < magnitudes_q[224:216];
  assign \$179  = ~ \$178 ;
  assign \$180  = threshold < magnitudes_q[233:225];
  assign \$181  = ~ \$180 ;
  assign \$182  = threshold < magnitudes_q[242:234];
  assign \$183  = ~ \$182 ;
  assign \$184  = threshold < magnitudes_q[251:243];
  assign \$185  = ~ \$184 ;
  assign \$186  = threshold < magnitudes_q[260:252];
  assign \$187  = ~ \$186 ;
  assign \$188  = threshold < magnitudes_q[269:261];
  assign \$189  = ~ \$188 ;
  assign \$190  = threshold < magnitudes_q[278:270];
  assign \$191  = ~ \$190 ;
  assign \$192  = threshold < magnitudes_q[287:279];
  assign \$193  = ~ \$192 ;
  assign gates = { \$193 , \$191 , \$189 , \$187 , \$185 , \$183 , \$181 , \$179 , \$177 , \$175 , \$173 , \$171 , \$169 , \$167 , \$165 , \$163 , \$161 , \$159 , \$157 , \$155 , \$153 , \$151 , \$149 , \$147 , \$145 , \$143 , \$141 , \$139 , \$137 , \$135 , \$133 , \$131  } & \mask$10 ;
  always @(posedge clk)
    done <= \$194 ;
  always @(posedge clk)
    activations_q <= \$195 ;
  always @(posedge clk)
    magnitudes_q <= \$196 ;
  always @(posedge clk)
    threshold <= \$197 ;
  always @(posedge clk)
    \mask$10  <= \$198 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$36 ) begin end
    \$194  = valid;
    if (rst) begin
      \$194  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$36 ) begin end
    \$195  = activations_q;
    if (valid) begin
      \$195  = \$33 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$36 ) begin end
    \$196  = magnitudes_q;
    if (valid) begin
      \$196  = { \$129 , \$126 , \$123 , \$120 , \$117 , \$114 , \$111 , \$108 , \$105 , \$102 , \$99 , \$96 , \$93 , \$90 , \$87 , \$84 , \$81 , \$78 , \$75 , \$72 , \$69 , \$66 , \$63 , \$60 , \$57 , \$54 , \$51 , \$48 , \$45 , \$42 , \$39 , \$36  };
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$36 ) begin end
    \$197  = threshold;
    if (valid) begin
      \$197  = \threshold$9 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$36 ) begin end
    \$198  = \mask$10 ;
    if (valid) begin
      \$198  = mask;
    end
  end
  assign magnitudes = magnitudes_q;
  assign activations = activations_q;
  assign \z[0]  = z[9:0];
  assign \z[1]  = z[19:10];
  assign \z[2]  = z[29:20];
  assign \z[3]  = z[39:30];
  assign \z[4]  = z[49:40];
  assign \z[5]  = z[59:50];
  assign \z[6]  = z[69:60];
  assign \z[7]  = z[79:70];
  assign \z[8]  = z[89:80];
  assign \z[9]  = z[99:90];
  assign \z[10]  = z[109:100];
  assign \z[11]  = z[119:110];
  assign \z[12]  = z[129:120];
  assign \z[13]  = z[139:130];
  assign \z[14]  = z[149:140];
  assign \z[15]  = z[159:150];
  assign \z[16]  = z[169:160];
  assign \z[17]  = z[179:170];
  assign \z[18]  = z[189:180];
  assign \z[19]  = z[199:190];
  assign \z[20]  = z[209:200];
  assign \z[21]  = z[219:210];
  assign \z[22]  = z[229:220];
  assign \z[23]  = z[239:230];
  assign \z[24]  = z[249:240];
  assign \z[25]  = z[259:250];
  assign \z[26]  = z[269:260];
  assign \z[27]  = z[279:270];
  assign \z[28]  = z[289:280];
  assign \z[29]  = z[299:290];
  assign \z[30]  = z[309:300];
  assign \z[31]  = z[319:310];
  assign \magnitudes_q[0]  = magnitudes_q[8:0];
  assign \magnitudes_q[1]  = magnitudes_q[17:9];
  assign \magnitudes_q[2]  = magnitudes_q[26:18];
  assign \magnitudes_q[3]  = magnitudes_q[35:27];
  assign \magnitudes_q[4]  = magnitudes_q[44:36];
  assign \magnitudes_q[5]  = magnitudes_q[53:45];
  assign \magnitudes_q[6]  = magnitudes_q[62:54];
  assign \magnitudes_q[7]  = magnitudes_q[71:63];
  assign \magnitudes_q[8]  = magnitudes_q[80:72];
  assign \magnitudes_q[9]  = magnitudes_q[89:81];
  assign \magnitudes_q[10]  = magnitudes_q[98:90];
  assign \magnitudes_q[11]  = magnitudes_q[107:99];
  assign \magnitudes_q[12]  = magnitudes_q[116:108];
  assign \magnitudes_q[13]  = magnitudes_q[125:117];
  assign \magnitudes_q[14]  = magnitudes_q[134:126];
  assign \magnitudes_q[15]  = magnitudes_q[143:135];
  assign \magnitudes_q[16]  = magnitudes_q[152:144];
  assign \magnitudes_q[17]  = magnitudes_q[161:153];
  assign \magnitudes_q[18]  = magnitudes_q[170:162];
  assign \magnitudes_q[19]  = magnitudes_q[179:171];
  assign \magnitudes_q[20]  = magnitudes_q[188:180];
  assign \magnitudes_q[21]  = magnitudes_q[197:189];
  assign \magnitudes_q[22]  = magnitudes_q[206:198];
  assign \magnitudes_q[23]  = magnitudes_q[215:207];
  assign \magnitudes_q[24]  = magnitudes_q[224:216];
  assign \magnitudes_q[25]  = magnitudes_q[233:225];
  assign \magnitudes_q[26]  = magnitudes_q[242:234];
  assign \magnitudes_q[27]  = magnitudes_q[251:243];
  assign \magnitudes_q[28]  = magnitudes_q[260:252];
  assign \magnitudes_q[29]  = magnitudes_q[269:261];
  assign \magnitudes_q[30]  = magnitudes_q[278:270];
  assign \magnitudes_q[31]  = magnitudes_q[287:279];
  assign \magnitudes[0]  = magnitudes_q[8:0];
  assign \magnitudes[1]  = magnitudes_q[17:9];
  assign \magnitudes[2]  = magnitudes_q[26:18];
  assign \magnitudes[3]  = magnitudes_q[35:27];
  assign \magnitudes[4]  = magnitudes_q[44:36];
  assign \magnitudes[5]  = magnitudes_q[53:45];
  assign \magnitudes[6]  = magnitudes_q[62:54];
  assign \magnitudes[7]  = magnitudes_q[71:63];
  assign \magnitudes[8]  = magnitudes_q[80:72];
  assign \magnitudes[9]  = magnitudes_q[89:81];
  assign \magnitudes[10]  = magnitudes_q[98:90];
  assign \magnitudes[11]  = magnitudes_q[107:99];
  assign \magnitudes[12]  = magnitudes_q[116:108];
  assign \magnitudes[13]  = magnitudes_q[125:117];
  assign \magnitudes[14]  = magnitudes_q[134:126];
  assign \magnitudes[15]  = magnitudes_q[143:135];
  assign \magnitudes[16]  = magnitudes_q[152:144];
  assign \magnitudes[17]  = magnitudes_q[161:153];
  assign \magnitudes[18]  = magnitudes_q[170:162];
  assign \magnitudes[19]  = magnitudes_q[179:171];
  assign \magnitudes[20]  = magnitudes_q[188:180];
  assign \magnitudes[21]  = magnitudes_q[197:189];
  assign \magnitudes[22]  = magnitudes_q[206:198];
  assign \magnitudes[23]  = magnitudes_q[215:207];
  assign \magnitudes[24]  = magnitudes_q[224:216];
  assign \magnitudes[25]  = magnitudes_q[233:225];
  assign \magnitudes[26]  = magnitudes_q[242:234];
  assign \magnitudes[27]  = magnitudes_q[251:243];
  assign \magnitudes[28]  = magnitudes_q[260:252];
  assign \magnitudes[29]  = magnitudes_q[269:261];
  assign \magnitudes[30]  = magnitudes_q[278:270];
  assign \magnitudes[31]  = magnitudes_q[287:279];
endmodule

// bep_hw/gateware/control/results.py
module bep_core_given(clk, rst, taken, results__payload, done, results__valid, results__ready);
  reg \$auto$verilog_backend.cc:2355:dump_module$37 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$37 <= 0;
  reg \$1 ;
  wire answered;
  input clk;
  input done;
  wire [15:0] outcome;
  wire [10:0] \outcome.margin ;
  wire [3:0] \outcome.prediction ;
  wire \outcome.triggered ;
  input [15:0] results__payload;
  wire [10:0] \results__payload.margin ;
  wire [3:0] \results__payload.prediction ;
  wire \results__payload.triggered ;
  input results__ready;
  output results__valid;
  reg results__valid = 1'h0;
  input rst;
  output taken;
  assign taken = results__valid & results__ready;
  always @(posedge clk)
    results__valid <= \$1 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$37 ) begin end
    \$1  = results__valid;
    if (done) begin
      \$1  = 1'h1;
    end else if (taken) begin
      \$1  = 1'h0;
    end
    if (rst) begin
      \$1  = 1'h0;
    end
  end
  assign outcome = results__payload;
  assign answered = taken;
  assign \results__payload.prediction  = results__payload[3:0];
  assign \results__payload.margin  = results__payload[14:4];
  assign \results__payload.triggered  = results__payload[15];
  assign \outcome.prediction  = results__payload[3:0];
  assign \outcome.margin  = results__payload[14:4];
  assign \outcome.triggered  = results__payload[15];
endmodule

// bep_hw/gateware/control/host.py
module bep_core_host(load__valid, fetch__payload, fetch__valid, fetched__ready, clk, rst, counters_read__data, write__bank, write__pieces, write__weights, fetch__ready, address, far, beyond, load__ready, counters_write__en, tiles_write__pieces, counters_write__data, classes_write__en, idle, counter_address
, write__valid, write__address, \port$10025$73 , write__counters, counters_write__addr, \address$25 , tiles_write__row, tiles_write__segment, weights, fetched__payload, fetched__valid, load__payload);
  reg \$auto$verilog_backend.cc:2355:dump_module$38 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$38 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$13 , \$14 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 ,
    \$21 , \$22 , \$23 , \$24 , \$25 , \$26 , \$27 , \$28 , \$29 , \$3 , \$30 , \$31 , \$32 , \$33 ,
    \$34 , \$35 , \$36 , \$37 , \$38 ;
  reg \$39 ;
  wire \$4 ;
  reg \$40 ;
  reg [287:0] \$41 ;
  reg \$42 ;
  wire \$5 , \$6 , \$7 , \$8 , \$9 ;
  reg [4:0] \$like ;
  reg \$like$27 ;
  reg \$signal  = 1'h0;
  wire \$signal$13 ;
  wire \$signal$6 ;
  output [10:0] address;
  output [6:0] \address$25 ;
  reg [6:0] \address$25 ;
  (* init = 288'h000000000000000000000000000000000000000000000000000000000000000000000000 *)
  wire [287:0] answer;
  output beyond;
  wire [4:0] classes_write__addr;
  wire [63:0] classes_write__data;
  output [1:0] classes_write__en;
  input clk;
  input [10:0] counter_address;
  wire [10:0] counters_read__addr;
  input [287:0] counters_read__data;
  output [10:0] counters_write__addr;
  reg [10:0] counters_write__addr;
  output [287:0] counters_write__data;
  output counters_write__en;
  wire domain;
  output far;
  input [10:0] fetch__payload;
  output fetch__ready;
  input fetch__valid;
  output [287:0] fetched__payload;
  reg [287:0] fetched__payload = 288'h000000000000000000000000000000000000000000000000000000000000000000000000;
  input fetched__ready;
  output fetched__valid;
  reg fetched__valid = 1'h0;
  input idle;
  input [306:0] load__payload;
  wire [10:0] \load__payload.address ;
  wire [287:0] \load__payload.data ;
  wire [1:0] \load__payload.kind ;
  wire [4:0] \load__payload.row ;
  wire \load__payload.segment ;
  output load__ready;
  input load__valid;
  wire loading;
  wire loads0;
  wire loads1;
  wire loads2;
  input [11:0] \port$10025$73 ;
  input rst;
  reg taken0_0 = 1'h0;
  wire [6:0] tiles_write__address;
  output tiles_write__pieces;
  output [4:0] tiles_write__row;
  output tiles_write__segment;
  wire [31:0] tiles_write__weights;
  output [31:0] weights;
  reg [31:0] weights;
  input [10:0] write__address;
  input write__bank;
  input [287:0] write__counters;
  wire [8:0] \write__counters[0] ;
  wire [8:0] \write__counters[10] ;
  wire [8:0] \write__counters[11] ;
  wire [8:0] \write__counters[12] ;
  wire [8:0] \write__counters[13] ;
  wire [8:0] \write__counters[14] ;
  wire [8:0] \write__counters[15] ;
  wire [8:0] \write__counters[16] ;
  wire [8:0] \write__counters[17] ;
  wire [8:0] \write__counters[18] ;
  wire [8:0] \write__counters[19] ;
  wire [8:0] \write__counters[1] ;
  wire [8:0] \write__counters[20] ;
  wire [8:0] \write__counters[21] ;
  wire [8:0] \write__counters[22] ;
  wire [8:0] \write__counters[23] ;
  wire [8:0] \write__counters[24] ;
  wire [8:0] \write__counters[25] ;
  wire [8:0] \write__counters[26] ;
  wire [8:0] \write__counters[27] ;
  wire [8:0] \write__counters[28] ;
  wire [8:0] \write__counters[29] ;
  wire [8:0] \write__counters[2] ;
  wire [8:0] \write__counters[30] ;
  wire [8:0] \write__counters[31] ;
  wire [8:0] \write__counters[3] ;
  wire [8:0] \write__counters[4] ;
  wire [8:0] \write__counters[5] ;
  wire [8:0] \write__counters[6] ;
  wire [8:0] \write__counters[7] ;
  wire [8:0] \write__counters[8] ;
  wire [8:0] \write__counters[9] ;
  input write__pieces;
  wire [4:0] write__row;
  wire write__segment;
  wire [5:0] write__tile;
  input write__valid;
  input [31:0] write__weights;
  always @(posedge clk)
    taken0_0 <= \$39 ;
  always @(posedge clk)
    \$signal  <= \$40 ;
  always @(posedge clk)
    fetched__payload <= \$41 ;
  always @(posedge clk)
    fetched__valid <= \$42 ;
  assign \$1  = ~ \$signal ;
  assign \$2  = idle & \$1 ;
  assign \$3  = ~ load__valid;
  assign fetch__ready = \$2  & \$3 ;
  assign \$signal$6  = fetch__ready & fetch__valid;
  assign address = idle ? fetch__payload : counter_address;
  assign far = fetch__payload >= 11'h6db;
  assign \$4  = ! load__payload[1:0];
  assign \$5  = load__payload[12:2] < 11'h6db;
  assign \$6  = \$4  & \$5 ;
  assign \$7  = load__payload[1:0] == 1'h1;
  assign \$8  = load__payload[12:2] < 6'h26;
  assign \$9  = \$7  & \$8 ;
  assign \$10  = load__payload[1:0] == 2'h2;
  assign \$11  = load__payload[12:2] < 5'h1e;
  assign \$12  = \$10  & \$11 ;
  assign \$13  = | { \$12 , \$9 , \$6  };
  assign \$14  = load__payload[1:0] == 1'h1;
  assign \$15  = load__payload[1:0] == 2'h2;
  assign \$16  = \$14  | \$15 ;
  assign \$17  = ~ \$16 ;
  assign \$18  = load__payload[17:13] < 6'h20;
  assign \$19  = load__payload[18] < 2'h2;
  assign \$20  = \$18  & \$19 ;
  assign \$21  = \$17  | \$20 ;
  assign \$signal$13  = \$13  & \$21 ;
  assign \$22  = fetch__valid & fetch__ready;
  assign \$23  = \$22  & far;
  assign \$24  = load__valid & load__ready;
  assign \$25  = ~ \$signal$13 ;
  assign \$26  = \$24  & \$25 ;
  assign beyond = \$23  | \$26 ;
  assign \$27  = ~ \$signal ;
  assign load__ready = idle & \$27 ;
  assign domain = load__valid & load__ready;
  assign \$28  = domain & \$signal$13 ;
  assign \$29  = ! load__payload[1:0];
  assign loads0 = \$28  & \$29 ;
  assign \$30  = domain & \$signal$13 ;
  assign \$31  = load__payload[1:0] == 1'h1;
  assign loads1 = \$30  & \$31 ;
  assign \$32  = domain & \$signal$13 ;
  assign \$33  = load__payload[1:0] == 2'h2;
  assign loads2 = \$32  & \$33 ;
  assign counters_write__en = loads0 | write__valid;
  assign \$34  = write__pieces & write__valid;
  assign tiles_write__pieces = loads1 | \$34 ;
  assign counters_write__data = load__ready ? load__payload[306:19] : write__counters;
  assign classes_write__en = loads2 << load__payload[18];
  assign \$35  = | { taken0_0, \$signal$6  };
  assign \$36  = ~ fetched__ready;
  assign \$37  = fetched__valid & \$36 ;
  assign \$38  = \$35  | \$37 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    (* full_case = 32'd1 *)
    if (load__ready) begin
      weights = load__payload[50:19];
    end else begin
      weights = write__weights;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    \$39  = \$signal$6 ;
    if (rst) begin
      \$39  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    \$40  = \$38 ;
    if (rst) begin
      \$40  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    \$41  = fetched__payload;
    if (taken0_0) begin
      \$41  = counters_read__data;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    \$42  = fetched__valid;
    if (taken0_0) begin
      \$42  = 1'h1;
    end else if (fetched__ready) begin
      \$42  = 1'h0;
    end
    if (rst) begin
      \$42  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    (* full_case = 32'd1 *)
    if (load__ready) begin
      counters_write__addr = load__payload[12:2];
    end else begin
      counters_write__addr = write__address;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    (* full_case = 32'd1 *)
    if (load__ready) begin
      \address$25  = load__payload[8:2];
    end else begin
      \address$25  = { write__bank, \port$10025$73 [5:0] };
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    (* full_case = 32'd1 *)
    if (load__ready) begin
      \$like  = load__payload[17:13];
    end else begin
      \$like  = \port$10025$73 [10:6];
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$38 ) begin end
    (* full_case = 32'd1 *)
    if (load__ready) begin
      \$like$27  = load__payload[18];
    end else begin
      \$like$27  = \port$10025$73 [11];
    end
  end
  assign answer = fetched__payload;
  assign counters_read__addr = address;
  assign loading = load__ready;
  assign write__tile = \port$10025$73 [5:0];
  assign write__row = \port$10025$73 [10:6];
  assign write__segment = \port$10025$73 [11];
  assign tiles_write__address = \address$25 ;
  assign tiles_write__weights = weights;
  assign classes_write__addr = load__payload[6:2];
  assign classes_write__data = { load__payload[50:19], load__payload[50:19] };
  assign tiles_write__row = \$like ;
  assign tiles_write__segment = \$like$27 ;
  assign \load__payload.kind  = load__payload[1:0];
  assign \load__payload.address  = load__payload[12:2];
  assign \load__payload.row  = load__payload[17:13];
  assign \load__payload.segment  = load__payload[18];
  assign \load__payload.data  = load__payload[306:19];
  assign \write__counters[0]  = write__counters[8:0];
  assign \write__counters[1]  = write__counters[17:9];
  assign \write__counters[2]  = write__counters[26:18];
  assign \write__counters[3]  = write__counters[35:27];
  assign \write__counters[4]  = write__counters[44:36];
  assign \write__counters[5]  = write__counters[53:45];
  assign \write__counters[6]  = write__counters[62:54];
  assign \write__counters[7]  = write__counters[71:63];
  assign \write__counters[8]  = write__counters[80:72];
  assign \write__counters[9]  = write__counters[89:81];
  assign \write__counters[10]  = write__counters[98:90];
  assign \write__counters[11]  = write__counters[107:99];
  assign \write__counters[12]  = write__counters[116:108];
  assign \write__counters[13]  = write__counters[125:117];
  assign \write__counters[14]  = write__counters[134:126];
  assign \write__counters[15]  = write__counters[143:135];
  assign \write__counters[16]  = write__counters[152:144];
  assign \write__counters[17]  = write__counters[161:153];
  assign \write__counters[18]  = write__counters[170:162];
  assign \write__counters[19]  = write__counters[179:171];
  assign \write__counters[20]  = write__counters[188:180];
  assign \write__counters[21]  = write__counters[197:189];
  assign \write__counters[22]  = write__counters[206:198];
  assign \write__counters[23]  = write__counters[215:207];
  assign \write__counters[24]  = write__counters[224:216];
  assign \write__counters[25]  = write__counters[233:225];
  assign \write__counters[26]  = write__counters[242:234];
  assign \write__counters[27]  = write__counters[251:243];
  assign \write__counters[28]  = write__counters[260:252];
  assign \write__counters[29]  = write__counters[269:261];
  assign \write__counters[30]  = write__counters[278:270];
  assign \write__counters[31]  = write__counters[287:279];
endmodule

// bep_hw/gateware/control/loader.py
module bep_core_loader(samples__valid, labels__payload, labels__valid, clk, rst, \free$1 , hold, samples__ready, labels__ready, write, address, loaded, busy, words, base, label, bank, word);
  reg \$auto$verilog_backend.cc:2355:dump_module$39 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$39 <= 0;
  wire \$1 , \$10 , \$11 ;
  wire [2:0] \$12 ;
  reg [2:0] \$13 ;
  reg \$14 ;
  reg [3:0] \$15 ;
  reg \$16 ;
  reg [1:0] \$17 ;
  wire \$2 , \$3 , \$4 , \$6 , \$7 ;
  wire [4:0] \$5 ;
  wire [3:0] \$8 , \$9 ;
  reg \$signal  = 1'h0;
  reg \$signal$7  = 1'h0;
  output [3:0] address;
  output [1:0] bank;
  reg [1:0] bank = 2'h0;
  input [3:0] base;
  (* init = 2'h0 *)
  wire [1:0] bundle;
  output busy;
  input clk;
  wire closes;
  reg [2:0] count = 3'h0;
  wire free;
  input [3:0] \free$1 ;
  input hold;
  output [3:0] label;
  reg [3:0] label = 4'h0;
  input [3:0] labels__payload;
  output labels__ready;
  input labels__valid;
  output loaded;
  wire members;
  input rst;
  wire [63:0] samples__payload;
  output samples__ready;
  input samples__valid;
  input [63:0] word;
  input [2:0] words;
  output write;
  assign free = \free$1  >> bank;
  assign \$1  = ~ \$signal ;
  assign \$2  = free & \$1 ;
  assign \$3  = ~ hold;
  assign samples__ready = \$2  & \$3 ;
  assign \$4  = ~ \$signal$7 ;
  assign labels__ready = free & \$4 ;
  assign write = samples__valid & samples__ready;
  assign \$5  = base + count;
  assign loaded = \$signal  & \$signal$7 ;
  assign \$6  = | count;
  assign \$7  = \$6  | \$signal ;
  assign busy = \$7  | \$signal$7 ;
  assign \$8  = count + 1'h1;
  assign \$9  = count + 1'h1;
  assign \$10  = \$9  == words;
  assign \$11  = labels__valid & labels__ready;
  assign \$12  = bank + 1'h1;
  always @(posedge clk)
    count <= \$13 ;
  always @(posedge clk)
    \$signal  <= \$14 ;
  always @(posedge clk)
    label <= \$15 ;
  always @(posedge clk)
    \$signal$7  <= \$16 ;
  always @(posedge clk)
    bank <= \$17 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$39 ) begin end
    \$13  = count;
    if (write) begin
      \$13  = \$8 [2:0];
      if (\$10 ) begin
        \$13  = 3'h0;
      end
    end
    if (rst) begin
      \$13  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$39 ) begin end
    \$14  = \$signal ;
    if (write) begin
      if (\$10 ) begin
        \$14  = 1'h1;
      end
    end
    if (loaded) begin
      \$14  = 1'h0;
    end
    if (rst) begin
      \$14  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$39 ) begin end
    \$15  = label;
    if (\$11 ) begin
      \$15  = labels__payload;
    end
    if (rst) begin
      \$15  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$39 ) begin end
    \$16  = \$signal$7 ;
    if (\$11 ) begin
      \$16  = 1'h1;
    end
    if (loaded) begin
      \$16  = 1'h0;
    end
    if (rst) begin
      \$16  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$39 ) begin end
    \$17  = bank;
    if (loaded) begin
      \$17  = \$12 [1:0];
    end
    if (rst) begin
      \$17  = 2'h0;
    end
  end
  assign samples__payload = word;
  assign closes = loaded;
  assign bundle = bank;
  assign members = 1'h1;
  assign address = \$5 [3:0];
endmodule

// bep_hw/gateware/margin.py
module bep_core_margin(rst, mask, valid, label, logits, \port$9040$3 , \port$9088$0 , done, prediction, \margin$65 , triggered, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$40 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$40 <= 0;
  wire [4:0] \$1 ;
  wire \$10 , \$100 , \$102 ;
  wire [3:0] \$101 ;
  reg [3:0] \$103 ;
  reg [23:0] \$104 ;
  reg \$105 ;
  reg \$106 ;
  reg \$107 ;
  reg \$108 ;
  reg \$109 ;
  wire \$11 ;
  reg \$110 ;
  reg \$111 ;
  reg \$112 ;
  reg \$113 ;
  reg \$114 ;
  reg \$115 ;
  reg \$116 ;
  reg \$117 ;
  reg [3:0] \$118 ;
  reg [9:0] \$119 ;
  wire [8:0] \$12 ;
  reg \$120 ;
  wire [4:0] \$13 , \$17 , \$21 , \$25 , \$29 , \$33 , \$37 , \$5 , \$55 , \$9 ;
  wire \$14 , \$15 , \$18 , \$19 , \$2 , \$22 , \$23 , \$26 , \$27 , \$3 , \$30 , \$31 , \$34 ,
    \$35 , \$38 , \$39 , \$42 , \$43 , \$44 , \$45 , \$46 , \$48 , \$49 , \$50 , \$51 , \$52 ,
    \$53 , \$54 , \$56 , \$57 , \$58 , \$59 , \$6 , \$60 , \$61 , \$62 , \$63 , \$64 , \$65 , \$66 ,
    \$67 , \$68 , \$69 , \$7 , \$70 , \$71 , \$72 , \$73 , \$74 , \$75 , \$76 , \$77 , \$78 , \$79 ,
    \$80 , \$81 , \$82 , \$83 , \$84 , \$85 , \$86 , \$87 , \$88 , \$89 , \$90 , \$91 , \$92 ,
    \$93 , \$94 , \$95 , \$96 , \$97 , \$98 , \$99 ;
  wire [8:0] \$16 , \$20 , \$24 , \$28 , \$32 , \$36 , \$4 , \$40 , \$47 , \$8 ;
  wire [13:0] \$41 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$10 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$12 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$14 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$16 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$18 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$2 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$20 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$22 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$4 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$6 ;
  wire [7:0] \$auto$rtlil.cc:2739:Not$8 ;
  wire \$signal ;
  reg [3:0] base = 4'h0;
  wire [13:0] best;
  reg [13:0] \best$44 ;
  wire [8:0] \best$44.key ;
  wire [3:0] \best$44.payload ;
  wire \best$44.valid ;
  wire [8:0] \best.key ;
  wire [3:0] \best.payload ;
  wire \best.valid ;
  input clk;
  output done;
  reg done = 1'h0;
  reg [13:0] earlier;
  wire [8:0] \earlier.key ;
  wire [3:0] \earlier.payload ;
  wire \earlier.valid ;
  wire enable;
  wire ends;
  wire [13:0] entries__0;
  wire [8:0] \entries__0.key ;
  wire [3:0] \entries__0.payload ;
  wire \entries__0.valid ;
  wire [13:0] entries__1;
  wire [8:0] \entries__1.key ;
  wire [3:0] \entries__1.payload ;
  wire \entries__1.valid ;
  wire [13:0] entries__2;
  wire [8:0] \entries__2.key ;
  wire [3:0] \entries__2.payload ;
  wire \entries__2.valid ;
  wire [13:0] entries__3;
  wire [8:0] \entries__3.key ;
  wire [3:0] \entries__3.payload ;
  wire \entries__3.valid ;
  wire [13:0] entries__4;
  wire [8:0] \entries__4.key ;
  wire [3:0] \entries__4.payload ;
  wire \entries__4.valid ;
  wire [13:0] entries__5;
  wire [8:0] \entries__5.key ;
  wire [3:0] \entries__5.payload ;
  wire \entries__5.valid ;
  wire [13:0] entries__6;
  wire [8:0] \entries__6.key ;
  wire [3:0] \entries__6.payload ;
  wire \entries__6.valid ;
  wire [13:0] entries__7;
  wire [8:0] \entries__7.key ;
  wire [3:0] \entries__7.payload ;
  wire \entries__7.valid ;
  wire [13:0] entries__8;
  wire [8:0] \entries__8.key ;
  wire [3:0] \entries__8.payload ;
  wire \entries__8.valid ;
  wire [13:0] entries__9;
  wire [8:0] \entries__9.key ;
  wire [3:0] \entries__9.payload ;
  wire \entries__9.valid ;
  wire exists0;
  wire exists1;
  wire exists2;
  wire exists3;
  wire exists4;
  wire exists5;
  wire exists6;
  wire exists7;
  wire exists8;
  wire exists9;
  wire first;
  wire [3:0] index0;
  wire [3:0] index1;
  wire [3:0] index2;
  wire [3:0] index3;
  wire [3:0] index4;
  wire [3:0] index5;
  wire [3:0] index6;
  wire [3:0] index7;
  wire [3:0] index8;
  wire [3:0] index9;
  input [3:0] label;
  wire last;
  input [89:0] logits;
  wire [8:0] \logits[0] ;
  wire [8:0] \logits[1] ;
  wire [8:0] \logits[2] ;
  wire [8:0] \logits[3] ;
  wire [8:0] \logits[4] ;
  wire [8:0] \logits[5] ;
  wire [8:0] \logits[6] ;
  wire [8:0] \logits[7] ;
  wire [8:0] \logits[8] ;
  wire [8:0] \logits[9] ;
  wire [9:0] margin;
  output [9:0] \margin$65 ;
  reg [9:0] \margin$65  = 10'h000;
  input [9:0] mask;
  wire [8:0] payload;
  input [1:0] \port$9040$3 ;
  input [8:0] \port$9088$0 ;
  wire [3:0] position;
  output [3:0] prediction;
  reg [3:0] prediction = 4'h0;
  input rst;
  reg [23:0] sample0 = 24'h000000;
  wire \sample0.known ;
  wire [8:0] \sample0.own ;
  wire [13:0] \sample0.running ;
  wire [8:0] \sample0.running.key ;
  wire [3:0] \sample0.running.payload ;
  wire \sample0.running.valid ;
  reg selected0 = 1'h0;
  reg selected1 = 1'h0;
  reg selected2 = 1'h0;
  reg selected3 = 1'h0;
  reg selected_first0 = 1'h0;
  reg selected_first1 = 1'h0;
  reg selected_first2 = 1'h0;
  reg selected_first3 = 1'h0;
  reg selected_last0 = 1'h0;
  reg selected_last1 = 1'h0;
  reg selected_last2 = 1'h0;
  reg selected_last3 = 1'h0;
  wire [9:0] threshold;
  output triggered;
  reg triggered = 1'h0;
  input valid;
  wire [-1:0] way;
  assign position = \port$9040$3 [0] ? 4'h0 : base;
  assign exists0 = valid & mask[0];
  assign \$1  = position + 1'h0;
  assign \$2  = \$1 [3:0] != label;
  assign \$3  = exists0 & \$2 ;
  assign exists1 = valid & mask[1];
  assign \$5  = position + 1'h1;
  assign \$6  = \$5 [3:0] != label;
  assign \$7  = exists1 & \$6 ;
  assign exists2 = valid & mask[2];
  assign \$9  = position + 2'h2;
  assign \$10  = \$9 [3:0] != label;
  assign \$11  = exists2 & \$10 ;
  assign exists3 = valid & mask[3];
  assign \$13  = position + 2'h3;
  assign \$14  = \$13 [3:0] != label;
  assign \$15  = exists3 & \$14 ;
  assign exists4 = valid & mask[4];
  assign \$17  = position + 3'h4;
  assign \$18  = \$17 [3:0] != label;
  assign \$19  = exists4 & \$18 ;
  assign exists5 = valid & mask[5];
  assign \$21  = position + 3'h5;
  assign \$22  = \$21 [3:0] != label;
  assign \$23  = exists5 & \$22 ;
  assign exists6 = valid & mask[6];
  assign \$25  = position + 3'h6;
  assign \$26  = \$25 [3:0] != label;
  assign \$27  = exists6 & \$26 ;
  assign exists7 = valid & mask[7];
  assign \$29  = position + 3'h7;
  assign \$30  = \$29 [3:0] != label;
  assign \$31  = exists7 & \$30 ;
  assign exists8 = valid & mask[8];
  assign \$33  = position + 4'h8;
  assign \$34  = \$33 [3:0] != label;
  assign \$35  = exists8 & \$34 ;
  assign exists9 = valid & mask[9];
  assign \$37  = position + 4'h9;
  assign \$38  = \$37 [3:0] != label;
  assign \$39  = exists9 & \$38 ;
  assign \$42  = ~ best[0];
  assign \$43  = best[9:1] < earlier[9:1];
  assign \$44  = ~ \$43 ;
  assign \$45  = \$42  | \$44 ;
  assign \$46  = earlier[0] & \$45 ;
  assign margin = $signed(\$47 ) - $signed(payload);
  assign \$49  = ~ margin[9];
  assign \$50  = \$48  & \$49 ;
  assign \$51  = | margin;
  assign \$52  = label < \best$44 [13:10];
  assign \$53  = \$51  | \$52 ;
  assign \$signal  = \$50  & \$53 ;
  assign \$55  = position + 4'ha;
  assign \$56  = valid & \port$9040$3 [0];
  assign \$59  = \$1 [3:0] == label;
  assign \$60  = exists0 & \$59 ;
  assign \$63  = \$5 [3:0] == label;
  assign \$64  = exists1 & \$63 ;
  assign \$67  = \$9 [3:0] == label;
  assign \$68  = exists2 & \$67 ;
  assign \$71  = \$13 [3:0] == label;
  assign \$72  = exists3 & \$71 ;
  assign \$75  = \$17 [3:0] == label;
  assign \$76  = exists4 & \$75 ;
  assign \$79  = \$21 [3:0] == label;
  assign \$80  = exists5 & \$79 ;
  assign \$83  = \$25 [3:0] == label;
  assign \$84  = exists6 & \$83 ;
  assign \$87  = \$29 [3:0] == label;
  assign \$88  = exists7 & \$87 ;
  assign \$91  = \$33 [3:0] == label;
  assign \$92  = exists8 & \$91 ;
  assign \$95  = \$37 [3:0] == label;
  assign \$96  = exists9 & \$95 ;
  assign \$99  = selected3 & selected_last3;
  assign \$100  = selected3 & selected_last3;
  assign \$101  = \$signal  ? label : \best$44 [13:10];
  assign \$102  = $signed(margin) < $signed({ 1'h0, \port$9088$0  });
  always @(posedge clk)
    base <= \$103 ;
  always @(posedge clk)
    sample0 <= \$104 ;
  always @(posedge clk)
    selected0 <= \$105 ;
  always @(posedge clk)
    selected1 <= \$106 ;
  always @(posedge clk)
    selected2 <= \$107 ;
  always @(posedge clk)
    selected3 <= \$108 ;
  always @(posedge clk)
    selected_first0 <= \$109 ;
  always @(posedge clk)
    selected_first1 <= \$110 ;
  always @(posedge clk)
    selected_first2 <= \$111 ;
  always @(posedge clk)
    selected_first3 <= \$112 ;
  always @(posedge clk)
    selected_last0 <= \$113 ;
  always @(posedge clk)
    selected_last1 <= \$114 ;
  always @(posedge clk)
    selected_last2 <= \$115 ;
  always @(posedge clk)
    selected_last3 <= \$116 ;
  always @(posedge clk)
    done <= \$117 ;
  always @(posedge clk)
    prediction <= \$118 ;
  always @(posedge clk)
    \margin$65  <= \$119 ;
  always @(posedge clk)
    triggered <= \$120 ;
  assign \$auto$rtlil.cc:2739:Not$2  = ~ logits[7:0];
  assign \$auto$rtlil.cc:2739:Not$12  = ~ logits[52:45];
  assign \$auto$rtlil.cc:2739:Not$14  = ~ logits[61:54];
  assign \$auto$rtlil.cc:2739:Not$16  = ~ logits[70:63];
  assign \$auto$rtlil.cc:2739:Not$18  = ~ logits[79:72];
  assign \$auto$rtlil.cc:2739:Not$20  = ~ logits[88:81];
  assign \$auto$rtlil.cc:2739:Not$22  = ~ \best$44 [8:1];
  assign \$auto$rtlil.cc:2739:Not$4  = ~ logits[16:9];
  assign \$auto$rtlil.cc:2739:Not$6  = ~ logits[25:18];
  assign \$auto$rtlil.cc:2739:Not$8  = ~ logits[34:27];
  assign \$auto$rtlil.cc:2739:Not$10  = ~ logits[43:36];
  bep_core_margin_select select (
    .clk(clk),
    .entries__0(entries__0),
    .entries__1(entries__1),
    .entries__2(entries__2),
    .entries__3(entries__3),
    .entries__4(entries__4),
    .entries__5(entries__5),
    .entries__6(entries__6),
    .entries__7(entries__7),
    .entries__8(entries__8),
    .entries__9(entries__9),
    .level4_0(best),
    .rst(rst),
    .valid(valid)
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    earlier[0] = \$41 [0];
    if (selected_first3) begin
      earlier[0] = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    (* full_case = 32'd1 *)
    if (\$46 ) begin
      \best$44  = earlier;
    end else begin
      \best$44  = best;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$103  = base;
    if (\$54 ) begin
      \$103  = \$55 [3:0];
    end
    if (rst) begin
      \$103  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$104  = sample0;
    if (\$58 ) begin
      \$104 [9] = 1'h0;
    end
    if (\$62 ) begin
      \$104 [8:0] = logits[8:0];
      \$104 [9] = 1'h1;
    end
    if (\$66 ) begin
      \$104 [8:0] = logits[17:9];
      \$104 [9] = 1'h1;
    end
    if (\$70 ) begin
      \$104 [8:0] = logits[26:18];
      \$104 [9] = 1'h1;
    end
    if (\$74 ) begin
      \$104 [8:0] = logits[35:27];
      \$104 [9] = 1'h1;
    end
    if (\$78 ) begin
      \$104 [8:0] = logits[44:36];
      \$104 [9] = 1'h1;
    end
    if (\$82 ) begin
      \$104 [8:0] = logits[53:45];
      \$104 [9] = 1'h1;
    end
    if (\$86 ) begin
      \$104 [8:0] = logits[62:54];
      \$104 [9] = 1'h1;
    end
    if (\$90 ) begin
      \$104 [8:0] = logits[71:63];
      \$104 [9] = 1'h1;
    end
    if (\$94 ) begin
      \$104 [8:0] = logits[80:72];
      \$104 [9] = 1'h1;
    end
    if (\$98 ) begin
      \$104 [8:0] = logits[89:81];
      \$104 [9] = 1'h1;
    end
    if (selected3) begin
      \$104 [23:10] = \best$44 ;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$105  = valid;
    if (rst) begin
      \$105  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$106  = selected0;
    if (rst) begin
      \$106  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$107  = selected1;
    if (rst) begin
      \$107  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$108  = selected2;
    if (rst) begin
      \$108  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$109  = \port$9040$3 [0];
    if (rst) begin
      \$109  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$110  = selected_first0;
    if (rst) begin
      \$110  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$111  = selected_first1;
    if (rst) begin
      \$111  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$112  = selected_first2;
    if (rst) begin
      \$112  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$113  = \port$9040$3 [1];
    if (rst) begin
      \$113  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$114  = selected_last0;
    if (rst) begin
      \$114  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$115  = selected_last1;
    if (rst) begin
      \$115  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$116  = selected_last2;
    if (rst) begin
      \$116  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$117  = \$99 ;
    if (rst) begin
      \$117  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$118  = prediction;
    if (\$100 ) begin
      \$118  = \$101 ;
    end
    if (rst) begin
      \$118  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$119  = \margin$65 ;
    if (\$100 ) begin
      \$119  = margin;
    end
    if (rst) begin
      \$119  = 10'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$40 ) begin end
    \$120  = triggered;
    if (\$100 ) begin
      \$120  = \$102 ;
    end
    if (rst) begin
      \$120  = 1'h0;
    end
  end
  assign first = \port$9040$3 [0];
  assign enable = 1'h1;
  assign index0 = \$1 [3:0];
  assign index1 = \$5 [3:0];
  assign index2 = \$9 [3:0];
  assign index3 = \$13 [3:0];
  assign index4 = \$17 [3:0];
  assign index5 = \$21 [3:0];
  assign index6 = \$25 [3:0];
  assign index7 = \$29 [3:0];
  assign index8 = \$33 [3:0];
  assign index9 = \$37 [3:0];
  assign ends = 1'h1;
  assign last = \port$9040$3 [1];
  assign threshold = { 1'h0, \port$9088$0  };
  assign \entries__0.valid  = entries__0[0];
  assign \entries__0.key  = entries__0[9:1];
  assign \entries__0.payload  = entries__0[13:10];
  assign \logits[0]  = logits[8:0];
  assign \logits[1]  = logits[17:9];
  assign \logits[2]  = logits[26:18];
  assign \logits[3]  = logits[35:27];
  assign \logits[4]  = logits[44:36];
  assign \logits[5]  = logits[53:45];
  assign \logits[6]  = logits[62:54];
  assign \logits[7]  = logits[71:63];
  assign \logits[8]  = logits[80:72];
  assign \logits[9]  = logits[89:81];
  assign \entries__1.valid  = entries__1[0];
  assign \entries__1.key  = entries__1[9:1];
  assign \entries__1.payload  = entries__1[13:10];
  assign \entries__2.valid  = entries__2[0];
  assign \entries__2.key  = entries__2[9:1];
  assign \entries__2.payload  = entries__2[13:10];
  assign \entries__3.valid  = entries__3[0];
  assign \entries__3.key  = entries__3[9:1];
  assign \entries__3.payload  = entries__3[13:10];
  assign \entries__4.valid  = entries__4[0];
  assign \entries__4.key  = entries__4[9:1];
  assign \entries__4.payload  = entries__4[13:10];
  assign \entries__5.valid  = entries__5[0];
  assign \entries__5.key  = entries__5[9:1];
  assign \entries__5.payload  = entries__5[13:10];
  assign \entries__6.valid  = entries__6[0];
  assign \entries__6.key  = entries__6[9:1];
  assign \entries__6.payload  = entries__6[13:10];
  assign \entries__7.valid  = entries__7[0];
  assign \entries__7.key  = entries__7[9:1];
  assign \entries__7.payload  = entries__7[13:10];
  assign \entries__8.valid  = entries__8[0];
  assign \entries__8.key  = entries__8[9:1];
  assign \entries__8.payload  = entries__8[13:10];
  assign \entries__9.valid  = entries__9[0];
  assign \entries__9.key  = entries__9[9:1];
  assign \entries__9.payload  = entries__9[13:10];
  assign \earlier.valid  = earlier[0];
  assign \earlier.key  = earlier[9:1];
  assign \earlier.payload  = earlier[13:10];
  assign \sample0.own  = sample0[8:0];
  assign \sample0.known  = sample0[9];
  assign \sample0.running  = sample0[23:10];
  assign \sample0.running.valid  = sample0[10];
  assign \sample0.running.key  = sample0[19:11];
  assign \sample0.running.payload  = sample0[23:20];
  assign \best.valid  = best[0];
  assign \best.key  = best[9:1];
  assign \best.payload  = best[13:10];
  assign \best$44.valid  = \best$44 [0];
  assign \best$44.key  = \best$44 [9:1];
  assign \best$44.payload  = \best$44 [13:10];
  always @*
    earlier[13:1] = \$41 [13:1];
  assign entries__9[13:10] = \$37 [3:0];
  assign entries__9[9:1] = \$40 ;
  assign entries__9[0] = \$39 ;
  assign entries__8[13:10] = \$33 [3:0];
  assign entries__8[9:1] = \$36 ;
  assign entries__8[0] = \$35 ;
  assign entries__7[13:10] = \$29 [3:0];
  assign entries__7[9:1] = \$32 ;
  assign entries__7[0] = \$31 ;
  assign entries__6[13:10] = \$25 [3:0];
  assign entries__6[9:1] = \$28 ;
  assign entries__6[0] = \$27 ;
  assign entries__5[13:10] = \$21 [3:0];
  assign entries__5[9:1] = \$24 ;
  assign entries__5[0] = \$23 ;
  assign entries__4[13:10] = \$17 [3:0];
  assign entries__4[9:1] = \$20 ;
  assign entries__4[0] = \$19 ;
  assign entries__3[13:10] = \$13 [3:0];
  assign entries__3[9:1] = \$16 ;
  assign entries__3[0] = \$15 ;
  assign entries__2[13:10] = \$9 [3:0];
  assign entries__2[9:1] = \$12 ;
  assign entries__2[0] = \$11 ;
  assign entries__1[13:10] = \$5 [3:0];
  assign entries__1[9:1] = \$8 ;
  assign entries__1[0] = \$7 ;
  assign entries__0[13:10] = \$1 [3:0];
  assign entries__0[9:1] = \$4 ;
  assign entries__0[0] = \$3 ;
  assign \$48  = sample0[9];
  assign \$47  = sample0[8:0];
  assign \$41  = sample0[23:10];
  assign \$4 [8] = logits[8];
  assign \$4 [7:0] = \$auto$rtlil.cc:2739:Not$2 ;
  assign \$8 [8] = logits[17];
  assign \$8 [7:0] = \$auto$rtlil.cc:2739:Not$4 ;
  assign \$12 [8] = logits[26];
  assign \$12 [7:0] = \$auto$rtlil.cc:2739:Not$6 ;
  assign \$16 [8] = logits[35];
  assign \$16 [7:0] = \$auto$rtlil.cc:2739:Not$8 ;
  assign \$20 [8] = logits[44];
  assign \$20 [7:0] = \$auto$rtlil.cc:2739:Not$10 ;
  assign \$24 [8] = logits[53];
  assign \$24 [7:0] = \$auto$rtlil.cc:2739:Not$12 ;
  assign \$28 [8] = logits[62];
  assign \$28 [7:0] = \$auto$rtlil.cc:2739:Not$14 ;
  assign \$32 [8] = logits[71];
  assign \$32 [7:0] = \$auto$rtlil.cc:2739:Not$16 ;
  assign \$36 [8] = logits[80];
  assign \$36 [7:0] = \$auto$rtlil.cc:2739:Not$18 ;
  assign \$40 [8] = logits[89];
  assign \$40 [7:0] = \$auto$rtlil.cc:2739:Not$20 ;
  assign payload[8] = \best$44 [9];
  assign payload[7:0] = \$auto$rtlil.cc:2739:Not$22 ;
  assign \$54  = valid;
  assign \$57  = 1'h1;
  assign \$58  = \$56 ;
  assign \$61  = 1'h1;
  assign \$62  = \$60 ;
  assign \$65  = 1'h1;
  assign \$66  = \$64 ;
  assign \$69  = 1'h1;
  assign \$70  = \$68 ;
  assign \$73  = 1'h1;
  assign \$74  = \$72 ;
  assign \$77  = 1'h1;
  assign \$78  = \$76 ;
  assign \$81  = 1'h1;
  assign \$82  = \$80 ;
  assign \$85  = 1'h1;
  assign \$86  = \$84 ;
  assign \$89  = 1'h1;
  assign \$90  = \$88 ;
  assign \$93  = 1'h1;
  assign \$94  = \$92 ;
  assign \$97  = 1'h1;
  assign \$98  = \$96 ;
endmodule

// bep_hw/gateware/parts/select.py
module bep_core_margin_select(rst, valid, entries__0, entries__1, entries__2, entries__3, entries__4, entries__5, entries__6, entries__7, entries__8, entries__9, level4_0, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$41 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$41 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$13 , \$14 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 ,
    \$21 , \$22 , \$23 , \$24 , \$25 , \$26 , \$27 , \$28 , \$29 , \$3 , \$30 , \$31 , \$32 , \$33 ,
    \$34 , \$35 , \$36 , \$37 , \$38 , \$39 , \$4 , \$40 , \$41 , \$42 , \$43 , \$44 , \$45 , \$46 ,
    \$47 , \$48 , \$49 , \$5 , \$50 , \$51 , \$52 , \$53 , \$54 , \$55 , \$56 , \$57 , \$58 , \$59 ,
    \$6 , \$60 , \$61 , \$62 , \$63 , \$64 , \$65 ;
  reg [13:0] \$66 ;
  reg [13:0] \$67 ;
  reg [13:0] \$68 ;
  reg [13:0] \$69 ;
  wire \$7 ;
  reg [13:0] \$70 ;
  reg \$71 ;
  reg [13:0] \$72 ;
  reg [13:0] \$73 ;
  reg [13:0] \$74 ;
  reg \$75 ;
  reg [13:0] \$76 ;
  reg [13:0] \$77 ;
  reg \$78 ;
  reg [13:0] \$79 ;
  wire \$8 ;
  reg \$80 ;
  wire \$9 ;
  (* init = 14'h0000 *)
  wire [13:0] best;
  wire [8:0] \best.key ;
  wire [3:0] \best.payload ;
  wire \best.valid ;
  input clk;
  wire enable;
  input [13:0] entries__0;
  wire [8:0] \entries__0.key ;
  wire [3:0] \entries__0.payload ;
  wire \entries__0.valid ;
  input [13:0] entries__1;
  wire [8:0] \entries__1.key ;
  wire [3:0] \entries__1.payload ;
  wire \entries__1.valid ;
  input [13:0] entries__2;
  wire [8:0] \entries__2.key ;
  wire [3:0] \entries__2.payload ;
  wire \entries__2.valid ;
  input [13:0] entries__3;
  wire [8:0] \entries__3.key ;
  wire [3:0] \entries__3.payload ;
  wire \entries__3.valid ;
  input [13:0] entries__4;
  wire [8:0] \entries__4.key ;
  wire [3:0] \entries__4.payload ;
  wire \entries__4.valid ;
  input [13:0] entries__5;
  wire [8:0] \entries__5.key ;
  wire [3:0] \entries__5.payload ;
  wire \entries__5.valid ;
  input [13:0] entries__6;
  wire [8:0] \entries__6.key ;
  wire [3:0] \entries__6.payload ;
  wire \entries__6.valid ;
  input [13:0] entries__7;
  wire [8:0] \entries__7.key ;
  wire [3:0] \entries__7.payload ;
  wire \entries__7.valid ;
  input [13:0] entries__8;
  wire [8:0] \entries__8.key ;
  wire [3:0] \entries__8.payload ;
  wire \entries__8.valid ;
  input [13:0] entries__9;
  wire [8:0] \entries__9.key ;
  wire [3:0] \entries__9.payload ;
  wire \entries__9.valid ;
  reg [13:0] level1_0 = 14'h0000;
  wire [8:0] \level1_0.key ;
  wire [3:0] \level1_0.payload ;
  wire \level1_0.valid ;
  reg [13:0] level1_1 = 14'h0000;
  wire [8:0] \level1_1.key ;
  wire [3:0] \level1_1.payload ;
  wire \level1_1.valid ;
  reg [13:0] level1_2 = 14'h0000;
  wire [8:0] \level1_2.key ;
  wire [3:0] \level1_2.payload ;
  wire \level1_2.valid ;
  reg [13:0] level1_3 = 14'h0000;
  wire [8:0] \level1_3.key ;
  wire [3:0] \level1_3.payload ;
  wire \level1_3.valid ;
  reg [13:0] level1_4 = 14'h0000;
  wire [8:0] \level1_4.key ;
  wire [3:0] \level1_4.payload ;
  wire \level1_4.valid ;
  reg [13:0] level2_0 = 14'h0000;
  wire [8:0] \level2_0.key ;
  wire [3:0] \level2_0.payload ;
  wire \level2_0.valid ;
  reg [13:0] level2_1 = 14'h0000;
  wire [8:0] \level2_1.key ;
  wire [3:0] \level2_1.payload ;
  wire \level2_1.valid ;
  reg [13:0] level2_2 = 14'h0000;
  wire [8:0] \level2_2.key ;
  wire [3:0] \level2_2.payload ;
  wire \level2_2.valid ;
  reg [13:0] level3_0 = 14'h0000;
  wire [8:0] \level3_0.key ;
  wire [3:0] \level3_0.payload ;
  wire \level3_0.valid ;
  reg [13:0] level3_1 = 14'h0000;
  wire [8:0] \level3_1.key ;
  wire [3:0] \level3_1.payload ;
  wire \level3_1.valid ;
  output [13:0] level4_0;
  reg [13:0] level4_0 = 14'h0000;
  wire [8:0] \level4_0.key ;
  wire [3:0] \level4_0.payload ;
  wire \level4_0.valid ;
  input rst;
  input valid;
  reg valid1 = 1'h0;
  reg valid2 = 1'h0;
  reg valid3 = 1'h0;
  reg valid4 = 1'h0;
  assign \$20  = entries__4[0] & \$19 ;
  assign \$21  = ~ \$20 ;
  assign \$23  = ~ entries__7[0];
  assign \$24  = entries__7[9:1] < entries__6[9:1];
  assign \$25  = ~ \$24 ;
  assign \$26  = \$23  | \$25 ;
  assign \$27  = entries__6[0] & \$26 ;
  assign \$28  = ~ \$27 ;
  assign \$30  = ~ entries__9[0];
  assign \$31  = entries__9[9:1] < entries__8[9:1];
  assign \$32  = ~ \$31 ;
  assign \$33  = \$30  | \$32 ;
  assign \$34  = entries__8[0] & \$33 ;
  assign \$35  = ~ \$34 ;
  assign \$37  = ~ level1_1[0];
  assign \$38  = level1_1[9:1] < level1_0[9:1];
  assign \$39  = ~ \$38 ;
  assign \$40  = \$37  | \$39 ;
  assign \$41  = level1_0[0] & \$40 ;
  assign \$42  = ~ \$41 ;
  assign \$44  = ~ level1_3[0];
  assign \$45  = level1_3[9:1] < level1_2[9:1];
  assign \$46  = ~ \$45 ;
  assign \$47  = \$44  | \$46 ;
  assign \$48  = level1_2[0] & \$47 ;
  assign \$49  = ~ \$48 ;
  assign \$52  = ~ level2_1[0];
  assign \$53  = level2_1[9:1] < level2_0[9:1];
  assign \$54  = ~ \$53 ;
  assign \$55  = \$52  | \$54 ;
  assign \$56  = level2_0[0] & \$55 ;
  assign \$57  = ~ \$56 ;
  assign \$60  = ~ level3_1[0];
  assign \$61  = level3_1[9:1] < level3_0[9:1];
  assign \$62  = ~ \$61 ;
  assign \$63  = \$60  | \$62 ;
  assign \$64  = level3_0[0] & \$63 ;
  assign \$65  = ~ \$64 ;
  always @(posedge clk)
    level1_0 <= \$66 ;
  always @(posedge clk)
    level1_1 <= \$67 ;
  always @(posedge clk)
    level1_2 <= \$68 ;
  always @(posedge clk)
    level1_3 <= \$69 ;
  always @(posedge clk)
    level1_4 <= \$70 ;
  always @(posedge clk)
    valid1 <= \$71 ;
  always @(posedge clk)
    level2_0 <= \$72 ;
  always @(posedge clk)
    level2_1 <= \$73 ;
  always @(posedge clk)
    level2_2 <= \$74 ;
  always @(posedge clk)
    valid2 <= \$75 ;
  always @(posedge clk)
    level3_0 <= \$76 ;
  always @(posedge clk)
    level3_1 <= \$77 ;
  always @(posedge clk)
    valid3 <= \$78 ;
  always @(posedge clk)
    level4_0 <= \$79 ;
  always @(posedge clk)
    valid4 <= \$80 ;
  assign \$2  = ~ entries__1[0];
  assign \$3  = entries__1[9:1] < entries__0[9:1];
  assign \$4  = ~ \$3 ;
  assign \$5  = \$2  | \$4 ;
  assign \$6  = entries__0[0] & \$5 ;
  assign \$7  = ~ \$6 ;
  assign \$9  = ~ entries__3[0];
  assign \$10  = entries__3[9:1] < entries__2[9:1];
  assign \$11  = ~ \$10 ;
  assign \$12  = \$9  | \$11 ;
  assign \$13  = entries__2[0] & \$12 ;
  assign \$14  = ~ \$13 ;
  assign \$16  = ~ entries__5[0];
  assign \$17  = entries__5[9:1] < entries__4[9:1];
  assign \$18  = ~ \$17 ;
  assign \$19  = \$16  | \$18 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$66  = level1_0;
    if (\$1 ) begin
      \$66  = entries__0;
      if (\$7 ) begin
        \$66  = entries__1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$67  = level1_1;
    if (\$8 ) begin
      \$67  = entries__2;
      if (\$14 ) begin
        \$67  = entries__3;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$68  = level1_2;
    if (\$15 ) begin
      \$68  = entries__4;
      if (\$21 ) begin
        \$68  = entries__5;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$69  = level1_3;
    if (\$22 ) begin
      \$69  = entries__6;
      if (\$28 ) begin
        \$69  = entries__7;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$70  = level1_4;
    if (\$29 ) begin
      \$70  = entries__8;
      if (\$35 ) begin
        \$70  = entries__9;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$71  = valid;
    if (rst) begin
      \$71  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$72  = level2_0;
    if (\$36 ) begin
      \$72  = level1_0;
      if (\$42 ) begin
        \$72  = level1_1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$73  = level2_1;
    if (\$43 ) begin
      \$73  = level1_2;
      if (\$49 ) begin
        \$73  = level1_3;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$74  = level2_2;
    if (\$50 ) begin
      \$74  = level1_4;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$75  = valid1;
    if (rst) begin
      \$75  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$76  = level3_0;
    if (\$51 ) begin
      \$76  = level2_0;
      if (\$57 ) begin
        \$76  = level2_1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$77  = level3_1;
    if (\$58 ) begin
      \$77  = level2_2;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$78  = valid2;
    if (rst) begin
      \$78  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$79  = level4_0;
    if (\$59 ) begin
      \$79  = level3_0;
      if (\$65 ) begin
        \$79  = level3_1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$41 ) begin end
    \$80  = valid3;
    if (rst) begin
      \$80  = 1'h0;
    end
  end
  assign enable = 1'h1;
  assign best = level4_0;
  assign \level1_0.valid  = level1_0[0];
  assign \level1_0.key  = level1_0[9:1];
  assign \level1_0.payload  = level1_0[13:10];
  assign \entries__0.valid  = entries__0[0];
  assign \entries__0.key  = entries__0[9:1];
  assign \entries__0.payload  = entries__0[13:10];
  assign \entries__1.valid  = entries__1[0];
  assign \entries__1.key  = entries__1[9:1];
  assign \entries__1.payload  = entries__1[13:10];
  assign \level1_1.valid  = level1_1[0];
  assign \level1_1.key  = level1_1[9:1];
  assign \level1_1.payload  = level1_1[13:10];
  assign \entries__2.valid  = entries__2[0];
  assign \entries__2.key  = entries__2[9:1];
  assign \entries__2.payload  = entries__2[13:10];
  assign \entries__3.valid  = entries__3[0];
  assign \entries__3.key  = entries__3[9:1];
  assign \entries__3.payload  = entries__3[13:10];
  assign \level1_2.valid  = level1_2[0];
  assign \level1_2.key  = level1_2[9:1];
  assign \level1_2.payload  = level1_2[13:10];
  assign \entries__4.valid  = entries__4[0];
  assign \entries__4.key  = entries__4[9:1];
  assign \entries__4.payload  = entries__4[13:10];
  assign \entries__5.valid  = entries__5[0];
  assign \entries__5.key  = entries__5[9:1];
  assign \entries__5.payload  = entries__5[13:10];
  assign \level1_3.valid  = level1_3[0];
  assign \level1_3.key  = level1_3[9:1];
  assign \level1_3.payload  = level1_3[13:10];
  assign \entries__6.valid  = entries__6[0];
  assign \entries__6.key  = entries__6[9:1];
  assign \entries__6.payload  = entries__6[13:10];
  assign \entries__7.valid  = entries__7[0];
  assign \entries__7.key  = entries__7[9:1];
  assign \entries__7.payload  = entries__7[13:10];
  assign \level1_4.valid  = level1_4[0];
  assign \level1_4.key  = level1_4[9:1];
  assign \level1_4.payload  = level1_4[13:10];
  assign \entries__8.valid  = entries__8[0];
  assign \entries__8.key  = entries__8[9:1];
  assign \entries__8.payload  = entries__8[13:10];
  assign \entries__9.valid  = entries__9[0];
  assign \entries__9.key  = entries__9[9:1];
  assign \entries__9.payload  = entries__9[13:10];
  assign \level2_0.valid  = level2_0[0];
  assign \level2_0.key  = level2_0[9:1];
  assign \level2_0.payload  = level2_0[13:10];
  assign \level2_1.valid  = level2_1[0];
  assign \level2_1.key  = level2_1[9:1];
  assign \level2_1.payload  = level2_1[13:10];
  assign \level2_2.valid  = level2_2[0];
  assign \level2_2.key  = level2_2[9:1];
  assign \level2_2.payload  = level2_2[13:10];
  assign \level3_0.valid  = level3_0[0];
  assign \level3_0.key  = level3_0[9:1];
  assign \level3_0.payload  = level3_0[13:10];
  assign \level3_1.valid  = level3_1[0];
  assign \level3_1.key  = level3_1[9:1];
  assign \level3_1.payload  = level3_1[13:10];
  assign \level4_0.valid  = level4_0[0];
  assign \level4_0.key  = level4_0[9:1];
  assign \level4_0.payload  = level4_0[13:10];
  assign \best.valid  = level4_0[0];
  assign \best.key  = level4_0[9:1];
  assign \best.payload  = level4_0[13:10];
  assign \$1  = valid;
  assign \$8  = valid;
  assign \$15  = valid;
  assign \$22  = valid;
  assign \$29  = valid;
  assign \$36  = valid1;
  assign \$43  = valid1;
  assign \$50  = valid1;
  assign \$51  = valid2;
  assign \$58  = valid2;
  assign \$59  = valid3;
endmodule

// bep_hw/gateware/memory/memories.py
module bep_core_memories(\port$0$134 , clk, rst, \read__addr$15 , \write__data$44 , \write__en$29 , \$signature__addr , \port$905$0 , \read__data$14 , \read__data$16 , \port$925$0 , \read__data$23 , desired_of_rows_read__data, \read__data$31 , \read__data$37 , \read__data$42 , \read__data$47 , \write__data$39 , desired_of_rows_read__en, \read__addr$9 , write__en
, write__pieces, write__data, \write__en$50 , \write__addr$19 , \write__data$20 , \write__en$21 , \write__addr$27 , \write__data$28 , read__addr, \port$9053$0 , \port$9053$22 , \port$9170$0 , \write__en$35 , \port$9439$0 , \port$9441$0 , \read__addr$46 , \port$9544$0 , \port$9556$0 , \port$9564$0 , desired_of_rows_read__addr, \port$9898$0 
, write__addr, write__address, write__row, write__segment, write__weights, \write__addr$48 );
  wire [2047:0] \$1 ;
  input [5:0] \$signature__addr ;
  wire [63:0] \$signature__data ;
  input clk;
  input [5:0] desired_of_rows_read__addr;
  output [63:0] desired_of_rows_read__data;
  input desired_of_rows_read__en;
  input [31:0] \port$0$134 ;
  output [2047:0] \port$905$0 ;
  input [1:0] \port$9053$0 ;
  input [3:0] \port$9053$22 ;
  input [1:0] \port$9170$0 ;
  output [63:0] \port$925$0 ;
  input [31:0] \port$9439$0 ;
  input [287:0] \port$9441$0 ;
  input [3:0] \port$9544$0 ;
  input [3:0] \port$9556$0 ;
  input [3:0] \port$9564$0 ;
  input [3:0] \port$9898$0 ;
  input [6:0] read__addr;
  input [5:0] \read__addr$15 ;
  input [4:0] \read__addr$46 ;
  input [10:0] \read__addr$9 ;
  wire [2047:0] read__data;
  output [287:0] \read__data$14 ;
  output [63:0] \read__data$16 ;
  output [63:0] \read__data$23 ;
  output [319:0] \read__data$31 ;
  output [31:0] \read__data$37 ;
  output \read__data$42 ;
  output [63:0] \read__data$47 ;
  wire read__en;
  input rst;
  input [10:0] write__addr;
  input [5:0] \write__addr$19 ;
  input [5:0] \write__addr$27 ;
  input [4:0] \write__addr$48 ;
  input [6:0] write__address;
  input [287:0] write__data;
  input [63:0] \write__data$20 ;
  input [63:0] \write__data$28 ;
  input [31:0] \write__data$39 ;
  input \write__data$44 ;
  input write__en;
  input [1:0] \write__en$21 ;
  input \write__en$29 ;
  input \write__en$35 ;
  input [1:0] \write__en$50 ;
  input write__pieces;
  input [4:0] write__row;
  input write__segment;
  input [31:0] write__weights;
  (* no_rw_check = 32'd1 *)
  reg [63:0] activations [63:0];
  initial begin : zero_activations
    integer i;
    for (i = 0; i <= 63; i = i + 1)
      activations[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$21 [0])
      activations[\write__addr$19 ][31:0] <= \write__data$20 [31:0];
    if (\write__en$21 [1])
      activations[\write__addr$19 ][63:32] <= \write__data$20 [63:32];
  end
  reg [63:0] _0_;
  reg [63:0] _1_;
  always @(posedge clk) begin
    _0_ <= activations[\read__addr$15 ];
    _1_ <= activations[\$signature__addr ];
  end
  assign \read__data$16  = _0_;
  assign \$signature__data  = _1_;
  (* no_rw_check = 32'd1 *)
  reg [63:0] classes [29:0];
  initial begin : zero_classes
    integer i;
    for (i = 0; i <= 29; i = i + 1)
      classes[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$50 [0])
      classes[\write__addr$48 ][31:0] <= \port$0$134 ;
    if (\write__en$50 [1])
      classes[\write__addr$48 ][63:32] <= \port$0$134 ;
  end
  reg [63:0] _2_;
  always @(posedge clk) begin
    _2_ <= classes[\read__addr$46 ];
  end
  assign \read__data$47  = _2_;
  (* no_rw_check = 32'd1 *)
  reg [63:0] desired [63:0];
  initial begin : zero_desired
    integer i;
    for (i = 0; i <= 63; i = i + 1)
      desired[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$29 )
      desired[\write__addr$27 ] <= \write__data$28 ;
  end
  reg [63:0] _3_;
  reg [63:0] _4_;
  always @(posedge clk) begin
    _3_ <= desired[{ \port$9170$0 , \port$9564$0  }];
    if (desired_of_rows_read__en) begin
      _4_ <= desired[desired_of_rows_read__addr];
    end
  end
  assign \read__data$23  = _3_;
  assign desired_of_rows_read__data = _4_;
  (* no_rw_check = 32'd1 *)
  reg [31:0] gates [63:0];
  initial begin : zero_gates
    integer i;
    for (i = 0; i <= 63; i = i + 1)
      gates[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$35 )
      gates[{ \port$9053$0 , \port$9053$22  }] <= \write__data$39 ;
  end
  reg [31:0] _5_;
  always @(posedge clk) begin
    _5_ <= gates[{ \port$9170$0 , \port$9556$0  }];
  end
  assign \read__data$37  = _5_;
  (* no_rw_check = 32'd1 *)
  reg [0:0] opened [63:0];
  initial begin : zero_opened
    integer i;
    for (i = 0; i <= 63; i = i + 1)
      opened[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$35 )
      opened[{ \port$9053$0 , \port$9053$22  }] <= \write__data$44 ;
  end
  reg [0:0] _6_;
  always @(posedge clk) begin
    _6_ <= opened[{ \port$9170$0 , \port$9544$0  }];
  end
  assign \read__data$42  = _6_;
  (* no_rw_check = 32'd1 *)
  reg [319:0] rows [63:0];
  initial begin : zero_rows
    integer i;
    for (i = 0; i <= 63; i = i + 1)
      rows[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$35 )
      rows[{ \port$9053$0 , \port$9053$22  }] <= { \port$9441$0 , \port$9439$0  };
  end
  reg [319:0] _7_;
  always @(posedge clk) begin
    if (desired_of_rows_read__en) begin
      _7_ <= rows[{ desired_of_rows_read__addr[5:4], \port$9898$0  }];
    end
  end
  assign \read__data$31  = _7_;
  bep_core_memories_counters counters (
    .clk(clk),
    .read__addr(\read__addr$9 ),
    .read__data(\read__data$14 ),
    .rst(rst),
    .\write__addr$5 (write__addr),
    .write__data(write__data),
    .\write__en$7 (write__en)
  );
  bep_core_memories_tiles tiles (
    .clk(clk),
    .\port$905$0 (\$1 ),
    .read__addr(read__addr),
    .rst(rst),
    .write__address(write__address),
    .write__pieces(write__pieces),
    .write__row(write__row),
    .write__segment(write__segment),
    .write__weights(write__weights)
  );
  assign read__data = { \$1 [2047:2040], \$1 [1791:1784], \$1 [1535:1528], \$1 [1279:1272], \$1 [1023:1016], \$1 [767:760], \$1 [511:504], \$1 [255:248], \$1 [2039:2032], \$1 [1783:1776], \$1 [1527:1520], \$1 [1271:1264], \$1 [1015:1008], \$1 [759:752], \$1 [503:496], \$1 [247:240], \$1 [2031:2024], \$1 [1775:1768], \$1 [1519:1512], \$1 [1263:1256], \$1 [1007:1000], \$1 [751:744], \$1 [495:488], \$1 [239:232], \$1 [2023:2016], \$1 [1767:1760], \$1 [1511:1504], \$1 [1255:1248], \$1 [999:992], \$1 [743:736], \$1 [487:480], \$1 [231:224], \$1 [2015:2008], \$1 [1759:1752], \$1 [1503:1496], \$1 [1247:1240], \$1 [991:984], \$1 [735:728], \$1 [479:472], \$1 [223:216], \$1 [2007:2000], \$1 [1751:1744], \$1 [1495:1488], \$1 [1239:1232], \$1 [983:976], \$1 [727:720], \$1 [471:464], \$1 [215:208], \$1 [1999:1992], \$1 [1743:1736], \$1 [1487:1480], \$1 [1231:1224], \$1 [975:968], \$1 [719:712], \$1 [463:456], \$1 [207:200], \$1 [1991:1984], \$1 [1735:1728], \$1 [1479:1472], \$1 [1223:1216], \$1 [967:960], \$1 [711:704], \$1 [455:448], \$1 [199:192], \$1 [1983:1976], \$1 [1727:1720], \$1 [1471:1464], \$1 [1215:1208], \$1 [959:952], \$1 [703:696], \$1 [447:440], \$1 [191:184], \$1 [1975:1968], \$1 [1719:1712], \$1 [1463:1456], \$1 [1207:1200], \$1 [951:944], \$1 [695:688], \$1 [439:432], \$1 [183:176], \$1 [1967:1960], \$1 [1711:1704], \$1 [1455:1448], \$1 [1199:1192], \$1 [943:936], \$1 [687:680], \$1 [431:424], \$1 [175:168], \$1 [1959:1952], \$1 [1703:1696], \$1 [1447:1440], \$1 [1191:1184], \$1 [935:928], \$1 [679:672], \$1 [423:416], \$1 [167:160], \$1 [1951:1944], \$1 [1695:1688], \$1 [1439:1432], \$1 [1183:1176], \$1 [927:920], \$1 [671:664], \$1 [415:408], \$1 [159:152], \$1 [1943:1936], \$1 [1687:1680], \$1 [1431:1424], \$1 [1175:1168], \$1 [919:912], \$1 [663:656], \$1 [407:400], \$1 [151:144], \$1 [1935:1928], \$1 [1679:1672], \$1 [1423:1416], \$1 [1167:1160], \$1 [911:904], \$1 [655:648], \$1 [399:392], \$1 [143:136], \$1 [1927:1920], \$1 [1671:1664], \$1 [1415:1408], \$1 [1159:1152], \$1 [903:896], \$1 [647:640], \$1 [391:384], \$1 [135:128], \$1 [1919:1912], \$1 [1663:1656], \$1 [1407:1400], \$1 [1151:1144], \$1 [895:888], \$1 [639:632], \$1 [383:376], \$1 [127:120], \$1 [1911:1904], \$1 [1655:1648], \$1 [1399:1392], \$1 [1143:1136], \$1 [887:880], \$1 [631:624], \$1 [375:368], \$1 [119:112], \$1 [1903:1896], \$1 [1647:1640], \$1 [1391:1384], \$1 [1135:1128], \$1 [879:872], \$1 [623:616], \$1 [367:360], \$1 [111:104], \$1 [1895:1888], \$1 [1639:1632], \$1 [1383:1376], \$1 [1127:1120], \$1 [871:864], \$1 [615:608], \$1 [359:352], \$1 [103:96], \$1 [1887:1880], \$1 [1631:1624], \$1 [1375:1368], \$1 [1119:1112], \$1 [863:856], \$1 [607:600], \$1 [351:344], \$1 [95:88], \$1 [1879:1872], \$1 [1623:1616], \$1 [1367:1360], \$1 [1111:1104], \$1 [855:848], \$1 [599:592], \$1 [343:336], \$1 [87:80], \$1 [1871:1864], \$1 [1615:1608], \$1 [1359:1352], \$1 [1103:1096], \$1 [847:840], \$1 [591:584], \$1 [335:328], \$1 [79:72], \$1 [1863:1856], \$1 [1607:1600], \$1 [1351:1344], \$1 [1095:1088], \$1 [839:832], \$1 [583:576], \$1 [327:320], \$1 [71:64], \$1 [1855:1848], \$1 [1599:1592], \$1 [1343:1336], \$1 [1087:1080], \$1 [831:824], \$1 [575:568], \$1 [319:312], \$1 [63:56], \$1 [1847:1840], \$1 [1591:1584], \$1 [1335:1328], \$1 [1079:1072], \$1 [823:816], \$1 [567:560], \$1 [311:304], \$1 [55:48], \$1 [1839:1832], \$1 [1583:1576], \$1 [1327:1320], \$1 [1071:1064], \$1 [815:808], \$1 [559:552], \$1 [303:296], \$1 [47:40], \$1 [1831:1824], \$1 [1575:1568], \$1 [1319:1312], \$1 [1063:1056], \$1 [807:800], \$1 [551:544], \$1 [295:288], \$1 [39:32], \$1 [1823:1816], \$1 [1567:1560], \$1 [1311:1304], \$1 [1055:1048], \$1 [799:792], \$1 [543:536], \$1 [287:280], \$1 [31:24], \$1 [1815:1808], \$1 [1559:1552], \$1 [1303:1296], \$1 [1047:1040], \$1 [791:784], \$1 [535:528], \$1 [279:272], \$1 [23:16], \$1 [1807:1800], \$1 [1551:1544], \$1 [1295:1288], \$1 [1039:1032], \$1 [783:776], \$1 [527:520], \$1 [271:264], \$1 [15:8], \$1 [1799:1792], \$1 [1543:1536], \$1 [1287:1280], \$1 [1031:1024], \$1 [775:768], \$1 [519:512], \$1 [263:256], \$1 [7:0] };
  assign read__en = 1'h1;
  assign \port$905$0  = \$1 ;
  assign \port$925$0  = \$signature__data ;
endmodule

// bep_hw/gateware/memory/stacked.py
module bep_core_memories_counters(rst, read__data, read__addr, \write__en$7 , write__data, \write__addr$5 , clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$42 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$42 <= 0;
  wire \$1 , \$2 ;
  reg \$3 ;
  wire [9:0] \$signature__addr ;
  wire [287:0] \$signature__data ;
  wire [287:0] \$signature__data$18 ;
  wire \$signature__en ;
  reg chosen = 1'h0;
  input clk;
  input [10:0] read__addr;
  output [287:0] read__data;
  reg [287:0] read__data;
  wire read__en;
  input rst;
  wire [9:0] write__addr;
  input [10:0] \write__addr$5 ;
  input [287:0] write__data;
  wire write__en;
  wire \write__en$13 ;
  input \write__en$7 ;
  (* no_rw_check = 32'd1 *)
  (* ram_style = "block" *)
  reg [287:0] level0 [1023:0];
  initial begin : zero_level0
    integer i;
    for (i = 0; i <= 1023; i = i + 1)
      level0[i] = 0;
  end
  always @(posedge clk) begin
    if (write__en)
      level0[\write__addr$5 [9:0]] <= write__data;
  end
  reg [287:0] _0_;
  always @(posedge clk) begin
    _0_ <= level0[read__addr[9:0]];
  end
  assign \$signature__data  = _0_;
  (* no_rw_check = 32'd1 *)
  (* ram_style = "block" *)
  reg [287:0] level1 [730:0];
  initial begin : zero_level1
    integer i;
    for (i = 0; i <= 730; i = i + 1)
      level1[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$13 )
      level1[\write__addr$5 [9:0]] <= { write__data[286:0], write__data[287] };
  end
  reg [287:0] _1_;
  always @(posedge clk) begin
    _1_ <= level1[read__addr[9:0]];
  end
  assign \$signature__data$18  = _1_;
  always @(posedge clk)
    chosen <= \$3 ;
  assign \$1  = ! \write__addr$5 [10];
  assign write__en = \write__en$7  & \$1 ;
  assign \write__en$13  = \write__en$7  & \$2 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$42 ) begin end
    \$3  = read__addr[10];
    if (rst) begin
      \$3  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$42 ) begin end
    (* full_case = 32'd1 *)
    casez (chosen)
      1'h0:
          read__data = \$signature__data ;
      1'h1:
          read__data = { \$signature__data$18 [0], \$signature__data$18 [287:1] };
    endcase
  end
  assign \$signature__addr  = read__addr[9:0];
  assign \$signature__en  = 1'h1;
  assign read__en = 1'h1;
  assign write__addr = \write__addr$5 [9:0];
  assign \$2  = \write__addr$5 [10];
endmodule

// bep_hw/gateware/memory/tiles.py
module bep_core_memories_tiles(rst, \port$905$0 , write__pieces, read__addr, write__address, write__row, write__segment, write__weights, clk);
  wire [5:0] \$1 , \$104 , \$111 , \$118 , \$125 , \$13 , \$132 , \$139 , \$146 , \$153 , \$160 ,
    \$167 , \$174 , \$181 , \$188 , \$195 , \$20 , \$202 , \$209 , \$216 , \$223 , \$230 , \$237 ,
    \$244 , \$251 , \$258 , \$265 , \$27 , \$272 , \$279 , \$286 , \$293 , \$300 , \$307 , \$314 ,
    \$321 , \$328 , \$335 , \$34 , \$342 , \$349 , \$356 , \$363 , \$370 , \$377 , \$384 , \$391 ,
    \$398 , \$4 , \$405 , \$41 , \$412 , \$419 , \$426 , \$433 , \$440 , \$447 , \$460 , \$48 ,
    \$55 , \$6 , \$62 , \$69 , \$76 , \$83 , \$90 , \$97 ;
  wire \$10 , \$100 , \$101 , \$102 , \$103 , \$106 , \$107 , \$108 , \$109 , \$11 , \$110 , \$113 ,
    \$114 , \$115 , \$116 , \$117 , \$12 , \$120 , \$121 , \$122 , \$123 , \$124 , \$127 , \$128 ,
    \$129 , \$130 , \$131 , \$134 , \$135 , \$136 , \$137 , \$138 , \$141 , \$142 , \$143 , \$144 ,
    \$145 , \$148 , \$149 , \$15 , \$150 , \$151 , \$152 , \$155 , \$156 , \$157 , \$158 , \$159 ,
    \$16 , \$162 , \$163 , \$164 , \$165 , \$166 , \$169 , \$17 , \$170 , \$171 , \$172 , \$173 ,
    \$176 , \$177 , \$178 , \$179 , \$18 , \$180 , \$183 , \$184 , \$185 , \$186 , \$187 , \$19 ,
    \$190 , \$191 , \$192 , \$193 , \$194 , \$197 , \$198 , \$199 , \$200 , \$201 , \$204 , \$205 ,
    \$206 , \$207 , \$208 , \$211 , \$212 , \$213 , \$214 , \$215 , \$218 , \$219 , \$22 , \$220 ,
    \$221 , \$222 , \$225 , \$226 , \$227 , \$228 , \$229 , \$23 , \$232 , \$233 , \$234 , \$235 ,
    \$236 , \$239 , \$24 , \$240 , \$241 , \$242 , \$243 , \$246 , \$247 , \$248 , \$249 , \$25 ,
    \$250 , \$253 , \$254 , \$255 , \$256 , \$257 , \$26 , \$260 , \$261 , \$262 , \$263 , \$264 ,
    \$267 , \$268 , \$269 , \$270 , \$271 , \$274 , \$275 , \$276 , \$277 , \$278 , \$281 , \$282 ,
    \$283 , \$284 , \$285 , \$288 , \$289 , \$29 , \$290 , \$291 , \$292 , \$295 , \$296 , \$297 ,
    \$298 , \$299 , \$30 , \$302 , \$303 , \$304 , \$305 , \$306 , \$309 , \$31 , \$310 , \$311 ,
    \$312 , \$313 , \$316 , \$317 , \$318 , \$319 , \$32 , \$320 , \$323 , \$324 , \$325 , \$326 ,
    \$327 , \$33 , \$330 , \$331 , \$332 , \$333 , \$334 , \$337 , \$338 , \$339 , \$340 , \$341 ,
    \$344 , \$345 , \$346 , \$347 , \$348 , \$351 , \$352 , \$353 , \$354 , \$355 , \$358 , \$359 ,
    \$36 , \$360 , \$361 , \$362 , \$365 , \$366 , \$367 , \$368 , \$369 , \$37 , \$372 , \$373 ,
    \$374 , \$375 , \$376 , \$379 , \$38 , \$380 , \$381 , \$382 , \$383 , \$386 , \$387 , \$388 ,
    \$389 , \$39 , \$390 , \$393 , \$394 , \$395 , \$396 , \$397 , \$40 , \$400 , \$401 , \$402 ,
    \$403 , \$404 , \$407 , \$408 , \$409 , \$410 , \$411 , \$414 , \$415 , \$416 , \$417 , \$418 ,
    \$421 , \$422 , \$423 , \$424 , \$425 , \$428 , \$429 , \$43 , \$430 , \$431 , \$432 , \$435 ,
    \$436 , \$437 , \$438 , \$439 , \$44 , \$442 , \$443 , \$444 , \$445 , \$446 , \$449 , \$45 ,
    \$450 , \$451 , \$452 , \$453 , \$46 , \$47 , \$50 , \$51 , \$52 , \$53 , \$54 , \$57 , \$58 ,
    \$59 , \$60 , \$61 , \$64 , \$65 , \$66 , \$67 , \$68 , \$71 , \$72 , \$73 , \$74 , \$75 ,
    \$78 , \$79 , \$8 , \$80 , \$81 , \$82 , \$85 , \$86 , \$87 , \$88 , \$89 , \$9 , \$92 , \$93 ,
    \$94 , \$95 , \$96 , \$99 ;
  wire [8:0] \$105 , \$112 , \$119 , \$126 , \$133 , \$14 , \$140 , \$147 , \$154 , \$161 , \$168 ,
    \$175 , \$182 , \$189 , \$196 , \$2 , \$203 , \$21 , \$210 , \$217 , \$224 , \$231 , \$238 ,
    \$245 , \$252 , \$259 , \$266 , \$273 , \$28 , \$280 , \$287 , \$294 , \$301 , \$308 , \$315 ,
    \$322 , \$329 , \$336 , \$343 , \$35 , \$350 , \$357 , \$364 , \$371 , \$378 , \$385 , \$392 ,
    \$399 , \$406 , \$413 , \$42 , \$420 , \$427 , \$434 , \$441 , \$448 , \$49 , \$5 , \$56 ,
    \$63 , \$7 , \$70 , \$77 , \$84 , \$91 , \$98 ;
  wire [7:0] \$3 ;
  wire [2047:0] \$454 ;
  reg [6:0] address0 = 7'h00;
  input clk;
  wire [63:0] enables0;
  output [2047:0] \port$905$0 ;
  input [6:0] read__addr;
  wire [2047:0] read__data;
  wire read__en;
  input rst;
  wire [31:0] weights0;
  wire [6:0] write0;
  wire [6:0] write__addr;
  input [6:0] write__address;
  wire [2047:0] write__data;
  wire [63:0] write__en;
  input write__pieces;
  input [4:0] write__row;
  input write__segment;
  input [31:0] write__weights;
  assign \$1  = 1'h0 - write__row;
  assign \$2  = $signed(\$1 ) - $signed({ 1'h0, write__address });
  assign \$3  = write__address + 1'h0;
  assign \$4  = 1'h0 - write__row;
  assign \$5  = $signed(\$4 ) - $signed({ 1'h0, write__address });
  assign \$6  = 1'h0 - write__row;
  assign \$7  = $signed(\$6 ) - $signed({ 1'h0, write__address });
  assign \$9  = ! write__row;
  assign \$10  = ! write__segment;
  assign \$11  = \$9  & \$10 ;
  assign \$12  = \$8  & \$11 ;
  assign \$13  = 1'h0 - write__row;
  assign \$14  = $signed(\$13 ) - $signed({ 1'h0, write__address });
  assign \$16  = ! write__row;
  assign \$18  = \$16  & \$17 ;
  assign \$19  = \$15  & \$18 ;
  assign \$20  = 1'h0 - write__row;
  assign \$21  = $signed(\$20 ) - $signed({ 1'h0, write__address });
  assign \$23  = write__row == 1'h1;
  assign \$24  = ! write__segment;
  assign \$25  = \$23  & \$24 ;
  assign \$26  = \$22  & \$25 ;
  assign \$27  = 1'h0 - write__row;
  assign \$28  = $signed(\$27 ) - $signed({ 1'h0, write__address });
  assign \$30  = write__row == 1'h1;
  assign \$32  = \$30  & \$31 ;
  assign \$33  = \$29  & \$32 ;
  assign \$34  = 1'h0 - write__row;
  assign \$35  = $signed(\$34 ) - $signed({ 1'h0, write__address });
  assign \$37  = write__row == 2'h2;
  assign \$38  = ! write__segment;
  assign \$39  = \$37  & \$38 ;
  assign \$40  = \$36  & \$39 ;
  assign \$41  = 1'h0 - write__row;
  assign \$42  = $signed(\$41 ) - $signed({ 1'h0, write__address });
  assign \$44  = write__row == 2'h2;
  assign \$46  = \$44  & \$45 ;
  assign \$47  = \$43  & \$46 ;
  assign \$48  = 1'h0 - write__row;
  assign \$49  = $signed(\$48 ) - $signed({ 1'h0, write__address });
  assign \$51  = write__row == 2'h3;
  assign \$52  = ! write__segment;
  assign \$53  = \$51  & \$52 ;
  assign \$54  = \$50  & \$53 ;
  assign \$55  = 1'h0 - write__row;
  assign \$56  = $signed(\$55 ) - $signed({ 1'h0, write__address });
  assign \$58  = write__row == 2'h3;
  assign \$60  = \$58  & \$59 ;
  assign \$61  = \$57  & \$60 ;
  assign \$62  = 1'h0 - write__row;
  assign \$63  = $signed(\$62 ) - $signed({ 1'h0, write__address });
  assign \$65  = write__row == 3'h4;
  assign \$66  = ! write__segment;
  assign \$67  = \$65  & \$66 ;
  assign \$68  = \$64  & \$67 ;
  assign \$69  = 1'h0 - write__row;
  assign \$70  = $signed(\$69 ) - $signed({ 1'h0, write__address });
  assign \$72  = write__row == 3'h4;
  assign \$74  = \$72  & \$73 ;
  assign \$75  = \$71  & \$74 ;
  assign \$76  = 1'h0 - write__row;
  assign \$77  = $signed(\$76 ) - $signed({ 1'h0, write__address });
  assign \$79  = write__row == 3'h5;
  assign \$80  = ! write__segment;
  assign \$81  = \$79  & \$80 ;
  assign \$82  = \$78  & \$81 ;
  assign \$83  = 1'h0 - write__row;
  assign \$84  = $signed(\$83 ) - $signed({ 1'h0, write__address });
  assign \$86  = write__row == 3'h5;
  assign \$88  = \$86  & \$87 ;
  assign \$89  = \$85  & \$88 ;
  assign \$90  = 1'h0 - write__row;
  assign \$91  = $signed(\$90 ) - $signed({ 1'h0, write__address });
  assign \$93  = write__row == 3'h6;
  assign \$94  = ! write__segment;
  assign \$95  = \$93  & \$94 ;
  assign \$96  = \$92  & \$95 ;
  assign \$97  = 1'h0 - write__row;
  assign \$98  = $signed(\$97 ) - $signed({ 1'h0, write__address });
  assign \$100  = write__row == 3'h6;
  assign \$102  = \$100  & \$101 ;
  assign \$103  = \$99  & \$102 ;
  assign \$104  = 1'h0 - write__row;
  assign \$105  = $signed(\$104 ) - $signed({ 1'h0, write__address });
  assign \$107  = write__row == 3'h7;
  assign \$108  = ! write__segment;
  assign \$109  = \$107  & \$108 ;
  assign \$110  = \$106  & \$109 ;
  assign \$111  = 1'h0 - write__row;
  assign \$112  = $signed(\$111 ) - $signed({ 1'h0, write__address });
  assign \$114  = write__row == 3'h7;
  assign \$116  = \$114  & \$115 ;
  assign \$117  = \$113  & \$116 ;
  assign \$118  = 1'h0 - write__row;
  assign \$119  = $signed(\$118 ) - $signed({ 1'h0, write__address });
  assign \$121  = write__row == 4'h8;
  assign \$122  = ! write__segment;
  assign \$123  = \$121  & \$122 ;
  assign \$124  = \$120  & \$123 ;
  assign \$125  = 1'h0 - write__row;
  assign \$126  = $signed(\$125 ) - $signed({ 1'h0, write__address });
  assign \$128  = write__row == 4'h8;
  assign \$130  = \$128  & \$129 ;
  assign \$131  = \$127  & \$130 ;
  assign \$132  = 1'h0 - write__row;
  assign \$133  = $signed(\$132 ) - $signed({ 1'h0, write__address });
  assign \$135  = write__row == 4'h9;
  assign \$136  = ! write__segment;
  assign \$137  = \$135  & \$136 ;
  assign \$138  = \$134  & \$137 ;
  assign \$139  = 1'h0 - write__row;
  assign \$140  = $signed(\$139 ) - $signed({ 1'h0, write__address });
  assign \$142  = write__row == 4'h9;
  assign \$144  = \$142  & \$143 ;
  assign \$145  = \$141  & \$144 ;
  assign \$146  = 1'h0 - write__row;
  assign \$147  = $signed(\$146 ) - $signed({ 1'h0, write__address });
  assign \$149  = write__row == 4'ha;
  assign \$150  = ! write__segment;
  assign \$151  = \$149  & \$150 ;
  assign \$152  = \$148  & \$151 ;
  assign \$153  = 1'h0 - write__row;
  assign \$154  = $signed(\$153 ) - $signed({ 1'h0, write__address });
  assign \$156  = write__row == 4'ha;
  assign \$158  = \$156  & \$157 ;
  assign \$159  = \$155  & \$158 ;
  assign \$160  = 1'h0 - write__row;
  assign \$161  = $signed(\$160 ) - $signed({ 1'h0, write__address });
  assign \$163  = write__row == 4'hb;
  assign \$164  = ! write__segment;
  assign \$165  = \$163  & \$164 ;
  assign \$166  = \$162  & \$165 ;
  assign \$167  = 1'h0 - write__row;
  assign \$168  = $signed(\$167 ) - $signed({ 1'h0, write__address });
  assign \$170  = write__row == 4'hb;
  assign \$172  = \$170  & \$171 ;
  assign \$173  = \$169  & \$172 ;
  assign \$174  = 1'h0 - write__row;
  assign \$175  = $signed(\$174 ) - $signed({ 1'h0, write__address });
  assign \$177  = write__row == 4'hc;
  assign \$178  = ! write__segment;
  assign \$179  = \$177  & \$178 ;
  assign \$180  = \$176  & \$179 ;
  assign \$181  = 1'h0 - write__row;
  assign \$182  = $signed(\$181 ) - $signed({ 1'h0, write__address });
  assign \$184  = write__row == 4'hc;
  assign \$186  = \$184  & \$185 ;
  assign \$187  = \$183  & \$186 ;
  assign \$188  = 1'h0 - write__row;
  assign \$189  = $signed(\$188 ) - $signed({ 1'h0, write__address });
  assign \$191  = write__row == 4'hd;
  assign \$192  = ! write__segment;
  assign \$193  = \$191  & \$192 ;
  assign \$194  = \$190  & \$193 ;
  assign \$195  = 1'h0 - write__row;
  assign \$196  = $signed(\$195 ) - $signed({ 1'h0, write__address });
  assign \$198  = write__row == 4'hd;
  assign \$200  = \$198  & \$199 ;
  assign \$201  = \$197  & \$200 ;
  assign \$202  = 1'h0 - write__row;
  assign \$203  = $signed(\$202 ) - $signed({ 1'h0, write__address });
  assign \$205  = write__row == 4'he;
  assign \$206  = ! write__segment;
  assign \$207  = \$205  & \$206 ;
  assign \$208  = \$204  & \$207 ;
  assign \$209  = 1'h0 - write__row;
  assign \$210  = $signed(\$209 ) - $signed({ 1'h0, write__address });
  assign \$212  = write__row == 4'he;
  assign \$214  = \$212  & \$213 ;
  assign \$215  = \$211  & \$214 ;
  assign \$216  = 1'h0 - write__row;
  assign \$217  = $signed(\$216 ) - $signed({ 1'h0, write__address });
  assign \$219  = write__row == 4'hf;
  assign \$220  = ! write__segment;
  assign \$221  = \$219  & \$220 ;
  assign \$222  = \$218  & \$221 ;
  assign \$223  = 1'h0 - write__row;
  assign \$224  = $signed(\$223 ) - $signed({ 1'h0, write__address });
  assign \$226  = write__row == 4'hf;
  assign \$228  = \$226  & \$227 ;
  assign \$229  = \$225  & \$228 ;
  assign \$230  = 1'h0 - write__row;
  assign \$231  = $signed(\$230 ) - $signed({ 1'h0, write__address });
  assign \$233  = write__row == 5'h10;
  assign \$234  = ! write__segment;
  assign \$235  = \$233  & \$234 ;
  assign \$236  = \$232  & \$235 ;
  assign \$237  = 1'h0 - write__row;
  assign \$238  = $signed(\$237 ) - $signed({ 1'h0, write__address });
  assign \$240  = write__row == 5'h10;
  assign \$242  = \$240  & \$241 ;
  assign \$243  = \$239  & \$242 ;
  assign \$244  = 1'h0 - write__row;
  assign \$245  = $signed(\$244 ) - $signed({ 1'h0, write__address });
  assign \$247  = write__row == 5'h11;
  assign \$248  = ! write__segment;
  assign \$249  = \$247  & \$248 ;
  assign \$250  = \$246  & \$249 ;
  assign \$251  = 1'h0 - write__row;
  assign \$252  = $signed(\$251 ) - $signed({ 1'h0, write__address });
  assign \$254  = write__row == 5'h11;
  assign \$256  = \$254  & \$255 ;
  assign \$257  = \$253  & \$256 ;
  assign \$258  = 1'h0 - write__row;
  assign \$259  = $signed(\$258 ) - $signed({ 1'h0, write__address });
  assign \$261  = write__row == 5'h12;
  assign \$262  = ! write__segment;
  assign \$263  = \$261  & \$262 ;
  assign \$264  = \$260  & \$263 ;
  assign \$265  = 1'h0 - write__row;
  assign \$266  = $signed(\$265 ) - $signed({ 1'h0, write__address });
  assign \$268  = write__row == 5'h12;
  assign \$270  = \$268  & \$269 ;
  assign \$271  = \$267  & \$270 ;
  assign \$272  = 1'h0 - write__row;
  assign \$273  = $signed(\$272 ) - $signed({ 1'h0, write__address });
  assign \$275  = write__row == 5'h13;
  assign \$276  = ! write__segment;
  assign \$277  = \$275  & \$276 ;
  assign \$278  = \$274  & \$277 ;
  assign \$279  = 1'h0 - write__row;
  assign \$280  = $signed(\$279 ) - $signed({ 1'h0, write__address });
  assign \$282  = write__row == 5'h13;
  assign \$284  = \$282  & \$283 ;
  assign \$285  = \$281  & \$284 ;
  assign \$286  = 1'h0 - write__row;
  assign \$287  = $signed(\$286 ) - $signed({ 1'h0, write__address });
  assign \$289  = write__row == 5'h14;
  assign \$290  = ! write__segment;
  assign \$291  = \$289  & \$290 ;
  assign \$292  = \$288  & \$291 ;
  assign \$293  = 1'h0 - write__row;
  assign \$294  = $signed(\$293 ) - $signed({ 1'h0, write__address });
  assign \$296  = write__row == 5'h14;
  assign \$298  = \$296  & \$297 ;
  assign \$299  = \$295  & \$298 ;
  assign \$300  = 1'h0 - write__row;
  assign \$301  = $signed(\$300 ) - $signed({ 1'h0, write__address });
  assign \$303  = write__row == 5'h15;
  assign \$304  = ! write__segment;
  assign \$305  = \$303  & \$304 ;
  assign \$306  = \$302  & \$305 ;
  assign \$307  = 1'h0 - write__row;
  assign \$308  = $signed(\$307 ) - $signed({ 1'h0, write__address });
  assign \$310  = write__row == 5'h15;
  assign \$312  = \$310  & \$311 ;
  assign \$313  = \$309  & \$312 ;
  assign \$314  = 1'h0 - write__row;
  assign \$315  = $signed(\$314 ) - $signed({ 1'h0, write__address });
  assign \$317  = write__row == 5'h16;
  assign \$318  = ! write__segment;
  assign \$319  = \$317  & \$318 ;
  assign \$320  = \$316  & \$319 ;
  assign \$321  = 1'h0 - write__row;
  assign \$322  = $signed(\$321 ) - $signed({ 1'h0, write__address });
  assign \$324  = write__row == 5'h16;
  assign \$326  = \$324  & \$325 ;
  assign \$327  = \$323  & \$326 ;
  assign \$328  = 1'h0 - write__row;
  assign \$329  = $signed(\$328 ) - $signed({ 1'h0, write__address });
  assign \$331  = write__row == 5'h17;
  assign \$332  = ! write__segment;
  assign \$333  = \$331  & \$332 ;
  assign \$334  = \$330  & \$333 ;
  assign \$335  = 1'h0 - write__row;
  assign \$336  = $signed(\$335 ) - $signed({ 1'h0, write__address });
  assign \$338  = write__row == 5'h17;
  assign \$340  = \$338  & \$339 ;
  assign \$341  = \$337  & \$340 ;
  assign \$342  = 1'h0 - write__row;
  assign \$343  = $signed(\$342 ) - $signed({ 1'h0, write__address });
  assign \$345  = write__row == 5'h18;
  assign \$346  = ! write__segment;
  assign \$347  = \$345  & \$346 ;
  assign \$348  = \$344  & \$347 ;
  assign \$349  = 1'h0 - write__row;
  assign \$350  = $signed(\$349 ) - $signed({ 1'h0, write__address });
  assign \$352  = write__row == 5'h18;
  assign \$354  = \$352  & \$353 ;
  assign \$355  = \$351  & \$354 ;
  assign \$356  = 1'h0 - write__row;
  assign \$357  = $signed(\$356 ) - $signed({ 1'h0, write__address });
  assign \$359  = write__row == 5'h19;
  assign \$360  = ! write__segment;
  assign \$361  = \$359  & \$360 ;
  assign \$362  = \$358  & \$361 ;
  assign \$363  = 1'h0 - write__row;
  assign \$364  = $signed(\$363 ) - $signed({ 1'h0, write__address });
  assign \$366  = write__row == 5'h19;
  assign \$368  = \$366  & \$367 ;
  assign \$369  = \$365  & \$368 ;
  assign \$370  = 1'h0 - write__row;
  assign \$371  = $signed(\$370 ) - $signed({ 1'h0, write__address });
  assign \$373  = write__row == 5'h1a;
  assign \$374  = ! write__segment;
  assign \$375  = \$373  & \$374 ;
  assign \$376  = \$372  & \$375 ;
  assign \$377  = 1'h0 - write__row;
  assign \$378  = $signed(\$377 ) - $signed({ 1'h0, write__address });
  assign \$380  = write__row == 5'h1a;
  assign \$382  = \$380  & \$381 ;
  assign \$383  = \$379  & \$382 ;
  assign \$384  = 1'h0 - write__row;
  assign \$385  = $signed(\$384 ) - $signed({ 1'h0, write__address });
  assign \$387  = write__row == 5'h1b;
  assign \$388  = ! write__segment;
  assign \$389  = \$387  & \$388 ;
  assign \$390  = \$386  & \$389 ;
  assign \$391  = 1'h0 - write__row;
  assign \$392  = $signed(\$391 ) - $signed({ 1'h0, write__address });
  assign \$394  = write__row == 5'h1b;
  assign \$396  = \$394  & \$395 ;
  assign \$397  = \$393  & \$396 ;
  assign \$398  = 1'h0 - write__row;
  assign \$399  = $signed(\$398 ) - $signed({ 1'h0, write__address });
  assign \$401  = write__row == 5'h1c;
  assign \$402  = ! write__segment;
  assign \$403  = \$401  & \$402 ;
  assign \$404  = \$400  & \$403 ;
  assign \$405  = 1'h0 - write__row;
  assign \$406  = $signed(\$405 ) - $signed({ 1'h0, write__address });
  assign \$408  = write__row == 5'h1c;
  assign \$410  = \$408  & \$409 ;
  assign \$411  = \$407  & \$410 ;
  assign \$412  = 1'h0 - write__row;
  assign \$413  = $signed(\$412 ) - $signed({ 1'h0, write__address });
  assign \$415  = write__row == 5'h1d;
  assign \$416  = ! write__segment;
  assign \$417  = \$415  & \$416 ;
  assign \$418  = \$414  & \$417 ;
  assign \$419  = 1'h0 - write__row;
  assign \$420  = $signed(\$419 ) - $signed({ 1'h0, write__address });
  assign \$422  = write__row == 5'h1d;
  assign \$424  = \$422  & \$423 ;
  assign \$425  = \$421  & \$424 ;
  assign \$426  = 1'h0 - write__row;
  assign \$427  = $signed(\$426 ) - $signed({ 1'h0, write__address });
  assign \$429  = write__row == 5'h1e;
  assign \$430  = ! write__segment;
  assign \$431  = \$429  & \$430 ;
  assign \$432  = \$428  & \$431 ;
  assign \$433  = 1'h0 - write__row;
  assign \$434  = $signed(\$433 ) - $signed({ 1'h0, write__address });
  assign \$436  = write__row == 5'h1e;
  assign \$438  = \$436  & \$437 ;
  assign \$439  = \$435  & \$438 ;
  assign \$440  = 1'h0 - write__row;
  assign \$441  = $signed(\$440 ) - $signed({ 1'h0, write__address });
  assign \$443  = write__row == 5'h1f;
  assign \$444  = ! write__segment;
  assign \$445  = \$443  & \$444 ;
  assign \$446  = \$442  & \$445 ;
  assign \$447  = 1'h0 - write__row;
  assign \$448  = $signed(\$447 ) - $signed({ 1'h0, write__address });
  assign \$450  = write__row == 5'h1f;
  assign \$452  = \$450  & \$451 ;
  assign \$453  = \$449  & \$452 ;
  always @(posedge clk)
    address0 <= read__addr;
  bep_core_memories_tiles_tiles tiles (
    .clk(clk),
    .\port$454$0 (weights0),
    .\port$905$0 (\$454 ),
    .read__addr(address0),
    .rst(rst),
    .write__addr(\$3 [6:0]),
    .\write__en$11 (enables0)
  );
  assign read__en = 1'h1;
  assign write0 = \$3 [6:0];
  assign write__addr = \$3 [6:0];
  assign write__data = { weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0, weights0 };
  assign write__en = enables0;
  assign read__data = { \$454 [2047:2040], \$454 [1791:1784], \$454 [1535:1528], \$454 [1279:1272], \$454 [1023:1016], \$454 [767:760], \$454 [511:504], \$454 [255:248], \$454 [2039:2032], \$454 [1783:1776], \$454 [1527:1520], \$454 [1271:1264], \$454 [1015:1008], \$454 [759:752], \$454 [503:496], \$454 [247:240], \$454 [2031:2024], \$454 [1775:1768], \$454 [1519:1512], \$454 [1263:1256], \$454 [1007:1000], \$454 [751:744], \$454 [495:488], \$454 [239:232], \$454 [2023:2016], \$454 [1767:1760], \$454 [1511:1504], \$454 [1255:1248], \$454 [999:992], \$454 [743:736], \$454 [487:480], \$454 [231:224], \$454 [2015:2008], \$454 [1759:1752], \$454 [1503:1496], \$454 [1247:1240], \$454 [991:984], \$454 [735:728], \$454 [479:472], \$454 [223:216], \$454 [2007:2000], \$454 [1751:1744], \$454 [1495:1488], \$454 [1239:1232], \$454 [983:976], \$454 [727:720], \$454 [471:464], \$454 [215:208], \$454 [1999:1992], \$454 [1743:1736], \$454 [1487:1480], \$454 [1231:1224], \$454 [975:968], \$454 [719:712], \$454 [463:456], \$454 [207:200], \$454 [1991:1984], \$454 [1735:1728], \$454 [1479:1472], \$454 [1223:1216], \$454 [967:960], \$454 [711:704], \$454 [455:448], \$454 [199:192], \$454 [1983:1976], \$454 [1727:1720], \$454 [1471:1464], \$454 [1215:1208], \$454 [959:952], \$454 [703:696], \$454 [447:440], \$454 [191:184], \$454 [1975:1968], \$454 [1719:1712], \$454 [1463:1456], \$454 [1207:1200], \$454 [951:944], \$454 [695:688], \$454 [439:432], \$454 [183:176], \$454 [1967:1960], \$454 [1711:1704], \$454 [1455:1448], \$454 [1199:1192], \$454 [943:936], \$454 [687:680], \$454 [431:424], \$454 [175:168], \$454 [1959:1952], \$454 [1703:1696], \$454 [1447:1440], \$454 [1191:1184], \$454 [935:928], \$454 [679:672], \$454 [423:416], \$454 [167:160], \$454 [1951:1944], \$454 [1695:1688], \$454 [1439:1432], \$454 [1183:1176], \$454 [927:920], \$454 [671:664], \$454 [415:408], \$454 [159:152], \$454 [1943:1936], \$454 [1687:1680], \$454 [1431:1424], \$454 [1175:1168], \$454 [919:912], \$454 [663:656], \$454 [407:400], \$454 [151:144], \$454 [1935:1928], \$454 [1679:1672], \$454 [1423:1416], \$454 [1167:1160], \$454 [911:904], \$454 [655:648], \$454 [399:392], \$454 [143:136], \$454 [1927:1920], \$454 [1671:1664], \$454 [1415:1408], \$454 [1159:1152], \$454 [903:896], \$454 [647:640], \$454 [391:384], \$454 [135:128], \$454 [1919:1912], \$454 [1663:1656], \$454 [1407:1400], \$454 [1151:1144], \$454 [895:888], \$454 [639:632], \$454 [383:376], \$454 [127:120], \$454 [1911:1904], \$454 [1655:1648], \$454 [1399:1392], \$454 [1143:1136], \$454 [887:880], \$454 [631:624], \$454 [375:368], \$454 [119:112], \$454 [1903:1896], \$454 [1647:1640], \$454 [1391:1384], \$454 [1135:1128], \$454 [879:872], \$454 [623:616], \$454 [367:360], \$454 [111:104], \$454 [1895:1888], \$454 [1639:1632], \$454 [1383:1376], \$454 [1127:1120], \$454 [871:864], \$454 [615:608], \$454 [359:352], \$454 [103:96], \$454 [1887:1880], \$454 [1631:1624], \$454 [1375:1368], \$454 [1119:1112], \$454 [863:856], \$454 [607:600], \$454 [351:344], \$454 [95:88], \$454 [1879:1872], \$454 [1623:1616], \$454 [1367:1360], \$454 [1111:1104], \$454 [855:848], \$454 [599:592], \$454 [343:336], \$454 [87:80], \$454 [1871:1864], \$454 [1615:1608], \$454 [1359:1352], \$454 [1103:1096], \$454 [847:840], \$454 [591:584], \$454 [335:328], \$454 [79:72], \$454 [1863:1856], \$454 [1607:1600], \$454 [1351:1344], \$454 [1095:1088], \$454 [839:832], \$454 [583:576], \$454 [327:320], \$454 [71:64], \$454 [1855:1848], \$454 [1599:1592], \$454 [1343:1336], \$454 [1087:1080], \$454 [831:824], \$454 [575:568], \$454 [319:312], \$454 [63:56], \$454 [1847:1840], \$454 [1591:1584], \$454 [1335:1328], \$454 [1079:1072], \$454 [823:816], \$454 [567:560], \$454 [311:304], \$454 [55:48], \$454 [1839:1832], \$454 [1583:1576], \$454 [1327:1320], \$454 [1071:1064], \$454 [815:808], \$454 [559:552], \$454 [303:296], \$454 [47:40], \$454 [1831:1824], \$454 [1575:1568], \$454 [1319:1312], \$454 [1063:1056], \$454 [807:800], \$454 [551:544], \$454 [295:288], \$454 [39:32], \$454 [1823:1816], \$454 [1567:1560], \$454 [1311:1304], \$454 [1055:1048], \$454 [799:792], \$454 [543:536], \$454 [287:280], \$454 [31:24], \$454 [1815:1808], \$454 [1559:1552], \$454 [1303:1296], \$454 [1047:1040], \$454 [791:784], \$454 [535:528], \$454 [279:272], \$454 [23:16], \$454 [1807:1800], \$454 [1551:1544], \$454 [1295:1288], \$454 [1039:1032], \$454 [783:776], \$454 [527:520], \$454 [271:264], \$454 [15:8], \$454 [1799:1792], \$454 [1543:1536], \$454 [1287:1280], \$454 [1031:1024], \$454 [775:768], \$454 [519:512], \$454 [263:256], \$454 [7:0] };
  assign \port$905$0  = \$454 ;
  assign enables0[63] = \$453 ;
  assign enables0[62] = \$446 ;
  assign enables0[61] = \$439 ;
  assign enables0[60] = \$432 ;
  assign enables0[59] = \$425 ;
  assign enables0[58] = \$418 ;
  assign enables0[57] = \$411 ;
  assign enables0[56] = \$404 ;
  assign enables0[55] = \$397 ;
  assign enables0[54] = \$390 ;
  assign enables0[53] = \$383 ;
  assign enables0[52] = \$376 ;
  assign enables0[51] = \$369 ;
  assign enables0[50] = \$362 ;
  assign enables0[49] = \$355 ;
  assign enables0[48] = \$348 ;
  assign enables0[47] = \$341 ;
  assign enables0[46] = \$334 ;
  assign enables0[45] = \$327 ;
  assign enables0[44] = \$320 ;
  assign enables0[43] = \$313 ;
  assign enables0[42] = \$306 ;
  assign enables0[41] = \$299 ;
  assign enables0[40] = \$292 ;
  assign enables0[39] = \$285 ;
  assign enables0[38] = \$278 ;
  assign enables0[37] = \$271 ;
  assign enables0[36] = \$264 ;
  assign enables0[35] = \$257 ;
  assign enables0[34] = \$250 ;
  assign enables0[33] = \$243 ;
  assign enables0[32] = \$236 ;
  assign enables0[31] = \$229 ;
  assign enables0[30] = \$222 ;
  assign enables0[29] = \$215 ;
  assign enables0[28] = \$208 ;
  assign enables0[27] = \$201 ;
  assign enables0[26] = \$194 ;
  assign enables0[25] = \$187 ;
  assign enables0[24] = \$180 ;
  assign enables0[23] = \$173 ;
  assign enables0[22] = \$166 ;
  assign enables0[21] = \$159 ;
  assign enables0[20] = \$152 ;
  assign enables0[19] = \$145 ;
  assign enables0[18] = \$138 ;
  assign enables0[17] = \$131 ;
  assign enables0[16] = \$124 ;
  assign enables0[15] = \$117 ;
  assign enables0[14] = \$110 ;
  assign enables0[13] = \$103 ;
  assign enables0[12] = \$96 ;
  assign enables0[11] = \$89 ;
  assign enables0[10] = \$82 ;
  assign enables0[9] = \$75 ;
  assign enables0[8] = \$68 ;
  assign enables0[7] = \$61 ;
  assign enables0[6] = \$54 ;
  assign enables0[5] = \$47 ;
  assign enables0[4] = \$40 ;
  assign enables0[3] = \$33 ;
  assign enables0[2] = \$26 ;
  assign enables0[1] = \$19 ;
  assign enables0[0] = \$12 ;
  assign \$460  = 6'h00;
  assign weights0 = write__weights;
  assign \$8  = write__pieces;
  assign \$15  = write__pieces;
  assign \$17  = write__segment;
  assign \$22  = write__pieces;
  assign \$29  = write__pieces;
  assign \$31  = write__segment;
  assign \$36  = write__pieces;
  assign \$43  = write__pieces;
  assign \$45  = write__segment;
  assign \$50  = write__pieces;
  assign \$57  = write__pieces;
  assign \$59  = write__segment;
  assign \$64  = write__pieces;
  assign \$71  = write__pieces;
  assign \$73  = write__segment;
  assign \$78  = write__pieces;
  assign \$85  = write__pieces;
  assign \$87  = write__segment;
  assign \$92  = write__pieces;
  assign \$99  = write__pieces;
  assign \$101  = write__segment;
  assign \$106  = write__pieces;
  assign \$113  = write__pieces;
  assign \$115  = write__segment;
  assign \$120  = write__pieces;
  assign \$127  = write__pieces;
  assign \$129  = write__segment;
  assign \$134  = write__pieces;
  assign \$141  = write__pieces;
  assign \$143  = write__segment;
  assign \$148  = write__pieces;
  assign \$155  = write__pieces;
  assign \$157  = write__segment;
  assign \$162  = write__pieces;
  assign \$169  = write__pieces;
  assign \$171  = write__segment;
  assign \$176  = write__pieces;
  assign \$183  = write__pieces;
  assign \$185  = write__segment;
  assign \$190  = write__pieces;
  assign \$197  = write__pieces;
  assign \$199  = write__segment;
  assign \$204  = write__pieces;
  assign \$211  = write__pieces;
  assign \$213  = write__segment;
  assign \$218  = write__pieces;
  assign \$225  = write__pieces;
  assign \$227  = write__segment;
  assign \$232  = write__pieces;
  assign \$239  = write__pieces;
  assign \$241  = write__segment;
  assign \$246  = write__pieces;
  assign \$253  = write__pieces;
  assign \$255  = write__segment;
  assign \$260  = write__pieces;
  assign \$267  = write__pieces;
  assign \$269  = write__segment;
  assign \$274  = write__pieces;
  assign \$281  = write__pieces;
  assign \$283  = write__segment;
  assign \$288  = write__pieces;
  assign \$295  = write__pieces;
  assign \$297  = write__segment;
  assign \$302  = write__pieces;
  assign \$309  = write__pieces;
  assign \$311  = write__segment;
  assign \$316  = write__pieces;
  assign \$323  = write__pieces;
  assign \$325  = write__segment;
  assign \$330  = write__pieces;
  assign \$337  = write__pieces;
  assign \$339  = write__segment;
  assign \$344  = write__pieces;
  assign \$351  = write__pieces;
  assign \$353  = write__segment;
  assign \$358  = write__pieces;
  assign \$365  = write__pieces;
  assign \$367  = write__segment;
  assign \$372  = write__pieces;
  assign \$379  = write__pieces;
  assign \$381  = write__segment;
  assign \$386  = write__pieces;
  assign \$393  = write__pieces;
  assign \$395  = write__segment;
  assign \$400  = write__pieces;
  assign \$407  = write__pieces;
  assign \$409  = write__segment;
  assign \$414  = write__pieces;
  assign \$421  = write__pieces;
  assign \$423  = write__segment;
  assign \$428  = write__pieces;
  assign \$435  = write__pieces;
  assign \$437  = write__segment;
  assign \$442  = write__pieces;
  assign \$449  = write__pieces;
  assign \$451  = write__segment;
endmodule

// bep_hw/gateware/memory/tiled.py
module bep_core_memories_tiles_tiles(rst, write__addr, \port$454$0 , \port$905$0 , read__addr, \write__en$11 , clk);
  wire [6:0] \$signature__addr ;
  wire [2047:0] \$signature__data ;
  wire \$signature__en ;
  input clk;
  input [31:0] \port$454$0 ;
  output [2047:0] \port$905$0 ;
  input [6:0] read__addr;
  wire [2047:0] read__data;
  wire read__en;
  input rst;
  input [6:0] write__addr;
  wire [2047:0] write__data;
  wire [255:0] write__en;
  input [63:0] \write__en$11 ;
  (* no_rw_check = 32'd1 *)
  (* ram_style = "block" *)
  reg [2047:0] memory [127:0];
  initial begin : zero_memory
    integer i;
    for (i = 0; i <= 127; i = i + 1)
      memory[i] = 0;
  end
  always @(posedge clk) begin
    if (\write__en$11 [0])
      memory[write__addr][7:0] <= \port$454$0 [7:0];
    if (\write__en$11 [2])
      memory[write__addr][15:8] <= \port$454$0 [7:0];
    if (\write__en$11 [4])
      memory[write__addr][23:16] <= \port$454$0 [7:0];
    if (\write__en$11 [6])
      memory[write__addr][31:24] <= \port$454$0 [7:0];
    if (\write__en$11 [8])
      memory[write__addr][39:32] <= \port$454$0 [7:0];
    if (\write__en$11 [10])
      memory[write__addr][47:40] <= \port$454$0 [7:0];
    if (\write__en$11 [12])
      memory[write__addr][55:48] <= \port$454$0 [7:0];
    if (\write__en$11 [14])
      memory[write__addr][63:56] <= \port$454$0 [7:0];
    if (\write__en$11 [16])
      memory[write__addr][71:64] <= \port$454$0 [7:0];
    if (\write__en$11 [18])
      memory[write__addr][79:72] <= \port$454$0 [7:0];
    if (\write__en$11 [20])
      memory[write__addr][87:80] <= \port$454$0 [7:0];
    if (\write__en$11 [22])
      memory[write__addr][95:88] <= \port$454$0 [7:0];
    if (\write__en$11 [24])
      memory[write__addr][103:96] <= \port$454$0 [7:0];
    if (\write__en$11 [26])
      memory[write__addr][111:104] <= \port$454$0 [7:0];
    if (\write__en$11 [28])
      memory[write__addr][119:112] <= \port$454$0 [7:0];
    if (\write__en$11 [30])
      memory[write__addr][127:120] <= \port$454$0 [7:0];
    if (\write__en$11 [32])
      memory[write__addr][135:128] <= \port$454$0 [7:0];
    if (\write__en$11 [34])
      memory[write__addr][143:136] <= \port$454$0 [7:0];
    if (\write__en$11 [36])
      memory[write__addr][151:144] <= \port$454$0 [7:0];
    if (\write__en$11 [38])
      memory[write__addr][159:152] <= \port$454$0 [7:0];
    if (\write__en$11 [40])
      memory[write__addr][167:160] <= \port$454$0 [7:0];
    if (\write__en$11 [42])
      memory[write__addr][175:168] <= \port$454$0 [7:0];
    if (\write__en$11 [44])
      memory[write__addr][183:176] <= \port$454$0 [7:0];
    if (\write__en$11 [46])
      memory[write__addr][191:184] <= \port$454$0 [7:0];
    if (\write__en$11 [48])
      memory[write__addr][199:192] <= \port$454$0 [7:0];
    if (\write__en$11 [50])
      memory[write__addr][207:200] <= \port$454$0 [7:0];
    if (\write__en$11 [52])
      memory[write__addr][215:208] <= \port$454$0 [7:0];
    if (\write__en$11 [54])
      memory[write__addr][223:216] <= \port$454$0 [7:0];
    if (\write__en$11 [56])
      memory[write__addr][231:224] <= \port$454$0 [7:0];
    if (\write__en$11 [58])
      memory[write__addr][239:232] <= \port$454$0 [7:0];
    if (\write__en$11 [60])
      memory[write__addr][247:240] <= \port$454$0 [7:0];
    if (\write__en$11 [62])
      memory[write__addr][255:248] <= \port$454$0 [7:0];
    if (\write__en$11 [0])
      memory[write__addr][263:256] <= \port$454$0 [15:8];
    if (\write__en$11 [2])
      memory[write__addr][271:264] <= \port$454$0 [15:8];
    if (\write__en$11 [4])
      memory[write__addr][279:272] <= \port$454$0 [15:8];
    if (\write__en$11 [6])
      memory[write__addr][287:280] <= \port$454$0 [15:8];
    if (\write__en$11 [8])
      memory[write__addr][295:288] <= \port$454$0 [15:8];
    if (\write__en$11 [10])
      memory[write__addr][303:296] <= \port$454$0 [15:8];
    if (\write__en$11 [12])
      memory[write__addr][311:304] <= \port$454$0 [15:8];
    if (\write__en$11 [14])
      memory[write__addr][319:312] <= \port$454$0 [15:8];
    if (\write__en$11 [16])
      memory[write__addr][327:320] <= \port$454$0 [15:8];
    if (\write__en$11 [18])
      memory[write__addr][335:328] <= \port$454$0 [15:8];
    if (\write__en$11 [20])
      memory[write__addr][343:336] <= \port$454$0 [15:8];
    if (\write__en$11 [22])
      memory[write__addr][351:344] <= \port$454$0 [15:8];
    if (\write__en$11 [24])
      memory[write__addr][359:352] <= \port$454$0 [15:8];
    if (\write__en$11 [26])
      memory[write__addr][367:360] <= \port$454$0 [15:8];
    if (\write__en$11 [28])
      memory[write__addr][375:368] <= \port$454$0 [15:8];
    if (\write__en$11 [30])
      memory[write__addr][383:376] <= \port$454$0 [15:8];
    if (\write__en$11 [32])
      memory[write__addr][391:384] <= \port$454$0 [15:8];
    if (\write__en$11 [34])
      memory[write__addr][399:392] <= \port$454$0 [15:8];
    if (\write__en$11 [36])
      memory[write__addr][407:400] <= \port$454$0 [15:8];
    if (\write__en$11 [38])
      memory[write__addr][415:408] <= \port$454$0 [15:8];
    if (\write__en$11 [40])
      memory[write__addr][423:416] <= \port$454$0 [15:8];
    if (\write__en$11 [42])
      memory[write__addr][431:424] <= \port$454$0 [15:8];
    if (\write__en$11 [44])
      memory[write__addr][439:432] <= \port$454$0 [15:8];
    if (\write__en$11 [46])
      memory[write__addr][447:440] <= \port$454$0 [15:8];
    if (\write__en$11 [48])
      memory[write__addr][455:448] <= \port$454$0 [15:8];
    if (\write__en$11 [50])
      memory[write__addr][463:456] <= \port$454$0 [15:8];
    if (\write__en$11 [52])
      memory[write__addr][471:464] <= \port$454$0 [15:8];
    if (\write__en$11 [54])
      memory[write__addr][479:472] <= \port$454$0 [15:8];
    if (\write__en$11 [56])
      memory[write__addr][487:480] <= \port$454$0 [15:8];
    if (\write__en$11 [58])
      memory[write__addr][495:488] <= \port$454$0 [15:8];
    if (\write__en$11 [60])
      memory[write__addr][503:496] <= \port$454$0 [15:8];
    if (\write__en$11 [62])
      memory[write__addr][511:504] <= \port$454$0 [15:8];
    if (\write__en$11 [0])
      memory[write__addr][519:512] <= \port$454$0 [23:16];
    if (\write__en$11 [2])
      memory[write__addr][527:520] <= \port$454$0 [23:16];
    if (\write__en$11 [4])
      memory[write__addr][535:528] <= \port$454$0 [23:16];
    if (\write__en$11 [6])
      memory[write__addr][543:536] <= \port$454$0 [23:16];
    if (\write__en$11 [8])
      memory[write__addr][551:544] <= \port$454$0 [23:16];
    if (\write__en$11 [10])
      memory[write__addr][559:552] <= \port$454$0 [23:16];
    if (\write__en$11 [12])
      memory[write__addr][567:560] <= \port$454$0 [23:16];
    if (\write__en$11 [14])
      memory[write__addr][575:568] <= \port$454$0 [23:16];
    if (\write__en$11 [16])
      memory[write__addr][583:576] <= \port$454$0 [23:16];
    if (\write__en$11 [18])
      memory[write__addr][591:584] <= \port$454$0 [23:16];
    if (\write__en$11 [20])
      memory[write__addr][599:592] <= \port$454$0 [23:16];
    if (\write__en$11 [22])
      memory[write__addr][607:600] <= \port$454$0 [23:16];
    if (\write__en$11 [24])
      memory[write__addr][615:608] <= \port$454$0 [23:16];
    if (\write__en$11 [26])
      memory[write__addr][623:616] <= \port$454$0 [23:16];
    if (\write__en$11 [28])
      memory[write__addr][631:624] <= \port$454$0 [23:16];
    if (\write__en$11 [30])
      memory[write__addr][639:632] <= \port$454$0 [23:16];
    if (\write__en$11 [32])
      memory[write__addr][647:640] <= \port$454$0 [23:16];
    if (\write__en$11 [34])
      memory[write__addr][655:648] <= \port$454$0 [23:16];
    if (\write__en$11 [36])
      memory[write__addr][663:656] <= \port$454$0 [23:16];
    if (\write__en$11 [38])
      memory[write__addr][671:664] <= \port$454$0 [23:16];
    if (\write__en$11 [40])
      memory[write__addr][679:672] <= \port$454$0 [23:16];
    if (\write__en$11 [42])
      memory[write__addr][687:680] <= \port$454$0 [23:16];
    if (\write__en$11 [44])
      memory[write__addr][695:688] <= \port$454$0 [23:16];
    if (\write__en$11 [46])
      memory[write__addr][703:696] <= \port$454$0 [23:16];
    if (\write__en$11 [48])
      memory[write__addr][711:704] <= \port$454$0 [23:16];
    if (\write__en$11 [50])
      memory[write__addr][719:712] <= \port$454$0 [23:16];
    if (\write__en$11 [52])
      memory[write__addr][727:720] <= \port$454$0 [23:16];
    if (\write__en$11 [54])
      memory[write__addr][735:728] <= \port$454$0 [23:16];
    if (\write__en$11 [56])
      memory[write__addr][743:736] <= \port$454$0 [23:16];
    if (\write__en$11 [58])
      memory[write__addr][751:744] <= \port$454$0 [23:16];
    if (\write__en$11 [60])
      memory[write__addr][759:752] <= \port$454$0 [23:16];
    if (\write__en$11 [62])
      memory[write__addr][767:760] <= \port$454$0 [23:16];
    if (\write__en$11 [0])
      memory[write__addr][775:768] <= \port$454$0 [31:24];
    if (\write__en$11 [2])
      memory[write__addr][783:776] <= \port$454$0 [31:24];
    if (\write__en$11 [4])
      memory[write__addr][791:784] <= \port$454$0 [31:24];
    if (\write__en$11 [6])
      memory[write__addr][799:792] <= \port$454$0 [31:24];
    if (\write__en$11 [8])
      memory[write__addr][807:800] <= \port$454$0 [31:24];
    if (\write__en$11 [10])
      memory[write__addr][815:808] <= \port$454$0 [31:24];
    if (\write__en$11 [12])
      memory[write__addr][823:816] <= \port$454$0 [31:24];
    if (\write__en$11 [14])
      memory[write__addr][831:824] <= \port$454$0 [31:24];
    if (\write__en$11 [16])
      memory[write__addr][839:832] <= \port$454$0 [31:24];
    if (\write__en$11 [18])
      memory[write__addr][847:840] <= \port$454$0 [31:24];
    if (\write__en$11 [20])
      memory[write__addr][855:848] <= \port$454$0 [31:24];
    if (\write__en$11 [22])
      memory[write__addr][863:856] <= \port$454$0 [31:24];
    if (\write__en$11 [24])
      memory[write__addr][871:864] <= \port$454$0 [31:24];
    if (\write__en$11 [26])
      memory[write__addr][879:872] <= \port$454$0 [31:24];
    if (\write__en$11 [28])
      memory[write__addr][887:880] <= \port$454$0 [31:24];
    if (\write__en$11 [30])
      memory[write__addr][895:888] <= \port$454$0 [31:24];
    if (\write__en$11 [32])
      memory[write__addr][903:896] <= \port$454$0 [31:24];
    if (\write__en$11 [34])
      memory[write__addr][911:904] <= \port$454$0 [31:24];
    if (\write__en$11 [36])
      memory[write__addr][919:912] <= \port$454$0 [31:24];
    if (\write__en$11 [38])
      memory[write__addr][927:920] <= \port$454$0 [31:24];
    if (\write__en$11 [40])
      memory[write__addr][935:928] <= \port$454$0 [31:24];
    if (\write__en$11 [42])
      memory[write__addr][943:936] <= \port$454$0 [31:24];
    if (\write__en$11 [44])
      memory[write__addr][951:944] <= \port$454$0 [31:24];
    if (\write__en$11 [46])
      memory[write__addr][959:952] <= \port$454$0 [31:24];
    if (\write__en$11 [48])
      memory[write__addr][967:960] <= \port$454$0 [31:24];
    if (\write__en$11 [50])
      memory[write__addr][975:968] <= \port$454$0 [31:24];
    if (\write__en$11 [52])
      memory[write__addr][983:976] <= \port$454$0 [31:24];
    if (\write__en$11 [54])
      memory[write__addr][991:984] <= \port$454$0 [31:24];
    if (\write__en$11 [56])
      memory[write__addr][999:992] <= \port$454$0 [31:24];
    if (\write__en$11 [58])
      memory[write__addr][1007:1000] <= \port$454$0 [31:24];
    if (\write__en$11 [60])
      memory[write__addr][1015:1008] <= \port$454$0 [31:24];
    if (\write__en$11 [62])
      memory[write__addr][1023:1016] <= \port$454$0 [31:24];
    if (\write__en$11 [1])
      memory[write__addr][1031:1024] <= \port$454$0 [7:0];
    if (\write__en$11 [3])
      memory[write__addr][1039:1032] <= \port$454$0 [7:0];
    if (\write__en$11 [5])
      memory[write__addr][1047:1040] <= \port$454$0 [7:0];
    if (\write__en$11 [7])
      memory[write__addr][1055:1048] <= \port$454$0 [7:0];
    if (\write__en$11 [9])
      memory[write__addr][1063:1056] <= \port$454$0 [7:0];
    if (\write__en$11 [11])
      memory[write__addr][1071:1064] <= \port$454$0 [7:0];
    if (\write__en$11 [13])
      memory[write__addr][1079:1072] <= \port$454$0 [7:0];
    if (\write__en$11 [15])
      memory[write__addr][1087:1080] <= \port$454$0 [7:0];
    if (\write__en$11 [17])
      memory[write__addr][1095:1088] <= \port$454$0 [7:0];
    if (\write__en$11 [19])
      memory[write__addr][1103:1096] <= \port$454$0 [7:0];
    if (\write__en$11 [21])
      memory[write__addr][1111:1104] <= \port$454$0 [7:0];
    if (\write__en$11 [23])
      memory[write__addr][1119:1112] <= \port$454$0 [7:0];
    if (\write__en$11 [25])
      memory[write__addr][1127:1120] <= \port$454$0 [7:0];
    if (\write__en$11 [27])
      memory[write__addr][1135:1128] <= \port$454$0 [7:0];
    if (\write__en$11 [29])
      memory[write__addr][1143:1136] <= \port$454$0 [7:0];
    if (\write__en$11 [31])
      memory[write__addr][1151:1144] <= \port$454$0 [7:0];
    if (\write__en$11 [33])
      memory[write__addr][1159:1152] <= \port$454$0 [7:0];
    if (\write__en$11 [35])
      memory[write__addr][1167:1160] <= \port$454$0 [7:0];
    if (\write__en$11 [37])
      memory[write__addr][1175:1168] <= \port$454$0 [7:0];
    if (\write__en$11 [39])
      memory[write__addr][1183:1176] <= \port$454$0 [7:0];
    if (\write__en$11 [41])
      memory[write__addr][1191:1184] <= \port$454$0 [7:0];
    if (\write__en$11 [43])
      memory[write__addr][1199:1192] <= \port$454$0 [7:0];
    if (\write__en$11 [45])
      memory[write__addr][1207:1200] <= \port$454$0 [7:0];
    if (\write__en$11 [47])
      memory[write__addr][1215:1208] <= \port$454$0 [7:0];
    if (\write__en$11 [49])
      memory[write__addr][1223:1216] <= \port$454$0 [7:0];
    if (\write__en$11 [51])
      memory[write__addr][1231:1224] <= \port$454$0 [7:0];
    if (\write__en$11 [53])
      memory[write__addr][1239:1232] <= \port$454$0 [7:0];
    if (\write__en$11 [55])
      memory[write__addr][1247:1240] <= \port$454$0 [7:0];
    if (\write__en$11 [57])
      memory[write__addr][1255:1248] <= \port$454$0 [7:0];
    if (\write__en$11 [59])
      memory[write__addr][1263:1256] <= \port$454$0 [7:0];
    if (\write__en$11 [61])
      memory[write__addr][1271:1264] <= \port$454$0 [7:0];
    if (\write__en$11 [63])
      memory[write__addr][1279:1272] <= \port$454$0 [7:0];
    if (\write__en$11 [1])
      memory[write__addr][1287:1280] <= \port$454$0 [15:8];
    if (\write__en$11 [3])
      memory[write__addr][1295:1288] <= \port$454$0 [15:8];
    if (\write__en$11 [5])
      memory[write__addr][1303:1296] <= \port$454$0 [15:8];
    if (\write__en$11 [7])
      memory[write__addr][1311:1304] <= \port$454$0 [15:8];
    if (\write__en$11 [9])
      memory[write__addr][1319:1312] <= \port$454$0 [15:8];
    if (\write__en$11 [11])
      memory[write__addr][1327:1320] <= \port$454$0 [15:8];
    if (\write__en$11 [13])
      memory[write__addr][1335:1328] <= \port$454$0 [15:8];
    if (\write__en$11 [15])
      memory[write__addr][1343:1336] <= \port$454$0 [15:8];
    if (\write__en$11 [17])
      memory[write__addr][1351:1344] <= \port$454$0 [15:8];
    if (\write__en$11 [19])
      memory[write__addr][1359:1352] <= \port$454$0 [15:8];
    if (\write__en$11 [21])
      memory[write__addr][1367:1360] <= \port$454$0 [15:8];
    if (\write__en$11 [23])
      memory[write__addr][1375:1368] <= \port$454$0 [15:8];
    if (\write__en$11 [25])
      memory[write__addr][1383:1376] <= \port$454$0 [15:8];
    if (\write__en$11 [27])
      memory[write__addr][1391:1384] <= \port$454$0 [15:8];
    if (\write__en$11 [29])
      memory[write__addr][1399:1392] <= \port$454$0 [15:8];
    if (\write__en$11 [31])
      memory[write__addr][1407:1400] <= \port$454$0 [15:8];
    if (\write__en$11 [33])
      memory[write__addr][1415:1408] <= \port$454$0 [15:8];
    if (\write__en$11 [35])
      memory[write__addr][1423:1416] <= \port$454$0 [15:8];
    if (\write__en$11 [37])
      memory[write__addr][1431:1424] <= \port$454$0 [15:8];
    if (\write__en$11 [39])
      memory[write__addr][1439:1432] <= \port$454$0 [15:8];
    if (\write__en$11 [41])
      memory[write__addr][1447:1440] <= \port$454$0 [15:8];
    if (\write__en$11 [43])
      memory[write__addr][1455:1448] <= \port$454$0 [15:8];
    if (\write__en$11 [45])
      memory[write__addr][1463:1456] <= \port$454$0 [15:8];
    if (\write__en$11 [47])
      memory[write__addr][1471:1464] <= \port$454$0 [15:8];
    if (\write__en$11 [49])
      memory[write__addr][1479:1472] <= \port$454$0 [15:8];
    if (\write__en$11 [51])
      memory[write__addr][1487:1480] <= \port$454$0 [15:8];
    if (\write__en$11 [53])
      memory[write__addr][1495:1488] <= \port$454$0 [15:8];
    if (\write__en$11 [55])
      memory[write__addr][1503:1496] <= \port$454$0 [15:8];
    if (\write__en$11 [57])
      memory[write__addr][1511:1504] <= \port$454$0 [15:8];
    if (\write__en$11 [59])
      memory[write__addr][1519:1512] <= \port$454$0 [15:8];
    if (\write__en$11 [61])
      memory[write__addr][1527:1520] <= \port$454$0 [15:8];
    if (\write__en$11 [63])
      memory[write__addr][1535:1528] <= \port$454$0 [15:8];
    if (\write__en$11 [1])
      memory[write__addr][1543:1536] <= \port$454$0 [23:16];
    if (\write__en$11 [3])
      memory[write__addr][1551:1544] <= \port$454$0 [23:16];
    if (\write__en$11 [5])
      memory[write__addr][1559:1552] <= \port$454$0 [23:16];
    if (\write__en$11 [7])
      memory[write__addr][1567:1560] <= \port$454$0 [23:16];
    if (\write__en$11 [9])
      memory[write__addr][1575:1568] <= \port$454$0 [23:16];
    if (\write__en$11 [11])
      memory[write__addr][1583:1576] <= \port$454$0 [23:16];
    if (\write__en$11 [13])
      memory[write__addr][1591:1584] <= \port$454$0 [23:16];
    if (\write__en$11 [15])
      memory[write__addr][1599:1592] <= \port$454$0 [23:16];
    if (\write__en$11 [17])
      memory[write__addr][1607:1600] <= \port$454$0 [23:16];
    if (\write__en$11 [19])
      memory[write__addr][1615:1608] <= \port$454$0 [23:16];
    if (\write__en$11 [21])
      memory[write__addr][1623:1616] <= \port$454$0 [23:16];
    if (\write__en$11 [23])
      memory[write__addr][1631:1624] <= \port$454$0 [23:16];
    if (\write__en$11 [25])
      memory[write__addr][1639:1632] <= \port$454$0 [23:16];
    if (\write__en$11 [27])
      memory[write__addr][1647:1640] <= \port$454$0 [23:16];
    if (\write__en$11 [29])
      memory[write__addr][1655:1648] <= \port$454$0 [23:16];
    if (\write__en$11 [31])
      memory[write__addr][1663:1656] <= \port$454$0 [23:16];
    if (\write__en$11 [33])
      memory[write__addr][1671:1664] <= \port$454$0 [23:16];
    if (\write__en$11 [35])
      memory[write__addr][1679:1672] <= \port$454$0 [23:16];
    if (\write__en$11 [37])
      memory[write__addr][1687:1680] <= \port$454$0 [23:16];
    if (\write__en$11 [39])
      memory[write__addr][1695:1688] <= \port$454$0 [23:16];
    if (\write__en$11 [41])
      memory[write__addr][1703:1696] <= \port$454$0 [23:16];
    if (\write__en$11 [43])
      memory[write__addr][1711:1704] <= \port$454$0 [23:16];
    if (\write__en$11 [45])
      memory[write__addr][1719:1712] <= \port$454$0 [23:16];
    if (\write__en$11 [47])
      memory[write__addr][1727:1720] <= \port$454$0 [23:16];
    if (\write__en$11 [49])
      memory[write__addr][1735:1728] <= \port$454$0 [23:16];
    if (\write__en$11 [51])
      memory[write__addr][1743:1736] <= \port$454$0 [23:16];
    if (\write__en$11 [53])
      memory[write__addr][1751:1744] <= \port$454$0 [23:16];
    if (\write__en$11 [55])
      memory[write__addr][1759:1752] <= \port$454$0 [23:16];
    if (\write__en$11 [57])
      memory[write__addr][1767:1760] <= \port$454$0 [23:16];
    if (\write__en$11 [59])
      memory[write__addr][1775:1768] <= \port$454$0 [23:16];
    if (\write__en$11 [61])
      memory[write__addr][1783:1776] <= \port$454$0 [23:16];
    if (\write__en$11 [63])
      memory[write__addr][1791:1784] <= \port$454$0 [23:16];
    if (\write__en$11 [1])
      memory[write__addr][1799:1792] <= \port$454$0 [31:24];
    if (\write__en$11 [3])
      memory[write__addr][1807:1800] <= \port$454$0 [31:24];
    if (\write__en$11 [5])
      memory[write__addr][1815:1808] <= \port$454$0 [31:24];
    if (\write__en$11 [7])
      memory[write__addr][1823:1816] <= \port$454$0 [31:24];
    if (\write__en$11 [9])
      memory[write__addr][1831:1824] <= \port$454$0 [31:24];
    if (\write__en$11 [11])
      memory[write__addr][1839:1832] <= \port$454$0 [31:24];
    if (\write__en$11 [13])
      memory[write__addr][1847:1840] <= \port$454$0 [31:24];
    if (\write__en$11 [15])
      memory[write__addr][1855:1848] <= \port$454$0 [31:24];
    if (\write__en$11 [17])
      memory[write__addr][1863:1856] <= \port$454$0 [31:24];
    if (\write__en$11 [19])
      memory[write__addr][1871:1864] <= \port$454$0 [31:24];
    if (\write__en$11 [21])
      memory[write__addr][1879:1872] <= \port$454$0 [31:24];
    if (\write__en$11 [23])
      memory[write__addr][1887:1880] <= \port$454$0 [31:24];
    if (\write__en$11 [25])
      memory[write__addr][1895:1888] <= \port$454$0 [31:24];
    if (\write__en$11 [27])
      memory[write__addr][1903:1896] <= \port$454$0 [31:24];
    if (\write__en$11 [29])
      memory[write__addr][1911:1904] <= \port$454$0 [31:24];
    if (\write__en$11 [31])
      memory[write__addr][1919:1912] <= \port$454$0 [31:24];
    if (\write__en$11 [33])
      memory[write__addr][1927:1920] <= \port$454$0 [31:24];
    if (\write__en$11 [35])
      memory[write__addr][1935:1928] <= \port$454$0 [31:24];
    if (\write__en$11 [37])
      memory[write__addr][1943:1936] <= \port$454$0 [31:24];
    if (\write__en$11 [39])
      memory[write__addr][1951:1944] <= \port$454$0 [31:24];
    if (\write__en$11 [41])
      memory[write__addr][1959:1952] <= \port$454$0 [31:24];
    if (\write__en$11 [43])
      memory[write__addr][1967:1960] <= \port$454$0 [31:24];
    if (\write__en$11 [45])
      memory[write__addr][1975:1968] <= \port$454$0 [31:24];
    if (\write__en$11 [47])
      memory[write__addr][1983:1976] <= \port$454$0 [31:24];
    if (\write__en$11 [49])
      memory[write__addr][1991:1984] <= \port$454$0 [31:24];
    if (\write__en$11 [51])
      memory[write__addr][1999:1992] <= \port$454$0 [31:24];
    if (\write__en$11 [53])
      memory[write__addr][2007:2000] <= \port$454$0 [31:24];
    if (\write__en$11 [55])
      memory[write__addr][2015:2008] <= \port$454$0 [31:24];
    if (\write__en$11 [57])
      memory[write__addr][2023:2016] <= \port$454$0 [31:24];
    if (\write__en$11 [59])
      memory[write__addr][2031:2024] <= \port$454$0 [31:24];
    if (\write__en$11 [61])
      memory[write__addr][2039:2032] <= \port$454$0 [31:24];
    if (\write__en$11 [63])
      memory[write__addr][2047:2040] <= \port$454$0 [31:24];
  end
  reg [2047:0] _0_;
  always @(posedge clk) begin
    _0_ <= memory[read__addr];
  end
  assign \$signature__data  = _0_;
  assign \$signature__addr  = read__addr;
  assign \$signature__en  = 1'h1;
  assign read__en = 1'h1;
  assign read__data = { \$signature__data [2047:2040], \$signature__data [1791:1784], \$signature__data [1535:1528], \$signature__data [1279:1272], \$signature__data [1023:1016], \$signature__data [767:760], \$signature__data [511:504], \$signature__data [255:248], \$signature__data [2039:2032], \$signature__data [1783:1776], \$signature__data [1527:1520], \$signature__data [1271:1264], \$signature__data [1015:1008], \$signature__data [759:752], \$signature__data [503:496], \$signature__data [247:240], \$signature__data [2031:2024], \$signature__data [1775:1768], \$signature__data [1519:1512], \$signature__data [1263:1256], \$signature__data [1007:1000], \$signature__data [751:744], \$signature__data [495:488], \$signature__data [239:232], \$signature__data [2023:2016], \$signature__data [1767:1760], \$signature__data [1511:1504], \$signature__data [1255:1248], \$signature__data [999:992], \$signature__data [743:736], \$signature__data [487:480], \$signature__data [231:224], \$signature__data [2015:2008], \$signature__data [1759:1752], \$signature__data [1503:1496], \$signature__data [1247:1240], \$signature__data [991:984], \$signature__data [735:728], \$signature__data [479:472], \$signature__data [223:216], \$signature__data [2007:2000], \$signature__data [1751:1744], \$signature__data [1495:1488], \$signature__data [1239:1232], \$signature__data [983:976], \$signature__data [727:720], \$signature__data [471:464], \$signature__data [215:208], \$signature__data [1999:1992], \$signature__data [1743:1736], \$signature__data [1487:1480], \$signature__data [1231:1224], \$signature__data [975:968], \$signature__data [719:712], \$signature__data [463:456], \$signature__data [207:200], \$signature__data [1991:1984], \$signature__data [1735:1728], \$signature__data [1479:1472], \$signature__data [1223:1216], \$signature__data [967:960], \$signature__data [711:704], \$signature__data [455:448], \$signature__data [199:192], \$signature__data [1983:1976], \$signature__data [1727:1720], \$signature__data [1471:1464], \$signature__data [1215:1208], \$signature__data [959:952], \$signature__data [703:696], \$signature__data [447:440], \$signature__data [191:184], \$signature__data [1975:1968], \$signature__data [1719:1712], \$signature__data [1463:1456], \$signature__data [1207:1200], \$signature__data [951:944], \$signature__data [695:688], \$signature__data [439:432], \$signature__data [183:176], \$signature__data [1967:1960], \$signature__data [1711:1704], \$signature__data [1455:1448], \$signature__data [1199:1192], \$signature__data [943:936], \$signature__data [687:680], \$signature__data [431:424], \$signature__data [175:168], \$signature__data [1959:1952], \$signature__data [1703:1696], \$signature__data [1447:1440], \$signature__data [1191:1184], \$signature__data [935:928], \$signature__data [679:672], \$signature__data [423:416], \$signature__data [167:160], \$signature__data [1951:1944], \$signature__data [1695:1688], \$signature__data [1439:1432], \$signature__data [1183:1176], \$signature__data [927:920], \$signature__data [671:664], \$signature__data [415:408], \$signature__data [159:152], \$signature__data [1943:1936], \$signature__data [1687:1680], \$signature__data [1431:1424], \$signature__data [1175:1168], \$signature__data [919:912], \$signature__data [663:656], \$signature__data [407:400], \$signature__data [151:144], \$signature__data [1935:1928], \$signature__data [1679:1672], \$signature__data [1423:1416], \$signature__data [1167:1160], \$signature__data [911:904], \$signature__data [655:648], \$signature__data [399:392], \$signature__data [143:136], \$signature__data [1927:1920], \$signature__data [1671:1664], \$signature__data [1415:1408], \$signature__data [1159:1152], \$signature__data [903:896], \$signature__data [647:640], \$signature__data [391:384], \$signature__data [135:128], \$signature__data [1919:1912], \$signature__data [1663:1656], \$signature__data [1407:1400], \$signature__data [1151:1144], \$signature__data [895:888], \$signature__data [639:632], \$signature__data [383:376], \$signature__data [127:120], \$signature__data [1911:1904], \$signature__data [1655:1648], \$signature__data [1399:1392], \$signature__data [1143:1136], \$signature__data [887:880], \$signature__data [631:624], \$signature__data [375:368], \$signature__data [119:112], \$signature__data [1903:1896], \$signature__data [1647:1640], \$signature__data [1391:1384], \$signature__data [1135:1128], \$signature__data [879:872], \$signature__data [623:616], \$signature__data [367:360], \$signature__data [111:104], \$signature__data [1895:1888], \$signature__data [1639:1632], \$signature__data [1383:1376], \$signature__data [1127:1120], \$signature__data [871:864], \$signature__data [615:608], \$signature__data [359:352], \$signature__data [103:96], \$signature__data [1887:1880], \$signature__data [1631:1624], \$signature__data [1375:1368], \$signature__data [1119:1112], \$signature__data [863:856], \$signature__data [607:600], \$signature__data [351:344], \$signature__data [95:88], \$signature__data [1879:1872], \$signature__data [1623:1616], \$signature__data [1367:1360], \$signature__data [1111:1104], \$signature__data [855:848], \$signature__data [599:592], \$signature__data [343:336], \$signature__data [87:80], \$signature__data [1871:1864], \$signature__data [1615:1608], \$signature__data [1359:1352], \$signature__data [1103:1096], \$signature__data [847:840], \$signature__data [591:584], \$signature__data [335:328], \$signature__data [79:72], \$signature__data [1863:1856], \$signature__data [1607:1600], \$signature__data [1351:1344], \$signature__data [1095:1088], \$signature__data [839:832], \$signature__data [583:576], \$signature__data [327:320], \$signature__data [71:64], \$signature__data [1855:1848], \$signature__data [1599:1592], \$signature__data [1343:1336], \$signature__data [1087:1080], \$signature__data [831:824], \$signature__data [575:568], \$signature__data [319:312], \$signature__data [63:56], \$signature__data [1847:1840], \$signature__data [1591:1584], \$signature__data [1335:1328], \$signature__data [1079:1072], \$signature__data [823:816], \$signature__data [567:560], \$signature__data [311:304], \$signature__data [55:48], \$signature__data [1839:1832], \$signature__data [1583:1576], \$signature__data [1327:1320], \$signature__data [1071:1064], \$signature__data [815:808], \$signature__data [559:552], \$signature__data [303:296], \$signature__data [47:40], \$signature__data [1831:1824], \$signature__data [1575:1568], \$signature__data [1319:1312], \$signature__data [1063:1056], \$signature__data [807:800], \$signature__data [551:544], \$signature__data [295:288], \$signature__data [39:32], \$signature__data [1823:1816], \$signature__data [1567:1560], \$signature__data [1311:1304], \$signature__data [1055:1048], \$signature__data [799:792], \$signature__data [543:536], \$signature__data [287:280], \$signature__data [31:24], \$signature__data [1815:1808], \$signature__data [1559:1552], \$signature__data [1303:1296], \$signature__data [1047:1040], \$signature__data [791:784], \$signature__data [535:528], \$signature__data [279:272], \$signature__data [23:16], \$signature__data [1807:1800], \$signature__data [1551:1544], \$signature__data [1295:1288], \$signature__data [1039:1032], \$signature__data [783:776], \$signature__data [527:520], \$signature__data [271:264], \$signature__data [15:8], \$signature__data [1799:1792], \$signature__data [1543:1536], \$signature__data [1287:1280], \$signature__data [1031:1024], \$signature__data [775:768], \$signature__data [519:512], \$signature__data [263:256], \$signature__data [7:0] };
  assign write__data = { \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:24], \port$454$0 [31:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:16], \port$454$0 [23:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:8], \port$454$0 [15:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0], \port$454$0 [7:0] };
  assign write__en = { \write__en$11 [63], \write__en$11 [61], \write__en$11 [59], \write__en$11 [57], \write__en$11 [55], \write__en$11 [53], \write__en$11 [51], \write__en$11 [49], \write__en$11 [47], \write__en$11 [45], \write__en$11 [43], \write__en$11 [41], \write__en$11 [39], \write__en$11 [37], \write__en$11 [35], \write__en$11 [33], \write__en$11 [31], \write__en$11 [29], \write__en$11 [27], \write__en$11 [25], \write__en$11 [23], \write__en$11 [21], \write__en$11 [19], \write__en$11 [17], \write__en$11 [15], \write__en$11 [13], \write__en$11 [11], \write__en$11 [9], \write__en$11 [7], \write__en$11 [5], \write__en$11 [3], \write__en$11 [1], \write__en$11 [63], \write__en$11 [61], \write__en$11 [59], \write__en$11 [57], \write__en$11 [55], \write__en$11 [53], \write__en$11 [51], \write__en$11 [49], \write__en$11 [47], \write__en$11 [45], \write__en$11 [43], \write__en$11 [41], \write__en$11 [39], \write__en$11 [37], \write__en$11 [35], \write__en$11 [33], \write__en$11 [31], \write__en$11 [29], \write__en$11 [27], \write__en$11 [25], \write__en$11 [23], \write__en$11 [21], \write__en$11 [19], \write__en$11 [17], \write__en$11 [15], \write__en$11 [13], \write__en$11 [11], \write__en$11 [9], \write__en$11 [7], \write__en$11 [5], \write__en$11 [3], \write__en$11 [1], \write__en$11 [63], \write__en$11 [61], \write__en$11 [59], \write__en$11 [57], \write__en$11 [55], \write__en$11 [53], \write__en$11 [51], \write__en$11 [49], \write__en$11 [47], \write__en$11 [45], \write__en$11 [43], \write__en$11 [41], \write__en$11 [39], \write__en$11 [37], \write__en$11 [35], \write__en$11 [33], \write__en$11 [31], \write__en$11 [29], \write__en$11 [27], \write__en$11 [25], \write__en$11 [23], \write__en$11 [21], \write__en$11 [19], \write__en$11 [17], \write__en$11 [15], \write__en$11 [13], \write__en$11 [11], \write__en$11 [9], \write__en$11 [7], \write__en$11 [5], \write__en$11 [3], \write__en$11 [1], \write__en$11 [63], \write__en$11 [61], \write__en$11 [59], \write__en$11 [57], \write__en$11 [55], \write__en$11 [53], \write__en$11 [51], \write__en$11 [49], \write__en$11 [47], \write__en$11 [45], \write__en$11 [43], \write__en$11 [41], \write__en$11 [39], \write__en$11 [37], \write__en$11 [35], \write__en$11 [33], \write__en$11 [31], \write__en$11 [29], \write__en$11 [27], \write__en$11 [25], \write__en$11 [23], \write__en$11 [21], \write__en$11 [19], \write__en$11 [17], \write__en$11 [15], \write__en$11 [13], \write__en$11 [11], \write__en$11 [9], \write__en$11 [7], \write__en$11 [5], \write__en$11 [3], \write__en$11 [1], \write__en$11 [62], \write__en$11 [60], \write__en$11 [58], \write__en$11 [56], \write__en$11 [54], \write__en$11 [52], \write__en$11 [50], \write__en$11 [48], \write__en$11 [46], \write__en$11 [44], \write__en$11 [42], \write__en$11 [40], \write__en$11 [38], \write__en$11 [36], \write__en$11 [34], \write__en$11 [32], \write__en$11 [30], \write__en$11 [28], \write__en$11 [26], \write__en$11 [24], \write__en$11 [22], \write__en$11 [20], \write__en$11 [18], \write__en$11 [16], \write__en$11 [14], \write__en$11 [12], \write__en$11 [10], \write__en$11 [8], \write__en$11 [6], \write__en$11 [4], \write__en$11 [2], \write__en$11 [0], \write__en$11 [62], \write__en$11 [60], \write__en$11 [58], \write__en$11 [56], \write__en$11 [54], \write__en$11 [52], \write__en$11 [50], \write__en$11 [48], \write__en$11 [46], \write__en$11 [44], \write__en$11 [42], \write__en$11 [40], \write__en$11 [38], \write__en$11 [36], \write__en$11 [34], \write__en$11 [32], \write__en$11 [30], \write__en$11 [28], \write__en$11 [26], \write__en$11 [24], \write__en$11 [22], \write__en$11 [20], \write__en$11 [18], \write__en$11 [16], \write__en$11 [14], \write__en$11 [12], \write__en$11 [10], \write__en$11 [8], \write__en$11 [6], \write__en$11 [4], \write__en$11 [2], \write__en$11 [0], \write__en$11 [62], \write__en$11 [60], \write__en$11 [58], \write__en$11 [56], \write__en$11 [54], \write__en$11 [52], \write__en$11 [50], \write__en$11 [48], \write__en$11 [46], \write__en$11 [44], \write__en$11 [42], \write__en$11 [40], \write__en$11 [38], \write__en$11 [36], \write__en$11 [34], \write__en$11 [32], \write__en$11 [30], \write__en$11 [28], \write__en$11 [26], \write__en$11 [24], \write__en$11 [22], \write__en$11 [20], \write__en$11 [18], \write__en$11 [16], \write__en$11 [14], \write__en$11 [12], \write__en$11 [10], \write__en$11 [8], \write__en$11 [6], \write__en$11 [4], \write__en$11 [2], \write__en$11 [0], \write__en$11 [62], \write__en$11 [60], \write__en$11 [58], \write__en$11 [56], \write__en$11 [54], \write__en$11 [52], \write__en$11 [50], \write__en$11 [48], \write__en$11 [46], \write__en$11 [44], \write__en$11 [42], \write__en$11 [40], \write__en$11 [38], \write__en$11 [36], \write__en$11 [34], \write__en$11 [32], \write__en$11 [30], \write__en$11 [28], \write__en$11 [26], \write__en$11 [24], \write__en$11 [22], \write__en$11 [20], \write__en$11 [18], \write__en$11 [16], \write__en$11 [14], \write__en$11 [12], \write__en$11 [10], \write__en$11 [8], \write__en$11 [6], \write__en$11 [4], \write__en$11 [2], \write__en$11 [0] };
  assign \port$905$0  = \$signature__data ;
endmodule

// bep_hw/gateware/control/minibatch.py
module bep_core_minibatch(rst, refresh, rows_busy, entered, learns, dropped, turn, counts, enter, busy, cut, flush, resized, train, batch_size, freed, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$43 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$43 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$17 , \$18 , \$19 , \$2 , \$20 , \$21 , \$22 ;
  wire [8:0] \$13 ;
  wire [3:0] \$14 ;
  wire [4:0] \$15 ;
  wire [5:0] \$16 ;
  reg [2:0] \$23 ;
  reg [7:0] \$24 ;
  reg \$25 ;
  reg \$26 ;
  reg \$27 ;
  reg \$28 ;
  reg \$29 ;
  wire \$3 , \$4 , \$5 , \$6 , \$7 , \$8 , \$9 ;
  reg [7:0] \$like  = 8'h00;
  reg \$signal  = 1'h0;
  reg \$signal$14  = 1'h0;
  reg \$signal$5  = 1'h0;
  reg \$signal$7  = 1'h0;
  reg \$signal$9  = 1'h0;
  input [7:0] batch_size;
  output busy;
  input clk;
  output counts;
  output cut;
  wire done;
  input dropped;
  output enter;
  input entered;
  input flush;
  input freed;
  wire [7:0] further;
  reg [2:0] in_flight = 3'h0;
  input learns;
  wire locks;
  input refresh;
  input resized;
  input rows_busy;
  input rst;
  wire [7:0] sofar;
  input train;
  output turn;
  assign \$1  = | in_flight;
  assign \$2  = ~ \$1 ;
  assign \$3  = \$signal  & \$2 ;
  assign \$4  = ~ rows_busy;
  assign done = \$3  & \$4 ;
  assign turn = done & \$signal$5 ;
  assign \$5  = ~ rows_busy;
  assign counts = \$signal$7  & \$5 ;
  assign \$6  = \$signal  | \$signal$9 ;
  assign \$7  = \$6  | refresh;
  assign enter = ~ \$7 ;
  assign busy = \$8  | cut;
  assign sofar = \$signal$14  ? 8'h00 : \$like ;
  assign \$9  = | sofar;
  assign \$10  = sofar >= batch_size;
  assign \$11  = resized & \$10 ;
  assign \$12  = flush | \$11 ;
  assign cut = \$9  & \$12 ;
  assign \$13  = sofar + 1'h1;
  assign \$14  = in_flight + entered;
  assign \$15  = \$14  - dropped;
  assign \$16  = $signed(\$15 ) - $signed({ 1'h0, freed });
  assign \$18  = \$17  & train;
  assign \$19  = \$13 [7:0] == batch_size;
  assign \$21  = ~ \$20 ;
  assign \$22  = \$signal$9  & \$21 ;
  always @(posedge clk)
    in_flight <= \$23 ;
  always @(posedge clk)
    \$like  <= \$24 ;
  always @(posedge clk)
    \$signal$14  <= \$25 ;
  always @(posedge clk)
    \$signal  <= \$26 ;
  always @(posedge clk)
    \$signal$5  <= \$27 ;
  always @(posedge clk)
    \$signal$7  <= \$28 ;
  always @(posedge clk)
    \$signal$9  <= \$29 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$43 ) begin end
    \$23  = \$16 [2:0];
    if (rst) begin
      \$23  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$43 ) begin end
    \$24  = \$like ;
    if (\$18 ) begin
      \$24  = \$13 [7:0];
      if (\$19 ) begin
        \$24  = 8'h00;
      end
    end
    if (rst) begin
      \$24  = 8'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$43 ) begin end
    \$25  = \$signal$14 ;
    if (\$18 ) begin
      \$25  = 1'h0;
    end
    if (cut) begin
      \$25  = 1'h1;
    end
    if (rst) begin
      \$25  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$43 ) begin end
    \$26  = \$signal ;
    if (\$18 ) begin
      if (\$19 ) begin
        \$26  = 1'h1;
      end
    end
    if (cut) begin
      \$26  = 1'h1;
    end
    if (done) begin
      \$26  = 1'h0;
    end
    if (rst) begin
      \$26  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$43 ) begin end
    \$27  = \$signal$5 ;
    if (learns) begin
      \$27  = 1'h1;
    end
    if (done) begin
      \$27  = 1'h0;
    end
    if (rst) begin
      \$27  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$43 ) begin end
    \$28  = \$signal$7 ;
    if (counts) begin
      \$28  = 1'h0;
    end
    if (done) begin
      \$28  = 1'h1;
    end
    if (rst) begin
      \$28  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$43 ) begin end
    \$29  = \$signal$9 ;
    if (\$22 ) begin
      \$29  = 1'h0;
    end
    if (refresh) begin
      \$29  = 1'h1;
    end
    if (rst) begin
      \$29  = 1'h0;
    end
  end
  assign locks = busy;
  assign further = \$13 [7:0];
  assign \$8  = \$7 ;
  assign \$17  = entered;
  assign \$20  = rows_busy;
endmodule

// bep_hw/gateware/control/register_file.py
module bep_core_registers(csr__write_enable, csr__write_data, clk, rst, busy, failed, locked, fails, minibatch_done, csr__error, minibatch, refresh, flush, tabled, resized, csr__read_data, train, batch_size, margin, layers, seed
, \table , csr__address);
  reg \$auto$verilog_backend.cc:2355:dump_module$44 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$44 <= 0;
  wire \$1 , \$10 , \$100 , \$101 , \$102 , \$103 , \$104 , \$105 , \$106 , \$107 , \$108 , \$109 ,
    \$11 , \$110 , \$111 , \$112 , \$113 , \$114 , \$115 , \$116 , \$117 , \$118 , \$119 , \$12 ,
    \$120 , \$121 , \$122 , \$123 , \$124 , \$125 , \$126 , \$127 , \$128 , \$129 , \$13 , \$130 ,
    \$131 , \$132 , \$133 , \$134 , \$135 , \$136 , \$137 , \$138 , \$139 , \$14 , \$140 , \$141 ,
    \$142 , \$143 , \$144 , \$145 , \$146 , \$147 , \$148 , \$149 , \$15 , \$150 , \$151 , \$152 ,
    \$153 , \$154 , \$155 , \$156 , \$157 , \$158 , \$159 , \$16 , \$160 , \$161 , \$162 , \$163 ,
    \$164 , \$165 , \$166 , \$167 , \$168 , \$169 , \$17 , \$170 , \$171 , \$173 , \$174 , \$175 ,
    \$176 , \$18 , \$180 , \$181 , \$182 , \$186 ;
  wire [5:0] \$172 , \$178 , \$179 , \$183 , \$184 ;
  wire [31:0] \$177 ;
  wire [32:0] \$185 ;
  reg \$187 ;
  reg [5:0] \$188 ;
  reg [31:0] \$189 ;
  wire \$19 ;
  reg \$190 ;
  reg \$191 ;
  reg \$192 ;
  reg \$193 ;
  reg [31:0] \$194 ;
  reg \$195 ;
  reg [7:0] \$196 ;
  reg [8:0] \$197 ;
  reg [1:0] \$198 ;
  reg [31:0] \$199 ;
  wire \$2 , \$20 ;
  reg [281:0] \$200 ;
  wire \$21 , \$22 , \$23 , \$24 , \$25 , \$26 , \$27 , \$28 , \$29 , \$3 , \$30 , \$31 , \$32 ,
    \$33 , \$34 , \$35 , \$36 , \$37 , \$38 , \$39 , \$4 , \$40 , \$41 , \$42 , \$43 , \$44 , \$45 ,
    \$46 , \$47 , \$48 , \$49 , \$5 , \$50 , \$51 , \$52 , \$53 , \$54 , \$55 , \$56 , \$57 , \$58 ,
    \$59 , \$6 , \$60 , \$61 , \$62 , \$63 , \$64 , \$65 , \$66 , \$67 , \$68 , \$69 , \$7 , \$70 ,
    \$71 , \$72 , \$73 , \$74 , \$75 , \$76 , \$77 , \$78 , \$79 , \$8 , \$80 , \$81 , \$82 , \$83 ,
    \$84 , \$85 , \$86 , \$87 , \$88 , \$89 , \$9 , \$90 , \$91 , \$92 , \$93 , \$94 , \$95 , \$96 ,
    \$97 , \$98 , \$99 ;
  wire \$signal ;
  wire _pending;
  output [7:0] batch_size;
  reg [7:0] batch_size = 8'h00;
  input busy;
  input clk;
  input [8:0] csr__address;
  output csr__error;
  reg csr__error = 1'h0;
  output [31:0] csr__read_data;
  reg [31:0] csr__read_data = 32'd0;
  input [31:0] csr__write_data;
  input csr__write_enable;
  (* init = 1'h0 *)
  wire error0;
  reg [5:0] errors = 6'h00;
  input [5:0] failed;
  output fails;
  wire fits;
  output flush;
  reg flush = 1'h0;
  output [1:0] layers;
  reg [1:0] layers = 2'h0;
  input locked;
  output [8:0] margin;
  reg [8:0] margin = 9'h000;
  output [31:0] minibatch;
  reg [31:0] minibatch = 32'd0;
  input minibatch_done;
  output refresh;
  reg refresh = 1'h0;
  output resized;
  reg resized = 1'h0;
  input rst;
  output [31:0] seed;
  reg [31:0] seed = 32'd0;
  output [281:0] \table ;
  reg [281:0] \table  = 282'h00000000000000000000000000000000000000000000000000000000000000000000000;
  wire [93:0] \table[0] ;
  wire [2:0] \table[0].column_blocks ;
  wire [8:0] \table[0].columns ;
  wire [10:0] \table[0].counter_base ;
  wire [8:0] \table[0].gate ;
  wire [7:0] \table[0].group ;
  wire [3:0] \table[0].input_base ;
  wire [3:0] \table[0].output_base ;
  wire [20:0] \table[0].reinforce ;
  wire [3:0] \table[0].row_base ;
  wire [2:0] \table[0].row_blocks ;
  wire [7:0] \table[0].rows ;
  wire [5:0] \table[0].tile_base ;
  wire [3:0] \table[0].words ;
  wire [93:0] \table[1] ;
  wire [2:0] \table[1].column_blocks ;
  wire [8:0] \table[1].columns ;
  wire [10:0] \table[1].counter_base ;
  wire [8:0] \table[1].gate ;
  wire [7:0] \table[1].group ;
  wire [3:0] \table[1].input_base ;
  wire [3:0] \table[1].output_base ;
  wire [20:0] \table[1].reinforce ;
  wire [3:0] \table[1].row_base ;
  wire [2:0] \table[1].row_blocks ;
  wire [7:0] \table[1].rows ;
  wire [5:0] \table[1].tile_base ;
  wire [3:0] \table[1].words ;
  wire [93:0] \table[2] ;
  wire [2:0] \table[2].column_blocks ;
  wire [8:0] \table[2].columns ;
  wire [10:0] \table[2].counter_base ;
  wire [8:0] \table[2].gate ;
  wire [7:0] \table[2].group ;
  wire [3:0] \table[2].input_base ;
  wire [3:0] \table[2].output_base ;
  wire [20:0] \table[2].reinforce ;
  wire [3:0] \table[2].row_base ;
  wire [2:0] \table[2].row_blocks ;
  wire [7:0] \table[2].rows ;
  wire [5:0] \table[2].tile_base ;
  wire [3:0] \table[2].words ;
  output tabled;
  reg tabled = 1'h0;
  output train;
  reg train = 1'h0;
  wire written;
  assign \$1  = csr__address != 4'h9;
  assign \$signal  = csr__write_enable & \$1 ;
  assign \$2  = ! csr__address;
  assign \$4  = | csr__write_data[31:3];
  assign \$5  = ~ \$4 ;
  assign \$7  = \$3  & \$6 ;
  assign \$8  = csr__address == 2'h2;
  assign \$10  = | csr__write_data[31:8];
  assign \$11  = ~ \$10 ;
  assign \$12  = | csr__write_data[6:0];
  assign \$13  = csr__write_data[7] & \$12 ;
  assign \$14  = ~ \$13 ;
  assign \$15  = \$11  & \$14 ;
  assign \$16  = | csr__write_data[7:0];
  assign \$17  = \$15  & \$16 ;
  assign \$18  = \$9  & \$17 ;
  assign \$19  = csr__address == 2'h3;
  assign \$21  = | csr__write_data[31:9];
  assign \$22  = ~ \$21 ;
  assign \$24  = \$20  & \$23 ;
  assign \$25  = csr__address == 3'h4;
  assign \$27  = | csr__write_data[31:2];
  assign \$28  = ~ \$27 ;
  assign \$30  = \$28  & \$29 ;
  assign \$31  = \$26  & \$30 ;
  assign \$32  = csr__address == 3'h5;
  assign \$33  = csr__address == 3'h6;
  assign \$34  = | { \$33 , \$32  };
  assign \$39  = csr__address == 7'h40;
  assign \$40  = csr__address == 7'h4b;
  assign \$41  = csr__address == 7'h50;
  assign \$42  = csr__address == 7'h5b;
  assign \$43  = csr__address == 7'h60;
  assign \$44  = csr__address == 7'h6b;
  assign \$45  = | { \$44 , \$43 , \$42 , \$41 , \$40 , \$39  };
  assign \$46  = | csr__write_data[31:8];
  assign \$47  = ~ \$46 ;
  assign \$48  = csr__write_data[7:0] > 8'h87;
  assign \$49  = ~ \$48 ;
  assign \$50  = \$47  & \$49 ;
  assign \$51  = | csr__write_data[7:0];
  assign \$52  = \$50  & \$51 ;
  assign \$53  = \$45  & \$52 ;
  assign \$54  = csr__address == 7'h41;
  assign \$55  = csr__address == 7'h51;
  assign \$56  = csr__address == 7'h61;
  assign \$57  = | { \$56 , \$55 , \$54  };
  assign \$58  = | csr__write_data[31:9];
  assign \$59  = ~ \$58 ;
  assign \$60  = | csr__write_data[7:0];
  assign \$61  = csr__write_data[8] & \$60 ;
  assign \$62  = ~ \$61 ;
  assign \$63  = \$59  & \$62 ;
  assign \$64  = | csr__write_data[8:0];
  assign \$65  = \$63  & \$64 ;
  assign \$66  = \$57  & \$65 ;
  assign \$67  = csr__address == 7'h42;
  assign \$68  = csr__address == 7'h52;
  assign \$69  = csr__address == 7'h62;
  assign \$70  = | { \$69 , \$68 , \$67  };
  assign \$71  = | csr__write_data[31:3];
  assign \$72  = ~ \$71 ;
  assign \$73  = csr__write_data[2:0] > 3'h5;
  assign \$74  = ~ \$73 ;
  assign \$75  = \$72  & \$74 ;
  assign \$76  = | csr__write_data[2:0];
  assign \$77  = \$75  & \$76 ;
  assign \$78  = \$70  & \$77 ;
  assign \$79  = csr__address == 7'h43;
  assign \$80  = csr__address == 7'h53;
  assign \$81  = csr__address == 7'h63;
  assign \$82  = | { \$81 , \$80 , \$79  };
  assign \$83  = | csr__write_data[31:3];
  assign \$84  = ~ \$83 ;
  assign \$85  = | csr__write_data[1:0];
  assign \$86  = csr__write_data[2] & \$85 ;
  assign \$87  = ~ \$86 ;
  assign \$88  = \$84  & \$87 ;
  assign \$89  = | csr__write_data[2:0];
  assign \$90  = \$88  & \$89 ;
  assign \$91  = \$82  & \$90 ;
  assign \$92  = csr__address == 7'h44;
  assign \$93  = csr__address == 7'h54;
  assign \$94  = csr__address == 7'h64;
  assign \$95  = | { \$94 , \$93 , \$92  };
  assign \$96  = | csr__write_data[31:4];
  assign \$97  = ~ \$96 ;
  assign \$98  = | csr__write_data[2:0];
  assign \$99  = csr__write_data[3] & \$98 ;
  assign \$100  = ~ \$99 ;
  assign \$101  = \$97  & \$100 ;
  assign \$103  = \$95  & \$102 ;
  assign \$104  = csr__address == 7'h45;
  assign \$105  = csr__address == 7'h55;
  assign \$106  = csr__address == 7'h65;
  assign \$107  = | { \$106 , \$105 , \$104  };
  assign \$108  = | csr__write_data[31:6];
  assign \$109  = ~ \$108 ;
  assign \$110  = csr__write_data[5:0] > 6'h25;
  assign \$111  = ~ \$110 ;
  assign \$112  = \$109  & \$111 ;
  assign \$114  = \$107  & \$113 ;
  assign \$115  = csr__address == 7'h46;
  assign \$116  = csr__address == 7'h56;
  assign \$117  = csr__address == 7'h66;
  assign \$118  = | { \$117 , \$116 , \$115  };
  assign \$119  = | csr__write_data[31:11];
  assign \$120  = ~ \$119 ;
  assign \$121  = csr__write_data[10:0] > 11'h6da;
  assign \$122  = ~ \$121 ;
  assign \$123  = \$120  & \$122 ;
  assign \$125  = \$118  & \$124 ;
  assign \$126  = csr__address == 7'h47;
  assign \$127  = csr__address == 7'h48;
  assign \$128  = csr__address == 7'h49;
  assign \$129  = csr__address == 7'h57;
  assign \$130  = csr__address == 7'h58;
  assign \$131  = csr__address == 7'h59;
  assign \$132  = csr__address == 7'h67;
  assign \$133  = csr__address == 7'h68;
  assign \$134  = csr__address == 7'h69;
  assign \$135  = | { \$134 , \$133 , \$132 , \$131 , \$130 , \$129 , \$128 , \$127 , \$126  };
  assign \$136  = | csr__write_data[31:4];
  assign \$137  = ~ \$136 ;
  assign \$138  = csr__write_data[3:0] > 4'h9;
  assign \$139  = ~ \$138 ;
  assign \$140  = \$137  & \$139 ;
  assign \$142  = \$135  & \$141 ;
  assign \$143  = csr__address == 7'h4a;
  assign \$144  = csr__address == 7'h5a;
  assign \$145  = csr__address == 7'h6a;
  assign \$146  = | { \$145 , \$144 , \$143  };
  assign \$147  = | csr__write_data[31:9];
  assign \$148  = ~ \$147 ;
  assign \$149  = | csr__write_data[7:0];
  assign \$150  = csr__write_data[8] & \$149 ;
  assign \$151  = ~ \$150 ;
  assign \$152  = \$148  & \$151 ;
  assign \$154  = \$146  & \$153 ;
  assign \$155  = csr__address == 7'h4c;
  assign \$156  = csr__address == 7'h5c;
  assign \$157  = csr__address == 7'h6c;
  assign \$158  = | { \$157 , \$156 , \$155  };
  assign \$159  = | csr__write_data[31:21];
  assign \$160  = ~ \$159 ;
  assign \$161  = | csr__write_data[19:0];
  assign \$162  = csr__write_data[20] & \$161 ;
  assign \$163  = ~ \$162 ;
  assign \$164  = \$160  & \$163 ;
  assign \$166  = \$158  & \$165 ;
  assign fits = | { \$166 , \$154 , \$142 , \$125 , \$114 , \$103 , \$91 , \$78 , \$66 , \$53 , \$38 , \$31 , \$24 , \$18 , \$7  };
  assign \$167  = \$signal  & fits;
  assign \$168  = ~ locked;
  assign written = \$167  & \$168 ;
  assign \$169  = ~ fits;
  assign \$170  = \$signal  & \$169 ;
  assign \$171  = \$signal  & locked;
  assign \$172  = failed | { 4'h0, \$171 , \$170  };
  assign fails = | \$172 ;
  assign \$173  = ~ written;
  assign \$174  = \$signal  & \$173 ;
  assign \$175  = csr__address == 4'h9;
  assign \$176  = csr__write_enable & \$175 ;
  assign \$177  = \$176  ? csr__write_data : 32'd0;
  assign \$178  = ~ \$177 [5:0];
  assign \$179  = errors & \$178 ;
  assign \$180  = ~ fits;
  assign \$181  = \$signal  & \$180 ;
  assign \$182  = \$signal  & locked;
  assign \$183  = failed | { 4'h0, \$182 , \$181  };
  assign \$184  = \$179  | \$183 ;
  assign \$185  = minibatch + 1'h1;
  always @(posedge clk)
    csr__error <= \$187 ;
  always @(posedge clk)
    errors <= \$188 ;
  always @(posedge clk)
    minibatch <= \$189 ;
  always @(posedge clk)
    refresh <= \$190 ;
  always @(posedge clk)
    flush <= \$191 ;
  always @(posedge clk)
    tabled <= \$192 ;
  always @(posedge clk)
    resized <= \$193 ;
  always @(posedge clk)
    csr__read_data <= \$194 ;
  always @(posedge clk)
    train <= \$195 ;
  always @(posedge clk)
    batch_size <= \$196 ;
  always @(posedge clk)
    margin <= \$197 ;
  always @(posedge clk)
    layers <= \$198 ;
  always @(posedge clk)
    seed <= \$199 ;
  always @(posedge clk)
    \table  <= \$200 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$187  = \$174 ;
    if (rst) begin
      \$187  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$188  = \$184 ;
    if (rst) begin
      \$188  = 6'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$189  = minibatch;
    if (minibatch_done) begin
      \$189  = \$185 [31:0];
    end
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          /* empty */;
      9'h003:
          /* empty */;
      9'h004:
          /* empty */;
      9'h005:
          /* empty */;
      9'h006:
          if (written) begin
            \$189  = csr__write_data;
          end
    endcase
    if (rst) begin
      \$189  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$190  = 1'h0;
    casez (csr__address)
      9'h000:
          if (written) begin
            \$190  = csr__write_data[1];
          end
    endcase
    if (rst) begin
      \$190  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$191  = 1'h0;
    casez (csr__address)
      9'h000:
          if (written) begin
            \$191  = csr__write_data[2];
          end
    endcase
    if (rst) begin
      \$191  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$192  = 1'h0;
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          /* empty */;
      9'h003:
          /* empty */;
      9'h004:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h005:
          /* empty */;
      9'h006:
          /* empty */;
      9'h009:
          /* empty */;
      9'h040:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h041:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h042:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h043:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h044:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h045:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h046:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h047:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h048:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h049:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h04a:
          /* empty */;
      9'h04b:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h04c:
          /* empty */;
      9'h050:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h051:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h052:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h053:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h054:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h055:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h056:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h057:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h058:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h059:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h05a:
          /* empty */;
      9'h05b:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h05c:
          /* empty */;
      9'h060:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h061:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h062:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h063:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h064:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h065:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h066:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h067:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h068:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h069:
          if (written) begin
            \$192  = 1'h1;
          end
      9'h06a:
          /* empty */;
      9'h06b:
          if (written) begin
            \$192  = 1'h1;
          end
    endcase
    if (rst) begin
      \$192  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$193  = 1'h0;
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          if (written) begin
            \$193  = 1'h1;
          end
    endcase
    if (rst) begin
      \$193  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$194  = 32'd0;
    casez (csr__address)
      9'h000:
          \$194  = { 31'h00000000, train };
      9'h001:
          \$194  = { 31'h00000000, \$186  };
      9'h002:
          \$194  = { 24'h000000, batch_size };
      9'h003:
          \$194  = { 23'h000000, margin };
      9'h004:
          \$194  = { 30'h00000000, layers };
      9'h005:
          \$194  = seed;
      9'h006:
          \$194  = minibatch;
      9'h009:
          \$194  = { 26'h0000000, errors };
      9'h040:
          \$194  = { 24'h000000, \table [7:0] };
      9'h041:
          \$194  = { 23'h000000, \table [16:8] };
      9'h042:
          \$194  = { 29'h00000000, \table [19:17] };
      9'h043:
          \$194  = { 29'h00000000, \table [22:20] };
      9'h044:
          \$194  = { 28'h0000000, \table [26:23] };
      9'h045:
          \$194  = { 26'h0000000, \table [32:27] };
      9'h046:
          \$194  = { 21'h000000, \table [43:33] };
      9'h047:
          \$194  = { 28'h0000000, \table [47:44] };
      9'h048:
          \$194  = { 28'h0000000, \table [51:48] };
      9'h049:
          \$194  = { 28'h0000000, \table [55:52] };
      9'h04a:
          \$194  = { 23'h000000, \table [64:56] };
      9'h04b:
          \$194  = { 24'h000000, \table [72:65] };
      9'h04c:
          \$194  = { 11'h000, \table [93:73] };
      9'h050:
          \$194  = { 24'h000000, \table [101:94] };
      9'h051:
          \$194  = { 23'h000000, \table [110:102] };
      9'h052:
          \$194  = { 29'h00000000, \table [113:111] };
      9'h053:
          \$194  = { 29'h00000000, \table [116:114] };
      9'h054:
          \$194  = { 28'h0000000, \table [120:117] };
      9'h055:
          \$194  = { 26'h0000000, \table [126:121] };
      9'h056:
          \$194  = { 21'h000000, \table [137:127] };
      9'h057:
          \$194  = { 28'h0000000, \table [141:138] };
      9'h058:
          \$194  = { 28'h0000000, \table [145:142] };
      9'h059:
          \$194  = { 28'h0000000, \table [149:146] };
      9'h05a:
          \$194  = { 23'h000000, \table [158:150] };
      9'h05b:
          \$194  = { 24'h000000, \table [166:159] };
      9'h05c:
          \$194  = { 11'h000, \table [187:167] };
      9'h060:
          \$194  = { 24'h000000, \table [195:188] };
      9'h061:
          \$194  = { 23'h000000, \table [204:196] };
      9'h062:
          \$194  = { 29'h00000000, \table [207:205] };
      9'h063:
          \$194  = { 29'h00000000, \table [210:208] };
      9'h064:
          \$194  = { 28'h0000000, \table [214:211] };
      9'h065:
          \$194  = { 26'h0000000, \table [220:215] };
      9'h066:
          \$194  = { 21'h000000, \table [231:221] };
      9'h067:
          \$194  = { 28'h0000000, \table [235:232] };
      9'h068:
          \$194  = { 28'h0000000, \table [239:236] };
      9'h069:
          \$194  = { 28'h0000000, \table [243:240] };
      9'h06a:
          \$194  = { 23'h000000, \table [252:244] };
      9'h06b:
          \$194  = { 24'h000000, \table [260:253] };
      9'h06c:
          \$194  = { 11'h000, \table [281:261] };
    endcase
    if (rst) begin
      \$194  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$195  = train;
    casez (csr__address)
      9'h000:
          if (written) begin
            \$195  = csr__write_data[0];
          end
    endcase
    if (rst) begin
      \$195  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$196  = batch_size;
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          if (written) begin
            \$196  = csr__write_data[7:0];
          end
    endcase
    if (rst) begin
      \$196  = 8'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$197  = margin;
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          /* empty */;
      9'h003:
          if (written) begin
            \$197  = csr__write_data[8:0];
          end
    endcase
    if (rst) begin
      \$197  = 9'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$198  = layers;
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          /* empty */;
      9'h003:
          /* empty */;
      9'h004:
          if (written) begin
            \$198  = csr__write_data[1:0];
          end
    endcase
    if (rst) begin
      \$198  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$199  = seed;
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          /* empty */;
      9'h003:
          /* empty */;
      9'h004:
          /* empty */;
      9'h005:
          if (written) begin
            \$199  = csr__write_data;
          end
    endcase
    if (rst) begin
      \$199  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$44 ) begin end
    \$200  = \table ;
    casez (csr__address)
      9'h000:
          /* empty */;
      9'h001:
          /* empty */;
      9'h002:
          /* empty */;
      9'h003:
          /* empty */;
      9'h004:
          /* empty */;
      9'h005:
          /* empty */;
      9'h006:
          /* empty */;
      9'h009:
          /* empty */;
      9'h040:
          if (written) begin
            \$200 [7:0] = csr__write_data[7:0];
          end
      9'h041:
          if (written) begin
            \$200 [16:8] = csr__write_data[8:0];
          end
      9'h042:
          if (written) begin
            \$200 [19:17] = csr__write_data[2:0];
          end
      9'h043:
          if (written) begin
            \$200 [22:20] = csr__write_data[2:0];
          end
      9'h044:
          if (written) begin
            \$200 [26:23] = csr__write_data[3:0];
          end
      9'h045:
          if (written) begin
            \$200 [32:27] = csr__write_data[5:0];
          end
      9'h046:
          if (written) begin
            \$200 [43:33] = csr__write_data[10:0];
          end
      9'h047:
          if (written) begin
            \$200 [47:44] = csr__write_data[3:0];
          end
      9'h048:
          if (written) begin
            \$200 [51:48] = csr__write_data[3:0];
          end
      9'h049:
          if (written) begin
            \$200 [55:52] = csr__write_data[3:0];
          end
      9'h04a:
          if (written) begin
            \$200 [64:56] = csr__write_data[8:0];
          end
      9'h04b:
          if (written) begin
            \$200 [72:65] = csr__write_data[7:0];
          end
      9'h04c:
          if (written) begin
            \$200 [93:73] = csr__write_data[20:0];
          end
      9'h050:
          if (written) begin
            \$200 [101:94] = csr__write_data[7:0];
          end
      9'h051:
          if (written) begin
            \$200 [110:102] = csr__write_data[8:0];
          end
      9'h052:
          if (written) begin
            \$200 [113:111] = csr__write_data[2:0];
          end
      9'h053:
          if (written) begin
            \$200 [116:114] = csr__write_data[2:0];
          end
      9'h054:
          if (written) begin
            \$200 [120:117] = csr__write_data[3:0];
          end
      9'h055:
          if (written) begin
            \$200 [126:121] = csr__write_data[5:0];
          end
      9'h056:
          if (written) begin
            \$200 [137:127] = csr__write_data[10:0];
          end
      9'h057:
          if (written) begin
            \$200 [141:138] = csr__write_data[3:0];
          end
      9'h058:
          if (written) begin
            \$200 [145:142] = csr__write_data[3:0];
          end
      9'h059:
          if (written) begin
            \$200 [149:146] = csr__write_data[3:0];
          end
      9'h05a:
          if (written) begin
            \$200 [158:150] = csr__write_data[8:0];
          end
      9'h05b:
          if (written) begin
            \$200 [166:159] = csr__write_data[7:0];
          end
      9'h05c:
          if (written) begin
            \$200 [187:167] = csr__write_data[20:0];
          end
      9'h060:
          if (written) begin
            \$200 [195:188] = csr__write_data[7:0];
          end
      9'h061:
          if (written) begin
            \$200 [204:196] = csr__write_data[8:0];
          end
      9'h062:
          if (written) begin
            \$200 [207:205] = csr__write_data[2:0];
          end
      9'h063:
          if (written) begin
            \$200 [210:208] = csr__write_data[2:0];
          end
      9'h064:
          if (written) begin
            \$200 [214:211] = csr__write_data[3:0];
          end
      9'h065:
          if (written) begin
            \$200 [220:215] = csr__write_data[5:0];
          end
      9'h066:
          if (written) begin
            \$200 [231:221] = csr__write_data[10:0];
          end
      9'h067:
          if (written) begin
            \$200 [235:232] = csr__write_data[3:0];
          end
      9'h068:
          if (written) begin
            \$200 [239:236] = csr__write_data[3:0];
          end
      9'h069:
          if (written) begin
            \$200 [243:240] = csr__write_data[3:0];
          end
      9'h06a:
          if (written) begin
            \$200 [252:244] = csr__write_data[8:0];
          end
      9'h06b:
          if (written) begin
            \$200 [260:253] = csr__write_data[7:0];
          end
      9'h06c:
          if (written) begin
            \$200 [281:261] = csr__write_data[20:0];
          end
    endcase
    if (rst) begin
      \$200  = 282'h00000000000000000000000000000000000000000000000000000000000000000000000;
    end
  end
  assign error0 = csr__error;
  assign _pending = 1'h0;
  assign \table[0]  = \table [93:0];
  assign \table[0].rows  = \table [7:0];
  assign \table[0].columns  = \table [16:8];
  assign \table[0].row_blocks  = \table [19:17];
  assign \table[0].column_blocks  = \table [22:20];
  assign \table[0].words  = \table [26:23];
  assign \table[0].tile_base  = \table [32:27];
  assign \table[0].counter_base  = \table [43:33];
  assign \table[0].input_base  = \table [47:44];
  assign \table[0].output_base  = \table [51:48];
  assign \table[0].row_base  = \table [55:52];
  assign \table[0].gate  = \table [64:56];
  assign \table[0].group  = \table [72:65];
  assign \table[0].reinforce  = \table [93:73];
  assign \table[1]  = \table [187:94];
  assign \table[1].rows  = \table [101:94];
  assign \table[1].columns  = \table [110:102];
  assign \table[1].row_blocks  = \table [113:111];
  assign \table[1].column_blocks  = \table [116:114];
  assign \table[1].words  = \table [120:117];
  assign \table[1].tile_base  = \table [126:121];
  assign \table[1].counter_base  = \table [137:127];
  assign \table[1].input_base  = \table [141:138];
  assign \table[1].output_base  = \table [145:142];
  assign \table[1].row_base  = \table [149:146];
  assign \table[1].gate  = \table [158:150];
  assign \table[1].group  = \table [166:159];
  assign \table[1].reinforce  = \table [187:167];
  assign \table[2]  = \table [281:188];
  assign \table[2].rows  = \table [195:188];
  assign \table[2].columns  = \table [204:196];
  assign \table[2].row_blocks  = \table [207:205];
  assign \table[2].column_blocks  = \table [210:208];
  assign \table[2].words  = \table [214:211];
  assign \table[2].tile_base  = \table [220:215];
  assign \table[2].counter_base  = \table [231:221];
  assign \table[2].input_base  = \table [235:232];
  assign \table[2].output_base  = \table [239:236];
  assign \table[2].row_base  = \table [243:240];
  assign \table[2].gate  = \table [252:244];
  assign \table[2].group  = \table [260:253];
  assign \table[2].reinforce  = \table [281:261];
  assign \$3  = \$2 ;
  assign \$6  = \$5 ;
  assign \$9  = \$8 ;
  assign \$20  = \$19 ;
  assign \$23  = \$22 ;
  assign \$26  = \$25 ;
  assign \$29  = csr__write_data[1];
  assign \$35  = 1'h0;
  assign \$36  = 1'h1;
  assign \$37  = 1'h1;
  assign \$38  = \$34 ;
  assign \$102  = \$101 ;
  assign \$113  = \$112 ;
  assign \$124  = \$123 ;
  assign \$141  = \$140 ;
  assign \$153  = \$152 ;
  assign \$165  = \$164 ;
  assign \$186  = busy;
endmodule

// bep_hw/gateware/control/row_engine.py
module bep_core_row_engine(rst, refresh, \table$44 , \table , \counters$108 , activations, turn, busy, write__bank, write__pieces, \port$7803$0 , \port$7804$0 , \port$7805$0 , \port$7806$0 , \port$7807$0 , \port$7808$0 , \port$7809$0 , \port$7810$0 , \port$7811$0 , \port$7812$0 , \port$7813$0 
, \port$7814$0 , \port$7815$0 , \port$7816$0 , \port$7817$0 , \port$7818$0 , \port$7819$0 , \port$7820$0 , \port$7821$0 , \port$7822$0 , \port$7823$0 , \port$7824$0 , \port$7825$0 , \port$7826$0 , \port$7827$0 , \port$7828$0 , \port$7829$0 , \port$7830$0 , \port$7831$0 , \port$7832$0 , \port$7833$0 , \port$7834$0 
, winners__ready, minibatch, layers, seed, winners__valid, winners__payload, counter_address, activation_bank, activation_address, flags6_0, freed_bank, write__address, \port$10025$73 , \layer$41 , bank, sweep_layer, write__counters, idle_layer, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$45 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$45 <= 0;
  wire \$1 , \$10 , \$103 , \$108 ;
  wire [11:0] \$100 , \$104 , \$11 ;
  wire [6:0] \$101 , \$109 ;
  wire [20:0] \$102 ;
  wire [5:0] \$105 ;
  wire [9:0] \$106 ;
  wire [1:0] \$107 ;
  wire [4:0] \$110 ;
  wire [31:0] \$111 , \$112 ;
  reg [1:0] \$113 ;
  reg [1:0] \$114 ;
  reg [1:0] \$115 ;
  reg [1:0] \$116 ;
  reg [1:0] \$117 ;
  reg [1:0] \$118 ;
  reg [1:0] \$119 ;
  wire [4:0] \$12 ;
  reg \$120 ;
  reg [86:0] \$121 ;
  reg [86:0] \$122 ;
  reg [287:0] \$123 ;
  wire [1:0] \$124 ;
  wire [22:0] \$125 ;
  wire [6:0] \$13 , \$248 ;
  wire \$14 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 , \$21 , \$22 , \$23 , \$24 , \$25 ,
    \$26 , \$27 , \$28 , \$3 , \$31 , \$34 , \$35 , \$36 , \$37 , \$38 , \$39 , \$4 , \$40 , \$41 ,
    \$42 , \$43 , \$44 , \$45 , \$46 , \$47 , \$48 , \$49 , \$5 , \$50 , \$51 , \$52 , \$53 , \$54 ,
    \$55 , \$56 , \$57 , \$58 , \$59 , \$6 , \$60 , \$61 , \$62 , \$63 , \$64 , \$65 , \$67 , \$68 ,
    \$69 , \$7 , \$70 , \$71 , \$72 , \$73 , \$74 , \$75 , \$76 , \$77 , \$78 , \$79 , \$8 , \$80 ,
    \$81 , \$82 , \$83 , \$84 , \$85 , \$86 , \$87 , \$88 , \$89 , \$9 , \$90 , \$91 , \$92 , \$93 ,
    \$94 , \$95 , \$96 , \$97 , \$98 , \$99 ;
  wire [4:0] \$29 , \$32 ;
  wire [5:0] \$30 , \$33 ;
  wire [31:0] \$66 ;
  reg \$signal  = 1'h0;
  wire \$signal$51 ;
  output [3:0] activation_address;
  output [1:0] activation_bank;
  input [63:0] activations;
  wire [31:0] away;
  output bank;
  output busy;
  wire \busy$40 ;
  wire [31:0] chosen;
  wire [15:0] \chosen$75 ;
  wire [15:0] \chosen$76 ;
  input clk;
  wire [287:0] committed;
  wire [8:0] \committed[0] ;
  wire [8:0] \committed[10] ;
  wire [8:0] \committed[11] ;
  wire [8:0] \committed[12] ;
  wire [8:0] \committed[13] ;
  wire [8:0] \committed[14] ;
  wire [8:0] \committed[15] ;
  wire [8:0] \committed[16] ;
  wire [8:0] \committed[17] ;
  wire [8:0] \committed[18] ;
  wire [8:0] \committed[19] ;
  wire [8:0] \committed[1] ;
  wire [8:0] \committed[20] ;
  wire [8:0] \committed[21] ;
  wire [8:0] \committed[22] ;
  wire [8:0] \committed[23] ;
  wire [8:0] \committed[24] ;
  wire [8:0] \committed[25] ;
  wire [8:0] \committed[26] ;
  wire [8:0] \committed[27] ;
  wire [8:0] \committed[28] ;
  wire [8:0] \committed[29] ;
  wire [8:0] \committed[2] ;
  wire [8:0] \committed[30] ;
  wire [8:0] \committed[31] ;
  wire [8:0] \committed[3] ;
  wire [8:0] \committed[4] ;
  wire [8:0] \committed[5] ;
  wire [8:0] \committed[6] ;
  wire [8:0] \committed[7] ;
  wire [8:0] \committed[8] ;
  wire [8:0] \committed[9] ;
  output [10:0] counter_address;
  reg [287:0] counters = 288'h000000000000000000000000000000000000000000000000000000000000000000000000;
  input [287:0] \counters$108 ;
  wire [8:0] \counters$108[0] ;
  wire [8:0] \counters$108[10] ;
  wire [8:0] \counters$108[11] ;
  wire [8:0] \counters$108[12] ;
  wire [8:0] \counters$108[13] ;
  wire [8:0] \counters$108[14] ;
  wire [8:0] \counters$108[15] ;
  wire [8:0] \counters$108[16] ;
  wire [8:0] \counters$108[17] ;
  wire [8:0] \counters$108[18] ;
  wire [8:0] \counters$108[19] ;
  wire [8:0] \counters$108[1] ;
  wire [8:0] \counters$108[20] ;
  wire [8:0] \counters$108[21] ;
  wire [8:0] \counters$108[22] ;
  wire [8:0] \counters$108[23] ;
  wire [8:0] \counters$108[24] ;
  wire [8:0] \counters$108[25] ;
  wire [8:0] \counters$108[26] ;
  wire [8:0] \counters$108[27] ;
  wire [8:0] \counters$108[28] ;
  wire [8:0] \counters$108[29] ;
  wire [8:0] \counters$108[2] ;
  wire [8:0] \counters$108[30] ;
  wire [8:0] \counters$108[31] ;
  wire [8:0] \counters$108[3] ;
  wire [8:0] \counters$108[4] ;
  wire [8:0] \counters$108[5] ;
  wire [8:0] \counters$108[6] ;
  wire [8:0] \counters$108[7] ;
  wire [8:0] \counters$108[8] ;
  wire [8:0] \counters$108[9] ;
  wire [8:0] \counters$73[0] ;
  wire [8:0] \counters$73[10] ;
  wire [8:0] \counters$73[11] ;
  wire [8:0] \counters$73[12] ;
  wire [8:0] \counters$73[13] ;
  wire [8:0] \counters$73[14] ;
  wire [8:0] \counters$73[15] ;
  wire [8:0] \counters$73[16] ;
  wire [8:0] \counters$73[17] ;
  wire [8:0] \counters$73[18] ;
  wire [8:0] \counters$73[19] ;
  wire [8:0] \counters$73[1] ;
  wire [8:0] \counters$73[20] ;
  wire [8:0] \counters$73[21] ;
  wire [8:0] \counters$73[22] ;
  wire [8:0] \counters$73[23] ;
  wire [8:0] \counters$73[24] ;
  wire [8:0] \counters$73[25] ;
  wire [8:0] \counters$73[26] ;
  wire [8:0] \counters$73[27] ;
  wire [8:0] \counters$73[28] ;
  wire [8:0] \counters$73[29] ;
  wire [8:0] \counters$73[2] ;
  wire [8:0] \counters$73[30] ;
  wire [8:0] \counters$73[31] ;
  wire [8:0] \counters$73[3] ;
  wire [8:0] \counters$73[4] ;
  wire [8:0] \counters$73[5] ;
  wire [8:0] \counters$73[6] ;
  wire [8:0] \counters$73[7] ;
  wire [8:0] \counters$73[8] ;
  wire [8:0] \counters$73[9] ;
  wire [287:0] \counters$79 ;
  wire [8:0] \counters$79[0] ;
  wire [8:0] \counters$79[10] ;
  wire [8:0] \counters$79[11] ;
  wire [8:0] \counters$79[12] ;
  wire [8:0] \counters$79[13] ;
  wire [8:0] \counters$79[14] ;
  wire [8:0] \counters$79[15] ;
  wire [8:0] \counters$79[16] ;
  wire [8:0] \counters$79[17] ;
  wire [8:0] \counters$79[18] ;
  wire [8:0] \counters$79[19] ;
  wire [8:0] \counters$79[1] ;
  wire [8:0] \counters$79[20] ;
  wire [8:0] \counters$79[21] ;
  wire [8:0] \counters$79[22] ;
  wire [8:0] \counters$79[23] ;
  wire [8:0] \counters$79[24] ;
  wire [8:0] \counters$79[25] ;
  wire [8:0] \counters$79[26] ;
  wire [8:0] \counters$79[27] ;
  wire [8:0] \counters$79[28] ;
  wire [8:0] \counters$79[29] ;
  wire [8:0] \counters$79[2] ;
  wire [8:0] \counters$79[30] ;
  wire [8:0] \counters$79[31] ;
  wire [8:0] \counters$79[3] ;
  wire [8:0] \counters$79[4] ;
  wire [8:0] \counters$79[5] ;
  wire [8:0] \counters$79[6] ;
  wire [8:0] \counters$79[7] ;
  wire [8:0] \counters$79[8] ;
  wire [8:0] \counters$79[9] ;
  wire [8:0] \counters[0] ;
  wire [8:0] \counters[10] ;
  wire [8:0] \counters[11] ;
  wire [8:0] \counters[12] ;
  wire [8:0] \counters[13] ;
  wire [8:0] \counters[14] ;
  wire [8:0] \counters[15] ;
  wire [8:0] \counters[16] ;
  wire [8:0] \counters[17] ;
  wire [8:0] \counters[18] ;
  wire [8:0] \counters[19] ;
  wire [8:0] \counters[1] ;
  wire [8:0] \counters[20] ;
  wire [8:0] \counters[21] ;
  wire [8:0] \counters[22] ;
  wire [8:0] \counters[23] ;
  wire [8:0] \counters[24] ;
  wire [8:0] \counters[25] ;
  wire [8:0] \counters[26] ;
  wire [8:0] \counters[27] ;
  wire [8:0] \counters[28] ;
  wire [8:0] \counters[29] ;
  wire [8:0] \counters[2] ;
  wire [8:0] \counters[30] ;
  wire [8:0] \counters[31] ;
  wire [8:0] \counters[3] ;
  wire [8:0] \counters[4] ;
  wire [8:0] \counters[5] ;
  wire [8:0] \counters[6] ;
  wire [8:0] \counters[7] ;
  wire [8:0] \counters[8] ;
  wire [8:0] \counters[9] ;
  wire desired;
  wire due;
  wire [31:0] exists;
  reg [86:0] first = 87'h0000000000000000000000;
  wire [3:0] \first.activation_address ;
  wire [10:0] \first.address ;
  wire [1:0] \first.bank ;
  wire [8:0] \first.columns_left ;
  wire \first.desired ;
  wire \first.due ;
  wire [4:0] \first.index ;
  wire \first.last ;
  wire [3:0] \first.layer ;
  wire \first.learns ;
  wire [4:0] \first.place ;
  wire [13:0] \first.row ;
  wire \first.segment ;
  wire [20:0] \first.threshold ;
  wire [5:0] \first.tile ;
  wire \first.valid ;
  reg [1:0] flags0_0 = 2'h0;
  reg [1:0] flags1_0 = 2'h0;
  reg [1:0] flags2_0 = 2'h0;
  reg [1:0] flags3_0 = 2'h0;
  reg [1:0] flags4_0 = 2'h0;
  reg [1:0] flags5_0 = 2'h0;
  output [1:0] flags6_0;
  reg [1:0] flags6_0 = 2'h0;
  wire freed;
  output [1:0] freed_bank;
  wire [13:0] group0;
  wire [13:0] group1;
  wire held;
  input [1:0] idle_layer;
  reg [31:0] inputs = 32'd0;
  (* init = 32'd0 *)
  wire [31:0] inputs0;
  wire [24:0] jobs__payload;
  wire [1:0] \jobs__payload.bank ;
  wire [3:0] \jobs__payload.block ;
  wire \jobs__payload.desired ;
  wire \jobs__payload.due ;
  wire [4:0] \jobs__payload.index ;
  wire \jobs__payload.last ;
  wire [1:0] \jobs__payload.layer ;
  wire \jobs__payload.learns ;
  wire [7:0] \jobs__payload.row ;
  wire jobs__ready;
  wire jobs__valid;
  wire [1:0] layer;
  output [1:0] \layer$41 ;
  input [1:0] layers;
  reg [31:0] learning = 32'd0;
  (* init = 32'd0 *)
  wire [31:0] learning0;
  input [31:0] minibatch;
  wire [-1:0] offset0;
  wire [-1:0] offset1;
  wire [-1:0] offset2;
  wire [-1:0] offset3;
  wire [-1:0] offset4;
  output [11:0] \port$10025$73 ;
  output \port$7803$0 ;
  output \port$7804$0 ;
  output \port$7805$0 ;
  output \port$7806$0 ;
  output \port$7807$0 ;
  output \port$7808$0 ;
  output \port$7809$0 ;
  output \port$7810$0 ;
  output \port$7811$0 ;
  output \port$7812$0 ;
  output \port$7813$0 ;
  output \port$7814$0 ;
  output \port$7815$0 ;
  output \port$7816$0 ;
  output \port$7817$0 ;
  output \port$7818$0 ;
  output \port$7819$0 ;
  output \port$7820$0 ;
  output \port$7821$0 ;
  output \port$7822$0 ;
  output \port$7823$0 ;
  output \port$7824$0 ;
  output \port$7825$0 ;
  output \port$7826$0 ;
  output \port$7827$0 ;
  output \port$7828$0 ;
  output \port$7829$0 ;
  output \port$7830$0 ;
  output \port$7831$0 ;
  output \port$7832$0 ;
  output \port$7833$0 ;
  output \port$7834$0 ;
  wire [31:0] position;
  wire preparing;
  input refresh;
  wire reinforces;
  wire \reinforces$103 ;
  input rst;
  input [31:0] seed;
  wire starts;
  output [1:0] sweep_layer;
  wire [93:0] sweep_table;
  wire [2:0] \sweep_table.column_blocks ;
  wire [8:0] \sweep_table.columns ;
  wire [10:0] \sweep_table.counter_base ;
  wire [8:0] \sweep_table.gate ;
  wire [7:0] \sweep_table.group ;
  wire [3:0] \sweep_table.input_base ;
  wire [3:0] \sweep_table.output_base ;
  wire [20:0] \sweep_table.reinforce ;
  wire [3:0] \sweep_table.row_base ;
  wire [2:0] \sweep_table.row_blocks ;
  wire [7:0] \sweep_table.rows ;
  wire [5:0] \sweep_table.tile_base ;
  wire [3:0] \sweep_table.words ;
  input [93:0] \table ;
  input [93:0] \table$44 ;
  wire [2:0] \table$44.column_blocks ;
  wire [8:0] \table$44.columns ;
  wire [10:0] \table$44.counter_base ;
  wire [8:0] \table$44.gate ;
  wire [7:0] \table$44.group ;
  wire [3:0] \table$44.input_base ;
  wire [3:0] \table$44.output_base ;
  wire [20:0] \table$44.reinforce ;
  wire [3:0] \table$44.row_base ;
  wire [2:0] \table$44.row_blocks ;
  wire [7:0] \table$44.rows ;
  wire [5:0] \table$44.tile_base ;
  wire [3:0] \table$44.words ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  wire [20:0] threshold;
  wire [5:0] tiles;
  input turn;
  wire [287:0] updated;
  wire [8:0] \updated[0] ;
  wire [8:0] \updated[10] ;
  wire [8:0] \updated[11] ;
  wire [8:0] \updated[12] ;
  wire [8:0] \updated[13] ;
  wire [8:0] \updated[14] ;
  wire [8:0] \updated[15] ;
  wire [8:0] \updated[16] ;
  wire [8:0] \updated[17] ;
  wire [8:0] \updated[18] ;
  wire [8:0] \updated[19] ;
  wire [8:0] \updated[1] ;
  wire [8:0] \updated[20] ;
  wire [8:0] \updated[21] ;
  wire [8:0] \updated[22] ;
  wire [8:0] \updated[23] ;
  wire [8:0] \updated[24] ;
  wire [8:0] \updated[25] ;
  wire [8:0] \updated[26] ;
  wire [8:0] \updated[27] ;
  wire [8:0] \updated[28] ;
  wire [8:0] \updated[29] ;
  wire [8:0] \updated[2] ;
  wire [8:0] \updated[30] ;
  wire [8:0] \updated[31] ;
  wire [8:0] \updated[3] ;
  wire [8:0] \updated[4] ;
  wire [8:0] \updated[5] ;
  wire [8:0] \updated[6] ;
  wire [8:0] \updated[7] ;
  wire [8:0] \updated[8] ;
  wire [8:0] \updated[9] ;
  wire valid;
  wire \valid$60 ;
  input [22:0] winners__payload;
  wire [1:0] \winners__payload$1.bank ;
  wire [3:0] \winners__payload$1.block ;
  wire \winners__payload$1.desired ;
  wire [4:0] \winners__payload$1.index ;
  wire \winners__payload$1.last ;
  wire [1:0] \winners__payload$1.layer ;
  wire [7:0] \winners__payload$1.row ;
  wire [1:0] \winners__payload.bank ;
  wire [3:0] \winners__payload.block ;
  wire \winners__payload.desired ;
  wire [4:0] \winners__payload.index ;
  wire \winners__payload.last ;
  wire [1:0] \winners__payload.layer ;
  wire [7:0] \winners__payload.row ;
  output winners__ready;
  input winners__valid;
  reg [84:0] word0_0 = 85'h0000000000000000000000;
  reg [84:0] word1_0 = 85'h0000000000000000000000;
  reg [84:0] word2_0 = 85'h0000000000000000000000;
  reg [84:0] word3_0 = 85'h0000000000000000000000;
  reg [84:0] word4_0 = 85'h0000000000000000000000;
  reg [84:0] word5_0 = 85'h0000000000000000000000;
  reg [84:0] word6_0 = 85'h0000000000000000000000;
  reg [86:0] words = 87'h0000000000000000000000;
  wire [3:0] \words.activation_address ;
  wire [10:0] \words.address ;
  wire [1:0] \words.bank ;
  wire [8:0] \words.columns_left ;
  wire \words.desired ;
  wire \words.due ;
  wire [4:0] \words.index ;
  wire \words.last ;
  wire [3:0] \words.layer ;
  wire \words.learns ;
  wire [4:0] \words.place ;
  wire [13:0] \words.row ;
  wire \words.segment ;
  wire [20:0] \words.threshold ;
  wire [5:0] \words.tile ;
  wire \words.valid ;
  wire working;
  output [10:0] write__address;
  output write__bank;
  output [287:0] write__counters;
  wire [8:0] \write__counters[0] ;
  wire [8:0] \write__counters[10] ;
  wire [8:0] \write__counters[11] ;
  wire [8:0] \write__counters[12] ;
  wire [8:0] \write__counters[13] ;
  wire [8:0] \write__counters[14] ;
  wire [8:0] \write__counters[15] ;
  wire [8:0] \write__counters[16] ;
  wire [8:0] \write__counters[17] ;
  wire [8:0] \write__counters[18] ;
  wire [8:0] \write__counters[19] ;
  wire [8:0] \write__counters[1] ;
  wire [8:0] \write__counters[20] ;
  wire [8:0] \write__counters[21] ;
  wire [8:0] \write__counters[22] ;
  wire [8:0] \write__counters[23] ;
  wire [8:0] \write__counters[24] ;
  wire [8:0] \write__counters[25] ;
  wire [8:0] \write__counters[26] ;
  wire [8:0] \write__counters[27] ;
  wire [8:0] \write__counters[28] ;
  wire [8:0] \write__counters[29] ;
  wire [8:0] \write__counters[2] ;
  wire [8:0] \write__counters[30] ;
  wire [8:0] \write__counters[31] ;
  wire [8:0] \write__counters[3] ;
  wire [8:0] \write__counters[4] ;
  wire [8:0] \write__counters[5] ;
  wire [8:0] \write__counters[6] ;
  wire [8:0] \write__counters[7] ;
  wire [8:0] \write__counters[8] ;
  wire [8:0] \write__counters[9] ;
  output write__pieces;
  wire [4:0] write__row;
  wire write__segment;
  wire [5:0] write__tile;
  wire write__valid;
  wire [31:0] write__weights;
  assign \$2  = words[0] | words[1];
  assign \$3  = flags0_0[0] | flags0_0[1];
  assign \$4  = flags1_0[0] | flags1_0[1];
  assign \$5  = flags2_0[0] | flags2_0[1];
  assign \$6  = flags3_0[0] | flags3_0[1];
  assign \$7  = flags4_0[0] | flags4_0[1];
  assign \$8  = flags5_0[0] | flags5_0[1];
  assign \$9  = flags6_0[0] | flags6_0[1];
  assign \$10  = | { \$9 , \$8 , \$7 , \$6 , \$5 , \$4 , \$3 , \$2  };
  assign working = \$1  | \$10 ;
  assign busy = \busy$40  | working;
  assign \$11  = \$125 [11:4] * \table$44 [26:23];
  assign \$12  = \$125 [15:12] - \table$44 [55:52];
  assign \$13  = \$12 [3:0] * \table$44 [22:20];
  assign \$14  = ~ \$signal ;
  assign reinforces = \$14  | starts;
  assign \$15  = words[70:60] == first[70:60];
  assign \$16  = words[0] & \$15 ;
  assign \$17  = word0_0[68:58] == first[70:60];
  assign \$18  = flags0_0[0] & \$17 ;
  assign \$19  = word1_0[68:58] == first[70:60];
  assign \$20  = flags1_0[0] & \$19 ;
  assign \$21  = word2_0[68:58] == first[70:60];
  assign \$22  = flags2_0[0] & \$21 ;
  assign held = | { \$22 , \$20 , \$18 , \$16  };
  assign \$signal$51  = words[59:51] < 6'h21;
  assign \$23  = ~ words[0];
  assign \$24  = \$23  | \$signal$51 ;
  assign \$25  = \$signal  & \$24 ;
  assign \$26  = first[0] & held;
  assign \$27  = ~ \$26 ;
  assign starts = \$25  & \$27 ;
  assign \$28  = words[0] & words[3];
  assign \$30  = \$29  + 1'h0;
  assign \$31  = words[0] & words[3];
  assign \$33  = \$32  + 1'h1;
  assign \$34  = word4_0[57:49] > 1'h0;
  assign \$35  = word4_0[57:49] > 1'h1;
  assign \$36  = word4_0[57:49] > 2'h2;
  assign \$37  = word4_0[57:49] > 2'h3;
  assign \$38  = word4_0[57:49] > 3'h4;
  assign \$39  = word4_0[57:49] > 3'h5;
  assign \$40  = word4_0[57:49] > 3'h6;
  assign \$41  = word4_0[57:49] > 3'h7;
  assign \$42  = word4_0[57:49] > 4'h8;
  assign \$43  = word4_0[57:49] > 4'h9;
  assign \$44  = word4_0[57:49] > 4'ha;
  assign \$45  = word4_0[57:49] > 4'hb;
  assign \$46  = word4_0[57:49] > 4'hc;
  assign \$47  = word4_0[57:49] > 4'hd;
  assign \$48  = word4_0[57:49] > 4'he;
  assign \$49  = word4_0[57:49] > 4'hf;
  assign \$50  = word4_0[57:49] > 5'h10;
  assign \$51  = word4_0[57:49] > 5'h11;
  assign \$52  = word4_0[57:49] > 5'h12;
  assign \$53  = word4_0[57:49] > 5'h13;
  assign \$54  = word4_0[57:49] > 5'h14;
  assign \$55  = word4_0[57:49] > 5'h15;
  assign \$56  = word4_0[57:49] > 5'h16;
  assign \$57  = word4_0[57:49] > 5'h17;
  assign \$58  = word4_0[57:49] > 5'h18;
  assign \$59  = word4_0[57:49] > 5'h19;
  assign \$60  = word4_0[57:49] > 5'h1a;
  assign \$61  = word4_0[57:49] > 5'h1b;
  assign \$62  = word4_0[57:49] > 5'h1c;
  assign \$63  = word4_0[57:49] > 5'h1d;
  assign \$64  = word4_0[57:49] > 5'h1e;
  assign \$65  = word4_0[57:49] > 5'h1f;
  assign chosen = \$66  & { \$65 , \$64 , \$63 , \$62 , \$61 , \$60 , \$59 , \$58 , \$57 , \$56 , \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34  };
  assign write__bank = ~ bank;
  assign write__pieces = word6_0[57:49] > 1'h0;
  assign \$67  = ~ write__counters[8];
  assign \$68  = ~ write__counters[17];
  assign \$69  = ~ write__counters[26];
  assign \$70  = ~ write__counters[35];
  assign \$71  = ~ write__counters[44];
  assign \$72  = ~ write__counters[53];
  assign \$73  = ~ write__counters[62];
  assign \$74  = ~ write__counters[71];
  assign \$75  = ~ write__counters[80];
  assign \$76  = ~ write__counters[89];
  assign \$77  = ~ write__counters[98];
  assign \$78  = ~ write__counters[107];
  assign \$79  = ~ write__counters[116];
  assign \$80  = ~ write__counters[125];
  assign \$81  = ~ write__counters[134];
  assign \$82  = ~ write__counters[143];
  assign \$83  = ~ write__counters[152];
  assign \$84  = ~ write__counters[161];
  assign \$85  = ~ write__counters[170];
  assign \$86  = ~ write__counters[179];
  assign \$87  = ~ write__counters[188];
  assign \$88  = ~ write__counters[197];
  assign \$89  = ~ write__counters[206];
  assign \$90  = ~ write__counters[215];
  assign \$91  = ~ write__counters[224];
  assign \$92  = ~ write__counters[233];
  assign \$93  = ~ write__counters[242];
  assign \$94  = ~ write__counters[251];
  assign \$95  = ~ write__counters[260];
  assign \$96  = ~ write__counters[269];
  assign \$97  = ~ write__counters[278];
  assign \$98  = ~ write__counters[287];
  assign \$99  = ~ \$125 [22];
  assign \$100  = \table$44 [43:33] + \$11 [10:0];
  assign \$101  = \table$44 [32:27] + \$13 [5:0];
  assign \$102  = \reinforces$103  ? \table$44 [93:73] : 21'h000000;
  assign \$103  = ~ \$signal$51 ;
  assign \$104  = words[70:60] + 1'h1;
  assign \$105  = words[29:25] + 2'h2;
  assign \$106  = words[59:51] - 6'h20;
  assign \$107  = words[86] + 1'h1;
  assign \$109  = words[80:75] + 1'h1;
  assign \$110  = words[74:71] + 1'h1;
  assign \$111  = { \$65 , \$64 , \$63 , \$62 , \$61 , \$60 , \$59 , \$58 , \$57 , \$56 , \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34  } & { word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0], word4_0[0] };
  assign \$248  = word4_0[84] * 6'h20;
  assign \$112  = activations >> \$248 ;
  always @(posedge clk)
    flags0_0 <= \$113 ;
  always @(posedge clk)
    word0_0 <= words[86:2];
  always @(posedge clk)
    flags1_0 <= \$114 ;
  always @(posedge clk)
    word1_0 <= word0_0;
  always @(posedge clk)
    flags2_0 <= \$115 ;
  always @(posedge clk)
    word2_0 <= word1_0;
  always @(posedge clk)
    flags3_0 <= \$116 ;
  always @(posedge clk)
    word3_0 <= word2_0;
  always @(posedge clk)
    flags4_0 <= \$117 ;
  always @(posedge clk)
    word4_0 <= word3_0;
  always @(posedge clk)
    flags5_0 <= \$118 ;
  always @(posedge clk)
    word5_0 <= word4_0;
  always @(posedge clk)
    flags6_0 <= \$119 ;
  always @(posedge clk)
    word6_0 <= word5_0;
  always @(posedge clk)
    \$signal  <= \$120 ;
  always @(posedge clk)
    first <= \$121 ;
  always @(posedge clk)
    words <= \$122 ;
  always @(posedge clk)
    counters <= \$123 ;
  always @(posedge clk)
    learning <= \$111 ;
  always @(posedge clk)
    inputs <= \$112 ;
  bep_core_row_engine_commit commit (
    .away(away),
    .chosen(chosen),
    .clk(clk),
    .committed(\counters$79 ),
    .counters(counters),
    .due(word4_0[1]),
    .rst(rst),
    .valid(flags4_0[0])
  );
  bep_core_row_engine_jobs jobs (
    .bank(bank),
    .busy(\busy$40 ),
    .clk(clk),
    .idle_layer(idle_layer),
    .jobs__ready(reinforces),
    .jobs__valid(jobs__valid),
    .layer(sweep_layer),
    .layers(layers),
    .\port$10036$0 (\$124 ),
    .\port$10040$0 (\$125 ),
    .refresh(refresh),
    .reinforces(\reinforces$103 ),
    .rst(rst),
    .\table (\table ),
    .\turn$13 (turn),
    .winners__payload(winners__payload),
    .winners__ready(winners__ready),
    .winners__valid(winners__valid),
    .working(working)
  );
  bep_core_row_engine_reinforce reinforce0 (
    .chosen(\chosen$75 ),
    .clk(clk),
    .minibatch(minibatch),
    .\port$10031$7 (words[24:7]),
    .\port$7762$0 (\$30 ),
    .rst(rst),
    .seed(seed),
    .threshold(words[50:30]),
    .valid(valid)
  );
  bep_core_row_engine_reinforce reinforce1 (
    .chosen(\chosen$76 ),
    .clk(clk),
    .minibatch(minibatch),
    .\port$10031$7 (words[24:7]),
    .\port$7762$0 (\$33 ),
    .rst(rst),
    .seed(seed),
    .threshold(words[50:30]),
    .valid(\valid$60 )
  );
  bep_core_row_engine_update update (
    .away(away),
    .clk(clk),
    .counters(\counters$79 ),
    .desired(word5_0[2]),
    .inputs(inputs),
    .learning(learning),
    .rst(rst),
    .updated(write__counters),
    .valid(flags5_0[0])
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$113  = words[1:0];
    if (rst) begin
      \$113  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$114  = flags0_0;
    if (rst) begin
      \$114  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$115  = flags1_0;
    if (rst) begin
      \$115  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$116  = flags2_0;
    if (rst) begin
      \$116  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$117  = flags3_0;
    if (rst) begin
      \$117  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$118  = flags4_0;
    if (rst) begin
      \$118  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$119  = flags5_0;
    if (rst) begin
      \$119  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$120  = \$signal ;
    if (reinforces) begin
      \$120  = jobs__valid;
    end
    if (rst) begin
      \$120  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$121  = first;
    if (reinforces) begin
      \$121 [0] = \$99 ;
      \$121 [70:60] = \$100 [10:0];
      \$121 [74:71] = \table$44 [47:44];
      \$121 [80:75] = \$101 [5:0];
      \$121 [59:51] = \table$44 [16:8];
      \$121 [50:30] = \$102 ;
      \$121 [1] = \$125 [22];
      \$121 [2] = \$124 [0];
      \$121 [3] = \$124 [1];
      \$121 [4] = \$125 [21];
      \$121 [6:5] = \$125 [1:0];
      \$121 [10:7] = { 2'h0, \$125 [3:2] };
      \$121 [24:11] = { 6'h00, \$125 [11:4] };
      \$121 [85:81] = \$125 [20:16];
    end
    if (rst) begin
      \$121  = 87'h0000000000000000000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    { \$122 [86:2], \$122 [0] } = { words[86:2], words[0] };
    \$122 [1] = 1'h0;
    if (words[0]) begin
      \$122 [0] = \$103 ;
      \$122 [70:60] = \$104 [10:0];
      \$122 [29:25] = \$105 [4:0];
      \$122 [59:51] = \$106 [8:0];
      \$122 [86] = \$107 [0];
      if (\$108 ) begin
        \$122 [86] = 1'h0;
        \$122 [80:75] = \$109 [5:0];
        \$122 [74:71] = \$110 [3:0];
      end
    end
    if (starts) begin
      \$122  = first;
    end
    if (rst) begin
      \$122  = 87'h0000000000000000000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$45 ) begin end
    \$123  = counters;
    if (flags3_0[0]) begin
      \$123  = \counters$108 ;
    end
  end
  assign sweep_table = \table ;
  assign layer = sweep_layer;
  assign preparing = 1'h0;
  assign jobs__payload = { \$124 , \$125  };
  assign tiles = \$13 [5:0];
  assign jobs__ready = reinforces;
  assign group0 = { 8'h00, \$30  };
  assign position = { words[10:7], words[24:11], 8'h00, \$30  };
  assign threshold = words[50:30];
  assign group1 = { 8'h00, \$33  };
  assign exists = { \$65 , \$64 , \$63 , \$62 , \$61 , \$60 , \$59 , \$58 , \$57 , \$56 , \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42 , \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34  };
  assign due = word4_0[1];
  assign committed = \counters$79 ;
  assign learning0 = learning;
  assign desired = word5_0[2];
  assign inputs0 = inputs;
  assign write__valid = flags6_0[0];
  assign updated = write__counters;
  assign write__tile = word6_0[78:73];
  assign write__row = word6_0[83:79];
  assign write__segment = word6_0[84];
  assign write__weights = { \$98 , \$97 , \$96 , \$95 , \$94 , \$93 , \$92 , \$91 , \$90 , \$89 , \$88 , \$87 , \$86 , \$85 , \$84 , \$83 , \$82 , \$81 , \$80 , \$79 , \$78 , \$77 , \$76 , \$75 , \$74 , \$73 , \$72 , \$71 , \$70 , \$69 , \$68 , \$67  };
  assign freed = flags6_0[1];
  assign \port$7803$0  = \$67 ;
  assign \port$7804$0  = \$68 ;
  assign \port$7805$0  = \$69 ;
  assign \port$7806$0  = \$70 ;
  assign \port$7807$0  = \$71 ;
  assign \port$7808$0  = \$72 ;
  assign \port$7809$0  = \$73 ;
  assign \port$7810$0  = \$74 ;
  assign \port$7811$0  = \$75 ;
  assign \port$7812$0  = \$76 ;
  assign \port$7813$0  = \$77 ;
  assign \port$7814$0  = \$78 ;
  assign \port$7815$0  = \$79 ;
  assign \port$7816$0  = \$80 ;
  assign \port$7817$0  = \$81 ;
  assign \port$7818$0  = \$82 ;
  assign \port$7819$0  = \$83 ;
  assign \port$7820$0  = \$84 ;
  assign \port$7821$0  = \$85 ;
  assign \port$7822$0  = \$86 ;
  assign \port$7823$0  = \$87 ;
  assign \port$7824$0  = \$88 ;
  assign \port$7825$0  = \$89 ;
  assign \port$7826$0  = \$90 ;
  assign \port$7827$0  = \$91 ;
  assign \port$7828$0  = \$92 ;
  assign \port$7829$0  = \$93 ;
  assign \port$7830$0  = \$94 ;
  assign \port$7831$0  = \$95 ;
  assign \port$7832$0  = \$96 ;
  assign \port$7833$0  = \$97 ;
  assign \port$7834$0  = \$98 ;
  assign counter_address = word2_0[68:58];
  assign activation_bank = word3_0[4:3];
  assign activation_address = word3_0[72:69];
  assign freed_bank = word6_0[4:3];
  assign write__address = word6_0[68:58];
  assign \port$10025$73  = word6_0[84:73];
  assign \layer$41  = \$125 [3:2];
  assign \winners__payload.bank  = winners__payload[1:0];
  assign \winners__payload.layer  = winners__payload[3:2];
  assign \winners__payload.row  = winners__payload[11:4];
  assign \winners__payload.block  = winners__payload[15:12];
  assign \winners__payload.index  = winners__payload[20:16];
  assign \winners__payload.desired  = winners__payload[21];
  assign \winners__payload.last  = winners__payload[22];
  assign \winners__payload$1.bank  = winners__payload[1:0];
  assign \winners__payload$1.layer  = winners__payload[3:2];
  assign \winners__payload$1.row  = winners__payload[11:4];
  assign \winners__payload$1.block  = winners__payload[15:12];
  assign \winners__payload$1.index  = winners__payload[20:16];
  assign \winners__payload$1.desired  = winners__payload[21];
  assign \winners__payload$1.last  = winners__payload[22];
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
  assign \sweep_table.rows  = \table [7:0];
  assign \sweep_table.columns  = \table [16:8];
  assign \sweep_table.row_blocks  = \table [19:17];
  assign \sweep_table.column_blocks  = \table [22:20];
  assign \sweep_table.words  = \table [26:23];
  assign \sweep_table.tile_base  = \table [32:27];
  assign \sweep_table.counter_base  = \table [43:33];
  assign \sweep_table.input_base  = \table [47:44];
  assign \sweep_table.output_base  = \table [51:48];
  assign \sweep_table.row_base  = \table [55:52];
  assign \sweep_table.gate  = \table [64:56];
  assign \sweep_table.group  = \table [72:65];
  assign \sweep_table.reinforce  = \table [93:73];
  assign \words.valid  = words[0];
  assign \words.last  = words[1];
  assign \words.learns  = words[2];
  assign \words.due  = words[3];
  assign \words.desired  = words[4];
  assign \words.bank  = words[6:5];
  assign \words.layer  = words[10:7];
  assign \words.row  = words[24:11];
  assign \words.place  = words[29:25];
  assign \words.threshold  = words[50:30];
  assign \words.columns_left  = words[59:51];
  assign \words.address  = words[70:60];
  assign \words.activation_address  = words[74:71];
  assign \words.tile  = words[80:75];
  assign \words.index  = words[85:81];
  assign \words.segment  = words[86];
  assign \jobs__payload.bank  = \$125 [1:0];
  assign \jobs__payload.layer  = \$125 [3:2];
  assign \jobs__payload.row  = \$125 [11:4];
  assign \jobs__payload.block  = \$125 [15:12];
  assign \jobs__payload.index  = \$125 [20:16];
  assign \jobs__payload.desired  = \$125 [21];
  assign \jobs__payload.last  = \$125 [22];
  assign \jobs__payload.learns  = \$124 [0];
  assign \jobs__payload.due  = \$124 [1];
  assign \table$44.rows  = \table$44 [7:0];
  assign \table$44.columns  = \table$44 [16:8];
  assign \table$44.row_blocks  = \table$44 [19:17];
  assign \table$44.column_blocks  = \table$44 [22:20];
  assign \table$44.words  = \table$44 [26:23];
  assign \table$44.tile_base  = \table$44 [32:27];
  assign \table$44.counter_base  = \table$44 [43:33];
  assign \table$44.input_base  = \table$44 [47:44];
  assign \table$44.output_base  = \table$44 [51:48];
  assign \table$44.row_base  = \table$44 [55:52];
  assign \table$44.gate  = \table$44 [64:56];
  assign \table$44.group  = \table$44 [72:65];
  assign \table$44.reinforce  = \table$44 [93:73];
  assign \first.valid  = first[0];
  assign \first.last  = first[1];
  assign \first.learns  = first[2];
  assign \first.due  = first[3];
  assign \first.desired  = first[4];
  assign \first.bank  = first[6:5];
  assign \first.layer  = first[10:7];
  assign \first.row  = first[24:11];
  assign \first.place  = first[29:25];
  assign \first.threshold  = first[50:30];
  assign \first.columns_left  = first[59:51];
  assign \first.address  = first[70:60];
  assign \first.activation_address  = first[74:71];
  assign \first.tile  = first[80:75];
  assign \first.index  = first[85:81];
  assign \first.segment  = first[86];
  assign \counters[0]  = counters[8:0];
  assign \counters[1]  = counters[17:9];
  assign \counters[2]  = counters[26:18];
  assign \counters[3]  = counters[35:27];
  assign \counters[4]  = counters[44:36];
  assign \counters[5]  = counters[53:45];
  assign \counters[6]  = counters[62:54];
  assign \counters[7]  = counters[71:63];
  assign \counters[8]  = counters[80:72];
  assign \counters[9]  = counters[89:81];
  assign \counters[10]  = counters[98:90];
  assign \counters[11]  = counters[107:99];
  assign \counters[12]  = counters[116:108];
  assign \counters[13]  = counters[125:117];
  assign \counters[14]  = counters[134:126];
  assign \counters[15]  = counters[143:135];
  assign \counters[16]  = counters[152:144];
  assign \counters[17]  = counters[161:153];
  assign \counters[18]  = counters[170:162];
  assign \counters[19]  = counters[179:171];
  assign \counters[20]  = counters[188:180];
  assign \counters[21]  = counters[197:189];
  assign \counters[22]  = counters[206:198];
  assign \counters[23]  = counters[215:207];
  assign \counters[24]  = counters[224:216];
  assign \counters[25]  = counters[233:225];
  assign \counters[26]  = counters[242:234];
  assign \counters[27]  = counters[251:243];
  assign \counters[28]  = counters[260:252];
  assign \counters[29]  = counters[269:261];
  assign \counters[30]  = counters[278:270];
  assign \counters[31]  = counters[287:279];
  assign \counters$73[0]  = counters[8:0];
  assign \counters$73[1]  = counters[17:9];
  assign \counters$73[2]  = counters[26:18];
  assign \counters$73[3]  = counters[35:27];
  assign \counters$73[4]  = counters[44:36];
  assign \counters$73[5]  = counters[53:45];
  assign \counters$73[6]  = counters[62:54];
  assign \counters$73[7]  = counters[71:63];
  assign \counters$73[8]  = counters[80:72];
  assign \counters$73[9]  = counters[89:81];
  assign \counters$73[10]  = counters[98:90];
  assign \counters$73[11]  = counters[107:99];
  assign \counters$73[12]  = counters[116:108];
  assign \counters$73[13]  = counters[125:117];
  assign \counters$73[14]  = counters[134:126];
  assign \counters$73[15]  = counters[143:135];
  assign \counters$73[16]  = counters[152:144];
  assign \counters$73[17]  = counters[161:153];
  assign \counters$73[18]  = counters[170:162];
  assign \counters$73[19]  = counters[179:171];
  assign \counters$73[20]  = counters[188:180];
  assign \counters$73[21]  = counters[197:189];
  assign \counters$73[22]  = counters[206:198];
  assign \counters$73[23]  = counters[215:207];
  assign \counters$73[24]  = counters[224:216];
  assign \counters$73[25]  = counters[233:225];
  assign \counters$73[26]  = counters[242:234];
  assign \counters$73[27]  = counters[251:243];
  assign \counters$73[28]  = counters[260:252];
  assign \counters$73[29]  = counters[269:261];
  assign \counters$73[30]  = counters[278:270];
  assign \counters$73[31]  = counters[287:279];
  assign \counters$79[0]  = \counters$79 [8:0];
  assign \counters$79[1]  = \counters$79 [17:9];
  assign \counters$79[2]  = \counters$79 [26:18];
  assign \counters$79[3]  = \counters$79 [35:27];
  assign \counters$79[4]  = \counters$79 [44:36];
  assign \counters$79[5]  = \counters$79 [53:45];
  assign \counters$79[6]  = \counters$79 [62:54];
  assign \counters$79[7]  = \counters$79 [71:63];
  assign \counters$79[8]  = \counters$79 [80:72];
  assign \counters$79[9]  = \counters$79 [89:81];
  assign \counters$79[10]  = \counters$79 [98:90];
  assign \counters$79[11]  = \counters$79 [107:99];
  assign \counters$79[12]  = \counters$79 [116:108];
  assign \counters$79[13]  = \counters$79 [125:117];
  assign \counters$79[14]  = \counters$79 [134:126];
  assign \counters$79[15]  = \counters$79 [143:135];
  assign \counters$79[16]  = \counters$79 [152:144];
  assign \counters$79[17]  = \counters$79 [161:153];
  assign \counters$79[18]  = \counters$79 [170:162];
  assign \counters$79[19]  = \counters$79 [179:171];
  assign \counters$79[20]  = \counters$79 [188:180];
  assign \counters$79[21]  = \counters$79 [197:189];
  assign \counters$79[22]  = \counters$79 [206:198];
  assign \counters$79[23]  = \counters$79 [215:207];
  assign \counters$79[24]  = \counters$79 [224:216];
  assign \counters$79[25]  = \counters$79 [233:225];
  assign \counters$79[26]  = \counters$79 [242:234];
  assign \counters$79[27]  = \counters$79 [251:243];
  assign \counters$79[28]  = \counters$79 [260:252];
  assign \counters$79[29]  = \counters$79 [269:261];
  assign \counters$79[30]  = \counters$79 [278:270];
  assign \counters$79[31]  = \counters$79 [287:279];
  assign \committed[0]  = \counters$79 [8:0];
  assign \committed[1]  = \counters$79 [17:9];
  assign \committed[2]  = \counters$79 [26:18];
  assign \committed[3]  = \counters$79 [35:27];
  assign \committed[4]  = \counters$79 [44:36];
  assign \committed[5]  = \counters$79 [53:45];
  assign \committed[6]  = \counters$79 [62:54];
  assign \committed[7]  = \counters$79 [71:63];
  assign \committed[8]  = \counters$79 [80:72];
  assign \committed[9]  = \counters$79 [89:81];
  assign \committed[10]  = \counters$79 [98:90];
  assign \committed[11]  = \counters$79 [107:99];
  assign \committed[12]  = \counters$79 [116:108];
  assign \committed[13]  = \counters$79 [125:117];
  assign \committed[14]  = \counters$79 [134:126];
  assign \committed[15]  = \counters$79 [143:135];
  assign \committed[16]  = \counters$79 [152:144];
  assign \committed[17]  = \counters$79 [161:153];
  assign \committed[18]  = \counters$79 [170:162];
  assign \committed[19]  = \counters$79 [179:171];
  assign \committed[20]  = \counters$79 [188:180];
  assign \committed[21]  = \counters$79 [197:189];
  assign \committed[22]  = \counters$79 [206:198];
  assign \committed[23]  = \counters$79 [215:207];
  assign \committed[24]  = \counters$79 [224:216];
  assign \committed[25]  = \counters$79 [233:225];
  assign \committed[26]  = \counters$79 [242:234];
  assign \committed[27]  = \counters$79 [251:243];
  assign \committed[28]  = \counters$79 [260:252];
  assign \committed[29]  = \counters$79 [269:261];
  assign \committed[30]  = \counters$79 [278:270];
  assign \committed[31]  = \counters$79 [287:279];
  assign \write__counters[0]  = write__counters[8:0];
  assign \write__counters[1]  = write__counters[17:9];
  assign \write__counters[2]  = write__counters[26:18];
  assign \write__counters[3]  = write__counters[35:27];
  assign \write__counters[4]  = write__counters[44:36];
  assign \write__counters[5]  = write__counters[53:45];
  assign \write__counters[6]  = write__counters[62:54];
  assign \write__counters[7]  = write__counters[71:63];
  assign \write__counters[8]  = write__counters[80:72];
  assign \write__counters[9]  = write__counters[89:81];
  assign \write__counters[10]  = write__counters[98:90];
  assign \write__counters[11]  = write__counters[107:99];
  assign \write__counters[12]  = write__counters[116:108];
  assign \write__counters[13]  = write__counters[125:117];
  assign \write__counters[14]  = write__counters[134:126];
  assign \write__counters[15]  = write__counters[143:135];
  assign \write__counters[16]  = write__counters[152:144];
  assign \write__counters[17]  = write__counters[161:153];
  assign \write__counters[18]  = write__counters[170:162];
  assign \write__counters[19]  = write__counters[179:171];
  assign \write__counters[20]  = write__counters[188:180];
  assign \write__counters[21]  = write__counters[197:189];
  assign \write__counters[22]  = write__counters[206:198];
  assign \write__counters[23]  = write__counters[215:207];
  assign \write__counters[24]  = write__counters[224:216];
  assign \write__counters[25]  = write__counters[233:225];
  assign \write__counters[26]  = write__counters[242:234];
  assign \write__counters[27]  = write__counters[251:243];
  assign \write__counters[28]  = write__counters[260:252];
  assign \write__counters[29]  = write__counters[269:261];
  assign \write__counters[30]  = write__counters[278:270];
  assign \write__counters[31]  = write__counters[287:279];
  assign \updated[0]  = write__counters[8:0];
  assign \updated[1]  = write__counters[17:9];
  assign \updated[2]  = write__counters[26:18];
  assign \updated[3]  = write__counters[35:27];
  assign \updated[4]  = write__counters[44:36];
  assign \updated[5]  = write__counters[53:45];
  assign \updated[6]  = write__counters[62:54];
  assign \updated[7]  = write__counters[71:63];
  assign \updated[8]  = write__counters[80:72];
  assign \updated[9]  = write__counters[89:81];
  assign \updated[10]  = write__counters[98:90];
  assign \updated[11]  = write__counters[107:99];
  assign \updated[12]  = write__counters[116:108];
  assign \updated[13]  = write__counters[125:117];
  assign \updated[14]  = write__counters[134:126];
  assign \updated[15]  = write__counters[143:135];
  assign \updated[16]  = write__counters[152:144];
  assign \updated[17]  = write__counters[161:153];
  assign \updated[18]  = write__counters[170:162];
  assign \updated[19]  = write__counters[179:171];
  assign \updated[20]  = write__counters[188:180];
  assign \updated[21]  = write__counters[197:189];
  assign \updated[22]  = write__counters[206:198];
  assign \updated[23]  = write__counters[215:207];
  assign \updated[24]  = write__counters[224:216];
  assign \updated[25]  = write__counters[233:225];
  assign \updated[26]  = write__counters[242:234];
  assign \updated[27]  = write__counters[251:243];
  assign \updated[28]  = write__counters[260:252];
  assign \updated[29]  = write__counters[269:261];
  assign \updated[30]  = write__counters[278:270];
  assign \updated[31]  = write__counters[287:279];
  assign \counters$108[0]  = \counters$108 [8:0];
  assign \counters$108[1]  = \counters$108 [17:9];
  assign \counters$108[2]  = \counters$108 [26:18];
  assign \counters$108[3]  = \counters$108 [35:27];
  assign \counters$108[4]  = \counters$108 [44:36];
  assign \counters$108[5]  = \counters$108 [53:45];
  assign \counters$108[6]  = \counters$108 [62:54];
  assign \counters$108[7]  = \counters$108 [71:63];
  assign \counters$108[8]  = \counters$108 [80:72];
  assign \counters$108[9]  = \counters$108 [89:81];
  assign \counters$108[10]  = \counters$108 [98:90];
  assign \counters$108[11]  = \counters$108 [107:99];
  assign \counters$108[12]  = \counters$108 [116:108];
  assign \counters$108[13]  = \counters$108 [125:117];
  assign \counters$108[14]  = \counters$108 [134:126];
  assign \counters$108[15]  = \counters$108 [143:135];
  assign \counters$108[16]  = \counters$108 [152:144];
  assign \counters$108[17]  = \counters$108 [161:153];
  assign \counters$108[18]  = \counters$108 [170:162];
  assign \counters$108[19]  = \counters$108 [179:171];
  assign \counters$108[20]  = \counters$108 [188:180];
  assign \counters$108[21]  = \counters$108 [197:189];
  assign \counters$108[22]  = \counters$108 [206:198];
  assign \counters$108[23]  = \counters$108 [215:207];
  assign \counters$108[24]  = \counters$108 [224:216];
  assign \counters$108[25]  = \counters$108 [233:225];
  assign \counters$108[26]  = \counters$108 [242:234];
  assign \counters$108[27]  = \counters$108 [251:243];
  assign \counters$108[28]  = \counters$108 [260:252];
  assign \counters$108[29]  = \counters$108 [269:261];
  assign \counters$108[30]  = \counters$108 [278:270];
  assign \counters$108[31]  = \counters$108 [287:279];
  assign \$1  = \$signal ;
  assign valid = \$28 ;
  assign \$29  = words[29:25];
  assign \valid$60  = \$31 ;
  assign \$32  = words[29:25];
  assign \$66  = { \chosen$76 , \chosen$75  };
  assign \$108  = words[86];
endmodule

// bep_hw/gateware/commit.py
module bep_core_row_engine_commit(rst, chosen, valid, due, counters, committed, away, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$46 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$46 <= 0;
  wire \$1 , \$10 , \$100 , \$103 , \$104 , \$105 , \$106 , \$109 , \$110 , \$111 , \$112 , \$115 ,
    \$116 , \$117 , \$118 , \$121 , \$122 , \$123 , \$124 , \$127 , \$128 , \$129 , \$13 , \$130 ,
    \$133 , \$134 , \$135 , \$136 , \$139 , \$14 , \$140 , \$141 , \$142 , \$145 , \$146 , \$147 ,
    \$148 , \$15 , \$151 , \$152 , \$153 , \$154 , \$157 , \$158 , \$159 , \$16 , \$160 , \$163 ,
    \$164 , \$165 , \$166 , \$169 , \$170 , \$171 , \$172 , \$175 , \$176 , \$177 , \$178 , \$181 ,
    \$182 , \$183 , \$184 , \$187 , \$188 , \$189 , \$19 , \$190 , \$194 , \$195 , \$197 , \$198 ,
    \$199 , \$2 , \$20 , \$201 , \$202 , \$204 , \$205 , \$206 , \$208 , \$209 , \$21 , \$211 ,
    \$212 , \$213 , \$215 , \$216 , \$218 , \$219 , \$22 , \$220 , \$222 , \$223 , \$225 , \$226 ,
    \$227 , \$229 , \$230 , \$232 , \$233 , \$234 , \$236 , \$237 , \$239 , \$240 , \$241 , \$243 ,
    \$244 , \$246 , \$247 , \$248 , \$25 , \$250 , \$251 , \$253 , \$254 , \$255 , \$257 , \$258 ,
    \$26 , \$260 , \$261 , \$262 , \$264 , \$265 , \$267 , \$268 , \$269 , \$27 , \$271 , \$272 ,
    \$274 , \$275 , \$276 , \$278 , \$279 , \$28 , \$281 , \$282 , \$283 , \$285 , \$286 , \$288 ,
    \$289 , \$290 , \$292 , \$293 , \$295 , \$296 , \$297 , \$299 , \$3 , \$300 , \$302 , \$303 ,
    \$304 , \$306 , \$307 , \$309 , \$31 , \$310 , \$311 , \$313 , \$314 , \$316 , \$317 , \$318 ,
    \$32 , \$320 , \$321 , \$323 , \$324 , \$325 , \$327 , \$328 , \$33 , \$330 , \$331 , \$332 ,
    \$334 , \$335 , \$337 , \$338 , \$339 , \$34 , \$341 , \$342 , \$344 , \$345 , \$346 , \$348 ,
    \$349 , \$351 , \$352 , \$353 , \$355 , \$356 , \$358 , \$359 , \$360 , \$362 , \$363 , \$365 ,
    \$366 , \$367 , \$369 , \$37 , \$370 , \$372 , \$373 , \$374 , \$376 , \$377 , \$379 , \$38 ,
    \$380 , \$381 , \$383 , \$384 , \$386 , \$387 , \$388 , \$39 , \$390 , \$391 , \$393 , \$394 ,
    \$395 , \$397 , \$398 , \$4 , \$40 , \$400 , \$401 , \$402 , \$404 , \$405 , \$407 , \$408 ,
    \$409 , \$411 , \$412 , \$414 , \$415 , \$416 , \$417 , \$418 ;
  wire [8:0] \$101 , \$102 , \$107 , \$108 , \$11 , \$113 , \$114 , \$119 , \$12 , \$120 , \$125 ,
    \$126 , \$131 , \$132 , \$137 , \$138 , \$143 , \$144 , \$149 , \$150 , \$155 , \$156 , \$161 ,
    \$162 , \$167 , \$168 , \$17 , \$173 , \$174 , \$179 , \$18 , \$180 , \$185 , \$186 , \$191 ,
    \$192 , \$23 , \$24 , \$29 , \$30 , \$35 , \$36 , \$41 ;
  wire [1:0] \$193 , \$200 , \$207 , \$214 , \$221 , \$228 , \$235 , \$242 , \$249 , \$256 , \$263 ,
    \$270 , \$277 , \$284 , \$291 , \$298 , \$305 , \$312 , \$319 , \$326 , \$333 , \$340 , \$347 ,
    \$354 , \$361 , \$368 , \$375 , \$382 , \$389 , \$396 , \$403 , \$410 ;
  wire [6:0] \$196 , \$203 , \$210 , \$217 , \$224 , \$231 , \$238 , \$245 , \$252 , \$259 , \$266 ,
    \$273 , \$280 , \$287 , \$294 , \$301 , \$308 , \$315 , \$322 , \$329 , \$336 , \$343 , \$350 ,
    \$357 , \$364 , \$371 , \$378 , \$385 , \$392 , \$399 , \$406 , \$413 ;
  reg [287:0] \$419 ;
  wire [8:0] \$42 ;
  reg [31:0] \$420 ;
  wire \$43 , \$44 , \$45 , \$46 , \$49 , \$50 , \$51 , \$52 , \$55 , \$56 , \$57 , \$58 , \$61 ,
    \$62 , \$63 , \$64 , \$67 , \$68 , \$69 , \$7 , \$70 , \$73 , \$74 , \$75 , \$76 , \$79 , \$8 ,
    \$80 , \$81 , \$82 , \$85 , \$86 , \$87 , \$88 , \$9 , \$91 , \$92 , \$93 , \$94 , \$97 , \$98 ,
    \$99 ;
  wire [8:0] \$47 , \$48 , \$5 , \$53 , \$54 , \$59 , \$6 , \$60 , \$65 , \$66 , \$71 , \$72 ,
    \$77 , \$78 , \$83 , \$84 , \$89 , \$90 , \$95 , \$96 ;
  output [31:0] away;
  reg [31:0] away = 32'd0;
  (* init = 32'd0 *)
  wire [31:0] away_q;
  input [31:0] chosen;
  input clk;
  output [287:0] committed;
  reg [287:0] committed = 288'h000000000000000000000000000000000000000000000000000000000000000000000000;
  wire [8:0] \committed[0] ;
  wire [8:0] \committed[10] ;
  wire [8:0] \committed[11] ;
  wire [8:0] \committed[12] ;
  wire [8:0] \committed[13] ;
  wire [8:0] \committed[14] ;
  wire [8:0] \committed[15] ;
  wire [8:0] \committed[16] ;
  wire [8:0] \committed[17] ;
  wire [8:0] \committed[18] ;
  wire [8:0] \committed[19] ;
  wire [8:0] \committed[1] ;
  wire [8:0] \committed[20] ;
  wire [8:0] \committed[21] ;
  wire [8:0] \committed[22] ;
  wire [8:0] \committed[23] ;
  wire [8:0] \committed[24] ;
  wire [8:0] \committed[25] ;
  wire [8:0] \committed[26] ;
  wire [8:0] \committed[27] ;
  wire [8:0] \committed[28] ;
  wire [8:0] \committed[29] ;
  wire [8:0] \committed[2] ;
  wire [8:0] \committed[30] ;
  wire [8:0] \committed[31] ;
  wire [8:0] \committed[3] ;
  wire [8:0] \committed[4] ;
  wire [8:0] \committed[5] ;
  wire [8:0] \committed[6] ;
  wire [8:0] \committed[7] ;
  wire [8:0] \committed[8] ;
  wire [8:0] \committed[9] ;
  (* init = 288'h000000000000000000000000000000000000000000000000000000000000000000000000 *)
  wire [287:0] committed_q;
  wire [8:0] \committed_q[0] ;
  wire [8:0] \committed_q[10] ;
  wire [8:0] \committed_q[11] ;
  wire [8:0] \committed_q[12] ;
  wire [8:0] \committed_q[13] ;
  wire [8:0] \committed_q[14] ;
  wire [8:0] \committed_q[15] ;
  wire [8:0] \committed_q[16] ;
  wire [8:0] \committed_q[17] ;
  wire [8:0] \committed_q[18] ;
  wire [8:0] \committed_q[19] ;
  wire [8:0] \committed_q[1] ;
  wire [8:0] \committed_q[20] ;
  wire [8:0] \committed_q[21] ;
  wire [8:0] \committed_q[22] ;
  wire [8:0] \committed_q[23] ;
  wire [8:0] \committed_q[24] ;
  wire [8:0] \committed_q[25] ;
  wire [8:0] \committed_q[26] ;
  wire [8:0] \committed_q[27] ;
  wire [8:0] \committed_q[28] ;
  wire [8:0] \committed_q[29] ;
  wire [8:0] \committed_q[2] ;
  wire [8:0] \committed_q[30] ;
  wire [8:0] \committed_q[31] ;
  wire [8:0] \committed_q[3] ;
  wire [8:0] \committed_q[4] ;
  wire [8:0] \committed_q[5] ;
  wire [8:0] \committed_q[6] ;
  wire [8:0] \committed_q[7] ;
  wire [8:0] \committed_q[8] ;
  wire [8:0] \committed_q[9] ;
  input [287:0] counters;
  wire [8:0] \counters[0] ;
  wire [8:0] \counters[10] ;
  wire [8:0] \counters[11] ;
  wire [8:0] \counters[12] ;
  wire [8:0] \counters[13] ;
  wire [8:0] \counters[14] ;
  wire [8:0] \counters[15] ;
  wire [8:0] \counters[16] ;
  wire [8:0] \counters[17] ;
  wire [8:0] \counters[18] ;
  wire [8:0] \counters[19] ;
  wire [8:0] \counters[1] ;
  wire [8:0] \counters[20] ;
  wire [8:0] \counters[21] ;
  wire [8:0] \counters[22] ;
  wire [8:0] \counters[23] ;
  wire [8:0] \counters[24] ;
  wire [8:0] \counters[25] ;
  wire [8:0] \counters[26] ;
  wire [8:0] \counters[27] ;
  wire [8:0] \counters[28] ;
  wire [8:0] \counters[29] ;
  wire [8:0] \counters[2] ;
  wire [8:0] \counters[30] ;
  wire [8:0] \counters[31] ;
  wire [8:0] \counters[3] ;
  wire [8:0] \counters[4] ;
  wire [8:0] \counters[5] ;
  wire [8:0] \counters[6] ;
  wire [8:0] \counters[7] ;
  wire [8:0] \counters[8] ;
  wire [8:0] \counters[9] ;
  input due;
  input rst;
  input valid;
  assign \$1  = | counters[8:7];
  assign \$2  = & counters[8:7];
  assign \$3  = ~ \$2 ;
  assign \$4  = \$1  & \$3 ;
  assign \$5  = counters[8] ? 9'h180 : 9'h07f;
  assign \$6  = \$4  ? \$5  : counters[8:0];
  assign \$7  = | counters[17:16];
  assign \$8  = & counters[17:16];
  assign \$9  = ~ \$8 ;
  assign \$10  = \$7  & \$9 ;
  assign \$11  = counters[17] ? 9'h180 : 9'h07f;
  assign \$12  = \$10  ? \$11  : counters[17:9];
  assign \$13  = | counters[26:25];
  assign \$14  = & counters[26:25];
  assign \$15  = ~ \$14 ;
  assign \$16  = \$13  & \$15 ;
  assign \$17  = counters[26] ? 9'h180 : 9'h07f;
  assign \$18  = \$16  ? \$17  : counters[26:18];
  assign \$19  = | counters[35:34];
  assign \$20  = & counters[35:34];
  assign \$21  = ~ \$20 ;
  assign \$22  = \$19  & \$21 ;
  assign \$23  = counters[35] ? 9'h180 : 9'h07f;
  assign \$24  = \$22  ? \$23  : counters[35:27];
  assign \$25  = | counters[44:43];
  assign \$26  = & counters[44:43];
  assign \$27  = ~ \$26 ;
  assign \$28  = \$25  & \$27 ;
  assign \$29  = counters[44] ? 9'h180 : 9'h07f;
  assign \$30  = \$28  ? \$29  : counters[44:36];
  assign \$31  = | counters[53:52];
  assign \$32  = & counters[53:52];
  assign \$33  = ~ \$32 ;
  assign \$34  = \$31  & \$33 ;
  assign \$35  = counters[53] ? 9'h180 : 9'h07f;
  assign \$36  = \$34  ? \$35  : counters[53:45];
  assign \$37  = | counters[62:61];
  assign \$38  = & counters[62:61];
  assign \$39  = ~ \$38 ;
  assign \$40  = \$37  & \$39 ;
  assign \$41  = counters[62] ? 9'h180 : 9'h07f;
  assign \$42  = \$40  ? \$41  : counters[62:54];
  assign \$43  = | counters[71:70];
  assign \$44  = & counters[71:70];
  assign \$45  = ~ \$44 ;
  assign \$46  = \$43  & \$45 ;
  assign \$47  = counters[71] ? 9'h180 : 9'h07f;
  assign \$48  = \$46  ? \$47  : counters[71:63];
  assign \$49  = | counters[80:79];
  assign \$50  = & counters[80:79];
  assign \$51  = ~ \$50 ;
  assign \$52  = \$49  & \$51 ;
  assign \$53  = counters[80] ? 9'h180 : 9'h07f;
  assign \$54  = \$52  ? \$53  : counters[80:72];
  assign \$55  = | counters[89:88];
  assign \$56  = & counters[89:88];
  assign \$57  = ~ \$56 ;
  assign \$58  = \$55  & \$57 ;
  assign \$59  = counters[89] ? 9'h180 : 9'h07f;
  assign \$60  = \$58  ? \$59  : counters[89:81];
  assign \$61  = | counters[98:97];
  assign \$62  = & counters[98:97];
  assign \$63  = ~ \$62 ;
  assign \$64  = \$61  & \$63 ;
  assign \$65  = counters[98] ? 9'h180 : 9'h07f;
  assign \$66  = \$64  ? \$65  : counters[98:90];
  assign \$67  = | counters[107:106];
  assign \$68  = & counters[107:106];
  assign \$69  = ~ \$68 ;
  assign \$70  = \$67  & \$69 ;
  assign \$71  = counters[107] ? 9'h180 : 9'h07f;
  assign \$72  = \$70  ? \$71  : counters[107:99];
  assign \$73  = | counters[116:115];
  assign \$74  = & counters[116:115];
  assign \$75  = ~ \$74 ;
  assign \$76  = \$73  & \$75 ;
  assign \$77  = counters[116] ? 9'h180 : 9'h07f;
  assign \$78  = \$76  ? \$77  : counters[116:108];
  assign \$79  = | counters[125:124];
  assign \$80  = & counters[125:124];
  assign \$81  = ~ \$80 ;
  assign \$82  = \$79  & \$81 ;
  assign \$83  = counters[125] ? 9'h180 : 9'h07f;
  assign \$84  = \$82  ? \$83  : counters[125:117];
  assign \$85  = | counters[134:133];
  assign \$86  = & counters[134:133];
  assign \$87  = ~ \$86 ;
  assign \$88  = \$85  & \$87 ;
  assign \$89  = counters[134] ? 9'h180 : 9'h07f;
  assign \$90  = \$88  ? \$89  : counters[134:126];
  assign \$91  = | counters[143:142];
  assign \$92  = & counters[143:142];
  assign \$93  = ~ \$92 ;
  assign \$94  = \$91  & \$93 ;
  assign \$95  = counters[143] ? 9'h180 : 9'h07f;
  assign \$96  = \$94  ? \$95  : counters[143:135];
  assign \$97  = | counters[152:151];
  assign \$98  = & counters[152:151];
  assign \$99  = ~ \$98 ;
  assign \$100  = \$97  & \$99 ;
  assign \$101  = counters[152] ? 9'h180 : 9'h07f;
  assign \$102  = \$100  ? \$101  : counters[152:144];
  assign \$103  = | counters[161:160];
  assign \$104  = & counters[161:160];
  assign \$105  = ~ \$104 ;
  assign \$106  = \$103  & \$105 ;
  assign \$107  = counters[161] ? 9'h180 : 9'h07f;
  assign \$108  = \$106  ? \$107  : counters[161:153];
  assign \$109  = | counters[170:169];
  assign \$110  = & counters[170:169];
  assign \$111  = ~ \$110 ;
  assign \$112  = \$109  & \$111 ;
  assign \$113  = counters[170] ? 9'h180 : 9'h07f;
  assign \$114  = \$112  ? \$113  : counters[170:162];
  assign \$115  = | counters[179:178];
  assign \$116  = & counters[179:178];
  assign \$117  = ~ \$116 ;
  assign \$118  = \$115  & \$117 ;
  assign \$119  = counters[179] ? 9'h180 : 9'h07f;
  assign \$120  = \$118  ? \$119  : counters[179:171];
  assign \$121  = | counters[188:187];
  assign \$122  = & counters[188:187];
  assign \$123  = ~ \$122 ;
  assign \$124  = \$121  & \$123 ;
  assign \$125  = counters[188] ? 9'h180 : 9'h07f;
  assign \$126  = \$124  ? \$125  : counters[188:180];
  assign \$127  = | counters[197:196];
  assign \$128  = & counters[197:196];
  assign \$129  = ~ \$128 ;
  assign \$130  = \$127  & \$129 ;
  assign \$131  = counters[197] ? 9'h180 : 9'h07f;
  assign \$132  = \$130  ? \$131  : counters[197:189];
  assign \$133  = | counters[206:205];
  assign \$134  = & counters[206:205];
  assign \$135  = ~ \$134 ;
  assign \$136  = \$133  & \$135 ;
  assign \$137  = counters[206] ? 9'h180 : 9'h07f;
  assign \$138  = \$136  ? \$137  : counters[206:198];
  assign \$139  = | counters[215:214];
  assign \$140  = & counters[215:214];
  assign \$141  = ~ \$140 ;
  assign \$142  = \$139  & \$141 ;
  assign \$143  = counters[215] ? 9'h180 : 9'h07f;
  assign \$144  = \$142  ? \$143  : counters[215:207];
  assign \$145  = | counters[224:223];
  assign \$146  = & counters[224:223];
  assign \$147  = ~ \$146 ;
  assign \$148  = \$145  & \$147 ;
  assign \$149  = counters[224] ? 9'h180 : 9'h07f;
  assign \$150  = \$148  ? \$149  : counters[224:216];
  assign \$151  = | counters[233:232];
  assign \$152  = & counters[233:232];
  assign \$153  = ~ \$152 ;
  assign \$154  = \$151  & \$153 ;
  assign \$155  = counters[233] ? 9'h180 : 9'h07f;
  assign \$156  = \$154  ? \$155  : counters[233:225];
  assign \$157  = | counters[242:241];
  assign \$158  = & counters[242:241];
  assign \$159  = ~ \$158 ;
  assign \$160  = \$157  & \$159 ;
  assign \$161  = counters[242] ? 9'h180 : 9'h07f;
  assign \$162  = \$160  ? \$161  : counters[242:234];
  assign \$163  = | counters[251:250];
  assign \$164  = & counters[251:250];
  assign \$165  = ~ \$164 ;
  assign \$166  = \$163  & \$165 ;
  assign \$167  = counters[251] ? 9'h180 : 9'h07f;
  assign \$168  = \$166  ? \$167  : counters[251:243];
  assign \$169  = | counters[260:259];
  assign \$170  = & counters[260:259];
  assign \$171  = ~ \$170 ;
  assign \$172  = \$169  & \$171 ;
  assign \$173  = counters[260] ? 9'h180 : 9'h07f;
  assign \$174  = \$172  ? \$173  : counters[260:252];
  assign \$175  = | counters[269:268];
  assign \$176  = & counters[269:268];
  assign \$177  = ~ \$176 ;
  assign \$178  = \$175  & \$177 ;
  assign \$179  = counters[269] ? 9'h180 : 9'h07f;
  assign \$180  = \$178  ? \$179  : counters[269:261];
  assign \$181  = | counters[278:277];
  assign \$182  = & counters[278:277];
  assign \$183  = ~ \$182 ;
  assign \$184  = \$181  & \$183 ;
  assign \$185  = counters[278] ? 9'h180 : 9'h07f;
  assign \$186  = \$184  ? \$185  : counters[278:270];
  assign \$187  = | counters[287:286];
  assign \$188  = & counters[287:286];
  assign \$189  = ~ \$188 ;
  assign \$190  = \$187  & \$189 ;
  assign \$191  = counters[287] ? 9'h180 : 9'h07f;
  assign \$192  = \$190  ? \$191  : counters[287:279];
  assign \$193  = counters[8] ? 2'h3 : 2'h0;
  assign \$194  = counters[8:7] == \$193 ;
  assign \$195  = chosen[0] & \$194 ;
  assign \$196  = counters[8] ? 7'h00 : 7'h7f;
  assign \$197  = counters[6:0] == \$196 ;
  assign \$198  = ~ \$197 ;
  assign \$199  = \$195  & \$198 ;
  assign \$200  = counters[17] ? 2'h3 : 2'h0;
  assign \$201  = counters[17:16] == \$200 ;
  assign \$202  = chosen[1] & \$201 ;
  assign \$203  = counters[17] ? 7'h00 : 7'h7f;
  assign \$204  = counters[15:9] == \$203 ;
  assign \$205  = ~ \$204 ;
  assign \$206  = \$202  & \$205 ;
  assign \$207  = counters[26] ? 2'h3 : 2'h0;
  assign \$208  = counters[26:25] == \$207 ;
  assign \$209  = chosen[2] & \$208 ;
  assign \$210  = counters[26] ? 7'h00 : 7'h7f;
  assign \$211  = counters[24:18] == \$210 ;
  assign \$212  = ~ \$211 ;
  assign \$213  = \$209  & \$212 ;
  assign \$214  = counters[35] ? 2'h3 : 2'h0;
  assign \$215  = counters[35:34] == \$214 ;
  assign \$216  = chosen[3] & \$215 ;
  assign \$217  = counters[35] ? 7'h00 : 7'h7f;
  assign \$218  = counters[33:27] == \$217 ;
  assign \$219  = ~ \$218 ;
  assign \$220  = \$216  & \$219 ;
  assign \$221  = counters[44] ? 2'h3 : 2'h0;
  assign \$222  = counters[44:43] == \$221 ;
  assign \$223  = chosen[4] & \$222 ;
  assign \$224  = counters[44] ? 7'h00 : 7'h7f;
  assign \$225  = counters[42:36] == \$224 ;
  assign \$226  = ~ \$225 ;
  assign \$227  = \$223  & \$226 ;
  assign \$228  = counters[53] ? 2'h3 : 2'h0;
  assign \$229  = counters[53:52] == \$228 ;
  assign \$230  = chosen[5] & \$229 ;
  assign \$231  = counters[53] ? 7'h00 : 7'h7f;
  assign \$232  = counters[51:45] == \$231 ;
  assign \$233  = ~ \$232 ;
  assign \$234  = \$230  & \$233 ;
  assign \$235  = counters[62] ? 2'h3 : 2'h0;
  assign \$236  = counters[62:61] == \$235 ;
  assign \$237  = chosen[6] & \$236 ;
  assign \$238  = counters[62] ? 7'h00 : 7'h7f;
  assign \$239  = counters[60:54] == \$238 ;
  assign \$240  = ~ \$239 ;
  assign \$241  = \$237  & \$240 ;
  assign \$242  = counters[71] ? 2'h3 : 2'h0;
  assign \$243  = counters[71:70] == \$242 ;
  assign \$244  = chosen[7] & \$243 ;
  assign \$245  = counters[71] ? 7'h00 : 7'h7f;
  assign \$246  = counters[69:63] == \$245 ;
  assign \$247  = ~ \$246 ;
  assign \$248  = \$244  & \$247 ;
  assign \$249  = counters[80] ? 2'h3 : 2'h0;
  assign \$250  = counters[80:79] == \$249 ;
  assign \$251  = chosen[8] & \$250 ;
  assign \$252  = counters[80] ? 7'h00 : 7'h7f;
  assign \$253  = counters[78:72] == \$252 ;
  assign \$254  = ~ \$253 ;
  assign \$255  = \$251  & \$254 ;
  assign \$256  = counters[89] ? 2'h3 : 2'h0;
  assign \$257  = counters[89:88] == \$256 ;
  assign \$258  = chosen[9] & \$257 ;
  assign \$259  = counters[89] ? 7'h00 : 7'h7f;
  assign \$260  = counters[87:81] == \$259 ;
  assign \$261  = ~ \$260 ;
  assign \$262  = \$258  & \$261 ;
  assign \$263  = counters[98] ? 2'h3 : 2'h0;
  assign \$264  = counters[98:97] == \$263 ;
  assign \$265  = chosen[10] & \$264 ;
  assign \$266  = counters[98] ? 7'h00 : 7'h7f;
  assign \$267  = counters[96:90] == \$266 ;
  assign \$268  = ~ \$267 ;
  assign \$269  = \$265  & \$268 ;
  assign \$270  = counters[107] ? 2'h3 : 2'h0;
  assign \$271  = counters[107:106] == \$270 ;
  assign \$272  = chosen[11] & \$271 ;
  assign \$273  = counters[107] ? 7'h00 : 7'h7f;
  assign \$274  = counters[105:99] == \$273 ;
  assign \$275  = ~ \$274 ;
  assign \$276  = \$272  & \$275 ;
  assign \$277  = counters[116] ? 2'h3 : 2'h0;
  assign \$278  = counters[116:115] == \$277 ;
  assign \$279  = chosen[12] & \$278 ;
  assign \$280  = counters[116] ? 7'h00 : 7'h7f;
  assign \$281  = counters[114:108] == \$280 ;
  assign \$282  = ~ \$281 ;
  assign \$283  = \$279  & \$282 ;
  assign \$284  = counters[125] ? 2'h3 : 2'h0;
  assign \$285  = counters[125:124] == \$284 ;
  assign \$286  = chosen[13] & \$285 ;
  assign \$287  = counters[125] ? 7'h00 : 7'h7f;
  assign \$288  = counters[123:117] == \$287 ;
  assign \$289  = ~ \$288 ;
  assign \$290  = \$286  & \$289 ;
  assign \$291  = counters[134] ? 2'h3 : 2'h0;
  assign \$292  = counters[134:133] == \$291 ;
  assign \$293  = chosen[14] & \$292 ;
  assign \$294  = counters[134] ? 7'h00 : 7'h7f;
  assign \$295  = counters[132:126] == \$294 ;
  assign \$296  = ~ \$295 ;
  assign \$297  = \$293  & \$296 ;
  assign \$298  = counters[143] ? 2'h3 : 2'h0;
  assign \$299  = counters[143:142] == \$298 ;
  assign \$300  = chosen[15] & \$299 ;
  assign \$301  = counters[143] ? 7'h00 : 7'h7f;
  assign \$302  = counters[141:135] == \$301 ;
  assign \$303  = ~ \$302 ;
  assign \$304  = \$300  & \$303 ;
  assign \$305  = counters[152] ? 2'h3 : 2'h0;
  assign \$306  = counters[152:151] == \$305 ;
  assign \$307  = chosen[16] & \$306 ;
  assign \$308  = counters[152] ? 7'h00 : 7'h7f;
  assign \$309  = counters[150:144] == \$308 ;
  assign \$310  = ~ \$309 ;
  assign \$311  = \$307  & \$310 ;
  assign \$312  = counters[161] ? 2'h3 : 2'h0;
  assign \$313  = counters[161:160] == \$312 ;
  assign \$314  = chosen[17] & \$313 ;
  assign \$315  = counters[161] ? 7'h00 : 7'h7f;
  assign \$316  = counters[159:153] == \$315 ;
  assign \$317  = ~ \$316 ;
  assign \$318  = \$314  & \$317 ;
  assign \$319  = counters[170] ? 2'h3 : 2'h0;
  assign \$320  = counters[170:169] == \$319 ;
  assign \$321  = chosen[18] & \$320 ;
  assign \$322  = counters[170] ? 7'h00 : 7'h7f;
  assign \$323  = counters[168:162] == \$322 ;
  assign \$324  = ~ \$323 ;
  assign \$325  = \$321  & \$324 ;
  assign \$326  = counters[179] ? 2'h3 : 2'h0;
  assign \$327  = counters[179:178] == \$326 ;
  assign \$328  = chosen[19] & \$327 ;
  assign \$329  = counters[179] ? 7'h00 : 7'h7f;
  assign \$330  = counters[177:171] == \$329 ;
  assign \$331  = ~ \$330 ;
  assign \$332  = \$328  & \$331 ;
  assign \$333  = counters[188] ? 2'h3 : 2'h0;
  assign \$334  = counters[188:187] == \$333 ;
  assign \$335  = chosen[20] & \$334 ;
  assign \$336  = counters[188] ? 7'h00 : 7'h7f;
  assign \$337  = counters[186:180] == \$336 ;
  assign \$338  = ~ \$337 ;
  assign \$339  = \$335  & \$338 ;
  assign \$340  = counters[197] ? 2'h3 : 2'h0;
  assign \$341  = counters[197:196] == \$340 ;
  assign \$342  = chosen[21] & \$341 ;
  assign \$343  = counters[197] ? 7'h00 : 7'h7f;
  assign \$344  = counters[195:189] == \$343 ;
  assign \$345  = ~ \$344 ;
  assign \$346  = \$342  & \$345 ;
  assign \$347  = counters[206] ? 2'h3 : 2'h0;
  assign \$348  = counters[206:205] == \$347 ;
  assign \$349  = chosen[22] & \$348 ;
  assign \$350  = counters[206] ? 7'h00 : 7'h7f;
  assign \$351  = counters[204:198] == \$350 ;
  assign \$352  = ~ \$351 ;
  assign \$353  = \$349  & \$352 ;
  assign \$354  = counters[215] ? 2'h3 : 2'h0;
  assign \$355  = counters[215:214] == \$354 ;
  assign \$356  = chosen[23] & \$355 ;
  assign \$357  = counters[215] ? 7'h00 : 7'h7f;
  assign \$358  = counters[213:207] == \$357 ;
  assign \$359  = ~ \$358 ;
  assign \$360  = \$356  & \$359 ;
  assign \$361  = counters[224] ? 2'h3 : 2'h0;
  assign \$362  = counters[224:223] == \$361 ;
  assign \$363  = chosen[24] & \$362 ;
  assign \$364  = counters[224] ? 7'h00 : 7'h7f;
  assign \$365  = counters[222:216] == \$364 ;
  assign \$366  = ~ \$365 ;
  assign \$367  = \$363  & \$366 ;
  assign \$368  = counters[233] ? 2'h3 : 2'h0;
  assign \$369  = counters[233:232] == \$368 ;
  assign \$370  = chosen[25] & \$369 ;
  assign \$371  = counters[233] ? 7'h00 : 7'h7f;
  assign \$372  = counters[231:225] == \$371 ;
  assign \$373  = ~ \$372 ;
  assign \$374  = \$370  & \$373 ;
  assign \$375  = counters[242] ? 2'h3 : 2'h0;
  assign \$376  = counters[242:241] == \$375 ;
  assign \$377  = chosen[26] & \$376 ;
  assign \$378  = counters[242] ? 7'h00 : 7'h7f;
  assign \$379  = counters[240:234] == \$378 ;
  assign \$380  = ~ \$379 ;
  assign \$381  = \$377  & \$380 ;
  assign \$382  = counters[251] ? 2'h3 : 2'h0;
  assign \$383  = counters[251:250] == \$382 ;
  assign \$384  = chosen[27] & \$383 ;
  assign \$385  = counters[251] ? 7'h00 : 7'h7f;
  assign \$386  = counters[249:243] == \$385 ;
  assign \$387  = ~ \$386 ;
  assign \$388  = \$384  & \$387 ;
  assign \$389  = counters[260] ? 2'h3 : 2'h0;
  assign \$390  = counters[260:259] == \$389 ;
  assign \$391  = chosen[28] & \$390 ;
  assign \$392  = counters[260] ? 7'h00 : 7'h7f;
  assign \$393  = counters[258:252] == \$392 ;
  assign \$394  = ~ \$393 ;
  assign \$395  = \$391  & \$394 ;
  assign \$396  = counters[269] ? 2'h3 : 2'h0;
  assign \$397  = counters[269:268] == \$396 ;
  assign \$398  = chosen[29] & \$397 ;
  assign \$399  = counters[269] ? 7'h00 : 7'h7f;
  assign \$400  = counters[267:261] == \$399 ;
  assign \$401  = ~ \$400 ;
  assign \$402  = \$398  & \$401 ;
  assign \$403  = counters[278] ? 2'h3 : 2'h0;
  assign \$404  = counters[278:277] == \$403 ;
  assign \$405  = chosen[30] & \$404 ;
  assign \$406  = counters[278] ? 7'h00 : 7'h7f;
  assign \$407  = counters[276:270] == \$406 ;
  assign \$408  = ~ \$407 ;
  assign \$409  = \$405  & \$408 ;
  assign \$410  = counters[287] ? 2'h3 : 2'h0;
  assign \$411  = counters[287:286] == \$410 ;
  assign \$412  = chosen[31] & \$411 ;
  assign \$413  = counters[287] ? 7'h00 : 7'h7f;
  assign \$414  = counters[285:279] == \$413 ;
  assign \$415  = ~ \$414 ;
  assign \$416  = \$412  & \$415 ;
  assign \$417  = ~ due;
  assign \$418  = valid & \$417 ;
  always @(posedge clk)
    committed <= \$419 ;
  always @(posedge clk)
    away <= \$420 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$46 ) begin end
    \$419  = committed;
    if (valid) begin
      if (due) begin
        \$419  = { \$192 , \$186 , \$180 , \$174 , \$168 , \$162 , \$156 , \$150 , \$144 , \$138 , \$132 , \$126 , \$120 , \$114 , \$108 , \$102 , \$96 , \$90 , \$84 , \$78 , \$72 , \$66 , \$60 , \$54 , \$48 , \$42 , \$36 , \$30 , \$24 , \$18 , \$12 , \$6  };
      end
    end
    if (\$418 ) begin
      \$419  = counters;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$46 ) begin end
    \$420  = away;
    if (valid) begin
      if (due) begin
        \$420  = { \$416 , \$409 , \$402 , \$395 , \$388 , \$381 , \$374 , \$367 , \$360 , \$353 , \$346 , \$339 , \$332 , \$325 , \$318 , \$311 , \$304 , \$297 , \$290 , \$283 , \$276 , \$269 , \$262 , \$255 , \$248 , \$241 , \$234 , \$227 , \$220 , \$213 , \$206 , \$199  };
      end
    end
    if (\$418 ) begin
      \$420  = 32'd0;
    end
  end
  assign committed_q = committed;
  assign away_q = away;
  assign \committed[0]  = committed[8:0];
  assign \committed[1]  = committed[17:9];
  assign \committed[2]  = committed[26:18];
  assign \committed[3]  = committed[35:27];
  assign \committed[4]  = committed[44:36];
  assign \committed[5]  = committed[53:45];
  assign \committed[6]  = committed[62:54];
  assign \committed[7]  = committed[71:63];
  assign \committed[8]  = committed[80:72];
  assign \committed[9]  = committed[89:81];
  assign \committed[10]  = committed[98:90];
  assign \committed[11]  = committed[107:99];
  assign \committed[12]  = committed[116:108];
  assign \committed[13]  = committed[125:117];
  assign \committed[14]  = committed[134:126];
  assign \committed[15]  = committed[143:135];
  assign \committed[16]  = committed[152:144];
  assign \committed[17]  = committed[161:153];
  assign \committed[18]  = committed[170:162];
  assign \committed[19]  = committed[179:171];
  assign \committed[20]  = committed[188:180];
  assign \committed[21]  = committed[197:189];
  assign \committed[22]  = committed[206:198];
  assign \committed[23]  = committed[215:207];
  assign \committed[24]  = committed[224:216];
  assign \committed[25]  = committed[233:225];
  assign \committed[26]  = committed[242:234];
  assign \committed[27]  = committed[251:243];
  assign \committed[28]  = committed[260:252];
  assign \committed[29]  = committed[269:261];
  assign \committed[30]  = committed[278:270];
  assign \committed[31]  = committed[287:279];
  assign \committed_q[0]  = committed[8:0];
  assign \committed_q[1]  = committed[17:9];
  assign \committed_q[2]  = committed[26:18];
  assign \committed_q[3]  = committed[35:27];
  assign \committed_q[4]  = committed[44:36];
  assign \committed_q[5]  = committed[53:45];
  assign \committed_q[6]  = committed[62:54];
  assign \committed_q[7]  = committed[71:63];
  assign \committed_q[8]  = committed[80:72];
  assign \committed_q[9]  = committed[89:81];
  assign \committed_q[10]  = committed[98:90];
  assign \committed_q[11]  = committed[107:99];
  assign \committed_q[12]  = committed[116:108];
  assign \committed_q[13]  = committed[125:117];
  assign \committed_q[14]  = committed[134:126];
  assign \committed_q[15]  = committed[143:135];
  assign \committed_q[16]  = committed[152:144];
  assign \committed_q[17]  = committed[161:153];
  assign \committed_q[18]  = committed[170:162];
  assign \committed_q[19]  = committed[179:171];
  assign \committed_q[20]  = committed[188:180];
  assign \committed_q[21]  = committed[197:189];
  assign \committed_q[22]  = committed[206:198];
  assign \committed_q[23]  = committed[215:207];
  assign \committed_q[24]  = committed[224:216];
  assign \committed_q[25]  = committed[233:225];
  assign \committed_q[26]  = committed[242:234];
  assign \committed_q[27]  = committed[251:243];
  assign \committed_q[28]  = committed[260:252];
  assign \committed_q[29]  = committed[269:261];
  assign \committed_q[30]  = committed[278:270];
  assign \committed_q[31]  = committed[287:279];
  assign \counters[0]  = counters[8:0];
  assign \counters[1]  = counters[17:9];
  assign \counters[2]  = counters[26:18];
  assign \counters[3]  = counters[35:27];
  assign \counters[4]  = counters[44:36];
  assign \counters[5]  = counters[53:45];
  assign \counters[6]  = counters[62:54];
  assign \counters[7]  = counters[71:63];
  assign \counters[8]  = counters[80:72];
  assign \counters[9]  = counters[89:81];
  assign \counters[10]  = counters[98:90];
  assign \counters[11]  = counters[107:99];
  assign \counters[12]  = counters[116:108];
  assign \counters[13]  = counters[125:117];
  assign \counters[14]  = counters[134:126];
  assign \counters[15]  = counters[143:135];
  assign \counters[16]  = counters[152:144];
  assign \counters[17]  = counters[161:153];
  assign \counters[18]  = counters[170:162];
  assign \counters[19]  = counters[179:171];
  assign \counters[20]  = counters[188:180];
  assign \counters[21]  = counters[197:189];
  assign \counters[22]  = counters[206:198];
  assign \counters[23]  = counters[215:207];
  assign \counters[24]  = counters[224:216];
  assign \counters[25]  = counters[233:225];
  assign \counters[26]  = counters[242:234];
  assign \counters[27]  = counters[251:243];
  assign \counters[28]  = counters[260:252];
  assign \counters[29]  = counters[269:261];
  assign \counters[30]  = counters[278:270];
  assign \counters[31]  = counters[287:279];
endmodule

// bep_hw/gateware/control/row_jobs.py
module bep_core_row_engine_jobs(rst, refresh, \table , \turn$13 , working, jobs__ready, busy, winners__ready, jobs__valid, layers, winners__valid, winners__payload, \port$10036$0 , \port$10040$0 , bank, reinforces, layer, idle_layer, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$47 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$47 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$13 , \$14 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 ,
    \$21 , \$22 ;
  wire [1:0] \$23 ;
  reg [22:0] \$24 ;
  reg [22:0] \$25  = 23'h000000;
  reg \$26 ;
  reg \$27 ;
  reg \$28 ;
  reg \$29 ;
  wire \$3 ;
  reg \$30 ;
  reg \$31 ;
  wire [16:0] \$32 ;
  wire \$4 , \$5 , \$6 , \$7 , \$8 , \$9 ;
  reg \$signal  = 1'h0;
  reg \$signal$19  = 1'h0;
  wire \$signal$20 ;
  wire \$signal$23 ;
  wire [8:0] \$signature__addr ;
  wire \$signature__data ;
  wire \$signature__en ;
  output bank;
  reg bank = 1'h0;
  reg blind = 1'h0;
  output busy;
  wire \busy$9 ;
  input clk;
  input [1:0] idle_layer;
  wire [24:0] jobs__payload;
  wire [1:0] \jobs__payload.bank ;
  wire [3:0] \jobs__payload.block ;
  wire \jobs__payload.desired ;
  wire \jobs__payload.due ;
  wire [4:0] \jobs__payload.index ;
  wire \jobs__payload.last ;
  wire [1:0] \jobs__payload.layer ;
  wire \jobs__payload.learns ;
  wire [7:0] \jobs__payload.row ;
  input jobs__ready;
  output jobs__valid;
  output [1:0] layer;
  input [1:0] layers;
  output [1:0] \port$10036$0 ;
  (* init = 23'h000000 *)
  output [22:0] \port$10040$0 ;
  input refresh;
  output reinforces;
  reg reinforces = 1'h0;
  wire [18:0] rows__payload;
  wire [3:0] \rows__payload.block ;
  wire [4:0] \rows__payload.index ;
  wire [1:0] \rows__payload.layer ;
  wire [7:0] \rows__payload.row ;
  wire rows__ready;
  wire rows__valid;
  input rst;
  wire [8:0] set_tag__addr;
  (* init = 1'h0 *)
  wire set_tag__data;
  wire set_tag__en;
  wire start;
  reg swept = 1'h0;
  input [93:0] \table ;
  wire [2:0] \table$5.column_blocks ;
  wire [8:0] \table$5.columns ;
  wire [10:0] \table$5.counter_base ;
  wire [8:0] \table$5.gate ;
  wire [7:0] \table$5.group ;
  wire [3:0] \table$5.input_base ;
  wire [3:0] \table$5.output_base ;
  wire [20:0] \table$5.reinforce ;
  wire [3:0] \table$5.row_base ;
  wire [2:0] \table$5.row_blocks ;
  wire [7:0] \table$5.rows ;
  wire [5:0] \table$5.tile_base ;
  wire [3:0] \table$5.words ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  reg [22:0] taken;
  wire [1:0] \taken.bank ;
  wire [3:0] \taken.block ;
  wire \taken.desired ;
  wire [4:0] \taken.index ;
  wire \taken.last ;
  wire [1:0] \taken.layer ;
  wire [7:0] \taken.row ;
  wire turn;
  input \turn$13 ;
  input [22:0] winners__payload;
  wire [1:0] \winners__payload.bank ;
  wire [3:0] \winners__payload.block ;
  wire \winners__payload.desired ;
  wire [4:0] \winners__payload.index ;
  wire \winners__payload.last ;
  wire [1:0] \winners__payload.layer ;
  wire [7:0] \winners__payload.row ;
  output winners__ready;
  input winners__valid;
  input working;
  (* no_rw_check = 32'd1 *)
  reg [0:0] tags [319:0];
  initial begin : zero_tags
    integer i;
    for (i = 0; i <= 319; i = i + 1)
      tags[i] = 0;
  end
  always @(posedge clk) begin
    if (set_tag__en)
      tags[{ \$25 [15:12], \$25 [20:16] }] <= \$signal$19 ;
  end
  reg [0:0] _0_;
  always @(posedge clk) begin
    if (\$signal$23 ) begin
      _0_ <= tags[{ taken[15:12], taken[20:16] }];
    end
  end
  assign \$signature__data  = _0_;
  assign \$1  = \busy$9  | \$signal ;
  assign busy = \$1  | blind;
  assign \$2  = ~ \busy$9 ;
  assign \$3  = blind & \$2 ;
  assign \$4  = ~ \$signal ;
  assign \$5  = \$3  & \$4 ;
  assign \$6  = ~ working;
  assign \$7  = \$5  & \$6 ;
  assign turn = \turn$13  | \$7 ;
  assign start = turn | refresh;
  assign \$8  = \$signature__data  != \$signal$19 ;
  assign \$9  = blind | \$8 ;
  assign \$10  = \$signal  & swept;
  assign \$11  = ~ \$23 [1];
  assign \$signal$20  = \$10  & \$11 ;
  assign winners__ready = ~ \$signal ;
  assign \$12  = ~ \$signal ;
  assign \$signal$23  = \$12  | \$signal$20 ;
  assign \$13  = ~ winners__valid;
  assign rows__ready = \$signal$23  & \$13 ;
  assign \$14  = ~ \$signal$20 ;
  assign jobs__valid = \$signal  & \$14 ;
  assign \$15  = ~ swept;
  assign \$16  = ~ winners__valid;
  assign \$17  = ~ \$25 [22];
  assign set_tag__en = jobs__valid & \$17 ;
  assign \$18  = ~ bank;
  assign \$19  = ~ \$signal$19 ;
  assign \$20  = jobs__valid & jobs__ready;
  assign \$21  = winners__valid ? winners__ready : rows__valid;
  assign \$22  = ~ winners__valid;
  always @(posedge clk)
    \$25  <= \$24 ;
  always @(posedge clk)
    bank <= \$26 ;
  always @(posedge clk)
    \$signal$19  <= \$27 ;
  always @(posedge clk)
    blind <= \$28 ;
  always @(posedge clk)
    reinforces <= \$29 ;
  always @(posedge clk)
    \$signal  <= \$30 ;
  always @(posedge clk)
    swept <= \$31 ;
  bep_core_row_engine_jobs_sweep sweep (
    .busy(\busy$9 ),
    .clk(clk),
    .idle_layer(idle_layer),
    .layer(layer),
    .layers(layers),
    .\port$10057$0 (\$32 ),
    .rows__ready(rows__ready),
    .rows__valid(rows__valid),
    .rst(rst),
    .start(start),
    .\table (\table )
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    \$24  = \$25 ;
    if (\$signal$23 ) begin
      \$24 [1:0] = taken[1:0];
      \$24 [3:2] = taken[3:2];
      \$24 [11:4] = taken[11:4];
      \$24 [15:12] = taken[15:12];
      \$24 [20:16] = taken[20:16];
      \$24 [21] = taken[21];
      \$24 [22] = taken[22];
    end
    if (rst) begin
      \$24  = 23'h000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    { taken[22], taken[20:2] } = { winners__payload[22], winners__payload[20:2] };
    if (\$16 ) begin
      taken[22] = 1'h0;
      taken[3:2] = layer;
      taken[11:4] = \$32 [7:0];
      taken[15:12] = \$32 [11:8];
      taken[20:16] = \$32 [16:12];
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    \$26  = bank;
    if (turn) begin
      \$26  = \$18 ;
    end
    if (rst) begin
      \$26  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    \$27  = \$signal$19 ;
    if (turn) begin
      \$27  = \$19 ;
    end
    if (rst) begin
      \$27  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    \$28  = blind;
    if (turn) begin
      \$28  = 1'h0;
    end
    if (refresh) begin
      \$28  = 1'h1;
    end
    if (rst) begin
      \$28  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    \$29  = reinforces;
    if (turn) begin
      \$29  = \turn$13 ;
    end
    if (refresh) begin
      \$29  = 1'h0;
    end
    if (rst) begin
      \$29  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    \$30  = \$signal ;
    if (\$20 ) begin
      \$30  = 1'h0;
    end
    if (\$signal$23 ) begin
      \$30  = \$21 ;
    end
    if (rst) begin
      \$30  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$47 ) begin end
    \$31  = swept;
    if (\$signal$23 ) begin
      \$31  = \$22 ;
    end
    if (rst) begin
      \$31  = 1'h0;
    end
  end
  assign jobs__payload = { \$23 , \$25  };
  assign rows__payload = { \$32 , layer };
  assign \$signature__addr  = { taken[15:12], taken[20:16] };
  assign \$signature__en  = \$signal$23 ;
  assign set_tag__addr = { \$25 [15:12], \$25 [20:16] };
  assign set_tag__data = \$signal$19 ;
  assign \port$10036$0  = \$23 ;
  assign \port$10040$0  = \$25 ;
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
  assign \table$5.rows  = \table [7:0];
  assign \table$5.columns  = \table [16:8];
  assign \table$5.row_blocks  = \table [19:17];
  assign \table$5.column_blocks  = \table [22:20];
  assign \table$5.words  = \table [26:23];
  assign \table$5.tile_base  = \table [32:27];
  assign \table$5.counter_base  = \table [43:33];
  assign \table$5.input_base  = \table [47:44];
  assign \table$5.output_base  = \table [51:48];
  assign \table$5.row_base  = \table [55:52];
  assign \table$5.gate  = \table [64:56];
  assign \table$5.group  = \table [72:65];
  assign \table$5.reinforce  = \table [93:73];
  assign \jobs__payload.bank  = \$25 [1:0];
  assign \jobs__payload.layer  = \$25 [3:2];
  assign \jobs__payload.row  = \$25 [11:4];
  assign \jobs__payload.block  = \$25 [15:12];
  assign \jobs__payload.index  = \$25 [20:16];
  assign \jobs__payload.desired  = \$25 [21];
  assign \jobs__payload.last  = \$25 [22];
  assign \jobs__payload.learns  = \$23 [0];
  assign \jobs__payload.due  = \$23 [1];
  assign \taken.bank  = taken[1:0];
  assign \taken.layer  = taken[3:2];
  assign \taken.row  = taken[11:4];
  assign \taken.block  = taken[15:12];
  assign \taken.index  = taken[20:16];
  assign \taken.desired  = taken[21];
  assign \taken.last  = taken[22];
  assign \winners__payload.bank  = winners__payload[1:0];
  assign \winners__payload.layer  = winners__payload[3:2];
  assign \winners__payload.row  = winners__payload[11:4];
  assign \winners__payload.block  = winners__payload[15:12];
  assign \winners__payload.index  = winners__payload[20:16];
  assign \winners__payload.desired  = winners__payload[21];
  assign \winners__payload.last  = winners__payload[22];
  assign \rows__payload.layer  = layer;
  assign \rows__payload.row  = \$32 [7:0];
  assign \rows__payload.block  = \$32 [11:8];
  assign \rows__payload.index  = \$32 [16:12];
  always @*
    taken[1:0] = winners__payload[1:0];
  always @*
    taken[21] = winners__payload[21];
  assign \$23 [0] = \$15 ;
  assign \$23 [1] = \$9 ;
endmodule

// bep_hw/gateware/control/sweep.py
module bep_core_row_engine_jobs_sweep(rst, \table , start, rows__ready, busy, layers, \port$10057$0 , layer, rows__valid, idle_layer, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$48 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$48 <= 0;
  wire \$1 , \$10 ;
  wire [2:0] \$11 ;
  reg [16:0] \$12 ;
  reg [16:0] \$13  = 17'h00000;
  reg [1:0] \$14 ;
  reg \$15 ;
  reg \$16 ;
  wire \$2 , \$5 , \$8 ;
  wire [8:0] \$3 , \$7 ;
  wire [5:0] \$4 ;
  wire [4:0] \$6 ;
  wire [2:0] \$9 ;
  reg begins_layer = 1'h0;
  output busy;
  input clk;
  input [1:0] idle_layer;
  output [1:0] layer;
  reg [1:0] layer = 2'h0;
  input [1:0] layers;
  (* init = 17'h00000 *)
  output [16:0] \port$10057$0 ;
  wire [18:0] rows__payload;
  wire [3:0] \rows__payload.block ;
  wire [4:0] \rows__payload.index ;
  wire [1:0] \rows__payload.layer ;
  wire [7:0] \rows__payload.row ;
  input rows__ready;
  output rows__valid;
  reg rows__valid = 1'h0;
  input rst;
  input start;
  input [93:0] \table ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  assign busy = begins_layer | rows__valid;
  assign \$1  = ~ busy;
  assign \$2  = rows__valid & rows__ready;
  assign \$3  = \$13 [7:0] + 1'h1;
  assign \$4  = \$13 [16:12] + 1'h1;
  assign \$5  = \$13 [16:12] == 5'h1f;
  assign \$6  = \$13 [11:8] + 1'h1;
  assign \$7  = \$13 [7:0] + 1'h1;
  assign \$8  = \$7  == \table [7:0];
  assign \$9  = layer + 2'h2;
  assign \$10  = \$9  != layers;
  assign \$11  = layer + 1'h1;
  always @(posedge clk)
    \$13  <= \$12 ;
  always @(posedge clk)
    layer <= \$14 ;
  always @(posedge clk)
    begins_layer <= \$15 ;
  always @(posedge clk)
    rows__valid <= \$16 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$48 ) begin end
    \$12  = \$13 ;
    if (begins_layer) begin
      \$12 [7:0] = 8'h00;
      \$12 [11:8] = \table [55:52];
      \$12 [16:12] = 5'h00;
    end else if (\$2 ) begin
      \$12 [7:0] = \$3 [7:0];
      \$12 [16:12] = \$4 [4:0];
      if (\$5 ) begin
        \$12 [11:8] = \$6 [3:0];
        \$12 [16:12] = 5'h00;
      end
    end
    if (rst) begin
      \$12  = 17'h00000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$48 ) begin end
    \$14  = layer;
    if (\$1 ) begin
      \$14  = idle_layer;
    end
    if (begins_layer) begin
    end else if (\$2 ) begin
      if (\$8 ) begin
        \$14  = \$11 [1:0];
      end
    end
    if (start) begin
      \$14  = 2'h0;
    end
    if (rst) begin
      \$14  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$48 ) begin end
    \$15  = begins_layer;
    if (begins_layer) begin
      \$15  = 1'h0;
    end else if (\$2 ) begin
      if (\$8 ) begin
        \$15  = \$10 ;
      end
    end
    if (start) begin
      \$15  = 1'h1;
    end
    if (rst) begin
      \$15  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$48 ) begin end
    \$16  = rows__valid;
    if (begins_layer) begin
      \$16  = 1'h1;
    end else if (\$2 ) begin
      if (\$8 ) begin
        \$16  = 1'h0;
      end
    end
    if (rst) begin
      \$16  = 1'h0;
    end
  end
  assign rows__payload = { \$13 , layer };
  assign \port$10057$0  = \$13 ;
  assign \rows__payload.layer  = layer;
  assign \rows__payload.row  = \$13 [7:0];
  assign \rows__payload.block  = \$13 [11:8];
  assign \rows__payload.index  = \$13 [16:12];
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
endmodule

// bep_hw/gateware/reinforce.py, 2 instances
module bep_core_row_engine_reinforce(rst, valid, \port$7762$0 , minibatch, seed, \port$10031$7 , threshold, chosen, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$49 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$49 <= 0;
  wire [15:0] \$1 , \$10 , \$11 , \$12 , \$13 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 ,
    \$21 , \$22 , \$23 , \$25 , \$26 , \$27 , \$28 , \$3 , \$30 , \$31 , \$32 , \$33 , \$34 , \$35 ,
    \$36 , \$37 , \$38 , \$40 , \$41 , \$42 , \$43 , \$44 , \$45 , \$46 , \$47 , \$48 , \$49 , \$5 ,
    \$50 , \$51 , \$52 , \$53 , \$55 , \$56 , \$57 , \$58 , \$59 , \$6 , \$60 , \$7 , \$8 ;
  wire [13:0] \$14 , \$54 ;
  wire [14:0] \$24 , \$39 ;
  wire [12:0] \$29 ;
  wire \$4 , \$63 , \$64 , \$65 , \$66 , \$67 , \$68 , \$69 , \$70 , \$71 , \$72 , \$73 , \$74 ,
    \$75 , \$76 , \$77 , \$78 ;
  wire [21:0] \$61 ;
  wire [20:0] \$62 ;
  wire [46:0] \$79 ;
  reg [15:0] \$80 ;
  reg [15:0] \$81 ;
  reg \$82 ;
  reg [15:0] \$83 ;
  reg [15:0] \$84 ;
  reg \$85 ;
  reg [15:0] \$86 ;
  reg [15:0] \$87 ;
  reg \$88 ;
  reg [15:0] \$89 ;
  wire [15:0] \$9 ;
  reg [15:0] \$90 ;
  reg \$91 ;
  reg [15:0] \$92 ;
  reg [15:0] below;
  output [15:0] chosen;
  reg [15:0] chosen = 16'h0000;
  (* init = 16'h0000 *)
  wire [15:0] chosen_q;
  input clk;
  wire [4:0] count;
  input [31:0] minibatch;
  wire [15:0] mixed0;
  wire [15:0] mixed1;
  wire [15:0] mixed10;
  wire [15:0] mixed11;
  wire [15:0] mixed2;
  wire [15:0] mixed3;
  wire [15:0] mixed4;
  wire [15:0] mixed5;
  wire [15:0] mixed6;
  wire [15:0] mixed7;
  wire [15:0] mixed8;
  wire [15:0] mixed9;
  reg [15:0] ones;
  input [17:0] \port$10031$7 ;
  input [5:0] \port$7762$0 ;
  wire [31:0] position;
  input rst;
  input [31:0] seed;
  input [20:0] threshold;
  reg [20:0] threshold0 = 21'h000000;
  reg [20:0] threshold1 = 21'h000000;
  reg [20:0] threshold2 = 21'h000000;
  reg [20:0] threshold3 = 21'h000000;
  wire [20:0] total;
  reg [31:0] turned;
  input valid;
  reg valid11_0 = 1'h0;
  reg valid2_0 = 1'h0;
  reg valid5_0 = 1'h0;
  reg valid8_0 = 1'h0;
  reg [15:0] x11 = 16'h0000;
  reg [15:0] x2 = 16'h0000;
  reg [15:0] x5 = 16'h0000;
  reg [15:0] x8 = 16'h0000;
  reg [15:0] y11 = 16'h0000;
  reg [15:0] y2 = 16'h0000;
  reg [15:0] y5 = 16'h0000;
  reg [15:0] y8 = 16'h0000;
  assign \$7  = { \port$10031$7 [3:0], \port$10031$7 [17:6] } ^ \$6 ;
  assign \$8  = \$7  ^ { mixed0[13:0], mixed0[15:14] };
  assign \$9  = valid ? 16'h9e37 : 16'h0000;
  assign \$10  = minibatch[31:16] ^ \$9 ;
  assign mixed1 = \$8  ^ \$10 ;
  assign \$11  = { mixed1[14:0], mixed1[15] } & { mixed1[7:0], mixed1[15:8] };
  assign \$12  = mixed0 ^ \$11 ;
  assign \$13  = \$12  ^ { mixed1[13:0], mixed1[15:14] };
  assign \$14  = valid ? 14'h3c6e : 14'h0000;
  assign \$15  = seed[15:0] ^ { 2'h0, \$14  };
  assign mixed2 = \$13  ^ \$15 ;
  assign \$16  = { x2[14:0], x2[15] } & { x2[7:0], x2[15:8] };
  assign \$17  = y2 ^ \$16 ;
  assign \$18  = \$17  ^ { x2[13:0], x2[15:14] };
  assign \$19  = valid2_0 ? 16'hdaa5 : 16'h0000;
  assign \$20  = seed[31:16] ^ \$19 ;
  assign mixed3 = \$18  ^ \$20 ;
  assign \$21  = { mixed3[14:0], mixed3[15] } & { mixed3[7:0], mixed3[15:8] };
  assign \$22  = x2 ^ \$21 ;
  assign \$23  = \$22  ^ { mixed3[13:0], mixed3[15:14] };
  assign \$24  = valid2_0 ? 15'h78dc : 15'h0000;
  assign \$25  = minibatch[15:0] ^ { 1'h0, \$24  };
  assign mixed4 = \$23  ^ \$25 ;
  assign \$26  = { mixed4[14:0], mixed4[15] } & { mixed4[7:0], mixed4[15:8] };
  assign \$27  = mixed3 ^ \$26 ;
  assign \$28  = \$27  ^ { mixed4[13:0], mixed4[15:14] };
  assign \$29  = valid2_0 ? 13'h1713 : 13'h0000;
  assign \$30  = minibatch[31:16] ^ { 3'h0, \$29  };
  assign mixed5 = \$28  ^ \$30 ;
  assign \$31  = { x5[14:0], x5[15] } & { x5[7:0], x5[15:8] };
  assign \$32  = y5 ^ \$31 ;
  assign \$33  = \$32  ^ { x5[13:0], x5[15:14] };
  assign \$34  = valid5_0 ? 16'hb54a : 16'h0000;
  assign \$35  = seed[15:0] ^ \$34 ;
  assign mixed6 = \$33  ^ \$35 ;
  assign \$36  = { mixed6[14:0], mixed6[15] } & { mixed6[7:0], mixed6[15:8] };
  assign \$37  = x5 ^ \$36 ;
  assign \$38  = \$37  ^ { mixed6[13:0], mixed6[15:14] };
  assign \$39  = valid5_0 ? 15'h5381 : 15'h0000;
  assign \$40  = seed[31:16] ^ { 1'h0, \$39  };
  assign mixed7 = \$38  ^ \$40 ;
  assign \$41  = { mixed7[14:0], mixed7[15] } & { mixed7[7:0], mixed7[15:8] };
  assign \$42  = mixed6 ^ \$41 ;
  assign \$43  = \$42  ^ { mixed7[13:0], mixed7[15:14] };
  assign \$44  = valid5_0 ? 16'hf1b8 : 16'h0000;
  assign \$45  = minibatch[15:0] ^ \$44 ;
  assign mixed8 = \$43  ^ \$45 ;
  assign \$46  = { x8[14:0], x8[15] } & { x8[7:0], x8[15:8] };
  assign \$47  = y8 ^ \$46 ;
  assign \$48  = \$47  ^ { x8[13:0], x8[15:14] };
  assign \$49  = valid8_0 ? 16'h8fef : 16'h0000;
  assign \$50  = minibatch[31:16] ^ \$49 ;
  assign mixed9 = \$48  ^ \$50 ;
  assign \$51  = { mixed9[14:0], mixed9[15] } & { mixed9[7:0], mixed9[15:8] };
  assign \$52  = x8 ^ \$51 ;
  assign \$53  = \$52  ^ { mixed9[13:0], mixed9[15:14] };
  assign \$54  = valid8_0 ? 14'h2e26 : 14'h0000;
  assign \$55  = seed[15:0] ^ { 2'h0, \$54  };
  assign mixed10 = \$53  ^ \$55 ;
  assign \$56  = { mixed10[14:0], mixed10[15] } & { mixed10[7:0], mixed10[15:8] };
  assign \$57  = mixed9 ^ \$56 ;
  assign \$58  = \$57  ^ { mixed10[13:0], mixed10[15:14] };
  assign \$59  = valid8_0 ? 16'hcc5d : 16'h0000;
  assign \$60  = seed[31:16] ^ \$59 ;
  assign mixed11 = \$58  ^ \$60 ;
  assign \$61  = threshold3 + x11;
  assign \$63  = \$62 [4:0] > 1'h0;
  assign \$64  = \$62 [4:0] > 1'h1;
  assign \$65  = \$62 [4:0] > 2'h2;
  assign \$66  = \$62 [4:0] > 2'h3;
  assign \$67  = \$62 [4:0] > 3'h4;
  assign \$68  = \$62 [4:0] > 3'h5;
  assign \$69  = \$62 [4:0] > 3'h6;
  assign \$70  = \$62 [4:0] > 3'h7;
  assign \$71  = \$62 [4:0] > 4'h8;
  assign \$72  = \$62 [4:0] > 4'h9;
  assign \$73  = \$62 [4:0] > 4'ha;
  assign \$74  = \$62 [4:0] > 4'hb;
  assign \$75  = \$62 [4:0] > 4'hc;
  assign \$76  = \$62 [4:0] > 4'hd;
  assign \$77  = \$62 [4:0] > 4'he;
  assign \$78  = \$62 [4:0] > 4'hf;
  assign \$79  = { ones, ones } << y11[3:0];
  always @(posedge clk)
    x2 <= \$80 ;
  always @(posedge clk)
    y2 <= \$81 ;
  always @(posedge clk)
    valid2_0 <= \$82 ;
  always @(posedge clk)
    x5 <= \$83 ;
  always @(posedge clk)
    y5 <= \$84 ;
  always @(posedge clk)
    valid5_0 <= \$85 ;
  always @(posedge clk)
    x8 <= \$86 ;
  always @(posedge clk)
    y8 <= \$87 ;
  always @(posedge clk)
    valid8_0 <= \$88 ;
  always @(posedge clk)
    x11 <= \$89 ;
  always @(posedge clk)
    y11 <= \$90 ;
  always @(posedge clk)
    valid11_0 <= \$91 ;
  always @(posedge clk)
    threshold0 <= threshold;
  always @(posedge clk)
    threshold1 <= threshold0;
  always @(posedge clk)
    threshold2 <= threshold1;
  always @(posedge clk)
    threshold3 <= threshold2;
  always @(posedge clk)
    chosen <= \$92 ;
  assign \$1  = { \port$10031$7 [2:0], \port$10031$7 [17:6], \port$10031$7 [3] } & { \port$10031$7 [13:6], \port$10031$7 [3:0], \port$10031$7 [17:14] };
  assign \$2  = { \port$10031$7 [5:4], 8'h00, \port$7762$0  } ^ \$1 ;
  assign \$3  = \$2  ^ { \port$10031$7 [1:0], \port$10031$7 [17:6], \port$10031$7 [3:2] };
  assign mixed0 = \$3  ^ \$5 ;
  assign \$6  = { mixed0[14:0], mixed0[15] } & { mixed0[7:0], mixed0[15:8] };
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    below = 16'h0000;
    if (valid11_0) begin
      below = { \$78 , \$77 , \$76 , \$75 , \$74 , \$73 , \$72 , \$71 , \$70 , \$69 , \$68 , \$67 , \$66 , \$65 , \$64 , \$63  };
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    ones = 16'h0000;
    if (valid11_0) begin
      ones = below;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    turned = 32'd0;
    if (valid11_0) begin
      turned = \$79 [31:0];
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$80  = x2;
    if (valid) begin
      \$80  = mixed2;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$81  = y2;
    if (valid) begin
      \$81  = mixed1;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$82  = valid;
    if (rst) begin
      \$82  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$83  = x5;
    if (valid2_0) begin
      \$83  = mixed5;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$84  = y5;
    if (valid2_0) begin
      \$84  = mixed4;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$85  = valid2_0;
    if (rst) begin
      \$85  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$86  = x8;
    if (valid5_0) begin
      \$86  = mixed8;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$87  = y8;
    if (valid5_0) begin
      \$87  = mixed7;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$88  = valid5_0;
    if (rst) begin
      \$88  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$89  = x11;
    if (valid8_0) begin
      \$89  = mixed11;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$90  = y11;
    if (valid8_0) begin
      \$90  = mixed10;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$91  = valid8_0;
    if (rst) begin
      \$91  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$49 ) begin end
    \$92  = chosen;
    if (valid11_0) begin
      \$92  = turned[31:16];
    end
  end
  assign position = { \port$10031$7 [3:0], \port$10031$7 [17:4], 8'h00, \port$7762$0  };
  assign total = \$61 [20:0];
  assign count = \$62 [4:0];
  assign chosen_q = chosen;
  assign \$4  = 1'h0;
  assign \$5  = minibatch[15:0];
  assign \$62  = { 16'h0000, \$61 [20:16] };
endmodule

// bep_hw/gateware/update.py
module bep_core_row_engine_update(rst, valid, desired, learning, inputs, counters, away, updated, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$50 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$50 <= 0;
  wire [1:0] \$1 , \$10 , \$100 , \$101 , \$102 , \$104 , \$105 , \$106 , \$107 , \$109 , \$11 ,
    \$110 , \$111 , \$112 , \$114 , \$115 , \$116 , \$117 , \$119 , \$12 , \$120 , \$121 , \$122 ,
    \$124 , \$125 , \$126 , \$127 , \$129 , \$130 , \$131 , \$132 , \$134 , \$135 , \$136 , \$137 ,
    \$139 , \$14 , \$140 , \$141 , \$142 , \$144 , \$145 , \$146 , \$147 , \$149 , \$15 , \$150 ,
    \$151 , \$152 , \$154 , \$155 , \$156 , \$157 , \$159 , \$16 , \$160 , \$17 , \$19 ;
  wire \$103 , \$108 , \$113 , \$118 , \$123 , \$128 , \$13 , \$133 , \$138 , \$143 , \$148 ,
    \$153 , \$158 , \$18 ;
  wire [9:0] \$161 , \$162 , \$163 , \$164 , \$165 , \$166 , \$167 , \$168 , \$169 , \$170 , \$171 ,
    \$172 , \$173 , \$174 , \$175 , \$176 , \$177 , \$178 , \$179 , \$180 , \$181 , \$182 , \$183 ,
    \$184 , \$185 , \$186 , \$187 , \$188 , \$189 , \$190 , \$191 , \$192 ;
  reg [287:0] \$193 ;
  wire [1:0] \$2 , \$20 , \$21 , \$22 , \$24 , \$25 , \$26 , \$27 , \$29 , \$30 , \$31 , \$32 ,
    \$34 , \$35 , \$36 , \$37 , \$39 , \$4 , \$40 , \$41 , \$42 , \$44 , \$45 , \$46 , \$47 , \$49 ,
    \$5 , \$50 , \$51 , \$52 , \$54 , \$55 , \$56 , \$57 , \$59 , \$6 , \$60 , \$61 , \$62 , \$64 ,
    \$65 , \$66 , \$67 , \$69 , \$7 , \$70 , \$71 , \$72 , \$74 , \$75 , \$76 , \$77 , \$79 , \$80 ,
    \$81 , \$82 , \$84 , \$85 , \$86 , \$87 , \$89 , \$9 , \$90 , \$91 , \$92 , \$94 , \$95 , \$96 ,
    \$97 , \$99 ;
  wire \$23 , \$28 , \$3 , \$33 , \$38 , \$43 , \$48 , \$53 , \$58 , \$63 , \$68 , \$73 , \$78 ,
    \$8 , \$83 , \$88 , \$93 , \$98 ;
  input [31:0] away;
  input clk;
  input [287:0] counters;
  wire [8:0] \counters[0] ;
  wire [8:0] \counters[10] ;
  wire [8:0] \counters[11] ;
  wire [8:0] \counters[12] ;
  wire [8:0] \counters[13] ;
  wire [8:0] \counters[14] ;
  wire [8:0] \counters[15] ;
  wire [8:0] \counters[16] ;
  wire [8:0] \counters[17] ;
  wire [8:0] \counters[18] ;
  wire [8:0] \counters[19] ;
  wire [8:0] \counters[1] ;
  wire [8:0] \counters[20] ;
  wire [8:0] \counters[21] ;
  wire [8:0] \counters[22] ;
  wire [8:0] \counters[23] ;
  wire [8:0] \counters[24] ;
  wire [8:0] \counters[25] ;
  wire [8:0] \counters[26] ;
  wire [8:0] \counters[27] ;
  wire [8:0] \counters[28] ;
  wire [8:0] \counters[29] ;
  wire [8:0] \counters[2] ;
  wire [8:0] \counters[30] ;
  wire [8:0] \counters[31] ;
  wire [8:0] \counters[3] ;
  wire [8:0] \counters[4] ;
  wire [8:0] \counters[5] ;
  wire [8:0] \counters[6] ;
  wire [8:0] \counters[7] ;
  wire [8:0] \counters[8] ;
  wire [8:0] \counters[9] ;
  input desired;
  input [31:0] inputs;
  input [31:0] learning;
  input rst;
  wire [2:0] step0;
  wire [2:0] step1;
  wire [2:0] step10;
  wire [2:0] step11;
  wire [2:0] step12;
  wire [2:0] step13;
  wire [2:0] step14;
  wire [2:0] step15;
  wire [2:0] step16;
  wire [2:0] step17;
  wire [2:0] step18;
  wire [2:0] step19;
  wire [2:0] step2;
  wire [2:0] step20;
  wire [2:0] step21;
  wire [2:0] step22;
  wire [2:0] step23;
  wire [2:0] step24;
  wire [2:0] step25;
  wire [2:0] step26;
  wire [2:0] step27;
  wire [2:0] step28;
  wire [2:0] step29;
  wire [2:0] step3;
  wire [2:0] step30;
  wire [2:0] step31;
  wire [2:0] step4;
  wire [2:0] step5;
  wire [2:0] step6;
  wire [2:0] step7;
  wire [2:0] step8;
  wire [2:0] step9;
  output [287:0] updated;
  reg [287:0] updated = 288'h000000000000000000000000000000000000000000000000000000000000000000000000;
  wire [8:0] \updated[0] ;
  wire [8:0] \updated[10] ;
  wire [8:0] \updated[11] ;
  wire [8:0] \updated[12] ;
  wire [8:0] \updated[13] ;
  wire [8:0] \updated[14] ;
  wire [8:0] \updated[15] ;
  wire [8:0] \updated[16] ;
  wire [8:0] \updated[17] ;
  wire [8:0] \updated[18] ;
  wire [8:0] \updated[19] ;
  wire [8:0] \updated[1] ;
  wire [8:0] \updated[20] ;
  wire [8:0] \updated[21] ;
  wire [8:0] \updated[22] ;
  wire [8:0] \updated[23] ;
  wire [8:0] \updated[24] ;
  wire [8:0] \updated[25] ;
  wire [8:0] \updated[26] ;
  wire [8:0] \updated[27] ;
  wire [8:0] \updated[28] ;
  wire [8:0] \updated[29] ;
  wire [8:0] \updated[2] ;
  wire [8:0] \updated[30] ;
  wire [8:0] \updated[31] ;
  wire [8:0] \updated[3] ;
  wire [8:0] \updated[4] ;
  wire [8:0] \updated[5] ;
  wire [8:0] \updated[6] ;
  wire [8:0] \updated[7] ;
  wire [8:0] \updated[8] ;
  wire [8:0] \updated[9] ;
  (* init = 288'h000000000000000000000000000000000000000000000000000000000000000000000000 *)
  wire [287:0] updated_q;
  wire [8:0] \updated_q[0] ;
  wire [8:0] \updated_q[10] ;
  wire [8:0] \updated_q[11] ;
  wire [8:0] \updated_q[12] ;
  wire [8:0] \updated_q[13] ;
  wire [8:0] \updated_q[14] ;
  wire [8:0] \updated_q[15] ;
  wire [8:0] \updated_q[16] ;
  wire [8:0] \updated_q[17] ;
  wire [8:0] \updated_q[18] ;
  wire [8:0] \updated_q[19] ;
  wire [8:0] \updated_q[1] ;
  wire [8:0] \updated_q[20] ;
  wire [8:0] \updated_q[21] ;
  wire [8:0] \updated_q[22] ;
  wire [8:0] \updated_q[23] ;
  wire [8:0] \updated_q[24] ;
  wire [8:0] \updated_q[25] ;
  wire [8:0] \updated_q[26] ;
  wire [8:0] \updated_q[27] ;
  wire [8:0] \updated_q[28] ;
  wire [8:0] \updated_q[29] ;
  wire [8:0] \updated_q[2] ;
  wire [8:0] \updated_q[30] ;
  wire [8:0] \updated_q[31] ;
  wire [8:0] \updated_q[3] ;
  wire [8:0] \updated_q[4] ;
  wire [8:0] \updated_q[5] ;
  wire [8:0] \updated_q[6] ;
  wire [8:0] \updated_q[7] ;
  wire [8:0] \updated_q[8] ;
  wire [8:0] \updated_q[9] ;
  input valid;
  assign \$1  = counters[8] ? 2'h3 : 2'h1;
  assign \$2  = away[0] ? \$1  : 2'h0;
  assign \$3  = inputs[0] == desired;
  assign \$4  = \$3  ? 2'h1 : 2'h3;
  assign \$5  = learning[0] ? \$4  : 2'h0;
  assign step0 = $signed(\$2 ) + $signed(\$5 );
  assign \$6  = counters[17] ? 2'h3 : 2'h1;
  assign \$7  = away[1] ? \$6  : 2'h0;
  assign \$8  = inputs[1] == desired;
  assign \$9  = \$8  ? 2'h1 : 2'h3;
  assign \$10  = learning[1] ? \$9  : 2'h0;
  assign step1 = $signed(\$7 ) + $signed(\$10 );
  assign \$11  = counters[26] ? 2'h3 : 2'h1;
  assign \$12  = away[2] ? \$11  : 2'h0;
  assign \$13  = inputs[2] == desired;
  assign \$14  = \$13  ? 2'h1 : 2'h3;
  assign \$15  = learning[2] ? \$14  : 2'h0;
  assign step2 = $signed(\$12 ) + $signed(\$15 );
  assign \$16  = counters[35] ? 2'h3 : 2'h1;
  assign \$17  = away[3] ? \$16  : 2'h0;
  assign \$18  = inputs[3] == desired;
  assign \$19  = \$18  ? 2'h1 : 2'h3;
  assign \$20  = learning[3] ? \$19  : 2'h0;
  assign step3 = $signed(\$17 ) + $signed(\$20 );
  assign \$21  = counters[44] ? 2'h3 : 2'h1;
  assign \$22  = away[4] ? \$21  : 2'h0;
  assign \$23  = inputs[4] == desired;
  assign \$24  = \$23  ? 2'h1 : 2'h3;
  assign \$25  = learning[4] ? \$24  : 2'h0;
  assign step4 = $signed(\$22 ) + $signed(\$25 );
  assign \$26  = counters[53] ? 2'h3 : 2'h1;
  assign \$27  = away[5] ? \$26  : 2'h0;
  assign \$28  = inputs[5] == desired;
  assign \$29  = \$28  ? 2'h1 : 2'h3;
  assign \$30  = learning[5] ? \$29  : 2'h0;
  assign step5 = $signed(\$27 ) + $signed(\$30 );
  assign \$31  = counters[62] ? 2'h3 : 2'h1;
  assign \$32  = away[6] ? \$31  : 2'h0;
  assign \$33  = inputs[6] == desired;
  assign \$34  = \$33  ? 2'h1 : 2'h3;
  assign \$35  = learning[6] ? \$34  : 2'h0;
  assign step6 = $signed(\$32 ) + $signed(\$35 );
  assign \$36  = counters[71] ? 2'h3 : 2'h1;
  assign \$37  = away[7] ? \$36  : 2'h0;
  assign \$38  = inputs[7] == desired;
  assign \$39  = \$38  ? 2'h1 : 2'h3;
  assign \$40  = learning[7] ? \$39  : 2'h0;
  assign step7 = $signed(\$37 ) + $signed(\$40 );
  assign \$41  = counters[80] ? 2'h3 : 2'h1;
  assign \$42  = away[8] ? \$41  : 2'h0;
  assign \$43  = inputs[8] == desired;
  assign \$44  = \$43  ? 2'h1 : 2'h3;
  assign \$45  = learning[8] ? \$44  : 2'h0;
  assign step8 = $signed(\$42 ) + $signed(\$45 );
  assign \$46  = counters[89] ? 2'h3 : 2'h1;
  assign \$47  = away[9] ? \$46  : 2'h0;
  assign \$48  = inputs[9] == desired;
  assign \$49  = \$48  ? 2'h1 : 2'h3;
  assign \$50  = learning[9] ? \$49  : 2'h0;
  assign step9 = $signed(\$47 ) + $signed(\$50 );
  assign \$51  = counters[98] ? 2'h3 : 2'h1;
  assign \$52  = away[10] ? \$51  : 2'h0;
  assign \$53  = inputs[10] == desired;
  assign \$54  = \$53  ? 2'h1 : 2'h3;
  assign \$55  = learning[10] ? \$54  : 2'h0;
  assign step10 = $signed(\$52 ) + $signed(\$55 );
  assign \$56  = counters[107] ? 2'h3 : 2'h1;
  assign \$57  = away[11] ? \$56  : 2'h0;
  assign \$58  = inputs[11] == desired;
  assign \$59  = \$58  ? 2'h1 : 2'h3;
  assign \$60  = learning[11] ? \$59  : 2'h0;
  assign step11 = $signed(\$57 ) + $signed(\$60 );
  assign \$61  = counters[116] ? 2'h3 : 2'h1;
  assign \$62  = away[12] ? \$61  : 2'h0;
  assign \$63  = inputs[12] == desired;
  assign \$64  = \$63  ? 2'h1 : 2'h3;
  assign \$65  = learning[12] ? \$64  : 2'h0;
  assign step12 = $signed(\$62 ) + $signed(\$65 );
  assign \$66  = counters[125] ? 2'h3 : 2'h1;
  assign \$67  = away[13] ? \$66  : 2'h0;
  assign \$68  = inputs[13] == desired;
  assign \$69  = \$68  ? 2'h1 : 2'h3;
  assign \$70  = learning[13] ? \$69  : 2'h0;
  assign step13 = $signed(\$67 ) + $signed(\$70 );
  assign \$71  = counters[134] ? 2'h3 : 2'h1;
  assign \$72  = away[14] ? \$71  : 2'h0;
  assign \$73  = inputs[14] == desired;
  assign \$74  = \$73  ? 2'h1 : 2'h3;
  assign \$75  = learning[14] ? \$74  : 2'h0;
  assign step14 = $signed(\$72 ) + $signed(\$75 );
  assign \$76  = counters[143] ? 2'h3 : 2'h1;
  assign \$77  = away[15] ? \$76  : 2'h0;
  assign \$78  = inputs[15] == desired;
  assign \$79  = \$78  ? 2'h1 : 2'h3;
  assign \$80  = learning[15] ? \$79  : 2'h0;
  assign step15 = $signed(\$77 ) + $signed(\$80 );
  assign \$81  = counters[152] ? 2'h3 : 2'h1;
  assign \$82  = away[16] ? \$81  : 2'h0;
  assign \$83  = inputs[16] == desired;
  assign \$84  = \$83  ? 2'h1 : 2'h3;
  assign \$85  = learning[16] ? \$84  : 2'h0;
  assign step16 = $signed(\$82 ) + $signed(\$85 );
  assign \$86  = counters[161] ? 2'h3 : 2'h1;
  assign \$87  = away[17] ? \$86  : 2'h0;
  assign \$88  = inputs[17] == desired;
  assign \$89  = \$88  ? 2'h1 : 2'h3;
  assign \$90  = learning[17] ? \$89  : 2'h0;
  assign step17 = $signed(\$87 ) + $signed(\$90 );
  assign \$91  = counters[170] ? 2'h3 : 2'h1;
  assign \$92  = away[18] ? \$91  : 2'h0;
  assign \$93  = inputs[18] == desired;
  assign \$94  = \$93  ? 2'h1 : 2'h3;
  assign \$95  = learning[18] ? \$94  : 2'h0;
  assign step18 = $signed(\$92 ) + $signed(\$95 );
  assign \$96  = counters[179] ? 2'h3 : 2'h1;
  assign \$97  = away[19] ? \$96  : 2'h0;
  assign \$98  = inputs[19] == desired;
  assign \$99  = \$98  ? 2'h1 : 2'h3;
  assign \$100  = learning[19] ? \$99  : 2'h0;
  assign step19 = $signed(\$97 ) + $signed(\$100 );
  assign \$101  = counters[188] ? 2'h3 : 2'h1;
  assign \$102  = away[20] ? \$101  : 2'h0;
  assign \$103  = inputs[20] == desired;
  assign \$104  = \$103  ? 2'h1 : 2'h3;
  assign \$105  = learning[20] ? \$104  : 2'h0;
  assign step20 = $signed(\$102 ) + $signed(\$105 );
  assign \$106  = counters[197] ? 2'h3 : 2'h1;
  assign \$107  = away[21] ? \$106  : 2'h0;
  assign \$108  = inputs[21] == desired;
  assign \$109  = \$108  ? 2'h1 : 2'h3;
  assign \$110  = learning[21] ? \$109  : 2'h0;
  assign step21 = $signed(\$107 ) + $signed(\$110 );
  assign \$111  = counters[206] ? 2'h3 : 2'h1;
  assign \$112  = away[22] ? \$111  : 2'h0;
  assign \$113  = inputs[22] == desired;
  assign \$114  = \$113  ? 2'h1 : 2'h3;
  assign \$115  = learning[22] ? \$114  : 2'h0;
  assign step22 = $signed(\$112 ) + $signed(\$115 );
  assign \$116  = counters[215] ? 2'h3 : 2'h1;
  assign \$117  = away[23] ? \$116  : 2'h0;
  assign \$118  = inputs[23] == desired;
  assign \$119  = \$118  ? 2'h1 : 2'h3;
  assign \$120  = learning[23] ? \$119  : 2'h0;
  assign step23 = $signed(\$117 ) + $signed(\$120 );
  assign \$121  = counters[224] ? 2'h3 : 2'h1;
  assign \$122  = away[24] ? \$121  : 2'h0;
  assign \$123  = inputs[24] == desired;
  assign \$124  = \$123  ? 2'h1 : 2'h3;
  assign \$125  = learning[24] ? \$124  : 2'h0;
  assign step24 = $signed(\$122 ) + $signed(\$125 );
  assign \$126  = counters[233] ? 2'h3 : 2'h1;
  assign \$127  = away[25] ? \$126  : 2'h0;
  assign \$128  = inputs[25] == desired;
  assign \$129  = \$128  ? 2'h1 : 2'h3;
  assign \$130  = learning[25] ? \$129  : 2'h0;
  assign step25 = $signed(\$127 ) + $signed(\$130 );
  assign \$131  = counters[242] ? 2'h3 : 2'h1;
  assign \$132  = away[26] ? \$131  : 2'h0;
  assign \$133  = inputs[26] == desired;
  assign \$134  = \$133  ? 2'h1 : 2'h3;
  assign \$135  = learning[26] ? \$134  : 2'h0;
  assign step26 = $signed(\$132 ) + $signed(\$135 );
  assign \$136  = counters[251] ? 2'h3 : 2'h1;
  assign \$137  = away[27] ? \$136  : 2'h0;
  assign \$138  = inputs[27] == desired;
  assign \$139  = \$138  ? 2'h1 : 2'h3;
  assign \$140  = learning[27] ? \$139  : 2'h0;
  assign step27 = $signed(\$137 ) + $signed(\$140 );
  assign \$141  = counters[260] ? 2'h3 : 2'h1;
  assign \$142  = away[28] ? \$141  : 2'h0;
  assign \$143  = inputs[28] == desired;
  assign \$144  = \$143  ? 2'h1 : 2'h3;
  assign \$145  = learning[28] ? \$144  : 2'h0;
  assign step28 = $signed(\$142 ) + $signed(\$145 );
  assign \$146  = counters[269] ? 2'h3 : 2'h1;
  assign \$147  = away[29] ? \$146  : 2'h0;
  assign \$148  = inputs[29] == desired;
  assign \$149  = \$148  ? 2'h1 : 2'h3;
  assign \$150  = learning[29] ? \$149  : 2'h0;
  assign step29 = $signed(\$147 ) + $signed(\$150 );
  assign \$151  = counters[278] ? 2'h3 : 2'h1;
  assign \$152  = away[30] ? \$151  : 2'h0;
  assign \$153  = inputs[30] == desired;
  assign \$154  = \$153  ? 2'h1 : 2'h3;
  assign \$155  = learning[30] ? \$154  : 2'h0;
  assign step30 = $signed(\$152 ) + $signed(\$155 );
  assign \$156  = counters[287] ? 2'h3 : 2'h1;
  assign \$157  = away[31] ? \$156  : 2'h0;
  assign \$158  = inputs[31] == desired;
  assign \$159  = \$158  ? 2'h1 : 2'h3;
  assign \$160  = learning[31] ? \$159  : 2'h0;
  assign step31 = $signed(\$157 ) + $signed(\$160 );
  assign \$161  = $signed(counters[8:0]) + $signed(step0);
  assign \$162  = $signed(counters[17:9]) + $signed(step1);
  assign \$163  = $signed(counters[26:18]) + $signed(step2);
  assign \$164  = $signed(counters[35:27]) + $signed(step3);
  assign \$165  = $signed(counters[44:36]) + $signed(step4);
  assign \$166  = $signed(counters[53:45]) + $signed(step5);
  assign \$167  = $signed(counters[62:54]) + $signed(step6);
  assign \$168  = $signed(counters[71:63]) + $signed(step7);
  assign \$169  = $signed(counters[80:72]) + $signed(step8);
  assign \$170  = $signed(counters[89:81]) + $signed(step9);
  assign \$171  = $signed(counters[98:90]) + $signed(step10);
  assign \$172  = $signed(counters[107:99]) + $signed(step11);
  assign \$173  = $signed(counters[116:108]) + $signed(step12);
  assign \$174  = $signed(counters[125:117]) + $signed(step13);
  assign \$175  = $signed(counters[134:126]) + $signed(step14);
  assign \$176  = $signed(counters[143:135]) + $signed(step15);
  assign \$177  = $signed(counters[152:144]) + $signed(step16);
  assign \$178  = $signed(counters[161:153]) + $signed(step17);
  assign \$179  = $signed(counters[170:162]) + $signed(step18);
  assign \$180  = $signed(counters[179:171]) + $signed(step19);
  assign \$181  = $signed(counters[188:180]) + $signed(step20);
  assign \$182  = $signed(counters[197:189]) + $signed(step21);
  assign \$183  = $signed(counters[206:198]) + $signed(step22);
  assign \$184  = $signed(counters[215:207]) + $signed(step23);
  assign \$185  = $signed(counters[224:216]) + $signed(step24);
  assign \$186  = $signed(counters[233:225]) + $signed(step25);
  assign \$187  = $signed(counters[242:234]) + $signed(step26);
  assign \$188  = $signed(counters[251:243]) + $signed(step27);
  assign \$189  = $signed(counters[260:252]) + $signed(step28);
  assign \$190  = $signed(counters[269:261]) + $signed(step29);
  assign \$191  = $signed(counters[278:270]) + $signed(step30);
  assign \$192  = $signed(counters[287:279]) + $signed(step31);
  always @(posedge clk)
    updated <= \$193 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$50 ) begin end
    \$193  = updated;
    if (valid) begin
      \$193  = { \$192 [8:0], \$191 [8:0], \$190 [8:0], \$189 [8:0], \$188 [8:0], \$187 [8:0], \$186 [8:0], \$185 [8:0], \$184 [8:0], \$183 [8:0], \$182 [8:0], \$181 [8:0], \$180 [8:0], \$179 [8:0], \$178 [8:0], \$177 [8:0], \$176 [8:0], \$175 [8:0], \$174 [8:0], \$173 [8:0], \$172 [8:0], \$171 [8:0], \$170 [8:0], \$169 [8:0], \$168 [8:0], \$167 [8:0], \$166 [8:0], \$165 [8:0], \$164 [8:0], \$163 [8:0], \$162 [8:0], \$161 [8:0] };
    end
  end
  assign updated_q = updated;
  assign \updated[0]  = updated[8:0];
  assign \updated[1]  = updated[17:9];
  assign \updated[2]  = updated[26:18];
  assign \updated[3]  = updated[35:27];
  assign \updated[4]  = updated[44:36];
  assign \updated[5]  = updated[53:45];
  assign \updated[6]  = updated[62:54];
  assign \updated[7]  = updated[71:63];
  assign \updated[8]  = updated[80:72];
  assign \updated[9]  = updated[89:81];
  assign \updated[10]  = updated[98:90];
  assign \updated[11]  = updated[107:99];
  assign \updated[12]  = updated[116:108];
  assign \updated[13]  = updated[125:117];
  assign \updated[14]  = updated[134:126];
  assign \updated[15]  = updated[143:135];
  assign \updated[16]  = updated[152:144];
  assign \updated[17]  = updated[161:153];
  assign \updated[18]  = updated[170:162];
  assign \updated[19]  = updated[179:171];
  assign \updated[20]  = updated[188:180];
  assign \updated[21]  = updated[197:189];
  assign \updated[22]  = updated[206:198];
  assign \updated[23]  = updated[215:207];
  assign \updated[24]  = updated[224:216];
  assign \updated[25]  = updated[233:225];
  assign \updated[26]  = updated[242:234];
  assign \updated[27]  = updated[251:243];
  assign \updated[28]  = updated[260:252];
  assign \updated[29]  = updated[269:261];
  assign \updated[30]  = updated[278:270];
  assign \updated[31]  = updated[287:279];
  assign \updated_q[0]  = updated[8:0];
  assign \updated_q[1]  = updated[17:9];
  assign \updated_q[2]  = updated[26:18];
  assign \updated_q[3]  = updated[35:27];
  assign \updated_q[4]  = updated[44:36];
  assign \updated_q[5]  = updated[53:45];
  assign \updated_q[6]  = updated[62:54];
  assign \updated_q[7]  = updated[71:63];
  assign \updated_q[8]  = updated[80:72];
  assign \updated_q[9]  = updated[89:81];
  assign \updated_q[10]  = updated[98:90];
  assign \updated_q[11]  = updated[107:99];
  assign \updated_q[12]  = updated[116:108];
  assign \updated_q[13]  = updated[125:117];
  assign \updated_q[14]  = updated[134:126];
  assign \updated_q[15]  = updated[143:135];
  assign \updated_q[16]  = updated[152:144];
  assign \updated_q[17]  = updated[161:153];
  assign \updated_q[18]  = updated[170:162];
  assign \updated_q[19]  = updated[179:171];
  assign \updated_q[20]  = updated[188:180];
  assign \updated_q[21]  = updated[197:189];
  assign \updated_q[22]  = updated[206:198];
  assign \updated_q[23]  = updated[215:207];
  assign \updated_q[24]  = updated[224:216];
  assign \updated_q[25]  = updated[233:225];
  assign \updated_q[26]  = updated[242:234];
  assign \updated_q[27]  = updated[251:243];
  assign \updated_q[28]  = updated[260:252];
  assign \updated_q[29]  = updated[269:261];
  assign \updated_q[30]  = updated[278:270];
  assign \updated_q[31]  = updated[287:279];
  assign \counters[0]  = counters[8:0];
  assign \counters[1]  = counters[17:9];
  assign \counters[2]  = counters[26:18];
  assign \counters[3]  = counters[35:27];
  assign \counters[4]  = counters[44:36];
  assign \counters[5]  = counters[53:45];
  assign \counters[6]  = counters[62:54];
  assign \counters[7]  = counters[71:63];
  assign \counters[8]  = counters[80:72];
  assign \counters[9]  = counters[89:81];
  assign \counters[10]  = counters[98:90];
  assign \counters[11]  = counters[107:99];
  assign \counters[12]  = counters[116:108];
  assign \counters[13]  = counters[125:117];
  assign \counters[14]  = counters[134:126];
  assign \counters[15]  = counters[143:135];
  assign \counters[16]  = counters[152:144];
  assign \counters[17]  = counters[161:153];
  assign \counters[18]  = counters[170:162];
  assign \counters[19]  = counters[179:171];
  assign \counters[20]  = counters[188:180];
  assign \counters[21]  = counters[197:189];
  assign \counters[22]  = counters[206:198];
  assign \counters[23]  = counters[215:207];
  assign \counters[24]  = counters[224:216];
  assign \counters[25]  = counters[233:225];
  assign \counters[26]  = counters[242:234];
  assign \counters[27]  = counters[251:243];
  assign \counters[28]  = counters[260:252];
  assign \counters[29]  = counters[269:261];
  assign \counters[30]  = counters[278:270];
  assign \counters[31]  = counters[287:279];
endmodule

// bep_hw/gateware/control/table_check.py
module bep_core_table_check(rst, \table , start, layers, busy, layer, legal, classes, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$51 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$51 <= 0;
  wire [2:0] \$1 , \$25 , \$37 ;
  wire \$10 , \$11 , \$12 , \$13 , \$14 , \$15 , \$16 , \$17 , \$18 , \$19 , \$2 , \$20 , \$21 ,
    \$22 , \$23 , \$24 , \$26 , \$27 , \$28 , \$29 , \$3 , \$32 , \$33 , \$34 , \$39 , \$4 , \$40 ;
  wire [10:0] \$30 , \$36 ;
  wire [11:0] \$31 , \$35 ;
  wire [4:0] \$38 ;
  reg [1:0] \$41 ;
  reg \$42 ;
  reg [2:0] \$43 ;
  reg [10:0] \$44 ;
  reg [9:0] \$45 ;
  reg \$46 ;
  reg [1:0] \$47 ;
  reg [3:0] \$48 ;
  reg \$49 ;
  wire \$5 ;
  reg [7:0] \$50 ;
  wire \$6 , \$7 , \$8 , \$9 ;
  wire \$signal ;
  reg \$signal$17 ;
  reg \$signal$22  = 1'h0;
  reg [2:0] \$signal$7  = 3'h0;
  reg [3:0] \$signal$8  = 4'h0;
  reg [9:0] _count = 10'h000;
  reg area;
  output busy;
  reg busy = 1'h0;
  output [7:0] classes;
  reg [7:0] classes = 8'h00;
  input clk;
  reg counts;
  reg divides;
  reg fails;
  wire first;
  reg fits;
  reg follows;
  reg goes_on;
  wire last;
  output [1:0] layer;
  reg [1:0] layer = 2'h0;
  input [1:0] layers;
  reg [1:0] left = 2'h0;
  output legal;
  reg legal = 1'h0;
  reg [10:0] operand;
  reg passes;
  input rst;
  reg skipped;
  input start;
  input [93:0] \table ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  reg [10:0] total = 11'h000;
  wire \within ;
  always @(posedge clk)
    left <= \$41 ;
  always @(posedge clk)
    \$signal$22  <= \$42 ;
  always @(posedge clk)
    \$signal$7  <= \$43 ;
  always @(posedge clk)
    total <= \$44 ;
  always @(posedge clk)
    _count <= \$45 ;
  always @(posedge clk)
    busy <= \$46 ;
  always @(posedge clk)
    layer <= \$47 ;
  always @(posedge clk)
    \$signal$8  <= \$48 ;
  always @(posedge clk)
    legal <= \$49 ;
  always @(posedge clk)
    classes <= \$50 ;
  assign first = ! layer;
  assign \$1  = layer + 1'h1;
  assign last = \$1  == layers;
  assign \$2  = | left;
  assign \$3  = ~ \$2 ;
  assign \$signal  = busy & \$3 ;
  assign \$4  = operand < total;
  assign \within  = ~ \$4 ;
  assign \$5  = ~ last;
  assign \$6  = ~ last;
  assign \$7  = ~ goes_on;
  assign \$8  = area & \$7 ;
  assign \$9  = ~ first;
  assign \$10  = \$8  & \$9 ;
  assign \$12  = \$10  & \$11 ;
  assign \$15  = ~ \$signal$22 ;
  assign \$16  = \$15  | divides;
  assign \$17  = \within  & \$16 ;
  assign \$18  = fits == \within ;
  assign \$19  = \$signal$22  & \$18 ;
  assign \$20  = counts | \$19 ;
  assign \$21  = ~ passes;
  assign \$22  = ~ follows;
  assign \$23  = passes & \$22 ;
  assign \$24  = | left;
  assign \$25  = left - 1'h1;
  assign \$26  = \$signal$17  | start;
  assign \$27  = \$signal$7  == 3'h4;
  assign \$28  = _count == operand[9:0];
  assign \$29  = \$27  & \$28 ;
  assign \$30  = total & { goes_on, goes_on, goes_on, goes_on, goes_on, goes_on, goes_on, goes_on, goes_on, goes_on, goes_on };
  assign \$31  = total + operand;
  assign \$32  = ~ \$signal$22 ;
  assign \$33  = \$32  | divides;
  assign \$34  = \within  & \$33 ;
  assign \$35  = total + operand;
  assign \$36  = _count + 1'h1;
  assign \$37  = layer + 1'h1;
  assign \$38  = \$signal$8  + 1'h1;
  assign \$39  = \$signal$8  == 4'hb;
  assign \$40  = layers > 1'h1;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$signal$17  = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            if (skipped) begin
              \$signal$17  = 1'h1;
            end
        3'h1:
            \$signal$17  = follows;
        3'h2:
            \$signal$17  = \$23 ;
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    fails = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            (* full_case = 32'd1 *)
            if (skipped) begin
            end else begin
              fails = \$14 ;
            end
        3'h1:
            /* empty */;
        3'h2:
            (* full_case = 32'd1 *)
            if (\$17 ) begin
            end else begin
              fails = \$21 ;
            end
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    fits = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            /* empty */;
        3'h1:
            /* empty */;
        3'h2:
            casez (\$signal$8 )
              4'h0:
                  fits = 1'h0;
              4'h1:
                  fits = 1'h0;
              4'h2:
                  fits = 1'h0;
              4'h3:
                  fits = 1'h0;
              4'h4:
                  fits = 1'h0;
              4'h5:
                  fits = 1'h0;
              4'h6:
                  fits = 1'h1;
              4'h7:
                  fits = 1'h1;
              4'h8:
                  fits = 1'h1;
              4'h9:
                  fits = 1'h1;
              4'ha:
                  fits = 1'h1;
              4'hb:
                  fits = 1'h1;
            endcase
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    divides = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            /* empty */;
        3'h1:
            /* empty */;
        3'h2:
            casez (\$signal$8 )
              4'h0:
                  divides = 1'h0;
              4'h1:
                  divides = 1'h0;
              4'h2:
                  divides = 1'h0;
              4'h3:
                  divides = 1'h1;
              4'h4:
                  divides = 1'h0;
              4'h5:
                  divides = 1'h0;
              4'h6:
                  divides = 1'h0;
              4'h7:
                  divides = 1'h0;
              4'h8:
                  divides = 1'h0;
              4'h9:
                  divides = 1'h0;
              4'ha:
                  divides = 1'h0;
              4'hb:
                  divides = 1'h0;
            endcase
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    counts = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            /* empty */;
        3'h1:
            /* empty */;
        3'h2:
            casez (\$signal$8 )
              4'h0:
                  counts = 1'h0;
              4'h1:
                  counts = 1'h0;
              4'h2:
                  counts = 1'h0;
              4'h3:
                  counts = 1'h0;
              4'h4:
                  counts = 1'h0;
              4'h5:
                  counts = 1'h0;
              4'h6:
                  counts = 1'h0;
              4'h7:
                  counts = 1'h0;
              4'h8:
                  counts = 1'h0;
              4'h9:
                  counts = 1'h0;
              4'ha:
                  counts = 1'h0;
              4'hb:
                  counts = 1'h0;
            endcase
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    passes = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            /* empty */;
        3'h1:
            /* empty */;
        3'h2:
            (* full_case = 32'd1 *)
            if (\$17 ) begin
            end else begin
              passes = \$20 ;
            end
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$41  = left;
    if (\$24 ) begin
      \$41  = \$25 [1:0];
    end
    if (\$signal ) begin
      \$41  = 2'h0;
    end
    if (\$26 ) begin
      \$41  = 2'h2;
    end
    if (rst) begin
      \$41  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$42  = \$signal$22 ;
    if (\$signal ) begin
      \$42  = \$29 ;
    end
    if (rst) begin
      \$42  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$43  = \$signal$7 ;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            (* full_case = 32'd1 *)
            if (skipped) begin
            end else begin
              \$43  = 3'h1;
            end
        3'h1:
            \$43  = 3'h2;
        3'h2:
            (* full_case = 32'd1 *)
            if (\$34 ) begin
              \$43  = 3'h3;
            end else begin
              \$43  = 3'h0;
            end
        3'h3:
            \$43  = 3'h4;
        3'h4:
            \$43  = 3'h2;
      endcase
    end
    if (\$signal$17 ) begin
      if (last) begin
        \$43  = 3'h0;
      end
    end
    if (start) begin
      \$43  = 3'h0;
    end
    if (rst) begin
      \$43  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$44  = total;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            (* full_case = 32'd1 *)
            if (skipped) begin
            end else begin
              \$44  = \$30 ;
            end
        3'h1:
            \$44  = \$31 [10:0];
        3'h2:
            /* empty */;
        3'h3:
            \$44  = \$35 [10:0];
      endcase
    end
    if (rst) begin
      \$44  = 11'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$45  = _count;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            /* empty */;
        3'h1:
            /* empty */;
        3'h2:
            if (\$signal$22 ) begin
              \$45  = 10'h000;
            end
        3'h3:
            \$45  = \$36 [9:0];
      endcase
    end
    if (start) begin
      \$45  = 10'h000;
    end
    if (rst) begin
      \$45  = 10'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$46  = busy;
    if (fails) begin
      \$46  = 1'h0;
    end
    if (\$signal$17 ) begin
      if (last) begin
        if (\$39 ) begin
          \$46  = 1'h0;
        end
      end
    end
    if (start) begin
      \$46  = \$40 ;
    end
    if (rst) begin
      \$46  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$47  = layer;
    if (\$signal$17 ) begin
      \$47  = \$37 [1:0];
      if (last) begin
        \$47  = 2'h0;
      end
    end
    if (start) begin
      \$47  = 2'h0;
    end
    if (rst) begin
      \$47  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$48  = \$signal$8 ;
    if (\$signal$17 ) begin
      if (last) begin
        \$48  = \$38 [3:0];
      end
    end
    if (start) begin
      \$48  = 4'h0;
    end
    if (rst) begin
      \$48  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$49  = legal;
    if (\$signal$17 ) begin
      if (last) begin
        if (\$39 ) begin
          \$49  = 1'h1;
        end
      end
    end
    if (start) begin
      \$49  = 1'h0;
    end
    if (rst) begin
      \$49  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    \$50  = classes;
    if (\$signal$17 ) begin
      if (last) begin
        if (\$39 ) begin
          \$50  = \table [7:0];
        end
      end
    end
    if (rst) begin
      \$50  = 8'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    operand = 11'h000;
    casez ({ \$signal$8 , \$signal$7  })
      7'h00:
          operand = 11'h001;
      7'h01:
          operand = 11'h001;
      7'h02:
          operand = { 3'h0, \table [7:0] };
      7'h03:
          operand = 11'h020;
      7'h04:
          operand = { 8'h00, \table [19:17] };
      7'h08:
          operand = 11'h001;
      7'h09:
          operand = 11'h001;
      7'h0a:
          operand = { 2'h0, \table [16:8] };
      7'h0b:
          operand = 11'h040;
      7'h0c:
          operand = { 8'h00, \table [22:20] };
      7'h10:
          operand = 11'h001;
      7'h11:
          operand = 11'h001;
      7'h12:
          operand = { 2'h0, \table [16:8] };
      7'h13:
          operand = 11'h020;
      7'h14:
          operand = { 7'h00, \table [26:23] };
      7'h18:
          operand = 11'h001;
      7'h19:
          operand = 11'h001;
      7'h1a:
          operand = { 3'h0, \table [7:0] };
      7'h1b:
          operand = 11'h001;
      7'h1c:
          operand = { 3'h0, \table [72:65] };
      7'h20:
          operand = { 3'h0, \table [7:0] };
      7'h21:
          operand = { 3'h0, \table [7:0] };
      7'h22:
          operand = { 2'h0, \table [16:8] };
      7'h23:
          operand = 11'h001;
      7'h24:
          operand = 11'h001;
      7'h28:
          operand = { 7'h00, \table [51:48] };
      7'h29:
          operand = { 7'h00, \table [51:48] };
      7'h2a:
          operand = { 7'h00, \table [47:44] };
      7'h2b:
          operand = 11'h001;
      7'h2c:
          operand = 11'h001;
      7'h30:
          operand = { 3'h0, \table [7:0] };
      7'h31:
          operand = { 3'h0, \table [7:0] };
      7'h32:
          operand = 11'h00a;
      7'h33:
          operand = 11'h000;
      7'h34:
          operand = 11'h001;
      7'h38:
          operand = 11'h000;
      7'h39:
          operand = 11'h000;
      7'h3a:
          operand = 11'h01e;
      7'h3b:
          operand = { 8'h00, \table [22:20] };
      7'h3c:
          operand = { 3'h0, \table [7:0] };
      7'h40:
          operand = { 5'h00, \table [32:27] };
      7'h41:
          operand = { 5'h00, \table [32:27] };
      7'h42:
          operand = 11'h026;
      7'h43:
          operand = { 8'h00, \table [22:20] };
      7'h44:
          operand = { 8'h00, \table [19:17] };
      7'h48:
          operand = \table [43:33];
      7'h49:
          operand = \table [43:33];
      7'h4a:
          operand = 11'h6db;
      7'h4b:
          operand = { 7'h00, \table [26:23] };
      7'h4c:
          operand = { 3'h0, \table [7:0] };
      7'h50:
          operand = { 7'h00, \table [47:44] };
      7'h51:
          operand = { 7'h00, \table [47:44] };
      7'h52:
          operand = 11'h00a;
      7'h53:
          operand = { 8'h00, \table [22:20] };
      7'h54:
          operand = 11'h001;
      7'h58:
          operand = { 7'h00, \table [55:52] };
      7'h59:
          operand = { 7'h00, \table [55:52] };
      7'h5a:
          operand = 11'h00a;
      7'h5b:
          operand = { 8'h00, \table [19:17] };
      7'h5c:
          operand = 11'h001;
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    follows = 1'h0;
    casez (\$signal$8 )
      4'h0:
          follows = 1'h0;
      4'h1:
          follows = 1'h0;
      4'h2:
          follows = 1'h0;
      4'h3:
          follows = 1'h0;
      4'h4:
          follows = 1'h1;
      4'h5:
          follows = 1'h1;
      4'h6:
          follows = 1'h0;
      4'h7:
          follows = 1'h0;
      4'h8:
          follows = 1'h0;
      4'h9:
          follows = 1'h0;
      4'ha:
          follows = 1'h0;
      4'hb:
          follows = 1'h0;
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    area = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            casez (\$signal$8 )
              4'h0:
                  area = 1'h0;
              4'h1:
                  area = 1'h0;
              4'h2:
                  area = 1'h0;
              4'h3:
                  area = 1'h0;
              4'h4:
                  area = 1'h0;
              4'h5:
                  area = 1'h0;
              4'h6:
                  area = 1'h0;
              4'h7:
                  area = 1'h0;
              4'h8:
                  area = 1'h1;
              4'h9:
                  area = 1'h1;
              4'ha:
                  area = 1'h1;
              4'hb:
                  area = 1'h1;
            endcase
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    skipped = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            casez (\$signal$8 )
              4'h0:
                  skipped = 1'h0;
              4'h1:
                  skipped = 1'h0;
              4'h2:
                  skipped = last;
              4'h3:
                  skipped = last;
              4'h4:
                  skipped = 1'h0;
              4'h5:
                  skipped = 1'h0;
              4'h6:
                  skipped = \$5 ;
              4'h7:
                  skipped = \$6 ;
              4'h8:
                  skipped = 1'h0;
              4'h9:
                  skipped = last;
              4'ha:
                  skipped = 1'h0;
              4'hb:
                  skipped = last;
            endcase
      endcase
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$51 ) begin end
    goes_on = 1'h0;
    if (\$signal ) begin
      casez (\$signal$7 )
        3'h0:
            casez (\$signal$8 )
              4'h0:
                  goes_on = 1'h0;
              4'h1:
                  goes_on = 1'h0;
              4'h2:
                  goes_on = 1'h0;
              4'h3:
                  goes_on = 1'h0;
              4'h4:
                  goes_on = 1'h0;
              4'h5:
                  goes_on = 1'h0;
              4'h6:
                  goes_on = 1'h0;
              4'h7:
                  goes_on = 1'h0;
              4'h8:
                  goes_on = 1'h0;
              4'h9:
                  goes_on = 1'h0;
              4'ha:
                  goes_on = 1'h0;
              4'hb:
                  goes_on = 1'h0;
            endcase
      endcase
    end
  end
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
  assign \$11  = \$4 ;
  assign \$13  = 1'h0;
  assign \$14  = \$12 ;
endmodule

// bep_hw/gateware/control/target.py
module bep_core_target(rst, label, \table , done, start, write, address, class_address, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$52 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$52 <= 0;
  wire [4:0] \$1 ;
  reg [2:0] \$10 ;
  reg \$11 ;
  wire [5:0] \$2 ;
  wire [3:0] \$3 ;
  wire \$4 , \$6 ;
  wire [6:0] \$5 ;
  reg \$7 ;
  reg [3:0] \$8 ;
  reg [4:0] \$9 ;
  output [3:0] address;
  reg [3:0] address = 4'h0;
  output [4:0] class_address;
  reg [4:0] class_address = 5'h00;
  input clk;
  output done;
  input [3:0] label;
  reg [2:0] left = 3'h0;
  input rst;
  reg running = 1'h0;
  input start;
  input [93:0] \table ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  output write;
  reg write = 1'h0;
  assign \$1  = address + 1'h1;
  assign \$2  = class_address + 1'h1;
  assign \$3  = left - 1'h1;
  assign \$4  = left == 1'h1;
  assign \$5  = label * \table [22:20];
  assign \$6  = ~ running;
  assign done = write & \$6 ;
  always @(posedge clk)
    write <= \$7 ;
  always @(posedge clk)
    address <= \$8 ;
  always @(posedge clk)
    class_address <= \$9 ;
  always @(posedge clk)
    left <= \$10 ;
  always @(posedge clk)
    running <= \$11 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$52 ) begin end
    \$7  = running;
    if (rst) begin
      \$7  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$52 ) begin end
    \$8  = address;
    if (write) begin
      \$8  = \$1 [3:0];
    end
    if (start) begin
      \$8  = \table [47:44];
    end
    if (rst) begin
      \$8  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$52 ) begin end
    \$9  = class_address;
    if (running) begin
      \$9  = \$2 [4:0];
    end
    if (start) begin
      \$9  = \$5 [4:0];
    end
    if (rst) begin
      \$9  = 5'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$52 ) begin end
    \$10  = left;
    if (running) begin
      \$10  = \$3 [2:0];
    end
    if (start) begin
      \$10  = \table [22:20];
    end
    if (rst) begin
      \$10  = 3'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$52 ) begin end
    \$11  = running;
    if (running) begin
      if (\$4 ) begin
        \$11  = 1'h0;
      end
    end
    if (start) begin
      \$11  = 1'h1;
    end
    if (rst) begin
      \$11  = 1'h0;
    end
  end
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
endmodule

// amaranth/lib/fifo.py
module bep_core_to_backward(rst, w_en, r_rdy, r_data, w_port__data, r_en, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$53 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$53 <= 0;
  wire \$1 , \$10 , \$11 , \$12 , \$13 ;
  wire [3:0] \$14 ;
  reg [1:0] \$15 ;
  reg [1:0] \$16 ;
  reg [2:0] \$17 ;
  wire [2:0] \$2 , \$4 ;
  wire \$3 , \$5 , \$6 , \$7 , \$8 ;
  wire [3:0] \$9 ;
  input clk;
  (* init = 2'h0 *)
  wire [1:0] consume;
  reg [2:0] level = 3'h0;
  (* init = 2'h0 *)
  wire [1:0] produce;
  output [1:0] r_data;
  input r_en;
  (* init = 3'h0 *)
  wire [2:0] r_level;
  reg [1:0] r_port__addr = 2'h0;
  wire [1:0] r_port__data;
  output r_rdy;
  input rst;
  wire [1:0] w_data;
  input w_en;
  (* init = 3'h0 *)
  wire [2:0] w_level;
  reg [1:0] w_port__addr = 2'h0;
  input [1:0] w_port__data;
  wire w_port__en;
  wire w_rdy;
  reg [1:0] storage [3:0];
  initial begin : zero_storage
    integer i;
    for (i = 0; i <= 3; i = i + 1)
      storage[i] = 0;
  end
  always @(posedge clk) begin
    if (w_port__en)
      storage[w_port__addr] <= w_port__data;
  end
  assign r_data = storage[r_port__addr];
  assign w_rdy = level != 3'h4;
  assign r_rdy = | level;
  assign w_port__en = w_en & w_rdy;
  assign \$1  = w_rdy & w_en;
  assign \$2  = w_port__addr + 1'h1;
  assign \$3  = r_rdy & r_en;
  assign \$4  = r_port__addr + 1'h1;
  assign \$5  = w_rdy & w_en;
  assign \$6  = r_rdy & r_en;
  assign \$7  = ~ \$6 ;
  assign \$8  = \$5  & \$7 ;
  assign \$9  = level + 1'h1;
  assign \$10  = r_rdy & r_en;
  assign \$11  = w_rdy & w_en;
  assign \$12  = ~ \$11 ;
  assign \$13  = \$10  & \$12 ;
  assign \$14  = level - 1'h1;
  always @(posedge clk)
    w_port__addr <= \$15 ;
  always @(posedge clk)
    r_port__addr <= \$16 ;
  always @(posedge clk)
    level <= \$17 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$53 ) begin end
    \$15  = w_port__addr;
    if (\$1 ) begin
      \$15  = \$2 [1:0];
    end
    if (rst) begin
      \$15  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$53 ) begin end
    \$16  = r_port__addr;
    if (\$3 ) begin
      \$16  = \$4 [1:0];
    end
    if (rst) begin
      \$16  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$53 ) begin end
    \$17  = level;
    if (\$8 ) begin
      \$17  = \$9 [2:0];
    end
    if (\$13 ) begin
      \$17  = \$14 [2:0];
    end
    if (rst) begin
      \$17  = 3'h0;
    end
  end
  assign w_level = level;
  assign r_level = level;
  assign produce = w_port__addr;
  assign w_data = w_port__data;
  assign consume = r_port__addr;
  assign r_port__data = r_data;
endmodule

// bep_hw/gateware/winner.py
module bep_core_winner(rst, \table , \desired$20 , \port$932$0 , read_enable, winners__ready, layers, start__valid, start__payload, start__ready, layer, bank, row_address, desired_address, winners__valid, winners__payload, idle_layer, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$54 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$54 <= 0;
  wire \$1 , \$10 , \$100 , \$101 , \$102 , \$103 , \$104 , \$105 , \$106 , \$107 , \$108 , \$109 ,
    \$11 , \$110 , \$111 , \$112 , \$113 , \$114 , \$115 , \$116 , \$117 , \$118 , \$119 , \$12 ,
    \$120 , \$121 , \$122 , \$123 , \$124 , \$125 , \$126 , \$127 , \$128 , \$129 , \$13 , \$130 ,
    \$131 , \$132 , \$133 , \$134 , \$135 , \$136 , \$137 , \$138 , \$139 , \$14 , \$140 , \$141 ,
    \$142 , \$143 , \$144 , \$145 , \$146 , \$147 , \$148 , \$149 , \$15 , \$150 , \$151 , \$152 ,
    \$153 , \$154 , \$155 , \$156 , \$157 , \$158 , \$159 , \$16 , \$160 , \$161 , \$162 , \$163 ,
    \$164 , \$165 , \$166 , \$167 , \$168 , \$169 , \$17 , \$170 , \$171 , \$172 , \$173 , \$174 ,
    \$175 , \$176 , \$177 , \$178 , \$179 , \$18 , \$180 , \$181 , \$182 , \$183 , \$184 , \$185 ,
    \$186 , \$187 , \$188 , \$189 , \$19 , \$190 , \$191 , \$192 , \$193 , \$194 , \$195 , \$196 ,
    \$197 , \$198 , \$199 , \$2 , \$20 , \$200 , \$201 , \$202 , \$203 , \$204 , \$205 , \$206 ,
    \$207 , \$208 , \$209 , \$21 , \$210 , \$211 , \$212 , \$213 , \$214 , \$215 , \$216 , \$217 ,
    \$218 , \$219 , \$22 , \$220 , \$221 , \$222 , \$223 , \$224 , \$225 , \$226 , \$227 , \$228 ,
    \$229 , \$23 , \$230 , \$231 , \$232 , \$233 , \$234 , \$235 , \$236 , \$237 , \$238 , \$239 ,
    \$24 , \$240 , \$241 , \$242 , \$243 , \$244 , \$245 , \$246 , \$247 , \$248 , \$249 , \$25 ,
    \$250 , \$251 , \$252 , \$253 , \$254 , \$255 , \$256 , \$257 , \$258 , \$259 , \$26 , \$260 ,
    \$261 , \$262 , \$263 , \$264 , \$265 , \$267 , \$268 , \$269 , \$27 , \$270 , \$271 , \$272 ,
    \$273 , \$274 , \$275 , \$28 , \$283 , \$287 , \$288 , \$289 , \$29 , \$290 ;
  wire [8:0] \$266 , \$277 , \$278 , \$279 ;
  wire [7:0] \$276 ;
  wire [9:0] \$280 ;
  wire [4:0] \$281 , \$284 ;
  wire [1:0] \$282 ;
  wire [2:0] \$285 , \$286 ;
  reg [31:0] \$291 ;
  reg [1:0] \$292 ;
  reg [1:0] \$293 ;
  reg [1:0] \$294 ;
  reg [3:0] \$295 ;
  reg [3:0] \$296 ;
  reg [7:0] \$297 ;
  reg [7:0] \$298 ;
  reg \$299 ;
  wire [8:0] \$3 ;
  wire \$30 ;
  reg [5:0] \$300 ;
  reg [5:0] \$301 ;
  reg [8:0] \$302 ;
  reg [31:0] \$303 ;
  reg [31:0] \$304 ;
  reg [31:0] \$305 ;
  reg [31:0] \$306 ;
  reg [31:0] \$307 ;
  reg \$308 ;
  reg [22:0] \$309 ;
  wire \$31 ;
  reg [27:0] \$310 ;
  wire \$32 , \$33 , \$34 , \$35 , \$36 , \$37 , \$38 , \$39 , \$40 , \$41 , \$42 , \$43 , \$44 ,
    \$45 , \$46 , \$47 , \$48 , \$49 , \$5 , \$50 , \$51 , \$52 , \$53 , \$54 , \$55 , \$56 , \$57 ,
    \$58 , \$59 , \$6 , \$60 , \$61 , \$62 , \$63 , \$64 , \$65 , \$66 , \$67 , \$68 , \$69 , \$7 ,
    \$70 , \$71 , \$72 , \$73 , \$74 , \$75 , \$76 , \$77 , \$78 , \$79 , \$80 , \$81 , \$82 ,
    \$83 , \$84 , \$85 , \$86 , \$87 , \$88 , \$89 , \$90 , \$91 , \$92 , \$93 , \$94 , \$95 ,
    \$96 , \$97 , \$98 , \$99 ;
  wire [6:0] \$388 ;
  wire [8:0] \$4 , \$8 , \$9 ;
  reg [7:0] \$like ;
  reg [31:0] \$signal  = 32'd0;
  reg [27:0] \$signal$60  = 28'h0000000;
  wire [8:0] \$signal$60.key ;
  wire [17:0] \$signal$60.payload ;
  wire \$signal$60.valid ;
  wire [1:0] \$signal.bank ;
  wire [7:0] \$signal.base ;
  wire [3:0] \$signal.block ;
  wire \$signal.group_end ;
  wire [5:0] \$signal.high ;
  wire \$signal.last ;
  wire [1:0] \$signal.layer ;
  wire [5:0] \$signal.low ;
  wire \$signal.part ;
  wire \$signal.valid ;
  wire [31:0] activations;
  output [1:0] bank;
  reg [1:0] bank = 2'h0;
  reg [8:0] base = 9'h000;
  wire [15:0] best;
  wire [8:0] \best.key ;
  wire [5:0] \best.payload ;
  wire \best.valid ;
  reg [5:0] block_left = 6'h20;
  input clk;
  wire [31:0] desired;
  input [63:0] \desired$20 ;
  output [3:0] desired_address;
  reg [3:0] desired_address = 4'h0;
  wire enable;
  wire ends_block;
  wire ends_group;
  wire ends_layer;
  wire [15:0] entries__0;
  wire [8:0] \entries__0.key ;
  wire [5:0] \entries__0.payload ;
  wire \entries__0.valid ;
  wire [15:0] entries__1;
  wire [8:0] \entries__1.key ;
  wire [5:0] \entries__1.payload ;
  wire \entries__1.valid ;
  wire [15:0] entries__10;
  wire [8:0] \entries__10.key ;
  wire [5:0] \entries__10.payload ;
  wire \entries__10.valid ;
  wire [15:0] entries__11;
  wire [8:0] \entries__11.key ;
  wire [5:0] \entries__11.payload ;
  wire \entries__11.valid ;
  wire [15:0] entries__12;
  wire [8:0] \entries__12.key ;
  wire [5:0] \entries__12.payload ;
  wire \entries__12.valid ;
  wire [15:0] entries__13;
  wire [8:0] \entries__13.key ;
  wire [5:0] \entries__13.payload ;
  wire \entries__13.valid ;
  wire [15:0] entries__14;
  wire [8:0] \entries__14.key ;
  wire [5:0] \entries__14.payload ;
  wire \entries__14.valid ;
  wire [15:0] entries__15;
  wire [8:0] \entries__15.key ;
  wire [5:0] \entries__15.payload ;
  wire \entries__15.valid ;
  wire [15:0] entries__16;
  wire [8:0] \entries__16.key ;
  wire [5:0] \entries__16.payload ;
  wire \entries__16.valid ;
  wire [15:0] entries__17;
  wire [8:0] \entries__17.key ;
  wire [5:0] \entries__17.payload ;
  wire \entries__17.valid ;
  wire [15:0] entries__18;
  wire [8:0] \entries__18.key ;
  wire [5:0] \entries__18.payload ;
  wire \entries__18.valid ;
  wire [15:0] entries__19;
  wire [8:0] \entries__19.key ;
  wire [5:0] \entries__19.payload ;
  wire \entries__19.valid ;
  wire [15:0] entries__2;
  wire [8:0] \entries__2.key ;
  wire [5:0] \entries__2.payload ;
  wire \entries__2.valid ;
  wire [15:0] entries__20;
  wire [8:0] \entries__20.key ;
  wire [5:0] \entries__20.payload ;
  wire \entries__20.valid ;
  wire [15:0] entries__21;
  wire [8:0] \entries__21.key ;
  wire [5:0] \entries__21.payload ;
  wire \entries__21.valid ;
  wire [15:0] entries__22;
  wire [8:0] \entries__22.key ;
  wire [5:0] \entries__22.payload ;
  wire \entries__22.valid ;
  wire [15:0] entries__23;
  wire [8:0] \entries__23.key ;
  wire [5:0] \entries__23.payload ;
  wire \entries__23.valid ;
  wire [15:0] entries__24;
  wire [8:0] \entries__24.key ;
  wire [5:0] \entries__24.payload ;
  wire \entries__24.valid ;
  wire [15:0] entries__25;
  wire [8:0] \entries__25.key ;
  wire [5:0] \entries__25.payload ;
  wire \entries__25.valid ;
  wire [15:0] entries__26;
  wire [8:0] \entries__26.key ;
  wire [5:0] \entries__26.payload ;
  wire \entries__26.valid ;
  wire [15:0] entries__27;
  wire [8:0] \entries__27.key ;
  wire [5:0] \entries__27.payload ;
  wire \entries__27.valid ;
  wire [15:0] entries__28;
  wire [8:0] \entries__28.key ;
  wire [5:0] \entries__28.payload ;
  wire \entries__28.valid ;
  wire [15:0] entries__29;
  wire [8:0] \entries__29.key ;
  wire [5:0] \entries__29.payload ;
  wire \entries__29.valid ;
  wire [15:0] entries__3;
  wire [8:0] \entries__3.key ;
  wire [5:0] \entries__3.payload ;
  wire \entries__3.valid ;
  wire [15:0] entries__30;
  wire [8:0] \entries__30.key ;
  wire [5:0] \entries__30.payload ;
  wire \entries__30.valid ;
  wire [15:0] entries__31;
  wire [8:0] \entries__31.key ;
  wire [5:0] \entries__31.payload ;
  wire \entries__31.valid ;
  wire [15:0] entries__4;
  wire [8:0] \entries__4.key ;
  wire [5:0] \entries__4.payload ;
  wire \entries__4.valid ;
  wire [15:0] entries__5;
  wire [8:0] \entries__5.key ;
  wire [5:0] \entries__5.payload ;
  wire \entries__5.valid ;
  wire [15:0] entries__6;
  wire [8:0] \entries__6.key ;
  wire [5:0] \entries__6.payload ;
  wire \entries__6.valid ;
  wire [15:0] entries__7;
  wire [8:0] \entries__7.key ;
  wire [5:0] \entries__7.payload ;
  wire \entries__7.valid ;
  wire [15:0] entries__8;
  wire [8:0] \entries__8.key ;
  wire [5:0] \entries__8.payload ;
  wire \entries__8.valid ;
  wire [15:0] entries__9;
  wire [8:0] \entries__9.key ;
  wire [5:0] \entries__9.payload ;
  wire \entries__9.valid ;
  reg [1:0] fsm_state = 2'h0;
  reg [27:0] group_best;
  wire [8:0] \group_best.key ;
  wire [17:0] \group_best.payload ;
  wire \group_best.valid ;
  reg [7:0] group_left = 8'h00;
  wire [5:0] high;
  input [1:0] idle_layer;
  output [1:0] layer;
  reg [1:0] layer = 2'h0;
  input [1:0] layers;
  reg [7:0] left_by_group;
  reg [5:0] low = 6'h00;
  wire [287:0] magnitudes;
  wire [8:0] \magnitudes[0] ;
  wire [8:0] \magnitudes[10] ;
  wire [8:0] \magnitudes[11] ;
  wire [8:0] \magnitudes[12] ;
  wire [8:0] \magnitudes[13] ;
  wire [8:0] \magnitudes[14] ;
  wire [8:0] \magnitudes[15] ;
  wire [8:0] \magnitudes[16] ;
  wire [8:0] \magnitudes[17] ;
  wire [8:0] \magnitudes[18] ;
  wire [8:0] \magnitudes[19] ;
  wire [8:0] \magnitudes[1] ;
  wire [8:0] \magnitudes[20] ;
  wire [8:0] \magnitudes[21] ;
  wire [8:0] \magnitudes[22] ;
  wire [8:0] \magnitudes[23] ;
  wire [8:0] \magnitudes[24] ;
  wire [8:0] \magnitudes[25] ;
  wire [8:0] \magnitudes[26] ;
  wire [8:0] \magnitudes[27] ;
  wire [8:0] \magnitudes[28] ;
  wire [8:0] \magnitudes[29] ;
  wire [8:0] \magnitudes[2] ;
  wire [8:0] \magnitudes[30] ;
  wire [8:0] \magnitudes[31] ;
  wire [8:0] \magnitudes[3] ;
  wire [8:0] \magnitudes[4] ;
  wire [8:0] \magnitudes[5] ;
  wire [8:0] \magnitudes[6] ;
  wire [8:0] \magnitudes[7] ;
  wire [8:0] \magnitudes[8] ;
  wire [8:0] \magnitudes[9] ;
  reg part = 1'h0;
  wire [17:0] place;
  wire [3:0] \place.block ;
  wire \place.desired ;
  wire [4:0] \place.index ;
  wire [7:0] \place.row ;
  input [319:0] \port$932$0 ;
  output read_enable;
  output [3:0] row_address;
  reg [3:0] row_address = 4'h0;
  reg [7:0] rows_left = 8'h00;
  input rst;
  wire [27:0] selected;
  wire [8:0] \selected.key ;
  wire [17:0] \selected.payload ;
  wire \selected.valid ;
  input [1:0] start__payload;
  output start__ready;
  reg start__ready;
  input start__valid;
  reg [31:0] step0 = 32'd0;
  wire [1:0] \step0.bank ;
  wire [7:0] \step0.base ;
  wire [3:0] \step0.block ;
  wire \step0.group_end ;
  wire [5:0] \step0.high ;
  wire \step0.last ;
  wire [1:0] \step0.layer ;
  wire [5:0] \step0.low ;
  wire \step0.part ;
  wire \step0.valid ;
  reg [31:0] step1 = 32'd0;
  wire [1:0] \step1.bank ;
  wire [7:0] \step1.base ;
  wire [3:0] \step1.block ;
  wire \step1.group_end ;
  wire [5:0] \step1.high ;
  wire \step1.last ;
  wire [1:0] \step1.layer ;
  wire [5:0] \step1.low ;
  wire \step1.part ;
  wire \step1.valid ;
  reg [31:0] step2 = 32'd0;
  wire [1:0] \step2.bank ;
  wire [7:0] \step2.base ;
  wire [3:0] \step2.block ;
  wire \step2.group_end ;
  wire [5:0] \step2.high ;
  wire \step2.last ;
  wire [1:0] \step2.layer ;
  wire [5:0] \step2.low ;
  wire \step2.part ;
  wire \step2.valid ;
  reg [31:0] step3 = 32'd0;
  wire [1:0] \step3.bank ;
  wire [7:0] \step3.base ;
  wire [3:0] \step3.block ;
  wire \step3.group_end ;
  wire [5:0] \step3.high ;
  wire \step3.last ;
  wire [1:0] \step3.layer ;
  wire [5:0] \step3.low ;
  wire \step3.part ;
  wire \step3.valid ;
  reg [31:0] step4 = 32'd0;
  wire [1:0] \step4.bank ;
  wire [7:0] \step4.base ;
  wire [3:0] \step4.block ;
  wire \step4.group_end ;
  wire [5:0] \step4.high ;
  wire \step4.last ;
  wire [1:0] \step4.layer ;
  wire [5:0] \step4.low ;
  wire \step4.part ;
  wire \step4.valid ;
  input [93:0] \table ;
  wire [2:0] \table.column_blocks ;
  wire [8:0] \table.columns ;
  wire [10:0] \table.counter_base ;
  wire [8:0] \table.gate ;
  wire [7:0] \table.group ;
  wire [3:0] \table.input_base ;
  wire [3:0] \table.output_base ;
  wire [20:0] \table.reinforce ;
  wire [3:0] \table.row_base ;
  wire [2:0] \table.row_blocks ;
  wire [7:0] \table.rows ;
  wire [5:0] \table.tile_base ;
  wire [3:0] \table.words ;
  wire [31:0] to_high;
  wire [31:0] to_low;
  wire valid;
  output [22:0] winners__payload;
  reg [22:0] winners__payload = 23'h000000;
  wire [1:0] \winners__payload.bank ;
  wire [3:0] \winners__payload.block ;
  wire \winners__payload.desired ;
  wire [4:0] \winners__payload.index ;
  wire \winners__payload.last ;
  wire [1:0] \winners__payload.layer ;
  wire [7:0] \winners__payload.row ;
  input winners__ready;
  output winners__valid;
  reg winners__valid = 1'h0;
  assign \$1  = group_left < block_left;
  assign ends_block = ~ \$1 ;
  assign \$2  = block_left < group_left;
  assign ends_group = ~ \$2 ;
  assign \$3  = low + group_left;
  assign \$4  = \$1  ? \$3  : 9'h020;
  assign \$5  = rows_left == block_left;
  assign \$6  = rows_left == group_left;
  assign ends_layer = \$1  ? \$6  : \$5 ;
  assign \$7  = ~ winners__valid;
  assign read_enable = \$7  | winners__ready;
  assign \$8  = rows_left - block_left;
  assign \$9  = rows_left - group_left;
  assign \$10  = \$signal [16:11] > 1'h0;
  assign \$11  = \$signal [16:11] > 1'h1;
  assign \$12  = \$signal [16:11] > 2'h2;
  assign \$13  = \$signal [16:11] > 2'h3;
  assign \$14  = \$signal [16:11] > 3'h4;
  assign \$15  = \$signal [16:11] > 3'h5;
  assign \$16  = \$signal [16:11] > 3'h6;
  assign \$17  = \$signal [16:11] > 3'h7;
  assign \$18  = \$signal [16:11] > 4'h8;
  assign \$19  = \$signal [16:11] > 4'h9;
  assign \$20  = \$signal [16:11] > 4'ha;
  assign \$21  = \$signal [16:11] > 4'hb;
  assign \$22  = \$signal [16:11] > 4'hc;
  assign \$23  = \$signal [16:11] > 4'hd;
  assign \$24  = \$signal [16:11] > 4'he;
  assign \$25  = \$signal [16:11] > 4'hf;
  assign \$26  = \$signal [16:11] > 5'h10;
  assign \$27  = \$signal [16:11] > 5'h11;
  assign \$28  = \$signal [16:11] > 5'h12;
  assign \$29  = \$signal [16:11] > 5'h13;
  assign \$30  = \$signal [16:11] > 5'h14;
  assign \$31  = \$signal [16:11] > 5'h15;
  assign \$32  = \$signal [16:11] > 5'h16;
  assign \$33  = \$signal [16:11] > 5'h17;
  assign \$34  = \$signal [16:11] > 5'h18;
  assign \$35  = \$signal [16:11] > 5'h19;
  assign \$36  = \$signal [16:11] > 5'h1a;
  assign \$37  = \$signal [16:11] > 5'h1b;
  assign \$38  = \$signal [16:11] > 5'h1c;
  assign \$39  = \$signal [16:11] > 5'h1d;
  assign \$40  = \$signal [16:11] > 5'h1e;
  assign \$41  = \$signal [16:11] > 5'h1f;
  assign \$42  = \$signal [10:5] > 1'h0;
  assign \$43  = \$signal [10:5] > 1'h1;
  assign \$44  = \$signal [10:5] > 2'h2;
  assign \$45  = \$signal [10:5] > 2'h3;
  assign \$46  = \$signal [10:5] > 3'h4;
  assign \$47  = \$signal [10:5] > 3'h5;
  assign \$48  = \$signal [10:5] > 3'h6;
  assign \$49  = \$signal [10:5] > 3'h7;
  assign \$50  = \$signal [10:5] > 4'h8;
  assign \$51  = \$signal [10:5] > 4'h9;
  assign \$52  = \$signal [10:5] > 4'ha;
  assign \$53  = \$signal [10:5] > 4'hb;
  assign \$54  = \$signal [10:5] > 4'hc;
  assign \$55  = \$signal [10:5] > 4'hd;
  assign \$56  = \$signal [10:5] > 4'he;
  assign \$57  = \$signal [10:5] > 4'hf;
  assign \$58  = \$signal [10:5] > 5'h10;
  assign \$59  = \$signal [10:5] > 5'h11;
  assign \$60  = \$signal [10:5] > 5'h12;
  assign \$61  = \$signal [10:5] > 5'h13;
  assign \$62  = \$signal [10:5] > 5'h14;
  assign \$63  = \$signal [10:5] > 5'h15;
  assign \$64  = \$signal [10:5] > 5'h16;
  assign \$65  = \$signal [10:5] > 5'h17;
  assign \$66  = \$signal [10:5] > 5'h18;
  assign \$67  = \$signal [10:5] > 5'h19;
  assign \$68  = \$signal [10:5] > 5'h1a;
  assign \$69  = \$signal [10:5] > 5'h1b;
  assign \$70  = \$signal [10:5] > 5'h1c;
  assign \$71  = \$signal [10:5] > 5'h1d;
  assign \$72  = \$signal [10:5] > 5'h1e;
  assign \$73  = \$signal [10:5] > 5'h1f;
  assign \$388  = \$signal [17] * 6'h20;
  assign desired = \desired$20  >> \$388 ;
  assign \$74  = ~ \$42 ;
  assign \$75  = \$10  & \$74 ;
  assign \$76  = desired[0] ^ \port$932$0 [0];
  assign \$77  = | \port$932$0 [40:32];
  assign \$78  = \$76  & \$77 ;
  assign \$79  = \$75  & \$78 ;
  assign \$80  = ~ \$43 ;
  assign \$81  = \$11  & \$80 ;
  assign \$82  = desired[1] ^ \port$932$0 [1];
  assign \$83  = | \port$932$0 [49:41];
  assign \$84  = \$82  & \$83 ;
  assign \$85  = \$81  & \$84 ;
  assign \$86  = ~ \$44 ;
  assign \$87  = \$12  & \$86 ;
  assign \$88  = desired[2] ^ \port$932$0 [2];
  assign \$89  = | \port$932$0 [58:50];
  assign \$90  = \$88  & \$89 ;
  assign \$91  = \$87  & \$90 ;
  assign \$92  = ~ \$45 ;
  assign \$93  = \$13  & \$92 ;
  assign \$94  = desired[3] ^ \port$932$0 [3];
  assign \$95  = | \port$932$0 [67:59];
  assign \$96  = \$94  & \$95 ;
  assign \$97  = \$93  & \$96 ;
  assign \$98  = ~ \$46 ;
  assign \$99  = \$14  & \$98 ;
  assign \$100  = desired[4] ^ \port$932$0 [4];
  assign \$101  = | \port$932$0 [76:68];
  assign \$102  = \$100  & \$101 ;
  assign \$103  = \$99  & \$102 ;
  assign \$104  = ~ \$47 ;
  assign \$105  = \$15  & \$104 ;
  assign \$106  = desired[5] ^ \port$932$0 [5];
  assign \$107  = | \port$932$0 [85:77];
  assign \$108  = \$106  & \$107 ;
  assign \$109  = \$105  & \$108 ;
  assign \$110  = ~ \$48 ;
  assign \$111  = \$16  & \$110 ;
  assign \$112  = desired[6] ^ \port$932$0 [6];
  assign \$113  = | \port$932$0 [94:86];
  assign \$114  = \$112  & \$113 ;
  assign \$115  = \$111  & \$114 ;
  assign \$116  = ~ \$49 ;
  assign \$117  = \$17  & \$116 ;
  assign \$118  = desired[7] ^ \port$932$0 [7];
  assign \$119  = | \port$932$0 [103:95];
  assign \$120  = \$118  & \$119 ;
  assign \$121  = \$117  & \$120 ;
  assign \$122  = ~ \$50 ;
  assign \$123  = \$18  & \$122 ;
  assign \$124  = desired[8] ^ \port$932$0 [8];
  assign \$125  = | \port$932$0 [112:104];
  assign \$126  = \$124  & \$125 ;
  assign \$127  = \$123  & \$126 ;
  assign \$128  = ~ \$51 ;
  assign \$129  = \$19  & \$128 ;
  assign \$130  = desired[9] ^ \port$932$0 [9];
  assign \$131  = | \port$932$0 [121:113];
  assign \$132  = \$130  & \$131 ;
  assign \$133  = \$129  & \$132 ;
  assign \$134  = ~ \$52 ;
  assign \$135  = \$20  & \$134 ;
  assign \$136  = desired[10] ^ \port$932$0 [10];
  assign \$137  = | \port$932$0 [130:122];
  assign \$138  = \$136  & \$137 ;
  assign \$139  = \$135  & \$138 ;
  assign \$140  = ~ \$53 ;
  assign \$141  = \$21  & \$140 ;
  assign \$142  = desired[11] ^ \port$932$0 [11];
  assign \$143  = | \port$932$0 [139:131];
  assign \$144  = \$142  & \$143 ;
  assign \$145  = \$141  & \$144 ;
  assign \$146  = ~ \$54 ;
  assign \$147  = \$22  & \$146 ;
  assign \$148  = desired[12] ^ \port$932$0 [12];
  assign \$149  = | \port$932$0 [148:140];
  assign \$150  = \$148  & \$149 ;
  assign \$151  = \$147  & \$150 ;
  assign \$152  = ~ \$55 ;
  assign \$153  = \$23  & \$152 ;
  assign \$154  = desired[13] ^ \port$932$0 [13];
  assign \$155  = | \port$932$0 [157:149];
  assign \$156  = \$154  & \$155 ;
  assign \$157  = \$153  & \$156 ;
  assign \$158  = ~ \$56 ;
  assign \$159  = \$24  & \$158 ;
  assign \$160  = desired[14] ^ \port$932$0 [14];
  assign \$161  = | \port$932$0 [166:158];
  assign \$162  = \$160  & \$161 ;
  assign \$163  = \$159  & \$162 ;
  assign \$164  = ~ \$57 ;
  assign \$165  = \$25  & \$164 ;
  assign \$166  = desired[15] ^ \port$932$0 [15];
  assign \$167  = | \port$932$0 [175:167];
  assign \$168  = \$166  & \$167 ;
  assign \$169  = \$165  & \$168 ;
  assign \$170  = ~ \$58 ;
  assign \$171  = \$26  & \$170 ;
  assign \$172  = desired[16] ^ \port$932$0 [16];
  assign \$173  = | \port$932$0 [184:176];
  assign \$174  = \$172  & \$173 ;
  assign \$175  = \$171  & \$174 ;
  assign \$176  = ~ \$59 ;
  assign \$177  = \$27  & \$176 ;
  assign \$178  = desired[17] ^ \port$932$0 [17];
  assign \$179  = | \port$932$0 [193:185];
  assign \$180  = \$178  & \$179 ;
  assign \$181  = \$177  & \$180 ;
  assign \$182  = ~ \$60 ;
  assign \$183  = \$28  & \$182 ;
  assign \$184  = desired[18] ^ \port$932$0 [18];
  assign \$185  = | \port$932$0 [202:194];
  assign \$186  = \$184  & \$185 ;
  assign \$187  = \$183  & \$186 ;
  assign \$188  = ~ \$61 ;
  assign \$189  = \$29  & \$188 ;
  assign \$190  = desired[19] ^ \port$932$0 [19];
  assign \$191  = | \port$932$0 [211:203];
  assign \$192  = \$190  & \$191 ;
  assign \$193  = \$189  & \$192 ;
  assign \$194  = ~ \$62 ;
  assign \$195  = \$30  & \$194 ;
  assign \$196  = desired[20] ^ \port$932$0 [20];
  assign \$197  = | \port$932$0 [220:212];
  assign \$198  = \$196  & \$197 ;
  assign \$199  = \$195  & \$198 ;
  assign \$200  = ~ \$63 ;
  assign \$201  = \$31  & \$200 ;
  assign \$202  = desired[21] ^ \port$932$0 [21];
  assign \$203  = | \port$932$0 [229:221];
  assign \$204  = \$202  & \$203 ;
  assign \$205  = \$201  & \$204 ;
  assign \$206  = ~ \$64 ;
  assign \$207  = \$32  & \$206 ;
  assign \$208  = desired[22] ^ \port$932$0 [22];
  assign \$209  = | \port$932$0 [238:230];
  assign \$210  = \$208  & \$209 ;
  assign \$211  = \$207  & \$210 ;
  assign \$212  = ~ \$65 ;
  assign \$213  = \$33  & \$212 ;
  assign \$214  = desired[23] ^ \port$932$0 [23];
  assign \$215  = | \port$932$0 [247:239];
  assign \$216  = \$214  & \$215 ;
  assign \$217  = \$213  & \$216 ;
  assign \$218  = ~ \$66 ;
  assign \$219  = \$34  & \$218 ;
  assign \$220  = desired[24] ^ \port$932$0 [24];
  assign \$221  = | \port$932$0 [256:248];
  assign \$222  = \$220  & \$221 ;
  assign \$223  = \$219  & \$222 ;
  assign \$224  = ~ \$67 ;
  assign \$225  = \$35  & \$224 ;
  assign \$226  = desired[25] ^ \port$932$0 [25];
  assign \$227  = | \port$932$0 [265:257];
  assign \$228  = \$226  & \$227 ;
  assign \$229  = \$225  & \$228 ;
  assign \$230  = ~ \$68 ;
  assign \$231  = \$36  & \$230 ;
  assign \$232  = desired[26] ^ \port$932$0 [26];
  assign \$233  = | \port$932$0 [274:266];
  assign \$234  = \$232  & \$233 ;
  assign \$235  = \$231  & \$234 ;
  assign \$236  = ~ \$69 ;
  assign \$237  = \$37  & \$236 ;
  assign \$238  = desired[27] ^ \port$932$0 [27];
  assign \$239  = | \port$932$0 [283:275];
  assign \$240  = \$238  & \$239 ;
  assign \$241  = \$237  & \$240 ;
  assign \$242  = ~ \$70 ;
  assign \$243  = \$38  & \$242 ;
  assign \$244  = desired[28] ^ \port$932$0 [28];
  assign \$245  = | \port$932$0 [292:284];
  assign \$246  = \$244  & \$245 ;
  assign \$247  = \$243  & \$246 ;
  assign \$248  = ~ \$71 ;
  assign \$249  = \$39  & \$248 ;
  assign \$250  = desired[29] ^ \port$932$0 [29];
  assign \$251  = | \port$932$0 [301:293];
  assign \$252  = \$250  & \$251 ;
  assign \$253  = \$249  & \$252 ;
  assign \$254  = ~ \$72 ;
  assign \$255  = \$40  & \$254 ;
  assign \$256  = desired[30] ^ \port$932$0 [30];
  assign \$257  = | \port$932$0 [310:302];
  assign \$258  = \$256  & \$257 ;
  assign \$259  = \$255  & \$258 ;
  assign \$260  = ~ \$73 ;
  assign \$261  = \$41  & \$260 ;
  assign \$262  = desired[31] ^ \port$932$0 [31];
  assign \$263  = | \port$932$0 [319:311];
  assign \$264  = \$262  & \$263 ;
  assign \$265  = \$261  & \$264 ;
  assign \$266  = step4[25:18] + place[5:1];
  assign \$267  = ~ selected[0];
  assign \$268  = selected[9:1] < \$signal$60 [9:1];
  assign \$269  = ~ \$268 ;
  assign \$270  = \$267  | \$269 ;
  assign \$271  = \$signal$60 [0] & \$270 ;
  assign \$272  = ! fsm_state;
  assign \$273  = fsm_state == 1'h1;
  assign \$274  = fsm_state == 2'h2;
  assign \$275  = fsm_state == 2'h3;
  assign \$276  = \$1  ? left_by_group : \$like ;
  assign \$277  = group_left - block_left;
  assign \$278  = \$2  ? \$277  : { 1'h0, \table [72:65] };
  assign \$279  = block_left - group_left;
  assign \$280  = base + 6'h20;
  assign \$281  = row_address + 1'h1;
  assign \$282  = part + 1'h1;
  assign \$284  = desired_address + 1'h1;
  assign \$285  = layer + 1'h1;
  assign \$286  = layer + 2'h2;
  assign \$287  = \$286  == layers;
  assign \$288  = step4[0] & step4[4];
  assign \$289  = step4[1] | group_best[0];
  assign \$290  = \$288  & \$289 ;
  always @(posedge clk)
    \$signal  <= \$291 ;
  always @(posedge clk)
    layer <= \$292 ;
  always @(posedge clk)
    bank <= \$293 ;
  always @(posedge clk)
    fsm_state <= \$294 ;
  always @(posedge clk)
    row_address <= \$295 ;
  always @(posedge clk)
    desired_address <= \$296 ;
  always @(posedge clk)
    group_left <= \$297 ;
  always @(posedge clk)
    rows_left <= \$298 ;
  always @(posedge clk)
    part <= \$299 ;
  always @(posedge clk)
    low <= \$300 ;
  always @(posedge clk)
    block_left <= \$301 ;
  always @(posedge clk)
    base <= \$302 ;
  always @(posedge clk)
    step0 <= \$303 ;
  always @(posedge clk)
    step1 <= \$304 ;
  always @(posedge clk)
    step2 <= \$305 ;
  always @(posedge clk)
    step3 <= \$306 ;
  always @(posedge clk)
    step4 <= \$307 ;
  always @(posedge clk)
    winners__valid <= \$308 ;
  always @(posedge clk)
    winners__payload <= \$309 ;
  always @(posedge clk)
    \$signal$60  <= \$310 ;
  bep_core_winner_select select (
    .clk(clk),
    .enable(read_enable),
    .entries__0(entries__0),
    .entries__1(entries__1),
    .entries__10(entries__10),
    .entries__11(entries__11),
    .entries__12(entries__12),
    .entries__13(entries__13),
    .entries__14(entries__14),
    .entries__15(entries__15),
    .entries__16(entries__16),
    .entries__17(entries__17),
    .entries__18(entries__18),
    .entries__19(entries__19),
    .entries__2(entries__2),
    .entries__20(entries__20),
    .entries__21(entries__21),
    .entries__22(entries__22),
    .entries__23(entries__23),
    .entries__24(entries__24),
    .entries__25(entries__25),
    .entries__26(entries__26),
    .entries__27(entries__27),
    .entries__28(entries__28),
    .entries__29(entries__29),
    .entries__3(entries__3),
    .entries__30(entries__30),
    .entries__31(entries__31),
    .entries__4(entries__4),
    .entries__5(entries__5),
    .entries__6(entries__6),
    .entries__7(entries__7),
    .entries__8(entries__8),
    .entries__9(entries__9),
    .level5_0(best),
    .rst(rst),
    .valid(\$signal [0])
  );
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    start__ready = 1'h0;
    casez (fsm_state)
      2'h0:
          start__ready = 1'h1;
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$like  = 8'h00;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          /* empty */;
      2'h2:
          if (read_enable) begin
            \$like  = \$8 [7:0];
          end
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    left_by_group = 8'h00;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          /* empty */;
      2'h2:
          if (read_enable) begin
            left_by_group = \$9 [7:0];
          end
    endcase
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    (* full_case = 32'd1 *)
    if (\$271 ) begin
      group_best = \$signal$60 ;
    end else begin
      group_best = selected;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$291  = \$signal ;
    if (read_enable) begin
      \$291 [0] = 1'h0;
    end
    (* full_case = 32'd1 *)
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          /* empty */;
      2'h2:
          if (read_enable) begin
            \$291 [0] = 1'h1;
            \$291 [1] = 1'h0;
            \$291 [3:2] = bank;
            \$291 [4] = ends_group;
            \$291 [10:5] = low;
            \$291 [16:11] = \$4 [5:0];
            \$291 [17] = part;
            \$291 [25:18] = base[7:0];
            \$291 [29:26] = row_address;
            \$291 [31:30] = layer;
          end
      2'h3:
          if (read_enable) begin
            \$291 [0] = 1'h1;
            \$291 [1] = 1'h1;
            \$291 [4] = 1'h1;
            \$291 [10:5] = 6'h00;
            \$291 [16:11] = 6'h00;
          end
    endcase
    if (rst) begin
      \$291  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$292  = layer;
    casez (fsm_state)
      2'h0:
        begin
          \$292  = idle_layer;
          if (start__valid) begin
            \$292  = 2'h0;
          end
        end
      2'h1:
          /* empty */;
      2'h2:
          if (read_enable) begin
            if (ends_layer) begin
              \$292  = \$285 [1:0];
            end
          end
    endcase
    if (rst) begin
      \$292  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$293  = bank;
    casez (fsm_state)
      2'h0:
          if (start__valid) begin
            \$293  = start__payload;
          end
    endcase
    if (rst) begin
      \$293  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$294  = fsm_state;
    (* full_case = 32'd1 *)
    casez (fsm_state)
      2'h0:
          if (start__valid) begin
            \$294  = 2'h1;
          end
      2'h1:
          \$294  = 2'h2;
      2'h2:
          if (read_enable) begin
            if (ends_block) begin
              \$294  = 2'h2;
            end
            if (ends_layer) begin
              \$294  = 2'h1;
              if (\$287 ) begin
                \$294  = 2'h3;
              end
            end
          end
      2'h3:
          if (read_enable) begin
            \$294  = 2'h0;
          end
    endcase
    if (rst) begin
      \$294  = 2'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$295  = row_address;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$295  = \table [55:52];
      2'h2:
          if (read_enable) begin
            if (ends_block) begin
              \$295  = \$281 [3:0];
            end
          end
    endcase
    if (rst) begin
      \$295  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$296  = desired_address;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$296  = \table [51:48];
      2'h2:
          if (read_enable) begin
            if (ends_block) begin
              if (\$283 ) begin
                \$296  = \$284 [3:0];
              end
            end
          end
    endcase
    if (rst) begin
      \$296  = 4'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$297  = group_left;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$297  = \table [72:65];
      2'h2:
          if (read_enable) begin
            \$297  = \$278 [7:0];
          end
    endcase
    if (rst) begin
      \$297  = 8'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$298  = rows_left;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$298  = \table [7:0];
      2'h2:
          if (read_enable) begin
            \$298  = \$276 ;
          end
    endcase
    if (rst) begin
      \$298  = 8'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$299  = part;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$299  = 1'h0;
      2'h2:
          if (read_enable) begin
            if (ends_block) begin
              \$299  = \$282 [0];
              if (\$283 ) begin
                \$299  = 1'h0;
              end
            end
          end
    endcase
    if (rst) begin
      \$299  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$300  = low;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$300  = 6'h00;
      2'h2:
          if (read_enable) begin
            \$300  = \$4 [5:0];
            if (ends_block) begin
              \$300  = 6'h00;
            end
          end
    endcase
    if (rst) begin
      \$300  = 6'h00;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$301  = block_left;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$301  = 6'h20;
      2'h2:
          if (read_enable) begin
            \$301  = \$279 [5:0];
            if (ends_block) begin
              \$301  = 6'h20;
            end
          end
    endcase
    if (rst) begin
      \$301  = 6'h20;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$302  = base;
    casez (fsm_state)
      2'h0:
          /* empty */;
      2'h1:
          \$302  = 9'h000;
      2'h2:
          if (read_enable) begin
            if (ends_block) begin
              \$302  = \$280 [8:0];
            end
          end
    endcase
    if (rst) begin
      \$302  = 9'h000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$303  = step0;
    if (read_enable) begin
      \$303  = \$signal ;
    end
    if (rst) begin
      \$303  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$304  = step1;
    if (read_enable) begin
      \$304  = step0;
    end
    if (rst) begin
      \$304  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$305  = step2;
    if (read_enable) begin
      \$305  = step1;
    end
    if (rst) begin
      \$305  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$306  = step3;
    if (read_enable) begin
      \$306  = step2;
    end
    if (rst) begin
      \$306  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$307  = step4;
    if (read_enable) begin
      \$307  = step3;
    end
    if (rst) begin
      \$307  = 32'd0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$308  = winners__valid;
    if (read_enable) begin
      \$308  = \$290 ;
    end
    if (rst) begin
      \$308  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$309  = winners__payload;
    if (read_enable) begin
      \$309 [1:0] = step4[3:2];
      \$309 [3:2] = step4[31:30];
      \$309 [22] = step4[1];
      \$309 [21] = group_best[10];
      \$309 [20:16] = group_best[15:11];
      \$309 [11:4] = group_best[23:16];
      \$309 [15:12] = group_best[27:24];
    end
    if (rst) begin
      \$309  = 23'h000000;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$54 ) begin end
    \$310  = \$signal$60 ;
    if (read_enable) begin
      if (step4[0]) begin
        \$310  = group_best;
        if (step4[4]) begin
          \$310 [0] = 1'h0;
        end
      end
    end
    if (rst) begin
      \$310  = 28'h0000000;
    end
  end
  assign high = \$4 [5:0];
  assign enable = read_enable;
  assign to_high = { \$41 , \$40 , \$39 , \$38 , \$37 , \$36 , \$35 , \$34 , \$33 , \$32 , \$31 , \$30 , \$29 , \$28 , \$27 , \$26 , \$25 , \$24 , \$23 , \$22 , \$21 , \$20 , \$19 , \$18 , \$17 , \$16 , \$15 , \$14 , \$13 , \$12 , \$11 , \$10  };
  assign to_low = { \$73 , \$72 , \$71 , \$70 , \$69 , \$68 , \$67 , \$66 , \$65 , \$64 , \$63 , \$62 , \$61 , \$60 , \$59 , \$58 , \$57 , \$56 , \$55 , \$54 , \$53 , \$52 , \$51 , \$50 , \$49 , \$48 , \$47 , \$46 , \$45 , \$44 , \$43 , \$42  };
  assign activations = \port$932$0 [31:0];
  assign magnitudes = \port$932$0 [319:32];
  assign valid = \$signal [0];
  assign \$signal.valid  = \$signal [0];
  assign \$signal.last  = \$signal [1];
  assign \$signal.bank  = \$signal [3:2];
  assign \$signal.group_end  = \$signal [4];
  assign \$signal.low  = \$signal [10:5];
  assign \$signal.high  = \$signal [16:11];
  assign \$signal.part  = \$signal [17];
  assign \$signal.base  = \$signal [25:18];
  assign \$signal.block  = \$signal [29:26];
  assign \$signal.layer  = \$signal [31:30];
  assign \entries__0.valid  = entries__0[0];
  assign \entries__0.key  = entries__0[9:1];
  assign \entries__0.payload  = entries__0[15:10];
  assign \magnitudes[0]  = \port$932$0 [40:32];
  assign \magnitudes[1]  = \port$932$0 [49:41];
  assign \magnitudes[2]  = \port$932$0 [58:50];
  assign \magnitudes[3]  = \port$932$0 [67:59];
  assign \magnitudes[4]  = \port$932$0 [76:68];
  assign \magnitudes[5]  = \port$932$0 [85:77];
  assign \magnitudes[6]  = \port$932$0 [94:86];
  assign \magnitudes[7]  = \port$932$0 [103:95];
  assign \magnitudes[8]  = \port$932$0 [112:104];
  assign \magnitudes[9]  = \port$932$0 [121:113];
  assign \magnitudes[10]  = \port$932$0 [130:122];
  assign \magnitudes[11]  = \port$932$0 [139:131];
  assign \magnitudes[12]  = \port$932$0 [148:140];
  assign \magnitudes[13]  = \port$932$0 [157:149];
  assign \magnitudes[14]  = \port$932$0 [166:158];
  assign \magnitudes[15]  = \port$932$0 [175:167];
  assign \magnitudes[16]  = \port$932$0 [184:176];
  assign \magnitudes[17]  = \port$932$0 [193:185];
  assign \magnitudes[18]  = \port$932$0 [202:194];
  assign \magnitudes[19]  = \port$932$0 [211:203];
  assign \magnitudes[20]  = \port$932$0 [220:212];
  assign \magnitudes[21]  = \port$932$0 [229:221];
  assign \magnitudes[22]  = \port$932$0 [238:230];
  assign \magnitudes[23]  = \port$932$0 [247:239];
  assign \magnitudes[24]  = \port$932$0 [256:248];
  assign \magnitudes[25]  = \port$932$0 [265:257];
  assign \magnitudes[26]  = \port$932$0 [274:266];
  assign \magnitudes[27]  = \port$932$0 [283:275];
  assign \magnitudes[28]  = \port$932$0 [292:284];
  assign \magnitudes[29]  = \port$932$0 [301:293];
  assign \magnitudes[30]  = \port$932$0 [310:302];
  assign \magnitudes[31]  = \port$932$0 [319:311];
  assign \entries__1.valid  = entries__1[0];
  assign \entries__1.key  = entries__1[9:1];
  assign \entries__1.payload  = entries__1[15:10];
  assign \entries__2.valid  = entries__2[0];
  assign \entries__2.key  = entries__2[9:1];
  assign \entries__2.payload  = entries__2[15:10];
  assign \entries__3.valid  = entries__3[0];
  assign \entries__3.key  = entries__3[9:1];
  assign \entries__3.payload  = entries__3[15:10];
  assign \entries__4.valid  = entries__4[0];
  assign \entries__4.key  = entries__4[9:1];
  assign \entries__4.payload  = entries__4[15:10];
  assign \entries__5.valid  = entries__5[0];
  assign \entries__5.key  = entries__5[9:1];
  assign \entries__5.payload  = entries__5[15:10];
  assign \entries__6.valid  = entries__6[0];
  assign \entries__6.key  = entries__6[9:1];
  assign \entries__6.payload  = entries__6[15:10];
  assign \entries__7.valid  = entries__7[0];
  assign \entries__7.key  = entries__7[9:1];
  assign \entries__7.payload  = entries__7[15:10];
  assign \entries__8.valid  = entries__8[0];
  assign \entries__8.key  = entries__8[9:1];
  assign \entries__8.payload  = entries__8[15:10];
  assign \entries__9.valid  = entries__9[0];
  assign \entries__9.key  = entries__9[9:1];
  assign \entries__9.payload  = entries__9[15:10];
  assign \entries__10.valid  = entries__10[0];
  assign \entries__10.key  = entries__10[9:1];
  assign \entries__10.payload  = entries__10[15:10];
  assign \entries__11.valid  = entries__11[0];
  assign \entries__11.key  = entries__11[9:1];
  assign \entries__11.payload  = entries__11[15:10];
  assign \entries__12.valid  = entries__12[0];
  assign \entries__12.key  = entries__12[9:1];
  assign \entries__12.payload  = entries__12[15:10];
  assign \entries__13.valid  = entries__13[0];
  assign \entries__13.key  = entries__13[9:1];
  assign \entries__13.payload  = entries__13[15:10];
  assign \entries__14.valid  = entries__14[0];
  assign \entries__14.key  = entries__14[9:1];
  assign \entries__14.payload  = entries__14[15:10];
  assign \entries__15.valid  = entries__15[0];
  assign \entries__15.key  = entries__15[9:1];
  assign \entries__15.payload  = entries__15[15:10];
  assign \entries__16.valid  = entries__16[0];
  assign \entries__16.key  = entries__16[9:1];
  assign \entries__16.payload  = entries__16[15:10];
  assign \entries__17.valid  = entries__17[0];
  assign \entries__17.key  = entries__17[9:1];
  assign \entries__17.payload  = entries__17[15:10];
  assign \entries__18.valid  = entries__18[0];
  assign \entries__18.key  = entries__18[9:1];
  assign \entries__18.payload  = entries__18[15:10];
  assign \entries__19.valid  = entries__19[0];
  assign \entries__19.key  = entries__19[9:1];
  assign \entries__19.payload  = entries__19[15:10];
  assign \entries__20.valid  = entries__20[0];
  assign \entries__20.key  = entries__20[9:1];
  assign \entries__20.payload  = entries__20[15:10];
  assign \entries__21.valid  = entries__21[0];
  assign \entries__21.key  = entries__21[9:1];
  assign \entries__21.payload  = entries__21[15:10];
  assign \entries__22.valid  = entries__22[0];
  assign \entries__22.key  = entries__22[9:1];
  assign \entries__22.payload  = entries__22[15:10];
  assign \entries__23.valid  = entries__23[0];
  assign \entries__23.key  = entries__23[9:1];
  assign \entries__23.payload  = entries__23[15:10];
  assign \entries__24.valid  = entries__24[0];
  assign \entries__24.key  = entries__24[9:1];
  assign \entries__24.payload  = entries__24[15:10];
  assign \entries__25.valid  = entries__25[0];
  assign \entries__25.key  = entries__25[9:1];
  assign \entries__25.payload  = entries__25[15:10];
  assign \entries__26.valid  = entries__26[0];
  assign \entries__26.key  = entries__26[9:1];
  assign \entries__26.payload  = entries__26[15:10];
  assign \entries__27.valid  = entries__27[0];
  assign \entries__27.key  = entries__27[9:1];
  assign \entries__27.payload  = entries__27[15:10];
  assign \entries__28.valid  = entries__28[0];
  assign \entries__28.key  = entries__28[9:1];
  assign \entries__28.payload  = entries__28[15:10];
  assign \entries__29.valid  = entries__29[0];
  assign \entries__29.key  = entries__29[9:1];
  assign \entries__29.payload  = entries__29[15:10];
  assign \entries__30.valid  = entries__30[0];
  assign \entries__30.key  = entries__30[9:1];
  assign \entries__30.payload  = entries__30[15:10];
  assign \entries__31.valid  = entries__31[0];
  assign \entries__31.key  = entries__31[9:1];
  assign \entries__31.payload  = entries__31[15:10];
  assign \place.desired  = place[0];
  assign \place.index  = place[5:1];
  assign \place.row  = place[13:6];
  assign \place.block  = place[17:14];
  assign \best.valid  = best[0];
  assign \best.key  = best[9:1];
  assign \best.payload  = best[15:10];
  assign \step4.valid  = step4[0];
  assign \step4.last  = step4[1];
  assign \step4.bank  = step4[3:2];
  assign \step4.group_end  = step4[4];
  assign \step4.low  = step4[10:5];
  assign \step4.high  = step4[16:11];
  assign \step4.part  = step4[17];
  assign \step4.base  = step4[25:18];
  assign \step4.block  = step4[29:26];
  assign \step4.layer  = step4[31:30];
  assign \selected.valid  = selected[0];
  assign \selected.key  = selected[9:1];
  assign \selected.payload  = selected[27:10];
  assign \$signal$60.valid  = \$signal$60 [0];
  assign \$signal$60.key  = \$signal$60 [9:1];
  assign \$signal$60.payload  = \$signal$60 [27:10];
  assign \group_best.valid  = group_best[0];
  assign \group_best.key  = group_best[9:1];
  assign \group_best.payload  = group_best[27:10];
  assign \table.rows  = \table [7:0];
  assign \table.columns  = \table [16:8];
  assign \table.row_blocks  = \table [19:17];
  assign \table.column_blocks  = \table [22:20];
  assign \table.words  = \table [26:23];
  assign \table.tile_base  = \table [32:27];
  assign \table.counter_base  = \table [43:33];
  assign \table.input_base  = \table [47:44];
  assign \table.output_base  = \table [51:48];
  assign \table.row_base  = \table [55:52];
  assign \table.gate  = \table [64:56];
  assign \table.group  = \table [72:65];
  assign \table.reinforce  = \table [93:73];
  assign \step0.valid  = step0[0];
  assign \step0.last  = step0[1];
  assign \step0.bank  = step0[3:2];
  assign \step0.group_end  = step0[4];
  assign \step0.low  = step0[10:5];
  assign \step0.high  = step0[16:11];
  assign \step0.part  = step0[17];
  assign \step0.base  = step0[25:18];
  assign \step0.block  = step0[29:26];
  assign \step0.layer  = step0[31:30];
  assign \step1.valid  = step1[0];
  assign \step1.last  = step1[1];
  assign \step1.bank  = step1[3:2];
  assign \step1.group_end  = step1[4];
  assign \step1.low  = step1[10:5];
  assign \step1.high  = step1[16:11];
  assign \step1.part  = step1[17];
  assign \step1.base  = step1[25:18];
  assign \step1.block  = step1[29:26];
  assign \step1.layer  = step1[31:30];
  assign \step2.valid  = step2[0];
  assign \step2.last  = step2[1];
  assign \step2.bank  = step2[3:2];
  assign \step2.group_end  = step2[4];
  assign \step2.low  = step2[10:5];
  assign \step2.high  = step2[16:11];
  assign \step2.part  = step2[17];
  assign \step2.base  = step2[25:18];
  assign \step2.block  = step2[29:26];
  assign \step2.layer  = step2[31:30];
  assign \step3.valid  = step3[0];
  assign \step3.last  = step3[1];
  assign \step3.bank  = step3[3:2];
  assign \step3.group_end  = step3[4];
  assign \step3.low  = step3[10:5];
  assign \step3.high  = step3[16:11];
  assign \step3.part  = step3[17];
  assign \step3.base  = step3[25:18];
  assign \step3.block  = step3[29:26];
  assign \step3.layer  = step3[31:30];
  assign \winners__payload.bank  = winners__payload[1:0];
  assign \winners__payload.layer  = winners__payload[3:2];
  assign \winners__payload.row  = winners__payload[11:4];
  assign \winners__payload.block  = winners__payload[15:12];
  assign \winners__payload.index  = winners__payload[20:16];
  assign \winners__payload.desired  = winners__payload[21];
  assign \winners__payload.last  = winners__payload[22];
  assign selected[27:10] = place;
  assign selected[9:1] = best[9:1];
  assign selected[0] = best[0];
  assign place[17:14] = step4[29:26];
  assign place[13:6] = \$266 [7:0];
  assign place[5:1] = best[15:11];
  assign place[0] = best[10];
  assign entries__31[15:10] = { 5'h1f, desired[31] };
  assign entries__31[9:1] = \port$932$0 [319:311];
  assign entries__31[0] = \$265 ;
  assign entries__30[15:10] = { 5'h1e, desired[30] };
  assign entries__30[9:1] = \port$932$0 [310:302];
  assign entries__30[0] = \$259 ;
  assign entries__29[15:10] = { 5'h1d, desired[29] };
  assign entries__29[9:1] = \port$932$0 [301:293];
  assign entries__29[0] = \$253 ;
  assign entries__28[15:10] = { 5'h1c, desired[28] };
  assign entries__28[9:1] = \port$932$0 [292:284];
  assign entries__28[0] = \$247 ;
  assign entries__27[15:10] = { 5'h1b, desired[27] };
  assign entries__27[9:1] = \port$932$0 [283:275];
  assign entries__27[0] = \$241 ;
  assign entries__26[15:10] = { 5'h1a, desired[26] };
  assign entries__26[9:1] = \port$932$0 [274:266];
  assign entries__26[0] = \$235 ;
  assign entries__25[15:10] = { 5'h19, desired[25] };
  assign entries__25[9:1] = \port$932$0 [265:257];
  assign entries__25[0] = \$229 ;
  assign entries__24[15:10] = { 5'h18, desired[24] };
  assign entries__24[9:1] = \port$932$0 [256:248];
  assign entries__24[0] = \$223 ;
  assign entries__23[15:10] = { 5'h17, desired[23] };
  assign entries__23[9:1] = \port$932$0 [247:239];
  assign entries__23[0] = \$217 ;
  assign entries__22[15:10] = { 5'h16, desired[22] };
  assign entries__22[9:1] = \port$932$0 [238:230];
  assign entries__22[0] = \$211 ;
  assign entries__21[15:10] = { 5'h15, desired[21] };
  assign entries__21[9:1] = \port$932$0 [229:221];
  assign entries__21[0] = \$205 ;
  assign entries__20[15:10] = { 5'h14, desired[20] };
  assign entries__20[9:1] = \port$932$0 [220:212];
  assign entries__20[0] = \$199 ;
  assign entries__19[15:10] = { 5'h13, desired[19] };
  assign entries__19[9:1] = \port$932$0 [211:203];
  assign entries__19[0] = \$193 ;
  assign entries__18[15:10] = { 5'h12, desired[18] };
  assign entries__18[9:1] = \port$932$0 [202:194];
  assign entries__18[0] = \$187 ;
  assign entries__17[15:10] = { 5'h11, desired[17] };
  assign entries__17[9:1] = \port$932$0 [193:185];
  assign entries__17[0] = \$181 ;
  assign entries__16[15:10] = { 5'h10, desired[16] };
  assign entries__16[9:1] = \port$932$0 [184:176];
  assign entries__16[0] = \$175 ;
  assign entries__15[15:10] = { 5'h0f, desired[15] };
  assign entries__15[9:1] = \port$932$0 [175:167];
  assign entries__15[0] = \$169 ;
  assign entries__14[15:10] = { 5'h0e, desired[14] };
  assign entries__14[9:1] = \port$932$0 [166:158];
  assign entries__14[0] = \$163 ;
  assign entries__13[15:10] = { 5'h0d, desired[13] };
  assign entries__13[9:1] = \port$932$0 [157:149];
  assign entries__13[0] = \$157 ;
  assign entries__12[15:10] = { 5'h0c, desired[12] };
  assign entries__12[9:1] = \port$932$0 [148:140];
  assign entries__12[0] = \$151 ;
  assign entries__11[15:10] = { 5'h0b, desired[11] };
  assign entries__11[9:1] = \port$932$0 [139:131];
  assign entries__11[0] = \$145 ;
  assign entries__10[15:10] = { 5'h0a, desired[10] };
  assign entries__10[9:1] = \port$932$0 [130:122];
  assign entries__10[0] = \$139 ;
  assign entries__9[15:10] = { 5'h09, desired[9] };
  assign entries__9[9:1] = \port$932$0 [121:113];
  assign entries__9[0] = \$133 ;
  assign entries__8[15:10] = { 5'h08, desired[8] };
  assign entries__8[9:1] = \port$932$0 [112:104];
  assign entries__8[0] = \$127 ;
  assign entries__7[15:10] = { 5'h07, desired[7] };
  assign entries__7[9:1] = \port$932$0 [103:95];
  assign entries__7[0] = \$121 ;
  assign entries__6[15:10] = { 5'h06, desired[6] };
  assign entries__6[9:1] = \port$932$0 [94:86];
  assign entries__6[0] = \$115 ;
  assign entries__5[15:10] = { 5'h05, desired[5] };
  assign entries__5[9:1] = \port$932$0 [85:77];
  assign entries__5[0] = \$109 ;
  assign entries__4[15:10] = { 5'h04, desired[4] };
  assign entries__4[9:1] = \port$932$0 [76:68];
  assign entries__4[0] = \$103 ;
  assign entries__3[15:10] = { 5'h03, desired[3] };
  assign entries__3[9:1] = \port$932$0 [67:59];
  assign entries__3[0] = \$97 ;
  assign entries__2[15:10] = { 5'h02, desired[2] };
  assign entries__2[9:1] = \port$932$0 [58:50];
  assign entries__2[0] = \$91 ;
  assign entries__1[15:10] = { 5'h01, desired[1] };
  assign entries__1[9:1] = \port$932$0 [49:41];
  assign entries__1[0] = \$85 ;
  assign entries__0[15:10] = { 5'h00, desired[0] };
  assign entries__0[9:1] = \port$932$0 [40:32];
  assign entries__0[0] = \$79 ;
  assign \$283  = part;
endmodule

// bep_hw/gateware/parts/select.py
module bep_core_winner_select(rst, enable, entries__0, entries__1, entries__2, entries__3, entries__4, entries__5, entries__6, entries__7, entries__8, entries__9, entries__10, entries__11, entries__12, entries__13, entries__14, entries__15, entries__16, entries__17, entries__18
, entries__19, entries__20, entries__21, entries__22, entries__23, entries__24, entries__25, entries__26, entries__27, entries__28, entries__29, entries__30, entries__31, valid, level5_0, clk);
  reg \$auto$verilog_backend.cc:2355:dump_module$55 ;
  initial \$auto$verilog_backend.cc:2355:dump_module$55 <= 0;
  wire \$1 , \$10 , \$100 , \$101 , \$102 , \$103 , \$104 , \$105 , \$106 , \$107 , \$108 , \$109 ,
    \$11 , \$110 , \$111 , \$112 , \$113 , \$114 , \$115 , \$116 , \$117 , \$118 , \$119 , \$12 ,
    \$120 , \$121 , \$122 , \$123 , \$124 , \$125 , \$126 , \$127 , \$128 , \$129 , \$13 , \$130 ,
    \$131 , \$132 , \$133 , \$134 , \$135 , \$136 , \$137 , \$138 , \$139 , \$14 , \$140 , \$141 ,
    \$142 , \$143 , \$144 , \$145 , \$146 , \$147 , \$148 , \$149 , \$15 , \$150 , \$151 , \$152 ,
    \$153 , \$154 , \$155 , \$156 , \$157 , \$158 , \$159 , \$16 , \$160 , \$161 , \$162 , \$163 ,
    \$164 , \$165 , \$166 , \$167 , \$168 , \$169 , \$17 , \$170 , \$171 , \$172 , \$173 , \$174 ,
    \$175 , \$176 , \$177 , \$178 , \$179 , \$18 , \$180 , \$181 , \$182 , \$183 , \$184 , \$185 ,
    \$186 , \$187 , \$188 , \$189 , \$19 , \$190 , \$191 , \$192 , \$193 , \$194 , \$195 , \$196 ,
    \$197 , \$198 , \$199 , \$2 , \$20 , \$200 , \$201 , \$202 , \$203 , \$204 , \$205 , \$206 ,
    \$207 , \$208 , \$209 , \$21 , \$210 , \$211 , \$212 , \$213 , \$214 , \$215 , \$216 , \$217 ;
  reg [15:0] \$218 ;
  reg [15:0] \$219 ;
  wire \$22 ;
  reg [15:0] \$220 ;
  reg [15:0] \$221 ;
  reg [15:0] \$222 ;
  reg [15:0] \$223 ;
  reg [15:0] \$224 ;
  reg [15:0] \$225 ;
  reg [15:0] \$226 ;
  reg [15:0] \$227 ;
  reg [15:0] \$228 ;
  reg [15:0] \$229 ;
  wire \$23 ;
  reg [15:0] \$230 ;
  reg [15:0] \$231 ;
  reg [15:0] \$232 ;
  reg [15:0] \$233 ;
  reg \$234 ;
  reg [15:0] \$235 ;
  reg [15:0] \$236 ;
  reg [15:0] \$237 ;
  reg [15:0] \$238 ;
  reg [15:0] \$239 ;
  wire \$24 ;
  reg [15:0] \$240 ;
  reg [15:0] \$241 ;
  reg [15:0] \$242 ;
  reg \$243 ;
  reg [15:0] \$244 ;
  reg [15:0] \$245 ;
  reg [15:0] \$246 ;
  reg [15:0] \$247 ;
  reg \$248 ;
  reg [15:0] \$249 ;
  wire \$25 ;
  reg [15:0] \$250 ;
  reg \$251 ;
  reg [15:0] \$252 ;
  reg \$253 ;
  wire \$26 , \$27 , \$28 , \$29 , \$3 , \$30 , \$31 , \$32 , \$33 , \$34 , \$35 , \$36 , \$37 ,
    \$38 , \$39 , \$4 , \$40 , \$41 , \$42 , \$43 , \$44 , \$45 , \$46 , \$47 , \$48 , \$49 , \$5 ,
    \$50 , \$51 , \$52 , \$53 , \$54 , \$55 , \$56 , \$57 , \$58 , \$59 , \$6 , \$60 , \$61 , \$62 ,
    \$63 , \$64 , \$65 , \$66 , \$67 , \$68 , \$69 , \$7 , \$70 , \$71 , \$72 , \$73 , \$74 , \$75 ,
    \$76 , \$77 , \$78 , \$79 , \$8 , \$80 , \$81 , \$82 , \$83 , \$84 , \$85 , \$86 , \$87 , \$88 ,
    \$89 , \$9 , \$90 , \$91 , \$92 , \$93 , \$94 , \$95 , \$96 , \$97 , \$98 , \$99 ;
  (* init = 16'h0000 *)
  wire [15:0] best;
  wire [8:0] \best.key ;
  wire [5:0] \best.payload ;
  wire \best.valid ;
  input clk;
  input enable;
  input [15:0] entries__0;
  wire [8:0] \entries__0.key ;
  wire [5:0] \entries__0.payload ;
  wire \entries__0.valid ;
  input [15:0] entries__1;
  wire [8:0] \entries__1.key ;
  wire [5:0] \entries__1.payload ;
  wire \entries__1.valid ;
  input [15:0] entries__10;
  wire [8:0] \entries__10.key ;
  wire [5:0] \entries__10.payload ;
  wire \entries__10.valid ;
  input [15:0] entries__11;
  wire [8:0] \entries__11.key ;
  wire [5:0] \entries__11.payload ;
  wire \entries__11.valid ;
  input [15:0] entries__12;
  wire [8:0] \entries__12.key ;
  wire [5:0] \entries__12.payload ;
  wire \entries__12.valid ;
  input [15:0] entries__13;
  wire [8:0] \entries__13.key ;
  wire [5:0] \entries__13.payload ;
  wire \entries__13.valid ;
  input [15:0] entries__14;
  wire [8:0] \entries__14.key ;
  wire [5:0] \entries__14.payload ;
  wire \entries__14.valid ;
  input [15:0] entries__15;
  wire [8:0] \entries__15.key ;
  wire [5:0] \entries__15.payload ;
  wire \entries__15.valid ;
  input [15:0] entries__16;
  wire [8:0] \entries__16.key ;
  wire [5:0] \entries__16.payload ;
  wire \entries__16.valid ;
  input [15:0] entries__17;
  wire [8:0] \entries__17.key ;
  wire [5:0] \entries__17.payload ;
  wire \entries__17.valid ;
  input [15:0] entries__18;
  wire [8:0] \entries__18.key ;
  wire [5:0] \entries__18.payload ;
  wire \entries__18.valid ;
  input [15:0] entries__19;
  wire [8:0] \entries__19.key ;
  wire [5:0] \entries__19.payload ;
  wire \entries__19.valid ;
  input [15:0] entries__2;
  wire [8:0] \entries__2.key ;
  wire [5:0] \entries__2.payload ;
  wire \entries__2.valid ;
  input [15:0] entries__20;
  wire [8:0] \entries__20.key ;
  wire [5:0] \entries__20.payload ;
  wire \entries__20.valid ;
  input [15:0] entries__21;
  wire [8:0] \entries__21.key ;
  wire [5:0] \entries__21.payload ;
  wire \entries__21.valid ;
  input [15:0] entries__22;
  wire [8:0] \entries__22.key ;
  wire [5:0] \entries__22.payload ;
  wire \entries__22.valid ;
  input [15:0] entries__23;
  wire [8:0] \entries__23.key ;
  wire [5:0] \entries__23.payload ;
  wire \entries__23.valid ;
  input [15:0] entries__24;
  wire [8:0] \entries__24.key ;
  wire [5:0] \entries__24.payload ;
  wire \entries__24.valid ;
  input [15:0] entries__25;
  wire [8:0] \entries__25.key ;
  wire [5:0] \entries__25.payload ;
  wire \entries__25.valid ;
  input [15:0] entries__26;
  wire [8:0] \entries__26.key ;
  wire [5:0] \entries__26.payload ;
  wire \entries__26.valid ;
  input [15:0] entries__27;
  wire [8:0] \entries__27.key ;
  wire [5:0] \entries__27.payload ;
  wire \entries__27.valid ;
  input [15:0] entries__28;
  wire [8:0] \entries__28.key ;
  wire [5:0] \entries__28.payload ;
  wire \entries__28.valid ;
  input [15:0] entries__29;
  wire [8:0] \entries__29.key ;
  wire [5:0] \entries__29.payload ;
  wire \entries__29.valid ;
  input [15:0] entries__3;
  wire [8:0] \entries__3.key ;
  wire [5:0] \entries__3.payload ;
  wire \entries__3.valid ;
  input [15:0] entries__30;
  wire [8:0] \entries__30.key ;
  wire [5:0] \entries__30.payload ;
  wire \entries__30.valid ;
  input [15:0] entries__31;
  wire [8:0] \entries__31.key ;
  wire [5:0] \entries__31.payload ;
  wire \entries__31.valid ;
  input [15:0] entries__4;
  wire [8:0] \entries__4.key ;
  wire [5:0] \entries__4.payload ;
  wire \entries__4.valid ;
  input [15:0] entries__5;
  wire [8:0] \entries__5.key ;
  wire [5:0] \entries__5.payload ;
  wire \entries__5.valid ;
  input [15:0] entries__6;
  wire [8:0] \entries__6.key ;
  wire [5:0] \entries__6.payload ;
  wire \entries__6.valid ;
  input [15:0] entries__7;
  wire [8:0] \entries__7.key ;
  wire [5:0] \entries__7.payload ;
  wire \entries__7.valid ;
  input [15:0] entries__8;
  wire [8:0] \entries__8.key ;
  wire [5:0] \entries__8.payload ;
  wire \entries__8.valid ;
  input [15:0] entries__9;
  wire [8:0] \entries__9.key ;
  wire [5:0] \entries__9.payload ;
  wire \entries__9.valid ;
  reg [15:0] level1_0 = 16'h0000;
  wire [8:0] \level1_0.key ;
  wire [5:0] \level1_0.payload ;
  wire \level1_0.valid ;
  reg [15:0] level1_1 = 16'h0000;
  wire [8:0] \level1_1.key ;
  wire [5:0] \level1_1.payload ;
  wire \level1_1.valid ;
  reg [15:0] level1_10 = 16'h0000;
  wire [8:0] \level1_10.key ;
  wire [5:0] \level1_10.payload ;
  wire \level1_10.valid ;
  reg [15:0] level1_11 = 16'h0000;
  wire [8:0] \level1_11.key ;
  wire [5:0] \level1_11.payload ;
  wire \level1_11.valid ;
  reg [15:0] level1_12 = 16'h0000;
  wire [8:0] \level1_12.key ;
  wire [5:0] \level1_12.payload ;
  wire \level1_12.valid ;
  reg [15:0] level1_13 = 16'h0000;
  wire [8:0] \level1_13.key ;
  wire [5:0] \level1_13.payload ;
  wire \level1_13.valid ;
  reg [15:0] level1_14 = 16'h0000;
  wire [8:0] \level1_14.key ;
  wire [5:0] \level1_14.payload ;
  wire \level1_14.valid ;
  reg [15:0] level1_15 = 16'h0000;
  wire [8:0] \level1_15.key ;
  wire [5:0] \level1_15.payload ;
  wire \level1_15.valid ;
  reg [15:0] level1_2 = 16'h0000;
  wire [8:0] \level1_2.key ;
  wire [5:0] \level1_2.payload ;
  wire \level1_2.valid ;
  reg [15:0] level1_3 = 16'h0000;
  wire [8:0] \level1_3.key ;
  wire [5:0] \level1_3.payload ;
  wire \level1_3.valid ;
  reg [15:0] level1_4 = 16'h0000;
  wire [8:0] \level1_4.key ;
  wire [5:0] \level1_4.payload ;
  wire \level1_4.valid ;
  reg [15:0] level1_5 = 16'h0000;
  wire [8:0] \level1_5.key ;
  wire [5:0] \level1_5.payload ;
  wire \level1_5.valid ;
  reg [15:0] level1_6 = 16'h0000;
  wire [8:0] \level1_6.key ;
  wire [5:0] \level1_6.payload ;
  wire \level1_6.valid ;
  reg [15:0] level1_7 = 16'h0000;
  wire [8:0] \level1_7.key ;
  wire [5:0] \level1_7.payload ;
  wire \level1_7.valid ;
  reg [15:0] level1_8 = 16'h0000;
  wire [8:0] \level1_8.key ;
  wire [5:0] \level1_8.payload ;
  wire \level1_8.valid ;
  reg [15:0] level1_9 = 16'h0000;
  wire [8:0] \level1_9.key ;
  wire [5:0] \level1_9.payload ;
  wire \level1_9.valid ;
  reg [15:0] level2_0 = 16'h0000;
  wire [8:0] \level2_0.key ;
  wire [5:0] \level2_0.payload ;
  wire \level2_0.valid ;
  reg [15:0] level2_1 = 16'h0000;
  wire [8:0] \level2_1.key ;
  wire [5:0] \level2_1.payload ;
  wire \level2_1.valid ;
  reg [15:0] level2_2 = 16'h0000;
  wire [8:0] \level2_2.key ;
  wire [5:0] \level2_2.payload ;
  wire \level2_2.valid ;
  reg [15:0] level2_3 = 16'h0000;
  wire [8:0] \level2_3.key ;
  wire [5:0] \level2_3.payload ;
  wire \level2_3.valid ;
  reg [15:0] level2_4 = 16'h0000;
  wire [8:0] \level2_4.key ;
  wire [5:0] \level2_4.payload ;
  wire \level2_4.valid ;
  reg [15:0] level2_5 = 16'h0000;
  wire [8:0] \level2_5.key ;
  wire [5:0] \level2_5.payload ;
  wire \level2_5.valid ;
  reg [15:0] level2_6 = 16'h0000;
  wire [8:0] \level2_6.key ;
  wire [5:0] \level2_6.payload ;
  wire \level2_6.valid ;
  reg [15:0] level2_7 = 16'h0000;
  wire [8:0] \level2_7.key ;
  wire [5:0] \level2_7.payload ;
  wire \level2_7.valid ;
  reg [15:0] level3_0 = 16'h0000;
  wire [8:0] \level3_0.key ;
  wire [5:0] \level3_0.payload ;
  wire \level3_0.valid ;
  reg [15:0] level3_1 = 16'h0000;
  wire [8:0] \level3_1.key ;
  wire [5:0] \level3_1.payload ;
  wire \level3_1.valid ;
  reg [15:0] level3_2 = 16'h0000;
  wire [8:0] \level3_2.key ;
  wire [5:0] \level3_2.payload ;
  wire \level3_2.valid ;
  reg [15:0] level3_3 = 16'h0000;
  wire [8:0] \level3_3.key ;
  wire [5:0] \level3_3.payload ;
  wire \level3_3.valid ;
  reg [15:0] level4_0 = 16'h0000;
  wire [8:0] \level4_0.key ;
  wire [5:0] \level4_0.payload ;
  wire \level4_0.valid ;
  reg [15:0] level4_1 = 16'h0000;
  wire [8:0] \level4_1.key ;
  wire [5:0] \level4_1.payload ;
  wire \level4_1.valid ;
  output [15:0] level5_0;
  reg [15:0] level5_0 = 16'h0000;
  wire [8:0] \level5_0.key ;
  wire [5:0] \level5_0.payload ;
  wire \level5_0.valid ;
  input rst;
  input valid;
  reg valid1 = 1'h0;
  reg valid2 = 1'h0;
  reg valid3 = 1'h0;
  reg valid4 = 1'h0;
  reg valid5 = 1'h0;
  assign \$1  = enable & valid;
  assign \$2  = ~ entries__1[0];
  assign \$3  = entries__1[9:1] < entries__0[9:1];
  assign \$4  = ~ \$3 ;
  assign \$5  = \$2  | \$4 ;
  assign \$6  = entries__0[0] & \$5 ;
  assign \$7  = ~ \$6 ;
  assign \$8  = enable & valid;
  assign \$9  = ~ entries__3[0];
  assign \$10  = entries__3[9:1] < entries__2[9:1];
  assign \$11  = ~ \$10 ;
  assign \$12  = \$9  | \$11 ;
  assign \$13  = entries__2[0] & \$12 ;
  assign \$14  = ~ \$13 ;
  assign \$15  = enable & valid;
  assign \$16  = ~ entries__5[0];
  assign \$17  = entries__5[9:1] < entries__4[9:1];
  assign \$18  = ~ \$17 ;
  assign \$19  = \$16  | \$18 ;
  assign \$20  = entries__4[0] & \$19 ;
  assign \$21  = ~ \$20 ;
  assign \$22  = enable & valid;
  assign \$23  = ~ entries__7[0];
  assign \$24  = entries__7[9:1] < entries__6[9:1];
  assign \$25  = ~ \$24 ;
  assign \$26  = \$23  | \$25 ;
  assign \$27  = entries__6[0] & \$26 ;
  assign \$28  = ~ \$27 ;
  assign \$29  = enable & valid;
  assign \$30  = ~ entries__9[0];
  assign \$31  = entries__9[9:1] < entries__8[9:1];
  assign \$32  = ~ \$31 ;
  assign \$33  = \$30  | \$32 ;
  assign \$34  = entries__8[0] & \$33 ;
  assign \$35  = ~ \$34 ;
  assign \$36  = enable & valid;
  assign \$37  = ~ entries__11[0];
  assign \$38  = entries__11[9:1] < entries__10[9:1];
  assign \$39  = ~ \$38 ;
  assign \$40  = \$37  | \$39 ;
  assign \$41  = entries__10[0] & \$40 ;
  assign \$42  = ~ \$41 ;
  assign \$43  = enable & valid;
  assign \$44  = ~ entries__13[0];
  assign \$45  = entries__13[9:1] < entries__12[9:1];
  assign \$46  = ~ \$45 ;
  assign \$47  = \$44  | \$46 ;
  assign \$48  = entries__12[0] & \$47 ;
  assign \$49  = ~ \$48 ;
  assign \$50  = enable & valid;
  assign \$51  = ~ entries__15[0];
  assign \$52  = entries__15[9:1] < entries__14[9:1];
  assign \$53  = ~ \$52 ;
  assign \$54  = \$51  | \$53 ;
  assign \$55  = entries__14[0] & \$54 ;
  assign \$56  = ~ \$55 ;
  assign \$57  = enable & valid;
  assign \$58  = ~ entries__17[0];
  assign \$59  = entries__17[9:1] < entries__16[9:1];
  assign \$60  = ~ \$59 ;
  assign \$61  = \$58  | \$60 ;
  assign \$62  = entries__16[0] & \$61 ;
  assign \$63  = ~ \$62 ;
  assign \$64  = enable & valid;
  assign \$65  = ~ entries__19[0];
  assign \$66  = entries__19[9:1] < entries__18[9:1];
  assign \$67  = ~ \$66 ;
  assign \$68  = \$65  | \$67 ;
  assign \$69  = entries__18[0] & \$68 ;
  assign \$70  = ~ \$69 ;
  assign \$71  = enable & valid;
  assign \$72  = ~ entries__21[0];
  assign \$73  = entries__21[9:1] < entries__20[9:1];
  assign \$74  = ~ \$73 ;
  assign \$75  = \$72  | \$74 ;
  assign \$76  = entries__20[0] & \$75 ;
  assign \$77  = ~ \$76 ;
  assign \$78  = enable & valid;
  assign \$79  = ~ entries__23[0];
  assign \$80  = entries__23[9:1] < entries__22[9:1];
  assign \$81  = ~ \$80 ;
  assign \$82  = \$79  | \$81 ;
  assign \$83  = entries__22[0] & \$82 ;
  assign \$84  = ~ \$83 ;
  assign \$85  = enable & valid;
  assign \$86  = ~ entries__25[0];
  assign \$87  = entries__25[9:1] < entries__24[9:1];
  assign \$88  = ~ \$87 ;
  assign \$89  = \$86  | \$88 ;
  assign \$90  = entries__24[0] & \$89 ;
  assign \$91  = ~ \$90 ;
  assign \$92  = enable & valid;
  assign \$93  = ~ entries__27[0];
  assign \$94  = entries__27[9:1] < entries__26[9:1];
  assign \$95  = ~ \$94 ;
  assign \$96  = \$93  | \$95 ;
  assign \$97  = entries__26[0] & \$96 ;
  assign \$98  = ~ \$97 ;
  assign \$99  = enable & valid;
  assign \$100  = ~ entries__29[0];
  assign \$101  = entries__29[9:1] < entries__28[9:1];
  assign \$102  = ~ \$101 ;
  assign \$103  = \$100  | \$102 ;
  assign \$104  = entries__28[0] & \$103 ;
  assign \$105  = ~ \$104 ;
  assign \$106  = enable & valid;
  assign \$107  = ~ entries__31[0];
  assign \$108  = entries__31[9:1] < entries__30[9:1];
  assign \$109  = ~ \$108 ;
  assign \$110  = \$107  | \$109 ;
  assign \$111  = entries__30[0] & \$110 ;
  assign \$112  = ~ \$111 ;
  assign \$113  = enable & valid1;
  assign \$114  = ~ level1_1[0];
  assign \$115  = level1_1[9:1] < level1_0[9:1];
  assign \$116  = ~ \$115 ;
  assign \$117  = \$114  | \$116 ;
  assign \$118  = level1_0[0] & \$117 ;
  assign \$119  = ~ \$118 ;
  assign \$120  = enable & valid1;
  assign \$121  = ~ level1_3[0];
  assign \$122  = level1_3[9:1] < level1_2[9:1];
  assign \$123  = ~ \$122 ;
  assign \$124  = \$121  | \$123 ;
  assign \$125  = level1_2[0] & \$124 ;
  assign \$126  = ~ \$125 ;
  assign \$127  = enable & valid1;
  assign \$128  = ~ level1_5[0];
  assign \$129  = level1_5[9:1] < level1_4[9:1];
  assign \$130  = ~ \$129 ;
  assign \$131  = \$128  | \$130 ;
  assign \$132  = level1_4[0] & \$131 ;
  assign \$133  = ~ \$132 ;
  assign \$134  = enable & valid1;
  assign \$135  = ~ level1_7[0];
  assign \$136  = level1_7[9:1] < level1_6[9:1];
  assign \$137  = ~ \$136 ;
  assign \$138  = \$135  | \$137 ;
  assign \$139  = level1_6[0] & \$138 ;
  assign \$140  = ~ \$139 ;
  assign \$141  = enable & valid1;
  assign \$142  = ~ level1_9[0];
  assign \$143  = level1_9[9:1] < level1_8[9:1];
  assign \$144  = ~ \$143 ;
  assign \$145  = \$142  | \$144 ;
  assign \$146  = level1_8[0] & \$145 ;
  assign \$147  = ~ \$146 ;
  assign \$148  = enable & valid1;
  assign \$149  = ~ level1_11[0];
  assign \$150  = level1_11[9:1] < level1_10[9:1];
  assign \$151  = ~ \$150 ;
  assign \$152  = \$149  | \$151 ;
  assign \$153  = level1_10[0] & \$152 ;
  assign \$154  = ~ \$153 ;
  assign \$155  = enable & valid1;
  assign \$156  = ~ level1_13[0];
  assign \$157  = level1_13[9:1] < level1_12[9:1];
  assign \$158  = ~ \$157 ;
  assign \$159  = \$156  | \$158 ;
  assign \$160  = level1_12[0] & \$159 ;
  assign \$161  = ~ \$160 ;
  assign \$162  = enable & valid1;
  assign \$163  = ~ level1_15[0];
  assign \$164  = level1_15[9:1] < level1_14[9:1];
  assign \$165  = ~ \$164 ;
  assign \$166  = \$163  | \$165 ;
  assign \$167  = level1_14[0] & \$166 ;
  assign \$168  = ~ \$167 ;
  assign \$169  = enable & valid2;
  assign \$170  = ~ level2_1[0];
  assign \$171  = level2_1[9:1] < level2_0[9:1];
  assign \$172  = ~ \$171 ;
  assign \$173  = \$170  | \$172 ;
  assign \$174  = level2_0[0] & \$173 ;
  assign \$175  = ~ \$174 ;
  assign \$176  = enable & valid2;
  assign \$177  = ~ level2_3[0];
  assign \$178  = level2_3[9:1] < level2_2[9:1];
  assign \$179  = ~ \$178 ;
  assign \$180  = \$177  | \$179 ;
  assign \$181  = level2_2[0] & \$180 ;
  assign \$182  = ~ \$181 ;
  assign \$183  = enable & valid2;
  assign \$184  = ~ level2_5[0];
  assign \$185  = level2_5[9:1] < level2_4[9:1];
  assign \$186  = ~ \$185 ;
  assign \$187  = \$184  | \$186 ;
  assign \$188  = level2_4[0] & \$187 ;
  assign \$189  = ~ \$188 ;
  assign \$190  = enable & valid2;
  assign \$191  = ~ level2_7[0];
  assign \$192  = level2_7[9:1] < level2_6[9:1];
  assign \$193  = ~ \$192 ;
  assign \$194  = \$191  | \$193 ;
  assign \$195  = level2_6[0] & \$194 ;
  assign \$196  = ~ \$195 ;
  assign \$197  = enable & valid3;
  assign \$198  = ~ level3_1[0];
  assign \$199  = level3_1[9:1] < level3_0[9:1];
  assign \$200  = ~ \$199 ;
  assign \$201  = \$198  | \$200 ;
  assign \$202  = level3_0[0] & \$201 ;
  assign \$203  = ~ \$202 ;
  assign \$204  = enable & valid3;
  assign \$205  = ~ level3_3[0];
  assign \$206  = level3_3[9:1] < level3_2[9:1];
  assign \$207  = ~ \$206 ;
  assign \$208  = \$205  | \$207 ;
  assign \$209  = level3_2[0] & \$208 ;
  assign \$210  = ~ \$209 ;
  assign \$211  = enable & valid4;
  assign \$212  = ~ level4_1[0];
  assign \$213  = level4_1[9:1] < level4_0[9:1];
  assign \$214  = ~ \$213 ;
  assign \$215  = \$212  | \$214 ;
  assign \$216  = level4_0[0] & \$215 ;
  assign \$217  = ~ \$216 ;
  always @(posedge clk)
    level1_0 <= \$218 ;
  always @(posedge clk)
    level1_1 <= \$219 ;
  always @(posedge clk)
    level1_2 <= \$220 ;
  always @(posedge clk)
    level1_3 <= \$221 ;
  always @(posedge clk)
    level1_4 <= \$222 ;
  always @(posedge clk)
    level1_5 <= \$223 ;
  always @(posedge clk)
    level1_6 <= \$224 ;
  always @(posedge clk)
    level1_7 <= \$225 ;
  always @(posedge clk)
    level1_8 <= \$226 ;
  always @(posedge clk)
    level1_9 <= \$227 ;
  always @(posedge clk)
    level1_10 <= \$228 ;
  always @(posedge clk)
    level1_11 <= \$229 ;
  always @(posedge clk)
    level1_12 <= \$230 ;
  always @(posedge clk)
    level1_13 <= \$231 ;
  always @(posedge clk)
    level1_14 <= \$232 ;
  always @(posedge clk)
    level1_15 <= \$233 ;
  always @(posedge clk)
    valid1 <= \$234 ;
  always @(posedge clk)
    level2_0 <= \$235 ;
  always @(posedge clk)
    level2_1 <= \$236 ;
  always @(posedge clk)
    level2_2 <= \$237 ;
  always @(posedge clk)
    level2_3 <= \$238 ;
  always @(posedge clk)
    level2_4 <= \$239 ;
  always @(posedge clk)
    level2_5 <= \$240 ;
  always @(posedge clk)
    level2_6 <= \$241 ;
  always @(posedge clk)
    level2_7 <= \$242 ;
  always @(posedge clk)
    valid2 <= \$243 ;
  always @(posedge clk)
    level3_0 <= \$244 ;
  always @(posedge clk)
    level3_1 <= \$245 ;
  always @(posedge clk)
    level3_2 <= \$246 ;
  always @(posedge clk)
    level3_3 <= \$247 ;
  always @(posedge clk)
    valid3 <= \$248 ;
  always @(posedge clk)
    level4_0 <= \$249 ;
  always @(posedge clk)
    level4_1 <= \$250 ;
  always @(posedge clk)
    valid4 <= \$251 ;
  always @(posedge clk)
    level5_0 <= \$252 ;
  always @(posedge clk)
    valid5 <= \$253 ;
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$218  = level1_0;
    if (\$1 ) begin
      \$218  = entries__0;
      if (\$7 ) begin
        \$218  = entries__1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$219  = level1_1;
    if (\$8 ) begin
      \$219  = entries__2;
      if (\$14 ) begin
        \$219  = entries__3;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$220  = level1_2;
    if (\$15 ) begin
      \$220  = entries__4;
      if (\$21 ) begin
        \$220  = entries__5;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$221  = level1_3;
    if (\$22 ) begin
      \$221  = entries__6;
      if (\$28 ) begin
        \$221  = entries__7;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$222  = level1_4;
    if (\$29 ) begin
      \$222  = entries__8;
      if (\$35 ) begin
        \$222  = entries__9;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$223  = level1_5;
    if (\$36 ) begin
      \$223  = entries__10;
      if (\$42 ) begin
        \$223  = entries__11;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$224  = level1_6;
    if (\$43 ) begin
      \$224  = entries__12;
      if (\$49 ) begin
        \$224  = entries__13;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$225  = level1_7;
    if (\$50 ) begin
      \$225  = entries__14;
      if (\$56 ) begin
        \$225  = entries__15;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$226  = level1_8;
    if (\$57 ) begin
      \$226  = entries__16;
      if (\$63 ) begin
        \$226  = entries__17;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$227  = level1_9;
    if (\$64 ) begin
      \$227  = entries__18;
      if (\$70 ) begin
        \$227  = entries__19;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$228  = level1_10;
    if (\$71 ) begin
      \$228  = entries__20;
      if (\$77 ) begin
        \$228  = entries__21;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$229  = level1_11;
    if (\$78 ) begin
      \$229  = entries__22;
      if (\$84 ) begin
        \$229  = entries__23;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$230  = level1_12;
    if (\$85 ) begin
      \$230  = entries__24;
      if (\$91 ) begin
        \$230  = entries__25;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$231  = level1_13;
    if (\$92 ) begin
      \$231  = entries__26;
      if (\$98 ) begin
        \$231  = entries__27;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$232  = level1_14;
    if (\$99 ) begin
      \$232  = entries__28;
      if (\$105 ) begin
        \$232  = entries__29;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$233  = level1_15;
    if (\$106 ) begin
      \$233  = entries__30;
      if (\$112 ) begin
        \$233  = entries__31;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$234  = valid1;
    if (enable) begin
      \$234  = valid;
    end
    if (rst) begin
      \$234  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$235  = level2_0;
    if (\$113 ) begin
      \$235  = level1_0;
      if (\$119 ) begin
        \$235  = level1_1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$236  = level2_1;
    if (\$120 ) begin
      \$236  = level1_2;
      if (\$126 ) begin
        \$236  = level1_3;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$237  = level2_2;
    if (\$127 ) begin
      \$237  = level1_4;
      if (\$133 ) begin
        \$237  = level1_5;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$238  = level2_3;
    if (\$134 ) begin
      \$238  = level1_6;
      if (\$140 ) begin
        \$238  = level1_7;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$239  = level2_4;
    if (\$141 ) begin
      \$239  = level1_8;
      if (\$147 ) begin
        \$239  = level1_9;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$240  = level2_5;
    if (\$148 ) begin
      \$240  = level1_10;
      if (\$154 ) begin
        \$240  = level1_11;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$241  = level2_6;
    if (\$155 ) begin
      \$241  = level1_12;
      if (\$161 ) begin
        \$241  = level1_13;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$242  = level2_7;
    if (\$162 ) begin
      \$242  = level1_14;
      if (\$168 ) begin
        \$242  = level1_15;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$243  = valid2;
    if (enable) begin
      \$243  = valid1;
    end
    if (rst) begin
      \$243  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$244  = level3_0;
    if (\$169 ) begin
      \$244  = level2_0;
      if (\$175 ) begin
        \$244  = level2_1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$245  = level3_1;
    if (\$176 ) begin
      \$245  = level2_2;
      if (\$182 ) begin
        \$245  = level2_3;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$246  = level3_2;
    if (\$183 ) begin
      \$246  = level2_4;
      if (\$189 ) begin
        \$246  = level2_5;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$247  = level3_3;
    if (\$190 ) begin
      \$247  = level2_6;
      if (\$196 ) begin
        \$247  = level2_7;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$248  = valid3;
    if (enable) begin
      \$248  = valid2;
    end
    if (rst) begin
      \$248  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$249  = level4_0;
    if (\$197 ) begin
      \$249  = level3_0;
      if (\$203 ) begin
        \$249  = level3_1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$250  = level4_1;
    if (\$204 ) begin
      \$250  = level3_2;
      if (\$210 ) begin
        \$250  = level3_3;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$251  = valid4;
    if (enable) begin
      \$251  = valid3;
    end
    if (rst) begin
      \$251  = 1'h0;
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$252  = level5_0;
    if (\$211 ) begin
      \$252  = level4_0;
      if (\$217 ) begin
        \$252  = level4_1;
      end
    end
  end
  always @* begin
    if (\$auto$verilog_backend.cc:2355:dump_module$55 ) begin end
    \$253  = valid5;
    if (enable) begin
      \$253  = valid4;
    end
    if (rst) begin
      \$253  = 1'h0;
    end
  end
  assign best = level5_0;
  assign \level1_0.valid  = level1_0[0];
  assign \level1_0.key  = level1_0[9:1];
  assign \level1_0.payload  = level1_0[15:10];
  assign \entries__0.valid  = entries__0[0];
  assign \entries__0.key  = entries__0[9:1];
  assign \entries__0.payload  = entries__0[15:10];
  assign \entries__1.valid  = entries__1[0];
  assign \entries__1.key  = entries__1[9:1];
  assign \entries__1.payload  = entries__1[15:10];
  assign \level1_1.valid  = level1_1[0];
  assign \level1_1.key  = level1_1[9:1];
  assign \level1_1.payload  = level1_1[15:10];
  assign \entries__2.valid  = entries__2[0];
  assign \entries__2.key  = entries__2[9:1];
  assign \entries__2.payload  = entries__2[15:10];
  assign \entries__3.valid  = entries__3[0];
  assign \entries__3.key  = entries__3[9:1];
  assign \entries__3.payload  = entries__3[15:10];
  assign \level1_2.valid  = level1_2[0];
  assign \level1_2.key  = level1_2[9:1];
  assign \level1_2.payload  = level1_2[15:10];
  assign \entries__4.valid  = entries__4[0];
  assign \entries__4.key  = entries__4[9:1];
  assign \entries__4.payload  = entries__4[15:10];
  assign \entries__5.valid  = entries__5[0];
  assign \entries__5.key  = entries__5[9:1];
  assign \entries__5.payload  = entries__5[15:10];
  assign \level1_3.valid  = level1_3[0];
  assign \level1_3.key  = level1_3[9:1];
  assign \level1_3.payload  = level1_3[15:10];
  assign \entries__6.valid  = entries__6[0];
  assign \entries__6.key  = entries__6[9:1];
  assign \entries__6.payload  = entries__6[15:10];
  assign \entries__7.valid  = entries__7[0];
  assign \entries__7.key  = entries__7[9:1];
  assign \entries__7.payload  = entries__7[15:10];
  assign \level1_4.valid  = level1_4[0];
  assign \level1_4.key  = level1_4[9:1];
  assign \level1_4.payload  = level1_4[15:10];
  assign \entries__8.valid  = entries__8[0];
  assign \entries__8.key  = entries__8[9:1];
  assign \entries__8.payload  = entries__8[15:10];
  assign \entries__9.valid  = entries__9[0];
  assign \entries__9.key  = entries__9[9:1];
  assign \entries__9.payload  = entries__9[15:10];
  assign \level1_5.valid  = level1_5[0];
  assign \level1_5.key  = level1_5[9:1];
  assign \level1_5.payload  = level1_5[15:10];
  assign \entries__10.valid  = entries__10[0];
  assign \entries__10.key  = entries__10[9:1];
  assign \entries__10.payload  = entries__10[15:10];
  assign \entries__11.valid  = entries__11[0];
  assign \entries__11.key  = entries__11[9:1];
  assign \entries__11.payload  = entries__11[15:10];
  assign \level1_6.valid  = level1_6[0];
  assign \level1_6.key  = level1_6[9:1];
  assign \level1_6.payload  = level1_6[15:10];
  assign \entries__12.valid  = entries__12[0];
  assign \entries__12.key  = entries__12[9:1];
  assign \entries__12.payload  = entries__12[15:10];
  assign \entries__13.valid  = entries__13[0];
  assign \entries__13.key  = entries__13[9:1];
  assign \entries__13.payload  = entries__13[15:10];
  assign \level1_7.valid  = level1_7[0];
  assign \level1_7.key  = level1_7[9:1];
  assign \level1_7.payload  = level1_7[15:10];
  assign \entries__14.valid  = entries__14[0];
  assign \entries__14.key  = entries__14[9:1];
  assign \entries__14.payload  = entries__14[15:10];
  assign \entries__15.valid  = entries__15[0];
  assign \entries__15.key  = entries__15[9:1];
  assign \entries__15.payload  = entries__15[15:10];
  assign \level1_8.valid  = level1_8[0];
  assign \level1_8.key  = level1_8[9:1];
  assign \level1_8.payload  = level1_8[15:10];
  assign \entries__16.valid  = entries__16[0];
  assign \entries__16.key  = entries__16[9:1];
  assign \entries__16.payload  = entries__16[15:10];
  assign \entries__17.valid  = entries__17[0];
  assign \entries__17.key  = entries__17[9:1];
  assign \entries__17.payload  = entries__17[15:10];
  assign \level1_9.valid  = level1_9[0];
  assign \level1_9.key  = level1_9[9:1];
  assign \level1_9.payload  = level1_9[15:10];
  assign \entries__18.valid  = entries__18[0];
  assign \entries__18.key  = entries__18[9:1];
  assign \entries__18.payload  = entries__18[15:10];
  assign \entries__19.valid  = entries__19[0];
  assign \entries__19.key  = entries__19[9:1];
  assign \entries__19.payload  = entries__19[15:10];
  assign \level1_10.valid  = level1_10[0];
  assign \level1_10.key  = level1_10[9:1];
  assign \level1_10.payload  = level1_10[15:10];
  assign \entries__20.valid  = entries__20[0];
  assign \entries__20.key  = entries__20[9:1];
  assign \entries__20.payload  = entries__20[15:10];
  assign \entries__21.valid  = entries__21[0];
  assign \entries__21.key  = entries__21[9:1];
  assign \entries__21.payload  = entries__21[15:10];
  assign \level1_11.valid  = level1_11[0];
  assign \level1_11.key  = level1_11[9:1];
  assign \level1_11.payload  = level1_11[15:10];
  assign \entries__22.valid  = entries__22[0];
  assign \entries__22.key  = entries__22[9:1];
  assign \entries__22.payload  = entries__22[15:10];
  assign \entries__23.valid  = entries__23[0];
  assign \entries__23.key  = entries__23[9:1];
  assign \entries__23.payload  = entries__23[15:10];
  assign \level1_12.valid  = level1_12[0];
  assign \level1_12.key  = level1_12[9:1];
  assign \level1_12.payload  = level1_12[15:10];
  assign \entries__24.valid  = entries__24[0];
  assign \entries__24.key  = entries__24[9:1];
  assign \entries__24.payload  = entries__24[15:10];
  assign \entries__25.valid  = entries__25[0];
  assign \entries__25.key  = entries__25[9:1];
  assign \entries__25.payload  = entries__25[15:10];
  assign \level1_13.valid  = level1_13[0];
  assign \level1_13.key  = level1_13[9:1];
  assign \level1_13.payload  = level1_13[15:10];
  assign \entries__26.valid  = entries__26[0];
  assign \entries__26.key  = entries__26[9:1];
  assign \entries__26.payload  = entries__26[15:10];
  assign \entries__27.valid  = entries__27[0];
  assign \entries__27.key  = entries__27[9:1];
  assign \entries__27.payload  = entries__27[15:10];
  assign \level1_14.valid  = level1_14[0];
  assign \level1_14.key  = level1_14[9:1];
  assign \level1_14.payload  = level1_14[15:10];
  assign \entries__28.valid  = entries__28[0];
  assign \entries__28.key  = entries__28[9:1];
  assign \entries__28.payload  = entries__28[15:10];
  assign \entries__29.valid  = entries__29[0];
  assign \entries__29.key  = entries__29[9:1];
  assign \entries__29.payload  = entries__29[15:10];
  assign \level1_15.valid  = level1_15[0];
  assign \level1_15.key  = level1_15[9:1];
  assign \level1_15.payload  = level1_15[15:10];
  assign \entries__30.valid  = entries__30[0];
  assign \entries__30.key  = entries__30[9:1];
  assign \entries__30.payload  = entries__30[15:10];
  assign \entries__31.valid  = entries__31[0];
  assign \entries__31.key  = entries__31[9:1];
  assign \entries__31.payload  = entries__31[15:10];
  assign \level2_0.valid  = level2_0[0];
  assign \level2_0.key  = level2_0[9:1];
  assign \level2_0.payload  = level2_0[15:10];
  assign \level2_1.valid  = level2_1[0];
  assign \level2_1.key  = level2_1[9:1];
  assign \level2_1.payload  = level2_1[15:10];
  assign \level2_2.valid  = level2_2[0];
  assign \level2_2.key  = level2_2[9:1];
  assign \level2_2.payload  = level2_2[15:10];
  assign \level2_3.valid  = level2_3[0];
  assign \level2_3.key  = level2_3[9:1];
  assign \level2_3.payload  = level2_3[15:10];
  assign \level2_4.valid  = level2_4[0];
  assign \level2_4.key  = level2_4[9:1];
  assign \level2_4.payload  = level2_4[15:10];
  assign \level2_5.valid  = level2_5[0];
  assign \level2_5.key  = level2_5[9:1];
  assign \level2_5.payload  = level2_5[15:10];
  assign \level2_6.valid  = level2_6[0];
  assign \level2_6.key  = level2_6[9:1];
  assign \level2_6.payload  = level2_6[15:10];
  assign \level2_7.valid  = level2_7[0];
  assign \level2_7.key  = level2_7[9:1];
  assign \level2_7.payload  = level2_7[15:10];
  assign \level3_0.valid  = level3_0[0];
  assign \level3_0.key  = level3_0[9:1];
  assign \level3_0.payload  = level3_0[15:10];
  assign \level3_1.valid  = level3_1[0];
  assign \level3_1.key  = level3_1[9:1];
  assign \level3_1.payload  = level3_1[15:10];
  assign \level3_2.valid  = level3_2[0];
  assign \level3_2.key  = level3_2[9:1];
  assign \level3_2.payload  = level3_2[15:10];
  assign \level3_3.valid  = level3_3[0];
  assign \level3_3.key  = level3_3[9:1];
  assign \level3_3.payload  = level3_3[15:10];
  assign \level4_0.valid  = level4_0[0];
  assign \level4_0.key  = level4_0[9:1];
  assign \level4_0.payload  = level4_0[15:10];
  assign \level4_1.valid  = level4_1[0];
  assign \level4_1.key  = level4_1[9:1];
  assign \level4_1.payload  = level4_1[15:10];
  assign \level5_0.valid  = level5_0[0];
  assign \level5_0.key  = level5_0[9:1];
  assign \level5_0.payload  = level5_0[15:10];
  assign \best.valid  = level5_0[0];
  assign \best.key  = level5_0[9:1];
  assign \best.payload  = level5_0[15:10];
endmodule
