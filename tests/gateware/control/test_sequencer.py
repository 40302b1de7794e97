"""The sequencers: which layer of which sample follows which, in every cycle."""

import random
from dataclasses import dataclass

import pytest

from bep_hw.gateware.control.sequencer import BackwardSequencer, ForwardSequencer
from bep_hw.spec.core import CoreConfig
from tests.helpers.bench import SEEDS, STALLS, Stalls, plain, simulate

LATENCY = 4
"""Cycles from the last tile of a layer to its last z, in the bench."""

STRIDE = {"words": 3, "rows": 2}


def behind(step):
    """The offset of a time step, counted from 0."""
    return {name: step * value for name, value in STRIDE.items()}


@dataclass
class Sample:
    """A sample in the reference: the layer it wants, whether it waits for it, and its bank.

    Or a bundle of them that go forward together, and its number.

    own: time steps of each sample; step: those that have been read
    """

    bank: int
    layer: int = 0
    waits: bool = False
    own: tuple = (1,)
    step: int = 0


class Forward:
    """The rule of ForwardSequencer in terms of samples, and all that is around the sequencer.

    shared: samples of a bundle at most; then banks and samples count bundles
    """

    def __init__(
        self, *, banks, row_count, samples, learning, stall, seed, longest=1, state=0, shared=1
    ):
        config = CoreConfig(
            max_layers=5, banks=banks * shared, max_steps=longest, samples_per_read=shared
        )
        self.dut, self.longest, self.state = ForwardSequencer(config), longest, state
        self.banks, self.row_count, self.total, self.shared = banks, row_count, samples, shared
        self.learning = learning  # cycles for which a bank stays full after the result, at most
        self.stalls, self.random = Stalls(stall, seed), random.Random(seed)
        self.samples, self.results, self.progress = [], [], []

    async def bench(self, ctx):
        dut, stalls, total = self.dut, self.stalls, 0
        ctx.set(dut.row_count, self.row_count)
        free_at = [0] * self.banks  # cycle from which a bank may be filled; None while it is full
        reading, events = 0, {}  # tiles that are left; cycle -> (what, sample)
        judged = result = None
        now, own, members = 0, [], self.random.randrange(self.shared) + 1
        while len(self.results) < self.total:
            bank = total % self.banks
            free = free_at[bank] is not None and free_at[bank] <= now
            arrives = total < self.total and free and len(own) < members and not stalls()
            steps = self.random.randrange(1, self.longest + 1)
            own += [steps] if arrives else []
            loads = free and len(own) == members and not stalls()
            happens = dict(events.pop(now, ()))
            enter, ready, takes = not stalls(), reading <= 1 and not stalls(), not stalls()
            if self.longest > 1:
                ctx.set(dut.state, self.state)
                ctx.set(dut.stride, STRIDE)
                ctx.set(dut.arrives, arrives)
                ctx.set(dut.bank, bank * self.shared + len(own) - arrives)
                ctx.set(dut.steps, steps)
            ctx.set(dut.loaded, loads)
            ctx.set(dut.loaded_bundle, bank if loads else self.random.randrange(self.banks))
            ctx.set(dut.enter, enter)
            ctx.set(dut.layers.ready, ready)
            ctx.set(dut.z_last, "z" in happens)
            ctx.set(dut.z_bundle, happens["z"].bank if "z" in happens else 0)
            ctx.set(dut.answered, result is not None and takes)

            chosen = next((s for s in self.samples if self.may_be_read(s, enter, judged)), None)
            assert ctx.get(dut.layers.valid) == (chosen is not None)
            taken = chosen is not None and ready
            assert ctx.get(dut.entered) == (taken and chosen.layer == chosen.step == 0)
            if judged:
                assert ctx.get(dut.judged) == judged.bank
            if chosen:
                classifier = chosen.layer == self.row_count - 1
                job = {"bundle": chosen.bank, "layer": chosen.layer, "classifier": classifier}
                offered = plain(ctx.get(dut.layers.payload))
                offsets = offered.pop("offsets", ())
                assert offered == job
                if self.longest > 1:
                    assert plain(ctx.get(dut.offset)) == behind(chosen.step)
                for offset, one in zip(offsets, chosen.own, strict=False):
                    assert offset == behind(min(one, chosen.step))["words"]
            await ctx.tick()

            if result is not None and takes:
                self.results.append(result)
                free_at[result.bank] = now + 1 + self.random.randrange(self.learning + 1)
                self.samples.remove(result)
                judged = result = None
            if "margin" in happens:
                result = happens["margin"]
            reading = max(0, reading - 1)
            if taken:
                reading = self.random.randrange(1, 6)
                what = "margin" if classifier else "z"
                events.setdefault(now + reading + LATENCY, []).append((what, chosen))
                chosen.waits = False
                in_state = self.state and chosen.layer == 0
                chosen.step += in_state
                chosen.layer += not in_state or chosen.step == max(chosen.own)
                if classifier:
                    judged = chosen
            if "z" in happens:
                happens["z"].waits = True
            if loads:
                free_at[bank] = None
                self.samples.append(Sample(bank, waits=True, own=tuple(own)))
                total, own, members = total + 1, [], self.random.randrange(self.shared) + 1
            for sample in self.samples if self.longest > 1 else ():
                for way, one in enumerate(sample.own):
                    last = dut.last_offset[sample.bank * self.shared + way]
                    assert plain(ctx.get(last)) == behind(min(one, sample.step))
            layers = [sample.layer for sample in self.samples]
            if not self.state:
                assert layers == sorted(layers, reverse=True), "no sample overtakes another"
            self.progress.append(len([layer for layer in layers if layer]))
            now += 1

    def may_be_read(self, sample, enter, judged):
        """Whether the next layer of a sample may be read now."""
        if sample.layer == sample.step == 0 and not enter:
            return False
        if sample.layer == self.row_count - 1 and (judged or sample is not self.samples[0]):
            return False
        return sample.waits


