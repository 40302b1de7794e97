"""What the options of a command stand for."""

from bep_hw.train import run as runs


def new_run(given, console=None):
    """The new Run that the options `given` describe; ConfigError unless it can be carried out.

    console: where to say what was chosen if no preset is given; None for silence
    """
    tell = None if console is None else lambda reason: show(console, reason)
    return runs.fresh(given.get("preset"), given, given.get("data"), tell)


def show(console, reason):
    """Say in a line what an option was set to, and why."""
    from bep_hw.support.display import say

    say(console, f"--{reason.option} {reason.value}: {reason.why}", style="dim")
