"""The cycle model: the number of cycles that a core takes to train, and the use of its memories.

It simulates the control alone, from the layer table and a `Sample` for every sample. Its rules
are in docs/stages/sequencing.md and docs/stages/row_engine.md.
"""

from collections import Counter
from dataclasses import dataclass, field

from bep_hw.cycles.backward import Backward, Unroll, Winner
from bep_hw.cycles.forward import Forward, Loader
from bep_hw.cycles.rows import Rows
from bep_hw.spec.layer_table import layer_table

FORWARD, BACKWARD = "forward", "backward"
WINNERS, SWEEP = "winners", "sweep"
INPUT, BANKS, GAPS = "input", "banks", "gaps"
DRAIN, LEARNING, ROWS, END = "drain", "learning", "rows", "end"
"""Why the weight memory is not read.

In the middle of a minibatch, where no sample that is there can be read:

banks: some bank is held by a sample that learns
input: else some bank is empty or is being filled
gaps: else all samples wait for the z of a layer below, or for a result

At its border, where none may enter:

drain: its last samples are on their way to their results
learning: their winners are being learnt, and then the minibatch is done
rows: its samples are finished, but the sweep after the minibatch before is not

end: the last minibatch is over; its sweep, and until the host sees that the core is idle
"""


@dataclass
class Usage:
    """Use of the cycles, from the first word offered until the host sees the core idle.

    weights: cycles by the pass that reads the weight memory, or by the reason why none does
    counters: cycles in which a word of counters is read, by the winners or by the sweep
    """

    samples: int = 0
    cycles: int = 0
    weights: Counter = field(default_factory=Counter)
    counters: Counter = field(default_factory=Counter)

    def __add__(self, other):
        return Usage(
            self.samples + other.samples,
            self.cycles + other.cycles,
            self.weights + other.weights,
            self.counters + other.counters,
        )

    @property
    def weight_share(self):
        """Share of cycles in which the weight memory is read."""
        return (self.weights[FORWARD] + self.weights[BACKWARD]) / self.cycles

    @property
    def counter_share(self):
        """Share of cycles in which a word of counters is read, and another one written."""
        return self.counters.total() / self.cycles


def predict(network, core, groups, batch_size, samples):
    """The `Usage` of a call of `train`, on `Sample`s of consecutive minibatches.

    The core is idle before, as it is after a load or another call. A shorter last minibatch is a
    run of its own, since the host announces it once the core is idle.
    """
    table = layer_table(network, core)
    first, *_ = table
    words = first.places * first.inputs.blocks + (first.state.blocks if first.state else 0)
    groups = [groups[layer.segments[0].matrix] for layer in table[:-1]]
    usage = Usage()
    full = len(samples) - len(samples) % batch_size
    for piece, batch in ((samples[:full], batch_size), (samples[full:], len(samples) - full)):
        if piece:
            usage += _Run(core, table, words, groups, batch, piece).run()
    return usage


class _Run:
    def __init__(self, core, table, words, groups, batch_size, samples):
        self.core, self.samples, self.batch_size = core, samples, batch_size
        self.loader, self.forward = Loader(core, words, batch_size), Forward(core, table)
        self.words_left = len(samples) * words
        self.backward, self.winner = Backward(core, table), Winner(core, table, groups)
        self.unroll = Unroll(table) if core.in_time else None
        self.rows = Rows(core, table)
        self.full, self.kept = [False] * core.banks, [None] * core.banks
        self.loaded, self.received = 0, 0
        self.count, self.in_flight, self.complete, self.learnt = 0, 0, False, False
        self.judging = 0  # samples that have entered and have no result
        # With `deep_pipeline` the border sees some things a cycle late.
        self.deep, self.rows_were_busy, self.entering = core.deep_pipeline, False, 0
        self.usage = Usage(samples=len(samples))

    def run(self):
        """Samples are always offered, results always taken; the status is read all the time."""
        now, last, status = 0, 0, True
        while True:
            now += 1
            busy = self._busy()
            word, result = self._cycle(now)
            if word or result:
                last = now
            elif self.received == len(self.samples) and now > last + 1 and not status:
                self.usage.cycles = now
                return self.usage
            status = busy  # is read a cycle later

    def _busy(self):
        return self.complete or any(self.full) or self.rows.busy or self.loader.busy

    def _cycle(self, now):
        """Simulate one cycle; whether a word and a result were transferred."""
        loader, forward, backward = self.loader, self.forward, self.backward
        winner, rows, full = self.winner, self.rows, self.full
        # The state of all registers in this cycle.
        takes_tile = backward.reads(now)
        rows_busy = self.rows_were_busy if self.deep else rows.busy
        done = self.complete and not self.in_flight and not rows_busy
        self.rows_were_busy = rows.busy
        loaded = loader.bank if loader.loaded else None
        closes = loader.closes
        result, freed = forward.offered > 0, rows.freed
        judged = forward.judged if result else None
        learns = result and self.kept[judged].triggered
        start = backward.job if backward.offers(now) and winner.idle else None
        out, rows_ready = winner.out, rows.ready
        learner, ready = out, rows_ready
        if self.unroll:
            learner, ready = self.unroll.out, self.unroll.ready(rows_ready)
        if rows.issues:
            self.usage.counters[WINNERS if rows.learns else SWEEP] += 1

        # The cycle ends.
        idle = self._idle(rows.busy)
        rows.tick(learner, done and self.learnt)
        if self.unroll:
            learning_steps = self.kept[out[0]].learning_steps if out else None
            self.unroll.tick(out, learning_steps, rows_ready)
        winner.tick(start, ready)
        backward.tick(now, start is not None)
        word = loader.tick(self.words_left, full, forward.stores)
        arrives = None
        if closes:
            bundle = loaded // self.core.samples_per_read
            members = self.samples[self.loaded - closes + 1 : self.loaded + 1]
            arrives = (bundle, closes, max(sample.steps for sample in members))
        reads, entered = forward.tick(now, not self.complete, not takes_tile, arrives)
        self.words_left -= word
        self.usage.weights[BACKWARD if takes_tile else FORWARD if reads else idle] += 1
        if loaded is not None:
            full[loaded], self.kept[loaded] = True, self.samples[self.loaded]
            self.loaded += 1
        if result:
            self.received += 1
            self.judging -= 1
        if learns:
            backward.queue.append((judged, self.kept[judged]))
        elif result:
            full[judged] = False
        if freed is not None:
            full[freed] = False
        self._border(entered, learns, (result and not learns) + (freed is not None), done)
        return word, result

    def _border(self, entered, learns, finished, done):
        """Counts the samples of the minibatch: `finished` of them are done."""
        self.judging += entered
        if self.deep:
            entered, self.entering = self.entering, entered
        self.in_flight += entered - finished
        if entered:
            self.count += entered
            if self.count == self.batch_size:
                self.count, self.complete = 0, True
        self.learnt |= learns
        if done:
            self.complete = self.learnt = False

    def _idle(self, rows_busy):
        """The reason why the weight memory is not read in this cycle."""
        if self.complete:
            if self.judging:
                return DRAIN
            return ROWS if rows_busy and not self.in_flight else LEARNING
        if self.received == len(self.samples):
            return END
        if self.in_flight > self.judging:
            return BANKS
        return GAPS if all(self.full) else INPUT
