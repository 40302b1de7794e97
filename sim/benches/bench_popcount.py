"""The XNOR-popcount on its Verilog: corners, then random words with the enable at random."""

import os
import random

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import FallingEdge

WIDTH = int(os.environ.get("BEP_WIDTH", "64"))
STAGES = int(os.environ.get("BEP_STAGES", "1"))
ONES = (1 << WIDTH) - 1
ALTERNATE = ONES // 3
CORNERS = [
    (weights, inputs, mask)
    for weights in (0, ONES, ALTERNATE)
    for inputs in (0, ONES, ALTERNATE)
    for mask in (0, 1, 1 << WIDTH - 1, ONES)
]


@cocotb.test()
@cocotb.parametrize(seed=range(3))
async def counts_what_agrees(dut, seed):
    rng = random.Random(seed)
    words = CORNERS + [tuple(rng.getrandbits(WIDTH) for _ in range(3)) for _ in range(500)]
    dut.rst.value = 0
    dut.enable.value = 0
    Clock(dut.clk, 10, "ns").start()
    await FallingEdge(dut.clk)
    first, pipeline = None, []
    for weights, inputs, mask in words:
        dut.weights.value, dut.inputs.value, dut.mask.value = weights, inputs, mask
        enable = rng.random() < 0.7
        dut.enable.value = enable
        # The first register holds without enable; those behind it only pass on.
        if enable:
            first = (~(weights ^ inputs) & mask & ONES).bit_count()
        pipeline.append(first)
        await FallingEdge(dut.clk)
        if len(pipeline) >= STAGES and pipeline[-STAGES] is not None:
            assert int(dut.count.value) == pipeline[-STAGES]
