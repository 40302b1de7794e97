"""The pictures of the stages that learn; make_images.py draws them with the others."""

from bep_hw.support.svg import (
    FORWARD,
    FORWARD_PALE,
    GREY,
    INK,
    PALE,
    UPDATE,
    UPDATE_PALE,
    WHITE,
    Canvas,
    cells,
)


def winner():
    c = Canvas(800, 300, "Winner: one neuron per group, in steps of a block")
    z = [5, -2, 0, 2, -8, 1, -3, 3, -1, 6, -4, 7]
    desired = "-++-+++++-++"
    wrong = [(d == "+") != (v > 0) and v != 0 for v, d in zip(z, desired, strict=True)]
    picked = {min((abs(z[i]), i) for i in range(g, g + 6) if wrong[i])[1] for g in (0, 6)}
    x, size = 120, 50
    for y, name, values in (
        (60, "neuron", range(12)),
        (90, "z", z),
        (120, "desired a*", desired),
        (150, "wrong", ["x" if w else "" for w in wrong]),
    ):
        fills = [UPDATE_PALE if i in picked else WHITE for i in range(12)]
        c.text(x - 10, y + 20, name, anchor="end")
        cells(c, x, y, values, size=size, height=30, fills=fills)
    for index in range(2):
        c.rect(x + 300 * index, 55, 300, 130, fill="none", stroke=UPDATE, line=2.2)
        c.text(x + 150 + 300 * index, 45, f"group {index}, gamma = 6", fill=UPDATE)
    for index in range(3):
        left = x + 200 * index
        c.line([(left + 4, 205), (left + 4, 212), (left + 196, 212), (left + 196, 205)])
        c.text(left + 100, 230, f"block {index}, R = 4", size=12)
    for start, stop, name in ((0, 4, "1"), (4, 6, "2"), (6, 8, "3"), (8, 12, "4")):
        left, right = x + start * size + 4, x + stop * size - 4
        c.rect(left, 245, right - left, 24, fill=UPDATE_PALE, stroke=UPDATE, round=4)
        c.text((left + right) / 2, 262, f"step {name}" if stop - start > 2 else name, size=12)
    c.text(x - 10, 262, "steps", anchor="end")
    c.text(x + 300, 290, "steps 2 and 4 end a group: neurons 1 and 8 learn", size=12, fill=UPDATE)
    assert picked == {1, 8}
    return c


def update():
    c = Canvas(760, 175, "Update: the row of a winner, a word of counters a cycle")
    counters, inputs = [3, -1, 0, 7, -4, 2], "+--+++"
    for y, name, values in (
        (30, "counters c of row j", counters),
        (62, "inputs a below", inputs),
        (94, "step, for a* = -1", ["-1" if a == "+" else "+1" for a in inputs]),
        (
            126,
            "new counters",
            [v + (-1 if a == "+" else 1) for v, a in zip(counters, inputs, strict=True)],
        ),
    ):
        c.text(190, y + 21, name, anchor="end")
        fill = UPDATE_PALE if name.startswith("new") else WHITE
        cells(c, 205, y, values, size=45, height=30, fills=[fill] * 6)
    for index in range(2):
        c.rect(205 + 180 * index, 26, 180, 134, fill="none", stroke=UPDATE, line=2.2)
        c.text(295 + 180 * index, 20, f"word {index}, 4 lanes", size=12, fill=UPDATE)
    c.rect(475, 26, 90, 134, fill=PALE, stroke=UPDATE, line=2.2)
    c.text(520, 98, "padding", size=12, fill=GREY)
    return c


def reinforce():
    c = Canvas(760, 290, "Reinforce: from a position to the weights of a group")
    c.text(20, 22, "position of 16 consecutive weights, 32 bits", anchor="start", size=12)
    for x, w, name in ((20, 70, "layer, 4"), (90, 160, "row, 14"), (250, 160, "group, 14")):
        c.rect(x, 30, w, 30, fill=PALE)
        c.text(x + w / 2, 50, name, size=12)
    c.box(120, 90, 210, 54, "12 Feistel rounds", "x, y = y ^ f(x) ^ key, x", fill=UPDATE_PALE)
    c.arrow((225, 60), (225, 90), stroke=UPDATE)
    c.arrow((440, 117), (330, 117), stroke=UPDATE)
    c.text(446, 108, "keys: minibatch and seed,\nfour words of 16 bits", anchor="start", size=12)
    c.arrow((180, 144), (180, 175), stroke=UPDATE)
    c.arrow((270, 144), (270, 175), stroke=UPDATE)
    c.text(172, 165, "x = 40000", anchor="end", size=12, mono=True)
    c.text(278, 165, "y = 14 mod 16", anchor="start", size=12, mono=True)
    c.text(
        446,
        150,
        "threshold 16 p = 3.5, so 229376:\ncount = (229376 + x) >> 16 = 4\nstart = y & 15 = 14",
        anchor="start",
        size=12,
    )
    start, count = 14, (229376 + 40000) >> 16
    assert count == 4
    chosen = [(k - start) % 16 < count for k in range(16)]
    c.text(20, 216, "weight", anchor="start", size=12)
    cells(c, 80, 200, range(16), size=40, height=26, fills=[WHITE] * 16)
    fills = [UPDATE_PALE if bit else WHITE for bit in chosen]
    c.text(20, 243, "chosen", anchor="start", size=12)
    cells(c, 80, 228, [int(bit) for bit in chosen], size=40, height=26, fills=fills)
    c.text(400, 280, "a run of 4 weights from weight 14 on, round the end of the group", size=12)
    return c


