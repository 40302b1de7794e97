import numpy as np
import pytest

from bep_hw.golden.encode import edges
from bep_hw.spec.encoders.edges import EdgeEncoder


@pytest.mark.parametrize(
    "shape", [(1, 1), (1, 5), (5, 1), (2, 2), (4, 6), (7, 8), (9, 10), (28, 28)]
)
@pytest.mark.parametrize("cell", [1, 2, 3])
@pytest.mark.parametrize("levels, thresholds", [((), (0,)), ((3,), (8, 32)), ((0, 9), (1, 2, 100))])
def test_pixel_by_pixel_as_all_at_once(shape, cell, levels, thresholds):
    rng = np.random.default_rng([*shape, cell])
    pixels = rng.integers(256, size=(6, shape[0] * shape[1])).astype(np.uint8)
    pixels[0] = 7
    encoder = EdgeEncoder(shape=shape, cell=cell, levels=levels, edges=thresholds)
    expected = encoder.encode(pixels)
    found = edges.encode(pixels, shape=shape, cell=cell, levels=levels, edges=thresholds)
    assert found.dtype == np.uint8 and np.array_equal(found, expected)
    if min(shape) > 1:
        assert 0 < found[1:].mean() < 1


@pytest.mark.parametrize(
    "shape, cell, steps", [((28, 28), 2, 29 * 28), ((28, 28), 3, 31 * 30), ((1, 1), 1, 2)]
)
def test_steps(shape, cell, steps):
    assert edges.steps(shape, cell) == steps
