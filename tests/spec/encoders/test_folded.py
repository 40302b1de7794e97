"""Folded thermometers of features."""

import json
import math

import numpy as np
import pytest

from bep_hw.spec.encoders import fit
from bep_hw.spec.encoders.folded import FoldedEncoder, is_folded
from bep_hw.spec.encoders.thermometer import FEATURE_BLOCK, FeatureEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError

COLUMN = np.arange(-20.0, 21.0)
FAR_OUT = (abs(COLUMN) > 10).astype(int)
ABOVE = (COLUMN > 3).astype(int)


def made(seed, samples=400):
    """(features (N, 4), labels): the classes of two features lie on both sides of the middle."""
    rng = np.random.default_rng(seed)
    features = rng.normal(size=(samples, 4))
    return features, (features[:, 0] ** 2 + features[:, 2] ** 2 > 1.4).astype(int)


@pytest.mark.parametrize(
    "column, labels, expected",
    [
        (COLUMN, FAR_OUT, True),
        (COLUMN, 1 - FAR_OUT, True),
        (COLUMN, FAR_OUT * 4, True),  # classes without a sample count as well
        (COLUMN, ABOVE, False),  # one threshold tells them apart
        (COLUMN, np.arange(41) % 2, False),  # nothing does
        (COLUMN[::4], FAR_OUT[::4], False),  # too few samples to know
        (np.maximum(COLUMN, 0), (COLUMN > 10).astype(int), False),  # the lower quartile is the end
        (np.repeat([0, 1], 20), np.repeat([0, 1], 20), False),
        (np.zeros(41), ABOVE, False),
    ],
)
def test_a_feature_is_folded_if_its_middle_tells_most(column, labels, expected):
    assert is_folded(column, labels) == expected


@pytest.mark.parametrize("samples", [12, 13])
def test_chi_squared_must_be_above_six_for_each_class(samples):
    """It is the number of samples if the middle is one class and all else the other."""
    column = np.arange(samples)
    assert is_folded(column, ((column < 3) | (column > 9)).astype(int)) == (samples > 12)


@pytest.mark.parametrize("seed", [1, 2])
def test_only_features_that_classes_fold_are_folded(seed):
    features, labels = made(seed)
    encoder = FoldedEncoder.fit(features, labels, 9)
    assert encoder.folded == 2 and np.unique(encoder.columns).tolist() == [0, 2]
    for feature in range(4):
        bits = 5 if feature in (0, 2) else 9
        wanted = FeatureEncoder.fit(features, bits)
        own = encoder.thermometer.thresholds[encoder.thermometer.columns == feature]
        assert np.array_equal(own, wanted.thresholds[wanted.columns == feature])
    assert encoder.width == 2 * 9 + 2 * (5 + 4) and encoder.features == 4
    code = encoder.encode(features)
    assert code.dtype == np.uint8 and code.shape == (400, encoder.width)
    assert np.array_equal(
        code[:, : encoder.thermometer.width], encoder.thermometer.encode(features)
    )
    column, low, high = encoder.columns, encoder.lows, encoder.highs
    inside = (features[:, column] > low) & (features[:, column] <= high)
    assert np.array_equal(code[:, encoder.thermometer.width :], inside)


def test_intervals_divide_distances_from_the_median_evenly():
    """41 samples from -20 to 20: the median is 0, and 99 % are up to 19 away (int(0.99 * 40))."""
    encoder = FoldedEncoder.fit(COLUMN[:, None], FAR_OUT, 7)
    far = np.sort(abs(COLUMN))[39]
    assert encoder.highs.tolist() == [far * 0.25, far * 0.5, far * 0.75]
    assert encoder.lows.tolist() == [-high for high in encoder.highs]


