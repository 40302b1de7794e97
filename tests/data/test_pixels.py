"""Encodings of data sets of images, and of a user's own images."""

import dataclasses

import numpy as np
import pytest

from bep_hw.data import datasets, design
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.raw import RawSamples
from bep_hw.support.errors import ConfigError


def test_a_data_set_of_images_can_be_encoded():
    own = datasets.load("digits")
    assert own.width == 256 and own.inputs is None
    edges = datasets.load("digits", encoding=Encoding(name="edges", cell=2))
    assert isinstance(edges.inputs.encoder, EdgeEncoder)
    assert edges.width == 64 + 16 * 4 * 2
    assert np.array_equal(edges.test.labels, own.test.labels)
    levels = datasets.load("digits", encoding=Encoding(thermometer=3))
    assert isinstance(levels.inputs.encoder, FeatureEncoder) and levels.width == 64 * 3


@pytest.mark.parametrize(
    "options, width",
    [
        ({}, 256),
        ({"encoding": "edges"}, 64 + 9 * 8),
        ({"encoding": "edges", "edges": "9", "cell": 4, "thermometer": 0}, 4 * 4),
        ({"encoding": "filters"}, 4 * 32),
        ({"encoding": "filters", "filters": 9, "cell": 3}, 9 * 9),
        ({"encoding": "median"}, 64),
        ({"thermometer": 2}, 128),
    ],
)
def test_options(options, width):
    made = design.new("digits", options)
    assert made.network.layers == (width, 135, 135)
    assert datasets.load("digits", encoding=made.encoding).width == width


@pytest.mark.parametrize(
    "options, message",
    [
        ({"encoding": "edgy"}, "encoding 'edgy': must be one of thermometer"),
        ({"encoding": "edges", "edges": "8;9"}, "edges '8;9': must be whole numbers"),
        ({"edges": "8"}, "edges .* cannot be given with the encoding thermometer"),
        ({"encoding": "bits"}, "features from 0.0 to 16.0: the encoding bits takes 0 and 1 alone"),
        ({"dataset": "random-prototypes", "encoding": "edges"}, "has samples that are bits"),
        ({"window": 2}, "window 2: only series"),
    ],
)
def test_bad_options(options, message):
    with pytest.raises(ConfigError, match=message):
        design.new("digits", options)


def images(count):
    rng = np.random.default_rng(0)
    labels = np.arange(count) % 2
    return rng.integers(0, 100, (count, 4, 6)) + 100 * labels[:, None, None], labels


def test_own_images_in_arrays(tmp_path):
    pixels, labels = images(80)
    np.savez(tmp_path / "a.npz", X=pixels, y=labels)
    path = str(tmp_path / "a.npz")
    assert design.new(None, {"data_file": path}).encoding.name == "edges"
    data = datasets.load(path, encoding=Encoding(name="edges", cell=2))
    assert data.inputs.encoder.shape == (4, 6) and data.width == 24 + 6 * 8
    assert datasets.load(path).width == 24, "one threshold of all pixels, whatever the pixel"


def test_images_and_features_do_not_mix(tmp_path):
    pixels, labels = images(80)
    parts = dict(train_features=pixels, train_labels=labels, test_labels=labels[:9])
    np.savez(tmp_path / "a.npz", test_features=pixels[:9].reshape(9, 24), **parts)
    with pytest.raises(ConfigError, match=r"test_features of shape \(9, 24\): must be as train"):
        datasets.load(str(tmp_path / "a.npz"))


def test_edges_need_an_image(tmp_path):
    np.savez(tmp_path / "a.npz", X=np.arange(400).reshape(80, 5), y=np.arange(80) % 2)
    with pytest.raises(ConfigError, match="5 features are no square image"):
        design.new(None, {"data_file": str(tmp_path / "a.npz"), "encoding": "edges"})


@pytest.mark.parametrize(
    "options, size",
    [
        ({"encoding": "edges"}, (8, 8)),
        ({"encoding": "median", "pixels": True}, (8, 8)),
        ({"encoding": "filters", "filters": 12}, (8, 8)),
        ({"dataset": "fashion-mnist", "encoding": "edges", "cell": 2}, (28, 28)),
    ],
)
def test_a_core_that_takes_pixels(options, size):
    """It knows the size of the images; its encoder makes as many bits as the network takes."""
    assert design.new("digits", options | {"pixels": None}).core.encoder is None
    made = design.new("digits", options | {"pixels": True})
    assert made.image == size and made.core.encoder.width == made.network.layers[0]


@pytest.mark.parametrize(
    "preset, message",
    [
        ("rp-35", "pixels: data set random-prototypes has no images"),
        ("italy-135", "pixels: data set ItalyPowerDemand has no images"),
        ("digits", "inputs 256: the encoder of the core makes 64 of an image of 8x8"),
    ],
)
def test_no_pixels(preset, message):
    with pytest.raises(ConfigError, match=message):
        design.new(preset, {"pixels": True})


def test_a_data_set_to_encode():
    """Splits have pixels instead of bits, with the same checksum; bits have none."""
    data = datasets.load("digits", encoding=Encoding(name="edges"))
    raw = data.to_encode()
    assert isinstance(raw.test.bits, RawSamples) and raw.test.bits.values.dtype == np.uint8
    assert np.array_equal(raw.test.bits.bits, data.test.bits)
    assert (raw.checksum(), raw.width, raw.steps) == (data.checksum(), data.width, data.steps)
    with pytest.raises(ConfigError, match="takes pixels from 0 to 255"):
        datasets.load("random-prototypes").to_encode()
    large = dataclasses.replace(data, test=dataclasses.replace(data.test, raw=data.test.raw * 17))
    with pytest.raises(ConfigError, match="takes pixels from 0 to 255"):
        large.to_encode()
