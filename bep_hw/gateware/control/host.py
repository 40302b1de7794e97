"""Host: the load and fetch ports, and the choice of who uses the weight and counter memories."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import layer_layout, stream_signature, write_signature
from bep_hw.gateware.parts.pipeline import data_register, delay
from bep_hw.gateware.parts.planes import converted
from bep_hw.spec import payloads


class Host(wiring.Component):
    """Gives the memories to the host while the core is idle, else to the row engine.

    A word for no memory, or for an address that its memory does not have, is taken and not loaded.
    A fetch of such an address is answered with anything.

    No word is loaded while an answer waits, and none is fetched while a word to load is there.

    Latency: `latency` = 2, with `deep_pipeline` 3 [cycles], from a fetch to its answer: the
    memories lie all over an FPGA, so the answer goes to a register, and the address perhaps too.
    With `deep_pipeline` a word is loaded in the cycle after the core was found idle.
    Throughput: a word loaded per cycle, with `deep_pipeline` in two; one fetched in `latency` + 1.

    Parameters
    ----------
    memories : Memories, whose ports these are to be connected to

    Members
    -------
    load : words for the memories; fetch, fetched : address of a counter word, and the word
    idle : the host may load and fetch
    far : the address to fetch is such a one; beyond : such a word, or such a fetch, is taken
    counter_address, write : of the row engine
    counters_read, counters_write, tiles_write, classes_write : ports of the memories
    """

    def __init__(self, config, memories):
        self.config, self.latency = config, 2 + config.deep_pipeline
        self.planes = memories.planes
        ports = ("counters_read", "counters_write", "tiles_write", "classes_write")
        super().__init__(
            {
                "load": In(stream_signature(payloads.load_fields(config))),
                "fetch": In(stream_signature(payloads.fetch_fields(config))),
                "fetched": Out(stream_signature(payloads.fetched_fields(config))),
                "idle": In(1),
                "far": Out(1),
                "beyond": Out(1),
                "counter_address": In(layer_layout(config)["counter_base"].shape),
                "write": In(write_signature(config, self.planes)),
                **{name: In(getattr(memories, name).signature) for name in ports},
            }
        )

    def elaborate(self, platform):
        m = Module()
        self.fetching, self.fits = Signal(), Signal()
        # As load.ready, but apart from it: words of counters lie all over an FPGA.
        self.loading = Signal(attrs={"keep": 1} if self.config.deep_pipeline else {})
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
        found = self.counters_read.data
        if self.planes:
            enable = on_its_way[-1]
            found = converted(m, "found", found, self.config, enable=enable, back=True)
        waits = self.fetched.valid & ~self.fetched.ready
        m.d.sync += self.fetching.eq(Cat(on_its_way).any() | waits)
        with m.If(on_its_way[-1]):
            m.d.sync += [answer.eq(found), self.fetched.valid.eq(1)]
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
        load, starts, domain = self.load, Signal(), m.d.comb
        if self.config.deep_pipeline:
            domain = m.d.sync
            m.d.comb += starts.eq(load.valid & self.idle & ~self.fetching & ~load.ready)
            m.d.sync += [load.ready.eq(starts), self.loading.eq(starts)]
        else:
            m.d.comb += load.ready.eq(self.idle & ~self.fetching)
            m.d.comb += [self.loading.eq(load.ready), starts.eq(load.valid & load.ready)]
        loads = {}
        for kind in (payloads.COUNTERS, payloads.TILES, payloads.CLASSES):
            loads[kind] = Signal(name=f"loads{kind}")
            domain += loads[kind].eq(starts & self.fits & (load.payload.kind == kind))
        return loads

    def _write(self, m):
        load, write = self.load.payload, self.write
        counters, tiles, classes = self.counters_write, self.tiles_write, self.classes_write
        lanes, parts = self.config.lanes, self.config.tile_columns // self.config.piece
        loads = self._loads(m)
        row, segment, weights = Signal.like(load.row), Signal.like(load.segment), Signal(lanes)
        address = Signal.like(tiles.address)
        data = load.data
        if self.planes:
            data = converted(m, "data", data, self.config, enable=self.loading, back=False)
        m.d.comb += counters.en.eq(loads[payloads.COUNTERS] | write.valid)
        # A large core may be idle no longer: a sample came with the word.
        with m.If(self.load.ready):
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
                loads[payloads.TILES] | (write.pieces & write.valid.replicate(len(write.pieces)))
            ),
            tiles.weights.eq(weights),
            counters.data.eq(Mux(self.loading, data, write.counters)),
            classes.addr.eq(load.address),
            classes.data.eq(load.data[: self.config.piece].replicate(parts)),
            classes.en.eq(loads[payloads.CLASSES] << load.segment),
        ]


def connect(m, core):
    """Connect the words that the host loads and fetches, and the row engine's writes."""
    host = core.host
    # The row engine writes nothing until long after the core is busy.
    wiring.connect(m, wiring.flipped(core.load), host.load)
    wiring.connect(m, wiring.flipped(core.fetch), host.fetch)
    wiring.connect(m, wiring.flipped(core.fetched), host.fetched)
    wiring.connect(m, core.row_engine.write, host.write)
    m.d.comb += [
        core.far.eq(host.far),
        host.idle.eq(delay(m, core.idle, 1, "was_idle")),
        host.counter_address.eq(core.row_engine.counter_address),
    ]
    for name in ("counters_read", "counters_write", "tiles_write", "classes_write"):
        wiring.connect(m, getattr(host, name), getattr(core.memories, name))
