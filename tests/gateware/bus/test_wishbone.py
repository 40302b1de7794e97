"""The Wishbone slave around a shell whose core is a stub: classic and pipelined cycles."""

import random

import pytest

from bep_hw.gateware.bus.wishbone import WishboneCore
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import VERSION, address
from tests.helpers.bench import SEEDS, simulate
from tests.helpers.stub import stub_core  # noqa: F401

pytestmark = pytest.mark.usefixtures("stub_core")
ALL_BYTES = 0xF


def run(bench):
    network = Network(layers=(8, 4), classes=3)
    dut = WishboneCore(CoreConfig.for_network(network, tile_rows=2, tile_columns=8, lanes=8))

    async def host(ctx):
        await bench(ctx, dut)

    simulate(dut, host)


def drive(ctx, dut, *, cyc=1, stb=1, we=0, place=0, word=0, sel=ALL_BYTES):
    """Set the master's signals; place: word address."""
    values = {"cyc": cyc, "stb": stb, "we": we, "adr": 4 * place, "dat": word, "sel": sel}
    for name, value in values.items():
        ctx.set(getattr(dut, f"wb_{name}_i"), value)


def answer(ctx, dut):
    """What there is of ack and err, as it is in this cycle."""
    found = [name for name in ("ack", "err") if ctx.get(getattr(dut, f"wb_{name}_o"))]
    return "+".join(found) or None


@SEEDS
def test_pipelined(seed):
    """Each strobe is answered one cycle later, and there are as many answers as strobes."""
    source = random.Random(seed)

    async def bench(ctx, dut):
        ctx.set(dut.wb_pipelined_i, 1)
        due = None
        for _ in range(200):
            kind = source.choice(["version", "nothing", "write", "idle"])
            place = address("version") if kind == "version" else 0x3FF
            if kind == "write":
                drive(ctx, dut, we=1, place=address("seed"), word=5)
            else:
                drive(ctx, dut, stb=kind != "idle", place=place)
            assert answer(ctx, dut) == due and not ctx.get(dut.wb_stall_o)
            await ctx.tick()
            due = {"version": "ack", "nothing": "err", "write": "ack", "idle": None}[kind]
            if kind == "version":
                assert ctx.get(dut.wb_dat_o) == VERSION

    run(bench)


@pytest.mark.parametrize("place, wanted", [(address("version"), "ack"), (0x3FF, "err")])
def test_classic(place, wanted):
    """A master that holds its strobe has one answer in every second cycle, and one access."""

    async def bench(ctx, dut):
        ctx.set(dut.wb_pipelined_i, 0)
        drive(ctx, dut, place=place)
        seen = []
        for _ in range(8):
            seen.append(answer(ctx, dut))
            await ctx.tick()
        assert seen == [None, wanted] * 4

    run(bench)


def test_a_classic_write_is_done_once():
    """The samples go into a FIFO, which shows how many there are."""

    async def bench(ctx, dut):
        ctx.set(dut.shell.core.sample_words, 9)
        before = ctx.get(dut.shell.sample_fifo.level)
        drive(ctx, dut, we=1, place=address("samples"), word=7)
        await ctx.tick()
        assert answer(ctx, dut) == "ack"
        await ctx.tick()
        drive(ctx, dut, cyc=0, stb=0)
        assert ctx.get(dut.shell.sample_fifo.level) == before + 1
        # Bytes that are not all there, and a strobe without a bus cycle, write nothing.
        drive(ctx, dut, we=1, place=address("samples"), sel=0b0111)
        await ctx.tick()
        assert answer(ctx, dut) == "err"
        await ctx.tick()
        drive(ctx, dut, cyc=0, we=1, place=address("samples"))
        for _ in range(4):
            assert answer(ctx, dut) is None
            await ctx.tick()
        drive(ctx, dut, stb=0)
        assert not ctx.get(dut.shell.sample_fifo.w_en)

    run(bench)


def test_a_master_that_lets_go_has_no_answer():
    async def bench(ctx, dut):
        ctx.set(dut.wb_pipelined_i, 1)
        for place in (address("version"), 0x3FF):
            drive(ctx, dut, place=place)
            await ctx.tick()
            assert answer(ctx, dut)
            drive(ctx, dut, cyc=0, stb=0)
            assert answer(ctx, dut) is None
            await ctx.tick()

    run(bench)


def test_the_register_reset_leaves_the_bus_up():
    """It is answered, and the shell behind it begins anew."""

    async def bench(ctx, dut):
        ctx.set(dut.wb_pipelined_i, 1)
        for _ in range(3):
            drive(ctx, dut, we=1, place=address("samples"))
            await ctx.tick()
        drive(ctx, dut, we=1, place=address("reset"), word=1)
        await ctx.tick()
        assert answer(ctx, dut) == "ack"
        drive(ctx, dut, place=address("room"))  # refused: it comes in the cycle of the reset
        await ctx.tick()
        assert answer(ctx, dut) == "err"
        drive(ctx, dut, place=address("room"))
        await ctx.tick()
        assert answer(ctx, dut) == "ack"
        assert ctx.get(dut.wb_dat_o) == 64

    run(bench)
