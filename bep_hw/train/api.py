"""`bep_hw.train` and `bep_hw.resume`: the commands as functions."""

from pathlib import Path

from rich.console import Console

from bep_hw.data import design
from bep_hw.train import run as runs
from bep_hw.train import session


def train(
    preset=None,
    out=None,
    *,
    backend="golden",
    data_folder=None,
    force=False,
    verbose=False,
    **options,
):
    """Train a network from the start and write a run folder; returns the dictionary of its summary.

    preset: name of a preset, or a Preset; None for parameters that suit the `dataset` or
        `data_file` in `options`
    out: the run folder; None for runs/PRESET-BACKEND-sSEED
    backend: "golden", "native", "verilator" or "serial:PORT[@BAUD]"; all give the same weights
    data_folder: where the files of the data set are; None for the usual places
    force: replace a run that is in the folder
    verbose: show each epoch
    options: all other options of `bep-hw train`, with _ for -: dataset="digits", epochs=5, seed=2,
        threads=1, layers=(75, 75), batch_size=32, hidden_bits=9, tile=(32, 64) ...

    Raises ConfigError for a value that breaks a rule, a missing tool, or a folder that holds a run;
    bep_hw.support.errors.Stopped after Ctrl-C, when the checkpoint is written.
    """
    run = fresh(preset, {"backend": backend, **options}, data_folder)
    folder = Path(out or session.default_folder(run))
    return session.train(
        run, folder, console=console(verbose), data_folder=data_folder, force=force
    )


def resume(folder, *, data_folder=None, verbose=False, **options):
    """Continue the interrupted run in `folder`; returns the dictionary of its summary.

    data_folder, verbose, options: as in `train`; options must equal those of the start of the run
    Raises ConfigError for a folder without a whole checkpoint, and as `train` does.
    """
    return session.resume(
        folder,
        None,
        design.texts(options, runs.OPTIONS),
        console=console(verbose),
        data_folder=data_folder,
    )


def fresh(preset, options, data_folder=None):
    """A new Run of a preset, of the name of one, or of None, with the user's `options`."""
    return runs.fresh(preset, design.texts(options, runs.OPTIONS), data_folder)


def console(verbose):
    """The console on which a run shows its progress: standard output, or none."""
    return Console() if verbose else Console(quiet=True)
