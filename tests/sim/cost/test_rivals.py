"""Floating-point units and Adam against numpy, in Verilator and on netlists."""

import numpy as np
import pytest

from bep_hw.data.dataset import Split
from bep_hw.gateware.verilog import convert
from bep_hw.spec.network import Network, Recurrent
from sim.measure.cost.core import Mismatch
from sim.measure.cost.mapping import mapped
from sim.measure.cost.netlist import Netlist
from sim.measure.cost.rivals import adam, check, costs, integers, reference
from sim.measure.cost.rivals.floats import BF16, FP32
from sim.measure.cost.rivals.formats import ARITHMETICS, chained
from sim.measure.cost.rivals.training import Training, operations

FUNCTIONS = {
    "multiply": reference.multiply,
    "add": reference.add,
    "divide": reference.divide,
    "root": reference.root,
}
PLAIN = {"multiply": np.multiply, "add": np.add, "divide": np.divide, "root": np.sqrt}


def operands(name, form, count, seed):
    pairs = check.vectors(form, count, seed)
    return dict(zip(adam.UNITS[name].operands, pairs, strict=False))


@pytest.mark.parametrize("form", [FP32, BF16], ids=["fp32", "bf16"])
@pytest.mark.parametrize("seed", [1], ids="seed{}".format)
def test_the_units_compute_what_numpy_does(form, seed):
    found, count = check.differences(form, 2000, seed)
    assert found == dict.fromkeys(adam.UNITS, 0) and count > 20000


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_vectors_have_results_of_every_kind(name):
    expected = FUNCTIONS[name](*operands(name, FP32, 2000, 1).values())
    top = expected >> FP32.fraction & FP32.largest
    assert {0, FP32.largest} < set(top.tolist()) and len(set(top.tolist())) > 40


@pytest.mark.parametrize("name", PLAIN)
def test_the_reference_is_numpy_where_nothing_is_subnormal(name):
    values = operands(name, FP32, 20000, 2)
    numbers = [np.asarray(x, np.uint32).view(np.float32) for x in values.values()]
    normal = np.ones(len(numbers[0]), bool)
    for x in numbers:
        normal &= (np.abs(x) >= reference.SMALLEST) | (x == 0)
    with np.errstate(all="ignore"):
        result = PLAIN[name](*numbers)
    # A product just below the smallest normal number is one only once it is rounded.
    normal &= (np.abs(result) > reference.SMALLEST) | (result == 0) & (name == "add")
    normal &= ~np.isnan(result)
    assert normal.sum() > 5000
    got = FUNCTIONS[name](*values.values())
    assert np.array_equal(got[normal], result[normal].view(np.uint32).astype(np.int64))


def test_subnormal_numbers_are_zero():
    smallest, largest_subnormal, one = 1 << 23, (1 << 23) - 1, 127 << 23
    a, b = np.array([largest_subnormal, smallest, smallest]), np.array([one, 126 << 23, one])
    assert reference.multiply(a, b).tolist() == [0, 0, smallest]
    assert reference.add(a, b).tolist() == [one, 126 << 23, one]


@pytest.mark.parametrize("seed", [1], ids="seed{}".format)
def test_adam_computes_what_numpy_does(seed):
    values = check.random_steps(5000, seed)
    expected = adam.expected(values)
    got = check.run(adam.Adam(), values, adam.RESULTS)
    for name, result in zip(adam.RESULTS, got, strict=True):
        assert np.array_equal(result, expected[name]), name
    v = {name: reference.values(value) for name, value in values.items()}
    mean = v["decay_mean"] * v["mean"] + v["take_mean"] * v["gradient"]
    squared = v["gradient"] * v["gradient"]
    square = v["decay_square"] * v["square"] + v["take_square"] * squared
    moved = v["rate"] * (mean / (np.sqrt(square) + v["epsilon"]))
    assert np.array_equal(reference.bits(v["weight"] + moved), expected["new_weight"])


@pytest.mark.parametrize("seed", [1], ids="seed{}".format)
def test_the_integer_units_compute_what_numpy_does(seed):
    found = check.integer_differences(20_000, seed)
    assert {name: wrong for name, (wrong, _) in found.items()} == {"multiply": 0, "add": 0}
    assert all(count > 20_000 for _, count in found.values())


