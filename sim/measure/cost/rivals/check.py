"""Checks the floating-point units in Verilator against numpy.

python -m sim.measure.cost.rivals.check: a million vectors for every unit and for the step of Adam
"""

import ctypes
from ctypes import POINTER, c_int64, c_uint32

import numpy as np
from amaranth.hdl import Module
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.cosim.compile import compile_verilog, identity
from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.verilog import convert
from bep_hw.support.cache import cached, digest
from sim.measure.cost.rivals import adam, floats, integers, reference
from sim.measure.cost.rivals.adam import UNITS

HARNESS = """
#include "Vunit.h"
extern "C" void unit_run(int64_t count, int64_t latency, const uint32_t* words, uint32_t* result) {{
    Vunit unit;
    unit.rst = 0;
    for (int64_t i = 0; i < count + latency; ++i) {{
        const uint32_t* row = words + {columns} * (i < count ? i : 0);
        {inputs}
        unit.clk = 0, unit.eval();
        unit.clk = 1, unit.eval();
        if (i >= latency - 1 && i - latency + 1 < count) {{
            uint32_t* out = result + {outputs} * (i - latency + 1);
            {stores}
        }}
    }}
}}
"""


class Units(wiring.Component):
    """Every unit of a format side by side, so that one model has all of them.

    Latency: `latency` [cycles]. Members: a, b, and a result by the name of each unit.
    """

    def __init__(self, form):
        self.form = form
        self.latency = max(unit.latency_of(form) for unit in UNITS.values())
        results = {name: Out(form.bits) for name in UNITS}
        super().__init__({"a": In(form.bits), "b": In(form.bits), **results})

    def elaborate(self, platform):
        m = Module()
        for name, kind in UNITS.items():
            m.submodules[name] = unit = kind(self.form)
            for port in unit.operands:
                m.d.comb += getattr(unit, port).eq(getattr(self, port))
            late = self.latency - unit.latency
            m.d.comb += getattr(self, name).eq(delay(m, unit.result, late, name, reset_less=True))
        return m


def run(unit, operands, results=("result",)):
    """Results [(n,)] of the unit for operands {port: (n,)}, as integers of up to 32 bits."""
    names = list(operands)
    text = convert(unit, "unit")
    main = HARNESS.format(
        columns=len(names),
        outputs=len(results),
        inputs=" ".join(f"unit.{name} = row[{i}];" for i, name in enumerate(names)),
        stores=" ".join(f"out[{i}] = unit.{name};" for i, name in enumerate(results)),
    )

    def fill(folder):
        source = folder / "main.cpp"
        source.write_text(main)
        names = {"top": "unit", "prefix": "Vunit", "main": source, "output": "unit.so"}
        compile_verilog(folder, text, **names, optimise=("-O1",))

    place = cached(f"cost-unit-{digest(text, main, identity())}", fill)
    library = ctypes.CDLL(str(place / "unit.so"))
    words = np.ascontiguousarray(np.stack([np.asarray(operands[n]) for n in names], 1), np.uint32)
    found = np.zeros((len(words), len(results)), np.uint32)
    pointers = [array.ctypes.data_as(POINTER(c_uint32)) for array in (words, found)]
    library.unit_run(c_int64(len(words)), c_int64(unit.latency), *pointers)
    return [found[:, i].astype(np.int64) for i in range(len(results))]


def corners(form):
    """Numbers whose every pair should be tried: zeros, ones, ends of the range, NaN, ties."""
    top, f = 1 << form.bits - 1, form.fraction
    ones, large = (1 << f) - 1, form.largest - 1
    patterns = [(e, x) for e in (0, 1, 2, form.bias - f, form.bias - 1, form.bias, form.bias + 1,
                                 form.bias + f, large, form.largest)
                for x in (0, 1, 2, ones >> 1, (ones >> 1) + 1, ones - 1, ones)]  # fmt: skip
    positive = [e << f | x for e, x in patterns]
    return np.array(positive + [top | x for x in positive])


