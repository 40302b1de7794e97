"""Which block of docs/verification.md a module of the emitted Verilog belongs to."""

import re
from collections import Counter

BLOCKS = (
    ("link, UART", r"uart:.*"),
    ("buses", r"(axi|wishbone):.*"),
    ("encode", r".*:encoder.*"),
    ("forward, popcount", r".*:forward(\d|_total.*|_popcount)?"),
    ("gate", r".*:gate"),
    ("margin", r".*:margin.*"),
    ("backward", r".*:backward(_popcount)?"),
    ("winner", r".*:winner.*"),
    ("reinforce, update, commit", r".*:row_engine_(reinforce|update|commit).*"),
    ("memories", r".*:memories.*"),
    ("sequencers", r".*"),
)
"""(block, regular expression of "reference core:module"); the first one that fits counts."""


def block_of(core, module):
    """The block of a module, named without its top, of a reference core."""
    return next(block for block, rule in BLOCKS if re.fullmatch(rule, f"{core}:{module}"))


def by_block(results):
    """{block: {kind: Counter of COVERED ...}} of {reference core: Result}; those that are there."""
    found = {block: {} for block, _ in BLOCKS}
    for core, one in results.items():
        for (module, kind, state), count in one.counts.items():
            of_block = found[block_of(core, module)]
            of_block.setdefault(kind, Counter())[state] += count
    return {block: kinds for block, kinds in found.items() if kinds}
