"""What a host does wrong: the core says so, learns nothing from it, and trains on afterwards."""

import dataclasses

import numpy as np
import pytest

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.gateware.core import Core
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.host.operations import Run, perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec import payloads
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.payloads import load_fields, packed
from bep_hw.spec.registers import ERRORS, FLUSH, REFRESH, TRAIN, address
from bep_hw.spec.sequences import Sequences
from bep_hw.spec.training import Settings

ERROR = {name: 1 << bit for bit, name in enumerate(ERRORS)}
BATCH = 4
DEEP = pytest.mark.parametrize("deep", [False, True], ids=["small-core", "large-core"])
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


WRONG = [
    ("layers", None, 2),
    ("layers", None, 4),
    ("rows", 0, 5),
    ("columns", 1, 7),
    ("row_blocks", 0, 1),
    ("column_blocks", 0, 1),
    ("words", 1, 1),
    ("group", 0, 4),
    ("tile_base", 1, 6),
    ("input_base", 1, 0),
]


@DEEP
@pytest.mark.parametrize("name, layer, value", WRONG)
def test_no_sample_is_taken_while_the_table_is_wrong(name, layer, value, deep):
    """Nor is W made. When it is right again the core trains as ever."""
    task = Task(deep_pipeline=deep)

    async def bench():
        port = task.port
        await task.begin()
        await task.errors([])
        right = await port.get(name, layer)
        await port.put(name, value, layer)
        await port.wait()
        await task.errors([])
        await port.put("control", TRAIN | REFRESH)
        await port.wait()
        await task.errors(["table"])
        for stream in (port.core.samples, port.core.labels):
            port.ctx.set(stream.valid, 1)
            for _ in range(20):
                await port.ctx.tick()
                assert not port.ctx.get(stream.ready)
            port.ctx.set(stream.valid, 0)
            await task.errors(["table"])
        assert await port.get("status") == 0
        await port.put(name, right, layer)
        await port.wait()
        await task.still_trains()

    task.run(bench)


@DEEP
def test_no_word_is_taken_from_a_write_of_the_table_on(deep):
    """Although a large core writes its registers a cycle later than it is asked to."""
    task = Task(deep_pipeline=deep)

    async def bench():
        ctx, core = task.port.ctx, task.port.core
        await task.begin()
        assert ctx.get(core.samples.ready)
        ctx.set(core.csr.address, address("columns", 1))
        ctx.set(core.csr.write_data, 7)
        ctx.set(core.csr.write_enable, 1)
        await ctx.tick()
        ctx.set(core.csr.write_enable, 0)
        ctx.set(core.samples.valid, 1)
        for _ in range(100):
            assert not ctx.get(core.samples.ready)
            await ctx.tick()
        ctx.set(core.samples.valid, 0)
        await task.errors(["table"])
        await task.port.put("columns", 6, 1)
        await task.port.wait()
        await task.still_trains()

    task.run(bench)


def test_a_core_that_was_never_configured():
    task = Task()

    async def bench():
        port = task.port
        for control in (0, TRAIN, REFRESH):
            await port.put("control", control)
            port.ctx.set(port.core.labels.valid, 1)
            for _ in range(20):
                await port.ctx.tick()
            assert not port.ctx.get(port.core.labels.ready)
            port.ctx.set(port.core.labels.valid, 0)
            await port.wait()
            await task.errors(["table"])
        await task.do(task.host.configure())
        await task.do(task.host.load(task.counters, 40))
        # Without the size of a minibatch it predicts, and does not train.
        bits, labels = task.samples(3)
        await task.exchange(bits, labels)
        await task.errors([])
        await port.put("control", TRAIN)
        port.ctx.set(port.core.samples.valid, 1)
        await port.ctx.tick()
        assert not port.ctx.get(port.core.samples.ready)
        port.ctx.set(port.core.samples.valid, 0)
        await task.errors(["table"])

    task.run(bench)


@pytest.mark.parametrize("value", [0, 17, 128, 256 + 4])
def test_a_minibatch_of_a_size_that_it_cannot_have(value):
    """It is refused, and the size is as it was."""
    task = Task()

    async def bench():
        await task.begin()
        await task.port.put("batch_size", value)
        assert await task.port.get("batch_size") == BATCH
        await task.errors(["value"])
        await task.still_trains()

    task.run(bench)


@pytest.mark.parametrize("samples_per_read", [1, 2])
@pytest.mark.parametrize("how", ["flush", "size"])
def test_a_minibatch_ends_early(how, samples_per_read):
    """After as many samples as it has; and the next one is a whole one again."""
    task = Task(samples_per_read=samples_per_read, banks=4)

    async def bench():
        port = task.port
        await task.begin()
        for first, size in ((3, BATCH), (1, 3)):
            bits, labels = task.samples(first)
            await task.exchange(bits, labels)
            await port.wait()
            if how == "flush":
                await port.put("control", TRAIN | FLUSH)
                await port.wait()
                await port.put("control", TRAIN | FLUSH)  # of nothing
            else:
                await port.put("batch_size", first)
                await port.wait()
                await port.put("batch_size", size)
            await port.wait()
            task.golden(bits, labels)
            bits, labels = task.samples(await port.get("batch_size"))
            await task.exchange(bits, labels)
            await port.wait()
            task.golden(bits, labels)
        await task.compare(44)
        await task.errors([])

    task.run(bench)


