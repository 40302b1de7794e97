"""Register file: the host's settings and the layer table, as bep_hw.spec.registers describes."""

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import layer_layout
from bep_hw.spec.layer_table import layer_table, network_registers
from bep_hw.spec.registers import ADDRESS_BITS, GLOBAL_IN_TIME, address, of_core


class RegisterFile(wiring.Component):
    """The register map of bep_hw.spec.registers. What `config.fixed` says is constant.

    Latency: read data one cycle after the address; a write shows in the next cycle.

    Members
    -------
    csr : address, write_enable, write_data, read_data
    train, batch_size, margin, layers, seed, minibatch : the registers of these names
    refresh : the host asks for W = sign(c); high for one cycle
    minibatch_done : count one minibatch
    busy : shown in the status register
    table : all rows of the layer table
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
                "batch_size": Out(bits_for(config.max_batch)),
                "margin": Out(config.row_bits + 1),
                "layers": Out(bits_for(config.max_layers)),
                "seed": Out(32),
                "minibatch": Out(32),
                "minibatch_done": In(1),
                "busy": In(1),
                "table": Out(data.ArrayLayout(layer_layout(config), config.max_layers)),
                **({name: Out(bits_for(config.max_steps)) for name in in_time}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        write = Signal()
        m.d.comb += write.eq(self.csr.write_enable)
        with m.If(self.minibatch_done):
            m.d.sync += self.minibatch.eq(self.minibatch + 1)
        values = {address("status"): self.busy, address("control"): self.train}
        everything, of_layer = of_core(self.config)
        for name in (register.name for register in everything[2:]):
            values[address(name)] = getattr(self, name)
        m.d.sync += self.refresh.eq(0)
        with m.If(write & (self.csr.address == address("control"))):
            m.d.sync += Cat(self.train, self.refresh).eq(self.csr.write_data)
        for index in range(self.config.max_layers):
            for register in of_layer:
                values[address(register.name, index)] = self.table[index][register.name]
        fixed = dict(self._fixed())
        for place, value in values.items():
            if place in fixed:
                m.d.comb += value.eq(fixed[place])
            elif place not in (address("status"), address("control")):
                with m.If(write & (self.csr.address == place)):
                    m.d.sync += value.eq(self.csr.write_data)
        with m.Switch(self.csr.address):
            for place, value in values.items():
                with m.Case(place):
                    m.d.sync += self.csr.read_data.eq(value)
            with m.Default():
                m.d.sync += self.csr.read_data.eq(0)
        return m

    def _fixed(self):
        """(address, value) of all registers that are constant."""
        network = self.config.fixed
        if network is None:
            return
        table = layer_table(network, self.config)
        settings = ("gate", "group", "reinforce", "reinforce_state")
        for name, layer, value in network_registers(table, self.config, 0):
            trained = layer is not None and layer < len(table) - 1
            if name not in ("seed", "horizon") and not (trained and name in settings):
                yield address(name, layer), value


def csr_signature():
    """The register port: writes take effect, and read data follow, one cycle after."""
    return wiring.Signature(
        {
            "address": Out(ADDRESS_BITS),
            "write_enable": Out(1),
            "write_data": Out(32),
            "read_data": In(32),
        }
    )


def lookup(m, table, index, name):
    """Row `index` of the layer table, in the same cycle."""
    row = Signal(table.shape().elem_shape, name=name)
    m.d.comb += row.eq(table[index])
    return row
