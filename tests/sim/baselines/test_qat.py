"""Quantisation-aware training; all of it computes in PyTorch."""

import io

import numpy as np
import pytest
from rich.console import Console

from bep_hw.data.dataset import Dataset, Split
from bep_hw.data.series_encoder import Encoded, expansion
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.train import loop
from bep_hw.train.run import Run
from sim.baselines.qat_config import VARIANTS
from sim.experiments import engine, store
from sim.experiments.figures import EXPERIMENTS
from sim.experiments.store import Silent
from tests.helpers.tiny_prototypes import use_tiny_prototypes

torch = pytest.importorskip("torch", reason="PyTorch is an extra of its own, baselines")
qat = pytest.importorskip("sim.baselines.qat")

NETWORK = Network(layers=(30, 20, 20), classes=4)


def split(count, seed):
    random = np.random.default_rng([9, seed])
    labels = random.integers(0, 4, count)
    prototypes = np.random.default_rng(9).integers(0, 2, (4, 30))
    return Split((prototypes[labels] ^ (random.random((count, 30)) < 0.1)).astype(np.uint8), labels)


DATA = Dataset(
    name="none", classes=4, train=split(81, 0), validation=split(40, 1), test=split(40, 2)
)


def run(epochs=12, seed=3):
    training = Training(epochs=epochs, batch_size=10)  # the last minibatch has one sample
    preset = Preset(name="tiny", dataset="none", network=NETWORK, training=training)
    return Run(preset=preset, seed=seed)


def measure(variant, **options):
    return qat.measure(run(**options), DATA, variant, stopped=lambda: False, display=Silent())


def test_sign_and_its_gradient():
    x = torch.tensor([-2.0, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 2.0], requires_grad=True)
    y = qat.Sign.apply(x)
    assert y.tolist() == [-1, -1, -1, 1, 1, 1, 1, 1]
    (y * torch.arange(1.0, 9)).sum().backward()
    assert x.grad.tolist() == [0, 2, 3, 4, 5, 6, 7, 0]


@pytest.mark.parametrize("variant", VARIANTS)
def test_integers_predict_as_the_model(variant):
    """The trained network needs no floating point, batch normalisation included."""
    work = qat.Training(run(), DATA, VARIANTS[variant], stopped=lambda: False, display=Silent())
    work.train()
    model = work.model.double().eval()
    with torch.no_grad():
        logits = model(DATA.train.bits)
    # numpy's argmax takes the lowest index on a tie, PyTorch's any; equal logits stay equal.
    assert np.array_equal(model.binary().infer(DATA.train.bits), logits.numpy().argmax(axis=1))
    assert all(latent.abs().max() <= 1 for latent in model.latents)
    assert len(model.norms) == (2 if variant == "qat-bn" else 0)


@pytest.mark.parametrize(
    ("variant", "least"),
    # Without scale or normalisation few gradients pass, and little is learnt.
    [("qat", 35), ("qat-scaled", 55), ("qat-bn", 55)],
)
def test_learns_a_task(variant, least):
    summary, history = measure(variant)
    assert summary["test_accuracy"] > least, "chance is 25 %"
    validation = [row["validation_accuracy"] for row in history]
    assert len(validation) == 12
    assert summary["validation_accuracy"] == max(validation)
    last_best = 12 - validation[::-1].index(max(validation))
    assert summary["kept_epoch"] == last_best, "the later of equally good epochs"
    again, _ = measure(variant)
    assert again["weights_sha256"] == summary["weights_sha256"]
    other, _ = measure(variant, seed=4)
    assert other["weights_sha256"] != summary["weights_sha256"]


def test_stops():
    with pytest.raises(loop.Interrupted):
        qat.measure(run(), DATA, "qat", stopped=lambda: True, display=Silent())


def test_engine(tmp_path, monkeypatch):
    """A point of Fig. 2 by every variant, on a few samples."""
    use_tiny_prototypes(monkeypatch)
    points = EXPERIMENTS["fig2"].chosen(["rp-35-L3"], methods=list(VARIANTS))
    jobs = engine.plan(points, (1,), 2, tmp_path)
    assert (
        engine.carry_out(list(jobs.values()), processes=1, console=Console(file=io.StringIO())) == 0
    )
    found = [store.load(job.path) for job in jobs.values()]
    assert len({values["weights_sha256"] for values in found}) == len(VARIANTS)
    assert all(len(values["validation_history"]) == 2 for values in found)


def series(count, seed):
    """Split of series of 1 to 5 steps of 6 bits, each close to a prototype of its class."""
    random = np.random.default_rng([10, seed])
    labels = random.integers(0, 4, count)
    prototypes = np.random.default_rng(10).integers(0, 2, (4, 5, 6))
    codes = (prototypes[labels] ^ (random.random((count, 5, 6)) < 0.05)).astype(np.uint8)
    return Split(Encoded(codes, random.integers(1, 6, count), expansion(20, 6)), labels)


@pytest.mark.parametrize(("variant", "least"), [("qat", 30), ("qat-scaled", 50), ("qat-bn", 35)])
def test_recurrent(variant, least):
    """It learns, and the trained network predicts the same without floating point."""
    training = Training(epochs=12, batch_size=10)
    preset = Preset(
        name="tiny",
        dataset="none",
        network=Recurrent(layers=(20, 16, 12), classes=4, steps=5),
        training=training,
        encoding=Encoding(),
    )
    data = Dataset(
        name="none", classes=4, train=series(121, 0), validation=series(40, 1), test=series(40, 2)
    )
    run = Run(preset=preset, seed=3)
    summary, _ = qat.measure(run, data, variant, stopped=lambda: False, display=Silent())
    assert summary["test_accuracy"] > least, "chance is 25 %"
    work = qat.Training(run, data, VARIANTS[variant], stopped=lambda: False, display=Silent())
    work.train()
    model, some = work.model.double().eval(), data.test.bits[:]
    with torch.no_grad():
        logits = model(some)
    assert np.array_equal(model.binary().infer(some), logits.numpy().argmax(axis=1))
    shapes = [w.shape for w in model.binary().weights()]
    assert shapes == [(16, 20), (16, 16), (12, 16), (4, 12)]
    assert len(model.norms) == (2 if variant == "qat-bn" else 0)
