"""The core for AXI: registers behind AXI4-Lite, samples and results as AXI4-Streams."""

from amaranth.hdl import ClockDomain, ClockSignal, Module, ResetSignal, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.crossing import front
from bep_hw.gateware.bus.framer import BEAT
from bep_hw.gateware.bus.shell import Shell, access_signature
from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.technology import PORTABLE
from bep_hw.spec.registers import BUS_ADDRESS_BITS

BYTE_ADDRESS_BITS = BUS_ADDRESS_BITS + 2

OKAY, SLVERR = 0, 2
"""Values of BRESP and RRESP."""

WRITE_DATA = data.StructLayout({"data": WORD, "strb": WORD // 8})
READ_DATA = data.StructLayout({"data": WORD, "resp": 2})


class AxiLite(wiring.Component):
    """An AXI4-Lite slave in front of an access port. Outputs are registers, as AXI requires.

    Address and data of a write may come in any order. A write goes before a read that waits as
    long, and the read before the next write.

    Latency: 3 [cycles], from the later of address and data to the response, if no access waits.
    Throughput: a write and a read in 3 cycles each, side by side.

    Members
    -------
    aw, w, b, ar, r : the channels; aw and ar are byte addresses, whose lowest two bits are ignored
    access : to `Shell`
    """

    latency = 3

    def __init__(self):
        super().__init__(
            {
                "aw": In(stream.Signature(BYTE_ADDRESS_BITS)),
                "w": In(stream.Signature(WRITE_DATA)),
                "b": Out(stream.Signature(2)),
                "ar": In(stream.Signature(BYTE_ADDRESS_BITS)),
                "r": Out(stream.Signature(READ_DATA)),
                "access": Out(access_signature()),
            }
        )

    def elaborate(self, platform):
        m = Module()
        access = self.access
        write, read = Signal(), Signal()
        writing, reading = Signal(name="writing"), Signal(name="reading")
        # What was taken and not yet done; a channel is ready while there is none.
        aw, w, ar = (self._held(m, name) for name in ("aw", "w", "ar"))
        m.d.comb += [
            write.eq(aw.valid & w.valid & ~writing & ~self.b.valid & ~access.wait),
            read.eq(ar.valid & ~write & ~reading & ~self.r.valid & ~access.wait),
            aw.ready.eq(write),
            w.ready.eq(write),
            ar.ready.eq(read),
            access.strobe.eq(write | read),
            access.write.eq(write),
            access.mask.eq(w.payload.strb),
            access.write_data.eq(w.payload.data),
        ]
        with m.If(write):
            m.d.comb += access.address.eq(aw.payload >> 2)
        with m.Else():
            m.d.comb += access.address.eq(ar.payload >> 2)
        response = Signal(2)
        with m.If(access.error):
            m.d.comb += response.eq(SLVERR)
        with m.If(~access.wait):
            m.d.sync += [writing.eq(write), reading.eq(read)]
        with m.If(writing & ~access.wait):
            m.d.sync += [self.b.valid.eq(1), self.b.payload.eq(response)]
        with m.Elif(self.b.ready):
            m.d.sync += self.b.valid.eq(0)
        with m.If(reading & ~access.wait):
            m.d.sync += [
                self.r.valid.eq(1),
                self.r.payload.data.eq(access.read_data),
                self.r.payload.resp.eq(response),
            ]
        with m.Elif(self.r.ready):
            m.d.sync += self.r.valid.eq(0)
        return m

    def _held(self, m, name):
        """A register behind the channel `name`, as a stream."""
        channel = getattr(self, name)
        held = stream.Signature(channel.payload.shape()).create(path=(f"{name}_held",))
        m.d.comb += channel.ready.eq(~held.valid)
        with m.If(channel.ready & channel.valid):
            m.d.sync += [held.valid.eq(1), held.payload.eq(channel.payload)]
        with m.Elif(held.ready):
            m.d.sync += held.valid.eq(0)
        return held


class Offer(wiring.Component):
    """A register behind a stream. What it offers stays as it is until it is taken, as AXI requires.

    Latency: 1 [cycle]. Throughput: one payload per cycle.

    Members
    -------
    i : a stream that may take back, or change, what it offers
    o : the same payloads
    """

    latency = 1

    def __init__(self, shape):
        super().__init__({"i": In(stream.Signature(shape)), "o": Out(stream.Signature(shape))})

    def elaborate(self, platform):
        m = Module()
        m.d.comb += self.i.ready.eq(~self.o.valid | self.o.ready)
        with m.If(self.i.ready):
            m.d.sync += [self.o.valid.eq(self.i.valid), self.o.payload.eq(self.i.payload)]
        return m


class AxiCore(wiring.Component):
    """The core with an AXI4-Lite slave for everything and two AXI4-Streams for speed.

    Latency: of a register 3 [cycles], see `AxiLite`. Throughput: of the streams one word per cycle.

    Parameters
    ----------
    config, technology : of the core, see `Core`
    core_clock : whether the core has a clock of its own, see `CrossedShell`

    Members
    -------
    aclk, aresetn : clock of the bus, and its reset, synchronous and low while active
    core_clk : clock of the core, if it is another one
    s_axi_* : AXI4-Lite, 32 bits, 4 KiB
    s_axis_* : a packet per sample, its inputs and then its class, with TLAST; TKEEP is all ones,
        or `errors` says that it was not
    m_axis_* : a word per result, with TLAST as the register `packet` says, if it is not 0; TKEEP is
        all ones
    irq : interrupt, high while a bit of `interrupt_pending` is 1 that `interrupt_mask` has
    """

    def __init__(self, config, technology=PORTABLE, *, core_clock=False):
        self.core_clock = core_clock
        self.shell, self.axi_lite = Shell(config, technology, bus="axi"), AxiLite()
        self.offer = Offer(BEAT)
        super().__init__(
            {
                "aclk": In(1),
                "aresetn": In(1),
                **({"core_clk": In(1)} if core_clock else {}),
                "s_axi_awaddr": In(BYTE_ADDRESS_BITS),
                "s_axi_awprot": In(3),
                "s_axi_awvalid": In(1),
                "s_axi_awready": Out(1),
                "s_axi_wdata": In(WORD),
                "s_axi_wstrb": In(WORD // 8),
                "s_axi_wvalid": In(1),
                "s_axi_wready": Out(1),
                "s_axi_bresp": Out(2),
                "s_axi_bvalid": Out(1),
                "s_axi_bready": In(1),
                "s_axi_araddr": In(BYTE_ADDRESS_BITS),
                "s_axi_arprot": In(3),
                "s_axi_arvalid": In(1),
                "s_axi_arready": Out(1),
                "s_axi_rdata": Out(WORD),
                "s_axi_rresp": Out(2),
                "s_axi_rvalid": Out(1),
                "s_axi_rready": In(1),
                "s_axis_tdata": In(WORD),
                "s_axis_tkeep": In(WORD // 8),
                "s_axis_tlast": In(1),
                "s_axis_tvalid": In(1),
                "s_axis_tready": Out(1),
                "m_axis_tdata": Out(WORD),
                "m_axis_tkeep": Out(WORD // 8),
                "m_axis_tlast": Out(1),
                "m_axis_tvalid": Out(1),
                "m_axis_tready": In(1),
                "irq": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        axi_lite = self.axi_lite
        m.domains.sync = ClockDomain()
        m.d.comb += [ClockSignal().eq(self.aclk), ResetSignal().eq(~self.aresetn)]
        clock = {"core_clk": self.core_clk, "arst": ~self.aresetn} if self.core_clock else {}
        shell = front(m, self.shell, **clock)
        # Outside of what the register `reset` resets: it must not take back a result either.
        m.submodules.axi_lite, m.submodules.offer = axi_lite, self.offer
        wiring.connect(m, axi_lite.access, shell.access)
        wiring.connect(m, shell.results, self.offer.i)
        offered = self.offer.o
        m.d.comb += [
            axi_lite.aw.payload.eq(self.s_axi_awaddr),
            axi_lite.aw.valid.eq(self.s_axi_awvalid),
            self.s_axi_awready.eq(axi_lite.aw.ready),
            axi_lite.w.payload.data.eq(self.s_axi_wdata),
            axi_lite.w.payload.strb.eq(self.s_axi_wstrb),
            axi_lite.w.valid.eq(self.s_axi_wvalid),
            self.s_axi_wready.eq(axi_lite.w.ready),
            self.s_axi_bresp.eq(axi_lite.b.payload),
            self.s_axi_bvalid.eq(axi_lite.b.valid),
            axi_lite.b.ready.eq(self.s_axi_bready),
            axi_lite.ar.payload.eq(self.s_axi_araddr),
            axi_lite.ar.valid.eq(self.s_axi_arvalid),
            self.s_axi_arready.eq(axi_lite.ar.ready),
            self.s_axi_rdata.eq(axi_lite.r.payload.data),
            self.s_axi_rresp.eq(axi_lite.r.payload.resp),
            self.s_axi_rvalid.eq(axi_lite.r.valid),
            axi_lite.r.ready.eq(self.s_axi_rready),
            shell.samples.payload.data.eq(self.s_axis_tdata),
            shell.samples.payload.keep.eq(self.s_axis_tkeep),
            shell.samples.payload.last.eq(self.s_axis_tlast),
            shell.samples.valid.eq(self.s_axis_tvalid),
            self.s_axis_tready.eq(shell.samples.ready),
            self.m_axis_tdata.eq(offered.payload.data),
            self.m_axis_tkeep.eq(~0),
            self.m_axis_tlast.eq(offered.payload.last),
            self.m_axis_tvalid.eq(offered.valid),
            offered.ready.eq(self.m_axis_tready),
            self.irq.eq(shell.irq),
        ]
        return m
