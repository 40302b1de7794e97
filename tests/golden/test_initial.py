import math

import numpy as np
import pytest

from bep_hw.golden.initial import initial_counters
from bep_hw.spec.hidden import counter_range
from bep_hw.spec.network import Network
from bep_hw.support.errors import ConfigError
from tests.golden import plain

NETWORK = Network(layers=(40, 30, 20), classes=3)


@plain.SEEDS
@pytest.mark.parametrize("bits", [4, 8, 12, 16, 24])
def test_halves_of_truncated_normals(bits, seed):
    deviation = max(64 * 2.0 ** (bits - 16), 2)
    rng = np.random.default_rng([seed, 0])
    counters = initial_counters(NETWORK, bits, seed)
    assert [c.shape for c in counters] == [(30, 40), (20, 30)]
    for c in counters:
        assert c.dtype == np.int32
        for row in c.tolist():
            for value in row:
                h = math.trunc(rng.normal(0, deviation))
                h = max(-(2 ** (bits - 1)), min(h, 2 ** (bits - 1) - 1))
                assert value == h // 2


@pytest.mark.parametrize("bits", range(4, 25))
def test_range_and_both_signs(bits):
    low, high = counter_range(bits)
    for c in initial_counters(NETWORK, bits, 1):
        assert low <= c.min() and c.max() <= high
        assert 0.2 < (c < 0).mean() < 0.6


def test_clips_to_few_bits():
    """h of deviation 2 in 4 bits: some of 120,000 draws are 8 or more, and h may be 7 at most."""
    network = Network(layers=(400, 300), classes=2)
    drawn = np.random.default_rng([3, 0]).normal(0, 2, (300, 400))
    assert drawn.max() >= 8
    counters = initial_counters(network, 4, 3)[0]
    assert (counters[drawn >= 8] == 3).all()
    assert counters.max() == 3 and counters.min() >= -4


def test_seeds_differ():
    a, b = initial_counters(NETWORK, 16, 0), initial_counters(NETWORK, 16, 1)
    assert not np.array_equal(a[0], b[0])


@pytest.mark.parametrize("bits", [3, 25])
def test_bad_bits(bits):
    with pytest.raises(ConfigError, match=f"B = {bits}: must be from 4 to 24"):
        initial_counters(NETWORK, bits, 0)
