"""The datapath of each pass by itself: for one element, and for one word of a core.

An element is a weight, for the winner a neuron. A block is fed with the values of a real training
run, in the order in which that block of a core would see them, one operation per clock cycle.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bep_hw.gateware.backward import Backward
from bep_hw.gateware.commit import Commit
from bep_hw.gateware.forward import Forward
from bep_hw.gateware.gate import Gate
from bep_hw.gateware.reinforce import Reinforce
from bep_hw.gateware.update import Update
from bep_hw.golden.commit import commit
from bep_hw.golden.forward import forward, sign, signs
from bep_hw.golden.gate import gates
from bep_hw.golden.kinds import kind_of
from bep_hw.golden.reinforce import positions, reinforced
from bep_hw.golden.update import accumulate
from bep_hw.golden.winner import winners
from bep_hw.spec.reinforce import REINFORCE_GROUP
from bep_hw.support.integers import blocks
from sim.measure.cost.simulator import as_bits
from sim.measure.cost.words import WinnerWord

MOST = 6000
"""Operations of a block that are simulated, at most."""

DRAIN = 12
"""Cycles after the last operation, within which all outputs come."""

DRAW = 5
"""Latency of Reinforce [cycles]."""

LANE = 5
"""The row, or column, of a tile whose datapath is fed; any would do."""


@dataclass
class Feed:
    """Operations of a block.

    inputs: {port: (n, bits) or (n,)}; valid: the port that says that an output is there, or the
        latency from an operation to its output; expected: {port: (outputs, bits)}
    """

    inputs: dict
    valid: str | int
    expected: dict


@dataclass
class Block:
    """A datapath: its pass, its elements per operation, the component, its `Feed` of a moment."""

    name: str
    width: str
    elements: int
    make: Callable
    feed: Callable


def every(config):
    """All `Block`s at the sizes of the core `config`."""
    rows, columns, bits = config.tile_rows, config.tile_columns, config.count_bits
    found = []
    for width, across, down, lanes in (("element", 1, 1, 1), ("word", columns, rows, config.lanes)):
        cut = dataclasses.replace(config, lanes=lanes)
        found += [
            Block("forward", width, across,
                  lambda n=across: Forward(rows=1, columns=n, count_bits=bits),
                  lambda moment, n=across: _forward(moment, config, n)),
            Block("backward", width, down,
                  lambda n=down: Backward(rows=n, columns=1, sum_bits=config.row_bits),
                  lambda moment, n=down: _backward(moment, config, n)),
            Block("gate", width, lanes,
                  lambda n=lanes: Gate(rows=n, count_bits=bits),
                  lambda moment, n=lanes: _gate(moment, config, n)),
            Block("winner", width, down,
                  lambda n=down: WinnerWord(rows=n, count_bits=bits),
                  lambda moment, n=down: _winner(moment, config, n)),
            Block("update", width, lanes, lambda c=cut: Update(c),
                  lambda moment, n=lanes: _update(moment, config, n)),
            Block("commit", width, lanes, lambda c=cut: Commit(c),
                  lambda moment, n=lanes: _commit(moment, config, n)),
        ]  # fmt: skip
    found.append(Block("reinforce", "word", REINFORCE_GROUP, Reinforce, _reinforce))
    return found


def _padded(values, width):
    """(n, words * width) of (n, K), filled up with 0."""
    return np.pad(values, ((0, 0), (0, -values.shape[1] % width)))


def _forward(moment, config, width):
    """A row of each tile: the chunks of its weights and inputs, neuron by neuron."""
    weights, count = moment.state.weights, 0
    z, a = forward(weights, signs(moment.bits))
    columns, expected = (
        {name: [] for name in ("tile", "activations", "first", "last", "fan_in")},
        [],
    )
    for sample in range(len(moment.bits)):
        for layer, w in enumerate(weights):
            for row in range(LANE, len(w), config.tile_rows):
                chunks = blocks(w.shape[1], width)
                if count + chunks > MOST:
                    continue
                count += chunks
                _, fan_in = w.shape
                tile = np.ones(chunks * width, np.uint8)  # columns that do not exist never agree
                tile[:fan_in] = w[row] > 0
                columns["tile"].append(tile.reshape(chunks, width))
                inputs = _padded(a[layer][sample : sample + 1] > 0, width)
                columns["activations"].append(inputs.reshape(chunks, width))
                columns["first"].append(np.arange(chunks) == 0)
                columns["last"].append(np.arange(chunks) == chunks - 1)
                columns["fan_in"].append(np.full(chunks, fan_in))
                expected.append(z[layer][sample, row])
    inputs = {name: np.concatenate(parts) for name, parts in columns.items()}
    inputs["valid"] = np.ones(count, int)
    bits = config.count_bits + 1
    return Feed(inputs, "z_valid", {"z": as_bits(np.array(expected), bits)})


def _backward(moment, config, height):
    """A column of each tile: the chunks of its weights, desired activations and gates."""
    found, count = _passes(moment), 0
    columns, expected = {name: [] for name in ("tile", "desired", "gates", "first", "last")}, []
    for sample in range(len(found.indices)):
        for layer in range(len(found.z) - 1, 0, -1):
            w, wanted = moment.state.weights[layer], found.updates[layer][1][sample]
            opened = gates(found.z[layer][sample], moment.settings.gates[layer])
            for column in range(LANE, w.shape[1], config.tile_columns):
                chunks = blocks(len(w), height)
                if count + chunks > MOST:
                    continue
                count += chunks
                for name, values in (("tile", w[:, column] > 0), ("desired", wanted > 0),
                                     ("gates", opened)):  # fmt: skip
                    columns[name].append(_padded(values[None], height).reshape(chunks, height))
                columns["first"].append(np.arange(chunks) == 0)
                columns["last"].append(np.arange(chunks) == chunks - 1)
                expected.append(found.updates[layer - 1][1][sample, column] > 0)
    inputs = {name: np.concatenate(parts) for name, parts in columns.items()}
    inputs["valid"] = np.ones(count, int)
    return Feed(inputs, "done", {"word": np.array(expected)[:, None]})


def _gate(moment, config, lanes):
    """Blocks of pre-activations, layer by layer."""
    z, _ = forward(moment.state.weights, signs(moment.bits))
    bits, parts = config.count_bits, []
    for values, threshold in zip(z, moment.settings.gates, strict=True):
        exists = np.ones(values.shape, np.uint8)
        blocked = [_padded(x, lanes).reshape(-1, lanes) for x in (values, exists)]
        parts.append((*blocked, np.full(len(blocked[0]), threshold)))
    values, exists, thresholds = (np.concatenate(part)[:MOST] for part in zip(*parts, strict=True))
    limit = thresholds[:, None]
    inputs = {
        "z": as_bits(values.ravel(), bits + 1).reshape(len(values), -1),
        "mask": exists,
        "threshold": thresholds,
        "valid": np.ones(len(values), int),
    }
    expected = {
        "activations": (sign(values) > 0) & exists,
        "gates": gates(values, limit) & exists,
        "magnitudes": as_bits(np.abs(values).ravel(), bits).reshape(len(values), -1),
    }
    return Feed(inputs, 1, expected)


def _winner(moment, config, rows):
    """Blocks of neurons of samples that learn; a block is taken for a group here."""
    found, parts = _passes(moment), []
    for z, update in zip(found.z, found.updates, strict=True):
        # Neurons that do not exist have z = 0, and so never learn.
        parts.append([_padded(x, rows).reshape(-1, rows) for x in (z, update[1])])
    z, wanted = (np.concatenate(part)[:MOST] for part in zip(*parts, strict=True))
    mask = winners(z, wanted, rows)
    learns = mask.any(axis=1)
    row = mask.argmax(axis=1)
    inputs = {
        "activations": sign(z) > 0,
        "desired": wanted > 0,
        "magnitudes": as_bits(np.abs(z).ravel(), config.count_bits).reshape(len(z), -1),
        "valid": np.ones(len(z), int),
    }
    latency = max(1, (rows - 1).bit_length())
    where = {"row": ("found", as_bits(row, max(1, latency)))} if rows > 1 else {}
    return Feed(inputs, latency, {"found": learns[:, None], **where})


def _update(moment, config, lanes):
    """Words of the winners' counters, as they are once earlier samples have moved them."""
    found = _passes(moment)
    counters = [c.copy() for c in moment.state.counters]
    columns, count = {name: [] for name in ("before", "inputs", "learning", "desired", "after")}, 0
    for sample in range(len(found.indices)):
        for layer, c in enumerate(counters):
            mask, wanted, a = (x[sample : sample + 1] for x in found.updates[layer])
            rows, before = np.flatnonzero(mask), c.copy()
            accumulate(c, mask, wanted, a)
            for row in rows:
                if count < MOST:
                    exists = np.ones((1, c.shape[1]), np.uint8)
                    values = (before[row : row + 1], a > 0, exists, c[row : row + 1])
                    cut = [_padded(x, lanes).reshape(-1, lanes) for x in values]
                    for name, part in zip(("before", "inputs", "learning", "after"), cut,
                                          strict=True):  # fmt: skip
                        columns[name].append(part)
                    columns["desired"].append(np.full(len(cut[0]), wanted[0, row] > 0))
                    count += len(cut[0])
    parts = {name: np.concatenate(part)[:MOST] for name, part in columns.items()}
    word = lambda values: _words(values, config.counter_bits)  # noqa: E731
    inputs = {
        "counters": word(parts["before"]),
        "inputs": parts["inputs"],
        "learning": parts["learning"],
        "desired": parts["desired"],
        "valid": np.ones(len(parts["before"]), int),
    }
    return Feed(inputs, 1, {"updated": word(parts["after"])})


