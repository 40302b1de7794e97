"""Samples that a trained network has never seen become bits as those of the training did."""

import json

import numpy as np
import pytest

from bep_hw.data import datasets, own
from bep_hw.data.inputs import Inputs
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError
from tests.helpers.ts_files import write_ts

ROWS = [
    (number / 7, ("dry", "wet", "hot")[number % 3], number % 5, ("no", "yes")[number % 2])
    for number in range(60)
]


def write(path, columns, rows=ROWS, header=True):
    """A table of some of the columns size, weather, count and label."""
    names = ["size", "weather", "count", "label"]
    places = [names.index(name) for name in columns]
    lines = [",".join(columns)] if header else []
    lines += [",".join(str(row[place]) for place in places) for row in rows]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def table(tmp_path):
    """(Dataset, path) of a table with numbers and texts."""
    path = write(tmp_path / "train.csv", ["size", "label", "weather", "count"])
    return datasets.load(str(path), encoding=Encoding(thermometer=4), label="label"), path


def test_the_training_file_gives_the_same_bits(table):
    data, path = table
    bits, labels = own.read_known(path, data.inputs)
    samples = own.reader(path).read(path, "label")
    assert np.array_equal(bits, data.inputs.encoder.encode(samples.values))
    assert [data.inputs.class_names[label] for label in labels] == samples.labels


def test_columns_in_any_order_and_without_the_label(table, tmp_path):
    data, path = table
    bits, _ = own.read_known(path, data.inputs)
    other = write(tmp_path / "b.csv", ["count", "weather", "size"])
    found, labels = own.read_known(other, data.inputs)
    assert labels is None and np.array_equal(found, bits)


def test_a_table_without_names(tmp_path):
    order = ["weather", "count", "size", "label"]
    path = write(tmp_path / "a.csv", order, header=False)
    data = datasets.load(str(path))
    bits, labels = own.read_known(path, data.inputs)
    assert labels.tolist() == [number % 2 for number in range(60)]
    bare = write(tmp_path / "b.csv", order[:3], header=False)
    found, none = own.read_known(bare, data.inputs)
    assert none is None and np.array_equal(found, bits)


def test_a_class_that_training_had_not_is_none_of_them(table, tmp_path):
    data, _ = table
    rows = [(1.0, "dry", 1, "maybe"), (1.0, "dry", 1, "yes")]
    path = write(tmp_path / "b.csv", ["size", "weather", "count", "label"], rows)
    assert own.read_known(path, data.inputs)[1].tolist() == [2, 1]


@pytest.mark.parametrize(
    "columns, rows, words",
    [
        (["size", "weather"], ROWS, "no column 'count'"),
        (["size", "weather", "count"], [(1, "cold", 2, "")], "line 2, column 'weather': 'cold'"),
        (["size", "weather", "count"], [("", "dry", 2, "")], "column 'size': the value is missing"),
        (["size", "weather", "count"], [("x", "dry", 2, "")], "'x': must be a number"),
        (["size", "weather", "count"], [], "has no samples"),
    ],
)
def test_bad_tables(table, tmp_path, columns, rows, words):
    data, _ = table
    path = write(tmp_path / "bad.csv", columns, rows)
    with pytest.raises(ConfigError) as error:
        own.read_known(path, data.inputs)
    assert words in str(error.value) and str(path) in str(error.value)


def test_another_kind_of_file(table, tmp_path):
    data, _ = table
    np.save(tmp_path / "new_X.npy", np.zeros((3, 2)))
    with pytest.raises(ConfigError, match="2 of them: must be the 5"):
        own.read_known(tmp_path / "new_X.npy", data.inputs)
    path = tmp_path / "new.ts"
    write_ts(path)
    with pytest.raises(ConfigError, match="not on series"):
        own.read_known(path, data.inputs)


def test_written_and_read_again(table):
    inputs = table[0].inputs
    again = Inputs.from_dict(json.loads(json.dumps(inputs.to_dict())))
    assert again.to_dict() == inputs.to_dict()
    for missing in inputs.to_dict():
        values = inputs.to_dict()
        del values[missing]
        with pytest.raises(ConfigError, match="damaged"):
            Inputs.from_dict(values)


def test_series_written_and_read_again():
    data = datasets.load("ItalyPowerDemand", encoding=Encoding(window=4), width=16)
    inputs = Inputs.from_dict(json.loads(json.dumps(data.inputs.to_dict())))
    rng = np.random.default_rng(0)
    values = [rng.normal(size=(1, 24)) for _ in range(5)]
    first, second = (one.encoder.encode(values)[:] for one in (data.inputs, inputs))
    assert np.array_equal(first.bits, second.bits)
    values = inputs.to_dict()
    values["encoder"]["thresholds"] = [1.0]
    with pytest.raises(ConfigError, match="damaged"):
        Inputs.from_dict(values)