def check(*, banks=4, row_count=3, samples=30, learning=0, stall=0.0, seed=0, **in_time):
    world = Forward(
        **{"banks": banks, "row_count": row_count, "samples": samples},
        **{"learning": learning, "stall": stall, "seed": seed, **in_time},
    )
    simulate(world.dut, world.bench)
    assert [sample.bank for sample in world.results] == [i % banks for i in range(samples)]
    return world


@pytest.mark.parametrize("row_count", [2, 3, 5])
@pytest.mark.parametrize("banks", [2, 4, 8])
def test_oldest_sample_first(banks, row_count):
    world = check(banks=banks, row_count=row_count)
    assert max(world.progress) > 1, "samples must overlap"


@SEEDS
@STALLS
def test_everything_stalls(seed, stall):
    check(banks=(2, 4, 8)[seed], row_count=4, learning=40, stall=stall, seed=seed)


@pytest.mark.parametrize("state", [0, 1], ids=["layers", "state"])
@SEEDS
@STALLS
def test_samples_of_several_time_steps(seed, stall, state):
    """Younger samples of fewer steps overtake, but not before the classifier."""
    check(
        **{"banks": (2, 4, 8)[seed], "row_count": 3, "learning": 40, "stall": stall, "seed": seed},
        **{"longest": 5, "state": state},
    )


@pytest.mark.parametrize("shared", [2, 4, 8])
@pytest.mark.parametrize("state", [0, 1], ids=["layers", "state"])
@SEEDS
@STALLS
def test_bundles_of_samples_of_several_time_steps(seed, stall, state, shared):
    """A bundle takes the steps of its longest sample, and a shorter one keeps its own place."""
    check(
        **{"banks": (2, 4, 2)[seed], "row_count": 3, "learning": 40, "stall": stall, "seed": seed},
        **{"longest": 5, "state": state, "shared": shared, "samples": 20},
    )


def test_nothing_is_left_of_a_sample_that_was_not_recurrent():
    """Its time steps do not lengthen a bundle that is closed without its bank."""
    dut = ForwardSequencer(CoreConfig(max_layers=4, banks=4, samples_per_read=2, max_steps=6))

    async def layers_of(ctx, bundle, *own):
        """The layers that a bundle of samples of so many time steps goes through."""
        for way, steps in enumerate(own):
            ctx.set(dut.arrives, 1)
            ctx.set(dut.bank, 2 * bundle + way)
            ctx.set(dut.steps, steps)
            ctx.set(dut.loaded, way + 1 == len(own))
            ctx.set(dut.loaded_bundle, bundle)
            await ctx.tick()
        ctx.set(dut.arrives, 0)
        ctx.set(dut.loaded, 0)
        ctx.set(dut.z_bundle, bundle)
        found = []
        while not found or found[-1] == 0:
            assert ctx.get(dut.layers.valid)
            found.append(ctx.get(dut.layers.payload.layer))
            ctx.set(dut.layers.ready, 1)
            await ctx.tick()
            ctx.set(dut.layers.ready, 0)
            ctx.set(dut.z_last, found[-1] == 0)
            await ctx.tick()
            ctx.set(dut.z_last, 0)
        ctx.set(dut.answered, 1)
        await ctx.tick()
        ctx.set(dut.answered, 0)
        return found

    async def bench(ctx):
        ctx.set(dut.row_count, 2)
        ctx.set(dut.enter, 1)
        assert [await layers_of(ctx, bundle, 5, 5) for bundle in (0, 1)] == [[0, 1]] * 2
        ctx.set(dut.state, 1)
        assert await layers_of(ctx, 0, 2) == [0, 0, 1]
        assert await layers_of(ctx, 1, 1, 3) == [0, 0, 0, 1]

    simulate(dut, bench)


