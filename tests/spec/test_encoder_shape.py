import pytest

from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError

GREY = {"image": (5, 5), "edges": 1}
FOUND = GREY | {"cell": 4, "filters": 2, "filters_per_cycle": 2}


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


def test_filters_and_pixels_of_a_cycle():
    coding = Encoding(name="filters", filters=32)
    shape = EncoderShape.of((28, 28), coding, filters_per_cycle=8, pixels_per_cycle=4)
    assert (shape.filters_per_cycle, shape.pixels_per_cycle) == (8, 4)
    plain = EncoderShape.of((28, 28), Encoding(name="edges", edges=(8,)), 8, 4)
    assert (plain.filters_per_cycle, plain.pixels_per_cycle) == (0, 1)


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
        (
            GREY | {"pixels_per_cycle": 5, "cell": 5},
            "pixels per cycle 5: must be 1 without filters",
        ),
        (FOUND | {"pixels_per_cycle": 0}, "pixels per cycle 0"),
        (FOUND | {"pixels_per_cycle": 5}, "pixels per cycle 5: must divide the cell, 4"),
        (FOUND | {"pixels_per_cycle": 2}, "the width of the image, 5 pixels"),
    ],
)
def test_shapes_that_do_not_exist(values, rule):
    with pytest.raises(ConfigError, match=rule):
        EncoderShape(**values)
