/* SPDX-License-Identifier: Apache-2.0 */
/* Registers of a bep-hw core: byte offsets, 32-bit words; see docs/reference/buses.md.
 * Written by bep-hw emit; do not edit. */
#ifndef BEP_CORE_H
#define BEP_CORE_H

#include <stdint.h>

/* The core itself. With the native port, word addresses: these divided by 4. */
/* rw: Bit 0: 1 trains, 0 only predicts. Writing bit 1 rebuilds the visible weights from the counters; do so after loading counters. Writing bit 2 ends a minibatch of fewer samples than `batch_size`. */
#define BEP_CONTROL 0x000u
/* ro: Bit 0: a sample, its update, a sweep or a transfer is under way. */
#define BEP_STATUS 0x004u
/* rw: Samples per minibatch; after the last of them the new weights come into use. If it is written while as many have been trained on, or more, that ends the minibatch. */
#define BEP_BATCH_SIZE 0x008u
/* rw: A sample trains iff its margin is below this: ceil(r K_L). */
#define BEP_MARGIN 0x00cu
/* rw: Rows of the layer table in use, the classifier (the last one) included. */
#define BEP_LAYERS 0x010u
/* rw: Seed of the random source. */
#define BEP_SEED 0x014u
/* rw: Number of the current minibatch since the run began; counts by itself. */
#define BEP_MINIBATCH 0x018u
/* rw: What went wrong since it was cleared, a bit for each kind of error, see below. Writing 1 to a bit clears it. */
#define BEP_ERRORS 0x024u
#define BEP_CONTROL_TRAIN 1u
#define BEP_CONTROL_REFRESH 2u
#define BEP_CONTROL_FLUSH 4u
#define BEP_ERRORS_VALUE 0x1u
#define BEP_ERRORS_BUSY 0x2u
#define BEP_ERRORS_TABLE 0x4u
#define BEP_ERRORS_LABEL 0x8u
#define BEP_ERRORS_ADDRESS 0x10u
#define BEP_ERRORS_FRAME 0x20u
#define BEP_ERRORS_MEMORY 0x40u

/* Row i of the layer table, such as BEP_LAYER(0, BEP_LAYER_ROWS). */
#define BEP_LAYER(i, offset) (0x100u + 0x40u * (uint32_t)(i) + (offset))
/* rw: Neurons of the layer, K_l. */
#define BEP_LAYER_ROWS 0x000u
/* rw: Fan-in of the layer, K_(l-1). */
#define BEP_LAYER_COLUMNS 0x004u
/* rw: Tiles down: ceil(rows / tile rows). */
#define BEP_LAYER_ROW_BLOCKS 0x008u
/* rw: Tiles across: ceil(columns / tile columns). */
#define BEP_LAYER_COLUMN_BLOCKS 0x00cu
/* rw: Counter words per row: ceil(columns / lanes). */
#define BEP_LAYER_WORDS 0x010u
/* rw: First tile of the layer in the weight memory. */
#define BEP_LAYER_TILE_BASE 0x014u
/* rw: First word of the layer in the counter memory. */
#define BEP_LAYER_COUNTER_BASE 0x018u
/* rw: First word of the layer's input in the activation memory. */
#define BEP_LAYER_INPUT_BASE 0x01cu
/* rw: First word of the layer's output in the activation memory. */
#define BEP_LAYER_OUTPUT_BASE 0x020u
/* rw: First row block of the layer in the pre-activation memory. */
#define BEP_LAYER_ROW_BASE 0x024u
/* rw: A neuron passes errors down iff |z| is at most this: floor(nu K_(l-1)). */
#define BEP_LAYER_GATE 0x028u
/* rw: Neurons per winner group, gamma_l. */
#define BEP_LAYER_GROUP 0x02cu
/* rw: Reinforced weights per 16, in units of 2^-16. */
#define BEP_LAYER_REINFORCE 0x030u

