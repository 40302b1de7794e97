"""Proofs of the rules of each bus: every access is answered once, and answers stay."""

from types import SimpleNamespace

from amaranth.hdl import Assert, Assume, Cat, Mux, Signal, Value
from amaranth.lib import stream

from bep_hw.gateware.bus import axi, wishbone
from bep_hw.gateware.bus.framer import BEAT
from bep_hw.gateware.bus.shell import KEPT_BEAT, access_signature
from bep_hw.spec.core import CoreConfig
from tests.helpers.formal import Checked, Proof, anything, constant, inside, stays, streams


def any_shell(*arguments, **options):
    """Stands for a shell: its ports."""
    return SimpleNamespace(
        access=access_signature().flip().create(path=("access",)),
        samples=stream.Signature(KEPT_BEAT).flip().create(path=("samples",)),
        results=stream.Signature(BEAT).create(path=("results",)),
        irq=Signal(),
    )


def any_front(m, shell, **clock):
    """Drives what a shell would, in its own clock or in another one, with anything."""
    access, results = shell.access, shell.results
    outputs = (access.read_data, access.error, access.wait, shell.irq, shell.samples.ready)
    for output in (*outputs, results.valid, Value.cast(results.payload)):
        m.d.comb += output.eq(anything(m, Signal(len(output)), "of_shell"))
    return shell


def with_any_shell(module, name, *rules):
    """The core for a bus, with any shell in it."""
    module.Shell, module.front = any_shell, any_front
    return Checked(getattr(module, name)(CoreConfig()), *rules)


def counted(m, more, less, name):
    """A register: how often `more` was 1, less how often `less` was."""
    count = Signal(3, name=name)
    m.d.sync += count.eq(count + more - less)
    return count


def axi_lite(m, dut):
    """Each address and each word of data is answered once, in what order they may come."""
    access = dut.access
    for one, other in ((dut.aw, dut.b), (dut.w, dut.b), (dut.ar, dut.r)):
        begun = "reading" if one is dut.ar else "writing"
        name = {id(dut.aw): "aw", id(dut.w): "w", id(dut.ar): "ar"}[id(one)]
        count = counted(m, one.valid & one.ready, other.valid & other.ready, f"{name}_open")
        held = inside(dut, f"{name}_held__valid")
        m.d.comb += [Assert(count == held + inside(dut, begun) + other.valid), Assert(count < 3)]
    m.d.comb += [
        Assert(~(inside(dut, "writing") & dut.b.valid)),
        Assert(~(inside(dut, "reading") & dut.r.valid)),
        Assert(~(access.strobe & access.wait)),
    ]
    # An access is that of the last address and data that were taken.
    last = {}
    for name in ("aw", "w", "ar"):
        channel = getattr(dut, name)
        last[name] = Signal.like(channel.payload, name=f"last_{name}")
        with m.If(channel.valid & channel.ready):
            m.d.sync += last[name].eq(channel.payload)
    held = {name: inside(dut, f"{name}_held__payload") for name in last}
    for name, value in last.items():
        with m.If(inside(dut, f"{name}_held__valid")):
            m.d.comb += Assert(held[name] == Value.cast(value))
    with m.If(access.strobe):
        place = Mux(access.write, last["aw"], last["ar"])
        m.d.comb += Assert(access.address == place >> 2)
        with m.If(access.write):
            m.d.comb += Assert(Cat(access.write_data, access.mask) == Value.cast(last["w"]))


def wishbone_rules(m, dut):
    """Every strobe that is taken is answered once, by ack or by err, unless the master lets go."""
    access, answer = dut.shell.access, dut.wb_ack_o | dut.wb_err_o
    constant(m, dut.wb_pipelined_i)
    open_, asks = Signal(name="open"), dut.wb_cyc_i & dut.wb_stb_i
    with m.If(access.strobe):
        m.d.sync += open_.eq(1)
    with m.Elif(answer | ~dut.wb_cyc_i):
        m.d.sync += open_.eq(0)
    m.d.comb += [
        Assert(~(dut.wb_ack_o & dut.wb_err_o)),
        Assert(~answer | (open_ & dut.wb_cyc_i)),
        Assert(answer | ~(open_ & dut.wb_cyc_i & ~access.wait)),
        # A classic strobe that is answered now is not taken for another one.
        Assert(dut.wb_pipelined_i | ~(access.strobe & open_)),
        Assert(~dut.wb_pipelined_i | (access.strobe == (asks & ~dut.wb_stall_o))),
        Assert(dut.wb_pipelined_i | ~dut.wb_stall_o),
        Assert(dut.wb_pipelined_i | access.wait | ~asks | access.strobe | answer),
        Assert(open_ == inside(dut, "answered")),
    ]


def axi_streams(m, dut):
    """What m_axis offers stays, TLAST and TKEEP too, whatever the shell behind it does meanwhile.

    Registers are written and read at any time: the shell may take back and change what it offers.
    """
    m.d.comb += [Assume(dut.aresetn), Assert(dut.m_axis_tkeep.all())]
    last, data = dut.m_axis_tlast, dut.m_axis_tdata
    offered = Cat(data, last, dut.m_axis_tkeep)
    stays(m, dut.m_axis_tvalid, dut.m_axis_tready, offered)
    for name, begun, payload in (
        ("b", "writing", dut.s_axi_bresp),
        ("r", "reading", Cat(dut.s_axi_rdata, dut.s_axi_rresp)),
    ):
        valid, ready = (getattr(dut, f"s_axi_{name}{what}") for what in ("valid", "ready"))
        stays(m, valid, ready, payload)
        m.d.comb += Assert(~(inside(dut, begun) & valid))


PROOFS = (
    Proof(
        block="AXI4-Lite slave",
        claim="each write and read is answered once and asks for what was sent; answers stay",
        module=axi,
        build=lambda module: Checked(module.AxiLite(), streams, axi_lite),
        bug=("a write while its answer waits", "~writing & ~self.b.valid", "~writing"),
        depth=2,
        proves=("AxiLite.b", "AxiLite.r"),
    ),
    Proof(
        block="core with AXI",
        claim="m_axis with TLAST and TKEEP, b and r stay until they are taken, whatever is written",
        module=axi,
        build=lambda module: with_any_shell(module, "AxiCore", axi_streams),
        bug=("m_axis is not held", "offered = self.offer.o", "offered = shell.results"),
        depth=2,
    ),
    Proof(
        block="core with Wishbone",
        claim="every strobe, classic or pipelined, is answered once by ack or err",
        module=wishbone,
        build=lambda module: with_any_shell(module, "WishboneCore", wishbone_rules),
        bug=("a classic strobe counts twice", "(self.wb_pipelined_i | ~answered)", "1"),
        depth=2,
    ),
)
