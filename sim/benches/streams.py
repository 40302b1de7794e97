"""Drivers of the core's ports for cocotb: registers, and streams with random stalls."""

import random

import cocotb
import numpy as np
from cocotb.clock import Clock
from cocotb.triggers import FallingEdge, RisingEdge

from bep_hw.host import packing
from bep_hw.host.operations import CorePort
from bep_hw.spec.registers import address

WATCHDOG = 200_000
"""Cycles without a payload, or looks at a busy core, after which it counts as stuck."""


class StreamPort(CorePort):
    """The ports of `dut`, driven on falling edges and sampled on rising ones.

    Between the two nothing moves, so what is sampled is what the core saw.
    """

    def __init__(self, dut, stall, seed):
        self.dut, self.stall, self.random = dut, stall, random.Random(seed)

    def signal(self, stream, member):
        return getattr(self.dut, f"{stream}__{member}")

    async def start(self):
        """Start the clock with all inputs low, and reset."""
        inputs = ("samples", "labels", "load", "fetch")
        for signal in (
            *(self.signal(stream, "valid") for stream in inputs),
            *(self.signal(stream, "payload") for stream in inputs),
            *(self.signal(stream, "ready") for stream in ("results", "fetched")),
            *(self.signal("csr", name) for name in ("address", "write_enable", "write_data")),
            self.dut.rst,
        ):
            signal.value = 0
        Clock(self.dut.clk, 10, "ns").start()
        await self.reset()

    async def reset(self):
        """Reset for two cycles; whatever drove a stream must have been cancelled."""
        await FallingEdge(self.dut.clk)
        for stream in ("samples", "labels", "load", "fetch"):
            self.signal(stream, "valid").value = 0
        self.dut.rst.value = 1
        for _ in range(2):
            await FallingEdge(self.dut.clk)
        self.dut.rst.value = 0

    async def pause(self):
        while self.random.random() < self.stall:
            await FallingEdge(self.dut.clk)

    async def send(self, stream, payloads):
        """Send integers, stalling at random before each."""
        valid, ready = self.signal(stream, "valid"), self.signal(stream, "ready")
        await FallingEdge(self.dut.clk)
        for payload in payloads:
            await self.pause()
            self.signal(stream, "payload").value = int(payload)
            valid.value = 1
            for _ in range(WATCHDOG):
                await RisingEdge(self.dut.clk)
                taken = bool(ready.value)
                await FallingEdge(self.dut.clk)
                if taken:
                    break
            assert taken, f"{stream}: not ready for {WATCHDOG} cycles"
            valid.value = 0

    async def receive(self, stream, count):
        """Take `count` integers, ready or not at random in every cycle; what is offered stays."""
        valid, ready = self.signal(stream, "valid"), self.signal(stream, "ready")
        payload, payloads, offered, idle = self.signal(stream, "payload"), [], None, 0
        await FallingEdge(self.dut.clk)
        while len(payloads) < count:
            wanted = self.random.random() >= self.stall
            ready.value = int(wanted)
            await RisingEdge(self.dut.clk)
            found = int(payload.value) if valid.value else None
            assert offered in (None, found), f"{stream}: {offered} became {found} before ready"
            offered, idle = found, idle + 1
            if wanted and found is not None:
                payloads.append(found)
                offered, idle = None, 0
            assert idle < WATCHDOG, f"{stream}: {len(payloads)} of {count}, and no more"
            await FallingEdge(self.dut.clk)
        ready.value = 0
        return payloads

    async def put(self, name, value, layer=None):
        await FallingEdge(self.dut.clk)
        self.dut.csr__address.value = address(name, layer)
        self.dut.csr__write_data.value = int(value)
        self.dut.csr__write_enable.value = 1
        await FallingEdge(self.dut.clk)
        self.dut.csr__write_enable.value = 0

    async def get(self, name, layer=None):
        await FallingEdge(self.dut.clk)
        self.dut.csr__address.value = address(name, layer)
        await FallingEdge(self.dut.clk)
        return int(self.dut.csr__read_data.value)

    async def wait(self):
        for _ in range(WATCHDOG):
            if not await self.get("status") & 1:
                return
        raise AssertionError(f"the core is still busy after {WATCHDOG} looks")

    async def load(self, payloads):
        await self.send("load", packing.to_integers(payloads))

    async def fetch(self, addresses, size):
        task = cocotb.start_soon(self.send("fetch", addresses))
        answers = await self.receive("fetched", len(addresses))
        await task
        data = b"".join(answer.to_bytes(size, "little") for answer in answers)
        return np.frombuffer(data, np.uint8).reshape(-1, size)

    def feed(self, samples, labels):
        """Start the tasks that send these payloads (n, words, bytes) and (n,)."""
        return (
            cocotb.start_soon(self.send("samples", packing.to_integers(samples))),
            cocotb.start_soon(self.send("labels", labels)),
        )

    async def run(self, samples, labels, batch_size, progress):
        tasks = self.feed(samples, labels)
        results = await self.receive("results", len(samples))
        for task in tasks:
            await task
        return np.array(results, np.int64)
