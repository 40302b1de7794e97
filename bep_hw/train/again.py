"""The command that carries out a run again."""

import shlex

from bep_hw.data import design, own
from bep_hw.spec import presets
from bep_hw.spec.encoding import OPTIONS as ENCODING_OPTIONS
from bep_hw.support.errors import ConfigError
from bep_hw.train import run as runs

LISTS = {"layers": ",", "tile": "x", "edges": ","}
"""Options with several numbers, and what stands between them."""

NAMES = ("seed", "tile", *design.CORE_NUMBERS, *design.TRAINING_OPTIONS, *ENCODING_OPTIONS)
"""Options that `Run.to_dict` has under the same name."""

ONLY_OF_A_CORE = ("popcount_stages", "deep_pipeline", "small", "core_for")
"""Fields of a preset that have no option but `--core`."""


def command(run, data_folder=None):
    """The `bep-hw train` that gives the same bits as `run`, as a line for the shell; or None.

    None if there is no such command, as for an estimator's samples. The options are those in which
    the run differs from its preset, or else from the choices for its data.
    """
    named = run.preset.name in presets.PRESETS
    name, given = (run.preset.name, {}) if named else (None, _source(run))
    try:
        for _ in range(2):  # some options follow from others, such as groups from layers
            given |= _differences(run, _made(name, given, data_folder))
        made = _made(name, given, data_folder)
    except ConfigError:
        return None
    if _bits(made) != _bits(run):
        return None
    words = ["bep-hw", "train", *(["--preset", name] if name else [])]
    return shlex.join([*words, *(word for pair in given.items() for word in _words(*pair))])


def _made(preset, given, data_folder):
    """The run of these options."""
    return runs.fresh(preset, design.texts(given, runs.OPTIONS), data_folder)


def _source(run):
    """The options that name the data set."""
    preset = run.preset
    name = "data_file" if own.is_path(preset.dataset) else "dataset"
    return {name: preset.dataset, **({"label": preset.label} if preset.label else {})}


def _bits(run):
    """All values of a run that decide its bits."""
    return {**run.to_dict(), "preset": None, "port": None}


def _differences(run, made):
    """{option: value} in which `run` differs from the run `made`."""
    wanted, found, preset = run.to_dict(), made.to_dict(), run.preset
    values = {
        name: wanted[name]
        for name in NAMES
        if wanted.get(name) is not None and wanted[name] != found.get(name)
    }
    if not preset.recurrent:
        values.pop("window", None)  # only series have one
    if (run.backend, run.port) != (made.backend, made.port):
        values["backend"] = f"{run.backend}:{run.port}" if run.port else run.backend
    core = _core(preset)
    if core != _core(made.preset):
        for name in presets.PRESETS:
            fields, _ = presets.core(name)
            if core == {field: fields[field] for field in ONLY_OF_A_CORE}:
                values["core"] = name
    if (preset.dataset, preset.label) != (made.preset.dataset, made.preset.label):
        values |= _source(run)
    if preset.network.layers[1:] != made.preset.network.layers[1:]:
        values["layers"] = list(preset.network.layers[1:])
    if preset.image and not made.preset.image:
        values["pixels"] = True
    return values


def _core(preset):
    """The fields of a preset's core that have no option of their own."""
    return {field: getattr(preset, field) for field in ONLY_OF_A_CORE}


def _words(option, value):
    """The words of one option."""
    flag = f"--{option.replace('_', '-')}"
    if value is True:
        return [flag]
    return [flag, LISTS[option].join(map(str, value)) if option in LISTS else str(value)]
