"""Sets that other packages bring, by their names alone."""

import numpy as np
import pytest

from bep_hw.data import archive, datasets, design, tabular
from bep_hw.support.errors import ConfigError


@pytest.mark.parametrize(
    "name, features, classes, samples",
    [
        ("iris", 4, ("setosa", "versicolor", "virginica"), 150),
        ("wine", 13, ("class_0", "class_1", "class_2"), 178),
        ("breast_cancer", 30, ("benign", "malignant"), 569),
        ("three_blobs", 2, ("0", "1", "2"), 150),
    ],
)
def test_a_name_is_enough(name, features, classes, samples):
    made = design.new(None, {"dataset": name})
    data = datasets.load(name, encoding=made.encoding)
    assert made.network.layers[0] == data.width > features
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


@pytest.mark.parametrize("name", archive.SHIPPED)
def test_series_of_aeon_by_name(name):
    made = design.new(None, {"dataset": name})
    assert made.recurrent and 4 <= made.network.steps <= 7


def test_a_set_that_is_not_listed(monkeypatch):
    monkeypatch.delitem(datasets.SOURCES, "GunPoint")
    assert datasets.get("GunPoint").kind == "series"
    with pytest.raises(ConfigError, match="data set 'GunPoints': must be one of"):
        datasets.get("GunPoints")
