"""The runs of a report, as their folders hold them: finished, interrupted, or still training."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from bep_hw.data import datasets
from bep_hw.data.dataset import Dataset, Split
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import fixed_classifier
from bep_hw.support.errors import ConfigError, require
from bep_hw.train import checkpoint, outputs, saved
from bep_hw.train.predict import Predictions, classify
from bep_hw.train.run import Run
from bep_hw.train.state import RunState
from bep_hw.train.trained import read_inputs


@dataclass(frozen=True, kw_only=True)
class ShownRun:
    """A run that a report shows.

    folder: where it is; name: how the report calls it
    run, state: from its checkpoint; data_checksum: CRC-32 of its data set, None if there was no
        data set that could be read again
    summary: the dictionary in summary.json; None of an unfinished run
    class_names: C texts
    kept_samples: test samples that a saved estimator brings along, else None
    data_folder: where the user has data sets, or None
    """

    folder: Path
    name: str
    run: Run
    state: RunState
    data_checksum: int | None
    summary: dict | None
    class_names: tuple[str, ...]
    kept_samples: Split | None = None
    data_folder: Path | None = field(default=None, compare=False)

    @property
    def preset(self):
        """What was trained, and on what."""
        return self.run.preset

    @property
    def history(self):
        """A dictionary for each finished epoch."""
        return self.state.history

    @property
    def trained(self):
        """Samples trained so far; None before the first epoch is over, if that is not known."""
        if self.summary is not None:
            return self.summary["samples_trained"]
        if self.data is None:
            return None
        return self.state.epoch * len(self.data.train) + self.state.position

    @cached_property
    def _data(self):
        """(Dataset, None), or (None, the reason why there is none)."""
        try:
            return self._load(), None
        except ConfigError as error:
            return None, f"The samples cannot be read again: {error}."

    def _load(self):
        preset = self.preset
        require(self.data_checksum is not None, "they were not from a data set")
        data = datasets.load(
            preset.dataset,
            self.data_folder,
            self.run.seed,
            preset.encoding,
            preset.network.layers[0],
            preset.label,
        )
        require(
            data.checksum() == self.data_checksum,
            f"data set {preset.dataset} has changed since the training",
        )
        return data

    @property
    def data(self) -> Dataset | None:
        """The data set that it was trained on; None if it cannot be read."""
        return self._data[0]

    @property
    def split_name(self):
        """The samples that it is judged by: "test"; "validation" as long as it trains."""
        return "validation" if self.summary is None else "test"

    @property
    def split(self) -> Split | None:
        """These samples, or None; `missing` has the reason."""
        if self.kept_samples is not None:
            return self.kept_samples
        return None if self.data is None else getattr(self.data, self.split_name)

    @property
    def missing(self):
        """A sentence why there are no samples."""
        return self._data[1]

    @cached_property
    def image_size(self):
        """(height, width) if the samples are images whose pixels are known, else None."""
        if self.data is None or self.split.raw is None:
            return None
        preset = self.preset
        source = datasets.get(preset.dataset, preset.label)
        return source.shape(self.data_folder, preset.encoding).size

    @cached_property
    def predictions(self) -> Predictions | None:
        """Those of the kept weights for `split`; None without samples, or with several targets."""
        if self.split is None or self.preset.network.targets > 1:
            return None
        winners, leads = classify(self.golden(self.state.kept, 0), self.split.bits)
        return Predictions(
            class_names=self.class_names, winners=winners, leads=leads, labels=self.split.labels
        )

    def golden(self, counters, minibatch):
        """The golden model with these counters."""
        preset = self.preset
        golden = GoldenBackend(
            preset.network,
            fixed_classifier(preset.network, self.run.seed),
            hidden_bits=preset.training.hidden_bits,
            seed=self.run.seed,
        )
        golden.load(counters, minibatch)
        return golden

    @property
    def weights(self):
        """W = sign(c) of the kept epoch, [(K_l, K_{l-1}) ±1]."""
        return [np.where(counters < 0, -1, 1) for counters in self.state.kept]


def read(folder, name=None, data_folder=None):
    """The `ShownRun` in `folder`; ConfigError if it holds no run, or one that is damaged.

    name: how the report calls it; None for the name of the folder
    """
    folder = Path(folder)
    path = folder / checkpoint.FILE_NAME
    require(path.is_file(), f"{folder}: holds no {checkpoint.FILE_NAME} of a training run")
    config, state = checkpoint.load(path)
    try:
        run = Run.from_dict(config)
        state.check(run)
    except (KeyError, TypeError, ConfigError) as error:
        raise ConfigError(f"{path}: is not a checkpoint of its own run: {error}") from None
    inputs = read_inputs(folder)
    names = inputs.class_names if inputs else ()
    checksum = config.get("data")
    return ShownRun(
        folder=folder,
        name=name or folder.resolve().name,
        run=run,
        state=state,
        data_checksum=checksum if type(checksum) is int else None,
        summary=outputs.read_summary(folder),
        class_names=names or tuple(map(str, range(run.preset.network.classes))),
        kept_samples=saved.read_samples(folder),
        data_folder=data_folder,
    )


def read_all(folders, data_folder=None):
    """[ShownRun] of folders, with names that tell them apart.

    ConfigError if a folder is named twice, and as of `read`.
    """
    folders = [Path(folder) for folder in folders]
    places = [folder.resolve() for folder in folders]
    for number, place in enumerate(places):
        require(place not in places[:number], f"{folders[number]}: is named twice")
    return [
        read(folder, name, data_folder)
        for folder, name in zip(folders, _names(places), strict=True)
    ]


def _names(places):
    """The last parts of paths, as few as make them differ."""
    for count in range(1, max(len(place.parts) for place in places) + 1):
        names = ["/".join(place.parts[-count:]) for place in places]
        if len(set(names)) == len(names):
            break
    return names
