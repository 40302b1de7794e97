"""The driver in C writes what the one in Python does; tests/sim/test_soc.py trains with it."""

from ctypes import CFUNCTYPE, c_uint32, c_void_p

import numpy as np
import pytest

from bep_hw.build.verilog import c_driver
from bep_hw.host import packing
from bep_hw.host.driver import Driver
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.hidden import counter_range
from bep_hw.spec.network import Network
from bep_hw.spec.raw import RawSamples, thresholds
from bep_hw.spec.registers import TRAIN, address
from bep_hw.spec.training import Settings
from bep_hw.support import toolchain
from tests.helpers import c_driver as host
from tests.helpers.c_driver import FAILED, INVALID, OK, TIMEOUT

NETWORK = Network(layers=(45, 19, 13), classes=5)
SEED, BATCH, SAMPLES = 7, 4, 11
TILES = {"tile_rows": 8, "tile_columns": 16, "hidden_bits": 9, "max_batch": 64}
CORES = {
    "narrow": CoreConfig.for_network(NETWORK, lanes=4, **TILES),
    "wide": CoreConfig.for_network(NETWORK, lanes=32, **TILES),
    "one-network": CoreConfig.for_network(NETWORK, lanes=16, fixed=NETWORK, **TILES),
    "in-time": CoreConfig.for_network(NETWORK, lanes=8, max_steps=4, **TILES),
    "odd-tile": CoreConfig.for_network(
        NETWORK, tile_rows=9, tile_columns=45, lanes=45, hidden_bits=24, max_batch=128
    ),
    "large": CoreConfig(lanes=8, max_layers=6, max_classes=12, **TILES),
}


@pytest.fixture(params=CORES)
def core(request):
    return CORES[request.param]


def problem(core):
    """(classifier, counters, bits, labels), random."""
    rng = np.random.default_rng(SEED)
    low, high = counter_range(core.hidden_bits)
    counters = [rng.integers(low, high + 1, shape, np.int32) for shape in NETWORK.shapes]
    classifier = rng.choice(np.array([-1, 1], np.int8), (NETWORK.classes, NETWORK.layers[-1]))
    bits = rng.integers(0, 2, (SAMPLES, NETWORK.layers[0]), np.uint8)
    return classifier, counters, bits, rng.integers(0, NETWORK.classes, SAMPLES)


def started(core, folder):
    """(CDriver, its Device), configured and loaded."""
    device = host.Device(core)
    driver = host.CDriver(core, folder, device)
    assert driver.open() == OK
    assert driver.configure(NETWORK, SEED) == OK
    assert set(driver.load(*problem(core)[:2])) == {OK}
    assert driver.start(3) == OK
    return driver, device


def settings_words(core, settings):
    """bep_settings."""
    rows = core.max_layers

    def padded(values):
        return [*values, *[0] * (rows - len(values))]

    words = [settings.margin]
    for values in (settings.gates, settings.groups, settings.reinforce):
        words += padded(values)
    return (c_uint32 * len(words))(*words)


def test_it_writes_what_the_host_in_python_does(core, tmp_path):
    """All registers, every word of the memories, every sample and label."""
    classifier, counters, bits, labels = problem(core)
    expected = host.Device(core)
    python = Driver(host.DeviceBus(expected), NETWORK, classifier, core=core, seed=SEED)
    python.load(counters, 3)
    settings = Settings(margin=6, gates=(11, 4), groups=(19, 13), reinforce=(1 << 17, 99))
    python.train(bits, labels, settings, BATCH)

    driver, device = started(core, tmp_path)
    assert driver.set(settings_words(core, settings)) == OK
    words = packing.words(packing.samples(bits, core))
    status, results = driver.exchange("train", words, labels, BATCH)
    assert status == OK
    assert results == [number << 12 for number in range(1, SAMPLES + 1)]
    assert device.registers == expected.registers
    assert device.loads == expected.loads
    assert device.samples == expected.samples
    for got, matrix in zip(driver.counters(NETWORK), counters, strict=True):
        np.testing.assert_array_equal(got, matrix)


def test_a_core_that_encodes(tmp_path):
    """Thresholds go in as the host in Python loads them; a word of a sample has four pixels."""
    encoding = Encoding(name="edges")
    shape = EncoderShape.of((8, 8), encoding)
    network = Network(layers=(shape.width, 9, 6), classes=3)
    core = CoreConfig.for_network(network, encoder=shape, lanes=4, **TILES)
    rng = np.random.default_rng(SEED)
    levels, edges = (
        tuple(np.sort(rng.choice(64, count, replace=False)).tolist())
        for count in (shape.levels, shape.edges)
    )
    encoder = EdgeEncoder(shape=shape.image, cell=shape.cell, levels=levels, edges=edges)
    samples = RawSamples(rng.integers(0, 96, (SAMPLES, shape.pixels)).astype(np.uint8), encoder)
    expected = host.Device(core)
    expected.room = 64
    classifier = np.ones((network.classes, network.layers[-1]), np.int8)
    python = Driver(host.DeviceBus(expected), network, classifier, core=core, seed=SEED)
    before = set(expected.loads)
    python.infer(samples)

    device = host.Device(core)
    driver = host.CDriver(core, tmp_path, device)
    assert driver.open() == driver.configure(network, SEED) == OK
    values = thresholds(encoder, shape)
    for index, value in enumerate(values.tolist()):
        assert driver.load_threshold(index, value) == OK
    assert driver.load_threshold(len(values), 0) == INVALID
    assert device.loads == expected.loads - before
    words = packing.words(packing.raw_samples(samples))
    assert driver.sample_words() == words[0].size == shape.pixels // 4
    status, _ = driver.exchange("predict", words, np.zeros(SAMPLES, np.int64))
    assert status == OK and device.samples == expected.samples


