"""Finished runs on disk: one small JSON file each, named by a digest of its configuration."""

import functools
import hashlib
import json
from pathlib import Path

import numpy as np

from bep_hw.data.dataset import Dataset, Split
from bep_hw.data.series_encoder import Encoded, expansion
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError
from bep_hw.support.files import replace_file
from bep_hw.train.run import FILTER_NUMBERS, Run
from sim.experiments.methods import DEFAULT_METHOD, METHODS

CORE = (
    "tile",
    "lanes",
    "banks",
    "samples_per_read",
    "popcount_stages",
    "deep_pipeline",
    "small",
    "core_for",
    "core_for_steps",
    "image",
    *FILTER_NUMBERS,
)

NO_MATTER = ("preset", "backend", *CORE)
"""Entries of `Run.to_dict` that change no bit of a result."""

FIRST_OPTIONS = (
    *("epochs", "batch_size", "hidden_bits", "margin_ratio"),
    *("reinforcement", "gate_ratio", "group", "patience"),
)
"""Options of `Training` that count always. One that is added later counts only where it is not at
its default, so that it does not make older results void."""


class Silent:
    """A display that shows nothing."""

    def step(self, state, done, seconds):
        """Nothing."""

    def epoch(self, state, row):
        """Nothing."""


@functools.cache
def behaviour(method, recurrent=False):
    """SHA-256 of the weights of a tiny fixed run: changes iff the `method` now trains otherwise.

    So results of an older golden model are never taken for those of the present one, and a change
    that only makes it faster keeps them all.
    """
    random = np.random.default_rng(0)

    def split(count):
        labels = random.integers(0, 4, count)
        bits = random.integers(0, 2, (count, 20)).astype(np.uint8)
        bits[np.arange(count), labels] = 1
        if recurrent:  # four steps of five bits, of which a sample has the last one to four
            steps = random.integers(1, 5, count)
            bits = Encoded(bits.reshape(count, 4, 5), steps, expansion(20, 5))
        return Split(bits, labels)

    network = Network(layers=(20, 12, 12, 12), classes=4)
    if recurrent:
        network = Recurrent(layers=(20, 12, 12), classes=4, steps=4)
    preset = Preset(
        name="probe",
        dataset="none",
        network=network,
        encoding=Encoding() if recurrent else None,
        training=Training(
            **dict(epochs=6, batch_size=7, hidden_bits=8, margin_ratio=0.5, reinforcement=0.5),
            **dict(gate_ratio=0.25, group=2, patience=1),
        ),
    )
    data = Dataset(name="none", classes=4, train=split(80), validation=split(20), test=split(20))
    measure = METHODS[method].measure
    summary, _ = measure(Run(preset=preset), data, stopped=lambda: False, display=Silent())
    return summary["weights_sha256"]


def configuration(run, method=DEFAULT_METHOD):
    """Everything but the data that decides the result of `run`, as a dictionary of plain values.

    BEP adds no key of its own to the configuration.
    """
    values, how = run.to_dict(), METHODS[method]
    for name in NO_MATTER:
        values.pop(name, None)
    if values["upper_reinforcement"] == values["reinforcement"]:
        values["upper_reinforcement"] = None  # which means the same
    for name, field in Training.__dataclass_fields__.items():
        if name not in FIRST_OPTIONS and values[name] == field.default:
            del values[name]
    if values.get("encoding") == Encoding.name:
        del values["encoding"]  # as above
    for name in how.unused:
        values.pop(name, None)
    values.update(how.constants)
    if how.exact:
        values["behaviour"] = behaviour(method, run.preset.recurrent)
    return values


def path_of(config, folder):
    """The file in `folder` for the result of a run with this `configuration`."""
    text = json.dumps(config, sort_keys=True)
    name = f"{config['dataset']}-{hashlib.sha256(text.encode()).hexdigest()[:24]}.json"
    return Path(folder) / name


def save(path, config, checksum, summary, history):
    """Write the result of a finished run; the file is there whole or not at all.

    checksum: that of its Dataset
    """
    names = (
        *("validation_accuracy", "test_accuracy", "test_accuracy_last", "train_accuracy"),
        *("kept_epoch", "seconds", "samples_per_second", "weights_sha256"),
    )
    values = {
        "configuration": config,
        "backend": summary.get("backend"),
        "data": checksum,
        **{name: summary[name] for name in names},
        "validation_history": [row["validation_accuracy"] for row in history],
    }
    replace_file(path, json.dumps(values) + "\n")


def load(path):
    """The result in the file `path`, or None if the run has not finished."""
    try:
        return json.loads(path.read_text())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}; delete it to run again") from None
