"""Encoders: how samples become bits, 1 for +1 and 0 for -1. A new encoder is one more file.

An encoder is fitted on training samples alone and has `width`, K_0; `constant`, features without
any use; `encode(samples) -> bits`; `to_dict` and `from_dict`; and KIND, its name in inputs.json.
The golden model of the stage, value by value as hardware takes them, is bep_hw/golden/encode/.
"""

from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder


def fit(encoding, samples, shape=None):
    """The encoder that an `Encoding` makes of training samples.

    samples: (N, F) numbers; shape: (height, width) if these are pixels of images, row by row
    ConfigError if the encoding does not suit the samples.
    """
    if encoding.name == "edges":
        return EdgeEncoder.fit(samples, encoding, shape)
    if encoding.name == "bits":
        return FeatureEncoder.bits(samples)
    kind = FeatureEncoder.fit if shape is None else FeatureEncoder.shared
    return kind(samples, encoding.thermometer)
