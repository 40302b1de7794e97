"""What a host does wrong: the core says so, learns nothing from it, and trains on afterwards."""

import dataclasses

import numpy as np
import pytest

from bep_hw.spec import payloads
from bep_hw.spec.network import Recurrent
from bep_hw.spec.payloads import load_fields, packed
from bep_hw.spec.registers import FLUSH, REFRESH, TRAIN, address
from tests.helpers.bench import DEEP
from tests.helpers.core_task import BATCH, NETWORK, Task

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
        for _ in range(500):
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


@DEEP
@pytest.mark.parametrize("how", ["flush", "size"])
def test_a_minibatch_ends_while_the_core_looks_at_its_table(how, deep):
    """Which it does when a register of the table is written, of a recurrent core the size too."""
    network = Recurrent(layers=(14, 6, 4), classes=3, steps=3)
    task = Task(network if how == "size" else NETWORK, deep_pipeline=deep)

    async def bench():
        port = task.port
        await task.begin()
        bits, labels = task.samples(3)
        await task.exchange(bits, task.host.payloads(bits, labels)[1])
        await port.wait()
        if how == "size":
            await port.put("batch_size", 3)
        else:
            await port.put("rows", await port.get("rows", 0), 0)
            await port.put("control", TRAIN | FLUSH)
        task.golden(bits, labels)
        await task.compare(41)
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
