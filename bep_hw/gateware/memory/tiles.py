"""Tiles: the memory of W and P, a tile a word, written row by row."""

from amaranth.hdl import Array, Cat, ClockSignal, Instance, Module, Signal, unsigned
from amaranth.lib import wiring
from amaranth.lib.memory import ReadPort
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.memory.pieces import memory_in_pieces
from bep_hw.gateware.memory.tiled import TiledMemory
from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.parts.planes import pitch
from bep_hw.support.integers import blocks

ROWS = 4
"""Rows of a memory with `deep_pipeline`: a block RAM of 36 bits has nine of each."""


def tiles_write_signature(config, depth):
    """A word of weights on its way to memory.

    address: its tile; row, segment: the row of the tile, and the place in the row
    pieces: which of the tiles from there on are written; `weights` has a piece for each of them
    """
    return wiring.Signature(
        {
            "address": In(bits_for(depth - 1)),
            "row": In(bits_for(config.tile_rows - 1)),
            "segment": In(bits_for(config.tile_columns // config.piece - 1)),
            "pieces": In(config.tiles_per_word),
            "weights": In(config.lanes),
        }
    )


class Tiles(wiring.Component):
    """Gives a whole tile per cycle, and takes a piece of one row, or the row of two tiles.

    Two tiles can be written in one cycle although a block RAM has one write port: neighbours lie
    in the block RAMs in another order. There are two halves, and row r of tile t lies in half
    (r + t) mod 2. So the same row of tiles t and t + 1 lies in both. What is read is put in order.

    With `deep_pipeline` a write takes place one cycle after it is given: block RAMs lie all over a
    large FPGA, so it comes from registers. For the same reason a few rows there make up a memory,
    which has an address register of its own. What a read of a tile that is being written gives
    is undefined.

    Latency: 2 [cycles], from the address, which goes into a register, to the tile.
    Throughput: a read and a write per cycle.

    Parameters
    ----------
    config : CoreConfig; depth : tiles
    layout : whether neighbouring bits share a block RAM, see `TiledMemory`
    attributes : of the memory
    write_enables : whether block RAM writes pieces alone, see `PieceMemory`; `layout` needs it
    leaf : whether all of it is the Verilog leaf for simulation instead, with tiles as they are

    Members
    -------
    read : as of amaranth.lib.memory; row r is in the D bits from r * pitch on; pitch : D, of a leaf
        see bep_hw.gateware.parts.planes
    write : see `tiles_write_signature`
    """

    def __init__(self, config, depth, *, layout, attributes, leaf=False, write_enables=True):
        self.config, self.depth, self.leaf = config, depth, leaf
        self.write_enables = write_enables
        self.pitch = pitch(config.tile_columns) if leaf else config.tile_columns
        self.shape = unsigned(config.tile_rows * self.pitch)
        self.halves = config.tiles_per_word
        self.rows = blocks(config.tile_rows, self.halves)
        self.together = min(ROWS, self.rows) if layout and config.deep_pipeline else self.rows
        self.memories = [] if leaf else [self._half(layout, attributes) for _ in range(self.halves)]
        super().__init__(
            {
                "read": Out(ReadPort.Signature(addr_width=bits_for(depth - 1), shape=self.shape)),
                "write": Out(tiles_write_signature(config, depth)),
            }
        )

    def _half(self, layout, attributes):
        """[(memory, its write port, its read port)] of one half, from its first row on."""
        columns, piece = self.config.tile_columns, self.config.piece
        if not layout:
            memory = memory_in_pieces(
                width=self.rows * columns,
                depth=self.depth,
                granularity=piece,
                attributes=attributes,
                write_enables=self.write_enables,
            )
            return [(memory, memory.write_port(granularity=piece), memory.read_port())]
        more = {"columns": columns, "lanes": piece, "depth": self.depth, "attributes": attributes}
        starts = range(0, self.rows, self.together)
        sizes = [min(self.together, self.rows - start) for start in starts]
        memories = [TiledMemory(rows=rows, **more) for rows in sizes]
        return [(memory, memory.write, memory.read) for memory in memories]

    def elaborate(self, platform):
        m = Module()
        if self.leaf:
            self._leaf(m)
            return m
        apart = self.together < self.rows
        addresses = [self._address(m, f"address{i}", apart) for i, _ in enumerate(self.memories[0])]
        halves = []
        for half, memories in enumerate(self.memories):
            name = "tiles" if self.halves == 1 else f"half{half}"
            for index, (memory, _, read) in enumerate(memories):
                m.submodules[f"{name}_{index}" if apart else name] = memory
                m.d.comb += [read.addr.eq(addresses[index]), read.en.eq(self.read.en)]
            self._write(m, half, [write for _, write, _ in memories])
            halves.append(Cat(read.data for _, _, read in memories))
        self._in_order(m, halves)
        return m

    def _address(self, m, name, apart):
        """A register of the address that is read; synthesis keeps those of memories apart."""
        attributes = {"keep": 1} if apart else {}
        register = Signal.like(self.read.addr, name=name, reset_less=True, attrs=attributes)
        m.d.sync += register.eq(self.read.addr)
        return register

    def _leaf(self, m):
        read, registers = self.read, int(self.config.deep_pipeline)
        fields = ("address", "row", "segment", "pieces", "weights")
        write = {
            name: delay(m, getattr(self.write, name), registers, f"late_{name}", reset_less=True)
            for name in fields
        }
        m.submodules.leaf = Instance(
            "bep_tiles",
            p_ROW=self.pitch,
            p_BITS=len(read.data),
            p_PIECE=self.config.piece,
            p_PIECES=len(write["pieces"]),
            p_DEPTH=self.depth,
            p_ADDRESS=len(read.addr),
            p_ROWS=len(write["row"]),
            p_SEGMENTS=len(write["segment"]),
            i_clk=ClockSignal(),
            i_read_enable=read.en,
            i_read_address=self._address(m, "address", apart=False),
            o_read_data=read.data,
            **{f"i_write_{name}": value for name, value in write.items()},
        )

    def _write(self, m, half, ports):
        """The piece that falls to a half: that of tile (half - row - address) mod 2 behind it."""
        write, columns = self.write, self.config.tile_columns
        bits = bits_for(self.halves) - 1
        parts = columns // self.config.piece
        which = (half - write.row - write.address)[:bits]
        address = Signal.like(ports[0].addr, name=f"write{half}", reset_less=True)
        weights = Signal(self.config.piece, name=f"weights{half}", reset_less=True)
        number = sum(len(port.en) for port in ports)
        enables = Signal(number, name=f"enables{half}", reset_less=True)
        writes = m.d.sync if self.config.deep_pipeline else m.d.comb
        writes += [
            address.eq(write.address + which),
            weights.eq(write.weights.word_select(which, self.config.piece)),
        ]
        for index, bit in enumerate(enables):
            here = (write.row[bits:] == index // parts) & (write.segment == index % parts)
            writes += bit.eq(write.pieces.bit_select(which, 1) & here)
        for port in ports:
            enable, enables = enables[: len(port.en)], enables[len(port.en) :]
            m.d.comb += [
                port.addr.eq(address),
                port.data.eq(weights.replicate(len(port.en))),
                port.en.eq(enable),
            ]

    def _in_order(self, m, halves):
        """Row r of tile t, from half (r + t) mod 2."""
        columns = self.config.tile_columns
        if self.halves == 1:
            m.d.comb += self.read.data.eq(halves[0])
            return
        tile = delay(m, self.read.addr[: bits_for(self.halves) - 1], 2, "tile")
        rows = []
        for row in range(self.config.tile_rows):
            from_half = [half.word_select(row // self.halves, columns) for half in halves]
            rows.append(Array(from_half)[(tile + row)[: len(tile)]])
        m.d.comb += self.read.data.eq(Cat(rows))
