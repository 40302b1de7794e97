"""The local rule of Colombo et al. 2025 (Mach. Learn.: Sci. Technol. 6 035015), by golden stages.

Every layer has its own fixed ±1 classifier P_l and learns from its own error only: nothing is
propagated. The top layer predicts. Forward pass, winner mask, update, reinforcement, commit, group
schedule, sample order and initial weights are BEP's, so a difference in accuracy is of the rule.
"""

import math
from dataclasses import dataclass

import numpy as np

from bep_hw.golden.backend import GoldenBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.commit import commit, weights
from bep_hw.golden.forward import forward, signs
from bep_hw.golden.margin import margins, triggers
from bep_hw.golden.passes import Step
from bep_hw.golden.popcount import dot
from bep_hw.golden.reinforce import reinforced
from bep_hw.golden.train_step import NetworkState
from bep_hw.golden.update import accumulate
from bep_hw.golden.winner import winners
from bep_hw.native.backend import NativeBackend
from bep_hw.spec.backend import check_counters
from bep_hw.spec.training import exact
from bep_hw.support.errors import require
from bep_hw.train import loop, outputs


def random_classifiers(network, seed):
    """P_l of every layer, [(C, K_l) ±1 int8], independent fair signs.

    Drawn bottom to top from the seed sequence [seed, 5]; BEP's equiangular frame has [seed, 1].
    """
    rng = np.random.default_rng([seed, 5])
    shapes = [(network.classes, width) for width in network.layers[1:]]
    return [(1 - 2 * rng.integers(2, size=shape)).astype(np.int8) for shape in shapes]


def frame_classifiers(network, seed):
    """P_l of every layer, [(C, K_l) ±1 int8], each an equiangular frame as BEP's is.

    The top layer has the frame that BEP would have with this seed.
    """
    depth = network.depth
    seeds = [
        np.random.SeedSequence([seed, 5, layer]).generate_state(1)[0] for layer in range(depth)
    ]
    seeds[-1] = seed
    pairs = zip(network.layers[1:], seeds, strict=True)
    return [equiangular_frame(network.classes, width, int(each)) for width, each in pairs]


def layer_margins(network, margin_ratio):
    """ceil(r K_l) of every layer: a sample trains layer l iff its margin there is below this."""
    return tuple(math.ceil(exact(margin_ratio) * width) for width in network.layers[1:])


@dataclass(kw_only=True)
class LocalState(NetworkState):
    """A network in training under the local rule.

    classifiers: [(C, K_l) ±1], P_l of every layer, the last of them also `classifier`
    layer_margins: ceil(r K_l) of every layer
    """

    classifiers: list[np.ndarray]
    layer_margins: tuple[int, ...]


def local_step(state, bits, labels, settings):
    """Train `state` in place on one minibatch and return the `Step` of the top layer.

    bits: (n, K_0) 0 or 1; labels: (n,) class; settings: `Settings`, whose gates and margin are not
        used: nothing goes back through a gate, and every layer has a margin of its own
    Layer l is reinforced in minibatches in which at least one sample triggered at layer l, whatever
    the other layers do (**chosen**: a layer knows no error but its own). Only p_l depends on the
    error rate E of the whole network, as in BEP.
    """
    W = state.weights
    z, a = forward(W, signs(bits))  # [(n, K_l)] for l = 1..L, [(n, K_l)] for l = 0..L
    for layer, (c, P) in enumerate(zip(state.counters, state.classifiers, strict=True)):
        # The layer's own logits y_l = P_l a_l, and its own trigger m_l < ceil(r K_l)
        predictions, margin = margins(dot(a[layer + 1], P), labels)  # (n,) each
        triggered = triggers(margin, state.layer_margins[layer])  # (n,)
        indices = np.flatnonzero(triggered)  # (t,)
        if indices.size:
            targets = P[labels[indices]]  # (t, K_l), a*_l = row c of P_l
            mask = winners(z[layer][indices], targets, settings.groups[layer])  # (t, K_l)
            accumulate(c, mask, targets, a[layer][indices])
            chosen = reinforced(
                state.seed, state.minibatch, layer, c.shape, settings.reinforce[layer]
            )
            commit(c, chosen, state.hidden_bits)
            W[layer] = weights(c)  # z and a of all layers stand already: all used the old W
    state.minibatch += 1
    return Step(predictions, margin, triggered)


