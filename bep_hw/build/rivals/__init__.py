"""Software that trains a network of the same widths, on the processor: a core's rivals.

A new one is a file here with the names below, and its name in NAMES.

TITLE: what a table calls it
THREADS: whether it can use all cores
SAMPLES: how many a pass has, at most, so that none takes long: the speed of BEP depends on what
    was learnt, so it needs more of them
check(): ConfigError that says how to install it, if it is missing
Rival(network, training, threads): a network in training, with
    prepare(bits): inputs (n, K_0) 0 or 1 as it wants them; this is not part of any measurement
    restart(): begin again with an untrained network
    train(inputs, labels): one pass over the samples in minibatches of `training.batch_size`
"""

from importlib import import_module

NAMES = ("golden", "native", "scikit_learn", "pytorch")


def get(name):
    """The module of a rival."""
    return import_module(f"{__name__}.{name}")
