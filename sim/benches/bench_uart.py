"""The core behind a UART, on its emitted Verilog: somebody else's UART, and lines with faults.

The simulated board of bep_hw/cosim/serial_board.py does more of this, faster; here the other end of
the line shares nothing with it.
"""

import random

import bus_checks
import cocotb
from bench_core import BATCH, BATCHES
from cocotb.task import bridge
from faulty_line import FaultyLine
from problems import problem
from uart_bus import BYTE, Line

from bep_hw.host.link import Serial
from bep_hw.spec.link import encode

WIDEST = 16

OPTIONS = {"timeout_time": 200, "timeout_unit": "ms"}


async def line(dut):
    found = Line(dut)
    await found.start()
    return found


def connect(line):
    """A session that repeats a request soon."""
    times = dict(timeout=100e-6, hello_timeout=100e-6, byte_time=BYTE * 1e-9)
    return Serial(line, clock=line.clock, **times)


def train_and_compare(line, seed):
    """A session with two minibatches, bit for bit as in the golden model."""
    bus = connect(line)
    p = problem(seed, BATCH * BATCHES, widest=WIDEST)
    bus_checks.train_and_compare(bus_checks.driver_of(bus, p), p)
    return bus


@cocotb.test(**OPTIONS)
async def trains(dut):
    good = await line(dut)
    bus = await bridge(train_and_compare)(good, 0)
    assert bus.repeats == 0


@cocotb.test(**OPTIONS)
@cocotb.parametrize(seed=[4])
async def trains_over_a_faulty_line(dut, seed):
    faulty = FaultyLine(await line(dut), seed=seed)
    bus = await bridge(train_and_compare)(faulty, seed)
    assert faulty.faults > 5 and bus.repeats > 2


@cocotb.test(**OPTIONS)
async def trains_after_a_host_that_disappeared(dut):
    """In the middle of a minibatch and of a frame."""
    good = await line(dut)
    p, source = problem(3, BATCH * BATCHES, widest=WIDEST), random.Random(3)

    @bridge
    def begin():
        bus = connect(good)
        driver = bus_checks.driver_of(bus, p)
        driver.load(p.counters, p.minibatch)
        bus.put("batch_size", BATCH)
        bus.put("control", 1)
        bus.exchange(bus_checks.packets_of(driver, p.bits, p.labels)[: BATCH - 2])

    await begin()
    frame = encode(source.randbytes(100))
    await good.source.write(frame[: source.randrange(1, len(frame))])
    await good.source.wait()
    await bridge(train_and_compare)(good, 3)
