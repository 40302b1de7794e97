"""A core without status and checks trains in the same cycles; the page has what was measured."""

import numpy as np
import pytest

from bep_hw.cosim.amaranth_port import simulator
from sim.measure import checks
from tests.helpers.core_task import BATCH, Task


def trained(**parameters):
    """(cycles from the first sample to the end of two minibatches, results)."""
    task, found, counted = Task(**parameters), {}, []
    bits, labels = task.samples(2 * BATCH)

    async def host(ctx):
        task.port.ctx = ctx
        await task.begin()
        await task.port.wait()
        found["begin"] = len(counted)
        found["results"] = await task.exchange(bits, labels)
        await task.port.wait()
        found["end"] = len(counted)

    async def clock(ctx):
        while "end" not in found:
            await ctx.tick()
            counted.append(1)

    simulator(task.port.core, host, clock).run()
    steps = [task.golden(bits[at:][:BATCH], labels[at:][:BATCH]) for at in (0, BATCH)]
    assert any(step.triggered.any() for step in steps)
    return found["end"] - found["begin"], found["results"]


@pytest.mark.parametrize("deep", [False, True], ids=["plain", "deep"])
def test_checks_take_no_cycle(deep):
    with_checks, results = trained(deep_pipeline=deep)
    with checks.unchecked():
        without, same = trained(deep_pipeline=deep)
    assert with_checks == without
    np.testing.assert_array_equal(results, same)


def test_a_core_without_checks_has_none():
    texts = [checks.verilog(checks.CASES[-1], checks=kept) for kept in (True, False)]
    for part in ("table_check", "minibatch_pending"):
        assert [part in text for text in texts] == [True, False]


def test_the_page_has_all_rows():
    rows = checks.read()
    assert len(rows) == 2 * len(checks.CASES)
    assert (checks.RESULTS / "checks.md").read_text() == checks.page(rows)
