"""Memories of the core: plain one-write memories that any synthesis tool infers."""

from amaranth.hdl import Array, Cat, Module, Shape
from amaranth.lib import wiring
from amaranth.utils import bits_for

from bep_hw.gateware.memory.pieces import memory_in_pieces
from bep_hw.gateware.memory.protected import ProtectedMemory, ports
from bep_hw.gateware.memory.single_port import SinglePortMemory
from bep_hw.gateware.memory.stacked import LEVEL, StackedMemory
from bep_hw.gateware.memory.tiles import Tiles
from bep_hw.gateware.parts.layouts import counters_layout
from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.technology import PORTABLE

COLLIDES = {"no_rw_check": 1}
"""Nothing depends on a word that is read while it is written, see tests/cosim/test_collisions.py.

Block RAM of an ECP5 does not say what such a read gives. Without this attribute Yosys keeps every
write in registers for a cycle and puts a multiplexer behind every bit that is read.
"""

BLOCK = {"ram_style": "block", **COLLIDES}
"""The two large memories must not be built from logic."""

MOST_LEVELS = 4
"""A memory that is deeper is left to synthesis, which may build block RAMs of fewer bits."""


class Memories(wiring.Component):
    """All memories of the core. Reads take one cycle.

    A read of a word that is being written is undefined, and never used.

    Parameters
    ----------
    config : CoreConfig
    technology : of the memories, see `Technology`

    Members
    -------
    For each memory NAME its ports NAME_write and NAME_read; `every` is {NAME: memory}.
    What belongs to a sample has `banks` banks, one for each sample in flight.

    tiles: W and P, R x D bits a word, see `Tiles`; two copies of W, one in use while the other
        becomes the next W; P lies beside the first alone
    counters: c, `lanes` counters a word, perhaps in `planes`
    activations: D bits a word, banked, written whole or in pieces of R bits; two readers. There are
        S such memories, activations0, activations1 ..., with the first, second ... bank of every
        bundle, and `activations_write`, `activations_read`, `inputs_read` are lists. If a word of
        counters meets two words of activations, these pairs are one word of the memory
    desired: a*, D bits a word, banked; two readers, and one more in a core for recurrent networks
    rows: activations and |z| of R rows, banked
    gates: g of R rows, banked
    opened: whether any of these gates is open, banked
    classes: P once more, D bits a word, as desired activations of the top layer
    """

    def __init__(self, config, technology=PORTABLE):
        self.config, self.technology = config, technology
        rows, columns = config.tile_rows, config.tile_columns
        self.planes = technology.leaves
        word = counters_layout(config, self.planes)
        pair = config.tiles_per_word
        banked_tiles = 2 << bits_for(config.tile_depth - 1)
        banked = config.banks << bits_for(config.activation_depth - 1)
        samples = range(config.samples_per_read)
        of_sample = ["activations"] if len(samples) == 1 else [f"activations{i}" for i in samples]
        banked_rows = config.banks << bits_for(config.row_depth - 1)
        granularity = {**dict.fromkeys(of_sample, rows), "classes": config.piece}

        def memory(name, width, depth, attributes=COLLIDES):
            return memory_in_pieces(
                width=width,
                depth=depth,
                granularity=granularity.get(name),
                attributes=attributes,
                write_enables=technology.write_enables,
            )

        opened = COLLIDES if technology.lut_ram else BLOCK
        self.every = {
            "tiles": Tiles(
                config,
                banked_tiles,
                layout=technology.block_ram_layout,
                attributes=BLOCK,
                leaf=technology.leaves,
                write_enables=technology.write_enables,
            ),
            "counters": self._counters(Shape.cast(word).width),
            **{
                name: memory(name, pair * columns, banked // len(samples) // pair)
                for name in of_sample
            },
            "desired": memory("desired", columns, banked),
            "rows": memory("rows", rows * (1 + config.count_bits), banked_rows),
            "gates": memory("gates", rows, banked_rows),
            "opened": memory("opened", 1, banked_rows, opened),
            "classes": memory("classes", columns, config.class_depth),
        }
        for name, made in self.every.items():
            write, read = ports(made, granularity.get(name))
            setattr(self, f"{name}_write", write)
            setattr(self, f"{name}_read", read)
        self.activations_write = [getattr(self, f"{name}_write") for name in of_sample]
        self.activations_read = [getattr(self, f"{name}_read") for name in of_sample]
        self.inputs_read = [self.every[name].read_port() for name in of_sample]
        self.desired_of_rows_read = self.every["desired"].read_port()
        if config.in_time:
            self.desired_in_time_read = self.every["desired"].read_port()
        super().__init__({})

    def inputs(self, m, address, bank):
        """The activations of `bank` at `address`, a cycle later: a word, or a pair of words."""
        ways = bits_for(len(self.inputs_read)) - 1  # bits of the bank that say which memory
        pair = bits_for(self.config.tiles_per_word) - 1
        for port in self.inputs_read:
            m.d.comb += port.addr.eq(Cat(address, bank[ways:]) >> pair)
        if not ways:
            return self.inputs_read[0].data
        way = delay(m, bank[:ways], 1, "inputs_way")
        return Array(port.data for port in self.inputs_read)[way]

    def _counters(self, width):
        protection, depth = self.technology.protection, self.config.counter_depth
        if protection == "none":
            return self._plain_counters(width)
        return ProtectedMemory(
            width=width, depth=depth, protection=protection, make=self._plain_counters
        )

    def _plain_counters(self, width):
        depth = self.config.counter_depth
        if self.config.single_port:
            kind = self.technology.single_port_ram
            return SinglePortMemory(width=width, depth=depth, single_port_ram=kind)
        if self.technology.block_ram_layout and LEVEL < depth <= MOST_LEVELS * LEVEL:
            return StackedMemory(width=width, depth=depth, attributes=BLOCK)
        return memory_in_pieces(width=width, depth=depth, granularity=None, attributes=BLOCK)

    @property
    def wrong(self):
        """Whether a protected word had wrong bits; None if no memory is protected."""
        return getattr(self.every["counters"], "wrong", None)

    def elaborate(self, platform):
        m = Module()
        for name, memory in self.every.items():
            m.submodules[name] = memory
        return m
