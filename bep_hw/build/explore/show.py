"""Shows the finds of a search: a table and a picture in the terminal, and core files."""

from rich.table import Table

from bep_hw.build.explore.candidates import banks, lanes, tile_rows
from bep_hw.build.explore.search import BLOCK_RAM, LUT, SLOWER
from bep_hw.spec import presets
from bep_hw.spec.core import SAMPLES_PER_READ
from bep_hw.support.display import quantity, say, shown
from bep_hw.support.files import replace_file

WIDE = 40
"""Characters of the longest bar."""

FEW = 2
"""Measured cores from which a model of a family tells sizes apart."""

WORDS = {
    LUT: "need more LUTs",
    BLOCK_RAM: "need more block RAMs",
    SLOWER: "are not faster than a smaller one",
    "illegal": "break a rule of a core",
}


def show(console, found, device, workload, preset):
    """Print front, picture, and why the others are out."""
    table = Table(
        title=f"{preset.name} on {device.board}:"
        f" {device.luts:,} LUTs, {device.block_rams} block RAMs",
    )
    for name in ("tile", "lanes", "banks", "S", "B", "LUTs", "block RAMs", "MHz",
                 "cycles", "samples/s"):  # fmt: skip
        table.add_column(name, justify="right")
    for one in found.front:
        made = one.preset
        table.add_row(
            f"{made.tile[0]}x{made.tile[1]}",
            *map(str, (made.lanes, made.banks, made.samples_per_read, made.training.hidden_bits)),
            f"{one.luts:,}",
            str(one.block_rams),
            f"{one.fmax:.1f}",
            f"{one.cycles:.1f}",
            f"{one.rate:,.0f}",
        )
    shown(console).print(table)
    fastest = found.front[-1].rate
    for one in found.front:
        bar = "█" * max(1, round(WIDE * one.rate / fastest))
        say(console, f"{one.luts:>8,} LUTs {bar} {quantity(one.rate)} samples/s")
    out = ", ".join(f"{number:,} {WORDS[reason]}" for reason, number in found.out.items() if number)
    say(console, f"not shown: {out}")
    say(
        console,
        f"cycles: exact, on events of epochs {', '.join(map(str, workload.epochs))} of the data set"
        f" ({found.exact} cores); block RAMs: counted; LUTs and Fmax: fitted to measured cores",
    )
    for what, number in (("LUTs", device.model.area_points), ("MHz", device.model.clock_points)):
        if number < FEW:
            text = f"{what} are a rough guess: so far {number} core of this family was measured"
            say(console, text, style="yellow")
    _show_legal(console, preset)


def _show_legal(console, preset):
    """Print which values of the parallel parts are legal."""
    rows = tile_rows(preset.network)
    say(console, f"legal tile rows R: {', '.join(map(str, rows))}; columns R, 2 R or 4 R")
    columns = preset.tile[1]
    own = lanes(columns, small=preset.small, in_time=preset.network.has_state)
    say(console, f"legal lanes of {columns} columns: {', '.join(map(str, own))}")
    texts = (f"{s} with {', '.join(map(str, banks(s)))} banks" for s in SAMPLES_PER_READ)
    say(console, f"legal S: {'; '.join(texts)}")


def write(found, device, folder):
    """Write a core file for every configuration on the front; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in found.front:
        made = one.preset
        name = f"{made.tile[0]}x{made.tile[1]}-l{made.lanes}-b{made.banks}-s{made.samples_per_read}"
        head = (
            f"# {made.name} on {device.board}: about {one.luts:,} LUTs, {one.block_rams} block"
            f" RAMs,\n# {one.cycles:.1f} cycles per sample, predicted {one.rate:,.0f} samples/s\n"
        )
        paths.append(folder / f"{name}.toml")
        replace_file(paths[-1], head + presets.core_text(made))
    return paths
