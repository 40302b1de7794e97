"""`BEPRegressor`: numbers, coded as binary targets."""

import numpy as np

from bep_hw.spec.calibration import Calibration
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.support.errors import require
from bep_hw.train import outputs, parameters
from bep_hw.train.estimator_base import MISSING, BEPEstimator

try:
    from sklearn.base import RegressorMixin
    from sklearn.utils.validation import column_or_1d, validate_data
except ImportError as error:
    raise ImportError(MISSING) from error


class BEPRegressor(RegressorMixin, BEPEstimator):
    """A binary network that predicts a number, trained with Binary Error Propagation.

    The number becomes a thermometer: T thresholds, quantiles of the training values, each ask
    whether it is larger. Every row of the classifier P has one of these targets, -1 or +1. A sample
    trains on the targets that it does not meet with a sufficient margin; the desired activation of
    the top layer is the sign of the sum of their rows. The prediction adds up the logits, and reads
    the sum off a calibration curve: means of training values over the sums of their samples.

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
    margin_ratio : float or "auto", default="auto"
        r: a sample trains unless each of its targets is met by r times the last hidden width.
        "auto": 0.1.
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
        widths that is nearest to a sixteenth of the smallest.
    patience : int, default=3
        Epochs without a smaller validation error until the groups grow.
    levels : int, default=16
        T, most thresholds of y, and so targets of a sample.
    encoder : {"thermometer", "median", "edges", "bits"}, default="thermometer"
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
        The backend that trains: "golden" (numpy) or "native" (C++, needs a compiler); cores do not
        train on numbers. "auto": native if this machine has a C++ compiler, golden otherwise.
        Predictions always use numpy.
    threads : int or "auto", default="auto"
        Threads of the native model, which change no result. "auto": one on each core, but 1 where
        joblib fits several estimators at once, as a search with `n_jobs` does.
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
    calibration_ : Calibration
        Numbers (n,) of sums of logits (n,).
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

    FILE = outputs.REGRESSOR
    _group_share = 16

    def __init__(
        self,
        hidden_layers=(255,),
        *,
        epochs="auto",
        batch_size="auto",
        hidden_bits=16,
        margin_ratio="auto",
        gate_ratio=0.25,
        reinforcement=0.5,
        upper_reinforcement=None,
        group="auto",
        patience=3,
        levels=16,
        encoder="thermometer",
        thermometer_bits=32,
        validation_fraction=0,
        backend="auto",
        threads="auto",
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
        self.threads = threads
        self.random_state = random_state
        self.verbose = verbose

    def fit(self, X, y, X_val=None, y_val=None):
        """Train a new network on samples X and their numbers y; returns the regressor.

        X: (n_samples, n_features) numbers; y: (n_samples,) numbers
        X_val, y_val: samples to validate on, instead of `validation_fraction` of X

        ValueError (ConfigError) names a parameter out of range, and data that cannot be trained on.
        """
        X, y = validate_data(self, X, y, y_numeric=True, ensure_min_samples=2)
        train, validation = self._split(X, self._codes(y), X_val, y_val)
        numbers = train[1]  # (n,)
        self.thresholds_ = self._thresholds(numbers)
        train = train[0], self._targets(numbers)
        if validation is not None:
            validation = validation[0], self._targets(validation[1])
        encoder = parameters.new_encoder(self, train[0])
        data = self._dataset(encoder, train, validation, len(self.thresholds_))
        self._begin(encoder, data)
        self._train(data, self.training_.epochs)
        self.calibration_ = Calibration.fit(self._sums(data.train.bits), numbers)
        return self

    def predict(self, X):
        """Numbers (n_samples,) of samples X (n_samples, n_features)."""
        sums = self._sums(self._encoded(X))  # (n,)
        return self.calibration_(sums)

    def _codes(self, y):
        """Numbers (n,) float64 of y."""
        return column_or_1d(y).astype(np.float64)

    def _thresholds(self, y):
        """Thresholds (T,) of training numbers y."""
        levels = parameters.whole("levels", self.levels)
        require(2 <= levels <= 4096, f"levels {levels}: must be from 2 to 4096")
        found = FeatureEncoder.fit(y[:, None], levels).thresholds if np.ptp(y) > 0 else y[:1]
        # A network has two targets at least.
        return np.repeat(found, 2) if len(found) == 1 else found

    def _targets(self, codes):
        """Targets (n, T) of numbers (n,), 1 where one is above the threshold."""
        return (codes[:, None] > self.thresholds_).astype(np.int64)

    def _learnt(self):
        """Plain values of the thresholds and the calibration."""
        return {
            "thresholds": self.thresholds_.tolist(),
            "calibration": self.calibration_.to_dict(),
        }

    def _restore(self, values):
        """Take over what `_learnt` gave."""
        self.thresholds_ = np.array(values["thresholds"], np.float64)
        self.calibration_ = Calibration.from_dict(values["calibration"])

    def _sums(self, bits):
        """Sum of the logits of samples as bits: (n,)."""
        return self._logits(bits).sum(axis=1, dtype=np.int64)
