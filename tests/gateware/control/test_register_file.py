"""The register file: every register, its width, and what counts or pulses by itself."""

import random

import pytest

from bep_hw.gateware.control.register_file import RegisterFile
from bep_hw.gateware.parts.layouts import layer_layout
from bep_hw.spec import registers
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table, network_registers
from bep_hw.spec.network import Network
from bep_hw.spec.registers import ADDRESS_BITS, address
from bep_hw.spec.reinforce import POSITION_LAYER_BITS
from tests.helpers.bench import plain, simulate

CONFIG = CoreConfig(max_layers=3)
IN_TIME = CoreConfig(max_layers=3, max_steps=20)
CONFIGS = pytest.mark.parametrize("config", [CONFIG, IN_TIME], ids=["layers", "in-time"])
MOST_LAYERS = (1 << POSITION_LAYER_BITS) + 1
"""Rows of the layer table of the deepest network."""


class Host:
    """The register port of a register file."""

    def __init__(self, config=CONFIG):
        self.dut = RegisterFile(config)

    async def write(self, ctx, place, value):
        ctx.set(self.dut.csr.address, place)
        ctx.set(self.dut.csr.write_data, value)
        ctx.set(self.dut.csr.write_enable, 1)
        await ctx.tick()
        ctx.set(self.dut.csr.write_enable, 0)

    async def read(self, ctx, place):
        """Data come one cycle after the address."""
        ctx.set(self.dut.csr.address, place)
        await ctx.tick()
        return ctx.get(self.dut.csr.read_data)


def widths(dut):
    """Bits of every register that can be written and read back, by address."""
    of_core, of_layer = registers.of_core(dut.config)
    names = [r.name for r in of_core if r.access == "rw" and r.name != "control"]
    found = {address(name): len(getattr(dut, name)) for name in names}
    for index in range(dut.config.max_layers):
        for register in of_layer:
            found[address(register.name, index)] = layer_layout(dut.config)[register.name].width
    return found


@pytest.mark.parametrize("layers", [3, MOST_LAYERS])
@CONFIGS
def test_addresses_are_all_different_and_fit(config, layers):
    of_core, of_layer = registers.of_core(config)
    places = [address(register.name) for register in of_core]
    places += [address(r.name, index) for index in range(layers) for r in of_layer]
    assert len(set(places)) == len(places) and max(places) < 1 << ADDRESS_BITS


@pytest.mark.parametrize("value", [0xFFFF_FFFF, None], ids=["ones", "seed0"])
@CONFIGS
def test_write_all_then_read_all(config, value):
    """What a register cannot hold is cut off; no write touches another register."""
    host, source = Host(config), random.Random(0)
    values = {place: value or source.getrandbits(32) for place in widths(host.dut)}

    async def bench(ctx):
        for place, word in values.items():
            await host.write(ctx, place, word)
        for place, width in widths(host.dut).items():
            assert await host.read(ctx, place) == values[place] & ((1 << width) - 1), hex(place)
        table = plain(ctx.get(host.dut.table))
        for index, row in enumerate(table):
            for name, field in row.items():
                place = address(name, index)
                assert field == values[place] & ((1 << widths(host.dut)[place]) - 1)

    simulate(host.dut, bench)


def test_unused_addresses_read_zero_and_take_no_write():
    host = Host()
    unused = [
        0x07,
        0x08,
        0x3F,
        0x180,
        address("reinforce", 0) + 1,
        address("rows", CONFIG.max_layers),
        0x1FF,
    ]

    async def bench(ctx):
        for place in unused:
            await host.write(ctx, place, 0xFFFF_FFFF)
            assert await host.read(ctx, place) == 0
        for place in widths(host.dut):
            assert await host.read(ctx, place) == 0

    simulate(host.dut, bench)


def test_control():
    """Bit 0 stays, bit 1 is a pulse of one cycle and reads as 0."""
    host = Host()

    async def bench(ctx):
        for value in (1, 2, 3, 0):
            await host.write(ctx, address("control"), value)
            assert ctx.get(host.dut.train) == value & 1
            assert ctx.get(host.dut.refresh) == value >> 1
            assert await host.read(ctx, address("control")) == value & 1
            assert not ctx.get(host.dut.refresh)

    simulate(host.dut, bench)


def test_status_is_read_only():
    host = Host()

    async def bench(ctx):
        for busy in (1, 0):
            ctx.set(host.dut.busy, busy)
            await host.write(ctx, address("status"), 1 - busy)
            assert await host.read(ctx, address("status")) == busy

    simulate(host.dut, bench)


def test_minibatch_counts_and_wraps():
    host = Host()

    async def bench(ctx):
        await host.write(ctx, address("minibatch"), 0xFFFF_FFFE)
        for expected in (0xFFFF_FFFF, 0, 1):
            ctx.set(host.dut.minibatch_done, 1)
            await ctx.tick()
            ctx.set(host.dut.minibatch_done, 0)
            assert ctx.get(host.dut.minibatch) == expected
            assert await host.read(ctx, address("minibatch")) == expected

    simulate(host.dut, bench)


def test_a_fixed_network():
    """Its registers read as the host would write them, and take no write; all others do."""
    network = Network(layers=(40, 20, 12), classes=4)
    config = CoreConfig.for_network(network, fixed=network)
    host = Host(config)
    constant = {
        address(name, layer): value
        for name, layer, value in network_registers(layer_table(network, config), config, 0)
    }
    del constant[address("seed")]
    for layer in range(network.depth):
        for name in ("gate", "group", "reinforce"):
            del constant[address(name, layer)]

    async def bench(ctx):
        for place in widths(host.dut):
            await host.write(ctx, place, 5)
        for place, width in widths(host.dut).items():
            # The classifier has bases that nothing uses, and that may not fit.
            expected = constant.get(place, 5) & ((1 << width) - 1)
            assert await host.read(ctx, place) == expected

    simulate(host.dut, bench)
