"""Random Prototypes: a sample is the random prototype of its class with bits flipped at random.

Prototypes and samples are drawn from the seed sequence [seed, 3]: every run has its own task.
"""

import numpy as np

from bep_hw.data.dataset import Dataset, Split, bits_source

WIDTH = 1000
CLASSES = 10
FLIP_PROBABILITY = 0.46
SAMPLES = {"train": 20_000, "test": 3_000, "validation": 3_000}
"""The paper trains on 20,000 and tests on 3,000; more are drawn to validate on."""


def _load(folder, seed):
    random = np.random.default_rng([seed, 3])
    prototypes = random.integers(0, 2, (CLASSES, WIDTH), np.uint8)

    def draw(count):
        labels = random.integers(0, CLASSES, count)
        flips = random.random((count, WIDTH), np.float32) < FLIP_PROBABILITY
        return prototypes[labels] ^ flips, labels

    splits = {name: Split(*draw(count)) for name, count in SAMPLES.items()}
    return Dataset(name="random-prototypes", classes=CLASSES, **splits)


SOURCES = [
    bits_source(
        "random-prototypes",
        width=WIDTH,
        classes=CLASSES,
        load=_load,
        where=lambda folder: "generated",
    )
]
