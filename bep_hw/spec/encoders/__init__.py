"""Encoders: how samples become bits, 1 for +1 and 0 for -1. A new encoder is one more file.

An encoder is fitted on training samples alone and has `width`, K_0; `constant`, features without
any use; `encode(samples) -> bits`; `to_dict` and `from_dict`; and KIND, its name in inputs.json.
The golden model of the stage, value by value as hardware takes them, is bep_hw/golden/encode/.
"""

from bep_hw.spec.encoders import grey
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.encoders.folded import FoldedEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoding import cells_of
from bep_hw.support.errors import require


def fit(encoding, samples, shape=None, labels=None):
    """The encoder that an `Encoding` makes of training samples.

    samples: (N, F) numbers; shape: (height, width) if these are pixels of images, row by row
    labels: (N,) classes, numbers from 0; None if samples have no class, or more than one
    ConfigError if the encoding does not suit the samples.
    """
    if encoding.name == "edges":
        return EdgeEncoder.fit(samples, encoding, shape)
    if encoding.name == "filters":
        require(labels is not None, "encoding filters: needs one class for each sample")
        return FilterEncoder.fit(samples, labels, encoding, shape)
    if encoding.name == "folded":
        require(shape is None, "encoding folded: is for features, not for pixels of images")
        require(labels is not None, "encoding folded: needs one class for each sample")
        return FoldedEncoder.fit(samples, labels, encoding.thermometer)
    if encoding.name == "bits":
        return FeatureEncoder.bits(samples)
    kind = FeatureEncoder.fit if shape is None else FeatureEncoder.shared
    return kind(samples, encoding.thermometer)


def width(encoding, samples, shape=None):
    """K_0 of the encoder that `fit` makes of samples without classes.

    Filters, which take seconds, are not selected for it.
    """
    if encoding.name == "filters":
        shape = grey.square(samples.shape[1], encoding.name) if shape is None else shape
        return encoding.filters * cells_of(shape, encoding.cell)
    return fit(encoding, samples, shape).width
