"""The core with Wishbone, on its emitted Verilog; what it must do stands in bus_checks.py."""

import bus_checks
import cocotb
from wishbone_bus import WishboneBus

OPTIONS = {"timeout_time": 20, "timeout_unit": "ms"}


async def bus(dut, **options):
    wishbone = WishboneBus(dut, **options)
    await wishbone.start()
    return wishbone


@cocotb.test(**OPTIONS)
@cocotb.parametrize(pipelined=[True, False], stall=[0.0, 0.3])
async def trains(dut, pipelined, stall):
    await bus_checks.trains(await bus(dut, pipelined=pipelined, stall=stall), 0)


@cocotb.test(**OPTIONS)
async def says_what_it_can_do(dut):
    await bus_checks.capabilities(await bus(dut, pipelined=True, stall=0.2))


@cocotb.test(**OPTIONS)
@cocotb.parametrize(pipelined=[True, False])
async def refuses_illegal_accesses(dut, pipelined):
    await bus_checks.illegal(await bus(dut, pipelined=pipelined, stall=0.1))


@cocotb.test(**OPTIONS)
async def refuses_what_it_has_no_room_for(dut):
    await bus_checks.full(await bus(dut, pipelined=True))


@cocotb.test(**OPTIONS)
async def keeps_in_step_with_wrong_packets(dut):
    await bus_checks.misframed(await bus(dut, pipelined=True, stall=0.2))


@cocotb.test(**OPTIONS)
@cocotb.parametrize(pipelined=[True, False], cycles=[7, 300], hard=[False, True])
async def trains_after_a_reset(dut, pipelined, cycles, hard):
    port = await bus(dut, pipelined=pipelined, stall=0.2, seed=cycles)
    await bus_checks.resets(port, cycles, hard)


@cocotb.test(**OPTIONS)
async def learns_nothing_that_is_illegal(dut):
    await bus_checks.unfit(await bus(dut, pipelined=True))


@cocotb.test(**OPTIONS)
@cocotb.parametrize(pipelined=[True, False])
async def interrupts(dut, pipelined):
    await bus_checks.interrupts(await bus(dut, pipelined=pipelined))
