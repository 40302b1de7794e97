"""Checks of a core behind any bus; the benches of all buses run them."""

import random

import numpy as np
from bench_core import BATCH, BATCHES, CONFIG, expected
from cocotb.task import bridge, resume
from cocotb.triggers import ClockCycles
from problems import problem

from bep_hw.gateware.bus.shell import RESULTS, SAMPLE_WORDS
from bep_hw.golden.commit import weights
from bep_hw.golden.forward import forward, signs
from bep_hw.golden.margin import margins
from bep_hw.golden.popcount import dot
from bep_hw.host import packing
from bep_hw.host.bus import BusError, packets, pieces_of
from bep_hw.host.driver import Driver
from bep_hw.spec.registers import (
    BUS_ADDRESS_BITS,
    ERRORS,
    FLUSH,
    GLOBAL,
    INTERRUPTS,
    LAYER,
    REFRESH,
    RESULT,
    TRAIN,
    VERSION,
    WINDOW,
    WINDOWS,
    address,
    of_bus,
)

NARROW = {"widest": 24}
"""Words that a driver loads one by one take most of the time."""


def driver_of(bus, p):
    return Driver(bus, p.network, p.classifier, core=CONFIG, seed=p.seed)


def packets_of(driver, bits, labels):
    """(n, words): samples and labels as a bus takes them."""
    return packets(*driver.procedures.payloads(bits, labels))


def train_and_compare(driver, p):
    """Train BATCHES minibatches and compare everything with the golden model."""
    driver.load(p.counters, p.minibatch)
    results = driver.step(p.bits, p.labels, p.settings, BATCH)
    golden, counters = expected(p)
    for want, got in zip(golden, results, strict=True):
        np.testing.assert_array_equal(want, got)
    for want, got in zip(counters, driver.counters(), strict=True):
        np.testing.assert_array_equal(want, got)
    assert driver.minibatch == p.minibatch + BATCHES
    assert not driver.port.get("errors")


def predicted(p, bits):
    """Predictions and margins of the golden model, before any training."""
    _, a = forward([weights(c) for c in p.counters], signs(bits))
    return margins(dot(a[-1], p.classifier), p.labels[: len(bits)])


@bridge
def trains(bus, seed):
    """Everything is bit for bit as in the golden model."""
    p = problem(seed, BATCH * BATCHES, **NARROW)
    train_and_compare(driver_of(bus, p), p)


@bridge
def capabilities(bus):
    """A host reads what the core can do."""
    core = CONFIG
    for name, value in {
        "version": VERSION,
        "tile": core.tile_rows | core.tile_columns << 16,
        "lanes": core.lanes | core.hidden_bits << 16,
        "max_batch": core.max_batch,
        "limits": core.max_layers | core.max_classes << 8 | core.samples_per_read << 24,
        "fingerprint": core.fingerprint,
    }.items():
        assert bus.get(name) == value, name


def refused(access, *arguments):
    """Whether the bus answers an access with its error."""
    try:
        access(*arguments)
    except BusError:
        return True
    return False


def layer_registers():
    """(register, layer) of the whole layer table."""
    return [(register, layer) for layer in range(CONFIG.max_layers) for register in LAYER]


@bridge
def illegal(bus):
    """What is not in the map, or not for reading, or not for writing, or not now, does nothing."""
    p, source = problem(0, BATCH * BATCHES, **NARROW), random.Random(0)
    driver = driver_of(bus, p)
    driver.load(p.counters, p.minibatch)
    once = (*GLOBAL, *of_bus(bus.name))
    kept = [(r.name, None) for r in once if r.access == "rw" and not r.clears]
    kept += [(register.name, layer) for register, layer in layer_registers()]
    before = [driver.port.get(*place) for place in kept]

    mapped = {address(r.name): r for r in once}
    mapped |= {address(register.name, layer): register for register, layer in layer_registers()}
    mapped |= {r.address + index: r for r in WINDOWS for index in range(WINDOW)}
    readable = {place for place, register in mapped.items() if register.readable}
    writable = {place for place, register in mapped.items() if register.writable}
    every = set(range(1 << BUS_ADDRESS_BITS))
    corners = {address("status"), address("results"), address("fetched"), 0x07, 0x1FF, 0x3FF}
    corners |= {address("rows", CONFIG.max_layers), address("reinforce", 0) + 1}
    for place in {*source.sample(sorted(every - readable), 60), *corners - {address("status")}}:
        assert refused(bus.read, place), hex(place)
    for place in {*source.sample(sorted(every - writable), 60), *corners}:
        assert refused(bus.write, place, [source.getrandbits(32)]), hex(place)
    # The UART has no byte enables.
    for place in source.sample(sorted(writable), 20) if bus.name != "uart" else ():
        mask = source.choice([1, 2, 3, 4, 6, 7, 8, 12, 14])
        assert refused(bus.write_some, place, source.getrandbits(32), mask), hex(place)
    # In a burst as well, and what comes before and behind it still counts.
    assert refused(bus.write, address("minibatch"), [7, 7])
    assert driver.port.get("minibatch") == 7
    driver.port.put("minibatch", p.minibatch)

    for name, layer, value in (
        *(("batch_size", None, size) for size in (0, CONFIG.max_batch + 1, 1 << 16)),
        *(("layers", None, layers) for layers in (0, 1, CONFIG.max_layers + 1)),
        *((name, 0, 0) for name in ("rows", "group", "column_blocks")),
        *(("fetch", None, place) for place in (CONFIG.counter_depth, 1 << 31)),
    ):
        assert refused(driver.port.put, name, value, layer), name
    assert before == [driver.port.get(*place) for place in kept]
    kinds = [*ERRORS]
    found = driver.port.get("errors")
    assert found == 1 << kinds.index("value") | 1 << kinds.index("address")
    driver.port.put("errors", found)
    train_and_compare(driver, p)