def commit():
    c = Canvas(800, 235, "Commit: clip to the range, and the step away from 0")
    left, unit, low, high = 60, 17, -16, 15
    zero = left + 20 * unit

    def x(counter):
        return zero + counter * unit

    c.rect(
        x(low) - unit / 2,
        70,
        (high - low + 1) * unit,
        52,
        **{"fill": UPDATE_PALE, "stroke": UPDATE, "dash": "4 3"},
    )
    c.line([(x(-20), 100), (x(20), 100)], width=1.5)
    for counter in range(-20, 21):
        c.line([(x(counter), 96), (x(counter), 104)])
        if (counter % 5 == 0 and counter - 1 != low) or counter in (low, high):
            c.text(x(counter), 118, counter, size=10)
    c.text(zero, 60, "the range for B = 6: -2^(B-2) to 2^(B-2) - 1", size=12, fill=UPDATE)
    for start, end in ((-19, low), (17, high)):
        c.line([(x(start), 96), (x(start), 40)], stroke=GREY, dash="2 2")
        c.arrow((x(start), 40), (x(end), 40), (x(end), 68), stroke=UPDATE, over=True)
        c.text((x(start) + x(end)) / 2, 30, "clip", size=12, fill=UPDATE)
    for start, step in ((-7, -1), (-1, -1), (0, 1), (9, 1)):
        c.line([(x(start), 126), (x(start), 150)], stroke=UPDATE)
        c.arrow(
            (x(start), 150),
            (x(start) + 1.4 * step * unit, 150),
            stroke=UPDATE,
            width=1.5,
            over=True,
        )
    c.text(zero, 175, "where chosen: one step away from 0, and 0 counts as positive", size=12)
    c.text(zero, 196, "no step at the ends of the range", size=12)
    c.text(
        zero, 222, "no counter ever changes its side of 0, so W = sign(c) stays", size=12, fill=GREY
    )
    return c


def row_engine():
    c = Canvas(800, 470, "Row engine: turns, sweeps and the copies of W; the pipeline of words")
    left, width = 130, 200
    c.text(left + 1.5 * width, 22, "three minibatches", size=12, fill=GREY)
    for index in range(3):
        x = left + index * width
        c.rect(x, 32, width, 28, fill=FORWARD_PALE, stroke=FORWARD)
        c.text(x + width / 2, 51, f"samples of minibatch {index}", size=12)
        for winner in range(5):
            c.rect(x + 24 + 38 * winner, 72, 16, 28, fill=UPDATE_PALE, stroke=UPDATE)
        if index:
            for part in range(5):
                c.rect(x + 2 + 38 * part, 112, 22 if part < 4 else 12, 28, fill=PALE, stroke=UPDATE)
        use, other = ("0", "1") if index % 2 == 0 else ("1", "0")
        c.rect(x, 152, width, 24, fill=WHITE, stroke=GREY)
        c.text(x + width / 2, 169, f"copy {use} is read, copy {other} written", size=12)
        c.line([(x, 28), (x, 192)], stroke=INK, width=1.6, dash="4 3")
        c.text(x, 206, "turn" if index else "", size=12)
    for y, name in ((51, "forward, backward"), (91, "winners"), (131, "sweep"), (169, "W")):
        c.text(left - 10, y, name, anchor="end", size=12)
    c.text(
        left + 1.5 * width,
        228,
        "Winners go first. The sweep commits what no winner has visited since the turn.",
        size=12,
    )
    stages = ["issue,\nrounds 1-3", "rounds\n4-6", "rounds\n7-9", "rounds\n10-12"]
    stages += ["pick,\nread", "clip", "add", "write"]
    for row in range(3):
        y = 260 + 44 * row
        c.text(70, y + 24, f"word {row}", anchor="end", size=12)
        for index, name in enumerate(stages):
            x = 80 + 70 * (index + row)
            c.rect(x, y, 70, 38, fill=UPDATE_PALE, stroke=UPDATE)
            c.text(x + 35, y + 23 - 7 * name.count("\n"), name, size=11)
    c.text(
        80,
        418,
        "The draw of a word runs ahead of its counters: their address goes out while the weights\n"
        "of the group are picked. The write carries c and, for the other copy of W, sign(c).\n"
        "A word a cycle enters; rows follow each other without a gap.",
        anchor="start",
        size=12,
    )
    return c


PICTURES = (winner, update, reinforce, commit, row_engine)
