"""Draws images/timing_*.svg: the ports of the reference core, clock by clock, in a simulation.

    PYTHONPATH=. python docs/drawing/make_timing.py [FOLDER]

The core is that of rtl/digits, in Amaranth's simulator. It trains a small network, which is loaded
and read back faster than the digits'. Streams pause at random, with a fixed seed.
"""

import sys
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import Value
from images import IMAGES, save

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.gateware.core import Core
from bep_hw.host import packing
from bep_hw.host.operations import perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec import presets
from bep_hw.spec.network import Network
from bep_hw.spec.registers import address
from bep_hw.spec.training import Settings
from bep_hw.support.svg import BACKWARD, FORWARD, GREY, INK, MEMORY, UPDATE, Canvas

CONFIG = presets.get("digits").core
NETWORK = Network(layers=(128, 32), classes=4)
SETTINGS = Settings(margin=17, gates=(32,), groups=(8,), reinforce=(100_000,))
SAMPLES, WORDS = 2, 3
STALL, SEED = 0.35, 4

TITLES = {
    "registers": "Writing and reading registers",
    "memories": "Loading counters, and fetching them",
    "samples": "Training on two samples",
}
STEPS = {"registers": 42, "memories": 34, "samples": 20}
LEFT, PITCH, TOP, HIGH = 150, 27, 14, 15


@dataclass(frozen=True)
class Row:
    """A line of a picture.

    signal: a bit, or of a bus its value; shown: text of a value of a bus, None for a bit
    known: of a bus, the bit that says when its value counts; None for always
    """

    name: str
    signal: object
    colour: str
    shown: object = None
    known: object = None


def stream(name, one, colour, **parts):
    """Rows of a stream: valid, ready, and each of `parts`, {name: (value, shown)}."""
    yield Row(f"{name}__valid", one.valid, colour)
    yield Row(f"{name}__ready", one.ready, colour)
    for part, (value, shown) in parts.items():
        yield Row(f"{name} {part}", value, colour, shown, one.valid)


def rows(core, names):
    """{picture: its rows}; names: {address of a register: name}, {payload of a sample: name}."""
    registers, words = names
    csr, load, result = core.csr, core.load.payload, core.results.payload
    writes = csr.write_enable
    return {
        "registers": [
            Row("csr__address", csr.address, FORWARD, registers.get),
            Row("csr__write_enable", writes, FORWARD),
            Row("csr__write_data", csr.write_data, FORWARD, str, writes),
            Row("csr__read_data", csr.read_data, UPDATE, str),
            Row("csr__error", csr.error, BACKWARD),
        ],
        "memories": [
            *stream("load", core.load, FORWARD, address=(load.address, str)),
            *stream("fetch", core.fetch, UPDATE, payload=(core.fetch.payload, str)),
            *stream("fetched", core.fetched, BACKWARD, counter_0=(_counter(core), str)),
        ],
        "samples": [
            *stream("samples", core.samples, FORWARD, payload=(core.samples.payload, words.get)),
            *stream("labels", core.labels, FORWARD, payload=(core.labels.payload, str)),
            *stream(
                *("results", core.results, UPDATE),
                prediction=(result.prediction, str),
                margin=(result.margin, str),
                triggered=(result.triggered, str),
            ),
        ],
    }


