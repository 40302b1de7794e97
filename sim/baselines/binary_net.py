"""A trained binary network of quantisation-aware training: integers only, no PyTorch."""

from dataclasses import dataclass

import numpy as np

from bep_hw.golden.forward import sign
from bep_hw.golden.popcount import dot

INFER_BLOCK = 1024
"""Samples inferred at once, so that the activations stay in the cache."""


@dataclass(frozen=True, kw_only=True)
class Layer:
    """A hidden layer: a = sign(direction z - threshold) with z = W a_below.

    weights: (K_l, K_{l-1}) ±1 int8; direction: (K_l,) -1, 0 or +1; threshold: (K_l,) integers
    """

    weights: np.ndarray
    direction: np.ndarray
    threshold: np.ndarray

    def __call__(self, a):
        """Activations (n, K_l) ±1 of inputs (n, K_{l-1}) ±1."""
        return sign(dot(a, self.weights) * self.direction - self.threshold)  # (n, K_l)


def plain_layer(weights):
    """The hidden layer a = sign(W a_below), as in BEP."""
    width = len(weights)
    zero = np.zeros(width, np.int64)
    return Layer(weights=weights, direction=zero + 1, threshold=zero)


def folded_layer(weights, mean, deviation, gain, bias):
    """The hidden layer a = sign(gain (z - mean) / deviation + bias), without floating point.

    All but `weights` are (K_l,) floats, deviations above 0. z is an integer, so the sign of a
    batch normalisation is one integer threshold for each neuron, and a direction.
    """
    mean, deviation, gain, bias = (
        np.asarray(values, np.float64) for values in (mean, deviation, gain, bias)
    )
    direction = np.sign(gain).astype(np.int64)  # (K_l,)
    divisor = np.where(direction == 0, 1, gain)  # (K_l,)
    crossing = mean - bias * deviation / divisor  # (K_l,), the z at which the sign changes
    rising, falling = np.ceil(crossing), -np.floor(crossing)  # z >= ceil, or -z >= -floor
    constant = bias < 0  # (K_l,), -0 < threshold 1: always -1
    threshold = np.where(direction > 0, rising, np.where(direction < 0, falling, constant))
    # |z| is at most the fan-in: beyond it, all thresholds do the same.
    limit = weights.shape[1] + 1
    threshold = np.clip(threshold, -limit, limit).astype(np.int64)  # (K_l,)
    return Layer(weights=weights, direction=direction, threshold=threshold)


@dataclass(frozen=True, kw_only=True)
class BinaryNet:
    """Hidden layers bottom to top, and the output weights (C, K_L) ±1."""

    layers: tuple[Layer, ...]
    output: np.ndarray

    def infer(self, bits):
        """Predicted classes (n,) of bits (n, K_0): argmax of the logits, the lowest on a tie."""
        predictions = np.empty(len(bits), np.int64)  # (n,)
        for start in range(0, len(bits), INFER_BLOCK):
            block = slice(start, start + INFER_BLOCK)
            a = bits[block].astype(np.float32) * 2 - 1  # (block, K_0)
            for layer in self.layers:
                a = layer(a)  # (block, K_l)
            predictions[block] = dot(a, self.output).argmax(axis=1)
        return predictions

    def weights(self):
        """All binary weights, bottom to top, the output last."""
        return [*(layer.weights for layer in self.layers), self.output]
