"""Row blocks that come together leave one after the other."""

import random

import pytest

from bep_hw.gateware.control.in_turn import InTurn
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import SEEDS, simulate


@SEEDS
@pytest.mark.parametrize("samples", [2, 4, 8])
def test_one_after_the_other(samples, seed):
    config = CoreConfig(
        tile_rows=2, tile_columns=4, lanes=4, banks=2 * samples, samples_per_read=samples
    )
    dut, rng = InTurn(config), random.Random(seed)
    seen, expected = [], []

    async def bench(ctx):
        for number in range(20):
            members, bundle = rng.randrange(1, samples + 1), rng.randrange(config.bundles)
            z = [[rng.randrange(-50, 50) for _ in range(2)] for _ in range(samples)]
            block = {"bundle": bundle, "row": number % 4, "last": number % 2}
            ctx.set(dut.members, members)
            ctx.set(dut.block, block)
            ctx.set(dut.start, 1)
            for cycle in range(samples + rng.randrange(3)):
                ctx.set(dut.z, z[min(cycle, samples - 1)])
                if cycle:  # the block and its members are there for one cycle alone
                    ctx.set(dut.start, 0)
                    ctx.set(dut.members, rng.randrange(1, samples + 1))
                    ctx.set(dut.block, {"bundle": 0, "row": 3, "last": 0})
                if ctx.get(dut.valid):
                    own = [ctx.get(dut.own[row]) for row in range(2)]
                    out = [ctx.get(dut.out[name]) for name in ("bundle", "row", "last")]
                    way = ctx.get(dut.way)
                    seen.append((cycle, way, ctx.get(dut.ends), own, out))
                    assert ctx.get(dut.bundle) == bundle
                await ctx.tick()
            expected.extend(
                (way, way, int(way + 1 == members), z[way], [bundle, number % 4, number % 2])
                for way in range(members)
            )

    simulate(dut, bench)
    assert seen == expected