def test_results_that_nobody_takes():
    """One sample is judged, and the others wait before the classifier or further down."""
    dut = ForwardSequencer(CoreConfig(max_layers=4))

    async def bench(ctx):
        ctx.set(dut.row_count, 2)
        ctx.set(dut.enter, 1)
        ctx.set(dut.layers.ready, 1)
        taken = []
        for now in range(60):
            ctx.set(dut.loaded, now < 4)
            ctx.set(dut.loaded_bundle, now % 4)
            bank, layer = ctx.get(dut.layers.payload.bundle), ctx.get(dut.layers.payload.layer)
            valid = ctx.get(dut.layers.valid)
            taken += [(bank, layer)] if valid else []
            await ctx.tick()
            ctx.set(dut.z_last, valid and layer == 0)
            ctx.set(dut.z_bundle, bank)
        assert taken == [(0, 0), (1, 0), (0, 1), (2, 0), (3, 0)]
        ctx.set(dut.answered, 1)
        await ctx.tick()
        assert ctx.get(dut.layers.payload.bundle) == 1 and ctx.get(dut.layers.valid)

    simulate(dut, bench)


def down(banks, row_count):
    """The events of samples that learn."""
    for bank in banks:
        yield "copy", bank, row_count - 1
        yield from (("walk", bank, layer) for layer in range(row_count - 2, 0, -1))
        yield "complete", bank


@pytest.mark.parametrize("row_count", [2, 3, 5])
@SEEDS
@STALLS
def test_backward(row_count, seed, stall):
    source, stalls = random.Random(seed), Stalls(stall, seed)
    dut = BackwardSequencer(CoreConfig(max_layers=5, banks=8))
    banks = [source.randrange(8) for _ in range(6)]
    wanted, got, times = list(down(banks, row_count)), [], []

    async def bench(ctx):
        ctx.set(dut.row_count, row_count)
        left, answers, now = list(banks), {}, 0
        while len(got) < len(wanted):
            offered = bool(left) and (ctx.get(dut.samples.valid) or not stalls())
            ctx.set(dut.samples.valid, offered)
            ctx.set(dut.samples.payload, left[0] if offered else source.randrange(8))
            for name in ("copy", "walk"):
                ctx.set(getattr(dut, f"{name}_done"), answers.get(name) == now)
            ctx.set(dut.complete.ready, not stalls())
            for name in ("copy", "walk"):
                if ctx.get(getattr(dut, f"{name}_start")):
                    got.append((name, ctx.get(dut.bank), ctx.get(dut.layer)))
                    answers[name] = now + 3 + (source.randrange(9) if stall else 0)
            if ctx.get(dut.complete.valid) and ctx.get(dut.complete.ready):
                got.append(("complete", ctx.get(dut.complete.payload)))
                times.append(now)
            if offered and ctx.get(dut.samples.ready):
                left.pop(0)
            await ctx.tick()
            now += 1

    simulate(dut, bench)
    assert got == wanted
    if not stall:
        # Taken, copy, a start for every layer, and the answers after three cycles each.
        cycles = 1 + 4 * (row_count - 1) + 1
        assert times == [cycles * (index + 1) - 1 for index in range(len(banks))]


@pytest.mark.parametrize("state", [0, 1], ids=["layers", "state"])
@SEEDS
@STALLS
def test_backward_through_time(seed, stall, state):
    """The state is walked for every time step that learns but one, from the last step back."""
    source, stalls = random.Random(seed), Stalls(stall, seed)
    dut = BackwardSequencer(CoreConfig(max_layers=5, banks=4, max_steps=6))
    samples = []  # (bank, own time steps or 0, those that learn)
    for _ in range(6):
        own = source.randrange(1, 7)
        samples.append((source.randrange(4), own * state, source.randrange(1, own + 1)))
    wanted, got = [], []
    for _, own, learning in samples:
        wanted += ["copy", (1, behind(own))]
        if state:
            wanted += [(0, behind(own - 1 - step)) for step in range(learning - 1)]
        wanted.append("complete")

    async def bench(ctx):
        ctx.set(dut.row_count, 3)
        ctx.set(dut.state, state)
        ctx.set(dut.stride, STRIDE)
        answers, now, taken = {}, 0, 0
        while len(got) < len(wanted):
            offered = taken < len(samples) and (ctx.get(dut.samples.valid) or not stalls())
            ctx.set(dut.samples.valid, offered)
            if offered:
                ctx.set(dut.samples.payload, samples[taken][0])
            if taken:
                _, own, learning = samples[taken - 1]
                ctx.set(dut.last_offset, behind(own))
                ctx.set(dut.learning, learning)
            for name in ("copy", "walk"):
                ctx.set(getattr(dut, f"{name}_done"), answers.get(name) == now)
            ctx.set(dut.complete.ready, not stalls())
            if ctx.get(dut.copy_start):
                got.append("copy")
                answers["copy"] = now + 3
            if ctx.get(dut.walk_start):
                got.append((ctx.get(dut.layer), plain(ctx.get(dut.offset))))
                answers["walk"] = now + 3 + (source.randrange(9) if stall else 0)
            if ctx.get(dut.complete.valid) and ctx.get(dut.complete.ready):
                got.append("complete")
            taken += bool(offered and ctx.get(dut.samples.ready))
            await ctx.tick()
            now += 1

    simulate(dut, bench)
    assert got == wanted
