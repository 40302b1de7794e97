"""Frames of the host link, in Python: what is encoded is decoded, and nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bep_hw.spec.link import (
    ESCAPE,
    FLAG,
    MAX_DIVISOR,
    MIN_DIVISOR,
    OPERATION,
    REPLY,
    REQUEST_WORDS,
    Decoder,
    check_divisor,
    encode,
    operation,
)
from bep_hw.spec.registers import BUS_ADDRESS_BITS
from bep_hw.support.errors import ConfigError

BODIES = st.lists(st.binary(min_size=4, max_size=40).map(lambda body: body[: len(body) & ~3]))


def test_fields_fit():
    """Each register has an address, and `until` and `position` count to the end of a request."""
    bits = {field.name: field.bits for field in (*OPERATION, *REPLY)}
    assert bits["address"] == BUS_ADDRESS_BITS
    assert min(1 << bits["until"], 1 << bits["position"]) > REQUEST_WORDS
    for fields in (OPERATION, REPLY):
        ends = [0, *(field.low + field.bits for field in fields)]
        starts = [*(field.low for field in fields), 32]
        assert all(end <= start for end, start in zip(ends, starts, strict=True))


def test_operation():
    word = operation(0x3FF, 5, write=True, patient=False)
    assert [field.of(word) for field in OPERATION] == [0x3FF, 5, 1, 0]


def test_a_frame():
    """The CRC-32 of "1234" is 0x9BE3E0A3; flags are at the ends alone."""
    assert encode(b"1234") == b"\x7e1234\xa3\xe0\xe3\x9b\x7e"
    assert encode(b"\x7e\x7d56")[1:7] == b"\x7d\x5e\x7d\x5d56"


@given(BODIES, st.binary(max_size=20), st.integers(0, 2**32 - 1))
def test_in_any_pieces(bodies, noise, seed):
    """Noise before the first flag loses nothing, and frames may come in any pieces."""
    noise = noise.replace(bytes([FLAG]), b"")
    line, source, decoder, found = noise, random.Random(seed), Decoder(), []
    for body in bodies:
        line += encode(body)
    assert line.count(bytes([FLAG])) == 2 * len(bodies)
    while line:
        cut = source.randrange(1, 20)
        found += decoder.feed(line[:cut])
        line = line[cut:]
    assert found == bodies


@given(st.binary(min_size=4, max_size=60), st.data())
def test_no_changed_byte_is_missed(body, data):
    frame = bytearray(encode(body[: len(body) & ~3]))
    place = data.draw(st.integers(1, len(frame) - 2))
    frame[place] ^= data.draw(st.integers(1, 255))
    assert Decoder().feed(bytes(frame)) == []


def test_a_line_without_flags_fills_no_memory():
    decoder = Decoder()
    for _ in range(100):
        assert decoder.feed(bytes([ESCAPE]) * 1000) == []
    assert len(decoder._part) <= 16 * REQUEST_WORDS
    assert decoder.feed(encode(b"5678")) == [b"5678"]


@pytest.mark.parametrize("divisor", [0, MIN_DIVISOR - 1, MAX_DIVISOR + 1])
def test_bad_divisors(divisor):
    with pytest.raises(ConfigError, match=f"divisor {divisor}: must be from 4 to 65536"):
        check_divisor(divisor)
