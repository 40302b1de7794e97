"""Cores of random shape train random networks as the golden model does, then predict."""

import dataclasses

import numpy as np
import pytest

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.gateware.core import Core
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.margin import margins
from bep_hw.host import packing
from bep_hw.host.operations import perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from tests.golden.plain import signs

MINIBATCHES, PREDICTED = 3, 2
MANY = 6
"""So many samples, or more, trigger in part."""


def divisors(number):
    return [d for d in range(1, number + 1) if number % d == 0]


def draw(rng, recurrent, samples=1, double=False, deep=False):
    """A network, a core that holds it, the settings of an epoch, and a minibatch size."""
    depth = 3 if recurrent else rng.integers(2, 7)
    layers = tuple(int(width) for width in rng.integers(1, 20, depth))
    network = Network(layers=layers, classes=int(rng.integers(2, 8)))
    if recurrent:
        network = Recurrent(layers=layers, classes=network.classes, steps=int(rng.integers(1, 6)))
    rows = int(rng.choice([1, 2, 3, 4, 8]))
    columns = rows * int(rng.integers(1, 4))
    config = CoreConfig.for_network(
        network,
        tile_rows=rows,
        tile_columns=columns,
        lanes=2 * columns if double else int(rng.choice(divisors(columns))),
        hidden_bits=int(rng.integers(4, 9)),
        max_batch=64,
        popcount_stages=int(rng.integers(0, 4)),
        banks=samples * int(rng.choice([2, 4, 8])),
        samples_per_read=samples,
        single_port=bool(rng.integers(2)) and not deep,
        deep_pipeline=deep,
        fixed=network if rng.integers(2) else None,
    )
    groups = [int(rng.choice(divisors(k))) for k, _ in network.shapes]
    if recurrent:
        groups[1] = groups[0]
    settings = Settings(
        margin=int(rng.integers(0, 2 * layers[-1] + 1)),
        gates=tuple(int(rng.integers(0, reach + 1)) for reach in network.reaches),
        groups=tuple(groups),
        reinforce=tuple(int(rng.integers(0, 1 << 20)) for _ in network.shapes),
        horizon=int(rng.integers(1, network.steps + 1)),
    )
    return network, config, settings, int(rng.integers(1, 9))


class Noisy(Procedures):
    """Procedures that send noise in the time steps that a sample has not."""

    def samples(self, bits):
        sent = super().samples(bits)
        if not isinstance(bits, Sequences):
            return sent
        rng, steps = np.random.default_rng(self.seed), self.network.steps
        noise = rng.integers(0, 2, (len(bits), steps, self.network.layers[0]), np.uint8)
        noisy = packing.samples(
            Sequences(noise, np.full(len(bits), steps)), self.core, self.network
        )
        state = self.table[0].state.blocks
        per_step = (sent.shape[1] - state) // steps
        step = (np.arange(sent.shape[1]) - state) // per_step  # of each word, (words,)
        idle = step >= np.asarray(bits.steps)[:, None]  # (n, words)
        return np.where(idle[:, :, None], noisy, sent)


@pytest.mark.parametrize("recurrent", [False, True], ids=["layers", "recurrent"])
@pytest.mark.parametrize("seed", range(6), ids="seed{}".format)
def test_trains_and_predicts(seed, recurrent):
    check(seed, recurrent, 1)


@pytest.mark.parametrize(
    ("recurrent", "samples", "double"),
    [
        *((False, 1, False), (False, 2, True), (False, 4, True), (False, 8, False)),
        *((True, 1, False), (True, 4, False)),
    ],
)
@pytest.mark.parametrize("seed", range(4), ids="seed{}".format)
def test_deep_pipelines(seed, recurrent, samples, double):
    check(seed, recurrent, samples, double=double, deep=True)


@pytest.mark.parametrize("samples", [2, 4, 8])
@pytest.mark.parametrize("seed", range(5), ids="seed{}".format)
def test_several_samples_per_read(seed, samples):
    check(seed, False, samples)


