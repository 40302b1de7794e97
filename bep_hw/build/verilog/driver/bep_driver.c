/* Driver of a bep-hw core, see bep_driver.h: the layer table, and all registers that are no stream.
 * The order of writes is that of bep_hw/host/procedures.py, and the layer table that of
 * bep_hw/spec/layer_table.py. */
#include "bep_driver.h"

#define POLLS 1000000u

static uint32_t blocks(uint32_t count, uint32_t size)
{
    return (count + size - 1u) / size;
}

bep_status bep_open(bep_core *core, uintptr_t base)
{
    core->base = base;
    core->polls = POLLS;
    core->pause = NULL;
    core->context = NULL;
    core->layers = 0u;
    if (bep_read(base, BEP_VERSION) != BEP_VERSION_VALUE) {
        return BEP_ABSENT;
    }
    return (bep_read(base, BEP_FINGERPRINT) == BEP_CORE_FINGERPRINT) ? BEP_OK : BEP_ABSENT;
}

bep_status bep_wait_idle(const bep_core *core)
{
    uint32_t looks = 0u;

    while (bep_read(core->base, BEP_STATUS) != 0u) {
        looks++;
        if (looks > core->polls) {
            return BEP_TIMEOUT;
        }
    }
    return BEP_OK;
}

bep_status bep_settle(const bep_core *core)
{
    const bep_status status = bep_wait_idle(core);

    if (status != BEP_OK) {
        return status;
    }
    return (bep_read(core->base, BEP_ERRORS) == 0u) ? BEP_OK : BEP_FAILED;
}

/* Activations of a layer, in words of the activation memory; see `_aligned` of layer_table.py. */
static uint32_t slot(uint32_t words)
{
    const uint32_t pair = (BEP_CORE_LANES > BEP_CORE_TILE_COLUMNS) ? 2u : 1u;

    return blocks(words, pair) * pair;
}

static bep_layer sized(uint32_t rows, uint32_t columns)
{
    bep_layer layer = {0};

    layer.rows = rows;
    layer.columns = columns;
    layer.row_blocks = blocks(rows, BEP_CORE_TILE_ROWS);
    layer.column_blocks = blocks(columns, BEP_CORE_TILE_COLUMNS);
    return layer;
}

/* Place the layers in the memories, one behind the other. */
static void place(bep_core *core, const bep_network *network)
{
    bep_layer next = {0}; /* the addresses that are free */
    uint32_t index;

    for (index = 0u; index <= network->depth; index++) {
        const uint32_t trained = (index < network->depth) ? 1u : 0u;
        const uint32_t rows = (trained != 0u) ? network->widths[index + 1u] : network->classes;
        bep_layer layer = sized(rows, network->widths[index]);
        const uint32_t length = slot(layer.column_blocks);

        layer.tile_base = next.tile_base;
        layer.input_base = next.input_base;
        if (trained != 0u) {
            layer.words = blocks(layer.columns, BEP_CORE_LANES);
            layer.counter_base = next.counter_base;
            layer.output_base = layer.input_base + length;
            layer.row_base = next.row_base;
        }
        core->layer[index] = layer;
        next.tile_base += layer.row_blocks * layer.column_blocks;
        next.counter_base += layer.rows * layer.words;
        next.input_base += length;
        next.row_base += layer.row_blocks;
    }
    core->layers = network->depth + 1u;
}

static void put_layer(const bep_core *core, uint32_t row, uint32_t offset, uint32_t value)
{
    bep_write(core->base, BEP_LAYER(row, offset), value);
}

