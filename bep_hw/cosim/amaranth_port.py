"""The port of a core in Amaranth's simulator: slow, but every signal of the core is in sight."""

import random
from collections import deque

import numpy as np
from amaranth.hdl import Value
from amaranth.sim import Simulator

from bep_hw.cosim.model import NoProgress
from bep_hw.host import packing
from bep_hw.host.operations import CorePort
from bep_hw.spec.registers import address

PERIOD = 1e-6
"""Of the clock [s]; it matters for waveforms alone."""

WATCHDOG = 20_000
"""Cycles without any transfer, or looks at a busy core, after which it counts as stuck."""


class AmaranthPort(CorePort):
    """The ports of `core`, a `bep_hw.gateware.core.Core`, for `perform_async` in a test bench.

    A simulation begins in reset state, so there is no `reset`.

    Raises NoProgress if the core is stuck, see `watchdog`.

    stall: probability that a stream pauses in a cycle, drawn from `seed`
    watchdog: cycles without any transfer, or looks at a busy core, after which it counts as stuck
    ctx: context of the test bench that uses the port, to be set there before all else
    started: whether samples have been on their way since the simulation began
    """

    def __init__(self, core, *, stall=0.0, seed=0, watchdog=WATCHDOG):
        self.core, self.ctx, self.started = core, None, False
        self.watchdog = watchdog
        self.stall, self.random = stall, random.Random(seed)

    async def put(self, name, value, layer=None):
        csr, ctx = self.core.csr, self.ctx
        ctx.set(csr.address, address(name, layer))
        ctx.set(csr.write_data, int(value))
        ctx.set(csr.write_enable, 1)
        await ctx.tick()
        ctx.set(csr.write_enable, 0)

    async def get(self, name, layer=None):
        self.ctx.set(self.core.csr.address, address(name, layer))
        await self.ctx.tick()
        return self.ctx.get(self.core.csr.read_data)

    async def wait(self):
        await self.get("status")
        for _ in range(self.watchdog):
            if not await self.get("status"):
                return
        raise NoProgress(f"the core is still busy after {self.watchdog} looks")

    async def load(self, payloads):
        await self.exchange({self.core.load: packing.to_integers(payloads)})

    async def fetch(self, addresses, size):
        sent = {self.core.fetch: addresses.tolist()}
        words = await self.exchange(sent, self.core.fetched, len(addresses))
        data = b"".join(word.to_bytes(size, "little") for word in words)
        return np.frombuffer(data, np.uint8).reshape(-1, size)

    async def run(self, samples, labels, batch_size, progress):
        self.started = True
        sent = {
            self.core.samples: packing.to_integers(samples),
            self.core.labels: labels.tolist(),
        }
        return np.array(await self.exchange(sent, self.core.results, len(samples)), np.int64)

    async def exchange(self, sent, source=None, count=0):
        """Send {stream: [payload]}, and take `count` payloads of the stream `source`; a list.

        What `source` offers must stay, as it is, until it is taken. NoProgress names what was still
        to be moved.
        """
        ctx, taken, idle, before = self.ctx, [], 0, None
        waiting = {stream: deque(payloads) for stream, payloads in sent.items()}
        offered = []
        while any(waiting.values()) or offered or len(taken) < count:
            self._offer(waiting, offered)
            streams = list(offered)
            wanted = len(taken) < count and self._goes()
            seen = [stream.ready for stream in streams]
            if source is not None:
                ctx.set(source.ready, wanted)
                seen += [source.valid, Value.cast(source.payload)]
            _, _, *values = await ctx.tick().sample(*seen)
            idle += 1
            for stream, ready in zip(streams, values, strict=False):
                if ready:
                    ctx.set(stream.valid, 0)
                    offered.remove(stream)
                    idle = 0
            if source is not None:
                valid, payload = values[-2:]
                if before is not None and not (valid and payload == before):
                    raise AssertionError("an offer was changed, or taken back")
                before = payload if valid and not wanted else None
                if wanted and valid:
                    taken.append(payload)
                    idle = 0
            if idle == self.watchdog:
                left = sum(map(len, waiting.values())) + len(offered)
                raise NoProgress(
                    f"no transfer for {idle} cycles: {left} payloads not taken, {len(taken)} of"
                    f" {count} given"
                )
        if source is not None:
            ctx.set(source.ready, 0)
        return taken

    def _offer(self, waiting, offered):
        """Offer the next payload of each stream that is free and does not pause."""
        for stream, payloads in waiting.items():
            if payloads and stream not in offered and self._goes():
                offered.append(stream)
                self.ctx.set(Value.cast(stream.payload), payloads.popleft())
                self.ctx.set(stream.valid, 1)

    def _goes(self):
        return self.random.random() >= self.stall


def simulator(core, *benches):
    """A Simulator of `core` with a clock, in which the test benches run side by side."""
    made = Simulator(core)
    made.add_clock(PERIOD)
    for bench in benches:
        made.add_testbench(bench)
    return made
