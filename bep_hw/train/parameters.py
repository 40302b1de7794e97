"""Makes a Run from the parameters of a `BEPClassifier`, and resolves "auto"."""

import operator

import numpy as np
from joblib.parallel import get_active_backend
from sklearn.utils.validation import check_random_state

from bep_hw.data.splits import SPLIT_SEED
from bep_hw.spec import choice
from bep_hw.spec.encoders import fit
from bep_hw.spec.encoding import NAMES as ENCODERS
from bep_hw.spec.encoding import THERMOMETERS, Encoding
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.processors import cores
from bep_hw.train import backends
from bep_hw.train.run import Run

NAME = "own"
"""Preset and data set of a run whose samples came from the user's program."""


def new_run(given, kind, width, classes, samples):
    """The Run that trains on so many samples of `classes` classes, K_0 = `width` bits each.

    given: a BEPEstimator; kind: Network, or MultiTarget with `classes` targets
    ConfigError for a parameter that is out of range
    """
    widths = hidden_widths(given.hidden_layers)
    network = kind(layers=(width, *widths), classes=classes)
    upper = given.upper_reinforcement
    training = Training(
        epochs=whole("epochs", given.epochs, choice.epochs(samples)),
        batch_size=whole("batch_size", given.batch_size, choice.batch_size(samples)),
        hidden_bits=whole("hidden_bits", given.hidden_bits),
        margin_ratio=real("margin_ratio", given.margin_ratio, choice.margin_ratio(network)),
        gate_ratio=real("gate_ratio", given.gate_ratio),
        reinforcement=real("reinforcement", given.reinforcement),
        upper_reinforcement=None if upper is None else real("upper_reinforcement", upper),
        group=whole("group", given.group, choice.group(widths, given._group_share)),
        patience=whole("patience", given.patience),
    )
    tile = choice.tile(network) if given.tile is None else pair("tile", given.tile)
    lanes = choice.lanes(tile[1]) if given.lanes is None else whole("lanes", given.lanes)
    preset = Preset(
        name=NAME,
        dataset=NAME,
        network=network,
        training=training,
        tile=tile,
        lanes=lanes,
    )
    preset.check()
    backend, port = backends.parse(
        backends.fastest() if given.backend == "auto" else str(given.backend)
    )
    require(
        network.targets == 1 or not backends.get(backend).ON_CORE,
        f"backend {given.backend!r}: a core has one class a sample, not {network.targets} targets:"
        " must be golden or native",
    )
    run = Run(
        preset=preset,
        backend=backend,
        port=port,
        threads=whole("threads", given.threads, alone() if backends.get(backend).THREADS else 1),
        seed=seed(given.random_state),
    )
    run.check_threads()
    return run


def new_encoder(given, features, labels=None):
    """The encoder that an estimator makes of training data (N, F).

    labels: (N,) numbers of the classes; None if a sample has no class, or several
    """
    kind = given.encoder
    require(kind in ENCODERS, f"encoder {kind!r}: must be one of {', '.join(ENCODERS)}")
    bits = whole("thermometer_bits", given.thermometer_bits)
    encoding = Encoding(name=kind, thermometer=bits if kind in THERMOMETERS else None)
    return fit(encoding, features, labels=labels)


def alone():
    """Threads of a fit: one on each core, or 1 where joblib carries out several fits at once."""
    active, _ = get_active_backend()
    return 1 if active.nesting_level else cores()


def seed(random_state):
    """The 32-bit seed: `random_state` itself if it is an int, else one drawn from it."""
    if isinstance(random_state, (int, np.integer)):
        require(
            0 <= random_state < 1 << 32,
            f"random_state {random_state}: must be from 0 to {(1 << 32) - 1}",
        )
        return int(random_state)
    return int(check_random_state(random_state).randint(1 << 32, dtype=np.uint32))


def held_out(labels, fraction):
    """Mask (n,) of the samples that are held out for validation.

    The share is as close to this `fraction` of each class as possible, but never a whole class. It
    does not depend on the seed of the run, as with data sets.
    """
    require(0 <= fraction < 1, f"validation_fraction {fraction}: must be from 0 to below 1")
    order = np.random.default_rng([SPLIT_SEED, 6]).permutation(len(labels))  # random places
    held = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        places = order[labels[order] == label]
        held[places[: min(round(fraction * len(places)), len(places) - 1)]] = True
    return held


def whole(name, value, automatic=None):
    """`value` as an int; `automatic` if it is "auto" and there is such a choice."""
    if automatic is not None and isinstance(value, str) and value == "auto":
        return automatic
    try:
        return operator.index(value)
    except TypeError:
        raise ConfigError(f"{name} {value!r}: must be a whole number") from None


def real(name, value, automatic=None):
    """`value` as a float; `automatic` if it is "auto" and there is such a choice."""
    if automatic is not None and isinstance(value, str) and value == "auto":
        return automatic
    try:
        return float(value)
    except (TypeError, ValueError):
        raise ConfigError(f"{name} {value!r}: must be a number") from None


def pair(name, value):
    """Two whole numbers."""
    try:
        first, second = (operator.index(number) for number in value)
    except (TypeError, ValueError):
        raise ConfigError(f"{name} {value!r}: must be two whole numbers, as (32, 64)") from None
    return first, second


def hidden_widths(layers):
    """Hidden widths (K_1, ..., K_L) from the user's value."""
    try:
        widths = tuple(operator.index(width) for width in layers)
    except TypeError:
        raise ConfigError(
            f"hidden_layers {layers!r}: must be whole numbers, as (135, 135)"
        ) from None
    require(widths, "hidden_layers (): at least one hidden layer is needed")
    return widths
