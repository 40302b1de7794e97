"""Samples as 8-bit numbers, for a core that encodes them itself."""

from dataclasses import dataclass

import numpy as np

from bep_hw.spec.encoder_shape import FILTER_BYTES, EncoderShape
from bep_hw.spec.sequence_shape import SequenceShape
from bep_hw.spec.sequences import RawSequences
from bep_hw.support.errors import require


@dataclass(frozen=True, eq=False)
class RawSamples:
    """Samples before they are encoded; a backend with a core of its own takes them for bits.

    values: (n, F) uint8; encoder: one of `bep_hw.spec.encoders`, which makes their bits
    """

    values: np.ndarray
    encoder: object
    ndim = 2

    @property
    def shape(self):
        """(n, K_0), that of the bits."""
        return len(self.values), self.encoder.width

    @property
    def bits(self):
        """The bits (n, K_0) uint8."""
        return self.encoder.encode(self.values)

    def arrays(self):
        """All arrays that decide the bits: they themselves, as of samples that are encoded."""
        return (self.bits,)

    def __len__(self):
        return len(self.values)

    def __getitem__(self, index):
        return RawSamples(self.values[index], self.encoder)


def encoded(samples):
    """The bits of samples, or the samples if they are encoded already."""
    return samples.bits if isinstance(samples, RawSamples | RawSequences) else samples


def thresholds(encoder, shape):
    """The bytes that make `encoder` of a core's encoder: (T,) uint8, in the order of loading.

    These are thresholds, and with filters those too, see `EncoderShape.thresholds`; of series
    thresholds and a matrix, see `SequenceShape.thresholds`.

    shape: `EncoderShape` or `SequenceShape` of the core
    ConfigError unless the core can encode like this.
    """
    if isinstance(shape, SequenceShape):
        return _of_sequences(encoder, shape)
    levels, edges = _levels(encoder, shape), tuple(getattr(encoder, "edges", ()))
    filters = getattr(encoder, "filters", ())
    found = EncoderShape(
        image=tuple(encoder.shape) if edges else shape.image,
        cell=encoder.cell if edges else 1,
        levels=len(levels),
        edges=len(edges),
        filters=len(filters),
        filters_per_cycle=shape.filters_per_cycle,
        pixels_per_cycle=shape.pixels_per_cycle,
    )
    require(found == shape, f"encoder {found}: the core has {shape}")
    values = np.array([*levels, *edges])
    require(
        values.min() >= 0 and values.max() <= 255,
        f"thresholds from {values.min()} to {values.max()}: a core with an encoder takes 0 to 255",
    )
    values = values.astype(np.uint8)
    if not filters:
        return values
    loads = np.zeros((1 + len(filters), FILTER_BYTES), np.uint8)
    loads[0, : len(values)] = values
    loads[1:, 0] = encoder.thresholds
    words = np.array(filters, "<u8").view(np.uint8).reshape(len(filters), 8)
    loads[1:, 1 : 1 + words.shape[1]] = words
    return loads.ravel()


def _of_sequences(encoder, shape):
    """As `thresholds`, of an encoder of series (F, b), whole numbers, and its matrix (K_0, N)."""
    levels, matrix = encoder.thresholds, encoder.expansion
    found = (levels.shape, matrix.shape)
    wanted = ((shape.features, shape.levels), (shape.width, shape.codes))
    require(found == wanted, f"encoder of {found}: the core has one of {wanted}")
    require(encoder.ranges is not None, "encoder of series: the core takes words, see --words")
    loads = np.zeros(shape.thresholds, np.uint8)
    parts = loads[: shape.first_row], loads[shape.first_row :]
    parts[0].reshape(shape.features, -1)[:, : shape.levels] = levels
    rows = np.packbits(matrix > 0, axis=1, bitorder="little")  # (K_0, bytes)
    parts[1].reshape(shape.width, -1)[:, : rows.shape[1]] = rows
    return loads


def _levels(encoder, shape):
    """The thresholds of every pixel; ConfigError if pixels have thresholds of their own."""
    if hasattr(encoder, "levels"):
        return encoder.levels
    require(
        encoder.features == shape.pixels,
        f"encoder of {encoder.features} features: the core takes {shape.pixels} pixels",
    )
    count = len(encoder.thresholds) // encoder.features
    first = np.floor(encoder.thresholds[:count]).astype(int)
    same = (
        len(encoder.thresholds) == count * encoder.features
        and (np.floor(encoder.thresholds).reshape(-1, count) == first).all()
    )
    require(same, "encoder of features: a core with an encoder has one scale for all pixels")
    return tuple(first.tolist())
