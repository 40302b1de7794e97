"""Cores of random shape train random networks as the golden model does, then predict."""

import numpy as np
import pytest

from bep_hw.golden.backend import GoldenBackend
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from tests.golden.plain import signs
from tests.helpers.core_driver import CoreDriver

MINIBATCHES, PREDICTED = 3, 2


def divisors(number):
    return [d for d in range(1, number + 1) if number % d == 0]


def draw(rng, recurrent):
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
        lanes=int(rng.choice(divisors(columns))),
        hidden_bits=int(rng.integers(4, 9)),
        max_batch=64,
        popcount_stages=int(rng.integers(1, 4)),
        banks=int(rng.choice([2, 4, 8])),
        single_port=bool(rng.integers(2)),
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


@pytest.mark.parametrize("recurrent", [False, True], ids=["layers", "recurrent"])
@pytest.mark.parametrize("seed", range(6), ids="seed{}".format)
def test_trains_and_predicts(seed, recurrent):
    rng = np.random.default_rng(seed)
    network, config, settings, batch = draw(rng, recurrent)
    limit, count = 1 << (config.hidden_bits - 2), MINIBATCHES * batch
    classifier = signs(rng, network.classes, network.layers[-1])
    counters = [rng.integers(-limit, limit, shape, np.int32) for shape in network.shapes]
    total, steps = count + PREDICTED, network.steps
    labels, own = rng.integers(0, network.classes, total), None
    if recurrent:
        own = rng.integers(1, steps + 1, total)
        bits = rng.integers(0, 2, (total, steps, network.layers[0]), np.uint8)
        inputs = Sequences(bits, own)
    else:
        inputs = rng.integers(0, 2, (total, network.layers[0]), np.uint8)

    golden = GoldenBackend(network, classifier, hidden_bits=config.hidden_bits, seed=seed)
    golden.load(counters, 0)
    expected = []
    for start in range(0, count, batch):
        piece = slice(start, start + batch)
        step = golden.minibatch_step(inputs[piece], labels[piece], settings)
        reports = (step.predictions, step.margins, step.triggered)
        expected += zip(*(report.tolist() for report in reports), strict=True)
    predictions = golden.infer(inputs[count:])

    driver = CoreDriver(network, config, stall=0.3 * (seed % 2), seed=seed)
    ready = [False, False]  # for training, for prediction

    async def host(ctx):
        await driver.configure(ctx, settings, seed=seed, minibatch=0, batch_size=batch)
        await driver.load(ctx, counters, classifier)
        ready[0] = True
        assert await driver.hear(ctx, count) == expected
        await driver.idle(ctx)
        for ours, theirs in zip(await driver.counters(ctx), golden.counters(), strict=True):
            np.testing.assert_array_equal(ours, theirs)
        await driver.write(ctx, "control", 0)
        ready[1] = True
        heard = await driver.hear(ctx, PREDICTED)
        assert [prediction for prediction, _, _ in heard] == predictions.tolist()
        assert await driver.read(ctx, "minibatch") == MINIBATCHES

    def twice(method, *values):
        async def bench(ctx):
            for phase, piece in enumerate((slice(count), slice(count, total))):
                while not ready[phase]:
                    await ctx.tick()
                await method(ctx, *(value[piece] for value in values))

        return bench

    driver.run(
        host, twice(driver.feed, inputs), twice(driver.tell, labels, *([own] if recurrent else []))
    )
