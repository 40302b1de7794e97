import numpy as np
import pytest

from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.kinds import kind_of
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.spec.network import Network
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError
from tests.golden import plain

NETWORK = Network(layers=(20, 12, 8), classes=3)
SETTINGS = Settings(margin=4, gates=(5, 3), groups=(3, 4), reinforce=(9000, 12000))


INFER_BLOCK = kind_of(NETWORK).infer_block


def classifier():
    return plain.signs(np.random.default_rng(5), 3, 8)


def backend(minibatch=0):
    made = GoldenBackend(NETWORK, classifier(), hidden_bits=16, seed=2)
    made.load(initial_counters(NETWORK, 16, 2), minibatch)
    return made


def samples(seed, count):
    rng = np.random.default_rng(seed)
    bits = rng.integers(2, size=(count, 20)).astype(np.uint8)
    return bits, rng.integers(3, size=count)


@plain.SEEDS
def test_runs_consecutive_minibatches(seed):
    bits, labels = samples(seed, 23)
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
        steps.append(train_step(state, bits[batch], labels[batch], SETTINGS))

    golden, reported = backend(40), []
    outcome = golden.train(bits, labels, SETTINGS, 5, lambda done: reported.append(done) or True)
    assert reported == [5, 10, 15, 20, 23]
    assert outcome.done == 23 and golden.minibatch == 45
    assert outcome.predictions.tolist() == [p for s in steps for p in s.predictions.tolist()]
    assert outcome.margins.tolist() == [m for s in steps for m in s.margins.tolist()]
    for mine, expected in zip(golden.counters(), state.counters, strict=True):
        assert np.array_equal(mine, expected)


def test_stops_at_the_end_of_a_minibatch_and_continues():
    bits, labels = samples(0, 23)
    whole = backend()
    everything = whole.train(bits, labels, SETTINGS, 5)

    first = backend()
    part = first.train(bits, labels, SETTINGS, 5, lambda done: done < 10)
    assert part.done == len(part.predictions) == len(part.margins) == 10
    second = GoldenBackend(NETWORK, classifier(), hidden_bits=16, seed=2)
    second.load(first.counters(), first.minibatch)
    rest = second.train(bits[10:], labels[10:], SETTINGS, 5)
    assert np.array_equal(np.r_[part.margins, rest.margins], everything.margins)
    for a, b in zip(whole.counters(), second.counters(), strict=True):
        assert np.array_equal(a, b)


def test_no_samples():
    bits, labels = samples(0, 0)
    golden = backend(7)
    assert golden.train(bits, labels, SETTINGS, 5).done == 0
    assert golden.minibatch == 7
    assert golden.infer(bits).shape == (0,)


def test_infers_in_blocks_without_changing_anything():
    count = 2 * INFER_BLOCK + 3
    bits, _ = samples(1, count)
    golden, reported = backend(), []
    before = golden.counters()
    predictions = golden.infer(bits, reported.append)
    assert reported == [INFER_BLOCK, 2 * INFER_BLOCK, count]
    assert predictions.shape == (count,)
    for mu in (0, 1, INFER_BLOCK - 1, INFER_BLOCK, count - 1):
        activation = [1 if b else -1 for b in bits[mu].tolist()]
        for c in before:
            weights = [[plain.sign(value) for value in row] for row in c.tolist()]
            activation = [plain.sign(x) for x in plain.matrix_vector(weights, activation)]
        logits = plain.matrix_vector(classifier(), activation)
        assert predictions[mu] == logits.index(max(logits))
        assert golden.logits(bits[mu : mu + 1]).tolist() == [logits]
    assert golden.minibatch == 0
    assert all(np.array_equal(a, b) for a, b in zip(before, golden.counters(), strict=True))


def test_counters_are_copies():
    golden = backend()
    golden.counters()[0][:] = 99
    assert not (golden.counters()[0] == 99).all()


def test_identity():
    assert (GoldenBackend.name, backend().cycles) == ("golden", None)


def test_nothing_is_loaded_at_first():
    assert GoldenBackend(NETWORK, classifier(), hidden_bits=16, seed=2).state is None


def test_misfits():
    golden = backend()
    bits, labels = samples(0, 4)
    with pytest.raises(ConfigError, match=r"classifier shape \(3, 9\): the network needs \(3, 8\)"):
        GoldenBackend(NETWORK, np.ones((3, 9)), hidden_bits=16, seed=0)
    with pytest.raises(ConfigError, match="B = 99: must be"):
        GoldenBackend(NETWORK, classifier(), hidden_bits=99, seed=0)
    with pytest.raises(ConfigError, match="seed -1: must be"):
        GoldenBackend(NETWORK, classifier(), hidden_bits=16, seed=-1)
    with pytest.raises(ConfigError, match="counter shapes"):
        golden.load(golden.counters()[:1], 0)
    with pytest.raises(ConfigError, match="layer 2 counters from 0 to 16384: B = 16 holds -16384"):
        golden.load([np.zeros((12, 20), int), 16384 * np.eye(8, 12, dtype=int)], 0)
    with pytest.raises(ConfigError, match=r"inputs of shape \(4, 19\): the network needs"):
        golden.train(bits[:, 1:], labels, SETTINGS, 2)
    with pytest.raises(ConfigError, match=r"inputs of shape \(4, 19\): the network needs"):
        golden.infer(bits[:, 1:])
    with pytest.raises(ConfigError, match="3 labels: there are 4 samples"):
        golden.train(bits, labels[1:], SETTINGS, 2)
    with pytest.raises(ConfigError, match="labels from 3 to 3: must be from 0 to 2"):
        golden.train(bits, np.full(4, 3), SETTINGS, 2)
    with pytest.raises(ConfigError, match="batch size 0: must be at least 1"):
        golden.train(bits, labels, SETTINGS, 0)
