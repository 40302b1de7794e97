"""What a minibatch does to the schedule of a core, from the stages of the golden model."""

import dataclasses
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.backend import signs
from bep_hw.golden.backward import desired
from bep_hw.golden.forward import forward
from bep_hw.golden.gate import gates
from bep_hw.golden.margin import margins, triggers
from bep_hw.golden.popcount import dot
from bep_hw.golden.recurrent import passes
from bep_hw.golden.winner import winners
from bep_hw.spec.sequences import Sequences


@dataclass(frozen=True, kw_only=True)
class Sample:
    """All that the data of a sample decide about cycles; layers from bottom to top.

    triggered: it learns; without, `opened` and `winners` are empty
    opened: per layer and row block, whether a gate is open; of a state that for every time step
        that learns, from the last one back
    winners: per layer, group -> row that learns; a group without a wrong neuron has none
    steps, learning: its own time steps, and how many of them learn
    """

    triggered: bool
    opened: tuple = ()
    winners: tuple = ()
    steps: int = 1
    learning: int = 1


def samples(state, inputs, labels, settings, tile_rows):
    """The `Sample`s of one minibatch that `state` is about to learn from.

    inputs: (n, K_0) ±1, or `Sequences`; labels: (n,) class; tile_rows: R
    """
    if isinstance(inputs, Sequences):
        return _in_time(state, inputs, labels, settings, tile_rows)
    z, a = forward(state.weights, inputs)  # [(n, K_l)] for l = 1..L, [(n, K_l)] for l = 0..L
    _, margin = margins(dot(a[-1], state.classifier), labels)  # (n,)
    triggered = triggers(margin, settings.margin)  # (n,)
    learning = np.flatnonzero(triggered)  # (t,)
    events = [Sample(triggered=False)] * len(labels)
    if not learning.size:
        return events
    z = [z_l[learning] for z_l in z]  # (t, K_l)
    tops = state.classifier[labels[learning]]  # (t, K_L)
    targets = desired(state.weights, z, settings.gates, tops)  # [(t, K_l)]
    opened, learners = [], []
    for z_l, threshold, target, group in zip(
        z, settings.gates, targets, settings.groups, strict=True
    ):
        opened.append(_opened(z_l, threshold, tile_rows))
        learners.append((winners(z_l, target, group), group))
    for index, sample in enumerate(learning):
        events[sample] = Sample(
            triggered=True,
            opened=tuple(layer[index].tolist() for layer in opened),
            winners=tuple(_by_group(mask[index], group) for mask, group in learners),
        )
    return events


def _in_time(state, series, labels, settings, tile_rows):
    """The same of a recurrent network, whose rows are those of the state and of the readout."""
    found = passes(state, signs(series.bits), series.own, labels, settings)
    learning = np.minimum(series.steps, settings.horizon).tolist()
    events = [
        Sample(triggered=False, steps=own, learning=last)
        for own, last in zip(series.steps.tolist(), learning, strict=True)
    ]
    if not found.learning.size:
        return events
    *z, z_y = found.z  # h of (m, K_s), from the first one on, and (m, K_y)
    opened = [_opened(z_t, settings.gates[1], tile_rows) for z_t in reversed(z)]
    opened_y = _opened(z_y, settings.gates[2], tile_rows)
    masks = found.updates[0][0][-1], found.updates[2][0]  # (m, K_s) at the last step, (m, K_y)
    for index, sample in enumerate(found.learning):
        in_time = tuple(step[index].tolist() for step in opened[: learning[sample]])
        groups = settings.groups[0], settings.groups[2]
        events[sample] = dataclasses.replace(
            events[sample],
            triggered=True,
            opened=(in_time, opened_y[index].tolist()),
            winners=tuple(_by_group(m[index], g) for m, g in zip(masks, groups, strict=True)),
        )
    return events


def _opened(z, threshold, tile_rows):
    """Of (n, K_l) pre-activations whether a gate is open, (n, row blocks)."""
    starts = np.arange(0, z.shape[1], tile_rows)  # (row blocks,)
    return np.logical_or.reduceat(gates(z, threshold), starts, axis=1)


def _by_group(mask, group):
    """Group -> row that learns, of a mask (K_l,)."""
    return {row // group: row for row in np.flatnonzero(mask).tolist()}
