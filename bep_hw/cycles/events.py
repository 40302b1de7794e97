"""What a minibatch does to the schedule of a core, from the stages of the golden model."""

from dataclasses import dataclass

import numpy as np

from bep_hw.golden.backward import desired
from bep_hw.golden.forward import forward
from bep_hw.golden.gate import gates
from bep_hw.golden.margin import margins, triggers
from bep_hw.golden.popcount import dot
from bep_hw.golden.winner import winners


@dataclass(frozen=True, kw_only=True)
class Sample:
    """All that the data of a sample decide about cycles; layers from bottom to top.

    triggered: it learns; without, the others are empty
    opened: per layer and row block, whether a gate is open
    winners: per layer, group -> row that learns; a group without a wrong neuron has none
    """

    triggered: bool
    opened: tuple = ()
    winners: tuple = ()


def samples(state, inputs, labels, settings, tile_rows):
    """The `Sample`s of one minibatch that `state` is about to learn from.

    inputs: (n, K_0) ±1; labels: (n,) class; tile_rows: R
    """
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
        starts = np.arange(0, z_l.shape[1], tile_rows)  # (row blocks,)
        opened.append(np.logical_or.reduceat(gates(z_l, threshold), starts, axis=1))
        learners.append((winners(z_l, target, group), group))
    for index, sample in enumerate(learning):
        rows = [(np.flatnonzero(mask[index]).tolist(), group) for mask, group in learners]
        events[sample] = Sample(
            triggered=True,
            opened=tuple(layer[index].tolist() for layer in opened),
            winners=tuple({row // group: row for row in layer} for layer, group in rows),
        )
    return events
