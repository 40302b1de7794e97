"""Trains one small minibatch in Amaranth's simulator and draws images/waveform.svg from it.

Run it from the top of the repository as `PYTHONPATH=. python docs/drawing/make_waveform.py`; with
--vcd FILE it also writes all signals of the run to that file.
"""

import argparse
from pathlib import Path

import numpy as np
from images import IMAGES, save

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.gateware.core import Core
from bep_hw.host.operations import perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.training import Settings
from bep_hw.support.svg import (
    BACKWARD,
    BACKWARD_PALE,
    FORWARD,
    FORWARD_PALE,
    GREY,
    INK,
    UPDATE,
    UPDATE_PALE,
    Canvas,
)

NETWORK = Network(layers=(16, 8, 8), classes=4)
CONFIG = CoreConfig.for_network(
    NETWORK, tile_rows=4, tile_columns=8, lanes=8, hidden_bits=8, max_batch=16
)
SETTINGS = Settings(margin=9, gates=(4, 4), groups=(4, 4), reinforce=(100_000, 100_000))
SAMPLES = 4


def rows(core):
    """(name, colour, signal) of every line of the picture, from top to bottom."""
    taken = core.samples.valid & core.samples.ready
    result = core.results.valid & core.results.ready
    winner = core.winner.winners.valid & core.winner.winners.ready
    neuron = winner & ~core.winner.winners.payload.last
    complete = core.backward_sequencer.complete.valid & core.backward_sequencer.complete.ready
    return [
        ("samples taken", FORWARD, taken),
        ("entered", FORWARD, core.forward_sequencer.entered),
        ("forward.valid", FORWARD, core.forwards[0].valid),
        ("forward.z_valid", FORWARD, core.forwards[0].z_valid),
        ("gate.done", FORWARD, core.gate.done),
        ("margin.done", FORWARD, core.margin.done),
        ("results taken", FORWARD, result),
        ("target.write", BACKWARD, core.target.write),
        ("backward.valid", BACKWARD, core.backward.valid),
        ("backward.done", BACKWARD, core.backward.done),
        ("complete taken", BACKWARD, complete),
        ("winners taken", UPDATE, neuron),
        ("row_engine.write", UPDATE, core.row_engine.write.valid),
        ("row_engine.freed", UPDATE, core.row_engine.freed),
        ("minibatch.turn", UPDATE, core.minibatch.turn),
        ("row_engine.busy", UPDATE, core.row_engine.busy),
    ]


def record(vcd=None):
    """In every cycle of a minibatch and of its sweep: the rows' values, and which layer is read."""
    rng = np.random.default_rng(3)
    port = AmaranthPort(Core(CONFIG))
    classifier = rng.choice(np.array([-1, 1], np.int8), (NETWORK.classes, NETWORK.layers[-1]))
    counters = [rng.integers(-60, 60, shape, np.int32) for shape in NETWORK.shapes]
    inputs = rng.integers(0, 2, (SAMPLES, NETWORK.layers[0]), np.uint8)
    labels = rng.integers(0, NETWORK.classes, SAMPLES)
    procedures = Procedures(NETWORK, classifier, core=CONFIG, seed=1)
    trace, layers, triggered = [], [], []

    async def host(ctx):
        port.ctx = ctx
        await perform_async(procedures.configure(), port)
        await perform_async(procedures.load(counters, 0), port)
        training = procedures.train(inputs, labels, SETTINGS, SAMPLES)
        triggered.extend((await perform_async(training, port))[2])

    def swept():
        """The last two rows say that the turn has been, and that nothing is left to do."""
        return any(now[-2] for now in trace[:-1]) and not trace[-1][-1]

    async def watch(ctx):
        """Last of the benches, so that it sees what the others do in the same cycle."""
        signals = [signal for _, _, signal in rows(port.core)]
        walk, number = port.core.forward_walk, 0
        while not swept():
            if port.started:
                trace.append([ctx.get(signal) for signal in signals])
                layers.append(number if ctx.get(walk.reading) else None)
            if ctx.get(walk.layers.valid & walk.layers.ready):
                # A bank holds only one sample here.
                job = walk.layers.payload
                number = f"{ctx.get(job.bundle)}.{ctx.get(job.layer)}"
            await ctx.tick()

    simulation = simulator(port.core, host, watch)
    if vcd:
        with simulation.write_vcd(vcd):
            simulation.run()
    else:
        simulation.run()
    assert all(triggered), "all samples of the picture must train"
    return rows(port.core), np.array(trace).T.tolist(), layers


