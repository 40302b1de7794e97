/* Driver of a bep-hw core, see bep_driver.h: samples to it, and their results back. */
#include "bep_driver.h"

static uint32_t least(uint32_t one, uint32_t other)
{
    return (one < other) ? one : other;
}

/* Samples on their way: how many were sent, words of the next one too, and results that came. */
typedef struct {
    const bep_samples *samples;
    uint32_t first;
    uint32_t count;
    uint32_t sent;
    uint32_t word;
    uint32_t done;
} exchange;

/* Send so many words, or fewer if all are sent. */
static void send(const bep_core *core, exchange *now, uint32_t room)
{
    const bep_samples *const samples = now->samples;
    const uint32_t words = bep_sample_words(core);

    while ((room > 0u) && (now->sent < now->count)) {
        const uint32_t entry = now->first + now->sent;
        const uint32_t sample = (samples->order != NULL) ? samples->order[entry] : entry;
        const uint32_t *from = &samples->words[(size_t)sample * words + now->word];
        const uint32_t *const end = from + least(room, words - now->word);

        room -= (uint32_t)(end - from);
        now->word += (uint32_t)(end - from);
        while (from != end) {
            bep_write(core->base, BEP_SAMPLES, *from);
            from++;
        }
        if (room > 0u) {
            const uint32_t label = (samples->labels != NULL) ? samples->labels[sample] : 0u;
#ifdef BEP_STEPS
            bep_write(core->base, BEP_LABEL, BEP_LABEL_WORD(label, 1u));
#else
            bep_write(core->base, BEP_LABEL, label);
#endif
            room--;
            now->word = 0u;
            now->sent++;
        }
    }
}

/* Take so many results. */
static void receive(const bep_core *core, exchange *now, uint32_t waiting)
{
    uint32_t index;

    for (index = 0u; index < waiting; index++) {
        const uint32_t result = bep_read(core->base, BEP_RESULTS);

        if (now->samples->results != NULL) {
            now->samples->results[now->first + now->done] = result;
        }
        now->done++;
    }
}

/* Send `count` samples from entry `first` on, and take their results. */
static bep_status run(const bep_core *core, const bep_samples *samples, uint32_t first,
                      uint32_t count)
{
    exchange now = {0};
    uint32_t looks = 0u;

    now.samples = samples;
    now.first = first;
    now.count = count;
    while (now.done < count) {
        const uint32_t waiting = bep_read(core->base, BEP_WAITING);
        const uint32_t room =
            (now.sent < count) ? bep_read(core->base, BEP_ROOM) : 0u;

        receive(core, &now, waiting);
        send(core, &now, room);
        if ((waiting != 0u) || (room != 0u)) {
            looks = 0u;
        } else if (looks < core->polls) {
            looks++;
            if (core->pause != NULL) {
                core->pause(core->context);
            }
        } else {
            return BEP_TIMEOUT;
        }
    }
    return BEP_OK;
}

/* Write what the next samples are for: minibatches of `batch_size`, or with 0 prediction. */
static bep_status prepare(const bep_core *core, uint32_t batch_size)
{
    const bep_status status = bep_wait_idle(core);

    if (status != BEP_OK) {
        return status;
    }
    if (batch_size > 0u) {
        bep_write(core->base, BEP_BATCH_SIZE, batch_size);
    }
    bep_write(core->base, BEP_CONTROL, (batch_size > 0u) ? BEP_CONTROL_TRAIN : 0u);
    return bep_wait_idle(core);
}

/* Train on minibatches of `batch_size`, which divides `count`. */
static bep_status train(const bep_core *core, const bep_samples *samples, uint32_t first,
                        uint32_t count, uint32_t batch_size)
{
    bep_status status = BEP_OK;

    if (count > 0u) {
        status = prepare(core, batch_size);
        if (status == BEP_OK) {
            status = run(core, samples, first, count);
        }
    }
    return status;
}

bep_status bep_train(const bep_core *core, const bep_samples *samples, uint32_t batch_size)
{
    bep_status status;
    uint32_t rest;

    if ((batch_size == 0u) || (batch_size > BEP_CORE_MAX_BATCH) || (samples->labels == NULL)) {
        return BEP_INVALID;
    }
    rest = samples->count % batch_size;
    status = train(core, samples, 0u, samples->count - rest, batch_size);
    if (status == BEP_OK) {
        status = train(core, samples, samples->count - rest, rest, rest);
    }
    return (status == BEP_OK) ? bep_settle(core) : status;
}

bep_status bep_predict(const bep_core *core, const bep_samples *samples)
{
    bep_status status = prepare(core, 0u);

    if (status == BEP_OK) {
        status = run(core, samples, 0u, samples->count);
    }
    return (status == BEP_OK) ? bep_settle(core) : status;
}

bep_status bep_begin_stream(const bep_core *core, uint32_t count, uint32_t batch_size)
{
    bep_status status = BEP_INVALID;

    if ((count > 0u) && (batch_size <= BEP_CORE_MAX_BATCH)) {
        status = prepare(core, batch_size);
    }
    if (status == BEP_OK) {
        bep_write(core->base, BEP_PACKET, count);
    }
    return status;
}

void bep_end_stream(const bep_core *core)
{
    bep_write(core->base, BEP_PACKET, 0u);
}
