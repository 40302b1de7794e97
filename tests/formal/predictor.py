"""Proof of a core that only predicts: the class of every image, in order, until it is taken."""

from itertools import product

import numpy as np
from amaranth.hdl import Array, Assume, Cat, Const, Signal

from bep_hw.gateware import inference
from bep_hw.host.packing import tile_words
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network
from tests.formal.fifos import in_order
from tests.helpers.formal import Checked, Proof, streams

NETWORK = Network(layers=(2, 3), classes=2)
CONFIG = CoreConfig.for_network(NETWORK, tile_rows=2, tile_columns=4, lanes=4)
WEIGHTS = np.array([[1, 1], [-1, 1], [-1, -1]], dtype=np.int8)  # (3, 2)
CLASSIFIER = np.array([[-1, 1, -1], [1, -1, -1]], dtype=np.int8)  # (2, 3)


def class_of(image):
    """The lowest index of the largest logit, in plain integers; sign(0) = 1."""
    hidden = [1 if sum(w * a for w, a in zip(row, image, strict=True)) >= 0 else -1
              for row in WEIGHTS.tolist()]  # fmt: skip
    logits = [sum(p * a for p, a in zip(row, hidden, strict=True)) for row in CLASSIFIER.tolist()]
    return logits.index(max(logits))


def predicts(m, dut):
    """An image is a word; its class leaves in its turn."""
    samples, predictions = dut.samples, dut.predictions
    inputs = NETWORK.layers[0]
    word = Cat(samples.payload)
    m.d.comb += Assume(word[inputs:] == 0)
    images = (tuple(2 * bit - 1 for bit in reversed(bits)) for bits in product((0, 1), repeat=2))
    classes = Array(Const(class_of(image), 1) for image in images)
    expected = Signal()
    m.d.comb += expected.eq(classes[word[:inputs]])
    sent, given = (one.valid & one.ready for one in (samples, predictions))
    count = Signal(4)
    m.d.sync += count.eq(count + sent - given)
    in_order(m, sent, expected, count, given, predictions.payload)


def predictor(module):
    table = layer_table(NETWORK, CONFIG)
    return module.Inference(CONFIG, table, tile_words([WEIGHTS, CLASSIFIER], CONFIG))


PROOFS = (
    Proof(
        block="inference",
        claim="the class of every image leaves in order, and stays until it is taken",
        module=inference,
        build=lambda module: Checked(predictor(module), streams, predicts),
        bug=("the next image ends while a class waits", "~(ends & out)", "1"),
        depth=24,
        bounded="two images; steps under way in the pipeline are no invariant",
        within=26,
        proves=("Inference.predictions",),
    ),
)
