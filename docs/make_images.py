"""Draws the picture of every stage into images/. Run it as `python docs/make_images.py`."""

import sys
from pathlib import Path

from drawing import (
    BACKWARD,
    BACKWARD_PALE,
    FORWARD,
    FORWARD_PALE,
    GREY,
    IMAGES,
    INK,
    PALE,
    UPDATE,
    UPDATE_PALE,
    WHITE,
    Canvas,
)

from bep_hw.config import CoreConfig, Network
from bep_hw.layer_table import layer_table


def cells(c, x, y, values, *, size=30, fills=None, mono=True, stroke=GREY, height=None):
    """A row of boxed values."""
    height = height or size
    for index, value in enumerate(values):
        fill = fills[index] if fills else WHITE
        c.rect(x + index * size, y, size, height, fill=fill, stroke=stroke, line=1)
        c.text(x + (index + 0.5) * size, y + height / 2 + 5, value, mono=mono)


def popcount():
    c = Canvas(760, 300, "Popcount: XNOR, mask, adder tree")
    weights, inputs, mask = "10110010", "11000010", "11111100"
    agree = [int(w == a) & int(m) for w, a, m in zip(weights, inputs, mask, strict=True)]
    for y, name, word in ((20, "weights", weights), (55, "inputs", inputs), (90, "mask", mask)):
        c.text(150, y + 20, name, anchor="end")
        cells(c, 165, y, word, fills=[PALE if m == "0" else WHITE for m in mask])
    c.text(150, 150, "agree and exist", anchor="end")
    cells(c, 165, 130, agree, fills=[FORWARD_PALE if bit else WHITE for bit in agree])
    level, y, centres = agree, 160, [180 + 30 * index for index in range(8)]
    while len(level) > 1:
        level = [level[i] + level[i + 1] for i in range(0, len(level), 2)]
        joined = [(centres[i] + centres[i + 1]) / 2 for i in range(0, len(centres), 2)]
        for index, x in enumerate(joined):
            for start in centres[2 * index : 2 * index + 2]:
                c.line([(start, y), (start, y + 8), (x, y + 8), (x, y + 16)], stroke=FORWARD)
            c.rect(x - 13, y + 16, 26, 22, fill=FORWARD_PALE, stroke=FORWARD, round=4)
            c.text(x, y + 32, level[index], mono=True)
        centres, y = joined, y + 38
    assert level == [3]
    c.text(330, 267, "count", anchor="start", fill=FORWARD)
    c.text(
        450,
        45,
        "Six inputs exist (K = 6), so the mask\nhas six ones.\n\n"
        "count = 3 of them agree:\nz = 2 count - K = 2 * 3 - 6 = 0\n\n"
        "The sum of products says the same:\n+1 -1 -1 -1 +1 +1 = 0\n\n"
        "sign(0) = +1.",
        anchor="start",
    )
    return c


def matrix(c, x, y, *, fills, numbers, size=62, height=46):
    """A layer of 3 x 4 tiles, the last row and column of which are partial."""
    for down in range(3):
        for across in range(4):
            place = (x + across * size, y + down * height, size, height)
            c.rect(*place, fill=fills[down][across], stroke=GREY)
            number = numbers[down][across]
            c.text(place[0] + 6, place[1] + 16, number, mono=True, size=12, anchor="start")
    c.rect(x, y, 3.5 * size, 2.6 * height, fill="none", stroke=INK, line=2)


