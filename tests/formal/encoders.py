"""Proofs that the streams of the encoders keep what they offer until it is taken."""

from amaranth.hdl import Assume

from bep_hw.gateware.encode import (
    cells,
    edges,
    expansion,
    filters,
    pack,
    patches,
    slices,
    thermometer,
)
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.sequence_shape import SequenceShape
from tests.formal.streams import steady_proof
from tests.helpers.formal import Checked, constant, streams

SHAPE = EncoderShape(image=(3, 4), cell=2, levels=1, edges=1)
SERIES = SequenceShape(features=1, window=2, levels=1, steps=2, state=5, width=3, rows_per_cycle=2)
PIXELWISE = EncoderShape(image=(2, 3), cell=1, levels=1, edges=1)
FILTERED = EncoderShape(image=(2, 4), cell=2, levels=1, edges=1, filters=4, filters_per_cycle=2)
FREE = ("the next one comes while one waits", "~self.o.valid | self.o.ready", "1")


def same_thresholds(m, dut):
    """Thresholds are loaded while nothing is under way."""
    constant(m, dut.levels)


def written_while_idle(m, dut):
    """The memory of comparisons is loaded while nothing is under way."""
    m.d.comb += Assume(~(dut.write.en & (dut.busy | dut.i.valid)))


def taken_untaken(text):
    return ("it goes on untaken", text, text.replace("self.o.ready | ", "1 | "))


PROOFS = (
    steady_proof(
        "slices",
        "o",
        slices,
        lambda module: Checked(module.Slices(SHAPE), streams),
        ("a slice stays for a cycle", "self.o.valid & self.o.ready", "self.o.valid"),
        proves=("Slices.o",),
    ),
    steady_proof(
        "edges",
        "o",
        edges,
        lambda module: Checked(module.Edges(PIXELWISE), streams),
        FREE,
        proves=("Edges.o",),
    ),
    steady_proof(
        "cells",
        "o",
        cells,
        lambda module: Checked(module.Cells(SHAPE), streams),
        taken_untaken("self.i.ready.eq(self.o.ready | ~complete)"),
        depth=4,
        proves=("Cells.o",),
    ),
    steady_proof(
        "levels",
        "o",
        thermometer,
        lambda module: Checked(module.Levels(count=6, levels=1), streams, same_thresholds),
        ("it counts what is not taken", "If(self.o.valid & self.o.ready)", "If(self.o.valid)"),
        proves=("Levels.o",),
    ),
    steady_proof(
        "thermometer",
        "o",
        thermometer,
        lambda module: Checked(module.Thermometer(comparisons=4), streams, written_while_idle),
        taken_untaken("(self.o.ready | ~now.bit)"),
        depth=4,
        proves=("Thermometer.o",),
    ),
    steady_proof(
        "patches",
        "o",
        patches,
        lambda module: Checked(module.Patches(image=(2, 3), planes=2), streams),
        FREE,
        proves=("Patches.o",),
    ),
    steady_proof(
        "filters",
        "o",
        filters,
        lambda module: Checked(module.Filters(bits=9, count=4, together=2), streams),
        FREE,
        proves=("Filters.o",),
    ),
    steady_proof(
        "squares",
        "o",
        filters,
        lambda module: Checked(module.Squares(FILTERED), streams),
        taken_untaken("self.i.ready.eq(self.o.ready | ~(column_ends & row_ends))"),
        depth=4,
        proves=("Squares.o",),
    ),
    steady_proof(
        "pack",
        "o",
        pack,
        lambda module: Checked(module.Pack(bits=3, width=5), streams),
        (
            "the next word comes while one waits",
            "free.eq(~self.o.valid | self.o.ready)",
            "free.eq(1)",
        ),
        proves=("Pack.o",),
    ),
    steady_proof(
        "codes",
        "o",
        expansion,
        lambda module: Checked(module.Codes(SERIES), streams),
        ("it goes on untaken", "~self.o.valid | self.o.ready)", "1)"),
        proves=("Codes.o",),
    ),
    steady_proof(
        "expansion",
        "o",
        expansion,
        lambda module: Checked(module.Expansion(SERIES), streams),
        ("it ends with its window", "o.valid.eq(rows.o.valid)", "o.valid.eq(self.i.valid)"),
        proves=("Expansion.o",),
    ),
    steady_proof(
        "initial",
        "o",
        expansion,
        lambda module: Checked(module.Initial(SERIES, width=4), streams),
        ("a word depends on ready", "If(place < before)", "If((place < before) & ~self.o.ready)"),
        proves=("Initial.*",),
    ),
)
