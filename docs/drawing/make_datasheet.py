"""Writes the datasheet of an emitted core, docs/reference/datasheet.md for the one in rtl/digits.

    python docs/drawing/make_datasheet.py                          # that page
    python docs/drawing/make_datasheet.py build/digits sheet.md    # of a core that `emit` wrote

Everything in it is read: the manifest of the core, the descriptions of its parameters, the file of
the routed boards.
"""

import json
import re
import sys
from pathlib import Path

from bep_hw.build.bitstream import boards
from bep_hw.build.speed.cores import ROUTED_FILE
from bep_hw.cycles.estimate import cycles_per_sample
from bep_hw.spec import presets
from bep_hw.spec.core import CoreConfig

ROOT = Path(__file__).parents[2]

HEAD = """# Datasheet: {top}, preset {preset}

Written by `docs/drawing/make_datasheet.py` from the manifest of a core and the description of its
parameters; do not edit. For another core: `python docs/drawing/make_datasheet.py FOLDER OUT.md`,
with a folder that `bep-hw emit` wrote.

A core that trains a binary neural network, and predicts with it, by Binary Error Propagation.
Weights and activations are +1 and -1. Each weight is the sign of a hidden integer of {hidden_bits}
bits; training adds to hidden integers, and needs no multiplier and no gradient.

- One clock domain, synchronous reset, ready and valid on every stream.
- {weights:,} weights are read per cycle; {lanes} hidden integers are read, changed and written
  per cycle.
- It trains every network that fits its memories, of up to {most_layers} layers and a classifier;
  the preset's is {layers}, {classes} classes.
- {cycles:.1f} clock cycles per training sample on an untrained network of the preset, by the
  [cycle model](cycles.md), to which simulated cores are equal.
- {bits:,} bits of memory.
- Its weights are those of the golden model in numpy, bit for bit.
"""

TAIL = """
## Bring-up

1. Reset, and read `version`, `limits` and `fingerprint` on a [bus](buses.md): they tell a host
   whether this is the core that it was built for.
2. [A minibatch, step by step](registers.md#a-minibatch-step-by-step), or the driver in C of
   [train from a processor](../guide/processor.md).
3. The test bench that `bep-hw emit` writes beside the core does the same and compares every result.

## Verification, and what is known to be missing

[Verification](../verification.md) says how each block is checked. No bitstream has been on a board
yet: clock rates are those of place and route.
"""


def meanings():
    """[(names of parameters, text)] as the docstring of CoreConfig describes them."""
    described = re.findall(r"^    (\w[^:\n]*): (.*(?:\n {8}.*)*)", CoreConfig.__doc__, re.MULTILINE)
    known = CoreConfig.__dataclass_fields__
    return [
        ([name for name in re.findall(r"\w+", head) if name in known], re.sub(r"\s+", " ", text))
        for head, text in described
    ]


def table(head, rows):
    lines = [f"| {' | '.join(map(str, row))} |" for row in (head, *rows)]
    return "\n".join([lines[0], "|---" * len(head) + "|", *lines[1:]])


def parameters(manifest):
    values = manifest["parameters"]
    rows = [
        (
            ", ".join(f"`{name}`" for name in names),
            ", ".join("-" if values[name] is None else str(values[name]) for name in names),
            text,
        )
        for names, text in meanings()
        if all(name in values for name in names)
    ]
    return table(("parameter", "value", "meaning"), rows)


def ports(manifest):
    """Ports, and the fields of the streams' payloads from bit 0 up."""
    fields = {
        f"{stream}__payload": ", ".join(f"`{one['name']}` {one['width']}" for one in found)
        for stream, found in manifest["payloads"].items()
    }
    rows = [
        (f"`{port['name']}`", port["direction"], port["width"], fields.get(port["name"], ""))
        for port in manifest["ports"]
    ]
    return table(("port", "direction", "bits", "fields and their bits, the lowest first"), rows)


def memories(manifest):
    rows = [
        (f"`{one['name']}`", f"{one['depth']:,}", f"{one['width']:,}",
         f"{one['depth'] * one['width']:,}")
        for one in manifest["memories"]
    ]  # fmt: skip
    return table(("memory", "words", "bits of a word", "bits"), rows)


def registers(manifest):
    rows = [
        (f"`{one['name']}`", f"0x{one['address']:02x}", one["access"])
        for one in manifest["registers"]["global"]
    ]
    return table(("register", "word address", "access"), rows)


def routed():
    """The boards that were placed and routed, with the speed that follows from Fmax."""
    text = (boards.folder() / ROUTED_FILE).read_text()
    rows = []
    for one in json.loads(text):
        fmax = one["fmax_median_mhz"]
        untrained, trained = (
            f"{fmax * 1e6 / one[f'cycles_{state}']:,.0f}" for state in ("untrained", "trained")
        )
        device = boards.get(one["board"]).platform.device
        network = "-".join(map(str, one["layers"]))
        rows.append((f"`{one['board']}`", device, one["preset"], network, one["seeds"], fmax,
                     untrained, trained))  # fmt: skip
    head = ("board", "FPGA", "preset", "network", "seeds", "median Fmax [MHz]",
            "samples/s, untrained", "samples/s over the training")  # fmt: skip
    return table(head, rows)


def datasheet(manifest):
    """The text of the page, from the manifest of an emitted core that trains."""
    values, network = manifest["parameters"], manifest["network"]
    head = HEAD.format(
        top=manifest["top"],
        preset=manifest["preset"],
        hidden_bits=values["hidden_bits"],
        weights=values["tile_rows"] * values["tile_columns"],
        lanes=values["lanes"],
        most_layers=values["max_layers"] - 1,
        layers="-".join(map(str, network["layers"])),
        classes=network["classes"],
        cycles=cycles_per_sample(presets.get(manifest["preset"])),
        bits=sum(one["depth"] * one["width"] for one in manifest["memories"]),
    )
    sections = {
        "Parameters": parameters(manifest),
        "Ports": ports(manifest),
        "Memories": memories(manifest),
        "Registers of the whole core": registers(manifest)
        + "\n\nEach row of the layer table has registers of its own; [registers](registers.md) has"
        " all of them, field by field.",
        "Clock and speed of cores that were routed": routed()
        + "\n\nAreas, seed by seed, are on the page of the [boards](../../boards/README.md).",
    }
    body = "\n\n".join(f"## {title}\n\n{text}" for title, text in sections.items())
    return f"{head}\n{body}\n{TAIL}"


def main(folder=ROOT / "rtl" / "digits", out=ROOT / "docs" / "reference" / "datasheet.md"):
    manifest = json.loads((Path(folder) / "manifest.json").read_text())
    Path(out).write_text(datasheet(manifest))


if __name__ == "__main__":
    main(*sys.argv[1:])
