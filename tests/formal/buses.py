"""Proofs of the rules of each bus: every access is answered once, and answers stay."""

from types import SimpleNamespace

from amaranth.hdl import Assert, Cat, Mux, Signal, Value

from bep_hw.gateware.bus import axi, wishbone
from bep_hw.gateware.bus.shell import access_signature
from bep_hw.spec.core import CoreConfig
from tests.helpers.formal import Checked, Proof, anything, constant, inside, streams


def any_shell(*arguments, **options):
    """Stands for a shell: its ports."""
    return SimpleNamespace(
        access=access_signature().flip().create(path=("access",)),
        irq=Signal(),
    )


def any_front(m, shell, **clock):
    """Drives what a shell would, in its own clock or in another one, with anything."""
    access = shell.access
    for output in (access.read_data, access.error, access.wait, shell.irq):
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


PROOFS = (
    Proof(
        block="AXI4-Lite slave",
        claim="each write and read is answered once and asks for what was sent; answers stay",
        module=axi,
        build=lambda module: Checked(module.AxiLite(), streams, axi_lite),
        bug=("a write while its answer waits", "~writing & ~self.b.valid", "~writing"),
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
