"""The complete core behind a UART, simulated: hosts that train over it, whatever happens."""

import contextlib
import dataclasses
import json
import random
import re
import socket
import threading

import numpy as np
import pytest

from bep_hw.cosim.serial_board import SimulatedBoard, serve
from bep_hw.data import datasets
from bep_hw.gateware.bus.words import GROUP, WORD
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.host.bus import packets
from bep_hw.host.driver import Driver
from bep_hw.host.link import Serial
from bep_hw.spec.link import REQUEST_WORDS
from bep_hw.spec.registers import TRAIN
from bep_hw.train import run as runs
from sim.benches.faulty_line import FaultyLine
from sim.benches.problems import CORES, problem
from tests.helpers.command import call

CORE = CORES["4x16-lanes4"]
BATCH, BATCHES = 7, 3
DEEP = dataclasses.replace(
    CORES["8x32-lanes32"],
    lanes=64,
    banks=16,
    samples_per_read=4,
    popcount_stages=0,
    deep_pipeline=True,
)
"""Its words of counters are wider than what the link joins and splits in one step."""

DIGITS = dict(layers="27,18", tile="8x32", lanes=32)
"""The digits on a small network, of which a model is soon built and read back."""


@pytest.fixture
def board():
    board = SimulatedBoard(CORE)
    yield board
    board.close()


def connect(line):
    """A session; hello and repeats after a time that suits the simulation."""
    return Serial(line, clock=line.clock, timeout=0.2, hello_timeout=0.2)


def train_and_compare(bus, p, core=CORE):
    """Train on Problem p, which must give what the golden model does."""
    golden = GoldenBackend(p.network, p.classifier, **p.common)
    golden.load(p.counters, p.minibatch)
    wanted = golden.train(p.bits, p.labels, p.settings, BATCH)

    driver = Driver(bus, p.network, p.classifier, core=core, seed=p.seed)
    driver.load(p.counters, p.minibatch)
    outcome = driver.train(p.bits, p.labels, p.settings, BATCH)
    np.testing.assert_array_equal(outcome.predictions, wanted.predictions)
    np.testing.assert_array_equal(outcome.margins, wanted.margins)
    assert driver.minibatch == golden.minibatch
    for expected, got in zip(golden.counters(), driver.counters(), strict=True):
        np.testing.assert_array_equal(expected, got)
    np.testing.assert_array_equal(driver.infer(p.bits), golden.infer(p.bits))


def a_problem(seed):
    # The last minibatch is shorter.
    return problem(seed, BATCH * BATCHES - 2, widest=30)


def test_trains(board):
    bus = connect(board)
    train_and_compare(bus, a_problem(0))
    assert bus.repeats == 0


def test_trains_with_a_deep_pipeline():
    """The registers of the link and its shell are those of a large core."""
    assert DEEP.lanes * DEEP.counter_bits > GROUP * WORD
    board = SimulatedBoard(DEEP)
    try:
        train_and_compare(connect(board), a_problem(1), core=DEEP)
    finally:
        board.close()


@pytest.mark.parametrize("seed", range(3), ids="seed{}".format)
def test_trains_over_a_faulty_line(board, seed):
    """No frame is lost, none is trained on twice, and none that was spoiled."""
    line = FaultyLine(board, seed=seed)
    bus = connect(line)
    train_and_compare(bus, a_problem(seed))
    assert line.faults > 5 and bus.repeats > 2


class Gone(Exception):
    """The host has disappeared."""


class ShortLine:
    """`line` that breaks after so many bytes from the host."""

    def __init__(self, line, bytes_left):
        self.line, self.left = line, bytes_left
        self.clock, self.read = line.clock, line.read

    def write(self, data):
        self.line.write(data[: self.left])
        if len(data) > self.left:
            raise Gone
        self.left -= len(data)


def test_a_host_disappears(board):
    """In the middle of a frame, of loading, of a minibatch; the next one trains as ever."""
    p, source = a_problem(5), random.Random(0)
    for length in [1, 8, 9, *(source.randrange(10, 4000) for _ in range(3))]:
        with contextlib.suppress(Gone):
            train_and_compare(connect(ShortLine(board, length)), p)
        board.run(b"")
    bus = connect(board)
    driver = Driver(bus, p.network, p.classifier, core=CORE, seed=p.seed)
    driver.load(p.counters, p.minibatch)
    bus.put("batch_size", BATCH)
    bus.put("control", TRAIN)
    bus.exchange(packets(*driver.procedures.payloads(p.bits, p.labels))[: BATCH - 2])
    train_and_compare(connect(board), p)


def test_noise_longer_than_a_frame(board):
    source = random.Random(0)
    for noise in (bytes([0x7E]) + bytes(5 * REQUEST_WORDS), source.randbytes(5000)):
        board.run(noise)
        assert connect(board).get("version")


