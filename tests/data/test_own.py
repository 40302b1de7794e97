"""A user's own data: tables, arrays, images and series, good ones and bad ones."""

import json

import numpy as np
import pytest

from bep_hw.data import datasets, design, own
from bep_hw.data.inputs import Inputs
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError
from bep_hw.train import session
from bep_hw.train.run import Run, fresh, resumed

COLOURS = ("red", "green", "blue")


def rows(count=60, seed=0):
    """(label, length, colour) of `count` plants: the length tells the label."""
    rng = np.random.default_rng(seed)
    for number in range(count):
        label = number % 2
        yield ("rose", "tulip")[label], round(rng.normal(3 * label, 0.5), 3), COLOURS[number % 3]


def write_csv(path, separator=",", header=True, **options):
    lines = [separator.join(("kind", "length", "colour"))] if header else []
    lines += [separator.join(map(str, row)) for row in rows(**options)]
    path.write_text("\n".join(lines) + "\n")
    return path


def load(path, label=None, **options):
    return datasets.load(str(path), label=label, **options)


def refused(path, *words, **options):
    with pytest.raises(ConfigError) as error:
        load(path, **options)
    assert "\n" not in str(error.value)
    for word in words:
        assert word in str(error.value)


# Tables


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_table(tmp_path, name, separator):
    data = load(write_csv(tmp_path / name, separator), "kind")
    assert (data.classes, data.inputs.class_names) == (2, ("rose", "tulip"))
    assert [len(split) for split in (data.train, data.validation, data.test)] == [43, 5, 12]
    assert data.width == 1 + len(COLOURS), "one bit of the length, one of each colour"
    right = data.test.bits[:, 0] == data.test.labels
    assert right.mean() > 0.9


def test_the_last_column_is_the_label_unless_told(tmp_path):
    data = load(write_csv(tmp_path / "a.csv"))
    assert data.inputs.class_names == ("blue", "green", "red")


def test_table_without_a_header(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("".join(f"{length},{length + 1},{kind}\n" for kind, length, _ in rows()))
    assert load(path).width == 2
    assert load(path, "3").inputs.class_names == ("rose", "tulip")


def test_thermometer_of_a_table(tmp_path):
    data = load(write_csv(tmp_path / "a.csv"), "kind", encoding=Encoding(thermometer=4))
    assert data.width == 4 + len(COLOURS)


def test_a_table_with_classes_on_both_sides_is_folded(tmp_path):
    lines = (
        f"{size},{size * 7 % 11},{'far' if abs(size) > 20 else 'near'}" for size in range(-40, 41)
    )
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines))
    preset = design.new(None, {"data_file": path, "layers": "12,12"}, None, (said := []).append)
    assert preset.encoding == Encoding(name="folded", thermometer=100)
    data = datasets.load(str(path), encoding=preset.encoding)
    assert data.encoder.folded == 1 and set(data.encoder.columns) == {0}
    assert preset.network.layers == (data.width, 12, 12)
    reasons = {reason.option: reason.why for reason in said}
    assert reasons["encoding"] == f"2 features, 1 of them folded, become {data.width} bits"
    again = Inputs.from_dict(json.loads(json.dumps(data.inputs.to_dict())))
    assert np.array_equal(own.read_known(path, again)[0], own.read_known(path, data.inputs)[0])
    assert again.encoder == data.encoder


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: "", ["is empty"]),
        (lambda text: text.splitlines()[0], ["has no samples"]),
        (lambda text: text.replace(",red", "", 1), ["line 2", "2 cells: must be 3"]),
        (lambda text: text.replace(",red", ",", 1), ["line 2", "'colour'", "missing"]),
        (lambda text: text.replace("rose", "tulip"), ["1 class"]),
        (lambda text: text + "rose,inf,red\n", ["line 62", "'length'", "finite"]),
        (lambda text: text + "rose,long,red\n", ["line 62", "'length'", "must be a number"]),
        (lambda text: text.replace("colour", "length", 1), ["two columns", "'length'"]),
    ],
    ids=range(8),
)
def test_bad_table(tmp_path, change, words):
    path = write_csv(tmp_path / "a.csv")
    path.write_text(change(path.read_text()))
    refused(path, "a.csv", *words, label="kind")


def test_wrong_label_and_binary_table(tmp_path):
    path = write_csv(tmp_path / "a.csv")
    refused(path, "label 'sort'", "kind, length, colour", label="sort")
    path.write_bytes(b"\xff\xfe\x00" * 20)
    refused(path, "is not a table of text")
    refused(tmp_path / "none.csv", "no such file")


# Arrays


