"""Link: answers requests from a line of bytes with accesses to the registers."""

from amaranth.hdl import Module, Mux, ResetInserter, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.crc.catalog import CRC32_ISO_HDLC
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.shell import Shell, access_signature
from bep_hw.gateware.bus.uart import BITS, UartReceiver, UartTransmitter
from bep_hw.gateware.bus.words import WORD
from bep_hw.gateware.memory.memories import COLLIDES
from bep_hw.gateware.memory.pieces import memory_in_pieces
from bep_hw.gateware.technology import PORTABLE
from bep_hw.spec.link import (
    ESCAPE,
    FIRST,
    FLAG,
    FLIP,
    OPERATION,
    REPLY,
    REPLY_WORDS,
    REQUEST_WORDS,
    TRIES,
)
from bep_hw.spec.registers import address

BYTES = WORD // BITS

CRC_BITS = 2
"""Bits of a byte that go through the CRC in a cycle: few, which is smaller and fast enough."""

STEPS = BITS // CRC_BITS


class Link(wiring.Component):
    """Carries out the requests of bep_hw.spec.link, one after the other.

    A request is stored, and carried out only if its CRC is right. Bytes that arrive before
    the reply is sent are dropped.

    Latency: 7 [cycles], from the closing flag of a request without operations to the first byte of
    the reply. Throughput: a word in 3 [cycles], with `deep` in 4, and 2 more per operation; any
    line is slower.

    Parameters
    ----------
    tries : of a patient access, without any progress, after which it is refused
    request_words, reply_words : the most that a request and a reply can have
    deep : a word to write is in a register before it is written, which takes a cycle more: in a
        large core the way to the registers takes the cycle, and the memory of requests is slow

    Members
    -------
    valid, byte : from the line; a byte that stays for 5 cycles, valid in the first
    o : bytes for the line
    access : to `Shell`
    refused : the last request was not carried out to its end
    """

    latency = 7

    def __init__(
        self,
        *,
        tries=TRIES,
        request_words=REQUEST_WORDS,
        reply_words=REPLY_WORDS,
        deep=False,
        write_enables=True,
    ):
        self.deep, self.tries, self.write_enables = deep, tries, write_enables
        self.request_words, self.reply_words = request_words, reply_words
        super().__init__(
            {
                "valid": In(1),
                "byte": In(BITS),
                "o": Out(stream.Signature(BITS)),
                "access": Out(access_signature()),
                "refused": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.crc = self.crc = CRC32_ISO_HDLC(data_width=CRC_BITS).create()
        m.submodules.request = request = self._memory(self.request_words, BITS)
        m.submodules.reply = reply = self._memory(self.reply_words)
        self.store, self.fetch = request.write_port(granularity=BITS), request.read_port()
        self.note, self.recall = reply.write_port(), reply.read_port()
        most = max(self.request_words, self.reply_words)
        # Words of the request and of the reply; the word at work, in either, and a byte of it.
        self.length, self.filled = Signal(range(most)), Signal(range(self.reply_words + 1))
        self.position, self.part = Signal(range(most + 1)), Signal(range(BYTES))
        self.value, self.escaped, self.step = Signal(BITS), Signal(), Signal(range(STEPS))
        self.sequence = Signal(REPLY[0].bits, init=FIRST)
        m.d.comb += [
            self.fetch.addr.eq(self.position),
            self.recall.addr.eq(self.position),
            self.crc.data.eq(self.value.word_select(self.step, CRC_BITS)),
        ]
        with m.FSM():
            self._receive(m)
            self._carry_out(m)
            self._reply(m)
        return m

    def _memory(self, depth, granularity=None):
        """A memory of words; no word is read while it is written."""
        return memory_in_pieces(
            width=WORD,
            depth=depth,
            granularity=granularity,
            attributes=COLLIDES,
            write_enables=self.write_enables,
        )

    def _receive(self, m):
        """Store the bytes between two flags; continue if they are a request."""
        crc, position, part, escaped = self.crc, self.position, self.part, self.escaped
        # Between the flags there is no request, but the rest of one, or too much.
        broken = Signal(init=1)
        received = self.byte ^ Mux(escaped, FLIP, 0)
        m.d.comb += [self.store.addr.eq(position), self.store.data.eq(received.replicate(BYTES))]
        with m.State("RECEIVE"):
            with m.If(self.valid & (self.byte == FLAG)):
                m.d.comb += crc.start.eq(1)
                m.d.sync += [position.eq(0), part.eq(0), escaped.eq(0), broken.eq(0)]
                # Four zero bytes are the CRC of nothing; a request has a head.
                with m.If(crc.match_detected & (part == 0) & (position > 1) & ~broken):
                    m.d.sync += broken.eq(1)
                    m.next = "BEGIN"
            with m.Elif(self.valid & (self.byte == ESCAPE)):
                m.d.sync += escaped.eq(1)
            with m.Elif(self.valid):
                m.next = "STORE"
        with m.State("STORE"):
            m.d.comb += [self.value.eq(received), crc.valid.eq(1)]
            m.d.sync += self.step.eq(self.step + 1)
            with m.If(self.step == STEPS - 1):
                m.d.sync += [escaped.eq(0), part.eq(part + 1)]
                m.next = "RECEIVE"
                with m.If(position == self.request_words):
                    m.d.sync += broken.eq(1)
                with m.Else():
                    m.d.comb += self.store.en.eq(1 << part)
                    with m.If(part == BYTES - 1):
                        # The last word is the CRC and no longer part of the request.
                        m.d.sync += [self.length.eq(position), position.eq(position + 1)]
        head = Signal.like(self.sequence)
        with m.State("BEGIN"):
            m.next = "FETCH"
        with m.State("FETCH"):
            m.d.sync += head.eq(self.fetch.data)
            m.next = "HEAD"
        with m.State("HEAD"):
            with m.If((head == self.sequence) & (head != FIRST)):
                m.next = "OPEN"
            with m.Else():
                m.d.sync += [
                    self.sequence.eq(head),
                    self.refused.eq(0),
                    self.filled.eq(0),
                    position.eq(1),
                ]
                m.next = "LOOK"

    def _carry_out(self, m):
        """Do the operations until all are done or one is refused; then note the outcome."""
        access = self.access
        self.now = {field.name: Signal(field.bits, name=field.name) for field in OPERATION}
        # The last word of a reply is kept for how it went.
        self.full = self.filled == self.reply_words - 1
        # What is accessed: that of the operation, or a result that waits.
        self.writes, self.place = Signal(), Signal.like(self.now["address"], name="place")
        self.tried, self.data = Signal(range(self.tries)), Signal(WORD)
        if not self.deep:
            m.d.comb += self.data.eq(self.fetch.data)
        m.d.comb += [
            access.write.eq(self.writes),
            access.mask.eq(~0),
            access.address.eq(self.place),
            access.write_data.eq(self.data),
            self.note.addr.eq(self.filled),
            self.note.data.eq(access.read_data),
        ]
        self._operation(m)
        self._access(m)
        self._take_result(m)
        self._end(m)

    def _operation(self, m):
        """Read an operation, and look whether it has anything left to do."""
        now, position, filled = self.now, self.position, self.filled
        with m.State("LOOK"):
            m.next = "OPERATION"
        with m.State("OPERATION"):
            for field in OPERATION:
                bits = self.fetch.data[field.low : field.low + field.bits]
                m.d.sync += now[field.name].eq(bits)
            with m.If(position == self.length):
                m.next = "END"
            with m.Else():
                m.d.sync += position.eq(position + 1)
                m.next = "CHECK"
        with m.State("CHECK"):
            m.d.sync += [
                self.tried.eq(0),
                self.writes.eq(now["write"]),
                self.place.eq(now["address"]),
            ]
            m.next = "DATA" if self.deep else "STROBE"
            with m.If(now["until"] == Mux(now["write"], position, filled)):
                m.next = "OPERATION"
            with m.Elif(Mux(now["write"], position == self.length, self.full)):
                m.d.sync += self.refused.eq(1)
                m.next = "END"

    def _access(self, m):
        """Write or read one word; if it is refused, again, or give up."""
        access, now, position, filled = self.access, self.now, self.position, self.filled
        tried = self.tried
        if self.deep:
            with m.State("DATA"):
                m.d.sync += self.data.eq(self.fetch.data)
                m.next = "STROBE"
        with m.State("STROBE"):
            m.d.comb += access.strobe.eq(1)
            m.next = "ANSWER"
        with m.State("ANSWER"):
            with m.If(~access.error):
                m.d.sync += now["address"].eq(now["address"] + 1)
                with m.If(now["write"]):
                    m.d.sync += position.eq(position + 1)
                with m.Else():
                    m.d.comb += self.note.en.eq(1)
                    m.d.sync += filled.eq(filled + 1)
                m.next = "CHECK"
            with m.Elif(~now["patient"] | (tried == self.tries - 1)):
                m.d.sync += self.refused.eq(1)
                m.next = "END"
            with m.Else():
                m.d.sync += tried.eq(tried + 1)
                m.next = "STROBE"
                with m.If(now["write"] & ~self.full):
                    m.d.sync += [self.writes.eq(0), self.place.eq(address("results"))]
                    m.next = "TAKE"

    def _take_result(self, m):
        """Between two tries of a write, take a result if one waits."""
        access, filled = self.access, self.filled
        with m.State("TAKE"):
            m.d.comb += access.strobe.eq(1)
            m.next = "TAKEN"
        with m.State("TAKEN"):
            m.d.sync += [self.writes.eq(self.now["write"]), self.place.eq(self.now["address"])]
            with m.If(~access.error):
                m.d.comb += self.note.en.eq(1)
                m.d.sync += [filled.eq(filled + 1), self.tried.eq(0)]
            m.next = "STROBE"

    def _end(self, m):
        """Note the outcome of the request, behind the words that were read."""
        note, filled = self.note, self.filled
        with m.State("END"):
            values = {
                "sequence": self.sequence,
                "position": self.position,
                "refused": self.refused,
            }
            m.d.comb += [note.data.eq(0), note.en.eq(1)]
            for field in REPLY:
                bits = note.data[field.low : field.low + field.bits]
                m.d.comb += bits.eq(values[field.name])
            m.d.sync += filled.eq(filled + 1)
            m.next = "OPEN"

    def _reply(self, m):
        """Send the reply, which stays stored so that it can be sent again."""
        crc, o, position, part, sent = self.crc, self.o, self.position, self.part, Signal(BITS)
        ending, word = Signal(), Signal(WORD)
        m.d.comb += sent.eq(word.word_select(part, BITS))
        with m.State("OPEN"):
            m.d.comb += [o.payload.eq(FLAG), o.valid.eq(1), crc.start.eq(1)]
            m.d.sync += position.eq(0)
            with m.If(o.ready):
                m.next = "RECALL"
        with m.State("RECALL"):
            m.d.sync += ending.eq(position == self.filled)
            m.next = "WORD"
        with m.State("WORD"):
            m.d.sync += word.eq(Mux(ending, crc.crc, self.recall.data))
            m.next = "SEND"
        with m.State("SEND"):
            m.d.comb += [o.payload.eq(sent ^ Mux(self.escaped, FLIP, 0)), o.valid.eq(1)]
            with m.If(~self.escaped & ((sent == FLAG) | (sent == ESCAPE))):
                m.d.comb += o.payload.eq(ESCAPE)
                m.d.sync += self.escaped.eq(o.ready)
            with m.Elif(o.ready):
                m.d.sync += self.escaped.eq(0)
                m.next = "SENT"
        with m.State("SENT"):
            # The CRC itself need not go through the CRC, but then it must not change either.
            m.d.comb += [self.value.eq(sent), crc.valid.eq(~ending)]
            m.d.sync += self.step.eq(self.step + 1)
            with m.If(self.step == STEPS - 1):
                m.d.sync += part.eq(part + 1)
                m.next = "SEND"
                with m.If(part == BYTES - 1):
                    m.d.sync += position.eq(position + 1)
                    m.next = "RECALL"
                    with m.If(ending):
                        m.next = "CLOSE"
        with m.State("CLOSE"):
            m.d.comb += [o.payload.eq(FLAG), o.valid.eq(1)]
            m.d.sync += position.eq(0)
            with m.If(o.ready):
                m.next = "RECEIVE"


class LinkedCore(wiring.Component):
    """The core behind a UART: two pins, all in registers, by the requests of bep_hw.spec.link.

    Latency: of the line. Throughput: see docs/reference/link.md.

    Parameters
    ----------
    config, technology : of the core, see `Core`
    divisor : clock cycles per bit on the line

    Members
    -------
    rx, tx : the line, from the host and to the host
    result : a sample has been through the core, for one cycle
    refused : the last request was not carried out to its end
    """

    def __init__(self, config, technology=PORTABLE, *, divisor):
        self.divisor = divisor
        self.shell = Shell(config, technology, bus="uart")
        self.link = Link(deep=config.deep_pipeline, write_enables=technology.write_enables)
        self.receiver = UartReceiver(divisor=divisor)
        self.transmitter = UartTransmitter(divisor=divisor)
        super().__init__(
            {
                "rx": In(1, init=1),
                "tx": Out(1, init=1),
                "result": Out(1),
                "refused": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        shell, link = self.shell, self.link
        # From a register: in a large core the way to all flip-flops takes the cycle. The line is
        # slow, so nothing arrives between the request and the reset.
        resetting = Signal()
        m.d.sync += resetting.eq(shell.reset)
        m.submodules.shell = ResetInserter(resetting)(shell)
        m.submodules.link = link
        m.submodules.receiver, m.submodules.transmitter = self.receiver, self.transmitter
        wiring.connect(m, link.access, shell.access)
        wiring.connect(m, link.o, self.transmitter.i)
        m.d.comb += [
            self.receiver.rx.eq(self.rx),
            link.valid.eq(self.receiver.valid),
            link.byte.eq(self.receiver.byte),
            self.tx.eq(self.transmitter.tx),
            self.result.eq(shell.core.results.valid & shell.core.results.ready),
            self.refused.eq(link.refused),
        ]
        return m
