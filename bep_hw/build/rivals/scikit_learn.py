"""A multilayer perceptron of scikit-learn: float32 weights, ReLU, Adam."""

from importlib.util import find_spec

import numpy as np

from bep_hw.support.errors import require

TITLE, THREADS, SAMPLES = "scikit-learn MLPClassifier (float32)", True, 4_000


def check():
    """ConfigError without scikit-learn."""
    require(find_spec("sklearn"), "scikit-learn: not found; pip install bep-hw[data]")


class Rival:
    """An MLPClassifier with the hidden widths of the network, one pass a call of `partial_fit`."""

    def __init__(self, network, training, threads):
        from threadpoolctl import ThreadpoolController

        self.network, self.training, self.threads = network, training, threads
        self.controller = ThreadpoolController()

    def prepare(self, bits):
        return 2 * bits.astype(np.float32) - 1

    def restart(self):
        from sklearn.neural_network import MLPClassifier

        self.model = MLPClassifier(
            hidden_layer_sizes=self.network.layers[1:],
            batch_size=self.training.batch_size,
            random_state=1,
        )

    def train(self, inputs, labels):
        with self.controller.limit(limits=self.threads):
            self.model.partial_fit(inputs, labels, classes=np.arange(self.network.classes))
