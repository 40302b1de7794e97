"""The core that a run trains on, or could: its picture, its sizes, its memories."""

from bep_hw.report.core_picture import core as picture
from bep_hw.report.figure import Figure, drawing
from bep_hw.report.template import fill

MEMORIES = {
    "tiles": "weights W in two copies, and the classifier P, a tile a word",
    "counters": "the counter behind each weight",
    "activations": "activations a of the samples in flight",
    "desired": "desired activations a* of the samples in flight",
    "rows": "a and |z| of the samples in flight",
    "gates": "gates g of the samples in flight",
    "opened": "whether a block of gates is open",
    "classes": "the classifier P once more, a row of it after the other",
}
"""What is in each memory, by the first part of its name in the hierarchy."""


def core(run):
    """The picture of the core of one run, or a line that says why there is none."""
    if run.preset.network.targets > 1:
        text = "No core trains a network of several targets."
        return Figure(title="Core", text=text, run=run.name)
    config = run.preset.core
    return Figure(
        title="The core",
        text="Blue: every sample goes forward, layer by layer, a tile of"
        f" {config.tile_rows} x {config.tile_columns} weights a cycle. Orange: if it triggers, its"
        " class goes backward through the same tiles. Green: the winners' counters move, in"
        f" {config.lanes} lanes.",
        body=drawing(picture(config)),
        run=run.name,
        wide=True,
    )


def sizes(run):
    """Parameters of the core of one run, and its memories as the gateware has them, or None."""
    if run.preset.network.targets > 1:
        return None
    config = run.preset.core
    title = "Sizes of the core"
    values = {
        "tile": f"{config.tile_rows} x {config.tile_columns} weights a cycle",
        "lanes": f"{config.lanes} counters a cycle",
        "counter": f"{config.counter_bits} bits; a hidden weight has B = {config.hidden_bits}",
        "samples in flight": str(config.banks),
        "samples per tile read": str(config.samples_per_read),
        "registers in a popcount": str(config.popcount_stages),
    }
    if config.encoder:
        numbers = "series of 8-bit numbers" if config.in_time else "8-bit pixels"
        values["samples"] = f"{numbers}, which the core encodes itself"
    try:
        values["look-up tables"], rows = _look_up_tables(config), _sizes(config)
    except ImportError:
        text = "The memories are not listed: that needs Amaranth: pip install bep-hw[gateware]."
        return Figure(
            title=title, text=text, body=fill("core.html", sizes=values, rows=[]), run=run.name
        )
    bits = sum(size for *_, size in rows)
    return Figure(
        title=title,
        text=f"The memories hold {bits / 1024:,.0f} kbit in all.",
        body=fill("core.html", sizes=values, rows=rows),
        run=run.name,
    )


def _look_up_tables(config):
    """About how many LUTs of an ECP5 the core takes, in words."""
    from bep_hw.build.explore.resources import Model, points

    luts = Model("ecp5", points()).luts(config)
    return f"about {round(luts, -2):,.0f} of an ECP5, with a serial link (a fit to measured cores)"


def _sizes(config):
    """[(memory, what is in it, "words x bits", bits)], the largest first."""
    from amaranth.hdl import Fragment

    from bep_hw.build.bitstream.fit import memories
    from bep_hw.gateware.memory.memories import Memories

    found = {}
    for memory in memories(Fragment.get(Memories(config), None)):
        name = memory.name.split(".")[0]
        words, width = found.get(name, (0, memory.width))
        found[name] = words + memory.depth, width
    rows = [
        (name, MEMORIES[name.rstrip("0123456789")], f"{words:,} x {width:,}", words * width)
        for name, (words, width) in found.items()
    ]
    return sorted(rows, key=lambda row: -row[-1])
