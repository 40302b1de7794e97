"""The Driver's bus over a Wishbone master: classic or pipelined cycles, with random pauses."""

import random

import cocotb
from cocotb.clock import Clock
from cocotb.task import resume
from cocotb.triggers import FallingEdge, RisingEdge

from bep_hw.host.bus import Bus, BusError, pieces_of
from bep_hw.spec.registers import address, byte_address

ALL = 0xF


class WishboneBus(Bus):
    """Reads and writes of `dut`, for code that runs under `cocotb.task.bridge`.

    Driven on falling edges and sampled on rising ones; between the two nothing moves. The rules
    of B4 for a slave are asserted: one answer per strobe, in order, and none without.

    pipelined: a strobe may follow another at once; stall: probability of a pause before one
    """

    name = "wishbone"

    def __init__(self, dut, *, pipelined, stall=0.0, seed=0):
        self.dut, self.clock, self.pipelined = dut, dut.clk, pipelined
        self.stall, self.random = stall, random.Random(seed)
        self.task = None
        dut.wb_pipelined_i.value = int(pipelined)
        self.release()

    async def start(self):
        """Start the clock, and reset."""
        Clock(self.dut.clk, 10, "ns").start()
        await self.hard_reset()

    async def hard_reset(self):
        """Pull the reset input."""
        self.dut.rst.value = 1
        for _ in range(2):
            await FallingEdge(self.dut.clk)
        self.dut.rst.value = 0

    def release(self):
        """Let go of the bus, in the middle of whatever it does."""
        self.dut.wb_cyc_i.value = self.dut.wb_stb_i.value = 0

    def begin(self, packets):
        """Begin to send the packets, and come back at once."""
        accesses = [
            (address(name), word, ALL) for name, words in pieces_of(packets) for word in words
        ]
        self.task = cocotb.start_soon(self._cycle(accesses))

    def abandon(self):
        """Disappear, wherever the packets are."""
        self.task.cancel()
        self.release()

    @resume
    async def read(self, place, count=1):
        return await self._cycle([(place + index, None, ALL) for index in range(count)])

    @resume
    async def write(self, place, words):
        await self._cycle([(place + index, word, ALL) for index, word in enumerate(words)])

    @resume
    async def write_some(self, place, word, mask):
        """Write the bytes that `mask` has."""
        await self._cycle([(place, word, mask)])

    async def _cycle(self, accesses):
        """One cycle of the bus with the accesses (place, word to write or None, mask) in it."""
        dut, answers, sent, strobe = self.dut, [], 0, False
        await FallingEdge(dut.clk)
        dut.wb_cyc_i.value = 1
        while len(answers) < len(accesses):
            if not strobe:
                strobe = sent < len(accesses) and self.random.random() >= self.stall
            dut.wb_stb_i.value = int(strobe)
            if strobe:
                place, word, mask = accesses[sent]
                dut.wb_adr_i.value, dut.wb_sel_i.value = byte_address(place), mask
                dut.wb_we_i.value, dut.wb_dat_i.value = int(word is not None), word or 0
            await RisingEdge(dut.clk)
            ack, error = bool(dut.wb_ack_o.value), bool(dut.wb_err_o.value)
            answered = ack or error
            assert not (ack and error) and not dut.wb_stall_o.value
            if self.pipelined:
                assert answered == (sent > len(answers)), "an answer comes one clock later"
            else:
                assert strobe or not answered, "an answer without a strobe"
            if answered:
                answers.append(None if error else int(dut.wb_dat_o.value))
            # A classic strobe stays until it is answered.
            if strobe and (self.pipelined or answered):
                sent, strobe = sent + 1, False
            await FallingEdge(dut.clk)
        self.release()
        if None in answers:
            place = byte_address(accesses[answers.index(None)][0])
            raise BusError(f"access at {place:#x}: ERR")
        return answers
