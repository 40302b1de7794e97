"""Row jobs: the winners in their order, every row once after a turn, and which of them is due."""

import random

import pytest
from amaranth.hdl import ResetInserter, Signal
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.control.row_jobs import RowJobs
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from tests.helpers.bench import SEEDS, STALLS, Stalls, send, simulate, table_lookup, table_rows

TILE_ROWS = 3


class World:
    """What is around RowJobs; `seen` are its jobs since the last turn, as they are taken."""

    def __init__(self, widths, stall=0.0, seed=0):
        network = Network(layers=(5, *widths), classes=2)
        self.config = CoreConfig.for_network(network, tile_rows=TILE_ROWS, tile_columns=3, lanes=1)
        self.table = layer_table(network, self.config)
        self.dut = RowJobs(self.config)
        self.stalls, self.random = Stalls(stall, seed), random.Random(seed)
        self.rows = [(index, row) for index, k in enumerate(widths) for row in range(k)]
        self.seen, self.working = [], 0

    def place(self, layer, row):
        down, index = divmod(row, TILE_ROWS)
        block = self.table[layer].row_base + down
        return {"layer": layer, "row": row, "block": block, "index": index}

    async def watch(self, ctx):
        """Takes jobs, is busy with each for a while, and notes what they are."""
        dut = self.dut
        while True:
            ctx.set(dut.jobs.ready, not self.stalls())
            ctx.set(dut.working, self.working > 0)
            _, _, valid, ready, job = await ctx.tick().sample(
                dut.jobs.valid, dut.jobs.ready, dut.jobs.payload
            )
            self.working -= self.working > 0
            if valid and ready:
                self.working = self.random.randrange(1, 6)
                if job.last:
                    self.seen.append(("last", job.bank))
                    continue
                assert self.place(job.layer, job.row) == {
                    name: job[name] for name in ("layer", "row", "block", "index")
                }
                self.seen.append((job.layer, job.row, job.learns, job.due))

    async def pulse(self, ctx, name):
        assert not ctx.get(self.dut.busy)
        ctx.set(getattr(self.dut, name), 1)
        await ctx.tick()
        ctx.set(getattr(self.dut, name), 0)

    async def idle(self, ctx):
        while ctx.get(self.dut.busy) or self.working:
            await ctx.tick()

    async def sample(self, ctx, rows, bank):
        """A sample whose winners are `rows`, and its end."""
        blank = {"bank": bank, "desired": 1, "last": 0, **self.place(0, 0)}
        for layer, row in rows:
            await send(ctx, self.dut.winners, {**blank, **self.place(layer, row)}, self.stalls)
        await send(ctx, self.dut.winners, {**blank, "last": 1}, self.stalls)

    def check(self, winners):
        """Since the turn: these winners in order, all rows, and due is the first job of each."""
        jobs = [job for job in self.seen if job[0] != "last"]
        assert [job[:2] for job in jobs if job[2]] == winners
        swept = [job[:2] for job in jobs if not job[2]]
        assert swept == sorted(set(swept)), "the sweep is in order"
        assert {job[:2] for job in jobs} == set(self.rows)
        visited = set()
        for layer, row, learns, due in jobs:
            assert due == ((layer, row) not in visited)
            assert due or learns, "the sweep skips what is not due"
            visited.add((layer, row))

    def run(self, host, top=None):
        async def bench(ctx):
            ctx.set(self.dut.layers, len(self.table))
            await host(ctx)

        table = table_lookup(self.dut, table_rows(self.table, self.config))
        simulate(top or self.dut, bench, background=[table, self.watch])


