"""Drives the core in Amaranth's simulator: what a host does, one port at a time."""

import random

import numpy as np
from amaranth.sim import Simulator

from bep_hw.gateware.core import Core
from bep_hw.spec.layer_table import (
    layer_table,
    network_registers,
    settings_registers,
    trained_segments,
)
from bep_hw.spec.payloads import CLASSES, COUNTERS, TILES
from bep_hw.spec.registers import address
from bep_hw.spec.sequences import Sequences


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
        for name, layer, value in (
            *network_registers(self.table, self.config, seed),
            *settings_registers(self.table, settings),
        ):
            await self.write(ctx, name, value, layer)
        await self.write(ctx, "batch_size", batch_size)
        await self.write(ctx, "minibatch", minibatch)

    async def load(self, ctx, counters, classifier):
        """Hidden counters and P into the core, then W = sign(c)."""
        lanes, bits = self.config.lanes, self.config.counter_bits
        columns, rows = self.config.tile_columns, self.config.tile_rows
        word = {"kind": COUNTERS, "address": 0, "row": 0, "segment": 0, "data": 0}
        for (row, segment), layer in zip(trained_segments(self.table), counters, strict=True):
            for (j, k), _ in np.ndenumerate(layer[:, ::lanes]):
                piece = layer[j, k * lanes : (k + 1) * lanes]
                value = sum((int(c) & ((1 << bits) - 1)) << bits * i for i, c in enumerate(piece))
                place = row.counter_base + j * row.words + segment.first + k
                await self.send(ctx, self.dut.load, {**word, "address": place, "data": value})
        last = self.table[-1]
        for j, signs in enumerate(classifier):
            for start in range(0, len(signs), lanes):
                value = sum(int(s > 0) << i for i, s in enumerate(signs[start : start + lanes]))
                block, segment = start // columns, start % columns // lanes
                tile = {
                    "kind": TILES,
                    "address": last.tile_base + j // rows * last.column_blocks + block,
                    "row": j % rows,
                    "segment": segment,
                    "data": value,
                }
                await self.send(ctx, self.dut.load, tile)
                target = {"kind": CLASSES, "address": j * last.column_blocks + block}
                await self.send(ctx, self.dut.load, {**tile, **target})
        await self.write(ctx, "control", 3)
        await self.idle(ctx)

    async def counters(self, ctx):
        """The hidden counters, read back."""
        lanes, bits = self.config.lanes, self.config.counter_bits
        layers = []
        for row, segment in trained_segments(self.table):
            layer = np.zeros((row.rows, segment.words * lanes), np.int32)
            for (j, k), _ in np.ndenumerate(layer[:, ::lanes]):
                place = row.counter_base + j * row.words + segment.first + int(k)
                await self.send(ctx, self.dut.fetch, place)
                value = await self.receive(ctx, self.dut.fetched)
                for i in range(lanes):
                    c = value >> bits * i & ((1 << bits) - 1)
                    layer[j, k * lanes + i] = c - (c >> bits - 1 << bits)
            layers.append(layer[:, : segment.columns])
        return layers

    async def feed(self, ctx, inputs):
        """Words of every sample (n, K_0) of bits, or of Sequences."""
        columns = self.config.tile_columns
        for vector in self.vectors(inputs):
            for start in range(0, len(vector), columns):
                piece = vector[start : start + columns]
                word = sum(int(bit) << i for i, bit in enumerate(piece))
                await self.send(ctx, self.dut.samples, word)

    def vectors(self, inputs):
        """Every sample; of a series s_0, its own time steps, and noise up to the longest one."""
        if not isinstance(inputs, Sequences):
            yield from inputs
            return
        for series, own in zip(inputs.bits, inputs.steps, strict=True):
            yield [1] * self.network.layers[1]
            yield from series[-own:]
            for _ in range(self.network.steps - own):
                yield [self.random.getrandbits(1) for _ in range(self.network.layers[0])]

    async def tell(self, ctx, labels, own=None):
        """Labels (n,), and if the core knows time, (n,) time steps of each sample."""
        for index, label in enumerate(labels):
            payload = int(label)
            if self.config.in_time:
                steps = 1 if own is None else int(own[index])
                payload = {"label": payload, "steps": steps}
            await self.send(ctx, self.dut.labels, payload)

    async def hear(self, ctx, count):
        """(prediction, margin, triggered) of `count` samples."""
        results = []
        for _ in range(count):
            result = await self.receive(ctx, self.dut.results)
            results.append((result.prediction, result.margin, result.triggered))
        return results
