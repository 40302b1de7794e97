"""Host: the load and fetch ports, and the choice of who uses the weight and counter memories."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import layer_layout, stream_signature, write_signature
from bep_hw.gateware.parts.pipeline import data_register, delay
from bep_hw.spec import payloads


class Host(wiring.Component):
    """Gives the memories to the host while the core is idle, else to the row engine.

    A word for no memory, or for an address that its memory does not have, is taken and not loaded.
    A fetch of such an address is answered with anything.

    No word is loaded while an answer waits, and none is fetched while a word to load is there.

    Latency: `latency` = 2, with `deep_pipeline` 3 [cycles], from a fetch to its answer: the
    memories lie all over an FPGA, so the answer goes to a register, and the address perhaps too.
    Throughput: one word loaded per cycle, one fetched in `latency` + 1 cycles.

    Parameters
    ----------
    memories : Memories, whose ports these are to be connected to

    Members
    -------
    load : words for the memories; fetch, fetched : address of a counter word, and the word
    idle : the host may load and fetch; busy : it may not, from another register, because words of
        counters lie all over an FPGA
    far : the address to fetch is such a one; beyond : such a word, or such a fetch, is taken
    counter_address, write : of the row engine
    counters_read, counters_write, tiles_write, classes_write : ports of the memories
    """

    def __init__(self, config, memories):
        self.config, self.latency = config, 2 + config.deep_pipeline
        ports = ("counters_read", "counters_write", "tiles_write", "classes_write")
        super().__init__(
            {
                "load": In(stream_signature(payloads.load_fields(config))),
                "fetch": In(stream_signature(payloads.fetch_fields(config))),
                "fetched": Out(stream_signature(payloads.fetched_fields(config))),
                "idle": In(1),
                "busy": In(1, init=1),
                "far": Out(1),
                "beyond": Out(1),
                "counter_address": In(layer_layout(config)["counter_base"].shape),
                "write": In(write_signature(config)),
                **{name: In(getattr(memories, name).signature) for name in ports},
            }
        )

    def elaborate(self, platform):
        m = Module()
        self.fetching, self.fits = Signal(), Signal()
        self._fetch(m)
        fetches, loads = (s.valid & s.ready for s in (self.fetch, self.load))
        m.d.comb += [
            self.far.eq(self.fetch.payload >= self.config.counter_depth),
            self.fits.eq(self._fits()),
            self.beyond.eq((fetches & self.far) | (loads & ~self.fits)),
        ]
        self._write(m)
        return m

    def _fetch(self, m):
        taken, address = Signal(), Signal.like(self.counter_address)
        answer = data_register(m, self.fetched.payload, "answer")
        m.d.comb += [
            self.fetch.ready.eq(self.idle & ~self.fetching & ~self.load.valid),
            taken.eq(self.fetch.ready & self.fetch.valid),
            address.eq(Mux(self.idle, self.fetch.payload, self.counter_address)),
            self.counters_read.addr.eq(delay(m, address, self.latency - 2, "address")),
        ]
        on_its_way = [taken]
        for cycle in range(self.latency - 1):
            on_its_way.append(delay(m, on_its_way[-1], 1, f"taken{cycle}_"))
        waits = self.fetched.valid & ~self.fetched.ready
        m.d.sync += self.fetching.eq(Cat(on_its_way).any() | waits)
        with m.If(on_its_way[-1]):
            m.d.sync += [answer.eq(self.counters_read.data), self.fetched.valid.eq(1)]
        with m.Elif(self.fetched.ready):
            m.d.sync += self.fetched.valid.eq(0)

    def _fits(self):
        """Whether there is a place for the word to load."""
        load, config = self.load.payload, self.config
        depths = {
            payloads.COUNTERS: config.counter_depth,
            payloads.TILES: config.tile_depth,
            payloads.CLASSES: config.class_depth,
        }
        if config.encoder:
            depths[payloads.THRESHOLDS] = config.encoder.thresholds
        in_depth = [(load.kind == kind) & (load.address < depth) for kind, depth in depths.items()]
        pieces = config.tile_columns // config.piece
        in_tile = (load.row < config.tile_rows) & (load.segment < pieces)
        in_parts = (load.kind == payloads.TILES) | (load.kind == payloads.CLASSES)
        return Cat(in_depth).any() & (~in_parts | in_tile)

    def _loads(self, m):
        """{kind: whether a word of it is loaded now}; with `deep_pipeline` from registers."""
        starts, kinds = Signal(), (payloads.COUNTERS, payloads.TILES, payloads.CLASSES)
        loads = {kind: Signal(name=f"loads{kind}") for kind in kinds}
        domain = m.d.comb
        if self.config.deep_pipeline:
            domain = m.d.sync
            m.d.comb += starts.eq(self.load.valid & self.idle & ~self.fetching & ~self.load.ready)
            m.d.sync += self.load.ready.eq(starts)
        else:
            m.d.comb += [
                self.load.ready.eq(self.idle & ~self.fetching),
                starts.eq(self.load.valid & self.load.ready),
            ]
        for kind, now in loads.items():
            domain += now.eq(starts & self.fits & (self.load.payload.kind == kind))
        return loads

    def _write(self, m):
        load, write = self.load.payload, self.write
        counters, tiles, classes = self.counters_write, self.tiles_write, self.classes_write
        lanes, parts = self.config.lanes, self.config.tile_columns // self.config.piece
        loads = self._loads(m)
        row, segment, weights = Signal.like(load.row), Signal.like(load.segment), Signal(lanes)
        address = Signal.like(tiles.address)
        writes = write.valid & ~self.idle
        m.d.comb += counters.en.eq(loads[payloads.COUNTERS] | writes)
        with m.If(self.idle):
            m.d.comb += [
                counters.addr.eq(load.address),
                address.eq(load.address),  # P lies beside the first copy of W alone
                row.eq(load.row),
                segment.eq(load.segment),
                weights.eq(load.data),
            ]
        with m.Else():
            m.d.comb += [
                counters.addr.eq(write.address),
                address.eq(Cat(write.tile, write.bank)),
                row.eq(write.row),
                segment.eq(write.segment),
                weights.eq(write.weights),
            ]
        m.d.comb += [
            tiles.address.eq(address),
            tiles.row.eq(row),
            tiles.segment.eq(segment),
            tiles.pieces.eq(
                loads[payloads.TILES] | (write.pieces & writes.replicate(len(write.pieces)))
            ),
            tiles.weights.eq(weights),
            counters.data.eq(Mux(self.busy, write.counters, load.data)),
            classes.addr.eq(load.address),
            classes.data.eq(load.data[: self.config.piece].replicate(parts)),
            classes.en.eq(loads[payloads.CLASSES] << load.segment),
        ]


def connect(m, core):
    """Connect the words that the host loads and fetches, and the row engine's writes."""
    host = core.host
    # The row engine writes nothing until long after the core is busy.
    was_idle, was_busy = delay(m, core.idle, 1, "was_idle"), Signal(init=1)
    m.d.sync += was_busy.eq(~core.idle)  # two registers, which synthesis does not make one
    wiring.connect(m, wiring.flipped(core.load), host.load)
    wiring.connect(m, wiring.flipped(core.fetch), host.fetch)
    wiring.connect(m, wiring.flipped(core.fetched), host.fetched)
    wiring.connect(m, core.row_engine.write, host.write)
    m.d.comb += [
        core.far.eq(host.far),
        host.idle.eq(was_idle),
        host.busy.eq(was_busy),
        host.counter_address.eq(core.row_engine.counter_address),
    ]
    for name in ("counters_read", "counters_write", "tiles_write", "classes_write"):
        wiring.connect(m, getattr(host, name), getattr(core.memories, name))
