"""A core behind any port as a training backend."""

from bep_hw.host.operations import perform
from bep_hw.host.procedures import Procedures
from bep_hw.spec.backend import Outcome


class Driver:
    """The core of parameters `core` behind `port`; see `bep_hw.spec.backend.Backend`.

    port: `bep_hw.host.operations.CorePort` whose methods answer at once
    network, classifier, core, seed: see `bep_hw.host.procedures.Procedures`
    Brings the core up. Raises ConfigError if the port finds another core there.
    """

    name, cycles = "bus", None

    def __init__(self, port, network, classifier, *, core, seed):
        self.port, self.core = port, core
        self.procedures = Procedures(network, classifier, core=core, seed=seed, on_bus=port.on_bus)
        port.check(core)
        self.restart()

    def _do(self, procedure):
        return perform(procedure, self.port)

    def close(self):
        """Let go of the port; nothing else may be called afterwards."""
        self.port.close()

    def restart(self):
        """Reset the core in whatever state it is, and configure it; call `load` next."""
        self._do(self.procedures.bring_up())

    def configure(self):
        """Write what no epoch changes, as `restart` does behind its reset; the core is idle."""
        self._do(self.procedures.configure())

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        self._do(self.procedures.load(counters, minibatch))

    @property
    def minibatch(self):
        """Number of the next minibatch, counted from the start of the run."""
        return self.port.get("minibatch")

    def counters(self):
        """A copy of the hidden counters, [(K_l, K_{l-1}) int32]."""
        return self._do(self.procedures.counters())

    def train(self, bits, labels, settings, batch_size, progress=None):
        """Train on consecutive minibatches, asking `progress` meanwhile; an `Outcome`."""
        predictions, margins, _ = self.step(bits, labels, settings, batch_size, progress)
        return Outcome(predictions, margins, len(predictions))

    def step(self, bits, labels, settings, batch_size, progress=None, *, commit=True):
        """As `train`, but returns (predictions, margins, triggered), each (done,).

        Without `commit` the samples, fewer than a minibatch, leave their sums in the counters.
        """
        return self._do(
            self.procedures.train(bits, labels, settings, batch_size, progress, commit=commit)
        )

    def infer(self, bits, progress=None):
        """Predicted classes (n,) int64 of bits (n, K_0)."""
        return self._do(self.procedures.infer(bits, progress))
