"""The whole tool on a tiny project with mutants that are killed, survive, and never end."""

import json
from collections import Counter

import pytest

from sim.mutants import __main__ as command
from sim.mutants.trial import mirror_of

SOURCE = """def clipped(x, limit):
    return x if x < limit else limit


def count(x, step):
    while x > 0:
        x = x - step
    return "done"
"""
TESTS = """from bep_hw.host.parts import clipped, count


def test_parts():
    assert [clipped(x, 9) for x in (3, 8, 9)] == [3, 8, 9]
    assert count(2, 1) == "done"
"""
RESULTS = {
    "x < limit -> x <= limit": "survived",  # the same for every x
    "x > 0 -> x >= 0": "survived",  # the test does not ask how far the counter went
    "0 -> 1": "survived",
    "0 -> (-1)": "survived",
    "x - step -> (x + step)": "timeout",
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The root of a project of one file and its test."""
    monkeypatch.setattr("sim.mutants.trial.SPARE", 1.0)
    monkeypatch.setattr(command, "equivalents", set)
    root = tmp_path / "project"
    for folder, name, text in (
        ("bep_hw", "__init__.py", ""),
        ("bep_hw/host", "__init__.py", ""),
        ("bep_hw/host", "parts.py", SOURCE),
        ("tests/host", "test_parts.py", TESTS),
    ):
        (root / folder).mkdir(parents=True, exist_ok=True)
        (root / folder / name).write_text(text)
    return root


@pytest.fixture
def call(project, tmp_path):
    def call(*arguments):
        path = tmp_path / "results" / "x.jsonl"
        status = command.main(["bep_hw/host", "--results", str(path), *arguments], project)
        return status, [json.loads(line) for line in path.read_text().splitlines()]

    return call


def test_results_report_and_status(call, project, capsys):
    status, lines = call()
    found = {line["change"]: line["result"] for line in lines}
    assert found == RESULTS
    assert (project / "bep_hw/host/parts.py").read_text() == SOURCE
    assert status == 0
    said = capsys.readouterr().out
    assert "bep_hw/host/parts.py: 5 mutants, 4 survive\n" in said
    assert "survived: bep_hw/host/parts.py:6: x > 0 -> x >= 0\n    while x > 0:\n" in said
    assert "1 of 5 mutants killed: 20.0 %" in said


def test_what_has_a_result_is_not_tried_again(call, project):
    """Survivors are, if asked for, and meet the tests as they are now."""
    _, before = call("--shard", "2/2")
    assert {line["change"]: line["result"] for line in before} == {
        "x > 0 -> x >= 0": "survived",
        "0 -> (-1)": "survived",
    }
    assert call("--shard", "2/2")[1] == before
    tests = project / "tests/host/test_parts.py"
    tests.write_text(TESTS + "    assert count(0, None) == 'done'\n")
    again = call("--shard", "2/2", "--again")[1][len(before) :]
    assert [line["result"] for line in again] == ["killed", "killed"]


def test_tests_that_fail_without_a_mutant(call, project):
    (project / "tests/host/test_parts.py").write_text(TESTS + "    assert not clipped(1, 2)\n")
    with pytest.raises(RuntimeError, match="fails without a mutant"):
        call()


def test_shards_and_samples(project, monkeypatch):
    """Shards have every mutant once; a sample depends on its seed alone."""
    tried = []

    def judge(root, wanted, path, *options):
        tried.append([mutant.key for mutant in wanted])
        return {mutant.key: "killed" for mutant in wanted}

    monkeypatch.setattr(command, "judge", judge)
    for options in ("", "--shard 1/2", "--shard 2/2", *2 * ("--sample 4",), "--sample 4 --seed 1"):
        command.main(["bep_hw/host", *options.split()], project)
    every, one, other, sample, same, another = tried
    assert sorted(one + other) == sorted(every)
    assert len(set(sample)) == 4 and set(sample) <= set(every)
    assert sample == same != another


@pytest.mark.parametrize("shard", ["3/2", "0/2", "1", "a/b"])
def test_a_shard_that_is_none(project, capsys, shard):
    with pytest.raises(SystemExit) as stopped:
        command.main(["bep_hw/host", "--shard", shard], project)
    assert stopped.value.code == 2
    assert f"{shard}: must be i/n with i from 1 to n" in capsys.readouterr().err


def test_a_low_score_is_status_1(project, monkeypatch, capsys):
    def judge(root, wanted, path, *options):
        results = {mutant.key: "killed" for mutant in wanted}
        return {**results, wanted[0].key: "survived"}

    monkeypatch.setattr(command, "judge", judge)
    assert command.main(["bep_hw/host", "--least", "90"], project) == 1
    assert "4 of 5 mutants killed: 80.0 %" in capsys.readouterr().out
    assert command.main(["bep_hw/host", "--least", "80"], project) == 0


def test_the_page(project, monkeypatch, tmp_path):
    """A row for each file and for all; every survivor; the command that writes it."""
    line = "return x if x < limit else limit"
    entry = ("bep_hw/host/parts.py", "clipped", line, line.replace("<", "<="))
    monkeypatch.setattr(command, "equivalents", lambda: {entry})
    wanted, _ = command.made(project, ["bep_hw/host"])
    results = dict.fromkeys((m.key for m in wanted), "killed")
    results |= {wanted[0].key: "survived", wanted[1].key: "timeout"}
    monkeypatch.setattr(command, "judge", lambda *_: results)
    path = tmp_path / "page.md"
    arguments = ["bep_hw/host", "--page", str(path)]
    command.main(arguments, project)
    page = path.read_text()
    assert f"Written by `python -m sim.mutants {' '.join(arguments)}`" in page
    assert "4 mutants were tried, beside 1 that" in page and "**75.0 %**" in page
    assert "\n| `bep_hw/host/parts.py` | 4 | 3 | 1 | 1 | 1 |\n| all | 4 | 3 | 1 | 1 | 1 |\n" in page
    assert page.count("\n- ") == 1
    one = wanted[0]
    assert f"`count`: `{one.text}` becomes `{one.becomes}`" in page


def test_equivalent_mutants_are_left_out(project, monkeypatch):
    line = "return x if x < limit else limit"
    entry = ("bep_hw/host/parts.py", "clipped", line, line.replace("<", "<="))
    before, _ = command.made(project, ["bep_hw"])
    monkeypatch.setattr(command, "equivalents", lambda: {entry})
    after, equivalent = command.made(project, ["bep_hw"])
    assert len(before) == len(after) + 1
    assert [mutant.change for mutant in equivalent] == ["x < limit -> x <= limit"]
    assert not set(after) & set(equivalent)


def test_every_equivalent_mutant_is_one_and_has_a_reason(monkeypatch):
    """An entry whose line has changed is of no use, and one of two mutants may hide a survivor."""
    root = command.EQUIVALENT.parents[2]
    listed = command.equivalents()
    monkeypatch.setattr(command, "equivalents", set)
    found, _ = command.made(root, sorted({file for file, *_ in listed}))
    counts = Counter(mutant.entry for mutant in found)
    assert {entry: counts[entry] for entry in listed} == dict.fromkeys(listed, 1)
    entries = command.tomllib.loads(command.EQUIVALENT.read_text())["mutant"]
    assert all(entry["reason"] for entry in entries)


def test_tests_mirror_the_package(tmp_path):
    for name in (
        "tests/host/test_bus.py",
        "tests/host/test_bus_errors.py",
        "tests/train/test_x.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert mirror_of("bep_hw/host/bus.py", tmp_path) == (
        "tests/host/test_bus.py",
        "tests/host/test_bus_errors.py",
    )
    assert mirror_of("bep_hw/host/link.py", tmp_path) == ("tests/host",)
    assert mirror_of("bep_hw/train/deep/y.py", tmp_path) == ("tests/train",)