def train(widths, *, stall, seed, turns=4):
    world = World(widths, stall, seed)
    dut, rng = world.dut, world.random

    async def host(ctx):
        await world.pulse(ctx, "refresh")
        await world.idle(ctx)
        bank = ctx.get(dut.bank)
        for _ in range(turns):
            world.seen.clear()
            await world.pulse(ctx, "turn")
            assert ctx.get(dut.bank) != bank, "every turn exchanges the banks, and nothing else"
            bank = ctx.get(dut.bank)
            assert ctx.get(dut.reinforces)
            winners = []
            for index in range(rng.randrange(4)):
                for _ in range(rng.randrange(20)):
                    await ctx.tick()
                rows = sorted(rng.sample(world.rows, rng.randrange(1 + len(world.rows))))
                winners += rows
                await world.sample(ctx, rows, index % 2)
            await world.idle(ctx)
            world.check(winners)
            assert ctx.get(dut.bank) == bank

    world.run(host)


@SEEDS
@STALLS
def test_turns(seed, stall):
    train((7, 1, 5), stall=stall, seed=seed)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
@settings(max_examples=6, deadline=None)
def test_any_shape(widths, seed):
    train(tuple(widths), stall=0.2 * (seed % 2), seed=seed, turns=2)


@pytest.mark.parametrize("tags", ["old", "fresh"])
def test_refresh(tags):
    """All rows twice, whatever the tags are; nothing is due then, and W is where it was read."""
    world = World((7, 1, 5), 0.2)
    dut = world.dut

    async def host(ctx):
        if tags == "old":
            await world.pulse(ctx, "turn")
            await ctx.tick().repeat(10)
            ctx.set(dut.jobs.ready, 1)
            await world.idle(ctx)
        world.seen.clear()
        bank = ctx.get(dut.bank)
        await world.pulse(ctx, "refresh")
        reinforces = []
        while ctx.get(dut.busy):
            reinforces.append(ctx.get(dut.reinforces))
            await ctx.tick()
        assert not any(reinforces)
        assert [job[:3] for job in world.seen] == [(*row, 0) for row in world.rows * 2]
        assert ctx.get(dut.bank) != bank, "the bank that the first sweep wrote is in use"
        world.seen.clear()
        await world.sample(ctx, world.rows, 0)
        await world.idle(ctx)
        assert world.seen == [*((*row, 1, 0) for row in world.rows), ("last", 0)]

    world.run(host)


@pytest.mark.parametrize("cycles", [2, 9, 20])
def test_refresh_after_a_reset(cycles):
    """A reset in a sweep leaves tags of either kind; no row may be taken for one that is done."""
    world = World((9, 4))
    reset = Signal()

    async def host(ctx):
        await world.pulse(ctx, "refresh")
        await world.idle(ctx)
        await world.pulse(ctx, "turn")
        await ctx.tick().repeat(cycles)
        ctx.set(reset, 1)
        await ctx.tick()
        ctx.set(reset, 0)
        assert len(world.seen) < 3 * len(world.rows), "the sweep was not over"
        world.seen.clear()
        await world.pulse(ctx, "refresh")
        await world.idle(ctx)
        assert [job[:2] for job in world.seen] == world.rows * 2

    world.run(host, ResetInserter(reset)(world.dut))


def test_pace():
    """A job in two cycles; what the sweep skips takes one."""
    world = World((12,))
    dut = world.dut
    cycles = {}

    async def host(ctx):
        await world.pulse(ctx, "refresh")
        await world.idle(ctx)
        for name, rows in (("swept", []), ("skipped", world.rows)):
            await world.pulse(ctx, "turn")
            for layer, row in rows:
                entry = {"bank": 0, "desired": 0, "last": 0, **world.place(layer, row)}
                ctx.set(dut.winners.payload, entry)
                ctx.set(dut.winners.valid, 1)
                await ctx.tick().until(dut.winners.ready)
            ctx.set(dut.winners.valid, 0)
            count = 0
            while ctx.get(dut.busy):
                await ctx.tick()
                count += 1
            cycles[name] = count
            await world.idle(ctx)

    world.run(host)
    # The sweep begins a cycle after the turn; the last row skipped is looked at for a cycle more.
    assert cycles == {"swept": 1 + 2 * 12, "skipped": 1 + 12 + 1}
