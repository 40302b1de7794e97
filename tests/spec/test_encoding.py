import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.spec.encoding import binarise, median_threshold, quantile_thresholds, thermometer
from bep_hw.support.errors import ConfigError
from tests.golden import plain


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [([0], 0), ([0, 0, 0, 9], 0), ([1, 2, 3], 2), ([1, 2], 1), ([0, 0, 200, 255], 100)],
)
def test_median_of_whole_numbers_is_rounded_down(pixels, expected):
    threshold = median_threshold(np.array(pixels, np.uint8))
    assert isinstance(threshold, int) and threshold == expected


def test_median_of_fractions():
    assert median_threshold(np.array([0.5, 0.25])) == 0.375


def test_a_pixel_equal_to_the_threshold_is_minus_one():
    bits = binarise(np.array([[[0, 1], [2, 0]], [[5, 0], [0, 0]]], np.uint8), 0)
    assert bits.dtype == np.uint8 and bits.tolist() == [[0, 1, 1, 0], [1, 0, 0, 0]]


@plain.SEEDS
def test_median_splits_the_data_in_half(seed):
    rng = np.random.default_rng(seed)
    images = rng.integers(256, size=(7, 5, 3)).astype(np.uint8)
    bits = binarise(images, median_threshold(images))
    ordered = sorted(images.ravel().tolist())
    middle = ordered[len(ordered) // 2]
    assert bits.tolist() == [
        [int(p > middle) for p in image] for image in images.reshape(7, -1).tolist()
    ]


def test_one_quantile_is_the_median():
    assert quantile_thresholds(np.array([[1.0], [5.0], [2.0]]), 1).tolist() == [[2.0]]


def test_all_equal():
    features = np.full((4, 2), 3.0)
    thresholds = quantile_thresholds(features, 3)
    assert thresholds.tolist() == [[3.0] * 3] * 2
    assert thermometer(features, thresholds).tolist() == [[1] * 6] * 4  # x >= threshold


@given(st.integers(1, 12), st.integers(1, 3), st.integers(1, 6), st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_quantiles_and_thermometer(samples, count, bits, seed):
    features = np.random.default_rng(seed).integers(-50, 50, size=(samples, count))
    thresholds = quantile_thresholds(features, bits)
    assert thresholds.shape == (count, bits)
    for f in range(count):
        column = sorted(features[:, f].tolist())
        for i in range(bits):
            place = (samples - 1) * (i + 1) / (bits + 1)
            below = column[math.floor(place)]
            above = column[min(math.floor(place) + 1, samples - 1)]
            expected = below + (place - math.floor(place)) * (above - below)
            assert thresholds[f, i] == pytest.approx(expected)
    code = thermometer(features, thresholds)
    assert code.dtype == np.uint8
    for row, encoded in zip(features.tolist(), code.tolist(), strict=True):
        assert encoded == [int(x >= t) for f, x in enumerate(row) for t in thresholds[f]]


def test_explicit_thresholds_of_digits():
    pixels = np.zeros((1, 64))
    pixels[0, :5] = [1, 2, 9, 14, 16]
    bits = thermometer(pixels, (2, 6, 10, 14))
    assert bits.shape == (1, 256)
    assert bits[0, :20].reshape(5, 4).tolist() == [
        [0, 0, 0, 0],
        [1, 0, 0, 0],
        [1, 1, 0, 0],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
    ]


GOOD = np.zeros((2, 3))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: median_threshold(np.zeros((0, 4))),
            r"images of shape \(0, 4\): must not be empty",
        ),
        (lambda: median_threshold([["a"]]), "images of type .*: must be numbers"),
        (lambda: median_threshold([[1], [1, 2]]), "images of uneven length: must form an array"),
        (
            lambda: binarise(np.array([[math.nan]]), 0),
            "images with NaN or infinity: must be finite",
        ),
        (lambda: quantile_thresholds([[math.inf]], 1), "features with NaN or infinity"),
        (lambda: quantile_thresholds(GOOD, 0), "thermometer bits 0: must be at least 1"),
        (
            lambda: quantile_thresholds(np.zeros(3), 1),
            r"shape \(3,\): must be \(samples, features\)",
        ),
        (lambda: thermometer(np.zeros(3), [1]), r"shape \(3,\): must be \(samples, features\)"),
        (lambda: thermometer(GOOD, np.zeros((2, 4))), r"must be \(bits,\) or \(3, bits\)"),
        (lambda: thermometer(GOOD, [2, 1]), "thresholds out of order: must be ascending"),
        (lambda: thermometer(GOOD, []), "thresholds of shape .*: must not be empty"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ConfigError, match=message):
        call()
