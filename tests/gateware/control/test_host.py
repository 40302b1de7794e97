"""Host: loads and fetches while the core is idle, the row engine's words else."""

import dataclasses
import random

import pytest
from amaranth.hdl import Elaboratable, Module
from amaranth.lib import wiring

from bep_hw.gateware.control.host import Host
from bep_hw.gateware.memory.memories import Memories
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.payloads import CLASSES, COUNTERS, TILES
from tests.helpers.bench import SEEDS, STALLS, Stalls, receive, send, simulate

CONFIG = CoreConfig(
    **{"tile_rows": 3, "tile_columns": 12, "lanes": 4, "tile_depth": 5, "counter_depth": 11},
    class_depth=6,
)
LARGE = dataclasses.replace(CONFIG, deep_pipeline=True)
SEGMENTS = CONFIG.tile_columns // CONFIG.lanes
DATA = CONFIG.lanes * CONFIG.counter_bits


class Top(Elaboratable):
    """The host port and the memories, connected as in the core."""

    def __init__(self, config=CONFIG):
        self.memories = Memories(config)
        self.host = Host(config, self.memories)

    def elaborate(self, platform):
        m = Module()
        m.submodules.memories, m.submodules.host = self.memories, self.host
        for name in ("counters_read", "counters_write", "tiles_write", "classes_write"):
            wiring.connect(m, getattr(self.host, name), getattr(self.memories, name))
        return m


def state(ctx, dut):
    """(counters, tiles, classes): each None, or (address, data, enables) of what is written.

    Of tiles the enables are (row, segment), and `pieces` is 1.
    """
    counters, classes = (
        tuple(ctx.get(value) for value in (p.addr, p.data, p.en))
        for p in (dut.counters_write, dut.classes_write)
    )
    t = dut.tiles_write
    tiles = (ctx.get(t.address), ctx.get(t.weights), (ctx.get(t.row), ctx.get(t.segment)))
    return [
        counters if counters[2] else None,
        tiles if ctx.get(t.pieces) else None,
        classes if classes[2] else None,
    ]


def pieces(data, count):
    """The low `lanes` bits of `data` in each of `count` pieces."""
    piece = data & ((1 << CONFIG.lanes) - 1)
    return sum(piece << CONFIG.lanes * index for index in range(count))


def any_load(rng):
    """A word to load, and what `state` is while it is loaded."""
    kind = rng.choice([COUNTERS, TILES, CLASSES])
    row, segment = rng.randrange(CONFIG.tile_rows), rng.randrange(SEGMENTS)
    depth = (CONFIG.counter_depth, CONFIG.tile_depth, CONFIG.class_depth)[kind]
    word = {"kind": kind, "address": rng.randrange(depth), "row": row, "segment": segment}
    word["data"] = rng.getrandbits(DATA)
    count = (1, 1, SEGMENTS)[kind]
    enable = (1, (row, segment), 1 << segment)[kind]
    data = word["data"] if kind == COUNTERS else pieces(word["data"], count)
    written = [None, None, None]
    written[kind] = (word["address"], data, enable)
    return word, written


@SEEDS
def test_loads(seed):
    """Each kind to its memory, to the right place, and only while idle."""
    top, rng = Top(), random.Random(seed)
    dut = top.host

    async def bench(ctx):
        for _ in range(60):
            word, written = any_load(rng)
            idle, valid = rng.randrange(2), rng.randrange(2)
            ctx.set(dut.load.payload, word)
            ctx.set(dut.load.valid, valid)
            ctx.set(dut.idle, idle)
            assert ctx.get(dut.load.ready) == idle
            assert state(ctx, dut) == (written if idle and valid else [None] * 3)
            await ctx.tick()

    simulate(top, bench)


@SEEDS
def test_loads_of_a_large_core(seed):
    """Each kind to its memory and place, in the cycle after one in which the core was idle.

    It may be idle no longer then.
    """
    top, rng = Top(LARGE), random.Random(seed)
    dut = top.host

    async def load(ctx, word, written):
        """Offer the word until it is taken; it is written in that cycle, and in no other."""
        ctx.set(dut.load.payload, word)
        ctx.set(dut.load.valid, 1)
        ready = False
        while not ready:
            idle = rng.randrange(2)
            ctx.set(dut.idle, idle)
            assert not ctx.get(dut.load.ready)
            assert state(ctx, dut) == [None] * 3
            await ctx.tick()
            ready = bool(idle)
            ctx.set(dut.idle, rng.randrange(2))
        assert ctx.get(dut.load.ready)
        assert state(ctx, dut) == written
        await ctx.tick()
        ctx.set(dut.load.valid, 0)

    async def bench(ctx):
        for _ in range(60):
            await load(ctx, *any_load(rng))
            for _ in range(rng.randrange(3)):  # nothing is offered
                assert not ctx.get(dut.load.ready)
                assert state(ctx, dut) == [None] * 3
                await ctx.tick()

    simulate(top, bench)


