"""Energy until an accuracy is reached: of netlists, an FPGA, a processor, and published trainers.

What is no netlist is an estimate. Its constants are here, each with its source; nothing of it was
measured by this project.
"""

import json
from pathlib import Path

import numpy as np

from sim.measure.cost import goal, measure
from sim.measure.cost.report import Values, number, table
from sim.measure.cost.rivals.formats import ARITHMETICS
from sim.measure.cost.rows import COMPUTED, Row
from sim.measure.cost.sections import LARGE, LOCAL, SPARED
from sim.measure.cost.table2 import WAYS, totals
from sim.measure.cost.trajectory import SEEDS

ITEM = f"energy {goal.ITEM}"

CELL = (996 - 645) * 1.219 / 12 / (208 - 28)
"""Energy of a logic cell of an iCE40UP5K per clock cycle [pJ]: core currents [uA] at 1.219 V and
12 MHz of a design with a multiplier and of one without, and their cells."""

CELL_SOURCE = "currents measured by tinyVision.ai (github.com/tinyvision-ai-inc/ice40_power)"

LUTS = 61_843
"""Of `ulx3s-85f`, fmnist-135-ulx3s: boards/README.md."""

ROUTED = Path(__file__).parents[3] / "boards" / "routed.json"

CORE_POWER = 400 / 96
"""Power of a processor core [W]."""

CORE_SOURCE = "AMD, EPYC 9655: 400 W TDP, 96 cores"

PUBLISHED = {
    "Tsetlin machine on an FPGA, 84.1 %": (
        13.3e-6 * 134e3 * 1.5 / 60e3 * 1e12,
        "Tunheim, TCSI 2024: 13.3 uJ and 134,000 classifications/s, 1.5 s for 60,000 samples, "
        "if training takes the power of classification",
    ),
    "spiking network on a chip of 65 nm, MNIST": (
        254e3,
        "Park, JSSC 2020: 236 nJ per classification, 7.5 % more for training",
    ),
}
"""Energy per trained sample [pJ], and its source."""

SOURCE = f"{COMPUTED} from measured energies and counted samples"

LEAST, MEAN, MOST = "least", "mean", "most"
"""Of the runs."""

KINDS = {
    "": ("energy per sample", "energy per operation"),
    ", no glitches": (measure.CALM, "energy without glitches"),
}
"""Endings of names, and quantities of cores and of units."""


def rows(found):
    """Rows of the energies of all trainers [J]; none unless all that they need was measured."""
    value = Values(found)
    runs = [value(goal.ITEM, goal.run_of(goal.BEP, seed), "samples") for seed in SEEDS]
    needed = ((LARGE, "all"), ("FP32 Adam", "adam"), ("forward, word", "forward"))
    if None in (*runs, *(value(*part, "size") for part in needed)):
        return []
    return [*_cores(value), *_qat(value), *_fpga(value), *_processor(value), *_published(value)]


def _of_runs(name, energies, source=SOURCE):
    """Rows of a trainer from the energies of its runs [pJ]."""
    joules = np.array(energies) / 1e12
    values = ((LEAST, joules.min()), (MEAN, joules.mean()), (MOST, joules.max()))
    return [Row(ITEM, name, None, which, float(x), "J", source) for which, x in values]


def _samples(value, method):
    return [value(goal.ITEM, goal.run_of(method, seed), "samples") for seed in SEEDS]


def _cores(value):
    """BEP and the local rule on netlists: each epoch by its share of samples that learn."""
    for core, method, name in ((LARGE, goal.BEP, "BEP, core"),
                               (SPARED[LARGE], goal.BEP, "BEP, core that spares energy"),
                               (LOCAL, goal.LOCAL, "local rule, core")):  # fmt: skip
        if value.epochs(core):
            for ending, (quantity, _) in KINDS.items():
                runs = [_run(value, core, goal.run_of(method, seed), quantity) for seed in SEEDS]
                yield from _of_runs(name + ending, runs)


