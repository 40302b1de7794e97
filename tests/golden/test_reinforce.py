import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.golden.reinforce import DRAWN_TOGETHER, encrypt, reinforced
from bep_hw.support.errors import ConfigError
from tests.golden import plain

WHOLE = 16 << 16
"""The threshold of probability one."""


def halves(positions):
    return (positions >> 16).astype(np.uint16), positions.astype(np.uint16)


LAYER = (np.arange(256)[:, None] << 14 | np.arange(64)).astype(np.uint32)
"""Positions of a layer of 256 rows of 64 groups."""


@pytest.mark.parametrize("threshold", [0, 1, 65535, 65536, 13212, WHOLE - 1, WHOLE])
@pytest.mark.parametrize("shape", [(1, 1), (1, 16), (2, 15), (3, 17), (2, 40)])
def test_corner_shapes_and_thresholds(shape, threshold):
    result = reinforced(5, 6, 0, shape, threshold)
    assert result.dtype == bool and result.shape == shape
    assert result.tolist() == plain.reinforced(5, 6, 0, shape, threshold)


@pytest.mark.parametrize("number", [0, 1, 0xFFFF, 0x10000, 0xFFFFFFFF])
def test_corner_seeds_and_minibatches(number):
    shape, threshold = (2, 33), 3 << 16
    assert reinforced(number, 7, 15, shape, threshold).tolist() == plain.reinforced(
        number, 7, 15, shape, threshold
    )
    assert reinforced(7, number, 15, shape, threshold).tolist() == plain.reinforced(
        7, number, 15, shape, threshold
    )


def test_last_row_and_group_of_the_last_layer():
    """All fields of the position at their highest."""
    positions = np.array([0xFFFFFFFF, 0xF0000000, 0x0FFFC000, 0x00003FFF], np.uint32)
    x, y = encrypt(*halves(positions), 3, 4)
    expected = [plain.source(p, 3, 4) for p in positions.tolist()]
    assert list(zip(x.tolist(), y.tolist(), strict=True)) == expected


@given(
    st.integers(0, 2**32 - 1),
    st.integers(0, 2**32 - 1),
    st.integers(0, 15),
    st.tuples(st.integers(1, 6), st.integers(1, 50)),
    st.integers(0, WHOLE),
)
@settings(max_examples=50, deadline=None)
def test_any(seed, minibatch, layer, shape, threshold):
    result = reinforced(seed, minibatch, layer, shape, threshold)
    assert result.tolist() == plain.reinforced(seed, minibatch, layer, shape, threshold)


