"""Sends blocks of what is drawn, and makes what is found as small as it goes."""

import random
import time
from collections import Counter
from dataclasses import dataclass, field

from sim.fuzz.bus import BusAccesses, Mapped
from sim.fuzz.bytes_core import BytesBoard
from sim.fuzz.campaign import CORE, Campaign
from sim.fuzz.frames import Frames
from sim.fuzz.link import Link, WiredBoard
from sim.fuzz.shadow import Finding

EVERY = 128
"""Frames or accesses after which the core is compared with the golden model."""

AFTER = 32
"""The same, if something else is trained by then, of which there is no golden model."""

BLOCK = 50 * EVERY
"""Frames or accesses of a block, which has a seed, and a core, of its own."""


@dataclass(frozen=True)
class Sort:
    """What can be fuzzed.

    target: makes the target; drawer: takes a random.Random and `Accesses`; its `draw()` gives
        (kind, what to send)
    """

    title: str
    target: object
    drawer: object
    unit: str


def _mapped(title, bus):
    return Sort(
        *(title, lambda: Mapped(CORE, bus)),
        *(lambda random, accesses: BusAccesses(random, accesses, bus), "accesses"),
    )


SORTS = {
    "link": Sort("Serial link", lambda: Link(BytesBoard(CORE)), Frames, "frames"),
    "uart": Sort("Serial link with a UART", lambda: Link(WiredBoard(CORE)), Frames, "frames"),
    "axi": _mapped("AXI4-Lite and AXI4-Streams", "axi"),
    "wishbone": _mapped("Wishbone, classic and pipelined", "wishbone"),
}


@dataclass
class Total:
    """Counts of one sort: of kinds that were sent, answers, and what was trained."""

    kinds: Counter = field(default_factory=Counter)
    answers: Counter = field(default_factory=Counter)
    trained: Counter = field(default_factory=Counter)
    cycles: int = 0
    seconds: float = 0.0

    @classmethod
    def summed(cls, totals):
        """The sum of totals, each as a dictionary."""
        found = cls()
        for total in totals:
            for name, value in total.items():
                own = getattr(found, name)
                if isinstance(own, Counter):
                    own.update(value)
                else:
                    setattr(found, name, own + value)
        return found


class Found(Exception):
    """A Finding, with the few things that lead to it.

    start: what the core begins with; sent: what was sent since
    """

    def __init__(self, finding, start, sent):
        super().__init__(str(finding))
        self.start, self.sent = start, sent


def block(name, seed, count=BLOCK):
    """Send `count` things that the seed gives to a new core; a Total, or Found."""
    sort, total = SORTS[name], Total()
    campaign, began = Campaign(sort.target(), seed), time.monotonic()
    drawer, sent = sort.drawer(random.Random(seed), campaign.accesses), []
    try:
        for number in range(1, count + 1):
            kind, item = drawer.draw()
            total.kinds[kind] += 1
            sent.append(item)
            campaign.target.send(item, campaign.shadow)
            strayed = campaign.shadow.strayed
            if number % (AFTER if strayed else EVERY) == 0 or number == count:
                campaign.settle()
                sent = []
    except Finding as finding:
        raise Found(finding, campaign.start, sent) from None
    total.trained, total.answers = Counter(campaign.counts), Counter(campaign.target.answers)
    total.cycles, total.seconds = campaign.target.cycles, time.monotonic() - began
    return total


def fails(name, seed, start, sent):
    """The text of what is found if `sent` goes to a new core that begins with `start`; None."""
    try:
        campaign = Campaign(SORTS[name].target(), seed, start)
        for item in sent:
            campaign.target.send(item, campaign.shadow)
        campaign.settle()
    except Finding as finding:
        return str(finding)
    return None


def shrunk(failing, sent):
    """As few of `sent`, in their order, as still are `failing`, a function of a list."""
    size = len(sent) // 2
    while size:
        start = 0
        while start < len(sent):
            fewer = sent[:start] + sent[start + size :]
            if failing(fewer):
                sent = fewer
            else:
                start += size
        size //= 2
    return sent
