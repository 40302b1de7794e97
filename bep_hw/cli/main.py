"""The command line: `bep-hw train`, `info`, `cosim`, `emit`, `build`, `bench`, `demo`.

Whatever a user can get wrong ends in one line on standard error and exit status 2.
"""

import json
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import bep_hw.support.threads  # noqa: F401 (before anything imports numpy)
from bep_hw.build.bitstream import boards
from bep_hw.data import datasets, series
from bep_hw.spec import presets
from bep_hw.support.display import show_summary
from bep_hw.support.errors import ConfigError
from bep_hw.train import outputs, session
from bep_hw.train import run as runs

app = typer.Typer(
    name="bep-hw",
    help="Train binary neural networks with Binary Error Propagation, in numpy and in hardware.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def option(text, *names):
    return typer.Option(*names, help=text, show_default=False)


PresetName = Annotated[str | None, option("Preset; `bep-hw info` lists them.", "--preset")]
DatasetName = Annotated[
    str | None,
    option("Another data set than the preset's, or a features or series file.", "--dataset"),
]
Data = Annotated[Path | None, option("Folder of the data sets [env: BEP_HW_DATA].", "--data")]
Epochs = Annotated[int | None, option("Passes over the training set.", "--epochs")]
Seed = Annotated[int | None, option("Seed of the whole run, 32 bit [default: 1].", "--seed")]
Layers = Annotated[str | None, option("Hidden widths, such as 75,75.", "--layers")]
BatchSize = Annotated[int | None, option("Samples per minibatch.", "--batch-size")]
HiddenBits = Annotated[int | None, option("Bits of a hidden weight, B.", "--hidden-bits")]
MarginRatio = Annotated[float | None, option("Margin r of the trigger.", "--margin-ratio")]
GateRatio = Annotated[float | None, option("Gate width nu.", "--gate-ratio")]
Reinforcement = Annotated[float | None, option("Reinforcement p_r.", "--reinforcement")]
UpperReinforcement = Annotated[
    float | None,
    option("p_r of all layers but the first [default: the same].", "--upper-reinforcement"),
]
Group = Annotated[int | None, option("First group size gamma_0 [neurons].", "--group")]
Patience = Annotated[int | None, option("Epochs without progress until groups grow.", "--patience")]
Horizon = Annotated[
    int | None,
    option("Time steps that a recurrent network goes back [default: all].", "--horizon"),
]
Window = Annotated[int | None, option("Values of a series per time step.", "--window")]
Thermometer = Annotated[int | None, option("Bits of a value of a series.", "--thermometer")]
Tile = Annotated[str | None, option("Weights read per cycle, ROWSxCOLUMNS.", "--tile")]
Lanes = Annotated[int | None, option("Counters changed per cycle.", "--lanes")]
Core = Annotated[str | None, option("Train on the core generated for this preset.", "--core")]


@app.command()
def train(
    preset: PresetName = None,
    dataset: DatasetName = None,
    backend: Annotated[
        str | None,
        option("golden (default), native, verilator or serial:PORT[@BAUD].", "--backend"),
    ] = None,
    epochs: Epochs = None,
    seed: Seed = None,
    out: Annotated[
        Path | None,
        option("Folder of the results [default: runs/PRESET-BACKEND-sSEED].", "--out"),
    ] = None,
    resume: Annotated[
        Path | None, option("Go on with the interrupted run in this folder.", "--resume")
    ] = None,
    force: Annotated[bool, option("Replace a run that is in the folder.", "--force")] = False,
    data: Data = None,
    layers: Layers = None,
    batch_size: BatchSize = None,
    hidden_bits: HiddenBits = None,
    margin_ratio: MarginRatio = None,
    gate_ratio: GateRatio = None,
    reinforcement: Reinforcement = None,
    upper_reinforcement: UpperReinforcement = None,
    group: Group = None,
    patience: Patience = None,
    horizon: Horizon = None,
    window: Window = None,
    thermometer: Thermometer = None,
    tile: Tile = None,
    lanes: Lanes = None,
    core: Core = None,
):
    """Train a network and write summary, history, weights, checkpoint and learning curve."""
    options = chosen(locals())
    console = Console()
    if resume is not None:
        folder = out or (resume if resume.is_dir() else resume.parent)
        values = session.resume(resume, preset, options, folder, console=console, data_folder=data)
    else:
        run = runs.fresh(named(preset), options, data)
        folder = out or session.default_folder(run)
        values = session.train(run, folder, console=console, data_folder=data, force=force)
    show_summary(console, values, folder)


def chosen(values):
    """Those arguments of a command that change a run."""
    return {name: values[name] for name in runs.OPTIONS}


def named(preset):
    """The name of the preset; ConfigError if the user gave none."""
    if preset is None:
        raise ConfigError(f"--preset: must be given, one of {', '.join(presets.PRESETS)}")
    return preset


@app.command()
def cosim(
    preset: PresetName = None,
    dataset: DatasetName = None,
    epochs: Epochs = None,
    seed: Seed = None,
    minibatches: Annotated[
        int | None, option("Stop after this many minibatches.", "--minibatches")
    ] = None,
    waves: Annotated[
        bool, option("After a difference, write waves.fst of that minibatch.", "--waves")
    ] = False,
    out: Annotated[Path, option("Folder of waves.fst [default: .].", "--out")] = Path(),
    data: Data = None,
    layers: Layers = None,
    batch_size: BatchSize = None,
    hidden_bits: HiddenBits = None,
    margin_ratio: MarginRatio = None,
    gate_ratio: GateRatio = None,
    reinforcement: Reinforcement = None,
    upper_reinforcement: UpperReinforcement = None,
    group: Group = None,
    patience: Patience = None,
    horizon: Horizon = None,
    window: Window = None,
    thermometer: Thermometer = None,
    tile: Tile = None,
    lanes: Lanes = None,
    core: Core = None,
):
    """Train in numpy and on the simulated core in lockstep, and compare after every minibatch."""
    options = chosen({**locals(), "backend": "verilator"})
    run = runs.fresh(named(preset), options, data)
    if minibatches is not None and minibatches < 1:
        raise ConfigError(f"minibatches {minibatches}: must be at least 1")
    if waves:
        outputs.check_writable(out)
        out.mkdir(parents=True, exist_ok=True)
    from bep_hw.train.cosim import cosim as lockstep

    return lockstep(
        run,
        console=Console(),
        waves=out / "waves.fst" if waves else None,
        data_folder=data,
        minibatches=minibatches,
    )


@app.command()
def emit(
    out: Annotated[Path, option("Folder of the Verilog.", "--out", "-o")],
    preset: PresetName = None,
    bus: Annotated[
        str | None, option("Bus: native, axi, wishbone or uart [default: native].", "--bus")
    ] = None,
    divisor: Annotated[
        int | None, option("With --bus uart: clock cycles per bit on the line.", "--divisor")
    ] = None,
    layers: Layers = None,
    hidden_bits: HiddenBits = None,
    group: Group = None,
    tile: Tile = None,
    lanes: Lanes = None,
    inference: Annotated[
        Path | None,
        option("Write the network trained in this folder, which only predicts.", "--inference"),
    ] = None,
    images: Annotated[
        int | None, option("Test images of an inference core's bench [default: 100].", "--images")
    ] = None,
    data: Data = None,
):
    """Write the core of a preset, or of a trained network, as Verilog, with a JSON manifest."""
    options = dict(layers=layers, hidden_bits=hidden_bits, group=group, lanes=lanes)
    if inference is not None:
        check_absent("--inference", preset=preset, bus=bus, divisor=divisor, **options)
        from bep_hw.build.verilog.inference import emit_inference

        outputs.check_writable(out)
        shape = None if tile is None else presets.parse_tile(tile)
        paths = emit_inference(inference, out, tile=shape, images=images, data_folder=data)
    else:
        check_absent("--preset", images=images, data=data)
        run = runs.fresh(named(preset), {**options, "tile": tile})
        from bep_hw.build.verilog.core import emit as write

        outputs.check_writable(out)
        paths = write(run.preset, out, bus=bus or "native", divisor=divisor)
    for path in paths:
        print(path)


def check_absent(other, **values):
    """Raise ConfigError if one of these options was given, which do not go with `other`."""
    for name, value in values.items():
        if value is not None:
            raise ConfigError(f"--{name.replace('_', '-')} {value}: cannot be given with {other}")


@app.command()
def build(
    board: Annotated[str, option("Board; `bep-hw info` lists them.", "--board")],
    out: Annotated[Path, option("Folder of the bitstream.", "--out", "-o")],
    preset: PresetName = None,
    seeds: Annotated[
        int, option("Place and route from so many seeds, keep the best [default: 1].", "--seeds")
    ] = 1,
    clock: Annotated[
        float | None, option("Clock of the core [MHz] [default: the board's].", "--clock")
    ] = None,
    baud: Annotated[
        int | None, option("Of the serial port [default: the board's].", "--baud")
    ] = None,
    jobs: Annotated[int, option("Seeds at the same time [default: 1].", "--jobs")] = 1,
    layers: Layers = None,
    hidden_bits: HiddenBits = None,
    group: Group = None,
    tile: Tile = None,
    lanes: Lanes = None,
    core: Core = None,
):
    """Synthesise, place and route the core of a preset for a board; bitstream and report.json."""
    from bep_hw.build.bitstream.build import build as run_build
    from bep_hw.build.bitstream.build import check_options

    check_options(board, seeds, clock, baud, jobs)
    run = runs.fresh(
        named(preset),
        dict(
            layers=layers, hidden_bits=hidden_bits, group=group, tile=tile, lanes=lanes, core=core
        ),
    )
    run_build(run.preset, board, out, Console(), seeds=seeds, clock=clock, baud=baud, jobs=jobs)


@app.command()
def bench():
    """Measure golden model, simulation and popcount; prints one JSON object."""
    from bep_hw.build.benchmark import bench as measure

    print(json.dumps(measure(), indent=2))


@app.command()
def demo(
    out: Annotated[Path, option("Folder of the results [default: runs/demo].", "--out")] = Path(
        "runs/demo"
    ),
    epochs: Epochs = None,
    seed: Seed = None,
):
    """Train the digits in numpy and on the simulated core, and compare the weights."""
    from bep_hw.train.demo import demo as run_demo

    return run_demo(out, seed=seed, epochs=epochs, console=Console())


@app.command()
def info(data: Data = None):
    """List presets, boards, and data sets with where each was found."""
    print("presets")
    for preset in presets.PRESETS.values():
        training, widths = preset.training, "-".join(map(str, preset.network.layers))
        print(
            f"  {preset.name:<17} {preset.dataset:<18} {widths:<14}"
            f" batch {training.batch_size:>3}  {training.epochs} epochs"
            f"  tile {preset.tile[0]}x{preset.tile[1]}  lanes {preset.lanes}"
        )
    print("boards")
    for board in boards.names():
        print(f"  {board:<17} {boards.describe(board)}")
    print("data sets")
    for name, source in datasets.SOURCES.items():
        print(
            f"  {name:<18} {source.width:>4} bits  {source.classes} classes  {source.where(data)}"
        )
    print("data sets of series, for recurrent presets")
    for name, source in series.SOURCES.items():
        print(f"  {name:<28}  {source.where(data)}")


def main():
    """Run the command line."""
    run_application(app)


def run_application(application):
    """Run a Typer application; errors of the user end in one line and exit status 2."""
    try:
        status = application(standalone_mode=False)
    except ConfigError as error:
        status = fail(error)
    except session.Stopped as stopped:
        print(
            f"bep-hw: interrupted; go on with: bep-hw train --resume {stopped.folder}",
            file=sys.stderr,
        )
        status = 128 + stopped.number
    except (KeyboardInterrupt, typer.Abort):
        print("bep-hw: interrupted", file=sys.stderr)
        status = 128 + signal.SIGINT
    except Exception as error:
        # Typer carries its own click, or uses the installed one; both format usage errors alike.
        if not hasattr(error, "format_message"):
            raise
        status = fail(usage(error) or "no command given; try bep-hw --help")
    sys.exit(status or 0)


def usage(error):
    """The message of a usage error, with the value that the user gave if it is a bad one."""
    names = getattr(getattr(error, "param", None), "opts", ())
    pairs = zip(sys.argv, [*sys.argv[1:], ""], strict=True)
    for argument, value in reversed(list(pairs)):  # the last of several counts
        name, equals, attached = argument.partition("=")
        if name in names:
            return f"{name} {attached if equals else value!r}: {error.message}"
    return error.format_message()


def fail(message):
    """Print an error as one line; the exit status."""
    print("bep-hw: error:", " ".join(str(message).split()), file=sys.stderr)
    return 2
