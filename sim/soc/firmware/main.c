/* Trains the network of task.h on the core, as bep_hw/train/loop.py does, and gives all counters
 * to the host at the end. The only thing that it does not do is to keep the best weights. */
#include <stdio.h>

#include "bep_driver.h"
#include "schedule.h"
#include "soc.h"
#include "task.h"

#define WIDEST TASK_WIDEST /* inputs of a neuron */

static bep_core core;
static uint32_t results[TASK_MOST_SAMPLES];
static uint32_t order[TASK_TRAIN]; /* of this epoch */
static volatile uint32_t minibatches; /* that interrupts have told of */
static volatile uint32_t errors;

/* Called by start.S, with the interrupts that are pending. */
void on_interrupt(uint32_t which);

void on_interrupt(uint32_t which)
{
    if ((which & SOC_IRQ_REFUSED) != 0u) {
        printf("the core has refused an access\n");
        finish(BEP_FAILED);
    }
    if ((which & SOC_IRQ_DMA) != 0u) {
        soc_clear_dma();
    }
    if ((which & SOC_IRQ_CORE) != 0u) {
        const uint32_t pending = bep_take_interrupts(&core);

        minibatches += ((pending & BEP_INTERRUPT_MINIBATCH) != 0u) ? 1u : 0u;
        errors += ((pending & BEP_INTERRUPT_ERROR) != 0u) ? 1u : 0u;
        /* Results raise it until they are read, which the driver does. */
        bep_enable_interrupts(&core, BEP_INTERRUPT_MINIBATCH | BEP_INTERRUPT_ERROR);
    }
}

#if TASK_INTERRUPTS
/* What the driver calls while it waits for results. */
static void sleep_until_interrupt(void *context)
{
    (void)context;
    bep_enable_interrupts(
        &core, BEP_INTERRUPT_RESULT | BEP_INTERRUPT_MINIBATCH | BEP_INTERRUPT_ERROR);
    soc_sleep();
}
#endif

/* End with the status of a call, unless it succeeded. */
static void expect(bep_status status, const char *call)
{
    if (status != BEP_OK) {
        printf("%s: status %d, errors 0x%lx\n", call, (int)status,
               (unsigned long)bep_take_errors(&core));
        finish((uint32_t)status);
    }
}

/* Number `index` of numbers of `bits` each, one behind the other, and a word of 0 behind all. */
static uint32_t unpack(const uint32_t *words, uint32_t bits, uint32_t index)
{
    const uint32_t at = bits * index;
    const uint64_t pair = (uint64_t)words[at / 32u + 1u] << 32 | words[at / 32u];

    return (uint32_t)(pair >> (at % 32u)) & ((1u << bits) - 1u);
}

static void bring_up(void)
{
    uint32_t next = 0u;
    uint32_t layer;
    uint32_t row;
    uint32_t column;
    static int32_t counters[WIDEST];

    expect(bep_open(&core, SOC_CORE), "bep_open");
    expect(bep_configure(&core, &task_network), "bep_configure");
    for (row = 0u; row < task_network.classes; row++) {
        expect(bep_load_classifier(&core, row, task_classifier[row]), "bep_load_classifier");
    }
    for (layer = 0u; layer < TASK_DEPTH; layer++) {
        const uint32_t columns = task_network.widths[layer];

        for (row = 0u; row < task_network.widths[layer + 1u]; row++) {
            for (column = 0u; column < columns; column++) {
                counters[column] =
                    (int32_t)unpack(task_counters, TASK_COUNTER_BITS, next + column)
                    - (int32_t)TASK_COUNTER_OFFSET;
            }
            next += columns;
            expect(bep_load_counters(&core, layer, row, counters), "bep_load_counters");
        }
    }
    expect(bep_start(&core, 0u), "bep_start");
}

#if TASK_DMA
/* Exchange entries `first` to `first + count` by DMA; each sample has its label behind it. */
static bep_status transfer(const bep_samples *samples, uint32_t first, uint32_t count,
                           uint32_t batch_size)
{
    static const uint32_t *list[TASK_MOST_SAMPLES];
    const uint32_t words = bep_sample_words(&core) + 1u;
    bep_status status = BEP_OK;
    uint32_t index;

    if (count > 0u) {
        status = bep_begin_stream(&core, count, batch_size);
    }
    if ((count > 0u) && (status == BEP_OK)) {
        soc_start_dma(list, words, &samples->results[first], count);
        for (index = 0u; index < count; index++) {
            const uint32_t entry = first + index;
            const uint32_t sample = (samples->order != NULL) ? samples->order[entry] : entry;

            list[index] = &samples->words[sample * words];
            soc_offer_dma(index + 1u);
        }
        while (soc_dma_runs() != 0u) {
            soc_sleep();
        }
        status = bep_settle(&core);
        bep_end_stream(&core);
    }
    return status;
}

