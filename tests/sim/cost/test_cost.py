"""Netlists against the golden model, and the command's errors."""

import copy

import numpy as np
import pytest

from bep_hw.gateware.verilog import convert
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.training import Training
from sim.baselines import local_rule
from sim.measure.cost import __main__ as command
from sim.measure.cost import blocks, core, local_core, measure, rows, states
from sim.measure.cost.netlist import Netlist
from sim.measure.cost.simulator import Simulation
from sim.measure.cost.states import Moment

NETWORK = Network(layers=(24, 12, 12), classes=3)
CONFIG = CoreConfig.for_network(
    NETWORK, hidden_bits=6, max_batch=16, tile_rows=4, tile_columns=8, lanes=8
)


@pytest.fixture(scope="module", params=[1, 2], ids="seed{}".format)
def moment(request):
    """A minibatch of random samples on an untrained network."""
    rng, seed = np.random.default_rng(request.param), request.param
    training = Training(hidden_bits=6, group=4, batch_size=12)
    state = NetworkState.start(
        NETWORK,
        equiangular_frame(3, 12, seed),
        initial_counters(NETWORK, 6, seed),
        hidden_bits=6,
        seed=seed,
        minibatch=3,
    )
    bits, labels = rng.integers(0, 2, (12, 24), np.uint8), rng.integers(0, 3, 12)
    return Moment(1, state, bits, labels, training.settings(NETWORK, (4, 4), 0.8))


@pytest.fixture(scope="module")
def netlists(library):
    """{sparing: `Netlist` of the core}."""
    return {
        sparing: core.core_netlist(CONFIG, library, wire=0.01, sparing=sparing)
        for sparing in (False, True)
    }


@pytest.mark.parametrize(
    "one", blocks.every(CONFIG), ids=lambda block: f"{block.name}-{block.width}"
)
def test_a_block_computes_what_the_golden_model_does(one, moment, library):
    found = measure.block(one, [moment], library, wire=0.01)
    item = f"{one.name}, {one.width}"
    assert rows.find(found, item, one.name, "operations", 1) > 10
    energy = rows.find(found, item, one.name, "energy per element", 1)
    assert energy >= rows.find(found, item, one.name, "energy without glitches", 1) > 0


def test_a_wrong_output_is_found(moment, library):
    one = next(b for b in blocks.every(CONFIG) if (b.name, b.width) == ("update", "word"))
    right = one.feed

    def wrong(moment):
        feed = right(moment)
        feed.expected["updated"][5, 0] ^= 1
        return feed

    one.feed = wrong
    with pytest.raises(core.Mismatch, match="update, word: 1 outputs differ"):
        measure.block(one, [moment], library, wire=0.01)


def test_a_core_trains_as_the_golden_model(moment, netlists):
    found = measure.whole_core("core", CONFIG, netlists[False], [moment], sram=64.0)
    assert 0 < rows.find(found, "core", "all", "samples that learn", 1) <= 12
    parts = [row for row in found if row.quantity == "size" and row.part != "all"]
    assert {row.part for row in parts} == set(core.PASSES)
    assert sum(row.value for row in parts) == pytest.approx(rows.find(found, "core", "all", "size"))
    spent = [row.value for row in found if row.quantity.endswith(", energy per sample")]
    assert sum(spent) == pytest.approx(rows.find(found, "core", "all", "energy per sample", 1))
    moved = [row.value for row in found if row.quantity == "bits moved per sample"]
    # 64 pJ for 64 bits
    assert sum(moved) == pytest.approx(rows.find(found, "core", "memories", "energy per sample", 1))


def test_a_sparing_core_trains_the_same_with_less_energy(moment, netlists):
    spent = {}
    for sparing, netlist in netlists.items():
        assert bool(len(netlist.gate_nets)) == sparing
        found = measure.whole_core("core", CONFIG, netlist, [moment])
        spent[sparing] = rows.find(found, "core", "all", "energy per sample", 1)
    assert spent[True] < spent[False]


