"""`BEPClassifier`: Binary Error Propagation in the conventions of scikit-learn."""

import numpy as np

from bep_hw.support.errors import require
from bep_hw.train import outputs, parameters
from bep_hw.train.estimator_base import MISSING, BEPEstimator

try:
    from sklearn.base import ClassifierMixin
    from sklearn.utils.multiclass import check_classification_targets, type_of_target
    from sklearn.utils.validation import column_or_1d, validate_data
except ImportError as error:
    raise ImportError(MISSING) from error


class BEPClassifier(ClassifierMixin, BEPEstimator):
    """A network of binary weights and activations, trained with Binary Error Propagation.

    All weights and activations are -1 or +1, and training needs no real numbers. Each weight is
    the sign of a small integer. A sample that is not classified with a sufficient margin moves a
    few of these integers up or down by two.

    Real-valued features first become bits, see `encoder`. The network is a multi-layer perceptron.
    Trained on the same bits with the same `random_state`, all backends give the same weights, bit
    for bit; they differ in speed and in the tools that they need.

    Parameters
    ----------
    hidden_layers : sequence of int, default=(255,)
        Neurons of every hidden layer.
    epochs : int or "auto", default="auto"
        Passes over the training samples. "auto": 50, and more for few samples, so that about
        60,000 samples are trained, but at most 300.
    batch_size : int or "auto", default="auto"
        Samples of a minibatch, which all use the same weights. "auto": a tenth of the training
        samples, at least 4 and at most 100.
    hidden_bits : int, default=16
        Bits of the integer behind a weight, B in the paper.
    margin_ratio : float or "auto", default="auto"
        r: a sample trains unless its class wins by r times the last hidden width. "auto": 0.5, or
        0.1 if a sample has several labels, each of which has a margin.
    gate_ratio : float, default=0.25
        nu: a neuron passes the desired activations back unless its pre-activation exceeds nu times
        its number of inputs.
    reinforcement : float, default=0.5
        p_r: how often weights are pushed away from zero, in proportion to the training error.
    upper_reinforcement : float or None, default=None
        p_r of all layers but the first; None for the same.
    group : int or "auto", default="auto"
        gamma_0: neurons of a group, of which at most one learns from a sample, at the start of
        the training. It must divide every hidden width. "auto": the common divisor of the hidden
        widths that is nearest to a quarter of the smallest.
    patience : int, default=3
        Epochs without a smaller validation error until the groups grow.
    encoder : {"thermometer", "folded", "median", "edges", "filters", "bits"}, \
            default="thermometer"
        Encoding of features as bits. "thermometer": a feature is compared with up to
        `thermometer_bits` quantiles of the training samples. "median": with the median alone.
        "folded": half of the bits of a feature are of its distance from the median, if that tells
        the classes apart better. "bits": features must be 0 or 1. Thresholds follow from the
        training samples alone.
    thermometer_bits : int, default=32
        Largest number of bits of a feature.
    validation_fraction : float, default=0
        Share of the samples of each class that `fit` holds out. They decide when the groups grow
        and which epoch's weights are kept. 0 (or so few samples that none is held out): the
        training samples decide, which is better with up to a few thousand samples.
    backend : str, default="auto"
        The backend that trains: "golden" (numpy), "native" (C++, needs a compiler), "verilator"
        (the simulated core), "serial:PORT[@BAUD]" (a board). "auto": native if this machine has a
        C++ compiler, golden otherwise. Predictions always use numpy.
    threads : int or "auto", default="auto"
        Threads of the native model, which change no result. "auto": one on each core, but 1 where
        joblib fits several estimators at once, as a search with `n_jobs` does.
    tile : tuple of two int or None, default=None
        (R, D), weights that the core reads per cycle; None for 32 x 64. It changes no result.
    lanes : int or None, default=None
        Counters that the core changes per cycle; None for a number that suits the tile.
    random_state : int, RandomState instance or None, default=None
        Seed of the initial weights, the classifier, the order of the samples and the
        reinforcement. An int from 0 to 2**32 - 1 is the seed itself, the `--seed` of the command
        line.
    verbose : bool, default=False
        Whether to show each epoch.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
        Class labels; numbers of the labels, if a sample has several.
    multilabel_ : bool
        Whether a sample has several labels.
    n_features_in_ : int
        Features of a sample.
    feature_names_in_ : ndarray of shape (n_features_in_,)
        Their names, if `fit` was given a table whose columns have names.
    encoder_ : FeatureEncoder, or that of another `encoder`
        Makes bits (n, K_0) of features (n, n_features_in_).
    network_ : Network
        Widths (K_0, ..., K_L) and number of classes.
    training_ : Training
        The hyper-parameters, "auto" replaced.
    counters_ : list of ndarray of shape (K_l, K_{l-1})
        c of the kept weights, int32, one array per layer: a weight is +1 where c >= 0.
    classifier_ : ndarray of shape (n_classes, K_L)
        The fixed ±1 matrix P that gives the logits of the classes.
    history_ : list of dict
        A line for each epoch: accuracies [percent], share of the samples that trained [percent].
    n_iter_ : int
        Epochs trained.
    seed_ : int
        The seed that `random_state` gave.
    backend_ : str
        The backend that trained.

    References
    ----------
    Colombo et al., "BEP: A Binary Error Propagation Algorithm for Binary Neural Networks
    Training", ICLR 2026, arXiv:2512.04189.

    Examples
    --------
    >>> from sklearn.datasets import load_iris
    >>> from bep_hw import BEPClassifier
    >>> X, y = load_iris(return_X_y=True)
    >>> clf = BEPClassifier(hidden_layers=(35, 35), epochs=20, random_state=1).fit(X, y)
    >>> clf.predict(X[:3]).tolist()
    [0, 0, 0]
    >>> clf.score(X, y) > 0.9
    True
    """

    FILE = outputs.CLASSIFIER

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
        encoder="thermometer",
        thermometer_bits=32,
        validation_fraction=0,
        backend="auto",
        threads="auto",
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
        self.encoder = encoder
        self.thermometer_bits = thermometer_bits
        self.validation_fraction = validation_fraction
        self.backend = backend
        self.threads = threads
        self.tile = tile
        self.lanes = lanes
        self.random_state = random_state
        self.verbose = verbose

    def fit(self, X, y, X_val=None, y_val=None):
        """Train a new network on samples X and their classes y; returns the classifier.

        X: (n_samples, n_features) numbers
        y: (n_samples,) labels, or (n_samples, n_labels) of 0 and 1, if a sample has several
        X_val, y_val: samples to validate on, instead of `validation_fraction` of X

        ValueError (ConfigError) names a parameter out of range, and data that cannot be trained on.
        """
        X, y = validate_data(self, X, y, multi_output=True)
        labels = self._learn_classes(y)
        train, validation = self._split(X, labels, X_val, y_val)
        encoder, data = self._encode(train, validation)
        self._begin(encoder, data)
        self._train(data, self.training_.epochs)
        return self

    def partial_fit(self, X, y, classes=None):
        """Train one epoch on samples X and their classes y; returns the classifier.

        The first call makes the network: its thresholds, batch size and group follow from these
        samples, and `classes` must list the labels of all later calls too. Later calls, also after
        `fit`, continue from the present weights. No sample is held out: the error on X decides when
        the groups grow, and the latest weights are kept.

        X, y: as `fit` takes them; classes: (n_classes,) labels
        """
        first = not hasattr(self, "_state")
        X, y = validate_data(self, X, y, reset=first, multi_output=True)
        if first and np.ndim(y) > 1:
            self._learn_classes(y)
        elif first:
            require(classes is not None, "classes: must be given at the first call of partial_fit")
            self._learn_classes(np.asarray(classes))
        elif classes is not None:
            require(
                np.array_equal(np.unique(classes), self.classes_),
                f"classes {np.unique(classes)}: must be those of the first call, {self.classes_}",
            )
        samples = (X, self._codes(y))
        if first:
            encoder, data = self._encode(samples, None)
            self._begin(encoder, data)
        else:
            data = self._dataset(self.encoder_, samples, None, len(self.classes_))
        self._state.counters = self._state.kept  # after `fit` those of the best epoch
        self._train(data, self._state.epoch + 1, keep_last=True)
        return self

    def predict(self, X):
        """Labels (n_samples,) of samples X (n_samples, n_features); on a tie the first class.

        Of several labels a sample, (n_samples, n_labels) of 0 and 1.
        """
        logits = self._logits(self._encoded(X))  # (n, C)
        if self.multilabel_:
            return (logits >= 0).astype(np.int64)
        return self.classes_[logits.argmax(axis=1)]

    def decision_function(self, X):
        """Logits of samples X, integers: (n_samples, n_classes), the largest is the prediction.

        With two classes it is the second logit minus the first, (n_samples,). If
        a sample has several labels it is a float; labels whose logit is not negative are predicted.
        """
        logits = self._logits(self._encoded(X))  # (n, C)
        if self.multilabel_:
            return logits.astype(np.float64)
        return logits[:, 1] - logits[:, 0] if len(self.classes_) == 2 else logits

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_label = True
        return tags

    def _learnt(self):
        """Plain values of the classes."""
        return {
            "classes": self.classes_.tolist(),
            "classes_type": self.classes_.dtype.str,
        }

    def _restore(self, values):
        """Take over what `_learnt` gave."""
        self.classes_ = np.array(values["classes"], values["classes_type"])
        self.multilabel_ = self.network_.targets > 1

    def _learn_classes(self, y):
        """Note the classes; returns the codes (n,), or (n, L), of the labels y."""
        check_classification_targets(y)
        self.multilabel_ = type_of_target(y) == "multilabel-indicator"
        if self.multilabel_:
            self.classes_ = np.arange(y.shape[1])
            require(y.shape[1] >= 2, "y has 1 column: at least 2 labels a sample are needed")
            return y.astype(np.int64)
        y = column_or_1d(y, warn=True)
        self.classes_, labels = np.unique(y, return_inverse=True)
        require(len(self.classes_) >= 2, "y has 1 class: at least 2 classes are needed")
        return labels.astype(np.int64)

    def _codes(self, y):
        """Codes (n,), or (n, L), int64 of the labels y, all of which must be known."""
        check_classification_targets(y)
        if self.multilabel_:
            expected = (len(y), len(self.classes_))
            require(np.shape(y) == expected, f"y of shape {np.shape(y)}: must be {expected}")
            return y.astype(np.int64)
        y = column_or_1d(y, warn=True)
        unknown = np.setdiff1d(y, self.classes_)
        require(not unknown.size, f"label {unknown[:1]}: must be one of {self.classes_}")
        return np.searchsorted(self.classes_, y).astype(np.int64)

    def _encode(self, train, validation):
        """The encoder, fitted on the training samples, and the Dataset of bits."""
        labels = None if self.multilabel_ else train[1]
        encoder = parameters.new_encoder(self, train[0], labels)
        return encoder, self._dataset(encoder, train, validation, len(self.classes_))