def forward():
    c = Canvas(760, 300, "Forward: tiles of a layer, row block by row block")
    fills = [[FORWARD_PALE] * 4, [WHITE] * 4, [WHITE] * 4]
    matrix(c, 150, 105, fills=fills, numbers=[[4 * i + j for j in range(4)] for i in range(3)])
    cells(c, 150, 45, ["a 0", "a 1", "a 2", "a 3"], size=62, height=30, fills=[FORWARD_PALE] * 4)
    c.text(140, 65, "D bits each", anchor="end", size=12)
    for across in range(4):
        c.arrow((181 + 62 * across, 75), (181 + 62 * across, 105), stroke=FORWARD, width=1.3)
    for index, name in enumerate(("z 0..R-1", "z R..2R-1", "z 2R..")):
        y = 128 + 46 * index
        c.arrow((398, y), (450, y), stroke=FORWARD)
        c.text(458, y + 5, name, anchor="start", fill=FORWARD)
    c.text(140, 132, "R rows", anchor="end", size=12)
    c.text(140, 224, "last block,\npartial", anchor="end", size=12)
    c.text(274, 30, "activations below, masked in the last word", size=12)
    c.text(274, 263, "tiles in the order of their addresses; the frame is W", size=12)
    c.text(
        560,
        117,
        "One tile a cycle:\nR popcounts of D bits\nadd to R totals.\n\n"
        "After the last tile\nof a row block:\nz = 2 total - K.",
        anchor="start",
        size=12,
    )
    return c


def gate():
    c = Canvas(760, 210, "Gate: sign, magnitude and stability gate of z")
    left, unit = 90, 29
    zero, threshold, widest = left + 10 * unit, 3, 10
    c.rect(
        zero - (threshold + 0.5) * unit,
        55,
        (2 * threshold + 1) * unit,
        52,
        fill=FORWARD_PALE,
        stroke=FORWARD,
        dash="4 3",
    )
    c.line([(left - 20, 85), (left + 20 * unit + 20, 85)], width=1.5)
    for z in range(-widest, widest + 1):
        x = zero + z * unit
        c.line([(x, 81), (x, 89)])
        c.text(x, 103, z, size=10)
    c.text(zero, 45, "gate open: |z| <= floor(nu K), here 3", fill=FORWARD)
    c.text(left - 20, 45, "gate closed", anchor="start", fill=GREY)
    c.text(left + 20 * unit + 20, 45, "gate closed", anchor="end", fill=GREY)
    for z, name in ((-7, "a = -1, g = 0"), (-2, "a = -1, g = 1"), (0, ""), (5, "a = +1, g = 0")):
        x = zero + z * unit
        c.arrow((x, 140), (x, 110), stroke=FORWARD)
        c.text(x, 156, name, size=12)
    c.text(zero + 12, 174, "z = 0: a = +1, g = 1", size=12, anchor="middle")
    c.text(zero, 200, "z, R of them a cycle", size=12, fill=GREY)
    return c


def margin():
    c = Canvas(760, 270, "Margin: best rival and own class")
    logits, own = [-5, 7, 1, 3, -9, 5, -1, -3], 3
    rival, bottom, unit = 1, 135, 9
    c.line([(60, bottom), (430, bottom)])
    for index, y in enumerate(logits):
        x = 70 + 45 * index
        fill = FORWARD if index == own else BACKWARD if index == rival else "#c9c9c9"
        c.rect(x, bottom - max(y, 0) * unit, 30, abs(y) * unit, fill=fill, stroke=GREY)
        c.text(x + 15, bottom - y * unit + (-6 if y > 0 else 16), y, mono=True, size=12)
        c.text(x + 15, 258, index, size=12)
    c.text(50, 258, "class", anchor="end", size=12)
    c.text(
        460,
        50,
        "y = P a_L, K_L = 15, r = 0.5\n\n"
        "own class c = 3:  y_c = 3\nbest rival, class 1:  7\n"
        "prediction 1\nmargin m = 3 - 7 = -4\n"
        "threshold ceil(r K_L) = 8\nm < 8: the sample trains",
        anchor="start",
    )
    c.text(250, 25, "logits", size=12, fill=GREY)
    return c


