"""The Verilog leaves for simulation against the gateware that they stand for."""

from pathlib import Path

import pytest
from amaranth.back import verilog
from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value
from amaranth.lib import data
from amaranth.utils import bits_for

from bep_hw.gateware import core
from bep_hw.gateware.backward import Backward
from bep_hw.gateware.commit import Commit
from bep_hw.gateware.control.draws import Draws
from bep_hw.gateware.forward import Forward
from bep_hw.gateware.gate import Gate
from bep_hw.gateware.margin import Margin
from bep_hw.gateware.parts import planes
from bep_hw.gateware.parts.pipeline import below, delay, picked
from bep_hw.gateware.update import Update
from bep_hw.gateware.winner import Winner
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.reinforce import (
    POSITION_LAYER_BITS,
    POSITION_ROW_BITS,
    REINFORCE_FRACTION_BITS,
    REINFORCE_GROUP,
)
from tests.helpers.played import play, random_bits
from tests.helpers.proof import prove

LEAF = Path(core.__file__).parent / "leaf"
CYCLES = 6
"""Enough for two blocks to begin and to end."""

FAN_IN = 14
"""Of a row block, or one less: as many agreements as there are in so many cycles fit."""


def text_of(leaf, m, ports):
    """Verilog of `m`, called top, with the leaf and the one between lanes and planes."""
    top = verilog.convert(m, name="top", ports=ports, emit_src=False, strip_internal_attrs=True)
    names = dict.fromkeys((leaf, "bep_planes"))
    return "".join((LEAF / f"{name}.v").read_text() for name in names) + top


def check_played(leaf, m, ports, folder, *, cycles, often):
    """`differ` is never so, and `occurs` more often than that, with drawn inputs."""
    differ, occurs = play(text_of(leaf, m, ports), folder, cycles=cycles)
    assert differ == 0
    assert occurs > often


def inputs_of(m, ports):
    """{name: a Signal} for each of `ports`, {name: ports of that width}, which it drives."""
    inputs = {}
    for name, driven in ports.items():
        inputs[name] = Signal(len(Value.cast(driven[0])), name=name)
        m.d.comb += [Value.cast(port).eq(inputs[name]) for port in driven]
    return inputs


def unequal(plain, leaf, *names):
    """Whether an output of one of these names differs."""
    pairs = ((getattr(plain, name), getattr(leaf, name)) for name in names)
    return Cat(Value.cast(one) != Value.cast(other) for one, other in pairs).any()


def apart(tile, columns):
    """A tile as the leaves take it: rows begin with a word of the processor, with 1 at its end."""
    rows = [tile[low : low + columns] for low in range(0, len(tile), columns)]
    rest = Const(-1, planes.pitch(columns) - columns)
    return Cat(bits for row in rows for bits in (row, rest))


def unequal_words(m, kind, lanes):
    """Ports of a plain Commit or Update beside its leaf, whose counters are in planes."""
    config = CoreConfig(
        **{"tile_rows": 1, "tile_columns": lanes, "lanes": lanes},
        **{"hidden_bits": 4, "max_batch": 4, "max_width": lanes},
    )
    m.submodules.plain, m.submodules.leaf = plain, leaf = kind(config), kind(config, planes=True)
    of_kind = {
        Commit: (("valid", "due", "chosen"), "committed"),
        Update: (("valid", "away", "learning", "desired", "inputs"), "updated"),
    }
    names, changed = of_kind[kind]
    ports = {name: [getattr(plain, name), getattr(leaf, name)] for name in names}
    inputs = inputs_of(m, ports | {"counters": [plain.counters]})
    there = planes.converted(m, "there", inputs["counters"], config, enable=1, back=False)
    back = planes.converted(m, "back", getattr(leaf, changed), config, enable=1, back=True)
    bits = [
        one.away if kind is Commit else planes.weights(one.updated, config, one.planes)
        for one in (plain, leaf)
    ]
    differ = Signal(name="differ")
    m.d.comb += [
        leaf.counters.eq(there),
        differ.eq((Value.cast(getattr(plain, changed)) != back) | (bits[0] != bits[1])),
    ]
    return [*inputs.values(), differ]


