"""Requests against a model of the registers: what is done, what is answered, what is dropped."""

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bep_hw.gateware.bus.link import Link
from bep_hw.spec.link import ESCAPE, FIRST, FLAG, REPLY, Decoder, encode, operation
from bep_hw.spec.registers import WINDOW, address
from tests.helpers.bench import DEEP, SEEDS, STALLS, Stalls, simulate

TRIES, REQUEST_WORDS, REPLY_WORDS = 8, 64, 32
SAMPLES, RESULTS = address("samples"), address("results")
PLACE = 0x100
REFUSED = 0x3A0
"""An address that the model always refuses."""


class Registers:
    """What is behind the access port: words, a FIFO of `depth` words that gives each back twice.

    The FIFO takes words at `samples` and gives results at `results`, as the core would: a word
    goes on to the results only if there is room for two of them.
    """

    def __init__(self, dut, depth=4):
        self.dut, self.depth = dut, depth
        self.words, self.log, self.waiting, self.results = {}, [], [], []

    async def serve(self, ctx):
        access = self.dut.access
        ports = (access.strobe, access.write, access.address, access.write_data, access.mask)
        while True:
            _, _, strobe, *values = await ctx.tick().sample(*ports)
            answer = self.answer(*values) if strobe else None
            ctx.set(access.error, answer is None)
            # Nothing may be read that was not answered.
            ctx.set(access.read_data, 0xDEAD_BEEF if answer is None else answer)

    def answer(self, write, place, word, mask):
        """The word that is read, 0 for a write; None if it is refused."""
        assert mask == 0xF
        if self.waiting and len(self.results) + 2 <= self.depth:
            self.results += 2 * [self.waiting.pop(0)]
        if place == REFUSED:
            return None
        if RESULTS <= place < RESULTS + WINDOW:
            return self.results.pop(0) if self.results and not write else None
        if write and SAMPLES <= place < SAMPLES + WINDOW:
            if len(self.waiting) == self.depth:
                return None
            self.waiting.append(word)
        elif write:
            self.words[place] = word
        self.log.append((place, word) if write else (place, None))
        return 0 if write else self.words.get(place, place)


def words(*values):
    return struct.pack(f"<{len(values)}I", *values)


def write(place, values, patient=False):
    return place, values, patient


def read(place, count, patient=False):
    return place, count, patient


def request(sequence, *operations):
    """The words of a request: writes of lists of words, reads of numbers of words."""
    found, answers = [sequence], 0
    for place, what, patient in operations:
        writes = isinstance(what, list)
        answers += 0 if writes else what
        until = len(found) + 1 + len(what) if writes else answers
        found += [operation(place, until, write=writes, patient=patient)]
        found += what if writes else []
    return words(*found)


class Host:
    """Sends bytes to a Link and gathers the frames that come back."""

    def __init__(self, *, stall=0.0, seed=0, depth=4, deep=False):
        self.dut = Link(
            tries=TRIES, request_words=REQUEST_WORDS, reply_words=REPLY_WORDS, deep=deep
        )
        self.registers = Registers(self.dut, depth)
        self.stalls, self.decoder, self.line = Stalls(stall, seed), Decoder(), b""
        self.replies = []

    def run(self, bench):
        simulate(self.dut, bench, background=[self.registers.serve, self.listen], limit=1_000_000)

    async def listen(self, ctx):
        o = self.dut.o
        while True:
            ctx.set(o.ready, not self.stalls())
            _, _, valid, ready, byte = await ctx.tick().sample(o.valid, o.ready, o.payload)
            if valid and ready:
                self.line += bytes([byte])
                self.replies += self.decoder.feed(bytes([byte]))

    async def send(self, ctx, data):
        for byte in data:
            await self.stalls.pause(ctx)
            ctx.set(self.dut.byte, byte)
            ctx.set(self.dut.valid, 1)
            await ctx.tick()
            ctx.set(self.dut.valid, 0)
            # A byte stays for a while, and the next one takes much longer.
            for _ in range(4):
                await ctx.tick()

    async def ask(self, ctx, sequence, *operations, cycles=4000):
        """The reply to a request: (sequence, position, refused, words read); None if none comes."""
        await self.send(ctx, encode(request(sequence, *operations)))
        return await self.hear(ctx, cycles)

    async def hear(self, ctx, cycles=4000):
        for _ in range(cycles):
            if self.replies:
                *rest, tail = struct.unpack(f"<{len(self.replies[0]) // 4}I", self.replies.pop(0))
                return (*(field.of(tail) for field in REPLY), rest)
            await ctx.tick()
        return None


def test_latency():
    """The first byte of the reply comes `latency` cycles after the closing flag."""
    host = Host()
    dut = host.dut

    async def bench(ctx):
        *frame, flag = encode(request(1))
        await host.send(ctx, frame)
        ctx.set(dut.byte, flag)
        ctx.set(dut.valid, 1)
        for _ in range(dut.latency):
            assert not ctx.get(dut.o.valid)
            await ctx.tick()
            ctx.set(dut.valid, 0)
        assert ctx.get(dut.o.valid) and ctx.get(dut.o.payload) == FLAG
        assert await host.hear(ctx) == (1, 1, 0, [])

    host.run(bench)