def _commit(moment, config, lanes):
    """Words of all counters after the minibatch's sums."""
    found, parts = _passes(moment), []
    for layer, before in enumerate(moment.state.counters):
        c = before.copy()
        found.add_to(layer, c)
        chosen = _chosen(moment, layer)
        sums = c.copy()
        commit(c, chosen, moment.state.hidden_bits)
        parts.append([_padded(x, lanes).reshape(-1, lanes) for x in (sums, chosen, c)])
    sums, chosen, after = (np.concatenate(part)[:MOST] for part in zip(*parts, strict=True))
    # The step of reinforcement is made by the adder of update: here it is only announced.
    clipped = commit(sums.copy(), np.zeros_like(chosen, bool), moment.state.hidden_bits)
    word = lambda values: _words(values, config.counter_bits)  # noqa: E731
    inputs = {
        "counters": word(sums),
        "chosen": chosen,
        "valid": np.ones(len(sums), int),
        "due": np.ones(len(sums), int),
    }
    return Feed(inputs, 1, {"committed": word(clipped), "away": after != clipped})


def _reinforce(moment):
    """Draws of the first layers' groups, in the order of the sweep."""
    parts = []
    for layer, c in enumerate(moment.state.counters):
        high, low = positions(layer, c.shape)
        place = (high.astype(np.int64) << 16 | low).ravel()
        chosen = _padded(_chosen(moment, layer), REINFORCE_GROUP).reshape(-1, REINFORCE_GROUP)
        exists = _padded(np.ones(c.shape, bool), REINFORCE_GROUP).reshape(-1, REINFORCE_GROUP)
        whole = exists.all(axis=1)  # the golden model says nothing of weights that do not exist
        threshold = np.full(len(place), moment.settings.reinforce[layer])
        parts.append([x[whole] for x in (place, threshold, chosen)])
    place, threshold, chosen = (np.concatenate(part)[:MOST] for part in zip(*parts, strict=True))
    count = len(place)
    inputs = {
        "position": place,
        "threshold": threshold,
        "seed": np.full(count, moment.state.seed),
        "minibatch": np.full(count, moment.state.minibatch),
        "valid": np.ones(count, int),
    }
    return Feed(inputs, DRAW, {"chosen": chosen})