def vectors(form, count, seed):
    """Operands a and b (n,): all pairs of corners, random bits, and numbers close to each other."""
    rng, edges = np.random.default_rng(seed), corners(form)
    pairs = np.stack(np.meshgrid(edges, edges), -1).reshape(-1, 2)
    loose = rng.integers(0, 1 << form.bits, (count, 2))
    near = rng.integers(0, 1 << form.bits, (count, 2))
    exponent = (near[:, 0] >> form.fraction & form.largest) + rng.integers(-2, 3, count)
    mask = form.largest << form.fraction
    near[:, 1] = near[:, 1] & ~mask | np.clip(exponent, 0, form.largest) << form.fraction
    # Short fractions make ties, and sums that cancel.
    short = near & ~((1 << form.fraction // 2) - 1)
    found = np.concatenate([pairs, loose, near, short])
    return found[:, 0], found[:, 1]


def random_steps(count, seed):
    """Operands of steps of Adam, {name: (n,)}: gradients of many magnitudes."""
    rng = np.random.default_rng(seed)
    scale = 10.0 ** rng.uniform(-6, 1, count)
    drawn = {
        "gradient": rng.normal(size=count) * scale,
        "mean": rng.normal(size=count) * scale,
        "square": rng.uniform(0, 1, count) * scale**2,
        "weight": rng.uniform(-1, 1, count),
    }
    constants = zip(adam.CONSTANTS, (0.9, 0.999, 0.1, 0.001, 1e-8, -1e-3), strict=True)
    drawn |= {name: np.full(count, value) for name, value in constants}
    return {name: reference.bits(value.astype(np.float32)) for name, value in drawn.items()}


def differences(form, count, seed):
    """({unit: results that differ from numpy's}, vectors of each)."""
    a, b = vectors(form, count, seed)
    got = dict(zip(UNITS, run(Units(form), {"a": a, "b": b}, tuple(UNITS)), strict=True))
    expected = {
        name: getattr(reference, name)(*(a, b)[: len(unit.operands)], form)
        for name, unit in UNITS.items()
    }
    return {name: int((got[name] != expected[name]).sum()) for name in UNITS}, len(a)


def integer_differences(count, seed):
    """{unit: (results that differ from numpy's, vectors)}: all pairs of 8 bits among them."""
    rng, edges = np.random.default_rng(seed), np.arange(1 << integers.BITS)
    pairs = np.stack(np.meshgrid(edges, edges), -1).reshape(-1, 2)
    small = rng.integers(0, 1 << integers.BITS, (count, 2))
    ends = [(a, b) for a in (0, (1 << integers.SUM) - 1) for b in (1, (1 << integers.PRODUCT) - 1)]
    wide = [rng.integers(0, 1 << bits, count) for bits in (integers.SUM, integers.PRODUCT)]
    vectors = {
        "multiply": np.concatenate([pairs, small]),
        "add": np.concatenate([ends, np.stack(wide, 1)]),
    }
    found = {}
    for name, unit in (("multiply", integers.Multiply()), ("add", integers.Add())):
        a, b = vectors[name].T
        (got,) = run(unit, {"a": a, "b": b})
        expected = getattr(integers, name)(a, b)
        found[name] = int((got != expected).sum()), len(a)
    return found


def main():
    """Print how many results differ."""
    for name, form in (("FP32", floats.FP32), ("bfloat16", floats.BF16)):
        found, count = differences(form, 350_000, 1)
        for unit, wrong in found.items():
            print(f"{name} {unit}: {wrong} of {count} results differ from numpy's")
    for unit, (wrong, count) in integer_differences(1_000_000, 1).items():
        print(f"int8 {unit}: {wrong} of {count} results differ from numpy's")
    steps = random_steps(1_000_000, 1)
    expected = adam.expected(steps)
    got = run(adam.Adam(), steps, adam.RESULTS)
    for name, result in zip(adam.RESULTS, got, strict=True):
        wrong = int((result != expected[name]).sum())
        print(f"FP32 Adam, {name}: {wrong} of {len(result)} results differ from numpy's")


if __name__ == "__main__":
    main()
