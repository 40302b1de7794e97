"""Presets: the networks and settings they name, and how they can be changed."""

import pytest

from bep_hw.spec import presets
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError
from bep_hw.train.run import Run, changed, fresh, resumed

WIDTHS = (35, 75, 135, 255, 525)


def test_names():
    edges = [f"fmnist-edges-{width}" for width in ("35", "135", "135-ulx3s", "525")]
    filters = [f"fmnist-filters{count}-135" for count in ("", 64, 224)]
    families = [f"fmnist-{width}" for width in WIDTHS] + edges + filters
    families += [
        f"{family}-{width}" for family in ("rp", "cifar10", "imagenette") for width in WIDTHS
    ]
    recurrent = [
        f"{family}-{width}"
        for family in ("italy", "vowels", "mnist-rows", "fmnist-rows")
        for width in (135, 1035)
    ]
    boards = ["digits-icebreaker", "fmnist-135-ulx3s"]
    assert list(presets.PRESETS) == ["digits", *boards, *families, *recurrent]


@pytest.mark.parametrize("name", [n for n, p in presets.PRESETS.items() if not p.recurrent])
def test_preset_is_consistent(name):
    preset = presets.get(name)
    preset.check()
    assert preset.name == name
    assert preset.network.depth == 2
    assert preset.core.hidden_bits == preset.training.hidden_bits


@pytest.mark.parametrize("width", WIDTHS)
def test_networks_of_the_paper(width):
    assert presets.get(f"fmnist-{width}").network.layers == (784, width, width)
    assert presets.get(f"rp-{width}").network.layers == (1000, width, width)
    for name in ("cifar10", "imagenette"):
        assert presets.get(f"{name}-{width}").network.layers == (4096, width, width)
    assert presets.get(f"fmnist-{width}").training.epochs == 50
    assert presets.get(f"rp-{width}").training.epochs == 50


@pytest.mark.parametrize("width", (35, 135, 525))
def test_presets_with_edges_know_their_inputs(width):
    preset = presets.get(f"fmnist-edges-{width}")
    edges = EdgeEncoder(
        shape=(28, 28), cell=preset.encoding.cell, levels=(0,), edges=preset.encoding.edges
    )
    assert preset.network.layers == (edges.width, width, width)


@pytest.mark.parametrize("count", ("", 64, 224))
def test_presets_with_filters_know_their_inputs(count):
    preset = presets.get(f"fmnist-filters{count}-135")
    assert preset.encoding.filters == (count or 32)
    assert preset.network.layers == (7 * 7 * preset.encoding.filters, 135, 135)


def test_digits():
    preset = presets.get("digits")
    assert preset.network.layers == (256, 135, 135)
    assert (preset.training.epochs, preset.training.batch_size) == (20, 32)


def test_changes():
    run = fresh("fmnist-75", {"layers": "75,75,75", "epochs": 3, "tile": "16x32", "lanes": 16})
    assert run.preset.network == Network(layers=(784, 75, 75, 75), classes=10)
    assert run.preset.training.epochs == 3
    core = run.preset.core
    assert (core.tile_rows, core.tile_columns, core.lanes, core.max_layers) == (16, 32, 16, 4)


def test_dataset_sets_the_input():
    assert fresh("fmnist-75", {"dataset": "digits"}).preset.network.layers == (256, 75, 75)


def test_core_of_another_preset():
    run = fresh("fmnist-35", {"core": "fmnist-75"})
    assert run.preset.core == presets.get("fmnist-75").core


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"layers": "75,x"}, ["layers '75,x'", "whole numbers"]),
        ({"layers": "70,70", "group": 15}, ["group size 15", "70"]),
        ({"layers": "0,75"}, ["layer width 0"]),
        ({"tile": "32"}, ["tile '32'", "ROWSxCOLUMNS"]),
        ({"tile": "24x64"}, ["tile rows 24", "divide"]),
        ({"lanes": 24}, ["lanes 24"]),
        ({"core": "rp-1"}, ["preset 'rp-1'"]),
        ({"core": "fmnist-35"}, ["75 neurons", "at most 35"]),
        ({"batch_size": 16385}, ["batch size 16385", "16384"]),
        ({"batch_size": 0}, ["batch size 0"]),
        ({"hidden_bits": 3}, ["B = 3", "from 4"]),
        ({"hidden_bits": 25}, ["B = 25", "to 24"]),
        ({"epochs": 0}, ["epochs 0"]),
        ({"seed": -1}, ["seed -1"]),
        ({"seed": 1 << 32}, ["seed 4294967296"]),
        ({"backend": "fpga"}, ["backend 'fpga'", "golden, native, verilator"]),
        ({"dataset": "minst"}, ["data set 'minst'", "digits"]),
    ],
)
def test_bad_change(options, words):
    with pytest.raises(ConfigError) as error:
        fresh("fmnist-75", options)
    assert all(word in str(error.value) for word in words)


def test_dictionary_round_trip():
    run = fresh("rp-35", {"seed": 5, "core": "rp-75", "margin_ratio": 0.75})
    assert Run.from_dict(run.to_dict()) == run


def test_resume_takes_what_is_not_given():
    run = fresh("rp-35", {"seed": 5, "layers": "35", "epochs": 7})
    for name in (None, "rp-35"):
        assert resumed(run.to_dict(), name, {}, "there") == run
    assert resumed(run.to_dict(), "rp-35", {"seed": 5, "epochs": 7}, "there") == run


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("rp-75", {}, ["preset is rp-35, not rp-75"]),
        (None, {"seed": 6}, ["seed is 5, not 6"]),
        (None, {"backend": "verilator"}, ["backend is golden, not verilator"]),
        (None, {"epochs": 51}, ["epochs is 50, not 51"]),
    ],
)
def test_resume_refuses_another_configuration(name, options, words):
    run = fresh("rp-35", {"seed": 5})
    with pytest.raises(ConfigError) as error:
        resumed(run.to_dict(), name, options, "there")
    assert all(word in str(error.value) for word in ["there", *words])


