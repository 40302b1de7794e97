"""Forward and backward pass of one minibatch, and the neurons that learn from it."""

from dataclasses import dataclass

import numpy as np

from bep_hw.golden.backward import desired
from bep_hw.golden.forward import forward, signs
from bep_hw.golden.margin import triggers
from bep_hw.golden.popcount import dot
from bep_hw.golden.targets import targets_of
from bep_hw.golden.update import accumulate
from bep_hw.golden.winner import winners


@dataclass(frozen=True)
class Step:
    """The results of a minibatch, one entry a sample: (n,) class, (n,) margin, (n,) bool."""

    predictions: np.ndarray
    margins: np.ndarray
    triggered: np.ndarray


@dataclass(frozen=True, kw_only=True)
class Passes:
    """Both passes of one minibatch; `z` and `updates` are empty if no sample learns.

    step: the results of the minibatch
    indices: (m,) of the samples that learn
    z: of every layer the pre-activations of these samples, (m, K_l) int32
    updates: of every weight matrix the mask of Eq. 9 (m, K_l) bool, the desired activations
        (m, K_l) ±1 and the inputs (m, K_{l-1}) ±1
    Arrays of a layer that is applied at several time steps have these steps as a first axis.
    """

    step: Step
    indices: np.ndarray
    z: tuple = ()
    updates: tuple = ()

    def add_to(self, layer, c):
        """Add the minibatch's sums to the counters c (K_l, K_{l-1}) of a matrix, without a clip."""
        accumulate(c, *(x.reshape(-1, x.shape[-1]) for x in self.updates[layer]))  # (h * m, K) each


def passes(state, bits, labels, settings):
    """Forward, backward and winners of a feed-forward network; `Passes`.

    bits: (n, K_0) 0 or 1; labels: (n,) class, or (n, T) 0 or 1 of several targets
    settings: `Settings`, the integers of this epoch
    """
    W, P, targets = state.weights, state.classifier, targets_of(state.network)

    # Forward: z_l = W_l a_{l-1}, a_l = sign(z_l), y = P a_L
    z, a = forward(W, signs(bits))  # [(n, K_l)] for l = 1..L, [(n, K_l)] for l = 0..L
    y = dot(a[-1], P)  # (n, C)
    predictions, margin = targets.margins(y, labels)  # (n,), or (n, T), and (n,)
    triggered = triggers(margin, settings.margin)  # (n,), Eq. 1

    step, indices = Step(predictions, margin, triggered), np.flatnonzero(triggered)  # (m,)
    if not indices.size:
        return Passes(step=step, indices=indices)
    z = [z_l[indices] for z_l in z]  # (m, K_l)
    a = [a_l[indices] for a_l in a]  # (m, K_l)

    # Backward: a*_L = row c of P, a*_l = sign(W_{l+1}^T (g_{l+1} * a*_{l+1})), Eq. 5 to 7
    asked = targets.asked(P, y[indices], labels[indices], settings.margin, a[-1])  # (m, K_L)
    wanted = desired(W, z, settings.gates, asked)  # [(m, K_l)] for l = 1..L

    # Winners: in each group the wrong neuron that is the easiest to correct, Eq. 9
    masks = map(winners, z, wanted, settings.groups)  # (m, K_l)
    updates = tuple(zip(masks, wanted, a[:-1], strict=True))
    return Passes(step=step, indices=indices, z=tuple(z), updates=updates)


def top(state, bits):
    """a_L of bits (n, K_0): (n, K_L) ±1."""
    _, a = forward(state.weights, signs(bits))  # [(n, K_l)]
    return a[-1]
