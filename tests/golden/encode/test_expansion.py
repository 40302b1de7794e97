import numpy as np
import pytest

from bep_hw.data.series_encoder import Encoded, expansion
from bep_hw.golden.encode import expansion as golden


@pytest.mark.parametrize("width, corner", [(12, 0), (11, -1)])
def test_step_by_step_as_all_at_once(width, corner):
    rng = np.random.default_rng(3)
    codes = rng.integers(2, size=(4, 5, width)).astype(np.uint8)
    matrix = expansion(33, width)
    encoded = Encoded(codes, np.full(4, 5), matrix)
    for step in range(5):
        found = golden.encode(codes[:, step], matrix)
        assert np.array_equal(found, encoded[:].bits[:, step])
    assert (golden.dot(2 * codes[:, 0].astype(np.int8) - 1, matrix) == corner).any()
