"""A calibration curve, beside averages written as a loop."""

import numpy as np
import pytest

from bep_hw.spec.calibration import Calibration


@pytest.mark.parametrize(
    ("count", "parts"), [(1, 1), (3, 3), (5, 4), (249, 4), (250, 5), (499, 9), (1001, 16)]
)
def test_points_are_means_of_equal_parts(count, parts):
    rng = np.random.default_rng(count)
    scores, numbers = rng.permutation(count) * 3, rng.normal(size=count)
    curve = Calibration.fit(scores, numbers)
    pairs = sorted(zip(scores.tolist(), numbers.tolist(), strict=True))
    start = 0
    assert len(curve.scores) == parts
    for part in range(parts):
        size = count // parts + (part < count % parts)
        own, start = pairs[start : start + size], start + size
        assert curve.scores[part] == pytest.approx(sum(score for score, _ in own) / size)
        assert curve.numbers[part] == pytest.approx(sum(number for _, number in own) / size)


def test_lines_between_points_and_constant_beyond():
    curve = Calibration(scores=np.array([0.0, 4.0]), numbers=np.array([10.0, 30.0]))
    assert curve(np.array([-9, 0, 1, 4, 99])).tolist() == [10, 10, 15, 30, 30]


def test_equal_scores_are_one_point():
    curve = Calibration.fit(np.full(32, 7), np.arange(32.0))
    assert curve.scores.tolist() == [7] and curve.numbers.tolist() == [15.5]
    assert curve(np.array([0, 7])).tolist() == [15.5, 15.5]


def test_there_and_back():
    curve = Calibration.fit(np.arange(50), np.sqrt(np.arange(50)))
    again = Calibration.from_dict(curve.to_dict())
    assert np.array_equal(again.scores, curve.scores)
    assert np.array_equal(again.numbers, curve.numbers)
