"""Proofs of the arithmetic of a counter, and of the choice by keys, against plain definitions."""

from amaranth.hdl import Assert, Assume, Module, Mux, ResetSignal, Signal, signed
from amaranth.lib.wiring import Component

from bep_hw.gateware import commit, gate, update
from bep_hw.spec.core import CoreConfig
from tests.helpers.formal import Checked, Proof, anything

SMALL = {"tile_rows": 2, "tile_columns": 4, "lanes": 2, "max_width": 8, "max_batch": 5}
WIDE = 40
"""Bits of plain numbers: so many that nothing overflows."""


def config_for(hidden_bits):
    return CoreConfig(**SMALL, hidden_bits=hidden_bits)


def clipped(value, config):
    """The number in the range of a hidden weight of B bits, floor(h / 2)."""
    low = 1 << config.hidden_bits - 2
    return Mux(value < -low, -low, Mux(value > low - 1, low - 1, value))


def plain(m, value, name):
    """A register: the number, wide enough for any sum."""
    register = Signal(signed(WIDE), name=name)
    m.d.sync += register.eq(value)
    return register


def commits(m, dut):
    """What comes out is clip(c), and `away` says where clip(clip(c) + sign(c)) is another one."""
    there = Signal()
    m.d.sync += there.eq(dut.valid)
    for lane in range(dut.config.lanes):
        counter = Signal(signed(WIDE), name=f"counter{lane}")
        m.d.comb += counter.eq(dut.counters[lane])
        once = clipped(counter, dut.config)
        due = plain(m, Mux(dut.due, once, counter), f"due{lane}")
        chosen = dut.due & dut.chosen[lane]
        more = clipped(once + Mux(once < 0, -1, 1), dut.config)
        whole = plain(m, Mux(chosen, more, Mux(dut.due, once, counter)), f"whole{lane}")
        step = Mux(dut.away[lane], Mux(dut.committed[lane] < 0, -1, 1), 0)
        with m.If(there):
            m.d.comb += [Assert(dut.committed[lane] == due)]
            m.d.comb += [Assert(dut.committed[lane] + step == whole)]


def updates(m, dut):
    """c + away + a*_j a_{l-1}, for all sums of a minibatch; none of them overflows."""
    config, there = dut.config, Signal()
    low, reach = 1 << config.hidden_bits - 2, config.max_batch - 1
    m.d.sync += there.eq(dut.valid)
    for lane in range(config.lanes):
        counter = dut.counters[lane]
        within = (counter >= -low - reach) & (counter <= low - 1 + reach)
        end = (counter > -low) & (counter < low - 1)
        m.d.comb += [Assume(within), Assume(end | ~dut.away[lane])]
        away = Mux(dut.away[lane], Mux(counter < 0, -1, 1), 0)
        towards = Mux(dut.inputs[lane] ^ dut.desired, -1, 1)
        learnt = counter + away + Mux(dut.learning[lane], towards, 0)
        whole = plain(m, learnt, f"whole{lane}")
        with m.If(there):
            m.d.comb += Assert(dut.updated[lane] == whole)