def test_order_and_prediction(core, tmp_path):
    """Samples come in the order that is asked for; without labels class 0 stands for all."""
    driver, device = started(core, tmp_path)
    *_, bits, labels = problem(core)
    words = packing.words(packing.samples(bits, core))
    order = [5, 0, 5, 10]
    status, results = driver.exchange("predict", words, labels, order=order)
    assert status == OK and len(results) == len(order)
    sent = [value for place, value in device.samples if place == address("samples")]
    assert sent == words[order].ravel().tolist()
    told = [value & 0xFFFF for place, value in device.samples if place == address("label")]
    assert told == labels[order].tolist()
    assert device.registers[address("control")] == 0


def test_errors(tmp_path):
    core = CORES["narrow"]
    driver, device = started(core, tmp_path)
    *_, bits, labels = problem(core)
    words = packing.words(packing.samples(bits, core))
    assert driver.load_classifier(NETWORK.classes, None) == INVALID
    assert driver.load_counters(2, 0, None) == INVALID
    assert driver.load_counters(0, 19, None) == INVALID
    assert driver.read_counters(2, 0, None) == INVALID
    for batch in (0, core.max_batch + 1):
        assert driver.exchange("train", words, labels, batch)[0] == INVALID
    for layers in ((45,), (45, 19, 13, 9)):
        assert driver.configure(_Layers(layers), SEED) == INVALID
    device.errors = 0b100
    assert driver.exchange("train", words, labels, BATCH)[0] == FAILED
    assert driver.take_errors() == 0b100
    assert device.registers[address("errors")] == 0b100


class _Layers:
    """Widths that no Network has."""

    def __init__(self, layers):
        self.layers, self.depth, self.classes = layers[:3], len(layers) - 1, 5


def test_a_core_that_makes_no_progress(tmp_path):
    """Each look that finds nothing pauses, and after `polls` of them the driver gives up."""
    core = CORES["narrow"]
    driver, device = started(core, tmp_path)
    *_, bits, labels = problem(core)
    words = packing.words(packing.samples(bits, core))
    pauses = []
    pause = CFUNCTYPE(None, c_void_p)(lambda context: pauses.append(context))
    driver.struct.polls, driver.struct.pause, driver.struct.context = 20, pause, 77
    device.stuck = True
    assert driver.exchange("predict", words, labels)[0] == TIMEOUT
    assert pauses == [77] * 20
    device.stuck, device.busy = False, 20
    assert driver.exchange("predict", words, labels)[0] == OK
    device.busy = 1000
    assert driver.exchange("predict", words, labels)[0] == TIMEOUT


def test_another_core_is_not_opened(tmp_path):
    for place in ("version", "fingerprint"):
        device = host.Device(CORES["narrow"])
        device.registers[address(place)] ^= 1
        assert host.CDriver(CORES["narrow"], tmp_path, device).open() == host.ABSENT


def test_interrupts(tmp_path):
    """The bit of results is no business of the driver; all others are cleared."""
    driver, device = started(CORES["narrow"], tmp_path)
    driver.enable_interrupts(0b101)
    assert device.registers[address("interrupt_mask")] == 0b101
    device.registers[address("interrupt_pending")] = 0b111
    assert driver.take_interrupts() == 0b111
    assert device.registers[address("interrupt_pending")] == 0b110


def test_streams(tmp_path):
    """The core is ready for samples of a stream, or for nothing at all."""
    driver, device = started(CORES["narrow"], tmp_path)
    packet, control, size = (address(name) for name in ("packet", "control", "batch_size"))
    assert driver.begin_stream(12, 4) == OK
    assert [device.registers[place] for place in (packet, control, size)] == [12, TRAIN, 4]
    driver.end_stream()
    assert device.registers[packet] == 0
    assert driver.begin_stream(5, 0) == OK
    assert [device.registers[place] for place in (packet, control, size)] == [5, 0, 4]
    driver.end_stream()
    assert driver.begin_stream(0, 4) == driver.begin_stream(65, 65) == INVALID
    assert device.registers[packet] == 0


def test_loads_and_stores(core, tmp_path):
    """It compiles as it is emitted too, with accesses of its own."""
    host.write_sources(core, tmp_path)
    for name in c_driver.NAMES:
        if name.endswith(".c"):
            source = tmp_path / name
            target = source.with_suffix(".o")
            toolchain.output(host.COMPILER, *host.STRICT, "-c", str(source), "-o", str(target))