@pytest.mark.parametrize("samples", [2, 4, 8])
@pytest.mark.parametrize("seed", range(4), ids="seed{}".format)
def test_several_series_per_read(seed, samples):
    check(seed, True, samples)


@pytest.mark.parametrize("samples", [1, 4])
@pytest.mark.parametrize("seed", range(8), ids="seed{}".format)
def test_twice_as_many_lanes_as_columns(seed, samples):
    check(seed, False, samples, double=True)


def train(golden, inputs, labels, settings, batch):
    """The results of all minibatches, (predictions, margins, triggered), each (n,)."""
    steps = [
        golden.minibatch_step(
            inputs[start : start + batch], labels[start : start + batch], settings
        )
        for start in range(0, MINIBATCHES * batch, batch)
    ]
    return [
        np.concatenate([getattr(step, name) for step in steps])
        for name in ("predictions", "margins", "triggered")
    ]


def mixed(golden, inputs, labels, settings, batch):
    """Settings with which some samples trigger and some do not; changes `labels` for it.

    Random labels are nearly all wrong, and wrong ones always trigger. So every second label becomes
    what is predicted, and the threshold one that parts the samples, if there is one.
    """
    logits, counters = golden.logits(inputs), golden.counters()  # (n, C)
    labels[::2] = np.argmax(logits, axis=1)[::2]
    found = np.maximum(margins(logits, labels)[1], 0)
    middle = np.median(found[::2])
    for margin in sorted({*found, *(found + 1)}, key=lambda margin: abs(margin - middle)):
        settings = dataclasses.replace(settings, margin=int(margin))
        *_, triggered = train(golden, inputs, labels, settings, batch)
        golden.load(counters, 0)
        if 0 < np.count_nonzero(triggered) < len(triggered):
            break
    return settings


def check(seed, recurrent, samples, double=False, deep=False):
    rng = np.random.default_rng(seed)
    network, config, settings, batch = draw(rng, recurrent, samples, double, deep)
    limit, count = 1 << (config.hidden_bits - 2), MINIBATCHES * batch
    classifier = signs(rng, network.classes, network.layers[-1])
    counters = [rng.integers(-limit, limit, shape, np.int32) for shape in network.shapes]
    total, steps = count + PREDICTED, network.steps
    labels = rng.integers(0, network.classes, total)
    if recurrent:
        own = rng.integers(1, steps + 1, total)
        bits = rng.integers(0, 2, (total, steps, network.layers[0]), np.uint8)
        inputs = Sequences(bits, own)
    else:
        inputs = rng.integers(0, 2, (total, network.layers[0]), np.uint8)

    golden = GoldenBackend(network, classifier, hidden_bits=config.hidden_bits, seed=seed)
    golden.load(counters, 0)
    settings = mixed(golden, inputs, labels, settings, batch)
    expected = train(golden, inputs, labels, settings, batch)
    # With one neuron below few classes no threshold may part the samples.
    alike = len({*np.maximum(expected[1], 0)}) == 1
    assert count < MANY or alike or 0 < np.count_nonzero(expected[2]) < count
    predictions = golden.infer(inputs[count:])

    port = AmaranthPort(Core(config), stall=0.3 * (seed % 2), seed=seed)
    core = Noisy(network, classifier, core=config, seed=seed)

    async def host(ctx):
        port.ctx = ctx
        await perform_async(core.configure(), port)
        await perform_async(core.load(counters, 0), port)
        training = core.train(inputs[:count], labels[:count], settings, batch)
        for ours, theirs in zip(await perform_async(training, port), expected, strict=True):
            np.testing.assert_array_equal(ours, theirs)
        found = await perform_async(core.counters(), port)
        for ours, theirs in zip(found, golden.counters(), strict=True):
            np.testing.assert_array_equal(ours, theirs)
        heard = await perform_async(core.infer(inputs[count:]), port)
        np.testing.assert_array_equal(heard, predictions)
        assert await port.get("minibatch") == MINIBATCHES

    simulator(port.core, host).run()
