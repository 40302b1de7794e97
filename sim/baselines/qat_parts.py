"""Parts that both models of quantisation-aware training share; needs PyTorch."""

import numpy as np
import torch


class Sign(torch.autograd.Function):
    """sign(x) with sign(0) = +1; the gradient passes where |x| <= 1."""

    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        return torch.where(x < 0, -1.0, 1.0).to(x.dtype)

    @staticmethod
    def backward(context, gradient):
        (x,) = context.saved_tensors
        return gradient * (x.abs() <= 1)


def statistics(norm):
    """(mean, deviation, gain, bias) of a batch normalisation, each (K,) float64."""
    mean, variance, gain, bias = (
        values.double().numpy()
        for values in (norm.running_mean, norm.running_var, norm.weight, norm.bias)
    )
    return mean, np.sqrt(variance + norm.eps), gain, bias
