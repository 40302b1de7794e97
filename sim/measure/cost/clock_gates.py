"""A clock gate, as it is made of a library's latch and AND gate: its area and its energies."""

from dataclasses import dataclass
from functools import cached_property

from bep_hw.support.errors import require
from sim.measure.cost.liberty import SLEW, Cell, Library

AND = 0b1000
"""Truth table of an AND with two inputs."""


@dataclass
class ClockGate:
    """The latch and the AND of `cell_library`; ConfigError if it lacks one of them.

    wire: capacitance per driven pin [pF]
    """

    cell_library: Library
    wire: float

    @cached_property
    def latch(self) -> Cell:
        """The smallest latch with plain pins."""
        return self._smallest("latch", [
            cell for cell in self.cell_library.cells.values()
            if cell.state and cell.state["kind"] == "latch"
            and {cell.state.get("data_in"), cell.state.get("enable")} <= set(cell.pins)
        ])  # fmt: skip

    @cached_property
    def join(self) -> Cell:
        """The smallest AND."""
        return self._smallest("AND with two inputs", [
            cell for cell in self.cell_library.cells.values()
            if cell.state is None and len(cell.inputs) == 2 and len(cell.outputs) == 1
            and cell.pins[cell.outputs[0]].function and cell.truth(cell.outputs[0]) == AND
        ])  # fmt: skip

    def _smallest(self, what, cells):
        require(cells, f"{self.cell_library.path}: has no {what} for a clock gate")
        return min(cells, key=lambda cell: cell.area)

    @property
    def swing(self):
        return self.cell_library.voltage**2 / 2

    def area(self):
        """Of both; a latch whose area the library leaves at 0 counts as a flip-flop."""
        flops = [cell.area for cell in self.cell_library.cells.values()
                 if cell.state and cell.state["kind"] == "ff"]  # fmt: skip
        return (self.latch.area or min(flops)) + self.join.area

    def enable_load(self):
        """(load [pF], internal energy [pJ]) that the enable pays for per transition."""
        data, held = self.latch.pins[self.latch.state["data_in"]], self._held()
        pin = self.join.pins[self.join.inputs[0]]
        inner = data.energy() + held + self.swing * (pin.capacitance + self.wire)
        return data.capacitance + self.wire, inner

    def _held(self):
        outputs = [self.latch.pins[name] for name in self.latch.outputs]
        return outputs[0].energy() if outputs else 0.0

    def always(self):
        """Energy per clock cycle, whether the clock goes through or not [pJ]."""
        pins = (self.latch.pins[self.latch.state["enable"].strip("() !")],
                self.join.pins[self.join.inputs[1]])  # fmt: skip
        inner = pins[0].energy()
        return 2 * (inner + sum(self.swing * (pin.capacitance + self.wire) for pin in pins))

    def passing(self, load):
        """Energy per clock cycle that goes through, into pins and wires of `load` pF [pJ]."""
        output = self.join.pins[self.join.outputs[0]]
        return 2 * (output.energy(load, SLEW) + self.swing * load)