def test_resume_refuses_another_version():
    with pytest.raises(ConfigError, match="not a checkpoint of this version"):
        resumed({"preset": "rp-35"}, None, {}, "there")


def test_changed_keeps_the_rest():
    run = fresh("digits", {"seed": 9})
    assert changed(run, {"seed": None, "epochs": None}) == run


def test_upper_reinforcement():
    """p_r of the layers above the first, 2 instead of 0.5: four times as many weights there."""
    same, other = (
        Training(upper_reinforcement=value).settings(
            Network(layers=(100, 25, 25), classes=2), (1, 1), 1
        )
        for value in (None, 2)
    )
    assert same.reinforce[0] == other.reinforce[0]
    assert abs(other.reinforce[1] - 4 * same.reinforce[1]) <= 4
    with pytest.raises(ConfigError, match="p_r of the upper layers 5: must be from 0 to 4"):
        Training(upper_reinforcement=5)


OWN = """
dataset = "digits"
network = { layers = [256, 24, 16], classes = 10 }
training = { epochs = 3, group = 8, margin_ratio = 1 }
core = { tile = [8, 16], lanes = 8, small = false }
"""


def own(folder, text):
    path = folder / "mine.toml"
    path.write_text(text)
    return path


def test_a_preset_of_ones_own(tmp_path):
    preset = presets.get(own(tmp_path, OWN))
    assert preset == Preset(
        name="mine",
        dataset="digits",
        network=Network(layers=(256, 24, 16), classes=10),
        training=Training(epochs=3, group=8, margin_ratio=1),
        tile=(8, 16),
        lanes=8,
    )
    run = fresh(str(tmp_path / "mine.toml"), {"seed": 4})
    assert run.preset == preset
    assert Run.from_dict(run.to_dict()) == run


def test_a_recurrent_preset_of_ones_own(tmp_path):
    text = 'dataset = "ItalyPowerDemand"\nnetwork = { layers = [8, 8, 8], classes = 2, steps = 4 }'
    preset = presets.get(own(tmp_path, text))
    assert preset.network == Recurrent(layers=(8, 8, 8), classes=2, steps=4)
    assert preset.encoding == Encoding()


def test_every_preset_as_a_file_of_ones_own(tmp_path):
    """The table of a preset, without its name, is a preset file."""
    tables = presets.FILE.read_text().split("\n[")[1:]
    assert len(tables) == len(presets.PRESETS)
    for table in tables:
        name, _, rest = table.partition("]\n")
        path = tmp_path / f"{name}.toml"
        path.write_text(rest)
        assert presets.get(path) == presets.get(name)


NETWORK = "network = { layers = [256, 24], classes = 10 }\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["dataset: must be given"]),
        ('dataset = "digits"', ["network: must be given"]),
        ('dataset = "digits"\nnetwork = { layers = [8, 8] }', ["network.classes: must be given"]),
        ('dataset = "digits"\nnetwork = { classes = 8 }', ["network.layers: must be given"]),
        ("dataset = 5\n" + NETWORK, ["dataset 5: must be a text"]),
        ("dataset = ", ["is not a TOML file"]),
        ('dataset = "a"\ndataset = "b"', ["is not a TOML file"]),
        (OWN + "[trainng]\nepochs = 3", ["key 'trainng'", "did you mean training?"]),
        (OWN.replace("epochs", "epoch"), ["key 'training.epoch'", "did you mean training.epochs?"]),
        (OWN.replace("= 3", "= 3.5"), ["training.epochs 3.5: must be a whole number"]),
        (OWN.replace("= 3", "= true"), ["training.epochs True: must be a whole number"]),
        (OWN.replace("= 3", "= 0"), ["epochs 0: must be from 1"]),
        (OWN.replace("[8, 16]", "[8]"), ["core.tile [8]: must be [rows, columns]"]),
        (OWN.replace("[8, 16]", '"8x16"'), ["core.tile '8x16': must be a list of whole numbers"]),
        (OWN.replace("false", "0"), ["core.small 0: must be true or false"]),
        (OWN.replace("[256, 24, 16]", "[256, 2.5]"), ["network.layers", "whole numbers"]),
        (OWN.replace("[256, 24, 16]", "[256]"), ["layers (256,)", "a hidden width"]),
        ('dataset = "digits"\nnetwork = [8, 8]', ["network [8, 8]: must be a table"]),
        (OWN.replace("= 1 }", "= nan }"), ["margin ratio r nan"]),
    ],
)
def test_a_bad_preset_of_ones_own(tmp_path, text, words):
    path = own(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        presets.get(path)
    for word in [f"preset {path}: ", *words]:
        assert word in str(error.value)
    assert "\n" not in str(error.value)


def test_no_preset_file(tmp_path):
    (tmp_path / "folder.toml").mkdir()
    for path in (tmp_path / "no.toml", tmp_path / "folder.toml"):
        with pytest.raises(ConfigError, match="cannot be read"):
            presets.get(path)


def test_a_name_that_is_nearly_right():
    with pytest.raises(ConfigError, match=r"must be one of .*; did you mean fmnist-35\?"):
        presets.get("fmnist35")
