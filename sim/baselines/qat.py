"""Straight-through quantisation-aware training with Adam; needs PyTorch, on the CPU.

Weights and activations are signs in the forward pass. In the backward pass a sign is the identity
where its argument is within -1 and 1, and 0 elsewhere. The loss is the cross-entropy of the logits
over sqrt(K_L). The output layer is binary too, and trained.
"""

import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from bep_hw.golden.forward import sign
from bep_hw.train import loop, outputs
from bep_hw.train.state import RunState
from sim.baselines.binary_net import BinaryNet, folded_layer, plain_layer
from sim.baselines.qat_config import VARIANTS, initial_latents
from sim.baselines.qat_parts import Sign, statistics
from sim.baselines.qat_recurrent import RecurrentModel


class Model(nn.Module):
    """The network in training, with latent weights in floating point."""

    def __init__(self, network, quantised, seed):
        super().__init__()
        self.quantised = quantised
        latents = initial_latents(network, seed)
        self.latents = nn.ParameterList(torch.from_numpy(latent) for latent in latents)
        widths = network.layers[1:] if quantised.batch_norm else ()
        self.norms = nn.ModuleList(nn.BatchNorm1d(width) for width in widths)

    def forward(self, bits):
        """Scaled logits (n, C) of bits (n, K_0)."""
        a = torch.from_numpy(bits).to(self.latents[0].dtype) * 2 - 1  # (n, K_0)
        *hidden, output = self.latents
        for number, latent in enumerate(hidden):
            z = functional.linear(a, Sign.apply(latent))  # (n, K_l)
            if self.quantised.scaled:
                z = z / latent.shape[1] ** 0.5
            if self.quantised.batch_norm:
                z = self.norms[number](z)
            a = Sign.apply(z)
        return functional.linear(a, Sign.apply(output)) / output.shape[1] ** 0.5

    @torch.no_grad()
    def clip(self):
        """Keep the latent weights in their range."""
        for latent in self.latents:
            latent.clamp_(-self.quantised.clip, self.quantised.clip)

    @torch.no_grad()
    def binary(self):
        """The BinaryNet that this model is once it is trained."""
        *hidden, output = [sign(latent.numpy()) for latent in self.latents]
        layers = [plain_layer(weights) for weights in hidden]
        if self.quantised.batch_norm:
            pairs = zip(hidden, self.norms, strict=True)
            layers = [folded_layer(weights, *statistics(norm)) for weights, norm in pairs]
        return BinaryNet(layers=tuple(layers), output=output)


def _correct(net, split):
    right = 0
    for start in range(0, len(split), loop.INFER_BLOCK):
        block = slice(start, start + loop.INFER_BLOCK)
        right += int(np.count_nonzero(net.infer(split.bits[block]) == split.labels[block]))
    return right


class Training:
    """One run. The state only counts: it has no hidden counters."""

    def __init__(self, run, data, quantised, *, stopped, display):
        self.run, self.data, self.stopped, self.display = run, data, stopped, display
        kind = RecurrentModel if run.preset.recurrent else Model
        self.model = kind(run.preset.network, quantised, run.seed)
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=quantised.learning_rate)
        self.state = RunState(counters=[], kept=[], schedule={})
        self.kept = None

    def train(self):
        """Train all epochs, and keep the BinaryNet of the best validation epoch."""
        state, validation = self.state, self.data.validation
        for _ in range(self.run.preset.training.epochs):
            started = time.perf_counter()
            self._epoch(started)
            state.train_seconds += time.perf_counter() - started
            net = self.model.binary()
            right = _correct(net, validation)
            state.seconds += time.perf_counter() - started
            accuracy = loop.percent(right, len(validation))
            row = {"epoch": state.epoch + 1, "validation_accuracy": accuracy}
            state.history.append(row)
            state.epoch, state.position = state.epoch + 1, 0
            # Of equally good epochs the later one is kept, as in the trainer.
            if accuracy >= state.history[max(state.kept_epoch, 1) - 1]["validation_accuracy"]:
                self.kept, state.kept_epoch = net, state.epoch
            self.display.epoch(state, row)

    def _epoch(self, started):
        state, split = self.state, self.data.train
        batch = self.run.preset.training.batch_size
        order = loop.epoch_order(self.run.seed, state.epoch, len(split))
        self.model.train()
        while state.position < len(split):
            if self.stopped():
                raise loop.Interrupted
            chosen = order[state.position : state.position + batch]
            state.position += len(chosen)
            # Batch normalisation knows no deviation of a single sample.
            if len(chosen) > 1 or not self.model.norms:
                self._minibatch(split.bits[chosen], split.labels[chosen])
            self.display.step(state, 0, state.train_seconds + time.perf_counter() - started)

    def _minibatch(self, bits, labels):
        logits = self.model(bits)  # (n, C)
        loss = functional.cross_entropy(logits, torch.from_numpy(labels.astype(np.int64)))
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        self.model.clip()


def measure(run, data, variant, *, stopped, display):
    """Train `run` on the Dataset `data` by the variant called `variant`.

    As `session.measure`; `weights_sha256` is over the binary weights of the last epoch.
    """
    work = Training(run, data, VARIANTS[variant], stopped=stopped, display=display)
    work.train()
    state, last = work.state, work.model.binary()

    def accuracy(net, split):
        return loop.percent(_correct(net, split), len(split))

    accuracies = {
        "train_accuracy": accuracy(work.kept, data.train),
        "validation_accuracy": accuracy(work.kept, data.validation),
        "test_accuracy": accuracy(work.kept, data.test),
        "kept_epoch": state.kept_epoch,
        "test_accuracy_last": accuracy(last, data.test),
    }
    values = outputs.summary(run, state, accuracies, len(data.train))
    values["weights_sha256"] = outputs.weights_sha256(last.weights())
    return values, state.history
