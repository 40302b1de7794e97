"""What a checkpoint keeps, and what is none although its seal is right."""

import dataclasses
import json

import numpy as np
import pytest

from bep_hw.support.errors import ConfigError
from bep_hw.train import checkpoint, sealed
from bep_hw.train.state import RunState

CONFIG = {"layers": [3, 2, 1], "name": "x"}
STATE = RunState(
    counters=[np.array([[1, 2, 3], [4, 5, 6]], np.int32), np.array([[7, 8]], np.int32)],
    kept=[np.array([[-1, 2, -3], [4, -5, 6]], np.int32), np.array([[-7, 8]], np.int32)],
    schedule={"groups": [1, 1]},
    epoch=1,
    position=2,
    minibatch=3,
    wrong=4,
    triggered=5,
    error_rate=0.25,
    kept_epoch=1,
    history=[{"epoch": 1, "groups": "1 1"}],
    seconds=1.5,
    train_seconds=1.25,
    cycles=99,
)


@pytest.fixture
def path(tmp_path):
    checkpoint.save(tmp_path / "checkpoint.npz", CONFIG, STATE)
    return tmp_path / "checkpoint.npz"


def test_every_field_comes_back(path):
    config, state = checkpoint.load(path)
    assert config == CONFIG
    for item in dataclasses.fields(RunState):
        wrote, read = getattr(STATE, item.name), getattr(state, item.name)
        if item.name in checkpoint.ARRAYS:
            assert [array.dtype for array in read] == [np.int32] * 2
            assert [array.tolist() for array in read] == [array.tolist() for array in wrote]
        else:
            assert read == wrote, item.name


@pytest.mark.parametrize(
    "change",
    [
        {"json": None},
        {"kept_1": None},
        {"kept_0": None},
        {"json": {"config": CONFIG}},
        {"json": {"config": CONFIG, "state": {"schedule": {}, "colour": 1}}},
        {"json": {"config": CONFIG, "state": [1]}},
        {"json": "no JSON"},
    ],
)
def test_what_is_sealed_but_no_checkpoint(path, change):
    arrays = {**sealed.load(path, "checkpoint"), **change}
    if isinstance(change.get("json"), dict):
        text = json.dumps(change["json"])
        arrays["json"] = np.frombuffer(text.encode(), np.uint8)
    elif change.get("json"):
        arrays["json"] = np.frombuffer(change["json"].encode(), np.uint8)
    sealed.save(path, {name: array for name, array in arrays.items() if array is not None})
    with pytest.raises(ConfigError, match="is not a whole checkpoint"):
        checkpoint.load(path)


def test_there_is_none(tmp_path):
    with pytest.raises(ConfigError, match="no such checkpoint"):
        checkpoint.load(tmp_path / "checkpoint.npz")