@pytest.mark.parametrize("samples_per_read", [1, 2])
@pytest.mark.parametrize("classes", [3, 4])
def test_a_label_that_is_no_class(classes, samples_per_read):
    """Its sample is predicted and counted, and changes nothing."""
    network = dataclasses.replace(NETWORK, classes=classes)
    task = Task(network, samples_per_read=samples_per_read, banks=4)

    async def bench():
        await task.begin()
        bits, labels = task.samples(2 * BATCH)
        wrong = np.array([0, 1, 0, 0, 0, 0, 1, 1], bool)
        top = (1 << payloads.label_fields(task.config)[0].bits) - 1
        sent = np.where(wrong, [classes, top] * BATCH, labels)
        results = await task.exchange(bits, sent)
        triggered = payloads.result_fields(task.config)[2].of(results).astype(bool)
        assert not triggered[wrong].any() and triggered[~wrong].any()
        for batch in (slice(BATCH), slice(BATCH, None)):
            good = ~wrong[batch]
            task.golden(bits[batch][good], labels[batch][good])
        await task.compare(42)
        await task.errors(["label"])
        await task.exchange(bits, labels)
        for batch in (slice(BATCH), slice(BATCH, None)):
            task.golden(bits[batch], labels[batch])
        await task.compare(44)
        await task.errors([])

    task.run(bench)


def test_time_steps_that_are_none_or_too_many():
    network = Recurrent(layers=(6, 6, 4), classes=3, steps=3)
    task = Task(network, max_steps=9)

    async def bench():
        await task.begin()
        bits, labels = task.samples(BATCH)
        field = payloads.label_fields(task.config)[1]
        steps = np.array([0, bits.steps[1], 4, bits.steps[3]])
        results = await task.exchange(bits, labels | steps << field.low)
        assert len(results) == BATCH
        task.golden(bits[1::2], labels[1::2])
        await task.compare(41)
        await task.errors(["label"])

    task.run(bench)


def test_addresses_that_no_memory_has():
    """And a kind of word that there is not, and rows and pieces of a tile."""
    task = Task()
    config = task.config
    wrong = [
        {"kind": payloads.COUNTERS, "address": config.counter_depth},
        {"kind": payloads.TILES, "address": config.tile_depth},
        {"kind": payloads.CLASSES, "address": config.class_depth},
        {"kind": payloads.TILES, "row": config.tile_rows},
        {"kind": payloads.TILES, "segment": config.tile_columns // config.lanes},
        {"kind": 3},
    ]

    async def bench():
        port, fields = task.port, load_fields(config)
        await task.begin()
        for values in wrong:
            zero = {field.name: 0 for field in fields} | {"data": (1 << fields[-1].bits) - 1}
            await port.exchange({port.core.load: [packed(fields, zero | values)]})
            await task.errors(["address"])
        fetched = await port.exchange(
            {port.core.fetch: [config.counter_depth]}, port.core.fetched, 1
        )
        assert len(fetched) == 1
        await task.errors(["address"])
        await task.still_trains()

    task.run(bench)


@DEEP
def test_no_register_is_written_while_the_core_is_busy(deep):
    """While samples are under way; what is written then is refused."""
    task = Task(deep_pipeline=deep)

    async def bench():
        port = task.port
        await task.begin()
        bits, labels = task.samples(BATCH)
        words = task.host.samples(bits)
        await task.exchange(bits[:-1], labels[:-1])
        await port.exchange({port.core.labels: labels[-1:].tolist()})
        for name, layer in (("rows", 0), ("group", 0), ("batch_size", None), ("control", None)):
            await port.put(name, 1, layer)
            await task.errors(["busy"])
        assert len(words) == BATCH
        await port.exchange(
            {port.core.samples: [int.from_bytes(word.tobytes(), "little") for word in words[-1]]},
            port.core.results,
            1,
        )
        task.golden(bits, labels)
        await task.compare(41)

    task.run(bench)


@DEEP
@pytest.mark.parametrize("samples_per_read", [1, 2])
def test_a_write_at_any_time_is_refused_if_something_is_under_way(samples_per_read, deep):
    """Not a cycle too late, although a large core knows a cycle late that all has ended."""
    task = Task(deep_pipeline=deep, samples_per_read=samples_per_read, banks=4)
    port, source, refused = task.port, np.random.default_rng(1), []
    writes, ended = [], []

    async def bench():
        await task.begin()
        for minibatch in (41, 42):
            bits, labels = task.samples(BATCH)
            writes.append(True)
            await task.exchange(bits, labels)
            while refused[-1]:
                await port.ctx.tick()
            writes.clear()
            await port.ctx.tick().repeat(2)
            task.golden(bits, labels)
            await task.compare(minibatch)
        ended.append(True)

    async def writer(ctx):
        csr, under_way = port.core.csr, port.core.under_way
        while not ended:
            await ctx.tick().repeat(int(source.integers(1, 4)))
            if writes:
                ctx.set(csr.address, address("seed"))
                ctx.set(csr.write_data, 7)
                ctx.set(csr.write_enable, 1)
                before = ctx.get(under_way)
                await ctx.tick()
                ctx.set(csr.write_enable, 0)
                refused.append(ctx.get(csr.error))
                assert refused[-1] >= (ctx.get(under_way) if deep else before)

    async def host(ctx):
        port.ctx = ctx
        await bench()

    simulator(port.core, host, writer).run()
    assert set(refused) == {0, 1}
