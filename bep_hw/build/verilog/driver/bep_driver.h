/* Driver of a bep-hw core behind AXI or Wishbone: C99, no allocation, no state of its own.
 *
 * bep_core.h, which is emitted with the core, has its registers and sizes. The order of calls:
 *
 *     bep_open, bep_configure
 *     bep_load_classifier for each class, bep_load_counters for each row of each layer, bep_start
 *     each epoch:  bep_set, bep_train, bep_predict
 *     bep_read_counters for each row of each layer
 *
 * A core is trained as a network without recurrence, also if it was generated for time steps.
 * No call makes an access that the core refuses, so a bus error is an error of the system. */
#ifndef BEP_DRIVER_H
#define BEP_DRIVER_H

#include <stddef.h>
#include <stdint.h>

#include "bep_core.h"

#ifdef BEP_OWN_ACCESS
/* The two accesses, if the system needs other ones than loads and stores. */
uint32_t bep_read(uintptr_t base, uint32_t offset);
void bep_write(uintptr_t base, uint32_t offset, uint32_t value);
#else
/* The register at a byte offset. */
static inline uint32_t bep_read(uintptr_t base, uint32_t offset)
{
    return *(const volatile uint32_t *)(base + offset);
}

static inline void bep_write(uintptr_t base, uint32_t offset, uint32_t value)
{
    *(volatile uint32_t *)(base + offset) = value;
}
#endif

typedef enum {
    BEP_OK = 0,
    BEP_ABSENT,  /* there is no core, or another one than bep_core.h describes */
    BEP_INVALID, /* an argument is outside of what the core was generated for */
    BEP_TIMEOUT, /* the core made no progress for `polls` looks at it */
    BEP_FAILED   /* the core has found an error; bep_take_errors tells which */
} bep_status;

/* A row of the layer table, see docs/reference/registers.md. */
typedef struct {
    uint32_t rows;
    uint32_t columns;
    uint32_t row_blocks;
    uint32_t column_blocks;
    uint32_t words;
    uint32_t tile_base;
    uint32_t counter_base;
    uint32_t input_base;
    uint32_t output_base;
    uint32_t row_base;
} bep_layer;

/* A core. bep_open fills it in; a caller may change `polls`, `pause` and `context` afterwards. */
typedef struct {
    uintptr_t base;               /* address of its first register */
    uint32_t polls;               /* looks at the core without progress, before BEP_TIMEOUT */
    void (*pause)(void *context); /* called while results are awaited; NULL to look again at once */
    void *context;
    uint32_t layers; /* rows of the layer table in use; the last one is the classifier */
    bep_layer layer[BEP_CORE_MAX_LAYERS];
} bep_core;

/* A network: widths K_0 (its inputs) to K_depth, and its classes. */
typedef struct {
    uint32_t depth;
    uint32_t widths[BEP_CORE_MAX_LAYERS];
    uint32_t classes;
    uint32_t seed; /* of the random source */
} bep_network;

/* What may change with every epoch; an entry for each trained layer. */
typedef struct {
    uint32_t margin;                          /* ceil(r K_L) */
    uint32_t gate[BEP_CORE_MAX_LAYERS];       /* floor(nu K_(l-1)) */
    uint32_t group[BEP_CORE_MAX_LAYERS];      /* gamma_l */
    uint32_t reinforce[BEP_CORE_MAX_LAYERS];  /* weights per 16, in units of 2^-16 */
} bep_settings;

/* Samples: bep_sample_words words each, without gaps, as docs/reference/buses.md describes. */
typedef struct {
    const uint32_t *words;
    const uint16_t *labels; /* a class for each; NULL for bep_predict */
    const uint32_t *order;  /* which sample comes when; NULL for one after the other */
    uint32_t count;         /* entries of `order`, or samples */
    uint32_t *results;      /* a word for each, in that order, for BEP_RESULT_*; NULL for none */
} bep_samples;

/* Look for the core at address `base`. */
bep_status bep_open(bep_core *core, uintptr_t base);

/* Reset the core, and write the layer table and the seed. */
bep_status bep_configure(bep_core *core, const bep_network *network);

/* Load the row of the classifier P for a class: K_L bits, the lowest first, 1 for +1. */
bep_status bep_load_classifier(const bep_core *core, uint32_t class_, const uint32_t *bits);

/* Load the counters of a neuron, K_(l-1) of them; layers count from 0. */
bep_status bep_load_counters(const bep_core *core, uint32_t layer, uint32_t row,
                             const int32_t *counters);

#ifdef BEP_LOAD_KIND_THRESHOLD
/* Load a byte of the encoder, one of BEP_CORE_THRESHOLDS: thresholds, and filters if it has any. */
bep_status bep_load_threshold(const bep_core *core, uint32_t index, uint8_t value);
#endif

/* Make the weights from the counters, W = sign(c); the next minibatch has this number. */
bep_status bep_start(const bep_core *core, uint32_t minibatch);

/* Wait until the core is idle. */
bep_status bep_wait_idle(const bep_core *core);

/* Wait until it is idle; BEP_FAILED if it has found an error since they were taken. */
bep_status bep_settle(const bep_core *core);

/* Write the settings of an epoch. */
bep_status bep_set(const bep_core *core, const bep_settings *settings);

/* Train on the samples in minibatches of `batch_size`; the last one may be smaller. */
bep_status bep_train(const bep_core *core, const bep_samples *samples, uint32_t batch_size);

/* Predict the classes of samples; no weight changes. */
bep_status bep_predict(const bep_core *core, const bep_samples *samples);

/* AXI alone: make ready for `count` samples of the AXI4-Stream, whose results go to the other one as
 * a packet. Minibatches have `batch_size` samples, which divides `count`; 0 only predicts. Start the
 * DMA afterwards, and call bep_settle and bep_end_stream when all results have come. */
bep_status bep_begin_stream(const bep_core *core, uint32_t count, uint32_t batch_size);

/* AXI alone: results go to the driver again; the core is idle. */
void bep_end_stream(const bep_core *core);

/* Read the counters of a neuron, K_(l-1) of them. */
bep_status bep_read_counters(const bep_core *core, uint32_t layer, uint32_t row,
                             int32_t *counters);

/* Words of a sample, without its label. */
uint32_t bep_sample_words(const bep_core *core);

/* Number of the current minibatch. */
uint32_t bep_minibatch(const bep_core *core);

/* Bits BEP_ERRORS_* that are set; they are cleared. */
uint32_t bep_take_errors(const bep_core *core);

/* Let the bits BEP_INTERRUPT_* of `mask` raise the interrupt. bep_configure sets it to 0. */
void bep_enable_interrupts(const bep_core *core, uint32_t mask);

/* Bits BEP_INTERRUPT_* that are pending; all are cleared but that of results. */
uint32_t bep_take_interrupts(const bep_core *core);

#endif
