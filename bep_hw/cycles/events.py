"""Events of a minibatch that decide a core's schedule, from the stages of the golden model."""

import dataclasses
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.gate import gates
from bep_hw.golden.kinds import kind_of
from bep_hw.spec.sequences import steps_of


@dataclass(frozen=True, kw_only=True)
class Sample:
    """The events of one sample that decide its number of cycles; layers from bottom to top.

    triggered: it learns; without, `opened` and `winners` are empty
    opened: per layer, per place at which it learns from the last one back, and per row block,
        whether a gate is open
    winners: per layer, group -> row that learns; a group without a wrong neuron has none
    steps: its own time steps
    learning_steps: how many of them learn
    """

    triggered: bool
    opened: tuple = ()
    winners: tuple = ()
    steps: int = 1
    learning_steps: int = 1


def samples(state, bits, labels, settings, tile_rows):
    """The `Sample`s of one minibatch that `state` is about to learn from.

    bits: (n, K_0), or `Sequences`; labels: (n,) class; tile_rows: R
    """
    steps = steps_of(bits)  # (n,)
    learning_steps = np.minimum(steps, settings.horizon).tolist()
    events = [
        Sample(triggered=False, steps=own, learning_steps=last)
        for own, last in zip(steps.tolist(), learning_steps, strict=True)
    ]
    found = kind_of(state.network).passes(state, bits, labels, settings)
    layers = state.network.layer_shapes if found.indices.size else ()
    opened, winners = [], []
    for layer, z in zip(layers, found.z, strict=True):
        first = layer.matrices[0]
        at_places = z.reshape(-1, *z.shape[-2:])  # (places, m, K_l)
        opened.append(_opened(at_places[::-1], settings.gates[first], tile_rows))
        mask = found.updates[first][0].reshape(at_places.shape).any(axis=0)  # (m, K_l)
        winners.append([_by_group(rows, settings.groups[first]) for rows in mask])
    for index, sample in enumerate(found.indices):
        last = events[sample].learning_steps
        events[sample] = dataclasses.replace(
            events[sample],
            triggered=True,
            opened=tuple(layer[:last, index].tolist() for layer in opened),
            winners=tuple(layer[index] for layer in winners),
        )
    return events


def _opened(z, threshold, tile_rows):
    """Whether a gate of a row block is open, (places, m, row blocks), from z (places, m, K_l)."""
    starts = np.arange(0, z.shape[-1], tile_rows)  # (row blocks,)
    return np.logical_or.reduceat(gates(z, threshold), starts, axis=-1)


def _by_group(mask, group):
    """{group: row that learns} of a mask (K_l,)."""
    return {row // group: row for row in np.flatnonzero(mask).tolist()}