@SEEDS
def test_words_of_the_row_engine(seed):
    """Counters to their address, signs to the bank they name; the load port waits."""
    top, rng = Top(), random.Random(seed)
    dut = top.host
    limit = 1 << (CONFIG.counter_bits - 1)

    async def bench(ctx):
        ctx.set(dut.load.valid, 1)
        ctx.set(dut.load.payload.kind, COUNTERS)
        for _ in range(60):
            counters = [rng.randrange(-limit, limit) for _ in range(CONFIG.lanes)]
            address, bank = rng.randrange(CONFIG.counter_depth), rng.randrange(2)
            tile, row = rng.randrange(CONFIG.tile_depth), rng.randrange(CONFIG.tile_rows)
            segment, signs = rng.randrange(SEGMENTS), rng.getrandbits(CONFIG.lanes)
            valid = rng.randrange(2)
            for name, value in {
                **{"valid": valid, "address": address, "counters": counters, "bank": bank},
                **{"tile": tile, "row": row, "segment": segment, "weights": signs, "pieces": 1},
            }.items():
                ctx.set(getattr(dut.write, name), value)
            mask = (1 << CONFIG.counter_bits) - 1
            data = sum((c & mask) << CONFIG.counter_bits * i for i, c in enumerate(counters))
            place = tile | bank << 3  # five tiles take three bits
            written = [(address, data, 1), (place, signs, (row, segment)), None]
            assert state(ctx, dut) == (written if valid else [None] * 3)
            assert not ctx.get(dut.load.ready)
            await ctx.tick()

    simulate(top, bench)


@STALLS
def test_fetches(stall):
    """Answers in order, however long they wait; the engine's address passes while it works."""
    top, rng, stalls = Top(), random.Random(3), Stalls(stall, 0)
    dut = top.host
    memory = [rng.getrandbits(DATA) for _ in range(CONFIG.counter_depth)]
    got = []

    async def ask(ctx):
        ctx.set(dut.idle, 1)
        for address, value in enumerate(memory):
            word = {"kind": COUNTERS, "address": address, "row": 0, "segment": 0}
            await send(ctx, dut.load, {**word, "data": value}, stalls)
        for address in range(CONFIG.counter_depth):
            await send(ctx, dut.fetch, address, stalls)

    async def listen(ctx):
        while len(got) < len(memory):
            got.append(await receive(ctx, dut.fetched, stalls))
        ctx.set(dut.idle, 0)
        for address in (7, 2):
            ctx.set(dut.counter_address, address)
            ctx.set(dut.fetch.valid, 1)
            assert ctx.get(dut.counters_read.addr) == address
            assert not ctx.get(dut.fetch.ready)
            await ctx.tick()

    simulate(top, ask, listen)
    assert got == memory


@pytest.mark.parametrize("idle", [0, 1])
def test_an_answer_outlives_idleness(idle):
    """It stays on the port until it is taken."""
    top = Top()
    dut = top.host

    async def bench(ctx):
        ctx.set(dut.idle, 1)
        word = {"kind": COUNTERS, "address": 5, "row": 0, "segment": 0, "data": 1234}
        await send(ctx, dut.load, word)
        await send(ctx, dut.fetch, 5)
        ctx.set(dut.idle, idle)
        ctx.set(dut.counter_address, 1)
        ctx.set(dut.fetch.payload, 2)
        for cycle in range(1, dut.latency + 3):
            assert ctx.get(dut.fetched.valid) == (cycle >= dut.latency)
            if cycle >= dut.latency:
                assert ctx.get(dut.fetched.payload) == 1234
            await ctx.tick()

    simulate(top, bench)


def test_loads_and_fetches_take_turns():
    """So the counter memory is never read and written by the host in one cycle."""
    top = Top()
    dut = top.host

    async def bench(ctx):
        ctx.set(dut.idle, 1)
        ctx.set(dut.fetch.valid, 1)
        ctx.set(dut.load.valid, 1)
        assert ctx.get(dut.load.ready)
        assert not ctx.get(dut.fetch.ready)
        await ctx.tick()
        ctx.set(dut.load.valid, 0)
        assert ctx.get(dut.fetch.ready)
        await ctx.tick()
        ctx.set(dut.load.valid, 1)
        for _ in range(dut.latency - 1):
            assert not ctx.get(dut.load.ready)
            await ctx.tick()
        assert ctx.get(dut.fetched.valid)
        assert not ctx.get(dut.load.ready)
        assert not ctx.get(dut.counters_write.en)
        ctx.set(dut.fetched.ready, 1)
        await ctx.tick()
        assert ctx.get(dut.load.ready)

    simulate(top, bench)
