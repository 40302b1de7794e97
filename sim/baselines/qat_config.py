"""Configuration and initial weights of quantisation-aware training."""

import math
from dataclasses import dataclass

import numpy as np

VERSION = 1
"""Raised when the training changes, so that older results are not taken for the present ones."""


@dataclass(frozen=True, kw_only=True)
class Quantised:
    """Hyper-parameters in addition to the run's (epochs, batch size, seed).

    batch_norm: every hidden z is batch-normalised before its sign
    scaled: every hidden z is divided by sqrt(K_{l-1}) before its sign. The sign is the same; what
        changes is how many gradients pass, those with |z| <= sqrt(K) instead of |z| <= 1
    learning_rate: of Adam, whose other values are PyTorch's own
    clip: latent weights stay from -clip to clip
    """

    batch_norm: bool = False
    scaled: bool = False
    learning_rate: float = 1e-3
    clip: float = 1.0


VARIANTS = {
    "qat": Quantised(),
    "qat-scaled": Quantised(scaled=True),
    "qat-bn": Quantised(batch_norm=True),
}


def shapes(network):
    """(K_l, K_{l-1}) of every trained layer, the output layer (C, K_L) last."""
    return (*network.shapes, (network.classes, network.layers[-1]))


def initial_latents(network, seed):
    """Float32 latent weights of every layer, uniform after Glorot.

    Drawn by numpy from the seed sequence [seed, 4], bottom to top: the same with every PyTorch.
    """
    rng = np.random.default_rng([seed, 4])
    latents = []
    for rows, columns in shapes(network):
        bound = math.sqrt(6 / (rows + columns))
        latents.append(rng.uniform(-bound, bound, (rows, columns)).astype(np.float32))
    return latents
