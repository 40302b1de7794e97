"""The native model, in C++: it needs a compiler."""

from bep_hw.native.backend import NativeBackend
from bep_hw.native.compiled import best_kernel

ON_CORE, HAS_PORT, THREADS, PREPARING = False, False, True, None


def check(core, port):
    """Compile the kernel, unless the cache has it."""
    best_kernel()


def make(network, classifier, *, hidden_bits, seed, core=None, port=None, threads=1):
    """The native model of this network."""
    return NativeBackend(network, classifier, hidden_bits=hidden_bits, seed=seed, threads=threads)
