"""A binary network of PyTorch, trained through its signs.

Weights and activations are signs in the forward pass. In the backward pass a sign is the identity
from -1 to 1 and 0 beyond (the straight-through estimator); Adam changes latent float32 weights.
"""

from importlib.util import find_spec
from itertools import pairwise

import numpy as np

from bep_hw.support.errors import require

TITLE, THREADS, SAMPLES = "PyTorch, straight-through (float32)", True, 4_000
LEARNING_RATE = 1e-3


def check():
    """ConfigError without PyTorch."""
    require(find_spec("torch"), "PyTorch: not found; pip install bep-hw[baselines]")


class Rival:
    """Binary layers of the network's widths, with an output layer that is trained too."""

    def __init__(self, network, training, threads):
        self.network, self.training, self.threads = network, training, threads

    def prepare(self, bits):
        return 2 * bits.astype(np.float32) - 1

    def restart(self):
        import torch

        torch.manual_seed(1)
        widths = (*self.network.layers, self.network.classes)
        self.latents = [
            (torch.randn(after, before) / before**0.5).requires_grad_()
            for before, after in pairwise(widths)
        ]
        self.optimiser = torch.optim.Adam(self.latents, lr=LEARNING_RATE)

    def train(self, inputs, labels):
        import torch

        before = torch.get_num_threads()
        torch.set_num_threads(self.threads)
        try:
            size = self.training.batch_size
            pieces = (torch.from_numpy(array).split(size) for array in (inputs, labels))
            for a, classes in zip(*pieces, strict=True):
                self._minibatch(a, classes)
        finally:
            torch.set_num_threads(before)

    def _minibatch(self, a, classes):
        from torch.nn import functional

        *hidden, output = self.latents
        for latent in hidden:
            z = functional.linear(a, _sign(latent)) / latent.shape[1] ** 0.5  # (n, K_l)
            a = _sign(z)
        logits = functional.linear(a, _sign(output)) / output.shape[1] ** 0.5  # (n, C)
        self.optimiser.zero_grad()
        functional.cross_entropy(logits, classes).backward()
        self.optimiser.step()


def _sign(x):
    """sign(x), with the gradient of x clipped to -1 to 1."""
    within = x.clamp(-1, 1)
    return within + ((x >= 0).to(x.dtype) * 2 - 1 - within).detach()
