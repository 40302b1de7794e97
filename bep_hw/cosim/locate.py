"""The first difference between the golden model and the simulated core, and where it arose."""

from dataclasses import dataclass

import numpy as np

from bep_hw.golden.kinds import kind_of
from bep_hw.spec.raw import encoded


@dataclass(frozen=True)
class Difference:
    """Where golden model and core first differ; None where a field means nothing.

    what: "prediction", "margin", "triggered" or "counter"
    minibatch: its number since the run began; sample: its place in the minibatch, from 0
    layer: 1 is the first trainable layer, as in the paper, and of a recurrent network 1 to 3 are
        W_xs, W_ss and W_sy; row, column: of the weight, from 0
    expected, got: of the golden model and of the core
    stage: the stage of the data path in which it arose, as far as that is known
    """

    what: str
    minibatch: int
    expected: int
    got: int
    sample: int | None = None
    layer: int | None = None
    row: int | None = None
    column: int | None = None
    stage: str = ""

    def lines(self):
        """The report: one line a fact."""
        names = ("minibatch", "sample", "layer", "row", "column", "expected", "got", "stage")
        values = {name: getattr(self, name) for name in names}
        yield f"first difference: {self.what}"
        for name, value in values.items():
            yield f"{name:<10} {'-' if value is None or value == '' else value}"


class Mismatch(Exception):
    """Golden model and core disagree; `difference` says where, `bits` and `labels` on which data.

    counters: the state before the minibatch; settings, batch_size: as it was trained
    """

    def __init__(self, difference, *, counters, bits, labels, settings):
        super().__init__(difference)
        self.difference, self.counters = difference, counters
        self.bits, self.labels, self.settings = bits, labels, settings


def first_counter(expected, got):
    """(layer from 0, row, column) of the first counter that differs, or None."""
    for layer, (c, d) in enumerate(zip(expected, got, strict=True)):
        wrong = np.argwhere(c != d)
        if len(wrong):
            return layer, *map(int, wrong[0])
    return None


def first_result(expected, got):
    """(sample, name, expected, got) of the first result that differs, or None.

    expected, got: (predictions, margins, triggered), each (n,)
    """
    names = ("prediction", "margin", "triggered")
    wrong = np.stack([a != b for a, b in zip(expected, got, strict=True)])  # (3, n)
    samples = np.flatnonzero(wrong.any(axis=0))
    if not len(samples):
        return None
    sample = int(samples[0])
    field = int(wrong[:, sample].argmax())
    return sample, names[field], int(expected[field][sample]), int(got[field][sample])


def partial_sums(state, bits, labels, settings):
    """The golden counters after the updates of these samples, not yet committed."""
    counters = [c.copy() for c in state.counters]
    found = kind_of(state.network).passes(state, bits, labels, settings)
    for layer in range(len(found.updates)):
        found.add_to(layer, counters[layer])
    return counters


def locate(state, backend, bits, labels, settings):
    """Where in a minibatch the counters first differ: (sample or None, layer, row, column,
    expected, got), or None if they agree until the commit.

    state: of the golden model before the minibatch; backend: the core, which is left reset

    Counters change in place, so the core can be asked for the sums of the first k samples while the
    minibatch still waits for more. Bisection finds the smallest k whose sums differ.
    """

    def differs(count):
        backend.restart()
        backend.load(state.counters, state.minibatch)
        # One more sample than is sent, so that the minibatch does not end.
        backend.step(bits[:count], labels[:count], settings, count + 1, commit=False)
        expected = partial_sums(state, encoded(bits[:count]), labels[:count], settings)
        got = backend.counters()
        place = first_counter(expected, got)
        return place and (*place, int(expected[place[0]][place[1:]]), int(got[place[0]][place[1:]]))

    good, bad = 0, min(len(bits), backend.core.max_batch // settings.horizon - 1)
    found = differs(bad)
    while found and bad - good > 1:
        middle = (good + bad) // 2
        earlier = differs(middle)
        if earlier:
            bad, found = middle, earlier
        else:
            good = middle
    backend.restart()
    return found and (bad - 1, *found)
