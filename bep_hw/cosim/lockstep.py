"""Golden model and simulated core in lockstep, compared after every minibatch."""

import copy

import numpy as np

from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.cosim.locate import Difference, Mismatch, first_counter, first_result, locate
from bep_hw.golden.backend import GoldenBackend
from bep_hw.spec.backend import check_training, train_in_pieces
from bep_hw.spec.raw import encoded


class LockstepBackend:
    """Both backends as one; `train`, `load` and `infer` raise Mismatch at the first difference.

    Takes the arguments of VerilatorBackend; see `bep_hw.spec.backend.Backend`.
    """

    name = "lockstep"

    def __init__(self, network, classifier, *, hidden_bits, seed, **options):
        self.golden = GoldenBackend(network, classifier, hidden_bits=hidden_bits, seed=seed)
        self.core = VerilatorBackend(
            network, classifier, hidden_bits=hidden_bits, seed=seed, **options
        )
        self.minibatches = 0

    @property
    def cycles(self):
        """Clock cycles simulated in `train` so far."""
        return self.core.cycles

    @property
    def minibatch(self):
        """Number of the next minibatch, counted from the start of the run."""
        return self.golden.minibatch

    def load(self, counters, minibatch):
        """Set counters, weights and minibatch number of both, and compare them."""
        self.golden.load(counters, minibatch)
        self.core.load(counters, minibatch)
        self._compare_counters(self.golden.state, None, "load")

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""
        return self.golden.counters()

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train both on consecutive minibatches, comparing after each; an `Outcome`."""
        check_training(self.golden.network, bits, labels, batch_size)

        def minibatch(bits, labels):
            step = self._minibatch(bits, labels, settings)
            self.minibatches += 1
            return step.predictions, step.margins

        return train_in_pieces(minibatch, bits, labels, batch_size, progress)

    def infer(self, bits, progress=None):
        """Predicted classes (n,) of both."""
        expected, got = self.golden.infer(encoded(bits), progress), self.core.infer(bits)
        wrong = np.flatnonzero(expected != got)
        if len(wrong):
            sample = int(wrong[0])
            difference = Difference(
                what="prediction",
                minibatch=self.minibatch,
                sample=sample,
                expected=int(expected[sample]),
                got=int(got[sample]),
                stage="forward, in inference",
            )
            raise Mismatch(difference, counters=None, bits=bits, labels=None, settings=None)
        return expected

    def _minibatch(self, bits, labels, settings):
        """Train both on one minibatch and compare all there is; the golden `Step`."""
        before = copy.deepcopy(self.golden.state)
        step = self.golden.minibatch_step(encoded(bits), labels, settings)
        results = self.core.step(bits, labels, settings, len(bits))
        data = {
            "counters": before.counters,
            "bits": bits,
            "labels": labels,
            "settings": settings,
        }
        wrong = first_result((step.predictions, step.margins, step.triggered), results)
        if wrong:
            sample, what, expected, got = wrong
            difference = Difference(
                what=what,
                minibatch=before.minibatch,
                sample=sample,
                expected=expected,
                got=got,
                stage="forward" if what != "triggered" else "margin",
            )
            raise Mismatch(difference, **data)
        self._compare_counters(before, data, "commit")
        return step

    def _compare_counters(self, before, data, stage):
        expected, got = self.golden.counters(), self.core.counters()
        place = first_counter(expected, got)
        if place is None:
            return
        layer, row, column = place
        values = int(expected[layer][row, column]), int(got[layer][row, column])
        sample = None
        if data is not None:
            found = locate(before, self.core, data["bits"], data["labels"], data["settings"])
            if found:
                sample, layer, row, column, *values = found
                stage = "backward, winner or update"
        difference = Difference(
            what="counter",
            minibatch=before.minibatch,
            sample=sample,
            layer=layer + 1,
            row=row,
            column=column,
            expected=values[0],
            got=values[1],
            stage=stage,
        )
        data = data or {"counters": expected, "bits": None, "labels": None, "settings": None}
        raise Mismatch(difference, **data)
