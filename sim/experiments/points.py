"""Experiments: points, each a preset with changes, to be trained with several seeds."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from bep_hw.spec import presets
from bep_hw.support.errors import require
from bep_hw.train import run as runs
from sim.experiments.methods import DEFAULT_METHOD

DEFAULT_SETTING = "preset"


_PLAIN = {"batch_size": 100, "gate_ratio": 0.25}
_PLAIN_RP = {**_PLAIN, "margin_ratio": 0.5, "reinforcement": 0.5}
STARTS = {
    **{f"fmnist-{width}": _PLAIN for width in (135, 255, 525)},
    **{f"rp-{width}": _PLAIN_RP for width in (35, 75, 135, 255, 525)},
}
"""Settings from which figures start, {preset: options}, where the preset now has the best ones."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """One mean with its deviation in a figure.

    name: what `--points` calls it, unique in its experiment
    preset, changes: what is trained; `changes` as `bep_hw.train.run.changed` takes them, from the
        settings of `STARTS` on, if the preset has some there; without a preset all that they leave
        open follows from the data set
    x: where it stands on the horizontal axis
    method: what trains it, a name of `methods.METHODS`; any but BEP ends the point's name
    setting: which of the experiment's settings `changes` holds beside what the figure varies
    paper: the paper's test accuracy, if known [percent]
    """

    name: str
    preset: str | None
    changes: Mapping
    x: float
    method: str = DEFAULT_METHOD
    setting: str = DEFAULT_SETTING
    paper: float | None = None

    def run(self, seed, epochs=None, backend=None):
        """The Run of this point with `seed`; ConfigError if it is no valid one."""
        changes = {**STARTS.get(self.preset, {}), **self.changes}
        if "reinforcement" in changes:  # of all layers, whatever the preset says
            changes.setdefault("upper_reinforcement", changes["reinforcement"])
        if epochs is not None:
            changes["epochs"] = epochs
        return runs.fresh(self.preset, {**changes, "seed": seed, "backend": backend, "threads": 1})

    @property
    def network(self):
        """The Network that is trained."""
        return self.run(seed=1).preset.network

    @property
    def place(self):
        """Its name without the method: equal for points that only differ in it."""
        return self.name.removesuffix(f"-{self.method}")

    @property
    def dataset(self):
        """The name of the data set."""
        return self.changes.get("dataset") or presets.get(self.preset).dataset


def by_name(dataset, method, x):
    """The Point of a data set by its name alone."""
    suffix = "" if method == DEFAULT_METHOD else f"-{method}"
    changes = {"dataset": dataset}
    return Point(name=f"{dataset}{suffix}", preset=None, changes=changes, x=x, method=method)


@dataclass(frozen=True, kw_only=True)
class Experiment:
    """One figure.

    name: the command and the files
    title: what is varied, in words
    parameter: name of the horizontal axis, a column of the table
    points: all points, those of the paper first
    curve: Point -> the label of the curve it belongs to
    panel: Point -> the title of the panel it is drawn in
    logarithmic: the scale of the horizontal axis
    paper_best: (from, to), where the paper finds the best values, if it says so
    names: what stands at 0, 1, ... of the horizontal axis, if not numbers
    wide: whether the table has a column for each curve, and a row for each place
    """

    name: str
    title: str
    parameter: str
    points: tuple[Point, ...]
    curve: object
    panel: object = lambda point: point.dataset
    logarithmic: bool = False
    paper_best: tuple[float, float] | None = None
    names: tuple[str, ...] | None = None
    wide: bool = False

    def tick(self, x):
        """The label at `x` of the horizontal axis."""
        return self.names[int(x)] if self.names else f"{x:g}"

    @property
    def settings(self):
        """The names of all settings, the presets' own first."""
        return list(dict.fromkeys(point.setting for point in self.points))

    @property
    def methods(self):
        """The names of all methods, BEP first."""
        return list(dict.fromkeys(point.method for point in self.points))

    def chosen(self, patterns=None, settings=(DEFAULT_SETTING,), methods=(DEFAULT_METHOD,)):
        """The points of `settings` and `methods` whose places match one of `patterns`; None: all.

        A pattern is such as rp-*. ConfigError for a setting or method there is not, and for a
        pattern that matches nothing.
        """
        for setting in settings:
            require(
                setting in self.settings,
                f"setting {setting!r}: {self.name} has {', '.join(self.settings)}",
            )
        for method in methods:
            require(
                method in self.methods,
                f"method {method!r}: {self.name} has {', '.join(self.methods)}",
            )
        points = [p for p in self.points if p.setting in settings and p.method in methods]
        if patterns is None:
            return points
        for pattern in patterns:
            require(
                any(fnmatchcase(point.place, pattern) for point in points),
                f"points {pattern!r}: matches no point of {self.name}; --list shows them all",
            )
        return [p for p in points if any(fnmatchcase(p.place, pattern) for pattern in patterns)]


def hidden(preset, depth):
    """The change that gives `preset` `depth` hidden layers, each as wide as its first."""
    width = presets.get(preset).network.layers[1]
    return {"layers": ",".join([str(width)] * depth)}


def sweep(option, symbol, values, preset_names, depths=(2,)):
    """Points that vary one hyper-parameter: `option` of the training, written `symbol` in names.

    values: preset name -> the values to train it with
    """
    return tuple(
        Point(
            name=f"{name}-L{depth}-{symbol}{value:g}",
            preset=name,
            changes={**hidden(name, depth), option: value},
            x=value,
        )
        for depth in depths
        for name in preset_names
        for value in values(name)
    )


def preset_and_depth(point):
    """The curve of a sweep: its preset and number of hidden layers."""
    return f"{point.preset}, L = {point.network.depth}"
