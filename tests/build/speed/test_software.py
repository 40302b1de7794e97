"""Measuring software: turns, and what is missing."""

from types import SimpleNamespace

import numpy as np
import pytest

from bep_hw.build.speed import software
from bep_hw.build.speed.row import MEASURED, MISSING
from bep_hw.support.errors import ConfigError

BITS, LABELS = np.zeros((50, 3), np.uint8), np.zeros(50, int)


@pytest.fixture
def log(monkeypatch):
    """Three rivals that only note what they are asked to do; the last one is not installed."""
    log = []

    def module(title, threads, missing=None):
        class Rival:
            def __init__(self, network, training, threads):
                self.name = f"{title}{threads}"

            def prepare(self, bits):
                return bits

            def restart(self):
                log.append((self.name, "restart"))

            def train(self, inputs, labels):
                log.append((self.name, len(inputs), len(labels)))

        def check():
            if missing:
                raise ConfigError(missing)

        return SimpleNamespace(TITLE=title, THREADS=threads, SAMPLES=40, check=check, Rival=Rival)

    modules = {
        "one": module("a", False),
        "native": module("b", True),
        "none": module("c", True, "c: not found; pip install c"),
    }
    monkeypatch.setattr(software, "ROUNDS", 2)
    monkeypatch.setattr(
        software, "rivals", SimpleNamespace(NAMES=tuple(modules), get=modules.__getitem__)
    )
    return log


def test_all_take_turns(log, monkeypatch):
    monkeypatch.setattr(software, "cores", lambda: 8)
    told = []
    rows = software.rows(None, None, BITS, LABELS, told.append)
    turn = [
        step
        for name in ("a1", "b1", "b8")
        for step in ((name, "restart"), *[(name, 40, 40)] * software.PASSES)
    ]
    assert log == turn * 2 and told[-1] == "round 2 of 2: b, 8 cores"
    assert [row.name for row in rows] == ["a, 1 core", "b, 1 core", "b, 8 cores", "c"]
    assert [row.kind for row in rows] == [MEASURED] * 3 + [MISSING]
    assert rows[-1].note == "c: not found; pip install c" and rows[-1].rate is None
    assert [row.note for row in rows[:-1]] == ["CPU time", "CPU time", "wall time"]
    assert all(row.trained > 0 and row.untrained > 0 for row in rows[:-1])
    assert software.one_core() == rows[1].name


def test_a_processor_with_one_core(log, monkeypatch):
    monkeypatch.setattr(software, "cores", lambda: 1)
    rows = software.rows(None, None, BITS, LABELS)
    assert [row.name for row in rows] == ["a, 1 core", "b, 1 core", "c"]


def test_the_fastest_round_counts(log, monkeypatch):
    monkeypatch.setattr(software, "cores", lambda: 1)
    rates = iter([*range(1, 9), *range(20, 12, -1)])  # two rounds of two rivals, four passes each
    monkeypatch.setattr(software, "_rate", lambda *_: next(rates))
    first, second, _ = software.rows(None, None, BITS, LABELS)
    assert (first.untrained, first.trained) == (20, 17)
    assert (second.untrained, second.trained) == (16, 13)
