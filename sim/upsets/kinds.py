"""What each flip-flop and memory of a core is for."""

import re
from dataclasses import dataclass

MEMORIES = {
    "counters": "counters",
    "inner": "counters",  # with check bits
    "activations": "activations",
    "desired": "activations",
    "rows": "activations",
    "gates": "activations",
    "classes": "classifier P",
    "opened": "notes on rows",
    "tags": "notes on rows",
    "storage": "control",
}
"""{memory: kind}; W and P share another one, and all others are pipelines."""

CONTROL = (
    *("sequencer", "walk", "loader", "minibatch", "jobs", "sweep", "winner", "target"),
    *("to_backward", "host", "table_check", "given", "draws"),
)
"""Parts of the core that decide what comes next."""

KINDS = (
    *("counters", "weights W", "classifier P", "activations", "notes on rows"),
    *("settings and table", "control", "pipelines"),
)

REORDERED = "none, samples in another order"
"""In place of a kind: what is due to chance alone."""


def kind_of(variable):
    """The kind of a `Variable`; None of the memory of W and P, which `parts` divides."""
    path, _, name = variable.name.rpartition(".")
    if name == "tiles" and variable.words > 1:
        return None
    if variable.words > 1:
        return MEMORIES.get(name, "pipelines")
    if path.endswith(".registers"):
        return "settings and table"
    part = re.sub(r"[\\$].*", "", path.rpartition(".core.")[2])
    last = path.rpartition(".")[2]
    control = any(word in part or word in last for word in CONTROL) and "leaf" not in path
    return "control" if control else "pipelines"


@dataclass(frozen=True)
class Part:
    """Bits of state: each of `bits` of each of `words` of a variable."""

    variable: object
    words: tuple[int, ...]
    bits: tuple[int, ...]

    @property
    def size(self):
        return len(self.words) * len(self.bits)


def parts(variables, classifier, weights, rows, columns):
    """{kind: [Part]} of all state.

    classifier, weights: the words of P, and of both copies of W, in the memory of tiles
    rows, columns: of a tile; in the simulated memory rows may begin at whole words of a processor
    """
    found = {kind: [] for kind in KINDS}
    for variable in variables:
        kind = kind_of(variable)
        if kind is not None:
            bits = tuple(range(variable.bits))
            found[kind].append(Part(variable, tuple(range(variable.words)), bits))
            continue
        pitch = variable.bits // rows
        bits = tuple(row * pitch + column for row in range(rows) for column in range(columns))
        found["weights W"].append(Part(variable, tuple(weights), bits))
        found["classifier P"].append(Part(variable, tuple(classifier), bits))
    return found


def sizes(found):
    """{kind: bits of state} of what `parts` found."""
    return {kind: sum(part.size for part in of_kind) for kind, of_kind in found.items()}
