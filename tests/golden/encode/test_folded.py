import numpy as np
import pytest

from bep_hw.golden.encode import folded, thermometer
from bep_hw.spec.encoders.folded import FoldedEncoder


@pytest.mark.parametrize("seed", [1, 2])
def test_feature_by_feature_as_all_at_once(seed):
    rng = np.random.default_rng(seed)
    samples = rng.integers(-20, 21, size=(300, 5))
    samples[:, 2] = 5  # a constant feature
    samples[:, 4] = rng.integers(2, size=300)
    labels = (abs(samples[:, 1]) > 10).astype(int) + 2 * (abs(samples[:, 3]) > 7)
    encoder = FoldedEncoder.fit(samples[:200], labels[:200], 12)
    assert np.unique(encoder.columns).tolist() == [1, 3]
    plain = encoder.thermometer
    ends = (np.floor(some).astype(int) for some in (encoder.lows, encoder.highs))
    found = [
        thermometer.encode(samples, plain.columns, np.floor(plain.thresholds).astype(int)),
        folded.encode(samples, encoder.columns, *ends),
    ]
    assert found[1].dtype == np.uint8
    assert np.array_equal(np.concatenate(found, axis=1), encoder.encode(samples))
