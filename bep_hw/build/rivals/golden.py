"""The golden model, in numpy, and what it has in common with the native model."""

from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import fixed_classifier
from bep_hw.golden.initial import initial_counters

TITLE, THREADS, SAMPLES = "golden model (numpy)", False, 20_000
SEED = 1


def check():
    """Nothing can be missing."""


class Rival:
    """BEP in numpy."""

    def __init__(self, network, training, threads):
        self.network, self.training = network, training
        self.backend = self.make(
            *(network, fixed_classifier(network, SEED), threads),
            hidden_bits=training.hidden_bits,
            seed=SEED,
        )

    def make(self, network, classifier, threads, **values):
        return GoldenBackend(network, classifier, **values)

    def prepare(self, bits):
        return bits

    def restart(self):
        counters = initial_counters(self.network, self.training.hidden_bits, SEED)
        self.backend.load(counters, 0)
        self.error_rate = 1.0

    def settings(self):
        """The `Settings` of the next pass."""
        groups = (self.training.group,) * self.network.depth
        return self.training.settings(self.network, groups, self.error_rate)

    def train(self, inputs, labels):
        batch = self.training.batch_size
        outcome = self.backend.train(inputs, labels, self.settings(), batch)
        self.error_rate = float((outcome.predictions != labels).mean())
