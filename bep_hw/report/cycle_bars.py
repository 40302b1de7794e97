"""Bars of where the cycles of a sample go: what each memory of the core does in them."""

from dataclasses import dataclass

from bep_hw.support.svg import BACKWARD, FORWARD, GREY, INK, MEMORY, PALE, UPDATE, WHITE

WEIGHTS = (
    ("forward", FORWARD, ("forward",)),
    ("backward", BACKWARD, ("backward",)),
    ("banks are held by samples that learn", MEMORY, ("banks",)),
    ("border of the minibatch", "#c9c9c9", ("drain", "learning", "rows")),
    ("input, gaps, end of the run", PALE, ("input", "gaps", "end")),
)
COUNTERS = (("winners", UPDATE, ("winners",)), ("sweep", "#9fcfa3", ("sweep",)))
"""(what it is, its colour, the names that `bep_hw.cycles.model.Usage` counts it under)."""


@dataclass(frozen=True)
class Bars:
    """A pair of bars: the weight memory above, the counter memory below.

    left, unit: where the bars start, and pixels per cycle
    """

    left: float
    unit: float

    def draw(self, c, y, name, per_sample, share):
        """Draw the pair at `y` into the Canvas `c`; returns the y below it.

        name: in one or two lines; per_sample: cycles; share: (memory, names) -> their share
        """
        c.text(self.left - 60, y + 18, name, anchor="end", size=12)
        whole = per_sample * self.unit
        for memory, parts in (("weights", WEIGHTS), ("counters", COUNTERS)):
            c.text(self.left - 8, y + 14, memory, anchor="end", size=10, fill=GREY)
            x = self.left
            c.rect(x, y, whole, 20, fill=WHITE, stroke=INK)
            for _, fill, names in parts:
                width = share(memory, names) * whole
                if width:
                    c.rect(x, y, width, 20, fill=fill, stroke=GREY, line=0.6)
                x += width
            y += 22
        c.text(self.left + whole + 6, y - 18, f"{per_sample:.1f}", anchor="start", size=12)
        return y + 22

    def axis(self, c, y, ticks):
        """Draw the axis with `ticks`, numbers of cycles, below the last pair."""
        c.line([(self.left, y - 8), (self.left + ticks[-1] * self.unit, y - 8)], stroke=GREY)
        for count in ticks:
            x = self.left + count * self.unit
            c.line([(x, y - 8), (x, y - 3)], stroke=GREY)
            c.text(x, y + 10, count, size=11, fill=GREY)
        c.text(self.left - 8, y + 10, "cycles per sample", anchor="end", size=11, fill=GREY)


def legend(c, x, y, parts):
    """Draw the colours of `parts` with their names, from (x, y) down."""
    for index, (name, fill, _) in enumerate(parts):
        c.rect(x, y + 22 * index, 16, 14, fill=fill, stroke=GREY)
        c.text(x + 24, y + 22 * index + 12, name, anchor="start", size=12)
