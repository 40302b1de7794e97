"""Makes a design from the user's options: a checked Preset with data set, network and core.

A training run adds a backend and a seed to it. Verilog and bitstreams need the design alone.
"""

import dataclasses
import math
import re
from pathlib import Path

from bep_hw.data import datasets
from bep_hw.data.encoded import USUAL
from bep_hw.spec import choice, presets
from bep_hw.spec.encoding import OPTIONS as ENCODING_OPTIONS
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import require

TRAINING_OPTIONS = tuple(field.name for field in dataclasses.fields(Training))
CORE_NUMBERS = ("lanes", "banks", "samples_per_read", "filters_per_cycle", "pixels_per_cycle")
OPTIONS = (
    *("dataset", "data_file", "label", "layers", "tile", "core", "pixels"),
    *CORE_NUMBERS,
    *TRAINING_OPTIONS,
    *ENCODING_OPTIONS,
)
"""Options that a user can change in a preset, see `changed`."""


def new(preset, options, data_folder=None, tell=None):
    """The checked Preset of the user's `options`, as in `changed`.

    preset: a Preset, or the name of one; None for parameters that suit the data set or file in
        `options`, see `spec.choice`
    tell: called with a `choice.Reason` for each of those that the user left open
    """
    if isinstance(preset, Preset):
        return changed(preset, options, data_folder)
    if preset is not None:
        return changed(presets.get(preset), options, data_folder)
    chosen, reasons = _chosen(options, data_folder)
    made = changed(chosen, options, data_folder)
    for reason in reasons if tell else ():
        if options.get(reason.option.replace("-", "_")) is None:
            tell(reason)
    return made


def changed(preset, options, data_folder=None):
    """`preset` with the user's `options`, which map names to values, None where not given.

    data_file, label: path of the user's own data instead of a data set's name, and of a table the
        name of its column of labels
    layers, tile, edges: text, as `presets.parse_widths` and `parse_tile` read it
    pixels: whether the core is to take pixels, which it encodes itself
    words: whether series are rounded to words of 8 bits, which the core then encodes itself
    core: the name of the preset whose core it is, or of a core file, see `presets.core`
    CORE_NUMBERS, every hyper-parameter of `Training`, and what `Encoding` has: values
    data_folder: where the user has data sets

    Names that are not in OPTIONS are for others. ConfigError for a value that breaks a rule.
    """
    given = {name: value for name, value in options.items() if value is not None}
    preset = _with_data(preset, given, data_folder)
    if "layers" in given:
        preset = _with_layers(preset, given)
    preset = preset.with_training(
        **{name: value for name, value in given.items() if name in TRAINING_OPTIONS}
    )
    preset = _with_core(preset, given)
    if given.get("pixels"):
        preset = dataclasses.replace(preset, image=_size(preset, data_folder))
    if given.get("words"):
        source = datasets.get(preset.dataset, preset.label)
        shape = source.shape(data_folder, preset.encoding)
        preset = dataclasses.replace(preset, features=shape.features)
    preset.check()
    return preset


def texts(options, names=OPTIONS):
    """Options as the command line has them: widths are "75,75" and tiles "32x64" there.

    ConfigError for an option that is not one of `names`.
    """
    unknown = [name for name in options if name not in names]
    require(not unknown, f"option {', '.join(unknown)}: must be one of {', '.join(names)}")
    written = {}
    for name, separator in (("layers", ","), ("tile", "x"), ("edges", ",")):
        value = options.get(name)
        if value is not None and not isinstance(value, str):
            written[name] = separator.join(map(str, value))
    return {**options, **written}


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
    """(data set, label column) from the user, or else from the preset."""
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
    """The encoding of features or series; None for a data set with a rule of its own."""
    asked = _asked(given)
    if source.kind == "series":
        return preset.encoding.changed(asked)
    for name in ("window", "words"):
        require(name not in asked, f"{name} {asked.get(name)}: only series are encoded by it")
    if source.kind == "bits":
        for name, value in asked.items():
            require(False, f"{name} {value}: data set {source.name} has samples that are bits")
        return None
    if source.kind == "images" and not asked:
        return preset.encoding
    return (preset.encoding or USUAL).changed(asked)


def _asked(given):
    """The user's options of the encoding."""
    asked = {key: given[key] for key in ENCODING_OPTIONS if key in given}
    if "edges" in asked:
        asked["edges"] = presets.parse_widths(asked["edges"], "edges")
    return asked


def _with_layers(preset, given):
    """`preset` with the hidden widths of `given`, and a group size that divides them."""
    preset = preset.with_hidden(presets.parse_widths(given["layers"]))
    if "group" in given:
        return preset
    common = math.gcd(*(rows for rows, _ in preset.network.shapes))
    group = max(d for d in range(1, preset.training.group + 1) if common % d == 0)
    return preset.with_training(group=group)


def _with_core(preset, given):
    """`preset` with the core that `given` names or describes."""
    if "core" in given:
        fields, hidden_bits = presets.core(given["core"])
        preset = dataclasses.replace(preset, **fields)
        if "hidden_bits" not in given:
            preset = preset.with_training(hidden_bits=hidden_bits)
    if "tile" in given:
        tile = presets.parse_tile(given["tile"])
        # Unless the user says how many, as many of the preset's lanes as suit the tile.
        preset = dataclasses.replace(preset, tile=tile, lanes=math.gcd(preset.lanes, tile[1]))
    numbers = {key: given[key] for key in CORE_NUMBERS if key in given}
    return dataclasses.replace(preset, **numbers)


def _size(preset, data_folder):
    """(height, width) of the images of the data set."""
    source = datasets.get(preset.dataset, preset.label)
    size = None if preset.recurrent else source.shape(data_folder, preset.encoding).size
    require(size, f"pixels: data set {source.name} has no images")
    return tuple(size)


def _chosen(options, data_folder):
    """(Preset, [Reason]) for the data that the user named."""
    given = {name: value for name, value in options.items() if value is not None}
    require(
        "data_file" in given or "dataset" in given,
        "--preset, --dataset or --data-file: one of them must be given; see `bep-hw info`",
    )
    dataset, label = _named(None, given)
    source = datasets.get(dataset, label)
    coding = choice.encoding(source.kind, source.shape(data_folder, None), _asked(given))
    shape = source.shape(data_folder, coding)
    if shape.samples is None:
        samples = len(source.load(data_folder, 1, coding, None).train)
        shape = dataclasses.replace(shape, samples=samples)
    hidden = presets.parse_widths(given["layers"]) if "layers" in given else None
    return choice.preset(_plain(dataset), dataset, source.kind, shape, hidden, coding, label)


def _plain(dataset):
    """The name of a data set, or of a file without folder and suffix, as the name of a preset."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", Path(dataset).stem).strip("-.") or "own"
