"""The shell around a stub of a core: which accesses are done, what they answer, what they do."""

import random

import pytest
from amaranth.hdl import Value

from bep_hw.gateware.bus.shell import RESULTS, SAMPLE_WORDS
from bep_hw.spec import registers
from bep_hw.spec.payloads import packed
from bep_hw.spec.registers import (
    BUS_ADDRESS_BITS,
    RESULT,
    VERSION,
    WINDOW,
    address,
)
from tests.helpers.bench import SEEDS
from tests.helpers.shell_host import ALL_BYTES, CONFIG, ERROR, PARTS, WORDS, run
from tests.helpers.stub import stub_core  # noqa: F401

pytestmark = pytest.mark.usefixtures("stub_core")


def known(bus):
    """{address: register} of the whole map."""
    of_core, of_layer = registers.of_core(CONFIG)
    every = {address(r.name): r for r in (*of_core, *registers.of_bus(bus))}
    for layer in range(CONFIG.max_layers):
        every |= {address(r.name, layer): r for r in of_layer}
    return every | {r.address + i: r for r in registers.WINDOWS for i in range(WINDOW)}


@pytest.mark.parametrize("bus", ["axi", "wishbone", "uart"])
def test_every_address(bus):
    """Reads and writes are refused where the map has none; nothing is there to read in windows."""
    every = known(bus)

    async def bench(ctx, shell, host):
        for place in range(1 << BUS_ADDRESS_BITS):
            register = every.get(place)
            refused, data = await host.access(place, 0)
            empty = register and register.name in ("results", "fetched")
            assert refused == (not register or not register.readable or empty), hex(place)
            assert not refused or data == 0
            assert (await host.access(place, 1, 1, mask=0b0111))[0]
            if register is None or not register.writable:
                assert (await host.access(place, 1))[0], hex(place)
        # A cycle without an access is no answer.
        await ctx.tick()
        assert ctx.get(shell.access.error)

    run(bench, bus)


def test_what_tells_of_the_core():
    async def bench(ctx, shell, host):
        assert await host.get("version") == VERSION
        assert await host.get("tile") == CONFIG.tile_rows | CONFIG.tile_columns << 16
        assert await host.get("lanes") == CONFIG.lanes | CONFIG.hidden_bits << 16
        assert await host.get("fingerprint") == CONFIG.fingerprint
        assert await host.get("max_batch") == CONFIG.max_batch
        limits = CONFIG.max_layers | CONFIG.max_classes << 8 | CONFIG.samples_per_read << 24
        assert await host.get("limits") == limits
        assert await host.get("room") == SAMPLE_WORDS and await host.get("waiting") == 0

    run(bench)


def test_registers_of_the_core():
    """Accesses go through to it, in the same cycle; its refusal is the answer."""

    async def bench(ctx, shell, host):
        csr, source = shell.core.csr, random.Random(0)
        for name, layer in (("seed", None), ("rows", 0), ("gate", 2), ("errors", None)):
            for error in (0, 1):
                word = source.getrandbits(32)
                ctx.set(csr.error, error)
                ctx.set(csr.read_data, word)
                ctx.set(shell.access.strobe, 1)
                ctx.set(shell.access.write, 1)
                ctx.set(shell.access.mask, ALL_BYTES)
                ctx.set(shell.access.address, address(name, layer))
                ctx.set(shell.access.write_data, word)
                assert ctx.get(csr.write_enable)
                assert ctx.get(csr.address) == address(name, layer)
                assert ctx.get(csr.write_data) == word
                assert await host.put(name, word, layer) == error
                refused, data = await host.access(address(name, layer), 0)
                assert (refused, data) == (0, word)
                assert not ctx.get(csr.write_enable)
                assert await host.put(name, word, layer, mask=0b1110)
        assert await host.get("tile") == CONFIG.tile_rows | CONFIG.tile_columns << 16

    run(bench)


@SEEDS
def test_samples_wait_in_the_fifo(seed):
    """Until the core takes them, in order; then there is no room, and registers are locked."""
    source = random.Random(seed)
    taken, labels = [], []

    async def bench(ctx, shell, host):
        core = shell.core
        sent, classes = [], []
        while True:
            words = [source.getrandbits(32) for _ in range(WORDS * PARTS)]
            label = source.randrange(3)
            answers = [await host.put("samples", word) for word in words]
            answers.append(await host.put("label", label))
            if any(answers):
                break
            sent += [words[i] | words[i + 1] << 32 for i in (0, 2)]
            classes.append(label)
        assert answers == sorted(answers) and answers[-1]
        assert len(classes) > SAMPLE_WORDS // (WORDS * PARTS + 1)
        assert await host.get("room") == 0
        assert await host.get("status") == 1
        assert await host.put("seed", 1) and not ctx.get(core.csr.write_enable)
        assert ctx.get(shell.core.errors) == ERROR["busy"]
        assert not await host.put("errors", ERROR["busy"])
        assert ctx.get(shell.core.errors) == 0
        while len(labels) < len(classes) or len(taken) < len(sent):
            for stream, found in ((core.samples, taken), (core.labels, labels)):
                ctx.set(stream.ready, source.getrandbits(1))
                if ctx.get(stream.ready) and ctx.get(stream.valid):
                    found.append(ctx.get(stream.payload))
            await ctx.tick()
        assert taken[: len(sent)] == [word & ((1 << 40) - 1) for word in sent]
        assert labels == classes

    run(bench)


