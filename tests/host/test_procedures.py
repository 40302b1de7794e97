"""What a host does with a core, operation by operation, on a port that writes it down."""

import asyncio
import dataclasses
import itertools

import numpy as np
import pytest

from bep_hw.host import packing
from bep_hw.host.operations import CoreError, CorePort, Put, perform, perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import network_registers, settings_registers
from bep_hw.spec.network import Network
from bep_hw.spec.payloads import load_fields, result_fields
from bep_hw.spec.raw import RawSamples, thresholds
from bep_hw.spec.registers import REFRESH, RESULT, TRAIN
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError
from tests.host.test_packing import ENCODER, SHAPE, core_of_pixels

NETWORK = Network(layers=(8, 4), classes=2)
CORE = CoreConfig.for_network(
    NETWORK, tile_rows=4, tile_columns=8, lanes=8, hidden_bits=6, max_batch=16
)
CLASSIFIER = np.ones((2, 4), np.int8)
SETTINGS = Settings(margin=3, gates=(4,), groups=(2,), reinforce=(9,))
PROCEDURES = Procedures(NETWORK, CLASSIFIER, core=CORE, seed=7)
COUNTERS = [np.arange(-16, 16, dtype=np.int32).reshape(4, 8)]


class Log(CorePort):
    """Every operation in order, as a tuple; a result is the number of its sample."""

    errors = 0

    def __init__(self, reports=()):
        self.log, self.reports, self.done = [], reports, itertools.count()

    def reset(self):
        self.log.append(("reset",))

    def put(self, name, value, layer=None):
        self.log.append(("put", name, layer, value))

    def get(self, name, layer=None):
        self.log.append(("get", name))
        return self.errors

    def wait(self):
        self.log.append(("wait",))

    def load(self, payloads):
        self.log.append(("load", payloads.tolist()))

    def fetch(self, addresses, size):
        self.log.append(("fetch", addresses.tolist(), size))
        low = load_fields(CORE)[-1].low
        words = packing.to_integers(packing.counter_loads(COUNTERS, PROCEDURES.table, CORE))
        data = b"".join((word >> low).to_bytes(size, "little") for word in words)
        return np.frombuffer(data, np.uint8).reshape(-1, size)

    def run(self, samples, labels, batch_size, progress):
        self.log.append(("run", len(samples), labels.tolist(), batch_size))
        for report in self.reports:
            if progress(report) is False:
                return np.array([next(self.done) for _ in range(report)])
        return np.array([next(self.done) for _ in samples])


def puts(registers):
    return [("put", *entry) for entry in registers]


def of(procedure, port=None):
    port = port or Log()
    perform(procedure, port)
    return port.log


def samples(count):
    return np.zeros((count, 8), np.uint8), np.arange(count) % 2


NETWORK_REGISTERS = puts(network_registers(PROCEDURES.table, CORE, 7))
SETTINGS_REGISTERS = puts(settings_registers(PROCEDURES.table, SETTINGS))


def loads(pack, values):
    return [("wait",), ("load", pack(values, PROCEDURES.table, CORE).tolist()), ("wait",)]


def test_bring_up():
    """The classifier goes in while the core is idle."""
    configured = NETWORK_REGISTERS + loads(packing.classifier_loads, CLASSIFIER)
    assert of(PROCEDURES.bring_up()) == [("reset",), *configured]
    assert of(PROCEDURES.configure()) == configured


def test_load():
    """W follows from the counters before the minibatch number is set."""
    assert of(PROCEDURES.load(COUNTERS, 9)) == [
        *loads(packing.counter_loads, COUNTERS),
        ("put", "control", None, REFRESH),
        ("wait",),
        ("put", "minibatch", None, 9),
        ("get", "errors"),
    ]


