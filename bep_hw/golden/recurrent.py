"""BEP through time, BEP-TT: one minibatch of a many-to-one recurrent network (Section 3.5).

Unrolled in time the network is feed-forward, with the same W_ss between any two steps. So the
backward pass, the winners and the update are the stages of the feed-forward network. Time adds a
second product in z_s, one mask for all steps, and sums over the steps.
"""

import numpy as np

from bep_hw.golden.backward import desired
from bep_hw.golden.forward import sign, signs
from bep_hw.golden.margin import triggers
from bep_hw.golden.passes import Passes, Step
from bep_hw.golden.popcount import dot
from bep_hw.golden.targets import targets_of
from bep_hw.golden.winner import winners


def forward(weights, inputs, own):
    """s_t = sign(W_xs a_t + W_ss s_{t-1}) for t = 1..T, and s_y = sign(W_sy s_T).

    weights: W_xs (K_s, K_0), W_ss (K_s, K_s), W_sy (K_y, K_s), ±1
    inputs: (n, T, K_0) ±1 a_t; own: (n, T) bool, the time steps that a sample has
    A sample starts from s = +1, which it keeps until its first own step.
    Returns [z_1, ..., z_T, z_y], int32, and [s_0, s_1, ..., s_T, s_y], ±1; arrays (n, K_s), and
    (n, K_y) for y.
    """
    W_xs, W_ss, W_sy = weights
    z, s = [], [np.ones((len(inputs), len(W_ss)), np.int8)]  # s_0: (n, K_s)
    for t in range(inputs.shape[1]):
        z.append(dot(inputs[:, t], W_xs) + dot(s[-1], W_ss))  # (n, K_s)
        s.append(np.where(own[:, t, None], sign(z[-1]), np.int8(1)))  # (n, K_s)
    z.append(dot(s[-1], W_sy))  # (n, K_y)
    s.append(sign(z[-1]))  # (n, K_y)
    return z, s


def passes(state, series, labels, settings):
    """Forward, backward and winners of a recurrent network; `Passes`.

    series: `Sequences` of n samples; labels: (n,) class, or (n, T) 0 or 1 of several targets
    settings: `Settings` of this epoch
    `Passes.z` is (z_s, z_y). z_s and the updates of W_xs and W_ss have the last h time steps, where
    h is the horizon. Masks are empty at time steps that a sample does not have.
    """
    W, P, targets = state.weights, state.classifier, targets_of(state.network)
    W_xs, W_ss, W_sy = W

    # Forward: s_t = sign(W_xs a_t + W_ss s_{t-1}), s_y = sign(W_sy s_T), y = P s_y
    inputs, own = signs(series.bits), series.own  # (n, T, K_0) ±1, (n, T) bool
    z, s = forward(W, inputs, own)  # [z_1, ..., z_T, z_y], [s_0, ..., s_T, s_y]
    y = dot(s[-1], P)  # (n, C)
    predictions, margin = targets.margins(y, labels)  # (n,), or (n, T), and (n,)
    triggered = triggers(margin, settings.margin)  # (n,), Eq. 1

    step, indices = Step(predictions, margin, triggered), np.flatnonzero(triggered)  # (m,)
    if not indices.size:
        return Passes(step=step, indices=indices)

    # Only the last h steps: those before the horizon have no desired state.
    h = min(settings.horizon, inputs.shape[1])
    a = inputs[indices, -h:].swapaxes(0, 1)  # (h, m, K_0)
    own = own[indices, -h:].T[:, :, None]  # (h, m, 1)
    *z_s, z_y = [z_t[indices] for z_t in z[-h - 1 :]]  # the last h of (m, K_s), and (m, K_y)
    before = [s_t[indices] for s_t in s[-h - 2 : -2]]  # s_{t-1} of these steps, (m, K_s)
    s_T = s[-2][indices]  # (m, K_s)

    # Backward: s*_y = row c of P, s*_T = sign(W_sy^T (g_y * s*_y)),
    # s*_t = sign(W_ss^T (g_{t+1} * s*_{t+1}))
    unrolled = [W_xs, *[W_ss] * (h - 1), W_sy]
    gates = [*[settings.gates[1]] * h, settings.gates[2]]
    s_y = s[-1][indices]  # (m, K_y)
    asked = targets.asked(P, y[indices], labels[indices], settings.margin, s_y)  # (m, K_y)
    *s_star, y_star = desired(unrolled, [*z_s, z_y], gates, asked)  # (m, K_s), (m, K_y)
    z_s, s_star = np.stack(z_s), np.stack(s_star)  # (h, m, K_s)

    # One mask for all steps: wrong iff sum_t s*_t z_t < 0, the winner is the smallest of them
    stability = (own * s_star * z_s).sum(axis=0, dtype=np.int32)  # (m, K_s)
    mask_s = own & winners(stability, 1, settings.groups[0])  # (h, m, K_s)
    mask_y = winners(z_y, y_star, settings.groups[2])  # (m, K_y)

    # H_xs += 2 sum mask sum_t s*_t a_t^T, H_ss += 2 sum mask sum_t s*_t s_{t-1}^T, and H_sy
    updates = (
        (mask_s, s_star, a),
        (mask_s, s_star, np.stack(before)),
        (mask_y, y_star, s_T),
    )
    return Passes(step=step, indices=indices, z=(z_s, z_y), updates=updates)


def top(state, series):
    """s_y of `Sequences`: (n, K_y) ±1."""
    _, s = forward(state.weights, signs(series.bits), series.own)
    return s[-1]
