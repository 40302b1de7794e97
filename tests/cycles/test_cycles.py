"""The cycle model predicts the cycles of the simulated core, as an equality."""

import dataclasses

import numpy as np
import pytest

from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.cycles import backward, forward, rows
from bep_hw.cycles.estimate import cycles_per_sample
from bep_hw.cycles.events import Sample, samples
from bep_hw.cycles.model import BACKWARD, FORWARD, SWEEP, WINNERS, predict
from bep_hw.golden.backend import GoldenBackend
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from sim.benches.problems import (
    CORES,
    HIDDEN_BITS,
    LIMITS,
    RECURRENT_CORES,
    problem,
    recurrent_problem,
)
from tests.helpers.side_by_side import golden_of

COUNT = 45

RANDOM = {
    "1x3-lanes1-stages2-banks8": (1, 3, 1, 2, 8),
    "2x2-lanes2-stages3-banks2": (2, 2, 2, 3, 2),
    "5x10-lanes5-stages1-banks4": (5, 10, 5, 1, 4),
    "2x4-lanes4-stages1-banks32-8-samples": (2, 4, 4, 1, 32, 8),
    "16x16-lanes16-stages2-banks8-4-samples": (16, 16, 16, 2, 8, 4),
    "2x2-lanes4-stages3-banks4-deep": (2, 2, 4, 3, 4, 1, True),
    "4x8-lanes8-stages1-banks2-deep": (4, 8, 8, 1, 2, 1, True),
    "5x10-lanes20-stages2-banks16-4-samples-deep": (5, 10, 20, 2, 16, 4, True),
}
NAMES = (
    *("tile_rows", "tile_columns", "lanes", "popcount_stages"),
    *("banks", "samples_per_read", "deep_pipeline"),
)
DEEP = {"max_layers": 5, "tile_depth": 4096, "counter_depth": 16384}
SHAPES = {
    **CORES,
    **{
        name: CoreConfig(
            **{**LIMITS, **DEEP, "activation_depth": 128, "row_depth": 256, "class_depth": 256},
            **dict(zip(NAMES, values, strict=False)),
        )
        for name, values in RANDOM.items()
    },
}


