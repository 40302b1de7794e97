"""The simulated core as a training backend."""

from bep_hw.cosim import build
from bep_hw.cosim.model import Model
from bep_hw.cosim.port import ModelPort
from bep_hw.host.driver import Driver
from bep_hw.host.procedures import Procedures
from bep_hw.spec.core import CoreConfig
from bep_hw.support.errors import require


class VerilatorBackend(Driver):
    """Trains `network` on a verilated core; see `bep_hw.spec.backend.Backend`.

    classifier: P, (C, K_L) ±1; hidden_bits: B; seed: S, 32 bit
    core: CoreConfig that was generated; None for the smallest that holds the network
    trace: build in FST waveforms; library: a model built before, instead of the core's own
    """

    name = "verilator"

    def __init__(
        self, network, classifier, *, hidden_bits, seed, core=None, trace=False, library=None
    ):
        if core is None:
            core = CoreConfig.for_network(network, hidden_bits=hidden_bits)
        require(
            core.hidden_bits == hidden_bits,
            f"hidden bits B = {hidden_bits}: the core was generated for {core.hidden_bits}",
        )
        # Says what is wrong with the arguments before a model is built, which takes minutes.
        Procedures(network, classifier, core=core, seed=seed)
        model = Model(library or build.shared_library(core, trace=trace))
        super().__init__(ModelPort(model), network, classifier, core=core, seed=seed)

    @property
    def model(self):
        """The `Model` that is trained."""
        return self.port.model

    @property
    def cycles(self):
        """Clock cycles simulated in `train` so far."""
        return self.port.cycles