def test_counters():
    log = Log()
    (found,) = perform(PROCEDURES.counters(), log)
    np.testing.assert_array_equal(found, COUNTERS[0])
    assert log.log == [("wait",), ("fetch", list(range(4)), 8 * CORE.counter_bits // 8)]


@pytest.mark.parametrize(
    "count, batch_size, runs",
    [
        (6, 3, [("run", 6, [0, 1, 0, 1, 0, 1], 3)]),
        (2, 3, [("put", "batch_size", None, 2), ("wait",), ("run", 2, [0, 1], 2)]),
        (0, 3, []),
        (
            *(5, 3),
            [
                ("run", 3, [0, 1, 0], 3),
                ("wait",),
                ("put", "batch_size", None, 2),
                ("wait",),
                ("run", 2, [1, 0], 2),
            ],
        ),
    ],
)
def test_a_shorter_last_minibatch_is_announced(count, batch_size, runs):
    port = Log()
    results = perform(PROCEDURES.train(*samples(count), SETTINGS, batch_size), port)
    assert (
        port.log
        == [
            ("wait",),
            *SETTINGS_REGISTERS,
            ("put", "batch_size", None, batch_size),
            ("wait",),  # for the core has to look at the layer table
            ("put", "control", None, TRAIN),
            *runs,
            *[("wait",)][: len(runs)],
            ("get", "errors"),
        ]
    )
    unpacked = packing.results(np.arange(count), PROCEDURES.result_fields)
    for got, want in zip(results, unpacked, strict=True):
        np.testing.assert_array_equal(got, want)


def test_sums_of_a_part_of_a_minibatch():
    log = of(PROCEDURES.train(*samples(3), SETTINGS, 4, commit=False))
    assert log[-3:] == [("run", 3, [0, 1, 0], 4), ("wait",), ("get", "errors")]
    assert ("put", "batch_size", None, 4) in log


def test_payloads_are_learned_with_the_settings_that_the_core_has():
    log = of(PROCEDURES.learn(*PROCEDURES.payloads(*samples(5)), 3))
    assert [entry[:2] for entry in log if entry[0] in ("put", "run")] == [
        ("put", "control"),
        ("run", 3),
        ("put", "batch_size"),
        ("run", 2),
    ]


def test_streams_have_fields_of_their_own():
    assert PROCEDURES.result_fields == result_fields(CORE) != RESULT


def test_counter_words_are_whole_bytes():
    core = CoreConfig.for_network(NETWORK, tile_rows=4, tile_columns=8, lanes=8, hidden_bits=16)
    procedure = Procedures(NETWORK, CLASSIFIER, core=core, seed=7).counters()
    next(procedure)
    assert next(procedure).size == core.counter_bits  # of 8 lanes


def of_pixels():
    """(Procedures, RawSamples) of a core with an encoder."""
    network, core = core_of_pixels()
    pixels = np.arange(12, dtype=np.uint8).reshape(2, 6)
    return Procedures(network, CLASSIFIER, core=core, seed=7), RawSamples(pixels, ENCODER)


def test_thresholds_are_loaded_when_the_core_has_others():
    procedures, raw = of_pixels()
    other = RawSamples(raw.values, dataclasses.replace(ENCODER, levels=(4, 5)))
    settings = dataclasses.replace(SETTINGS, gates=(SHAPE.width,))
    values = packing.threshold_loads(thresholds(ENCODER, SHAPE), procedures.core)
    its_loads = [("wait",), ("load", values.tolist()), ("wait",)]
    assert of(procedures.infer(raw))[:3] == its_loads
    again = of(procedures.infer(raw)) + of(procedures.train(raw, [0, 1], settings, 2))
    assert "load" not in {entry[0] for entry in again}
    assert of(procedures.infer(other))[1] != its_loads[1]
    assert of(procedures.train(raw, [0, 1], settings, 2))[:3] == its_loads
    of(procedures.bring_up())
    assert of(procedures.infer(raw))[:3] == its_loads


def test_pixels_and_bits_are_not_mixed_up():
    procedures, raw = of_pixels()
    with pytest.raises(
        ConfigError, match="samples: must be pixels or words, for the core has an encoder"
    ):
        perform(procedures.infer(raw.bits), Log())
    with pytest.raises(ConfigError, match="samples: must be bits, for the core has no encoder"):
        PROCEDURES.samples(raw)


@pytest.mark.parametrize("stop, done", [(3, 3), (6, 6)])
def test_a_run_that_is_stopped_has_no_rest(stop, done):
    """Also if it is asked to stop when all full minibatches are done."""
    seen = []

    def progress(count):
        seen.append(count)
        return count < stop

    port = Log(reports=(3, 6))
    predictions, _, _ = perform(PROCEDURES.train(*samples(8), SETTINGS, 3, progress), port)
    assert len(predictions) == done
    assert [entry[1] for entry in port.log if entry[0] == "run"] == [6]
    assert seen == list(range(3, done + 1, 3))


def test_progress_counts_over_all_runs():
    seen = []
    of(PROCEDURES.train(*samples(5), SETTINGS, 3, seen.append), Log(reports=(0, 2)))
    assert seen == [0, 2, 3, 5]


def test_infer():
    """Without training; what `progress` returns is ignored."""
    port, seen = Log(reports=(1,)), []

    def progress(done):
        seen.append(done)
        return False

    predictions = perform(PROCEDURES.infer(samples(3)[0], progress), port)
    expected = packing.results(np.arange(3), PROCEDURES.result_fields)[0]
    assert predictions.tolist() == expected.tolist() and seen == [1]
    assert port.log == [
        ("wait",),
        ("put", "control", None, 0),
        ("run", 3, [0, 0, 0], None),
        ("get", "errors"),
    ]
    assert perform(PROCEDURES.infer(samples(0)[0]), Log()).shape == (0,)


@pytest.mark.parametrize(
    "procedure, message",
    [
        (PROCEDURES.train(np.zeros((2, 7)), [0, 1], SETTINGS, 2), "inputs of shape"),
        (PROCEDURES.train(*samples(2), SETTINGS, 17), "batch size 17"),
        (PROCEDURES.infer(np.zeros((2, 7))), "inputs of shape"),
        (PROCEDURES.load([COUNTERS[0] + 99], 0), "holds -16 to 15"),
    ],
)
def test_nothing_is_written_if_arguments_are_wrong(procedure, message):
    port = Log()
    with pytest.raises(ConfigError, match=message):
        perform(procedure, port)
    assert port.log == []


@pytest.mark.parametrize(
    "procedure",
    [
        lambda: PROCEDURES.load(COUNTERS, 0),
        lambda: PROCEDURES.train(*samples(2), SETTINGS, 2),
        lambda: PROCEDURES.infer(samples(2)[0]),
    ],
    ids=["load", "train", "infer"],
)
def test_errors_of_the_core_are_told(procedure):
    port = Log()
    port.errors = 0b001010
    with pytest.raises(CoreError, match=r"^the core reports busy: [^;]*; label: [^;]*$"):
        perform(procedure(), port)


def test_a_network_that_the_core_has_no_room_for():
    with pytest.raises(ConfigError, match="classifier shape"):
        Procedures(NETWORK, CLASSIFIER[:1], core=CORE, seed=7)
    wide = Network(layers=(9, 4), classes=2)
    with pytest.raises(ConfigError, match="the core"):
        Procedures(wide, CLASSIFIER, core=CORE, seed=7)


class Answering(Log):
    """A Log that knows what a register holds."""

    def get(self, name, layer=None):
        return 5


class Awaited(Log):
    """A Log whose answers have to be awaited."""

    async def put(self, name, value, layer=None):
        await asyncio.sleep(0)
        super().put(name, value, layer)

    async def get(self, name, layer=None):
        await asyncio.sleep(0)
        return 5


def test_both_ways_to_perform():
    """What an operation brought goes back into the procedure, whose result comes out."""

    class Get(Put):
        def on(self, port):
            return port.get(self.name)

    def procedure():
        yield Put("seed", 1)
        return (yield Get("seed", 0)) + 1

    now, later = Answering(), Awaited()
    assert perform(procedure(), now) == 6
    assert asyncio.run(perform_async(procedure(), later)) == 6
    assert now.log == later.log == [("put", "seed", None, 1)]


def test_an_error_of_a_port_is_no_end_of_a_procedure():
    class Broken(Log):
        def reset(self):
            raise StopIteration

    with pytest.raises(StopIteration):
        perform(PROCEDURES.bring_up(), Broken())
