"""The weights of a trained network as pictures."""

import numpy as np

from bep_hw.report.figure import Figure, sized
from bep_hw.report.png import enlarged, signed, tiled
from bep_hw.report.template import fill
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.hidden import counter_range

MOST_NEURONS = 99
COLUMNS, GAP = 9, 6
SIDE = 56
"""A picture of a neuron's weights is enlarged to about so many pixels along its longer side."""

LARGEST = 1024
"""Rows and columns of a layer that are shown, at most."""

WIDTH, MOST_TIMES = 560, 8
"""Pixels that a layer is enlarged to, about, and the side of a counter at most."""

FULL = 0.98
"""This share of the counters is paler than the full colour; a few counters are far out."""


def fields(run):
    """The weights of the first layer's neurons, each as an image of the size of the samples."""
    title = "Weights of the first layer"
    if run.image_size is None:
        text = run.missing or "The samples are no images, so weights have no place in one."
        return Figure(title=title, text=text, run=run.name)
    encoder, weights = run.data.encoder, run.weights[0]
    if not isinstance(encoder, FeatureEncoder):
        text = "Bits of this encoding belong to no single pixel, so weights have no place in one."
        return Figure(title=title, text=text, run=run.name)
    bits = np.bincount(encoder.columns, minlength=encoder.features)  # (F,) of each pixel
    sums = np.zeros((encoder.features, len(weights)))
    np.add.at(sums, encoder.columns, weights.T)
    means = (sums / np.maximum(bits, 1)[:, None]).T  # (K_1, F)
    shown = means[:MOST_NEURONS].reshape(-1, *run.image_size)
    times = max(1, SIDE // max(run.image_size))
    sheet = tiled(np.stack([enlarged(one, times) for one in shown]), COLUMNS, GAP)
    all_of = sized(len(weights), "neuron")
    which = all_of if len(shown) == len(weights) else f"first {len(shown)} of {all_of}"
    text = (
        f"The {which} of the first layer, each a picture with the pixels of a sample. Blue weights"
        " are +1 and look for bright pixels, orange ones are -1 and look for dark ones."
    )
    if bits.max() > 1:
        text += f" A pixel has up to {bits.max()} bits; it is pale where their weights disagree."
    alt = f"Weights of {len(shown)} neurons over the pixels"
    picture = {"name": "", "address": signed(sheet), "alt": alt, "width": sheet.shape[1]}
    body = fill("picture.html", pictures=[picture])
    return Figure(title=title, text=text, body=body, run=run.name)


def counters(run):
    """Every layer's counters: a row is a neuron, a column an input."""
    clip = -counter_range(run.preset.training.hidden_bits)[0]
    pairs = zip(_layers(run.preset.network), run.state.kept, strict=True)
    return Figure(
        title="Counters behind the weights",
        text="Each weight is the sign of a small integer, its counter: blue counters make +1,"
        " orange ones -1. The deeper the colour, the more steps until the weight flips. A row is a"
        " neuron, a column one of its inputs.",
        body=fill("picture.html", pictures=[_layer(name, c, clip) for name, c in pairs]),
        run=run.name,
    )


def _layers(network):
    """Names of the trained matrices."""
    if network.recurrent:
        return "inputs to state", "state to state", "state to readout"
    return tuple(f"layer {number}" for number in range(1, network.depth + 1))


def _layer(name, counters, clip):
    """The picture of one layer with its note; clip: the largest size of a counter."""
    rows, columns = counters.shape
    shown = counters[:LARGEST, :LARGEST] + 0.5  # c = 0 makes +1, c = -1 makes -1
    full = np.quantile(np.abs(shown), FULL)
    times = max(1, min(MOST_TIMES, WIDTH // shown.shape[1]))
    note = (
        f"{rows:,} neurons by {columns:,} inputs; counters from {counters.min()} to"
        f" {counters.max()}, clipped at {clip:,}; full colour from {full:,.0f} steps on."
    )
    if shown.shape != counters.shape:
        note += f" The first {shown.shape[0]:,} by {shown.shape[1]:,} are shown."
    return {
        "name": name,
        "note": note,
        "address": signed(enlarged(shown / full, times)),
        "alt": f"Counters of {name}, {rows} neurons by {columns} inputs",
        "width": shown.shape[1] * times,
    }
