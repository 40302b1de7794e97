"""The core with AXI, on its emitted Verilog; what it must do stands in bus_checks.py."""

import itertools

import bus_checks
import cocotb
from axi_bus import AxiBus
from cocotb.triggers import ClockCycles

OPTIONS = {"timeout_time": 20, "timeout_unit": "ms"}


async def bus(dut, **options):
    axi = AxiBus(dut, **options)
    await axi.start()
    return axi


@cocotb.test(**OPTIONS)
@cocotb.parametrize(seed=range(2), stall=[0.0, 0.3])
async def trains_by_streams(dut, seed, stall):
    await bus_checks.trains(await bus(dut, stall=stall, seed=seed), seed)


@cocotb.test(**OPTIONS)
@cocotb.parametrize(stall=[0.0, 0.3])
async def trains_by_registers(dut, stall):
    await bus_checks.trains(await bus(dut, stall=stall, streams=False), 0)


@cocotb.test(**OPTIONS)
async def says_what_it_can_do(dut):
    await bus_checks.capabilities(await bus(dut, stall=0.2))


@cocotb.test(**OPTIONS)
async def refuses_illegal_accesses(dut):
    axi = await bus(dut, stall=0.1)
    watch = cocotb.start_soon(axi.watch())
    await bus_checks.illegal(axi)
    watch.cancel()


@cocotb.test(**OPTIONS)
async def refuses_what_it_has_no_room_for(dut):
    await bus_checks.full(await bus(dut, streams=False))


@cocotb.test(**OPTIONS)
async def streams_wait_for_each_other(dut):
    """Nobody takes results for long; then all are there."""
    axi = await bus(dut)
    watch = cocotb.start_soon(axi.watch())
    axi.sink.pause = True
    task = cocotb.start_soon(bus_checks.predicts(axi))
    await ClockCycles(axi.clock, 8000)
    assert dut.m_axis_tvalid.value and dut.s_axis_tvalid.value and not dut.s_axis_tready.value
    axi.sink.set_pause_generator(itertools.cycle([0, 1, 1, 0, 1]))
    await task
    watch.cancel()


@cocotb.test(**OPTIONS)
async def keeps_in_step_with_wrong_packets(dut):
    await bus_checks.misframed(await bus(dut, stall=0.2))


@cocotb.test(**OPTIONS)
async def notices_missing_bytes(dut):
    await bus_checks.partial(await bus(dut, stall=0.1))


@cocotb.test(**OPTIONS)
@cocotb.parametrize(cycles=[1, 13, 300], hard=[False, True])
async def trains_after_a_reset(dut, cycles, hard):
    await bus_checks.resets(await bus(dut, stall=0.2, seed=cycles), cycles, hard)


@cocotb.test(**OPTIONS)
async def an_offered_result_stays(dut):
    """Nobody takes it, while registers are read and written, and it goes through a reset."""
    axi = await bus(dut)
    watch = cocotb.start_soon(axi.watch())
    axi.sink.pause = True
    await bus_checks.offers(axi)
    assert dut.m_axis_tvalid.value
    axi.sink.pause = False
    await ClockCycles(axi.clock, 5)
    assert not dut.m_axis_tvalid.value
    watch.cancel()


@cocotb.test(**OPTIONS)
async def learns_nothing_that_is_illegal(dut):
    await bus_checks.unfit(await bus(dut))


@cocotb.test(**OPTIONS)
@cocotb.parametrize(stall=[0.0, 0.3])
async def interrupts(dut, stall):
    await bus_checks.interrupts(await bus(dut, stall=stall))
