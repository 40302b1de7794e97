"""The files of a run folder: history, kept weights, learning curve, and last of all the summary."""

import csv
import hashlib
import io
import json
import math
import platform
from pathlib import Path

import numpy as np

from bep_hw import __version__
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import check_writable, replace_file
from bep_hw.train import checkpoint, sealed

SUMMARY, HISTORY, WEIGHTS, CURVE = "summary.json", "history.csv", "weights.npz", "curve.png"
INPUTS = "inputs.json"
"""The encoding of samples, `bep_hw.data.inputs.Inputs`, if the data set has one."""

CLASSIFIER, REGRESSOR, SAMPLES = "classifier.json", "regressor.json", "samples.npz"
"""Additional files of a saved estimator, see `saved`."""

REPORT = "report.html"
"""The page of `bep-hw report`."""

RESULTS = (SUMMARY, REPORT, CURVE, WEIGHTS, HISTORY, INPUTS, CLASSIFIER, REGRESSOR, SAMPLES)
"""The summary first: without it, a folder does not look finished."""

SHOWN = (
    *("train_accuracy", "validation_accuracy", "test_accuracy", "test_accuracy_last"),
    *("kept_epoch", "samples_trained", "seconds", "samples_per_second"),
)
"""Numbers of every summary."""


def weights_sha256(counters):
    """SHA-256 of counters c, layer by layer, row-major, as int32 little-endian."""
    digest = hashlib.sha256()
    for array in counters:
        digest.update(np.ascontiguousarray(array, "<i4"))
    return digest.hexdigest()


def summary(run, state, accuracies, samples):
    """The dictionary that becomes summary.json; `samples` is the size of the training set."""
    preset, training = run.preset, run.preset.training
    trained = state.epoch * samples
    values = {
        "preset": preset.name,
        "dataset": preset.dataset,
        "layers": list(preset.network.layers),
        "classes": preset.network.classes,
        "hidden_bits": training.hidden_bits,
        "tile": list(preset.tile),
        "backend": run.backend,
        "seed": run.seed,
        "epochs": training.epochs,
        "batch_size": training.batch_size,
        **accuracies,
        "samples_trained": trained,
        "seconds": round(state.seconds, 3),
        "samples_per_second": round(trained / state.train_seconds, 1),
        "weights_sha256": weights_sha256(state.counters),
    }
    if preset.recurrent:
        values["time_steps"] = preset.network.steps
        values["horizon"] = training.steps(preset.network)
    if preset.network.targets > 1:
        values["targets"] = preset.network.targets
    if preset.encoding:
        values |= preset.encoding.to_dict()
    if preset.image:
        values["image"] = list(preset.image)
    if preset.features:
        values["features"] = preset.features
    if preset.label:
        values["label"] = preset.label
    if state.cycles:
        values["cycles"] = state.cycles
        values["cycles_per_sample"] = round(state.cycles / trained, 3)
        values["cycles_per_second"] = round(state.cycles / state.train_seconds, 1)
    return values


def versions():
    """{name: version} of what computes the bits of a run."""
    return {
        "bep-hw": __version__,
        "Python": platform.python_version(),
        "numpy": np.__version__,
    }


def check_new(folder, force):
    """Raise ConfigError unless `folder` can take a new run; `force` lets it replace another."""
    folder = Path(folder)
    check_writable(folder)
    if not force:
        require(
            not (folder / SUMMARY).exists(),
            f"{folder}: holds a finished run; choose another --out, or replace it with --force",
        )
        require(
            not (folder / checkpoint.FILE_NAME).exists(),
            f"{folder}: holds an unfinished run; go on with --resume {folder}, or replace it"
            " with --force",
        )


def clear(folder):
    """Remove the results of an older run from the folder; its checkpoint stays."""
    try:
        for name in RESULTS:
            (Path(folder) / name).unlink(missing_ok=True)
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written: {error.strerror}") from None


def read_summary(folder):
    """The summary in `folder`, or None if it holds no finished run; ConfigError if damaged."""
    path = Path(folder) / SUMMARY
    try:
        values = json.loads(path.read_text())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    require(isinstance(values, dict), f"{path}: is not a summary: must be an object of values")
    for name in SHOWN:
        value = values.get(name)
        require(
            type(value) in (int, float) and math.isfinite(value),
            f"{path}: its {name} is {value!r}: must be a number",
        )
    digest = values.get("weights_sha256")
    require(isinstance(digest, str), f"{path}: its weights_sha256 is {digest!r}: must be a text")
    return values


def write_all(folder, run, state, classifier, values, inputs):
    """Write every result of a finished run; returns a line about omitted files, or None.

    inputs: those of the data set, or None
    """
    folder = Path(folder)
    if inputs is not None:
        replace_file(folder / INPUTS, json.dumps(inputs.to_dict()) + "\n")
    _write_history(folder / HISTORY, state.history)
    _write_weights(folder / WEIGHTS, run, state, classifier)
    note = _write_curve(folder / CURVE, run, state)
    text = json.dumps(values, indent=2) + "\n"
    replace_file(folder / SUMMARY, text)
    return note


def _write_history(path, history):
    text = io.StringIO()
    writer = csv.DictWriter(text, list(history[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(history)
    replace_file(path, text.getvalue())


def _write_weights(path, run, state, classifier):
    arrays = {f"counters_{layer + 1}": array for layer, array in enumerate(state.kept)}
    arrays["classifier"] = classifier
    arrays["layers"] = np.array(run.preset.network.layers, np.int32)
    arrays["preset"] = np.array(run.preset.name)
    sealed.save(path, arrays, compressed=True)


def _write_curve(path, run, state):
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from matplotlib.ticker import MaxNLocator
    except ImportError:
        return f"{path.name} left out: needs matplotlib: pip install bep-hw[plot]"

    epochs = [row["epoch"] for row in state.history]
    train = [row["train_accuracy"] for row in state.history]
    validation = [row["validation_accuracy"] for row in state.history]
    figure = Figure(figsize=(7.2, 4.2), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    mark = "o" if len(epochs) <= 30 else ""
    axes.plot(epochs, train, color="#7a8699", lw=1.6, marker=mark, ms=3.5, label="training")
    axes.plot(epochs, validation, color="#c2410c", lw=2, marker=mark, ms=3.5, label="validation")
    best = state.kept_epoch - 1
    axes.plot(
        epochs[best],
        validation[best],
        **dict(marker="o", ms=9, mfc="none", mec="#c2410c", mew=1.6, ls="none"),
        label=f"kept: epoch {epochs[best]}, {validation[best]:.1f} %",
    )
    layers = "-".join(map(str, run.preset.network.layers))
    title = f"Accuracy of {run.preset.name} after each epoch ({layers}, seed {run.seed})"
    axes.set_title(title, loc="left", fontsize=11)
    axes.set_xlabel("epoch")
    axes.set_ylabel("accuracy [%]")
    axes.set_xlim(0.5, epochs[-1] + 0.5)  # there is no epoch 0
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    axes.grid(axis="y", color="#e3e6ea", lw=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="lower right")
    replace_file(path, lambda stream: figure.savefig(stream, format="png", dpi=150))
    return None
