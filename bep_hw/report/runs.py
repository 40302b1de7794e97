"""The runs of a report, as their folders hold them: finished, interrupted, or still training."""

from dataclasses import dataclass
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
class Origin:
    """The data set of a run, which is read when it is first needed.

    checksum: its CRC-32 during the training; None if it could not be read again
    folder: where the user has data sets, or None
    """

    run: Run
    checksum: int | None
    folder: Path | None

    @cached_property
    def found(self):
        """(Dataset, image size or None, None), or (None, None, the reason why it is missing)."""
        try:
            return *self._load(), None
        except ConfigError as error:
            return None, None, f"The samples cannot be read again: {error}."

    def _load(self):
        preset = self.run.preset
        require(self.checksum is not None, "they were not from a data set")
        source = datasets.get(preset.dataset, preset.label)
        width = preset.network.layers[0]
        data = source.load(self.folder, self.run.seed, preset.encoding, width)
        require(
            data.checksum() == self.checksum,
            f"data set {preset.dataset} has changed since the training",
        )
        if data.test.raw is None:
            return data, None
        return data, source.shape(self.folder, preset.encoding).size


@dataclass(frozen=True, kw_only=True)
class ShownRun:
    """A run that a report shows.

    folder: where it is; name: how the report calls it
    run, state: from its checkpoint
    summary: the dictionary in summary.json; None of an unfinished run
    class_names: C texts
    origin: its data set
    kept_samples: test samples that a saved estimator brings along, else None
    """

    folder: Path
    name: str
    run: Run
    state: RunState
    summary: dict | None
    class_names: tuple[str, ...]
    origin: Origin
    kept_samples: Split | None = None

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

    @property
    def data(self) -> Dataset | None:
        """The data set that it was trained on; None if it cannot be read."""
        return self.origin.found[0]

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
        return self.origin.found[2]

    @property
    def image_size(self):
        """(height, width) if the samples are images whose pixels are known, else None."""
        return self.origin.found[1]

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
        summary=outputs.read_summary(folder),
        class_names=names or tuple(map(str, range(run.preset.network.classes))),
        origin=Origin(
            run=run,
            checksum=checksum if type(checksum) is int else None,
            folder=data_folder,
        ),
        kept_samples=saved.read_samples(folder),
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
