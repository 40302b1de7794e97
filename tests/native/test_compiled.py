"""Which instructions the kernel is compiled for."""

import platform

import pytest

from bep_hw.native import compiled
from bep_hw.support.processors import CPU_INFO

NAMES = {"sse4.2": "sse4_2", "bmi": "bmi1", "avx512vpopcntdq": "avx512_vpopcntdq"}
"""Instructions that Linux calls otherwise than the compiler does."""

on_linux_x86 = pytest.mark.skipif(
    platform.machine() != "x86_64" or not CPU_INFO.exists(),
    reason="only Linux on x86 has a file of these names, which the test compares with",
)


@on_linux_x86
def test_the_levels_are_those_that_the_processor_has():
    words = CPU_INFO.read_text().split()

    def runs(level):
        flags = (flag.removeprefix("-m") for flag in compiled.LEVELS[level])
        return all("=" in flag or NAMES.get(flag, flag) in words for flag in flags)

    assert compiled.levels() == tuple(filter(runs, compiled.LEVELS))


def test_the_best_level_is_taken(monkeypatch):
    assert compiled.best_kernel() is compiled.of_level(compiled.levels()[-1])
    monkeypatch.setattr(compiled, "levels", lambda: ("plain",))
    assert compiled.best_kernel() is compiled.of_level("plain")


def test_no_library_is_for_the_machine_that_compiles_it():
    assert not any("native" in flag for flags in compiled.LEVELS.values() for flag in flags)
    assert compiled.LEVELS["plain"] == ()


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the flags are of compilers for x86")
def test_every_level_compiles_here():
    for level in compiled.LEVELS:
        compiled.of_level(level)
