"""A `BEPClassifier` as a run folder, which the command line reads, and back.

Beside the files of every run the folder has two more:
classifier.json: the classes, the encoder of the features, and the parameters
samples.npz: test samples as bits, for the test bench of an inference core
"""

import dataclasses
import json
from pathlib import Path

import numpy as np

from bep_hw.data.dataset import Split
from bep_hw.data.inputs import Inputs
from bep_hw.data.samples import Column
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file
from bep_hw.train import checkpoint, lock, loop, outputs, trained
from bep_hw.train.outputs import CLASSIFIER, SAMPLES
from bep_hw.train.run import Run

ACCURACIES = (
    *("train_accuracy", "validation_accuracy", "test_accuracy"),
    *("kept_epoch", "test_accuracy_last"),
)
"""Names of the accuracies in summary.json."""


KEPT = 100
"""Test samples that a classifier keeps, for the test bench of a core."""


def first(split):
    """The first samples of `split`, as many as a classifier keeps."""
    return Split(split.bits[:KEPT], split.labels[:KEPT])


def test(classifier, split):
    """Note the accuracies of the fitted `classifier` on `split`, and its first samples."""
    kept, last = (
        loop.percent(
            int(np.count_nonzero(classifier._golden(c).infer(split.bits) == split.labels)),
            len(split),
        )
        for c in (classifier._state.kept, classifier._state.counters)
    )
    classifier._accuracies |= {"test_accuracy": kept, "test_accuracy_last": last}
    classifier._tested_on, classifier._samples = "given samples", first(split)


def save(classifier, folder, force):
    """Write the fitted `classifier` into `folder`, the summary last of all."""
    outputs.check_new(folder, force)
    with lock.held(folder):
        outputs.check_new(folder, force)
        outputs.clear(folder)
        _write(classifier, folder)


def _write(classifier, folder):
    run, state, trained = classifier._run, classifier._state, classifier._trained
    run = dataclasses.replace(run, preset=run.preset.with_training(epochs=state.epoch))
    text = json.dumps(_description(classifier), indent=2) + "\n"
    replace_file(folder / CLASSIFIER, text)
    samples = classifier._samples
    replace_file(
        folder / SAMPLES,
        lambda stream: np.savez_compressed(stream, bits=samples.bits, labels=samples.labels),
    )
    checkpoint.save(folder / checkpoint.FILE_NAME, run.to_dict(), state)
    values = outputs.summary(run, state, classifier._accuracies, trained // state.epoch)
    values["samples_trained"] = trained  # `partial_fit` takes another number every time
    values["samples_per_second"] = round(trained / state.train_seconds, 1)
    values["tested_on"] = classifier._tested_on
    outputs.write_all(folder, run, state, classifier.classifier_, values, _inputs(classifier))


def _description(classifier):
    """The contents of classifier.json."""
    parameters = {
        **classifier.get_params(),
        "random_state": classifier.seed_,
        "hidden_layers": list(classifier.network_.layers[1:]),
    }
    names = getattr(classifier, "feature_names_in_", None)
    return {
        "classes": classifier.classes_.tolist(),
        "classes_type": classifier.classes_.dtype.str,
        "features": classifier.n_features_in_,
        "feature_names": None if names is None else names.tolist(),
        "parameters": {
            name: value.item() if isinstance(value, np.generic) else value
            for name, value in parameters.items()
        },
    }


def _inputs(classifier):
    """The Inputs of the classifier: a table must have columns of the names that `fit` saw."""
    names = getattr(classifier, "feature_names_in_", ())
    return Inputs(
        encoder=classifier.encoder_,
        class_names=tuple(map(str, classifier.classes_.tolist())),
        columns=tuple(Column(name) for name in names),
    )


def load(kind, folder):
    """The classifier of class `kind` in `folder`; ConfigError if it is missing or damaged."""
    path = folder / CLASSIFIER
    require(path.is_file(), f"{folder}: holds no {CLASSIFIER} of a saved BEPClassifier")
    config, state = checkpoint.load(folder / checkpoint.FILE_NAME)
    summary = outputs.read_summary(folder)
    require(summary is not None, f"{folder}: holds no {outputs.SUMMARY} of a finished run")
    try:
        values, run = json.loads(path.read_text()), Run.from_dict(config)
        names, parameters = values["feature_names"], values["parameters"]
        classes = np.array(values["classes"], values["classes_type"])
        parameters["hidden_layers"] = tuple(parameters["hidden_layers"])
        classifier = kind(**parameters)
        classifier.classes_, classifier.n_features_in_ = classes, values["features"]
        classifier.multilabel_ = False  # several labels are not saved
        if names is not None:
            classifier.feature_names_in_ = np.array(names, object)
        classifier.encoder_ = trained.read_inputs(folder).encoder
        classifier._trained = summary["samples_trained"]
        classifier._tested_on = summary["tested_on"]
        classifier._accuracies = {name: summary[name] for name in ACCURACIES}
    except trained.DAMAGE as error:
        raise ConfigError(f"{path}: is not a whole saved BEPClassifier: {error!r}") from None
    network = run.preset.network
    classifier.classifier_ = equiangular_frame(network.classes, network.layers[-1], run.seed)
    classifier._run, classifier._state = run, state
    classifier._samples = read_samples(folder)
    return classifier


def read_samples(folder):
    """The Split of test samples in `folder`, or None if no classifier was saved there."""
    path = Path(folder) / SAMPLES
    if not path.is_file():
        return None
    try:
        with open(path, "rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return Split(arrays["bits"], arrays["labels"])
    except trained.DAMAGE as error:
        raise ConfigError(f"{path}: is not a whole file of samples: {error}") from None