def test_registers_that_are_not_legal():
    """Samples are refused; those that wait for the table to be legal do not lock it."""

    async def bench(ctx, shell, host):
        assert not await host.put("samples", 1)
        await ctx.tick().repeat(3)
        ctx.set(shell.core.unfit, 1)
        assert not await host.put("rows", 1, 0)
        assert not await host.put("samples", 1)
        await ctx.tick().repeat(3)
        ctx.set(shell.core.illegal, 1)
        room = await host.get("room")
        assert await host.put("samples", 1) and await host.put("label", 1)
        assert await host.get("room") == room
        ctx.set(shell.core.unfit, 0)
        ctx.set(shell.core.illegal, 0)
        assert await host.put("rows", 1, 0)

    run(bench)


@SEEDS
def test_results_wait_in_the_fifo(seed):
    """As words that are alike for every core; the core waits when there is no room."""
    source = random.Random(seed)

    async def bench(ctx, shell, host):
        core, given, found = shell.core, [], []
        ctx.set(core.results.valid, 1)
        for _ in range(RESULTS + 4):
            values = {"prediction": source.randrange(3), "triggered": source.getrandbits(1)}
            values["margin"] = source.randrange(-100, 100)
            for name, value in values.items():
                ctx.set(core.results.payload[name], value)
            if ctx.get(core.results.ready):
                given.append(packed(RESULT, values))
            await ctx.tick()
        ctx.set(core.results.valid, 0)
        assert len(given) == await host.get("waiting") >= RESULTS
        while (word := await host.get("results")) is not None:
            found.append(word)
        assert found == given and await host.get("waiting") == 0

    run(bench)


def test_loads_and_fetches():
    """A load goes on when its last word is there; a fetch is for an address that there is."""

    async def bench(ctx, shell, host):
        core = shell.core
        parts = -(-len(Value.cast(core.load.payload)) // 32)
        for index in range(parts):
            assert not ctx.get(core.load.valid)
            assert not await host.put("load", index + 1)
        while not ctx.get(core.load.valid):
            await ctx.tick()
        whole = sum(index + 1 << 32 * index for index in range(parts))
        payload = Value.cast(core.load.payload)
        assert ctx.get(payload) == whole & ((1 << len(payload)) - 1)
        assert await host.get("status") == 1
        assert await host.put("seed", 1), "the registers are locked"
        ctx.set(core.load.ready, 1)
        await ctx.tick().repeat(2)
        assert await host.get("status") == 0

        assert await host.put("fetch", 3), "the core is not idle"
        ctx.set(core.fetch.ready, 1)
        assert not await host.put("fetch", 3)
        await host.put("errors", 0xFFFF_FFFF)
        for place in (CONFIG.counter_depth, 1 << 20, 1 << 31):
            assert await host.put("fetch", place)
            assert ctx.get(shell.core.errors) == ERROR["address"]
            assert not await host.put("errors", ERROR["address"])
        assert await host.get("fetched") is None
        word = int.from_bytes(random.Random(1).randbytes(100), "little")
        payload = Value.cast(core.fetched.payload)
        ctx.set(payload, word & ((1 << len(payload)) - 1))
        ctx.set(core.fetched.valid, 1)
        for part in range(-(-len(payload) // 32)):
            while (found := await host.get("fetched")) is None:
                pass
            assert found == (word & ((1 << len(payload)) - 1)) >> 32 * part & 0xFFFF_FFFF

    run(bench)


def test_a_packet_of_a_wrong_length():
    async def bench(ctx, shell, host):
        for stream in (shell.core.samples, shell.core.labels):
            ctx.set(stream.ready, 1)
        for words in (WORDS * PARTS, WORDS * PARTS - 1, WORDS * PARTS + 1):
            for _ in range(words):
                await host.put("samples", 5)
            await host.put("label", 1)
            await ctx.tick().repeat(12)
            assert ctx.get(shell.core.errors) == (words != WORDS * PARTS) * ERROR["frame"]
            await host.put("errors", 0xFFFF_FFFF)

    run(bench)


def test_reset():
    """Bit 0 asks for one, for one cycle."""

    async def bench(ctx, shell, host):
        for word in (0, 2, 1):
            assert not await host.put("reset", word)
            assert ctx.get(shell.reset) == word & 1
            await ctx.tick()
            assert not ctx.get(shell.reset)
        assert await host.put("reset", 1, mask=0b0001) and not ctx.get(shell.reset)

    run(bench)
