"""The presets by name, from presets.toml, and a user's own from a file of the same form."""

import tomllib
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

from bep_hw.spec.encoding import Encoding
from bep_hw.spec.hidden import check_hidden_bits
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError, check_known, require

SUFFIX = ".toml"
FILE = Path(__file__).with_suffix(SUFFIX)
CORE_KEYS = (
    *("tile", "lanes", "banks", "samples_per_read"),
    *("popcount_stages", "deep_pipeline", "small"),
    *("image", "features", "filters_per_cycle", "pixels_per_cycle"),
)
KEYS = {
    **{"dataset": str, "label": str},
    **{"network": dict, "training": dict, "encoding": dict, "core": dict},
}
WORDS = {
    **{int: "a whole number", float: "a number", bool: "true or false"},
    **{str: "a text", dict: "a table", tuple: "a list of whole numbers"},
}


def get(name):
    """The preset called `name`, or the one in the user's file `name`, *.toml.

    ConfigError for an unknown name; for a file it names the file, the key and the rule.
    """
    name = str(name)
    if not name.endswith(SUFFIX):
        check_known("preset", name, PRESETS, f", or a file, *{SUFFIX}")
        return PRESETS[name]
    return _read("preset", name, _preset)


def core(name):
    """(fields of a Preset that describe a core, its B) of a preset or a core file called `name`.

    A core file, *.toml, has the table `core` of a preset, and `hidden_bits`, but no data set. Its
    core is sized for the network that is trained, that of a preset for the preset's own network.
    B is None for a preset and if the file leaves it open. ConfigError as in `get`.
    """
    name = str(name)
    if name.endswith(SUFFIX):
        made = _read("core", name, _core_or_preset)
        if not isinstance(made, Preset):
            return made
    else:
        made = get(name)
    return {key: getattr(made, key) for key in CORE_KEYS} | {"core_for": made.network}, None


def core_text(preset):
    """The text of a core file for the core of `preset`."""
    values = {key: getattr(preset, key) for key in CORE_KEYS}
    lines = [f"{key} = {_toml(value)}" for key, value in values.items() if value is not None]
    return "\n".join((f"hidden_bits = {preset.training.hidden_bits}", "", "[core]", *lines, ""))


def _toml(value):
    """A value of CORE_KEYS in TOML."""
    return str(list(value) if isinstance(value, tuple) else value).lower()


def _read(what, name, make):
    """What `make` makes of the stem of a file's name and its tables; `what` is for messages."""
    path = Path(name)
    try:
        return make(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigError(f"{what} {name}: cannot be read: {error.strerror or error}") from None
    except ConfigError as error:
        raise ConfigError(f"{what} {name}: {error}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{what} {name}: is not a TOML file: {error}") from None


def _core_or_preset(name, values):
    """A Preset of a file that has a data set or a network, else as of `core`."""
    if "dataset" in values or "network" in values:
        return _preset(name, values)
    top = _checked("", values, {"hidden_bits": int, "core": dict}, required=("core",))
    if "hidden_bits" in top:
        check_hidden_bits(top["hidden_bits"])
    return {**_core(top["core"], ("tile", "lanes")), "core_for": None}, top.get("hidden_bits")


def _preset(name, values):
    """The Preset that these tables of a file describe."""
    top = _checked("", values, KEYS, required=("dataset", "network"))
    network = top["network"]
    shape = Recurrent if "steps" in network else Network
    network = _checked("network.", network, get_type_hints(Recurrent), ("layers", "classes"))
    training = _checked("training.", top.get("training", {}), get_type_hints(Training))
    encoding = None
    if "encoding" in top or shape is Recurrent:
        encoding = _checked("encoding.", top.get("encoding", {}), get_type_hints(Encoding))
        encoding = Encoding(**encoding)
    return Preset(
        name=name,
        dataset=top["dataset"],
        label=top.get("label"),
        network=shape(**network),
        training=Training(**training),
        encoding=encoding,
        **_core(top.get("core", {})),
    )


def _core(table, required=()):
    """The values of the table `core`."""
    hints = get_type_hints(Preset)
    values = _checked("core.", table, {key: hints[key] for key in CORE_KEYS}, required)
    tile = values.get("tile", Preset.tile)
    require(len(tile) == 2, f"core.tile {list(tile)}: must be [rows, columns]")
    image = values.get("image", (1, 1))
    require(len(image) == 2, f"core.image {list(image)}: must be [height, width]")
    return values


def _checked(where, table, hints, required=()):
    """The values of a table by key; ConfigError for an unknown key, a bad type, a missing key.

    where: what stands before a key in a message; hints: the type of every key that may be there
    """
    for key in required:
        require(key in table, f"{where}{key}: must be given")
    for key, value in table.items():
        check_known("key", where + key, [where + other for other in hints])
        kind = _kind(hints[key])
        require(_fits(value, kind), f"{where}{key} {value!r}: must be {WORDS[kind]}")
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _kind(hint):
    """The type of a value in TOML for a field with this type hint, such as int | None."""
    if get_origin(hint) is not tuple:
        hint = next(iter(get_args(hint)), hint)
    return tuple if get_origin(hint) is tuple else hint


def _fits(value, kind):
    if kind is tuple:
        return isinstance(value, list) and all(type(number) is int for number in value)
    if kind is float:
        return type(value) in (int, float)
    return type(value) is kind  # True is no whole number


PRESETS = {
    name: _preset(name, values)
    for name, values in tomllib.loads(FILE.read_text(encoding="utf-8")).items()
}


def parse_widths(text, what="layers"):
    """Hidden widths of a text such as "75,75"; ConfigError unless it is a list of whole numbers."""
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise ConfigError(
            f"{what} {text!r}: must be whole numbers with commas between, such as 75,75"
        ) from None


def parse_tile(text):
    """(R, D) of a text such as "32x64"; ConfigError unless it is two whole numbers."""
    rows, separator, columns = text.partition("x")
    require(
        separator and rows.isdecimal() and columns.isdecimal(),
        f"tile {text!r}: must be ROWSxCOLUMNS, such as 32x64",
    )
    return int(rows), int(columns)
