"""Series as bits: windows, thermometers, folds, and .ts files that are damaged or do not fit."""

import numpy as np
import pytest

from bep_hw.data import datasets, series
from bep_hw.data.series_encoder import encode
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError
from tests.helpers.idx_files import write_images
from tests.helpers.ts_files import write_ts


def codes_of(values, thresholds, window):
    """The thermometers of one series by loops: a list of windows, each a list of bits."""
    features, length = np.shape(values)
    steps = -(-length // window)
    columns = [0] * (steps * window - length) + list(range(length))  # the first value repeats
    return [
        [
            int(values[f][t] >= threshold)
            for t in columns[first : first + window]
            for f in range(features)
            for threshold in thresholds[f]
        ]
        for first in range(0, len(columns), window)
    ]


@pytest.mark.parametrize("window", [1, 2, 3, 7])
def test_windows_and_thermometers(window):
    rng = np.random.default_rng(window)
    values = [rng.normal(size=(2, length)) for length in (7, 3, 1)]
    thresholds = series.quantiles(values, 4)
    assert thresholds.shape == (2, 4)
    encoded = encode(values, thresholds, Encoding(window=window, thermometer=4), 9)
    assert encoded.shape == (3, -(-7 // window), 9)
    for one, own, code in zip(values, encoded.steps, encoded.codes, strict=True):
        expected = codes_of(one.tolist(), thresholds.tolist(), window)
        assert own == len(expected)
        assert code[len(code) - own :].tolist() == expected
        assert not code[: len(code) - own].any()


def test_quantiles_are_those_of_all_time_steps():
    values = [np.array([[0.0, 1, 2]]), np.array([[3.0, np.nan]])]
    assert series.quantiles(values, 1).tolist() == [[1.5]]
    assert series.quantiles(values, 3).tolist() == [[0.75, 1.5, 2.25]]


def test_no_threshold_is_the_smallest_value():
    """Bit = value >= threshold: at the smallest value it would be 1 always."""
    values = [np.array([[0.0, 0, 0, 0, 0, 3, 5]]), np.array([[0.0, 0, np.nan]])]
    assert series.quantiles(values, 1).tolist() == [[3]]
    assert series.quantiles(values, 3).tolist() == [[3, 3, 3]]
    assert series.quantiles([np.full((1, 4), 2.0)], 2).tolist() == [[2, 2]], "a constant"


def test_constant_features_are_known():
    values = [np.array([[0.0, 0, 1], [4, 4, 4]]), np.array([[0.0], [np.nan]])]
    assert series.constant(values) == (2,)


def test_a_missing_value_is_below_all_thresholds():
    encoded = encode(
        [np.array([[np.nan, 5.0]])], np.array([[0.0, 1.0]]), Encoding(thermometer=2), 4
    )
    assert encoded.codes.tolist() == [[[0, 0], [1, 1]]]


def test_expansion_is_a_sign():
    rng = np.random.default_rng(0)
    values = [rng.normal(size=(3, 5)) for _ in range(6)]
    encoded = encode(values, series.quantiles(values, 3), Encoding(thermometer=3), 11)
    assert set(np.unique(encoded.expansion)) == {-1, 1}
    for index in (slice(1, 4), np.array([5, 0])):
        some = encoded[index]
        for code, bits in zip(encoded.codes[index], some.bits, strict=True):
            for step, bit in zip(code, bits, strict=True):
                sums = [
                    sum(int(w) * (2 * int(c) - 1) for w, c in zip(row, step, strict=True))
                    for row in encoded.expansion
                ]
                assert bit.tolist() == [int(x >= 0) for x in sums]
        assert np.array_equal(some.steps, encoded.steps[index])


def test_own_steps_are_the_last_ones():
    values = [np.zeros((1, 3)), np.zeros((1, 1))]
    own = encode(values, np.zeros((1, 1)), Encoding(thermometer=1), 2)[:].own
    assert own.tolist() == [[True, True, True], [False, False, True]]


@pytest.mark.parametrize(
    ("name", "count", "classes", "steps"),
    [("ItalyPowerDemand", 1096, 2, 24), ("JapaneseVowels", 640, 9, 29)],
)
def test_shipped_sets(name, count, classes, steps):
    folds = [datasets.get(name).load(None, seed, Encoding(), 35) for seed in (1, 2, 3, 4)]
    assert folds[0].checksum() == folds[3].checksum() != folds[1].checksum()
    for data in folds:
        assert (data.classes, data.steps, data.width) == (classes, steps, 35)
        assert len(data.train) + len(data.validation) + len(data.test) == count
        assert abs(len(data.test) - count / 3) < classes
    tests = [data.test.bits.codes for data in folds[:3]]
    assert sum(map(len, tests)) == count, "every series is in one of the three tests"


def test_thresholds_see_the_training_part_alone():
    data = datasets.get("ItalyPowerDemand").load(None, 1, Encoding(thermometer=1), 35)
    ones = data.train.bits.codes.mean()
    assert abs(ones - 0.5) < 0.001, "a median"
    assert abs(data.test.bits.codes.mean() - 0.5) > 0.0001


def test_mnist_rows():
    data = datasets.get("mnist-rows").load(None, 1, Encoding(thermometer=2), 35)
    assert [len(s) for s in (data.train, data.validation, data.test)] == [3600, 400, 1000]
    assert (data.classes, data.width) == (10, 35)
    assert data.steps <= 28
    assert all(np.bincount(data.test.labels) == 100)


def test_fashion_rows(tmp_path):
    source = datasets.get("fashion-mnist-rows")
    data = source.load(write_images(tmp_path / "images"), 1, Encoding(thermometer=1), 35)
    assert [len(s) for s in (data.train, data.validation, data.test)] == [90, 10, 20]
    assert (data.classes, data.steps, data.width) == (10, 28, 35)


def test_two_files_are_one_set(tmp_path):
    first = write_ts(tmp_path / "Two_TRAIN.ts", count=40)
    second = write_ts(tmp_path / "Two_TEST.ts", count=20, seed=1)
    for path in (first, second):
        data = datasets.get(str(path)).load(None, 1, Encoding(), 8)
        assert sum(map(len, (data.train, data.validation, data.test))) == 60
    second.unlink()
    data = datasets.get(str(tmp_path / "./Two_TRAIN.ts")).load(None, 1, Encoding(), 8)
    assert sum(map(len, (data.train, data.validation, data.test))) == 40


def test_archive_folder(tmp_path):
    write_ts(tmp_path / "Wafer" / "Wafer_TRAIN.ts")
    source = datasets.get("Wafer")
    assert "missing" in source.where(None)
    assert str(tmp_path) in source.where(tmp_path)
    assert len(source.load(tmp_path, 1, Encoding(), 8).test) == 20
    with pytest.raises(ConfigError, match=r"data set Wafer: no Wafer/.*: name a folder"):
        source.load(None, 1, Encoding(), 8)


def test_variable_lengths(tmp_path):
    path = write_ts(tmp_path / "a.ts", lengths=(2, 10))
    data = datasets.get(str(path)).load(None, 1, Encoding(window=2), 8)
    assert data.steps == 5
    assert set(data.train.bits.steps) <= {1, 2, 3, 4, 5}
    assert len(set(data.train.bits.steps)) > 2


BAD_FILES = {
    "not there": (None, "no such series file"),
    "empty": ("", "has no series"),
    "binary": (b"\x00\xff\xfe" * 50, "is not a whole series file"),
    "no data": ("@problemName a\n@classLabel true 1 2\n", "has no series"),
    "no labels": (
        "@problemName a\n@univariate true\n@equalLength true\n@classLabel false\n@data\n1,2,3\n",
        "bad.ts",
    ),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_bad_file(tmp_path, case):
    content, words = BAD_FILES[case]
    path = tmp_path / "bad.ts"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError, match=r"bad\.ts") as error:
        datasets.load(str(path), encoding=Encoding(), width=8)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"count": 12}, "9 samples to train on: at least 10"),
        ({"classes": 1}, "1 class: at least 2"),
        ({"count": 41, "classes": 2, "rare": 1}, "has 1 samples: too few"),
        ({"infinite": True}, "infinity: must be finite"),
    ],
)
def test_unsuitable_file(tmp_path, options, words):
    path = write_ts(tmp_path / "a.ts", **options)
    with pytest.raises(ConfigError, match=words):
        datasets.load(str(path), encoding=Encoding(), width=8)


def test_halves_that_disagree(tmp_path):
    write_ts(tmp_path / "A_TEST.ts", features=2)
    path = write_ts(tmp_path / "A_TRAIN.ts")
    with pytest.raises(ConfigError, match=r"series of \[1, 2\] features: must agree"):
        datasets.load(str(path), encoding=Encoding(), width=8)


@pytest.mark.parametrize("values", [{"window": 0}, {"thermometer": 0}, {"thermometer": 1001}])
def test_bad_encoding(values):
    with pytest.raises(ConfigError, match=r" (0|1001): must be"):
        Encoding(**values)
