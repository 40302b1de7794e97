"""Margin against its golden twin."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.margin import Margin
from bep_hw.golden.margin import margins, triggers
from tests.helpers.bench import SEEDS, STALLS, Stalls, play

NOISE = -3
"""Logit of a row that does not exist."""


def run(logits, labels, *, rows, threshold, stall=0.0, seed=0):
    """(prediction, margin, triggered) of every sample, with the latency checked on the way."""
    classes = logits.shape[1]
    count_bits = max(int(np.abs(logits).max()), 3).bit_length()
    label_bits = classes.bit_length()
    dut = Margin(rows=rows, count_bits=count_bits, label_bits=label_bits)
    assert dut.latency == max(1, (rows - 1).bit_length()) + 1
    stalls = Stalls(stall, seed)
    cycles, ends = [], []
    for sample, label in zip(logits.tolist(), labels, strict=True):
        for start in range(0, classes, rows):
            piece = sample[start : start + rows]
            values = {
                "first": start == 0,
                "last": start + rows >= classes,
                "logits": piece + [NOISE] * (rows - len(piece)),
                "mask": (1 << len(piece)) - 1,
                "label": int(label),
                "threshold": threshold,
            }
            while stalls():
                cycles.append({**values, "valid": 0, "logits": [3] * rows, "first": 1, "last": 1})
            cycles.append({**values, "valid": 1})
        ends.append(len(cycles) - 1)
        # The label must stay until the sample is done.
        cycles += [{"valid": 0}] * dut.latency
    seen = play(dut, [*cycles, {"valid": 0}], ["done", "prediction", "margin", "triggered"])
    done = [now for now, state in enumerate(seen) if state["done"]]
    assert done == [end + dut.latency for end in ends]
    return [
        tuple(seen[now][name] for name in ("prediction", "margin", "triggered")) for now in done
    ]


def check(logits, labels, **parameters):
    prediction, margin = margins(logits, labels)
    expected = zip(
        prediction.tolist(),
        margin.tolist(),
        triggers(margin, parameters["threshold"]).astype(int).tolist(),
        strict=True,
    )
    assert run(logits, labels, **parameters) == list(expected)


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 8])
def test_ties(rows):
    """The lowest index wins, whether it is the sample's class or not; a tie has margin 0."""
    logits = np.array([[5, 5, 5, 5], [-7, 5, 5, -7], [-7, 5, 5, -7], [0, 0, 0, 0]], np.int32)
    check(logits, np.array([3, 1, 2, 0]), rows=rows, threshold=0)


@pytest.mark.parametrize("threshold", [-14, -1, 0, 1, 4, 14, 15])
def test_threshold(threshold):
    """Margins on either side of the threshold, and on it, up to the widest ones."""
    logits = np.array([[7, -7], [-7, 7], [3, 3], [3, 2], [2, 3], [7, 3], [-7, -7]], np.int32)
    check(logits, np.zeros(len(logits), int), rows=2, threshold=threshold)


@pytest.mark.parametrize("rows", [2, 4])
def test_class_that_does_not_exist(rows):
    """A sample without a label: only its prediction means anything."""
    logits = np.array([[-5, -2, -2], [1, 0, 1], [-7, -7, -7]], np.int32)
    prediction, _ = margins(logits, np.zeros(3, int))
    got = run(logits, [3] * 3, rows=rows, threshold=0)
    assert [p for p, _, _ in got] == prediction.tolist()


@SEEDS
@STALLS
def test_random_samples(seed, stall):
    rng = np.random.default_rng(seed)
    logits = rng.integers(-35, 36, (30, 10), np.int32)
    check(logits, rng.integers(0, 10, 30), rows=4, threshold=12, stall=stall, seed=seed)


@given(st.integers(2, 20), st.integers(1, 9), st.integers(1, 500), st.integers(0, 2**32 - 1))
@settings(max_examples=8, deadline=None)
def test_any_shape(classes, rows, widest, seed):
    rng = np.random.default_rng(seed)
    logits = rng.integers(-widest, widest + 1, (4, classes), np.int32)
    threshold = int(rng.integers(-widest, widest + 1))
    check(logits, rng.integers(0, classes, 4), rows=rows, threshold=threshold, stall=0.2, seed=seed)
