"""Register file: the host's settings and the layer table, as bep_hw.spec.registers describes."""

from collections import defaultdict

from amaranth.hdl import Cat, Const, Module, Mux, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout
from bep_hw.gateware.parts.pipeline import at_most
from bep_hw.spec.layer_table import constant_registers
from bep_hw.spec.limits import limits
from bep_hw.spec.registers import ADDRESS_BITS, ERRORS, GLOBAL_IN_TIME, address, of_core

FREE = ("gate", "reinforce", "reinforce_state", "matrix")
"""Registers of a layer whose values do not have to fit those of others."""


class RegisterFile(wiring.Component):
    """The register map of bep_hw.spec.registers. What `config.fixed` says is constant.

    A write of a value that is not within bep_hw.spec.limits is refused, and any of a constant.
    While the core is busy, all are refused but those of `errors`.

    Latency: read data, and whether a write was refused, one cycle after the address; a write shows
    in the next cycle.

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
    resized : as `tabled`, of `batch_size`
    failed : errors that occur, a bit of bep_hw.spec.registers.ERRORS each
    fails : an error occurs, one of these or of a write
    steps, horizon : the registers of these names, in a core for recurrent networks
    """

    def __init__(self, config):
        self.config = config
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
                "resized": Out(1),
                "errors": Out(len(ERRORS)),
                "failed": In(len(ERRORS)),
                "fails": Out(1),
                **({name: Out(bits_for(config.max_steps)) for name in in_time}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        constant = {address(name, layer): v for name, layer, v in constant_registers(self.config)}
        write, places = Signal(), self._places()
        self._check(m, write, {place: places[place][0] for place in places.keys() - constant})
        with m.If(self.minibatch_done):
            m.d.sync += self.minibatch.eq(self.minibatch + 1)
        m.d.sync += [
            *(pulse.eq(0) for pulse in (self.refresh, self.flush, self.tabled, self.resized)),
            self.csr.read_data.eq(0),
        ]
        m.d.comb += [places[place][1].eq(value) for place, value in constant.items()]
        with m.Switch(self.csr.address):
            for place, (name, value) in places.items():
                with m.Case(place):
                    m.d.sync += self.csr.read_data.eq(value)
                    if place not in constant and name not in ("status", "errors"):
                        with m.If(write):
                            self._write(m, name, value)
        return m

    def _places(self):
        """{address: (register, its value)} of all registers."""
        values = {"status": self.busy, "control": self.train}
        of_all, of_layer = of_core(self.config)
        found = {}
        for name in (register.name for register in of_all):
            found[address(name)] = name, values[name] if name in values else getattr(self, name)
        for index in range(self.config.max_layers):
            for name in (register.name for register in of_layer):
                found[address(name, index)] = name, self.table[index][name]
        return found

    def _write(self, m, name, value):
        """Write a register that is not constant."""
        if name == "control":
            value = Cat(self.train, self.refresh, self.flush)
        m.d.sync += value.eq(self.csr.write_data)
        if name == "batch_size":
            m.d.sync += self.resized.eq(1)
        of_layer = layer_layout(self.config).members
        others = ("layers", "steps", "horizon", *(["batch_size"] if self.config.in_time else []))
        if name in others or (name in of_layer and name not in FREE):
            m.d.sync += self.tabled.eq(1)

    def _check(self, m, write, names):
        """Refuse writes, and note that and all other errors.

        names : {address: register} of those that are not constant
        """
        csr, bounds, of_range = self.csr, limits(self.config), defaultdict(list)
        for place, name in sorted(names.items()):
            if name in bounds:
                of_range[bounds[name]].append(csr.address == place)
        within = {ends: _within(csr.write_data, *ends) for ends in of_range}
        asks, fits, clears = Signal(), Signal(), Signal()
        m.d.comb += [
            asks.eq(csr.write_enable & (csr.address != address("errors"))),
            clears.eq(csr.write_enable & (csr.address == address("errors"))),
            fits.eq(Cat(Cat(here).any() & within[ends] for ends, here in of_range.items()).any()),
            write.eq(asks & fits & ~self.locked),
        ]
        failed = self.failed | Cat(asks & ~fits, asks & self.locked)
        m.d.comb += self.fails.eq(failed.any())
        m.d.sync += [
            csr.error.eq(asks & ~write),
            self.errors.eq(
                (self.errors & ~Mux(clears, csr.write_data, 0)[: len(self.errors)]) | failed
            ),
        ]


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


def lookup(m, table, index, name):
    """Row `index` of the layer table, in the same cycle."""
    row = Signal(table.shape().elem_shape, name=name)
    m.d.comb += row.eq(table[index])
    return row
