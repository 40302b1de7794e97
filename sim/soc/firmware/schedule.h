/* What the host decides between epochs: bep_hw/spec/training.py and bep_hw/golden/schedule.py. */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include "bep_driver.h"
#include "task.h"

typedef struct {
    uint32_t group[TASK_DEPTH]; /* gamma_l */
    uint32_t best;              /* fewest validation errors so far */
    bool started;               /* whether there is a best one */
    uint32_t stalled;           /* epochs since then, or since the groups last moved */
} schedule;

/* Start with the groups of the task. */
void schedule_start(schedule *now);

/* The settings of the next epoch; of the one before, `wrong` of `samples` were predicted wrong. */
void schedule_settings(const schedule *now, uint32_t wrong, uint32_t samples,
                       bep_settings *settings);

/* Take the number of validation errors of an epoch. */
void schedule_observe(schedule *now, uint32_t errors);

#endif
