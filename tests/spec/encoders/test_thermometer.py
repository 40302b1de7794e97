"""Thermometers of features and of pixels."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.spec.encoders import fit
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError

GOOD = np.zeros((2, 3))


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
        ([0, 0, 1, 2, 2, 2], 1, [1.5]),  # the smallest value is just too rare for a threshold
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


@pytest.mark.parametrize("below", [1.0, np.nextafter(1.0, 2.0)], ids=["even", "odd"])
def test_neighbouring_floats_are_told_apart(below):
    """Halfway between two floats lies none; it is rounded to the one below, or above."""
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
        *(
            (
                lambda change=change: FeatureEncoder.from_dict({**SOME.to_dict(), **change}),
                "do not belong together",
            )
            for change in (
                {"columns": [], "thresholds": []},
                {"columns": [1, 0]},
                {"columns": [-1, 0]},
            )
        ),
        (
            lambda: FeatureEncoder.shared(np.full((2, 3), 7)),
            "pixels: are all equal: nothing can be learnt",
        ),
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


def test_the_most_bits():
    assert FeatureEncoder.fit(np.arange(1100.0)[:, None], 1000).width == 1000


def test_an_encoder_equals_what_is_read_back_and_nothing_else():
    assert FeatureEncoder.from_dict(json.loads(json.dumps(SOME.to_dict()))) == SOME
    assert FeatureEncoder.fit(np.array([[0.0, 1.0], [2.0, 7.0]])) != SOME
    assert SOME.to_dict() != SOME


def test_constant_features_are_counted_from_one():
    encoder, _ = fitted([[3, 3], [1, 2], [0, 5], [4, 4]])
    assert encoder.constant == (1, 4)


# Thresholds that all pixels share


@pytest.mark.parametrize(
    "pixels, bits, expected",
    [
        ([[0, 0, 0, 9]], 1, [4.5]),  # the median is the smallest value: above it
        ([[1, 2, 3, 4]], 1, [2.5]),
        ([[0, 0], [0, 0], [10, 20], [30, 40]], 2, [5, 25]),
    ],
)
def test_pixels_share_their_thresholds(pixels, bits, expected):
    encoder = fit(Encoding(thermometer=bits), np.array(pixels), (1, len(pixels[0])))
    count = len(pixels[0])
    assert encoder.thresholds.tolist() == expected * count
    assert encoder.columns.tolist() == [f for f in range(count) for _ in expected]


def test_pixels_share_one_threshold_if_no_more_are_asked_for():
    assert FeatureEncoder.shared(np.arange(8).reshape(2, 4)).thresholds.tolist() == [3.5] * 4


def test_bits_are_taken_as_they_are():
    features = np.array([[0, 1, 1], [0, 0, 1]])
    assert np.array_equal(fit(Encoding(name="bits"), features).encode(features), features)
    with pytest.raises(ConfigError, match="features from 0 to 2: the encoding bits takes 0 and 1"):
        fit(Encoding(name="bits"), features * 2)


def test_median_is_one_threshold():
    features = np.arange(12.0).reshape(6, 2)
    assert fit(Encoding(name="median"), features) == FeatureEncoder.fit(features, 1)
