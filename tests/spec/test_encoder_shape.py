import pytest

from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError

GREY = {"image": (5, 5), "edges": 1}


@pytest.mark.parametrize(
    "image, cell, levels, edges",
    [((28, 28), 3, (0,), (8, 32)), ((28, 28), 2, (), (8,)), ((5, 7), 4, (1, 2), (3,))],
)
def test_width_is_that_of_the_encoder(image, cell, levels, edges):
    encoder = EdgeEncoder(shape=image, cell=cell, levels=levels, edges=edges)
    shape = EncoderShape(image=image, cell=cell, levels=len(levels), edges=len(edges))
    assert (shape.width, shape.cells) == (encoder.width, encoder.cells)


@pytest.mark.parametrize("filters, together", [(32, 32), (64, 32), (224, 32), (12, 4), (9, 1)])
def test_filters(filters, together):
    shape = EncoderShape.of((28, 28), Encoding(name="filters", filters=filters))
    assert (shape.width, shape.filters_per_cycle) == (49 * filters, together)
    assert (shape.planes, shape.thresholds) == (5, 16 + 16 * filters)


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
        (GREY | {"filters": 6, "filters_per_cycle": 3}, "filters per cycle 3: .* power of two"),
        (GREY | {"filters": 6, "filters_per_cycle": 4}, "filters per cycle 4: .* divides 6"),
        (GREY | {"filters": 6}, "filters per cycle 0"),
        (GREY | {"filters_per_cycle": 1}, "filters per cycle 1"),
    ],
)
def test_shapes_that_do_not_exist(values, rule):
    with pytest.raises(ConfigError, match=rule):
        EncoderShape(**values)
