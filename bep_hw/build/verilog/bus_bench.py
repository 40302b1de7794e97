"""The test bench of a core behind a bus: the accesses that a host makes, and what they bring."""

import struct
from pathlib import Path

from bep_hw.build.verilog import emitted
from bep_hw.build.verilog.testbench import BATCH, BATCHES, GoldenPort, record
from bep_hw.gateware.bus.tops import BUSES
from bep_hw.host import packing
from bep_hw.host.bus import packets
from bep_hw.host.link import Request
from bep_hw.spec.address_map import constants
from bep_hw.spec.link import FIRST, REPLY, encode
from bep_hw.spec.payloads import counter_word_bits
from bep_hw.spec.registers import address, byte_address
from bep_hw.support.integers import blocks

TEMPLATES = Path(__file__).parent / "templates"

WRITE, READ, UNTIL_ZERO, UNTIL_ANY, SEND, TAKE, PATIENT = range(7)
"""Kinds of accesses. READ compares, and so does PATIENT, which is tried again while it is refused;
two wait for a value; SEND and TAKE are of streams.
"""

SENT, EXPECTED, RETRIED = range(3)
"""Kinds of bytes on the line: the last one of an answer may mean that the request is repeated."""

LINE_BITS, BYTE_BITS = 48, 10


def bus_bench(bus, network, core, divisor=None):
    """Files of the test bench of CoreConfig `core` behind `bus`, {name: text}.

    What it trains is what `testbench.core_bench` trains; divisor: see `LinkedCore`
    """
    top = BUSES[bus].top
    port = record(network, core, lambda results: Accesses(core, results, bus == "axi"), on_bus=True)
    counts = {"SAMPLES": BATCH * BATCHES, "WORDS": port.fetched, "TOP": top}
    if BUSES[bus].serial:
        lines = list(_bytes(port.lines))
        bench = emitted.filled(TEMPLATES / "uart.sv", COUNT=len(lines), DIVISOR=divisor, **counts)
        return {f"{top}_tb.sv": bench, f"{top}_bytes.hex": emitted.hex_lines(lines, BYTE_BITS)}
    lines = [
        kind << 44 | (place if kind in (SEND, TAKE) else byte_address(place)) << 32 | word
        for kind, place, word in port.lines
    ]
    master = (TEMPLATES / f"{bus}.sv").read_text()
    bench = emitted.filled(TEMPLATES / "bus.sv", COUNT=len(lines), MASTER=master, **counts)
    return {f"{top}_tb.sv": bench, f"{top}_bus.hex": emitted.hex_lines(lines, LINE_BITS)}


class Accesses(GoldenPort):
    """Writes down the accesses of a host, which begins by asking what core is there.

    streams: whether every second minibatch goes through the streams
    lines: [(kind, word address, word)]; of a stream the address is 1 for the last word of a packet
    fetched: words of counters that were read
    """

    on_bus = True

    def __init__(self, core, results, streams):
        super().__init__(core, results)
        self.lines, self.fetched, self._streams = [], 0, streams
        self._pieces = blocks(counter_word_bits(core), 32)
        for name, value in constants(core).items():
            self._add(READ, name, value)

    def wait(self):
        self._add(UNTIL_ZERO, "status")

    def get(self, name, layer=None):
        """The only register that is read is `errors`."""
        self._add(READ, name, 0)
        return 0

    def put(self, name, value, layer=None):
        self.lines.append((WRITE, address(name, layer), int(value)))

    def load(self, payloads):
        for word in packing.words(payloads).ravel().tolist():
            self._add(WRITE, "load", word)

    def run(self, samples, labels, batch_size, progress):
        sent, results = packets(samples, labels).tolist(), self.results.tolist()
        for batch, start in enumerate(range(0, len(sent), batch_size)):
            every = slice(start, start + batch_size)
            if self._streams:
                self._add(WRITE, "packet", batch % 2 * batch_size)
            exchange = self._by_stream if self._streams and batch % 2 else self._by_registers
            exchange(sent[every], results[every])
        return self.results

    def _by_registers(self, sent, results):
        for (*inputs, label), result in zip(sent, results, strict=True):
            for name, word in [*(("samples", word) for word in inputs), ("label", label)]:
                self._add(UNTIL_ANY, "room")
                self._add(WRITE, name, word)
            self._add(UNTIL_ANY, "waiting")
            self._add(READ, "results", result)

    def _by_stream(self, sent, results):
        for packet in sent:
            self._stream(SEND, packet)
        self._stream(TAKE, results)

    def _stream(self, kind, words):
        last = len(words) - 1
        self.lines += [(kind, int(index == last), word) for index, word in enumerate(words)]

    def fetch(self, addresses, size):
        for place in addresses.tolist():
            self._add(WRITE, "fetch", place)
            for piece in range(self._pieces):
                self._add(PATIENT, "fetched", self.words[place] >> 32 * piece & 0xFFFF_FFFF)
        self.fetched += len(addresses)
        return self.counter_words(addresses.tolist(), size)

    def _add(self, kind, name, word=0):
        self.lines.append((kind, address(name), word))


def _bytes(lines):
    """Lines of the test bench of a UART: requests of accesses, and the answers to them."""
    request, answers = Request(), []
    for kind, place, word in lines:
        # What is refused at a window the link itself tries again.
        if kind == UNTIL_ANY:
            continue
        if kind == UNTIL_ZERO or not request.fits(2, 1):
            yield from _exchange(request, answers, EXPECTED)
            request, answers = Request(), []
        if kind == WRITE:
            request.write(place, [word])
        else:
            answers.append(word)
            request.read(place, len(answers))
        if kind == UNTIL_ZERO:
            yield from _exchange(request, answers, RETRIED)
            request, answers = Request(), []
    yield from _exchange(request, answers, EXPECTED)


def _exchange(request, answers, last):
    if not request.words:
        return
    sequence, position, _ = REPLY
    state = FIRST << sequence.low | request.length << position.low
    answer = encode(struct.pack(f"<{len(answers) + 1}I", *answers, state))
    yield from (SENT << 8 | byte for byte in encode(request.body(FIRST)))
    *most, end = answer
    yield from (EXPECTED << 8 | byte for byte in most)
    yield last << 8 | end
