"""The core for Wishbone B4: everything in registers, by classic or pipelined cycles."""

from amaranth.hdl import Module, ResetInserter, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.shell import Shell
from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.technology import PORTABLE
from bep_hw.spec.registers import BUS_ADDRESS_BITS


class WishboneCore(wiring.Component):
    """The core as a Wishbone B4 slave, 32 bits wide, which never stalls.

    A burst is a pipelined block cycle. A classic master, which holds its strobe until it is
    answered, needs `wb_pipelined_i` low and takes two cycles per word; a constant on that pin costs
    no logic. Bursts by CTI_O, of registered feedback, are answered as single cycles.

    Latency: 1 [cycle], from a strobe to its answer. Throughput: one word per cycle, pipelined.

    Parameters
    ----------
    config, technology : of the core, see `Core`

    Members
    -------
    wb_cyc_i, wb_stb_i, wb_we_i : there is an access, and whether it is a write
    wb_adr_i : byte address; the lowest two bits are ignored
    wb_sel_i : must be all ones in a write
    wb_dat_i, wb_dat_o : data
    wb_ack_o, wb_err_o : the answer
    wb_stall_o : 0
    wb_pipelined_i : 1 for a pipelined master, 0 for a classic one; constant
    irq : interrupt, high while a bit of `interrupt_pending` is 1 that `interrupt_mask` has
    """

    latency = 1

    def __init__(self, config, technology=PORTABLE):
        self.shell = Shell(config, technology, bus="wishbone")
        super().__init__(
            {
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
        shell, access = self.shell, self.shell.access
        m.submodules.shell = ResetInserter(shell.reset)(shell)
        answered = Signal()
        m.d.comb += [
            access.strobe.eq(self.wb_cyc_i & self.wb_stb_i & (self.wb_pipelined_i | ~answered)),
            access.write.eq(self.wb_we_i),
            access.mask.eq(self.wb_sel_i),
            access.address.eq(self.wb_adr_i >> 2),
            access.write_data.eq(self.wb_dat_i),
            self.wb_dat_o.eq(access.read_data),
            # A master that has let go of the bus wants no answer.
            self.wb_ack_o.eq(self.wb_cyc_i & answered & ~access.error),
            self.irq.eq(shell.irq),
            self.wb_err_o.eq(self.wb_cyc_i & answered & access.error),
        ]
        m.d.sync += answered.eq(access.strobe)
        return m