@pytest.mark.parametrize("name", ARITHMETICS)
def test_an_arithmetic_rounds_to_its_own_numbers(name):
    arithmetic, rng = ARITHMETICS[name], np.random.default_rng(3)
    numbers = rng.normal(size=400).astype(np.float32)
    once = arithmetic.rounded(numbers)
    assert once.dtype == np.float32 and np.array_equal(arithmetic.rounded(once), once)
    error = np.abs(once - numbers).max() / np.abs(numbers).max()
    assert {"FP32": error == 0, "bfloat16": 0 < error < 2**-8, "int8": 0 < error < 2**-7}[name]


def test_signs_stay_signs_in_8_bits():
    assert integers.encoded(np.array([1.0, -1.0, 1.0])).tolist() == [1, -1, 1]
    assert integers.encoded(np.array([0.0, 0.0])).tolist() == [0, 0]
    assert integers.encoded(np.array([0.5, -0.25, 0.1])).tolist() == [127, -64, 25]


@pytest.mark.parametrize("name", ARITHMETICS)
def test_terms_of_a_sum_follow_each_other(name):
    a, b = np.ones((2, 3), np.float32), np.array([[1, 1, -1], [-1, -1, 1]], np.float32)
    products, sums = chained(ARITHMETICS[name], a, b)
    encode = ARITHMETICS[name].encoded
    assert np.array_equal(encode(np.array([[0.0, 1, 2], [0, -1, -2]])) if name != "int8"
                          else np.array([[0, 1, 2], [0, 2**32 - 1, 2**32 - 2]]), sums)  # fmt: skip
    assert products.shape == (2, 3)


def test_the_netlist_of_a_unit_adds_up(library):
    unit = adam.UNITS["add"](BF16)
    netlist = Netlist(mapped(convert(unit, "unit"), "unit", library), library)
    values = operands("add", BF16, 50, 3)
    values = {name: x[:400] for name, x in values.items()}
    expected = {"result": reference.add(*values.values(), BF16)}
    found = costs.energies(netlist, "unit", "forward", values, expected, 1)
    whole, clock, settled = (row.value for row in found)
    assert whole > settled > clock > 0
    expected["result"][7] ^= 1
    with pytest.raises(Mismatch, match="unit, forward: result differs"):
        costs.energies(netlist, "unit", "forward", values, expected, 1)


NETWORK = Network(layers=(12, 9, 6), classes=3)


def test_operations_of_a_sample():
    first, second, output = 12 * 9, 9 * 6, 6 * 3
    assert operations(NETWORK, 10) == {
        "forward": first + second + output,
        "backward": second + output,
        "gradients": first + second + output,
        "adam": (first + second + output) / 10,
    }


def test_operations_of_a_recurrent_sample():
    network = Recurrent(layers=(12, 9, 6), classes=3, steps=5)
    state, readout, output = 5 * 9 * 9, 6 * 9, 3 * 6
    assert operations(network, 10) == {
        "forward": 5 * 9 * 12 + state + readout + output,
        "backward": state + readout + output,
        "gradients": 5 * 9 * 12 + state + readout + output,
        "adam": (9 * 12 + 9 * 9 + readout + output) / 10,
    }


def test_training_learns():
    rng = np.random.default_rng(4)
    bits = rng.integers(0, 2, (300, 12), np.uint8)
    split = Split(bits, bits[:, :8].sum(axis=1) // 3)
    training = Training(NETWORK, split, 1, 50)

    def loss():
        errors, _, gradients = training.gradients(split.bits, split.labels)
        assert [g.shape for g in gradients] == [(9, 12), (6, 9), (3, 6)]
        assert all(x.dtype == np.float32 for x in (*errors, *gradients))
        return float(np.abs(errors[-1]).sum())

    def right():
        return np.mean(training.infer(split.bits) == split.labels)

    before, right_before = loss(), right()
    for _ in range(400):
        training.advance()
    assert loss() < 0.9 * before
    assert right() > right_before
