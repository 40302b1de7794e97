"""The paper's Table 2 beside what was measured, and a trained sample of both methods."""

from sim.measure.cost import measure
from sim.measure.cost.report import Values, number, table
from sim.measure.cost.rivals.costs import RECURRENT_RIVAL, RIVAL
from sim.measure.cost.rivals.formats import ARITHMETICS
from sim.measure.cost.sections import LARGE, RECURRENT, SPARED

PASSES = ("forward", "backward", "gradients")
"""Passes whose terms go through a multiplier and an adder."""

ENERGY, CALM = "energy per operation", "energy without glitches"
"""Of a unit."""

WAYS = ("multiply and add", "signs used")
"""Every term through a multiplier, as frameworks compute, or signs of terms, which only add."""

PAPER = {"bep": (10, 10, 10), "qat": (10, 10_000, 10_000)}
"""Gates per element that the paper estimates: forward, backward, update."""


def lines(rows):
    """Lines of the page; nothing without blocks, large core and rivals."""
    value = Values(rows)
    if None in (
        value(LARGE, "all", "size"),
        value("update, word", "update", "size"),
        value("FP32 Adam", "adam", "size"),
    ):
        return
    yield "## Table 2 of the paper, measured\n"
    yield "Gate equivalents per element; the paper's numbers are orders of magnitude.\n"
    yield from table(("method", "pass", "paper", "measured", "ratio"), _gates(value))
    yield "Bits held per weight, activation and error.\n"
    yield from table(("method", "what", "paper", "held"), _bits(value))
    yield "## A trained sample, QAT beside BEP\n"
    yield "Operations of quantisation-aware training (QAT), and their energy in FP32 units alone.\n"
    for rival in (RIVAL, RECURRENT_RIVAL):
        head = (rival, "operations per sample", "pJ each, multiply + add", "pJ each, add alone")
        lines = _operations(value, rival)
        yield from table((*head, "nJ per sample", "nJ, signs used"), lines)
    for core, rival in ((LARGE, RIVAL), (SPARED[LARGE], RIVAL), (RECURRENT, RECURRENT_RIVAL)):
        epochs = value.epochs(core)
        if epochs:
            yield f"QAT : BEP, {core}; nJ, logic and flip-flops, memories not included.\n"
            heads = tuple(f"BEP, epoch {epoch}" for epoch in epochs)
            lines = _ratios(value, core, rival, epochs)
            yield from table(("", "QAT", *heads, "ratio"), lines)


def _per_element(value, item):
    return value(item, item.split(",")[0], "size per element")


def _gates(value):
    words = {name: _per_element(value, f"{name}, word") for name in
             ("forward", "backward", "update", "commit", "reinforce")}  # fmt: skip
    engine = value(LARGE, "row_engine", "size per element")
    learn = words["update"] + words["commit"] + words["reinforce"]
    adam = value("FP32 Adam", "adam", "size")
    core = [value(LARGE, part, "size per element") for part in ("forward", "backward")]
    found = (
        ("BEP", "forward, a word", PAPER["bep"][0], words["forward"]),
        ("BEP", "forward, in the core", PAPER["bep"][0], core[0]),
        ("BEP", "backward, a word", PAPER["bep"][1], words["backward"]),
        ("BEP", "backward, in the core", PAPER["bep"][1], core[1]),
        ("BEP", "update alone, a word", PAPER["bep"][2], words["update"]),
        ("BEP", "update, reinforce, commit, words", PAPER["bep"][2], learn),
        ("BEP", "row engine, in the core", PAPER["bep"][2], engine),
        ("QAT", "forward, XNOR-popcount", PAPER["qat"][0], words["forward"]),
        *_terms(value),
        ("QAT", "update, FP32 Adam", PAPER["qat"][2], adam),
    )
    for method, part, paper, measured in found:
        yield [method, part, f"{paper:,}", number(measured), number(measured / paper)]


def _terms(value):
    """A term of a sum that goes back: through a multiplier and an adder, or the adder alone."""
    for name in ARITHMETICS:
        multiply, add = (value(f"{name} {kind}", kind, "size") for kind in ("multiply", "add"))
        yield "QAT", f"backward, {name} multiply and add", PAPER["qat"][1], multiply + add
        yield "QAT", f"backward, {name} add of signed terms", PAPER["qat"][1], add


def _bits(value):
    weights = 784 * 135 + 135 * 135
    memory = {name: value(LARGE, f"memories.{name}", "memory") or 0 for name in
              ("counters", "tiles.tiles", "activations", "desired", "rows", "gates")}  # fmt: skip
    yield ["BEP", "weight: counter", "16", number(memory["counters"] / weights)]
    yield ["BEP", "weight: W, in two copies", "-", number(memory["tiles.tiles"] / weights)]
    yield ["BEP", "activation", "1", "1"]
    yield ["BEP", "error: desired activation", "1", "1"]
    yield ["QAT", "weight", "32", "32"]
    yield ["QAT", "moments, gradient of the minibatch", "64", "64 + 32"]
    yield ["QAT", "activation", "1", "1"]
    yield ["QAT", "error", "32", "32"]


def energies(value, arithmetic="FP32", quantity=ENERGY, rival=RIVAL):
    """{pass: (operations, pJ with a multiplier, pJ with signs used)} of QAT of a network."""
    found = {}
    for part in PASSES:
        both = [value(f"{arithmetic} {kind}", part, quantity) for kind in ("multiply", "add")]
        found[part] = (sum(both), both[1])
    settled = "without glitches" in quantity
    xnor = "energy without glitches" if settled else "energy per element"
    last = value.epochs("forward, word")[-1]
    # With binary weights and inputs the forward pass is the same XNOR-popcount as that of BEP.
    found["forward"] = (found["forward"][0], value("forward, word", "forward", xnor, last))
    step = value("FP32 Adam", "adam", quantity)
    found["adam"] = (step, step)
    return {name: (value(rival, name, "operations per sample"), *pair)
            for name, pair in found.items()}  # fmt: skip


def totals(value, arithmetic="FP32", quantity=ENERGY, rival=RIVAL):
    """nJ per sample of QAT: (as frameworks compute, with signs used)."""
    found = energies(value, arithmetic, quantity, rival).values()
    return tuple(sum(count * each[way] for count, *each in found) / 1e3 for way in range(2))


def _operations(value, rival):
    for name, (count, full, signs) in energies(value, rival=rival).items():
        yield [name, number(count), number(full), number(signs), number(count * full / 1e3),
               number(count * signs / 1e3)]  # fmt: skip
    full, signs = totals(value, rival=rival)
    yield ["**all**", "", "", "", number(full), number(signs)]


def _ratios(value, core, rival, epochs):
    kinds = (("with glitches", ENERGY, "energy per sample"), ("without", CALM, measure.CALM))
    for text, of_unit, of_core in kinds:
        cores = [value(core, "all", of_core, epoch) / 1e3 for epoch in epochs]
        for name in ARITHMETICS:
            for way, each in zip(WAYS, totals(value, name, of_unit, rival), strict=True):
                ratios = [each / one for one in cores]
                band = f"{number(min(ratios))} to {number(max(ratios))}"
                yield [f"{name}, {way}, {text}", number(each), *map(number, cores), band]
