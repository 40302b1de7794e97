"""Shell: the logic that every bus needs around the core, behind one simple access port."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.fifo import SyncFIFOBuffered
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.bus.framer import BEAT, Framer
from bep_hw.gateware.bus.words import WORD, JoinWords, SplitWords
from bep_hw.gateware.core import Core
from bep_hw.gateware.parts.layouts import payload_layout
from bep_hw.gateware.technology import PORTABLE
from bep_hw.spec import registers
from bep_hw.spec.address_map import constants
from bep_hw.spec.registers import ADDRESS_BITS, BUS_ADDRESS_BITS, INTERRUPTS, address

SAMPLE_WORDS = 64
"""Words of samples that wait for the core; `room` counts down from here."""

RESULTS = 16
"""Results that wait for the host, before the core waits as well."""

RESULT = payload_layout(registers.RESULT)

KEPT_BEAT = data.StructLayout({"data": WORD, "keep": WORD // 8, "last": 1})
"""A BEAT, and which bytes of the word there are."""


def access_signature():
    """A read or a write of a register, and its answer, which always comes one cycle later.

    strobe: there is an access; mask: bytes that a write is to change, which must be all
    error: it did nothing, for there is no such register, or it does not take this now
    wait: the answer is not there yet, so that no access may begin; see `AccessCrossing`
    """
    return wiring.Signature(
        {
            "strobe": Out(1),
            "write": Out(1),
            "mask": Out(WORD // 8),
            "address": Out(BUS_ADDRESS_BITS),
            "write_data": Out(WORD),
            "read_data": In(WORD),
            # The reset also resets this, so what is accessed in the cycle of a reset is refused.
            "error": In(1, init=1),
            "wait": In(1),
        }
    )


class Shell(wiring.Component):
    """The core with the whole register map of bep_hw.spec.registers behind one port.

    No access ever waits: a register that cannot take a write, or has nothing to read, answers with
    an error. So a host that polls `room` and `waiting` can never deadlock.

    Latency: 1 [cycle], from an access to its answer. Throughput: one access per cycle.

    Parameters
    ----------
    config, technology : of the core, see `Core`
    bus : name of the bus, which says which registers there are; with "axi" samples and results have
        streams besides their registers

    Members
    -------
    access : registers, those of the streams included
    samples : packets as `Framer` takes them; the registers `samples` and `label` go before. A word
        should have all its bytes; those that it lacks are taken as 0
    results : words of registers.RESULT, if the register `packet` is not 0: then the register
        `results` has none. A write to `packet` may take back, or change, what is offered
    irq : a bit of `interrupt_pending` is 1 that `interrupt_mask` has; from a register; not with the
        bus "uart"
    reset : for one cycle, the host asks for a reset of all this; the bus around it stays up
    """

    def __init__(self, config, technology=PORTABLE, *, bus):
        self.config, of_bus = config, registers.of_bus(bus)
        names = [register.name for register in of_bus]
        self._streams, self._interrupts = "packet" in names, "interrupt_mask" in names
        of_core, self._of_layer = registers.of_core(config)
        self._every = (*of_core, *self._of_layer, *of_bus, *registers.WINDOWS)
        self.core = Core(config, technology)
        beats = {
            "samples": In(stream.Signature(KEPT_BEAT)),
            "results": Out(stream.Signature(BEAT)),
        }
        super().__init__(
            {
                "access": In(access_signature()),
                **(beats if self._streams else {}),
                **({"irq": Out(1)} if self._interrupts else {}),
                "reset": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        core, config = self.core, self.config
        m.submodules.core = core
        m.submodules.framer = self.framer = Framer(config)
        m.submodules.load = self.load = JoinWords(width=core.load.payload.shape().size)
        m.submodules.fetched = self.fetched = SplitWords(width=len(core.fetched.payload))
        # FIFOs hold plain bits.
        m.submodules.sample_fifo = self.sample_fifo = SyncFIFOBuffered(
            width=BEAT.size, depth=SAMPLE_WORDS
        )
        m.submodules.result_fifo = self.result_fifo = SyncFIFOBuffered(
            width=core.results.payload.shape().size, depth=RESULTS
        )
        wiring.connect(m, self.framer.samples, core.samples)
        wiring.connect(m, self.framer.labels, core.labels)
        wiring.connect(m, core.fetched, self.fetched.i)
        m.d.comb += [
            core.load.valid.eq(self.load.o.valid),
            core.load.payload.eq(self.load.o.payload),
            self.load.o.ready.eq(core.load.ready),
            core.fetch.payload.eq(self.access.write_data),
        ]
        self._access(m)
        self._samples(m)
        self._results(m)
        if self._interrupts:
            self._interrupt(m)
        return m

    def _access(self, m):
        """Decide which accesses are done, and their answers."""
        access = self.access
        # What is asked for. A stream takes it if it is ready, so it need not wait for the answer.
        self.write, self.read = Signal(), Signal()
        written, read = Signal(), Signal()
        self.packet, self.result = Signal(WORD), Signal(RESULT)
        self.streaming = Signal()  # results go to the stream
        self.mask, self.pending = Signal(len(INTERRUPTS)), Signal(len(INTERRUPTS))
        self.partial = Signal()  # a word of the stream comes without some of its bytes
        # Words are on their way to the core, so its registers are locked; a fetch is out of range.
        self.waiting, self.locked, self.far = Signal(), Signal(), Signal()
        writable, readable = Signal(), Signal()
        answer, of_core, of_status = Signal(WORD), Signal(), Signal()
        refused, to_core = Signal(init=1), Signal()
        value = Signal(WORD)
        m.d.comb += [
            self.write.eq(access.strobe & access.write & access.mask.all()),
            self.read.eq(access.strobe & ~access.write),
            written.eq(self.write & writable & ~self.locked),
            read.eq(self.read & readable),
        ]
        self._pass_on(m)
        ready, values = self._ready(), self._values()
        with m.Switch(access.address):
            for register in self._every:
                now = ready.get(register.name, 1)
                with m.Case(*self._places(register)):
                    m.d.comb += [
                        writable.eq(now if register.writable else 0),
                        readable.eq(now if register.readable else 0),
                        value.eq(values.get(register.name, 0)),
                    ]
        m.d.sync += [
            refused.eq(~(written | read)),
            to_core.eq(written & ~access.address[ADDRESS_BITS]),
            answer.eq(value),
            of_core.eq(read & ~access.address[ADDRESS_BITS]),
            of_status.eq(read & self._at("status")),
            self.reset.eq(self.write & self._at("reset") & access.write_data[0]),
        ]
        # A sample on its way through the shell is under way as well.
        self.beat = Signal()  # behind the FIFO, on its way to the framer
        m.d.comb += [
            self.waiting.eq(
                self.sample_fifo.level.any() | self.beat | self.framer.busy | self.load.busy
            ),
            access.error.eq(refused | (to_core & self.core.csr.error)),
            access.read_data.eq(
                Mux(of_core, self.core.csr.read_data, Mux(refused, 0, answer))
                | (of_status & self.waiting)
            ),
        ]
        self._errors(m)

    def _errors(self, m):
        """What goes wrong outside of the core, for its register `errors`."""
        failed = {
            "busy": self.write & self.locked,
            "address": self.write & self._at("fetch") & self.far,
            "frame": self.framer.misframed | self.partial,
        }
        every = self.core.error_names
        m.d.comb += self.core.failed_outside.eq(Cat(failed.get(name, 0) for name in every))

    def _pass_on(self, m):
        """Accesses to the core's own registers, and to its streams `load`, `fetch`, `fetched`."""
        access, core, at, of_core = self.access, self.core, self._at, Signal()
        m.d.comb += [
            self.far.eq(core.far | access.write_data[len(core.fetch.payload) :].any()),
            core.csr.address.eq(access.address),
            # The core knows which of its registers take what.
            of_core.eq(~access.address[ADDRESS_BITS]),
            # Words that wait for legal registers must not lock them.
            self.locked.eq(of_core & self.waiting & ~core.unfit & ~at("errors")),
            core.csr.write_enable.eq(self.write & of_core & ~self.locked),
            core.csr.write_data.eq(access.write_data),
            self.load.i.payload.eq(access.write_data),
            self.load.i.valid.eq(self.write & at("load")),
            core.fetch.valid.eq(self.write & at("fetch") & ~self.far),
            self.fetched.o.ready.eq(self.read & at("fetched")),
        ]

    def _ready(self):
        """{register: whether it takes an access now} of those that at times take none."""
        takes = self.sample_fifo.w_rdy & ~self.core.illegal
        return {
            "samples": takes,
            "label": takes,
            "results": self.result_fifo.r_rdy & ~self.streaming,
            "load": self.load.i.ready,
            "fetch": self.core.fetch.ready & ~self.far,
            "fetched": self.fetched.o.valid,
        }

    def _values(self):
        """{register: what it reads as} of those that the core does not answer for."""
        return {
            **constants(self.config),
            "room": SAMPLE_WORDS - self.sample_fifo.level,
            "waiting": self.result_fifo.level,
            "packet": self.packet,
            "interrupt_mask": self.mask,
            "interrupt_pending": self.pending,
            "results": self.result,
            "fetched": self.fetched.o.payload,
        }

    def _places(self, register):
        """Patterns of the addresses of a register."""
        if register in registers.WINDOWS:
            low = (registers.WINDOW - 1).bit_length()
            return [f"{register.address >> low:0{BUS_ADDRESS_BITS - low}b}" + "-" * low]
        if register in self._of_layer:
            return [address(register.name, layer) for layer in range(self.config.max_layers)]
        return [register.address]

    def _at(self, name):
        """Whether the access is to the register `name`, a global one."""
        (register,) = (r for r in self._every if r.name == name and r not in self._of_layer)
        return self.access.address.matches(*self._places(register))

    def _samples(self, m):
        """Samples of the stream and of the registers, through the FIFO, to the core."""
        access, fifo, framer, at = self.access, self.sample_fifo, self.framer, self._at
        push, label = Signal(), Signal()
        m.d.comb += [
            label.eq(at("label")),
            push.eq(self.write & (at("samples") | label) & ~self.core.illegal),
            fifo.w_en.eq(push),
            fifo.w_data.eq(Cat(access.write_data, label)),
        ]
        if self._streams:
            beat = self.samples.payload
            there = Cat(bit.replicate(8) for bit in beat.keep)
            m.d.comb += [
                self.samples.ready.eq(fifo.w_rdy & ~push),
                self.partial.eq(self.samples.valid & self.samples.ready & ~beat.keep.all()),
            ]
            with m.If(~push):
                m.d.comb += [
                    fifo.w_en.eq(self.samples.valid),
                    fifo.w_data.eq(Cat(beat.data & there, beat.last)),
                ]
        self._to_framer(m)
        encoder = self.config.encoder
        m.d.comb += framer.words.eq(encoder.words if encoder else self.core.sample_words)

    def _to_framer(self, m):
        """From the FIFO, whose memory is slow, perhaps through a register."""
        fifo, framer = self.sample_fifo, self.framer
        valid, payload = fifo.r_rdy, fifo.r_data
        m.d.comb += fifo.r_en.eq(framer.i.ready)
        if self.config.deep_pipeline:
            valid, payload = Signal(name="beat_valid"), Signal(BEAT.size, name="beat")
            m.d.comb += fifo.r_en.eq(~valid | framer.i.ready)
            with m.If(fifo.r_en):
                m.d.sync += [valid.eq(fifo.r_rdy), payload.eq(fifo.r_data)]
            m.d.comb += self.beat.eq(valid)
        m.d.comb += [framer.i.valid.eq(valid), framer.i.payload.eq(payload)]

    def _results(self, m):
        """Results through the FIFO, to the register or to the stream."""
        core, fifo = self.core, self.result_fifo
        pop, oldest = Signal(), data.View(core.results.payload.shape(), fifo.r_data)
        m.d.comb += [self.result[name].eq(oldest[name]) for name, _ in RESULT]
        m.d.comb += [
            fifo.w_data.eq(core.results.payload),
            fifo.w_en.eq(core.results.valid),
            core.results.ready.eq(fifo.w_rdy),
            pop.eq(self.read & self._at("results")),
            fifo.r_en.eq(pop & ~self.streaming),
        ]
        if self._streams:
            self._stream(m)

    def _interrupt(self, m):
        """Keep what happens until the host clears it, and raise `irq`."""
        ready, at, word = self._ready(), self._at, self.access.write_data
        level = {"result": ready["results"]}
        happens = {"minibatch": self.core.counts, "error": self.core.fails}
        for bit, name in enumerate(INTERRUPTS):
            if name in level:
                m.d.comb += self.pending[bit].eq(level[name])
                continue
            kept = Signal(name=f"{name}_pending")
            m.d.comb += self.pending[bit].eq(kept)
            with m.If(self.write & at("interrupt_pending") & word[bit]):
                m.d.sync += kept.eq(0)
            with m.If(happens[name]):
                m.d.sync += kept.eq(1)
        with m.If(self.write & at("interrupt_mask")):
            m.d.sync += self.mask.eq(word)
        m.d.sync += self.irq.eq((self.pending & self.mask).any())

    def _stream(self, m):
        """Results in packets of `packet` words."""
        fifo, results, packet = self.result_fifo, self.results, self.packet
        count = Signal.like(packet)
        m.d.comb += [
            self.streaming.eq(packet.any()),
            results.valid.eq(fifo.r_rdy & self.streaming),
            results.payload.data.eq(self.result),
            results.payload.last.eq(count + 1 == packet),
        ]
        with m.If(self.streaming):
            m.d.comb += fifo.r_en.eq(results.ready)
        with m.If(results.valid & results.ready):
            m.d.sync += count.eq(Mux(results.payload.last, 0, count + 1))
        with m.If(self.write & self._at("packet")):
            m.d.sync += [packet.eq(self.access.write_data), count.eq(0)]
