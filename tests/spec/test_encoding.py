"""The user's choice of an encoding."""

import pytest

from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import ConfigError


def test_usual_numbers():
    assert Encoding().thermometer == 10 and Encoding().edges == ()
    assert Encoding(name="median").thermometer == Encoding(name="bits").thermometer == 1
    edges = Encoding(name="edges")
    assert (edges.thermometer, edges.edges, edges.cell, edges.filters) == (1, (8, 32), 3, 0)
    filters = Encoding(name="filters")
    assert (filters.thermometer, filters.edges, filters.cell, filters.filters) == (1, (8,), 4, 32)


@pytest.mark.parametrize(
    "values",
    [
        *({}, {"window": 3}, {"name": "edges", "edges": (1, 2), "cell": 2, "thermometer": 0}),
        *({"name": "filters"}, {"name": "filters", "filters": 7, "cell": 2, "thermometer": 3}),
    ],
)
def test_dictionary(values):
    encoding = Encoding(**values)
    assert Encoding.of(encoding.to_dict()) == encoding
    assert Encoding.of({"window": 2}) is None


@pytest.mark.parametrize(
    "values, message",
    [
        ({"name": "edge"}, "encoding 'edge': must be one of"),
        ({"window": 0}, "window 0: must be at least 1"),
        ({"thermometer": 0}, "thermometer bits 0: must be from 1 to 1000"),
        ({"name": "median", "thermometer": 2}, "thermometer bits 2: must be 1 with the encoding"),
        ({"name": "edges", "thermometer": -1}, "thermometer bits -1: must be from 0"),
        ({"edges": (8,)}, "edges .* cannot be given with the encoding thermometer"),
        ({"name": "edges", "edges": ()}, "must be ascending numbers from 0 to 254"),
        ({"name": "edges", "edges": (8, 8)}, "must be ascending numbers from 0 to 254"),
        ({"name": "edges", "edges": (255,)}, "must be ascending numbers from 0 to 254"),
        ({"name": "edges", "cell": 0}, "cell 0: must be from 1 to 16 pixels"),
        ({"name": "edges", "filters": 4}, "filters 4: cannot be given with the encoding edges"),
        ({"name": "filters", "filters": 0}, "filters 0: must be from 1 to 1024"),
        ({"name": "filters", "edges": (8, 32)}, "filters of 81 bits: must have at most 64"),
        ({"name": "filters", "thermometer": 4}, "filters of 72 bits: must have at most 64"),
    ],
)
def test_bad_values(values, message):
    with pytest.raises(ConfigError, match=message):
        Encoding(**values)
