"""The border between minibatches: who may enter, and when W changes."""

import random

import pytest

from bep_hw.gateware.control.minibatch import Minibatch
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import SEEDS, STALLS, Stalls, simulate

BANKS = 4


def check(learns, *, batch, train=True, stall=0.0, seed=0):
    """learns: of every sample, whether it learns; samples take a random time to finish."""
    dut, stalls, source = (
        Minibatch(CoreConfig(banks=BANKS)),
        Stalls(stall, seed),
        random.Random(seed),
    )
    borders = []

    async def bench(ctx):
        ctx.set(dut.train, train)
        ctx.set(dut.batch_size, batch)
        entered, in_flight, learning, rows, now = 0, [], 0, 0, 0
        counted = 0
        while entered < len(learns) or in_flight or rows or (train and ctx.get(dut.busy)):
            complete = train and entered == batch * (len(borders) + 1)
            # The reference of what happens in this cycle.
            over = complete and not in_flight and not rows
            assert ctx.get(dut.enter) == (not complete)
            assert ctx.get(dut.busy) == complete
            ctx.set(dut.rows_busy, rows > 0)
            assert ctx.get(dut.done) == over
            counts = counted < len(borders) and not rows
            assert ctx.get(dut.counts) == counts, "the number is steady while rows are drawn"
            counted += counts
            first = batch * len(borders)
            assert ctx.get(dut.turn) == (over and any(learns[first : first + batch]))
            enters = (
                not complete
                and entered < len(learns)
                and len(in_flight) + learning < BANKS
                and not stalls()
            )
            ends = in_flight[0] if in_flight and in_flight[0][0] <= now else None
            frees = learning and source.random() < 0.1
            ctx.set(dut.entered, enters)
            ctx.set(dut.learns, bool(ends and ends[1]))
            ctx.set(dut.dropped, bool(ends and not ends[1]))
            ctx.set(dut.freed, bool(frees))
            await ctx.tick()
            if over:
                borders.append(any(learns[first : first + batch]))
                rows = source.randrange(40) if borders[-1] else 0
            if enters:
                in_flight.append((now + source.randrange(5, 20), learns[entered]))
                entered += 1
            if ends:
                in_flight.pop(0)
                learning += ends[1]
            learning -= bool(frees)
            rows = max(rows - 1, 2 * learning)
            now += 1

    simulate(dut, bench)
    return borders


@pytest.mark.parametrize("batch", [1, 2, 3, 7])
@pytest.mark.parametrize("learns", [False, True], ids=["none-learns", "all-learn"])
def test_minibatches(batch, learns):
    """Without a sample that learns there is no turn, but still a count."""
    assert check([learns] * 21, batch=batch) == [learns] * (21 // batch)


def test_only_the_last_or_the_first_learns():
    learns = [False, False, True, True, *[False] * 5]
    assert check(learns, batch=3) == [True, True, False]


def test_predicting_has_no_border():
    assert check([False] * 20, batch=2, train=False) == []


@SEEDS
@STALLS
def test_random_samples(seed, stall):
    source = random.Random(seed)
    learns = [source.random() < 0.3 for _ in range(40)]
    check(learns, batch=4, stall=stall, seed=seed)


def test_refresh():
    """None enters from the cycle of the request until the row engine has done it."""
    dut = Minibatch(CoreConfig())

    async def bench(ctx):
        for refresh, rows_busy, enter in (
            *((0, 0, 1), (1, 0, 0), (0, 1, 0), (0, 1, 0), (0, 0, 0), (0, 0, 1)),
        ):
            ctx.set(dut.refresh, refresh)
            ctx.set(dut.rows_busy, rows_busy)
            assert ctx.get(dut.enter) == enter
            assert ctx.get(dut.busy) == (not enter), "status must not read idle meanwhile"
            assert not ctx.get(dut.done) and not ctx.get(dut.turn)
            await ctx.tick()

    simulate(dut, bench)


@pytest.mark.parametrize(
    "entered, batch, flush, ends",
    [(3, 8, 1, True), (0, 8, 1, False), (3, 3, 0, True), (3, 2, 0, True), (3, 4, 0, False)],
    ids=["flush", "flush-of-nothing", "as-many", "fewer", "more"],
)
def test_a_minibatch_ends_early(entered, batch, flush, ends):
    """By `flush`, or as its size becomes what it has or less; the next one begins from none."""
    dut, done = Minibatch(CoreConfig(banks=BANKS)), []

    async def enter(ctx, count):
        """Samples that learn at once."""
        for _ in range(count):
            for name in ("entered", "learns", "freed"):
                ctx.set(getattr(dut, name), 1)
            await ctx.tick()
            for name in ("entered", "learns", "freed"):
                ctx.set(getattr(dut, name), 0)
            done.append(ctx.get(dut.done) + ctx.get(dut.turn))
            await ctx.tick()

    async def bench(ctx):
        ctx.set(dut.train, 1)
        ctx.set(dut.batch_size, 8)
        await enter(ctx, entered)
        ctx.set(dut.batch_size, batch)
        ctx.set(dut.flush if flush else dut.resized, 1)
        assert (ctx.get(dut.cut), ctx.get(dut.busy)) == (ends, ends)
        await ctx.tick()
        ctx.set(dut.flush, 0)
        ctx.set(dut.resized, 0)
        assert (ctx.get(dut.done), ctx.get(dut.turn)) == (ends, ends)
        assert ctx.get(dut.enter) == (not ends)
        await ctx.tick()
        assert ctx.get(dut.enter) and not any(done)
        left = batch if ends else batch - entered
        await enter(ctx, left)
        assert done[entered:] == [0] * (left - 1) + [2]

    simulate(dut, bench)