def test_writes_for_many_requests(board):
    """They go off when no more fit, and the last one counts."""
    bus, source = connect(board), random.Random(0)
    values = [source.getrandbits(32) for _ in range(1500)]
    for value in values:
        for name in ("seed", "minibatch"):
            bus.put(name, value ^ len(name))
    for name in ("seed", "minibatch"):
        assert bus.get(name) == values[-1] ^ len(name)


@pytest.fixture(scope="module")
def digits():
    """A board with a core for DIGITS; it is served to one host at a time."""
    preset = runs.fresh("digits", DIGITS).preset
    return preset, lambda: SimulatedBoard(preset.core)


def test_digits(digits):
    """Three minibatches of the data set give the golden weights."""
    preset, make = digits
    network, data, seed = preset.network, datasets.load("digits").train, 3
    settings = preset.training.settings(network, (9, 9), 0.9)
    classifier = equiangular_frame(network.classes, network.layers[-1], seed)
    counters = initial_counters(network, preset.core.hidden_bits, seed)
    golden = GoldenBackend(network, classifier, hidden_bits=preset.core.hidden_bits, seed=seed)
    driver = Driver(connect(make()), network, classifier, core=preset.core, seed=seed)
    for backend in (golden, driver):
        backend.load(counters, minibatch=0)
        backend.train(data.bits[:96], data.labels[:96], settings, 32)
    for expected, got in zip(golden.counters(), driver.counters(), strict=True):
        np.testing.assert_array_equal(expected, got)


class Mortal:
    """A board that is unplugged after so many cycles."""

    def __init__(self, board, cycles):
        self.board, self.cycles = board, cycles

    def run(self, data, quiet):
        if self.board.cycles > self.cycles:
            raise ConnectionResetError
        return self.board.run(data, quiet)


@pytest.fixture
def plug():
    """Serves boards, each on a port of its own; gives the name of the port."""
    servers = []

    def plug(board):
        server = socket.create_server(("localhost", 0))
        servers.append(server)
        threading.Thread(target=suppressed, args=(board, server), daemon=True).start()
        return f"serial:socket://localhost:{server.getsockname()[1]}"

    def suppressed(board, server):
        with contextlib.suppress(OSError):
            serve(board, server)

    yield plug
    for server in servers:
        # Closing alone leaves the thread waiting.
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()


TRAIN_DIGITS = ("train", "--preset", "digits", "--epochs", 1, "--layers", "27,18")
ON_A_BOARD = (*TRAIN_DIGITS, "--tile", "8x32", "--lanes", 32, "--backend")


def test_train_and_resume_on_another_port(digits, plug, tmp_path, capsys):
    """The board is unplugged within the epoch; the run goes on with a new one, to the same bits."""
    _, make = digits
    first, second = tmp_path / "first", tmp_path / "second"
    assert call(*ON_A_BOARD, plug(Mortal(make(), 1_500_000)), "--out", first) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and f"go on with: bep-hw train --resume {first}" in error
    assert call("train", "--resume", first, "--backend", plug(make())) == 0
    assert call(*TRAIN_DIGITS, "--out", second) == 0
    summaries = [json.loads((place / "summary.json").read_text()) for place in (first, second)]
    assert [summary["backend"] for summary in summaries] == ["serial", "golden"]
    assert summaries[0]["weights_sha256"] == summaries[1]["weights_sha256"]
    assert summaries[0]["test_accuracy"] == summaries[1]["test_accuracy"]


def test_what_can_be_wrong_with_a_port(digits, plug, tmp_path, capsys, monkeypatch):
    """One line, exit status 2, and nothing is written."""
    _, make = digits
    monkeypatch.chdir(tmp_path)
    port = plug(make())
    silent = socket.create_server(("localhost", 0))
    nobody = f"serial:socket://localhost:{silent.getsockname()[1]}"
    for arguments, message in [
        ((*ON_A_BOARD, "serial"), "must name a port, as in serial:/dev/ttyUSB0"),
        ((*ON_A_BOARD, "serial:"), "must name a port, as in serial:/dev/ttyUSB0"),
        (
            (*ON_A_BOARD, "usb:3"),
            "backend 'usb:3': must be one of golden, native, verilator, serial",
        ),
        ((*ON_A_BOARD, "serial:/dev/none"), "serial port /dev/none: .*No such file"),
        ((*ON_A_BOARD, "serial:what://ever"), "serial port what://ever: .*protocol 'what'"),
        ((*ON_A_BOARD, nobody), "serial port socket://localhost.*: no answer to 6 requests"),
        ((*TRAIN_DIGITS, "--backend", port), "has a core of tile 8x32, not of tile 32x64"),
        ((*ON_A_BOARD, port, "--layers", "36,18"), "core of other memories"),
    ]:
        assert call(*arguments) == 2
        error = capsys.readouterr().err
        assert re.fullmatch(f"bep-hw: error: .*{message}.*\n", error), error
    silent.close()
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr("bep_hw.host.link.find_spec", lambda name: None)
    assert call(*ON_A_BOARD, port) == 2
    assert "pyserial: not found; pip install bep-hw[serial]" in capsys.readouterr().err
