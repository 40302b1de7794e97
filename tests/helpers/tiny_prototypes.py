"""Random Prototypes of a few samples, in the place of the real data set."""

import numpy as np

from bep_hw.data import datasets
from bep_hw.data.dataset import Dataset, Split, bits_source


def use_tiny_prototypes(monkeypatch):
    """Let the data set random-prototypes have 50 training samples; its Dataset."""
    random = np.random.default_rng(1)

    def split(count):
        bits = random.integers(0, 2, (count, 1000)).astype(np.uint8)
        return Split(bits, random.integers(0, 10, count))

    data = Dataset(name="tiny", classes=10, train=split(50), validation=split(20), test=split(20))
    source = bits_source(
        "random-prototypes",
        width=1000,
        classes=10,
        load=lambda folder, seed: data,
        where=lambda folder: "",
    )
    monkeypatch.setitem(datasets.SOURCES, "random-prototypes", source)
    return data
