"""A host at the access port of a shell whose core is a stub."""

from bep_hw.gateware.bus.shell import Shell
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import ERRORS, address
from tests.helpers.bench import simulate

CONFIG = CoreConfig.for_network(
    Network(layers=(70, 4), classes=3), tile_rows=2, tile_columns=40, lanes=20, max_layers=3
)
WORDS, PARTS = 2, 2
"""D-bit words of a sample, and words of the bus in each."""

ERROR = {name: 1 << bit for bit, name in enumerate(ERRORS)}
ALL_BYTES = 0xF


class Host:
    """The access port of a shell, one access after the other."""

    def __init__(self, ctx, shell):
        self.ctx, self.shell = ctx, shell

    async def access(self, place, write, word=0, mask=ALL_BYTES):
        """(refused, data) in the cycle after."""
        ctx, port = self.ctx, self.shell.access
        for name, value in (("address", place), ("write", write), ("write_data", word)):
            ctx.set(getattr(port, name), value)
        ctx.set(port.mask, mask)
        ctx.set(port.strobe, 1)
        await ctx.tick()
        ctx.set(port.strobe, 0)
        return ctx.get(port.error), ctx.get(port.read_data)

    async def put(self, name, word, layer=None, mask=ALL_BYTES):
        """Whether the write was refused."""
        return (await self.access(address(name, layer), 1, word, mask))[0]

    async def get(self, name):
        """The value, or None if the read was refused."""
        refused, data = await self.access(address(name), 0)
        return None if refused else data


def run(bench, bus="wishbone"):
    shell = Shell(CONFIG, bus=bus)

    async def host(ctx):
        ctx.set(shell.core.sample_words, WORDS)
        await bench(ctx, shell, Host(ctx, shell))

    simulate(shell, host)
