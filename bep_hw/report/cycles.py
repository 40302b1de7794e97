"""Where the clock cycles of a core go, at the start of a run and with the weights it has now."""

import dataclasses
import math

from bep_hw.cycles.estimate import MINIBATCHES, MOST
from bep_hw.cycles.events import samples
from bep_hw.cycles.model import predict
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.report.cycle_bars import COUNTERS, WEIGHTS, Bars, legend
from bep_hw.report.figure import Figure, drawing, sized
from bep_hw.support.svg import Canvas
from bep_hw.train import loop

TITLE = "Where the cycles go"
WIDTH, LEFT, RIGHT = 470, 132, 425
TICKS = 6


def cycles(run):
    """The figure of one run, or a line that says why there is none."""
    if run.preset.network.targets > 1:
        text = "No core trains a network of several targets, so there are no cycles."
        return Figure(title=TITLE, text=text, run=run.name)
    if run.data is None:
        text = f"{run.missing} So the cycle model has no samples to count."
        return Figure(title=TITLE, text=text, run=run.name)
    moments = [("untrained", *_usage(run, True)), ("trained so far", *_usage(run, False))]
    _, usage, _ = moments[0]
    return Figure(
        title=TITLE,
        text=f"{_measured(run)} The bars are by the exact cycle model, for the first"
        f" {sized(usage.samples, 'sample')} of the first epoch and of the next one: what the weight"
        " memory does in the cycles of a sample, and below it the counter memory. What is left"
        " empty is idle.",
        body=drawing(_bars(moments)),
        run=run.name,
    )


def _measured(run):
    """A sentence about the cycles that the run itself counted."""
    cycles, trained = run.state.cycles, run.trained
    if not cycles:
        return (
            f"The backend {run.run.backend} has no clock, so this run measured no cycles; below is"
            " what its core would take."
        )
    return f"The core took {cycles:,} cycles, {cycles / trained:.1f} per trained sample."


def _usage(run, untrained):
    """(Usage, share of samples that learn) of the first minibatches of an epoch.

    untrained: of the first epoch; else of the epoch after those that are finished
    """
    preset, state = run.preset, run.state
    network, training = preset.network, preset.training
    schedule = GroupSchedule(network, training)
    if untrained:
        state = loop.start(run.run)
    schedule.restore(state.schedule)
    settings = training.settings(network, schedule.groups, state.error_rate)
    core = dataclasses.replace(preset.core, encoder=None)  # the model counts from the bits on
    count = min(MINIBATCHES * training.batch_size, MOST, len(run.data.train))
    order = loop.epoch_order(run.run.seed, state.epoch, len(run.data.train))[:count]
    bits, labels = run.data.train.bits[order], run.data.train.labels[order]
    golden, events = run.golden(state.counters, state.minibatch), []
    for start in range(0, count, training.batch_size):
        piece = slice(start, start + training.batch_size)
        events += samples(golden.state, bits[piece], labels[piece], settings, core.tile_rows)
        golden.train(bits[piece], labels[piece], settings, training.batch_size)
    usage = predict(network, core, settings.groups, training.batch_size, events)
    return usage, sum(sample.triggered for sample in events) / count


def _bars(moments):
    """A Canvas with a pair of bars for each (name, Usage, share of samples that learn)."""
    c = Canvas(WIDTH, 330, TITLE)
    most = max(usage.cycles / usage.samples for _, usage, _ in moments)
    ticks = _ticks(most)
    bars, y = Bars(LEFT, (RIGHT - LEFT) / max(most, ticks[-1])), 18
    for name, usage, learn in moments:

        def share(memory, names, usage=usage):
            counts = {"weights": usage.weights, "counters": usage.counters}[memory]
            return sum(counts[one] for one in names) / usage.cycles

        label = f"{name}\n{100 * learn:.0f} % learn".replace(" so far", "")
        y = bars.draw(c, y, label, usage.cycles / usage.samples, share)
    bars.axis(c, y, ticks)
    c.text(8, y + 42, "weight memory", anchor="start", size=12, bold=True)
    legend(c, 8, y + 52, WEIGHTS)
    c.text(270, y + 42, "counter memory", anchor="start", size=12, bold=True)
    legend(c, 270, y + 52, COUNTERS)
    return c


def _ticks(most):
    """Round numbers from 0 to about `most`."""
    rough = most / TICKS
    scale = 10 ** math.floor(math.log10(rough))
    step = next(scale * one for one in (1, 2, 5, 10) if scale * one >= rough)
    step = max(1, round(step))
    return list(range(0, int(most) + 1, step))