def _passes(moment):
    return kind_of(moment.state.network).passes(
        moment.state, moment.bits, moment.labels, moment.settings
    )


def _chosen(moment, layer):
    state = moment.state
    shape, threshold = state.counters[layer].shape, moment.settings.reinforce[layer]
    return reinforced(state.seed, state.minibatch, layer, shape, threshold)


def _words(values, bits):
    """(n, lanes * bits) of counters (n, lanes)."""
    return as_bits(values.ravel(), bits).reshape(len(values), -1)


def differences(feed, outputs):
    """Outputs of a block that are not what the golden model says; `outputs` as of `drive`.

    The inputs of row t are there after the clock edge of row t: an output `latency` cycles later is
    in row t + latency.
    """
    wrong = 0
    for name, expected in feed.expected.items():
        rows, wanted = outputs[name], expected
        only = None
        if isinstance(expected, tuple):
            only, wanted = expected
        if isinstance(feed.valid, str):
            rows = rows[outputs[feed.valid][:, 0] > 0]
        else:
            rows = rows[feed.valid : feed.valid + len(wanted)]
        width = rows.shape[1]
        wanted = np.asarray(wanted, np.uint8)[:, :width]
        asks = feed.expected[only][:, 0] > 0 if only else np.ones(len(wanted), bool)
        if len(rows) != len(wanted):
            return max(1, abs(len(rows) - len(wanted)))
        wrong += int((rows != wanted)[asks].any(axis=1).sum())
    return wrong


def idle(inputs, cycles):
    """{port: `cycles` rows}: inputs stay, but nothing is valid while outputs are on their way."""
    rest = {name: np.repeat(values[-1:], cycles, axis=0) for name, values in inputs.items()}
    return {**rest, "valid": np.zeros(cycles, int)}
