"""The search for the configuration of a core: the fastest ones inside the budget of a board."""

import math
from collections import Counter
from dataclasses import dataclass

from bep_hw.build.explore.candidates import every
from bep_hw.spec.preset import Preset
from bep_hw.support.errors import ConfigError, require

STEP = 1.03
"""A core on the front is faster than all smaller ones by this factor at least."""

BIN, IN_BIN = 1.15, 3
"""Of cores whose LUTs differ by less than this factor, so many go through the cycle model: those
that could be fastest by the bound."""

LOWER_BITS = (12, 8)
"""B that are tried if counters of the preset's B do not fit."""

LUT, BLOCK_RAM, SLOWER = "LUT", "block RAM", "slower"
"""Why a legal configuration is not on the front: it needs more than there is, or a smaller one is
as fast."""


@dataclass(frozen=True, kw_only=True)
class Rated:
    """A configuration with what it needs and what it reaches.

    luts, fmax [MHz]: of the fitted model; block_rams: counted; cycles: per sample, predicted
    rate: samples per second
    """

    preset: Preset
    luts: int
    block_rams: int
    fmax: float
    cycles: float
    rate: float


@dataclass(frozen=True, kw_only=True)
class Found:
    """front: `Rated`s, from the smallest to the fastest; out: {reason: number of configurations};
    exact: how many went through the cycle model; smallest: LUTs of the smallest configuration."""

    front: list
    out: Counter
    exact: int
    smallest: int


def search(
    preset,
    device,
    workload,
    *,
    lut_percent=100,
    clock=None,
    hidden_bits=True,
    note=lambda text: None,
):
    """`Found` for the network of `preset` on a `resources.Device`.

    workload: a `Workload`; lut_percent: share of the device's LUTs that may be used
    clock: that the core will run at [Hz]; None for its Fmax
    hidden_bits: whether a smaller B than the preset's may be taken, which changes results
    note: called with what is being done
    """
    legal, illegal = every(preset)
    out, front, best, exact = Counter({"illegal": illegal} if illegal else {}), [], 0, 0
    budget = device.luts * lut_percent / 100
    ranked = []
    for made in legal:
        core = made.core
        luts = device.model.luts(core)
        frequency = min(device.model.fmax(core, device.speed), clock / 1e6 if clock else math.inf)
        ranked.append((round(math.log(luts, BIN)), -frequency / workload.bound(core), luts, made))
    looked = Counter()
    for group, bound, luts, made in sorted(ranked, key=lambda one: one[:3]):
        if luts > budget:
            out[LUT] += 1
            continue
        if -bound * 1e6 <= best * STEP or looked[group] == IN_BIN:
            out[SLOWER] += 1
            continue
        made = _in_block_rams(made, device, hidden_bits)
        if made is None:
            out[BLOCK_RAM] += 1
            continue
        note(f"{made.tile[0]}x{made.tile[1]}")
        exact += 1
        looked[group] += 1
        rated = rate(made, device, workload, clock)
        if rated.rate <= best * STEP:
            out[SLOWER] += 1
            continue
        front.append(rated)
        best = rated.rate
    kept = [
        one
        for number, one in enumerate(front)
        if not any(other.luts <= one.luts for other in front[number + 1 :])
    ]
    out[SLOWER] += len(front) - len(kept)
    return Found(front=kept, out=out, exact=exact, smallest=round(min(one[2] for one in ranked)))


def rate(preset, device, workload, clock=None):
    """The `Rated` core of `preset`; clock: as of `search`."""
    core = preset.core
    fmax, cycles = device.model.fmax(core, device.speed), workload.cycles(core)
    frequency = min(fmax, clock / 1e6 if clock else math.inf)
    return Rated(
        preset=preset,
        luts=round(device.model.luts(core)),
        block_rams=device.block_rams_of(core),
        fmax=fmax,
        cycles=cycles,
        rate=frequency * 1e6 / cycles,
    )


def _in_block_rams(preset, device, lower):
    """`preset` if its memories fit the device, or else with a smaller B, or None."""
    bits = preset.training.hidden_bits
    for hidden_bits in (bits, *(b for b in LOWER_BITS if lower and b < bits)):
        made = preset.with_training(hidden_bits=hidden_bits)
        try:
            made.check()
        except ConfigError:
            continue
        if device.block_rams_of(made.core) <= device.block_rams:
            return made
    return None


def reaching(found, samples_per_second, device):
    """The smallest configuration on the front that is so fast; ConfigError names the best one."""
    check_some(found, device)
    for one in found.front:
        if one.rate >= samples_per_second:
            return one
    best = found.front[-1]
    raise ConfigError(
        f"--samples-per-second {samples_per_second:,}: no configuration for {device.board} reaches"
        f" it; the best is {describe(best.preset)}, predicted {best.rate:,.0f}"
    )


def check_some(found, device):
    """Raise ConfigError if no configuration fits; it says what is short, and by how much."""
    if not found.front and found.out[BLOCK_RAM]:
        raise ConfigError(f"no configuration fits {device.board}: its {device.block_rams} block"
                          f" RAMs are too few for the network")  # fmt: skip
    require(
        found.front,
        f"no configuration fits {device.board}: the smallest needs about {found.smallest:,} LUTs"
        f" of {device.luts:,}",
    )


def check_fits(preset, device):
    """Raise ConfigError if the memories of `preset` need more block RAMs than the device has.

    It says how many are short, and names the nearest configuration that fits.
    """
    needed = device.block_rams_of(preset.core)
    if needed <= device.block_rams:
        return
    near = nearest(preset, device)
    hint = f"the nearest that fits is {describe(near)}" if near else "none that fits is near"
    raise ConfigError(
        f"{describe(preset)}: needs {needed} block RAMs, {needed - device.block_rams} more than the"
        f" {device.board} has; {hint}"
    )


def nearest(preset, device, tries=40):
    """The legal configuration most like `preset` that fits the device, among `tries`; or None."""

    def distance(made):
        pairs = zip(_numbers(made), _numbers(preset), strict=True)
        return sum(abs(math.log2(one / other)) for one, other in pairs)

    for made in sorted(every(preset)[0], key=distance)[:tries]:
        if not device.measured or device.model.luts(made.core) <= device.luts:
            fitting = _in_block_rams(made, device, lower=False)
            if fitting:
                return fitting
    return None


def _numbers(preset):
    return *preset.tile, preset.lanes, preset.banks, preset.samples_per_read


def describe(preset):
    """A configuration as the command line has it."""
    rows, columns = preset.tile
    return (
        f"--tile {rows}x{columns} --lanes {preset.lanes} --banks {preset.banks}"
        f" --samples-per-read {preset.samples_per_read}"
    )
