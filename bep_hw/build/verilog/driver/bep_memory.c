/* Driver of a bep-hw core, see bep_driver.h: what goes into its memories, and comes out of them. */
#include "bep_driver.h"

#define WORD_BITS 32u

/* Looks at `status` until a fetched word is there for certain, and from one piece to the next. */
#define FETCH_LOOKS 4u
#define PIECE_LOOKS 1u

/* A payload in pieces of 32 bits, on its way to `load` or from `fetched`. */
typedef struct {
    uintptr_t base;
    uint32_t word;  /* bits that are not written yet, or not given out */
    uint32_t fill;  /* how many */
    uint32_t words; /* written so far */
} payload;

/* Append the lowest `bits` bits of a value; at most 32. */
static void put(payload *to, uint32_t value, uint32_t bits)
{
    const uint32_t mask = (bits < WORD_BITS) ? ((1u << bits) - 1u) : 0xFFFFFFFFu;
    const uint32_t part = value & mask;
    const uint32_t free = WORD_BITS - to->fill;

    to->word |= part << to->fill;
    to->fill += bits;
    if (bits >= free) {
        bep_write(to->base, BEP_LOAD, to->word);
        to->words++;
        to->fill = bits - free;
        to->word = (to->fill > 0u) ? (part >> free) : 0u;
    }
}

/* Append zeros until the payload is complete. */
static void finish(payload *to)
{
    while (to->words < BEP_LOAD_WORDS) {
        bep_write(to->base, BEP_LOAD, to->word);
        to->words++;
        to->word = 0u;
    }
}

/* Wait until the core takes a load, and begin it with everything before its data. */
static bep_status begin(const bep_core *core, payload *to, uint32_t kind, uint32_t address,
                        uint32_t row, uint32_t segment)
{
    const bep_status status = bep_wait_idle(core);

    if (status == BEP_OK) {
        to->base = core->base;
        to->word = 0u;
        to->fill = 0u;
        to->words = 0u;
        put(to, kind, BEP_LOAD_KIND_BITS);
        put(to, address, BEP_LOAD_ADDRESS_BITS);
        put(to, row, BEP_LOAD_ROW_BITS);
        put(to, segment, BEP_LOAD_SEGMENT_BITS);
    }
    return status;
}

/* The next `bits` bits of a fetched word, at most 32, as a number in two's complement. */
static int32_t take(payload *from, uint32_t bits)
{
    const uint32_t sign = 1u << (bits - 1u);
    uint32_t value = from->word;

    if (from->fill >= bits) {
        from->word = (bits < WORD_BITS) ? (from->word >> bits) : 0u;
        from->fill -= bits;
    } else {
        const uint32_t missing = bits - from->fill;
        uint32_t look;
        uint32_t next;

        for (look = 0u; look < PIECE_LOOKS; look++) {
            (void)bep_read(from->base, BEP_STATUS);
        }
        next = bep_read(from->base, BEP_FETCHED);
        value |= next << from->fill;
        from->word = (missing < WORD_BITS) ? (next >> missing) : 0u;
        from->fill = WORD_BITS - missing;
    }
    value &= (sign << 1u) - 1u;
    return (int32_t)((value ^ sign) - sign);
}

/* A part of a row of P: the bits from `first` on, of which there are `columns` in all. */
static bep_status load_signs(const bep_core *core, uint32_t kind, uint32_t address, uint32_t row,
                             uint32_t first, const uint32_t *bits)
{
    const uint32_t columns = core->layer[core->layers - 1u].columns;
    const uint32_t segment = (first % BEP_CORE_TILE_COLUMNS) / BEP_CORE_PIECE;
    payload to;
    const bep_status status = begin(core, &to, kind, address, row, segment);
    uint32_t index;

    if (status != BEP_OK) {
        return status;
    }
    for (index = first; index < first + BEP_CORE_PIECE; index++) {
        const uint32_t word = (index < columns) ? bits[index / WORD_BITS] : 0u;

        put(&to, word >> (index % WORD_BITS), 1u);
    }
    finish(&to);
    return BEP_OK;
}

