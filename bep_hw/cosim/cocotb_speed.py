"""The cocotb side of the benchmark: trains the core, all streams driven cycle by cycle."""

import json
import os
import time
from pathlib import Path

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import FallingEdge, RisingEdge


@cocotb.test()
async def cycles_per_second(dut):
    """Write the registers, then feed samples and take results for a while."""
    for stream in ("samples", "labels", "load", "fetch"):
        getattr(dut, f"{stream}__valid").value = 0
        getattr(dut, f"{stream}__payload").value = 0
    dut.fetched__ready.value = 0
    dut.rst.value = 1
    Clock(dut.clk, 10, "ns").start()
    for _ in range(2):
        await FallingEdge(dut.clk)
    dut.rst.value = 0
    for address, value in json.loads(os.environ["BEP_REGISTERS"]):
        dut.csr__address.value, dut.csr__write_data.value = address, value
        dut.csr__write_enable.value = 1
        await FallingEdge(dut.clk)
    dut.csr__write_enable.value = 0

    word, label, results, cycles = 1, 0, 0, 0
    words = (1 << len(dut.samples__payload)) - 1
    seconds = float(os.environ["BEP_SECONDS"])
    dut.samples__valid.value = dut.labels__valid.value = dut.results__ready.value = 1
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        for _ in range(100):
            dut.samples__payload.value = word
            dut.labels__payload.value = label
            await RisingEdge(dut.clk)
            if dut.samples__ready.value:
                word = word * 0x9E3779B97F4A7C15 + 1 & words
            if dut.labels__ready.value:
                label = 1 - label
            results += int(dut.results__valid.value)
            await FallingEdge(dut.clk)
        cycles += 100
    elapsed = time.perf_counter() - began
    assert results, "the core gave no result"
    Path(os.environ["BEP_ANSWER"]).write_text(json.dumps({"cycles_per_second": cycles / elapsed}))