def test_pair_of_arrays(tmp_path):
    rng = np.random.default_rng(0)
    labels = np.arange(60) % 3
    np.save(tmp_path / "mine_X.npy", labels[:, None] + rng.normal(0, 0.1, (60, 5)))
    np.save(tmp_path / "mine_y.npy", labels)
    for name in ("mine_X.npy", "mine_y.npy"):
        assert (load(tmp_path / name).width, load(tmp_path / name).classes) == (5, 3)
    np.save(tmp_path / "mine_y.npy", labels[1:])
    refused(tmp_path / "mine_X.npy", "one label for each of 60 samples")
    (tmp_path / "mine_y.npy").unlink()
    refused(tmp_path / "mine_X.npy", "mine_y.npy: no such file")
    np.save(tmp_path / "other.npy", labels)
    refused(tmp_path / "other.npy", "must be called NAME_X.npy")


def test_truth_values_and_a_single_split(tmp_path):
    labels = np.arange(60) % 2
    features = np.stack([labels == 1, labels == 0, np.arange(60) % 3 == 0], axis=1)
    np.savez(tmp_path / "a.npz", X=features, y=labels)
    data = load(tmp_path / "a.npz")
    assert (data.width, len(data.test)) == (3, 12)
    assert np.array_equal(data.test.bits[:, 0], data.test.labels)


# Images and series


def test_folder_of_images(tmp_path):
    image = pytest.importorskip("PIL.Image")
    rng = np.random.default_rng(0)
    for name, bright in (("night", 40), ("day", 200)):
        (tmp_path / "sky" / name).mkdir(parents=True)
        for number in range(20):
            pixels = np.clip(rng.normal(bright, 20, (6, 8)), 0, 255).astype(np.uint8)
            image.fromarray(pixels).save(tmp_path / "sky" / name / f"{number}.png")
    data = load(tmp_path / "sky")
    assert (data.width, data.inputs.class_names) == (48, ("day", "night"))
    image.fromarray(np.zeros((5, 8), np.uint8)).save(tmp_path / "sky" / "day" / "x.png")
    refused(tmp_path / "sky", "x.png", "is 8x5: must be 8x6")
    (tmp_path / "sky" / "day" / "x.png").write_bytes(b"no image")
    refused(tmp_path / "sky", "x.png", "is not a whole image")
    (tmp_path / "empty").mkdir()
    refused(tmp_path / "empty", "has no images")


def test_a_pair_of_tsv_files_is_a_set_of_series(tmp_path):
    rng = np.random.default_rng(0)
    for part, count in (("TRAIN", 40), ("TEST", 20)):
        lines = [
            "\t".join(map(str, (n % 2 + 1, *np.sin(np.arange(12) * (1 + n % 2) + rng.random()))))
            for n in range(count)
        ]
        (tmp_path / f"Waves_{part}.tsv").write_text("\n".join(lines) + "\n")
    data = load(tmp_path / "Waves_TRAIN.tsv", encoding=Encoding(window=3), width=15)
    assert (data.steps, data.classes, len(data.test)) == (4, 2, 20)
    (tmp_path / "Waves_TEST.tsv").unlink()
    refused(
        tmp_path / "Waves_TRAIN.tsv", "both must be there", encoding=Encoding(window=3), width=15
    )


# Runs


def test_a_run_on_a_table(tmp_path):
    path = write_csv(tmp_path / "a.csv")
    options = {"data_file": path, "label": "kind", "thermometer": 4, "layers": "12,12"}
    run = fresh("rp-35", options)
    preset = run.preset
    assert (preset.dataset, preset.label, preset.encoding.thermometer) == (str(path), "kind", 4)
    assert preset.network.layers == (4 + len(COLOURS), 12, 12)
    assert preset.training.group == 6, "the largest divisor of 12 up to the preset's 7"
    assert Run.from_dict(run.to_dict()) == run
    assert resumed(run.to_dict(), None, {}, "there") == run
    assert session.load_data(run).width == 4 + len(COLOURS)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"data_file": "none.csv"}, "none.csv: no such file"),
        ({"data_file": "a.csv", "dataset": "digits"}, "cannot be given with --dataset"),
        ({"data_file": "a.csv", "window": 3}, "window 3: only series"),
        ({"data_file": "a.xyz"}, "must be one of digits.*or \\*.npz"),
        ({"label": "kind"}, "only tables have a label column"),
        ({"thermometer": 3}, "thermometer 3: .* has samples that are bits"),
    ],
    ids=range(6),
)
def test_bad_options(tmp_path, monkeypatch, options, words):
    monkeypatch.chdir(tmp_path)
    write_csv(tmp_path / "a.csv")
    with pytest.raises(ConfigError, match=words):
        fresh("rp-35", options)
