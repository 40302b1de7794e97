"""The mistakes of a trained network: its confusion matrix, and images that it takes for others."""

import numpy as np

from bep_hw.report.figure import Figure, sized
from bep_hw.report.png import address, enlarged
from bep_hw.report.template import fill

MOST_CLASSES = 20
"""A matrix of more classes is not shown; a list of the most frequent confusions takes its place."""

MOST_PAIRS = 15
MOST_IMAGES = 24
SIDE = 56
"""An image is enlarged to about so many pixels along its longer side."""


def figures(run):
    """The confusion matrix and the images of mistakes of one run, or lines that say why not."""
    found = run.predictions
    title, images = "Confusion matrix", "Misclassified images"
    if found is None:
        several = "A sample has several targets, so there is no confusion matrix."
        return [Figure(title=title, text=run.missing or several, run=run.name)]
    wrong = len(found.labels) - found.right
    counted = f"{wrong:,} of {sized(len(found.labels), f'{run.split_name} sample')} wrong"
    if run.image_size is None:
        none = Figure(title=images, text="The samples of this run are no images.", run=run.name)
        return [_confusion(run, title, counted), none]
    return [_confusion(run, title, counted), _images(run, images, counted)]


def _confusion(run, title, counted):
    found, names = run.predictions, run.class_names
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


def _images(run, title, counted):
    found = run.predictions
    wrong = np.flatnonzero(found.winners != found.labels)
    if not wrong.size:
        return Figure(title=title, text="Every sample is classified right.", run=run.name)
    shown = wrong[np.argsort(-found.leads[wrong], kind="stable")][:MOST_IMAGES]
    raw = run.split.raw
    scale = 255 / max(float(run.data.train.raw.max()), 1)
    times = max(1, SIDE // max(run.image_size))
    names = (*run.class_names, "an unknown class")
    images = [
        {
            "address": address(
                enlarged(
                    np.clip(np.rint(raw[number].reshape(run.image_size) * scale), 0, 255).astype(
                        np.uint8
                    ),
                    times,
                )
            ),
            "label": names[found.labels[number]],
            "winner": names[found.winners[number]],
            "sample": int(number) + 1,
            "lead": int(found.leads[number]),
        }
        for number in shown
    ]
    which = "all of them" if len(shown) == len(wrong) else f"the {len(shown)} surest of them"
    return Figure(
        title=title,
        text=f"{counted[0].upper()}{counted[1:]}; here {which}, the surest first. Below an image"
        " stands its class, then the predicted one.",
        body=fill("images.html", images=images),
        run=run.name,
    )