@bridge
def unfit(bus):
    """Samples for a table that is not legal are refused; a label that is no class is not learnt."""
    p = problem(3, BATCH * BATCHES, **NARROW)
    driver = driver_of(bus, p)
    driver.load(p.counters, p.minibatch)
    port, kinds = driver.port, [*ERRORS]
    group = port.get("group", 0)
    assert port.get("rows", 0) > 2
    port.put("group", port.get("rows", 0) - 1, 0)  # does not divide them
    port.wait()
    for name in ("samples", "label"):
        assert refused(port.put, name, 0), name
    port.put("control", REFRESH)
    port.wait()
    assert port.get("errors") == 1 << kinds.index("table")
    port.put("group", group, 0)
    port.put("errors", ~0 & 0xFFFF_FFFF)
    port.put("batch_size", BATCH)
    port.put("control", TRAIN)
    wrong = packets_of(driver, p.bits, p.labels)[: BATCH - 1]
    wrong[:, -1] = [CONFIG.max_classes, 1 << 31, *[p.network.classes] * (len(wrong) - 2)]
    *_, triggered = RESULT
    assert not any(triggered.of(word) for word in port.exchange(wrong))
    port.wait()
    assert port.get("errors") == 1 << kinds.index("label")
    port.put("control", TRAIN | FLUSH)
    port.wait()
    port.put("errors", 1 << kinds.index("label"))
    for want, got in zip(p.counters, driver.counters(), strict=True):
        np.testing.assert_array_equal(want, got)
    train_and_compare(driver, p)


@bridge
def full(bus):
    """Words are refused when there is no room, and those that were taken are all there."""
    p = problem(1, 100, **NARROW)
    driver = driver_of(bus, p)
    driver.load(p.counters, p.minibatch)
    driver.port.put("control", 0)
    words = [
        (name, int(word))
        for *inputs, label in packets_of(driver, p.bits, p.labels)
        for name, word in (*(("samples", word) for word in inputs), ("label", label))
    ]
    results, polls = [], 0
    # Nobody takes results, so at some time the core takes no more samples.
    while polls < 100:
        if driver.port.get("room"):
            driver.port.put(*words.pop(0))
            polls = 0
        polls += 1
    assert driver.port.get("waiting") == RESULTS and driver.port.get("status") == 1
    for name in ("samples", "label", "fetch"):
        assert refused(driver.port.put, name, 0), name
    # All ones is no kind of word that a memory takes: one waits, no other is taken.
    assert refused(bus.write, address("load"), [0xFFFF_FFFF] * WINDOW)
    while len(results) < len(p.labels):
        if words and driver.port.get("room"):
            driver.port.put(*words.pop(0))
        elif driver.port.get("waiting"):
            results.append(driver.port.get("results"))
    for want, got in zip(predicted(p, p.bits), packing.results(results, RESULT), strict=False):
        np.testing.assert_array_equal(want, got)
    driver.port.wait()
    assert driver.port.get("waiting") == 0 and driver.port.get("room") == SAMPLE_WORDS


@bridge
def predicts(bus):
    """Many samples without training."""
    p = problem(1, 100, **NARROW)
    driver = driver_of(bus, p)
    driver.load(p.counters, p.minibatch)
    predictions, _ = predicted(p, p.bits)
    np.testing.assert_array_equal(predictions, driver.infer(p.bits))
    assert not driver.port.get("errors")


@bridge
def misframed(bus):
    """Too short a packet is filled up, too long a one cut off, and the next one is right."""
    p = problem(2, 5, **NARROW)
    driver = driver_of(bus, p)
    driver.load(p.counters, p.minibatch)
    driver.port.put("control", 0)
    bits = p.bits.copy()
    sent = [list(packet) for packet in packets_of(driver, bits, p.labels)]
    driver.port.exchange(sent[:1])
    assert not driver.port.get("errors")
    sent[1][-1:-1] = [0xFFFF_FFFF] * 2
    del sent[3][-2]
    bits[3, (len(sent[3]) - 1) * CONFIG.tile_columns :] = 0
    results = driver.port.exchange(sent)
    for want, got in zip(predicted(p, bits), packing.results(results, RESULT), strict=False):
        np.testing.assert_array_equal(want, got)
    assert driver.port.get("errors") == 1 << [*ERRORS].index("frame")
    driver.port.put("errors", 0xFFFF_FFFF)
    assert not driver.port.get("errors")


