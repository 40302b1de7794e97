"""The public names of `import bep_hw`: lazy, complete, documented, and their examples run."""

import doctest
import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

import bep_hw

LARGE = ("numpy", "amaranth", "sklearn", "rich", "typer")


def test_import_is_light():
    code = f"import bep_hw, sys; print([m for m in {LARGE} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("name", bep_hw.__all__)
def test_every_name_is_there_and_documented(name):
    value = getattr(bep_hw, name)
    assert name in dir(bep_hw)
    assert name == "__version__" or inspect.getdoc(value)


def test_unknown_name():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        bep_hw.nothing  # noqa: B018


def test_type_checkers_see_every_name():
    source = inspect.getsource(bep_hw)
    block = source[source.index("if TYPE_CHECKING") : source.index("__version__ =")]
    for name in bep_hw.__all__:
        assert name == "__version__" or name in block
    assert (importlib.resources.files("bep_hw") / "py.typed").is_file()


@pytest.mark.parametrize(
    "module", ["bep_hw", "bep_hw.build.api", "bep_hw.train.estimator", "bep_hw.train.regressor"]
)
def test_examples(module):
    result = doctest.testmod(importlib.import_module(module))
    assert result.attempted and not result.failed


def test_guide(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    guide = Path(__file__).parents[1] / "docs" / "guide" / "python_api.md"
    result = doctest.testfile(str(guide), module_relative=False)
    assert result.attempted and not result.failed


def test_without_scikit_learn(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.base", None)
    monkeypatch.delitem(sys.modules, "bep_hw.train.estimator", raising=False)
    with pytest.raises(ImportError, match="needs scikit-learn"):
        bep_hw.BEPClassifier  # noqa: B018


def test_train_and_resume(tmp_path, capsys):
    summary = bep_hw.train("digits", tmp_path / "run", epochs=1, layers=(27, 27), seed=3)
    assert summary == json.loads((tmp_path / "run" / "summary.json").read_text())
    assert summary["layers"] == [256, 27, 27] and summary["seed"] == 3
    assert bep_hw.resume(tmp_path / "run") == summary
    assert capsys.readouterr().out == ""
    with pytest.raises(bep_hw.ConfigError, match="holds a finished run"):
        bep_hw.train("digits", tmp_path / "run")
    with pytest.raises(bep_hw.ConfigError, match="option colour"):
        bep_hw.train("digits", tmp_path / "other", colour="red")


def test_a_preset_instead_of_a_name(tmp_path):
    preset = bep_hw.preset("digits").with_training(epochs=1).with_hidden((27, 27))
    one = bep_hw.train(preset, tmp_path / "one", verbose=False)
    two = bep_hw.train("digits", tmp_path / "two", epochs=1, layers="27,27")
    assert one["weights_sha256"] == two["weights_sha256"]


def test_emit(tmp_path):
    paths = bep_hw.emit(tmp_path / "core", "digits", layers=(27, 27), tile=(8, 16), lanes=8)
    assert paths[-1].name == "manifest.json" and paths[-1].parent == tmp_path / "core"
    with pytest.raises(bep_hw.ConfigError, match="one of them must be given"):
        bep_hw.emit(tmp_path / "core")
    with pytest.raises(bep_hw.ConfigError, match="bus axi: cannot be given with inference"):
        bep_hw.emit(tmp_path / "core", inference=tmp_path, bus="axi")


def test_emit_a_fitted_classifier(tmp_path):
    from sklearn.datasets import load_iris

    X, y = load_iris(return_X_y=True)
    classifier = bep_hw.BEPClassifier(hidden_layers=(21, 21), epochs=3, random_state=1).fit(X, y)
    classifier.save(tmp_path / "run", X[::2], y[::2])
    paths = bep_hw.emit(tmp_path / "rtl", inference=tmp_path / "run", tile=(8, 16))
    manifest = json.loads(paths[-1].read_text())
    assert manifest["tile"] == [8, 16]
    assert manifest["images"] == len(classifier._samples)
    assert manifest["images_right"] / manifest["images"] == pytest.approx(
        manifest["test_accuracy"] / 100
    )


def test_build_of_an_unknown_board(tmp_path):
    with pytest.raises(bep_hw.ConfigError, match="board"):
        bep_hw.build_bitstream("digits", "nothing", tmp_path)
