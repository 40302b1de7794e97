"""The application: its commands, their errors, and exit statuses.

Every error of the user ends in one line on standard error and exit status 2. A command
imports what it needs when it runs, so that the help appears at once.
"""

import os
import signal
import sys
from typing import Annotated

import typer

import bep_hw.support.threads  # noqa: F401 (before anything imports numpy)
from bep_hw import __version__
from bep_hw.cli import (
    bench,
    build,
    cosim,
    demo,
    emit,
    explore,
    info,
    predict,
    report,
    serial_board,
    train,
)
from bep_hw.support.errors import ConfigError, Stopped

COMMANDS = (train, predict, report, cosim, emit, explore, build, bench, demo, info, serial_board)
"""Modules; each has a function of its own name and EXAMPLES of its use."""

app = typer.Typer(
    name="bep-hw",
    help="Train binary neural networks with Binary Error Propagation, in numpy and in hardware.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in COMMANDS:
    name = module.__name__.rpartition(".")[2]
    # Lines of an epilog are kept apart by an empty one.
    examples = "\n\n".join(("Examples:", *module.EXAMPLES)).replace("[", "\\[")
    app.command(name.replace("_", "-"), epilog=examples)(getattr(module, name))


def print_version(wanted: bool):
    """Print name and version, and end."""
    if wanted:
        print("bep-hw", __version__)
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=print_version, is_eager=True),
    ] = False,
):
    """Options of no command."""


def run():
    """Run the command of `sys.argv`; returns the exit status."""
    try:
        status = app(standalone_mode=False)
        sys.stdout.flush()
        return status or 0
    except ConfigError as error:
        return fail(error)
    except Stopped as stopped:
        hint = f"go on with: bep-hw train --resume {stopped.folder}"
        print(f"bep-hw: interrupted; {hint}", file=sys.stderr)
        return 128 + stopped.number
    except typer.Abort:
        raise KeyboardInterrupt from None
    except OSError as error:
        return fail_on_file(error)
    except Exception as error:
        # Typer carries its own click, or uses the installed one; both format usage errors alike.
        if not hasattr(error, "format_message"):
            raise
        return fail(usage(error) or "no command given; try bep-hw --help")


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
    """Print an error as one line; returns the exit status."""
    print("bep-hw: error:", " ".join(str(message).split()), file=sys.stderr)
    return 2


def fail_on_file(error):
    """The exit status after a file, or standard output, could not be read or written."""
    try:
        sys.stdout.flush()  # what failed once fails again
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # as of any program whose reader has gone
            return 128 + signal.SIGPIPE
        error.filename = "standard output"
    place = f"{error.filename}: " if error.filename else ""
    return fail(f"{place}{error.strerror or error}")
