"""Training loop and checkpoints: stopping and going on changes no bit of a run."""

import dataclasses
import hashlib
import struct

import numpy as np
import pytest

from bep_hw.data.dataset import Dataset, Split
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError
from bep_hw.train import checkpoint, loop, outputs
from bep_hw.train.run import Run

CONFIG = {"layers": [20, 12, 12]}
RUN = Run(
    preset=Preset(
        name="tiny",
        dataset="none",
        network=Network(layers=(20, 12, 12), classes=4),
        training=Training(epochs=4, batch_size=7, group=2, patience=1),
    ),
    seed=3,
)


def split(count, seed):
    random = np.random.default_rng([9, seed])
    labels = random.integers(0, 4, count)
    bits = random.integers(0, 2, (count, 20)).astype(np.uint8)
    bits[np.arange(count), labels] = 1
    bits[np.arange(count), labels + 4] = 0
    return Split(bits, labels)


DATA = Dataset(
    name="none", classes=4, train=split(60, 0), validation=split(20, 1), test=split(30, 2)
)


class Silent:
    """A display that shows nothing."""

    def step(self, state, done, seconds):
        pass

    def epoch(self, state, row):
        pass


class CountedBackend(GoldenBackend):
    """The golden backend with a call after every minibatch, and a clock."""

    after = staticmethod(lambda: None)
    cycles = 0

    def train(self, bits, labels, settings, batch_size, progress=None):
        def watched(done):
            self.after()
            return progress(done)

        outcome = super().train(bits, labels, settings, batch_size, watched)
        self.cycles += 10 * outcome.done
        return outcome


def make(run, state, *, save=lambda state: None, stopped=lambda: False):
    network, training = run.preset.network, run.preset.training
    backend = CountedBackend(
        network,
        equiangular_frame(network.classes, network.layers[-1], run.seed),
        hidden_bits=training.hidden_bits,
        seed=run.seed,
    )
    return loop.Trainer(run, DATA, backend, state, save=save, stopped=stopped, display=Silent())


def unbroken(run=RUN):
    work = make(run, loop.start(run))
    work.train()
    return work


def assert_same(a, b):
    """Two states agree in everything but the time they took."""
    for item in dataclasses.fields(a):
        left, right = getattr(a, item.name), getattr(b, item.name)
        if item.name in ("counters", "kept"):
            assert all(map(np.array_equal, left, right)), item.name
        elif item.name not in ("seconds", "train_seconds"):
            assert left == right, item.name
    assert outputs.weights_sha256(a.counters) == outputs.weights_sha256(b.counters)


@pytest.fixture(scope="module")
def whole():
    return unbroken()


def test_history(whole):
    state = whole.state
    assert [row["epoch"] for row in state.history] == [1, 2, 3, 4]
    assert state.minibatch == 4 * 9
    assert state.cycles == 10 * 4 * 60
    best = max(row["validation_accuracy"] for row in state.history)
    assert state.history[state.kept_epoch - 1]["validation_accuracy"] == best


def test_same_run_twice(whole):
    assert_same(whole.state, unbroken().state)


def test_seed_matters(whole):
    other = unbroken(dataclasses.replace(RUN, seed=4)).state
    assert outputs.weights_sha256(other.counters) != outputs.weights_sha256(whole.state.counters)


def test_accuracies(whole):
    values = whole.evaluate()
    state = whole.state
    assert values["kept_epoch"] == state.kept_epoch
    kept = state.history[state.kept_epoch - 1]
    assert values["validation_accuracy"] == kept["validation_accuracy"]
    whole.backend.load(state.counters, 0)
    right = np.mean(whole.backend.infer(DATA.test.bits) == DATA.test.labels)
    assert values["test_accuracy_last"] == pytest.approx(100 * right, abs=1e-3)


def test_error_rate_of_the_epoch_before(monkeypatch):
    rates = []
    settings = Training.settings

    def noted(self, network, groups, error_rate):
        rates.append(error_rate)
        return settings(self, network, groups, error_rate)

    monkeypatch.setattr(Training, "settings", noted)
    history = unbroken().state.history
    expected = [1.0, *(1 - row["train_accuracy"] / 100 for row in history[:-1])]
    assert rates == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("work", [1, 5000, 20000])
def test_chunks_change_nothing(whole, monkeypatch, work):
    monkeypatch.setattr(loop, "SAVE_WORK", work)
    assert_same(whole.state, unbroken().state)


@pytest.mark.parametrize("stops", [(1,), (9,), (10,), (36,), (1, 1, 1), (4, 11, 13)])
def test_resume_is_unbroken(whole, tmp_path, stops):
    path = tmp_path / "checkpoint.npz"

    def save(state):
        checkpoint.save(path, CONFIG, state)

    state = loop.start(RUN)
    for minibatches in stops:
        left = [minibatches]
        work = make(RUN, state, save=save, stopped=lambda left=left: left[0] <= 0)

        def count(left=left):
            left[0] -= 1

        work.backend.after = count
        before = state.minibatch
        with pytest.raises(loop.Interrupted):
            work.train()
        config, state = checkpoint.load(path)
        assert config == CONFIG
        assert state.minibatch == before + minibatches, "no minibatch is lost or done twice"
    work = make(RUN, state, save=save)
    work.train()
    assert_same(whole.state, work.state)
    assert_same(whole.state, checkpoint.load(path)[1])
    assert work.evaluate() == whole.evaluate()


@pytest.mark.parametrize("seed", range(4))
def test_kill_between_two_checkpoints(whole, tmp_path, monkeypatch, seed):
    """A run that dies without a word goes on from its last checkpoint with the same bits."""
    monkeypatch.setattr(loop, "SAVE_WORK", 5000)
    path = tmp_path / "checkpoint.npz"
    left = int(np.random.default_rng(seed).integers(1, 37))

    def die():
        nonlocal left
        left -= 1
        if left == 0:
            raise MemoryError

    work = make(RUN, loop.start(RUN), save=lambda s: checkpoint.save(path, CONFIG, s))
    work.backend.after = die
    with pytest.raises(MemoryError):
        work.train()
    work = make(RUN, checkpoint.load(path)[1])
    work.train()
    assert_same(whole.state, work.state)


def test_weights_sha256():
    counters = [np.array([[0, -1], [2, 3]], np.int32), np.array([[5, 6]], np.int64)]

    assert (
        outputs.weights_sha256(counters)
        == hashlib.sha256(struct.pack("<6i", 0, -1, 2, 3, 5, 6)).hexdigest()
    )


def test_checkpoint_is_replaced_whole(tmp_path, monkeypatch):
    path = tmp_path / "checkpoint.npz"
    state = loop.start(RUN)
    checkpoint.save(path, CONFIG, state)
    before = path.read_bytes()

    def fail(stream, **arrays):
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(checkpoint.np, "savez", fail)
    with pytest.raises(ConfigError, match="cannot be written: No space left on device"):
        checkpoint.save(path, CONFIG, state)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 and no more"])
def test_damaged_checkpoint(tmp_path, content):
    path = tmp_path / "checkpoint.npz"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match="not a whole checkpoint"):
        checkpoint.load(path)


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.99])
def test_truncated_checkpoint(tmp_path, keep):
    path = tmp_path / "checkpoint.npz"
    checkpoint.save(path, CONFIG, loop.start(RUN))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(ConfigError, match="not a whole checkpoint"):
        checkpoint.load(path)


def test_missing_checkpoint(tmp_path):
    with pytest.raises(ConfigError, match="no such checkpoint"):
        checkpoint.load(tmp_path / "checkpoint.npz")
