"""The inference core of a trained network: emitted, linted, and run by its own test bench."""

import dataclasses
import json
import shutil

import numpy as np
import pytest

from bep_hw.data import datasets
from bep_hw.train.trained import read_run
from tests.helpers.command import call
from tests.helpers.icarus import STANDARDS, icarus
from tests.helpers.verilator import compile_bench, run_bench, verilator

IMAGES = 60


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Folder of a small network that has learnt the digits a little."""
    folder = tmp_path_factory.mktemp("runs") / "run"
    options = ("--layers", "27,18", "--epochs", "2", "--out", folder)
    assert call("train", "--preset", "digits", *options) == 0
    return folder


@pytest.fixture(scope="module")
def emitted(run, tmp_path_factory):
    """Folder of its core, with tiles that fit neither of its layers."""
    folder = tmp_path_factory.mktemp("emitted")
    assert call("emit", "--inference", run, "-o", folder, "--tile", "8x40", "--images", IMAGES) == 0
    return folder


@pytest.fixture(scope="module")
def bench(emitted):
    return compile_bench(emitted, "bep_inference")


def test_all_predictions_are_golden(bench, emitted):
    cycles = json.loads((emitted / "manifest.json").read_text())["cycles_per_image"]
    status, output = run_bench(bench, emitted)
    assert status == 0
    assert f"PASS: {IMAGES} images, {cycles} cycles each" in output


@STANDARDS
def test_the_bench_passes_in_another_simulator(emitted, tmp_path, standard):
    shutil.copytree(emitted, tmp_path, dirs_exist_ok=True)
    status, output = icarus(tmp_path, "bep_inference", standard)
    assert status == 0
    assert f"PASS: {IMAGES} images" in output


def test_one_wrong_weight_fails(bench, emitted, run, tmp_path):
    """The core against a golden model of which one weight of P has another sign."""
    trained = read_run(run)
    bits = datasets.load("digits").test.bits[:IMAGES]
    right = trained.predict(bits)
    for row, column in np.ndindex(*trained.classifier.shape):
        classifier = trained.classifier.copy()
        classifier[row, column] *= -1
        other = dataclasses.replace(trained, classifier=classifier).predict(bits)
        if np.any(other != right):
            break
    shutil.copy(emitted / "bep_inference_samples.hex", tmp_path)
    expected = tmp_path / "bep_inference_predictions.hex"
    expected.write_text("".join(f"{prediction:x}\n" for prediction in other))
    status, output = run_bench(bench, tmp_path)
    image = np.flatnonzero(other != right)[0]
    assert status != 0
    assert f"FAIL: image {image}: predicted {right[image]}, golden {other[image]}" in output


def test_manifest_is_true(emitted, run):
    manifest = json.loads((emitted / "manifest.json").read_text())
    summary = json.loads((run / "summary.json").read_text())
    assert manifest["test_accuracy"] == summary["test_accuracy"]
    assert (manifest["tile"], manifest["layers"]) == ([8, 40], [256, 27, 18])
    tiles = 7 * 4 + 1 * 3 + 1 * 2
    assert manifest["cycles_per_image"] == tiles + 2 * 4
    test = datasets.load("digits").test
    right = np.count_nonzero(read_run(run).predict(test.bits) == test.labels)
    assert summary["test_accuracy"] == round(100 * right / len(test), 4)
    assert {port["name"]: port["width"] for port in manifest["ports"]} == {
        **{"clk": 1, "rst": 1, "samples__payload": 40, "samples__ready": 1, "samples__valid": 1},
        **{"predictions__payload": 4, "predictions__ready": 1, "predictions__valid": 1},
    }


def test_lint_is_silent(emitted):
    assert "%" not in verilator(
        emitted, "--lint-only", "-Wall", "bep_inference.vlt", "bep_inference.v"
    )


def without(name):
    return lambda folder: (folder / name).unlink()


def cut(folder):
    path = folder / "weights.npz"
    path.write_bytes(path.read_bytes()[:-200])


def scribbled(folder):
    path = folder / "weights.npz"
    content = bytearray(path.read_bytes())
    content[300:400] = bytes(100)
    path.write_bytes(content)


def changed(**values):
    def change(folder):
        path = folder / "summary.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), **values}))

    return change


@pytest.mark.parametrize(
    "damage, message",
    [
        (shutil.rmtree, "holds no weights.npz"),
        (without("weights.npz"), "holds no weights.npz"),
        (without("summary.json"), "holds no summary.json"),
        (cut, "weights.npz: is not a whole result"),
        (scribbled, "weights.npz: is not a whole result"),
        (changed(layers=[256, 27, 9]), "its layers [256, 27, 18] are not those"),
        (changed(layers=None), "weights.npz: is not a whole result"),
        (changed(hidden_bits=4), "holds -4 to 3"),
        (changed(tile=None), "has the tile None: must be [rows, columns]"),
        (changed(tile=[8, 0]), "tile_columns 0: must be at least 1"),
        (changed(dataset="none"), "data set 'none': must be one of"),
    ],
)
def test_a_damaged_run_is_one_line(run, tmp_path, capsys, damage, message):
    copy = shutil.copytree(run, tmp_path / "copy")
    damage(copy)
    assert call("emit", "--inference", copy, "-o", tmp_path / "core") == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert not (tmp_path / "core").exists()


@pytest.mark.parametrize(
    "options, message",
    [
        (("--tile", "5x64"), "tile rows 5: must divide the tile columns, 64"),
        (("--tile", "64"), "tile '64': must be ROWSxCOLUMNS"),
        (("--images", "0"), "images 0: must be from 1 to 360"),
        (("--images", "361"), "images 361: must be from 1 to 360"),
        (("--preset", "digits"), "--preset digits: cannot be given with --inference"),
        (("--bus", "native"), "--bus native: cannot be given with --inference"),
        (("--hidden-bits", "9"), "--hidden-bits 9: cannot be given with --inference"),
    ],
)
def test_wrong_options_are_named(run, tmp_path, capsys, options, message):
    assert call("emit", "--inference", run, "-o", tmp_path / "core", *options) == 2
    assert message in capsys.readouterr().err


def test_options_of_an_inference_core_alone(tmp_path, capsys):
    assert call("emit", "--preset", "digits", "-o", tmp_path, "--images", "3") == 2
    assert "--images 3: cannot be given with --preset" in capsys.readouterr().err


def test_a_run_with_an_image_has_a_core_that_takes_pixels(tmp_path):
    """Its bench sends four pixels a word, and fails if they are brighter."""
    (tmp_path / "pixels.toml").write_text(
        """
