"""The Driver's bus over cocotbext-axi: a core with AXI, with random stalls on every channel."""

import itertools
import logging
import random

from cocotb.clock import Clock
from cocotb.task import resume
from cocotb.triggers import RisingEdge
from cocotbext.axi import (
    AxiLiteBus,
    AxiLiteMaster,
    AxiResp,
    AxiStreamBus,
    AxiStreamFrame,
    AxiStreamSink,
    AxiStreamSource,
)

from bep_hw.host.bus import Bus, BusError
from bep_hw.spec.registers import address, byte_address


class AxiBus(Bus):
    """Reads, writes and exchanges with `dut`, for code that runs under `cocotb.task.bridge`.

    stall: probability that a channel pauses in a cycle
    streams: use the AXI4-Streams; they are else left idle, and all goes through registers
    """

    name = "axi"

    def __init__(self, dut, *, stall=0.0, seed=0, streams=True):
        self.dut, self.clock, self.streams = dut, dut.aclk, streams
        logging.getLogger(f"cocotb.{dut._name}").setLevel(logging.WARNING)
        dut.s_axis_tvalid.value = dut.m_axis_tready.value = 0
        reset = {"reset_active_level": False}
        port = (dut.aclk, dut.aresetn)
        self.master = AxiLiteMaster(AxiLiteBus.from_prefix(dut, "s_axi"), *port, **reset)
        write, read = self.master.write_if, self.master.read_if
        channels = [write.aw_channel, write.w_channel, write.b_channel]
        channels += [read.ar_channel, read.r_channel]
        if streams:
            self.source = AxiStreamSource(AxiStreamBus.from_prefix(dut, "s_axis"), *port, **reset)
            self.sink = AxiStreamSink(AxiStreamBus.from_prefix(dut, "m_axis"), *port, **reset)
            channels += [self.source, self.sink]
        for index, channel in enumerate(channels):
            if stall:
                channel.set_pause_generator(_pauses(stall, random.Random(f"{seed} {index}")))

    async def start(self):
        """Start the clock, and reset."""
        Clock(self.dut.aclk, 10, "ns").start()
        await self.hard_reset()

    async def hard_reset(self):
        """Pull the reset input; whatever the masters were about is forgotten."""
        self.dut.aresetn.value = 0
        for _ in range(2):
            await RisingEdge(self.dut.aclk)
        self.dut.aresetn.value = 1
        await RisingEdge(self.dut.aclk)

    async def watch(self):
        """Assert AXI's rule: what is valid stays, and stays the same, until it is taken."""
        names = {
            "s_axi_b": ("valid", "ready", "resp"),
            "s_axi_r": ("valid", "ready", "data", "resp"),
            "m_axis_t": ("valid", "ready", "data", "keep", "last"),
        }
        before = {}
        while True:
            await RisingEdge(self.clock)
            for channel, parts in names.items():
                valid, ready, *payload = (
                    int(getattr(self.dut, channel + part).value) for part in parts
                )
                if channel in before:
                    assert valid and payload == before.pop(channel), channel
                if valid and not ready:
                    before[channel] = payload

    def begin(self, packets):
        """Begin to send the packets, and come back at once."""
        for packet in packets:
            self.source.send_nowait(AxiStreamFrame(_bytes(packet)))

    def abandon(self):
        """Disappear, wherever the packets are."""
        for stream in (self.source, self.sink):
            stream.assert_reset()
            stream.clear()

    @resume
    async def read(self, place, count=1):
        answer = await self.master.read(byte_address(place), byte_address(count))
        _check(answer, "read", place)
        return _words(answer.data)

    @resume
    async def write(self, place, words):
        _check(await self.master.write(byte_address(place), _bytes(words)), "write", place)

    @resume
    async def write_some(self, place, word, mask):
        """Write the bytes that `mask` has, which are side by side."""
        low, count = (mask & -mask).bit_length() - 1, mask.bit_count()
        data = word.to_bytes(4, "little")[low : low + count]
        _check(await self.master.write(byte_address(place) + low, data), "write", place)

    def exchange(self, packets):
        if not self.streams:
            return super().exchange(packets)
        self.write(address("packet"), [len(packets)])
        return self._exchange(packets)

    @resume
    async def _exchange(self, packets):
        self.begin(packets)
        return _words((await self.sink.recv()).tdata)

    def begin_partly(self, packet, keep):
        """As `begin`, of one packet with `keep`, a list of 0 and 1 for its bytes."""
        self.source.send_nowait(AxiStreamFrame(_bytes(packet), keep))


def _bytes(words):
    return b"".join(int(word).to_bytes(4, "little") for word in words)


def _words(data):
    return [int.from_bytes(data[at : at + 4], "little") for at in range(0, len(data), 4)]


def _pauses(stall, source):
    return (source.random() < stall for _ in itertools.count())


def _check(answer, action, place):
    if answer.resp != AxiResp.OKAY:
        raise BusError(f"{action} at {byte_address(place):#x}: {answer.resp.name}")