def check_classifiers(network, classifiers):
    """Raise ConfigError unless there is a (C, K_l) classifier for every layer."""
    require(
        len(classifiers) == network.depth,
        f"{len(classifiers)} classifiers: the network has {network.depth} hidden layers",
    )
    for width, classifier in zip(network.layers[1:], classifiers, strict=True):
        expected = (network.classes, width)
        require(
            classifier.shape == expected,
            f"classifier shape {classifier.shape}: its layer needs {expected}",
        )


class LocalRuleBackend(GoldenBackend):
    """Trains `network` with the local rule; see `bep_hw.spec.backend.Backend`.

    classifiers: [(C, K_l) ±1], one for every layer; the last of them predicts
    margin_ratio: r, from which every layer has its threshold
    hidden_bits: B; seed: S, 32 bit
    """

    name = "local"

    def __init__(self, network, classifiers, *, margin_ratio, hidden_bits, seed):
        check_classifiers(network, classifiers)
        super().__init__(network, classifiers[-1], hidden_bits=hidden_bits, seed=seed)
        self.classifiers = [np.asarray(classifier, np.int8) for classifier in classifiers]
        self.layer_margins = layer_margins(network, margin_ratio)

    def load(self, counters, minibatch):
        """Set the hidden counters, W = sign(c), and the minibatch number; ConfigError if misfit."""
        check_counters(self.network, counters, self.hidden_bits)
        self.state = LocalState.start(
            self.network,
            self.classifier,
            counters,
            classifiers=self.classifiers,
            layer_margins=self.layer_margins,
            hidden_bits=self.hidden_bits,
            seed=self.seed,
            minibatch=minibatch,
        )

    def minibatch_step(self, bits, labels, settings):
        """Train on one minibatch; the `Step` of the top layer."""
        return local_step(self.state, bits, labels, settings)


class NativeLocalRule(NativeBackend):
    """The same bits from the native model; parameters as of `LocalRuleBackend`."""

    name = "native local"

    def __init__(self, network, classifiers, *, margin_ratio, hidden_bits, seed):
        check_classifiers(network, classifiers)
        super().__init__(network, classifiers[-1], hidden_bits=hidden_bits, seed=seed)
        margins = layer_margins(network, margin_ratio)
        for layer, (classifier, margin) in enumerate(zip(classifiers, margins, strict=True)):
            self._classify(layer, classifier)
            self._kernel.bep_local_margin(self._model, layer, margin)

    def _creates(self, network):
        return "local_create"


def backend_of(run, classifiers):
    """The backend that trains `run`: the native model, or the golden stages.

    classifiers: network and seed -> P_l of every layer
    """
    network, training = run.preset.network, run.preset.training
    kind = NativeLocalRule if run.backend == "native" else LocalRuleBackend
    return kind(
        network,
        classifiers(network, run.seed),
        margin_ratio=training.margin_ratio,
        hidden_bits=training.hidden_bits,
        seed=run.seed,
    )


def measure(run, data, *, stopped, display, classifiers=random_classifiers):
    """Train `run` on the Dataset `data` with the local rule; as `bep_hw.train.session.measure`.

    classifiers: as of `backend_of`
    """
    backend, state = backend_of(run, classifiers), loop.start(run)
    work = loop.Trainer(
        run, data, backend, state, save=lambda state: None, stopped=stopped, display=display
    )
    work.train()
    return outputs.summary(run, state, work.evaluate(), len(data.train)), state.history
