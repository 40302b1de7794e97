"""The functions of the public API. Large libraries are imported when they are needed."""

from pathlib import Path

from bep_hw.data import datasets, design
from bep_hw.spec import presets
from bep_hw.support.errors import require
from bep_hw.support.files import check_writable
from bep_hw.train.api import console, resume

__all__ = ["build_bitstream", "emit", "load_dataset", "preset", "resume"]


def preset(name):
    """The Preset called `name`: data set, network, training, and the core it trains on.

    ConfigError for an unknown name.

    >>> preset("digits").training.batch_size
    32
    """
    return presets.get(name)


def load_dataset(name, folder=None, seed=1, *, encoding=None, width=None, label=None):
    """The Dataset called `name`, or in the user's own file `name`, as bits in three splits.

    `train`, `validation` and `test` each have bits (n, K_0) uint8, 0 or 1, and labels (n,) int64.

    folder: where its files are, if it has files; None for the usual places
    seed: of the run; only a random task is drawn anew for each
    encoding: a `bep_hw.spec.encoding.Encoding` of features and series; None for one bit a feature
    width: K_0 [bits], of series alone; label: name of the label column of a table
    ConfigError for an unknown name, or missing or damaged files.

    >>> load_dataset("digits").train.bits.shape
    (1293, 256)
    """
    return datasets.load(name, folder, seed, encoding, width, label)


def emit(
    out,
    preset=None,
    *,
    inference=None,
    bus="native",
    divisor=None,
    core_clock=False,
    images=None,
    tile=None,
    **options,
):
    """Write Verilog, test bench and manifest into the folder `out`; returns the paths written.

    preset: name of a preset, or a Preset, for a core that trains; None for one that suits the
        `dataset` or `data_file` in `options`
    inference: run folder of a trained network, for a core that only predicts

    bus: of a core that trains: "native", "axi", "wishbone" or "uart"
    divisor: for bus "uart" alone, clock cycles per bit on the line
    core_clock: for bus "axi" or "wishbone", whether the core has a clock of its own
    images: test samples that the bench of an inference core checks; None for 100
    tile: (R, D), weights read per cycle; None for those of the preset or the run
    options: of a core that trains: layers, hidden_bits, group, core, lanes, banks,
        samples_per_read, pixels, filters_per_cycle, pixels_per_cycle

    ConfigError for a value that breaks a rule, a run that is not finished, or missing Amaranth.
    """
    require(preset is None or inference is None, "emit: cannot take both preset and inference")
    check_writable(out)
    if inference is None:
        require(images is None, f"images {images}: are those of an inference core")
        from bep_hw.build.verilog.core import emit as write

        made = design.new(preset, design.texts({"tile": tile, **options}))
        return write(made, out, bus=bus, divisor=divisor, core_clock=core_clock)
    given = {"core_clock": core_clock or None, "divisor": divisor, **options} | (
        {} if bus == "native" else {"bus": bus}
    )
    for name, value in given.items():
        require(value is None, f"{name} {value}: cannot be given with inference")
    from bep_hw.build.verilog.inference import emit_inference

    return emit_inference(Path(inference), out, tile=tile, images=images)


def build_bitstream(
    preset,
    board,
    out,
    *,
    seeds=1,
    clock=None,
    baud=None,
    jobs=1,
    until="pack",
    sites=None,
    verbose=False,
    **options,
):
    """Synthesise, place and route a core for a board; returns the dictionary in OUT/report.json.

    preset: name of a preset, or a Preset; board: name of a board, or the path of a file of your own
    seeds: of place and route, the best counts; jobs: how many of them at the same time
    clock: of the core [MHz], baud: of the serial port [bits/s]; None for the board's own
    until: the last step: "elaborate", "synthesise", "floorplan", "route" or "pack"
    sites: path of sites.json of an earlier build, to have its floorplan; None for a new one
    options: layers, hidden_bits, group, tile, lanes, banks, samples_per_read, pixels,
        filters_per_cycle, pixels_per_cycle, core
    verbose: show each step

    ConfigError if the design does not fit the board, or a tool is missing or fails.
    """
    from bep_hw.build.bitstream.build import build

    made = design.new(preset, design.texts(options))
    return build(
        *(made, board, out, console(verbose)),
        **{"seeds": seeds, "clock": clock, "baud": baud, "jobs": jobs, "until": until},
        sites=sites,
    )
