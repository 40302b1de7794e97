"""Checkpoints: all that a run needs to go on, bit for bit, from between two minibatches."""

import dataclasses
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bep_hw.support.errors import ConfigError
from bep_hw.support.files import replace_file

FILE_NAME = "checkpoint.npz"


@dataclass
class State:
    """Where a run stands.

    counters: hidden counters c now, one int32 (K_l, K_{l-1}) per layer
    kept: those after the best validation epoch so far
    schedule: state of the group schedule, `GroupSchedule.state`
    epoch: epochs finished
    position: samples trained in the current epoch
    minibatch: minibatches since the run began
    wrong, triggered: samples of the current epoch that were misclassified, and that trained
    error_rate: E, of the epoch before
    kept_epoch: the best epoch so far, counted from 1; 0 before the first
    history: a dictionary per finished epoch
    seconds: training and validation so far; train_seconds: training alone
    cycles: simulated clock cycles of training (0 on the golden backend)
    """

    counters: list
    kept: list
    schedule: dict
    epoch: int = 0
    position: int = 0
    minibatch: int = 0
    wrong: int = 0
    triggered: int = 0
    error_rate: float = 1.0
    kept_epoch: int = 0
    history: list = field(default_factory=list)
    seconds: float = 0.0
    train_seconds: float = 0.0
    cycles: int = 0


def save(path, config, state):
    """Write the checkpoint `path` of a run described by `config`, a dictionary of plain values."""
    values = {
        item.name: getattr(state, item.name)
        for item in dataclasses.fields(state)
        if item.name not in ("counters", "kept")
    }
    text = json.dumps({"config": config, "state": values})
    arrays = {"json": np.frombuffer(text.encode(), np.uint8)}
    for name in ("counters", "kept"):
        for layer, array in enumerate(getattr(state, name)):
            arrays[f"{name}_{layer}"] = array
    replace_file(Path(path), lambda stream: np.savez(stream, **arrays))


def load(path):
    """(config, State) of the checkpoint `path`; ConfigError if it is missing or damaged."""
    try:
        with open(path, "rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            content = json.loads(arrays["json"].tobytes())
            values = content["state"]
            layers = sum(name.startswith("counters_") for name in arrays.files)
            for name in ("counters", "kept"):
                values[name] = [arrays[f"{name}_{layer}"] for layer in range(layers)]
        return content["config"], State(**values)
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such checkpoint") from None
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise ConfigError(f"{path}: is not a whole checkpoint: {error}") from None
