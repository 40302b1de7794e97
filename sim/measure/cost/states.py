"""States of a real training run: what a netlist is fed with, at several epochs."""

import contextlib
import dataclasses
import json
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.classifier import fixed_classifier
from bep_hw.golden.forward import forward, signs
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.golden.train_step import NetworkState
from bep_hw.spec.network import Network
from bep_hw.support.display import Silent
from bep_hw.support.files import replace_file
from bep_hw.train import loop, session
from bep_hw.train.run import Run
from sim.baselines import local_rule


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
    classifier = fixed_classifier(preset.network, seed)
    make = lambda: session.make_backend(run, classifier)  # noqa: E731
    states = _kept(folder / f"{preset.name}-{seed}.npz", run, data, epochs, make)
    return [_moment(run, data, classifier, epoch, states[epoch]) for epoch in epochs]


def local_moments(preset, epochs, folder, *, seed=1, data_folder=None):
    """The same of a run by the local rule of 2025: of each epoch a tuple with a `Moment` per layer.

    A layer that learns by the local rule is a network of one layer under BEP: with a classifier and
    a trigger of its own, and nothing to send back. So every layer is such a network here, and gets
    the activations of the layer below as samples. The draws of the upper layer's reinforcement have
    another place in the random source than those of the run.
    """
    run = Run(preset=preset, backend="native", seed=seed)
    data = session.load_data(run, data_folder)
    classifiers = local_rule.frame_classifiers(preset.network, seed)
    make = lambda: local_rule.backend_of(run, local_rule.frame_classifiers)  # noqa: E731
    states = _kept(folder / f"{preset.name}-local-{seed}.npz", run, data, epochs, make)
    found = []
    for epoch in epochs:
        whole = _moment(run, data, classifiers[-1], epoch, states[epoch])
        found.append(by_layer(whole, classifiers, preset.training.margin_ratio))
    return found


def by_layer(moment, classifiers, margin_ratio):
    """A tuple of `Moment`s of networks of one layer each, which learn by the local rule."""
    return tuple(_layers(moment, classifiers, margin_ratio))


def _layers(moment, classifiers, margin_ratio):
    network, settings = moment.state.network, moment.settings
    _, a = forward(moment.state.weights, signs(moment.bits))
    limits = local_rule.layer_margins(network, margin_ratio)
    for layer, (classifier, limit) in enumerate(zip(classifiers, limits, strict=True)):
        own = {
            name: getattr(settings, name)[layer : layer + 1]
            for name in ("gates", "groups", "reinforce")
        }
        state = NetworkState.start(
            Network(layers=network.layers[layer : layer + 2], classes=network.classes),
            classifier,
            moment.state.counters[layer : layer + 1],
            minibatch=moment.state.minibatch,
            hidden_bits=moment.state.hidden_bits,
            seed=moment.state.seed,
        )
        yield Moment(
            moment.epoch,
            state,
            (a[layer] > 0).astype(np.uint8),
            moment.labels,
            dataclasses.replace(settings, margin=limit, **own),
        )


def _kept(path, run, data, epochs, make_backend):
    """{epoch: (counters, minibatch, error rate, groups)} at the beginnings of epochs."""
    if not path.exists():
        arrays = _trained(run, data, epochs, make_backend())
        replace_file(path, lambda stream: np.savez(stream, **arrays))
    with np.load(path) as found:
        facts = json.loads(str(found["facts"]))
        if facts["key"] == _key(run, data, epochs):
            layers = range(run.preset.network.depth)
            return {
                epoch: ([found[f"{epoch}_{layer}"] for layer in layers], *facts[str(epoch)])
                for epoch in epochs
            }
    path.unlink()
    return _kept(path, run, data, epochs, make_backend)


def _key(run, data, epochs):
    return repr((run.to_dict(), data.checksum(), tuple(epochs)))


def _trained(run, data, epochs, backend):
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

    def enough():
        return len(facts) > len(epochs)

    work = loop.Trainer(
        run, data, backend, loop.start(run), save=save, stopped=enough, display=Silent()
    )
    with contextlib.suppress(loop.Interrupted):  # all that is wanted is there
        work.train()
    return {**arrays, "facts": np.array(json.dumps(facts))}


def _moment(run, data, classifier, epoch, kept):
    counters, minibatch, error_rate, groups = kept
    training, network = run.preset.training, run.preset.network
    order = loop.epoch_order(run.seed, epoch - 1, len(data.train))[: training.batch_size]
    state = NetworkState.start(
        network,
        classifier,
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
