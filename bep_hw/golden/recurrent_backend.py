"""The golden model of recurrent networks as a training backend."""

from bep_hw.golden.backend import GoldenBackend, signs
from bep_hw.golden.recurrent import forward, recurrent_step


class RecurrentGoldenBackend(GoldenBackend):
    """Trains a `Recurrent` network on `Sequences`; see `bep_hw.spec.backend.Backend`.

    Counters are those of W_xs, W_ss and W_sy, in this order.
    """

    infer_block = 64  # fewer than of a feed-forward network: every sample has T states

    def minibatch_step(self, bits, labels, settings):
        return recurrent_step(self.state, signs(bits.bits), bits.own, labels, settings)

    def _top(self, bits):
        """s_y of `Sequences`: (n, K_y) ±1."""
        _, s = forward(self.state.weights, signs(bits.bits), bits.own)
        return s[-1]
