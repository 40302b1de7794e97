"""A trained binary recurrent network of quantisation-aware training: integers only, no PyTorch."""

from dataclasses import dataclass

import numpy as np

from bep_hw.golden.popcount import dot
from sim.baselines.binary_net import Layer

INFER_BLOCK = 64
"""Series inferred at once, so that the activations stay in the cache."""


@dataclass(frozen=True, kw_only=True)
class RecurrentNet:
    """s_t = state([a_t, s_{t-1}]) with s_0 = +1, s_y = readout(s_T), logits = output s_y.

    state: Layer with the weights [W_xs, W_ss] side by side, (K_s, K_0 + K_s); readout: Layer
    output: (C, K_y) ±1
    """

    state: Layer
    readout: Layer
    output: np.ndarray

    def infer(self, series):
        """Predicted classes (n,) of `Sequences`: argmax of the logits, the lowest on a tie."""
        predictions = np.empty(len(series), np.int64)  # (n,)
        for start in range(0, len(series), INFER_BLOCK):
            block = slice(start, start + INFER_BLOCK)
            some = series[block]
            s = np.ones((len(some), len(self.state.weights)), np.float32)  # (block, K_s)
            for t in range(some.bits.shape[1]):
                both = np.concatenate([2 * some.bits[:, t].astype(np.float32) - 1, s], axis=1)
                s = np.where(some.own[:, t, None], self.state(both), 1)  # (block, K_s)
            predictions[block] = dot(self.readout(s), self.output).argmax(axis=1)
        return predictions

    def weights(self):
        """W_xs, W_ss, W_sy and the output weights."""
        state = self.state.weights
        inputs = state.shape[1] - len(state)
        return [state[:, :inputs], state[:, inputs:], self.readout.weights, self.output]
