"""Features files: their bits, a run on one, and every way they can be wrong."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from bep_hw.data import datasets
from bep_hw.data.arrays import FOUR as ARRAYS
from bep_hw.data.samples import parts
from bep_hw.support.errors import ConfigError
from bep_hw.train.run import Run, fresh
from tests.helpers.command import call
from tests.helpers.feature_files import feature_arrays, write_features


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder of its own for every test; nothing is found outside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("BEP_HW_DATA", raising=False)
    return tmp_path


# Bits


def test_dataset(place):
    data = datasets.load(str(write_features(place / "some.npz")))
    assert [len(split) for split in (data.train, data.validation, data.test)] == [108, 12, 30]
    assert (data.width, data.classes) == (24, 3)
    for split in (data.train, data.validation, data.test):
        assert split.bits.dtype == np.uint8
        assert split.labels.dtype == np.int64
    assert np.all(data.train.bits.sum(axis=0) == 54), "each threshold is a median"
    assert data.checksum() == datasets.load(str(place / "some.npz")).checksum()


def test_thresholds_are_of_the_training_part_alone(place):
    arrays = feature_arrays()
    data = datasets.load(str(write_features(place / "some.npz")))
    labels = np.concatenate([arrays["train_labels"], arrays["test_labels"]])
    train, held, test = parts("some.npz", labels, ("0", "1", "2"), 30)
    assert sorted([*train, *held, *test]) == list(range(150))
    medians = np.median(arrays["train_features"][train], axis=0)

    changed = {name: arrays[name].copy() for name in ("train_features", "test_features")}
    changed["train_features"][held] += 100
    changed["test_features"] += 100
    other = datasets.load(str(write_features(place / "other.npz", changed)))
    assert np.array_equal(other.train.bits, data.train.bits)
    assert np.array_equal(data.train.bits, arrays["train_features"][train] >= medians)
    assert other.validation.bits.all() and other.test.bits.all()


def test_constant_features_are_an_error(place):
    values = {f"{part}_features": np.zeros((n, 2)) for part, n in (("train", 120), ("test", 30))}
    write_features(place / "some.npz", values)
    expect(["features: all are constant"])


def test_pixels_that_are_mostly_zero_are_not_constant(place):
    rng = np.random.default_rng(0)
    values = {
        f"{part}_features": rng.integers(1, 255, (n, 24)) * (rng.random((n, 24)) < 0.3)
        for part, n in (("train", 120), ("test", 30))
    }
    data = datasets.load(str(write_features(place / "some.npz", values)))
    assert data.width == 24
    assert np.all((data.train.bits.mean(axis=0) > 0.1) & (data.train.bits.mean(axis=0) < 0.5))


@pytest.mark.parametrize("kind", ["f2", "f8", "i4", "u1"])
def test_types(place, kind):
    arrays = feature_arrays()
    values = {name: (8 * arrays[name] + 64).astype(kind) for name in ARRAYS if "features" in name}
    labels = {name: arrays[name].astype("u1") for name in ARRAYS if "labels" in name}
    data = datasets.load(str(write_features(place / "some.npz", {**values, **labels})))
    assert data.train.labels.dtype == np.int64
    assert 0.4 < data.train.bits.mean() < 0.7


# Runs


def test_train(place):
    write_features(place / "some.npz")
    arguments = ("train", "--preset", "cifar10-35", "--dataset", "some.npz", "--batch-size", "10")
    assert call(*arguments, "--epochs", "2", "--out", "run") == 0
    values = json.loads((place / "run" / "summary.json").read_text())
    assert (values["dataset"], values["layers"]) == ("some.npz", [24, 35, 35])
    assert (values["classes"], values["samples_trained"]) == (3, 216)
    assert values["test_accuracy"] > 60


@pytest.mark.parametrize("name", ["cifar10", "imagenette"])
@pytest.mark.parametrize("found", ["cache", "option", "environment"])
def test_default_place(place, name, found, monkeypatch, capsys):
    folder = place / "cache" / "bep-hw" if found == "cache" else place / "data"
    write_features(folder / f"{name}.npz", width=4096, classes=10)
    if found == "environment":
        monkeypatch.setenv("BEP_HW_DATA", str(folder))
    chosen = ("--data", folder) if found == "option" else ()
    assert call("info", *chosen) == 0
    assert str(folder / f"{name}.npz") in capsys.readouterr().out
    arguments = ("train", "--preset", f"{name}-35", "--epochs", "1", "--out", "run")
    assert call(*arguments, *chosen) == 0
    assert json.loads((place / "run" / "summary.json").read_text())["layers"] == [4096, 35, 35]


def test_resume_takes_the_file(place, capsys):
    write_features(place / "some.npz")
    arguments = ("--preset", "rp-35", "--dataset", "some.npz", "--epochs", "2", "--out", "run")
    assert call("train", *arguments) == 0
    (place / "run" / "summary.json").unlink()
    assert call("train", "--resume", "run") == 0
    (place / "run" / "summary.json").unlink()
    write_features(place / "some.npz", seed=2)
    capsys.readouterr()
    assert call("train", "--resume", "run") == 2
    assert "another version of the data set some.npz" in capsys.readouterr().err


def test_a_run_looks_at_no_file():
    run = fresh("cifar10-35", {})
    run = dataclasses.replace(run, preset=dataclasses.replace(run.preset, dataset="none.npz"))
    run.check()
    assert Run.from_dict(run.to_dict()) == run


# Errors


def expect(words, name="some.npz", folder=None):
    with pytest.raises(ConfigError) as error:
        datasets.load(str(name), folder)
    assert "\n" not in str(error.value)
    for word in words:
        assert word in str(error.value)


def test_missing_file(place, capsys):
    for name in ("some.npz", "cifar10"):
        before = sorted(place.rglob("*"))
        assert call("train", "--preset", "cifar10-35", "--dataset", name) == 2
        line = capsys.readouterr().err
        assert line.startswith("bep-hw: error: ") and line.count("\n") == 1
        for word in (Path(name).stem, ".npz: no such file"):
            assert word in line
        assert ("sim/make_features.py" in line) == (name == "cifar10")
        assert sorted(place.rglob("*")) == before
    assert "sim/make_features.py imagenette" in datasets.get("imagenette").where(None)


@pytest.mark.parametrize("name", ARRAYS)
def test_missing_array(place, name):
    write_features(place / "some.npz", {name: None})
    expect(["some.npz", f"no array {name}", "a features file has train_features"])


LABELS = np.arange(120) % 3
FEATURES = feature_arrays()["train_features"]
WRONG = {
    "flat": ({"train_features": FEATURES[:, 0]}, ["train_features of shape (120,)"]),
    "images": ({"test_features": np.zeros((30, 3, 8))}, ["test_features of shape (30, 3, 8)"]),
    "no features": ({"train_features": FEATURES[:, :0]}, ["train_features of shape (120, 0)"]),
    "no samples": (
        {"test_features": np.zeros((0, 24)), "test_labels": LABELS[:0]},
        ["test_features of shape (0, 24)"],
    ),
    "one sample": (
        {"train_features": FEATURES[:1], "train_labels": LABELS[1:2]},
        ["1 class: at least 2"],
    ),
    "other width": ({"test_features": np.zeros((30, 23))}, ["of 23 columns", "has 24"]),
    "text": ({"train_features": FEATURES.astype(str)}, ["train_features of type <U", "numbers"]),
    "objects": ({"test_features": FEATURES.astype(object)}, ["not a whole features file"]),
    "NaN": (
        {"train_features": np.where(FEATURES > 1, np.nan, FEATURES)},
        ["train_features", "NaN"],
    ),
    "infinity": ({"test_features": np.full((30, 24), np.inf)}, ["test_features", "infinity"]),
    "fewer labels": ({"train_labels": LABELS[1:]}, ["train_labels of shape (119,)", "120"]),
    "one-hot": ({"train_labels": np.eye(3)[LABELS]}, ["train_labels of shape (120, 3)"]),
    "no labels": ({"train_labels": LABELS[:0]}, ["train_labels of shape (0,)"]),
    "real labels": ({"train_labels": LABELS / 2}, ["label 0.5", "whole number or a word"]),
    "unknown class": ({"test_labels": LABELS[:30] + 1}, ["label '3'", "no training sample has it"]),
    "one class": ({"train_labels": LABELS * 0}, ["1 class: at least 2"]),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_wrong_array(place, mistake):
    changes, words = WRONG[mistake]
    write_features(place / "some.npz", changes)
    expect(["some.npz: ", *words])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (np.array([0, 50, 7]), ("0", "7", "50")),
        (np.array([-1, 0, 1]), ("-1", "0", "1")),
        (np.array([1.0, 2.0, 10.0]), ("1", "2", "10")),
        (np.array(["b", "a", "c"]), ("a", "b", "c")),
        (np.array([5000, 5001, 5002]), ("5000", "5001", "5002")),
    ],
)
def test_labels_of_any_kind_become_classes(place, names, expected):
    labels = {"train_labels": names[LABELS], "test_labels": names[LABELS[:30]]}
    data = datasets.load(str(write_features(place / "some.npz", labels)))
    assert (data.classes, data.inputs.class_names) == (3, expected)
    assert sorted(set(data.train.labels.tolist())) == [0, 1, 2]


def test_named_data_set_of_another_shape(place):
    write_features(place / "cifar10.npz", width=9216, classes=10)
    expect(["cifar10.npz: 9216 features", "has 4096", "--data-file"], "cifar10", place)
    write_features(place / "cifar10.npz", width=4096, classes=11)
    expect(["cifar10.npz", "label 10", "below 10"], "cifar10", place)


def test_damaged_file(place):
    path = place / "some.npz"
    whole = write_features(path).read_bytes()
    for keep in (0, 3, 100, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:keep])
        expect(["some.npz: is not a whole features file"])
    for position in (5000, len(whole) // 2):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 16]) + whole[position + 1 :])
        expect(["some.npz: is not a whole features file"])
    path.write_bytes(whole.replace(b"'shape': (120, 24)", b"'shape': (120, 24["))
    expect(["some.npz: is not a whole features file"])  # numpy reads headers with a tokenizer
    with open(path, "wb") as stream:
        np.save(stream, FEATURES)
    expect(["some.npz: is not a whole features file"])
    path.unlink()
    path.mkdir()
    expect(["some.npz: cannot be read", "directory"])
