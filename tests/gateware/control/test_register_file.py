"""The register file: every register, its width, and what counts or pulses by itself."""

import random

import pytest

from bep_hw.gateware.control.register_file import FREE, RegisterFile
from bep_hw.spec import registers
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table, network_registers
from bep_hw.spec.limits import limits
from bep_hw.spec.network import Network
from bep_hw.spec.registers import ADDRESS_BITS, ERRORS, address
from bep_hw.spec.reinforce import POSITION_LAYER_BITS
from tests.helpers.bench import plain, simulate

CONFIG = CoreConfig(max_layers=3)
IN_TIME = CoreConfig(max_layers=3, max_steps=20)
LARGE = CoreConfig(max_layers=3, deep_pipeline=True)
CONFIGS = pytest.mark.parametrize(
    "config", [CONFIG, IN_TIME, LARGE], ids=["layers", "in-time", "large-core"]
)
ERROR = {name: 1 << bit for bit, name in enumerate(ERRORS)}
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
        return ctx.get(self.dut.csr.error)

    async def read(self, ctx, place):
        """Data come one cycle after the address."""
        ctx.set(self.dut.csr.address, place)
        await ctx.tick()
        return ctx.get(self.dut.csr.read_data)


def bounds(config):
    """{address: (lowest, highest value)} of every register that can be written and read back."""
    of_core, of_layer = registers.of_core(config)
    every = limits(config)
    names = [r.name for r in of_core if r.access == "rw" and r.name not in ("control", "errors")]
    found = {address(name): every[name] for name in names}
    for index in range(config.max_layers):
        found |= {address(r.name, index): every[r.name] for r in of_layer}
    return found


@pytest.mark.parametrize("layers", [3, MOST_LAYERS])
@CONFIGS
def test_addresses_are_all_different_and_fit(config, layers):
    of_core, of_layer = registers.of_core(config)
    places = [address(register.name) for register in of_core]
    places += [address(r.name, index) for index in range(layers) for r in of_layer]
    assert len(set(places)) == len(places) and max(places) < 1 << ADDRESS_BITS


@pytest.mark.parametrize("choice", ["lowest", "highest", "random"])
@CONFIGS
def test_write_all_then_read_all(config, choice):
    """Every value between the limits is taken, and no write touches another register."""
    host, source = Host(config), random.Random(0)
    values = {
        place: {"lowest": low, "highest": high, "random": source.randint(low, high)}[choice]
        for place, (low, high) in bounds(config).items()
    }

    async def bench(ctx):
        for place, word in values.items():
            assert not await host.write(ctx, place, word)
        for place, value in values.items():
            assert await host.read(ctx, place) == value, hex(place)
        for index, row in enumerate(plain(ctx.get(host.dut.table))):
            assert row == {name: values[address(name, index)] for name in row}
        assert await host.read(ctx, address("errors")) == 0

    simulate(host.dut, bench)


@CONFIGS
def test_a_value_beyond_the_limits_is_refused(config):
    """The next one up, and down, and those that lose nothing but their highest bits."""
    host = Host(config)

    async def bench(ctx):
        for place, (low, high) in bounds(config).items():
            kept = (low + high) // 2
            assert not await host.write(ctx, place, kept)
            wrong = {low - 1, high + 1, high + 2, *(kept | 1 << bit for bit in range(32))}
            for value in sorted(value for value in wrong if not low <= value <= high):
                if 0 <= value < 1 << 32:
                    assert await host.write(ctx, place, value), (hex(place), value)
            assert await host.read(ctx, place) == kept
        assert await host.read(ctx, address("errors")) == ERROR["value"]

    simulate(host.dut, bench)


@pytest.mark.parametrize("seed", range(4))
@CONFIGS
def test_accesses_in_every_cycle(config, seed):
    """A read in the cycle after a write has what was written, or the error of it."""
    host, source = Host(config), random.Random(seed)
    every = bounds(config)
    few = source.sample(sorted(every), 3)
    places = [*few, address("minibatch"), address("control"), address("errors")]

    async def bench(ctx):
        values = {place: await host.read(ctx, place) for place in places}
        wrong = reads = 0
        for _ in range(400):
            place = source.choice(places)
            if source.random() < 0.5:
                low, high = every.get(place, (0, 3))
                value = source.choice(
                    (low, high, source.randint(low, high), min(high + 1, (1 << 32) - 1))
                )
                if place == address("errors"):
                    value = source.choice((0, ERROR["value"]))
                    values[place] &= ~value
                    assert not await host.write(ctx, place, value)
                elif place == address("control"):
                    assert not await host.write(ctx, place, value & 1)
                    values[place] = value & 1
                else:
                    legal = low <= value <= high
                    assert await host.write(ctx, place, value) != legal
                    if legal:
                        values[place] = value
                    else:
                        wrong += 1
                        values[address("errors")] |= ERROR["value"]
            else:
                reads += 1
                assert await host.read(ctx, place) == values[place], hex(place)
        assert wrong > 10 and reads > 100

    simulate(host.dut, bench)


