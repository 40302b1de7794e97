"""`bep-hw bench`."""

from pathlib import Path
from typing import Annotated

from bep_hw.cli import complete
from bep_hw.cli.options import file_option, option

EXAMPLES = (
    "bep-hw bench > bench.json",
    "bep-hw bench --training --out bench",
    "bep-hw bench --training --build build/ulx3s --out bench",
)


def bench(
    training: Annotated[
        bool,
        option(
            "Only the speed of training: software on this processor beside routed boards and larger"
            " parts. Needs no tools of hardware.",
            "--training",
        ),
    ] = False,
    preset: Annotated[
        str | None,
        option(
            "Preset whose network is trained [default: fmnist-135].",
            "--preset",
            completion=complete.presets,
        ),
    ] = None,
    build: Annotated[
        list[Path] | None,
        file_option("Folder of a build, whose core is set beside; may be repeated.", "--build"),
    ] = None,
    out: Annotated[
        Path | None,
        file_option("Folder for training.json, training.md and training.png.", "--out", "-o"),
    ] = None,
):
    """Measure training, simulation and popcount; prints one JSON object."""
    import json

    from rich.console import Console

    from bep_hw.build.speed.compare import PRESET, compare
    from bep_hw.support.errors import require

    require(
        training or not (preset or build or out),
        "--preset, --build and --out: need --training",
    )
    if training:
        found = compare(preset or PRESET, build or (), out, Console(stderr=True))
    else:
        from bep_hw.build.benchmark import bench as measure

        found = measure()
    print(json.dumps(found, indent=2))
