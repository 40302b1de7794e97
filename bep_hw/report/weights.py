"""The weights of a trained network as pictures."""

import numpy as np

from bep_hw.report.figure import Figure
from bep_hw.report.png import address, enlarged, signed, tiled
from bep_hw.report.template import fill
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.hidden import counter_range

MOST_NEURONS = 60
COLUMNS = 12
SIDE = 40
"""A picture of a neuron's weights is enlarged to about so many pixels along its longer side."""


def figures(run):
    """Pictures of the first layer over the pixels, if the samples are images, and of all layers."""
    return [_fields(run), _matrices(run)]


def _fields(run):
    """The weights of the first layer's neurons, each as an image of the size of the samples."""
    title = "Weights of the first layer"
    reason = None
    if run.image_size is None:
        reason = run.missing or "The samples are no images, so weights have no place in one."
    elif not isinstance(run.data.encoder, FeatureEncoder):
        reason = "Bits of this encoding belong to no single pixel, so weights have no place in one."
    if reason:
        return Figure(title=title, text=reason, run=run.name)
    encoder, weights = run.data.encoder, run.weights[0]
    bits = np.bincount(encoder.columns, minlength=encoder.features)  # (F,) of each pixel
    sums = np.zeros((len(weights), encoder.features))
    np.add.at(sums.T, encoder.columns, weights.T)
    means = sums / np.maximum(bits, 1)  # (K_1, F)
    shown = means[:MOST_NEURONS].reshape(-1, *run.image_size)
    times = max(1, SIDE // max(run.image_size))
    pictures = np.stack([enlarged(picture, times) for picture in signed(shown)])
    several = bits.max() > 1
    count = len(weights)
    which = (
        f"{count} neurons" if count <= MOST_NEURONS else f"first {MOST_NEURONS} of {count} neurons"
    )
    text = (
        f"The {which} of the first layer, each a picture with the pixels of a sample. Blue weights"
        " are +1 and look for ink, orange ones are -1 and look for its absence."
    )
    if several:
        text += f" A pixel has up to {bits.max()} bits; pale where their weights disagree."
    body = fill(
        "picture.html",
        pictures=[
            {
                "name": "",
                "address": address(tiled(pictures, COLUMNS, 4)),
                "alt": f"Weights of the first layer over the pixels, {len(shown)} pictures",
                "note": "",
            }
        ],
    )
    return Figure(title=title, text=text, body=body, run=run.name)


def _matrices(run):
    """Every layer's counters: a row is a neuron, a column an input."""
    network, clip = run.preset.network, counter_range(run.preset.training.hidden_bits)[1]
    names = (
        ("inputs to state", "state to state", "state to readout")
        if network.recurrent
        else [f"layer {number}" for number in range(1, network.depth + 1)]
    )
    pictures = []
    for name, counters in zip(names, run.state.kept, strict=True):
        rows, columns = counters.shape
        values = (counters + 0.5) / max(int(np.abs(counters).max()), 1)
        times = max(1, min(8, 400 // max(rows, columns)))
        moved = 100 * float(np.mean(np.abs(counters + 0.5) > clip / 2))
        pictures.append(
            {
                "name": name,
                "address": address(enlarged(signed(values), times)),
                "alt": f"Counters of {name}: {rows} neurons by {columns} inputs",
                "note": f"{rows} neurons (down) x {columns} inputs (across); counters from"
                f" {counters.min()} to {counters.max()}, {moved:.0f} % of them in the outer half of"
                f" their range of ±{clip + 1}",
            }
        )
    return Figure(
        title="Counters behind the weights",
        text="Each weight is the sign of a small integer, its counter: blue counters make +1, orange"
        " ones -1. The deeper the colour, the more steps until the weight flips.",
        body=fill("picture.html", pictures=pictures),
        run=run.name,
    )
