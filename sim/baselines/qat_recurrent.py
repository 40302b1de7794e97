"""Quantisation-aware training of recurrent networks through time; needs PyTorch.

The network is that of BEP through time, but for a trained binary output layer instead of the fixed
P; signs, gradients, loss and latent weights are those of `sim.baselines.qat`. Batch normalisation
has one mean and deviation for all time steps of the state.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from bep_hw.golden.forward import sign
from sim.baselines.binary_net import folded_layer, plain_layer
from sim.baselines.qat_config import initial_latents
from sim.baselines.qat_parts import Sign, statistics
from sim.baselines.recurrent_net import RecurrentNet


class RecurrentModel(nn.Module):
    """The network in training, with latent weights in floating point."""

    def __init__(self, network, quantised, seed):
        super().__init__()
        self.quantised = quantised
        latents = initial_latents(network, seed)
        self.latents = nn.ParameterList(torch.from_numpy(latent) for latent in latents)
        widths = network.layers[1:] if quantised.batch_norm else ()
        self.norms = nn.ModuleList(nn.BatchNorm1d(width) for width in widths)

    def forward(self, series):
        """Scaled logits (n, C) of `Sequences`."""
        kind = self.latents[0].dtype
        inputs = torch.from_numpy(series.bits).to(kind) * 2 - 1  # (n, T, K_0)
        own = torch.from_numpy(series.own)  # (n, T)
        w_xs, w_ss, w_sy, output = (Sign.apply(latent) for latent in self.latents)
        driven = functional.linear(inputs, w_xs)  # (n, T, K_s), of all steps at once
        s = torch.ones(len(inputs), len(w_ss), dtype=kind)  # (n, K_s)
        for t in range(inputs.shape[1]):
            here = own[:, t].nonzero().squeeze(1)  # (m,), the series that have this step
            # Batch normalisation knows no deviation of a single sample.
            if len(here) > (1 if self.norms and self.training else 0):
                z = driven[here, t] + functional.linear(s[here], w_ss)  # (m, K_s)
                s = s.index_copy(0, here, self._activate(z, 0, w_xs.shape[1] + w_ss.shape[1]))
        s_y = self._activate(functional.linear(s, w_sy), 1, w_sy.shape[1])  # (n, K_y)
        return functional.linear(s_y, output) / output.shape[1] ** 0.5

    def _activate(self, z, number, fan_in):
        if self.quantised.scaled:
            z = z / fan_in**0.5
        if self.quantised.batch_norm:
            z = self.norms[number](z)
        return Sign.apply(z)

    @torch.no_grad()
    def clip(self):
        """Keep the latent weights in their range."""
        for latent in self.latents:
            latent.clamp_(-self.quantised.clip, self.quantised.clip)

    @torch.no_grad()
    def binary(self):
        """The RecurrentNet that this model is once it is trained."""
        w_xs, w_ss, w_sy, output = (sign(latent.numpy()) for latent in self.latents)
        weights = np.concatenate([w_xs, w_ss], axis=1), w_sy
        layers = [plain_layer(w) for w in weights]
        if self.quantised.batch_norm:
            pairs = zip(weights, self.norms, strict=True)
            layers = [folded_layer(w, *statistics(norm)) for w, norm in pairs]
        return RecurrentNet(state=layers[0], readout=layers[1], output=output)
