"""The options that several commands share, each described once, in the panels of the help.

A command names the panels it takes: `@takes(Task, Core)`. It gets the user's options as one
dictionary, `given`, without the options that the user left out.
"""

import functools
import inspect
import os
from pathlib import Path
from typing import Annotated, get_args

import typer

from bep_hw.cli import complete

NAME_LIMIT = 255
"""Bytes of a file name, on every file system in use."""


def path(text):
    """A path that the user gave; a usage error if no file can have it."""
    text = str(text)
    if not text:
        raise typer.BadParameter("must not be empty")
    if any(len(os.fsencode(part)) > NAME_LIMIT for part in text.split("/")):
        raise typer.BadParameter(f"a name is too long: at most {NAME_LIMIT} characters")
    return Path(text)


def option(text, *names, panel=None, completion=None, parser=None):
    """An option with the help `text`, in which brackets are shown as they are."""
    return typer.Option(
        *names,
        help=text.replace("[", "\\["),  # else rich takes them for markup
        show_default=False,
        rich_help_panel=panel,
        autocompletion=completion,
        parser=parser,
    )


def file_option(text, *names):
    """An option that is a path."""
    return option(text, *names, panel="Files", parser=path)


Board = Annotated[
    str,
    option(
        "Board; `bep-hw info` lists them. Or a file of your own, *.py.",
        "--board",
        completion=complete.boards,
    ),
]


class Task:
    """Task"""

    preset: Annotated[
        str | None,
        "Preset by name, see `bep-hw info`, or a file of your own, *.toml.",
        complete.presets,
    ]
    dataset: Annotated[
        str | None,
        "Data set by name, see `bep-hw info`; without --preset it decides the other defaults.",
        complete.datasets,
    ]
    data_file: Annotated[
        Path | None,
        "Your own data, with or without --preset: .csv, .tsv, .npz, NAME_X.npy, .ts, or a folder of"
        " images by class.",
    ]
    label: Annotated[str | None, "Label column of a table [default: the last one]."]


class DataFolder:
    """Task"""

    data: Annotated[Path | None, "Folder of the data sets [env: BEP_HW_DATA]."]


class Length:
    """Run"""

    epochs: Annotated[int | None, "Passes over the training set."]
    seed: Annotated[int | None, "Seed of the whole run, 32 bit [default: 1]."]


class Network:
    """Network"""

    layers: Annotated[str | None, "Hidden widths, such as 75,75."]
    hidden_bits: Annotated[int | None, "Bits of a hidden weight, B."]
    group: Annotated[int | None, "First group size gamma_0 [neurons]."]


class Training:
    """Training"""

    batch_size: Annotated[int | None, "Samples per minibatch."]
    margin_ratio: Annotated[float | None, "Margin r of the trigger."]
    gate_ratio: Annotated[float | None, "Gate width nu."]
    reinforcement: Annotated[float | None, "Reinforcement p_r."]
    upper_reinforcement: Annotated[
        float | None, "p_r of all layers but the first [default: the same]."
    ]
    patience: Annotated[int | None, "Epochs without progress until groups grow."]
    horizon: Annotated[int | None, "Time steps that a recurrent network goes back [default: all]."]


class Encoding:
    """Encoding"""

    encoding: Annotated[
        str | None,
        "How samples become bits: thermometer, folded (features), median, edges or filters"
        " (images), or bits.",
        complete.encodings,
    ]
    thermometer: Annotated[int | None, "Most bits of a value: a feature, a pixel."]
    edges: Annotated[str | None, "Differences of grey that make an edge, in 255ths, such as 8,32."]
    cell: Annotated[int | None, "Side of the squares that edges or filters look at [pixels]."]
    filters: Annotated[int | None, "Filters of 3 x 3 pixels, each a bit of every square."]
    window: Annotated[int | None, "Values of a series per time step."]
    words: Annotated[
        bool | None, "Round series to words of 8 bits, which the core then encodes itself."
    ]


class Core:
    """Core"""

    tile: Annotated[str | None, "Weights read per cycle, ROWSxCOLUMNS."]
    lanes: Annotated[int | None, "Counters changed per cycle."]
    banks: Annotated[int | None, "Samples in flight, a power of two."]
    samples_per_read: Annotated[int | None, "Samples that share a tile read, S: 1, 2, 4 or 8."]
    pixels: Annotated[bool | None, "The core takes 8-bit pixels and encodes them itself."]
    filters_per_cycle: Annotated[int | None, "Filters that this encoder compares at once, P."]
    pixels_per_cycle: Annotated[int | None, "Pixels that it compares with them at once, Q."]
    core: Annotated[
        str | None,
        "Train on the core of this preset, or of a core file of `bep-hw explore`, *.toml.",
        complete.presets,
    ]


def takes(*panels):
    """Give a command all options of `panels`; its first argument is `given`, a dictionary."""

    def decorate(function):
        shared = [parameter for panel in panels for parameter in _parameters(panel)]
        signature = inspect.signature(function)
        own = [one for name, one in signature.parameters.items() if name != "given"]

        @functools.wraps(function)
        def call(**values):
            given = {one.name: values.pop(one.name) for one in shared}
            given = {name: value for name, value in given.items() if value is not None}
            return function(given, **values)

        call.__signature__ = signature.replace(parameters=[*shared, *own])
        return call

    return decorate


def _parameters(panel):
    """The options of a panel as parameters of a function."""
    for name, annotation in inspect.get_annotations(panel).items():
        kind, text, *completion = get_args(annotation)
        described = option(
            text,
            f"--{name.replace('_', '-')}",
            panel=panel.__doc__,
            completion=completion[0] if completion else None,
            parser=path if Path in get_args(kind) else None,
        )
        yield inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[kind, described],
        )