def backward():
    c = Canvas(760, 300, "Backward: the same tiles, column block by column block")
    fills = [[BACKWARD_PALE, WHITE, WHITE, WHITE] for _ in range(3)]
    numbers = [[0, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11]]
    matrix(c, 230, 60, fills=fills, numbers=numbers)
    for index, name in enumerate(("0..R-1", "R..2R-1", "2R..")):
        y = 83 + 46 * index
        c.text(110, y - 2, f"a* and g of rows\n{name}", size=12)
        c.arrow((172, y), (230, y), stroke=BACKWARD)
    for across in range(4):
        x = 261 + 62 * across
        c.arrow((x, 198), (x, 228), stroke=BACKWARD, width=1.3)
    cells(
        *(c, 230, 228, ["a* 0", "a* 1", "a* 2", "a* 3"]),
        **{"size": 62, "height": 30, "fills": [BACKWARD_PALE] * 4},
    )
    c.text(354, 282, "desired activations below, a word of D bits each", size=12)
    c.text(354, 45, "tiles in the order they are read; the frame is W", size=12)
    c.text(
        530,
        80,
        "One tile a cycle:\nD popcounts of R bits,\nmasked by the gates,\nadd to D totals.\n\n"
        "step = 2 count - open gates\na* = sign(total)",
        anchor="start",
        size=12,
    )
    return c


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
    c = Canvas(800, 470, "Row engine: turns, sweeps and the banks of W; the pipeline of words")
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
        c.text(x + width / 2, 169, f"bank {use} is read, bank {other} written", size=12)
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
        "of the group are picked. The write carries c and, for the other bank of W, sign(c).\n"
        "A word a cycle enters; rows follow each other without a gap.",
        anchor="start",
        size=12,
    )
    return c


def memories():
    c = Canvas(800, 330, "Memories: what a layer owns, for a network 784-135-135 and 10 classes")
    network = Network(layers=(784, 135, 135), classes=10)
    core = CoreConfig.for_network(network)
    table = layer_table(network, core)
    spans = {
        "weights W, P": [
            (r.tile_base, r.tile_base + r.row_blocks * r.column_blocks) for r in table
        ],
        "counters c": [(r.counter_base, r.counter_base + r.rows * r.words) for r in table[:-1]],
        "activations": [(r.input_base, r.output_base) for r in table],
        "rows, gates": [(r.row_base, r.row_base + r.row_blocks) for r in table[:-1]],
    }
    units = {
        "weights W, P": f"tiles, {core.tile_rows} x {core.tile_columns} bits",
        "counters c": f"words, {core.lanes} x {core.counter_bits} bits",
        "activations": f"words, {core.tile_columns} bits, each bank",
        "rows, gates": f"blocks of {core.tile_rows} rows",
    }
    colours = [FORWARD_PALE, UPDATE_PALE, BACKWARD_PALE]
    names = {
        "weights W, P": ["W_1", "W_2", "P"],
        "counters c": ["c_1", "c_2"],
        "activations": ["a_0", "a_1", "a_2"],
        "rows, gates": ["z_1", "z_2"],
    }
    for index, (name, ranges) in enumerate(spans.items()):
        y, end = 40 + 72 * index, ranges[-1][1]
        c.text(150, y + 16, name, anchor="end", bold=True)
        c.text(150, y + 33, units[name], anchor="end", size=10)
        for layer, (start, stop) in enumerate(ranges):
            left, right = 165 + 600 * start / end, 165 + 600 * stop / end
            c.rect(left, y, right - left, 34, fill=colours[layer], stroke=GREY)
            c.text((left + right) / 2, y + 22, names[name][layer])
            narrow = right - left < 40
            c.text(left, y + 48, start, size=10, anchor="end" if narrow else "start")
        c.text(765, y + 48, end, size=10, anchor="end")
    c.text(400, 22, "network 784-135-135, 10 classes; addresses below the bars", size=12)
    return c


PICTURES = {
    picture.__name__: picture
    for picture in (
        *(popcount, forward, gate, margin, backward, winner, update, reinforce, commit),
        *(row_engine, memories),
    )
}


def main(folder=IMAGES):
    for name, picture in PICTURES.items():
        picture().save(f"{name}.svg", Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
