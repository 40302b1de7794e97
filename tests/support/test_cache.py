"""The cache of built things: whole entries stay, others are built again or not executed."""

import os
import subprocess
import sys

import pytest

from bep_hw.support import cache
from bep_hw.support.errors import ConfigError


@pytest.fixture(autouse=True)
def base(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "bep-hw" / "models"


class Fill:
    """Fills an entry, and counts how often."""

    def __init__(self, text="text"):
        self.text, self.calls = text, 0

    def __call__(self, folder):
        self.calls += 1
        (folder / "model").write_text(self.text)
        (folder / "parts").mkdir()
        (folder / "parts" / "one").write_text("part")


def test_an_entry_is_filled_once(base):
    fill = Fill()
    place = cache.cached("key", fill)
    assert cache.cached("key", fill) == place == base / "key"
    assert fill.calls == 1
    assert list(base.iterdir()) == [place]


def test_where_it_is(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert tmp_path / "home" in cache.models_folder().parents


def cut(place):
    (place / "model").write_text("tex")


def changed(place):
    (place / "model").write_text("test")


def removed(place):
    (place / "parts" / "one").unlink()


def emptied(place):
    for path in sorted(place.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def unsealed(place):
    (place / cache.CONTENTS).unlink()


def scribbled(place):
    (place / cache.CONTENTS).write_bytes(b"\xff[")


def listed(place):
    (place / cache.CONTENTS).write_text("[1]")


def no_folder(place):
    emptied(place)
    place.rmdir()
    place.write_text("")


@pytest.mark.parametrize(
    "damage", [cut, changed, removed, emptied, unsealed, scribbled, listed, no_folder]
)
def test_a_damaged_entry_is_built_again(base, damage):
    fill = Fill()
    place = cache.cached("key", fill)
    damage(place)
    assert cache.cached("key", fill) == place
    assert fill.calls == 2
    assert (place / "model").read_text() == "text"
    assert (place / "parts" / "one").read_text() == "part"
    assert cache.cached("key", fill) == place
    assert fill.calls == 2
    assert list(base.iterdir()) == [place]


def test_a_failed_build_leaves_nothing(base):
    def fill(folder):
        (folder / "half").write_text("")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.cached("key", fill)
    assert not list(base.iterdir())


def test_the_first_of_two_parallel_builds_stays(base):
    def fill(folder):
        (folder / "model").write_text("mine")
        cache.cached("key", Fill("other"))

    place = cache.cached("key", fill)
    assert (place / "model").read_text() == "other"
    assert list(base.iterdir()) == [place]


def test_a_full_disk_is_one_line(base):
    def fill(folder):
        raise OSError(28, "No space left on device")

    with pytest.raises(ConfigError) as caught:
        cache.cached("key", fill)
    assert str(caught.value) == (
        f"cache folder {base}: No space left on device; set XDG_CACHE_HOME"
    )
    assert not list(base.iterdir())


def test_a_cache_that_cannot_be_made(tmp_path):
    (tmp_path / "bep-hw").write_text("")
    with pytest.raises(ConfigError, match="Not a directory; set XDG_CACHE_HOME"):
        cache.cached("key", Fill())


@pytest.mark.parametrize("mode", [0o020, 0o002])
@pytest.mark.parametrize("name", [".", "key", "key/model", "key/parts/one"])
def test_what_others_can_write_is_not_executed(base, name, mode):
    fill = Fill()
    cache.cached("key", fill)
    path = base / name
    path.chmod(path.stat().st_mode | mode)
    with pytest.raises(ConfigError, match="others can write to it") as caught:
        cache.cached("key", fill)
    assert f"cache {path}: " in str(caught.value)
    assert fill.calls == 1


@pytest.mark.parametrize("name", [".", "key", "key/model"])
def test_what_belongs_to_others_is_not_executed(base, monkeypatch, name):
    fill = Fill()
    cache.cached("key", fill)
    path, real = os.path.normpath(base / name), os.lstat

    def lstat(place):
        found = real(place)
        if os.path.normpath(place) == path:
            values = list(found)
            values[4] += 1  # the user
            return os.stat_result(values)
        return found

    monkeypatch.setattr(cache.os, "lstat", lstat)
    with pytest.raises(ConfigError, match="belongs to another user"):
        cache.cached("key", fill)
    assert fill.calls == 1


def test_the_own_cache_is_trusted_whatever_the_umask(base):
    """Where every user has a group of their own, folders are made writable for it."""
    program = (
        "import os; os.umask(0o002); from bep_hw.support.cache import cached;"
        "fill = lambda folder: (folder / 'model').write_text('');"
        "cached('key', fill); cached('key', lambda folder: 1 / 0)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    assert (base / "key" / "model").exists()
