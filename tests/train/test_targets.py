"""Several labels a sample, and numbers."""

import json
import pickle

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.datasets import load_diabetes, load_digits
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import parametrize_with_checks

from bep_hw import BEPClassifier, BEPRegressor, emit
from bep_hw.spec.network import MultiTarget
from bep_hw.support.errors import ConfigError
from bep_hw.train.predict import predict
from bep_hw.train.trained import read_run

X, DIGIT = load_digits(return_X_y=True)
X = X[:400]
LABELS = np.stack([DIGIT[:400] % 2 == 0, DIGIT[:400] > 4, np.isin(DIGIT[:400], (0, 6, 8, 9))], 1)
LABELS = LABELS.astype(int)
FEW = {"hidden_layers": (63,), "epochs": 20, "random_state": 1}


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
@parametrize_with_checks([BEPRegressor(), BEPRegressor(backend="golden", epochs=60)])
def test_scikit_learn(estimator, check):
    check(estimator)


def test_several_labels():
    clf = BEPClassifier(**FEW).fit(X[:300], LABELS[:300])
    assert isinstance(clf.network_, MultiTarget) and clf.multilabel_
    assert clf.classes_.tolist() == [0, 1, 2]
    predictions = clf.predict(X[300:])
    assert predictions.shape == (100, 3)
    assert (predictions == LABELS[300:]).mean() > 0.85
    logits = clf.decision_function(X[300:])
    assert np.array_equal(predictions, (logits >= 0).astype(int))
    again = pickle.loads(pickle.dumps(clf))
    assert np.array_equal(again.predict(X), clf.predict(X))


def test_all_models_give_the_same_bits():
    found = [
        BEPClassifier(backend=backend, **FEW).fit(X, LABELS).weights_sha256_
        for backend in ("golden", "native")
    ]
    assert found[0] == found[1]
    number = DIGIT[:400] * 1.5
    found = [
        BEPRegressor(backend=backend, **FEW).fit(X, number).weights_sha256_
        for backend in ("golden", "native")
    ]
    assert found[0] == found[1]


def test_validation_samples_and_partial_fit():
    clf = BEPClassifier(validation_fraction=0.2, **FEW).fit(X, LABELS)
    assert clf.history_[-1]["validation_accuracy"] > 80
    clf.partial_fit(X, LABELS)
    assert clf.n_iter_ == FEW["epochs"] + 1
    piece = BEPClassifier(**FEW).partial_fit(X, LABELS)
    assert piece.predict(X).shape == LABELS.shape


@pytest.mark.parametrize("backend", ["verilator", "serial:/dev/nothing"])
def test_no_core_has_several_targets(backend):
    with pytest.raises(ConfigError, match=f"backend '{backend}': a core has one class a sample"):
        BEPClassifier(backend=backend, **FEW).fit(X, LABELS)
    with pytest.raises(ConfigError, match=f"backend '{backend}': a core has one class a sample"):
        BEPRegressor(backend=backend, **FEW).fit(X, DIGIT[:400])


def test_bad_labels():
    clf = BEPClassifier(**FEW).fit(X, LABELS)
    with pytest.raises(ConfigError, match=r"y of shape \(400, 2\): must be \(400, 3\)"):
        clf.partial_fit(X, LABELS[:, :2])


def test_numbers():
    X, y = load_diabetes(return_X_y=True)
    regressor = BEPRegressor(random_state=1).fit(X[100:], y[100:])
    assert regressor.score(X[:100], y[:100]) > 0.3
    assert len(regressor.thresholds_) == regressor.network_.targets == 16
    logits = regressor._golden(regressor.counters_).logits(regressor.encoder_.encode(X))
    curve = regressor.calibration_
    expected = np.interp(logits.sum(axis=1), curve.scores, curve.numbers)
    assert np.array_equal(regressor.predict(X), expected)
    same = clone(regressor).fit(X[100:], y[100:])
    assert np.array_equal(same.predict(X), regressor.predict(X))


