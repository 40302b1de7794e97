"""Quantisation-aware training with Adam, in numpy: its operands, and its operations per sample.

Network, latent weights and straight-through estimator are those of sim/baselines/qat.py, whose
variant "qat-scaled" this is: binary weights and activations, an output layer that is trained
too, gradients where |z| <= sqrt(K), cross-entropy of the logits over sqrt(K_L).
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bep_hw.golden.forward import sign, signs
from bep_hw.train import loop
from sim.baselines.qat_config import initial_latents, shapes

RATE, DECAYS, EPSILON = 1e-3, (0.9, 0.999), 1e-8
"""Of Adam, PyTorch's own."""


def operations(network, batch_size):
    """{pass: multiply-accumulates, or steps of Adam, per trained sample} of a network.

    A recurrent network goes back through all of its time steps.
    """
    weights = [rows * columns for rows, columns in shapes(network)]
    times = [1] * len(weights)
    for layer in network.layer_shapes:
        for matrix in layer.matrices:
            times[matrix] = layer.places
    products = [count * size for count, size in zip(times, weights, strict=True)]
    return {
        "forward": sum(products),
        "backward": sum(products[1:]),  # nothing goes back to the inputs
        "gradients": sum(products),
        "adam": sum(weights) / batch_size,
    }


@lru_cache(maxsize=1)
def _order(seed, epoch, samples):
    return loop.epoch_order(seed, epoch, samples)


@dataclass
class Layer:
    """Latent weights of a layer, (K_l, K_{l-1}) float32, and the moments that Adam keeps."""

    weight: np.ndarray
    mean: np.ndarray
    square: np.ndarray


class Training:
    """A run; `network`, `split` of a data set, seed.

    rounded: what becomes of errors (n, K_l) before they are multiplied, see formats.Arithmetic
    """

    def __init__(self, network, split, seed, batch_size, rounded=lambda numbers: numbers):
        self.split, self.batch_size, self.steps = split, batch_size, 0
        self.seed, self.rounded = seed, rounded
        zeros = np.zeros_like
        self.layers = [Layer(w, zeros(w), zeros(w)) for w in initial_latents(network, seed)]

    def batch(self):
        """(bits, labels) of the next minibatch."""
        epoch, step = divmod(self.steps, self.steps_per_epoch)
        start = step * self.batch_size
        chosen = _order(self.seed, epoch, len(self.split))[start : start + self.batch_size]
        return self.split.bits[chosen], self.split.labels[chosen]

    @property
    def steps_per_epoch(self):
        """Minibatches of an epoch; what is left of the samples is not trained."""
        return len(self.split) // self.batch_size

    def _forward(self, bits):
        """(signs of weights, inputs of the layers and the top's output, z), lists of arrays."""
        weights = [sign(layer.weight).astype(np.float32) for layer in self.layers]
        a, z = [signs(bits).astype(np.float32)], []
        for w in weights:
            z.append(a[-1] @ w.T / np.float32(np.sqrt(w.shape[1])))
            a.append(sign(z[-1]).astype(np.float32))
        return weights, a, z

    def infer(self, bits):
        """Predicted classes (n,)."""
        *_, z = self._forward(bits)
        return z[-1].argmax(axis=1)

    def gradients(self, bits, labels):
        """(errors [(n, K_l)], inputs [(n, K_{l-1})], gradients [(K_l, K_{l-1})]), all float32."""
        weights, a, z = self._forward(bits)
        shifted = np.exp(z[-1] - z[-1].max(axis=1, keepdims=True))
        error = shifted / shifted.sum(axis=1, keepdims=True)  # softmax, (n, C)
        error[np.arange(len(labels)), labels] -= 1
        error /= np.float32(len(labels))
        errors = [None] * len(weights)
        for index in reversed(range(len(weights))):
            root = np.float32(np.sqrt(weights[index].shape[1]))
            errors[index] = error = self.rounded((error / root).astype(np.float32))
            if index:
                passes = np.abs(z[index - 1]) <= 1
                error = (error @ weights[index]) * passes
        gradients = [
            e.T @ x * (np.abs(layer.weight) <= 1)
            for e, x, layer in zip(errors, a, self.layers, strict=False)
        ]
        return errors, a[:-1], gradients

    def constants(self):
        """Constants of the next step, as adam.CONSTANTS, float32."""
        step, (first, second) = self.steps + 1, DECAYS
        correction = np.sqrt(1 - second**step)
        values = {
            "decay_mean": first,
            "decay_square": second,
            "take_mean": 1 - first,
            "take_square": 1 - second,
            "epsilon": EPSILON * correction,
            "rate": -RATE * correction / (1 - first**step),
        }
        return {name: np.float32(value) for name, value in values.items()}

    def advance(self):
        """Train on one minibatch."""
        _, _, gradients = self.gradients(*self.batch())
        c = self.constants()
        for layer, g in zip(self.layers, gradients, strict=True):
            layer.mean = c["decay_mean"] * layer.mean + c["take_mean"] * g
            layer.square = c["decay_square"] * layer.square + c["take_square"] * g * g
            moved = c["rate"] * layer.mean / (np.sqrt(layer.square) + c["epsilon"])
            layer.weight = np.clip(layer.weight + moved, -1, 1)
        self.steps += 1
