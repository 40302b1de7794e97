"""Sealed .npz files: one changed byte anywhere, and the file is refused."""

import numpy as np
import pytest

from bep_hw.support.errors import ConfigError
from bep_hw.train import sealed

ARRAYS = {"a": np.arange(12).reshape(3, 4), "b": np.array([1.5])}


@pytest.fixture(params=[False, True], ids=["plain", "compressed"])
def path(request, tmp_path):
    sealed.save(tmp_path / "x.npz", ARRAYS, compressed=request.param)
    return tmp_path / "x.npz"


def test_round_trip(path):
    for found in (sealed.load(path, "file"), np.load(path)):
        assert sorted(found) == ["a", "b"]
        assert all(np.array_equal(found[name], ARRAYS[name]) for name in ARRAYS)


def test_every_changed_byte_is_found(path):
    content = path.read_bytes()
    for place in range(len(content)):
        path.write_bytes(content[:place] + bytes([content[place] ^ 16]) + content[place + 1 :])
        with pytest.raises(ConfigError, match="is not a whole file"):
            sealed.load(path, "file")


@pytest.mark.parametrize("keep", [0, 1, 64, 100, -64, -1])
def test_every_cut_is_found(path, keep):
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(ConfigError, match="is not a whole file"):
        sealed.load(path, "file")


def test_what_is_no_file(tmp_path):
    with pytest.raises(ConfigError, match="is not a whole file"):
        sealed.load(tmp_path, "file")
