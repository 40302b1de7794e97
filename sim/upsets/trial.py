"""Training in which bits flip: a small core goes on with the digits where software stopped."""

from dataclasses import dataclass

import numpy as np

from bep_hw.cosim.model import NoProgress
from bep_hw.cosim.port import ModelPort
from bep_hw.data import datasets
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.host.driver import Driver
from bep_hw.host.operations import CoreError
from bep_hw.spec import presets
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.hidden import counter_range
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from bep_hw.train.loop import epoch_order
from sim.upsets.kinds import kind_of, parts
from sim.upsets.model import OpenModel, library

NETWORK = Network(layers=(256, 32, 32), classes=10)
TRAINING = presets.get("digits").with_training(group=8).training
BEFORE, MINIBATCHES, TESTS = 12, 12, 360
"""Epochs in software, minibatches on the core, samples that it is tested on."""

SEED, WATCHDOG = 1, 20_000
KEPT, MUCH = 1.0, 5.0
"""Accuracy that may be lost and counts as kept, and from where on much is lost [percent]."""

OUTCOMES = (
    *("no effect", "within 1 point", "1 to 5 points lost", "more lost"),
    *("told by errors", "hangs"),
)


@dataclass(frozen=True)
class Flip:
    """A bit of a `Variable`, and the cycle of the training in which it flips."""

    variable: object
    word: int
    bit: int
    cycle: int


@dataclass(frozen=True)
class Result:
    """What a core has after its training.

    outcome: one of OUTCOMES; accuracy: of its own predictions [percent]; weights: hidden weights
        that have another sign than without flips; of a core that hangs none of these is known
    consistent: it predicts as a network whose W is the sign of its counters; None if not known
    recovered: after a reset it trains as ever; None if it does not hang
    """

    outcome: str
    accuracy: float | None = None
    weights: int | None = None
    consistent: bool | None = None
    recovered: bool | None = None


def cut(network=NETWORK, tile=(8, 32), lanes=32):
    """The core that is tried."""
    return CoreConfig.for_network(
        network,
        hidden_bits=TRAINING.hidden_bits,
        tile_rows=tile[0],
        tile_columns=tile[1],
        lanes=lanes,
        banks=4,
        max_batch=TRAINING.batch_size,
    )


