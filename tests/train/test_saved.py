"""A fitted BEPClassifier as a run folder, and back."""

import json

import numpy as np
import pytest
from sklearn.datasets import load_iris
from sklearn.exceptions import NotFittedError

from bep_hw.support.errors import ConfigError
from bep_hw.train import outputs, saved
from bep_hw.train.estimator import BEPClassifier
from bep_hw.train.trained import read_run

X, Y = load_iris(return_X_y=True)
NAMES = np.array(["setosa", "versicolor", "virginica"])


@pytest.fixture(params=["int", "str", "object"])
def fitted(request):
    labels = {"int": Y + 3, "str": NAMES[Y], "object": NAMES[Y].astype(object)}[request.param]
    return BEPClassifier(hidden_layers=(21, 21), epochs=4, random_state=1).fit(X, labels)


def test_folded_features_there_and_back(tmp_path):
    features = np.random.default_rng(1).normal(size=(300, 2))
    labels = ((features**2).sum(axis=1) > 1.4).astype(int)
    options = {"hidden_layers": (21,), "epochs": 4, "random_state": 1, "thermometer_bits": 10}
    made = BEPClassifier(encoder="folded", **options).fit(features, labels)
    assert made.encoder_.folded == 2
    made.save(tmp_path / "run")
    back = BEPClassifier.load(tmp_path / "run")
    assert back.encoder_ == made.encoder_
    assert np.array_equal(back.predict(features), made.predict(features))


def test_there_and_back(fitted, tmp_path):
    folder = tmp_path / "run"
    assert fitted.save(folder) is fitted
    back = BEPClassifier.load(folder)
    assert back.get_params() == {**fitted.get_params(), "random_state": 1}
    assert back.classes_.dtype == fitted.classes_.dtype
    assert np.array_equal(back.predict(X), fitted.predict(X))
    assert back.history_ == fitted.history_
    assert back.weights_sha256_ == fitted.weights_sha256_
    labels = fitted.predict(X)
    assert (
        back.partial_fit(X, labels).weights_sha256_ == fitted.partial_fit(X, labels).weights_sha256_
    )
    back.save(folder, force=True)
    summary = json.loads((folder / "summary.json").read_text())
    assert summary["samples_trained"] == 4 * 150 + 150 and summary["epochs"] == 5


@pytest.mark.parametrize("tested_on", ["training samples", "held-out samples", "given samples"])
def test_the_command_line_reads_it(fitted, tested_on, tmp_path):
    labels = fitted.classes_[Y]
    if tested_on == "held-out samples":
        fitted.set_params(validation_fraction=0.2).fit(X, labels)
    fitted.save(tmp_path, *((X[:70], labels[:70]) if tested_on == "given samples" else ()))
    trained = read_run(tmp_path)
    bits = fitted.encoder_.encode(X)
    assert np.array_equal(fitted.classes_[trained.predict(bits)], fitted.predict(X))
    samples = saved.read_samples(tmp_path)
    assert trained.summary["tested_on"] == tested_on
    right = 100 * np.mean(trained.predict(samples.bits) == samples.labels)
    if tested_on == "training samples":
        assert len(samples) == 100
        right = 100 * fitted.score(X, labels)
    assert round(right, 4) == trained.summary["test_accuracy"]
    assert trained.summary["weights_sha256"] == fitted.weights_sha256_


def test_names_of_columns(tmp_path):
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(X, columns=list("abcd"))
    BEPClassifier(hidden_layers=(21,), epochs=1).fit(table, Y).save(tmp_path)
    assert BEPClassifier.load(tmp_path).feature_names_in_.tolist() == list("abcd")


def test_errors(fitted, tmp_path):
    with pytest.raises(NotFittedError):
        BEPClassifier().save(tmp_path)
    with pytest.raises(ConfigError, match="holds no"):
        BEPClassifier.load(tmp_path)
    assert saved.read_samples(tmp_path) is None
    fitted.save(tmp_path)
    with pytest.raises(ConfigError, match="finished run"):
        fitted.save(tmp_path)
    (tmp_path / saved.SAMPLES).write_bytes(b"PK")
    with pytest.raises(ConfigError, match="samples"):
        saved.read_samples(tmp_path)
    for text in ("{", "{}", "[]"):
        (tmp_path / outputs.CLASSIFIER).write_text(text)
        with pytest.raises(ConfigError, match="is not a whole saved"):
            BEPClassifier.load(tmp_path)
