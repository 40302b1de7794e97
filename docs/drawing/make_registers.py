"""Writes docs/reference/registers.md from bep_hw/spec/registers.py."""

import sys
from pathlib import Path

from bep_hw.spec.registers import (
    GLOBAL,
    GLOBAL_IN_TIME,
    LAYER,
    LAYER_BASE,
    LAYER_IN_TIME,
    LAYER_STRIDE,
    MAP_VERSION,
    SHELL,
    TIME_BASE,
    TIME_STRIDE,
    WINDOW,
    WINDOWS,
)

HEAD = """# Registers and streams: driving the core

Written by `docs/drawing/make_registers.py` from `bep_hw/spec/registers.py`; do not edit.

The port `csr` reaches 32-bit registers by word address. A write takes effect one clock after
`csr__write_enable`, and `csr__read_data` belongs to the address of the clock before. On
[AXI and Wishbone](buses.md) the byte address is 4 times the word address, and there are more
registers, in place of the core's streams.

A write is refused, and changes nothing, if there is no such register, if the register does not take
the value (`bep_hw/spec/limits.py` has all limits), if it is a constant of a core for one network,
or while the core is busy. `csr__error` says so in the next clock, and `errors` until it is cleared.
"""

VERSIONS = f"""

## Versions of the map

This page is version {MAP_VERSION}. The register `version` has 0xBE90 in its high half, by which a
host recognises a core, and the version in its low half. `BEP_VERSION_VALUE` of `bep_core.h` is
the whole word; the files for [other tools](buses.md#register-map-for-tools) have the version too.

- The version goes up by 1 with every change that a host can see: a register or a field that is
  new, moves, or goes; another access; another meaning. Changes between two releases of bep-hw
  share one version. The changelog names them.
- A version is the same map for all cores. A core may lack registers, such as those of time steps,
  `packet` and the interrupts; an access to one that it lacks is refused. `limits`, `tile`,
  `lanes`, `max_batch` and `fingerprint` say what the core was generated for, and do not belong to
  the version.
- The address of a register that goes is not given to another one, and `version` stays where it
  is.
- A host compares the whole word and stops if it is another one. `bep-hw` does so, in one line.
- Bits without a field read as 0. Write 0 to them.

`tests/spec/register_maps` has each version as a list, and a test compares the newest with this
description.
"""

STEPS = """
## A minibatch, step by step

With the core's own streams; [buses](buses.md) has the same for a bus.

1. Reset. Write the layer table, one set of registers per layer and one for the classifier,
   whose rows are the classes and which needs no `counter_base`, `words`, `gate`, `group` or
   `reinforce`. [Memories](../stages/memories.md) says how the addresses follow from the shapes.
2. Write `layers`, `seed`, `minibatch` (0 at the start of a run), `batch_size` and `margin`.
3. Load the counters and P over the stream `load`. Its payload has, from bit 0 up: `kind` (0
   counters, 1 weight tile, 2 classifier word), `address`, `row` and `segment` (which `lanes`
   columns of which row of a tile; `segment` alone for a classifier word), and `data` (`lanes`
   counters in two's complement, or `lanes` bits). P goes in twice: as tiles of the last row of
   the layer table, and as classifier words, at class * column_blocks + column block.
4. Write 2 to `control`, which makes the visible weights from the counters, and read `status`
   until it is 0.
5. Write 1 to `control`. Now send every sample as words of D bits, lowest input in bit 0,
   padding 0, on `samples`, and its class on `labels`; take one result per sample from
   `results`: from bit 0 up `prediction`, `margin` (two's complement), `triggered`. Streams may
   stall at any time.
6. After `batch_size` samples the core takes the new weights into use, and counts `minibatch` by
   itself once the hidden weights are reinforced; samples that come meanwhile wait. For a shorter
   last minibatch, wait until `status` is 0 and write `batch_size` before it, or 5 to `control`
   after it.
7. Registers can be written only while `status` is 0. With 0 in `control` samples
   are only predicted; the label is then used for the margin alone, and any class will do.
8. Read counters back while `status` is 0: word addresses into `fetch`, `lanes` counters out of
   `fetched`.

After each write to the layer table the core looks whether it describes a network that lies within
the memories: blocks and words as many as rows and columns need, groups that divide their layer,
each layer's inputs where the one below stores its outputs, and in every memory the areas of the
layers one behind the other, without overlap. `status` is 1 meanwhile, for a few thousand clocks at
most. While the table is not legal, or `batch_size` was never written and
`control` trains, no sample is taken and no weights are made; `errors` says that some were asked
for.

On a core that was generated for time steps (`max_steps` above 1) write the registers of its own
too: of a network without a state `steps` and `horizon` are 1, `state_columns` and `state_blocks` 0,
and `matrix` is the number of the row. Behind the class, a label has the sample's own time steps, 1
without a state. The words of a sample of a recurrent network are those of s_0, all +1, then those
of a_t for t = 1 to `steps`; its own time steps come first.

A reset ends whatever is under way. Registers are then cleared and memories hold what they held,
so a minibatch that was cut short has left a part of its sums in the counters: load them again.
"""


def table(registers, sign=""):
    lines = ["| word | byte | register | access | meaning |", "|---|---|---|---|---|"]
    for r in registers:
        text = r.text.replace("|", "\\|")  # a bar would end the cell
        word, byte = f"{sign}{r.address:#04x}", f"{sign}{4 * r.address:#05x}"
        lines.append(f"| {word} | {byte} | `{r.name}` | {r.access} | {text} |")
    return "\n".join(lines)


def fields(registers):
    lines = ["| register | bits | field | meaning |", "|---|---|---|---|"]
    for r in registers:
        for f in r.parts:
            bits = f"{f.low + f.bits - 1}:{f.low}" if f.bits > 1 else f.low
            lines.append(f"| `{r.name}` | {bits} | `{f.name}` | {f.text} |")
    return "\nTheir fields; all other registers are one value each:\n\n" + "\n".join(lines)


def main(folder):
    text = "\n".join(
        [
            HEAD,
            "## For the whole core\n",
            table(GLOBAL),
            fields(GLOBAL),
            "\n## For each row of the layer table\n",
            f"Row i is at word 0x{LAYER_BASE:02x} + 0x{LAYER_STRIDE:02x} i.\n",
            table(LAYER, "+ "),
            "\n## In time\n",
            "Only a core for [recurrent networks](../stages/recurrent.md) has these.\n",
            table(GLOBAL_IN_TIME),
            f"\nFor row i of the layer table, at word 0x{TIME_BASE:02x} + 0x{TIME_STRIDE:02x} i:\n",
            table(LAYER_IN_TIME, "+ "),
            "\n## Of a bus\n",
            table(SHELL),
            fields(SHELL),
            f"\nEach of the next has {WINDOW} words from its address on, which are all alike, so"
            " that a burst\nmay count its addresses up.\n",
            table(WINDOWS),
            fields(WINDOWS),
            VERSIONS,
            STEPS,
        ]
    )
    (folder / "registers.md").write_text(text.rstrip() + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "reference")
