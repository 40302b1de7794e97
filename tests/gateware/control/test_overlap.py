"""Overlapped samples: the tile memory is read for what is needed only, and nearly every cycle."""

import numpy as np
import pytest

from bep_hw.cosim.amaranth_port import AmaranthPort, simulator
from bep_hw.gateware.core import Core
from bep_hw.golden.forward import forward
from bep_hw.golden.gate import gates
from bep_hw.golden.popcount import dot, operand
from bep_hw.golden.train_step import NetworkState, train_step
from bep_hw.host.operations import perform_async
from bep_hw.host.procedures import Procedures
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network
from bep_hw.spec.training import Settings
from bep_hw.support.errors import ConfigError

NETWORK = Network(layers=(96, 24, 24), classes=4)
ROWS, COLUMNS, BATCH, MINIBATCHES = 4, 16, 16, 2


def problem(gate):
    """(settings, state, inputs ±1, labels): random, some samples trigger and some do not."""
    rng = np.random.default_rng(gate)
    settings = Settings(margin=1, gates=(gate, gate), groups=(24, 24), reinforce=(9000, 9000))
    classifier = rng.choice(np.array([-1, 1], np.int8), (NETWORK.classes, NETWORK.layers[-1]))
    counters = [rng.integers(-60, 60, shape, np.int32) for shape in NETWORK.shapes]
    inputs = rng.choice(np.array([-1, 1], np.int8), (BATCH * MINIBATCHES, NETWORK.layers[0]))
    labels = rng.integers(0, NETWORK.classes, len(inputs))
    state = NetworkState.start(NETWORK, classifier, counters, hidden_bits=8, seed=3)
    return settings, state, inputs, labels


def tiles_needed(settings, state, inputs, labels):
    """Tiles of every forward pass, and of the backward passes those with an open gate."""
    across = [-(-k // COLUMNS) for k in NETWORK.layers]  # column blocks
    down = [-(-k // ROWS) for k in (*NETWORK.layers[1:], NETWORK.classes)]
    upwards = len(inputs) * sum(c * r for c, r in zip(across, down, strict=True))
    downwards, learning = 0, 0
    for start in range(0, len(inputs), BATCH):
        piece = slice(start, start + BATCH)
        z, _ = forward(state.weights, operand(inputs[piece]))
        step = train_step(state, inputs[piece] > 0, labels[piece], settings)
        opened = gates(z[1][step.triggered], settings.gates[1])  # (t, K_2)
        downwards += int(opened.reshape(len(opened), -1, ROWS).any(axis=2).sum()) * across[1]
        learning += int(step.triggered.sum())
    assert 0 < learning < len(inputs)
    return upwards, downwards


def watch(signals, settings, state, inputs, labels, *, batch, **parameters):
    """Train a core on all samples; what `signals(core)` were in every cycle, and the core."""
    config = CoreConfig.for_network(
        *(NETWORK,),
        **{"tile_rows": ROWS, "tile_columns": COLUMNS, "lanes": COLUMNS},
        **{"hidden_bits": 8, "max_batch": 32, **parameters},
    )
    port = AmaranthPort(Core(config))
    core = Procedures(NETWORK, state.classifier, core=config, seed=3)
    seen, finished = [], []

    async def host(ctx):
        port.ctx = ctx
        await perform_async(core.configure(), port)
        await perform_async(core.load(state.counters, 0), port)
        bits = (inputs > 0).astype(np.uint8)
        await perform_async(core.train(bits, labels, settings, batch), port)
        finished.append(True)

    async def look(ctx):
        """Last of the benches, so that it sees what the others do in the same cycle."""
        values = signals(port.core)
        while not finished:
            if port.started:
                seen.append({name: ctx.get(value) for name, value in values.items()})
            await ctx.tick()

    simulator(port.core, host, look).run()
    return seen, port.core


@pytest.mark.parametrize("banks", [0, 1, 3, 6])
def test_wrong_number_of_banks(banks):
    with pytest.raises(ConfigError, match=f"banks {banks}: must be a power of two, at least 2"):
        CoreConfig(banks=banks)


@pytest.mark.parametrize("banks, gate", [(4, 0), (4, 24), (2, 2)])
def test_tiles_that_are_read(banks, gate):
    settings, state, inputs, labels = problem(gate)

    def reads(core):
        upward = core.forward_walk.reading & core.forward_walk.free
        return {"upward": upward, "downward": core.tile_for_backward}

    seen, _ = watch(reads, settings, state, inputs, labels, batch=BATCH, banks=banks)
    assert not any(all(cycle.values()) for cycle in seen)
    counts = tuple(sum(cycle[name] for cycle in seen) for name in ("upward", "downward"))
    assert counts == tiles_needed(settings, state, inputs, labels)
    used = [any(cycle.values()) for cycle in seen]
    share = sum(used) / (len(used) - used.index(True) - used[::-1].index(True))
    if banks > 2:
        assert share > 0.8, f"the tile memory is read in {share:.0%} of the cycles"


def test_a_lone_sample_cycle_by_cycle():
    """The table of docs/stages/sequencing.md, from the inputs of a sample to the next minibatch."""
    settings, state, inputs, labels = problem(24)
    _, a = forward(state.weights, operand(inputs))
    wrong = int(np.flatnonzero(dot(a[-1], state.classifier).argmax(axis=1) != labels)[0])
    inputs, labels = inputs[[wrong] * 2], labels[[wrong] * 2]

    def events(core):
        def handshake(stream):
            return stream.valid & stream.ready

        return {
            "word": handshake(core.samples),
            "layer": handshake(core.forward_walk.layers),
            "tile": core.forward_walk.reading & core.forward_walk.free,
            "offered": core.results.valid,
            "target": core.target.write,
            "down": core.tile_for_backward,
            "complete": handshake(core.backward_sequencer.complete),
            "freed": core.row_engine.freed,
            "done": core.minibatch.done,
        }

    seen, core = watch(events, settings, state, inputs, labels, batch=1)

    def times(name):
        return [now for now, cycle in enumerate(seen) if cycle[name]]

    assert core.forwards[0].latency == core.backward.latency == core.config.popcount_stages + 2
    # What a tile meets is read a cycle before it.
    latency, words = core.forwards[0].latency + 1, 2
    ready = times("word")[5] + 2
    for index, tiles in enumerate((36, 12, 2)):
        taken = times("layer")[index]
        assert taken == ready
        here = [now for now in times("tile") if now > taken][:tiles]
        assert here == [taken + 1 + i for i in range(tiles)]
        ready = here[-1] + 2 + latency
    result = times("offered")[0]
    assert result == ready + core.margin.latency
    assert times("target")[:words] == [result + 4 + i for i in range(words)]
    down = times("down")[:12]
    assert down == [result + 5 + words + i for i in range(12)]
    assert times("complete")[0] == down[-1] + 2 + latency
    freed = times("freed")[0]
    assert times("done")[0] == freed + 1
    assert times("layer")[3] == freed + 2
