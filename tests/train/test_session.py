"""A run's state that somebody has changed, and a finished run that goes on."""

import dataclasses
import json
import math

import pytest

from bep_hw.host.bus import BusError
from bep_hw.host.operations import CoreError
from bep_hw.support import processors
from bep_hw.support.errors import ConfigError
from bep_hw.train import backends, checkpoint, outputs, session
from bep_hw.train.run import fresh
from tests.helpers.tiny_prototypes import use_tiny_prototypes

SMALL = {"layers": "14,14", "batch_size": 7}


@pytest.fixture(autouse=True)
def tiny(monkeypatch):
    use_tiny_prototypes(monkeypatch)


def run(epochs, **changes):
    return fresh("rp-35", {**SMALL, "epochs": epochs, **changes})


@pytest.fixture
def folder(tmp_path):
    """A run of two epochs that is not finished, as far as its folder says."""
    session.train(run(2), tmp_path / "run")
    (tmp_path / "run" / outputs.SUMMARY).unlink()
    return tmp_path / "run"


CHANGES = {
    "position": (-1, 51, 0.5, "1"),
    "epoch": (-1, 3, math.nan, 1e30, True),
    "minibatch": (-1, 15, 1 << 40),
    "wrong": (-1, 1),
    "triggered": (-1, 1),
    "kept_epoch": (-1, 0, 3),
    "error_rate": (-0.1, 1.1, math.nan, "x"),
    "seconds": (-1, math.inf),
    "cycles": (-1, 0.5),
    "history": ([], None, [{}, {}], "ab"),
    "schedule": ({}, {"groups": [0, 0], "best_error": 0.5, "stalled": 0}, None),
}


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in CHANGES.items() for value in values],
    ids=lambda value: str(value)[:30],
)
def test_a_state_that_cannot_be_is_refused(folder, name, value):
    path = folder / checkpoint.FILE_NAME
    config, state = checkpoint.load(path)
    checkpoint.save(path, config, dataclasses.replace(state, **{name: value}))
    with pytest.raises(ConfigError, match=r"checkpoint\.npz") as error:
        session.resume(folder, None, {})
    assert "\n" not in str(error.value)


def test_counters_outside_their_range_are_refused(folder):
    path = folder / checkpoint.FILE_NAME
    config, state = checkpoint.load(path)
    state.counters[0][0, 0] = 1 << 20
    checkpoint.save(path, config, state)
    with pytest.raises(ConfigError, match="B = 16 holds"):
        session.resume(folder, None, {})


def test_a_finished_run_goes_on_to_more_epochs(tmp_path):
    whole = session.train(run(5), tmp_path / "whole")
    part = session.train(run(2), tmp_path / "part")
    assert part["weights_sha256"] != whole["weights_sha256"]
    assert session.resume(tmp_path / "part", None, {}) == part, "nothing is left to do"
    with pytest.raises(ConfigError, match=r"epochs 1: .* has trained 2 already"):
        session.resume(tmp_path / "part", None, {"epochs": 1})
    more = session.resume(tmp_path / "part", None, {"epochs": 5})
    for name in ("weights_sha256", "test_accuracy", "kept_epoch", "epochs", "samples_trained"):
        assert more[name] == whole[name], name
    assert json.loads((tmp_path / "part" / outputs.SUMMARY).read_text()) == more


def test_threads_change_no_bit_and_may_change_on_resuming(tmp_path, monkeypatch):
    made = []
    make = backends.get("native").make

    def noted(*args, threads, **values):
        made.append(threads)
        return make(*args, threads=threads, **values)

    monkeypatch.setattr(backends.get("native"), "make", noted)
    monkeypatch.setattr(processors, "cores", lambda: 3)
    whole = session.train(run(5, backend="native"), tmp_path / "whole")
    session.train(run(2, backend="native", threads=2), tmp_path / "part")
    part = session.resume(tmp_path / "part", None, {"epochs": 5, "threads": 1})
    assert made == [3, 2, 1] and part["weights_sha256"] == whole["weights_sha256"]


def test_threads_of_a_backend_that_has_one():
    assert run(2, threads=1).threads == 1
    with pytest.raises(ConfigError, match="threads 2: must be 1 with the backend golden"):
        run(2, threads=2)
    with pytest.raises(ConfigError, match="threads 0: must be from 1 to 256"):
        run(2, backend="native", threads=0)


@pytest.mark.parametrize("failure", [BusError("unplugged"), CoreError("a label was no class")])
def test_a_backend_that_fails_can_be_gone_on_from(tmp_path, monkeypatch, failure):
    """One line that says how; the run ends with the bits of one that never failed."""
    make = backends.get("golden").make

    def failing(*args, **values):
        backend = make(*args, **values)
        train, calls = backend.train, []

        def limited(*args, **values):
            calls.append(True)
            if len(calls) > 2:
                raise failure
            return train(*args, **values)

        backend.train = limited
        return backend

    whole, folder = session.train(run(4), tmp_path / "whole"), tmp_path / "part"
    with monkeypatch.context() as patched:
        patched.setattr(backends.get("golden"), "make", failing)
        with pytest.raises(ConfigError) as error:
            session.train(run(4), folder)
    assert str(error.value) == f"{failure}; go on with: bep-hw train --resume {folder}"
    assert session.resume(folder, None, {})["weights_sha256"] == whole["weights_sha256"]
