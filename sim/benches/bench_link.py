"""The link of the core behind a UART, on its emitted Verilog: every reply, to the byte.

What is no request is not answered and does nothing; faults on the wire cost the byte that they hit.
What any bus must do stands in bus_checks.py.
"""

import random
import struct

import bus_checks
import cocotb
from bench_uart import OPTIONS, connect, line
from cocotb.task import bridge
from cocotb.triggers import FallingEdge, Timer
from uart_bus import BIT, BYTE, PERIOD, UartBus, frame, reply

from bep_hw.spec.link import (
    ESCAPE,
    FIRST,
    FLAG,
    REPLY_WORDS,
    REQUEST_WORDS,
    TRIES,
    encode,
    operation,
)
from bep_hw.spec.registers import VERSION, address

LONG = REQUEST_WORDS // 16
"""In the time of so many bytes the longest request is carried out."""

NOWHERE = 0x1FF
"""No register has this address."""


def reads(name, until, **options):
    return operation(address(name), until, write=False, **{"patient": False, **options})


def writes(name, until, **options):
    return operation(address(name), until, write=True, **{"patient": False, **options})


def asks(number, *operations):
    """A request that notes a number in the register `seed` and then does the operations."""
    return frame([FIRST, writes("seed", 3), number, *operations])


async def is_as_before(line, number):
    """The link answers, and `seed` is what it was."""
    answer = await line.asked(frame([FIRST, reads("seed", 1), reads("version", 2)]))
    assert answer == reply([number, VERSION], 3)


@cocotb.test(**OPTIONS)
async def answers_what_is_asked(dut):
    """Reads, writes, nothing to do, and words that look like flags and escapes."""
    host = await line(dut)
    assert await host.asked(frame([FIRST])) == reply([], 1)
    assert await host.asked(frame([0xFFFF_FF00])) == reply([], 1)  # a head is 8 bits
    for word in (0, 0xFFFF_FFFF, FLAG << 24 | ESCAPE << 16 | ESCAPE << 8 | FLAG, 0xA5A5_5A5A):
        answer = await host.asked(asks(word, reads("seed", 1), reads("version", 2)))
        assert answer == reply([word, VERSION], 5)
    # The read goes on at the second word; of the first write nothing is left to be done.
    words = [FIRST, writes("seed", 2), writes("minibatch", 4), 7, reads("seed", 0)]
    answer = await host.asked(frame([*words, reads("minibatch", 1), reads("seed", 1)]))
    assert answer == reply([7], 7)


@cocotb.test(**OPTIONS)
async def refuses_what_it_cannot_do(dut):
    """The reply says at which word; what stands behind it is not done."""
    host = await line(dut)
    unknown = {"patient": False}
    for number, (wrong, position) in enumerate(
        (
            ([operation(NOWHERE, 1, write=False, **unknown)], 4),
            ([operation(NOWHERE, 5, write=True, **unknown), 1], 4),
            ([writes("version", 5), 1], 4),
            ([reads("results", 1)], 4),
            ([writes("batch_size", 5), 0], 4),
            ([writes("minibatch", 6), 1, 2], 5),  # the second word has no register
        )
    ):
        answer = await host.asked(asks(number, *wrong, writes("seed", 99), 0xBAD))
        assert answer == reply([], position, refused=True)
        assert int(dut.refused.value)
        await is_as_before(host, number)
        assert not int(dut.refused.value)


@cocotb.test(**OPTIONS)
async def refuses_more_than_a_request_or_a_reply_has(dut):
    host = await line(dut)
    answer = await host.asked(frame([FIRST, writes("seed", 99), 5]))
    assert answer == reply([], 3, refused=True)
    await is_as_before(host, 5)
    every = [reads("version", until) for until in range(1, REPLY_WORDS + 1)]
    answer = await host.asked(frame([FIRST, *every[:-1]]), LONG)
    assert answer == reply([VERSION] * (REPLY_WORDS - 1), REPLY_WORDS)
    answer = await host.asked(frame([FIRST, *every, writes("seed", 999), 6]), LONG)
    assert answer == reply([VERSION] * (REPLY_WORDS - 1), REPLY_WORDS + 1, refused=True)
    await is_as_before(host, 5)


@cocotb.test(**OPTIONS)
async def answers_again_what_it_has_done(dut):
    """A request with the number of the last one is not done twice, but FIRST always is."""
    host = await line(dut)
    for sequence in (1, 0x55, 0xAA, 0xFF):
        await host.asked(frame([FIRST, writes("seed", 3), 1]))
        words = [reads("seed", 1), writes("seed", 4), 2]
        once = reply([1], 4, sequence=sequence)
        for _ in range(3):
            assert await host.asked(frame([sequence, *words])) == once
        assert await host.asked(frame([FIRST, *words])) == reply([2], 4)


