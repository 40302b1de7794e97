"""Thermometer against its golden twin; test_encoder.py has `Levels`."""

import numpy as np

from bep_hw.gateware.encode.thermometer import Thermometer
from bep_hw.golden.encode import thermometer
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate


def comparisons(columns, thresholds, features):
    """The memory of a `Thermometer`; a feature without a bit has a comparison that makes none."""
    found = []
    for feature in range(features):
        of_feature = thresholds[columns == feature].tolist()
        for index, threshold in enumerate(of_feature or [0]):
            found.append(
                {
                    "threshold": threshold,
                    "bit": bool(of_feature),
                    "next": index + 1 == max(1, len(of_feature)),
                    "last": 0,
                }
            )
    found[max(place for place, one in enumerate(found) if one["bit"])]["last"] = 1
    return found


async def load(ctx, dut, memory):
    """Write the comparisons of `memory`."""
    ctx.set(dut.write.en, 1)
    for address, one in enumerate(memory):
        ctx.set(dut.write.addr, address)
        ctx.set(dut.write.data, one)
        await ctx.tick()
    ctx.set(dut.write.en, 0)


@SEEDS
@STALLS
def test_thermometer(seed, stall):
    """Features with 0, 1 and more thresholds, the first and the last one without any."""
    rng = np.random.default_rng(seed)
    columns = np.array([1, 2, 2, 2, 4, 5, 5])
    thresholds = np.concatenate([np.sort(rng.integers(255, size=n)) for n in (1, 3, 1, 2)])
    samples = rng.integers(256, size=(9, 7)).astype(np.uint8)
    samples[0, 1] = thresholds[0]  # equal is not above
    wanted = thermometer.encode(samples, columns, thresholds)
    assert 0 < wanted.mean() < 1
    memory, found, lasts = comparisons(columns, thresholds, 7), [], []
    dut = Thermometer(comparisons=len(memory))

    async def feed(ctx):
        await load(ctx, dut, memory)
        stalls = Stalls(stall, seed)
        for number in samples.ravel().tolist():
            await send(ctx, dut.i, number, stalls)

    async def drain(ctx):
        stalls = Stalls(stall, seed + 1)
        for _ in range(wanted.size):
            group = await receive(ctx, dut.o, stalls)
            assert group["count"] == 1
            found.append(group["bits"])
            lasts.append(group["last"])

    simulate(dut, feed, drain)
    assert found == wanted.ravel().tolist()
    assert lasts == [0, 0, 0, 0, 0, 0, 1] * len(samples)


def test_throughput_of_thermometer():
    """A cycle for each threshold, and one for a number without any."""
    dut, taken = Thermometer(comparisons=4), []
    memory = comparisons(np.array([0, 0, 2]), np.array([3, 9, 5]), 3)

    async def bench(ctx):
        await load(ctx, dut, memory)
        await ctx.tick()
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.o.ready, 1)
        for cycle in range(8):
            if ctx.get(dut.i.ready):
                taken.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert taken == [1, 2, 3, 5, 6, 7]
