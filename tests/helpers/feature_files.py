"""Small features files."""

import numpy as np


def feature_arrays(train=120, test=30, width=24, classes=3, seed=1):
    """The four arrays of a features file, of random features that show their class a little."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(classes, width))
    arrays = {}
    for part, count in (("train", train), ("test", test)):
        labels = random.permutation(np.arange(count) % classes)
        noise = random.normal(scale=0.5, size=(count, width))
        arrays[f"{part}_features"] = (centres[labels] + noise).astype(np.float32)
        arrays[f"{part}_labels"] = labels
    return arrays


def write_features(path, changes=None, **sizes):
    """Write a features file, some arrays replaced by `changes`, left out if None; its path."""
    arrays = {**feature_arrays(**sizes), **(changes or {})}
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **{name: array for name, array in arrays.items() if array is not None})
    return path
