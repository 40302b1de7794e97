"""Files that appear whole or not at all."""

import os
import threading

import pytest

from bep_hw.support.errors import ConfigError
from bep_hw.support.files import remove_parts, replace_file


@pytest.mark.parametrize(
    "content", [b"\xc3\xa4\n", "ä\n", lambda stream: stream.write(b"\xc3\xa4\n")]
)
def test_every_kind_of_content(tmp_path, content):
    path = tmp_path / "file"
    path.write_text("an older one")
    replace_file(path, content)
    assert path.read_bytes() == b"\xc3\xa4\n"
    assert list(tmp_path.iterdir()) == [path]


def test_others_may_read_it_as_the_user_says(tmp_path):
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "file", "text")
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file(tmp_path, error):
    path = tmp_path / "file"
    path.write_text("old")

    def write(stream):
        stream.write(b"half")
        raise error

    expected = ConfigError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as caught:
        replace_file(path, write)
    if expected is ConfigError:
        assert str(caught.value) == f"{path}: cannot be written: No space left on device"
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["none/file", "x" * 300])
def test_a_place_that_cannot_be(tmp_path, name):
    with pytest.raises(ConfigError, match="cannot be written"):
        replace_file(tmp_path / name, "text")
    assert not list(tmp_path.iterdir())


def test_two_writers_do_not_disturb_each_other(tmp_path):
    """One is in the middle of its file while the other writes all of its own."""
    path, halfway, go_on = tmp_path / "file", threading.Event(), threading.Event()

    def slow(stream):
        stream.write(b"slow ")
        halfway.set()
        go_on.wait(10)
        stream.write(b"and whole")

    writer = threading.Thread(target=replace_file, args=(path, slow))
    writer.start()
    halfway.wait(10)
    replace_file(path, "fast and whole")
    assert path.read_text() == "fast and whole"
    go_on.set()
    writer.join()
    assert path.read_text() == "slow and whole"
    assert list(tmp_path.iterdir()) == [path]


def test_remove_parts(tmp_path):
    for name in (".file.1-a.part", "other.part", "file"):
        (tmp_path / name).write_text("")
    remove_parts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "other.part"]
