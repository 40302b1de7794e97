"""A line that loses, doubles and spoils what goes over it, bytes and whole frames, both ways."""

import random


class FaultyLine:
    """`line` (see `bep_hw.host.link.Serial`) with faults.

    frames, bytes: probability of a fault of a frame, or of whatever comes at once, and of a byte
    faults: how many there were so far
    """

    def __init__(self, line, *, seed, frames=0.15, bytes=0.0005):
        self.line, self.random = line, random.Random(seed)
        self.frames, self.bytes = frames, bytes
        self.faults = 0
        self.clock, self.close = line.clock, line.close

    def write(self, data):
        self.line.write(self.spoiled(data))

    def read(self):
        return self.spoiled(self.line.read())

    def spoiled(self, data):
        """What of `data` gets through."""
        source, whole = self.random, bytearray()
        for byte in data:
            if source.random() >= self.bytes:
                whole.append(byte)
                continue
            self.faults += 1
            noise = source.getrandbits(8)
            faults = [], [byte, byte], [noise], [byte, noise], [byte ^ 4], [0x7E], [0x7D]
            whole += bytes(source.choice(faults))
        if whole and source.random() < self.frames:
            self.faults += 1
            cut = source.randrange(len(whole))
            whole = source.choice(
                [b"", whole + whole, whole[:cut], whole[cut:], whole[:cut] + whole]
            )
        return bytes(whole)
