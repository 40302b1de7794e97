"""Checks of the numbers that an encoder is given."""

import numpy as np
import pytest

from bep_hw.spec.encoders.values import matrix, of_training
from bep_hw.support.errors import ConfigError


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("place", [0, 3, 5])
def test_one_number_that_is_not_finite_is_enough(place, value):
    features = np.arange(6.0)
    features[place] = value
    with pytest.raises(ConfigError, match="features with NaN or infinity: must be finite"):
        matrix(features.reshape(2, 3))


@pytest.mark.parametrize("kind", [np.uint8, np.int64, np.float16, np.float64])
def test_numbers_are_left_as_they_are(kind):
    features = np.array([[1, 0], [3, 2]], kind)
    found = matrix(features)
    assert found.dtype == kind and np.array_equal(found, features)
    assert np.array_equal(of_training(features[:1], 2), features[:1])


def test_truth_values_are_0_and_1():
    found = matrix(np.array([[True, False]]))
    assert found.dtype == np.uint8 and found.tolist() == [[1, 0]]


@pytest.mark.parametrize(
    ("features", "message"),
    [
        ([[1, 2], [3]], "features of uneven length: must form an array"),
        ([["a"]], "features of type .*: must be numbers"),
        ([[1j]], "features of type complex128: must be numbers"),
        (np.zeros((0, 3)), r"features of shape \(0, 3\): must not be empty"),
        (5, r"features of shape \(\): must not be empty"),
        ([1, 2], r"features of shape \(2,\): must be \(samples, features\)"),
        ([[[1]]], r"features of shape \(1, 1, 1\): must be \(samples, features\)"),
    ],
)
def test_what_is_no_matrix_of_numbers(features, message):
    with pytest.raises(ConfigError, match=message):
        matrix(features)


def test_another_number_of_features():
    with pytest.raises(ConfigError, match="features: 3 of them: must be the 2 of the training"):
        of_training([[1, 2, 3]], 2)
