"""Results of a bundle wait, in order, until each of them is taken."""

import random

import pytest
from amaranth.lib import data

from bep_hw.gateware.control.results import Results
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import SEEDS, simulate

PAYLOAD = data.StructLayout({"prediction": 4, "triggered": 1})


@SEEDS
@pytest.mark.parametrize("samples", [1, 2, 4, 8])
def test_every_result_is_given_once(samples, seed):
    config = CoreConfig(
        tile_rows=2, tile_columns=4, lanes=4, banks=2 * samples, samples_per_read=samples
    )
    dut, rng = Results(config, PAYLOAD), random.Random(seed)

    async def bench(ctx):
        for _ in range(25):
            members = rng.randrange(1, samples + 1)
            outcomes = [
                {"prediction": rng.randrange(16), "triggered": rng.randrange(2)}
                for _ in range(members)
            ]
            ctx.set(dut.members, members)
            to_come, taken = list(outcomes), []
            while len(taken) < members:
                done = bool(to_come) and rng.randrange(2)
                if done:
                    ctx.set(dut.outcome, to_come.pop(0))
                ctx.set(dut.done, done)
                ready = rng.randrange(2)
                ctx.set(dut.results.ready, ready)
                valid = ctx.get(dut.results.valid)
                takes = valid and ready
                if valid:
                    way = ctx.get(dut.way) if samples > 1 else 0
                    assert way == len(taken)
                    found = ctx.get(dut.results.payload)
                    expected = outcomes[len(taken)]
                    assert (found.prediction, found.triggered) == tuple(expected.values())
                assert ctx.get(dut.answered) == (takes and len(taken) + 1 == members)
                await ctx.tick()
                if takes:
                    taken.append(None)
                    # From now on the first bank may be one of another bundle.
                    ctx.set(dut.members, rng.randrange(1, samples + 1))
            ctx.set(dut.done, 0)
            ctx.set(dut.results.ready, 0)
            assert not ctx.get(dut.results.valid)

    simulate(dut, bench)
