"""Table check: whether the layer table describes a network that lies within the memories."""

from collections import namedtuple

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout
from bep_hw.gateware.parts.pipeline import at_most, delay
from bep_hw.spec.limits import limits

Step = namedtuple("Step", "kind base addend bound times skipped goes_on", defaults=(0, 0))
"""A check of every row of the table: of the sums `base` + n * `addend`, for n = 0, 1, ... `times`.

kind: "fits": none is above the bound; "area": as "fits", and `base` is not below the last sum of
    the row before; "covers": only the last one is above the bound; "divides": one is above the
    bound, and the first such has a multiple of `times` as n; "counts": one is above the bound, for
    any n, and "covers" in the next check counts on from that n; "follows": as "covers", but from
    the base of the row before
skipped: the row need not pass
goes_on: the sums of an "area" go on from the last one of the row before
"""

ROW_LATENCY = 2
"""Within so many cycles the row is there that is wanted."""

LOOK, LOAD, BOUND, ADDEND, TIMES = range(5)
"""Phases of a check. LOOK: compare the base with the sum of the row before, and clear the sum;
LOAD: add the base; BOUND: compare with the bound, and decide; ADDEND: add; TIMES: compare n."""


class TableCheck(wiring.Component):
    """Looks at the rows in use, check after check, each time that the table has changed.

    No field is 0 that a layer needs; blocks and words are as many as rows and columns need; groups
    divide their layer; each layer takes what the one below it gives; and all that belongs to a
    layer lies within its memory, behind what belongs to the layers before it. It multiplies by
    adding, for it has time: one operand after the other comes through one multiplexer to one sum,
    one counter, and a comparison with each. That a row has 0 of something it needs is found as no
    other check can pass then.

    Latency: 3 [cycles] for each sum, which are about three for each neuron and two for each block
    and word, and 5 for each check of each row, from `start` until it is not busy. With
    `deep_pipeline` twice that, as the row and the operand go to registers.

    Members
    -------
    start : the table has changed: begin, again if need be
    layers : the register of this name, and in a core for recurrent networks also
    steps, horizon, batch_size : of which a minibatch must not overflow the counters
    layer, table : which row of the layer table is wanted, 0 if it is not busy and the table is
        legal; that row, at the latest ROW_LATENCY cycles after
    legal : the table is; 0 while busy
    busy : it is not known yet
    classes : rows of the classifier, if the table is legal
    """

    def __init__(self, config):
        self.config, self._deep = config, int(config.deep_pipeline)
        layout = layer_layout(config)
        in_time = {
            **{name: In(bits_for(config.max_steps)) for name in ("steps", "horizon")},
            "batch_size": In(bits_for(config.max_batch)),
        }
        super().__init__(
            {
                "start": In(1),
                "layers": In(bits_for(config.max_layers)),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layout),
                "legal": Out(1),
                "busy": Out(1),
                "classes": Out(layout["rows"].shape),
                **(in_time if config.in_time else {}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        row = delay(m, self.table.as_value(), self._deep, "row", reset_less=True)
        self._row = data.View(self.table.shape(), row)
        self._first, self._last = Signal(name="first"), Signal(name="last")
        m.d.comb += [
            self._first.eq(self.layer == 0),
            self._last.eq(self.layer + 1 == self.layers),
        ]
        self._steps = self._all_steps(self._state(m) if self.config.in_time else None)
        self._step, self._phase = Signal(range(len(self._steps))), Signal(range(TIMES + 1))
        # States and inputs are counted together, and a number below 0 must not be reached.
        self._count = Signal(bits_for(2 * self._size()))
        acts, advances, fails = Signal(), Signal(), Signal()
        m.d.comb += acts.eq(self.busy & self._settled(m, acts, advances))
        self._sum(m, acts, advances, fails)
        with m.If(fails):
            m.d.sync += self.busy.eq(0)
        with m.If(advances):
            self._next(m)
        with m.If(self.start):
            m.d.sync += [self._step.eq(0), self._phase.eq(LOOK), self.layer.eq(0)]
            m.d.sync += [self._count.eq(0), self.legal.eq(0), self.busy.eq(self.layers > 1)]
        return m

    def _settled(self, m, acts, advances):
        """Whether the row is there, and the registers hold what belongs to it and to the phase."""
        left = Signal(range(ROW_LATENCY + 2 * self._deep + 1))
        with m.If(left.any()):
            m.d.sync += left.eq(left - 1)
        with m.If(acts):
            m.d.sync += left.eq(self._deep)
        with m.If(advances | self.start):
            m.d.sync += left.eq(ROW_LATENCY + 2 * self._deep)
        return ~left.any()

    def _state(self, m):
        """(whether the row has a state; whether the one before it has; whether that is right)."""
        table, before, above = self._row, Signal(name="state_before"), Signal(name="above_state")
        state = table.state_blocks.any()
        with m.If(self._first):
            m.d.sync += before.eq(state)
        m.d.comb += above.eq(before & (self.layer == 1))
        # A state stores what it gives where the next time step reads.
        behind = table.output_base == table.input_base + table.column_blocks
        right = self._first & ~self._last & (table.state_columns == table.rows) & behind
        right = Mux(state, right, ~table.state_columns.any())
        return state, above, right & self.steps.any() & self.horizon.any()

    def _all_steps(self, of_state):
        """All checks of a row; of_state: as `_state` gives it."""
        config, table, last = self.config, self._row, self._last
        down, across = table.row_blocks, table.column_blocks
        inputs, output, of_inputs, places = table.input_base, table.output_base, across, 1
        above, in_time, batch, self._consistent = 0, (), (), Const(1)
        if of_state:
            state, above, self._consistent = of_state
            of_inputs, places = across - table.state_blocks, Mux(state, self.steps, 1)
            # The layer above reads a state where its inputs are, at the last time step; and that
            # last state lies behind the slots of all time steps.
            inputs, output = Mux(above, 0, inputs), Mux(state, inputs, output)
            in_time = (Step("counts", 1, config.lanes, table.state_columns, 0, ~state),)
            batch = (Step("fits", 0, self.batch_size, config.max_batch, self.horizon, ~last),)
        return (
            Step("covers", 1, config.tile_rows, table.rows, down),
            Step("covers", 1, config.tile_columns, table.columns, of_inputs),
            *in_time,
            Step("covers", 1, config.lanes, table.columns, table.words, last),
            Step("divides", 1, 1, table.rows, table.group, last),
            Step("follows", table.rows, 1, table.columns, 1),
            Step("follows", output, 1, table.input_base, 1),
            Step("fits", table.rows, 0, config.max_classes, 1, ~last),
            Step("fits", 0, across, config.class_depth, table.rows, ~last),
            Step("area", table.tile_base, across, config.tile_depth, down),
            Step("area", table.counter_base, table.words, config.counter_depth, table.rows, last),
            Step("area", inputs, across, config.activation_depth, places, 0, above),
            Step("area", table.row_base, down, config.row_depth, places, last),
            *batch,
        )

    def _size(self):
        """Nothing is larger that is counted, covered, or added at once."""
        config, fields = self.config, ("rows", "columns", "row_blocks", "column_blocks", "words")
        most = limits(config)
        sizes = (config.tile_rows, config.tile_columns, config.lanes, config.max_steps)
        batch = config.max_batch if config.in_time else 0
        return max(batch, *sizes, *(most[name][1] for name in fields))

    def _operand(self, m):
        """What is compared or added in this phase; with `deep_pipeline` from a register."""
        depths = ("tile_depth", "counter_depth", "activation_depth", "row_depth", "class_depth")
        bound = max(self._size(), *(getattr(self.config, name) for name in depths))
        # A sum goes beyond its bound by what is added once.
        operand = Signal(bits_for(bound + self._size()))
        with m.Switch(Cat(self._phase, self._step)):
            for index, step in enumerate(self._steps):
                of_phases = (step.base, step.base, step.bound, step.addend, step.times)
                for phase, value in enumerate(of_phases):
                    with m.Case(phase | index << len(self._phase)):
                        m.d.comb += operand.eq(value)
        return delay(m, operand, self._deep, "check_operand", reset_less=True)

    def _is(self, m, name, value):
        """Whether the check is such: `value` of its Step."""
        found = Signal(name=name)
        with m.Switch(self._step):
            for index, step in enumerate(self._steps):
                with m.Case(index):
                    m.d.comb += found.eq(value(step))
        return found

    def _sum(self, m, acts, advances, fails):
        """Go through the phases of a check until it is decided for this row."""
        phase, operand, count = self._phase, self._operand(m), self._count
        total, there, within = Signal.like(operand, name="total"), Signal(), Signal()
        follows = self._is(m, "follows", lambda step: step.kind == "follows")
        m.d.comb += within.eq(at_most(total, operand))
        with m.If(acts):
            m.d.sync += there.eq((phase == TIMES) & (count == operand[: len(count)]))
            with m.Switch(phase):
                with m.Case(LOOK):
                    self._look(m, total, within, advances, fails)
                with m.Case(LOAD):
                    m.d.sync += [total.eq(total + operand), phase.eq(BOUND)]
                    m.d.comb += advances.eq(follows)
                with m.Case(BOUND):
                    passes = self._decide(m, within, there, fails)
                    m.d.comb += advances.eq(passes & ~follows)
                with m.Case(ADDEND):
                    m.d.sync += [total.eq(total + operand), count.eq(count + 1), phase.eq(TIMES)]
                with m.Case(TIMES):
                    m.d.sync += phase.eq(BOUND)

    def _look(self, m, total, within, advances, fails):
        """Begin a check of a row."""
        area = self._is(m, "area", lambda step: step.kind == "area")
        skipped = self._is(m, "skipped", lambda step: step.skipped)
        goes_on = self._is(m, "goes_on", lambda step: step.goes_on)
        with m.If(skipped):
            m.d.comb += advances.eq(1)
        with m.Else():
            overlaps = area & ~goes_on & ~self._first & ~within
            m.d.comb += fails.eq(overlaps | ~self._consistent)
            m.d.sync += [self._phase.eq(LOAD), total.eq(total & goes_on.replicate(len(total)))]

    def _decide(self, m, within, there, fails):
        """Add once more, or end the check of a row: whether it is passed."""
        passes = Signal()
        fits = self._is(m, "fits", lambda step: step.kind in ("fits", "area"))
        divides = self._is(m, "divides", lambda step: step.kind == "divides")
        counts = self._is(m, "counts", lambda step: step.kind == "counts")
        with m.If(within & (~there | divides)):
            m.d.sync += self._phase.eq(ADDEND)
        with m.Else():
            m.d.comb += [passes.eq(counts | (there & (fits == within))), fails.eq(~passes)]
            m.d.sync += self._phase.eq(LOOK)
        with m.If(there):
            m.d.sync += self._count.eq(0)
        return passes

    def _next(self, m):
        """Go on to the next row, and behind the last one to the next check."""
        m.d.sync += self.layer.eq(self.layer + 1)
        with m.If(self._last):
            m.d.sync += [self.layer.eq(0), self._step.eq(self._step + 1), self._phase.eq(LOOK)]
            with m.If(self._step == len(self._steps) - 1):
                m.d.sync += [self.busy.eq(0), self.legal.eq(1), self.classes.eq(self._row.rows)]
