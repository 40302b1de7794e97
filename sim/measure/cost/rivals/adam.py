"""One step of Adam, as hardware: every operation has a unit of its own, a weight per cycle."""

from amaranth.hdl import Module
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import delay
from sim.measure.cost.rivals import floats, reference

OPERATIONS = {"multiply": 6, "add": 4, "divide": 1, "root": 1}
"""Floating-point operations of a step, per weight."""

UNITS = {"multiply": floats.Multiply, "add": floats.Add, "divide": floats.Divide,
         "root": floats.Root}  # fmt: skip

STATE = ("gradient", "mean", "square", "weight")
CONSTANTS = ("decay_mean", "decay_square", "take_mean", "take_square", "epsilon", "rate")
RESULTS = ("new_mean", "new_square", "new_weight")


def step(operation, v):
    """Adam with its bias corrections in the constants: {result: value} of the values `v`.

    m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w = w + rate * m / (sqrt(v) + epsilon)

    operation: (name, operands) -> result; `v`: of STATE and CONSTANTS; the rate is negative
    """
    mean = operation(
        "add",
        operation("multiply", v["decay_mean"], v["mean"]),
        operation("multiply", v["take_mean"], v["gradient"]),
    )
    squared = operation("multiply", v["gradient"], v["gradient"])
    square = operation(
        "add",
        operation("multiply", v["decay_square"], v["square"]),
        operation("multiply", v["take_square"], squared),
    )
    below = operation("add", operation("root", square), v["epsilon"])
    move = operation("multiply", v["rate"], operation("divide", mean, below))
    weight = operation("add", v["weight"], move)
    return {"new_mean": mean, "new_square": square, "new_weight": weight}


class Adam(wiring.Component):
    """A step of Adam for one weight per cycle.

    Golden twin: `expected`. Latency: `latency` [cycles]. Throughput: one weight per cycle.

    Members
    -------
    gradient, mean, square, weight : g, m, v, w
    decay_mean, decay_square, take_mean, take_square : b1, b2, 1 - b1, 1 - b2
    epsilon, rate : with the bias corrections of the step; steady
    new_mean, new_square, new_weight : m, v, w after it
    """

    def __init__(self, form=floats.FP32):
        self.form = form
        units = {name: unit.latency_of(form) for name, unit in UNITS.items()}
        # Two products, sum, root, sum, quotient, product, sum: the longest way.
        self.latency = 3 * units["multiply"] + 3 * units["add"] + units["root"] + units["divide"]
        inputs = {name: In(form.bits) for name in (*STATE, *CONSTANTS)}
        super().__init__({**inputs, **{name: Out(form.bits) for name in RESULTS}})

    def elaborate(self, platform):
        m, made = Module(), {}

        def operation(name, *operands):
            """A unit behind registers that let its operands arrive together: (signal, age)."""
            unit = UNITS[name](self.form)
            index = made[name] = made.get(name, -1) + 1
            m.submodules[f"{name}{index}"] = unit
            age = max(age or 0 for _, age in operands)
            for port, (value, own) in zip(unit.operands, operands, strict=True):
                late = 0 if own is None else age - own
                value = delay(m, value, late, f"{name}{index}_{port}", reset_less=True)
                m.d.comb += getattr(unit, port).eq(value)
            return unit.result, age + unit.latency

        values = {name: (getattr(self, name), 0) for name in STATE}
        values |= {name: (getattr(self, name), None) for name in CONSTANTS}
        for name, (value, age) in step(operation, values).items():
            late = delay(m, value, self.latency - age, name, reset_less=True)
            m.d.comb += getattr(self, name).eq(late)
        return m


def expected(values, form=floats.FP32):
    """{result: (n,)} of operands {name: (n,)}, integers of the format, by numpy."""
    functions = {"multiply": reference.multiply, "add": reference.add,
                 "divide": reference.divide, "root": reference.root}  # fmt: skip
    return step(lambda name, *operands: functions[name](*operands, form), values)
