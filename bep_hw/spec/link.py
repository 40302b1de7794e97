"""The protocol of the host link; gateware, host and docs follow this description.

A frame is a list of 32-bit words, lowest byte first, and their CRC-32, framed as in HDLC over
asynchronous lines (RFC 1662): FLAG before and after, and each byte FLAG or ESCAPE within sent as
ESCAPE and the byte xor FLIP. Flags occur nowhere else, so after lost bytes or remains of another
host's frame, the next frame is understood.

A request is a head (the sequence number) and operations, each a word of OPERATION fields and, if
it writes, the words for as many addresses from `address` on. A write goes on until the word `until`
of the request, where the next operation is; a read until the reply has `until` words. A patient
access that is refused is tried again, TRIES times without any progress; between two tries of a
write a waiting result is put into the reply, so that samples and results never block each other.
An operation that is refused ends a request.

A reply is the words that were read, and a word of REPLY fields. A request with the
sequence number of the last one is not executed again, but answered once more with the same reply.
FIRST, the sequence number with which a host begins, is always executed.
"""

import struct
import zlib

from bep_hw.spec.registers import Field
from bep_hw.support.errors import require

FLAG, ESCAPE, FLIP = 0x7E, 0x7D, 0x20

REQUEST_WORDS, REPLY_WORDS = 512, 256
"""Words that a request (with its CRC) and a reply (without) can have."""

TRIES = 1 << 14
"""Tries of a patient access without any progress; each takes up to 4 clock cycles."""

MIN_DIVISOR, MAX_DIVISOR = 4, 1 << 16
"""Clock cycles per bit on the line."""

FIRST, LAST = 0, 0xFF
"""Sequence numbers; after LAST comes FIRST + 1."""

OPERATION = (
    Field("address", 0, 10),
    Field("until", 10, 10),
    Field("write", 20, 1),
    Field("patient", 21, 1),
)

REPLY = (
    Field("sequence", 0, 8),
    Field("position", 8, 10),
    Field("refused", 31, 1),
)
"""`position`: words of the request that were used, none of them refused."""


def check_divisor(divisor):
    """Raise ConfigError unless `divisor` is a supported number of clock cycles per bit."""
    require(
        MIN_DIVISOR <= divisor <= MAX_DIVISOR,
        f"divisor {divisor}: must be from {MIN_DIVISOR} to {MAX_DIVISOR} clock cycles per bit",
    )


def operation(address, until, *, write, patient):
    """The word that begins an operation."""
    values = {"address": address, "until": until, "write": write, "patient": patient}
    return sum(int(values[field.name]) << field.low for field in OPERATION)


def encode(body):
    """The bytes on the line for a frame with the words `body`, as bytes."""
    data = body + struct.pack("<I", zlib.crc32(body))
    for special in (ESCAPE, FLAG):
        data = data.replace(bytes([special]), bytes([ESCAPE, special ^ FLIP]))
    return bytes([FLAG]) + data + bytes([FLAG])


class Decoder:
    """Finds frames in bytes from the line, which may come in any pieces."""

    def __init__(self):
        self._part = b""

    def feed(self, data):
        """The bodies of the frames that end within `data`; anything else is dropped."""
        *parts, self._part = (self._part + data).split(bytes([FLAG]))
        # No frame is longer, so what is cannot become one.
        self._part = self._part[: 16 * REQUEST_WORDS]
        return [body for body in map(_body, parts) if body is not None]


def _body(part):
    """The words between two flags, as bytes, if they form a frame."""
    for special in (FLAG, ESCAPE):
        part = part.replace(bytes([ESCAPE, special ^ FLIP]), bytes([special]))
    if len(part) < 8 or len(part) % 4:
        return None
    body, crc = part[:-4], part[-4:]
    return body if crc == struct.pack("<I", zlib.crc32(body)) else None
