"""The base of every estimator: parameters, bits, training and logits."""

import dataclasses
import warnings
from pathlib import Path

import numpy as np
from rich.console import Console

from bep_hw.data.dataset import Dataset, Split
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import fixed_classifier
from bep_hw.spec.network import MultiTarget, Network
from bep_hw.support.display import Display, Silent
from bep_hw.support.errors import require
from bep_hw.train import loop, outputs, parameters, saved, session, warn

MISSING = "an estimator needs scikit-learn 1.6 or later: pip install bep-hw[data]"

try:
    from sklearn.base import BaseEstimator
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.utils.validation import check_is_fitted, validate_data
except ImportError as error:
    raise ImportError(MISSING) from error


def _warn(line):
    warnings.warn(line, ConvergenceWarning, stacklevel=2)


class BEPEstimator(BaseEstimator):
    """Trains a network on bits of features; a subclass says what is predicted of a sample.

    FILE: name of the file in which `save` keeps what `_learnt` gives
    _codes(y): the y of a user, checked, as numbers; _targets(codes): these as the network has them
    _learnt(), _restore(values): what was learnt about y, as plain values, and back
    """

    tile = lanes = None  # of a core, where a subclass has no parameters of these names
    _group_share = 4  # the smallest hidden width over the size of a group, if that is "auto"

    @property
    def network_(self):
        return self._run.preset.network

    @property
    def training_(self):
        return self._run.preset.training

    @property
    def counters_(self):
        return self._state.kept

    @property
    def history_(self):
        return self._state.history

    @property
    def n_iter_(self):
        return self._state.epoch

    @property
    def seed_(self):
        return self._run.seed

    @property
    def backend_(self):
        return self._run.backend

    @property
    def weights_sha256_(self):
        """SHA-256 of the counters after the last epoch, as the command line prints it."""
        return outputs.weights_sha256(self._state.counters)

    def save(self, folder, X=None, y=None, *, force=False):
        """Write a run folder, as `bep-hw train` does, with the encoder and all that was learnt.

        `load` reads it, and the command line does if the network has classes; returns the
        estimator.

        X, y: test samples, for the accuracy in the summary and for the test bench of a core; None
            for the samples that `fit` held out or, if it held out none, its training samples;
            the summary's "tested_on" names them
        force: replace a run that is in the folder
        NotFittedError before `fit`; ConfigError for a folder that holds a run or cannot be written.
        """
        check_is_fitted(self)
        if X is not None:
            X, y = validate_data(self, X, y, reset=False, multi_output=True)
            saved.test(self, Split(self._bits(self.encoder_, X), self._targets(self._codes(y))))
        saved.save(self, Path(folder), force)
        return self

    @classmethod
    def load(cls, folder):
        """The estimator that was saved in `folder`; ConfigError if none was, or a damaged one."""
        return saved.load(cls, Path(folder))

    def __sklearn_is_fitted__(self):
        return hasattr(self, "_state")

    def _targets(self, codes):
        """Targets (n,) or (n, T) int64 of the codes of y."""
        return codes

    def _dataset(self, encoder, train, validation, classes):
        """The Dataset of samples (features, labels); classes: C, or T of several targets."""
        train = Split(self._bits(encoder, train[0]), train[1])
        if validation is None:
            validation = train
        else:
            validation = Split(self._bits(encoder, validation[0]), validation[1])
        return Dataset(
            name=parameters.NAME,
            classes=classes,
            train=train,
            validation=validation,
            test=validation,
        )

    def _bits(self, encoder, X):
        """Bits (n, K_0) uint8 of features X (n, F)."""
        if self.encoder == "bits":
            require(
                np.isin(X, (0, 1)).all(),
                f"features from {X.min()} to {X.max()}: the encoder 'bits' takes 0 and 1 alone",
            )
        return encoder.encode(X)

    def _begin(self, encoder, data):
        """Make a new network in its initial state: of several targets, if labels are (n, T)."""
        kind = MultiTarget if data.train.labels.ndim > 1 else Network
        run = parameters.new_run(self, kind, data.width, data.classes, len(data.train))
        self.encoder_, self._run = encoder, run
        self.classifier_ = fixed_classifier(run.preset.network, run.seed)
        self._state = loop.start(run)
        self._trained = 0  # samples

    def _train(self, data, epochs, keep_last=False):
        """Train on `data` until so many epochs are done; keep the best weights, or the last."""
        preset = self._run.preset.with_training(epochs=epochs)
        run, state = dataclasses.replace(self._run, preset=preset), self._state
        before = state.epoch
        session.check_tools(run)
        display = Display(epochs, len(data.train), Console()) if self.verbose else Silent()
        backend = session.make_backend(run, self.classifier_)
        with session.closed(backend), display:
            work = loop.Trainer(
                *(run, data, backend, state),
                save=lambda state: None,
                stopped=lambda: False,
                display=display if keep_last else warn.Watch(display, run, data, _warn),
            )
            work.train()
            if keep_last:
                state.kept, state.kept_epoch = state.counters, state.epoch
            self._accuracies = work.evaluate()
        self._trained += (state.epoch - before) * len(data.train)
        self._tested_on = "training samples" if data.test is data.train else "held-out samples"
        self._samples = saved.first(data.test)

    def _golden(self, counters):
        """The golden model with these counters."""
        training = self.training_
        golden = GoldenBackend(
            self.network_, self.classifier_, hidden_bits=training.hidden_bits, seed=self.seed_
        )
        golden.load(counters, 0)
        return golden

    def _encoded(self, X):
        """Bits (n, K_0) of samples X, checked, of a fitted estimator."""
        check_is_fitted(self)
        return self._bits(self.encoder_, validate_data(self, X, reset=False))

    def _logits(self, bits):
        """Logits (n, C) of bits (n, K_0)."""
        golden, size = self._golden(self.counters_), loop.INFER_BLOCK
        blocks = range(0, len(bits), size)
        return np.concatenate([golden.logits(bits[at : at + size]) for at in blocks])

    def _split(self, X, y, X_val, y_val):
        """((X, y) to train on, the same to validate on or None); y: codes of them."""
        if X_val is not None or y_val is not None:
            both = X_val is not None and y_val is not None
            require(both, "X_val and y_val: must be given together")
            X_val, y_val = validate_data(self, X_val, y_val, reset=False, multi_output=True)
            return (X, y), (X_val, self._codes(y_val))
        held = self._held_out(y)
        if not held.any():
            return (X, y), None
        return (X[~held], y[~held]), (X[held], y[held])

    def _held_out(self, labels):
        """Which samples validate, (n,) truth values; evenly of every class, if there are any."""
        require(
            0 <= self.validation_fraction < 1,
            f"validation_fraction {self.validation_fraction}: must be from 0 to below 1",
        )
        if labels.ndim > 1 or labels.dtype.kind == "f":  # no classes
            labels = np.zeros(len(labels), np.int64)
        return parameters.held_out(labels, self.validation_fraction)
