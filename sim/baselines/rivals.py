"""Other classifiers: of scikit-learn and aeon in floating point, and a Tsetlin machine.

They train on the same samples as the other methods, those in floating point before the samples
become bits. Numbers of a table, and values of a series, are scaled to mean 0 and deviation 1;
pixels, which have one scale, to numbers from 0 to 1. ROCKET takes series as they are.
"""

import time

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from bep_hw.train import loop

KINDS = {
    "logistic": lambda seed: LogisticRegression(max_iter=1000),
    "mlp": lambda seed: MLPClassifier(max_iter=1000, random_state=seed),
    "nearest": lambda seed: KNeighborsClassifier(1),
    "majority": lambda seed: DummyClassifier(),
}
"""{name: seed -> classifier}; all other parameters are scikit-learn's own."""

SHORTEST = 9
"""Values of the shortest series that MiniRocketClassifier takes."""


def stretched(feature, length):
    """A feature of a series, values (n,), with `length` values: straight lines between them."""
    known = np.flatnonzero(~np.isnan(feature))  # missing values lie on the lines, too
    if not known.size:
        return np.zeros(length)
    return np.interp(np.linspace(0, len(feature) - 1, length), known, feature[known])


def rows(samples, length):
    """Features (N, F) of tables and images as they are; series (F, n) as rows of F x length."""
    if isinstance(samples, np.ndarray):
        return samples
    return np.stack(
        [np.concatenate([stretched(feature, length) for feature in one]) for one in samples]
    )


def _scaler(run, values):
    if run.preset.encoding.name == "edges":
        return FunctionTransformer(lambda pixels: pixels / max(values.max(), 1))
    return StandardScaler()


def _fitted(run, data, kind):
    """(the classifier `kind` trained on `data`, a Split -> what it predicts from)."""
    if kind == "tsetlin":
        from sim.baselines import tsetlin  # here, because it imports green-tsetlin

        classifier = tsetlin.TsetlinMachine(run.seed).fit(data.train, data.validation)
        return classifier, lambda split: split
    longest = max(one.shape[1] for one in data.train.raw) if run.preset.recurrent else 0
    if kind == "rocket":
        from aeon.classification.convolution_based import MiniRocketClassifier

        length, features = max(longest, SHORTEST), data.train.raw[0].shape[0]

        def series(split):
            return rows(split.raw, length).reshape(-1, features, length)

        classifier = MiniRocketClassifier(random_state=run.seed)
        return classifier.fit(series(data.train), data.train.labels), series
    values = rows(data.train.raw, longest)
    classifier = make_pipeline(_scaler(run, values), KINDS[kind](run.seed))
    return classifier.fit(values, data.train.labels), lambda split: rows(split.raw, longest)


def measure(run, data, kind, *, stopped, display):
    """Train the classifier `kind` on the Dataset `data`; as `session.measure`.

    kind: "rocket" (of series), "tsetlin" (of bits that are no series), or one of KINDS

    There are no epochs, so that the weights kept are the last ones.
    """
    if stopped():
        raise loop.Interrupted
    started = time.perf_counter()
    classifier, values = _fitted(run, data, kind)

    def accuracy(name):
        split = getattr(data, name)
        right = classifier.predict(values(split)) == split.labels
        return loop.percent(int(np.count_nonzero(right)), len(right))

    seconds = time.perf_counter() - started
    test = accuracy("test")
    summary = {
        "backend": {"rocket": "aeon", "tsetlin": "green-tsetlin"}.get(kind, "scikit-learn"),
        "validation_accuracy": accuracy("validation"),
        "test_accuracy": test,
        "test_accuracy_last": test,
        "train_accuracy": accuracy("train"),
        "kept_epoch": None,
        "seconds": round(seconds, 3),
        "samples_per_second": None,
        "weights_sha256": None,
    }
    return summary, []
