"""Link: requests from a line of bytes, done as accesses to the registers, and answered."""

from amaranth.hdl import Module, Mux, ResetInserter, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.crc.catalog import CRC32_ISO_HDLC
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.shell import Shell, access_signature
from bep_hw.gateware.uart import BITS, UartReceiver, UartTransmitter
from bep_hw.gateware.words import WORD
from bep_hw.link import (
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
from bep_hw.registers import address

BYTES = WORD // BITS


class Link(wiring.Component):
    """Carries out the requests of bep_hw.link, one after the other.

    A request is stored, and looked at only when its CRC was right. What comes meanwhile, until the
    reply has gone, is dropped.

    Latency: 5 [cycles], from the closing flag of a request without operations to the first byte of
    the reply. Throughput: a word in 3 [cycles], and 2 more per operation; any line is slower.

    Parameters
    ----------
    tries : of a patient access, without any progress, after which it is refused

    Members
    -------
    valid, byte : from the line; a byte, for one cycle
    o : bytes for the line
    access : to `Shell`
    refused : the last request was not carried out to its end
    """

    latency = 5

    def __init__(self, *, tries=TRIES):
        self.tries = tries
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
        m.submodules.crc = self.crc = CRC32_ISO_HDLC(data_width=BITS).create()
        m.submodules.request = request = Memory(shape=WORD, depth=REQUEST_WORDS, init=[])
        m.submodules.reply = reply = Memory(shape=WORD, depth=REPLY_WORDS, init=[])
        self.store, self.fetch = request.write_port(granularity=BITS), request.read_port()
        self.note, self.recall = reply.write_port(), reply.read_port()
        # Words of the request and of the reply, the word at work, and the byte within a word.
        self.length, self.filled = Signal(range(REQUEST_WORDS + 1)), Signal(range(REPLY_WORDS + 1))
        self.position, self.part = Signal.like(self.length), Signal(range(BYTES))
        self.sequence, self.escaped = Signal(REPLY[0].bits, init=FIRST), Signal()
        m.d.comb += [self.fetch.addr.eq(self.position), self.recall.addr.eq(self.position)]
        with m.FSM():
            self._receive(m)
            self._carry_out(m)
            self._reply(m)
        return m

    def _receive(self, m):
        """Store what comes between two flags; go on if it is a request."""
        crc, length, part = self.crc, self.length, self.part
        # Between the flags there is no request, but the rest of one, or too much.
        broken = Signal(init=1)
        value = Signal(BITS)
        m.d.comb += value.eq(self.byte ^ Mux(self.escaped, FLIP, 0))
        with m.State("RECEIVE"):
            m.d.comb += [
                crc.data.eq(value),
                self.store.addr.eq(length),
                self.store.data.eq(value.replicate(BYTES)),
            ]
            m.d.sync += self.position.eq(0)
            with m.If(self.valid & (self.byte == FLAG)):
                m.d.comb += crc.start.eq(1)
                m.d.sync += [length.eq(0), part.eq(0), self.escaped.eq(0), broken.eq(0)]
                # Four zero bytes are the CRC of nothing; a request has a head.
                with m.If(crc.match_detected & (part == 0) & (length > 1) & ~broken):
                    m.d.sync += [length.eq(length - 1), broken.eq(1)]
                    m.next = "HEAD"
            with m.Elif(self.valid & (self.byte == ESCAPE)):
                m.d.sync += self.escaped.eq(1)
            with m.Elif(self.valid):
                m.d.comb += [crc.valid.eq(1), self.store.en.eq(1 << part)]
                m.d.sync += [self.escaped.eq(0), part.eq(part + 1)]
                with m.If(part == BYTES - 1):
                    m.d.sync += length.eq(length + 1)
                with m.If(length == REQUEST_WORDS):
                    m.d.comb += self.store.en.eq(0)
                    m.d.sync += [length.eq(length), broken.eq(1)]
        with m.State("HEAD"):
            head = self.fetch.data[: len(self.sequence)]
            with m.If((head == self.sequence) & (head != FIRST)):
                m.next = "OPEN"
            with m.Else():
                m.d.sync += [
                    self.sequence.eq(head),
                    self.refused.eq(0),
                    self.filled.eq(1),
                    self.position.eq(1),
                ]
                m.next = "SKIP"

    def _carry_out(self, m):
        """Do the operations, until all are done or one is refused; then note the head."""
        access, note, position, filled = self.access, self.note, self.position, self.filled
        now = {field.name: Signal(field.bits, name=field.name) for field in OPERATION}
        tried = Signal(range(self.tries))
        taking = Signal()
        full = filled == REPLY_WORDS
        m.d.comb += [
            access.write.eq(now["write"] & ~taking),
            access.mask.eq(~0),
            access.address.eq(Mux(taking, address("results"), now["address"])),
            access.write_data.eq(self.fetch.data),
            note.addr.eq(filled),
            note.data.eq(access.read_data),
        ]
        with m.State("SKIP"):
            m.next = "OPERATION"
        with m.State("OPERATION"):
            for field in OPERATION:
                m.d.sync += now[field.name].eq(self.fetch.data[field.low : field.low + field.bits])
            m.d.sync += position.eq(position + 1)
            m.next = "CHECK"
            with m.If(position == self.length):
                m.d.sync += position.eq(position)
                m.next = "NOTE"
        with m.State("CHECK"):
            m.d.sync += tried.eq(0)
            m.next = "STROBE"
            with m.If(Mux(now["write"], now["count"] == 0, now["count"] == filled)):
                m.next = "OPERATION"
            with m.Elif(Mux(now["write"], position == self.length, full)):
                m.d.sync += self.refused.eq(1)
                m.next = "NOTE"
        with m.State("STROBE"):
            m.d.comb += access.strobe.eq(1)
            m.next = "ANSWER"
        with m.State("ANSWER"):
            with m.If(~access.error):
                m.d.sync += now["address"].eq(now["address"] + 1)
                with m.If(now["write"]):
                    m.d.sync += [position.eq(position + 1), now["count"].eq(now["count"] - 1)]
                with m.Else():
                    m.d.comb += note.en.eq(1)
                    m.d.sync += filled.eq(filled + 1)
                m.next = "CHECK"
            with m.Elif(~now["patient"] | (tried == self.tries - 1)):
                m.d.sync += self.refused.eq(1)
                m.next = "NOTE"
            with m.Else():
                m.d.sync += tried.eq(tried + 1)
                m.next = "STROBE"
                with m.If(now["write"] & ~full):
                    m.next = "TAKE"
        with m.State("TAKE"):
            m.d.comb += [taking.eq(1), access.strobe.eq(1)]
            m.next = "TAKEN"
        with m.State("TAKEN"):
            with m.If(~access.error):
                m.d.comb += note.en.eq(1)
                m.d.sync += [filled.eq(filled + 1), tried.eq(0)]
            m.next = "STROBE"
        with m.State("NOTE"):
            words = {"sequence": self.sequence, "position": position, "refused": self.refused}
            m.d.comb += [note.addr.eq(0), note.en.eq(1)]
            for field in REPLY:
                place = note.data[field.low : field.low + field.bits]
                m.d.comb += place.eq(words[field.name])
            m.next = "OPEN"

    def _reply(self, m):
        """Send the reply; nothing of it changes, so it can be sent again."""
        crc, o, position, part = self.crc, self.o, self.position, self.part
        value, ending = Signal(BITS), Signal()
        m.d.comb += [
            ending.eq(position == self.filled),
            value.eq(Mux(ending, crc.crc, self.recall.data).word_select(part, BITS)),
        ]
        with m.State("OPEN"):
            m.d.comb += [o.payload.eq(FLAG), o.valid.eq(1), crc.start.eq(1)]
            m.d.sync += position.eq(0)
            with m.If(o.ready):
                m.next = "RECALL"
        with m.State("RECALL"):
            m.next = "BYTE"
        with m.State("BYTE"):
            m.d.comb += [crc.data.eq(value), o.payload.eq(value), o.valid.eq(1)]
            with m.If(self.escaped):
                m.d.comb += o.payload.eq(value ^ FLIP)
                m.d.sync += self.escaped.eq(~o.ready)
            with m.If(~self.escaped & ((value == FLAG) | (value == ESCAPE))):
                m.d.comb += o.payload.eq(ESCAPE)
                m.d.sync += self.escaped.eq(o.ready)
            with m.Elif(o.ready):
                m.d.comb += crc.valid.eq(~ending)
                m.d.sync += part.eq(part + 1)
                with m.If(part == BYTES - 1):
                    m.d.sync += position.eq(position + 1)
                    m.next = "RECALL"
                    with m.If(ending):
                        m.next = "CLOSE"
        with m.State("CLOSE"):
            m.d.comb += [o.payload.eq(FLAG), o.valid.eq(1)]
            m.d.sync += self.length.eq(0)
            with m.If(o.ready):
                m.next = "RECEIVE"


class LinkedCore(wiring.Component):
    """The core behind a UART: two pins, everything in registers, by the requests of bep_hw.link.

    Latency: of the line. Throughput: see docs/link.md.

    Parameters
    ----------
    divisor : clock cycles per bit on the line

    Members
    -------
    rx, tx : the line, from the host and to the host
    result : a sample has been through the core, for one cycle
    refused : the last request was not carried out to its end
    """

    def __init__(self, config, divisor, body="tree"):
        self.shell, self.link = Shell(config, body=body), Link()
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
        m.submodules.shell = ResetInserter(shell.reset)(shell)
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
