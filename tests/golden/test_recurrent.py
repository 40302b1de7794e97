"""BEP through time against loops over samples, time steps and neurons, on hidden weights h."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from bep_hw.golden import recurrent
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.recurrent import forward
from bep_hw.golden.targets import one_class
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.spec.network import Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings
from tests.golden import plain


def run_forward(weights, series):
    """z of every time step, s_0 to s_T, z_y and s_y of one sample, a list of ±1 lists."""
    w_xs, w_ss, w_sy = weights
    states, sums = [[1] * len(w_ss)], []
    for inputs in series:
        one, other = plain.matrix_vector(w_xs, inputs), plain.matrix_vector(w_ss, states[-1])
        sums.append([p + q for p, q in zip(one, other, strict=True)])
        states.append([plain.sign(x) for x in sums[-1]])
    z_y = plain.matrix_vector(w_sy, states[-1])
    return sums, states, z_y, [plain.sign(x) for x in z_y]


def asked_below(weights, target, z, threshold):
    """sign(W^T (g * target)) with a gate g for every entry of z."""
    gated = [t if abs(x) <= threshold else 0 for t, x in zip(target, z, strict=True)]
    return [plain.sign(plain.dot(column, gated)) for column in zip(*weights, strict=True)]


def winners_of(stability, group):
    chosen = []
    for first in range(0, len(stability), group):
        wrong = [j for j in range(first, first + group) if stability[j] < 0]
        if wrong:
            chosen.append(min(wrong, key=lambda j: (-stability[j], j)))
    return chosen


def learn_from(hidden, weights, series, target_y, settings):
    """Add one sample's steps of 2 to `hidden`."""
    h_xs, h_ss, h_sy = hidden
    sums, states, z_y, _ = run_forward(weights, series)
    for j in winners_of([t * x for t, x in zip(target_y, z_y, strict=True)], settings.groups[2]):
        for k, s in enumerate(states[-1]):
            h_sy[j][k] += 2 * target_y[j] * s
    # targets[t] is s*_t; time steps are counted from 1, sums[t - 1] is z_t.
    last = len(series)
    targets = {last: asked_below(weights[2], target_y, z_y, settings.gates[2])}
    for t in range(last - 1, max(0, last - settings.horizon), -1):
        targets[t] = asked_below(weights[1], targets[t + 1], sums[t], settings.gates[1])
    stability = [
        sum(target[j] * sums[t - 1][j] for t, target in targets.items()) for j in range(len(h_ss))
    ]
    for j in winners_of(stability, settings.groups[0]):
        for t, target in targets.items():
            for k, a in enumerate(series[t - 1]):
                h_xs[j][k] += 2 * target[j] * a
            for k, s in enumerate(states[t - 1]):
                h_ss[j][k] += 2 * target[j] * s


def plain_step(hidden, classifier, bits, seed, minibatch, samples, labels, settings):
    """One minibatch on hidden weights (lists of lists), which it changes; (prediction, margin)s."""
    weights = [[[plain.sign(h) for h in row] for row in matrix] for matrix in hidden]
    results, triggered = [], 0
    for series, label in zip(samples, labels, strict=True):
        logits = plain.matrix_vector(classifier, run_forward(weights, series)[-1])
        margin = logits[label] - max(y for c, y in enumerate(logits) if c != label)
        results.append((logits.index(max(logits)), margin))
        if margin < settings.margin:
            triggered += 1
            learn_from(hidden, weights, series, classifier[label], settings)
    if triggered:
        low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
        for layer, rows in enumerate(hidden):
            shape = (len(rows), len(rows[0]))
            chosen = plain.reinforced(seed, minibatch, layer, shape, settings.reinforce[layer])
            for j, row in enumerate(rows):
                for k, h in enumerate(row):
                    h = max(low, min(h, high))
                    row[k] = max(low, min(h + 2 * plain.sign(h) * chosen[j][k], high))
    return results, triggered


