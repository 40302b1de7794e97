"""Encodings of data sets of images, and of a user's own images."""

import numpy as np
import pytest

from bep_hw.data import datasets, design
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoding import Encoding
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
