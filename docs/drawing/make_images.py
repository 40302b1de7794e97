"""Draws the picture of every stage into images/. Run it as `python docs/drawing/make_images.py`."""

import sys

import learning_images
from images import IMAGES, save

from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from bep_hw.support.svg import (
    BACKWARD,
    BACKWARD_PALE,
    FORWARD,
    FORWARD_PALE,
    GREY,
    INK,
    PALE,
    UPDATE_PALE,
    WHITE,
    Canvas,
    cells,
)


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
        *(popcount, forward, gate, margin, backward, memories),
        *learning_images.PICTURES,
    )
}


def main(folder=IMAGES):
    for name, picture in PICTURES.items():
        save(picture(), f"{name}.svg", folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