/* Write a row of the table, but for what a core for one network has as constants. */
static void write_layer(const bep_core *core, uint32_t row)
{
#if BEP_CORE_FIXED == 0
    const bep_layer *const layer = &core->layer[row];

    put_layer(core, row, BEP_LAYER_ROWS, layer->rows);
    put_layer(core, row, BEP_LAYER_COLUMNS, layer->columns);
    put_layer(core, row, BEP_LAYER_ROW_BLOCKS, layer->row_blocks);
    put_layer(core, row, BEP_LAYER_COLUMN_BLOCKS, layer->column_blocks);
    put_layer(core, row, BEP_LAYER_WORDS, layer->words);
    put_layer(core, row, BEP_LAYER_TILE_BASE, layer->tile_base);
    put_layer(core, row, BEP_LAYER_COUNTER_BASE, layer->counter_base);
    put_layer(core, row, BEP_LAYER_INPUT_BASE, layer->input_base);
    put_layer(core, row, BEP_LAYER_OUTPUT_BASE, layer->output_base);
    put_layer(core, row, BEP_LAYER_ROW_BASE, layer->row_base);
#endif
#ifdef BEP_STEPS
    bep_write(core->base, BEP_TIME(row, BEP_TIME_STATE_COLUMNS), 0u);
    bep_write(core->base, BEP_TIME(row, BEP_TIME_STATE_BLOCKS), 0u);
    bep_write(core->base, BEP_TIME(row, BEP_TIME_MATRIX), row);
    bep_write(core->base, BEP_TIME(row, BEP_TIME_REINFORCE_STATE), 0u);
#endif
    if ((BEP_CORE_FIXED == 0) || (row + 1u < core->layers)) {
        put_layer(core, row, BEP_LAYER_GATE, 0u);
        put_layer(core, row, BEP_LAYER_GROUP, 1u);
        put_layer(core, row, BEP_LAYER_REINFORCE, 0u);
    }
}

bep_status bep_configure(bep_core *core, const bep_network *network)
{
    bep_status status;
    uint32_t row;

    if ((network->depth == 0u) || (network->depth >= BEP_CORE_MAX_LAYERS)) {
        return BEP_INVALID;
    }
    place(core, network);
    bep_write(core->base, BEP_RESET, 1u);
    status = bep_wait_idle(core);
    if (status != BEP_OK) {
        return status;
    }
    for (row = 0u; row < core->layers; row++) {
        write_layer(core, row);
    }
#if BEP_CORE_FIXED == 0
    bep_write(core->base, BEP_LAYERS, core->layers);
#endif
    bep_write(core->base, BEP_SEED, network->seed);
#ifdef BEP_STEPS
    bep_write(core->base, BEP_STEPS, 1u);
    bep_write(core->base, BEP_HORIZON, 1u);
#endif
    return bep_settle(core);
}

bep_status bep_start(const bep_core *core, uint32_t minibatch)
{
    bep_status status = bep_wait_idle(core);

    if (status == BEP_OK) {
        bep_write(core->base, BEP_CONTROL, BEP_CONTROL_REFRESH);
        status = bep_wait_idle(core);
    }
    if (status == BEP_OK) {
        bep_write(core->base, BEP_MINIBATCH, minibatch);
        status = bep_settle(core);
    }
    return status;
}

bep_status bep_set(const bep_core *core, const bep_settings *settings)
{
    const bep_status status = bep_wait_idle(core);
    uint32_t row;

    if (status != BEP_OK) {
        return status;
    }
    bep_write(core->base, BEP_MARGIN, settings->margin);
    for (row = 0u; row + 1u < core->layers; row++) {
        put_layer(core, row, BEP_LAYER_GATE, settings->gate[row]);
        put_layer(core, row, BEP_LAYER_GROUP, settings->group[row]);
        put_layer(core, row, BEP_LAYER_REINFORCE, settings->reinforce[row]);
    }
    return bep_settle(core);
}

uint32_t bep_sample_words(const bep_core *core)
{
#ifdef BEP_CORE_RAW_WORDS
    (void)core;
    return BEP_CORE_RAW_WORDS;
#else
    return core->layer[0].column_blocks * BEP_SAMPLE_WORDS;
#endif
}

uint32_t bep_minibatch(const bep_core *core)
{
    return bep_read(core->base, BEP_MINIBATCH);
}

uint32_t bep_take_errors(const bep_core *core)
{
    const uint32_t errors = bep_read(core->base, BEP_ERRORS);

    bep_write(core->base, BEP_ERRORS, errors);
    return errors;
}

void bep_enable_interrupts(const bep_core *core, uint32_t mask)
{
    bep_write(core->base, BEP_INTERRUPT_MASK, mask);
}

uint32_t bep_take_interrupts(const bep_core *core)
{
    const uint32_t pending = bep_read(core->base, BEP_INTERRUPT_PENDING);

    bep_write(core->base, BEP_INTERRUPT_PENDING, pending & ~BEP_INTERRUPT_RESULT);
    return pending;
}
