"""The Preset or the Run that a command's options describe."""

from bep_hw.data import design


def new_design(given, console=None):
    """The Preset that the options `given` describe; ConfigError unless it can be built.

    console: where to say what was chosen if no preset is given; None for silence
    """
    return design.new(given.get("preset"), given, given.get("data"), told(console))


def new_run(given, console=None):
    """The new Run that the options `given` describe; ConfigError unless it can be carried out.

    console: as of `new_design`
    """
    from bep_hw.train import run as runs

    return runs.fresh(given.get("preset"), given, given.get("data"), told(console))


def told(console):
    """A function that prints an option's chosen value and the reason; None without console."""
    if console is None:
        return None
    from bep_hw.support.display import say

    return lambda reason: say(
        console, f"--{reason.option} {reason.value}: {reason.why}", style="dim"
    )