@pytest.mark.parametrize("lanes", [1, 4, 7, 8])
@pytest.mark.parametrize("kind", [Commit, Update])
def test_counters_in_planes(kind, lanes, tmp_path, monkeypatch):
    """Every word, with groups of four lanes: less than one, one, and two of them."""
    monkeypatch.setattr(planes, "PLANE", 4)
    m = Module()
    ports = unequal_words(m, kind, lanes)
    result = prove(text_of(f"bep_{kind.__name__.lower()}", m, ports), tmp_path)
    assert result.returncode == 0, result.stderr


def unequal_forward(m, rows, columns, stages, samples):
    """Ports of a plain Forward beside its leaf, whose z has a meaning for `samples` cycles."""
    options = {"rows": rows, "columns": columns, "count_bits": 4, "stages": stages}
    options["chained"] = samples > 1
    plain, leaf = Forward(**options), Forward(**options, leaf_samples=samples)
    m.submodules.plain, m.submodules.leaf = plain, leaf
    assert plain.latency == leaf.latency
    same = ["valid", "last", *(["following"] if samples > 1 else [])]
    ports = {name: [getattr(plain, name), getattr(leaf, name)] for name in same}
    alone = {name: [getattr(leaf, name)] for name in ("activations", "missing")}
    tile = Signal(rows * columns)
    inputs = inputs_of(m, ports | alone | {"odd": [Signal()], "tile": [tile]})
    missing, first, odd = inputs["missing"], Signal(init=1), Signal()
    with m.If(inputs["valid"]):
        m.d.sync += first.eq(inputs["last"])
        with m.If(inputs["last"]):
            m.d.sync += odd.eq(inputs["odd"])
    for one in (plain, leaf):
        m.d.comb += [one.first.eq(first), one.fan_in.eq(FAN_IN - odd)]
    since = Signal(range(samples))
    with m.If(plain.z_valid):
        m.d.sync += since.eq(samples - 1)
    with m.Elif(since.any()):
        m.d.sync += since.eq(since - 1)
    used = plain.z_valid | since.any()
    outputs = ("z", "popcounts") if samples > 1 else ("z",)
    differ = Signal(name="differ")
    # What is missing has 1 in the tile and 0 in the activations.
    m.d.comb += [
        plain.tile.eq(tile | missing.replicate(rows)),
        leaf.tile.eq(apart(tile, columns)),
        plain.activations.eq(inputs["activations"] & ~missing),
        differ.eq(unequal(plain, leaf, "z_valid") | (used & unequal(plain, leaf, *outputs))),
    ]
    return [*inputs.values(), differ]


@pytest.mark.parametrize("shape", [(1, 1), (3, 2)])
@pytest.mark.parametrize("stages", [0, 1, 3])
@pytest.mark.parametrize("samples", [1, 2])
def test_forward(shape, stages, samples, tmp_path):
    m = Module()
    ports = unequal_forward(m, *shape, stages, samples)
    result = prove(text_of("bep_forward", m, ports), tmp_path, cycles=CYCLES + stages)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (4, 1)])
@pytest.mark.parametrize("stages", [0, 1, 3])
def test_backward(shape, stages, tmp_path):
    m = Module()
    rows, columns = shape
    options = {"rows": rows, "columns": columns, "sum_bits": 5, "stages": stages}
    plain, leaf = Backward(**options, balanced=False), Backward(**options, leaf=True)
    m.submodules.plain, m.submodules.leaf = plain, leaf
    names = ("valid", "first", "last", "desired", "gates")
    ports = {name: [getattr(one, name) for one in (plain, leaf)] for name in names}
    inputs = inputs_of(m, ports | {"tile": [plain.tile]})
    m.d.comb += leaf.tile.eq(apart(plain.tile, columns))
    differ = Signal(name="differ")
    m.d.comb += differ.eq(
        unequal(plain, leaf, "done") | (plain.done & unequal(plain, leaf, "word"))
    )
    text = text_of("bep_backward", m, [*inputs.values(), differ])
    result = prove(text, tmp_path, cycles=CYCLES + stages)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("width", [1, 7, 64, 70])
def test_below(width, tmp_path):
    m, limit = Module(), Signal(7)
    words = [below(m, limit, width, f"word{leaf}", leaf=bool(leaf)) for leaf in (0, 1)]
    differ = Signal(name="differ")
    m.d.sync += differ.eq(words[0] != words[1])
    result = prove(text_of("bep_below", m, [limit, differ]), tmp_path)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(("width", "count"), [(1, 2), (5, 3), (70, 2)])
