import numpy as np
import pytest

from bep_hw.golden.encode import thermometer
from bep_hw.spec.encoders.thermometer import FeatureEncoder


@pytest.mark.parametrize("bits", [1, 2, 5])
def test_feature_by_feature_as_all_at_once(bits):
    rng = np.random.default_rng(bits)
    samples = rng.integers(-20, 20, size=(50, 7))
    samples[:, 2] = 5  # a constant feature
    samples[:, 3] = rng.integers(2, size=50)
    encoder = FeatureEncoder.fit(samples[:30], bits)
    thresholds = np.floor(encoder.thresholds).astype(int)
    found = thermometer.encode(samples, encoder.columns, thresholds)
    assert found.dtype == np.uint8 and np.array_equal(found, encoder.encode(samples))
