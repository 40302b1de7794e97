"""Rows of a measurement that goes on where it was."""

import pytest

from sim.measure.rows import grow, read

FIELDS = ("name", "seed", "found")
KEYS = [("a", 1), ("a", 2), ("b", 1)]


def test_only_missing_rows_are_made(tmp_path):
    made, path = [], tmp_path / "rows.csv"

    def row(name, seed):
        made.append((name, seed))
        if len(made) == 2:
            raise KeyboardInterrupt
        return name, seed, len(made)

    with pytest.raises(KeyboardInterrupt):
        grow(path, FIELDS, KEYS, row)
    assert read(path) == [{"name": "a", "seed": "1", "found": "1"}]
    grow(path, FIELDS, KEYS, row)
    assert made == [("a", 1), ("a", 2), ("a", 2), ("b", 1)]
    grow(path, FIELDS, iter(KEYS), row)
    assert len(made) == 4
    assert path.read_text() == "name,seed,found\na,1,1\na,2,3\nb,1,4\n"


def test_no_file(tmp_path):
    assert read(tmp_path / "rows.csv") == []
