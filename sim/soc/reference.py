"""The same training in the golden model, and the cycles that the core alone would take for it."""

from dataclasses import dataclass

from bep_hw.cycles.events import samples
from bep_hw.cycles.model import predict
from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.support.display import Silent
from bep_hw.train import loop


class CountedBackend(GoldenBackend):
    """The golden model, with the clock of the exact cycle model.

    core: CoreConfig; all others as of `GoldenBackend`
    cycles: that this core would take for all training so far, if nothing kept it waiting
    """

    def __init__(self, network, classifier, *, core, **options):
        super().__init__(network, classifier, **options)
        self.core, self.cycles, self._events = core, 0, []

    def train(self, bits, labels, settings, batch_size, progress=None):
        outcome = super().train(bits, labels, settings, batch_size, progress)
        usage = predict(self.network, self.core, settings.groups, batch_size, self._events)
        self.cycles, self._events = self.cycles + usage.cycles, []
        return outcome

    def minibatch_step(self, bits, labels, settings):
        self._events += samples(self.state, bits, labels, settings, self.core.tile_rows)
        return super().minibatch_step(bits, labels, settings)


@dataclass(frozen=True)
class Reference:
    """What the golden model found: `RunState` at the end, and test samples predicted right."""

    state: loop.RunState
    right: int


def train(task):
    """The Reference of a `Task`."""
    run, preset = task.run, task.run.preset
    network = preset.network
    backend = CountedBackend(
        network,
        equiangular_frame(network.classes, network.layers[-1], run.seed),
        core=preset.core,
        hidden_bits=preset.training.hidden_bits,
        seed=run.seed,
    )
    state = loop.start(run)
    trainer = loop.Trainer(
        run,
        task.data,
        backend,
        state,
        save=lambda state: None,
        stopped=lambda: False,
        display=Silent(),
    )
    trainer.train()
    return Reference(state, trainer.correct(task.data.test))
