"""The driver without a core: what it asks of a bus, and what it says when there is no core."""

import dataclasses

import numpy as np
import pytest

from bep_hw.host import driver
from bep_hw.host.driver import Bus, BusError, Driver, byte_address, pieces_of, unpack
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.registers import VERSION, WINDOW, address
from bep_hw.support.errors import ConfigError

NETWORK = Network(layers=(8, 4), classes=2)
CORE = CoreConfig.for_network(NETWORK, tile_rows=4, tile_columns=8, lanes=8)
CLASSIFIER = np.ones((2, 4), np.int8)


class Stub(Bus):
    """Registers that read as `values` say, or 0; a FIFO of `depth` words that nobody empties."""

    def __init__(self, values=(), depth=0):
        self.values, self.depth, self.words = dict(values), depth, []

    def read(self, place, count=1):
        if place == byte_address("room"):
            return [self.depth - len(self.words)]
        return [self.values.get(place, 0)] * count

    def write(self, place, words):
        if place in (byte_address("samples"), byte_address("label")):
            self.words += words
            assert len(self.words) <= self.depth


def core_registers(core):
    """Registers by which a core of these parameters is known."""
    values = {
        "version": VERSION,
        "tile": core.tile_columns << 16 | core.tile_rows,
        "lanes": core.hidden_bits << 16 | core.lanes,
        "fingerprint": core.fingerprint,
    }
    return {byte_address(name): value for name, value in values.items()}


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(driver, "POLLS", 100)


def test_byte_addresses():
    assert byte_address("seed") == 4 * address("seed")
    assert byte_address("group", 2) == 4 * address("group", 2)


def test_a_bus_without_a_core_is_noticed():
    with pytest.raises(BusError, match="version 0x0: this driver knows 0xbe900002"):
        Driver(Stub(), NETWORK, CLASSIFIER, core=CORE, seed=1)


@pytest.mark.parametrize(
    "other, message",
    [
        ({"lanes": 4}, "tile 4x8, 4 lanes and B = 16, not of tile 4x8, 8 lanes and B = 16"),
        ({"tile_rows": 2}, "tile 2x8, 8 lanes and B = 16, not of tile 4x8, 8 lanes and B = 16"),
        ({"hidden_bits": 9}, "tile 4x8, 8 lanes and B = 9, not of tile 4x8, 8 lanes and B = 16"),
        ({"tile_depth": 99}, "other memories"),
        ({"max_classes": 9}, "other memories"),
    ],
)
def test_another_core_is_noticed(other, message):
    stub = Stub(core_registers(dataclasses.replace(CORE, **other)))
    with pytest.raises(ConfigError, match=message):
        Driver(stub, NETWORK, CLASSIFIER, core=CORE, seed=1)


@pytest.mark.parametrize("same", [{"banks": 8}, {"popcount_stages": 3}])
def test_what_only_the_core_knows_makes_no_other_core(same):
    assert dataclasses.replace(CORE, **same).fingerprint == CORE.fingerprint


def test_a_core_that_stays_busy_is_noticed():
    stub = Stub({**core_registers(CORE), byte_address("status"): 1})
    with pytest.raises(BusError, match="still busy after 100 looks"):
        Driver(stub, NETWORK, CLASSIFIER, core=CORE, seed=1)


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


def test_unpack():
    prediction, margin, triggered = unpack([0x8000_0003, 0x7FFF_F001])
    assert prediction.tolist() == [3, 1]
    assert margin.tolist() == [0, -1]
    assert triggered.tolist() == [True, False]
