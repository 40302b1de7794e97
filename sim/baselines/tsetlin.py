"""A Tsetlin machine of the package green-tsetlin, on the bits that the network gets too."""

import green_tsetlin
import numpy as np

CLAUSES, SPECIFICITY, THRESHOLD, EPOCHS = 500, 10.0, 100, 50
"""Chosen on the validation samples of digits: 99.3 %, against 98.6 with a specificity of 3 and 97.2
with a threshold of 500."""


class TsetlinMachine:
    """A classifier that keeps its state of the best validation epoch, as all methods here do."""

    def __init__(self, seed):
        self.seed = seed

    def fit(self, train, validation):
        """Train on a Split of bits."""
        machine = green_tsetlin.TsetlinMachine(
            n_literals=train.bits.shape[1],
            n_clauses=CLAUSES,
            n_classes=int(train.labels.max()) + 1,
            s=SPECIFICITY,
            threshold=THRESHOLD,
        )
        trainer = green_tsetlin.Trainer(
            machine, seed=self.seed, n_jobs=1, n_epochs=EPOCHS, progress_bar=False
        )
        trainer.set_train_data(*_arrays(train))
        trainer.set_eval_data(*_arrays(validation))
        trainer.train()
        self._predictor = machine.get_predictor()
        return self

    def predict(self, split):
        """Classes (n,) of the samples of a Split of bits."""
        return np.array([self._predictor.predict(row) for row in _arrays(split)[0]])


def _arrays(split):
    """Bits (n, K_0) uint8 and labels (n,) uint32."""
    return np.ascontiguousarray(split.bits, np.uint8), split.labels.astype(np.uint32)
