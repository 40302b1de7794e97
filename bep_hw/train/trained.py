"""A trained network, as a run folder holds it, and its weights in tiles for an inference core."""

import json
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bep_hw.data.inputs import Inputs
from bep_hw.golden.backend import GoldenBackend
from bep_hw.spec.backend import check_counters, check_network
from bep_hw.spec.network import MultiTarget, Network, Recurrent
from bep_hw.support.errors import ConfigError, require
from bep_hw.train import outputs, sealed

DAMAGE = (*(OSError, EOFError, ValueError, KeyError, TypeError), zipfile.BadZipFile, zlib.error)
"""Exceptions from reading a damaged file."""


@dataclass(frozen=True)
class Trained:
    """The network of a finished run.

    network: its shape
    counters: c of the kept epoch, [(K_l, K_{l-1}) int32]
    classifier: P, (C, K_L) ±1 int8
    summary: the dictionary in summary.json
    """

    network: Network
    counters: list
    classifier: np.ndarray
    summary: dict

    @property
    def weights(self):
        """±1 of every layer, the classifier last: W_l = sign(c)."""
        return [*(np.where(c < 0, -1, 1) for c in self.counters), self.classifier]

    def golden(self):
        """The golden model with these weights."""
        golden = GoldenBackend(
            self.network,
            self.classifier,
            hidden_bits=self.summary["hidden_bits"],
            seed=self.summary["seed"],
        )
        golden.load(self.counters, 0)
        return golden

    def predict(self, bits):
        """Classes (n,), or targets (n, T), that the golden model gives bits (n, K_0)."""
        return self.golden().infer(bits)


def _network(summary):
    layers, classes = tuple(summary["layers"]), summary["classes"]
    if "targets" in summary:
        return MultiTarget(layers=layers, classes=classes)
    if "time_steps" in summary:
        return Recurrent(layers=layers, classes=classes, steps=summary["time_steps"])
    return Network(layers=layers, classes=classes)


def read_inputs(folder):
    """The Inputs of the run in `folder`, or None if its data set has a rule of its own.

    ConfigError if the file is damaged.
    """
    path = Path(folder) / outputs.INPUTS
    try:
        return Inputs.from_dict(json.loads(path.read_text()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError, ConfigError) as error:
        raise ConfigError(f"{path}: is not a whole file of inputs: {error}") from None


def read_run(folder):
    """The Trained in `folder`; ConfigError if it holds no finished run, or one that is damaged."""
    path = Path(folder) / outputs.WEIGHTS
    require(path.is_file(), f"{folder}: holds no {outputs.WEIGHTS} of a finished training run")
    summary = outputs.read_summary(folder)
    require(summary is not None, f"{folder}: holds no {outputs.SUMMARY} of a finished training run")
    arrays = sealed.load(path, "result of a training run")
    try:
        network = _network(summary)
        counters = [arrays[f"counters_{layer + 1}"] for layer in range(network.depth)]
        classifier = arrays["classifier"]
        require(
            tuple(arrays["layers"]) == network.layers,
            f"its layers {arrays['layers'].tolist()} are not those of {outputs.SUMMARY}",
        )
        check_network(network, classifier, summary["seed"])
        check_counters(network, counters, summary["hidden_bits"])
        require(np.all(abs(classifier) == 1), "its classifier is not -1 and +1 alone")
    except DAMAGE as error:
        raise ConfigError(f"{path}: is not a whole result of a training run: {error}") from None
    return Trained(network, counters, classifier, summary)