def test_intervals_with_the_same_samples_become_one():
    column = np.repeat([-2, -1, 0, 1, 2], 20)
    labels = (abs(column) == 2).astype(int)
    encoder = FoldedEncoder.fit(column[:, None], labels, 40)
    code = encoder.encode(column[:, None])
    assert len(encoder.columns) and len(np.unique(code, axis=1).T) == encoder.width
    assert not (code == code[0]).all(axis=0).any()  # no bit is constant


def test_without_folded_features_it_is_a_thermometer():
    features = np.random.default_rng(3).normal(size=(60, 3))
    labels = (features[:, 1] > 0).astype(int)
    encoder = fit(Encoding(name="folded", thermometer=8), features, labels=labels)
    plain = FeatureEncoder.fit(features, 8)
    assert encoder.folded == 0 and encoder.thermometer == plain
    assert np.array_equal(encoder.encode(features), plain.encode(features))


def test_one_bit_is_the_median():
    features, labels = made(1)
    assert FoldedEncoder.fit(features, labels, 1).thermometer == FeatureEncoder.fit(features)
    assert FoldedEncoder.fit(features, labels, 1).folded == 0


def test_extreme_floats_do_not_overflow():
    column = np.array([-1.7e308, *COLUMN.tolist(), 1.7e308] * 3)
    encoder = FoldedEncoder.fit(column[:, None], (abs(column) > 10).astype(int), 10)
    assert encoder.folded == 1 and np.isfinite(encoder.lows).all()
    huge = np.repeat(COLUMN * 8e306, 3)
    encoder = FoldedEncoder.fit(huge[:, None], np.repeat(FAR_OUT, 3), 10)
    assert encoder.folded == 1 and np.isfinite(encoder.highs).all()


def test_many_bits_are_put_together():
    features, labels = made(4, 3000)
    encoder = FoldedEncoder.fit(features, labels, 600)
    assert len(encoder.columns) > 2 * FEATURE_BLOCK
    inside = (features[:, encoder.columns] > encoder.lows) & (
        features[:, encoder.columns] <= encoder.highs
    )
    assert np.array_equal(encoder.encode(features)[:, encoder.thermometer.width :], inside)


def test_constant_features_have_no_bit():
    features, labels = made(2)
    features[:, 1] = 7
    assert FoldedEncoder.fit(features, labels, 8).constant == (2,)


SOME = FoldedEncoder.fit(*made(5), 6)


def test_an_encoder_equals_what_is_read_back_and_nothing_else():
    assert FoldedEncoder.from_dict(json.loads(json.dumps(SOME.to_dict()))) == SOME
    assert FoldedEncoder.fit(*made(6), 6) != SOME and SOME.to_dict() != SOME


@pytest.mark.parametrize(
    "change",
    [
        {"columns": [0]},
        {"columns": [2, 2, 2, 0, 0, 0]},
        {"columns": [0, 0, 0, 2, 2, 4]},
        {"columns": [-1, 0, 0, 2, 2, 2]},
        {"columns": None},
        {"lows": SOME.highs.tolist()},
        {"lows": [-math.inf] * 6},
        {"highs": [math.inf] * 6},
        {"highs": "text"},
        {"thermometer": {}},
    ],
)
def test_damaged(change):
    assert len(SOME.columns) == 6
    with pytest.raises(ConfigError, match=r"encoder of .*features: is damaged"):
        FoldedEncoder.from_dict({**SOME.to_dict(), **change})


def test_bad_samples():
    features, labels = made(1)
    coding = Encoding(name="folded")
    with pytest.raises(ConfigError, match="encoding folded: needs one class for each sample"):
        fit(coding, features)
    with pytest.raises(ConfigError, match="encoding folded: is for features, not for pixels"):
        fit(coding, features, (2, 2), labels)
    with pytest.raises(ConfigError, match="features: 3 of them: must be the 4 of the training"):
        SOME.encode(features[:, :3])
    with pytest.raises(ConfigError, match="features: all are constant"):
        FoldedEncoder.fit(np.zeros((9, 2)), np.arange(9) % 2, 4)
