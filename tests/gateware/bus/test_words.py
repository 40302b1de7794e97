"""Words of a bus to payloads and back: any width, in order, with stalls on both sides."""

import random

import pytest

from bep_hw.gateware.bus.words import WORD, JoinWords, SplitWords
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate

WIDTHS = pytest.mark.parametrize("width", [1, 31, 32, 33, 64, 100, 290])


def words_of(payload, count):
    """A payload as the words that carry it."""
    return [payload >> WORD * index & 0xFFFF_FFFF for index in range(count)]


def payloads(width, seed):
    source = random.Random(seed)
    return [0, (1 << width) - 1, *(source.getrandbits(width) for _ in range(8))]


def through(dut, inputs, count, stall, seed):
    """What comes out of `dut` when `inputs` go in."""
    outputs = []

    async def feed(ctx):
        stalls = Stalls(stall, seed)
        for value in inputs:
            await send(ctx, dut.i, value, stalls)

    async def drain(ctx):
        stalls = Stalls(stall, seed + 1)
        for _ in range(count):
            outputs.append(await receive(ctx, dut.o, stalls))

    simulate(dut, feed, drain)
    return outputs


@WIDTHS
@SEEDS
@STALLS
def test_join(width, seed, stall):
    dut, wanted = JoinWords(width=width), payloads(width, seed)
    inputs = [word for payload in wanted for word in words_of(payload, dut.parts)]
    assert through(dut, inputs, len(wanted), stall, seed) == wanted


@WIDTHS
@SEEDS
@STALLS
def test_split(width, seed, stall):
    dut, inputs = SplitWords(width=width), payloads(width, seed)
    wanted = [word for payload in inputs for word in words_of(payload, dut.parts)]
    assert through(dut, inputs, len(wanted), stall, seed) == wanted


@pytest.mark.parametrize("converter", [JoinWords, SplitWords])
def test_a_lone_word_passes(converter):
    """In the same cycle, and only when it is taken."""
    dut = converter(width=16)
    assert dut.latency == 0

    async def bench(ctx):
        for word, valid, ready in ((1, 1, 1), (0xFFFF, 1, 0), (2, 0, 1)):
            ctx.set(dut.i.payload, word)
            ctx.set(dut.i.valid, valid)
            ctx.set(dut.o.ready, ready)
            assert ctx.get(dut.o.payload) == word
            assert (ctx.get(dut.o.valid), ctx.get(dut.i.ready)) == (valid, ready)

    simulate(dut, bench)


def test_join_takes_a_word_in_every_cycle():
    """A payload of two words comes `latency` cycles after the second."""
    dut, seen = JoinWords(width=40), []

    async def bench(ctx):
        ctx.set(dut.o.ready, 1)
        ctx.set(dut.i.valid, 1)
        for word in range(7):
            ctx.set(dut.i.payload, word)
            assert ctx.get(dut.i.ready)
            seen.append(ctx.get(dut.o.payload) if ctx.get(dut.o.valid) else None)
            await ctx.tick()

    simulate(dut, bench)
    wanted = [None] * 7
    for second in (1, 3, 5):
        wanted[second + dut.latency] = ((second & 0xFF) << WORD) + second - 1
    assert seen == wanted


def test_split_gives_a_word_in_every_cycle():
    """The first one `latency` cycles after the payload; a cycle is lost between two payloads."""
    dut, seen = SplitWords(width=40), []

    async def bench(ctx):
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.i.payload, 0x12_3456_789A)
        ctx.set(dut.o.ready, 1)
        for _ in range(7):
            word = ctx.get(dut.o.payload) if ctx.get(dut.o.valid) else None
            seen.append((word, ctx.get(dut.i.ready)))
            await ctx.tick()

    simulate(dut, bench)
    assert seen == [(None, 0)] * dut.latency + [(0x3456_789A, 0), (0x12, 1), (None, 0)] * 2
