"""The memory with check bits: as one without, and flipped bits are found or corrected."""

import random
from itertools import combinations

import pytest

from bep_hw.gateware.memory.pieces import memory_in_pieces
from bep_hw.gateware.memory.protected import ProtectedMemory, columns
from bep_hw.gateware.memory.stacked import StackedMemory
from bep_hw.gateware.technology import Technology
from bep_hw.spec.limits import errors_of
from bep_hw.spec.registers import ERRORS
from bep_hw.support.errors import ConfigError
from tests.helpers.bench import SEEDS, access, simulate

DEPTH = 24


def syndrome(word, cols):
    """What the bits of a word, and then its check bits, add up to."""
    checks = [1 << k for k in range(max(cols).bit_length())]
    found = 0
    for bit, column in enumerate([*cols, *checks]):
        found ^= column * (word >> bit & 1)
    return found


@pytest.mark.parametrize("width", [1, 4, 11, 26, 57, 72, 288, 810])
def test_secded_names_one_flip_and_finds_two(width):
    cols = columns(width, "secded")
    checks = max(cols).bit_length()
    every = [*cols, *(1 << k for k in range(checks))]
    assert len(set(every)) == width + checks
    assert all(column.bit_count() % 2 == 1 for column in every)  # so two of them are even, not 0
    assert 2 ** (checks - 1) >= width + checks  # no code of this distance has fewer check bits
    assert checks == 4 or 2 ** (checks - 2) < width + checks - 1


def test_parity():
    assert columns(9, "parity") == [1] * 9


def memory(width, protection, plain=True):
    """(protected memory, the one within)."""
    made = []

    def make(wide):
        if plain:
            made.append(memory_in_pieces(width=wide, depth=DEPTH, granularity=None, attributes={}))
        else:
            made.append(StackedMemory(width=wide, depth=DEPTH, attributes={}))
        return made[-1]

    return ProtectedMemory(width=width, depth=DEPTH, protection=protection, make=make), made[0]


@SEEDS
@pytest.mark.parametrize("plain", [True, False], ids=["plain", "stacked"])
@pytest.mark.parametrize("protection", ["parity", "secded"])
def test_without_flips_it_is_as_any_memory(protection, plain, seed):
    dut, _ = memory(13, protection, plain)
    rng, words = random.Random(seed), {}

    async def bench(ctx):
        for _ in range(300):
            write, read, value = rng.randrange(DEPTH), rng.randrange(DEPTH), rng.getrandbits(13)
            writes = rng.randrange(2)
            access(ctx, dut, write=write, value=value, writes=writes, read=read, reads=1)
            await ctx.tick()
            if not (writes and write == read):
                assert ctx.get(dut.read.data) == words.get(read, 0)
            if writes:
                words[write] = value
            assert not ctx.get(dut.wrong)

    simulate(dut, bench)
    assert len(words) > DEPTH // 2


async def read(ctx, dut, place):
    """(data, wrong) of a read."""
    access(ctx, dut, write=0, value=0, writes=0, read=place, reads=1)
    await ctx.tick()
    data = ctx.get(dut.read.data)
    access(ctx, dut, write=0, value=0, writes=0, read=(place + 1) % DEPTH, reads=0)
    await ctx.tick()
    return data, ctx.get(dut.wrong)


@pytest.mark.parametrize("protection", ["parity", "secded"])
def test_every_flip_and_every_pair(protection):
    width, value = 8, 0xA6
    dut, inner = memory(width, protection)
    wide = width + dut.checks
    ones = [1 << bit for bit in range(wide)]
    pairs = [a | b for a, b in combinations(ones, 2)]

    async def bench(ctx):
        access(ctx, dut, write=5, value=value, writes=1, read=0, reads=0)
        await ctx.tick()
        whole = ctx.get(inner.data[5])
        assert syndrome(whole, dut.columns) == 0 and whole & 0xFF == value
        for flips in (0, *ones, *pairs):
            ctx.set(inner.data[5], whole ^ flips)
            data, wrong = await read(ctx, dut, 5)
            odd = flips.bit_count() % 2
            if protection == "parity":
                assert (data, wrong) == ((whole ^ flips) & 0xFF, odd)
            elif flips.bit_count() < 2:
                assert (data, wrong) == (value, 0)
            else:
                assert wrong

    simulate(dut, bench)


def test_an_unknown_protection():
    with pytest.raises(ConfigError, match="protection 'ecc': must be one of none, parity, secded"):
        Technology(protection="ecc")


def test_a_core_has_the_error_only_if_it_is_protected():
    assert errors_of(True) == list(ERRORS)
    assert errors_of(False) == [name for name in ERRORS if name != "memory"]
