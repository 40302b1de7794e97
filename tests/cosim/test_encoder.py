"""Cores that take pixels, against the golden model that takes the encoded bits."""

import dataclasses

import numpy as np
import pytest

from bep_hw.cosim.lockstep import LockstepBackend
from bep_hw.cosim.serial_board import SimulatedBoard
from bep_hw.golden.backend import GoldenBackend
from bep_hw.host.driver import Driver
from bep_hw.host.link import Serial
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoders.edges import EdgeEncoder
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.network import Network
from bep_hw.spec.raw import RawSamples
from bep_hw.support.errors import ConfigError
from bep_hw.train import run as runs
from bep_hw.train import session
from sim.benches.problems import CORES, Problem, drawn
from tests.helpers.side_by_side import assert_same, both

ENCODER = EdgeEncoder(shape=(6, 7), cell=3, levels=(90,), edges=(40,))
SHAPE = EncoderShape(image=(6, 7), cell=3, levels=1, edges=1)  # a sample has words to spare
BATCH = 7

FILTERS = FilterEncoder(
    **dict(shape=(6, 7), cell=3, levels=(90,), edges=(40,)),
    filters=(0x0FEDCBA98765, 0x123456789ABC, 0x07A5C3E1F096, 0x1999AAAA5555),
    thresholds=(25, 26, 27, 28),
)
WITH_FILTERS = dataclasses.replace(SHAPE, filters=4, filters_per_cycle=2)


def with_encoder(name, shape=SHAPE):
    return dataclasses.replace(CORES[name], encoder=shape, max_width=shape.width, max_rows=60)


NAMES = ("4x16-lanes4", "8x16-lanes16-4-samples", "4x8-lanes16")


def problem(seed, samples, encoder=ENCODER):
    """A random problem on pixels."""
    rng = np.random.default_rng(seed)
    network = Network(layers=(encoder.width, 12, 9), classes=5)
    gates = [fan_in for _, fan_in in network.shapes]
    pixels = rng.integers(256, size=(samples, SHAPE.pixels)).astype(np.uint8)
    return Problem(
        **drawn(rng, network, (4, 3), gates),
        bits=RawSamples(pixels, encoder),
        labels=rng.integers(0, network.classes, samples),
        seed=seed,
        minibatch=0,
    )


def trained_alike(p, golden, core, raw):
    """Both learn these samples; whether their results and counters are the same."""
    expected = golden.train(raw.bits, p.labels, p.settings, BATCH)
    got = core.train(raw, p.labels, p.settings, BATCH)
    return (
        np.array_equal(expected.predictions, got.predictions)
        and np.array_equal(expected.margins, got.margins)
        and all(map(np.array_equal, golden.counters(), core.counters()))
    )


