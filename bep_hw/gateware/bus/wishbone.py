"""The core for Wishbone B4: everything in registers, by classic or pipelined cycles."""

from amaranth.hdl import Module, ResetSignal, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.crossing import front
from bep_hw.gateware.bus.shell import Shell
from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.technology import PORTABLE
from bep_hw.spec.registers import BUS_ADDRESS_BITS


class WishboneCore(wiring.Component):
    """The core as a Wishbone B4 slave, 32 bits wide. It stalls only if the core has its own clock.

    A burst is a pipelined block cycle. A classic master, which holds its strobe until it is
    answered, needs `wb_pipelined_i` low and takes two cycles per word; a constant on that pin costs
    no logic. Bursts by CTI_O, of registered feedback, are answered as single cycles.

    Latency: 1 [cycle], from a strobe to its answer. Throughput: one word per cycle, pipelined. With
    a clock of the core those of `AccessCrossing`.

    Parameters
    ----------
    config, technology : of the core, see `Core`
    core_clock : whether the core has a clock of its own, see `CrossedShell`

    Members
    -------
    core_clk : clock of the core, if it is another one than that of the bus
    wb_cyc_i, wb_stb_i, wb_we_i : there is an access, and whether it is a write
    wb_adr_i : byte address; the lowest two bits are ignored
    wb_sel_i : must be all ones in a write
    wb_dat_i, wb_dat_o : data
    wb_ack_o, wb_err_o : the answer
    wb_stall_o : a pipelined strobe is not taken; else 0
    wb_pipelined_i : 1 for a pipelined master, 0 for a classic one; constant
    irq : interrupt, high while a bit of `interrupt_pending` is 1 that `interrupt_mask` has
    """

    latency = 1

    def __init__(self, config, technology=PORTABLE, *, core_clock=False):
        self.core_clock = core_clock
        self.shell = Shell(config, technology, bus="wishbone")
        super().__init__(
            {
                **({"core_clk": In(1)} if core_clock else {}),
                "wb_cyc_i": In(1),
                "wb_stb_i": In(1),
                "wb_we_i": In(1),
                "wb_adr_i": In(BUS_ADDRESS_BITS + 2),
                "wb_sel_i": In(WORD // 8),
                "wb_dat_i": In(WORD),
                "wb_dat_o": Out(WORD),
                "wb_ack_o": Out(1),
                "wb_err_o": Out(1),
                "wb_stall_o": Out(1),
                "wb_pipelined_i": In(1),
                "irq": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        clock = {"core_clk": self.core_clk, "arst": ResetSignal()} if self.core_clock else {}
        shell = front(m, self.shell, **clock)
        access, answered, answer = shell.access, Signal(name="answered"), Signal()
        free = ~access.wait
        m.d.comb += [
            access.strobe.eq(
                self.wb_cyc_i & self.wb_stb_i & (self.wb_pipelined_i | ~answered) & free
            ),
            access.write.eq(self.wb_we_i),
            access.mask.eq(self.wb_sel_i),
            access.address.eq(self.wb_adr_i >> 2),
            access.write_data.eq(self.wb_dat_i),
            self.wb_dat_o.eq(access.read_data),
            self.wb_stall_o.eq(access.wait & self.wb_pipelined_i),
            self.irq.eq(shell.irq),
            # A master that has let go of the bus wants no answer.
            answer.eq(self.wb_cyc_i & answered & free),
            self.wb_ack_o.eq(answer & ~access.error),
            self.wb_err_o.eq(answer & access.error),
        ]
        with m.If(free):
            m.d.sync += answered.eq(access.strobe)
        with m.Elif(~self.wb_cyc_i):
            m.d.sync += answered.eq(0)
        return m
