"""Small pieces of every bench in Amaranth's simulator: cycles, words, stalls, memories.

A cycle has a number: inputs set in cycle t reach a register's output in cycle t + 1, so the
latency of a block is the number of its output's cycle less that of its input's.
"""

import random

import numpy as np
import pytest
from amaranth.hdl import ClockDomain, Module
from amaranth.lib import data
from amaranth.sim import Simulator

SEEDS = pytest.mark.parametrize("seed", range(3), ids="seed{}".format)
DEEP = pytest.mark.parametrize("deep", [False, True], ids=["small-core", "large-core"])
STALLS = pytest.mark.parametrize("stall", [0.0, 0.4], ids=["flowing", "stalling"])


def word(bits):
    """An integer from bits, lowest first; an entry counts as 1 iff it is above 0, so ±1 works."""
    return sum(int(bit > 0) << index for index, bit in enumerate(bits))


def bits(value, width):
    """The lowest `width` bits of an integer, lowest first."""
    return [value >> index & 1 for index in range(width)]


def tile(weights, rows, columns, rng):
    """An R x D tile with `weights` (r, d) ±1 in its corner and noise in what does not exist."""
    whole = rng.choice(np.array([-1, 1]), (rows, columns))
    whole[: weights.shape[0], : weights.shape[1]] = weights
    return word(whole.ravel())


def plain(value):
    """What `ctx.get` gave, as integers, lists and dictionaries."""
    if not isinstance(value, data.Const):
        return value
    layout = value.shape()
    if isinstance(layout, data.ArrayLayout):
        return [plain(value[index]) for index in range(layout.length)]
    return {name: plain(value[name]) for name, _ in layout}


def access(ctx, dut, *, write, value, writes, read, reads):
    """Set both ports of a memory for a cycle: address, word and enable, and address and enable."""
    ctx.set(dut.write.addr, write)
    ctx.set(dut.write.data, value)
    ctx.set(dut.write.en, writes)
    ctx.set(dut.read.addr, read)
    ctx.set(dut.read.en, reads)


def simulate(dut, *benches, background=(), limit=100_000):
    """Run `benches` to their ends; `background` ones run beside them and first in each cycle."""

    # Benches that may be left unfinished await single ticks only: Amaranth's longer waits are
    # generators, which complain when they are thrown away.
    async def watchdog(ctx):
        for _ in range(limit):
            await ctx.tick()
        raise AssertionError(f"no end after {limit} cycles")

    # A clock for the benches, even if the component has no register.
    top = Module()
    top.domains.sync = ClockDomain()
    top.submodules.dut = dut
    simulator = Simulator(top)
    simulator.add_clock(1e-6)
    for bench in (*background, watchdog):
        simulator.add_testbench(bench, background=True)
    for bench in benches:
        simulator.add_testbench(bench)
    simulator.run()


def play(dut, cycles, outputs):
    """Set the members named in `cycles[t]` in cycle t; returns what `outputs` were, per cycle."""
    seen = []

    async def bench(ctx):
        for cycle in cycles:
            for name, value in cycle.items():
                member = getattr(dut, name)
                if isinstance(member, list):  # an array of ports
                    for one, part in zip(member, value, strict=True):
                        ctx.set(one, part)
                else:
                    ctx.set(member, value)
            seen.append({name: plain(ctx.get(getattr(dut, name))) for name in outputs})
            await ctx.tick()

    simulate(dut, bench)
    return seen


class Stalls:
    """Pauses of random length, with probability `stall` for each further cycle.

    refused: how often a receiver with these pauses left a payload that was there to be taken
    """

    def __init__(self, stall, seed):
        self.stall, self.random, self.refused = stall, random.Random(seed), 0

    def __call__(self):
        return self.random.random() < self.stall

    async def pause(self, ctx):
        while self():
            await ctx.tick()


async def send(ctx, port, payload, stalls=None):
    """Put `payload` on a stream, after a pause; returns once it has been taken."""
    if stalls:
        await stalls.pause(ctx)
    ctx.set(port.payload, payload)
    ctx.set(port.valid, 1)
    await ctx.tick().until(port.ready)
    ctx.set(port.valid, 0)


async def receive(ctx, port, stalls=None):
    """Take one payload from a stream; asserts that it stays until it is taken.

    `ready` is drawn in every cycle, so that an output meets ready = 0 however slow it is.
    """
    offered = None
    while True:
        ready = not (stalls and stalls())
        ctx.set(port.ready, ready)
        _, _, valid, payload = await ctx.tick().sample(port.valid, port.payload)
        payload = plain(payload)
        assert offered is None or valid, "valid fell before ready"
        assert offered in (None, payload), f"{offered} became {payload} before ready"
        if valid and ready:
            ctx.set(port.ready, 0)
            return payload
        if valid:
            offered = payload
            stalls.refused += 1


def reads(address, contents, enable=None, **ports):
    """A memory as a background bench: data one cycle after the address, if `enable` was set.

    address: signal, or tuple of signals; contents: function of its value(s) to a dictionary of
    values for the signals in `ports`
    """
    addresses = address if isinstance(address, tuple) else (address,)

    async def bench(ctx):
        sampled = (*addresses, *(() if enable is None else (enable,)))
        while True:
            _, _, *values = await ctx.tick().sample(*sampled)
            if enable is None or values.pop():
                for name, value in contents(*values).items():
                    ctx.set(ports[name], value)

    return bench


def table_lookup(dut, rows, prefix=""):
    """The layer table as a background bench: `dut.table` is the row that `dut.layer` asks for."""
    layer, table = getattr(dut, f"{prefix}layer"), getattr(dut, f"{prefix}table")

    async def bench(ctx):
        while True:
            ctx.set(table, rows[min(ctx.get(layer), len(rows) - 1)])
            await ctx.tick()

    return bench


def table_rows(table, config, settings=None):
    """Rows of a layer table as `layer_layout` has them; `settings` fill in the trainable layers."""
    rows = [layer.registers(config) for layer in table]
    if settings:
        for index, row in enumerate(rows[:-1]):
            row["gate"] = settings.gates[index]
            row["group"] = settings.groups[index]
            row["reinforce"] = settings.reinforce[index]
    return rows


def counter_words(config, table, counters, rng):
    """The counter memory that holds `counters` [(K_l, K_{l-1})]; noise in the padding."""
    words, lanes = {}, config.lanes
    limit = 1 << (config.hidden_bits - 2)
    for layer, c in zip(table, counters, strict=False):
        whole = rng.integers(-limit, limit, (layer.rows, layer.words * lanes))
        whole[:, : layer.columns] = c
        for place, piece in enumerate(whole.reshape(-1, lanes).tolist()):
            words[layer.counter_base + place] = piece
    return words


def counters_of(config, table, words):
    """The inverse of `counter_words`."""
    counters = []
    for layer in table[:-1]:
        places = range(layer.counter_base, layer.counter_base + layer.rows * layer.words)
        whole = np.array([words[place] for place in places], np.int32)
        counters.append(whole.reshape(layer.rows, -1)[:, : layer.columns])
    return counters
