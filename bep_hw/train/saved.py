"""An estimator as a run folder, which the command line reads, and back.

Beside the files of every run the folder has two more:
classifier.json, or regressor.json: the parameters, and what was learnt about y
samples.npz: test samples as bits, for the test bench of an inference core
"""

import dataclasses
import json
from pathlib import Path

import numpy as np

from bep_hw.data.dataset import Split
from bep_hw.data.inputs import Inputs
from bep_hw.data.samples import Column
from bep_hw.golden.classifier import fixed_classifier
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file
from bep_hw.train import checkpoint, lock, loop, outputs, trained
from bep_hw.train.outputs import SAMPLES
from bep_hw.train.run import Run

ACCURACIES = (
    *("train_accuracy", "validation_accuracy", "test_accuracy"),
    *("kept_epoch", "test_accuracy_last"),
)
"""Names of the accuracies in summary.json."""


KEPT = 100
"""Test samples that an estimator keeps, for the test bench of a core."""


def first(split):
    """The first samples of `split`, as many as an estimator keeps."""
    return Split(split.bits[:KEPT], split.labels[:KEPT])


def test(estimator, split):
    """Note the accuracies of the fitted `estimator` on `split`, and its first samples."""
    kept, last = (
        loop.percent(
            int(np.count_nonzero(estimator._golden(c).infer(split.bits) == split.labels)),
            split.labels.size,
        )
        for c in (estimator._state.kept, estimator._state.counters)
    )
    estimator._accuracies |= {"test_accuracy": kept, "test_accuracy_last": last}
    estimator._tested_on, estimator._samples = "given samples", first(split)


def save(estimator, folder, force):
    """Write the fitted `estimator` into `folder`, the summary last of all."""
    outputs.check_new(folder, force)
    with lock.held(folder):
        outputs.check_new(folder, force)
        outputs.clear(folder)
        _write(estimator, folder)


def _write(estimator, folder):
    run, state, trained = estimator._run, estimator._state, estimator._trained
    run = dataclasses.replace(run, preset=run.preset.with_training(epochs=state.epoch))
    text = json.dumps(_description(estimator), indent=2) + "\n"
    replace_file(folder / estimator.FILE, text)
    samples = estimator._samples
    replace_file(
        folder / SAMPLES,
        lambda stream: np.savez_compressed(stream, bits=samples.bits, labels=samples.labels),
    )
    checkpoint.save(folder / checkpoint.FILE_NAME, run.to_dict(), state)
    values = outputs.summary(run, state, estimator._accuracies, trained // state.epoch)
    values["samples_trained"] = trained  # `partial_fit` takes another number every time
    values["samples_per_second"] = round(trained / state.train_seconds, 1)
    values["tested_on"] = estimator._tested_on
    values["versions"] = outputs.versions()
    outputs.write_all(folder, run, state, estimator.classifier_, values, _inputs(estimator))


def _description(estimator):
    """The contents of classifier.json or regressor.json."""
    parameters = {
        **estimator.get_params(),
        "random_state": estimator.seed_,
        "hidden_layers": list(estimator.network_.layers[1:]),
    }
    names = getattr(estimator, "feature_names_in_", None)
    return {
        **estimator._learnt(),
        "features": estimator.n_features_in_,
        "feature_names": None if names is None else names.tolist(),
        "parameters": {
            name: value.item() if isinstance(value, np.generic) else value
            for name, value in parameters.items()
        },
    }


def _inputs(estimator):
    """The Inputs of the estimator: a table must have columns of the names that `fit` saw."""
    names = getattr(estimator, "feature_names_in_", ())
    return Inputs(
        encoder=estimator.encoder_,
        class_names=tuple(map(str, getattr(estimator, "classes_", ()))),
        columns=tuple(Column(name) for name in names),
    )


def load(kind, folder):
    """The estimator of class `kind` in `folder`; ConfigError if it is missing or damaged."""
    path = folder / kind.FILE
    require(path.is_file(), f"{folder}: holds no {kind.FILE} of a saved {kind.__name__}")
    config, state = checkpoint.load(folder / checkpoint.FILE_NAME)
    summary = outputs.read_summary(folder)
    require(summary is not None, f"{folder}: holds no {outputs.SUMMARY} of a finished run")
    try:
        values, run = json.loads(path.read_text()), Run.from_dict(config)
        names, parameters = values["feature_names"], values["parameters"]
        parameters["hidden_layers"] = tuple(parameters["hidden_layers"])
        estimator = kind(**parameters)
        estimator.n_features_in_ = values["features"]
        estimator._run, estimator._state = run, state
        estimator._restore(values)
        if names is not None:
            estimator.feature_names_in_ = np.array(names, object)
        estimator.encoder_ = trained.read_inputs(folder).encoder
        estimator._trained = summary["samples_trained"]
        estimator._tested_on = summary["tested_on"]
        estimator._accuracies = {name: summary[name] for name in ACCURACIES}
    except trained.DAMAGE as error:
        raise ConfigError(f"{path}: is not a whole saved {kind.__name__}: {error!r}") from None
    estimator.classifier_ = fixed_classifier(run.preset.network, run.seed)
    estimator._samples = read_samples(folder)
    return estimator


def read_samples(folder):
    """The Split of test samples in `folder`, or None if no estimator was saved there."""
    path = Path(folder) / SAMPLES
    if not path.is_file():
        return None
    try:
        with open(path, "rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return Split(arrays["bits"], arrays["labels"])
    except trained.DAMAGE as error:
        raise ConfigError(f"{path}: is not a whole file of samples: {error}") from None
