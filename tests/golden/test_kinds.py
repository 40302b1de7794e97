"""The golden backend with the other kind of network, a recurrent one."""

import numpy as np
import pytest

from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.kinds import kind_of
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError
from tests.golden import plain
from tests.golden.test_recurrent import run_forward, series_of

NETWORK = Recurrent(layers=(20, 12, 8), classes=3, steps=5)
SETTINGS = Settings(
    margin=4, gates=(5, 3, 4), groups=(3, 3, 4), reinforce=(9000, 12000, 12000), horizon=3
)


def classifier():
    return plain.signs(np.random.default_rng(5), 3, 8)


def backend(minibatch=0):
    made = GoldenBackend(NETWORK, classifier(), hidden_bits=16, seed=2)
    made.load(initial_counters(NETWORK, 16, 2), minibatch)
    return made


@plain.SEEDS
def test_runs_consecutive_minibatches(seed):
    rng = np.random.default_rng(seed)
    series, _ = series_of(rng, 23, 5, 20)
    labels = rng.integers(3, size=23)
    state = NetworkState.start(
        NETWORK,
        classifier(),
        initial_counters(NETWORK, 16, 2),
        hidden_bits=16,
        seed=2,
        minibatch=40,
    )
    steps = []
    for start in range(0, 23, 5):  # the last one has 3 samples
        batch = slice(start, start + 5)
        steps.append(train_step(state, series[batch], labels[batch], SETTINGS))
    golden = backend(40)
    outcome = golden.train(series, labels, SETTINGS, 5)
    assert outcome.done == 23 and golden.minibatch == 45
    assert outcome.predictions.tolist() == [p for s in steps for p in s.predictions.tolist()]
    assert outcome.margins.tolist() == [m for s in steps for m in s.margins.tolist()]
    for mine, expected in zip(golden.counters(), state.counters, strict=True):
        assert np.array_equal(mine, expected)


def test_infers_in_blocks():
    rng = np.random.default_rng(1)
    count = 2 * kind_of(NETWORK).infer_block + 3
    series, lists = series_of(rng, count, 5, 20)
    golden = backend()
    weights = [[[plain.sign(v) for v in row] for row in c.tolist()] for c in golden.counters()]
    expected = []
    for sample in lists:
        logits = plain.matrix_vector(classifier(), run_forward(weights, sample)[-1])
        expected.append(logits.index(max(logits)))
    assert golden.infer(series).tolist() == expected
    assert len(set(expected)) > 1


def test_misfits():
    rng = np.random.default_rng(0)
    golden, (series, _) = backend(), series_of(rng, 4, 5, 20)
    labels = np.zeros(4, int)
    with pytest.raises(ConfigError, match=r"shape \(4, 20\): a recurrent network needs series"):
        golden.infer(series.bits[:, 0])
    with pytest.raises(ConfigError, match=r"\(4, 5, 19\): the network needs \(samples, time steps"):
        golden.train(Sequences(series.bits[:, :, 1:], series.steps), labels, SETTINGS, 2)
    with pytest.raises(ConfigError, match="20\\) of at most 5 time steps"):
        golden.infer(Sequences(np.repeat(series.bits, 2, axis=1), series.steps))
    for steps, words in (([0, 1, 2, 3], "0 to 3"), ([1, 2, 3, 6], "1 to 6")):
        with pytest.raises(ConfigError, match=f"{words} time steps: must be from 1 to 5"):
            golden.infer(Sequences(series.bits, np.array(steps)))
    with pytest.raises(ConfigError, match="3 labels: there are 4 samples"):
        golden.train(series, labels[1:], SETTINGS, 2)
    plain_network = Network(layers=(20, 8), classes=3)
    other = GoldenBackend(plain_network, classifier(), hidden_bits=16, seed=2)
    with pytest.raises(ConfigError, match="series: the network is not recurrent"):
        other.infer(series)
