"""The bus without a core: what is asked of it, and what it says when there is no core."""

import dataclasses

import numpy as np
import pytest

from bep_hw.host import bus, packing
from bep_hw.host.bus import Bus, BusError, packets, pieces_of
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import RESULT, VERSION, WINDOW, address
from bep_hw.support.errors import ConfigError

NETWORK = Network(layers=(8, 4), classes=2)
CORE = CoreConfig.for_network(NETWORK, tile_rows=4, tile_columns=8, lanes=8)


class Stub(Bus):
    """Registers that read as `values` say, or 0; a FIFO of `depth` words that nobody empties."""

    def __init__(self, values=(), depth=0):
        self.values, self.depth, self.words = dict(values), depth, []

    def read(self, place, count=1):
        if place == address("room"):
            return [self.depth - len(self.words)]
        return [self.values.get(place, 0)] * count

    def write(self, place, words):
        if place in (address("samples"), address("label")):
            self.words += words
            assert len(self.words) <= self.depth


def core_registers(core):
    """Registers by which a core of these parameters is known."""
    values = {
        "version": VERSION,
        "tile": core.tile_columns << 16 | core.tile_rows,
        "lanes": core.hidden_bits << 16 | core.lanes,
        "fingerprint": core.fingerprint,
        "max_batch": core.max_batch,
        "limits": core.max_layers | core.max_classes << 8 | core.samples_per_read << 24,
    }
    return {address(name): value for name, value in values.items()}


PATIENCE = bus.POLLS


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(bus, "POLLS", 100)


def test_a_bus_without_a_core_is_noticed():
    with pytest.raises(BusError, match=f"version 0x0: this driver knows {VERSION:#x}"):
        Stub().check(CORE)


@pytest.mark.parametrize(
    "other, message",
    [
        ({"lanes": 4}, "a core of 4 lanes, not of 8 lanes$"),
        ({"tile_rows": 2}, "a core of tile 2x8, not of tile 4x8$"),
        ({"hidden_bits": 9}, "a core of B = 9, not of B = 16$"),
        ({"tile_depth": 99}, "other memories"),
        ({"max_batch": 99}, "a core of max_batch 99, not of max_batch 16384$"),
        ({"max_layers": 9}, "a core of max_layers 9, not of max_layers 2$"),
        (
            {"max_classes": 9, "samples_per_read": 2, "lanes": 4},
            "a core of 4 lanes, max_classes 9, not of 8 lanes, max_classes 2$",
        ),
    ],
)
def test_another_core_is_noticed(other, message):
    stub = Stub(core_registers(dataclasses.replace(CORE, **other)))
    with pytest.raises(ConfigError, match=message):
        stub.check(CORE)


@pytest.mark.parametrize("same", [{"banks": 8}, {"popcount_stages": 3}])
def test_what_only_the_core_knows_makes_no_other_core(same):
    assert dataclasses.replace(CORE, **same).fingerprint == CORE.fingerprint


def test_a_core_that_stays_busy_is_noticed():
    stub = Stub({address("status"): 1})
    with pytest.raises(BusError, match="still busy after 100 looks"):
        stub.wait()


@pytest.mark.parametrize("depth", [64, 70])
def test_a_core_without_results_is_noticed(depth):
    """And no more words are sent than there is room for."""
    with pytest.raises(BusError, match="0 of 9 results"):
        Stub(depth=depth).exchange(np.ones((9, 20), np.uint32))


def test_packets_are_cut_into_bursts():
    packet = list(range(2 * WINDOW + 3))
    pieces = list(pieces_of([packet]))
    assert [word for _, words in pieces for word in words] == packet
    assert max(len(words) for _, words in pieces) <= WINDOW
    assert [name for name, _ in pieces] == ["samples"] * (len(pieces) - 1) + ["label"]


@pytest.mark.parametrize("depth, found", [(0, 0), (200, 0), (200, 4)])
def test_looks_without_progress_are_counted(depth, found):
    """From the start, from the last word that was sent, or from the last result, at look 4."""
    looks, stub = [], Stub(depth=depth)

    def get(name):
        if name == "room":
            looks.append(name)
            return depth - len(stub.words)
        return int(len(looks) == found)

    stub.get = get
    with pytest.raises(BusError, match=f"{int(found > 0)} of 9 results, and no more"):
        stub.exchange(np.ones((9, 20), np.uint32))
    assert len(looks) == found + 101


@pytest.mark.parametrize("busy", [2**16 - 1, 2**16])
def test_patience(monkeypatch, busy):
    monkeypatch.setattr(bus, "POLLS", PATIENCE)
    device = Device(2, 1, busy)
    if busy < 2**16:
        device.wait()
    else:
        with pytest.raises(BusError, match="still busy after 65536 looks"):
            device.wait()


