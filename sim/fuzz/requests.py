"""What a device may answer to the bytes of a serial line: `bep_hw.spec.link`, seen from outside."""

import struct
import zlib

from bep_hw.spec.link import (
    ESCAPE,
    FIRST,
    FLAG,
    FLIP,
    OPERATION,
    REPLY,
    REPLY_WORDS,
    REQUEST_WORDS,
)
from bep_hw.spec.registers import BUS_ADDRESS_BITS
from sim.fuzz.shadow import must


def requests(data):
    """(words of all requests that end in `data`, whether bytes come behind the first of them).

    What stands before the first flag is the rest of something that the device did not take.
    """
    _, *parts, rest = data.split(bytes([FLAG])) if FLAG in data else (b"", b"")
    found = [(number, words) for number, part in enumerate(parts) if (words := _words(part))]
    more = bool(found) and (bool(rest) or found[0][0] < len(parts) - 1)
    return [words for _, words in found], more


def _words(part):
    """The words of a request between two flags, as the device takes it; None if it does not.

    An ESCAPE flips the byte behind it, whatever that is; several are one.
    """
    received, flip = bytearray(), 0
    for byte in part:
        if byte == ESCAPE:
            flip = FLIP
        else:
            received.append(byte ^ flip)
            flip = 0
    if not 8 <= len(received) <= 4 * REQUEST_WORDS or len(received) % 4:
        return None
    *words, crc = struct.unpack(f"<{len(received) // 4}I", received)
    return words if zlib.crc32(received[:-4]) == crc else None


class Device:
    """Judges replies, and tells `shadow` of the accesses that were done for them.

    counts: {answer: how many there were}
    """

    def __init__(self, shadow, counts=None):
        self.shadow = shadow
        self.last = FIRST, None  # sequence number and body of the reply
        self.counts = counts or {"done": 0, "refused": 0, "answered again": 0}

    def judge(self, wanted, replies, more):
        """Finding unless the `replies` (bodies) may follow upon the requests `wanted` (words).

        more: whether bytes came while the device was busy with the first one, which it drops: so
            it may answer all others, or not
        """
        open_ = list(wanted)
        must(bool(replies) or not open_, "a request is not answered")
        for number, body in enumerate(replies):
            must(len(body) >= 4, "an empty reply")
            sequence = REPLY[0].of(struct.unpack("<I", body[-4:])[0])
            while open_ and open_[0][0] & 0xFF != sequence:
                must(number > 0, "the first request is not answered")
                open_.pop(0)
            must(bool(open_), f"a reply to {sequence}, which was not asked")
            self._reply(open_.pop(0), sequence, body)
        must(more or not open_, "a request is not answered")

    def _reply(self, words, sequence, body):
        if sequence == self.last[0] != FIRST:
            must(body == self.last[1], "a repeated request is answered differently")
            self.counts["answered again"] += 1
            return
        self.last = sequence, body
        *read, tail = struct.unpack(f"<{len(body) // 4}I", body)
        position, refused = REPLY[1].of(tail), bool(REPLY[2].of(tail))
        self.counts["refused" if refused else "done"] += 1
        self._follow(words, read, position, refused)

    def _follow(self, words, read, position, refused):
        """Tell the shadow of each access; `read` and `position` say how far the device came."""
        at, taken = 1, 0
        while at < len(words):
            place, until, write, patient = (field.of(words[at]) for field in OPERATION)
            at += 1
            if write and patient:
                # Between its tries the device takes results. Such a write comes last.
                self.shadow.results += read[taken:]
                taken = len(read)
            while until != (at if write else taken):
                if at == len(words) if write else taken == REPLY_WORDS - 1:
                    must(refused and position == at, "an operation without end goes on")
                    return must(taken == len(read), "there are too many words in a reply")
                ends = refused and position == at and taken == len(read)
                must(ends or write or taken < len(read), "words of a reply are missing")
                if write:
                    self.shadow.write(place, ends, words[at])
                else:
                    self.shadow.read(place, ends, 0 if ends else read[taken])
                if ends:
                    return None
                at, taken = at + write, taken + (not write)
                place = (place + 1) % (1 << BUS_ADDRESS_BITS)
        must(not refused and position == at, f"position {position} of a request, not {at}")
        return must(taken == len(read), "there are too many words in a reply")
