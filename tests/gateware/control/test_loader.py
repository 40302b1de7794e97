"""The loader: words and labels at any pace, into the banks in turn."""

import dataclasses
import random

import pytest

from bep_hw.gateware.control.loader import PATIENCE, Loader
from bep_hw.gateware.parts.layouts import payload_layout
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.payloads import label_fields
from tests.helpers.bench import SEEDS, STALLS, Stalls, plain, send, simulate

BASE, BANKS = 3, 4
CONFIG = CoreConfig(
    max_width=200, tile_columns=8, tile_rows=8, lanes=8, activation_depth=64, banks=BANKS
)


def check(words, samples, *, stalls=(0.0, 0.0, 0.0), seed=0):
    """`words` a sample; stalls: of the words, of the labels, and of the core that uses banks."""
    dut, source = Loader(CONFIG, 4), random.Random(seed)
    data = [[source.getrandbits(8) for _ in range(words)] for _ in range(samples)]
    labels = [source.randrange(16) for _ in range(samples)]
    pace, label_pace, core_pace = (Stalls(stall, seed + i) for i, stall in enumerate(stalls))
    memory, got, full, banks = {}, [], [0] * BANKS, []

    async def feed(ctx):
        for sample in data:
            for word in sample:
                await send(ctx, dut.samples, word, pace)

    async def tell(ctx):
        for label in labels:
            await send(ctx, dut.labels, label, label_pace)

    async def core(ctx):
        """Fills the memory, notes what is loaded, and frees banks in order after a while."""
        ctx.set(dut.words, words)
        ctx.set(dut.base, BASE)
        ctx.set(dut.free, -1)
        while len(got) < samples:
            ports = (dut.write, dut.bank, dut.address, dut.word, dut.loaded, dut.label, dut.hold)
            _, _, write, bank, address, word, loaded, label, held = await ctx.tick().sample(*ports)
            if write:
                assert not full[bank] and not held
                memory[bank, address] = word
            if loaded:
                full[bank] = 1
                banks.append(bank)
                here = [memory[bank, BASE + index] for index in range(words)]
                got.append((here, label))
            if any(full) and not core_pace():
                full[banks[-sum(full)]] = 0
            ctx.set(dut.free, sum((1 - f) << bank for bank, f in enumerate(full)))
            ctx.set(dut.hold, core_pace())
            assert ctx.get(dut.busy) or not ctx.get(dut.loaded)

    simulate(dut, core, background=[feed, tell])
    assert got == list(zip(data, labels, strict=True))
    assert banks == [index % BANKS for index in range(samples)]


@pytest.mark.parametrize("words", [1, 2, 25])
def test_flowing(words):
    check(words, 4)


@pytest.mark.parametrize("late", [(0.9, 0.0, 0.0), (0.0, 0.9, 0.0)], ids=["words", "labels"])
def test_either_may_come_first(late):
    check(2, 6, stalls=late)


@SEEDS
@STALLS
def test_everything_stalls(seed, stall):
    check(5, 12, stalls=(stall, stall, 0.5), seed=seed)


def test_a_sample_takes_one_more_cycle_than_words():
    dut = Loader(CONFIG, 4)
    times = []

    async def bench(ctx):
        ctx.set(dut.words, 3)
        ctx.set(dut.free, -1)
        ctx.set(dut.samples.valid, 1)
        ctx.set(dut.labels.valid, 1)
        for now in range(20):
            if ctx.get(dut.loaded):
                times.append(now)
            await ctx.tick()

    simulate(dut, bench)
    assert times == [3, 7, 11, 15, 19]


def test_no_bank_free():
    dut = Loader(CONFIG, 4)

    async def bench(ctx):
        ctx.set(dut.words, 1)
        for free, ready in ((0, 0), (0b1110, 0), (1, 1)):
            ctx.set(dut.free, free)
            assert ctx.get(dut.samples.ready) == ready
            assert ctx.get(dut.labels.ready) == ready
        assert not ctx.get(dut.busy)

    simulate(dut, bench)


@pytest.mark.parametrize("encoder", [None, EncoderShape(image=(4, 2))], ids=["bits", "pixels"])
def test_a_bundle_waits_for_what_is_being_encoded(encoder):
    """A lone sample goes forward without a second one, unless that is on its way."""
    dut = Loader(dataclasses.replace(CONFIG, samples_per_read=2, encoder=encoder), 4)
    closed = []

    async def bench(ctx):
        ctx.set(dut.words, 1)
        ctx.set(dut.free, -1)
        ctx.set(dut.samples.valid, 1)
        ctx.set(dut.labels.valid, 1)
        await ctx.tick()
        ctx.set(dut.samples.valid, 0)
        ctx.set(dut.labels.valid, 0)
        for cycle in range(4 * PATIENCE):
            if encoder:
                ctx.set(dut.coming, cycle < 2 * PATIENCE)
            if ctx.get(dut.closes):
                closed.append(cycle)
            await ctx.tick()

    simulate(dut, bench)
    assert closed == [3 * PATIENCE if encoder else PATIENCE + 1]


@pytest.mark.parametrize(
    ("steps", "state", "inputs"), [(1, 2, 1), (3, 1, 1), (4, 2, 3), (2, 0, 3)], ids=str
)
@STALLS
def test_time_steps(steps, state, inputs, stall):
    """s_0, then the inputs of every time step into its own slot, behind the words of a state."""
    config = dataclasses.replace(CONFIG, max_steps=4)
    dut, pace, slot = (
        Loader(config, payload_layout(label_fields(config))),
        Stalls(stall, steps),
        state + inputs,
    )
    source, memory, got = random.Random(steps), {}, []
    samples = [[source.getrandbits(8) for _ in range(state + steps * inputs)] for _ in range(3)]

    async def feed(ctx):
        for sample in samples:
            for word in sample:
                await send(ctx, dut.samples, word, pace)

    async def tell(ctx):
        for index in range(len(samples)):
            await send(ctx, dut.labels, {"label": index, "steps": steps}, pace)

    async def core(ctx):
        values = {"words": slot, "base": BASE, "free": -1, "steps": steps, "state_blocks": state}
        for name, value in values.items():
            ctx.set(getattr(dut, name), value)
        while len(got) < len(samples):
            ports = (dut.write, dut.bank, dut.address, dut.word, dut.loaded, dut.label)
            _, _, write, bank, address, word, loaded, label = await ctx.tick().sample(*ports)
            if write:
                assert (bank, address) not in memory
                memory[bank, address] = word
            if loaded:
                got.append((bank, plain(label)))

    simulate(dut, core, background=[feed, tell])
    assert got == [(bank, {"label": bank, "steps": steps}) for bank in range(len(samples))]
    wanted = {}
    for bank, sample in enumerate(samples):
        places = [*range(state)]
        places += [t * slot + state + word for t in range(steps) for word in range(inputs)]
        wanted |= {(bank, BASE + place): word for place, word in zip(places, sample, strict=True)}
    assert memory == wanted