def draw(lines, trace, layers):
    """One line of the picture per signal, one column per cycle."""
    left, top, step, pitch = 150, 24 + 26 * SAMPLES, 8, 27
    width = left + step * len(layers) + 20
    c = Canvas(width, top + pitch * (len(lines) + 1) + 40, "Waveform of one minibatch")
    bottom = top + pitch * (len(lines) + 1)

    def x(cycle):
        return left + step * cycle

    events = {name: values for (name, _, _), values in zip(lines, trace, strict=True)}

    def cycles(name):
        return [cycle for cycle, value in enumerate(events[name]) if value]

    # All samples train, so that each of these happens once per sample, and in their order.
    steps = [cycles(name) for name in ("entered", "results taken", "complete taken")]
    steps.append(cycles("row_engine.freed"))
    turn, busy = cycles("minibatch.turn")[0], cycles("row_engine.busy")
    bands = []
    for index, (first, result, complete, freed) in enumerate(zip(*steps, strict=True)):
        bands.append((first + 1, result + 1, index, f"forward, sample {index}", FORWARD))
        bands.append((result + 1, complete + 1, index, "backward", BACKWARD))
        bands.append((complete + 1, freed + 1, index, "winner, rows", UPDATE))
        c.text(left - 12, 27 + 26 * index, f"bank {index}", anchor="end", size=11, fill=GREY)
    bands.append((turn + 1, busy[-1] + 1, SAMPLES - 1, "sweep", UPDATE))
    pale = {FORWARD: FORWARD_PALE, BACKWARD: BACKWARD_PALE, UPDATE: UPDATE_PALE}
    for start, stop, level, name, colour in bands:
        y = 12 + 26 * level
        c.rect(x(start), y, step * (stop - start), 22, fill=pale[colour], stroke=colour, round=3)
        c.text((x(start) + x(stop)) / 2, y + 15, name, size=11, fill=colour)

    bus = top + 8
    c.text(left - 12, bus + 10, "layer being read", anchor="end", size=11, mono=True)
    begin = 0
    for cycle in range(1, len(layers) + 1):
        if cycle == len(layers) or layers[cycle] != layers[begin]:
            span = step * (cycle - begin)
            if layers[begin]:
                c.rect(x(begin), bus - 3, span, 17, stroke=GREY, line=1)
            if layers[begin] and span > 2 * step:
                c.text(x(begin) + span / 2, bus + 10, layers[begin], size=11, mono=True)
            begin = cycle
    for index, ((name, colour, _), values) in enumerate(zip(lines, trace, strict=True)):
        low = top + pitch * (index + 2) - 8
        c.text(left - 12, low - 2, name, anchor="end", size=11, mono=True, fill=colour)
        path, before = [(x(0), low)], 0
        for cycle, value in enumerate(values):
            if value:
                c.rect(x(cycle), low - 15, step, 15, fill=pale[colour], stroke="none", line=0)
            if value != before:
                path += [(x(cycle), low - 15 * before), (x(cycle), low - 15 * value)]
            before = value
        path.append((x(len(values)), low - 15 * before))
        c.line(path, stroke=colour, width=1.5)
    for cycle in range(0, len(layers), 10):
        c.line([(x(cycle), bottom), (x(cycle), bottom + 6)], stroke=INK)
        c.text(x(cycle), bottom + 20, cycle, size=11, fill=GREY)
    c.text(left - 12, bottom + 20, "cycle", anchor="end", size=11, fill=GREY)
    return c


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=IMAGES, help="of waveform.svg")
    parser.add_argument("--vcd", help="file for all signals of the run")
    arguments = parser.parse_args()
    save(draw(*record(arguments.vcd)), "waveform.svg", arguments.folder)


if __name__ == "__main__":
    main()
