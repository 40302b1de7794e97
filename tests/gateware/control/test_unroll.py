"""Unroll: every winner at each of its time steps, with the desired activation it has there."""

import numpy as np
import pytest

from bep_hw.gateware.control.unroll import Unroll
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import SEEDS, STALLS, Stalls, reads, receive, send, simulate

STRIDE, STEPS, BANKS = 5, 6, 4
CONFIG = CoreConfig(
    **{"tile_rows": 4, "tile_columns": 8, "lanes": 4, "banks": BANKS},
    **{"max_steps": STEPS, "activation_depth": 64, "row_depth": 32},
)
SAMPLE_FIELDS = ("bank", "layer", "row", "block", "index")


def neuron(rng, last=0):
    """A winner; its desired word is one of the first time step."""
    fields = {"layer": int(rng.integers(3)), "row": int(rng.integers(99)), "last": last}
    places = {"block": int(rng.integers(32)), "index": int(rng.integers(4))}
    word = {"word": int(rng.integers(STRIDE)), "bit": int(rng.integers(8))}
    return {"bank": int(rng.integers(BANKS)), **fields, **places, **word}


def expected(neurons, own, learning, desired, state):
    """What the row engine is to get: fields of each winner, desired, and the offset."""
    for winner in neurons:
        bank, word = winner["bank"], winner["word"]
        fields = tuple(winner[name] for name in SAMPLE_FIELDS)
        if winner["last"]:
            yield bank, "last"
        elif state and winner["layer"] == 0:
            for t in range(own[bank], own[bank] - learning[bank], -1):
                behind = STRIDE * (t - 1)
                bit = desired[bank, word + behind] >> winner["bit"] & 1
                yield (*fields, bit, behind)
        else:
            yield (*fields, desired[bank, word] >> winner["bit"] & 1, STRIDE * own[bank])


def run(neurons, state, *, stall=0.0, seed=0):
    """Cycles from each winner that is taken to each learner, and how it compares."""
    rng, stalls = np.random.default_rng([seed, 7]), Stalls(stall, seed)
    own = [int(t) for t in rng.integers(1, STEPS + 1, BANKS)]
    learning = [int(rng.integers(1, t + 1)) for t in own]
    desired = {(b, w): int(rng.integers(256)) for b in range(BANKS) for w in range(64)}
    dut, clock, taken, arrived, got = Unroll(CONFIG), [0], [], [], []
    wanted = list(expected(neurons, own, learning, desired, state))

    async def samples(ctx):
        """The time steps of the sample that is asked for, in the same cycle."""
        ctx.set(dut.state, state)
        ctx.set(dut.stride, STRIDE)
        while True:
            ctx.set(dut.last_offset, STRIDE * own[ctx.get(dut.bank)])
            ctx.set(dut.learning, learning[ctx.get(dut.bank)])
            await ctx.delay(1e-7)

    async def count(ctx):
        while True:
            await ctx.tick()
            clock[0] += 1

    async def feed(ctx):
        for winner in neurons:
            await send(ctx, dut.chosen, winner, stalls)
            taken.append(clock[0])

    async def listen(ctx):
        for _ in wanted:
            learner = await receive(ctx, dut.learners, stalls)
            arrived.append(clock[0])
            if learner["last"]:
                got.append((learner["bank"], "last"))
            else:
                names = (*SAMPLE_FIELDS, "desired", "offset")
                got.append(tuple(learner[name] for name in names))

    memory = reads(
        (dut.desired_bank, dut.desired_address),
        lambda *place: {"desired": desired[place]},
        desired=dut.desired,
    )
    simulate(dut, feed, listen, background=[count, samples, memory])
    assert got == wanted
    return taken, arrived, learning


@pytest.mark.parametrize("state", [0, 1], ids=["layers", "state"])
@SEEDS
@STALLS
def test_any_neurons(state, seed, stall):
    rng = np.random.default_rng(seed)
    run([neuron(rng, last=rng.random() < 0.2) for _ in range(20)], state, stall=stall, seed=seed)


@SEEDS
def test_latency_and_throughput(seed):
    """A learner two cycles after its winner is taken, and then one in two cycles."""
    rng = np.random.default_rng(seed)
    winner = {**neuron(rng), "layer": 0}
    taken, arrived, learning = run([winner], 1, seed=seed)
    first = taken[0] + Unroll.latency
    count = learning[winner["bank"]]
    assert arrived == [first + 2 * index for index in range(count)]