def _run(value, core, run, quantity):
    """Energy of a run [pJ], between the measured minibatches in proportion."""
    points = []
    for epoch in value.epochs(core):
        learn, all_samples = (value(core, "all", x, epoch) for x in (goal.LEARNING, "samples"))
        points.append((100 * learn / all_samples, value(core, "all", quantity, epoch)))
    points.sort()
    epochs = int(value(goal.ITEM, run, "epochs"))
    shares = [value(goal.ITEM, run, goal.LEARNING, epoch) for epoch in range(1, epochs + 1)]
    each = value(goal.ITEM, run, "samples") / epochs
    return each * float(np.interp(shares, *zip(*points, strict=True)).sum())


def _qat(value):
    for name in ARITHMETICS:
        samples = np.array(_samples(value, goal.qat(name)))
        for ending, (_, quantity) in KINDS.items():
            for way, each in zip(WAYS, totals(value, name, quantity), strict=True):
                yield from _of_runs(f"{goal.qat(name)}, {way}{ending}", samples * each * 1e3)


def _fpga(value):
    """Cycles of the routed core, times the energy of so many cells of another, smaller FPGA."""
    boards = json.loads(ROUTED.read_text())
    (board,) = [row for row in boards if row["preset"] == "fmnist-135-ulx3s"]
    samples = np.array(_samples(value, goal.BEP))
    cycles = (board["cycles_trained"], board["cycles_untrained"])
    least, most = (samples * count * LUTS * CELL for count in cycles)
    source = f"{COMPUTED}, {CELL_SOURCE}"
    yield from _of_runs("BEP, ULX3S, logic", [*least, *most], source)


def _processor(value):
    """One thread of the native model, and numpy for the other method."""
    for method, name in ((goal.BEP, "BEP, processor core"),
                         (goal.qat("FP32"), "QAT, FP32, processor core")):  # fmt: skip
        runs = [value(goal.ITEM, goal.run_of(method, seed), "processor time") for seed in SEEDS]
        energies = np.array(runs) * CORE_POWER * 1e12
        yield from _of_runs(name, energies, f"{COMPUTED}, {CORE_SOURCE}")


def _published(value):
    """As if they took as many samples as BEP, which nobody has published."""
    samples = np.array(_samples(value, goal.BEP))
    for name, (energy, source) in PUBLISHED.items():
        yield from _of_runs(name, samples * energy, f"{COMPUTED}, {source}")


def lines(found):
    """Lines of the page about `rows`, which are among the rows `found`."""
    value = Values(found)
    sources = {row.part: row.source for row in found if row.item == ITEM}
    if not sources:
        return
    yield f"## FashionMNIST {goal.ITEM} on the test set\n"
    yield "Epochs until then, of five seeds. Processor time is that of training on one core.\n"
    yield from table(("", "epochs", "samples", "processor time, s"), _runs(value))
    yield "Joules: mean of the runs, and the least and the most.\n"
    yield from table(("", "J", "from", "to", "source"), _energies(value, sources))
    yield "QAT : BEP at this accuracy, energies of the runs that took the least and the most.\n"
    head = ("QAT", "BEP, core", "BEP, core that spares energy")
    yield from table(head, _ratios(value))


def _runs(value):
    for method in goal.METHODS:
        runs = [goal.run_of(method, seed) for seed in SEEDS]
        cells = []
        for quantity in ("epochs", "samples", "processor time"):
            values = [value(goal.ITEM, run, quantity) for run in runs]
            cells.append(f"{number(min(values))} to {number(max(values))}")
        yield [method, *cells]


def _energies(value, sources):
    for name, source in sources.items():
        yield [name, *(number(value(ITEM, name, which)) for which in (MEAN, LEAST, MOST)), source]


def _ratios(value):
    for ending in KINDS:
        for name in ARITHMETICS:
            for way in WAYS:
                rival = f"{goal.qat(name)}, {way}{ending}"
                bands = [_band(value, rival, core + ending)
                         for core in ("BEP, core", "BEP, core that spares energy")]  # fmt: skip
                yield [rival, *bands]


def _band(value, rival, core):
    if value(ITEM, core, MEAN) is None:
        return "-"
    pairs = ((MEAN, MEAN), (LEAST, MOST), (MOST, LEAST))
    mean, least, most = (number(value(ITEM, rival, a) / value(ITEM, core, b)) for a, b in pairs)
    return f"{mean} ({least} to {most})"
