"""A run: a preset with the user's changes, a backend and a seed. Two equal runs give equal bits."""

import dataclasses
import math
import re
from dataclasses import dataclass
from pathlib import Path

from bep_hw.data import datasets
from bep_hw.spec import choice, presets
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError, require
from bep_hw.train import backends

TRAINING_OPTIONS = tuple(field.name for field in dataclasses.fields(Training))
ENCODING_OPTIONS = tuple(field.name for field in dataclasses.fields(Encoding))
OPTIONS = (
    *("dataset", "data_file", "label", "backend", "seed", "layers", "tile", "lanes", "core"),
    *TRAINING_OPTIONS,
    *ENCODING_OPTIONS,
)
"""What a user can change about the run of a preset, see `changed`."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Everything that decides the result of a training run.

    preset: with all changes made
    backend: one of `backends.NAMES`
    port: of a backend that has one, PORT or PORT@BAUD; decides nothing about the result
    seed: 32-bit, seeds the weights, the classifier, the order of the samples, and reinforcement
    """

    preset: Preset
    backend: str = "golden"
    seed: int = 1
    port: str | None = None

    def check(self):
        """Raise ConfigError unless this run can be carried out; looks at no file."""
        backend = backends.get(self.backend)
        require(0 <= self.seed < 1 << 32, f"seed {self.seed}: must be from 0 to {(1 << 32) - 1}")
        datasets.get(self.preset.dataset, self.preset.label)
        self.preset.check()
        if backend.ON_CORE:
            _ = self.preset.core

    def to_dict(self):
        """A flat dictionary of plain values, from which `from_dict` makes an equal run."""
        preset = self.preset
        in_time = {"label": preset.label} if preset.label else {}
        if preset.encoding:
            in_time |= dataclasses.asdict(preset.encoding)
        if preset.recurrent:
            in_time["steps"] = preset.network.steps
        if preset.core_for and preset.core_for.recurrent:
            in_time["core_for_steps"] = preset.core_for.steps
        return {
            "preset": preset.name,
            "dataset": preset.dataset,
            "layers": list(preset.network.layers),
            "classes": preset.network.classes,
            "backend": self.backend,
            **({"port": self.port} if self.port else {}),
            "seed": self.seed,
            **dataclasses.asdict(preset.training),
            "tile": list(preset.tile),
            "lanes": preset.lanes,
            "banks": preset.banks,
            "popcount_stages": preset.popcount_stages,
            "small": preset.small,
            "core_for": list(preset.core_for.layers) if preset.core_for else None,
            **in_time,
        }

    @classmethod
    def from_dict(cls, values):
        """The run that `to_dict` described; KeyError or TypeError if `values` lacks something."""
        classes, layers = values["classes"], tuple(values["layers"])
        core_for = values["core_for"]
        if core_for is not None:
            core_for = _network(tuple(core_for), classes, values.get("core_for_steps"))
        network, encoding = _network(layers, classes, values.get("steps")), None
        if "thermometer" in values:
            encoding = Encoding(**{name: values[name] for name in ENCODING_OPTIONS})
        preset = Preset(
            name=values["preset"],
            dataset=values["dataset"],
            network=network,
            training=Training(**{name: values[name] for name in TRAINING_OPTIONS}),
            tile=tuple(values["tile"]),
            lanes=values["lanes"],
            banks=values["banks"],
            popcount_stages=values["popcount_stages"],
            small=values["small"],
            core_for=core_for,
            encoding=encoding,
            label=values.get("label"),
        )
        return cls(
            preset=preset, backend=values["backend"], seed=values["seed"], port=values.get("port")
        )


def _network(layers, classes, steps):
    """A recurrent network if there are time steps."""
    if steps is None:
        return Network(layers=layers, classes=classes)
    return Recurrent(layers=layers, classes=classes, steps=steps)


def changed(run, options, data_folder=None):
    """`run` with what the user asked for: `options` maps names to values, None where not given.

    dataset, backend, seed: names and a number; the backend "serial:" has its port behind it
    data_file, label: path of the user's own data instead of a data set's name, and of a table the
        name of its column of labels
    layers, tile: text, as `presets.parse_widths` and `parse_tile` read it
    core: the name of the preset whose core it is: tile, lanes, banks and popcount as well
    lanes, every hyper-parameter of `Training`, and what `Encoding` has: values
    data_folder: where the user has data sets
    """
    given = {name: value for name, value in options.items() if value is not None}
    preset = run.preset
    preset = _with_data(preset, given, data_folder)
    if "layers" in given:
        preset = _with_layers(preset, given)
    preset = preset.with_training(
        **{name: value for name, value in given.items() if name in TRAINING_OPTIONS}
    )
    if "core" in given:
        other = presets.get(given["core"])
        preset = dataclasses.replace(
            preset,
            core_for=other.network,
            tile=other.tile,
            lanes=other.lanes,
            banks=other.banks,
            popcount_stages=other.popcount_stages,
            small=other.small,
        )
    if "tile" in given:
        tile = presets.parse_tile(given["tile"])
        # Unless the user says how many, as many of the preset's lanes as suit the tile.
        preset = dataclasses.replace(preset, tile=tile, lanes=math.gcd(preset.lanes, tile[1]))
    if "lanes" in given:
        preset = dataclasses.replace(preset, lanes=given["lanes"])
    run = dataclasses.replace(
        run,
        preset=preset,
        **(_backend(given["backend"]) if "backend" in given else {}),
        seed=given.get("seed", run.seed),
    )
    run.check()
    return run


