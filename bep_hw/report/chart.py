"""Line charts over epochs."""

import math
from dataclasses import dataclass

from bep_hw.support.svg import BACKWARD, FORWARD, GREY, PALE, UPDATE, WHITE, Canvas

COLOURS = (FORWARD, BACKWARD, UPDATE, "#7b3fa0", "#8a6d00", "#b0246a")
"""One for each run; the seventh run has the first colour again."""

WIDTH, HEIGHT = 420, 300
LEFT, RIGHT, TOP, BOTTOM = 40, 408, 34, 252
CLOSE = 1.2
"""The least ratio of two neighbouring ticks of a logarithmic axis."""

MARKS = 30
"""A line with more points has no mark on each of them."""


def colour(number):
    """The colour of run `number`, from 0."""
    return COLOURS[number % len(COLOURS)]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a chart.

    points: [(epoch, value)]; ring: a point to mark with a ring, or None
    label: at its last point; thin: drawn thin and dashed
    """

    points: list
    colour: str
    label: str = ""
    ring: tuple | None = None
    thin: bool = False


def chart(title, lines, unit, ticks, logarithmic=False):
    """A Canvas with `lines` over epochs.

    title: for readers who do not see it; unit: name of the axis of values, with its unit
    ticks: values on this axis; the first and the last are its ends
    """
    c = Canvas(WIDTH, HEIGHT, title)
    last = max((epoch for line in lines for epoch, _ in line.points), default=1)
    scale = math.log2 if logarithmic else float
    low, high = scale(ticks[0]), scale(ticks[-1])

    def place(epoch, value):
        across = 0.5 if last == 1 else (epoch - 1) / (last - 1)
        up = (scale(value) - low) / (high - low)
        return LEFT + 8 + across * (RIGHT - LEFT - 24), BOTTOM - up * (BOTTOM - TOP)

    for value in ticks:
        _, y = place(1, value)
        c.line([(LEFT, y), (RIGHT, y)], stroke=GREY if value == ticks[0] else PALE)
        c.text(LEFT - 6, y + 4, f"{value:g}", size=11, anchor="end", fill=GREY)
    for epoch in epochs(last):
        x, _ = place(epoch, ticks[0])
        c.line([(x, BOTTOM), (x, BOTTOM + 4)], stroke=GREY)
        c.text(x, BOTTOM + 18, epoch, size=11, fill=GREY)
    c.text((LEFT + RIGHT) / 2, BOTTOM + 38, "epoch", size=12)
    c.text(4, 14, unit, size=12, anchor="start")
    for line in lines:
        _draw(c, line, place)
    return c


def _draw(c, line, place):
    """Draw one line with its marks, ring and label."""
    places = [place(*point) for point in line.points]
    if not places:
        return
    if len(places) > 1:
        shape = {"width": 1.4, "dash": "4 3"} if line.thin else {"width": 2.2}
        c.line(places, stroke=line.colour, **shape)
    if len(places) == 1 or (len(places) <= MARKS and not line.thin):
        for x, y in places:
            c.rect(x - 2, y - 2, 4, 4, fill=line.colour, stroke=line.colour, round=2)
    if line.ring:
        x, y = place(*line.ring)
        c.rect(x - 5.5, y - 5.5, 11, 11, fill=WHITE, stroke=line.colour, line=1.8, round=6)
        c.rect(x - 2, y - 2, 4, 4, fill=line.colour, stroke=line.colour, round=2)
    if line.label:
        x, y = places[-1]
        c.text(x + 6, y + 4, line.label, size=11, anchor="start", fill=line.colour, bold=True)


def epochs(last):
    """About six epochs, round numbers, for the axis from 1 to `last`."""
    if last <= 8:
        return list(range(1, last + 1))
    step = next(
        step * scale
        for scale in (1, 10, 100, 1000, 10_000, 100_000)
        for step in (1, 2, 5)
        if last <= 7 * step * scale
    )
    return [1, *range(step if step > 1 else 2, last + 1, step)]


def percents(values):
    """Ticks of an axis of percents that starts below all `values`, and ends at 100."""
    low = math.floor(min(values, default=0) / 20) * 20
    low = min(low, 80)
    step = 5 if low == 80 else 10 if low >= 40 else 20
    return list(range(low, 101, step))


def sizes(values):
    """Ticks of a logarithmic axis: 1 and the `values`, without those too close to another."""
    ticks = [max(values, default=2)]
    for value in sorted({1, *values}, reverse=True):
        if value * CLOSE <= ticks[-1]:
            ticks.append(value)
    return ticks[::-1] if len(ticks) > 1 else [1, 2]
