"""The simulated core: it needs Amaranth, Verilator and a compiler."""

from importlib.util import find_spec

from bep_hw.support import toolchain
from bep_hw.support.errors import require

ON_CORE, HAS_PORT, THREADS = True, False, False
PREPARING = "preparing the simulated core (its first build takes minutes)"


def check(core, port):
    """Look for the tools; build nothing yet."""
    require(find_spec("amaranth"), "amaranth: not found; pip install bep-hw[cosim]")
    toolchain.compiler()
    toolchain.verilator()


def make(network, classifier, *, hidden_bits, seed, core, port=None, threads=1):
    """A simulation of `core`, built unless the cache has it."""
    from bep_hw.cosim.backend import VerilatorBackend

    return VerilatorBackend(network, classifier, hidden_bits=hidden_bits, seed=seed, core=core)
