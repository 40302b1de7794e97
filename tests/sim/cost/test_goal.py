"""Runs until an accuracy, and the joules that follow from them."""

import pytest

from bep_hw.train import session
from bep_hw.train.run import Run
from sim.measure.cost import goal, joules, trajectory
from sim.measure.cost.report import Values
from sim.measure.cost.rivals.formats import ARITHMETICS
from sim.measure.cost.rows import COUNTED, MEASURED, Row
from sim.measure.cost.sections import DIGITS, LARGE


@pytest.fixture(scope="module")
def digits():
    return session.load_data(Run(preset=DIGITS, backend="native", seed=1))


@pytest.mark.parametrize("method", goal.METHODS)
def test_a_run_ends_with_the_first_epoch_that_is_good_enough(method, digits, monkeypatch):
    train = goal.METHODS[method]
    monkeypatch.setattr(trajectory, "GOAL", 60.0)
    first = train(DIGITS, 1, digits)
    assert first.accuracy >= 60 and len(first.learning) < DIGITS.training.epochs
    monkeypatch.setattr(trajectory, "GOAL", first.accuracy + 0.01)
    later = train(DIGITS, 1, digits)
    assert len(later.learning) > len(first.learning)
    assert later.learning[: len(first.learning)] == first.learning
    assert all(0 < share <= 100 for share in first.learning) and first.seconds > 0


def _found():
    """Rows of a core that takes 3 nJ if all samples learn, 1 nJ if none does, and of two runs."""
    core = [
        Row(LARGE, "all", epoch, name, value, "", MEASURED)
        for epoch, learn, energy in ((1, 200, 3000.0), (10, 0, 1000.0))
        for name, value in (("samples", 200), (goal.LEARNING, learn), ("energy per sample", energy))
    ]
    run = goal.run_of(goal.BEP, 1)
    trained = [
        Row(goal.ITEM, run, None, "epochs", 2.0, "", COUNTED),
        Row(goal.ITEM, run, None, "samples", 2e6, "", COUNTED),
        Row(goal.ITEM, run, 1, goal.LEARNING, 50.0, "%", COUNTED),
        Row(goal.ITEM, run, 2, goal.LEARNING, 25.0, "%", COUNTED),
    ]
    return core + trained


def test_energy_of_a_run_follows_the_samples_that_learn():
    spent = joules._run(Values(_found()), LARGE, goal.run_of(goal.BEP, 1), "energy per sample")
    assert spent == pytest.approx(1e6 * (2000 + 1500))


def test_without_the_runs_there_are_no_joules():
    assert joules.rows(_found()) == [] and list(joules.lines(_found())) == []


def test_published_energies_are_those_of_their_sources():
    tsetlin, spiking = (energy for energy, _ in joules.PUBLISHED.values())
    assert tsetlin == pytest.approx(44.6e6, rel=0.01)  # 1.78 W for 25 us [pJ]
    assert spiking == pytest.approx(1.075 * 236e3, rel=0.01)


def test_every_arithmetic_has_runs():
    assert set(goal.METHODS) == {goal.BEP, goal.LOCAL, *map(goal.qat, ARITHMETICS)}
