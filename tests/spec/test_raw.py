"""Samples that a core encodes itself, and the thresholds that it is given."""

import dataclasses

import numpy as np
import pytest

from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.raw import RawSamples, encoded, thresholds
from bep_hw.support.errors import ConfigError

GREY = EdgeEncoder(shape=(4, 5), cell=2, levels=(3, 9), edges=(1, 7, 70))
SHAPE = EncoderShape(image=(4, 5), cell=2, levels=2, edges=3)


def test_bits_of_raw_samples():
    pixels = np.random.default_rng(1).integers(256, size=(6, 20)).astype(np.uint8)
    raw = RawSamples(pixels, GREY)
    assert raw.shape == (6, GREY.width) and len(raw) == 6
    assert np.array_equal(encoded(raw), GREY.encode(pixels))
    assert np.array_equal(encoded(raw[2:4]), GREY.encode(pixels)[2:4])
    assert encoded(pixels) is pixels


def test_thresholds_of_edges():
    found = thresholds(GREY, SHAPE)
    assert found.dtype == np.uint8 and found.tolist() == [3, 9, 1, 7, 70]


def test_bytes_of_filters():
    filters = FilterEncoder(
        **dict(shape=(4, 5), cell=2, levels=(3,), edges=(7,)),
        **dict(filters=(0x123456789ABC, 5), thresholds=(30, 45)),
    )
    shape = EncoderShape(image=(4, 5), cell=2, edges=1, filters=2, filters_per_cycle=1)
    rows = thresholds(filters, shape).reshape(3, 16).tolist()
    assert rows[0] == [3, 7] + 14 * [0]
    assert rows[1] == [30, 0xBC, 0x9A, 0x78, 0x56, 0x34, 0x12] + 9 * [0]
    assert rows[2] == [45, 5] + 14 * [0]
    with pytest.raises(ConfigError, match="the core has"):
        thresholds(filters, dataclasses.replace(shape, filters=1))


def test_thresholds_of_levels():
    pixels = np.random.default_rng(2).integers(256, size=(50, 20))
    encoder = FeatureEncoder.shared(pixels, 3)
    found = thresholds(encoder, EncoderShape(image=(4, 5), levels=3))
    assert found.tolist() == np.floor(encoder.thresholds[:3]).tolist()
    raw = RawSamples(pixels.astype(np.uint8), encoder)
    bits = (pixels[:, :, None] > found).reshape(50, -1)
    assert np.array_equal(raw.bits, bits)


@pytest.mark.parametrize(
    "encoder, shape, rule",
    [
        (GREY, EncoderShape(image=(5, 4), cell=2, levels=2, edges=3), "the core has"),
        (GREY, EncoderShape(image=(4, 5), cell=3, levels=2, edges=3), "the core has"),
        (GREY, EncoderShape(image=(4, 5), cell=2, levels=1, edges=3), "the core has"),
        (GREY, EncoderShape(image=(4, 5), levels=2), "the core has"),
        (FeatureEncoder.of_bits(12), EncoderShape(image=(4, 5)), "12 features"),
        (
            FeatureEncoder(features=2, columns=np.arange(2), thresholds=np.array([1.0, 2.0])),
            EncoderShape(image=(1, 2)),
            "one scale for all pixels",
        ),
        (
            FeatureEncoder(features=2, columns=np.array([0, 1, 1]), thresholds=np.arange(3.0)),
            EncoderShape(image=(1, 2)),
            "one scale for all pixels",
        ),
        (
            EdgeEncoder(shape=(4, 5), cell=2, levels=(3, 300), edges=(1, 7, 70)),
            SHAPE,
            "takes 0 to 255",
        ),
    ],
)
def test_an_encoder_that_the_core_has_not(encoder, shape, rule):
    with pytest.raises(ConfigError, match=rule):
        thresholds(encoder, shape)
