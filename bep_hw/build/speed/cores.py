"""The speed of cores: those that were routed for a board, and larger ones by the cycle model."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

from bep_hw.build.bitstream import boards
from bep_hw.build.rivals import golden
from bep_hw.build.speed.row import PREDICTED, ROUTED, Row
from bep_hw.cycles.events import samples
from bep_hw.cycles.model import predict
from bep_hw.support.errors import ConfigError, require

ROUTED_FILE = "routed.json"
"""Of every board that was routed, in the folder of the boards: median Fmax of the seeds [MHz], and
cycles per sample of an untrained network, and over so many epochs of training."""

EPOCHS, SAMPLES = 3, 1000
"""Predicted cycles are those of the first samples, untrained and after passes over all of them."""

LUTS_PER_BIT = 3
"""LUTs of 6 inputs that the popcounts of a sample take for each bit of a tile, forward and back,
about: half of the LUT4s that Yosys makes of them where adders are not carry cells."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A core that no tool has seen yet: its clock is an assumption [MHz].

    device, luts: an FPGA that could hold it, and what that has
    """

    device: str
    luts: int
    tile: tuple[int, int]
    lanes: int
    banks: int
    samples_per_read: int
    clock: int

    @property
    def name(self):
        rows, columns = self.tile
        return f"{self.device}, {rows} x {columns}, S = {self.samples_per_read}, {self.clock} MHz"

    @property
    def note(self):
        rows, columns = self.tile
        popcounts = rows * columns * self.samples_per_read * LUTS_PER_BIT
        return (
            f"not synthesised, clock assumed; {self.lanes} lanes; popcounts take about"
            f" {round(popcounts, -3):,} of {round(self.luts, -3):,} LUTs"
        )


LARGER = (
    Part(
        **dict(device="XC7A100T", luts=63_400, tile=(45, 90), lanes=90),
        **dict(banks=8, samples_per_read=2, clock=80),
    ),
    Part(
        **dict(device="XCKU5P", luts=216_960, tile=(68, 136), lanes=136),
        **dict(banks=16, samples_per_read=4, clock=150),
    ),
    Part(
        **dict(device="XCVU9P", luts=1_182_240, tile=(135, 135), lanes=270),
        **dict(banks=32, samples_per_read=8, clock=200),
    ),
)


def routed(network):
    """The `Row`s of boards that train a network of these widths."""
    text = (boards.folder() / ROUTED_FILE).read_text()
    return [
        Row(
            name=f"{one['board']}, {one['fmax_median_mhz']} MHz",
            kind=ROUTED,
            untrained=one["fmax_median_mhz"] * 1e6 / one["cycles_untrained"],
            trained=one["fmax_median_mhz"] * 1e6 / one["cycles_trained"],
            note=f"preset {one['preset']}; median of {one['seeds']} seeds; {one['epochs']} epochs",
        )
        for one in json.loads(text)
        if tuple(one["layers"]) == network.layers
    ]


def built(folder, network):
    """The `Row` of a build of the user's own; ConfigError if it has no such core in its report."""
    path = Path(folder) / "report.json"
    try:
        report = json.loads(path.read_text())
        fmax, cycles = report["fmax_median_mhz"], report["cycles_per_sample"]
        layers, board = report["layers"], report["board"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path}: is no report of a build: {error!r}") from None
    require(fmax, f"{path}: has no Fmax, as no seed was routed")
    require(
        tuple(layers) == network.layers,
        f"{path}: has the layers {layers}, not {list(network.layers)}",
    )
    return Row(
        name=f"{board}, {fmax} MHz",
        kind=ROUTED,
        untrained=fmax * 1e6 / cycles,
        note=f"of {folder}; median Fmax; cycles of random samples by the cycle model",
    )


def predicted(preset, bits, labels):
    """The `Row`s of larger cores, on the first of these samples."""
    first = bits[:SAMPLES], labels[:SAMPLES]
    rates = {part: [] for part in LARGER}
    many = slice(0, golden.SAMPLES)
    model = golden.Rival(preset.network, preset.training, 1)
    model.restart()
    for passes in (0, EPOCHS):
        for _ in range(passes):
            model.train(bits[many], labels[many])
        for part in LARGER:
            rates[part].append(part.clock * 1e6 / _cycles(preset, part, model, *first))
    return [
        Row(
            name=part.name,
            kind=PREDICTED,
            untrained=untrained,
            trained=trained,
            note=part.note,
        )
        for part, (untrained, trained) in rates.items()
    ]


def _cycles(preset, part, model, bits, labels):
    """Cycles per sample of this core on samples that `model`, unchanged, would train on now."""
    core = dataclasses.replace(
        preset,
        tile=part.tile,
        lanes=part.lanes,
        banks=part.banks,
        samples_per_read=part.samples_per_read,
        core_for=None,
        small=False,
    ).core
    backend, settings, batch = model.backend, model.settings(), preset.training.batch_size
    counters, minibatch, found = backend.counters(), backend.minibatch, []
    for start in range(0, len(labels), batch):
        piece = slice(start, start + batch)
        found += samples(backend.state, bits[piece], labels[piece], settings, core.tile_rows)
        backend.train(bits[piece], labels[piece], settings, batch)
    backend.load(counters, minibatch)
    usage = predict(preset.network, core, settings.groups, batch, found)
    return usage.cycles / usage.samples
