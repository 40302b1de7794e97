"""Register file: the host's settings and the layer table, as bep_hw.spec.registers describes."""

from collections import defaultdict

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout
from bep_hw.gateware.parts.pipeline import at_most, delay, picked
from bep_hw.spec.layer_table import constant_registers
from bep_hw.spec.limits import limits
from bep_hw.spec.registers import ADDRESS_BITS, ERRORS, GLOBAL_IN_TIME, address, of_core

ALL_ERRORS = len(ERRORS)

FREE = ("gate", "reinforce", "reinforce_state", "matrix")
"""Registers of a layer whose values do not have to fit those of others."""


class RegisterFile(wiring.Component):
    """The register map of bep_hw.spec.registers. What `config.fixed` says is constant.

    A write of a value that is not within bep_hw.spec.limits is refused, and any of a constant.
    While the core is busy, all are refused but those of `errors`.

    Latency: read data, and whether a write was refused, one cycle after the address; a write shows
    in the next cycle, with `deep_pipeline` in the one after it: what is written, and whether it is
    within its limits, comes from registers. A read in the cycle after a write shows it always.

    Parameters
    ----------
    config : CoreConfig; errors : how many kinds of errors the core has

    Members
    -------
    csr : see `csr_signature`
    train, batch_size, margin, layers, seed, minibatch : the registers of these names
    refresh, flush : the host asks for W = sign(c), or for the end of the minibatch; high for one
        cycle
    minibatch_done : count one minibatch
    busy : shown in the status register; locked : no register can be written
    table : all rows of the layer table
    tabled : a register that has to fit others, see `TableCheck`, was written; high for one cycle
    tabling : perhaps such a write is under way, with `deep_pipeline`
    resized : as `tabled`, of `batch_size`
    failed : errors that occur, a bit of bep_hw.spec.registers.ERRORS each
    fails : an error occurs, one of these or of a write
    steps, horizon : the registers of these names, in a core for recurrent networks
    """

    def __init__(self, config, *, errors=ALL_ERRORS):
        self.config, self._deep = config, int(config.deep_pipeline)
        in_time = [register.name for register in GLOBAL_IN_TIME] if config.in_time else ()
        super().__init__(
            {
                "csr": In(csr_signature()),
                "train": Out(1),
                "refresh": Out(1),
                "flush": Out(1),
                "batch_size": Out(bits_for(config.max_batch)),
                "margin": Out(config.row_bits + 1),
                "layers": Out(bits_for(config.max_layers)),
                "seed": Out(32),
                "minibatch": Out(32),
                "minibatch_done": In(1),
                "busy": In(1),
                "locked": In(1),
                "table": Out(data.ArrayLayout(layer_layout(config), config.max_layers)),
                "tabled": Out(1),
                "tabling": Out(1),
                "resized": Out(1),
                "errors": Out(errors),
                "failed": In(errors),
                "fails": Out(1),
                **({name: Out(bits_for(config.max_steps)) for name in in_time}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        constant = {address(name, layer): v for name, layer, v in constant_registers(self.config)}
        self._pending = Signal()  # a write is in registers, and not yet in its own
        places = self._places(m)
        written, here, write_data = self._check(
            m, {place: places[place][0] for place in places.keys() - constant}
        )
        with m.If(self.minibatch_done):
            m.d.sync += self.minibatch.eq(self.minibatch + 1)
        pulses = (self.refresh, self.flush, self.tabled, self.resized)
        m.d.sync += [pulse.eq(0) for pulse in pulses]
        m.d.comb += [places[place][1].eq(value) for place, value in constant.items()]
        if self._deep:
            self._read(m, places, written, here, write_data)
        else:
            m.d.sync += self.csr.read_data.eq(0)
        with m.Switch(here):
            for place, (name, value) in places.items():
                with m.Case(place):
                    if not self._deep:
                        m.d.sync += self.csr.read_data.eq(value)
                    if place not in constant and name not in ("status", "errors"):
                        with m.If(written):
                            self._write(m, name, value, write_data)
        return m

    def _read(self, m, places, written, here, write_data):
        """Read a register apart from writes, whose address is in a register of its own by now.

        The answer is that of one cycle after, as everywhere: what a register gets meanwhile, by a
        write or by the core, comes last.
        """
        asked, answer, late = self.csr.address, Signal(32), []
        own = [address(name) for name in ("status", "errors", "minibatch")]
        m.d.sync += answer.eq(0)
        with m.Switch(asked):
            for place, (_, value) in places.items():
                if place not in own:
                    with m.Case(place):
                        m.d.sync += answer.eq(value)
        for place in own:
            here_now = delay(m, asked == place, 1, f"read_{places[place][0]}")
            late.append(Mux(here_now, places[place][1], 0))
        # Bits of control beside its first one are no register.
        kept = Mux(here == address("control"), write_data[0], write_data)
        again = written & (here == asked) & (here != address("minibatch"))
        again = delay(m, again, 1, "read_written")
        got = Mux(again, delay(m, kept, 1, "written_data"), answer)
        m.d.comb += self.csr.read_data.eq(got | late[0] | late[1] | late[2])

    def _places(self, m):
        """{address: (register, its value)} of all registers."""
        busy = delay(m, self.busy | self._pending, self._deep, "was_busy")
        values = {"status": busy, "control": self.train}
        of_all, of_layer = of_core(self.config)
        found = {}
        for name in (register.name for register in of_all):
            found[address(name)] = name, values[name] if name in values else getattr(self, name)
        for index in range(self.config.max_layers):
            for name in (register.name for register in of_layer):
                found[address(name, index)] = name, self.table[index][name]
        return found

    def _write(self, m, name, value, write_data):
        """Write a register that is not constant."""
        if name == "control":
            value = Cat(self.train, self.refresh, self.flush)
        m.d.sync += value.eq(write_data)
        if name == "batch_size":
            m.d.sync += self.resized.eq(1)
        if self._of_table(name):
            m.d.sync += self.tabled.eq(1)

    def _of_table(self, name):
        """Whether the register has to fit others."""
        of_layer = layer_layout(self.config).members
        others = ("layers", "steps", "horizon", *(["batch_size"] if self.config.in_time else []))
        return name in others or (name in of_layer and name not in FREE)

    def _check(self, m, names):
        """Refuse writes, and note that and all other errors: (written, address, write data).

        names : {address: register} of those that are not constant
        """
        csr, bounds, of_range = self.csr, limits(self.config), defaultdict(list)
        for place, name in sorted(names.items()):
            if name in bounds:
                of_range[bounds[name]].append(csr.address == place)
        within = {ends: _within(csr.write_data, *ends) for ends in of_range}
        asked, fits = Signal(), Signal()
        m.d.comb += [
            asked.eq(csr.write_enable & (csr.address != address("errors"))),
            fits.eq(Cat(Cat(here).any() & within[ends] for ends, here in of_range.items()).any()),
        ]
        clears = csr.write_enable & (csr.address == address("errors"))
        asks, clears, fits, here, write_data = (
            delay(m, value, self._deep, f"write_{name}")
            for name, value in {
                "asks": asked,
                "clears": clears,
                "fits": fits,
                "address": csr.address,
                "data": csr.write_data,
            }.items()
        )
        if self._deep:
            of_table = [
                csr.address == place for place, name in names.items() if self._of_table(name)
            ]
            m.d.comb += self._pending.eq(asks)
            m.d.sync += self.tabling.eq(asked & Cat(of_table).any())
        written = Signal()
        m.d.comb += written.eq(asks & fits & ~self.locked)
        failed = self.failed | Cat(asks & ~fits, asks & self.locked)
        m.d.comb += [
            self.fails.eq(failed.any()),
            csr.error.eq(delay(m, asks & ~written, 1 - self._deep, "error")),
        ]
        m.d.sync += self.errors.eq(
            (self.errors & ~Mux(clears, write_data, 0)[: len(self.errors)]) | failed
        )
        return written, here, write_data


def csr_signature():
    """The register port: writes take effect, and read data follow, one cycle after.

    error: one cycle after, whether a write was refused
    """
    return wiring.Signature(
        {
            "address": Out(ADDRESS_BITS),
            "write_enable": Out(1),
            "write_data": Out(32),
            "read_data": In(32),
            "error": In(1),
        }
    )


def _within(value, least, most):
    """Whether least <= value <= most, for a `least` of at most 2."""
    bits = most.bit_length()
    low, above = value[:bits], ~value[bits:].any()
    if most + 1 == 1 << bits:
        fits = above
    elif most == 1 << bits - 1:
        fits = above & ~(low[-1] & low[:-1].any())
    else:
        fits = above & at_most(low, most)
    return fits & (Const(1) if not least else low[least - 1 :].any())


def lookup(m, table, index, name, *, leaf=False):
    """Row `index` of the layer table, in the same cycle; `leaf` : see `picked`."""
    row = Signal(table.shape().elem_shape, name=name)
    if leaf:
        m.d.comb += row.eq(picked(m, table, index, row.shape().size, f"{name}_row", leaf=True))
    else:
        m.d.comb += row.eq(table[index])
    return row
