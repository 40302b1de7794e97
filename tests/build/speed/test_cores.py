"""The speed of cores: from the file of routed boards, from a build, from the cycle model."""

import json

import numpy as np
import pytest

from bep_hw.build.bitstream import boards
from bep_hw.build.speed import cores
from bep_hw.build.speed.row import PREDICTED, ROUTED
from bep_hw.spec import presets
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError

NETWORK = Network(layers=(40, 12, 12), classes=3)


def test_routed_boards_are_those_of_the_page():
    page = (boards.folder() / "README.md").read_text()
    for one in json.loads((boards.folder() / cores.ROUTED_FILE).read_text()):
        preset = presets.get(one["preset"])
        assert one["board"] in boards.names() and tuple(one["layers"]) == preset.network.layers
        fmax = f"{one['seeds']} | median {one['fmax_median_mhz']} ("
        start = f"| `{one['board']}`, {one['preset']} | {fmax}"
        line = next(line for line in page.splitlines() if line.startswith(start))
        assert f"| {one['cycles_untrained']} untrained, {one['cycles_trained']} over" in line
        assert f"over {one['epochs']} epochs |" in line


def test_routed_boards_train_the_same_network():
    network = presets.get("fmnist-135").network
    (row,) = [
        row for row in cores.routed(network) if row.note.startswith("preset fmnist-135-ulx3s;")
    ]
    assert row.kind == ROUTED and row.name.startswith("ulx3s-85f, ")
    assert row.untrained < row.trained
    assert not cores.routed(NETWORK)


def write(folder, **changes):
    report = {
        **{"board": "my-board", "layers": [40, 12, 12], "fmax_median_mhz": 60.0},
        **{"cycles_per_sample": 30.0, **changes},
    }
    (folder / "report.json").write_text(json.dumps(report))


def test_a_build_of_ones_own(tmp_path):
    write(tmp_path)
    row = cores.built(tmp_path, NETWORK)
    assert (row.name, row.kind) == ("my-board, 60.0 MHz", ROUTED)
    assert (row.untrained, row.trained) == (2_000_000, None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"layers": [40, 12]}, r"has the layers \[40, 12\], not \[40, 12, 12\]"),
        ({"fmax_median_mhz": None}, "has no Fmax"),
        (None, "is no report of a build"),
    ],
)
def test_refuses_a_build(tmp_path, changes, words):
    if changes is not None:
        write(tmp_path, **changes)
    with pytest.raises(ConfigError, match=words):
        cores.built(tmp_path, NETWORK)


def test_larger_cores_by_the_cycle_model():
    training = Training(batch_size=20, group=4)
    preset = Preset(name="small", dataset="digits", network=NETWORK, training=training)
    rng = np.random.default_rng(1)
    bits, labels = rng.integers(0, 2, (100, 40), np.uint8), rng.integers(0, 3, 100)
    rows = cores.predicted(preset, bits, labels)
    assert [row.name for row in rows] == [part.name for part in cores.LARGER]
    for row, part in zip(rows, cores.LARGER, strict=True):
        assert row.kind == PREDICTED and "clock assumed" in row.note
        assert row.name.startswith(f"{part.device}, ")
        # A minibatch takes some cycles for each of its samples, and no more than a serial core.
        for rate in (row.untrained, row.trained):
            assert 1 < part.clock * 1e6 / rate < 400
    assert rows == cores.predicted(preset, bits, labels)


def test_larger_cores_have_room_for_their_popcounts():
    for part in cores.LARGER:
        rows, columns = part.tile
        assert rows * columns * part.samples_per_read * cores.LUTS_PER_BIT < part.luts / 1.5
