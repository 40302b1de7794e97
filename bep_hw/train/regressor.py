"""`BEPRegressor`: numbers, predicted by counting binary targets."""

import numpy as np

from bep_hw.spec.encoding import FeatureEncoder
from bep_hw.support.errors import require
from bep_hw.train import parameters
from bep_hw.train.estimator_base import MISSING, BEPEstimator

try:
    from sklearn.base import RegressorMixin
    from sklearn.utils.validation import validate_data
except ImportError as error:
    raise ImportError(MISSING) from error


class BEPRegressor(RegressorMixin, BEPEstimator):
    """A binary network that predicts a number, trained with Binary Error Propagation.

    The number becomes a thermometer: T thresholds, quantiles of the training values, each ask
    whether it is larger. Every row of the classifier P has one of these targets, -1 or +1. A sample
    trains on the targets that it does not meet with a sufficient margin; the desired activation of
    the top layer is the sign of the sum of their rows. The prediction counts the positive logits: k
    of them stand for the mean of the training values between the thresholds k and k + 1.

    The paper says that BEP can do this in principle; the rule is this project's.

    Parameters
    ----------
    hidden_layers : sequence of int, default=(255,)
        Neurons of every hidden layer.
    epochs : int or "auto", default="auto"
        Passes over the training samples. "auto": 50, and more for few samples, so that some
        60,000 samples are trained, but at most 300.
    batch_size : int or "auto", default="auto"
        Samples of a minibatch, of which all see the same weights. "auto": a tenth of the training
        samples, at least 4 and at most 100.
    hidden_bits : int, default=16
        Bits of the integer behind a weight, B in the paper.
    margin_ratio : float, default=0.25
        r: a sample trains unless each of its targets is met by r times the last hidden width.
    gate_ratio : float, default=0.25
        nu: a neuron passes the wanted activations back unless its pre-activation exceeds nu times
        its number of inputs.
    reinforcement : float, default=0.5
        p_r: how often weights are pushed away from zero, in proportion to the training error.
    upper_reinforcement : float or None, default=None
        p_r of all layers but the first; None for the same.
    group : int or "auto", default="auto"
        gamma_0: of so many neighbouring neurons at most one learns from a sample, at the start of
        the training. It must divide every hidden width. "auto": the common divisor of the hidden
        widths that is nearest to a quarter of the smallest.
    patience : int, default=3
        Epochs without a smaller validation error until the groups grow.
    levels : int, default=32
        T, most thresholds of y, and so targets of a sample.
    encoder : {"thermometer", "median", "bits"}, default="thermometer"
        How features become bits. "thermometer": a feature is compared with up to
        `thermometer_bits` quantiles of the training samples. "median": with one, the median.
        "bits": features are 0 or 1 as they are. Thresholds follow from the training samples alone.
    thermometer_bits : int, default=32
        Most bits of a feature.
    validation_fraction : float, default=0
        Share of the samples that `fit` holds out. They decide when the groups grow
        and which epoch's weights are kept. 0 (or so few samples that none is held out): the
        training samples decide, which is better with up to a few thousand samples.
    backend : str, default="auto"
        What trains: "golden" (numpy), "native" (C++, needs a compiler), "verilator" (the simulated
        core), "serial:PORT[@BAUD]" (a board). "auto": native if this machine has a C++ compiler,
        golden otherwise. Predictions are made in numpy whatever the backend was.
    tile : tuple of two int or None, default=None
        (R, D), weights that the core reads per cycle; None for 32 x 64. It changes no result.
    lanes : int or None, default=None
        Counters that the core changes per cycle; None for as many as suit the tile.
    random_state : int, RandomState instance or None, default=None
        Seed of the initial weights, the classifier, the order of the samples and the
        reinforcement. An int from 0 to 2**32 - 1 is the seed itself, the `--seed` of the command
        line.
    verbose : bool, default=False
        Whether to show each epoch.

    Attributes
    ----------
    thresholds_ : ndarray of shape (T,)
        Of y, ascending.
    values_ : ndarray of shape (T + 1,)
        What is predicted for 0, 1, ..., T positive logits.
    n_features_in_, feature_names_in_, encoder_, network_, training_, counters_, classifier_,
    history_, n_iter_, seed_, backend_
        As those of `BEPClassifier`; accuracies in `history_` are shares of the targets [percent].

    Examples
    --------
    >>> from sklearn.datasets import load_diabetes
    >>> from bep_hw import BEPRegressor
    >>> X, y = load_diabetes(return_X_y=True)
    >>> BEPRegressor(epochs=20, random_state=1).fit(X[100:], y[100:]).score(X[:100], y[:100]) > 0.2
    True
    """

    def __init__(
        self,
        hidden_layers=(255,),
        *,
        epochs="auto",
        batch_size="auto",
        hidden_bits=16,
        margin_ratio=0.25,
        gate_ratio=0.25,
        reinforcement=0.5,
        upper_reinforcement=None,
        group="auto",
        patience=3,
        levels=32,
        encoder="thermometer",
        thermometer_bits=32,
        validation_fraction=0,
        backend="auto",
        tile=None,
        lanes=None,
        random_state=None,
        verbose=False,
    ):
        self.hidden_layers = hidden_layers
        self.epochs = epochs
        self.batch_size = batch_size
        self.hidden_bits = hidden_bits
        self.margin_ratio = margin_ratio
        self.gate_ratio = gate_ratio
        self.reinforcement = reinforcement
        self.upper_reinforcement = upper_reinforcement
        self.group = group
        self.patience = patience
        self.levels = levels
        self.encoder = encoder
        self.thermometer_bits = thermometer_bits
        self.validation_fraction = validation_fraction
        self.backend = backend
        self.tile = tile
        self.lanes = lanes
        self.random_state = random_state
        self.verbose = verbose

    def fit(self, X, y):
        """Train a new network on samples X and their numbers y; returns the regressor.

        X: (n_samples, n_features) numbers; y: (n_samples,) numbers
        ValueError (ConfigError) names a parameter out of range, and data that cannot be trained on.
        """
        X, y = validate_data(self, X, y, y_numeric=True, ensure_min_samples=2)
        levels = parameters.whole("levels", self.levels)
        y = y.astype(np.float64)  # (n,)
        self._learn_levels(y, levels)
        targets = (y[:, None] > self.thresholds_).astype(np.int64)  # (n, T)
        held = self._held_out(targets)
        train, validation = (X[~held], targets[~held]), (X[held], targets[held])
        encoder = parameters.new_encoder(self, train[0])
        data = self._dataset(
            encoder, train, validation if held.any() else None, len(self.thresholds_)
        )
        self._begin(encoder, data)
        self._train(data, self.training_.epochs)
        return self

    def predict(self, X):
        """Numbers (n_samples,) of samples X (n_samples, n_features)."""
        counts = (self._logits(X) >= 0).sum(axis=1)  # (n,)
        return self.values_[counts]

    def _learn_levels(self, y, levels):
        """Thresholds of y, and the mean value between each of them and the next."""
        require(2 <= levels <= 4096, f"levels {levels}: must be from 2 to 4096")
        if np.ptp(y) > 0:
            self.thresholds_ = FeatureEncoder.fit(y[:, None], levels).thresholds  # (T,)
        else:
            self.thresholds_ = y[:1]
        if len(self.thresholds_) == 1:  # a network has two targets at least
            self.thresholds_ = np.repeat(self.thresholds_, 2)
        level = (y[:, None] > self.thresholds_).sum(axis=1)  # (n,)
        counts = np.bincount(level, minlength=len(self.thresholds_) + 1)  # (T + 1,)
        sums = np.bincount(level, y, minlength=len(counts))
        there = counts > 0
        means = sums[there] / counts[there]
        self.values_ = np.interp(np.arange(len(counts)), np.flatnonzero(there), means)  # (T + 1,)