@cocotb.test(**OPTIONS)
@cocotb.parametrize(seed=[6])
async def drops_what_is_no_request(dut, seed):
    """Wrong CRC, parts of words, too few words, or too many: no answer, and nothing is done."""
    host, source = await line(dut), random.Random(seed)
    await host.asked(asks(seed))
    bad = asks(0xBAD)[1:-1]
    body = struct.pack("<3I", FIRST, writes("seed", 3), 0xBAD)
    wrong = [b"", bytes(4), bytes(2), *(encode(body[:size])[1:-1] for size in (0, 9, 10, 11))]
    wrong += [bad[:-1], bad[1:], bad + bytes(1)]
    for _ in range(6):
        spoilt = bytearray(bad)
        spoilt[source.randrange(len(bad))] ^= 1 << source.randrange(4)
        wrong.append(bytes(spoilt))
    for part in wrong:
        flag = bytes([FLAG])
        assert await host.asked(flag + part + flag) == b"", part
        await is_as_before(host, seed)
    fill = [source.getrandbits(32) for _ in range(REQUEST_WORDS)]
    longest = [FIRST, operation(NOWHERE, 0, write=False, patient=False), *fill][: REQUEST_WORDS - 1]
    assert await host.asked(frame([*longest, 0])) == b""
    await is_as_before(host, seed)
    # One word less is as long as a request may be; its second operation is no register.
    longest[2] = operation(NOWHERE, 1, write=False, patient=False)
    assert await host.asked(frame(longest)) == reply([], 3, refused=True)


@cocotb.test(**OPTIONS)
async def drops_what_comes_while_it_answers(dut):
    """Of two requests without a pause the first is done; the rest of the second does no harm."""
    host = await line(dut)
    await host.asked(asks(1))
    twice = frame([FIRST, reads("seed", 1)]) + frame([FIRST, writes("seed", 3), 0xBAD])
    await host.source.write(twice)
    assert await host.heard(len(twice) + 2) == reply([1], 2)
    await is_as_before(host, 1)


@cocotb.test(**OPTIONS)
async def loses_the_bytes_that_the_wire_spoils(dut):
    """Disturbances, bytes without a stop bit and a broken wire cost no byte but their own."""
    host = await line(dut)
    data = asks(3, reads("seed", 1))

    async def disturbance():
        dut.rx.value = 0
        await Timer(BIT // 4, "ns")
        await host.drive([1])

    async def no_stop_bit():
        await host.drive([0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0])

    async def broken_wire():
        await host.drive([0] * 25)

    for place, fault in enumerate((disturbance, no_stop_bit, broken_wire, disturbance), 1):
        await host.asked(data[: 3 * place])
        await fault()
        assert await host.asked(data[3 * place :]) == reply([3], 4), fault
    # The same of a byte of the request itself: it is no request any more.
    bad = asks(0xBAD)
    await host.asked(bad[:8])
    await host.drive([0, *(bad[8] >> bit & 1 for bit in range(8)), 0])
    assert await host.asked(bad[9:]) == b""
    await is_as_before(host, 3)


@cocotb.test(**OPTIONS)
async def tries_a_patient_access_and_gives_up(dut):
    host = await line(dut)
    request = asks(4, reads("results", 1, patient=True), writes("seed", 99), 0xBAD)
    await host.source.write(request)
    await host.source.wait()
    assert await host.heard(TRIES * PERIOD // BYTE) == b""  # a try takes more than a cycle
    assert await host.heard(4 * TRIES * PERIOD // BYTE) == reply([], 4, refused=True)
    await is_as_before(host, 4)
    # A refused write takes results meanwhile, of which there are none.
    request = asks(5, writes("fetch", 5, patient=True), 0xFFFF_FFFF)
    answer = await host.asked(request, 5 * TRIES * PERIOD // BYTE)
    assert answer == reply([], 4, refused=True)


@cocotb.test(**OPTIONS)
async def brings_results_while_samples_wait(dut):
    """More samples in a request than the core has room for; and `result` tells of each."""
    host, seen = await line(dut), []

    async def count():
        while True:
            await FallingEdge(dut.clk)
            if int(dut.result.value):
                seen.append(1)

    counting = cocotb.start_soon(count())
    await bus_checks.predicts(await bridge(connect)(host))
    counting.cancel()
    assert len(seen) == 100


@cocotb.test(**OPTIONS)
async def says_what_it_can_do(dut):
    await bus_checks.capabilities(UartBus(await line(dut)))


@cocotb.test(**OPTIONS)
async def refuses_illegal_accesses(dut):
    await bus_checks.illegal(UartBus(await line(dut)))


@cocotb.test(**OPTIONS)
async def refuses_what_it_has_no_room_for(dut):
    await bus_checks.full(UartBus(await line(dut)))


@cocotb.test(**OPTIONS)
async def keeps_in_step_with_wrong_packets(dut):
    await bus_checks.misframed(UartBus(await line(dut)))


@cocotb.test(**OPTIONS)
async def learns_nothing_that_is_illegal(dut):
    await bus_checks.unfit(UartBus(await line(dut)))