class Trial:
    """The training of the core `core`, which holds NETWORK; see `cut`.

    protection: of its counters
    """

    def __init__(self, core, protection="none"):
        self.core, self._library, self._model = core, library(core, protection), None
        self._classifier = equiangular_frame(NETWORK.classes, NETWORK.layers[-1], SEED)
        self._golden = GoldenBackend(
            NETWORK, self._classifier, hidden_bits=core.hidden_bits, seed=SEED
        )
        data = datasets.load("digits", seed=SEED)
        self._warm_up(data.train)
        piece = epoch_order(SEED, BEFORE, len(data.train))[: MINIBATCHES * TRAINING.batch_size]
        self._samples = data.train.bits[piece], data.train.labels[piece]
        self._tests = data.test.bits[:TESTS], data.test.labels[:TESTS]
        self.reference = self._reference()

    def _warm_up(self, data):
        """Train in software; what the core begins with."""
        golden, groups, wrong = self._golden, GroupSchedule(NETWORK, TRAINING).groups, 1.0
        golden.load(initial_counters(NETWORK, self.core.hidden_bits, SEED), 0)
        for epoch in range(BEFORE):
            order = epoch_order(SEED, epoch, len(data))
            labels = data.labels[order]
            settings = TRAINING.settings(NETWORK, groups, wrong)
            outcome = golden.train(data.bits[order], labels, settings, TRAINING.batch_size)
            wrong = float(np.mean(outcome.predictions != labels))
        self._start = golden.counters(), golden.minibatch
        self._settings = TRAINING.settings(NETWORK, groups, wrong)

    def _driver(self):
        """A core that is about to train."""
        # A model that goes later would take the names of the new one's state with it.
        if self._model:
            self._model.close()
        model = self._model = OpenModel(self._library, watchdog=WATCHDOG)
        driver = Driver(ModelPort(model), NETWORK, self._classifier, core=self.core, seed=SEED)
        driver.load(*self._start)
        return driver, model

    def _learn(self, driver, order=slice(None)):
        """(counters, predictions of the tests) after the training, in this order of samples."""
        bits, labels = self._samples
        driver.step(bits[order], labels[order], self._settings, TRAINING.batch_size)
        return driver.counters(), driver.infer(self._tests[0])

    def _reference(self):
        """(counters, predictions, accuracy) without flips; also finds what can be flipped."""
        driver, model = self._driver()
        counters, predictions = self._learn(driver)
        self.cycles = driver.port.cycles
        self.parts = self._parts(model.variables())
        return counters, predictions, self._accuracy(predictions)

    def _parts(self, variables):
        """{kind: [Part]}, as `kinds.parts` has it."""
        table = layer_table(NETWORK, self.core)
        spans = [
            range(row.tile_base, row.tile_base + row.row_blocks * row.column_blocks)
            for row in table
        ]
        (tiles,) = (v.words for v in variables if kind_of(v) is None)
        weights = [tile for span in spans[:-1] for tile in span]
        both = [*weights, *(tile + tiles // 2 for tile in weights)]
        return parts(variables, spans[-1], both, self.core.tile_rows, self.core.tile_columns)

    def _accuracy(self, predictions):
        return 100 * float(np.mean(predictions == self._tests[1]))

    def draw(self, kind, size, rng):
        """`size` bits of one word of this kind, side by side, that flip in one cycle.

        Every bit of the kind is as likely to be the first; there may be fewer up to the last bit.
        """
        every = self.parts[kind]
        weight = np.array([part.size for part in every])
        part = every[int(rng.choice(len(every), p=weight / weight.sum()))]
        word, first = int(rng.choice(part.words)), int(rng.integers(len(part.bits)))
        cycle = int(rng.integers(1, self.cycles * 2 // 3))
        bits = part.bits[first : first + size]
        return [Flip(part.variable, word, bit, cycle) for bit in bits]

    def run(self, flips):
        """The `Result` of a training in which these bits flip."""
        driver, model = self._driver()
        for flip in flips:
            model.flip(flip.variable, flip.word, flip.bit, flip.cycle)
        try:
            counters, predictions = self._learn(driver)
        except CoreError:
            return Result("told by errors")
        except NoProgress:
            return Result("hangs", recovered=self._recovers(driver))
        return self._judged(counters, predictions)

    def reordered(self, rng):
        """The `Result` of a training without flips whose samples come in another order."""
        driver, _ = self._driver()
        return self._judged(*self._learn(driver, rng.permutation(len(self._samples[1]))))

    def _judged(self, counters, predictions):
        wanted, expected, before = self.reference
        accuracy = self._accuracy(predictions)
        weights = sum(
            int(np.count_nonzero((a < 0) != (b < 0))) for a, b in zip(counters, wanted, strict=True)
        )
        # A flip may leave counters beyond the range of the golden model; signs are as they are.
        self._golden.load([np.clip(c, *counter_range(self.core.hidden_bits)) for c in counters], 0)
        consistent = np.array_equal(self._golden.infer(self._tests[0]), predictions)
        same = all(np.array_equal(a, b) for a, b in zip(counters, wanted, strict=True))
        lost = before - accuracy
        if same and np.array_equal(predictions, expected):
            outcome = "no effect"
        elif lost <= KEPT:
            outcome = "within 1 point"
        else:
            outcome = "1 to 5 points lost" if lost <= MUCH else "more lost"
        return Result(outcome, round(accuracy, 2), weights, consistent)

    def _recovers(self, driver):
        """Whether the core trains as ever after a reset."""
        try:
            driver.restart()
            driver.load(*self._start)
            counters, predictions = self._learn(driver)
        except (CoreError, NoProgress):
            return False
        return self._judged(counters, predictions).outcome == "no effect"
