"""Draws images/rooms.svg: the rooms of bep_hw/, floor by floor, and the way of a sample.

Run it as `python docs/drawing/make_rooms.py`.
"""

import sys
from pathlib import Path

from images import IMAGES, save

from bep_hw.support.svg import (
    BACKWARD,
    BACKWARD_PALE,
    FORWARD,
    FORWARD_PALE,
    GREY,
    MEMORY,
    PALE,
    UPDATE,
    UPDATE_PALE,
    Canvas,
)

WIDTH, LEFT, HEIGHT, STEP = 1000, 110, 64, 92
FLOORS = (
    (
        ("cli", "one file per command", PALE, GREY),
        ("integrations", "the core in LiteX", PALE, GREY),
    ),
    (("report", "a page about runs", UPDATE_PALE, UPDATE),),
    (("build", "Verilog folders, bitstreams", UPDATE_PALE, UPDATE),),
    (("train", "runs, backends, checkpoints, results", UPDATE_PALE, UPDATE),),
    (("cosim", "the core in Verilator, lockstep", BACKWARD_PALE, BACKWARD),),
    (
        ("data", "files and\ndata sets", MEMORY, GREY),
        ("golden", "numpy, as\nin the paper", FORWARD_PALE, FORWARD),
        ("native", "golden\nin C++", FORWARD_PALE, FORWARD),
        ("cycles", "exact\ncycle model", FORWARD_PALE, FORWARD),
        ("gateware", "Amaranth, the\nsame stages", BACKWARD_PALE, BACKWARD),
        ("host", "what talks\nto a core", BACKWARD_PALE, BACKWARD),
    ),
    (
        (
            "spec",
            "network, training, core, registers, payloads: what all of them agree on",
            PALE,
            GREY,
        ),
    ),
    (("support", "errors, files, tools of this machine, display", PALE, GREY),),
)
"""(name, what is in it, colours) of every room, from the top floor down."""


def rooms():
    c = Canvas(LEFT + WIDTH + 40, len(FLOORS) * STEP + 40, "The rooms of bep_hw, floor by floor")
    for floor, row in enumerate(FLOORS):
        y = 20 + floor * STEP
        width = (WIDTH - 16 * (len(row) - 1)) / len(row)
        for index, (name, note, fill, stroke) in enumerate(row):
            c.box(
                LEFT + index * (width + 16), y, width, HEIGHT, name, note, fill=fill, stroke=stroke
            )
    bottom = 20 + len(FLOORS) * STEP - (STEP - HEIGHT)
    c.arrow((60, 30), (60, bottom), stroke=GREY)
    c.text(60, bottom + 20, "imports", fill=GREY)
    return c


def main(folder=IMAGES):
    save(rooms(), "rooms.svg", folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
