import pytest

from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.support.errors import ConfigError


@pytest.mark.parametrize(
    "image, cell, levels, edges",
    [((28, 28), 3, (0,), (8, 32)), ((28, 28), 2, (), (8,)), ((5, 7), 4, (1, 2), (3,))],
)
def test_width_is_that_of_the_encoder(image, cell, levels, edges):
    encoder = EdgeEncoder(shape=image, cell=cell, levels=levels, edges=edges)
    shape = EncoderShape(image=image, cell=cell, levels=len(levels), edges=len(edges))
    assert (shape.width, shape.cells) == (encoder.width, encoder.cells)


@pytest.mark.parametrize("image, words", [((28, 28), 196), ((1, 1), 1), ((3, 3), 3)])
def test_words(image, words):
    assert EncoderShape(image=image).words == words


@pytest.mark.parametrize(
    "values, rule",
    [
        ({"image": (0, 5)}, "image"),
        ({"image": (5, 5, 3)}, "image"),
        ({"image": (5, 5), "levels": 0}, "at least one threshold"),
        ({"image": (5, 5), "cell": 2}, "without edges it must be 1"),
        ({"image": (5, 5), "cell": 0, "edges": 1}, "cell 0"),
    ],
)
def test_shapes_that_do_not_exist(values, rule):
    with pytest.raises(ConfigError, match=rule):
        EncoderShape(**values)
