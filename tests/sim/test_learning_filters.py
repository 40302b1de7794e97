"""Filters that learn: their bits are the encoder's, and wrong bits move their counters."""

import numpy as np
import pytest

from bep_hw.golden.backward import desired
from bep_hw.golden.forward import forward, sign, signs
from bep_hw.golden.gate import gates
from bep_hw.golden.popcount import dot
from bep_hw.spec.encoders.filters import FilterEncoder
from bep_hw.spec.training import Settings
from sim.measure import learning_filters
from sim.measure.learning_filters import FIELDS, RESULTS, VARIANTS, Filters
from sim.measure.rows import read

ENCODER = FilterEncoder(
    **dict(shape=(6, 7), cell=3, levels=(120,), edges=(40,)),
    **dict(filters=(5, 1 << 44, 77), thresholds=(1, 1, 1)),
)


def made(selected, seed=1, images=40):
    pixels = np.random.default_rng(seed).integers(256, size=(images, 42))
    filters = Filters(ENCODER, selected, seed)
    filters.calibrate(pixels)
    return filters, pixels


@pytest.mark.parametrize("selected", [False, True], ids=["random", "selected"])
def test_bits_are_those_of_the_encoder(selected):
    filters, pixels = made(selected)
    words = tuple(filters.words.tolist())
    assert (words == ENCODER.filters) is selected
    same = FilterEncoder(
        **{name: getattr(ENCODER, name) for name in ("shape", "cell", "levels", "edges")},
        **dict(filters=words, thresholds=tuple(filters.thresholds.ravel().tolist())),
    )
    bits = filters.encode(ENCODER.patches(pixels))
    np.testing.assert_array_equal(bits, same.encode(pixels))
    assert 0 < bits.mean() < 1


@pytest.mark.parametrize("cells", ["easiest", "random", "every"])
def test_wrong_bits_move_the_counters_by_their_patches(cells):
    filters, pixels = made(selected=False)
    patches = ENCODER.patches(pixels)
    agreement, place = filters.agreements(patches)
    z = 2 * (agreement - filters.thresholds) + 1
    wanted = np.where(np.random.default_rng(2).random(z.shape) < 0.5, 1, -1)
    before = filters.counters.copy()
    filters.learn(patches, agreement, place, wanted, cells)
    moved = filters.counters - before
    if cells == "every":
        expected = np.zeros_like(before)
        for number, sample, cell in zip(*np.nonzero(wanted * z < 0), strict=True):
            word = int(patches[place[number, sample, cell], sample, cell])
            ones = [1 if word >> bit & 1 else -1 for bit in range(45)]
            expected[number] += wanted[number, sample, cell] * np.array(ones)
        np.testing.assert_array_equal(moved, expected)
    else:
        samples = np.count_nonzero((wanted * z < 0).any(axis=2), axis=1)  # one bit of each
        assert (abs(moved) <= samples[:, None]).all() and (moved % 2 == samples[:, None] % 2).all()


def test_the_easiest_wrong_bit_moves_them():
    filters, pixels = made(selected=False, images=1)
    patches = ENCODER.patches(pixels)
    agreement, place = filters.agreements(patches)
    z = 2 * (agreement - filters.thresholds) + 1
    wanted = -np.sign(z)  # all are wrong
    before = filters.counters.copy()
    filters.learn(patches, agreement, place, wanted, "easiest")
    for number, moved in enumerate(filters.counters - before):
        cost = abs(z[number, 0])
        possible = []
        for cell in np.flatnonzero(cost == cost.min()):
            word = int(patches[place[number, 0, cell], 0, cell])
            ones = [1 if word >> bit & 1 else -1 for bit in range(45)]
            possible.append((wanted[number, 0, cell] * np.array(ones)).tolist())
        assert moved.tolist() in possible


def test_desired_bits_are_the_backward_pass_one_layer_further_down():
    rng = np.random.default_rng(3)
    W = [rng.choice(np.array([-1, 1], np.int8), shape) for shape in ((9, 20), (9, 9))]
    P = rng.choice(np.array([-1, 1], np.int8), (4, 9))
    bits, labels = rng.integers(0, 2, (30, 20), np.uint8), rng.integers(0, 4, 30)
    settings = Settings(margin=3, gates=(6, 3), groups=(3, 3), reinforce=(0, 0))
    chosen, wanted = learning_filters.desired_bits(W, P, bits, labels, settings)
    assert 0 < len(chosen) < 30
    z, _ = forward(W, signs(bits[chosen]))
    first = desired(W, z, settings.gates, P[labels[chosen]])[0]
    np.testing.assert_array_equal(wanted, sign(dot(gates(z[0], 6) * first, W[0].T)))


def test_the_page_is_that_of_the_file():
    rows = read(RESULTS / "learning_filters.csv")
    assert rows and list(rows[0]) == list(FIELDS)
    assert {row["variant"] for row in rows} == set(VARIANTS)
    assert (RESULTS / "learning_filters.md").read_text() == learning_filters.page(rows)
