"""Warnings about a run: data that teach little, and training that stays at chance.

Each is one line. The command line prints them; summary.json keeps them.
"""

import math

import numpy as np

FEWEST_TO_CHOOSE_BY = 30
"""Samples to validate on. With fewer one is worth over 3 points, as much as epochs differ by."""

MOST_STEPS = 100
"""Time steps of a recurrent network. Errors fade on longer ways back: docs/guide/own_data.md."""

SHOWN = 5
"""Numbers of constant features in a line, at most."""

DEVIATIONS = 2
"""Standard deviations of chance that training must exceed the most frequent class by."""


def of_data(run, data):
    """Lines about the Dataset of `run`, before it trains."""
    if data.constant:
        some = ", ".join(map(str, data.constant[:SHOWN]))
        some += ", ..." if len(data.constant) > SHOWN else ""
        count = len(data.constant)
        what = "1 feature is" if count == 1 else f"{count} features are"
        yield f"{what} constant in the training samples and of no use: number {some}"
    count = len(data.validation)
    if data.validation is not data.train and count < FEWEST_TO_CHOOSE_BY:
        yield (
            f"{count} samples validate, so each is worth {100 / count:.1f} points: too few to"
            " choose the best epoch by; compare with the accuracy of the last epoch"
        )
    steps = run.preset.network.steps
    if steps > MOST_STEPS:
        window = run.preset.encoding.window
        yield (
            f"window {window} leaves {steps} time steps, through which little is learnt:"
            f" try --window {-(-window * steps // 12)}, which leaves about 12"
        )


def chance(labels):
    """Share of the most frequent of `labels` (n,): the accuracy of always naming that class."""
    return np.bincount(labels).max() / len(labels)


def epochs_to_judge_by(epochs):
    """A tenth of the epochs of a run, but at least 5: the first ones are often at chance."""
    return max(-(-epochs // 10), 5)


def of_training(run, data, history):
    """A line if the accuracy after a tenth of the run is that of chance; else None.

    history: lines of the epochs so far
    """
    epochs = run.preset.training.epochs
    judged = epochs_to_judge_by(epochs)
    if run.preset.network.targets > 1 or len(history) < judged:
        return None
    base, count = chance(data.train.labels), len(data.train)
    found = history[judged - 1]["train_accuracy"]
    if found > 100 * (base + DEVIATIONS * math.sqrt(base * (1 - base) / count)):
        return None
    return (
        f"training accuracy {found:.1f} % after {judged} of {epochs} epochs: no better than always"
        f" naming the most frequent class ({100 * base:.1f} %); {_advice(run)}"
    )


def _advice(run):
    if run.preset.recurrent:
        return "try a larger --window, more --epochs or a larger --gate-ratio"
    return "try more bits (--thermometer), more --epochs or a larger --gate-ratio"


class Watch:
    """A display that also calls `tell` with a line once training turns out to stay at chance.

    display: shows everything else
    """

    def __init__(self, display, run, data, tell):
        self.display, self.run, self.data, self.tell = display, run, data, tell

    def step(self, state, done, seconds):
        """As of `Display`."""
        self.display.step(state, done, seconds)

    def epoch(self, state, row):
        """As of `Display`."""
        self.display.epoch(state, row)
        if state.epoch == epochs_to_judge_by(self.run.preset.training.epochs):
            line = of_training(self.run, self.data, state.history)
            if line:
                self.tell(line)
