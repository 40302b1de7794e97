"""Default parameters for a data set without a preset, from its size and shape alone.

`BEPClassifier` and `bep-hw train` without a preset both take them, for all that the user leaves
open. The hyper-parameters were chosen on validation data; docs/guide/own_data.md says how.
"""

import math
from dataclasses import dataclass

from bep_hw.spec.encoding import THERMOMETERS, Encoding, steps_of
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.integers import blocks

SMALL_IMAGE = 16
"""Images of a smaller side have edges of single pixels, and more levels of a pixel."""

HIDDEN, SERIES_HIDDEN = (255, 255), (135, 135)
"""Hidden widths; of a recurrent network K_s and K_y, and K_0 = K_s as in the paper."""

GATE_RATIO, SERIES_GATE_RATIO = 0.5, 0.25
"""nu, and that of a recurrent network."""

PATIENCE = 15
"""Epochs without progress until groups grow. Small validation sets are noisy."""

THERMOMETER = 100
"""Most bits of a feature."""

MOST_BITS = 4096
"""Bits of a sample, about, at most."""

SERIES_STEPS = 6
"""Time steps of the network for a whole series, about."""

SEVERAL_MARGIN = 0.1
"""r of several targets. T orthogonal rows of P cannot all have margins above K_L / sqrt(T)."""

TRAINED = 60_000
"""Samples to train in a whole run, at least."""

LARGEST_TILE = 2048
"""Weights that a core reads per cycle, at most."""


@dataclass(frozen=True)
class Reason:
    """The value of an option and the reason, both texts; `option` is its name without dashes."""

    option: str
    value: str
    why: str


