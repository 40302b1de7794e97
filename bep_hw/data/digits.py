"""The digits of scikit-learn: 1,797 images of 8 x 8 pixels from 0 to 16."""

from importlib.util import find_spec

import numpy as np

from bep_hw.data.pixels import images_source
from bep_hw.data.splits import held_out_evenly
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.support.errors import ConfigError

THRESHOLDS = (2, 6, 10, 14)


def _read(folder):
    """Pixels (N, 64) and labels (N,) of the three parts."""
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        raise ConfigError("data set digits: needs scikit-learn: pip install bep-hw[data]") from None
    pixels, labels = load_digits(return_X_y=True)  # (1797, 64), (1797,)
    rest, test = held_out_evenly(pixels, labels.astype(np.int64), 5, 1)
    return *held_out_evenly(*rest, 10, 2), test


def _rule(pixels):
    """The encoder with THRESHOLDS, pixel >= threshold."""
    count = pixels.shape[1]
    return FeatureEncoder(
        features=count,
        columns=np.repeat(np.arange(count), len(THRESHOLDS)),
        thresholds=np.tile(np.array(THRESHOLDS) - 0.5, count),
    )


def _where(folder):
    return "scikit-learn" if find_spec("sklearn") else "missing: pip install bep-hw[data]"


SOURCES = [
    images_source(
        "digits",
        size=(8, 8),
        classes=10,
        read=_read,
        rule=_rule,
        bits=len(THRESHOLDS),
        where=_where,
    )
]
