import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.spec.encoding import (
    FeatureEncoder,
    binarise,
    median_threshold,
    quantile_thresholds,
    thermometer,
)
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


# FeatureEncoder


def fitted(columns, bits=1):
    """(encoder, its thresholds by feature) of features given column by column."""
    encoder = FeatureEncoder.fit(np.array(columns).T, bits)
    return encoder, [encoder.thresholds[encoder.columns == f].tolist() for f in range(len(columns))]


@pytest.mark.parametrize(
    ("column", "bits", "expected"),
    [
        ([1.0, 5.0, 2.0], 1, [1.5]),  # from the median upwards
        ([1.0, 2.0, 3.0, 4.0], 1, [2.5]),
        ([0, 0, 0, 9, 8], 1, [4.0]),  # the median is the smallest value: above it
        ([0, 9, 9, 9, 9], 1, [4.5]),  # the median is the largest value
        ([0, 1, 1, 0, 0], 9, [0.5]),  # two values need one bit
        ([7, 7, 7], 4, []),  # a constant has none
        ([1, 2, 3, 4, 5, 6, 7, 8], 3, [2.5, 4.5, 6.5]),
        ([0, 0, 0, 0, 10, 20, 30, 40], 2, [5.0, 25.0]),  # the larger values are divided evenly
        ([1, 2, 3], 9, [1.5, 2.5]),  # no more than distinct values less one
    ],
)
def test_thresholds_of_a_feature(column, bits, expected):
    assert fitted([column, range(len(column))], bits)[1][0] == expected


def test_a_feature_of_two_values_is_one_for_the_larger():
    encoder, _ = fitted([[0, 0, 0, 1], [3, 5, 5, 5]])
    assert encoder.encode(np.array([[0, 5], [1, 3]])).tolist() == [[0, 1], [1, 0]]


def test_truth_values_are_features():
    features = np.array([[True, False], [True, True], [True, False]])
    assert FeatureEncoder.fit(features).encode(features).tolist() == [[0], [1], [0]]


def test_neighbouring_floats_are_told_apart():
    below = 1.0
    above = np.nextafter(below, 2.0)
    encoder, _ = fitted([[below, above, above]])
    assert encoder.encode(np.array([[below], [above]])).tolist() == [[0], [1]]


def test_extreme_floats_do_not_overflow():
    column = [-1.7e308, -1.6e308, 1.6e308, 1.7e308]
    assert fitted([column])[1] == [[0.0]]


@given(st.integers(1, 40), st.integers(1, 4), st.integers(1, 6), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_encoder_of_random_features(samples, count, bits, seed):
    rng = np.random.default_rng(seed)
    features = rng.integers(0, rng.integers(2, 9), size=(samples, count)).astype(np.float32)
    features[:, 0] = 1  # a constant
    if (features == features[0]).all():
        with pytest.raises(ConfigError, match="features: all are constant"):
            FeatureEncoder.fit(features, bits)
        return
    encoder = FeatureEncoder.fit(features, bits)
    code = encoder.encode(features)
    assert code.dtype == np.uint8 and code.shape == (samples, encoder.width)
    assert not (code == code[0]).all(axis=0).any()  # no bit is constant
    for f in range(count):
        mine = code[:, encoder.columns == f]
        distinct = len(np.unique(features[:, f]))
        assert min(distinct - 1, 1) <= mine.shape[1] <= min(distinct - 1, bits)
        order = np.argsort(features[:, f], kind="stable")
        assert (np.diff(mine[order].astype(int), axis=0) >= 0).all()  # bits follow the value
        assert (np.diff(mine.astype(int), axis=1) <= 0).all()  # lowest threshold first
        if bits == 1 and distinct > 2:
            middle = np.median(features[:, f])
            at = (features[:, f] >= middle).tolist()
            above = (features[:, f] > middle).tolist()
            assert mine[:, 0].tolist() in (at, above)
    again = FeatureEncoder.from_dict(json.loads(json.dumps(encoder.to_dict())))
    assert again == encoder and np.array_equal(again.encode(features), code)


def test_blocks_of_bits_are_put_together():
    rng = np.random.default_rng(5)
    features = rng.normal(size=(9, 700)).astype(np.float32)
    encoder = FeatureEncoder.fit(features)
    expected = features > np.float64(encoder.thresholds)
    assert encoder.width == 700 and np.array_equal(encoder.encode(features), expected)


SOME = FeatureEncoder.fit(np.array([[0.0, 1.0], [2.0, 5.0]]))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: FeatureEncoder.fit(GOOD), "features: all are constant: nothing can be learnt"),
        (lambda: FeatureEncoder.fit(GOOD, 0), "thermometer bits 0: must be from 1 to 1000"),
        (lambda: FeatureEncoder.fit(GOOD, 1001), "thermometer bits 1001: must be from 1 to 1000"),
        (lambda: FeatureEncoder.fit(np.array([[math.nan]])), "features with NaN or infinity"),
        (lambda: FeatureEncoder.fit(np.zeros(3)), r"shape \(3,\): must be \(samples, features\)"),
        (lambda: SOME.encode(GOOD), "features: 3 of them: must be the 2 of the training data"),
        (lambda: FeatureEncoder.from_dict({}), "encoder of features: is damaged"),
        (
            lambda: FeatureEncoder.from_dict({**SOME.to_dict(), "columns": [0, 2]}),
            "do not belong together",
        ),
        (
            lambda: FeatureEncoder.from_dict({**SOME.to_dict(), "thresholds": [1.0]}),
            "do not belong together",
        ),
        (
            lambda: FeatureEncoder.from_dict({**SOME.to_dict(), "thresholds": [math.nan, 1]}),
            "do not belong together",
        ),
    ],
)
def test_bad_features(call, message):
    with pytest.raises(ConfigError, match=message):
        call()
