"""Table check: whether the layer table describes a network that lies within the memories."""

from collections import namedtuple

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout
from bep_hw.gateware.parts.pipeline import delay

Step = namedtuple("Step", "kind addend bound times base skipped goes_on taken", defaults=(0, 0))
"""A check of one row of the table: of `base` + n * `addend` against `bound`.

kind: "fits": it is at most the bound for n = `times`; "covers": it reaches the bound for
    n = `times`, and for no less; "divides": it is the bound for some n; "counts": as "covers", but
    for any n
skipped: the row need not pass
goes_on: n does not begin with 0, but with that of the check before
taken: where the areas of earlier layers in this memory end, a register of AREAS: `base` must not be
    before it, and it then holds the end of this area; 0 if this is no area
"""

AREAS = ("tile_depth", "counter_depth", "activation_depth", "row_depth")
"""Memories in which each layer has an area of its own, one behind the other."""


class TableCheck(wiring.Component):
    """Looks at the rows in use, one after the other, each time that the table has changed.

    No field is 0 that a layer needs; blocks and words are as many as rows and columns need; groups
    divide their layer; each layer takes what the one below it gives; and all that belongs to a
    layer lies within its memory, behind what belongs to the layers before it. It multiplies by
    adding, for it has time.

    Latency: about 3 [cycles] for each neuron and each block at most, from `start` until it is not
    busy; with `deep_pipeline` 2 more for each check, as its row and its operands go to registers.

    Members
    -------
    start : the table has changed: begin, again if need be
    layers : the register of this name, and in a core for recurrent networks also
    steps, horizon, batch_size : of which a minibatch must not overflow the counters
    layer, table : which row of the layer table is wanted; that row, in the same cycle
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
        last, passes, fails = Signal(), Signal(), Signal()
        m.d.comb += last.eq(self.layer + 1 == self.layers)
        self._row = data.View(
            self.table.shape(), delay(m, self.table.as_value(), self._deep, "row", reset_less=True)
        )
        self._ends = [
            Signal(bits_for(getattr(self.config, name)), name=f"end_{name}") for name in AREAS
        ]
        self._above_state = Signal(name="above_state")
        steps = self._steps(last)
        step, self._begun = Signal(range(len(steps) + 1)), Signal(name="begun")
        settled = self._settled(m, passes | fails | self.start)
        good = self._fields(m, last, (step == 0) & settled)
        check = self._operands(m, steps, step)
        self._total = Signal.like(check["bound"], name="total")
        with m.If(self.busy & settled):
            with m.If(step == 0):
                m.d.comb += [passes.eq(good), fails.eq(~good)]
            with m.Else():
                self._sum(m, check, passes, fails)
                self._keep_ends(m, steps, step, passes & ~check["skipped"])
        with m.If(fails):
            m.d.sync += self.busy.eq(0)
        with m.If(passes):
            m.d.sync += step.eq(step + 1)
            with m.If(step == len(steps)):
                m.d.sync += [step.eq(0), self.layer.eq(self.layer + 1)]
                with m.If(last):
                    m.d.sync += [self.busy.eq(0), self.legal.eq(1)]
                    m.d.sync += self.classes.eq(self._row.rows)
        with m.If(self.start):
            m.d.sync += [step.eq(0), self._begun.eq(0), self.layer.eq(0), self.legal.eq(0)]
            m.d.sync += [self.busy.eq(self.layers > 1), *(end.eq(0) for end in self._ends)]
        return m

    def _settled(self, m, changes):
        """Whether the registers hold what belongs to the row and the check."""
        if not self._deep:
            return Const(1)
        registers = 2  # of the row, then of its operands
        since = Signal(range(registers + 1))
        with m.If(changes):
            m.d.sync += since.eq(0)
        with m.Elif(since != registers):
            m.d.sync += since.eq(since + 1)
        return since == registers

    def _fields(self, m, last, now):
        """Whether the fields of a row are there, and fit those of the row before it."""
        config, table = self.config, self._row
        rows, place = Signal.like(table.rows), Signal.like(table.input_base)
        first, output = self.layer == 0, table.output_base
        needed = ("rows", "columns", "row_blocks", "column_blocks")
        good = [table[name].any() for name in needed]
        good += [last | (table.group.any() & table.words.any())]
        good += [~last | (table.rows <= config.max_classes)]
        good.append(first | ((table.columns == rows) & (table.input_base == place)))
        if config.in_time:
            state, across = table.state_blocks.any(), table.column_blocks
            # The layer above reads a state where its inputs are, at the last time step.
            output = Mux(state, table.input_base, output)
            good.append(~state | (first & ~last & (table.state_columns == table.rows)))
            good.append(state | ~table.state_columns.any())
            # It stores what it gives where the next time step reads.
            good.append(~state | (table.output_base == table.input_base + across))
            good += [self.steps.any(), self.horizon.any()]
            was_state = Signal()
            with m.If(now):
                m.d.sync += [self._above_state.eq(was_state & ~first), was_state.eq(state)]
        with m.If(now):
            m.d.sync += [rows.eq(table.rows), place.eq(output)]
        return Cat(good).all()

    def _steps(self, last):
        """All checks of a row that are sums."""
        config, table = self.config, self._row
        down, across, words = table.row_blocks, table.column_blocks, config.counter_depth
        of_inputs, inputs, places, state = across, table.input_base, 1, 0
        tiles, counters, activations, rows = self._ends
        if config.in_time:
            state = table.state_blocks.any()
            of_inputs = across - table.state_blocks
            places = Mux(state, self.steps, 1)
            # The last state lies behind the slots of all time steps.
            inputs = Mux(self._above_state, activations, inputs)
        of_state, batch = (), ()
        if config.in_time:
            of_state = (Step("counts", config.lanes, table.state_columns, 0, 0, last | ~state),)
            batch = (Step("fits", self.batch_size, config.max_batch, self.horizon, 0, ~last),)
        return (
            Step("covers", config.tile_rows, table.rows, down, 0, 0),
            Step("covers", config.tile_columns, table.columns, of_inputs, 0, 0),
            *of_state,
            Step("covers", config.lanes, table.columns, table.words, 0, last, state),
            Step("divides", table.group, table.rows, 0, 0, last),
            Step("fits", across, config.tile_depth, down, table.tile_base, 0, 0, tiles),
            Step("fits", table.words, words, table.rows, table.counter_base, last, 0, counters),
            Step("fits", across, config.class_depth, table.rows, 0, ~last),
            Step("fits", across, config.activation_depth, places, inputs, 0, 0, activations),
            Step("fits", down, config.row_depth, places, table.row_base, last, 0, rows),
            *batch,
        )

    def _operands(self, m, steps, step):
        """{field of a Step: its value} of the check; with `deep_pipeline` from registers."""
        config = self.config
        depths = ("tile_depth", "counter_depth", "activation_depth", "row_depth", "class_depth")
        sizes = ("max_width", "max_rows", "max_classes", "tile_rows", "tile_columns", "lanes")
        batch = config.max_batch if config.in_time else 0
        depth = max(batch, *(getattr(config, name) for name in depths))
        size = max(getattr(config, name) for name in sizes)
        # A sum goes beyond its bound by what is added once.
        total = bits_for(max(depth, size) + max(batch, size))
        widths = dict.fromkeys(("addend", "bound", "base", "taken"), total)
        widths["times"] = bits_for(max(size, config.max_steps))
        flags = ("fits", "covers", "divides", "skipped", "goes_on")
        chosen = {
            name: Signal(width, name=f"next_{name}")
            for name, width in {**widths, **dict.fromkeys(flags, 1)}.items()
        }
        with m.Switch(step):
            for index, one in enumerate(steps, 1):
                with m.Case(index):
                    for name, value in chosen.items():
                        m.d.comb += value.eq(getattr(one, name, one.kind == name))
        return {
            name: delay(m, value, self._deep, f"check_{name}", reset_less=True)
            for name, value in chosen.items()
        }

    def _keep_ends(self, m, steps, step, passes):
        """Keep where an area ends, once its check is passed."""
        with m.If(passes), m.Switch(step):
            for index, one in enumerate(steps, 1):
                if isinstance(one.taken, Signal):
                    with m.Case(index):
                        m.d.sync += one.taken.eq(self._total)

    def _sum(self, m, check, passes, fails):
        """Add until the check is decided."""
        begun, total, count = self._begun, self._total, Signal.like(check["times"])
        bound, there = check["bound"], Signal()
        m.d.comb += there.eq(count == check["times"])
        m.d.sync += [begun.eq(1), total.eq(total + check["addend"]), count.eq(count + 1)]
        with m.If(check["skipped"]):
            m.d.comb += passes.eq(1)
        with m.Elif(~begun):
            m.d.comb += fails.eq(check["base"] < check["taken"])
            m.d.sync += [total.eq(check["base"]), count.eq(Mux(check["goes_on"], count, 0))]
        with m.Elif(check["fits"]):
            m.d.comb += [fails.eq(total > bound), passes.eq(there & (total <= bound))]
        with m.Elif(total >= bound):
            good = (there | ~check["covers"]) & ((total == bound) | ~check["divides"])
            m.d.comb += [passes.eq(good), fails.eq(~good)]
            m.d.sync += count.eq(count)
        with m.If(passes | fails):
            m.d.sync += begun.eq(0)