class Memory(Bus):
    """Writes and reads in order, `log`; a counter word reads as its address and a count."""

    def __init__(self):
        self.log, self.fetched = [], []

    def write(self, place, words):
        self.log.append((place, words))
        if place == address("fetch"):
            self.fetched = [1000 * words[0] + index for index in range(200)]

    def read(self, place, count=1):
        assert place == address("fetched")
        found, self.fetched = self.fetched[:count], self.fetched[count:]
        return found

    def exchange(self, packets):
        return [sum(map(int, packet)) for packet in packets]


def test_registers_have_word_addresses():
    stub = Memory()
    stub.put("seed", np.int64(5))
    stub.put("group", 7, 2)
    stub.reset()
    assert stub.log == [(address("seed"), [5]), (address("group", 2), [7]), (address("reset"), [1])]


def test_loads_are_words_in_bursts():
    """Payloads of five bytes are two words each, the lowest first."""
    stub, payloads = Memory(), np.arange(40 * 5, dtype=np.uint8).reshape(40, 5)
    stub.load(payloads)
    assert {place for place, _ in stub.log} == {address("load")}
    assert [len(words) for _, words in stub.log] == [WINDOW, 80 - WINDOW]
    words = [word for _, burst in stub.log for word in burst]
    assert words[:2] == [0x03020100, 0x04] and words[-1] == 199


@pytest.mark.parametrize("size", [1, 4, 5, 300])
def test_fetched_words_are_bytes(size):
    count = -(-size // 4)
    answers = Memory().fetch(np.array([3, 1]), size)
    assert answers.shape == (2, 4 * count) and answers.dtype == np.uint8
    for answer, place in zip(answers, (3, 1), strict=True):
        assert answer.view("<u4").tolist() == [1000 * place + index for index in range(count)]


def test_a_run_reports_and_stops_after_each_minibatch():
    samples = np.arange(7 * 6, dtype=np.uint8).reshape(7, 2, 3)
    labels = np.arange(7)
    sent = packets(samples, labels)
    assert sent.tolist()[1] == [0x080706, 0x0B0A09, 1]
    seen = []

    def until_six(done):
        seen.append(done)
        return done < 6

    results = Memory().run(samples, labels, 3, until_six)
    assert seen == [3, 6] and len(results) == 6
    whole = Memory().run(samples, labels, None, None)
    assert whole.tolist() == sent.sum(axis=1).tolist()
    assert whole[:6].tolist() == results.tolist()


def test_results_of_a_bus():
    prediction, margin, triggered = packing.results([0x8000_0003, 0x7FFF_F001], RESULT)
    assert prediction.tolist() == [3, 1]
    assert margin.tolist() == [0, -1]
    assert triggered.tolist() == [True, False]


class Device(Bus):
    """A device that takes words into a FIFO, and gives each label back some looks later.

    depth: words of the FIFO; looks: at the room, before a packet's result is there; busy: looks at
    the status that find it busy
    """

    def __init__(self, depth, looks, busy=0):
        self.depth, self.looks, self.busy = depth, looks, busy
        self.words, self.since, self.results, self.asked = [], 0, [], 0

    def read(self, place, count=1):
        if place == address("results"):
            assert 1 <= count <= min(len(self.results), WINDOW)
            taken, self.results = self.results[:count], self.results[count:]
            return taken
        assert count == 1
        if place == address("status"):
            self.asked += 1
            return [int(self.asked <= self.busy)]
        if place == address("waiting"):
            return [len(self.results)]
        assert place == address("room")
        self.since += 1
        if self.since >= self.looks:
            self.since = 0
            self.results += [word for name, word in self.words if name == "label"]
            self.words = []
        return [self.depth - len(self.words)]

    def write(self, place, words):
        name = next(n for n in ("samples", "label") if place == address(n))
        self.words += [(name, word) for word in words]
        assert len(self.words) <= self.depth


PACKETS = [[index, index + 1, 100 + index] for index in range(WINDOW + 5)]


@pytest.mark.parametrize("depth", [2, 3, 7, 500])
@pytest.mark.parametrize("looks", [1, 2, 30])
def test_every_packet_brings_its_result(depth, looks):
    """However small the FIFO is, and though the device is slow, nothing is lost and none waits."""
    device = Device(depth, looks)
    assert device.exchange(PACKETS) == [packet[-1] for packet in PACKETS]
    assert not device.words and not device.results


@pytest.mark.parametrize(("busy", "ends"), [(0, True), (99, True), (100, False)])
def test_a_busy_core_is_looked_at_so_often(busy, ends):
    device = Device(2, 1, busy)
    if ends:
        device.wait()
        assert device.asked == busy + 1
    else:
        with pytest.raises(BusError, match="still busy after 100 looks"):
            device.wait()


def test_labels_and_results_are_words_on_a_bus_alone():
    assert Bus.on_bus and not bus.CorePort.on_bus
