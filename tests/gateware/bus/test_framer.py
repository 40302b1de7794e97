"""Framer: packets to samples and labels, and back in step after a wrong one."""

import random

import pytest

from bep_hw.gateware.bus.framer import Framer
from bep_hw.gateware.bus.words import WORD
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.registers import STEPS_LOW
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate


def framer(columns):
    return Framer(CoreConfig(tile_rows=4, tile_columns=columns, lanes=4))


def beats(words, label):
    return [*({"data": word, "last": 0} for word in words), {"data": label, "last": 1}]


def run(dut, words, packets, stall, seed):
    """(samples, labels, misframed) when packets [(words, label)] go in."""
    samples, labels, misframed = [], [], []

    async def feed(ctx):
        ctx.set(dut.words, words)
        stalls = Stalls(stall, seed)
        for packet in packets:
            for beat in beats(*packet):
                await send(ctx, dut.i, beat, stalls)

    async def take(ctx):
        stalls = Stalls(stall, seed + 1)
        for _ in range(len(packets) * words):
            samples.append(await receive(ctx, dut.samples, stalls))

    async def tell(ctx):
        stalls = Stalls(stall, seed + 2)
        for _ in packets:
            labels.append(await receive(ctx, dut.labels, stalls))

    async def watch(ctx):
        while True:
            misframed.append(ctx.get(dut.misframed))
            await ctx.tick()

    simulate(dut, feed, take, tell, background=[watch])
    return samples, labels, any(misframed)


def joined(words, columns, count):
    """D-bit words of a packet, filled up with 0 or cut off to `count`."""
    parts = -(-columns // WORD)
    words = (words + [0] * parts * count)[: parts * count]
    found = []
    for start in range(0, len(words), parts):
        value = sum(word << WORD * i for i, word in enumerate(words[start : start + parts]))
        found.append(value & ((1 << columns) - 1))
    return found


@pytest.mark.parametrize("columns, words", [(8, 3), (32, 2), (40, 2), (96, 1)])
@pytest.mark.parametrize("errors", [0, 1], ids=["right", "wrong"])
@SEEDS
@STALLS
def test_samples_and_labels(columns, words, errors, seed, stall):
    """With `errors`, every second packet has a wrong length."""
    dut, source = framer(columns), random.Random(seed)
    length, packets = words * -(-columns // WORD), []
    for index in range(8):
        size = length
        while errors and index % 2 and size == length:
            size = source.randrange(2 * length + 2)
        packets.append(([source.getrandbits(WORD) for _ in range(size)], source.randrange(10)))
    samples, labels, misframed = run(dut, words, packets, stall, seed)
    assert samples == [word for packet, _ in packets for word in joined(packet, columns, words)]
    assert labels == [label for _, label in packets]
    assert misframed == errors


def test_latency_and_throughput():
    """A word in every cycle; a packet of n words and a class takes n + 2 cycles."""
    dut, words = framer(32), 3
    seen = []

    async def bench(ctx):
        ctx.set(dut.words, words)
        ctx.set(dut.samples.ready, 1)
        ctx.set(dut.labels.ready, 1)
        ctx.set(dut.i.valid, 1)
        packet = beats([1, 2, 3], 5) * 2
        for cycle in range(2 * (words + 2)):
            ctx.set(dut.i.payload, packet[0])
            if ctx.get(dut.i.ready):
                packet.append(packet.pop(0))
            if ctx.get(dut.labels.valid):
                seen.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert seen[0] == words + dut.latency
    assert seen[1] - seen[0] == words + 2


def test_time_steps_are_above_the_class():
    config = CoreConfig(tile_rows=4, tile_columns=8, lanes=4, max_steps=9)
    packets = [([1, 2, 3], 5 | 9 << STEPS_LOW), ([4, 5, 6], 2 | 1 << STEPS_LOW)]
    samples, labels, misframed = run(Framer(config), 3, packets, 0.0, 0)
    assert samples == [1, 2, 3, 4, 5, 6]
    assert labels == [{"label": 5, "steps": 9}, {"label": 2, "steps": 1}]
    assert not misframed


@pytest.mark.parametrize("steps", [1, 9], ids=["layers", "in-time"])
def test_a_label_that_does_not_fit_is_no_class(steps):
    """Whichever bit is too much; time steps too."""
    config = CoreConfig(tile_rows=4, tile_columns=8, lanes=4, max_classes=4, max_steps=steps)
    low, time = (STEPS_LOW, 5 << STEPS_LOW) if steps > 1 else (32, 0)
    wrong = [1 | time | 1 << bit for bit in range(3, low)]
    if steps > 1:
        wrong += [1 | 1 << bit for bit in range(STEPS_LOW + 4, 32)]
    packets = [([0], 3 | time), *(([0], label) for label in wrong), ([0], 4 | time)]
    _, labels, _ = run(Framer(config), 1, packets, 0.0, 0)
    classes = [label["label"] if steps > 1 else label for label in labels]
    assert classes == [3, *[7] * len(wrong), 4]
    assert steps == 1 or labels[0]["steps"] == 5
