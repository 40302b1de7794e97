"""Parameters of a core: what they refuse, and which networks a core of them takes."""

import dataclasses

import pytest

from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table, settings_registers, trained_segments
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError

NETWORK = Network(layers=(32, 16, 8), classes=3)
TILE = {"tile_rows": 4, "tile_columns": 8, "lanes": 2}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"single_port": True, "counter_depth": (1 << 15) + 1}, "counter_depth 32769: .* 32768"),
        ({"serial_draws": True, "lanes": 8}, "lanes 8: with serial_draws 1, 2 or 4"),
        ({"max_rows": 0}, "max_rows 0"),
    ],
)
def test_bad_values(changes, words):
    with pytest.raises(ConfigError, match=words):
        CoreConfig(**{**TILE, **changes})


def test_rows_are_as_wide_as_fan_ins_unless_told_otherwise():
    assert CoreConfig(max_width=99).max_rows == 99
    assert CoreConfig.for_network(NETWORK, **TILE).max_rows == 16


@pytest.mark.parametrize(
    ("layers", "changes", "words"),
    [
        ((32, 17), {}, "17 neurons in a layer: the core was generated for at most 16"),
        ((32, 16), {"fixed": NETWORK}, "network 32-16: .* for 32-16-8 alone"),
        ((32, 12, 8), {"serial_draws": True}, "fan-in 12: .* a multiple of 16"),
    ],
)
def test_networks_that_are_refused(layers, changes, words):
    core = CoreConfig.for_network(NETWORK, **TILE, **changes)
    layer_table(NETWORK, core)
    with pytest.raises(ConfigError, match=words):
        layer_table(Network(layers=layers, classes=3), core)


def test_a_fixed_network_tells_which_words_are_full():
    core = CoreConfig.for_network(NETWORK, **TILE, fixed=NETWORK)
    assert [core.ragged(step) for step in (1, 8, 16)] == [False, False, True]
    assert CoreConfig.for_network(NETWORK, **TILE).ragged(8)


def test_the_table_of_a_recurrent_network():
    """Slots and row blocks of the time steps follow each other, and fill what was made for them."""
    network = Recurrent(layers=(20, 9, 5), classes=3, steps=4)
    core = CoreConfig.for_network(network, **TILE)
    state, readout, classifier = layer_table(network, core)
    slot, last = 2 + 3, 2
    assert (state.state.columns, state.columns, state.state.blocks) == (9, 20, 2)
    assert [row.places for row in (state, readout, classifier)] == [4, 1, 1]
    assert (state.column_blocks, state.words) == (slot, 5 + 10)
    assert (state.input_base, state.output_base) == (0, slot)
    assert (readout.input_base, readout.output_base) == (0, 4 * slot + last)
    assert classifier.input_base == readout.output_base
    assert (readout.row_base, classifier.row_base) == (4 * 3, 4 * 3 + 2)
    assert [[s.matrix for s in row.segments] for row in (state, readout)] == [[1, 0], [2]]
    assert [row.registers(core)["state_columns"] for row in (state, readout)] == [9, 0]
    assert [row.registers(core)["matrix"] for row in (state, readout)] == [0, 2]
    assert core.activation_depth == 4 * slot + last + 1
    assert core.row_depth == classifier.row_base
    found = [
        (layer.rows, segment.first, segment.words, segment.columns)
        for layer, segment in trained_segments((state, readout, classifier))
    ]
    assert found == [(9, 5, 10, 20), (9, 0, 5, 9), (5, 0, 5, 9)]


def test_settings_of_matrices_go_to_the_rows_of_their_layers():
    """Gate and group of a layer are those of its first matrix; every matrix has its own draws."""
    network = Recurrent(layers=(20, 9, 5), classes=3, steps=4)
    table = layer_table(network, CoreConfig.for_network(network, **TILE))
    settings = Settings(
        margin=4, gates=(1, 99, 3), groups=(9, 3, 5), reinforce=(70, 80, 90), horizon=2
    )
    assert list(settings_registers(table, settings)) == [
        ("margin", None, 4),
        ("horizon", None, 2),
        ("reinforce_state", 0, 80),
        ("gate", 0, 29),  # no |z| is larger
        ("group", 0, 3),
        ("reinforce", 0, 70),
        ("gate", 1, 3),
        ("group", 1, 5),
        ("reinforce", 1, 90),
    ]


def test_a_core_without_time_is_as_it_was():
    """Its rows have no word of time, and its fingerprint is that of a core before there was any."""
    core = CoreConfig.for_network(NETWORK, **TILE)
    assert not core.in_time
    assert "state_blocks" not in layer_table(NETWORK, core)[0].registers(core)
    assert CoreConfig().fingerprint == 1252087157
    assert dataclasses.replace(core, max_steps=2).fingerprint != core.fingerprint
