"""One minibatch of BEP, as the paper writes it."""

from dataclasses import dataclass

import numpy as np

from bep_hw.golden.backward import desired
from bep_hw.golden.commit import commit, weights
from bep_hw.golden.forward import forward
from bep_hw.golden.margin import margins, triggers
from bep_hw.golden.popcount import dot, operand
from bep_hw.golden.reinforce import reinforced
from bep_hw.golden.update import accumulate
from bep_hw.golden.winner import winners


@dataclass(kw_only=True)
class State:
    """A network in training.

    classifier: P, (C, K_L) ±1 int8, fixed
    counters: [(K_l, K_{l-1}) int32], c = floor(h / 2) of the hidden weights H_l
    weights: W_l = sign(H_l), the same shapes, ±1 as `operand` makes them
    hidden_bits, seed: B and the seed S of the run
    minibatch: number of the next minibatch, counted from the start of the run
    """

    classifier: np.ndarray
    counters: list[np.ndarray]
    weights: list[np.ndarray]
    hidden_bits: int
    seed: int
    minibatch: int = 0

    @classmethod
    def start(cls, counters, classifier, *, hidden_bits, seed, minibatch=0):
        """The state with these counters, copied, and the weights that follow from them."""
        return cls(
            classifier=classifier,
            counters=[np.array(c, np.int32) for c in counters],
            weights=[operand(weights(np.asarray(c))) for c in counters],
            hidden_bits=hidden_bits,
            seed=seed,
            minibatch=minibatch,
        )


@dataclass(frozen=True)
class Step:
    """What a minibatch reports, one entry a sample: (n,) class, (n,) margin, (n,) bool."""

    predictions: np.ndarray
    margins: np.ndarray
    triggered: np.ndarray


def train_step(state, inputs, labels, settings):
    """Train `state` in place on one minibatch and return its `Step`.

    inputs: (n, K_0) ±1; labels: (n,) class; settings: `Settings`, the integers of this epoch
    """
    W, P = state.weights, state.classifier

    # Forward: z_l = W_l a_{l-1}, a_l = sign(z_l), y = P a_L
    z, a = forward(W, inputs)  # [(n, K_l)] for l = 1..L, [(n, K_l)] for l = 0..L
    predictions, margin = margins(dot(a[-1], P), labels)  # (n,) each
    triggered = triggers(margin, settings.margin)  # (n,), Eq. 1

    learning = np.flatnonzero(triggered)  # (t,)
    if learning.size:  # a minibatch without any leaves the network as it is
        z = [z_l[learning] for z_l in z]  # (t, K_l)
        a = [a_l[learning] for a_l in a]  # (t, K_l)

        # Backward: a*_L = row c of P, a*_l = sign(W_{l+1}^T (g_{l+1} * a*_{l+1})), Eq. 5 to 7
        targets = desired(W, z, settings.gates, P[labels[learning]])  # [(t, K_l)] for l = 1..L

        for layer, c in enumerate(state.counters):
            # H_l <- clip(H_l + 2 sum (mask * a*_l) a_{l-1}^T), Eq. 8 and 9
            mask = winners(z[layer], targets[layer], settings.groups[layer])  # (t, K_l)
            accumulate(c, mask, targets[layer], a[layer])

            # With probability p_l: H_l <- clip(H_l + 2 sign(H_l)), CP+R; then W_l <- sign(H_l)
            chosen = reinforced(
                state.seed, state.minibatch, layer, c.shape, settings.reinforce[layer]
            )
            commit(c, chosen, state.hidden_bits)
            W[layer] = operand(weights(c))

    state.minibatch += 1
    return Step(predictions, margin, triggered)
