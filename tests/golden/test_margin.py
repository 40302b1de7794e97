import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.margin import margins, triggers


@pytest.mark.parametrize(
    ("logits", "label", "prediction", "margin"),
    [
        ([5, 3], 0, 0, 2),
        ([5, 3], 1, 0, -2),
        ([4, 4], 0, 0, 0),  # the lowest index wins a tie, and the margin is 0 either way
        ([4, 4], 1, 0, 0),
        ([0, 0, 0, 0], 2, 0, 0),
        ([-7, -3, -3], 2, 1, 0),
        ([-525, 525, 525], 0, 1, -1050),
        ([1, 9, 9, 2], 3, 1, -7),
    ],
)
def test_corners(logits, label, prediction, margin):
    result = margins(np.array([logits], np.int32), np.array([label]))
    assert [r.tolist() for r in result] == [[prediction], [margin]]
    assert result[1].dtype == np.int32


def test_logits_are_not_changed():
    logits = np.array([[3, 1]], np.int32)
    margins(logits, np.array([0]))
    assert logits.tolist() == [[3, 1]]


@pytest.mark.parametrize("label_type", [np.uint8, np.int32, np.int64])
def test_label_types(label_type):
    _, margin = margins(np.array([[3, 1], [3, 1]], np.int32), np.array([0, 1], label_type))
    assert margin.tolist() == [2, -2]


def test_a_margin_equal_to_the_threshold_does_not_train():
    assert triggers(np.array([16, 17, 18, 19, -30]), 18).tolist() == [
        True,
        True,
        False,
        False,
        True,
    ]
    assert triggers(np.array([-1, 0]), 0).tolist() == [True, False]


@given(st.integers(1, 6), st.integers(2, 8), st.integers(0, 40), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_loop(samples, classes, spread, seed):
    rng = np.random.default_rng(seed)
    logits = rng.integers(-spread, spread + 1, size=(samples, classes)).astype(np.int32)
    labels = rng.integers(classes, size=samples)
    prediction, margin = margins(logits, labels)
    for mu, row in enumerate(logits.tolist()):
        best = 0
        for c in range(classes):
            if row[c] > row[best]:
                best = c
        rival = max(y for c, y in enumerate(row) if c != labels[mu])
        assert prediction[mu] == best
        assert margin[mu] == row[labels[mu]] - rival