def _with_data(preset, given, data_folder):
    """`preset` with the data set and the encoding of `given`, and the K_0, C and T they lead to."""
    name, label = _named(preset, given)
    source = datasets.get(name, label)
    _check_kind(preset, source)
    encoding = _encoding(preset, source, given)
    if (name, label, encoding) == (preset.dataset, preset.label, preset.encoding):
        return preset
    other = dataclasses.replace(preset, dataset=name, label=label, encoding=encoding)
    shape = source.shape(data_folder, encoding)
    if not preset.recurrent:
        return other.with_input(shape.width, shape.classes)
    require(
        encoding.window <= shape.length,
        f"window {encoding.window}: must be at most {shape.length}, the values of the longest"
        f" series of {name}",
    )
    other = other.with_series(shape.length, shape.classes, shape.samples)
    if name == preset.dataset:
        other = other.with_training(batch_size=preset.training.batch_size)
    return other


def _named(preset, given):
    """(data set, label column) that the user named, or those of the preset."""
    if "data_file" in given:
        require("dataset" not in given, "--data-file: cannot be given with --dataset")
        return str(given["data_file"]), given.get("label")
    if "dataset" in given:
        return given["dataset"], given.get("label")
    return preset.dataset, given.get("label", preset.label)


def _check_kind(preset, source):
    """Raise ConfigError unless the network of `preset` can train on this kind of data set."""
    timed = source.kind == "series"
    require(
        preset.recurrent or not timed,
        f"data set {source.name}: is one of series, for recurrent presets such as italy-135",
    )
    names = [one.name for one in datasets.SOURCES.values() if one.kind == "series"]
    require(
        timed or not preset.recurrent,
        f"data set {source.name!r}: is not one of series: must be one of {', '.join(names)},"
        " or a file *.ts",
    )


def _encoding(preset, source, given):
    """How features or series become bits; None for a data set that has a rule of its own."""
    asked = {key: given[key] for key in ENCODING_OPTIONS if key in given}
    if source.kind == "series":
        return dataclasses.replace(preset.encoding, **asked)
    require("window" not in asked, f"window {asked.get('window')}: only series are encoded by it")
    if source.kind == "features":
        return dataclasses.replace(preset.encoding or Encoding(thermometer=1), **asked)
    require(
        not asked,
        f"thermometer {asked.get('thermometer')}: only series and a user's own features are"
        " encoded by it",
    )
    return None


def _with_layers(preset, given):
    """`preset` with the hidden widths of `given`, and a group size that divides them."""
    preset = preset.with_hidden(presets.parse_widths(given["layers"]))
    if "group" in given:
        return preset
    common = math.gcd(*(rows for rows, _ in preset.network.shapes))
    group = max(d for d in range(1, preset.training.group + 1) if common % d == 0)
    return preset.with_training(group=group)


def _backend(text):
    """Fields of a Run from a backend as the user names it, such as serial:/dev/ttyUSB0@115200."""
    name, port = backends.parse(text)
    return {"backend": name, "port": port}


def fresh(preset_name, options, data_folder=None, tell=None):
    """A new run of the preset called `preset_name`, with `options` as in `changed`.

    preset_name: None for parameters that suit the data set or file in `options`, see `spec.choice`
    tell: called with a `choice.Reason` for each of those that the user left open
    """
    if preset_name is not None:
        return changed(Run(preset=presets.get(preset_name)), options, data_folder)
    preset, reasons = _chosen(options, data_folder)
    run = changed(Run(preset=preset), options, data_folder)
    for reason in reasons if tell else ():
        if options.get(reason.option.replace("-", "_")) is None:
            tell(reason)
    return run


def _chosen(options, data_folder):
    """(Preset, [Reason]) for the data that the user named."""
    given = {name: value for name, value in options.items() if value is not None}
    require(
        "data_file" in given or "dataset" in given,
        "--preset, --dataset or --data-file: one of them must be given; see `bep-hw info`",
    )
    dataset, label = _named(None, given)
    source = datasets.get(dataset, label)
    asked = {key: given[key] for key in ENCODING_OPTIONS if key in given}
    coding = choice.encoding(source.kind, asked)
    shape = source.shape(data_folder, coding)
    if source.kind == "series" and "window" not in asked:
        coding = dataclasses.replace(coding, window=choice.window(shape.length))
    if shape.samples is None:
        samples = len(source.load(data_folder, 1, coding, None).train)
        shape = dataclasses.replace(shape, samples=samples)
    hidden = presets.parse_widths(given["layers"]) if "layers" in given else None
    return choice.preset(_plain(dataset), dataset, source.kind, shape, hidden, coding, label)


def _plain(dataset):
    """The name of a data set, or of a file without folder and suffix, as the name of a preset."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", Path(dataset).stem).strip("-.") or "own"


def resumed(saved, preset_name, options, where, data_folder=None):
    """The run `saved` (a dictionary in the checkpoint `where`), if what the user asks for agrees.

    Options not given are those of the checkpoint; ConfigError names the first that differs.
    """
    try:
        run = Run.from_dict(saved)
    except (KeyError, TypeError) as error:
        raise ConfigError(f"{where}: is not a checkpoint of this version: {error!r}") from None
    base = run
    if preset_name not in (None, run.preset.name):
        base = dataclasses.replace(run, preset=presets.get(preset_name))
    wanted_run = changed(base, options, data_folder)
    wanted = wanted_run.to_dict()
    for name, value in run.to_dict().items():
        if name == "port" and run.backend == wanted_run.backend:
            continue  # the board may be on another one now
        require(
            wanted.get(name) == value,
            f"{where}: its {name} is {value}, not {wanted.get(name)}: a run can only be resumed"
            " with the configuration it was started with",
        )
    return dataclasses.replace(run, port=wanted_run.port)
