"""The boards that `bep-hw build` knows: a Python file each, in boards/."""

import ast
import importlib.util
from pathlib import Path

from bep_hw.support.errors import check_known, require

PACKAGE = Path(__file__).parents[2]


def folder():
    """Where the files are: in an installed package, or beside it in a checkout."""
    installed = PACKAGE / "board_files"
    return installed if installed.is_dir() else PACKAGE.parent / "boards"


def names():
    """Names of all boards, such as ulx3s-85f for ulx3s_85f.py."""
    return sorted(path.stem.replace("_", "-") for path in folder().glob("*.py"))


def describe(name):
    """The first line of a board's file, without its full stop; needs no Amaranth."""
    return ast.get_docstring(ast.parse(_path(name).read_text())).splitlines()[0].removesuffix(".")


def check_name(name):
    """Raise ConfigError unless there is such a board."""
    check_known("board", name, names())


def get(name):
    """The class `Top` of a board; ConfigError for an unknown one, or without amaranth-boards."""
    check_name(name)
    for module in ("amaranth", "amaranth_boards"):
        package = module.replace("_", "-")
        require(
            importlib.util.find_spec(module), f"{package}: not found; pip install bep-hw[boards]"
        )
    path = _path(name)
    spec = importlib.util.spec_from_file_location(f"bep_hw_board_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Top


def _path(name):
    return folder() / f"{name.replace('-', '_')}.py"