@pytest.mark.parametrize("stall", [0.0, 0.3], ids=["flowing", "stalling"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(3), ids="seed{}".format)
def test_trains_bit_identically(name, seed, stall):
    p = problem(seed, 37)
    golden, core = both(p, with_encoder(name))
    core.model.stalls(stall, seed)
    assert 0 < p.bits.bits.mean() < 1
    assert trained_alike(p, golden, core, p.bits)
    np.testing.assert_array_equal(golden.infer(p.bits.bits), core.infer(p.bits))
    assert_same(golden, core)


@pytest.mark.parametrize("stall", [0.0, 0.3], ids=["flowing", "stalling"])
def test_filters_train_bit_identically(stall):
    """Other filters are loaded when samples with others come."""
    p = problem(8, 37, FILTERS)
    golden, core = both(p, with_encoder(NAMES[0], WITH_FILTERS))
    core.model.stalls(stall, 8)
    other = dataclasses.replace(FILTERS, filters=FILTERS.filters[::-1])
    for raw in (p.bits, RawSamples(p.bits.values, other)):
        assert 0 < raw.bits.mean() < 1
        assert trained_alike(p, golden, core, raw)
    core.procedures._encoder = p.bits.encoder  # as if it had these filters already
    assert not trained_alike(p, golden, core, p.bits)


def test_new_thresholds_follow_the_samples():
    """The core is given those of the samples that come; others would teach it something else."""
    p = problem(4, 37)
    golden, core = both(p, with_encoder(NAMES[0]))
    other = RawSamples(p.bits.values, dataclasses.replace(ENCODER, levels=(30,), edges=(0,)))
    for raw in (p.bits, other, p.bits):
        assert trained_alike(p, golden, core, raw)
    core.restart()
    golden.load(p.counters, 0)
    core.load(p.counters, 0)
    assert trained_alike(p, golden, core, other)
    core.procedures._encoder = p.bits.encoder  # as if it had the thresholds already
    assert not trained_alike(p, golden, core, p.bits)


def test_only_pixels_go_to_an_encoder():
    p = problem(5, 8)
    _, core = both(p, with_encoder(NAMES[0]))
    with pytest.raises(ConfigError, match="must be pixels or words"):
        core.train(p.bits.bits, p.labels, p.settings, BATCH)
    with pytest.raises(ConfigError, match="must be pixels or words"):
        core.infer(p.bits.bits)
    _, core = both(p, dataclasses.replace(with_encoder(NAMES[0]), encoder=None))
    with pytest.raises(ConfigError, match="must be bits"):
        core.infer(p.bits)


def test_lockstep():
    p = problem(6, 20)
    backend = LockstepBackend(p.network, p.classifier, core=with_encoder(NAMES[0]), **p.common)
    backend.load(p.counters, 0)
    assert backend.train(p.bits, p.labels, p.settings, BATCH).done == 20
    backend.infer(p.bits)


def test_behind_a_bus():
    """Words of pixels through the FIFO and the framer; no sample has a wrong length."""
    p, config = problem(7, 19), with_encoder(NAMES[0])
    golden = GoldenBackend(p.network, p.classifier, **p.common)
    golden.load(p.counters, 0)
    board = SimulatedBoard(config)
    try:
        line = Serial(board, clock=board.clock, timeout=0.2, hello_timeout=0.2)
        driver = Driver(line, p.network, p.classifier, core=config, seed=p.seed)
        driver.load(p.counters, 0)
        assert trained_alike(p, golden, driver, p.bits)
        assert not line.get("errors")
    finally:
        board.close()


PRESET = """
dataset = "digits"
network = { layers = [136, 27, 18], classes = 10 }
training = { epochs = 1, batch_size = 50, hidden_bits = 9, group = 9 }
encoding = { name = "edges", edges = [8, 32] }
core = { tile = [8, 32], lanes = 32, image = [8, 8] }
"""


@pytest.mark.parametrize(
    "width, encoding, options",
    [
        (136, 'name = "edges", edges = [8, 32]', {}),
        (48, 'name = "filters", filters = 12', {}),
        (48, 'name = "filters", filters = 12', {"filters_per_cycle": 2, "pixels_per_cycle": 4}),
    ],
)
def test_a_run_with_pixels_ends_as_one_with_bits(width, encoding, options, tmp_path):
    file = tmp_path / "pixels.toml"
    text = PRESET.replace('name = "edges", edges = [8, 32]', encoding)
    file.write_text(text.replace("136", str(width)))
    hashes = []
    for backend in ("golden", "verilator"):
        run = runs.fresh(str(file), {"backend": backend, **options})
        shape = run.preset.core.encoder
        assert all(getattr(shape, name) == value for name, value in options.items())
        raw = isinstance(session.load_data(run).train.bits, RawSamples)
        assert raw == (backend == "verilator")
        hashes.append(session.train(run, tmp_path / backend)["weights_sha256"])
        assert runs.Run.from_dict(run.to_dict()).preset.core == run.preset.core
    assert hashes[0] == hashes[1]


def test_a_preset_with_another_image_is_refused(tmp_path):
    file = tmp_path / "pixels.toml"
    for image, rule in (("[8, 9]", "encoder of the core makes 144"), ("[8]", "height, width")):
        file.write_text(PRESET.replace("[8, 8]", image))
        with pytest.raises(ConfigError, match=rule):
            runs.fresh(str(file), {})
