"""Payloads of the core's streams; gateware and hosts are built from this description.

A payload is a tuple of `Field`, lowest first and without gaps. Their widths follow from the
parameters of the core.
"""

import dataclasses

from bep_hw.spec.encoder_shape import PIXEL_BITS, PIXELS_PER_WORD
from bep_hw.spec.registers import STEPS_LOW, Field
from bep_hw.support.integers import bits_for

COUNTERS, TILES, CLASSES, THRESHOLDS = range(4)
"""Kinds of a load: the memory that it writes, or the thresholds of the encoder."""


def load_fields(core):
    """A word to load: kind and address, for W and P the part of a tile, and the contents."""
    depth = max(core.counter_depth, core.tile_depth, core.class_depth)
    if core.encoder:
        depth = max(depth, core.encoder.thresholds)
    return _fields(
        ("kind", 2),
        ("address", bits_for(depth - 1)),
        ("row", bits_for(core.tile_rows - 1)),
        ("segment", bits_for(core.tile_columns // core.piece - 1)),
        ("data", counter_word_bits(core)),
    )


def sample_fields(core):
    """D inputs of a sample, or pixels for the core's encoder."""
    if core.encoder:
        return _fields(("pixels", PIXELS_PER_WORD * PIXEL_BITS))
    return _fields(("inputs", core.tile_columns))


def label_fields(core):
    """The class of a sample, and in a core for recurrent networks its own time steps.

    The class has a value more than there are classes, so that all ones are never a class.
    """
    steps = [("steps", bits_for(core.max_steps))] if core.in_time else []
    return _fields(("label", bits_for(core.max_classes)), *steps)


def label_word_fields(core):
    """Fields of the register `label` of a bus, as in `label_fields`."""
    lows = {"label": 0, "steps": STEPS_LOW}
    return tuple(dataclasses.replace(f, low=lows[f.name]) for f in label_fields(core))


def result_fields(core):
    """Result of a sample: predicted class, margin, and whether it triggered."""
    return _fields(
        ("prediction", bits_for(core.max_classes - 1)),
        ("margin", core.count_bits + 2, True),
        ("triggered", 1),
    )


def fetch_fields(core):
    """The address of a word of counters."""
    return _fields(("address", bits_for(core.counter_depth - 1)))


def fetched_fields(core):
    """The word of counters at that address, lane by lane."""
    return _fields(("counters", counter_word_bits(core)))


def stream_fields(core):
    """{stream: fields of its payload} of all streams of a core."""
    return {
        "samples": sample_fields(core),
        "labels": label_fields(core),
        "results": result_fields(core),
        "load": load_fields(core),
        "fetch": fetch_fields(core),
        "fetched": fetched_fields(core),
    }


def counter_word_bits(core):
    """Width of the counter memory [bits]: `lanes` counters in two's complement."""
    return core.lanes * core.counter_bits


def width(fields):
    """Bits of a payload."""
    return max(field.low + field.bits for field in fields)


def packed(fields, values):
    """The payload with these values, {name: integer or array of integers}."""
    return sum((values[f.name] & ((1 << f.bits) - 1)) << f.low for f in fields)


def _fields(*described):
    """Fields from (name, bits) or (name, bits, signed), lowest bits first."""
    fields, low = [], 0
    for name, bits, *signed in described:
        fields.append(Field(name, low, bits, *signed))
        low += bits
    return tuple(fields)
