"""The presets by name, from presets.toml, and a user's own from a file of the same form."""

import tomllib
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError, check_known, require

SUFFIX = ".toml"
FILE = Path(__file__).with_suffix(SUFFIX)
CORE_KEYS = ("tile", "lanes", "banks", "samples_per_read", "popcount_stages", "small")
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
    path = Path(name)
    try:
        return _preset(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigError(f"preset {name}: cannot be read: {error.strerror or error}") from None
    except ConfigError as error:
        raise ConfigError(f"preset {name}: {error}") from None
    except ValueError as error:
        raise ConfigError(f"preset {name}: is not a TOML file: {error}") from None


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
    hints = get_type_hints(Preset)
    core = _checked("core.", top.get("core", {}), {key: hints[key] for key in CORE_KEYS})
    tile = core.get("tile", Preset.tile)
    require(len(tile) == 2, f"core.tile {list(tile)}: must be [rows, columns]")
    return Preset(
        name=name,
        dataset=top["dataset"],
        label=top.get("label"),
        network=shape(**network),
        training=Training(**training),
        encoding=encoding,
        **core,
    )


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
    return tuple if get_origin(hint) is tuple else next(iter(get_args(hint)), hint)


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