@pytest.mark.parametrize("kind", ["labels", "numbers"])
def test_saved_and_loaded(kind, tmp_path):
    estimator, y = {
        "labels": (BEPClassifier(**FEW), LABELS),
        "numbers": (BEPRegressor(**FEW), DIGIT[:400] * 0.1),
    }[kind]
    estimator.fit(X[:300], y[:300]).save(tmp_path, X[300:], y[300:])
    again = type(estimator).load(tmp_path)
    assert np.array_equal(again.predict(X), estimator.predict(X))
    assert again.network_ == estimator.network_ and isinstance(again.network_, MultiTarget)
    assert again.weights_sha256_ == estimator.weights_sha256_
    assert again.get_params() == estimator.get_params()
    summary = json.loads((tmp_path / "summary.json").read_text())
    assert summary["targets"] == estimator.network_.targets
    trained = read_run(tmp_path)
    bits = trained.predict(estimator.encoder_.encode(X[300:]))
    right = bits == estimator._targets(estimator._codes(y[300:]))
    assert round(100 * right.mean(), 4) == summary["test_accuracy"]


def test_a_saved_estimator_has_no_classes_for_the_command_line(tmp_path):
    BEPRegressor(**FEW).fit(X, DIGIT[:400]).save(tmp_path / "run")
    with pytest.raises(ConfigError, match="several targets a sample: predict with"):
        predict(tmp_path / "run")
    with pytest.raises(ConfigError, match="9 targets a sample: a core has one class"):
        emit(tmp_path / "rtl", inference=tmp_path / "run")
    with pytest.raises(ConfigError, match=r"holds no classifier\.json of a saved BEPClassifier"):
        BEPClassifier.load(tmp_path / "run")
    (tmp_path / "run" / "regressor.json").write_text("{}")
    with pytest.raises(ConfigError, match="is not a whole saved BEPRegressor"):
        BEPRegressor.load(tmp_path / "run")


def test_levels_of_few_values():
    X = np.arange(40.0)[:, None]
    for y in (np.repeat([1.0, 5.0], 20), np.full(40, 3.0)):
        regressor = BEPRegressor(epochs=20, random_state=1).fit(X, y)
        assert regressor.thresholds_.tolist() == [y[:20].mean() if np.ptp(y) == 0 else 3.0] * 2
        assert np.abs(regressor.predict(X) - y).mean() < 0.25


def test_numbers_of_validation_samples_decide_no_threshold():
    X, y = load_diabetes(return_X_y=True)
    alone = BEPRegressor(**FEW).fit(X[:200], y[:200], X[200:300], y[200:300])
    beside = BEPRegressor(**FEW).fit(X[:200], y[:200], X[200:300], y[200:300] + 1000)
    assert np.array_equal(alone.thresholds_, beside.thresholds_)
    assert alone.encoder_ == beside.encoder_
    far = alone.calibration_.numbers.max()
    assert far <= y[:200].max()
    held = BEPRegressor(validation_fraction=0.25, **FEW).fit(X, y)
    assert held.history_[-1]["train_accuracy"] != held.history_[-1]["validation_accuracy"]
    with pytest.raises(ConfigError, match="together"):
        alone.fit(X, y, X)


def test_margins_and_groups_that_suit_the_targets():
    one = BEPClassifier(**FEW).fit(X, DIGIT[:400]).training_
    many = BEPClassifier(**FEW).fit(X, LABELS).training_
    number = BEPRegressor(**FEW).fit(X, DIGIT[:400]).training_
    assert (one.margin_ratio, many.margin_ratio, number.margin_ratio) == (0.5, 0.1, 0.1)
    assert (one.group, many.group, number.group) == (21, 21, 3)  # 63 / 4, 63 / 4, 63 / 16
    assert BEPRegressor(margin_ratio=0.3, group=7, **FEW).fit(X, DIGIT[:400]).training_.group == 7


@pytest.mark.parametrize("levels", [1, 0, 5000, 2.5, "many"])
def test_bad_levels(levels):
    with pytest.raises(ConfigError, match="levels"):
        BEPRegressor(levels=levels).fit(X, DIGIT[:400])


def test_pipelines_and_grids():
    X, y = load_diabetes(return_X_y=True)
    pipeline = make_pipeline(StandardScaler(), BEPRegressor(epochs=10, random_state=1))
    assert cross_val_score(pipeline, X, y, cv=3).shape == (3,)
    grid = GridSearchCV(BEPRegressor(epochs=5, random_state=1), {"levels": [4, 16]}, cv=2)
    assert grid.fit(X, y).best_params_["levels"] in (4, 16)