def test_picked(width, count, tmp_path):
    """Also words that do not exist."""
    m, words, index = Module(), Signal(width * count), Signal(2)
    pair = [picked(m, words, index, width, f"word{leaf}", leaf=bool(leaf)) for leaf in (0, 1)]
    differ = Signal(name="differ")
    m.d.sync += differ.eq(pair[0] != pair[1])
    result = prove(text_of("bep_pick", m, [words, index, differ]), tmp_path)
    assert result.returncode == 0, result.stderr


def unequal_draws(m, config, seed):
    """Ports that compare plain Draws with their leaf: random words and keys, some never chosen of.

    Bits have a meaning for a word of a row that is to be committed.
    """
    plain, leaf = (Draws(config, leaf=leaf) for leaf in (False, True))
    layout = data.StructLayout(
        {
            **{"valid": 1, "due": 1, "place": bits_for(config.max_width // plain.unit)},
            **{"row": POSITION_ROW_BITS, "layer": POSITION_LAYER_BITS},
            "threshold": range((REINFORCE_GROUP << REINFORCE_FRACTION_BITS) + 1),
        }
    )
    word, drawn = Signal(layout), random_bits(m, layout.size + 4, seed)
    threshold = drawn[: REINFORCE_FRACTION_BITS + 3]
    m.d.comb += word.eq(drawn)
    with m.Switch(drawn[-4:]):
        with m.Case(0):
            m.d.comb += word.threshold.eq(REINFORCE_GROUP << REINFORCE_FRACTION_BITS)
        with m.Case(1, 2, 3):
            m.d.comb += word.threshold.eq(0)
        with m.Default():
            m.d.comb += word.threshold.eq(threshold)
    key = {"seed": Const(seed * 0x9E3779B1, 32), "minibatch": Const(seed * 0x85EBCA77, 32)}
    bits = [one.connect(m, [word], **key) for one in (plain, leaf)]
    wanted = delay(m, word.valid & word.due, plain.latency, "wanted")
    differ, occurs = Signal(name="differ"), Signal(name="occurs")
    m.d.comb += [differ.eq(wanted & (bits[0] != bits[1])), occurs.eq(wanted & bits[0].any())]
    return [differ, occurs]


@pytest.mark.parametrize(("lanes", "deep"), [(1, False), (24, True), (90, False)])
@pytest.mark.parametrize("seed", [1])
def test_draws(lanes, deep, seed, tmp_path):
    """Nobody proves in useful time that two ciphers are equal, so words are drawn."""
    config = CoreConfig(
        **{"tile_rows": 1, "tile_columns": lanes, "lanes": lanes, "hidden_bits": 4},
        **{"max_width": 4096, "deep_pipeline": deep},
    )
    m = Module()
    ports = unequal_draws(m, config, seed)
    check_played("bep_draws", m, ports, tmp_path, cycles=2000, often=100)


@pytest.mark.parametrize("rows", [1, 3])
def test_gate(rows, tmp_path):
    m = Module()
    plain, leaf = (Gate(rows=rows, count_bits=4, leaf=leaf) for leaf in (False, True))
    m.submodules.plain, m.submodules.leaf = plain, leaf
    names = ("valid", "z", "mask", "threshold")
    inputs = inputs_of(m, {name: [getattr(one, name) for one in (plain, leaf)] for name in names})
    differ = Signal(name="differ")
    outputs = ("done", "activations", "gates", "magnitudes")
    m.d.comb += differ.eq(plain.done & unequal(plain, leaf, *outputs))
    text = text_of("bep_gate", m, [*inputs.values(), differ])
    result = prove(text, tmp_path, cycles=CYCLES)
    assert result.returncode == 0, result.stderr


def unequal_margins(m, rows, samples, deep, seed):
    """Ports that compare a plain Margin with its leaf: samples of two row blocks, some alone."""
    options = {"rows": rows, "count_bits": 4, "label_bits": 4, "samples": samples, "deep": deep}
    pair = [Margin(**options, leaf=leaf) for leaf in (False, True)]
    m.submodules.plain, m.submodules.leaf = plain, leaf = pair
    assert plain.latency == leaf.latency
    bits = len(Value.cast(plain.logits)) + rows + 4
    drawn = random_bits(m, bits + 1, seed)
    way, block = Signal(range(samples)), Signal()
    # All samples have their first blocks, then their second ones; then the margins are awaited.
    pause = Signal(range(plain.latency + 2), init=1)
    valid, ends = Signal(), Signal()
    m.d.comb += [valid.eq((pause == 0) & drawn[-1]), ends.eq(way == samples - 1)]
    with m.If(pause != 0):
        m.d.sync += pause.eq(pause - 1)
    with m.Elif(valid):
        m.d.sync += way.eq(Mux(ends, 0, way + 1))
        with m.If(ends):
            m.d.sync += [block.eq(~block), pause.eq(Mux(block, plain.latency + 1, 0))]
    label = Signal(4)
    with m.If((pause == 1) | (samples > 1)):
        m.d.sync += label.eq(drawn[-5:-1])
    for one in pair:
        m.d.comb += [
            one.valid.eq(valid),
            one.first.eq(~block),
            one.last.eq(block),
            one.way.eq(way),
            one.ends.eq(ends),
            Value.cast(one.logits).eq(drawn),
            one.mask.eq(Mux(block, drawn[-5 - rows :] | 1, -1)),
            one.label.eq(label),
            one.threshold.eq(3),
        ]
    differ, occurs = Signal(name="differ"), Signal(name="occurs")
    outputs = unequal(plain, leaf, "prediction", "margin", "triggered")
    m.d.comb += [
        occurs.eq(plain.done & plain.triggered),
        differ.eq(unequal(plain, leaf, "done") | (plain.done & outputs)),
    ]
    return [differ, occurs]


@pytest.mark.parametrize(("rows", "samples", "deep"), [(1, 1, False), (3, 4, True), (5, 2, False)])
@pytest.mark.parametrize("seed", [1])
def test_margin(rows, samples, deep, seed, tmp_path):
    m = Module()
    ports = unequal_margins(m, rows, samples, deep, seed)
    check_played("bep_rivals", m, ports, tmp_path, cycles=4000, often=30)


def unequal_winners(m, config, seed):
    """Ports that compare a plain Winner with one that has the leaf, with random data and stalls."""
    pair = Winner(config), Winner(config, leaf=True)
    m.submodules.plain, m.submodules.leaf = plain, leaf = pair
    assert plain.latency == leaf.latency
    shapes = {name: getattr(plain, name) for name in ("magnitudes", "activations", "desired")}
    sizes = [len(Value.cast(value)) for value in shapes.values()]
    drawn = random_bits(m, sum(sizes) + 6, seed)
    few = drawn[-1]  # small magnitudes, so that many are equal, or 0
    for one in pair:
        low = 0
        for (name, value), size in zip(shapes.items(), sizes, strict=True):
            bits = drawn[low : low + size]
            if name == "magnitudes":
                bits &= Mux(few, Const(1, value.shape().elem_shape).replicate(config.tile_rows), -1)
            m.d.comb += Value.cast(getattr(one, name)).eq(bits)
            low += size
        m.d.comb += [
            one.layers.eq(3),
            one.start.valid.eq(drawn[-2]),
            one.start.payload.eq(seed),
            one.table.rows.eq(Mux(one.layer == 0, config.max_rows, 2)),
            one.table.group.eq(Mux(one.layer == 0, 3, 2)),
            one.winners.ready.eq(drawn[-5:-2] != 0),
        ]
    differ, occurs = Signal(name="differ"), Signal(name="occurs")
    given, got = (one.winners.payload for one in pair)
    wins, same = Signal(), Signal()  # a `last` has no neuron
    m.d.comb += [
        wins.eq(plain.winners.valid & ~given.last),
        same.eq((given.bank == got.bank) & (given.last == got.last)),
        occurs.eq(wins & plain.winners.ready),
        differ.eq(
            (plain.winners.valid != leaf.winners.valid)
            | (plain.winners.valid & ~same)
            | (wins & (given != got))
        ),
    ]
    return [differ, occurs]


@pytest.mark.parametrize(("rows", "deep"), [(1, False), (5, False), (18, True)])
@pytest.mark.parametrize("seed", [1])
def test_winner(rows, deep, seed, tmp_path):
    """Groups within a block and across blocks, stalls, resets and ties."""
    config = CoreConfig(
        **{"tile_rows": rows, "tile_columns": 2 * rows, "lanes": 1, "hidden_bits": 4},
        **{"max_width": 30, "max_rows": 2 * rows + 1, "max_layers": 3, "deep_pipeline": deep},
    )
    m = Module()
    ports = unequal_winners(m, config, seed)
    check_played("bep_contest", m, ports, tmp_path, cycles=4000, often=100)