/* Behind AXI or Wishbone only. */
/* ro: Reads 0xBE900004: a core is there, with this map. */
#define BEP_VERSION 0x800u
/* wo: Writing bit 0 resets the core and its bus, as the reset input does. Memories keep what they hold. */
#define BEP_RESET 0x804u
/* ro: Words that `samples` and `label` still take. */
#define BEP_ROOM 0x808u
/* ro: Results that can be read. */
#define BEP_WAITING 0x80cu
/* rw: AXI alone: with 0 results go to the register `results`; else to the AXI4-Stream, in packets of so many, the last one with TLAST. Writing it begins a packet. */
#define BEP_PACKET 0x814u
/* ro: Rows of a tile in bits 0 to 15, its columns in bits 16 to 31. */
#define BEP_TILE 0x818u
/* wo: Address of a counter word, which `fetched` then gives. */
#define BEP_FETCH 0x81cu
/* ro: Counters per word in bits 0 to 15, bits of a hidden weight in bits 16 to 31. */
#define BEP_LANES 0x820u
/* ro: CRC-32 of the parameters of the core that a host has to know, see `CoreConfig`. */
#define BEP_FINGERPRINT 0x824u
/* ro: Samples of a minibatch at most; in a core for recurrent networks samples times `horizon`. */
#define BEP_MAX_BATCH 0x828u
/* ro: Rows of the layer table in bits 0 to 7, classes at most in bits 8 to 23, and samples that share every tile that is read, S, in bits 24 to 31. */
#define BEP_LIMITS 0x82cu
/* rw: AXI and Wishbone alone: the bits of `interrupt_pending` that raise the output `irq`. */
#define BEP_INTERRUPT_MASK 0x830u
/* rw: AXI and Wishbone alone: what has happened, whatever the mask is. Writing 1 to a bit clears it, except `result`. */
#define BEP_INTERRUPT_PENDING 0x834u
/* wo: Class of the sample whose words went into `samples`, in a core for recurrent networks in bits 0 to 15, and its own time steps in bits 16 to 31. It lies behind that window, so that a burst that ends here may bring both. */
#define BEP_LABEL 0xa00u
#define BEP_VERSION_VALUE 0xbe900004u
#define BEP_INTERRUPT_RESULT 0x1u
#define BEP_INTERRUPT_MINIBATCH 0x2u
#define BEP_INTERRUPT_ERROR 0x4u

/* Windows: every word of one is the same register. */
#define BEP_WINDOW_BYTES 256u
/* wo: Inputs of a sample, 32 a word; a word of D inputs begins with a new one. */
#define BEP_SAMPLES 0x900u
/* ro: The next result; reading takes it. */
#define BEP_RESULTS 0xb00u
/* wo: A word for the memories, 32 bits at a time, lowest first; while idle. */
#define BEP_LOAD 0xc00u
/* ro: The fetched counter word, 32 bits at a time, lowest first. */
#define BEP_FETCHED 0xd00u

/* Parts of a result. */
#define BEP_RESULT_PREDICTION(word) ((uint32_t)(word) >> 0 & 0xfffu)
#define BEP_RESULT_MARGIN(word) ((int32_t)(((uint32_t)(word) >> 12 & 0x7ffffu) ^ 0x40000u) - 0x40000)
#define BEP_RESULT_TRIGGERED(word) ((uint32_t)(word) >> 31 & 0x1u)

/* This core. */
#define BEP_CORE_TILE_ROWS 32u /* rows of a tile, R */
#define BEP_CORE_TILE_COLUMNS 64u /* columns of a tile, D: inputs per word of a sample */
#define BEP_CORE_LANES 32u /* counters per word */
#define BEP_CORE_COUNTER_BITS 9u /* bits of a counter */
#define BEP_CORE_MAX_BATCH 128u /* samples per minibatch at most */
#define BEP_CORE_MAX_LAYERS 3u /* rows of the layer table */
#define BEP_CORE_MAX_CLASSES 10u /* classes at most */
#define BEP_CORE_PIECE 32u /* weights of a row of a tile in one load */
#define BEP_CORE_FIXED 0 /* 1: trains one network alone */
#define BEP_CORE_FINGERPRINT 0xd434f5bcu /* in BEP_FINGERPRINT */

/* Words per payload, and the payload of BEP_LOAD: lowest bit and bits of each field. */
#define BEP_SAMPLE_WORDS 2u
#define BEP_FETCHED_WORDS 9u
#define BEP_LOAD_KIND_LOW 0u
#define BEP_LOAD_KIND_BITS 2u
#define BEP_LOAD_ADDRESS_LOW 2u
#define BEP_LOAD_ADDRESS_BITS 11u
#define BEP_LOAD_ROW_LOW 13u
#define BEP_LOAD_ROW_BITS 5u
#define BEP_LOAD_SEGMENT_LOW 18u
#define BEP_LOAD_SEGMENT_BITS 1u
#define BEP_LOAD_DATA_LOW 19u
#define BEP_LOAD_DATA_BITS 288u
#define BEP_LOAD_WORDS 10u
#define BEP_LOAD_KIND_COUNTERS 0u
#define BEP_LOAD_KIND_TILE 1u
#define BEP_LOAD_KIND_CLASS 2u

#endif
