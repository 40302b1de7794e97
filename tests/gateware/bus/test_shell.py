"""The shell around a stub of a core: which accesses are done, what they answer, what they do."""

import random

import pytest
from amaranth.hdl import Value

from bep_hw.gateware.bus.shell import RESULTS, SAMPLE_WORDS, Shell
from bep_hw.spec import registers
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.payloads import packed
from bep_hw.spec.registers import (
    BUS_ADDRESS_BITS,
    ERRORS,
    INTERRUPTS,
    RESULT,
    VERSION,
    WINDOW,
    address,
)
from tests.helpers.bench import SEEDS, simulate
from tests.helpers.stub import stub_core  # noqa: F401

pytestmark = pytest.mark.usefixtures("stub_core")
CONFIG = CoreConfig.for_network(
    Network(layers=(70, 4), classes=3), tile_rows=2, tile_columns=40, lanes=20, max_layers=3
)
WORDS, PARTS = 2, 2
"""D-bit words of a sample, and words of the bus in each."""

ERROR = {name: 1 << bit for bit, name in enumerate(ERRORS)}
ALL_BYTES = 0xF


class Host:
    """The access port of a shell, one access after the other."""

    def __init__(self, ctx, shell):
        self.ctx, self.shell = ctx, shell

    async def access(self, place, write, word=0, mask=ALL_BYTES):
        """(refused, data) in the cycle after."""
        ctx, port = self.ctx, self.shell.access
        for name, value in (("address", place), ("write", write), ("write_data", word)):
            ctx.set(getattr(port, name), value)
        ctx.set(port.mask, mask)
        ctx.set(port.strobe, 1)
        await ctx.tick()
        ctx.set(port.strobe, 0)
        return ctx.get(port.error), ctx.get(port.read_data)

    async def put(self, name, word, layer=None, mask=ALL_BYTES):
        """Whether the write was refused."""
        return (await self.access(address(name, layer), 1, word, mask))[0]

    async def get(self, name):
        """The value, or None if the read was refused."""
        refused, data = await self.access(address(name), 0)
        return None if refused else data


def run(bench, bus="wishbone"):
    shell = Shell(CONFIG, bus=bus)

    async def host(ctx):
        ctx.set(shell.core.sample_words, WORDS)
        await bench(ctx, shell, Host(ctx, shell))

    simulate(shell, host)


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


@SEEDS
def test_a_word_without_some_of_its_bytes(seed):
    """They are 0, and `errors` says so; a word that is not taken yet is no error."""
    source = random.Random(seed)

    async def bench(ctx, shell, host):
        core, taken = shell.core, []
        ctx.set(core.labels.ready, 1)
        beats, payload = [], shell.samples.payload
        for _ in range(WORDS * PARTS):
            beats.append((source.getrandbits(32), source.choice([0xF, source.getrandbits(4)])))
        ctx.set(shell.samples.valid, 1)
        ctx.set(payload.keep, 0)
        ctx.set(shell.access.address, address("samples"))
        for name in ("strobe", "write"):  # the register goes before
            ctx.set(getattr(shell.access, name), 1)
        ctx.set(shell.access.mask, ALL_BYTES)
        assert not ctx.get(shell.samples.ready) and not ctx.get(core.failed_outside)
        ctx.set(shell.access.strobe, 0)
        for index, (word, keep) in enumerate((*beats, (1, 0xF))):
            ctx.set(payload, {"data": word, "keep": keep, "last": index == len(beats)})
            assert ctx.get(shell.samples.ready)
            assert ctx.get(core.failed_outside) == (keep != 0xF) * ERROR["frame"]
            await ctx.tick()
        ctx.set(shell.samples.valid, 0)
        ctx.set(core.samples.ready, 1)
        for _ in range(12):
            if ctx.get(core.samples.valid):
                taken.append(ctx.get(core.samples.payload))
            await ctx.tick()
        words = [
            sum((word >> 8 * b & 255 & -(keep >> b & 1)) << 8 * b for b in range(4))
            for word, keep in beats
        ]
        assert taken == [(words[i] | words[i + 1] << 32) & ((1 << 40) - 1) for i in (0, 2)]

    run(bench, "axi")


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


@SEEDS
def test_interrupts(seed):
    """What has happened is pending until it is cleared; a result is while it waits."""
    source = random.Random(seed)
    bit = {name: 1 << index for index, name in enumerate(INTERRUPTS)}
    seen = set()

    async def bench(ctx, shell, host):
        core, kept, mask, waiting = shell.core, 0, 0, 0
        for _ in range(300):
            event = source.choice(["minibatch", "error", "give", "take", "mask", "clear", "both"])
            word = source.getrandbits(3)
            if event in ("minibatch", "both"):
                ctx.set(core.counts, 1)
            if event == "minibatch":
                await ctx.tick()
                kept |= bit["minibatch"]
            elif event == "error":
                assert await host.put("fetch", 1 << 31)
                kept |= bit["error"]
            elif event == "give" and waiting < RESULTS:
                ctx.set(core.results.valid, 1)
                await ctx.tick()
                ctx.set(core.results.valid, 0)
                await ctx.tick().repeat(2)
                waiting += 1
            elif event == "take":
                assert (await host.get("results") is None) == (waiting == 0)
                waiting -= waiting > 0
            elif event == "mask":
                assert not await host.put("interrupt_mask", 0xFFFF_FFF8 | word)
                mask = word
            elif event in ("clear", "both"):  # both: what happens in this very cycle stays
                assert not await host.put("interrupt_pending", 0xFFFF_FFF8 | word)
                kept &= ~word
                kept |= bit["minibatch"] if event == "both" else 0
            ctx.set(core.counts, 0)
            pending = kept | (bit["result"] if waiting else 0)
            assert await host.get("interrupt_mask") == mask
            assert await host.get("interrupt_pending") == pending
            assert ctx.get(shell.irq) == bool(pending & mask)
            seen.add((pending, mask))

    run(bench)
    assert {pending for pending, _ in seen} == set(range(8))
    assert {mask for _, mask in seen} == set(range(8))


def test_results_of_the_stream_interrupt_nobody():
    """They are not in the register, which is what the bit is about."""

    async def bench(ctx, shell, host):
        ctx.set(shell.core.results.valid, 1)
        await ctx.tick()
        ctx.set(shell.core.results.valid, 0)
        await ctx.tick().repeat(2)
        for packet, pending in ((0, 1), (2, 0), (0, 1)):
            assert not await host.put("packet", packet)
            assert await host.get("interrupt_pending") == pending

    run(bench, "axi")


def test_the_link_has_no_interrupts():
    async def bench(ctx, shell, host):
        assert not hasattr(shell, "irq")
        assert await host.get("interrupt_pending") is None

    run(bench, "uart")
