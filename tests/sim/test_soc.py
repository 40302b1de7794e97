"""Firmware on a processor trains a core behind either bus, bit for bit as the golden model."""

import dataclasses
import re

import numpy as np
import pytest

from bep_hw.data.dataset import Split
from bep_hw.spec import presets
from bep_hw.train import run as runs
from bep_hw.train import session
from bep_hw.train.outputs import weights_sha256
from sim.soc import reference, system
from sim.soc.task import Task

LAYERS, FEWER = "18,12", "6,6"
OPTIONS = {"tile": "6x12", "lanes": 6, "epochs": 3, "patience": 1, "group": 3}
SAMPLES, BATCH = 80, 32


def small_task(layers=LAYERS, **options):
    """Three epochs of two minibatches and a smaller one; the groups move after each that is bad."""
    run = runs.fresh(presets.get("digits"), {**OPTIONS, "layers": layers, "batch_size": BATCH})
    data = session.load_data(run)
    few = {
        name: Split(split.bits[:SAMPLES], split.labels[:SAMPLES])
        for name in ("train", "validation", "test")
        for split in [getattr(data, name)]
    }
    return Task(run, dataclasses.replace(data, **few), **options)


@pytest.mark.parametrize(
    "bus, options, kind",
    [
        ("wishbone", {}, "plain"),
        ("wishbone", {"interrupts": False}, "plain"),
        ("axi", {}, "plain"),
        ("axi", {"dma": True}, "plain"),
        ("wishbone", {}, "litex"),
        ("axi", {}, "litex"),
        ("wishbone", {"layers": FEWER}, "serial"),  # its processor hashes the counters, slowly
    ],
    ids=["wishbone", "polls", "axi", "dma", "litex-wishbone", "litex-axi", "serial"],
)
def test_firmware_trains(bus, options, kind):
    task = small_task(**options)
    found, expected = system.train(task, bus, kind=kind), reference.train(task)
    if found.counters is not None:
        for got, counters in zip(found.counters, expected.state.counters, strict=True):
            np.testing.assert_array_equal(got, counters)
    assert found.weights_sha256 == weights_sha256(expected.state.counters)
    assert f"test accuracy {expected.right} of {SAMPLES}\n" in found.console
    assert "minibatches 9\n" in found.console
    epochs = re.findall(
        r"train ([\d.]+) %  triggered ([\d.]+) %  validation ([\d.]+) %  group (\d+)", found.console
    )
    shown = [(float(a), float(b), float(c), int(d)) for a, b, c, d in epochs]
    assert shown == [
        (
            *(
                pytest.approx(row[name], abs=0.051)
                for name in ("train_accuracy", "triggered", "validation_accuracy")
            ),
            int(row["groups"].split()[0]),
        )
        for row in expected.state.history
    ]
    assert found.training_cycles >= expected.state.cycles