def test_the_local_rule_has_every_layer_and_no_backward_pass(moment, netlists):
    state, training = moment.state, Training(hidden_bits=6, group=4, batch_size=12)
    classifiers = local_rule.frame_classifiers(NETWORK, state.seed)
    layers = states.by_layer(moment, classifiers, training.margin_ratio)
    found = local_core.rows("local", CONFIG, netlists[False], [layers], sram=64.0, say=str)
    spent = [row.value for row in found if row.quantity in (measure.MOVED, measure.CLOCK)]
    assert "backward" not in {row.part for row in found}
    assert sum(spent) == pytest.approx(rows.find(found, "local", "all", "energy per sample", 1))
    cycles = [
        rows.find(measure.minibatch("one", CONFIG, netlists[False], layer, 64.0), "one", "all",
                  "cycles per sample", 1)
        for layer in layers
    ]  # fmt: skip
    assert rows.find(found, "local", "all", "cycles per sample", 1) == sum(cycles)


def test_the_first_layer_of_the_local_rule_learns_as_the_baseline(moment):
    state, training = moment.state, Training(hidden_bits=6, group=4, batch_size=12)
    classifiers = local_rule.frame_classifiers(NETWORK, state.seed)
    baseline = local_rule.LocalState.start(
        NETWORK, classifiers[-1], state.counters, classifiers=classifiers,
        layer_margins=local_rule.layer_margins(NETWORK, training.margin_ratio),
        hidden_bits=6, seed=state.seed, minibatch=state.minibatch,
    )  # fmt: skip
    lower, upper = states.by_layer(moment, classifiers, training.margin_ratio)
    local_rule.local_step(baseline, moment.bits, moment.labels, moment.settings)
    train_step(lower.state, lower.bits, lower.labels, lower.settings)
    step = train_step(upper.state, upper.bits, upper.labels, upper.settings)
    assert step.triggered.any()
    assert np.array_equal(lower.state.counters[0], baseline.counters[0])
    assert not np.array_equal(lower.state.counters[0], state.counters[0])


def test_a_core_that_differs_is_found(moment, netlists):
    netlist = copy.copy(netlists[False])
    netlist.truth = netlist.truth.copy()
    gate = int(np.flatnonzero(netlist.part[netlist.output] == netlist.parts.index("row_engine"))[0])
    with pytest.raises((core.Mismatch, RuntimeError)):
        for wrong in range(gate, gate + 40):  # some gates matter only in other minibatches
            netlist.truth[wrong] ^= np.uint64(1)
            core.trained(netlist, CONFIG, moment)


def test_a_netlist_settles_before_it_is_used(library):
    one = next(b for b in blocks.every(CONFIG) if (b.name, b.width) == ("gate", "element"))
    from sim.measure.cost.mapping import mapped

    netlist = Netlist(mapped(convert(one.make(), "gate"), "gate", library), library)
    activity = Simulation(netlist).activity()
    assert activity.transitions.sum() == activity.cycles == 0


@pytest.mark.parametrize(
    "words, line",
    [
        (["--library", "none.lib"], "none.lib: no such cell library"),
        (
            ["--only", "bricks"],
            "--only bricks: must be of large, large-spared, recurrent,",
        ),
        (["--wire", "-1"], "--wire -1.0: must be at least 0"),
        (["--sram", "-1"], "--sram -1.0: must be at least 0"),
        (["--jobs", "0"], "--jobs 0: must be at least 1"),
    ],
)
def test_bad_input_is_one_line_and_exit_status_2(words, line, tmp_path, capsys):
    assert command.main([*words, "--out", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"sim.measure.cost: {line}") and error.count("\n") == 1


def test_the_default_library_says_how_to_get_it(tmp_path, monkeypatch, capsys):
    from sim.measure.cost import liberty

    absent = tmp_path / "osu018.lib"
    monkeypatch.setattr(liberty, "DEFAULT", absent)
    assert command.main(["--library", str(absent), "--out", str(tmp_path)]) == 2
    assert "install Debian's qflow-tech-osu018" in capsys.readouterr().err


def test_rows_as_csv():
    found = [rows.Row("core", "all", 3, "size", 12345.678, "GE", rows.MEASURED)]
    head, line = rows.text(found).splitlines()
    assert head == "item,part,epoch,quantity,value,unit,source"
    assert line == "core,all,3,size,12345.7,GE,measured"
