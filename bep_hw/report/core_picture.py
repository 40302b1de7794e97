"""The picture of the core: its blocks, its memories, and its three paths."""

from bep_hw.support.svg import (
    BACKWARD,
    BACKWARD_PALE,
    FORWARD,
    FORWARD_PALE,
    GREY,
    INK,
    PALE,
    UPDATE,
    UPDATE_PALE,
    Canvas,
)


def core(config=None):
    """A Canvas of the core; with a CoreConfig its sizes stand in the blocks."""
    c = Canvas(1200, 735, "The core: memories, blocks and streams")
    _blocks(c, config)
    _forward(c)
    _backward(c)
    _update(c)
    _control(c)
    legend(c)
    return c


def _blocks(c, config):
    """Memories and blocks, the data path from left to right."""
    rows, columns, lanes, banked, samples = "R", "D", "lanes", "banked", ""
    if config:
        rows, columns = config.tile_rows, config.tile_columns
        lanes, banked = f"{config.lanes} lanes", f"{config.banks} banks"
        if config.samples_per_read > 1:
            samples = f"{config.samples_per_read} x "
    forward = {"fill": FORWARD_PALE, "stroke": FORWARD}
    backward = {"fill": BACKWARD_PALE, "stroke": BACKWARD}
    update = {"fill": UPDATE_PALE, "stroke": UPDATE}
    c.box(170, 80, 110, 60, "loader", **forward)
    c.memory(335, 75, 145, 70, "activations", f"{columns} bits, {banked}")
    c.box(550, 75, 150, 70, "forward", f"{samples}{rows} row popcounts", **forward)
    c.box(780, 75, 130, 70, "gate", "sign, |z|, g", **forward)
    c.box(975, 75, 130, 70, "margin", "argmax, trigger", **forward)
    c.memory(550, 215, 150, 75, "weights W, P", f"{rows} x {columns} bits, 2 copies")
    c.memory(780, 215, 130, 60, "gates", f"g, {rows} bits, {banked}")
    c.memory(975, 215, 130, 60, "rows", f"a and |z|, {banked}")
    c.box(550, 375, 150, 75, "backward", f"{columns} column popcounts", **backward)
    c.memory(335, 375, 145, 75, "desired", f"a*, {columns} bits, {banked}")
    c.box(170, 385, 110, 55, "target", "row c of P", **backward)
    c.memory(170, 485, 110, 55, "classifier", f"P, {columns} bits")
    c.box(780, 520, 130, 70, "winner", "smallest |z|\nper group", **update)
    c.box(550, 520, 150, 70, "row engine", "commit, update", **update)
    c.memory(550, 640, 150, 65, "counters", f"c, {lanes}")
    c.box(335, 640, 145, 65, "sweep", "all rows,\nafter each turn", **update)
    c.box(335, 520, 145, 70, "reinforce", "random source", **update)


def _forward(c):
    f = {"stroke": FORWARD}
    c.arrow((95, 98), (170, 98), **f)
    c.text(90, 95, "samples", anchor="end")
    c.arrow((95, 124), (170, 124), **f)
    c.text(90, 133, "labels", anchor="end")
    c.arrow((280, 110), (335, 110), **f)
    c.arrow((480, 110), (550, 110), **f)
    c.text(515, 102, "a", fill=FORWARD)
    c.arrow((625, 215), (625, 145), **f)
    c.text(632, 184, "tile", anchor="start", fill=FORWARD)
    c.text(762, 102, "z", fill=FORWARD)
    c.arrow((735, 110), (735, 52), (1040, 52), (1040, 75), **f)
    c.arrow((700, 110), (780, 110), **f)
    c.arrow((845, 75), (845, 30), (408, 30), (408, 75), **f)
    c.text(520, 24, "a of this layer, input of the next", anchor="start", fill=FORWARD)
    c.text(950, 46, "logits", anchor="start", fill=FORWARD)
    c.arrow((1105, 110), (1185, 110), **f)
    c.text(1112, 128, "results", anchor="start")
    c.arrow((845, 145), (845, 215), **f)
    c.text(838, 184, "g", anchor="end", fill=FORWARD)
    c.arrow((890, 145), (890, 180), (1040, 180), (1040, 215), **f)
    c.text(905, 172, "a, |z|", anchor="start", fill=FORWARD)


def _backward(c):
    b = {"stroke": BACKWARD}
    c.arrow((225, 140), (225, 385), **b)
    c.text(218, 250, "class c", anchor="end", fill=BACKWARD)
    c.arrow((225, 485), (225, 440), **b)
    c.arrow((280, 412), (335, 412), **b)
    c.arrow((480, 395), (550, 395), **b)
    c.arrow((550, 430), (480, 430), **b)
    c.arrow((625, 290), (625, 375), **b)
    c.text(632, 336, "the same tile", anchor="start", fill=BACKWARD)
    c.arrow((845, 275), (845, 412), (700, 412), **b)
    c.text(838, 336, "g", anchor="end", fill=BACKWARD)


def _update(c):
    u = {"stroke": UPDATE}
    c.arrow((1040, 275), (1040, 540), (910, 540), **u)
    c.text(1048, 350, "a, |z|", anchor="start", fill=UPDATE)
    c.arrow((408, 450), (408, 488), (845, 488), (845, 520), **u)
    c.text(740, 481, "a*", fill=UPDATE)
    c.arrow((780, 555), (700, 555), **u)
    c.text(740, 547, "winners", fill=UPDATE, size=12)
    c.arrow((450, 145), (450, 185), (515, 185), (515, 555), (550, 555), **u)
    c.text(508, 340, "a below", anchor="end", fill=UPDATE)
    c.arrow((600, 640), (600, 590), **u)
    c.arrow((650, 590), (650, 640), **u)
    c.arrow((480, 672), (520, 672), (520, 575), (550, 575), **u)
    c.arrow((480, 540), (550, 540), **u)
    c.arrow((560, 520), (560, 505), (312, 505), (312, 252), (550, 252), **u)
    c.text(320, 244, "sign(c), into the other copy", anchor="start", fill=UPDATE, size=12)


def _control(c):
    c.rect(780, 630, 405, 85, fill=PALE, stroke=GREY, round=5)
    c.text(982, 652, "registers, layer table, sequencers", bold=True)
    c.text(
        982,
        671,
        "csr: thresholds, group sizes, batch size, seed\n"
        "load, fetch: counters and P in, counters out\n"
        "samples overlap, each in a bank of its own",
        size=11,
    )


def legend(c):
    rows = [
        (FORWARD, "forward:\nevery sample"),
        (BACKWARD, "backward:\nif it triggers"),
        (UPDATE, "update: its\nwinners learn"),
    ]
    for index, (colour, words) in enumerate(rows):
        y = 205 + 48 * index
        c.line([(16, y), (38, y)], stroke=colour, width=4)
        c.text(44, y - 2, words, anchor="start", size=11, fill=colour)
    c.rect(16, 348, 22, 16, fill="#fff8d6", stroke=GREY)
    c.text(44, 361, "memory", anchor="start", size=11, fill=INK)
