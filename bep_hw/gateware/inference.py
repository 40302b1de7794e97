"""Inference: a trained network in read-only memory; images go in, predictions come out."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.encode.encoder import Encoder
from bep_hw.gateware.forward import Forward
from bep_hw.gateware.margin import Margin
from bep_hw.gateware.memory.memories import BLOCK
from bep_hw.gateware.parts.layouts import stream_signature
from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.technology import PORTABLE
from bep_hw.spec.payloads import sample_fields


class Inference(wiring.Component):
    """The class of one image after the other: argmax of P a_L, with a_l = sign(W_l a_{l-1}).

    The network never changes, so its schedule is computed here: word s of the program controls
    cycle s of an image, and names its tile of weights. Between two layers it idles
    until the activations of the lower one are stored.

    Golden twin: golden/backend.py (`infer`).

    Latency: `latency` [cycles], from the last word of an image to its prediction.
    Throughput: an image every `cycles_per_image`, while its streams do not wait; with an encoder
    this is the most that it takes.

    Parameters
    ----------
    config : CoreConfig, of which the shape of the tile and the largest sizes matter
    table : the rows of the layer table, the classifier last
    tiles : a tile of R x D weights per place in the table, as integers: row r in bits
        [r * D, (r + 1) * D); 1 in columns that do not exist
    technology : of its parts, see `Technology`
    thresholds : of the encoder, if `config` has one, see `Encoder`

    Members
    -------
    samples : D-bit words of the inputs, ceil(K_0 / D) per image, lowest input in bit 0, padding 0;
        with an encoder words of pixels
    predictions : one class per image, in order
    """

    def __init__(self, config, table, tiles, technology=PORTABLE, *, thresholds=None):
        self.config, self.table, self.tiles = config, table, tiles
        rows, columns, classes = config.tile_rows, config.tile_columns, table[-1].rows
        self.forward = Forward(
            rows=rows,
            columns=columns,
            count_bits=config.count_bits,
            stages=config.popcount_stages,
            popcount_style=technology.popcount_style,
        )
        # No class has the label `classes`, which asks for the prediction alone.
        self.argmax = Margin(
            rows=min(rows, classes), count_bits=config.count_bits, label_bits=bits_for(classes)
        )
        self.steps = list(_program(table, idle=self.forward.latency + 1))
        # From the last step: program, tile, z, argmax, and the register of the prediction.
        flight = 2 + self.forward.latency + self.argmax.latency + 1
        self.latency = len(self.steps) + flight
        self.cycles_per_image = max(len(self.steps), flight + 1)
        self.encoder = None
        if config.encoder:
            self.encoder = Encoder(config.encoder, width=columns, thresholds=thresholds)
            self.latency += self.encoder.latency
            self.cycles_per_image = max(self.cycles_per_image, self.encoder.most_cycles + 1)
        super().__init__(
            {
                "samples": In(stream_signature(sample_fields(config))),
                "predictions": Out(stream.Signature(bits_for(classes - 1))),
            }
        )

    def elaborate(self, platform):
        m = Module()
        m.submodules.forward = self.forward
        m.submodules.argmax = self.argmax
        self._memories(m)
        self._samples(m)
        self._run(m)
        self._read(m)
        self._store(m)
        return m

    def _memories(self, m):
        """The program and its tiles; the inputs of two images; activations of the hidden layers."""
        rows, columns = self.config.tile_rows, self.config.tile_columns
        base, end = self.table[0].output_base, self.table[-1].output_base
        layout = data.StructLayout(
            {
                "reads": 1,
                "first": 1,
                "last": 1,
                "layer": bits_for(len(self.table) - 1),
                "address": bits_for(self.config.activation_depth - 1),
            }
        )
        words, places = zip(*self.steps, strict=True)
        tiles = [0 if place is None else self.tiles[place] for place in places]
        self.words = self.table[0].column_blocks
        every = {
            "program": Memory(shape=layout, depth=len(words), init=words),
            "tiles": Memory(shape=rows * columns, depth=len(tiles), init=tiles, attrs=BLOCK),
            "inputs": Memory(shape=columns, depth=2 << bits_for(self.words - 1), init=[]),
            # Pieces that are never written stay 0, as the 1 in the padding of the tiles asks for.
            "hidden": Memory(shape=columns, depth=end - base, init=[]),
        }
        for name, memory in every.items():
            m.submodules[name] = memory
            setattr(self, f"{name}_read", memory.read_port())
        self.inputs_write = every["inputs"].write_port()
        self.hidden_write = every["hidden"].write_port(granularity=rows)

    def _samples(self, m):
        """Words of an image into one bank of the inputs, while the other one is read."""
        write, bank = self.inputs_write, Signal()
        words = self.samples
        if self.encoder:
            m.submodules.encoder = self.encoder
            wiring.connect(m, wiring.flipped(self.samples), self.encoder.i)
            words = stream.Signature(self.config.tile_columns).create()
            wiring.connect(m, self.encoder.o, wiring.flipped(words))
        count = Signal(bits_for(self.words - 1))
        self.full = Signal(2)
        m.d.comb += [
            words.ready.eq(~self.full.bit_select(bank, 1)),
            write.en.eq(words.valid & words.ready),
            write.addr.eq(Cat(count, bank)),
            write.data.eq(words.payload),
        ]
        with m.If(write.en):
            m.d.sync += count.eq(count + 1)
            with m.If(count == self.words - 1):
                m.d.sync += [count.eq(0), bank.eq(~bank), self.full.bit_select(bank, 1).eq(1)]

    def _run(self, m):
        """Step through the program; not to the end while a prediction is out that nobody took."""
        self.step, self.bank = Signal(range(len(self.steps))), Signal()
        self.going, out = Signal(), Signal()
        ends = self.step == len(self.steps) - 1
        m.d.comb += self.going.eq(self.full.bit_select(self.bank, 1) & ~(ends & out))
        with m.If(self.predictions.valid & self.predictions.ready):
            m.d.sync += [self.predictions.valid.eq(0), out.eq(0)]
        with m.If(self.going):
            m.d.sync += self.step.eq(self.step + 1)
            with m.If(ends):
                m.d.sync += [
                    self.step.eq(0),
                    self.bank.eq(~self.bank),
                    self.full.bit_select(self.bank, 1).eq(0),
                    out.eq(1),
                ]
        with m.If(self.argmax.done):
            m.d.sync += [
                self.predictions.valid.eq(1),
                self.predictions.payload.eq(self.argmax.prediction),
            ]

    def _read(self, m):
        """Read: step -> its word -> tile and activations -> z."""
        word, forward = self.program_read.data, self.forward
        reads, now = Signal(), Signal.like(word)
        m.d.comb += [
            self.program_read.addr.eq(self.step),
            reads.eq(word.reads & delay(m, self.going, 1, "went")),
            self.tiles_read.addr.eq(delay(m, self.step, 1, "stepped")),
            self.inputs_read.addr.eq(Cat(word.address[: bits_for(self.words - 1)], self.bank)),
            self.hidden_read.addr.eq(word.address),
        ]
        m.d.sync += [now.eq(word), forward.valid.eq(reads)]
        m.d.comb += [
            forward.first.eq(now.first),
            forward.last.eq(now.last),
            forward.tile.eq(self.tiles_read.data),
            forward.activations.eq(
                Mux(now.layer == 0, self.inputs_read.data, self.hidden_read.data)
            ),
        ]
        with m.Switch(now.layer):
            for index, layer in enumerate(self.table):
                with m.Case(index):
                    m.d.comb += forward.fan_in.eq(layer.columns)

    def _store(self, m):
        """z -> activations of the layer, or logits; row blocks come in the order of the table."""
        z, argmax, write = self.forward.z, self.argmax, self.hidden_write
        blocks = list(_row_blocks(self.table, len(z)))
        block, mask = Signal(range(len(blocks))), Signal(len(z))
        signs = Cat(~z[row][-1] for row in range(len(z)))
        m.d.comb += [
            write.data.eq((signs & mask).replicate(len(write.en))),
            argmax.logits.eq(z.as_value()),
            argmax.mask.eq(mask),
            argmax.label.eq(self.table[-1].rows),
        ]
        with m.If(self.forward.z_valid):
            m.d.sync += block.eq(Mux(block == len(blocks) - 1, 0, block + 1))
        with m.Switch(block):
            for index, (layer, position, exist) in enumerate(blocks):
                word, part = divmod(position, len(write.en))
                with m.Case(index):
                    m.d.comb += mask.eq((1 << exist) - 1)
                    if layer < len(self.table) - 1:
                        base = self.table[layer].output_base - self.table[0].output_base
                        m.d.comb += [
                            write.addr.eq(base + word),
                            write.en.eq(self.forward.z_valid << part),
                        ]
                    else:
                        m.d.comb += [
                            argmax.valid.eq(self.forward.z_valid),
                            argmax.first.eq(position == 0),
                            argmax.last.eq(index == len(blocks) - 1),
                        ]


def _program(table, idle):
    """(fields of the program word, place of the tile in the table or None) of every step."""
    for index, layer in enumerate(table):
        base = layer.input_base - table[0].output_base if index else 0
        if index:
            yield from [({"layer": index}, None)] * idle
        for tile in range(layer.row_blocks * layer.column_blocks):
            column = tile % layer.column_blocks
            yield (
                {
                    "reads": 1,
                    "first": column == 0,
                    "last": column == layer.column_blocks - 1,
                    "layer": index,
                    "address": base + column,
                },
                layer.tile_base + tile,
            )


def _row_blocks(table, rows):
    """(layer, position in the layer, rows that exist) of every row block, in order."""
    for index, layer in enumerate(table):
        for position in range(layer.row_blocks):
            yield index, position, min(rows, layer.rows - position * rows)
