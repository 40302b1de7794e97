"""Arithmetic of whole numbers at its corners."""

from bep_hw.support.integers import bits_for, blocks


def test_blocks():
    assert [blocks(size, 4) for size in (0, 1, 4, 5)] == [0, 1, 1, 2]


def test_bits_for():
    assert [bits_for(value) for value in (0, 1, 2, 3, 4, 255, 256)] == [1, 1, 2, 2, 3, 8, 9]
