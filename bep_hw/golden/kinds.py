"""The kinds of networks that the golden model computes, a line for each."""

from collections.abc import Callable
from dataclasses import dataclass

from bep_hw.golden import passes, recurrent
from bep_hw.spec.network import MultiTarget, MultiTargetRecurrent, Network, Recurrent


@dataclass(frozen=True)
class Kind:
    """The functions that differ between kinds of networks; all other code is shared.

    passes: (state, samples, labels, settings) -> `Passes` of one minibatch
    top: (state, samples) -> the activations that the classifier reads, (n, K_L) ±1
    infer_block: samples inferred at once, so that their activations stay in the cache
    """

    passes: Callable
    top: Callable
    infer_block: int


KINDS = {
    Network: Kind(passes.passes, passes.top, 1024),
    MultiTarget: Kind(passes.passes, passes.top, 1024),
    Recurrent: Kind(recurrent.passes, recurrent.top, 64),  # a sample has T states
    MultiTargetRecurrent: Kind(recurrent.passes, recurrent.top, 64),
}


def kind_of(network):
    """The `Kind` of `network`."""
    return KINDS[type(network)]
