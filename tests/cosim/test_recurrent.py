"""Recurrent networks on the simulated core against the golden model, bit for bit."""

import dataclasses

import numpy as np
import pytest

from bep_hw.cosim import build
from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.cosim.locate import Mismatch, partial_sums
from bep_hw.cosim.lockstep import LockstepBackend
from bep_hw.golden.train_step import NetworkState
from bep_hw.spec.network import Recurrent
from bep_hw.support.errors import ConfigError
from sim.benches.problems import (
    CORES,
    RECURRENT_CORES,
    mixed,
    problem,
    recurrent_problem,
    triggered,
)
from tests.cosim.faults import with_wrong_ties
from tests.helpers.side_by_side import assert_same, assert_trains_alike, both

CORE = RECURRENT_CORES["4x16-lanes4"]


@pytest.mark.parametrize("stall", [0.0, 0.3], ids=["flowing", "stalling"])
@pytest.mark.parametrize("seed", range(8), ids="seed{}".format)
@pytest.mark.parametrize("name", RECURRENT_CORES)
def test_trains_bit_identically(name, seed, stall):
    """Ragged widths, K_0 and K_s apart, samples of any number of steps, any horizon."""
    p = mixed(recurrent_problem(seed, samples=20))
    assert 0 < triggered(p) < 20
    golden, core = both(p, RECURRENT_CORES[name])
    core.model.stalls(stall, seed)
    assert_same(golden, core)
    for _ in range(2):
        assert_trains_alike(p, golden, core, (1, 5, 8, 20)[seed % 4])
    np.testing.assert_array_equal(golden.infer(p.bits), core.infer(p.bits))
    assert_same(golden, core)


@pytest.mark.parametrize("stall", [0.0, 0.3], ids=["flowing", "stalling"])
@pytest.mark.parametrize("seed", range(4), ids="seed{}".format)
@pytest.mark.parametrize("name", RECURRENT_CORES)
def test_a_core_that_knows_time_trains_perceptrons(name, seed, stall):
    p = problem(seed, samples=20, widest=50)
    golden, core = both(p, RECURRENT_CORES[name])
    core.model.stalls(stall, seed)
    assert_trains_alike(p, golden, core, (1, 5, 8, 20)[seed])
    np.testing.assert_array_equal(golden.infer(p.bits), core.infer(p.bits))


@pytest.mark.parametrize("name", RECURRENT_CORES)
def test_one_core_trains_network_after_network(name):
    """Nothing of the one before is left, be it recurrent or not."""
    port = None
    for seed in range(8):
        p = (recurrent_problem if seed % 2 else problem)(seed, samples=9, widest=32)
        golden, core = both(p, RECURRENT_CORES[name])
        if port is not None:
            core.port = port
            core.configure()
            core.load(p.counters, p.minibatch)
        port = core.port
        assert_trains_alike(p, golden, core, 3)
        np.testing.assert_array_equal(golden.infer(p.bits), core.infer(p.bits))


def test_the_horizon_changes_between_epochs():
    p = recurrent_problem(5, samples=12)
    assert p.network.steps > 2
    golden, core = both(p, CORE)
    for horizon in (1, p.network.steps, 2):
        p.settings = dataclasses.replace(p.settings, horizon=horizon, margin=99)
        assert_trains_alike(p, golden, core, 4)


def test_networks_that_are_refused():
    p = recurrent_problem(5, samples=3)
    with pytest.raises(ConfigError, match="generated without time steps"):
        VerilatorBackend(p.network, p.classifier, core=CORES["4x16-lanes4"], **p.common)
    longer = dataclasses.replace(p.network, steps=CORE.max_steps + 1)
    with pytest.raises(ConfigError, match=r"7 time steps: .* at most 6"):
        VerilatorBackend(longer, p.classifier, core=CORE, **p.common)
    wide = Recurrent(layers=(40, 30, 5), classes=3, steps=2)
    with pytest.raises(ConfigError, match=r"70 inputs of a neuron: .* at most 64"):
        VerilatorBackend(wide, np.ones((3, 5), np.int8), core=CORE, **p.common)
    _, core = both(p, CORE)
    with pytest.raises(ConfigError, match="65 of 2 time steps"):
        core.train(p.bits, p.labels, dataclasses.replace(p.settings, horizon=2), 65)


@pytest.mark.parametrize("seed", range(3), ids="seed{}".format)
def test_lockstep_is_silent_on_a_sound_core(seed):
    p = recurrent_problem(seed, samples=20)
    backend = LockstepBackend(p.network, p.classifier, core=CORE, **p.common)
    backend.load(p.counters, p.minibatch)
    outcome = backend.train(p.bits, p.labels, p.settings, 6)
    assert (outcome.done, backend.minibatches) == (20, 4)
    assert len(backend.infer(p.bits)) == 20


@pytest.mark.parametrize("seed", [1, 4], ids="seed{}".format)
def test_a_wrong_tie_is_located(seed):
    library = build.shared_library(verilog=with_wrong_ties(CORE))
    p = recurrent_problem(seed, samples=30)
    p.settings = dataclasses.replace(p.settings, margin=99)  # all learn
    backend = LockstepBackend(p.network, p.classifier, core=CORE, library=library, **p.common)
    backend.load(p.counters, p.minibatch)
    with pytest.raises(Mismatch) as caught:
        for _ in range(50):
            backend.train(p.bits, p.labels, p.settings, 10)
    found, difference = caught.value, caught.value.difference
    assert difference.stage == "backward, winner or update"
    state = NetworkState.start(p.network, p.classifier, found.counters, **p.common)

    def sums(samples):
        piece = slice(samples)
        return partial_sums(state, found.bits[piece], found.labels[piece], found.settings)

    place = difference.row, difference.column
    before, after = (sums(difference.sample + more)[difference.layer - 1] for more in (0, 1))
    assert after[place] == difference.expected != difference.got
    assert (before != after).any(), "the sample learns in this matrix"
