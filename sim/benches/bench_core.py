"""The core on its emitted Verilog: stalls on every stream, and a reset in mid-minibatch."""

import cocotb
import numpy as np
from cocotb.triggers import ClockCycles
from host import Host
from problems import CORES, problem

from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.spec.registers import TRAIN

CONFIG = CORES["4x16-lanes4"]
BATCH, BATCHES = 4, 2


def expected(p):
    """(predictions, margins, triggered) and the counters after BATCHES golden minibatches."""
    state = NetworkState.start(
        p.network, p.classifier, p.counters, **p.common, minibatch=p.minibatch
    )
    steps = [
        train_step(
            state, p.bits[start : start + BATCH], p.labels[start : start + BATCH], p.settings
        )
        for start in range(0, BATCH * BATCHES, BATCH)
    ]
    fields = ("predictions", "margins", "triggered")
    return [np.concatenate([getattr(s, f) for s in steps]) for f in fields], state.counters


async def train_and_compare(host):
    """Train BATCHES minibatches and compare everything with the golden model."""
    p, core = host.p, host.procedures
    await host.begin()
    results = await host.do(core.train(p.bits, p.labels, p.settings, BATCH))
    golden, counters = expected(p)
    for want, got in zip(golden, results, strict=True):
        np.testing.assert_array_equal(want, got)
    for want, got in zip(counters, await host.do(core.counters()), strict=True):
        np.testing.assert_array_equal(want, got)
    assert await host.port.get("minibatch") == p.minibatch + BATCHES


@cocotb.test(timeout_time=20, timeout_unit="ms")
@cocotb.parametrize(seed=range(3), stall=[0.0, 0.4])
async def trains_bit_exactly(dut, seed, stall):
    """Two minibatches with random stalls on every stream."""
    host = Host(dut, CONFIG, problem(seed, BATCH * BATCHES), stall=stall, seed=seed)
    await host.port.start()
    await train_and_compare(host)


@cocotb.test(timeout_time=20, timeout_unit="ms")
@cocotb.parametrize(cycles=[1, 37, 150, 400, 900])
async def trains_after_a_reset(dut, cycles):
    """A reset anywhere in a minibatch leaves nothing behind that a reload does not set right."""
    host = Host(dut, CONFIG, problem(3, BATCH * BATCHES), stall=0.2, seed=cycles)
    await host.port.start()
    await host.begin()
    p, core = host.p, host.procedures
    await host.do(core.set(p.settings, BATCH))
    await host.port.put("control", TRAIN)
    samples, labels = core.payloads(p.bits, p.labels)
    tasks = [
        *host.port.feed(samples[: BATCH - 1], labels[: BATCH - 1]),
        cocotb.start_soon(host.port.receive("results", BATCH)),
    ]
    await ClockCycles(dut.clk, cycles)
    for task in tasks:
        task.cancel()
    await train_and_compare(host)
