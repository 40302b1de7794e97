"""The sequencer: which step follows which, for every kind of sample and minibatch."""

import random

import pytest

from bep_hw.config import CoreConfig
from bep_hw.gateware.sequencer import Sequencer
from tests.support.bench import SEEDS, STALLS, Stalls, simulate

CONFIG = CoreConfig(max_layers=4)


def expected(triggers, *, layers, batch, train=True):
    """Events of consecutive samples, from a list that says which of them have a small margin."""
    count, learning = 0, False
    for index, triggered in enumerate(triggers):
        bank = index % 2
        yield from (("forward", bank, layer) for layer in range(layers))
        yield ("result", bank)
        if train and triggered:
            learning = True
            yield ("copy", bank)
            yield from (("backward", bank, layer) for layer in range(layers - 2, 0, -1))
            yield ("winners", bank)
        else:
            yield ("released", bank)
        if train:
            count += 1
            if count == batch:
                yield ("minibatch", int(learning))
                count, learning = 0, False


class World:
    """Everything around a sequencer; each step takes a random time, from one cycle on."""

    def __init__(self, triggers, stall, seed):
        self.dut = Sequencer(CONFIG)
        self.triggers = triggers
        self.stalls, self.random = Stalls(stall, seed), random.Random(seed)
        self.events, self.updates, self.pending, self.sweep = [], [0, 0], [], 0

    def later(self, name):
        """Answer `name` after a while."""
        self.pending.append([name, 1 + (self.random.randrange(5) if self.stalls.stall else 0)])

    async def bench(self, ctx, *, layers, batch, train, end):
        dut = self.dut
        loaded, full, sample = [0, 0], [0, 0], 0
        ctx.set(dut.train, train)
        ctx.set(dut.batch_size, batch)
        ctx.set(dut.layers, layers)
        while len(self.events) < end or ctx.get(dut.busy):
            # Loads samples, bank after bank.
            if sample < len(self.triggers) and not full[sample % 2] and not self.stalls():
                loaded[sample % 2] = full[sample % 2] = 1
                sample += 1
            ctx.set(dut.loaded, loaded[0] | loaded[1] << 1)
            ctx.set(dut.updating, any(self.updates))
            ctx.set(dut.rows_busy, any(self.updates) or self.sweep > 0)
            for answer in ("forward_done", "margin_done", "backward_done", "copy_done"):
                ctx.set(getattr(dut, answer), 0)
            for entry in self.pending:
                entry[1] -= 1
                if entry[1] == 0:
                    ctx.set(getattr(dut, entry[0]), 1)
            self.pending = [entry for entry in self.pending if entry[1]]
            ctx.set(dut.result_ready, not self.stalls())
            ctx.set(dut.winners.ready, not any(self.updates) and not self.stalls())

            bank, layer = ctx.get(dut.bank), ctx.get(dut.layer)
            assert ctx.get(dut.classifier) == (layer + 1 == layers)
            if ctx.get(dut.taken):
                assert loaded[bank]
                loaded[bank] = 0
            if ctx.get(dut.forward_start):
                self.events.append(("forward", bank, layer))
                if layer + 1 == layers:
                    ctx.set(dut.triggered, self.triggers[self.count("result")])
                    self.later("margin_done")
                else:
                    self.later("forward_done")
            if ctx.get(dut.result_valid) and ctx.get(dut.result_ready):
                self.events.append(("result", bank))
            if ctx.get(dut.copy_start):
                self.events.append(("copy", bank))
                self.later("copy_done")
            if ctx.get(dut.backward_start):
                self.events.append(("backward", bank, layer))
                self.later("backward_done")
            if ctx.get(dut.released):
                self.events.append(("released", bank))
                full[bank] = 0
            if ctx.get(dut.minibatch_done):
                assert not any(self.updates) and not self.sweep
                self.events.append(("minibatch", ctx.get(dut.turn)))
            else:
                assert not ctx.get(dut.turn)
            turn = ctx.get(dut.turn)
            winners = ctx.get(dut.winners.valid) and ctx.get(dut.winners.ready)
            await ctx.tick()
            self.sweep = self.random.randrange(1, 40) if turn else max(0, self.sweep - 1)
            for index, left in enumerate(self.updates):
                self.updates[index] = max(0, left - 1)
                if left == 1:
                    full[index] = 0
            if winners:
                self.events.append(("winners", bank))
                self.updates[bank] = self.random.randrange(1, 30)

    def count(self, name):
        return sum(event[0] == name for event in self.events)


def check(triggers, *, layers=3, batch=3, train=True, stall=0.0, seed=0):
    wanted = list(expected(triggers, layers=layers, batch=batch, train=train))
    world = World(triggers, stall, seed)

    async def bench(ctx):
        await world.bench(ctx, layers=layers, batch=batch, train=train, end=len(wanted))

    simulate(world.dut, bench)
    assert world.events == wanted


@pytest.mark.parametrize("layers", [2, 3, 4])
@pytest.mark.parametrize("triggered", [0, 1], ids=["none-triggers", "all-trigger"])
def test_minibatches(layers, triggered):
    """Two minibatches; without any triggered sample there is no turn, but still a count."""
    check([triggered] * 6, layers=layers)


def test_only_the_last_or_the_first_triggers():
    check([0, 0, 1, 1, 0, 0, 0, 0, 0])


def test_batch_of_one():
    check([1, 0, 1, 1], batch=1)


def test_prediction_only():
    """Nothing is learnt and no minibatch is counted."""
    check([1, 0, 1, 1, 0], batch=2, train=False)


@SEEDS
@STALLS
def test_random_samples(seed, stall):
    source = random.Random(seed)
    check([source.randrange(2) for _ in range(20)], batch=4, stall=stall, seed=seed)


def test_refresh():
    """No sample starts before W is there, and no minibatch is counted."""
    world = World([1], 0.0, 0)
    dut = world.dut

    async def bench(ctx):
        ctx.set(dut.refresh, 1)
        ctx.set(dut.loaded, 1)
        assert ctx.get(dut.busy), "status must not read idle before the sweep begins"
        await ctx.tick()
        ctx.set(dut.refresh, 0)
        ctx.set(dut.rows_busy, 1)
        for _ in range(10):
            assert ctx.get(dut.busy)
            assert not ctx.get(dut.taken)
            await ctx.tick()
        ctx.set(dut.rows_busy, 0)
        await ctx.tick()
        assert ctx.get(dut.taken)
        wanted = list(expected([1], layers=3, batch=2))
        await world.bench(ctx, layers=3, batch=2, train=True, end=len(wanted))
        assert world.events == wanted

    simulate(dut, bench)
