"""The command line `bep-hw`: one command a file, what goes wrong, and exit statuses.

Whatever a user can get wrong ends in one line on standard error and exit status 2. A command
imports what it needs when it runs, so that the help appears at once.
"""

import signal
import sys
from importlib.metadata import version
from typing import Annotated

import typer

import bep_hw.support.threads  # noqa: F401 (before anything imports numpy)
from bep_hw.cli import bench, build, cosim, demo, emit, info, serial_board, train
from bep_hw.support.errors import ConfigError, Stopped

app = typer.Typer(
    name="bep-hw",
    help="Train binary neural networks with Binary Error Propagation, in numpy and in hardware.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
COMMANDS = {
    "train": train.train,
    "cosim": cosim.cosim,
    "emit": emit.emit,
    "build": build.build,
    "bench": bench.bench,
    "demo": demo.demo,
    "info": info.info,
    "serial-board": serial_board.serial_board,
}
for name, function in COMMANDS.items():
    app.command(name)(function)


def print_version(wanted: bool):
    """Print name and version, and end."""
    if wanted:
        print("bep-hw", version("bep-hw"))
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=print_version, is_eager=True),
    ] = False,
):
    """Options of no command."""


def main():
    """Run the command line."""
    try:
        status = app(standalone_mode=False)
    except ConfigError as error:
        status = fail(error)
    except Stopped as stopped:
        print(
            f"bep-hw: interrupted; go on with: bep-hw train --resume {stopped.folder}",
            file=sys.stderr,
        )
        status = 128 + stopped.number
    except (KeyboardInterrupt, typer.Abort):
        print("bep-hw: interrupted", file=sys.stderr)
        status = 128 + signal.SIGINT
    except Exception as error:
        # Typer carries its own click, or uses the installed one; both format usage errors alike.
        if not hasattr(error, "format_message"):
            raise
        status = fail(usage(error) or "no command given; try bep-hw --help")
    sys.exit(status or 0)


def usage(error):
    """The message of a usage error, with the value that the user gave if it is a bad one."""
    names = getattr(getattr(error, "param", None), "opts", ())
    pairs = zip(sys.argv, [*sys.argv[1:], ""], strict=True)
    for argument, value in reversed(list(pairs)):  # the last of several counts
        name, equals, attached = argument.partition("=")
        if name in names:
            return f"{name} {attached if equals else value!r}: {error.message}"
    return error.format_message()


def fail(message):
    """Print an error as one line; the exit status."""
    print("bep-hw: error:", " ".join(str(message).split()), file=sys.stderr)
    return 2
