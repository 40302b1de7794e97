"""Estimated cycles per sample of a preset on its core, without data."""

import numpy as np

from bep_hw.cycles.events import samples
from bep_hw.cycles.model import predict
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.train_step import NetworkState
from bep_hw.spec.sequences import Sequences

SEED = 1
MINIBATCHES = 3
MOST = 400
"""Samples at most; a minibatch can be any size."""


def cycles_per_sample(preset):
    """Cycles that training takes per sample, on random inputs and an untrained network.

    An untrained network learns from nearly every sample, which takes the most cycles. A trained
    network takes fewer.
    """
    network, training = preset.network, preset.training
    rng = np.random.default_rng(SEED)
    count = min(MINIBATCHES * training.batch_size, MOST)
    shape = (count, *((network.steps,) if network.recurrent else ()), network.layers[0])
    bits = rng.integers(0, 2, shape, np.uint8)
    labels = rng.integers(0, network.classes, count)
    state = NetworkState.start(
        network,
        equiangular_frame(network.classes, network.layers[-1], SEED),
        initial_counters(network, training.hidden_bits, SEED),
        hidden_bits=training.hidden_bits,
        seed=SEED,
    )
    groups = (training.group,) * network.depth
    settings = training.settings(network, groups, 1.0)
    if network.recurrent:  # as long as they may be
        bits = Sequences(bits, np.full(count, network.steps))
    found = samples(state, bits, labels, settings, preset.core.tile_rows)
    usage = predict(network, preset.core, groups, training.batch_size, found)
    return usage.cycles / usage.samples
