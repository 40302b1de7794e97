"""Measures software that trains the network on this processor."""

import time

from bep_hw.build import rivals
from bep_hw.build.speed.row import MEASURED, MISSING, Row
from bep_hw.support.errors import ConfigError
from bep_hw.support.processors import cores

ROUNDS = 5
PASSES = 4
"""Passes over the samples in a round. The first one is of an untrained network, which learns from
more samples; the last one stands for all later ones."""

WALL_TIME, CPU_TIME = "wall time", "CPU time"
CLOCKS = {WALL_TIME: time.perf_counter, CPU_TIME: time.thread_time}


def one_core():
    """The name of the row that all others are compared with."""
    return _name(rivals.get("native"), 1)


def rows(network, training, bits, labels, tell=lambda text: None):
    """The `Row`s of all rivals: the fastest of some rounds, in which they take turns.

    What one core does is counted in CPU time of its thread, so that a busy machine changes little;
    what several do, which wait for each other, in wall time. A median would say how busy it was.

    bits: (n, K_0) 0 or 1; labels: (n,) classes; tell: called with what is being measured
    """
    found, racers = [], {}
    for name in rivals.NAMES:
        module = rivals.get(name)
        try:
            module.check()
        except ConfigError as error:
            found.append(Row(name=module.TITLE, kind=MISSING, note=str(error)))
            continue
        for threads in (1, cores()) if module.THREADS and cores() > 1 else (1,):
            rival = module.Rival(network, training, threads)
            mine = slice(0, module.SAMPLES)
            clock = WALL_TIME if threads > 1 else CPU_TIME
            inputs = rival.prepare(bits[mine]), labels[mine]
            racers[_name(module, threads)] = rival, inputs, clock
    rates = {name: [] for name in racers}
    for number in range(ROUNDS):
        for name, (rival, inputs, clock) in racers.items():
            tell(f"round {number + 1} of {ROUNDS}: {name}")
            rival.restart()
            rates[name].append([_rate(rival, *inputs, CLOCKS[clock]) for _ in range(PASSES)])
    measured = [
        Row(
            name=name,
            kind=MEASURED,
            untrained=max(first for first, *_ in rounds),
            trained=max(last for *_, last in rounds),
            note=racers[name][-1],
        )
        for name, rounds in rates.items()
    ]
    return [*measured, *found]


def _name(module, threads):
    return f"{module.TITLE}, {threads} core{'s' if threads > 1 else ''}"


def _rate(rival, inputs, labels, clock):
    """Samples per second of one pass, by this clock."""
    began = clock()
    rival.train(inputs, labels)
    return len(labels) / (clock() - began)
