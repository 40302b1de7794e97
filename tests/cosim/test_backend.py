"""The simulated core against the golden model, bit for bit."""

import dataclasses
import time

import numpy as np
import pytest

from bep_hw.cosim import build
from bep_hw.cosim import port as port_module
from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.cosim.model import NoProgress
from bep_hw.support.errors import ConfigError
from sim.benches.problems import CORES, mixed, problem, triggered
from tests.helpers.side_by_side import assert_same, assert_trains_alike, both

CORE = CORES["4x16-lanes4"]


@pytest.mark.parametrize("stall", [0.0, 0.3], ids=["flowing", "stalling"])
@pytest.mark.parametrize("seed", range(8), ids="seed{}".format)
@pytest.mark.parametrize("name", CORES)
def test_trains_bit_identically(name, seed, stall):
    p = mixed(problem(seed, samples=37))
    assert 0 < triggered(p) < 37
    batch_size = (1, 5, 10, 37, 64)[seed % 5]
    golden, core = both(p, CORES[name])
    core.model.stalls(stall, seed)
    assert_same(golden, core)
    for _ in range(2):
        assert_trains_alike(p, golden, core, batch_size)
    np.testing.assert_array_equal(golden.infer(p.bits), core.infer(p.bits))
    assert_same(golden, core)