@DEEP
@SEEDS
@STALLS
def test_reads_and_writes(seed, stall, deep):
    host, source = Host(stall=stall, seed=seed, deep=deep), random.Random(seed)

    async def bench(ctx):
        values = [source.getrandbits(32) for _ in range(5)]
        operations = write(PLACE, values), read(PLACE, 3), read(PLACE + 4, 2), write(3, [7])
        wanted = [*values[:3], values[4], PLACE + 5]
        assert await host.ask(ctx, 5, *operations) == (5, 11, 0, wanted)
        assert await host.ask(ctx, 6, read(3, 1)) == (6, 2, 0, [7])
        assert host.registers.log[:5] == [(PLACE + n, value) for n, value in enumerate(values)]

    host.run(bench)


@STALLS
def test_every_byte_value(stall):
    """Flags and escapes among the data, in both directions and in the CRC."""
    host = Host(stall=stall)
    values = [0x7E7E_7E7E, 0x7D7D_7D7D, 0x7E5E_7D5D, 0x7D7E_7D7E]
    values += [sum((byte + n) << 8 * n for n in range(4)) for byte in range(0, 256, 4)]

    async def bench(ctx):
        for n in range(0, len(values), 4):
            reply = await host.ask(ctx, n + 1, write(PLACE, values[n : n + 4]), read(PLACE, 4))
            assert reply == (n + 1, 7, 0, values[n : n + 4])

    host.run(bench)
    assert host.line.count(bytes([ESCAPE])) > 10


def test_a_repeat_is_answered_and_not_done_again():
    host = Host()

    async def bench(ctx):
        operations = write(PLACE, [1]), read(PLACE, 1)
        first = await host.ask(ctx, 9, *operations)
        log = list(host.registers.log)
        for _ in range(3):
            assert await host.ask(ctx, 9, *operations) == first == (9, 4, 0, [1])
        assert host.registers.log == log
        assert await host.ask(ctx, 8, *operations) == (8, 4, 0, [1])
        assert host.registers.log == 2 * log
        # The first one of a host is always done.
        for count in (3, 4):
            assert await host.ask(ctx, FIRST, *operations) == (FIRST, 4, 0, [1])
            assert host.registers.log == count * log

    host.run(bench)


@pytest.mark.parametrize("patient", [False, True])
def test_what_is_refused_ends_a_request(patient):
    """`position` is that of a refused word, or behind a refused read."""
    host = Host()

    async def bench(ctx):
        operations = write(PLACE, [1, 2]), write(REFUSED - 1, [3, 4, 5], patient), write(7, [8])
        assert await host.ask(ctx, 1, *operations) == (1, 6, 1, [])
        assert host.registers.words == {PLACE: 1, PLACE + 1: 2, REFUSED - 1: 3}
        operations = read(PLACE, 2), read(REFUSED, 1, patient), read(PLACE, 1)
        assert await host.ask(ctx, 2, *operations) == (2, 3, 1, [1, 2])

    host.run(bench)


def test_too_long_a_read_or_operation_is_refused():
    host = Host()

    async def bench(ctx):
        reply = await host.ask(ctx, 1, read(0, REPLY_WORDS), cycles=20_000)
        assert reply == (1, 2, 1, list(range(REPLY_WORDS - 1)))
        # Two words are announced and one is there.
        until_4 = operation(PLACE, 4, write=True, patient=False)
        await host.send(ctx, encode(words(2, until_4, 5)))
        assert await host.hear(ctx) == (2, 3, 1, [])
        assert host.registers.log[-1] == (PLACE, 5)

    host.run(bench)


@DEEP
@SEEDS
@STALLS
def test_patience(seed, stall, deep):
    """More words than fit, and each gives two results: none waits for the other, none is lost."""
    host = Host(stall=stall, seed=seed, deep=deep)
    values = list(range(1, 15))
    wanted = [value for value in values for _ in range(2)]

    async def bench(ctx):
        operations = write(SAMPLES, values, True), read(RESULTS, 28, True)
        assert await host.ask(ctx, 1, *operations) == (1, 17, 0, wanted)
        # Asked for more than come.
        operations = write(SAMPLES, [7], True), read(RESULTS, 3, True)
        assert await host.ask(ctx, 2, *operations) == (2, 4, 1, [7, 7])
        # Impatient ones are refused at once.
        operations = write(SAMPLES, values[:9]), read(RESULTS, 2)
        assert await host.ask(ctx, 3, *operations) == (3, 8, 1, [])

    host.run(bench)


