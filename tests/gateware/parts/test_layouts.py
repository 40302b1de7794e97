"""Layouts of payloads: each field where spec/payloads.py says that it is."""

import pytest

from bep_hw.gateware.parts.layouts import payload_layout
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.payloads import stream_fields, width

CORES = {
    "default": CoreConfig(),
    "small": CoreConfig(tile_rows=4, tile_columns=8, lanes=8, counter_depth=3, tile_depth=999),
    "timed": CoreConfig(max_steps=6),
}


@pytest.mark.parametrize("name", CORES)
def test_streams_have_the_fields_of_their_payloads(name):
    for stream, fields in stream_fields(CORES[name]).items():
        shape = payload_layout(fields)
        if len(fields) == 1:
            assert (shape.width, shape.signed) == (fields[0].bits, False), stream
            continue
        assert shape.size == width(fields), stream
        for field, (found, place) in zip(fields, shape, strict=True):
            assert (found, place.offset, place.width) == (field.name, field.low, field.bits)
            assert getattr(place.shape, "signed", False) == field.signed