@pytest.mark.parametrize("name", CORES)
def test_settings_change_between_epochs(name):
    """Every epoch begins with what the sweep of the last one left; some minibatches are idle."""
    rng = np.random.default_rng(7)
    p = problem(2, samples=23)
    golden, core = both(p, CORES[name])
    width = p.network.layers[-1]
    for batch_size, margin in ((3, 2 * width), (1, 0), (4, 3), (2, width // 2), (23, width)):
        settings = dataclasses.replace(
            p.settings,
            margin=margin,
            reinforce=tuple(int(rng.integers(0, (16 << 16) + 1)) for _ in p.network.shapes),
            groups=tuple(int(rng.choice([1, k])) for k, _ in p.network.shapes),
        )
        for backend in (golden, core):
            backend.train(p.bits, p.labels, settings, batch_size)
        assert_same(golden, core)
        np.testing.assert_array_equal(golden.infer(p.bits), core.infer(p.bits))


@pytest.mark.parametrize("name", CORES)
def test_one_core_trains_network_after_network(name):
    """Nothing of the one before is left: neither in a bank of W nor in the tags of its rows."""
    port = None
    for seed in range(6):
        p = problem(seed, samples=13)
        golden, core = both(p, CORES[name])
        if port is not None:
            core.port = port
            core.configure()
            core.load(p.counters, p.minibatch)
        port = core.port
        for backend in (golden, core):
            backend.train(p.bits, p.labels, p.settings, 3)
        assert_same(golden, core)
        np.testing.assert_array_equal(golden.infer(p.bits), core.infer(p.bits))


def test_reports_what_triggered():
    p = problem(1, samples=30)
    _, core = both(p, CORE)
    _, margins, triggered = core.step(p.bits, p.labels, p.settings, 10)
    np.testing.assert_array_equal(triggered, margins < p.settings.margin)


@pytest.mark.parametrize("seed", range(3), ids="seed{}".format)
def test_stops_at_a_minibatch_and_goes_on(monkeypatch, seed):
    monkeypatch.setattr(port_module, "POLL", 0.002)
    samples, batch_size = 4003, 7
    p = problem(seed, samples)
    golden, core = both(p, CORE)
    golden.train(p.bits, p.labels, p.settings, batch_size)
    stops, done = 0, 0
    while done < samples:
        seen = []

        def progress(count, seen=seen):
            seen.append(count)
            return False

        outcome = core.train(
            p.bits[done:], p.labels[done:], p.settings, batch_size, progress if stops < 5 else None
        )
        assert outcome.done % batch_size == 0 or done + outcome.done == samples
        assert seen == sorted(seen)
        stops += done + outcome.done < samples
        done += outcome.done
    assert stops > 0
    assert_same(golden, core)


def test_progress_of_the_last_run_is_forgotten(monkeypatch):
    monkeypatch.setattr(port_module, "POLL", 0.002)
    p = problem(0, samples=14)
    _, core = both(p, CORE)
    core.train(p.bits, p.labels, p.settings, 7)
    run, seen = core.model.run, []

    def late(*arguments):
        time.sleep(0.05)  # the watching thread looks several times before the run begins
        return run(*arguments)

    monkeypatch.setattr(core.model, "run", late)
    core.train(p.bits, p.labels, p.settings, 7, seen.append)
    assert seen[0] == 0
    assert seen[-1] == 14


def test_an_exception_in_progress_leaves_whole_minibatches(monkeypatch):
    monkeypatch.setattr(port_module, "POLL", 0.002)
    p = problem(4, samples=3000)
    golden, core = both(p, CORE)

    def interrupt(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        core.train(p.bits, p.labels, p.settings, 10, interrupt)
    done = (core.minibatch - p.minibatch) * 10
    assert 0 < done < 3000
    golden.train(p.bits[:done], p.labels[:done], p.settings, 10)
    assert_same(golden, core)


def test_a_core_without_progress_raises_and_can_be_restarted():
    p = problem(5, samples=20)
    golden, core = both(p, CORE)
    core.infer(p.bits)
    core.model.watch(3)
    with pytest.raises(NoProgress, match="no progress for 3 cycles"):
        core.infer(p.bits)
    with pytest.raises(NoProgress, match="the core is still busy after 3 cycles"):
        core.restart()  # it looks at the layer table
    core.model.watch(1 << 20)
    core.restart()
    core.load(p.counters, p.minibatch)
    core.train(p.bits, p.labels, p.settings, 10)
    golden.train(p.bits, p.labels, p.settings, 10)
    assert_same(golden, core)


def test_one_core_has_the_same_cycles_every_time():
    p = problem(6, samples=50)
    _, first = both(p, CORE)
    _, second = both(p, CORE)
    for core in (first, second):
        core.train(p.bits, p.labels, p.settings, 8)
    assert first.cycles == second.cycles > 0


def test_inference_costs_no_training_cycles():
    p = problem(6, samples=50)
    _, core = both(p, CORE)
    core.infer(p.bits)
    assert core.cycles == 0


def test_wrong_arguments_are_named():
    p = problem(1, samples=3)
    with pytest.raises(ConfigError, match="hidden bits B = 16"):
        VerilatorBackend(p.network, p.classifier, hidden_bits=16, seed=1, core=CORE)
    with pytest.raises(ConfigError, match="classifier shape"):
        VerilatorBackend(p.network, p.classifier[:1], core=CORE, **p.common)
    _, core = both(p, CORE)
    with pytest.raises(ConfigError, match="batch size 65"):
        core.train(p.bits, p.labels, p.settings, 65)
    with pytest.raises(ConfigError, match="inputs of shape"):
        core.infer(p.bits[:, 1:])
    with pytest.raises(ConfigError, match="holds -64 to 63"):
        core.load([c + 1000 for c in p.counters], 0)


def test_tracing_and_coverage_need_their_builds():
    p = problem(1, samples=3)
    _, core = both(p, CORE)
    with pytest.raises(RuntimeError, match="without tracing"):
        core.model.trace("x.fst")
    with pytest.raises(RuntimeError, match="without coverage"):
        core.model.coverage("x.dat")
    assert build.shared_library(CORE).exists()


def test_results_that_are_held_change_nothing_but_cycles():
    p = mixed(problem(3, samples=20))
    cycles = []
    for held in (0.0, 0.99):
        golden, core = both(p, CORE)
        core.model.stalls(0.0, 1, results=held)
        assert_trains_alike(p, golden, core, 10)
        cycles.append(core.cycles)
    assert cycles[1] > 2 * cycles[0]  # a result waits for a hundred cycles in the mean
