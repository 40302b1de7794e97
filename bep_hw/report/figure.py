"""A figure of the page: a title, a sentence that says what one sees, and a picture or a table."""

from dataclasses import dataclass

from bep_hw.report.template import Markup


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure.

    title, text: plain text
    body: the picture or table as HTML; "" if the run has nothing to show, and `text` says why
    run: name of its run; "" if it shows all runs
    wide: whether it needs the width of the page, and scrolls sideways on a phone
    """

    title: str
    text: str
    body: str = ""
    run: str = ""
    wide: bool = False


def drawing(canvas):
    """A `Canvas` as HTML."""
    return Markup(canvas.svg())


def sized(count, thing, things=None):
    """A number with its noun: "1 epoch", "1,200 epochs"."""
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"