bep_status bep_load_classifier(const bep_core *core, uint32_t class_, const uint32_t *bits)
{
    const bep_layer *const layer = &core->layer[core->layers - 1u];
    const uint32_t tiles =
        layer->tile_base + (class_ / BEP_CORE_TILE_ROWS) * layer->column_blocks;
    bep_status status = BEP_OK;
    uint32_t first;

    if (class_ >= layer->rows) {
        return BEP_INVALID;
    }
    for (first = 0u; first < layer->column_blocks * BEP_CORE_TILE_COLUMNS;
         first += BEP_CORE_PIECE) {
        const uint32_t block = first / BEP_CORE_TILE_COLUMNS;

        if (status == BEP_OK) {
            status = load_signs(core, BEP_LOAD_KIND_TILE, tiles + block,
                                class_ % BEP_CORE_TILE_ROWS, first, bits);
        }
        if (status == BEP_OK) {
            status = load_signs(core, BEP_LOAD_KIND_CLASS, class_ * layer->column_blocks + block,
                                0u, first, bits);
        }
    }
    return status;
}

/* Whether there are counters of such a neuron. */
static int is_trained(const bep_core *core, uint32_t layer, uint32_t row)
{
    return (layer + 1u < core->layers) && (row < core->layer[layer].rows);
}

bep_status bep_load_counters(const bep_core *core, uint32_t layer, uint32_t row,
                             const int32_t *counters)
{
    const bep_layer *const of = &core->layer[layer];
    uint32_t first;

    if (!is_trained(core, layer, row)) {
        return BEP_INVALID;
    }
    for (first = 0u; first < of->columns; first += BEP_CORE_LANES) {
        const uint32_t address = of->counter_base + row * of->words + first / BEP_CORE_LANES;
        payload to;
        const bep_status status = begin(core, &to, BEP_LOAD_KIND_COUNTERS, address, 0u, 0u);
        uint32_t index;

        if (status != BEP_OK) {
            return status;
        }
        for (index = first; index < first + BEP_CORE_LANES; index++) {
            put(&to, (index < of->columns) ? (uint32_t)counters[index] : 0u,
                BEP_CORE_COUNTER_BITS);
        }
        finish(&to);
    }
    return BEP_OK;
}

bep_status bep_read_counters(const bep_core *core, uint32_t layer, uint32_t row,
                             int32_t *counters)
{
    const bep_layer *const of = &core->layer[layer];
    const bep_status status = bep_wait_idle(core);
    uint32_t first;

    if (!is_trained(core, layer, row)) {
        return BEP_INVALID;
    }
    if (status != BEP_OK) {
        return status;
    }
    for (first = 0u; first < of->columns; first += BEP_CORE_LANES) {
        payload from = {0};
        uint32_t index;

        from.base = core->base;
        bep_write(core->base, BEP_FETCH,
                  of->counter_base + row * of->words + first / BEP_CORE_LANES);
        for (index = 0u; index < FETCH_LOOKS; index++) {
            (void)bep_read(core->base, BEP_STATUS);
        }
        for (index = first; index < first + BEP_CORE_LANES; index++) {
            const int32_t counter = take(&from, BEP_CORE_COUNTER_BITS);

            if (index < of->columns) {
                counters[index] = counter;
            }
        }
    }
    return bep_settle(core);
}

#ifdef BEP_LOAD_KIND_THRESHOLD
bep_status bep_load_threshold(const bep_core *core, uint32_t index, uint8_t value)
{
    payload to;
    bep_status status = BEP_INVALID;

    if (index < BEP_CORE_THRESHOLDS) {
        status = begin(core, &to, BEP_LOAD_KIND_THRESHOLD, index, 0u, 0u);
    }
    if (status == BEP_OK) {
        put(&to, value, 8u);
        finish(&to);
    }
    return status;
}
#endif