@bridge
def partial(bus):
    """Bytes that a word of a stream lacks are 0, and an error; the next packet is right."""
    p, source = problem(2, 4, **NARROW), random.Random(1)
    driver = driver_of(bus, p)
    driver.load(p.counters, p.minibatch)
    port = driver.port
    port.put("control", 0)
    bits, frame = p.bits.copy(), 1 << [*ERRORS].index("frame")
    sent = packets_of(driver, bits, p.labels)
    assert CONFIG.tile_columns % 8 == 0 and CONFIG.tile_columns < 32
    for index, packet in enumerate(sent):
        missing = source.randrange(CONFIG.tile_columns // 8)  # of a word, which is a word of D bits
        word = source.randrange(len(packet) - 1)
        keep = [1] * (4 * len(packet))
        if index % 2:
            keep[4 * word + missing] = 0
            first = CONFIG.tile_columns * word + 8 * missing
            bits[index, first : first + 8] = 0
        bus.begin_partly(packet, keep)
        while port.get("waiting") < 1:
            pass
        results = [port.get("results")]
        want = predicted(p, bits)
        for one, got in zip(want, packing.results(results, RESULT), strict=False):
            assert one[index] == got[0]
        assert port.get("errors") == (frame if index % 2 else 0)
        port.put("errors", frame)
    # A class of one byte, as a careless DMA engine sends it.
    bus.begin_partly(packet, [1] * (4 * len(packet) - 3) + [0] * 3)
    while port.get("waiting") < 1:
        pass
    assert port.get("errors") == frame


@bridge
def offers(bus):
    """A result goes to the stream; then the registers that could take it back are used."""
    p = problem(2, 5, **NARROW)
    driver = driver_of(bus, p)
    driver.load(p.counters, p.minibatch)
    port = driver.port
    port.put("packet", 3)
    bus.begin(packets_of(driver, p.bits, p.labels))
    while port.get("waiting") < len(p.labels) - 1:
        pass
    for packet in (1, 2, 3, 0xFFFF_FFFF):
        assert refused(port.get, "results")
        port.put("packet", packet)
    port.put("packet", 0)
    port.get("results")
    port.reset()
    assert port.get("waiting") == 0


@resume
async def irq(bus):
    """The output, a while after whatever was done."""
    await ClockCycles(bus.clock, 3)
    return int(bus.dut.irq.value)


@bridge
def interrupts(bus):
    """Each source raises the output if the mask has it, until it is cleared, and trains nothing."""
    p = problem(5, BATCH * BATCHES, **NARROW)
    driver, bit = driver_of(bus, p), {name: 1 << i for i, name in enumerate(INTERRUPTS)}
    port = driver.port
    assert not port.get("interrupt_pending") and not port.get("interrupt_mask")
    port.put("interrupt_mask", bit["minibatch"])
    assert not irq(bus)
    train_and_compare(driver, p)
    assert irq(bus) and port.get("interrupt_pending") == bit["minibatch"]
    port.put("interrupt_pending", bit["result"] | bit["error"])
    assert irq(bus)
    port.put("interrupt_mask", bit["result"] | bit["error"])
    assert not irq(bus)
    port.put("interrupt_mask", bit["minibatch"])
    port.put("interrupt_pending", bit["minibatch"])
    assert not irq(bus) and not port.get("interrupt_pending")

    port.put("interrupt_mask", bit["error"])
    assert refused(port.put, "batch_size", 0)
    assert irq(bus)
    port.put("errors", 0xFFFF_FFFF)
    assert irq(bus)
    port.put("interrupt_pending", bit["error"])
    assert not irq(bus)

    port.put("control", 0)
    port.put("interrupt_mask", bit["result"])
    if bus.name == "axi":
        port.put("packet", 0)
    for name, words in pieces_of(packets_of(driver, p.bits[:2], p.labels[:2])):
        port.write(address(name), words)
    while port.get("waiting") < 2:
        pass
    for left in (1, 0):
        port.put("interrupt_pending", 0xFFFF_FFFF)
        assert irq(bus)
        port.get("results")
        assert irq(bus) == (left > 0)


async def resets(bus, cycles, hard):
    """A host that disappears in a minibatch comes back, resets, and trains as if it were new."""
    p = problem(4, BATCH * BATCHES, **NARROW)

    @bridge
    def configure():
        driver = driver_of(bus, p)
        driver.load(p.counters, p.minibatch)
        driver.port.put("batch_size", BATCH)
        driver.port.put("control", 1)
        return driver

    @bridge
    def again():
        driver.restart()
        train_and_compare(driver, p)

    driver = await configure()
    bus.begin(packets_of(driver, p.bits, p.labels)[: BATCH - 1])
    await ClockCycles(bus.clock, cycles)
    bus.abandon()
    await ClockCycles(bus.clock, 1)  # for the core to see the end of the bus cycle
    if hard:
        await bus.hard_reset()
    await again()
