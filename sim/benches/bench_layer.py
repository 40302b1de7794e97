"""One hidden layer: the forward pass, the classifier and the margin, without training."""

import cocotb
import numpy as np
from host import Host
from problems import CORES, problem

from bep_hw.golden.commit import weights
from bep_hw.golden.forward import forward, signs
from bep_hw.golden.margin import margins
from bep_hw.golden.popcount import dot
from bep_hw.host import packing
from bep_hw.spec.network import Network

CONFIG = CORES["4x16-lanes4"]


def one_layer(seed, samples):
    """A Problem with a single hidden layer of a random shape."""
    rng = np.random.default_rng(seed)
    inputs, width = (int(value) for value in rng.integers(1, 61, 2))
    p = problem(seed, samples)
    p.network = Network(layers=(inputs, width), classes=p.network.classes)
    p.counters = [rng.integers(-64, 64, (width, inputs), np.int32)]
    p.classifier = rng.choice(np.array([-1, 1], np.int8), (p.network.classes, width))
    p.bits = rng.integers(0, 2, (samples, inputs), np.uint8)
    return p


@cocotb.test(timeout_time=20, timeout_unit="ms")
@cocotb.parametrize(seed=range(4), stall=[0.0, 0.4])
async def one_layer_predicts(dut, seed, stall):
    p = one_layer(seed, samples=6)
    host = Host(dut, CONFIG, p, stall=stall, seed=seed)
    await host.port.start()
    await host.begin()
    samples, labels = host.procedures.payloads(p.bits, p.labels)
    results = await host.port.run(samples, labels, None, None)
    predictions, margin, _ = packing.results(results, host.procedures.result_fields)
    _, a = forward([weights(p.counters[0])], signs(p.bits))
    want, want_margin = margins(dot(a[-1], p.classifier), p.labels)
    np.testing.assert_array_equal(predictions, want)
    np.testing.assert_array_equal(margin, want_margin)
