"""BEPClassifier: scikit-learn's own checks, and the same bits as the command line."""

import dataclasses
import pickle

import numpy as np
import pytest
from joblib import Parallel, delayed
from sklearn.base import clone
from sklearn.datasets import load_digits, load_iris
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler
from sklearn.utils.estimator_checks import parametrize_with_checks

from bep_hw.data import datasets
from bep_hw.spec import presets
from bep_hw.support.errors import ConfigError
from bep_hw.train import backends, parameters, session
from bep_hw.train.estimator import BEPClassifier
from bep_hw.train.run import Run

X, Y = load_iris(return_X_y=True)
SMALL = {"hidden_layers": (21, 21), "epochs": 15, "random_state": 1}


def small(**options):
    return BEPClassifier(**{**SMALL, **options})


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
# Some checks train on random labels, which is at chance as it should be.
@pytest.mark.filterwarnings("ignore:training accuracy:sklearn.exceptions.ConvergenceWarning")
@parametrize_with_checks([BEPClassifier(), BEPClassifier(backend="golden", epochs=60)])
def test_scikit_learn(estimator, check):
    check(estimator)


class Silent:
    def step(self, state, done, seconds):
        pass

    def epoch(self, state, row):
        pass


def test_same_weights_as_a_run_of_the_command_line():
    preset = presets.get("digits").with_training(epochs=2)
    run = Run(preset=preset, backend="golden", seed=5)
    data = datasets.load("digits")
    summary, history = session.measure(run, data, stopped=lambda: False, display=Silent())
    training = dataclasses.asdict(preset.training)
    del training["horizon"]
    classifier = BEPClassifier(
        preset.network.layers[1:],
        **training,
        encoder="bits",
        backend="golden",
        random_state=5,
    )
    classifier.fit(
        *(data.train.bits, data.train.labels), data.validation.bits, data.validation.labels
    )
    assert classifier.weights_sha256_ == summary["weights_sha256"]
    assert classifier.history_ == history
    score = 100 * classifier.score(data.test.bits, data.test.labels)
    assert round(score, 4) == summary["test_accuracy"]


def test_backends_give_the_same_bits():
    native, golden = (small(backend=name).fit(X, Y) for name in ("native", "golden"))
    assert (native.backend_, golden.backend_) == ("native", "golden")
    assert native.weights_sha256_ == golden.weights_sha256_
    assert np.array_equal(native.decision_function(X), golden.decision_function(X))
    assert native.history_ == golden.history_


def test_automatic_backend_without_a_compiler(monkeypatch):
    assert backends.fastest() == "native"

    def missing(core, port):
        raise ConfigError("no C++ compiler")

    monkeypatch.setattr(backends.get("native"), "check", missing)
    assert backends.fastest() == "golden"


def test_learns_and_the_seed_decides():
    first, again, other = (small(random_state=seed).fit(X, Y) for seed in (1, 1, 2))
    assert first.score(X, Y) > 0.9
    assert first.weights_sha256_ == again.weights_sha256_ != other.weights_sha256_
    drawn = small(random_state=np.random.RandomState(3)).fit(X, Y)
    assert 0 <= drawn.seed_ < 1 << 32
    assert small(random_state=drawn.seed_).fit(X, Y).weights_sha256_ == drawn.weights_sha256_


def test_thresholds_come_from_the_training_samples_alone():
    far = np.r_[X, X[:50] + 1000]
    labels = np.r_[Y, Y[:50]]
    alone = small().fit(X, Y, X[:9], Y[:9])
    beside = small().fit(X, Y, far[150:], labels[150:])
    assert alone.encoder_ == beside.encoder_
    held = small(validation_fraction=0.2).fit(X, Y)
    assert held._samples.bits.shape[0] == 30
    assert len(small(validation_fraction=0).fit(X, Y)._samples) == 100


@pytest.mark.parametrize("fraction", [0.1, 0.25, 0.9])
def test_held_out_evenly(fraction):
    labels = np.repeat([0, 1, 2], [1, 20, 40])
    held = parameters.held_out(labels, fraction)
    assert not held[0]
    assert held[1:21].sum() == round(fraction * 20) and held[21:].sum() == round(fraction * 40)


def test_labels_of_any_kind_and_two_classes():
    names = np.array(["no", "yes"])[(Y == 1).astype(int)]
    classifier = small().fit(X, names)
    decision = classifier.decision_function(X)
    assert decision.shape == (150,)
    assert np.array_equal(classifier.predict(X), np.where(decision > 0, "yes", "no"))


