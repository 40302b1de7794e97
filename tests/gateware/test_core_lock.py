"""No register of a core is written while anything is under way."""

import numpy as np
import pytest

from bep_hw.cosim.amaranth_port import simulator
from bep_hw.spec.registers import FLUSH, TRAIN, address
from tests.helpers.bench import DEEP
from tests.helpers.core_task import BATCH, Task


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


@DEEP
def test_no_register_is_written_in_the_cycle_after_a_flush(deep):
    """The end of a minibatch is under way by then."""
    task = Task(deep_pipeline=deep)

    async def bench():
        port = task.port
        await task.begin()
        bits, labels = task.samples(BATCH - 1)
        await task.exchange(bits, labels)
        await port.wait()
        await port.put("control", TRAIN | FLUSH)
        await port.put("rows", 1, 0)
        await task.errors(["busy"])
        task.golden(bits, labels)
        await task.compare(41)

    task.run(bench)
