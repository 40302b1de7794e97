import numpy as np
import pytest

from bep_hw.golden.gate import gates
from tests.golden import plain


@pytest.mark.parametrize(
    ("z", "threshold", "is_open"),
    [
        (0, 0, True),
        (1, 0, False),
        (-1, 0, False),
        (8, 8, True),
        (-8, 8, True),
        (9, 8, False),
        (-9, 8, False),
        (16384, 16384, True),
        (-16384, 32768, True),
    ],
)
def test_corners(z, threshold, is_open):
    result = gates(np.array([[z]], np.int32), threshold)
    assert result.dtype == bool and result.tolist() == [[is_open]]


@plain.SEEDS
def test_loop(seed):
    rng = np.random.default_rng(seed)
    z = rng.integers(-30, 31, size=(6, 17)).astype(np.int32)
    for threshold in (0, 7, 30):
        expected = [[-threshold <= x <= threshold for x in row] for row in z.tolist()]
        assert gates(z, threshold).tolist() == expected
