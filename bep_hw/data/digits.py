"""The digits of scikit-learn: 1,797 images of 8 x 8 pixels from 0 to 16."""

from importlib.util import find_spec

import numpy as np

from bep_hw.data.dataset import Dataset, Split, bits_source
from bep_hw.data.splits import held_out_evenly
from bep_hw.spec.encoding import thermometer
from bep_hw.support.errors import ConfigError

THRESHOLDS = (2, 6, 10, 14)


def _load(folder, seed):
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        raise ConfigError("data set digits: needs scikit-learn: pip install bep-hw[data]") from None
    pixels, labels = load_digits(return_X_y=True)  # (1797, 64), (1797,)
    bits = thermometer(pixels, THRESHOLDS)  # (1797, 256)
    rest, test = held_out_evenly(bits, labels.astype(np.int64), 5, 1)
    train, validation = held_out_evenly(*rest, 10, 2)
    return Dataset(
        name="digits",
        classes=10,
        train=Split(*train),
        validation=Split(*validation),
        test=Split(*test),
    )


def _where(folder):
    return "scikit-learn" if find_spec("sklearn") else "missing: pip install bep-hw[data]"


SOURCES = [bits_source("digits", width=256, classes=10, load=_load, where=_where)]
