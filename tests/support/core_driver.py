"""Drives the core in Amaranth's simulator: what a host does, one port at a time."""

import random

import numpy as np
from amaranth.sim import Simulator

from bep_hw.gateware.core import Core
from bep_hw.gateware.host import LOAD_CLASS, LOAD_COUNTERS, LOAD_TILE
from bep_hw.layer_table import layer_table
from bep_hw.registers import LAYER, address


class CoreDriver:
    """A host of `Core(config)`; every method is to be awaited inside a test bench."""

    def __init__(self, network, config, *, stall=0.0, seed=0):
        self.network, self.config = network, config
        self.table = layer_table(network, config)
        self.dut = Core(config)
        self.stall, self.random = stall, random.Random(seed)

    def run(self, *benches):
        """Simulate `benches`; the first to need the host's ports is the host."""
        simulator = Simulator(self.dut)
        simulator.add_clock(1e-6)
        for bench in benches:
            simulator.add_testbench(bench)
        simulator.run()

    async def pause(self, ctx):
        while self.random.random() < self.stall:
            await ctx.tick()

    async def send(self, ctx, port, payload):
        await self.pause(ctx)
        ctx.set(port.payload, payload)
        ctx.set(port.valid, 1)
        await ctx.tick().until(port.ready)
        ctx.set(port.valid, 0)

    async def receive(self, ctx, port):
        await self.pause(ctx)
        ctx.set(port.ready, 1)
        (payload,) = await ctx.tick().sample(port.payload).until(port.valid)
        ctx.set(port.ready, 0)
        return payload

    async def write(self, ctx, name, value, layer=None):
        ctx.set(self.dut.csr.address, address(name, layer))
        ctx.set(self.dut.csr.write_data, value)
        ctx.set(self.dut.csr.write_enable, 1)
        await ctx.tick()
        ctx.set(self.dut.csr.write_enable, 0)

    async def read(self, ctx, name):
        ctx.set(self.dut.csr.address, address(name))
        await ctx.tick()
        return ctx.get(self.dut.csr.read_data)

    async def idle(self, ctx):
        await self.read(ctx, "status")
        while await self.read(ctx, "status"):
            pass

    async def configure(self, ctx, settings, *, seed, minibatch, batch_size):
        for index, row in enumerate(self.table):
            for register in LAYER:
                if hasattr(row, register.name):
                    await self.write(ctx, register.name, getattr(row, register.name), index)
            if index < self.network.depth:
                await self.write(ctx, "gate", settings.gates[index], index)
                await self.write(ctx, "group", settings.groups[index], index)
                await self.write(ctx, "reinforce", settings.reinforce[index], index)
        for name, value in (
            ("batch_size", batch_size),
            ("margin", settings.margin),
            ("layers", len(self.table)),
            ("seed", seed),
            ("minibatch", minibatch),
        ):
            await self.write(ctx, name, value)

    async def load(self, ctx, counters, classifier):
        """Hidden counters and P into the core, then W = sign(c)."""
        lanes, bits = self.config.lanes, self.config.counter_bits
        columns, rows = self.config.tile_columns, self.config.tile_rows
        word = {"kind": LOAD_COUNTERS, "address": 0, "row": 0, "segment": 0, "data": 0}
        for row, layer in zip(self.table, counters, strict=False):
            for (j, k), _ in np.ndenumerate(layer[:, ::lanes]):
                piece = layer[j, k * lanes : (k + 1) * lanes]
                value = sum((int(c) & ((1 << bits) - 1)) << bits * i for i, c in enumerate(piece))
                place = row.counter_base + j * row.words + k
                await self.send(ctx, self.dut.load, {**word, "address": place, "data": value})
        last = self.table[-1]
        for j, signs in enumerate(classifier):
            for start in range(0, len(signs), lanes):
                value = sum(int(s > 0) << i for i, s in enumerate(signs[start : start + lanes]))
                block, segment = start // columns, start % columns // lanes
                tile = {
                    "kind": LOAD_TILE,
                    "address": last.tile_base + j // rows * last.column_blocks + block,
                    "row": j % rows,
                    "segment": segment,
                    "data": value,
                }
                await self.send(ctx, self.dut.load, tile)
                target = {"kind": LOAD_CLASS, "address": j * last.column_blocks + block}
                await self.send(ctx, self.dut.load, {**tile, **target})
        await self.write(ctx, "control", 3)
        await self.idle(ctx)

    async def counters(self, ctx):
        """The hidden counters, read back."""
        lanes, bits = self.config.lanes, self.config.counter_bits
        layers = []
        for row in self.table[:-1]:
            layer = np.zeros((row.rows, row.words * lanes), np.int32)
            for (j, k), _ in np.ndenumerate(layer[:, ::lanes]):
                await self.send(ctx, self.dut.fetch, row.counter_base + j * row.words + int(k))
                value = await self.receive(ctx, self.dut.fetched)
                for i in range(lanes):
                    c = value >> bits * i & ((1 << bits) - 1)
                    layer[j, k * lanes + i] = c - (c >> bits - 1 << bits)
            layers.append(layer[:, : row.columns])
        return layers

    async def feed(self, ctx, inputs):
        """Words of every sample (n, K_0) of bits."""
        columns = self.config.tile_columns
        for sample in inputs:
            for start in range(0, len(sample), columns):
                piece = sample[start : start + columns]
                word = sum(int(bit) << i for i, bit in enumerate(piece))
                await self.send(ctx, self.dut.samples, word)

    async def tell(self, ctx, labels):
        for label in labels:
            await self.send(ctx, self.dut.labels, int(label))

    async def hear(self, ctx, count):
        """(prediction, margin, triggered) of `count` samples."""
        results = []
        for _ in range(count):
            result = await self.receive(ctx, self.dut.results)
            results.append((result.prediction, result.margin, result.triggered))
        return results