def epochs(samples):
    """Epochs that train about 60,000 samples, from 50 to 300."""
    return min(max(TRAINED // samples, 50), 300)


def batch_size(samples):
    """A tenth of the samples, from 4 to 100."""
    return min(max(samples // 10, 4), 100)


def group(widths, share=4):
    """The common divisor of the hidden widths that is nearest to a quarter of the smallest.

    share: 4 for a quarter, 16 for a sixteenth ...
    """
    common, wanted = math.gcd(*widths), min(widths) / share
    divisors = [number for number in range(1, common + 1) if common % number == 0]
    return min(divisors, key=lambda divisor: abs(divisor - wanted))


def margin_ratio(network):
    """r of one class, or of several targets, each of which has a margin of its own."""
    return Training.margin_ratio if network.targets == 1 else SEVERAL_MARGIN


def window(length):
    """Values of a series in one time step, so that the longest has about six time steps."""
    return blocks(length, SERIES_STEPS)


def thermometer(features):
    """Bits of a feature: so many that K_0 is at most about 4,096, but at most 100."""
    return min(max(MOST_BITS // features, 1), THERMOMETER)


def tile(network):
    """(R, D) of the core that reads all weights of `network` in the fewest cycles.

    At most 2,048 weights per cycle; of equals the smallest tile.
    """
    shapes = (*network.shapes, (network.classes, network.layers[-1]))
    candidates = [
        (rows, times * rows)
        for rows in range(4, 49, 4)
        for times in (1, 2, 4)
        if times * rows * rows <= LARGEST_TILE
    ]

    def reads(size):
        rows, columns = size
        return sum(blocks(k, rows) * blocks(fan_in, columns) for k, fan_in in shapes)

    return min(candidates, key=lambda size: (reads(size), size[0] * size[1]))


def lanes(columns):
    """Counters changed per cycle: the largest divisor of the tile's columns, up to 32."""
    return max(number for number in range(1, 33) if columns % number == 0)


def preset(name, dataset, kind, shape, hidden=None, encoding=None, label=None):
    """(Preset, [Reason]) for a data set.

    name: what the preset is called; dataset, label: as in `Preset`
    kind, shape: of the data set, as in `bep_hw.data.dataset`; of series and features without K_0
    hidden: hidden widths if the user named them; encoding: that of series and features
    """
    series = kind == "series"
    widths = tuple(hidden or (SERIES_HIDDEN if series else HIDDEN))
    if series:
        steps = steps_of(shape.length, encoding)
        network = Recurrent(layers=(widths[0], *widths), classes=shape.classes, steps=steps)
    else:
        network = Network(layers=(shape.width, *widths), classes=shape.classes)
    training = Training(
        epochs=epochs(shape.samples),
        batch_size=batch_size(shape.samples),
        group=group(widths),
        gate_ratio=SERIES_GATE_RATIO if series else GATE_RATIO,
        patience=PATIENCE,
    )
    size = tile(network)
    made = Preset(
        name=name,
        dataset=dataset,
        network=network,
        training=training,
        tile=size,
        lanes=lanes(size[1]),
        encoding=encoding,
        label=label,
    )
    return made, list(_reasons(made, shape))


def encoding(kind, shape, given):
    """The Encoding of images, features or series, None for bits; given: the user's options of it.

    kind, shape: of the data set, as in `bep_hw.data.dataset`
    """
    if kind == "bits":
        return None
    if kind == "series":
        usual = Encoding(window=window(shape.length))
    elif shape.size is not None and min(shape.size) < SMALL_IMAGE:
        usual = Encoding(name="edges", thermometer=4, cell=1)
    elif shape.size is not None:
        usual = Encoding(name="edges", cell=2)
    else:
        name = given.get("encoding", "folded")
        name = name if name in THERMOMETERS else "thermometer"
        usual = Encoding(name=name, thermometer=thermometer(shape.features))
    return usual.changed(given)


def _reasons(preset, shape):
    """Every choice in `preset` with its reason, in the order of the data path."""
    network, training = preset.network, preset.training
    if preset.recurrent:
        yield Reason(
            "window",
            str(preset.encoding.window),
            f"{network.steps} time steps of {shape.length} values",
        )
    if preset.encoding is not None:
        yield from _encoding_reasons(preset, shape)
    hidden = ",".join(map(str, network.layers[1:]))
    yield Reason("layers", hidden, "K_s and K_y" if preset.recurrent else "hidden widths")
    yield Reason(
        "epochs",
        str(training.epochs),
        f"{training.epochs * shape.samples:,} samples in all",
    )
    yield Reason("batch-size", str(training.batch_size), f"of {shape.samples:,} training samples")
    yield Reason("group", str(training.group), "a divisor of the hidden widths, near a quarter")
    yield Reason("patience", str(training.patience), "epochs without progress until groups grow")
    yield Reason(
        "gate-ratio",
        str(training.gate_ratio),
        "share of the fan-in: neurons with a larger |z| pass no error back",
    )
    if preset.recurrent:
        yield Reason("horizon", str(training.steps(network)), "all time steps learn")
    rows, columns = preset.tile
    yield Reason("tile", f"{rows}x{columns}", "the fewest reads of a core; it changes no result")
    yield Reason("lanes", str(preset.lanes), "divides the columns of the tile")


def _encoding_reasons(preset, shape):
    """The choices in the encoding of `preset`."""
    encoding, width = preset.encoding, preset.network.layers[0]
    if preset.recurrent:
        yield Reason("thermometer", str(encoding.thermometer), "thresholds a value")
        return
    what = "features" if shape.size is None else "x".join(map(str, shape.size)) + " pixels"
    count = f"{shape.features} {what}" if shape.size is None else what
    folded = f", {shape.folded} of them folded," if encoding.name == "folded" else ""
    yield Reason("encoding", encoding.name, f"{count}{folded} become {width} bits")
    if encoding.name in THERMOMETERS or encoding.edges:
        of = "a feature" if shape.size is None else "a pixel"
        yield Reason("thermometer", str(encoding.thermometer), f"most bits of {of}")
    if encoding.edges:
        edges = ",".join(map(str, encoding.edges))
        yield Reason("edges", edges, "differences of grey, in 255ths of the range of the pixels")
        yield Reason("cell", str(encoding.cell), "side of the squares in which places are joined")
    if encoding.filters:
        yield Reason("filters", str(encoding.filters), "patterns of 3x3 pixels, a bit a square")
