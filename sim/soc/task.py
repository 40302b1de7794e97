"""What the firmware trains, as C: network, settings, initial counters and samples of a run."""

from dataclasses import dataclass

import numpy as np

from bep_hw.data.dataset import Dataset
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.host import packing
from bep_hw.host.bus import packets
from bep_hw.train import loop
from bep_hw.train.run import Run


@dataclass(frozen=True)
class Task:
    """A run on a data set.

    interrupts: whether the firmware sleeps while it waits for results, or polls
    dma: whether samples go to the core by DMA, and results back; for AXI alone
    """

    run: Run
    data: Dataset
    interrupts: bool = True
    dma: bool = False

    @property
    def splits(self):
        """{name: Split}."""
        return {name: getattr(self.data, name) for name in ("train", "validation", "test")}

    def header(self):
        """task.h."""
        preset, training = self.run.preset, self.run.preset.training
        network = preset.network
        settings = training.settings(network, (training.group,) * network.depth, 1.0)
        values = {
            "INTERRUPTS": int(self.interrupts),
            "DMA": int(self.dma),
            "DEPTH": network.depth,
            "WIDEST": max(network.layers),
            "EPOCHS": training.epochs,
            "BATCH": training.batch_size,
            "GROUP": training.group,
            "PATIENCE": training.patience,
            "MARGIN": settings.margin,
            "COUNTER_BITS": _bits(self._counters() - self._counters().min()),
            "COUNTER_OFFSET": -self._counters().min(),
            "ORDER_BITS": _bits(self._order()),
            "MOST_SAMPLES": max(map(len, self.splits.values())),
            **{name.upper(): len(split) for name, split in self.splits.items()},
        }
        lines = [
            "/* The task of the firmware; written by sim/soc/task.py. */",
            "#ifndef TASK_H",
            "#define TASK_H",
            '#include "bep_driver.h"',
            *(f"#define TASK_{name} {value}u" for name, value in values.items()),
            "extern const bep_network task_network;",
            *(f"extern {declared};" for declared, _ in self._arrays()),
            "#endif",
        ]
        return "\n".join(lines) + "\n"

    def source(self):
        """task.c."""
        network = self.run.preset.network
        widths = ", ".join(map(str, network.layers))
        lines = [
            '#include "task.h"',
            f"const bep_network task_network = {{{network.depth}u, {{{widths}}},"
            f" {network.classes}u, {self.run.seed}u}};",
            *(f"{declared} = {_initialiser(values)};" for declared, values in self._arrays()),
        ]
        return "\n".join(lines) + "\n"

    def _counters(self):
        """All initial hidden counters, layer by layer and row by row."""
        return np.concatenate([c.ravel() for c in loop.start(self.run).counters])

    def _order(self):
        """In which order samples come, epoch by epoch."""
        epochs = range(self.run.preset.training.epochs)
        samples = len(self.data.train)
        return np.concatenate([loop.epoch_order(self.run.seed, n, samples) for n in epochs])

    def _arrays(self):
        """(declaration, values) of all arrays; a nested list for two dimensions."""
        run, preset = self.run, self.run.preset
        network, training = preset.network, preset.training
        first = training.settings(network, (training.group,) * network.depth, 1.0)
        upper = training.upper_reinforcement
        ratios = [training.reinforcement] * network.depth
        if upper is not None:
            ratios[1:] = [upper] * (network.depth - 1)
        signs = equiangular_frame(network.classes, network.layers[-1], run.seed) > 0
        yield _declared("double", "reinforcement", ratios)
        yield _declared("uint32_t", "gates", list(first.gates))
        yield _declared("uint32_t", "counters", _packed(self._counters() - self._counters().min()))
        yield _declared("uint32_t", "classifier", _words(signs).tolist())
        yield _declared("uint32_t", "order", _packed(self._order()))
        for name, split in self.splits.items():
            samples = packing.samples(split.bits, preset.core)
            words = packets(samples, split.labels) if self.dma else packing.words(samples)
            yield _declared("uint32_t", name, words.ravel().tolist())
            yield _declared("uint16_t", f"{name}_labels", split.labels.tolist())


def _declared(kind, name, values):
    sizes = f"[{len(values)}]"
    if isinstance(values[0], list):
        sizes += f"[{len(values[0])}]"
    return f"const {kind} task_{name}{sizes}", values


def _initialiser(values):
    if isinstance(values, list):
        return f"{{{', '.join(map(_initialiser, values))}}}"
    return repr(values)


def _bits(values):
    """How many bits the largest has."""
    return max(1, int(values.max()).bit_length())


def _packed(values):
    """Values (n,) from 0 as words, each in _bits(values), and a word of 0 behind them."""
    bits = np.asarray(values)[:, np.newaxis] >> np.arange(_bits(values)) & 1
    return [*_words(bits.reshape(1, -1))[0].tolist(), 0]


def _words(bits):
    """Bits (n, K) as words (n, ceil(K / 32)), lowest bit first."""
    return packing.words(np.packbits(bits, axis=1, bitorder="little"))
