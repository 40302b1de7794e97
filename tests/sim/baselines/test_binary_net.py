"""Networks of quantisation-aware training as integers, and what they start from."""

import math
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np

from bep_hw.spec.network import Network
from sim.baselines import qat_config
from sim.baselines.binary_net import BinaryNet, folded_layer, plain_layer
from tests.golden import plain

ROOT = Path(__file__).parents[3]


@plain.SEEDS
def test_plain_network_equals_the_loop(seed):
    rng = np.random.default_rng(seed)
    first, second, output = (plain.signs(rng, *shape) for shape in ((6, 9), (5, 6), (3, 5)))
    net = BinaryNet(layers=(plain_layer(first), plain_layer(second)), output=output)
    bits = rng.integers(2, size=(1100, 9)).astype(np.uint8)  # more than a block
    expected = []
    for sample in (2 * bits.astype(int) - 1).tolist():
        for w in (first, second):
            sample = [plain.sign(z) for z in plain.matrix_vector(w, sample)]
        logits = plain.matrix_vector(output, sample)
        expected.append(logits.index(max(logits)))
    assert net.infer(bits).tolist() == expected
    assert [w.shape for w in net.weights()] == [(6, 9), (5, 6), (3, 5)]


@plain.SEEDS
def test_folded_batch_norm_is_its_sign(seed):
    """With values that fractions hold exactly, crossings on integers among them."""
    rng = np.random.default_rng(seed)
    weights = plain.signs(rng, 60, 8)
    mean, bias = rng.integers(-6, 7, (2, 60)) / 2
    gain = rng.integers(-2, 3, 60)
    deviation = 2.0 ** rng.integers(-1, 2, 60)
    layer = folded_layer(weights, mean, deviation, gain, bias)
    for sample, found in zip(a := plain.signs(rng, 40, 8), layer(a).tolist(), strict=True):
        z = plain.matrix_vector(weights, sample)
        for j in range(60):
            m, d, g, b = (Fraction(float(v[j])) for v in (mean, deviation, gain, bias))
            assert found[j] == plain.sign(g * (z[j] - m) / d + b)


def test_folded_extremes():
    """A tiny gain makes a neuron constant, whatever its threshold would be."""
    weights = np.ones((4, 3), np.int8)
    values = dict(mean=np.zeros(4), deviation=np.ones(4), gain=np.array([1e-30, -1e-30, 0, 0]))
    layer = folded_layer(weights, **values, bias=np.array([1, -1, -1, 0]))
    every = np.array([[-1, -1, -1], [1, 1, 1]], np.int8)
    assert layer(every).tolist() == [[1, -1, -1, 1]] * 2


def test_variants():
    assert list(qat_config.VARIANTS) == ["qat", "qat-scaled", "qat-bn"]
    assert [v.batch_norm for v in qat_config.VARIANTS.values()] == [False, False, True]
    assert {v.learning_rate for v in qat_config.VARIANTS.values()} == {1e-3}


def test_initial_latents():
    network = Network(layers=(50, 40, 30), classes=10)
    latents = qat_config.initial_latents(network, 1)
    assert [latent.shape for latent in latents] == [(40, 50), (30, 40), (10, 30)]
    for latent in latents:
        bound = math.sqrt(6 / sum(latent.shape))
        assert latent.dtype == np.float32
        assert 0.9 * bound < np.abs(latent).max() <= bound * (1 + 1e-6)
    again, other = (qat_config.initial_latents(network, seed) for seed in (1, 2))
    assert np.array_equal(latents[0], again[0]) and not np.array_equal(latents[0], other[0])


def test_needs_no_torch():
    """Points and tables of quantised training are there without PyTorch."""
    text = "import sys, sim.experiments.__main__; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", text], check=True, cwd=ROOT)
