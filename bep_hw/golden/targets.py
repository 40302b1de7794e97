"""Several targets a sample: one minibatch of a network each of whose rows of P has its own target.

The paper says that BEP works for these in principle. Only the top of the network changes. A class
asks for one row of P to win; a target of ±1 asks for the sign of its own row. What follows, the
backward pass, winners and update, are the stages of the network with classes.
"""

import numpy as np

from bep_hw.golden.backward import desired
from bep_hw.golden.forward import forward, signs
from bep_hw.golden.margin import triggers
from bep_hw.golden.passes import Passes, Step
from bep_hw.golden.popcount import dot
from bep_hw.golden.winner import winners


def asked(agreement, threshold, targets, a, P):
    """a*_L: the sign of the sum of t_k rho_k over the targets whose margin is too small.

    agreement: (m, T) t_k y_k; threshold: ceil(r K_L); targets: (m, T) ±1 t_k
    a: (m, K_L) ±1 a_L; P: (T, K_L) ±1
    A neuron for which the sum is 0 is asked for nothing: its a* is its own activation.
    """
    wrong = agreement < threshold  # (m, T)
    sums = dot(wrong * targets, P.T)  # (m, K_L)
    return np.where(sums == 0, a, np.where(sums < 0, -1, 1)).astype(np.int8)  # (m, K_L)


def passes(state, bits, labels, settings):
    """Forward, backward and winners of a feed-forward network with T targets; `Passes`.

    bits: (n, K_0) 0 or 1; labels: (n, T) 0 or 1, t = -1 or +1; settings: `Settings` of this epoch
    The margin of a sample is the smallest of t_k y_k. Predictions (n, T) are 1 iff y_k >= 0.
    """
    W, P = state.weights, state.classifier

    # Forward: z_l = W_l a_{l-1}, a_l = sign(z_l), y = P a_L
    z, a = forward(W, signs(bits))  # [(n, K_l)] for l = 1..L, [(n, K_l)] for l = 0..L
    y, t = dot(a[-1], P), 2 * labels.astype(np.int32) - 1  # (n, T), (n, T) ±1
    agreement = t * y  # (n, T)
    margin = agreement.min(axis=1)  # (n,)
    triggered = triggers(margin, settings.margin)  # (n,), as Eq. 1

    step = Step(predictions(y), margin, triggered)
    indices = np.flatnonzero(triggered)  # (m,)
    if not indices.size:
        return Passes(step=step, indices=indices)
    z = [z_l[indices] for z_l in z]  # (m, K_l)
    a = [a_l[indices] for a_l in a]  # (m, K_l)

    # Backward: a*_L from the targets that are wrong, a*_l = sign(W_{l+1}^T (g_{l+1} * a*_{l+1}))
    top = asked(agreement[indices], settings.margin, t[indices], a[-1], P)  # (m, K_L)
    wanted = desired(W, z, settings.gates, top)  # [(m, K_l)] for l = 1..L

    # Winners, Eq. 9
    masks = map(winners, z, wanted, settings.groups)  # (m, K_l)
    updates = tuple(zip(masks, wanted, a[:-1], strict=True))
    return Passes(step=step, indices=indices, z=tuple(z), updates=updates)


def predictions(logits):
    """1 where y_k >= 0: (n, T) int64 of logits (n, T)."""
    return (logits >= 0).astype(np.int64)
