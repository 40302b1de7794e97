"""Payloads: fields without gaps, as wide as the parameters of the core ask, packed and unpacked."""

import dataclasses
import itertools

import numpy as np
import pytest

from bep_hw.spec import payloads
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.registers import STEPS_LOW

CORES = {
    "default": CoreConfig(),
    "wide": CoreConfig(tile_rows=45, tile_columns=45, lanes=45, max_classes=3),
    "one": CoreConfig(tile_rows=1, tile_columns=2, lanes=1, counter_depth=1, max_classes=2),
    "timed": CoreConfig(max_steps=135),
    "pixels": CoreConfig(encoder=EncoderShape(image=(28, 28), cell=3, levels=1, edges=2)),
}


@pytest.mark.parametrize("name", CORES)
def test_fields_lie_without_gaps(name):
    for fields in payloads.stream_fields(CORES[name]).values():
        ends = [field.low + field.bits for field in fields]
        assert [field.low for field in fields] == [0, *ends[:-1]]
        assert payloads.width(fields) == ends[-1] == sum(field.bits for field in fields)


def test_widths_of_one_core():
    core = CoreConfig(
        **{"tile_rows": 8, "tile_columns": 48, "lanes": 12, "hidden_bits": 9, "max_batch": 64},
        **{"tile_depth": 100, "counter_depth": 1025, "class_depth": 7, "max_width": 200},
        **{"max_classes": 17, "max_steps": 8},
    )
    found = {
        stream: [(field.name, field.bits, field.signed) for field in fields]
        for stream, fields in payloads.stream_fields(core).items()
    }
    assert core.counter_bits == 9
    assert found == {
        "samples": [("inputs", 48, False)],
        "labels": [("label", 5, False), ("steps", 4, False)],
        "results": [("prediction", 5, False), ("margin", 10, True), ("triggered", 1, False)],
        "load": [
            *(("kind", 2, False), ("address", 11, False), ("row", 3, False)),
            *(("segment", 2, False), ("data", 108, False)),
        ],
        "fetch": [("address", 11, False)],
        "fetched": [("counters", 108, False)],
    }


def test_an_encoder_takes_pixels():
    """Four in a word, whatever the tile; and the thresholds of a small core need an address."""
    shape = EncoderShape(image=(5, 5), levels=9)
    core = CoreConfig(
        **{"tile_rows": 2, "tile_columns": 4, "lanes": 4, "max_width": 225},
        **{"tile_depth": 1, "counter_depth": 1, "class_depth": 1, "encoder": shape},
    )
    assert [field.name for field in payloads.sample_fields(core)] == ["pixels"]
    assert payloads.width(payloads.sample_fields(core)) == 32
    address = next(field for field in payloads.load_fields(core) if field.name == "address")
    assert address.bits == 4


def test_a_bus_has_the_time_steps_in_the_upper_half():
    assert payloads.label_word_fields(CORES["default"]) == payloads.label_fields(CORES["default"])
    label, steps = payloads.label_word_fields(CORES["timed"])
    of_stream = payloads.label_fields(CORES["timed"])
    assert (label, steps) == (of_stream[0], dataclasses.replace(of_stream[1], low=STEPS_LOW))


def test_packed_is_the_opposite_of_fields():
    fields = payloads.result_fields(CORES["default"])
    top = 1 << fields[1].bits - 1
    every = list(itertools.product((0, 9), (-top, -1, 0, top - 1), (0, 1)))
    columns = np.array(every).T
    values = dict(zip(("prediction", "margin", "triggered"), columns, strict=True))
    words = payloads.packed(fields, values)
    for field, column in zip(fields, columns, strict=True):
        np.testing.assert_array_equal(field.of(words), column)
    named = [dict(zip(values, row, strict=True)) for row in every]
    assert [payloads.packed(fields, row) for row in named] == words.tolist()
