"""A table of one's own: trained without a preset, then new samples are classified."""

import csv
import json

import numpy as np
import pytest

from bep_hw.train.trained import read_run
from tests.helpers.command import call

FEW = ("--layers", "12", "--epochs", "5", "--thermometer", "4")


@pytest.fixture
def run(table, tmp_path):
    """Folder of a run on a.csv."""
    assert call("train", "--data-file", "a.csv", "--label", "kind", *FEW, "--out", "run") == 0
    return tmp_path / "run"


def lines(path):
    with open(path) as stream:
        return list(csv.DictReader(stream))


def test_what_was_chosen_is_said_unless_the_user_chose(table, tmp_path, capsys):
    assert call("train", "--data-file", "a.csv", "--label", "kind", *FEW) == 0
    said = [line.split(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert said[:7] == [
        "--encoding folded",
        "--batch-size 14",
        "--group 3",
        "--patience 15",
        "--gate-ratio 0.5",
        "--tile 12x12",
        "--lanes 12",
    ]
    found = json.loads((tmp_path / "runs" / "a-golden-s1" / "summary.json").read_text())
    assert (found["preset"], found["layers"], found["batch_size"]) == ("a", [8, 12], 14)


def test_test_samples_of_the_run(run, capsys):
    assert call("predict", run) == 0
    found = json.loads((run / "summary.json").read_text())
    assert f"accuracy {found['test_accuracy']:.2f} %" in capsys.readouterr().out
    rows = lines(run / "predictions.csv")
    right = np.mean([row["prediction"] == row["label"] for row in rows])
    assert round(100 * right, 2) == round(found["test_accuracy"], 2)
    assert {row["prediction"] for row in rows} <= {"low", "high"}


def test_a_file_with_labels_and_one_without(run, tmp_path, capsys):
    assert call("predict", run, "--data-file", "a.csv", "--out", "all.csv") == 0
    output = capsys.readouterr().out
    rows = lines(tmp_path / "all.csv")
    right = sum(row["prediction"] == row["label"] for row in rows)
    assert f"accuracy {right / 2:.2f} %: {right} of 200 samples" in output
    assert "low" in output and "of 100" in output
    bare = [line.partition(",")[2] for line in (tmp_path / "a.csv").read_text().splitlines()]
    (tmp_path / "b.csv").write_text("\n".join(bare))
    assert call("predict", run, "--data-file", "b.csv", "--out", "bare.csv") == 0
    assert "200 samples, whose classes the file does not say" in capsys.readouterr().out
    found = lines(tmp_path / "bare.csv")
    assert list(found[0]) == ["sample", "prediction", "lead"]
    assert [row["lead"] for row in found] == [row["lead"] for row in rows]


def test_leads_are_those_of_the_logits(run, tmp_path):
    assert call("predict", run) == 0
    trained = read_run(run)
    from bep_hw.data import datasets
    from bep_hw.spec.encoding import Encoding

    test = datasets.load(str(tmp_path / "a.csv"), encoding=Encoding(thermometer=4), label="kind")
    logits = np.sort(trained.golden().logits(test.test.bits).astype(int), axis=1)
    assert [int(row["lead"]) for row in lines(run / "predictions.csv")] == (
        logits[:, -1] - logits[:, -2]
    ).tolist()


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("nowhere",), "nowhere: holds no weights.npz"),
        (("run", "--data-file", "c.csv"), "c.csv: no such file"),
        (("run", "--data-file", "c.xyz"), "c.xyz: an unknown kind of file"),
        (("run", "--label", "kind"), "is for a table, --data-file"),
        (("run", "--data-file", "short.csv"), "no column 'y'"),
        (("run", "--out", "a.csv/x"), "cannot be written"),
    ],
)
def test_bad_input(run, tmp_path, capsys, arguments, words):
    (tmp_path / "short.csv").write_text("x\n1\n2\n")
    assert call("predict", *arguments) == 2
    error = capsys.readouterr().err
    assert words in error and error.count("\n") == 1


def test_without_inputs_a_file_must_have_bits(run, tmp_path, capsys):
    (run / "inputs.json").unlink()
    np.save(tmp_path / "new_X.npy", np.zeros((3, 5)))
    assert call("predict", run, "--data-file", "new_X.npy") == 2
    assert "5 of them: must be the 8" in capsys.readouterr().err
    (run / "inputs.json").write_text("{}")
    assert call("predict", run) == 2
    assert "inputs.json: is not a whole file of inputs" in capsys.readouterr().err


def test_emit_without_a_preset(table, tmp_path):
    assert call("emit", "--data-file", "a.csv", "--label", "kind", *FEW[:2], "-o", "core") == 0
    manifest = json.loads((tmp_path / "core" / "manifest.json").read_text())
    assert manifest["network"]["layers"][1:] == [12]
    assert call("emit", "--inference", tmp_path / "none", "-o", "core") == 2


def test_something_must_be_named(capsys):
    assert call("train") == 2
    assert "--preset, --dataset or --data-file" in capsys.readouterr().err


def test_images_with_filters(tmp_path, monkeypatch, capsys):
    """The filters are kept with the run: another file of images is encoded by them."""
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(0)
    labels = np.arange(240) % 2
    stripes = np.indices((6, 8))[labels] // 2 % 2  # along the rows, or along the columns
    pixels = (150 * stripes + rng.integers(90, size=stripes.shape)).astype(np.uint8)
    np.savez("a.npz", X=pixels, y=labels)
    np.savez("other.npz", X=pixels[::-3])
    options = ("--encoding", "filters", "--filters", "6", "--cell", "3", "--layers", "12")
    assert call("train", "--data-file", "a.npz", *options, "--epochs", "2", "--out", "run") == 0
    assert call("train", "--resume", "run", "--epochs", "5") == 0
    found = json.loads((tmp_path / "run" / "summary.json").read_text())
    assert (found["filters"], found["layers"], found["epochs"]) == (6, [36, 12], 5)
    assert found["test_accuracy"] > 80
    assert call("predict", "run", "--data-file", "other.npz", "--out", "other.csv") == 0
    rows = lines(tmp_path / "other.csv")
    assert np.mean([int(row["prediction"]) for row in rows] == labels[::-3]) > 0.8
