"""The core in Amaranth's simulator against the golden model, without Verilator in between."""

import numpy as np
import pytest

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.gateware.core import Core
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.host.operations import perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import TRAIN
from bep_hw.spec.training import Settings

SHAPES = {
    "one-tile": ((8, 4), 2, (4, 8), 8, 3),
    "two-layers": ((21, 12, 9), 3, (4, 8), 4, 5),
    "classes-span-blocks": ((10, 6, 6, 4), 5, (2, 6), 2, 4),
    "wide-lanes": ((37, 8, 8), 3, (8, 32), 32, 6),
}


@pytest.mark.parametrize("stall", [0.0, 0.4], ids=["flowing", "stalling"])
@pytest.mark.parametrize("name", SHAPES)
def test_two_minibatches(name, stall):
    layers, classes, (rows, columns), lanes, batch = SHAPES[name]
    rng = np.random.default_rng(len(name))
    network = Network(layers=layers, classes=classes)
    config = CoreConfig.for_network(
        network, tile_rows=rows, tile_columns=columns, lanes=lanes, hidden_bits=6, max_batch=16
    )
    classifier = rng.choice(np.array([-1, 1], np.int8), (classes, layers[-1]))
    counters = [rng.integers(-16, 16, shape, np.int32) for shape in network.shapes]
    inputs = rng.integers(0, 2, (2 * batch, layers[0]), np.uint8)
    labels = rng.integers(0, classes, 2 * batch)
    settings = Settings(
        margin=max(1, layers[-1] // 2),
        gates=tuple(fan_in // 2 for _, fan_in in network.shapes),
        groups=tuple(next(g for g in (3, 2, 1) if k % g == 0) for k, _ in network.shapes),
        reinforce=tuple(90_000 for _ in network.shapes),
    )
    state = NetworkState.start(network, classifier, counters, hidden_bits=6, seed=7, minibatch=40)
    steps = []
    for start in (0, batch):
        piece = slice(start, start + batch)
        steps.append(train_step(state, inputs[piece], labels[piece], settings))
    expected = [
        np.concatenate([getattr(step, name) for step in steps])
        for name in ("predictions", "margins", "triggered")
    ]

    port = AmaranthPort(Core(config), stall=stall)
    core = Procedures(network, classifier, core=config, seed=7)
    got = {}

    async def host(ctx):
        port.ctx = ctx
        await perform_async(core.configure(), port)
        await perform_async(core.load(counters, 40), port)
        got["results"] = await perform_async(core.train(inputs, labels, settings, batch), port)
        got["counters"] = await perform_async(core.counters(), port)
        got["minibatch"] = await port.get("minibatch")

    simulator(port.core, host).run()
    for ours, theirs in zip(got["results"], expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    for ours, theirs in zip(got["counters"], state.counters, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert got["minibatch"] == 42
    assert any(expected[2])


def test_a_fetched_word_holds_samples_back_until_it_is_taken():
    """The port that answers the host is the one that the winners need."""
    rng = np.random.default_rng(0)
    network = Network(layers=(8, 4), classes=2)
    config = CoreConfig.for_network(network, tile_rows=4, tile_columns=8, lanes=8, hidden_bits=6)
    settings = Settings(margin=9, gates=(8,), groups=(1,), reinforce=(0,))
    counters = [rng.integers(-16, 16, (4, 8), np.int32)]
    classifier = rng.choice(np.array([-1, 1], np.int8), (2, 4))
    core, dut = Procedures(network, classifier, core=config, seed=7), Core(config)
    port, feeder = AmaranthPort(dut), AmaranthPort(dut)
    ready = []

    async def host(ctx):
        port.ctx = ctx
        await perform_async(core.configure(), port)
        await perform_async(core.load(counters, 0), port)
        await perform_async(core.set(settings, 1), port)
        await port.put("control", TRAIN)
        await port.exchange({dut.fetch: [2]})
        ready.append(True)
        for _ in range(100):
            await ctx.tick()
            assert not ctx.get(dut.results.valid)
        (value,) = await port.exchange({}, dut.fetched, 1)
        bits = config.counter_bits
        fetched = [(value >> bits * lane) & ((1 << bits) - 1) for lane in range(8)]
        assert fetched == [int(c) & ((1 << bits) - 1) for c in counters[0][2]]
        assert await port.exchange({}, dut.results, 1)

    async def feed(ctx):
        feeder.ctx = ctx
        while not ready:
            await ctx.tick()
        await feeder.exchange({dut.labels: [1], dut.samples: [0xFF]})

    simulator(dut, host, feed).run()


class SlowReader(AmaranthPort):
    """A port that offers samples without a pause, and takes few results."""

    def _offer(self, waiting, offered):
        stall, self.stall = self.stall, 0.0
        super()._offer(waiting, offered)
        self.stall = stall


@pytest.mark.parametrize("samples", [2, 8])
def test_the_next_bundle_is_shorter_and_here_before_the_last_result_is_taken(samples):
    """Its first bank is free again, as no sample learns, and a minibatch ends after it."""
    network, batch = Network(layers=(8, 4, 4), classes=3), 2 * samples + 1
    config = CoreConfig.for_network(
        network,
        **{"tile_rows": 4, "tile_columns": 8, "lanes": 8, "hidden_bits": 6, "max_batch": 64},
        **{"banks": 2 * samples, "samples_per_read": samples},
    )
    rng = np.random.default_rng(samples)
    classifier = rng.choice(np.array([-1, 1], np.int8), (3, 4))
    counters = [rng.integers(-16, 16, shape, np.int32) for shape in network.shapes]
    inputs = rng.integers(0, 2, (2 * batch, 8), np.uint8)
    settings = Settings(margin=0, gates=(8, 8), groups=(4, 4), reinforce=(0, 0))
    state = NetworkState.start(network, classifier, counters, hidden_bits=6, seed=0)
    right = train_step(state, inputs, np.zeros(2 * batch, np.int64), settings).predictions
    port = SlowReader(Core(config), stall=0.9)
    core = Procedures(network, classifier, core=config, seed=0)
    found = []

    async def host(ctx):
        port.ctx = ctx
        await perform_async(core.configure(), port)
        await perform_async(core.load(counters, 0), port)
        found.append(await perform_async(core.train(inputs, right, settings, batch), port))

    simulator(port.core, host).run_until(0.01)
    assert found, "the core has stopped"
    predictions, *_ = found[0]
    np.testing.assert_array_equal(predictions, right)
