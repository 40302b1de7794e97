"""Which tests a mutant meets, and how much a run may take."""

import dataclasses

import pytest

from sim.mutants.mutations import mutants
from sim.mutants.trial import ENDLESS, KILLED, SURVIVED, Trial

SOURCE = """LIMIT = 3
table = {}


def made():
    return 4


def filled(count):
    return len(bytearray(count << 20))


def unused():
    return 5
"""
TESTS = """import os
import pathlib
from bep_hw.parts import LIMIT, filled, made, unused

MADE = made()


def test_made():
    assert MADE == 4


def test_type():
    assert isinstance(made(), int)


def test_limit():
    assert LIMIT == 3


def test_filled():
    assert filled(1)


def test_unused():
    log = pathlib.Path(os.environ["LOG"])
    log.write_text(log.read_text() + "unused ")
    assert unused() < 9
"""


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trial")
    files = {"bep_hw/parts.py": SOURCE, "bep_hw/__init__.py": "", "tests/test_parts.py": TESTS}
    for name, text in files.items():
        (folder / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "root" / name).write_text(text)
    (folder / "log").write_text("")
    (folder / "trial").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOG", str(folder / "log"))
        patch.setattr("sim.mutants.trial.SPARE", 1.0)
        with Trial(folder / "root", folder / "trial") as trial:
            yield trial


def mutant(becomes):
    found = mutants("bep_hw/parts.py", SOURCE)
    return next(mutant for mutant in found if mutant.becomes == becomes)


def test_outside_of_functions(trial):
    assert trial.judge(mutant("LIMIT = 4")) == KILLED


def test_a_test_that_does_not_enter_the_function_notices(trial):
    """`made` is called when the tests are read, and its one test does not notice."""
    assert trial.judge(mutant("return 3")) == KILLED


def changed(becomes, new):
    """That mutant, and more than one change in its line."""
    one = mutant(becomes)
    return dataclasses.replace(one, source=one.source.replace(becomes, new))


def test_no_more_memory_than_allowed(trial):
    line = "return len(bytearray(count << 21))"
    assert trial.judge(mutant(line)) == SURVIVED
    assert trial.judge(changed(line, "return len(bytearray(count << 33))")) == KILLED


def test_no_more_time_than_allowed(trial):
    assert trial.judge(changed("return 6", "\n    while True: pass")) == ENDLESS


def test_tests_that_enter_the_function_come_first(trial):
    """So the one of `unused` does not run for a mutant that another test of its file notices."""
    log = trial.copy.parents[1] / "log"
    assert trial.judge(mutant("return 6")) == SURVIVED
    before = log.read_text()
    assert trial.judge(mutant("return 3")) == KILLED
    assert log.read_text() == before
    assert trial.judge(mutant("return 6")) == SURVIVED
    assert len(log.read_text().split()) == len(before.split()) + 2


def test_tests_beside_those_of_the_file(trial):
    """They are read when they are needed first, so they are not in the way of the others."""
    (trial.copy / "tests/test_more.py").write_text(
        "from bep_hw.parts import unused\n\ndef test_more():\n    assert unused() == 5\n"
    )
    assert trial.judge(mutant("return 6")) == SURVIVED
    assert trial.judge(mutant("return 6"), beside=True) == KILLED


def test_files_are_as_before(trial):
    assert (trial.copy / "bep_hw/parts.py").read_text() == SOURCE
