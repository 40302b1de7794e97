"""Checkpoints: the state of a run between two minibatches, to continue it bit for bit."""

import dataclasses
import json
from pathlib import Path

import numpy as np

from bep_hw.support.errors import ConfigError, require
from bep_hw.train import sealed
from bep_hw.train.state import RunState

FILE_NAME = "checkpoint.npz"
ARRAYS = ("counters", "kept")
"""Fields of the state that are lists of arrays, one per layer."""


def save(path, config, state):
    """Write the checkpoint `path` of a run described by `config`, a dictionary of plain values."""
    values = {
        item.name: getattr(state, item.name)
        for item in dataclasses.fields(state)
        if item.name not in ARRAYS
    }
    text = json.dumps({"config": config, "state": values})
    arrays = {"json": np.frombuffer(text.encode(), np.uint8)}
    for name in ARRAYS:
        for layer, array in enumerate(getattr(state, name)):
            arrays[f"{name}_{layer}"] = array
    sealed.save(path, arrays)


def load(path):
    """(config, RunState) of the checkpoint `path`; ConfigError if it is missing or damaged.

    `RunState.check` checks whether the state belongs to the run.
    """
    require(Path(path).exists(), f"{path}: no such checkpoint")
    arrays = sealed.load(path, "checkpoint")
    try:
        content = json.loads(arrays["json"].tobytes())
        values, config = content["state"], content["config"]
        layers = sum(name.startswith("counters_") for name in arrays)
        for name in ARRAYS:
            values[name] = [arrays[f"{name}_{layer}"] for layer in range(layers)]
        return config, RunState(**values)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: is not a whole checkpoint: {error}") from None