static bep_status train(const bep_samples *samples, uint32_t batch_size)
{
    const uint32_t rest = samples->count % batch_size;
    const bep_status status = transfer(samples, 0u, samples->count - rest, batch_size);

    return (status == BEP_OK) ? transfer(samples, samples->count - rest, rest, rest) : status;
}

static bep_status predict(const bep_samples *samples)
{
    return transfer(samples, 0u, samples->count, 0u);
}
#else
static bep_status train(const bep_samples *samples, uint32_t batch_size)
{
    return bep_train(&core, samples, batch_size);
}

static bep_status predict(const bep_samples *samples)
{
    return bep_predict(&core, samples);
}
#endif

/* How many of the results differ from the labels. */
static uint32_t wrong_of(const bep_samples *samples)
{
    uint32_t wrong = 0u;
    uint32_t index;

    for (index = 0u; index < samples->count; index++) {
        const uint32_t sample = (samples->order != NULL) ? samples->order[index] : index;

        if (BEP_RESULT_PREDICTION(samples->results[index]) != samples->labels[sample]) {
            wrong++;
        }
    }
    return wrong;
}

/* Wrong predictions of samples that are not trained on. */
static uint32_t evaluate(const uint32_t *words, const uint16_t *labels, uint32_t count)
{
    bep_samples samples = {words, labels, NULL, count, results};

    expect(predict(&samples), "predict");
    return wrong_of(&samples);
}

static void print_share(const char *name, uint32_t part, uint32_t whole)
{
    const uint32_t tenths = (1000u * part + whole / 2u) / whole;

    printf("  %s %lu.%lu %%", name, (unsigned long)(tenths / 10u), (unsigned long)(tenths % 10u));
}

/* Train for an epoch; how many samples were predicted wrong. */
static uint32_t train_epoch(uint32_t epoch, const bep_settings *settings, uint64_t *cycles)
{
    bep_samples samples = {task_train, task_train_labels, order, TASK_TRAIN, results};
    uint32_t wrong;
    uint32_t triggered = 0u;
    uint32_t index;
    uint64_t start;

    for (index = 0u; index < TASK_TRAIN; index++) {
        order[index] = unpack(task_order, TASK_ORDER_BITS, TASK_TRAIN * epoch + index);
    }
    expect(bep_set(&core, settings), "bep_set");
    start = soc_cycles();
    expect(train(&samples, TASK_BATCH), "train");
    *cycles += soc_cycles() - start;
    for (index = 0u; index < TASK_TRAIN; index++) {
        triggered += BEP_RESULT_TRIGGERED(results[index]);
    }
    wrong = wrong_of(&samples);
    printf("epoch %2lu", (unsigned long)(epoch + 1u));
    print_share("train", TASK_TRAIN - wrong, TASK_TRAIN);
    print_share("triggered", triggered, TASK_TRAIN);
    return wrong;
}

/* Give every counter to the host, layer by layer and row by row. */
static void dump(void)
{
    static int32_t counters[WIDEST];
    uint32_t layer;
    uint32_t row;
    uint32_t column;

    for (layer = 0u; layer < TASK_DEPTH; layer++) {
        for (row = 0u; row < task_network.widths[layer + 1u]; row++) {
            expect(bep_read_counters(&core, layer, row, counters), "bep_read_counters");
            for (column = 0u; column < task_network.widths[layer]; column++) {
                soc_word((uint32_t)counters[column]);
            }
        }
    }
}

int main(void)
{
    schedule now;
    bep_settings settings;
    uint32_t wrong = TASK_TRAIN; /* before the first epoch */
    uint32_t epoch;
    uint64_t cycles = 0u;

    soc_mask_interrupts();
    soc_begin();
    bring_up();
#if TASK_INTERRUPTS
    core.pause = sleep_until_interrupt;
#endif
    schedule_start(&now);
    for (epoch = 0u; epoch < TASK_EPOCHS; epoch++) {
        uint32_t missed;

        schedule_settings(&now, wrong, TASK_TRAIN, &settings);
        wrong = train_epoch(epoch, &settings, &cycles);
        missed = evaluate(task_validation, task_validation_labels, TASK_VALIDATION);
        print_share("validation", TASK_VALIDATION - missed, TASK_VALIDATION);
        printf("  group %lu\n", (unsigned long)now.group[0]);
        schedule_observe(&now, missed);
    }
    wrong = evaluate(task_test, task_test_labels, TASK_TEST);
    printf("test accuracy %lu of %lu\n", (unsigned long)(TASK_TEST - wrong),
           (unsigned long)TASK_TEST);
    printf("minibatches %lu\n", (unsigned long)bep_minibatch(&core));
    printf("training cycles %llu\n", (unsigned long long)cycles);
    dump();
    return BEP_OK;
}
