"""Writes docs/reference/command_line.md from the commands themselves.

python docs/drawing/make_command_line.py docs/reference
"""

import inspect
import sys
from pathlib import Path
from types import NoneType
from typing import get_args

import typer

from bep_hw.cli.app import COMMANDS

KINDS = {
    int: "whole number",
    float: "number",
    str: "text",
    Path: "path",
    list[Path]: "paths",
    bool: "",
}

HEAD = """# Command line

Every command with its options, as `bep-hw COMMAND --help` has them. An error that a user can cause
is one line, with status 2. After Ctrl-C or SIGTERM a run is saved, and the status is 128 plus the
number of the signal.
`bep-hw --install-completion` completes options and names in the shell.

This page is written by `docs/drawing/make_command_line.py`.
"""


def plain(text):
    """A help text without the marks of the terminal."""
    return text.replace("\\[", "[").replace("|", "\\|").strip()


def rows(function):
    """A line of the table for each option of a command."""
    for name, parameter in inspect.signature(function).parameters.items():
        kind, option = get_args(parameter.annotation)
        names = option.param_decls or (f"--{name.replace('_', '-')}",)
        if isinstance(option, typer.models.ArgumentInfo):
            names = (name.upper(),)
        kind = next((one for one in get_args(kind) if one is not NoneType), kind)
        shown = ", ".join(f"`{one}`" for one in names)
        yield f"| {shown} | {KINDS[kind]} | {plain(option.help)} |"


def page():
    """The text of the page."""
    parts = [HEAD]
    for module in COMMANDS:
        name = module.__name__.rpartition(".")[2]
        function = getattr(module, name)
        parts.append(f"## {name.replace('_', '-')}\n\n{inspect.getdoc(function)}\n")
        parts.append("```sh\n" + "\n".join(module.EXAMPLES) + "\n```\n")
        table = list(rows(function))
        if table:
            parts.append(
                "\n".join(["| option | value | meaning |", "|---|---|---|", *table]) + "\n"
            )
    return "\n".join(parts)


if __name__ == "__main__":
    (Path(sys.argv[1]) / "command_line.md").write_text(page())