class Both:
    """A golden model, which tells the events, and a core, which counts cycles."""

    def __init__(self, shape, p):
        self.p, self.shape = p, shape
        self.golden = golden_of(self.p)
        self.golden.load(self.p.counters, self.p.minibatch)
        self.core = VerilatorBackend(
            self.p.network, self.p.classifier, core=self.shape, **self.p.common
        )
        self.core.load(self.p.counters, self.p.minibatch)

    def events(self, settings, batch):
        found = []
        for start in range(0, COUNT, batch):
            piece = slice(start, start + batch)
            bits, labels = self.p.bits[piece], self.p.labels[piece]
            found += samples(self.golden.state, bits, labels, settings, self.shape.tile_rows)
            self.golden.train(bits, labels, settings, batch)
        return found

    def simulated(self, settings, batch):
        before = self.core.cycles
        self.core.train(self.p.bits, self.p.labels, settings, batch)
        return self.core.cycles - before

    def predicted(self, settings, batch, events):
        return predict(self.p.network, self.shape, settings.groups, batch, events)

    def settings(self, rng):
        """Settings in which any share of the samples learns, and any share of gates is open."""
        outcome = self.margins()
        margin = int(np.quantile(outcome, rng.uniform())) if rng.uniform() < 0.8 else 0
        return dataclasses.replace(
            self.p.settings,
            margin=max(margin, 0),
            gates=tuple(
                int(rng.choice([0, rng.integers(0, reach // 4 + 1), reach]))
                for reach in self.p.network.reaches
            ),
            groups=self.groups(rng),
            horizon=int(rng.integers(1, self.p.network.steps + 1)),
        )

    def groups(self, rng):
        """A divisor of every width; W_xs and W_ss have one of them."""
        groups = [
            int(rng.choice([g for g in range(1, k + 1) if k % g == 0]))
            for k, _ in self.p.network.shapes
        ]
        if self.p.network.recurrent:
            groups[1] = groups[0]
        return tuple(groups)

    def margins(self):
        frozen = golden_of(self.p)
        frozen.load(self.golden.counters(), 0)
        none = dataclasses.replace(self.p.settings, margin=-(1 << 20))
        return frozen.train(self.p.bits, self.p.labels, none, COUNT).margins


@pytest.mark.parametrize("seed", range(6), ids="seed{}".format)
@pytest.mark.parametrize("name", SHAPES)
def test_predicted_cycles_are_the_simulated_ones(name, seed):
    rng = np.random.default_rng([seed, len(name)])
    check(Both(SHAPES[name], problem(seed, COUNT)), rng, (1, 4, int(rng.integers(2, 30)), COUNT))


@pytest.mark.parametrize("seed", range(6), ids="seed{}".format)
@pytest.mark.parametrize("name", RECURRENT_CORES)
def test_predicted_cycles_of_recurrent_networks(name, seed):
    rng = np.random.default_rng([seed, len(name), 1])
    both = Both(RECURRENT_CORES[name], recurrent_problem(seed, COUNT))
    check(both, rng, (1, 4, int(rng.integers(2, 22))))


@pytest.mark.parametrize("name", RECURRENT_CORES)
def test_predicted_cycles_of_a_perceptron_on_a_core_that_knows_time(name):
    rng = np.random.default_rng(len(name))
    check(Both(RECURRENT_CORES[name], problem(3, COUNT, widest=50)), rng, (1, 7, COUNT))


def check(both, rng, batches):
    for batch in batches:
        settings = both.settings(rng)
        events = both.events(settings, batch)
        predicted = both.predicted(settings, batch, events)
        assert predicted.cycles == both.simulated(settings, batch)
        check_usage(both, predicted, events, batch)


def bundles(events, batch, samples_per_read):
    """The bundles of samples: none shares one with those of the next minibatch."""
    for start in range(0, len(events), batch):
        piece = events[start : start + batch]
        for first in range(0, len(piece), samples_per_read):
            yield piece[first : first + samples_per_read]


def check_usage(both, usage, events, batch):
    """Every cycle is accounted for, and memories are used as often as the events ask."""
    table = layer_table(both.p.network, both.shape)
    assert usage.samples == COUNT
    assert usage.weights.total() == usage.cycles
    first, *rest = (layer.row_blocks * layer.column_blocks for layer in table)
    recurrent, state = both.p.network.recurrent, table[0]
    assert usage.weights[FORWARD] == sum(
        max(sample.steps for sample in bundle) * first + sum(rest)
        for bundle in bundles(events, batch, both.shape.samples_per_read)
    )
    learning = [sample for sample in events if sample.triggered]
    backwards = sum(
        sum(map(sum, opened)) * layer.column_blocks
        for sample in learning
        for opened, layer in list(zip(sample.opened, table, strict=False))[1:]
    )
    if recurrent:
        backwards += sum(
            sum(map(sum, sample.opened[0][: sample.learning_steps - 1])) * state.state.blocks
            for sample in learning
        )
    assert usage.weights[BACKWARD] == backwards
    assert usage.counters[WINNERS] == sum(
        len(layer_winners) * layer.words * (sample.learning_steps if layer is state else 1)
        for sample in learning
        for layer_winners, layer in zip(sample.winners, table, strict=False)
    )
    words = sum(layer.rows * layer.words for layer in table[:-1])
    assert usage.counters[SWEEP] <= words * len(learning)


@pytest.mark.parametrize(
    "module, name",
    [
        (forward, "forward_latency"),
        (forward, "margin_latency"),
        (backward, "backward_latency"),
        (backward, "winner_latency"),
        (rows, "row_engine_latency"),
        (rows, "row_read_latency"),
    ],
    ids=["forward", "margin", "backward", "winner", "engine", "read"],
)
def test_a_latency_wrong_by_one_is_found_out(monkeypatch, module, name):
    """Each of them shows in the sum, so that the equality above means something."""
    both = Both(SHAPES["8x32-lanes32"], problem(0, COUNT))
    settings = both.p.settings
    events = both.events(settings, 2)
    simulated = both.simulated(settings, 2)
    assert both.predicted(settings, 2, events).cycles == simulated
    right = getattr(module, name)
    change = -1 if module is rows else 1
    monkeypatch.setattr(module, name, lambda value: right(value) + change)
    assert both.predicted(settings, 2, events).cycles != simulated


def test_a_winner_less_takes_fewer_cycles():
    both = Both(SHAPES["4x8-lanes8"], problem(0, COUNT))
    settings = both.p.settings
    events = both.events(settings, COUNT)
    fewer = [
        dataclasses.replace(s, winners=tuple({} for _ in s.winners)) if s.triggered else s
        for s in events
    ]
    none = [Sample(triggered=False)] * COUNT
    cycles = [both.predicted(settings, COUNT, e).cycles for e in (none, fewer, events)]
    assert cycles == sorted(set(cycles))


def test_repeats_and_adds_up():
    both = Both(SHAPES["4x16-lanes4"], problem(3, COUNT))
    settings = both.p.settings
    events = both.events(settings, 10)
    whole = both.predicted(settings, 10, events)
    assert whole == both.predicted(settings, 10, events)
    parts = both.predicted(settings, 10, events[:40]) + both.predicted(settings, 5, events[40:])
    assert whole == parts
    assert 0 < whole.counter_share < 1
    assert 0 < whole.weight_share < 1


def test_an_estimate_before_there_is_data():
    """Untrained, nearly every sample learns: more cycles than the tiles of a forward pass."""
    network = Recurrent(layers=(20, 12, 6), classes=2, steps=5)
    preset = Preset(
        name="small",
        dataset="ItalyPowerDemand",
        network=network,
        training=Training(batch_size=6, group=3),
        tile=(4, 8),
        lanes=8,
        encoding=Encoding(),
    )
    table = layer_table(network, preset.core)
    state, *rest = (layer.row_blocks * layer.column_blocks for layer in table)
    assert cycles_per_sample(preset) > network.steps * state + sum(rest)


def test_events_of_samples_that_do_not_learn():
    p = problem(1, 9)
    golden = GoldenBackend(p.network, p.classifier, hidden_bits=HIDDEN_BITS, seed=1)
    golden.load(p.counters, 0)
    settings = dataclasses.replace(p.settings, margin=-(1 << 20))
    found = samples(golden.state, p.bits, p.labels, settings, 4)
    assert found == [Sample(triggered=False)] * 9
