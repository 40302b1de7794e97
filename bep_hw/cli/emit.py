"""`bep-hw emit`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli import complete
from bep_hw.cli.options import Core, DataFolder, Encoding, Network, Task, file_option, option, takes

EXAMPLES = (
    "bep-hw emit --preset digits -o build/digits",
    "bep-hw emit --preset digits --bus axi -o build/axi",
    "bep-hw emit --inference runs/digits-golden-s1 -o build/inference",
)


@takes(Task, DataFolder, Network, Encoding, Core)
def emit(
    given,
    *,
    out: Annotated[Path, file_option("Folder of the Verilog.", "--out", "-o")],
    bus: Annotated[
        str | None,
        option(
            "Bus: native, axi, wishbone or uart [default: native].",
            "--bus",
            panel="Core",
            completion=complete.buses,
        ),
    ] = None,
    divisor: Annotated[
        int | None,
        option("With --bus uart: clock cycles per bit on the line.", "--divisor", panel="Core"),
    ] = None,
    core_clock: Annotated[
        bool | None,
        option(
            "With --bus axi or wishbone: the core has a clock of its own.",
            "--core-clock",
            panel="Core",
        ),
    ] = None,
    technology: Annotated[
        str | None,
        option(
            "Memories that the FPGA has, portable or cyclone-v, or check bits in words of counters,"
            " parity or secded [default: portable].",
            "--technology",
            panel="Core",
            completion=complete.technologies,
        ),
    ] = None,
    inference: Annotated[
        Path | None,
        file_option(
            "Write the network trained in this folder, which only predicts.", "--inference"
        ),
    ] = None,
    images: Annotated[
        int | None,
        option("Test images of an inference core's test bench [default: 100].", "--images"),
    ] = None,
):
    """Write the core of a preset, or of a trained network, as Verilog, with a JSON manifest."""
    if inference is None:
        check_absent("--preset", images=images)
        own = {"bus": bus, "technology": technology}
        own = {name: value for name, value in own.items() if value is not None}
        paths = _trainer(given, out, divisor=divisor, core_clock=bool(core_clock), **own)
    else:
        others = {name: value for name, value in given.items() if name not in ("tile", "data")}
        own = {"bus": bus, "divisor": divisor, "core_clock": core_clock, "technology": technology}
        check_absent("--inference", **own, **others)
        paths = _inference(given, out, inference, images)
    for path in paths:
        print(path)


def _trainer(given, out, **options):
    from rich.console import Console

    from bep_hw.build.verilog.core import emit as write
    from bep_hw.cli.task import new_design
    from bep_hw.support.files import check_writable

    design = new_design(given, Console(stderr=True))
    check_writable(out)
    return write(design, out, **options)


def _inference(given, out, folder, images):
    from bep_hw.build.verilog.inference import emit_inference
    from bep_hw.spec import presets
    from bep_hw.support.files import check_writable

    check_writable(out)
    tile = presets.parse_tile(given["tile"]) if "tile" in given else None
    return emit_inference(folder, out, tile=tile, images=images, data_folder=given.get("data"))


def check_absent(other, **values):
    """Raise ConfigError if one of these options was given, which do not go with `other`."""
    from bep_hw.support.errors import require

    for name, value in values.items():
        shown = f"--{name.replace('_', '-')} {value}"
        require(value is None, f"{shown}: cannot be given with {other}")
