"""The arithmetics that quantisation-aware training can have: units, and numpy that they equal."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from sim.measure.cost.rivals import floats, integers, reference


@dataclass(frozen=True)
class Arithmetic:
    """How a training multiplies and adds.

    units: {"multiply", "add"} -> component; multiply, add: integers (n,) of the units' bits
    encoded: float32 numbers -> operands of the multiplier as integers
    rounded: float32 numbers -> what is left of them in this arithmetic, as float32
    """

    units: dict
    multiply: Callable
    add: Callable
    encoded: Callable
    rounded: Callable


def _floating(form):
    return Arithmetic(
        {"multiply": partial(floats.Multiply, form), "add": partial(floats.Add, form)},
        partial(reference.multiply, form=form),
        partial(reference.add, form=form),
        partial(reference.nearest, form=form),
        lambda numbers: reference.values(reference.nearest(numbers, form), form),
    )


ARITHMETICS = {
    "FP32": _floating(floats.FP32),
    "bfloat16": _floating(floats.BF16),
    "int8": Arithmetic(
        {"multiply": integers.Multiply, "add": integers.Add},
        integers.multiply,
        integers.add,
        integers.encoded,
        integers.rounded,
    ),
}
"""Names and arithmetics. Sums of int8 products have 32 bits; Adam is FP32 beside all of them."""


def chained(arithmetic, a, b):
    """(products, sums), each (chains, terms): products a b, and before each of them their sum."""
    operands = arithmetic.encoded(a), arithmetic.encoded(b)
    products = arithmetic.multiply(*(x.ravel() for x in operands)).reshape(a.shape)
    sums = np.zeros_like(products)
    for term in range(1, products.shape[1]):
        sums[:, term] = arithmetic.add(sums[:, term - 1], products[:, term - 1])
    return products, sums