def test_nothing_is_written_while_busy():
    """But `errors`, which shows it."""
    host = Host()

    async def bench(ctx):
        assert not await host.write(ctx, address("seed"), 5)
        ctx.set(host.dut.locked, 1)
        for name, layer in (("seed", None), ("control", None), ("rows", 0)):
            assert await host.write(ctx, address(name, layer), 1)
            assert not ctx.get(host.dut.train) and not ctx.get(host.dut.tabled)
        assert await host.read(ctx, address("seed")) == 5
        assert await host.read(ctx, address("errors")) == ERROR["busy"]
        assert not await host.write(ctx, address("errors"), ERROR["busy"])
        assert await host.read(ctx, address("errors")) == 0
        ctx.set(host.dut.locked, 0)
        assert not await host.write(ctx, address("seed"), 6)
        assert await host.read(ctx, address("seed")) == 6

    simulate(host.dut, bench)


def test_errors_stay_until_each_is_cleared():
    """Also if one occurs in the cycle in which it is cleared."""
    host, every = Host(), (1 << len(ERROR)) - 1

    async def bench(ctx):
        ctx.set(host.dut.failed, every)
        await ctx.tick()
        ctx.set(host.dut.failed, 0)
        left = every
        for bit in ERROR.values():
            assert await host.read(ctx, address("errors")) == left
            await host.write(ctx, address("errors"), bit)
            left &= ~bit
        assert await host.read(ctx, address("errors")) == 0
        ctx.set(host.dut.failed, ERROR["label"])
        await host.write(ctx, address("errors"), every)
        ctx.set(host.dut.failed, 0)
        assert await host.read(ctx, address("errors")) == ERROR["label"]

    simulate(host.dut, bench)


@pytest.mark.parametrize("name", ERROR)
def test_fails_while_an_error_occurs(name):
    """Whether it is told of or found here, and whether `errors` has it already."""
    host = Host()

    async def bench(ctx):
        for _ in range(2):
            assert not ctx.get(host.dut.fails)
            ctx.set(host.dut.failed, ERROR[name])
            assert ctx.get(host.dut.fails)
            ctx.set(host.dut.failed, 0)
            await ctx.tick()
        ctx.set(host.dut.csr.address, address("layers"))
        ctx.set(host.dut.csr.write_enable, 1)
        for value, locked, fails in ((2, 0, 0), (1, 0, 1), (2, 1, 1)):
            ctx.set(host.dut.csr.write_data, value)
            ctx.set(host.dut.locked, locked)
            assert ctx.get(host.dut.fails) == fails
        ctx.set(host.dut.csr.address, address("errors"))
        assert not ctx.get(host.dut.fails)

    simulate(host.dut, bench)


def test_what_must_fit_is_looked_at():
    """`tabled` follows a write of what has to fit other registers, `resized` one of the size."""
    host = Host(IN_TIME)

    async def bench(ctx):
        for place, (low, _) in bounds(IN_TIME).items():
            await host.write(ctx, place, low)
            free = {address(name, i) for name in FREE for i in range(IN_TIME.max_layers)}
            free |= {address(name) for name in ("seed", "minibatch", "margin")}
            assert ctx.get(host.dut.tabled) == (place not in free)
            assert ctx.get(host.dut.resized) == (place == address("batch_size"))
            await ctx.tick()
            assert not ctx.get(host.dut.tabled) and not ctx.get(host.dut.resized)

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
            assert await host.write(ctx, place, 1)
            assert await host.read(ctx, place) == 0
        for place in bounds(CONFIG):
            assert await host.read(ctx, place) == 0
        assert await host.read(ctx, address("errors")) == ERROR["value"]

    simulate(host.dut, bench)


def test_control():
    """Bit 0 stays, bits 1 and 2 are pulses of one cycle and read as 0, and there are no others."""
    host = Host()

    async def bench(ctx):
        for value in (1, 2, 3, 4, 7, 0):
            assert not await host.write(ctx, address("control"), value)
            assert ctx.get(host.dut.train) == value & 1
            assert ctx.get(host.dut.refresh) == value >> 1 & 1
            assert ctx.get(host.dut.flush) == value >> 2
            assert await host.read(ctx, address("control")) == value & 1
            assert not ctx.get(host.dut.refresh) and not ctx.get(host.dut.flush)
        assert await host.write(ctx, address("control"), 9)
        assert not ctx.get(host.dut.train)

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
    general = CoreConfig.for_network(network)
    host = Host(config)
    constant = {
        address(name, layer): value
        for name, layer, value in network_registers(layer_table(network, general), general, 0)
    }
    del constant[address("seed")]
    for layer in range(network.depth):
        for name in ("gate", "group", "reinforce"):
            del constant[address(name, layer)]

    async def bench(ctx):
        for place in bounds(config):
            value = constant.get(place, 5)
            assert await host.write(ctx, place, value) == (place in constant)
            assert await host.read(ctx, place) == value
        assert await host.read(ctx, address("errors")) == ERROR["value"]

    simulate(host.dut, bench)
