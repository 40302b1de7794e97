"""The mistakes of a trained network: its confusion matrix, and images that it takes for others."""

import numpy as np

from bep_hw.report.figure import Figure, sized
from bep_hw.report.png import enlarged, greys
from bep_hw.report.template import fill

MOST_CLASSES = 20
"""A matrix of more classes is not shown; a list of the most frequent confusions takes its place."""

MOST_PAIRS = 15
MOST_IMAGES = 24
SIDE = 56
"""An image is enlarged to about so many pixels along its longer side."""


def confusion(run):
    """The confusion matrix of one run, or a line that says why there is none."""
    found, names, title = run.predictions, run.class_names, "Confusion matrix"
    if found is None:
        several = "A sample has several targets, so there is no confusion matrix."
        return Figure(title=title, text=run.missing or several, run=run.name)
    counted = _counted(run)
    matrix = found.confusion()
    if len(names) <= MOST_CLASSES:
        shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
        text = (
            f"Rows are the samples' classes, columns the predicted ones: {counted}. Blue is right,"
            " orange wrong; the deeper, the larger the share of its row."
        )
        body = fill("confusion.html", names=names, matrix=matrix.tolist(), shares=shares.tolist())
        return Figure(title=title, text=text, body=body, run=run.name)
    np.fill_diagonal(matrix, 0)
    order = np.argsort(-matrix, axis=None, kind="stable")[:MOST_PAIRS]
    pairs = [divmod(int(place), len(names)) for place in order if matrix.flat[place]]
    rows = [(names[own], names[other], int(matrix[own, other])) for own, other in pairs]
    return Figure(
        title="Most frequent confusions",
        text=f"{counted[0].upper()}{counted[1:]}; {len(names)} classes are too many for a matrix,"
        " so these are the pairs that are confused most often.",
        body=fill("pairs.html", rows=rows),
        run=run.name,
    )


def images(run):
    """The images that the network takes for others, or a line; None without predictions."""
    found, title = run.predictions, "Misclassified images"
    if found is None:
        return None
    if run.image_size is None:
        return Figure(title=title, text="The samples of this run are no images.", run=run.name)
    wrong = np.flatnonzero(found.winners != found.labels)
    if not wrong.size:
        return Figure(title=title, text="Every sample is classified right.", run=run.name)
    shown = wrong[np.argsort(-found.leads[wrong], kind="stable")][:MOST_IMAGES]
    scale, names = 255 / max(float(run.data.train.raw.max()), 1), (*run.class_names, "?")
    entries = [
        {
            "address": _picture(run.split.raw[number] * scale, run.image_size),
            "label": names[found.labels[number]],
            "winner": names[found.winners[number]],
            "sample": int(number) + 1,
            "lead": int(found.leads[number]),
        }
        for number in shown
    ]
    which = "all of them" if len(shown) == len(wrong) else f"the {len(shown)} surest of them"
    counted = _counted(run)
    return Figure(
        title=title,
        text=f"{counted[0].upper()}{counted[1:]}; here {which}, the surest first. Below an image"
        " stands its class, then the predicted one.",
        body=fill("images.html", images=entries),
        run=run.name,
    )


def _counted(run):
    """How many samples are wrong, in words."""
    found = run.predictions
    wrong, samples = len(found.labels) - found.right, f"{run.split_name} sample"
    return f"{wrong:,} of {sized(len(found.labels), samples)} are wrong"


def _picture(pixels, size):
    """The address of an image with pixels (F,) from 0 to 255."""
    grey = np.clip(np.rint(pixels), 0, 255).astype(np.uint8).reshape(size)
    return greys(enlarged(grey, max(1, SIDE // max(size))))
