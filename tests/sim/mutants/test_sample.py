"""The tests of today notice mutants of today; docs/results/mutants.md is of many more."""

from sim.mutants.__main__ import EQUIVALENT, main

ROOT = EQUIVALENT.parents[2]
QUICK = ("golden", "host/bus.py", "host/packing.py", "gateware/commit.py", "gateware/update.py")


def test_forty_mutants_whose_tests_are_quick(tmp_path):
    options = ["--sample", "40", "--seed", "1", "--least", "90"]
    places = [f"bep_hw/{place}" for place in QUICK]
    assert main([*places, *options, "--results", str(tmp_path / "results.jsonl")], ROOT) == 0
