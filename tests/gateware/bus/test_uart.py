# amaranth: UnusedElaboratable=no
"""Bytes on two wires: every bit where it belongs, clocks that differ, and disturbances."""

import random

import pytest

from bep_hw.gateware.bus.uart import BITS, UartReceiver, UartTransmitter
from bep_hw.spec.link import MAX_DIVISOR, MIN_DIVISOR
from tests.helpers.bench import SEEDS, Stalls, bits, send, simulate

DIVISORS = pytest.mark.parametrize("divisor", [MIN_DIVISOR, 5, 8, 104])


def levels(byte):
    """The line for one byte: start bit, data, stop bit."""
    return [0, *bits(byte, BITS), 1]


def received(divisor, cycles):
    """[(cycle, byte)] that a receiver finds on a line with these levels, one per cycle."""
    dut, found = UartReceiver(divisor=divisor), []

    async def bench(ctx):
        for cycle, level in enumerate([*cycles, *[1] * (12 * divisor)]):
            ctx.set(dut.rx, level)
            if ctx.get(dut.valid):
                found.append((cycle, ctx.get(dut.byte)))
            await ctx.tick()

    simulate(dut, bench)
    return dut, found


def line(data, cycles_per_bit, gap=0):
    """Levels, one per cycle, of bytes from a sender with this many cycles per bit."""
    every = [level for byte in data for level in (*levels(byte), *[1] * gap)]
    return [every[int(cycle / cycles_per_bit)] for cycle in range(int(len(every) * cycles_per_bit))]


@DIVISORS
def test_transmitter(divisor):
    """A byte after the other, each bit for `divisor` cycles."""
    dut, seen = UartTransmitter(divisor=divisor), []
    data = [0x00, 0xFF, 0x55, 0xA7]

    async def feed(ctx):
        for byte in data:
            await send(ctx, dut.i, byte)

    async def watch(ctx):
        for _ in range((10 * divisor + 1) * len(data)):
            seen.append(ctx.get(dut.tx))
            await ctx.tick()
        assert ctx.get(dut.i.ready) and ctx.get(dut.tx)

    simulate(dut, feed, watch)
    # While it is idle the line is high: 1 cycle before each start bit.
    wanted = [
        level for byte in data for level in [1, *(x for x in levels(byte) for _ in range(divisor))]
    ]
    assert dut.latency == 1
    assert seen == wanted


@DIVISORS
def test_receiver(divisor):
    """A byte comes `latency` cycles after the edge of its start bit."""
    data = [0x00, 0xFF, 0x55, 0xA7]
    dut, found = received(divisor, line(data, divisor))
    assert found == [(10 * divisor * n + dut.latency, byte) for n, byte in enumerate(data)]


@SEEDS
@pytest.mark.parametrize("error", [-0.03, 0.03])
def test_clocks_that_differ(seed, error):
    source = random.Random(seed)
    data = [source.getrandbits(BITS) for _ in range(20)]
    _, found = received(16, line(data, 16 * (1 + error)))
    assert [byte for _, byte in found] == data


@pytest.mark.parametrize("cycles, bytes_found", [(4, []), (5, [0xFF])])
def test_a_short_start_bit_is_none(cycles, bytes_found):
    """What has gone by the middle of a bit was a disturbance."""
    _, found = received(8, [1] * 8 + [0] * cycles + [1] * 80)
    assert [byte for _, byte in found] == bytes_found


def test_a_byte_without_a_stop_bit_is_dropped():
    """And one on a line that stays low is not found again and again."""
    low = [0] * 8 * 35
    _, found = received(8, [*low, *[1] * 8, *line([0x42], 8)])
    assert [byte for _, byte in found] == [0x42]


@SEEDS
@DIVISORS
def test_from_one_to_the_other(seed, divisor):
    source = random.Random(seed)
    data = [source.getrandbits(BITS) for _ in range(8)]
    sender, seen = UartTransmitter(divisor=divisor), []

    async def feed(ctx):
        stalls = Stalls(0.9, seed)
        for byte in data:
            await send(ctx, sender.i, byte, stalls)
        for _ in range(10 * divisor):
            await ctx.tick()

    async def watch(ctx):
        while True:
            seen.append(ctx.get(sender.tx))
            await ctx.tick()

    simulate(sender, feed, background=[watch])
    assert [byte for _, byte in received(divisor, seen)[1]] == data


@pytest.mark.parametrize("block", [UartReceiver, UartTransmitter])
@pytest.mark.parametrize("divisor", [-1, 0, MIN_DIVISOR - 1, MAX_DIVISOR + 1])
def test_a_bad_divisor_is_refused(block, divisor):
    with pytest.raises(ValueError, match=f"divisor {divisor}: must be from 4 to 65536"):
        block(divisor=divisor)