dataset = "digits"
network = { layers = [136, 27, 18], classes = 10 }
training = { epochs = 2, batch_size = 50, hidden_bits = 9, group = 9 }
encoding = { name = "edges", edges = [8, 32] }
core = { tile = [8, 32], lanes = 32, image = [8, 8] }
"""
    )
    run, folder = tmp_path / "run", tmp_path / "core"
    assert call("train", "--preset", tmp_path / "pixels.toml", "--out", run) == 0
    assert json.loads((run / "summary.json").read_text())["image"] == [8, 8]
    assert call("emit", "--inference", run, "-o", folder, "--images", IMAGES) == 0
    assert "%" not in verilator(
        folder, "--lint-only", "-Wall", "bep_inference.vlt", "bep_inference.v"
    )
    manifest = json.loads((folder / "manifest.json").read_text())
    shape = {"image": [8, 8], "cell": 3, "levels": 1, "edges": 2}
    no_filters = {"filters": 0, "filters_per_cycle": 0, "pixels_per_cycle": 1}
    assert manifest["encoder"] == shape | no_filters
    ports = {port["name"]: port["width"] for port in manifest["ports"]}
    assert ports["samples__payload"] == 32
    status, output = run_bench(compile_bench(folder, "bep_inference"), folder)
    assert status == 0
    assert f"PASS: {IMAGES} images" in output
    samples = folder / "bep_inference_samples.hex"
    lines = samples.read_text().split()
    assert len(lines) == IMAGES * 8 * 8 // 4
    brighter = (
        f"{min(int(line[i : i + 2], 16) + 6, 255):02x}" for line in lines for i in (0, 2, 4, 6)
    )
    samples.write_text("".join(pixel + "\n" * (i % 4 == 3) for i, pixel in enumerate(brighter)))
    status, output = run_bench(folder / "obj_dir" / "Vbep_inference_tb", folder)
    assert status != 0 and "FAIL: image" in output
