"""What the golden model says about the samples that a core took."""

import numpy as np

from bep_hw.golden.passes import passes
from bep_hw.spec.registers import RESULT
from sim.fuzz.shadow import CUT, must


class Truth:
    """The golden model `golden` in place of a core that reads its inputs from words of a bus.

    settings, batch_size: as it is trained; columns: inputs in a word of a sample
    """

    def __init__(self, golden, settings, batch_size, columns):
        self.golden, self.settings = golden, settings
        self.batch_size, self.columns = batch_size, columns
        self.classes = golden.network.classes

    def follow(self, taken, results):
        """Train on what was taken; Finding if the core's results, as words, are others.

        Samples whose label is no class count in their minibatch, and are not learnt. What is only
        predicted sees the weights of the minibatch that is under way.
        """
        wanted, minibatch = [], []
        for entry in (*taken, CUT):
            if entry is not CUT:
                wanted.append(self._result(entry))
                minibatch += [entry] if entry.learns else []
            if minibatch and (entry is CUT or len(minibatch) == self.batch_size):
                self._step([sample for sample in minibatch if sample.label < self.classes])
                minibatch = []
        must(len(results) == len(wanted), f"{len(results)} results of {len(wanted)} samples")
        for number, (word, expected) in enumerate(zip(results, wanted, strict=True)):
            found = tuple(int(part.of(word)) for part in RESULT)[: len(expected)]
            must(found == expected, f"result {number} is {found}, of golden it is {expected}")

    def _step(self, samples):
        self.golden.minibatch_step(*self._arrays(samples), self.settings)

    def _result(self, sample):
        """(prediction, margin) of a sample; (prediction,) if its label is no class."""
        if sample.label >= self.classes:
            return (int(self.golden.infer(self._arrays([sample])[0])[0]),)
        step = passes(self.golden.state, *self._arrays([sample]), self.settings).step
        return int(step.predictions[0]), int(step.margins[0])

    def _arrays(self, samples):
        """(bits (n, K_0), labels (n,)) of samples."""
        width = self.golden.network.layers[0]
        words = np.array([sample.words for sample in samples], np.int64)
        bits = words.reshape(len(samples), width // self.columns, 1) >> np.arange(self.columns) & 1
        labels = np.array([sample.label for sample in samples], np.int64)
        return bits.reshape(len(samples), width).astype(np.uint8), labels