@pytest.mark.parametrize("shape", [(1, 1), (3, 17), (40, 1000), (181, 16 * 181), (200, 16 * 200)])
@plain.SEEDS
def test_minibatches_in_any_order(shape, seed):
    """Draws are kept for some minibatches: what came before must not matter."""
    rng = np.random.default_rng(seed)
    together = max(1, DRAWN_TOGETHER // (shape[0] * -(-shape[1] // 16)))
    edges = [k * together + step for k in (1, 2) for step in (-1, 0)]
    minibatches = [*edges, *rng.integers(0, 3 * together, 4).tolist(), *reversed(edges)]
    rows, columns = rng.integers(shape[0], size=9), rng.integers(shape[1], size=9)
    for minibatch in minibatches:
        threshold = int(rng.integers(WHOLE + 1))
        result = reinforced(seed, minibatch, seed, shape, threshold)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            expected = plain.chosen(seed, minibatch, seed, row, column, threshold)
            assert result[row, column] == expected


def test_none_and_all():
    assert not reinforced(1, 2, 0, (4, 40), 0).any()
    assert reinforced(1, 2, 0, (4, 40), WHOLE).all()


@pytest.mark.parametrize("value", [-1, 1 << 32])
def test_out_of_range(value):
    with pytest.raises(ConfigError, match=f"seed {value}: must be from 0 to 4294967295"):
        reinforced(value, 0, 0, (1, 1), 0)
    with pytest.raises(ConfigError, match=f"minibatch {value}: must be"):
        reinforced(0, value, 0, (1, 1), 0)


# Statistics. Every bound below has a chance under 1e-6 to fail were the source truly random;
# as it is a fixed function of fixed seeds, a test that passes once passes always.


@pytest.mark.parametrize("probability", [0.003, 0.0126, 0.067, 0.5])
def test_every_weight_has_the_probability(probability):
    draws, shape = 3000, (8, 100)
    threshold = round(probability * WHOLE)
    counts = np.zeros(shape, int)
    for minibatch in range(draws):
        counts += reinforced(11, minibatch, 1, shape, threshold)
    # Bernstein's inequality, for each of the 800 weights and both sides
    p = threshold / WHOLE
    logarithm = math.log(2 * counts.size / 1e-6)
    bound = logarithm / 3 + math.sqrt((logarithm / 3) ** 2 + 2 * logarithm * draws * p * (1 - p))
    assert np.abs(counts - draws * p).max() <= bound
    # The mean over all weights: groups of 16 go together, so they count as one draw of up to 16.
    deviation = math.sqrt(draws * counts.size * p * (1 - p) * 16)
    assert abs(counts.sum() - draws * counts.size * p) <= 5.1 * deviation


def assert_unrelated(u, v):
    """Correlation coefficient of two equally long samples within 6 deviations of 0."""
    u, v = u.ravel().astype(float), v.ravel().astype(float)
    assert abs(np.corrcoef(u, v)[0, 1]) * math.sqrt(u.size) < 6


@plain.SEEDS
def test_neighbours_are_unrelated(seed):
    for half in range(2):
        here = encrypt(*halves(LAYER), 0, seed)[half]
        later = encrypt(*halves(LAYER), 1, seed)[half]
        other_seed = encrypt(*halves(LAYER), 0, seed + 1)[half]
        other_layer = encrypt(*halves(LAYER + np.uint32(1 << 28)), 0, seed)[half]
        for bits in (0xFFFF, 0xF000, 0x000F):
            x = here & bits
            assert_unrelated(x[:, 1:], x[:, :-1])  # groups of a row
            assert_unrelated(x[1:], x[:-1])  # rows
            assert_unrelated(x, later & bits)
            assert_unrelated(x, other_seed & bits)
            assert_unrelated(x, other_layer & bits)


@plain.SEEDS
def test_count_and_start_are_unrelated(seed):
    x, y = encrypt(*halves(LAYER), 9, seed)
    assert_unrelated(x, y & 15)


@plain.SEEDS
def test_flipping_one_input_bit_flips_half_of_the_result(seed):
    """Every bit of the position, of the minibatch and of the lower half of the seed.

    The upper half of the seed enters last and mixes less: a bit of it flips each bit of the result
    with a chance of 0.43 to 0.57, too little to correlate two runs.
    """
    changes = [(1 << bit, 0, 0) for bit in range(32)]
    changes += [(0, 1 << bit, 0) for bit in range(32)]
    changes += [(0, 0, 1 << bit) for bit in range(16)]
    x, y = encrypt(*halves(LAYER), 77, seed)
    for position, minibatch, key in changes:
        other = encrypt(*halves(LAYER ^ np.uint32(position)), 77 ^ minibatch, seed ^ key)
        for half, changed in zip((x, y), other, strict=True):
            for bit in range(16):
                flips = int(((half ^ changed) >> bit & 1).sum())
                assert abs(flips - LAYER.size / 2) < 6.5 * math.sqrt(LAYER.size) / 2


@pytest.mark.parametrize("seed", [0, 1, 2], ids="seed{}".format)
def test_minibatches_repeat_neither_too_often_nor_too_rarely(seed):
    """The number of draws a position gets over 2,000 minibatches spreads like independent ones."""
    draws, threshold = 2000, 13212
    q = threshold / 65536  # of at least one reinforced weight in a group
    hits = np.zeros(LAYER.shape)
    for minibatch in range(draws):
        x, _ = encrypt(*halves(LAYER), minibatch, seed)
        hits += x.astype(np.uint32) + threshold >= 65536
    ratio = hits.var() / (draws * q * (1 - q))
    assert abs(ratio - 1) < 5.5 * math.sqrt(2 / LAYER.size)
