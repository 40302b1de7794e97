"""The search for a core: its model, its bound, its front, and its messages."""

import dataclasses

import pytest
from rich.console import Console

from bep_hw.build.explore import candidates, resources, search, show, workload
from bep_hw.cycles.events import samples
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.spec import presets
from bep_hw.spec.network import Network, Recurrent
from bep_hw.support.errors import ConfigError

SMALL = dataclasses.replace(
    presets.get("digits"), network=Network(layers=(256, 16, 16), classes=10), tile=(4, 8), lanes=8
).with_training(epochs=2, group=4, batch_size=16)


class Board:
    """A device of a given size, whose model is that of the measured cores."""

    board, measured = "own", True
    speed = "6"

    def __init__(self, luts=83640, block_rams=208, needs=50):
        self.luts, self.block_rams, self.needs = luts, block_rams, needs
        self.model = resources.Model("ecp5", resources.points())

    def block_rams_of(self, core):
        return self.needs if core.hidden_bits > 8 else self.needs // 2


@pytest.fixture(scope="module")
def recorded():
    return workload.record(SMALL)


def test_grouped_events_are_those_of_the_tile():
    network, training = SMALL.network, SMALL.training
    frame = equiangular_frame(network.classes, network.layers[-1], 1)
    backend = GoldenBackend(network, frame, hidden_bits=9, seed=1)
    backend.load(initial_counters(network, 9, 1), 0)
    import numpy as np

    bits = np.random.default_rng(1).integers(0, 2, (16, 256), np.uint8)
    settings = training.settings(network, (4, 4), 1.0)
    labels = np.arange(16) % 10
    single = samples(backend.state, bits, labels, settings, 1)
    assert any(sample.triggered for sample in single)
    for rows in (2, 3, 8):
        found = samples(backend.state, bits, labels, settings, rows)
        grouped = [workload.grouped(sample, rows) for sample in single]
        for one, other in zip(found, grouped, strict=True):
            assert [list(layer) for layer in one.opened] == [list(layer) for layer in other.opened]
            assert one.winners == other.winners


def test_no_core_is_faster_than_the_bound(recorded):
    legal, _ = candidates.every(SMALL)
    for made in legal[::60]:
        assert 0 < recorded.bound(made.core) <= recorded.cycles(made.core)


def test_series_share_tiles_too():
    preset = dataclasses.replace(SMALL, network=Recurrent(layers=(8, 8, 8), classes=3, steps=5))
    legal, _ = candidates.every(preset)
    assert {made.samples_per_read for made in legal} == {1, 2, 4, 8}
    console = Console(record=True, width=200)
    show._show_legal(console, preset)
    assert "8 with 16, 32 banks" in console.export_text()


def test_the_front_rises(recorded):
    found = search.search(SMALL, Board(), recorded)
    assert len(found.front) > 2
    luts, rates = [one.luts for one in found.front], [one.rate for one in found.front]
    assert luts == sorted(luts) and rates == sorted(rates)
    total = len(found.front) + sum(found.out.values())
    assert total == len(candidates.every(SMALL)[0])
    target = int(rates[1])
    assert search.reaching(found, target, Board()) == found.front[1]
    with pytest.raises(ConfigError, match=f"the best is .*predicted {rates[-1]:,.0f}"):
        search.reaching(found, int(2 * rates[-1]), Board())


def test_nothing_fits(recorded):
    board = Board(luts=100)
    found = search.search(SMALL, board, recorded)
    assert not found.front
    with pytest.raises(ConfigError, match="the smallest needs about"):
        search.reaching(found, 1, board)


def test_a_smaller_b_if_counters_do_not_fit(recorded):
    board = Board(block_rams=30)
    lowered = search.search(SMALL, board, recorded).front
    assert {one.preset.training.hidden_bits for one in lowered} == {8}
    assert not search.search(SMALL, board, recorded, hidden_bits=False).front


def test_what_is_short_and_what_is_nearest():
    with pytest.raises(ConfigError, match="needs 50 block RAMs, 20 more than the own has"):
        search.check_fits(SMALL, Board(block_rams=30))
    search.check_fits(SMALL, Board())


def test_a_family_without_a_measured_core():
    with pytest.raises(ConfigError, match="no core was measured on the family toy"):
        resources.Model("toy", resources.points())


@pytest.mark.parametrize("held_out, most", [(False, 0.1), (True, 0.15)])
def test_the_model_of_luts(held_out, most):
    model = resources.Model("ecp5", resources.points())
    own = [point for point in resources.points() if point["family"] == "ecp5"]
    errors = [error for _, error, _ in model.errors(own, held_out) if error is not None]
    assert errors and max(map(abs, errors)) < most
