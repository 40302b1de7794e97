"""The lock of a run folder."""

import subprocess
import sys

import pytest

from bep_hw.support.errors import ConfigError
from bep_hw.train import lock

HOLD = """
import sys
from bep_hw.train import lock
with lock.held(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the folder `run`."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "run")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_a_second_writer_is_refused(tmp_path, holder):
    words = f"process {holder.pid} is training into it"
    with pytest.raises(ConfigError, match=words), lock.held(tmp_path / "run"):
        pass


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path, holder):
    holder.kill()
    holder.wait()
    with lock.held(tmp_path / "run"):
        assert (tmp_path / "run" / lock.LOCK).is_file()


def test_an_empty_folder_goes_as_it_came(tmp_path):
    with lock.held(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b").is_dir()
    assert not (tmp_path / "a").exists()
    with lock.held(tmp_path / "a"):
        (tmp_path / "a" / "result").write_text("")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["result"]


def test_a_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="cannot be written"), lock.held(tmp_path / "file" / "x"):
        pass
