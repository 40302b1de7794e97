"""The core on the page: its picture, its sizes, and its memories."""

import sys

from amaranth.hdl import Fragment

from bep_hw.gateware.memory.memories import Memories
from bep_hw.report import core
from bep_hw.report.core_picture import core as picture
from bep_hw.report.runs import read
from bep_hw.spec import presets


def test_the_picture_has_the_sizes():
    config = presets.get("fmnist-135-ulx3s").core
    drawn = picture(config).svg()
    for text in (
        f"{config.samples_per_read} x {config.tile_rows} row popcounts",
        f"{config.tile_columns} column popcounts",
        f"{config.tile_rows} x {config.tile_columns} bits, 2 copies",
        f"c, {config.lanes} lanes",
        f"a and |z|, {config.banks} banks",
    ):
        assert f">{text}<" in drawn
    assert ">R row popcounts<" in picture().svg()


def test_memories_are_those_of_the_gateware(digits):
    run = read(digits)
    config = run.preset.core
    rows = {name: (shape, bits) for name, _, shape, bits in core._sizes(config)}
    memories = Memories(config)
    Fragment.get(memories, None)  # Amaranth warns of what is never built
    assert set(rows) == set(memories.every)
    words = config.counter_depth
    width = config.lanes * config.counter_bits
    assert rows["counters"] == (f"{words:,} x {width:,}", words * width)
    assert f"{sum(bits for _, bits in rows.values()) / 1024:,.0f} kbit" in core.sizes(run).text


def test_every_memory_is_explained():
    for preset in presets.PRESETS.values():
        explained = [content for _, content, _, _ in core._sizes(preset.core)]
        assert set(explained) == set(core.MEMORIES.values())


def test_without_amaranth(digits, monkeypatch):
    monkeypatch.setitem(sys.modules, "amaranth.hdl", None)
    figure = core.sizes(read(digits))
    assert "needs Amaranth" in figure.text and "weights a cycle" in figure.body
