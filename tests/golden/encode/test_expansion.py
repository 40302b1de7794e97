import numpy as np

from bep_hw.data.series_encoder import Encoded, expansion
from bep_hw.golden.encode import expansion as golden


def test_step_by_step_as_all_at_once():
    rng = np.random.default_rng(3)
    codes = rng.integers(2, size=(4, 5, 12)).astype(np.uint8)  # an even width: z = 0 occurs
    matrix = expansion(33, 12)
    encoded = Encoded(codes, np.full(4, 5), matrix)
    for step in range(5):
        found = golden.encode(codes[:, step], matrix)
        assert np.array_equal(found, encoded[:].bits[:, step])
    assert (golden.dot(2 * codes[:, 0].astype(np.int8) - 1, matrix) == 0).any()