class Minibatches(Component):
    """A counter that goes round through Commit and Update: commits, and steps of samples.

    It is committed when it has learnt `max_batch` times at the latest, and learns in the same
    round perhaps.
    """

    def __init__(self, commit_block):
        self.commit, self.update = commit_block, update.Update(commit_block.config)
        super().__init__({})

    def elaborate(self, platform):
        m, config = Module(), self.commit.config
        m.submodules.commit, m.submodules.update = self.commit, self.update
        phase, steps, counter = Signal(range(3)), Signal(8), self.update.updated[0]
        due, learns, bit = (anything(m, Signal(), name) for name in ("due", "learns", "bit"))
        chosen, learnt = anything(m, Signal(), "chosen"), Signal()
        low = 1 << config.hidden_bits - 2
        first = Signal(init=1)
        m.d.sync += [phase.eq(Mux(phase == 2, 0, phase + 1)), learnt.eq(learns)]
        m.d.comb += [
            Assume(~ResetSignal()),
            Assume(due | ~learns | (steps < config.max_batch)),
            self.commit.counters[0].eq(Mux(first, 0, counter)),
            self.commit.valid.eq(phase == 0),
            self.commit.due.eq(due),
            self.commit.chosen.eq(chosen),
            self.update.valid.eq(phase == 1),
            self.update.counters.eq(self.commit.committed),
            self.update.away.eq(self.commit.away),
            self.update.learning.eq(learnt),
            self.update.inputs.eq(bit),
            self.update.desired.eq(1),
        ]
        with m.If(phase == 0):
            m.d.sync += steps.eq(Mux(due, 0, steps) + learns)
        with m.If(phase == 1):
            m.d.sync += first.eq(0)
        return self._claims(m, phase, steps, counter, low, first)

    def _claims(self, m, phase, steps, counter, low, first):
        """The counter is in the range, or beyond it by no more than it has learnt."""
        config, given = self.commit.config, self.commit
        with m.If((phase == 0) & ~first):
            m.d.comb += [Assert(counter >= -low - steps), Assert(counter <= low - 1 + steps)]
        with m.If(phase == 1):
            reach = Mux(self.update.learning[0], steps - 1, steps)
            end = Mux(given.away[0], 1, 0)
            m.d.comb += [
                Assert((steps > 0) | ~self.update.learning[0]),
                Assert(given.committed[0] >= -low - reach + end),
                Assert(given.committed[0] <= low - 1 + reach - end),
                Assert(~given.away[0] | (reach == 0)),
            ]
        m.d.comb += [Assert(steps <= config.max_batch), Assert(phase < 3)]
        return m


def gates(m, dut):
    """a = sign(z), |z|, and g = 1 iff |z| <= threshold, of rows that exist; else zeros."""
    there, threshold, mask = Signal(), plain(m, dut.threshold, "nu"), Signal.like(dut.mask)
    m.d.sync += [there.eq(dut.valid), mask.eq(dut.mask)]
    m.d.comb += Assert(dut.done == there)
    most = (1 << len(dut.threshold)) - 1
    for row in range(dut.rows):
        m.d.comb += Assume(dut.z[row] >= -most)
        z = plain(m, dut.z[row], f"z{row}")
        size = Mux(z < 0, -z, z)
        with m.If(there):
            m.d.comb += [
                Assert(dut.activations[row] == (mask[row] & (z >= 0))),
                Assert(dut.magnitudes[row] == size),
                Assert(dut.gates[row] == (mask[row] & (size <= threshold))),
            ]


PROOFS = (
    *(
        Proof(
            block="commit",
            claim=f"clip(c), then clip(c + sign(c)) where chosen, for all c, B = {bits}",
            module=commit,
            build=lambda module, bits=bits: Checked(module.Commit(config_for(bits)), commits),
            bug=("steps beyond the end of the range", "& ~end)", ")"),
            depth=2,
        )
        for bits in (4, 9, 16)
    ),
    *(
        Proof(
            block="update",
            claim=f"c + away + a* a for all sums of a minibatch, B = {bits}",
            module=update,
            build=lambda module, bits=bits: Checked(module.Update(config_for(bits)), updates),
            bug=("a step of 2 is cut off", "signed(3)", "signed(2)"),
            depth=2,
        )
        for bits in (4, 9, 16)
    ),
    Proof(
        block="commit and update",
        claim="no counter overflows in any row of legal minibatches",
        module=commit,
        build=lambda module: Minibatches(module.Commit(config_for(4))),
        bug=(
            "no clip below the range",
            "Mux(sign, above << low, below)",
            "Mux(sign, counter, below)",
        ),
        depth=24,
    ),
    Proof(
        block="gate",
        claim="sign(z), |z| and |z| <= threshold for all z",
        module=gate,
        build=lambda module: Checked(module.Gate(rows=2, count_bits=9), gates),
        bug=("|z| of negative z is 1 less", "~(z.as_unsigned() - 1)", "~z.as_unsigned()"),
        depth=2,
    ),
)
