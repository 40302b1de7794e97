/* The arithmetic of Python's floats, in the same order, so that the same integers come out. */
#include "schedule.h"

#include <math.h>

#define PI 3.141592653589793
#define DRAWS_PER_GROUP 16.0
#define FRACTION 65536.0

void schedule_start(schedule *now)
{
    uint32_t layer;

    for (layer = 0u; layer < TASK_DEPTH; layer++) {
        now->group[layer] = TASK_GROUP;
    }
    now->best = 0u;
    now->started = false;
    now->stalled = 0u;
}

/* Reinforced weights per 16, in units of 2^-16: p_l = p_r sqrt(E) sqrt(2 / (pi K)). */
static uint32_t reinforce(uint32_t layer, double error_rate)
{
    const double fan_in = (double)task_network.widths[layer];
    double probability = task_reinforcement[layer] * sqrt(error_rate);

    probability = probability * sqrt(2.0 / (PI * fan_in));
    return (uint32_t)rint(fmin(probability, 1.0) * DRAWS_PER_GROUP * FRACTION);
}

void schedule_settings(const schedule *now, uint32_t wrong, uint32_t samples,
                       bep_settings *settings)
{
    const double error_rate = (double)wrong / (double)samples;
    uint32_t layer;

    settings->margin = TASK_MARGIN;
    for (layer = 0u; layer < TASK_DEPTH; layer++) {
        settings->gate[layer] = task_gates[layer];
        settings->group[layer] = now->group[layer];
        settings->reinforce[layer] = reinforce(layer, error_rate);
    }
}

/* The smallest divisor of a width above a group, or the width. */
static uint32_t next_divisor(uint32_t width, uint32_t group)
{
    uint32_t size = group + 1u;

    while ((size < width) && (width % size != 0u)) {
        size++;
    }
    return (size < width) ? size : width;
}

void schedule_observe(schedule *now, uint32_t errors)
{
    uint32_t layer;

    if (!now->started || (errors < now->best)) {
        now->started = true;
        now->best = errors;
        now->stalled = 0u;
        return;
    }
    now->stalled++;
    if (now->stalled >= TASK_PATIENCE) {
        for (layer = 0u; layer < TASK_DEPTH; layer++) {
            now->group[layer] = next_divisor(task_network.widths[layer + 1u], now->group[layer]);
        }
        now->stalled = 0u;
    }
}
