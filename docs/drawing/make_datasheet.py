"""Writes the datasheet of an emitted core, docs/reference/datasheet.md for the one in rtl/digits.

    python docs/drawing/make_datasheet.py                          # that page
    python docs/drawing/make_datasheet.py build/digits sheet.md    # of a core that `emit` wrote

Its tables are read: from the manifest of the core, the descriptions of its parameters, the file of
the routed boards. datasheet.jinja beside it has the words.
"""

import json
import re
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bep_hw.build.bitstream import boards
from bep_hw.build.speed.cores import ROUTED_FILE
from bep_hw.cycles import latency
from bep_hw.cycles.estimate import cycles_per_sample
from bep_hw.spec import presets
from bep_hw.spec.core import CoreConfig

ROOT = Path(__file__).parents[2]


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
        (f"`{one['name']}`", f"0x{one['address']:02x}", one["access"], one["text"])
        for one in manifest["registers"]["global"]
    ]
    return table(("register", "word address", "access", "meaning"), rows)


def latencies(core):
    """Of the blocks of a CoreConfig."""
    rows = [
        ("last tile of a row block, its pre-activations", latency.forward_latency(core)),
        ("last tile of a column block, its desired activations", latency.backward_latency(core)),
        ("last row block of logits, the margin", latency.margin_latency(core)),
        ("end of a group, its winner", latency.winner_latency(core)),
        ("issue of a word of counters, its write", latency.row_engine_latency(core)),
    ]
    return table(("from, to", "latency [cycles]"), rows)


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


def areas():
    """What the page of measured areas has of each preset, with smaller headings."""
    page = (ROOT / "docs" / "results" / "areas.md").read_text()
    return page[page.index("\n## ") :].replace("\n## ", "\n### ").strip()


def datasheet(manifest):
    """The text of the page, from the manifest of an emitted core that trains."""
    values, network = manifest["parameters"], manifest["network"]
    preset = presets.get(manifest["preset"])
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    return environment.get_template("datasheet.jinja").render(
        top=manifest["top"],
        preset=preset.name,
        hidden_bits=values["hidden_bits"],
        rows=values["tile_rows"],
        columns=values["tile_columns"],
        weights=values["tile_rows"] * values["tile_columns"],
        lanes=values["lanes"],
        banks=values["banks"],
        most_layers=values["max_layers"] - 1,
        layers="-".join(map(str, network["layers"])),
        classes=network["classes"],
        cycles=cycles_per_sample(preset),
        bits=sum(one["depth"] * one["width"] for one in manifest["memories"]),
        parameters=parameters(manifest),
        ports=ports(manifest),
        latencies=latencies(preset.core),
        memories=memories(manifest),
        registers=registers(manifest),
        routed=routed(),
        areas=areas(),
    )


def main(folder=ROOT / "rtl" / "digits", out=ROOT / "docs" / "reference" / "datasheet.md"):
    manifest = json.loads((Path(folder) / "manifest.json").read_text())
    Path(out).write_text(datasheet(manifest))


if __name__ == "__main__":
    main(*sys.argv[1:])
