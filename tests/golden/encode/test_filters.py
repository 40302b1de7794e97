"""Binary filters pixel by pixel, against the encoder of whole images."""

import numpy as np
import pytest

from bep_hw.golden.encode import filters
from bep_hw.spec.encoders.filters import FilterEncoder


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (5, 1), (2, 2), (7, 8), (9, 10)])
@pytest.mark.parametrize("cell", [1, 2, 3, 4])
@pytest.mark.parametrize("levels, edges", [((), (0,)), ((90,), (8,)), ((30, 90, 160), (20,))])
def test_pixel_by_pixel_as_all_at_once(shape, cell, levels, edges):
    rng = np.random.default_rng([*shape, cell])
    pixels = rng.integers(256, size=(6, shape[0] * shape[1])).astype(np.uint8)
    bits = 9 * (len(levels) + 4 * len(edges))
    values = dict(
        **dict(shape=shape, cell=cell, levels=levels, edges=edges),
        filters=tuple(int(word) for word in rng.integers(1 << bits, size=5, dtype=np.uint64)),
        thresholds=tuple(rng.integers(bits // 2, bits * 3 // 5, 5).tolist()),
    )
    expected = FilterEncoder(**values).encode(pixels)
    found = filters.encode(pixels, **values)
    assert found.dtype == np.uint8 and np.array_equal(found, expected)
    if min(shape) > 1:
        assert 0 < found.mean() < 1


def test_a_cell_starts_from_an_agreement_of_0():
    """A black image has no bit in common with a filter of ones."""
    bits = 9 * (1 + 4)
    values = dict(shape=(5, 7), cell=2, levels=(90,), edges=(8,))
    values |= dict(filters=(2**bits - 1,) * 2, thresholds=(0, 1))
    found = filters.encode(np.zeros((1, 35), np.uint8), **values)
    assert found.tolist() == [[1, 0] * 12]
