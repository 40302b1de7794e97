"""One minibatch of BEP, as the paper writes it."""

from dataclasses import dataclass

import numpy as np

from bep_hw.golden.commit import commit, weights
from bep_hw.golden.kinds import kind_of
from bep_hw.golden.popcount import operand
from bep_hw.golden.reinforce import reinforced
from bep_hw.spec.network import Network


@dataclass(kw_only=True)
class NetworkState:
    """A network in training: all that a minibatch reads and changes.

    network: its kind and its widths
    classifier: P, (C, K_L) ±1 int8, fixed
    counters: [(K_l, K_{l-1}) int32], c = floor(h / 2) of the hidden weights H_l
    weights: W_l = sign(H_l), the same shapes, ±1 as `operand` makes them
    hidden_bits, seed: B and the seed S of the run
    minibatch: number of the next minibatch, counted from the start of the run
    """

    network: Network
    classifier: np.ndarray
    counters: list[np.ndarray]
    weights: list[np.ndarray]
    hidden_bits: int
    seed: int
    minibatch: int

    @classmethod
    def start(cls, network, classifier, counters, *, minibatch=0, **others):
        """The state with these counters, copied, and the weights that follow from them."""
        return cls(
            network=network,
            classifier=classifier,
            counters=[np.array(c, np.int32) for c in counters],
            weights=[operand(weights(np.asarray(c))) for c in counters],
            minibatch=minibatch,
            **others,
        )


def train_step(state, samples, labels, settings):
    """Train `state` in place on one minibatch and return its `Step`.

    samples: bits (n, K_0), or `Sequences` if the network is recurrent; labels: (n,) class
    settings: `Settings`, the integers of this epoch
    """
    # Forward, trigger, backward and winners, Eq. 1 and 5 to 9
    found = kind_of(state.network).passes(state, samples, labels, settings)

    if found.indices.size:  # a minibatch in which no sample learns leaves the network as it is
        for layer, c in enumerate(state.counters):
            # H_l <- clip(H_l + 2 sum (mask * a*_l) a_{l-1}^T), Eq. 8 and 9
            found.add_to(layer, c)

            # With probability p_l: H_l <- clip(H_l + 2 sign(H_l)), CP+R; then W_l <- sign(H_l)
            chosen = reinforced(
                state.seed, state.minibatch, layer, c.shape, settings.reinforce[layer]
            )
            commit(c, chosen, state.hidden_bits)
            state.weights[layer] = operand(weights(c))

    state.minibatch += 1
    return found.step
