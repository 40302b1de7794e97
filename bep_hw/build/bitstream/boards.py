"""Boards: a Python file each, in boards/ or of the user's own."""

import ast
import importlib.util
import traceback
from pathlib import Path

from bep_hw.build.bitstream import families
from bep_hw.support.errors import ConfigError, check_known, require

PACKAGE = Path(__file__).parents[2]


def folder():
    """The folder of our boards: in an installed package, or beside it in a checkout."""
    installed = PACKAGE / "board_files"
    return installed if installed.is_dir() else PACKAGE.parent / "boards"


def names():
    """Names of all of ours, such as ulx3s-85f for ulx3s_85f.py."""
    return sorted(path.stem.replace("_", "-") for path in folder().glob("*.py"))


def describe(name):
    """The first line of the file of one of ours, without its full stop; needs no Amaranth."""
    return ast.get_docstring(ast.parse(_path(name).read_text())).splitlines()[0].removesuffix(".")


def is_file(board):
    """Whether the user named a file of their own, and no board of ours."""
    return board.endswith(".py") or "/" in board


def name_of(board):
    """The name of a board, which is that of its file: my-board for path/my_board.py."""
    return Path(board).stem.replace("_", "-") if is_file(board) else board


def check(board):
    """Raise ConfigError unless there is such a board, or such a file."""
    if is_file(board):
        require(_path(board).is_file(), f"board {board}: no such file")
    else:
        check_known("board", board, names(), ", or a file of your own, *.py")


def get(board):
    """The class `Top` of a board, by its name or its file, and checked.

    ConfigError for an unknown one, a file with an error in it, or without amaranth-boards.
    """
    check(board)
    for module in ("amaranth",) if is_file(board) else ("amaranth", "amaranth_boards"):
        package = module.replace("_", "-")
        require(
            importlib.util.find_spec(module), f"{package}: not found; pip install bep-hw[boards]"
        )
    top = getattr(_module(board), "Top", None)
    check_top(top, f"board {board}")
    return top


def speed(top):
    """Speed grade of the device of a board, as a string, or None if its family has none."""
    return getattr(top.platform, "speed", None)


def check_top(top, where):
    """Raise ConfigError unless `top` says all that a build has to know of a board."""
    from amaranth.build import Platform

    from bep_hw.gateware.fpga.board import BoardTop

    base = f"{BoardTop.__module__}.{BoardTop.__name__}"
    found = isinstance(top, type) and issubclass(top, BoardTop)
    require(found, f"{where}: needs a class Top, a subclass of {base}")
    found = isinstance(top.platform, type) and issubclass(top.platform, Platform)
    require(found, f"{where}: Top.platform must be a class of platforms of Amaranth")
    missing = sorted(getattr(top.platform, "__abstractmethods__", ()))
    require(not missing, f"{where}: Top.platform lacks {', '.join(missing)}")
    for name in ("clock", "baud"):
        value = getattr(top, name)
        found = isinstance(value, (int, float)) and value > 0
        require(found, f"{where}: Top.{name} {value!r}: must be a number above 0")
    require(top.leds is not BoardTop.leds, f"{where}: Top needs a method leds")
    check_known(f"{where}: Top.family", top.family, families.names())
    devices = families.get(top.family).block_rams
    check_known(f"{where}: device of Top.platform", top.platform.device, devices)


def platform(board, top):
    """The platform of a board, whose class is `top`; ConfigError if it lacks something."""
    try:
        made = top.platform()
        float(made.default_clk_frequency)
    except Exception as error:  # Amaranth has many, all of them mistakes of the file's author
        raise ConfigError(f"board {board}: Top.platform: {type(error).__name__}: {error}") from None
    return made


def _module(board):
    """The module of a board's file; whatever is wrong in it is an error of its author."""
    path = _path(board).resolve()
    spec = importlib.util.spec_from_file_location(f"bep_hw_board_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        line = [place for place in traceback.extract_tb(error.__traceback__)
                if place.filename == str(path)]  # fmt: skip
        number = getattr(error, "lineno", None) or (line[-1].lineno if line else "?")
        text = getattr(error, "msg", None) or error
        raise ConfigError(f"board {board}, line {number}: {type(error).__name__}: {text}") from None
    return module


def _path(board):
    if is_file(board):
        return Path(board).expanduser()
    return folder() / f"{board.replace('-', '_')}.py"
