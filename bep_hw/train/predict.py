"""Predictions of a trained network: a line for each sample, and the accuracy."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bep_hw.data import datasets, own
from bep_hw.data.dataset import Split
from bep_hw.data.inputs import Inputs
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.support.errors import require
from bep_hw.support.files import replace_file
from bep_hw.train import saved
from bep_hw.train.trained import read_inputs, read_run

FILE_NAME = "predictions.csv"
BLOCK = 256
"""Samples between two looks at the progress."""


@dataclass(frozen=True, kw_only=True)
class Predictions:
    """A network's predictions for n samples.

    class_names: of the classes 0 to C - 1
    winners: (n,) int64, the predicted classes
    leads: (n,) int64, by how much the winner's logit exceeds the second; 0 for equals
    labels: (n,) int64, C for a class the network does not know; None if they are not known
    """

    class_names: tuple[str, ...]
    winners: np.ndarray
    leads: np.ndarray
    labels: np.ndarray | None

    @property
    def right(self):
        """Number of samples that were predicted right; None without labels."""
        return None if self.labels is None else int((self.winners == self.labels).sum())

    def by_class(self):
        """[(name, samples, right ones)] for every class that a label names."""
        counts = ((name, self.labels == number) for number, name in enumerate(self.class_names))
        return [
            (name, int(own.sum()), int((own & (self.winners == self.labels)).sum()))
            for name, own in counts
            if own.any()
        ]

    def confusion(self):
        """(C, C) int64: samples of class i, of those the network knows, that were taken for j."""
        count = len(self.class_names)
        known = self.labels < count
        pairs = self.labels[known] * count + self.winners[known]
        return np.bincount(pairs, minlength=count * count).reshape(count, count)

    def csv(self):
        """The text of predictions.csv: sample (from 1), prediction, lead, and the label."""
        names = (*self.class_names, "")
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        known = [] if self.labels is None else ["label"]
        writer.writerow(["sample", "prediction", "lead", *known])
        for number, (winner, lead) in enumerate(zip(self.winners, self.leads, strict=True), 1):
            label = [] if self.labels is None else [names[self.labels[number - 1]]]
            writer.writerow([number, names[winner], lead, *label])
        return text.getvalue()


def predict(folder, data_file=None, *, label=None, out=None, data_folder=None, progress=None):
    """Classify samples with the network trained in `folder`; writes a table of predictions.

    data_file: the user's own samples, with labels or without; None for the test samples of the run
    label: name of the column of labels, if the file is a table that calls it otherwise
    out: file of the table; None for predictions.csv in the run folder
    data_folder: where the files of the run's data set are; None for the usual places
    progress: called with (samples done, samples in all)

    Returns (`Predictions`, path of the table). ConfigError for a folder without a finished run, and
    for samples that are not as those it was trained on.
    """
    folder = Path(folder)
    trained, inputs = read_run(folder), read_inputs(folder)
    require(
        trained.network.targets == 1,
        f"{folder}: has several targets a sample: predict with the estimator's load and predict",
    )
    if data_file is None:
        require(label is None, f"label {label!r}: is for a table, --data-file")
        split = _tested(folder, trained, data_folder)
    else:
        split = Split(*own.read_known(data_file, inputs or _bits(trained.network), label))
    _check(trained.network, split.bits, data_file)
    winners, leads = classify(trained.golden(), split.bits, progress)
    names = inputs.class_names if inputs else tuple(map(str, range(trained.network.classes)))
    found = Predictions(class_names=names, winners=winners, leads=leads, labels=split.labels)
    path = Path(out or folder / FILE_NAME)
    replace_file(path, found.csv())
    return found, path


def _tested(folder, trained, data_folder):
    """The Split of test samples of the run."""
    kept = saved.read_samples(folder)
    if kept is not None:
        return kept
    summary = trained.summary
    return datasets.load(
        summary["dataset"],
        data_folder,
        summary["seed"],
        Encoding.of(summary),
        trained.network.layers[0],
        summary.get("label"),
    ).test


def _bits(network):
    """Inputs of a data set with a rule of its own: a user's file must have bits, 0 and 1."""
    width = network.layers[0]
    encoder = FeatureEncoder.of_bits(width)
    return Inputs(encoder=encoder, class_names=tuple(map(str, range(network.classes))))


def _check(network, bits, data_file):
    """Raise ConfigError for series longer than the training series."""
    longest = int(bits.steps.max()) if network.recurrent else 1
    require(
        longest <= network.steps,
        f"{data_file}: has {longest} time steps, the network {network.steps}",
    )


def classify(golden, bits, progress=None):
    """(winners, leads), each (n,) int64, of the samples `bits`; see `Predictions`.

    progress: called with (samples done, samples in all)
    """
    winners, leads = [], []
    for start in range(0, len(bits), BLOCK):
        logits = golden.logits(bits[start : start + BLOCK]).astype(np.int64)  # (m, C)
        winners.append(logits.argmax(axis=1))
        best = np.sort(logits, axis=1)[:, -2:]
        leads.append(best[:, 1] - best[:, 0])
        if progress:
            progress(min(start + BLOCK, len(bits)), len(bits))
    return np.concatenate(winners), np.concatenate(leads)