def series_of(rng, count, longest, width):
    """(Sequences, the same samples as lists of ±1 time steps); padding is random too."""
    bits = rng.integers(0, 2, (count, longest, width)).astype(np.uint8)
    steps = rng.integers(1, longest + 1, count)
    lists = [(2 * bits[n, longest - steps[n] :].astype(int) - 1).tolist() for n in range(count)]
    return Sequences(bits, steps), lists


def compare(network, bits, seed, settings_of, samples, batches=3):
    """Train both ways and compare everything; returns how many samples triggered."""
    rng = np.random.default_rng([seed, 77])
    classifier = plain.signs(rng, network.classes, network.layers[-1])
    counters = initial_counters(network, bits, seed)
    hidden = [(2 * c + rng.integers(2, size=c.shape)).tolist() for c in counters]
    state = NetworkState.start(
        network, classifier, counters, hidden_bits=bits, seed=seed, minibatch=65534
    )
    total = 0
    for step in range(batches):
        settings = settings_of(rng)
        series, lists = series_of(rng, samples, network.steps, network.layers[0])
        labels = rng.integers(network.classes, size=samples)
        result = train_step(state, series, labels, settings)
        expected, triggered = plain_step(
            hidden, classifier.tolist(), bits, seed, 65534 + step, lists, labels.tolist(), settings
        )
        pairs = zip(result.predictions.tolist(), result.margins.tolist(), strict=True)
        assert list(pairs) == expected
        assert result.triggered.sum() == triggered
        assert state.minibatch == 65535 + step
        for c, w, h in zip(state.counters, state.weights, hidden, strict=True):
            assert c.tolist() == [[value // 2 for value in row] for row in h]
            assert w.tolist() == [[plain.sign(value) for value in row] for row in h]
        total += triggered
    return total


CASES = {
    "paper": ((9, 12, 6), 5, 16, (3, 2), None),
    "short-horizon": ((9, 12, 6), 5, 16, (4, 3), 2),
    "horizon-one": ((6, 8, 8), 4, 16, (2, 8), 1),
    "one-step": ((7, 6, 4), 1, 16, (2, 2), None),
    "few-bits": ((9, 6, 6), 7, 4, (1, 1), None),
    "even-fan-in": ((6, 6, 6), 4, 16, (6, 6), None),
    "width-one": ((1, 1, 1), 3, 16, (1, 1), 2),
}


@plain.SEEDS
@pytest.mark.parametrize("case", CASES)
def test_equals_the_loop(case, seed):
    layers, steps, bits, (group_s, group_y), horizon = CASES[case]
    network = Recurrent(layers=layers, classes=3, steps=steps)

    def settings_of(rng):
        return Settings(
            margin=int(rng.integers(layers[-1], 2 * layers[-1] + 1)),
            gates=tuple(int(rng.integers(0, reach + 1)) for reach in network.reaches),
            groups=(group_s, group_s, group_y),
            reinforce=tuple(int(rng.integers(0, 4 << 16)) for _ in network.shapes),
            horizon=horizon or steps,
        )

    assert compare(network, bits, seed, settings_of, samples=8) > 0


@st.composite
def problems(draw):
    layers = tuple(draw(st.integers(1, 9)) for _ in range(3))
    network = Recurrent(
        layers=layers, classes=draw(st.integers(2, 5)), steps=draw(st.integers(1, 6))
    )
    group_s, group_y = (
        draw(st.sampled_from([d for d in range(1, k + 1) if k % d == 0])) for k in layers[1:]
    )
    settings = Settings(
        margin=draw(st.integers(-1, 2 * layers[-1] + 1)),
        gates=tuple(draw(st.integers(0, reach)) for reach in network.reaches),
        groups=(group_s, group_s, group_y),
        reinforce=tuple(draw(st.integers(0, 1 << 20)) for _ in range(3)),
        horizon=draw(st.integers(1, 8)),  # also beyond the longest series
    )
    return network, settings, draw(st.integers(4, 24)), draw(st.integers(0, (1 << 32) - 1))


@examples(max_examples=60, deadline=None)
@given(problems())
def test_any_network(problem):
    network, settings, bits, seed = problem
    compare(network, bits, seed, lambda rng: settings, samples=5, batches=2)


def test_two_products_add_into_one_sum():
    weights = [np.array([[1, 1]]), np.array([[-1]]), np.array([[1]])]
    inputs = np.array([[[1, 1], [-1, -1]]])  # one sample of two steps
    z, s = forward(weights, inputs, np.ones((1, 2), bool))
    assert [x.tolist() for x in z] == [[[1]], [[-3]], [[-1]]]
    assert [x.tolist() for x in s] == [[[1]], [[1]], [[-1]], [[-1]]]


def test_padding_is_never_looked_at():
    rng = np.random.default_rng(0)
    network = Recurrent(layers=(9, 12, 6), classes=3, steps=6)
    series, _ = series_of(rng, 20, 6, 9)
    labels = rng.integers(3, size=20)
    settings = Settings(
        margin=13, gates=(9, 9, 9), groups=(3, 3, 3), reinforce=(0, 0, 0), horizon=6
    )
    results = []
    for padding in (0, 1):
        bits = np.where(series.own[:, :, None], series.bits, padding)
        state = NetworkState.start(
            network,
            plain.signs(np.random.default_rng(1), 3, 6),
            initial_counters(network, 16, 1),
            hidden_bits=16,
            seed=1,
        )
        train_step(state, Sequences(bits, series.steps), labels, settings)
        results.append(state.counters)
    assert not series.own.all()
    for one, other in zip(*results, strict=True):
        assert np.array_equal(one, other)


def test_the_mask_is_one_for_all_steps():
    """Rows of W_xs and W_ss that learn from a sample are the same, and learn from every step."""
    rng = np.random.default_rng(3)
    network = Recurrent(layers=(9, 12, 6), classes=3, steps=4)
    before = initial_counters(network, 16, 1)
    state = NetworkState.start(network, plain.signs(rng, 3, 6), before, hidden_bits=16, seed=1)
    series = Sequences(rng.integers(2, size=(1, 4, 9)), np.array([4]))
    settings = Settings(
        margin=13, gates=(21, 21, 12), groups=(4, 4, 2), reinforce=(0, 0, 0), horizon=4
    )
    train_step(state, series, np.array([0]), settings)
    moved = [np.abs(c - b) for c, b in zip(state.counters, before, strict=True)]
    rows = [np.flatnonzero(change.any(axis=1)).tolist() for change in moved]
    assert rows[0] and set(rows[1]) <= set(rows[0])  # steps of W_ss may cancel
    assert len(rows[0]) <= 3
    assert (moved[0][rows[0]] % 2 == 0).all(), "four steps of one add to an even number"
    assert moved[0].max() == 4


@plain.SEEDS
def test_the_top_is_the_last_layer(seed, monkeypatch):
    """s_y, which backends read as the output, and which targets are told."""
    network, rng, told = (
        Recurrent(layers=(9, 6, 6), classes=3, steps=5),
        np.random.default_rng(seed),
        [],
    )
    state = NetworkState.start(
        network, plain.signs(rng, 3, 6), initial_counters(network, 16, seed), hidden_bits=16, seed=0
    )
    series, lists = series_of(rng, 20, 5, 9)
    weights = [w.tolist() for w in state.weights]
    s_y = [run_forward(weights, one)[3] for one in lists]
    assert recurrent.top(state, series).tolist() == s_y

    def asked(*given):
        told.extend(given[-1].tolist())
        return one_class.asked(*given)

    kind = SimpleNamespace(margins=one_class.margins, asked=asked)
    monkeypatch.setattr(recurrent, "targets_of", lambda network: kind)
    settings = Settings(margin=9, gates=(9, 6, 6), groups=(3, 3, 3), reinforce=(0, 0, 0), horizon=5)
    recurrent.passes(state, series, rng.integers(3, size=20), settings)
    assert told == s_y  # with this margin all samples learn
