"""A small network, a core for it in Amaranth's simulator, and what golden makes of the samples."""

import numpy as np

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.gateware.core import Core
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.host.operations import Run, perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import ERRORS, TRAIN
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings

ERROR = {name: 1 << bit for bit, name in enumerate(ERRORS)}
BATCH = 4
NETWORK = Network(layers=(21, 6, 4), classes=3)


class Task:
    """A small network, a core for it, and a host; `golden` trains as the core should have."""

    def __init__(self, network=NETWORK, **parameters):
        rng = self.rng = np.random.default_rng(0)
        self.config = CoreConfig.for_network(
            network,
            **{"tile_rows": 3, "tile_columns": 12, "lanes": 4, "hidden_bits": 6, "max_batch": 16},
            **{"max_layers": 4, **parameters},
        )
        classes, widths = network.classes, network.layers
        self.classifier = rng.choice(np.array([-1, 1], np.int8), (classes, widths[-1]))
        self.counters = [rng.integers(-16, 16, shape, np.int32) for shape in network.shapes]
        self.settings = Settings(
            margin=99 if widths[-1] > 99 else widths[-1],
            gates=tuple(fan_in // 2 for _, fan_in in network.shapes),
            groups=tuple(2 for _ in network.shapes),
            reinforce=tuple(90_000 for _ in network.shapes),
            horizon=network.steps,
        )
        self.host = Procedures(network, self.classifier, core=self.config, seed=7)
        self.state = NetworkState.start(
            network, self.classifier, self.counters, hidden_bits=6, seed=7, minibatch=40
        )
        self.port = AmaranthPort(Core(self.config))
        self.network = network

    def samples(self, count):
        network = self.network
        labels = self.rng.integers(0, network.classes, count)
        if network.recurrent:
            shape = (count, network.steps, network.layers[0])
            steps = self.rng.integers(1, network.steps + 1, count)
            return Sequences(self.rng.integers(0, 2, shape, np.uint8), steps), labels
        return self.rng.integers(0, 2, (count, network.layers[0]), np.uint8), labels

    def golden(self, bits, labels):
        return train_step(self.state, bits, labels, self.settings)

    async def do(self, procedure):
        return await perform_async(procedure, self.port)

    async def begin(self):
        await self.do(self.host.configure())
        await self.do(self.host.load(self.counters, 40))
        await self.do(self.host.set(self.settings, BATCH))
        await self.port.put("control", TRAIN)

    async def errors(self, expected):
        """The errors are these, by name; clears them."""
        assert await self.port.get("errors") == sum(ERROR[name] for name in expected)
        await self.port.put("errors", 0xFFFF_FFFF)
        assert await self.port.get("errors") == 0

    async def exchange(self, bits, labels):
        """The results of samples, whose labels are payloads."""
        sent = self.host.samples(bits)
        return await self.do(_one(Run(sent, np.asarray(labels), None)))

    async def compare(self, minibatch):
        await self.port.wait()
        for ours, theirs in zip(
            await self.do(self.host.counters()), self.state.counters, strict=True
        ):
            np.testing.assert_array_equal(ours, theirs)
        assert await self.port.get("minibatch") == minibatch

    async def still_trains(self):
        """A first minibatch is trained on as golden does, without an error."""
        bits, labels = self.samples(BATCH)
        await self.exchange(bits, labels)
        self.golden(bits, labels)
        await self.compare(41)
        await self.errors([])

    def run(self, bench):
        async def host(ctx):
            self.port.ctx = ctx
            await bench()

        simulator(self.port.core, host).run()


def _one(operation):
    return (yield operation)
