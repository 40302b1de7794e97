"""The measurement of encodings of tables."""

import numpy as np
import pytest

from bep_hw.data import tabular
from sim.measure import drawn_tables, folded


@pytest.mark.parametrize("name", ["sphere, 5 features", "rings", "moons", "iris", "three_blobs"])
def test_tables_are_drawn_by_the_seed(name):
    parts, same, other = (drawn_tables.samples(name, seed) for seed in (1, 1, 2))
    for part, again in zip(parts, same, strict=True):
        assert all(np.array_equal(*both) for both in zip(part, again, strict=True))
    assert not np.array_equal(parts[0][0], other[0][0])
    assert all(len(x) == len(y) and x.ndim == 2 for x, y in parts)
    assert len(parts[0][0]) > len(parts[2][0]) / 2 > len(parts[1][0]) / 2


@pytest.mark.parametrize("name", drawn_tables.SHIPPED)
def test_no_sample_of_a_shipped_table_is_a_test_sample(name):
    source = tabular.SOURCES[list(tabular.SETS).index(name)]
    data = source.load(None, 1, None, None)
    known = {tuple(row) for split in (data.train, data.validation) for row in split.raw}
    found = {tuple(row) for x, _ in drawn_tables.samples(name, 1) for row in x}
    assert found == known


def test_every_variant_makes_bits():
    (features, labels), *_ = drawn_tables.samples("sphere, 5 features", 1)
    for name, (make, _) in folded.VARIANTS.items():
        encoder = make(features, labels, 8)
        assert encoder.width == 5 * (16 if "twice" in name else 12 if "beside" in name else 8)
        assert encoder.encode(features).shape == (len(features), encoder.width)


def test_page():
    rows = [
        {
            "set": name,
            "variant": variant,
            "seed": seed,
            "folded": seed,
            "accuracy": value,
            "training": 95,
        }
        for name, variant, seed in folded.planned()
        for value in [90 + seed + (variant == "folded") - 10 * (variant == folded.MLP)]
    ]
    text = folded.page(rows)
    assert "| rings | 1 to 3 | 92.0 | 93.0 | +1.0 ± 0.0 | 82.0 |\n" in text
    assert "| vowel | 1 to 3 | 92.0 | 93.0 | +1.0 ± 0.0 | |\n" in text
    assert "| mean | | 92.0 | 93.0 | +1.0 | |\n" in text
    assert f"| folded | {'93.0 | ' * 10}".rstrip() in text
