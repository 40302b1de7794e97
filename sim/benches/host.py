"""A host in cocotb: sets the core up, trains, and reads it back."""

from streams import StreamPort

from bep_hw.host.operations import perform_async
from bep_hw.host.procedures import Procedures


class Host:
    """A core of `config` that runs the Problem `p`; see problems.py.

    procedures: what it can be asked to `do`
    """

    def __init__(self, dut, config, p, *, stall, seed):
        self.p, self.port = p, StreamPort(dut, stall, seed)
        self.procedures = Procedures(p.network, p.classifier, core=config, seed=p.seed)

    async def do(self, procedure):
        """Run a procedure; its result."""
        return await perform_async(procedure, self.port)

    async def begin(self):
        """Reset the core, and load all that the problem starts with."""
        await self.do(self.procedures.bring_up())
        await self.do(self.procedures.load(self.p.counters, self.p.minibatch))