def test_partial_fit_goes_on_where_it_was():
    classifier = small()
    with pytest.raises(ConfigError, match="classes"):
        classifier.partial_fit(X[:60], Y[:60])
    classifier.partial_fit(X[:60], Y[:60], classes=[0, 1, 2])
    encoder, before = classifier.encoder_, classifier.weights_sha256_
    for _ in range(40):
        classifier.partial_fit(X[::2], Y[::2])
    assert classifier.n_iter_ == 41 and classifier.encoder_ is encoder
    assert classifier.weights_sha256_ != before
    assert classifier._state.minibatch == 10 + 40 * -(-75 // classifier.training_.batch_size)
    with pytest.raises(ConfigError, match="label"):
        classifier.partial_fit(X, Y + 1)
    with pytest.raises(ConfigError, match="classes"):
        classifier.partial_fit(X, Y, classes=[0, 1])


def test_partial_fit_is_one_epoch_of_fit():
    bits = (np.random.default_rng(1).random((64, 30)) > 0.5).astype(int)
    labels = bits[:, :3].argmax(axis=1)
    whole = small(encoder="bits", epochs=1, validation_fraction=0).fit(bits, labels)
    part = small(encoder="bits").partial_fit(bits, labels, classes=[0, 1, 2])
    assert whole.weights_sha256_ == part.weights_sha256_


def test_clone_pickle_and_tables_with_names():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(X, columns=list("abcd"))
    classifier = small().fit(table, Y)
    assert classifier.feature_names_in_.tolist() == list("abcd")
    assert clone(classifier).get_params() == classifier.get_params()
    copy = pickle.loads(pickle.dumps(classifier))
    assert np.array_equal(copy.predict(table), classifier.predict(table))
    copy.partial_fit(table, Y)
    assert copy.weights_sha256_ != classifier.weights_sha256_


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"hidden_layers": ()}, "hidden_layers"),
        ({"hidden_layers": 35}, "hidden_layers 35"),
        ({"hidden_layers": (35, 2.5)}, "hidden_layers"),
        ({"epochs": 2.5}, "epochs 2.5"),
        ({"epochs": 0}, "epochs 0"),
        ({"batch_size": "many"}, "batch_size 'many'"),
        ({"margin_ratio": "big"}, "margin_ratio 'big'"),
        ({"group": 4}, "group size 4"),
        ({"encoder": "none"}, "encoder 'none'"),
        ({"encoder": "bits"}, "features from 0.1 to 7.9"),
        ({"thermometer_bits": 0}, "thermometer bits 0"),
        ({"validation_fraction": 1}, "validation_fraction 1"),
        ({"backend": "gpu"}, "backend 'gpu'"),
        ({"backend": "serial:"}, "serial"),
        ({"tile": 32}, "tile 32"),
        ({"random_state": -1}, "random_state -1"),
        ({"random_state": 1 << 32}, "random_state"),
    ],
    ids=str,
)
def test_bad_parameters(options, message):
    with pytest.raises(ConfigError, match=message):
        small(**options).fit(X, Y)


def test_bad_samples():
    with pytest.raises(ConfigError, match="1 class"):
        small().fit(X[:50], Y[:50])
    with pytest.raises(ConfigError, match="together"):
        small().fit(X, Y, X)
    with pytest.raises(ConfigError, match="label"):
        small().fit(X[:100], Y[:100], X, Y)
    with pytest.raises(ConfigError, match="constant"):
        small().fit(np.ones((20, 2)), np.arange(20) % 2)


def test_pipeline_cross_validation_and_grid():
    pipeline = make_pipeline(MinMaxScaler(), small())
    assert cross_val_score(pipeline, X, Y, cv=3).mean() > 0.85
    grid = {"thermometer_bits": [1, 6], "hidden_layers": [(21,), (15, 15)]}
    search = GridSearchCV(small(epochs=5), grid, cv=2, n_jobs=2).fit(X, Y)
    assert search.best_score_ > 0.8
    alone = GridSearchCV(small(epochs=5), grid, cv=2).fit(X, Y)
    scores = (one.cv_results_["mean_test_score"] for one in (search, alone))
    assert np.array_equal(*scores)


def test_digits_as_they_come():
    pixels, labels = load_digits(return_X_y=True)
    train, test, *names = train_test_split(pixels, labels, random_state=0, stratify=labels)
    classifier = BEPClassifier(hidden_layers=(75, 75), epochs=10, random_state=1)
    assert classifier.fit(train, names[0]).score(test, names[1]) > 0.9


def test_verbose(capsys):
    small(epochs=2, verbose=True).fit(X, Y)
    assert capsys.readouterr().out.count("validation") == 2


def test_threads_are_all_cores_unless_several_fits_run_at_once(monkeypatch):
    monkeypatch.setattr(parameters, "cores", lambda: 3)

    def threads(**values):
        return small(**values).fit(X, Y)._run.threads

    assert threads(backend="native") == 3
    assert threads(backend="native", threads=2) == 2
    assert threads(backend="golden") == 1
    together = Parallel(n_jobs=2, prefer="threads")(
        delayed(threads)(backend="native") for _ in range(2)
    )
    assert together == [1, 1]
    with pytest.raises(ValueError, match="threads 2: must be 1 with the backend golden"):
        threads(backend="golden", threads=2)
    with pytest.raises(ValueError, match="threads 'many': must be a whole number"):
        threads(backend="native", threads="many")
