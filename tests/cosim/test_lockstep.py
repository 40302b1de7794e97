"""Lockstep: silent on a sound core, and exact about where a faulty one goes wrong."""

import numpy as np
import pytest
from rich.console import Console

from bep_hw.cosim import build
from bep_hw.cosim.locate import Mismatch, first_counter, partial_sums
from bep_hw.cosim.lockstep import LockstepBackend
from bep_hw.data.dataset import Dataset, Split
from bep_hw.golden.train_step import NetworkState
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.train import run as runs
from bep_hw.train import session
from bep_hw.train.cosim import cosim
from sim.benches.problems import CORES, HIDDEN_BITS, problem
from tests.cosim.faults import with_wrong_ties

CORE = CORES["4x16-lanes4"]


@pytest.fixture(scope="module")
def faulty_verilog():
    return with_wrong_ties(CORE)


def lockstep_of(p, **options):
    backend = LockstepBackend(p.network, p.classifier, core=CORE, **p.common, **options)
    backend.load(p.counters, p.minibatch)
    return backend


@pytest.mark.parametrize("seed", range(3), ids="seed{}".format)
def test_a_sound_core_shows_no_difference(seed):
    p = problem(seed, samples=40)
    backend = lockstep_of(p)
    outcome = backend.train(p.bits, p.labels, p.settings, 9)
    assert (outcome.done, backend.minibatches) == (40, 5)
    assert len(backend.infer(p.bits)) == 40


def mismatch_of(p, faulty_verilog, batch_size):
    backend = lockstep_of(p, library=build.shared_library(verilog=faulty_verilog))
    with pytest.raises(Mismatch) as caught:
        for _ in range(50):
            backend.train(p.bits, p.labels, p.settings, batch_size)
    return caught.value


@pytest.mark.parametrize("seed", [2, 3, 5], ids="seed{}".format)
def test_a_wrong_tie_is_located(faulty_verilog, seed):
    p = problem(seed, samples=40)
    found = mismatch_of(p, faulty_verilog, 10)
    difference = found.difference
    assert difference.what == "counter"
    assert difference.stage == "backward, winner or update"
    state = NetworkState.start(p.network, p.classifier, found.counters, **p.common)

    # The golden sums are as reported, and the sample before changes nothing that is wrong.
    place = (difference.row, difference.column)
    sums = partial_sums(
        state,
        found.bits[: difference.sample + 1],
        found.labels[: difference.sample + 1],
        found.settings,
    )
    assert sums[difference.layer - 1][place] == difference.expected != difference.got
    lone = slice(difference.sample, difference.sample + 1)
    assert first_counter(
        partial_sums(state, found.bits[lone], found.labels[lone], found.settings), found.counters
    )


def test_differences_are_found_in_order():
    expected = [np.zeros((2, 3), int), np.zeros((2, 2), int)]
    got = [c.copy() for c in expected]
    assert first_counter(expected, got) is None
    got[1][0, 1] = got[1][1, 0] = 4
    assert first_counter(expected, got) == (1, 0, 1)


@pytest.fixture
def small_run(monkeypatch):
    """A run on random data that the core CORE can hold."""
    rng = np.random.default_rng(3)

    def split(count):
        return Split(rng.integers(0, 2, (count, 20), np.uint8), rng.integers(0, 3, count))

    data = Dataset(name="random", classes=3, train=split(60), validation=split(20), test=split(20))
    monkeypatch.setattr(session, "load_data", lambda run, folder=None: data)
    monkeypatch.setattr(Preset, "core", CORE)
    training = Training(epochs=2, batch_size=8, group=2, hidden_bits=HIDDEN_BITS)
    network = Network(layers=(20, 12, 12), classes=3)
    preset = Preset(name="small", dataset="digits", network=network, training=training)
    return runs.Run(preset=preset, backend="verilator", seed=1)


def test_exit_status_of_a_sound_core(small_run, capsys):
    assert cosim(small_run, console=Console()) == 0
    assert "no difference in 16 minibatches" in capsys.readouterr().out


def test_exit_status_report_and_waves_of_a_faulty_core(
    small_run, faulty_verilog, monkeypatch, capsys, tmp_path
):
    monkeypatch.setattr(build, "core_verilog", lambda config: faulty_verilog)
    waves = tmp_path / "fault.fst"
    assert cosim(small_run, console=Console(), waves=waves) == 1
    report = dict(
        line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines() if " " in line
    )
    for name in ("minibatch", "sample", "layer", "row", "column", "expected", "got"):
        assert report[name].lstrip("-").isdecimal()
    assert waves.stat().st_size > 1000
    # An FST begins with a header block: type 0, length 329.
    assert waves.read_bytes()[:9] == b"\0" + (329).to_bytes(8, "big")