def _counter(core):
    """Counter 0 of the word that is fetched."""
    word = Value.cast(core.fetched.payload)
    return word[: len(word) // CONFIG.lanes].as_signed()


def problem():
    """(Procedures, counters, packed samples, packed labels) of the small network."""
    rng = np.random.default_rng(SEED)
    classifier = rng.choice(np.array([-1, 1], np.int8), (NETWORK.classes, NETWORK.layers[-1]))
    counters = [rng.integers(-60, 60, shape, np.int32) for shape in NETWORK.shapes]
    procedures = Procedures(NETWORK, classifier, core=CONFIG, seed=1)
    bits = rng.integers(0, 2, (SAMPLES, NETWORK.layers[0]), np.uint8)
    return procedures, counters, *procedures.payloads(bits, rng.integers(0, 4, SAMPLES))


def record():
    """{picture: (rows, values (rows, cycles))} of one simulation of the core."""
    procedures, counters, samples, labels = problem()
    port = AmaranthPort(Core(CONFIG), seed=SEED)
    sent = packing.to_integers(samples)
    per = len(sent) // SAMPLES
    words = {word: f"{index // per}.{index % per}" for index, word in enumerate(sent)}
    registers = {address(name, None): name for name in ("seed", "margin", "layers")}
    pictures = rows(port.core, (registers, words))
    traces, scene = defaultdict(list), []

    async def host(ctx):
        port.ctx = ctx
        await perform_async(procedures.configure(), port)
        await perform_async(procedures.load(counters, 0), port)
        await perform_async(procedures.set(SETTINGS, 32), port)
        scene.append("registers")
        await _registers(port)
        scene[:] = []
        await port.wait()
        port.stall = STALL
        loads = packing.counter_loads(counters, procedures.table, CONFIG)[:WORDS]
        scene.append("memories")
        await port.load(loads)
        await port.fetch(np.arange(WORDS), CONFIG.lanes * CONFIG.counter_bits // 8)
        await ctx.tick()
        scene[:] = []
        await port.put("control", 1)
        scene.append("samples")
        await port.run(samples, labels, SAMPLES, None)
        await ctx.tick()
        scene[:] = []

    async def watch(ctx):
        """Last of the benches, so that it sees what the host does in the same cycle."""
        while len(traces) < len(pictures) or scene:
            if scene:
                (now,) = scene
                traces[now].append([ctx.get(Value.cast(row.signal)) for row in pictures[now]])
            await ctx.tick()

    simulator(port.core, host, watch).run()
    read = [now[-1] for now in traces["memories"] if now[-3] and now[-2]]
    assert read == counters[0][0, :: CONFIG.lanes][:WORDS].tolist(), read
    return {name: (pictures[name], list(zip(*traces[name], strict=True))) for name in pictures}


async def _registers(port):
    """A legal write, a read of it, and a write that is refused."""
    await port.ctx.tick()
    await port.put("seed", 3)
    await port.put("margin", 17)
    await port.ctx.tick().repeat(2)
    assert await port.get("seed") == 3
    await port.ctx.tick()
    await port.put("layers", 9)
    await port.ctx.tick().repeat(3)


def draw(name, lines, values):
    """The picture `name`, of some rows, a column per cycle."""
    step, count = STEPS[name], len(values[0])
    bottom = TOP + PITCH * (len(lines) + 1)
    c = Canvas(LEFT + step * count + 16, bottom + 30, TITLES[name])
    for cycle in range(count + 1):
        place = LEFT + step * cycle
        c.line([(place, TOP), (place, bottom)], stroke="#e4e4e4", width=1)
        if cycle % 5 == 0 and cycle < count:
            c.text(place + step / 2, bottom + 16, cycle, size=11, fill=GREY)
    _bit(c, "clk", INK, TOP + PITCH - 6, [1, 0] * count, step / 2)
    by_signal = {id(row.signal): trace for row, trace in zip(lines, values, strict=True)}
    for index, (row, trace) in enumerate(zip(lines, values, strict=True)):
        low = TOP + PITCH * (index + 2) - 6
        if row.shown is None:
            _bit(c, row.name, row.colour, low, trace, step)
        else:
            known = [True] * count if row.known is None else by_signal[id(row.known)]
            counted = [value if now else None for value, now in zip(trace, known, strict=True)]
            _bus(c, row, low, counted, step)
    return c


def _bit(c, name, colour, low, trace, step):
    c.text(LEFT - 10, low - 2, name, anchor="end", size=11, mono=True, fill=colour)
    path = [(LEFT, low - HIGH * trace[0])]
    for cycle, value in enumerate(trace):
        path += [(LEFT + step * cycle, low - HIGH * value)]
        path += [(LEFT + step * (cycle + 1), low - HIGH * value)]
    c.line(path, stroke=colour, width=1.5)


def _bus(c, row, low, trace, step):
    """A box for as long as a value stays; a line where it does not count."""
    c.text(LEFT - 10, low - 2, row.name, anchor="end", size=11, mono=True, fill=row.colour)
    begin = 0
    for cycle in range(1, len(trace) + 1):
        if cycle == len(trace) or trace[cycle] != trace[begin]:
            x, span, text = LEFT + step * begin, step * (cycle - begin), trace[begin]
            text = None if text is None else row.shown(text)
            if text is None:
                c.line([(x, low - HIGH / 2), (x + span, low - HIGH / 2)], stroke=GREY)
            else:
                c.rect(x + 1, low - HIGH, span - 2, HIGH, fill=MEMORY, stroke=row.colour, round=3)
                c.text(x + span / 2, low - 4, text, size=9 if len(text) > 3 else 10, mono=True)
            begin = cycle


def main(folder=IMAGES):
    for name, (lines, values) in record().items():
        save(draw(name, lines, values), f"timing_{name}.svg", folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
