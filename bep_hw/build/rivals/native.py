"""The native model, in C++."""

from bep_hw.build.rivals import golden
from bep_hw.native.backend import NativeBackend
from bep_hw.native.compiled import best_kernel

TITLE, THREADS, SAMPLES = "native model (C++)", True, 20_000


def check():
    """Compile the kernel, unless the cache has it."""
    best_kernel()


class Rival(golden.Rival):
    """BEP in C++."""

    def make(self, network, classifier, threads, **values):
        return NativeBackend(network, classifier, threads=threads, **values)