def test_results_never_overflow_a_reply():
    """A patient write waits in vain once the reply is full; the next request takes what waits."""
    host = Host(depth=8)
    values = list(range(30))
    wanted = 16 * [0] + [value for value in values for _ in range(2)]

    async def bench(ctx):
        host.registers.waiting = [0] * 8
        _, position, refused, first = await host.ask(ctx, 1, write(SAMPLES, values, True))
        assert refused and first == wanted[: REPLY_WORDS - 1]
        # Before `position` are the head and the operation.
        rest = wanted[len(first) : 16 + 2 * (position - 2)]
        assert await host.ask(ctx, 2, read(RESULTS, len(rest), True)) == (2, 2, 0, rest)

    host.run(bench)


def damaged(frame, source):
    """A frame with something wrong in it."""
    bad = bytearray(frame)
    while Decoder().feed(bytes([FLAG, *bad, FLAG])):
        bad = bytearray(frame)
        place = source.randrange(len(bad))
        kind = source.randrange(6)
        if kind == 0:
            bad[place] ^= 1 << source.randrange(8)
        elif kind == 1:
            del bad[place]
        elif kind == 2:
            bad.insert(place, source.getrandbits(8))
        elif kind == 3:
            bad.insert(place, bad[place])
        elif kind == 4:
            del bad[place:]
        else:
            del bad[:place]
    return bytes(bad)


@pytest.mark.parametrize("seed", range(6), ids="seed{}".format)
def test_damaged_requests_are_never_done(seed):
    """And the next right one always is."""
    host, source = Host(), random.Random(seed)

    async def bench(ctx):
        for sequence in range(1, 12):
            good = encode(request(sequence, write(PLACE, [0xAAAA_7EAA, sequence])))
            bad = encode(request(sequence, write(PLACE, [0x5555_7E55, 0])))
            log = list(host.registers.log)
            await host.send(ctx, damaged(bad, source))
            assert await host.hear(ctx, 200) is None
            assert host.registers.log == log
            await host.send(ctx, good)
            assert await host.hear(ctx) == (sequence, 4, 0, [])
            assert host.registers.log == [*log, (PLACE, 0xAAAA_7EAA), (PLACE + 1, sequence)]

    host.run(bench)


@pytest.mark.parametrize(
    "noise",
    [
        b"",
        bytes([FLAG]) * 5,
        bytes(4),
        bytes([FLAG, 0, 0, 0, 0, FLAG]),
        bytes([ESCAPE]),
        bytes([FLAG, ESCAPE]),
        bytes(range(256)),
        bytes([FLAG, *[1] * (4 * REQUEST_WORDS + 9)]),
    ],
    ids=["nothing", "flags", "zeros", "empty", "escape", "aborted", "all", "long"],
)
def test_noise_before_a_request(noise):
    host = Host()

    async def bench(ctx):
        await host.send(ctx, noise)
        assert await host.hear(ctx, 300) is None
        assert await host.ask(ctx, 1, read(5, 1)) == (1, 2, 0, [5])

    host.run(bench)
    assert host.registers.log == [(5, None)]


@pytest.mark.parametrize("extra, done", [(0, True), (1, False)])
def test_the_longest_request(extra, done):
    """One word more does not fit, and does nothing."""
    host = Host()
    values = list(range(REQUEST_WORDS - 3 + extra))

    async def bench(ctx):
        reply = await host.ask(ctx, 1, write(0, values), cycles=2_000)
        assert reply == ((1, REQUEST_WORDS - 1, 0, []) if done else None)
        assert len(host.registers.log) == (len(values) if done else 0)
        assert await host.ask(ctx, 2) == (2, 1, 0, [])

    host.run(bench)


def test_what_comes_before_the_reply_has_gone_is_dropped():
    """Even in the middle of a request, and it is not taken for the end of one."""
    host = Host()

    async def bench(ctx):
        frame = encode(request(2, write(PLACE, [5])))
        await host.send(ctx, encode(request(1, read(REFUSED, 1, True))))
        await host.send(ctx, frame[:-3])
        assert await host.hear(ctx) == (1, 2, 1, [])
        await host.send(ctx, frame[-3:])
        assert await host.hear(ctx, 300) is None
        await host.send(ctx, frame)
        assert await host.hear(ctx) == (2, 3, 0, [])
        assert host.registers.log == [(PLACE, 5)]

    host.run(bench)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 7)), max_size=4), st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_any_request(lengths, seed):
    """Writes and reads of random lengths at random places, as a dictionary does them."""
    host, source = Host(stall=0.3 * (seed % 2), seed=seed), random.Random(seed)
    operations, wanted, model, position = [], [], {}, 1
    for writes, length in lengths:
        place = source.randrange(PLACE, PLACE + 16)
        if writes:
            values = [source.getrandbits(32) for _ in range(length)]
            operations.append(write(place, values))
            model |= {place + n: value for n, value in enumerate(values)}
        else:
            operations.append(read(place, length))
            wanted += [model.get(at, at) for at in range(place, place + length)]
        position += 1 + writes * length

    async def bench(ctx):
        assert await host.ask(ctx, 1, *operations, cycles=10_000) == (1, position, 0, wanted)

    host.run(bench)
