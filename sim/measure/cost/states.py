"""States of a real training run: what a netlist is fed with, at several epochs."""

import contextlib
import json
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.golden.train_step import NetworkState
from bep_hw.support.display import Silent
from bep_hw.support.files import replace_file
from bep_hw.train import loop, session
from bep_hw.train.run import Run


@dataclass
class Moment:
    """A minibatch of a run: the golden state before it, its samples, its settings.

    epoch: the epoch that this minibatch begins, from 1
    """

    epoch: int
    state: NetworkState
    bits: np.ndarray
    labels: np.ndarray
    settings: object


def moments(preset, epochs, folder, *, seed=1, data_folder=None):
    """The first minibatch of each of these epochs (from 1) of a run of `preset`, a list.

    The run is trained by the native model; `folder` keeps its states for the next time.
    """
    run = Run(preset=preset, backend="native", seed=seed)
    data = session.load_data(run, data_folder)
    states = _kept(folder / f"{preset.name}-{seed}.npz", run, data, epochs)
    return [_moment(run, data, epoch, states[epoch]) for epoch in epochs]


def _kept(path, run, data, epochs):
    """{epoch: (counters, minibatch, error rate, groups)} at the beginnings of epochs."""
    if not path.exists():
        replace_file(path, lambda stream: np.savez(stream, **_trained(run, data, epochs)))
    with np.load(path) as found:
        facts = json.loads(str(found["facts"]))
        if facts["key"] == _key(run, data, epochs):
            layers = range(run.preset.network.depth)
            return {
                epoch: ([found[f"{epoch}_{layer}"] for layer in layers], *facts[str(epoch)])
                for epoch in epochs
            }
    path.unlink()
    return _kept(path, run, data, epochs)


def _key(run, data, epochs):
    return repr((run.to_dict(), data.checksum(), tuple(epochs)))


def _trained(run, data, epochs):
    """Arrays of `_kept`, trained."""
    arrays, facts = {}, {"key": _key(run, data, epochs)}

    def save(state):
        epoch = state.epoch + 1
        if state.position or epoch not in epochs:
            return
        for layer, counters in enumerate(state.counters):
            arrays[f"{epoch}_{layer}"] = counters.copy()
        schedule = GroupSchedule(run.preset.network, run.preset.training)
        schedule.restore(state.schedule)
        facts[str(epoch)] = (state.minibatch, state.error_rate, schedule.groups)

    backend = session.make_backend(run, _classifier(run))

    def enough():
        return len(facts) > len(epochs)

    work = loop.Trainer(
        run, data, backend, loop.start(run), save=save, stopped=enough, display=Silent()
    )
    with contextlib.suppress(loop.Interrupted):  # all that is wanted is there
        work.train()
    return {**arrays, "facts": np.array(json.dumps(facts))}


def _classifier(run):
    network = run.preset.network
    return equiangular_frame(network.classes, network.layers[-1], run.seed)


def _moment(run, data, epoch, kept):
    counters, minibatch, error_rate, groups = kept
    training, network = run.preset.training, run.preset.network
    order = loop.epoch_order(run.seed, epoch - 1, len(data.train))[: training.batch_size]
    state = NetworkState.start(
        network,
        _classifier(run),
        counters,
        minibatch=minibatch,
        hidden_bits=training.hidden_bits,
        seed=run.seed,
    )
    return Moment(
        epoch,
        state,
        data.train.bits[order],
        data.train.labels[order],
        training.settings(network, groups, error_rate),
    )
