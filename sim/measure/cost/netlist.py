"""A mapped netlist as arrays: gates, flip-flops, memories, and the energy of every transition."""

import re
from dataclasses import dataclass

import numpy as np

from bep_hw.support.errors import require
from sim.measure.cost.clock_gates import ClockGate
from sim.measure.cost.liberty import SLEW
from sim.measure.cost.mapping import GATE, GATE_PORTS

WIRE = 0.01
"""Capacitance of the wire to each pin that a net drives [pF]: an assumption, 50 um at 0.2 fF/um."""

TICK = 0.01
"""Resolution of delays [ns]."""

CONSTANTS = {"0": 0, "1": 1, "x": 0, "z": 0}
"""Nets of constants; what is undefined is 0."""

PART = re.compile(r"(?:\$flatten)?\\?([a-z]\w*)(?:\$\d+)?\.")
"""The part at the beginning of the name of a cell."""

TOP = "top"
"""The part to which belongs what lies in no part."""


@dataclass
class Memory:
    """A memory outside the netlist: name, width, words; nets of its ports, see simulator.cpp.

    reads: [(enable, address, data)]; writes: [(enable per bit, address, data)]
    """

    name: str
    width: int
    depth: int
    reads: list
    writes: list


class Netlist:
    """A netlist of `library`'s cells.

    module: as `mapping.mapped` returns it; wire: capacitance per driven pin [pF]

    nets: their number, the constants 0 and 1 included
    ports: {name: nets (bits,) int32} of inputs and outputs; inputs: names
    gates: output (n,), truth (n,), begin (n + 1,), pins (p,), delay (n,) [ticks]
    flops: d (m,), q (m,); initial (nets,) values at the start
    energy: per transition of a net (nets,) [pJ]; part: index of the part that pays for it (nets,)
    clock_energy: per part and clock cycle [pJ] (parts,); parts: their names
    gate_nets: enables of the clock gates (g,); gate_part, gate_energy: the part of each, and what a
        cycle costs that it lets through [pJ]; enable: of the clock of each flip-flop, or net 1
    """

    def __init__(self, module, library, *, wire=WIRE):
        self.cell_library, self.wire, self._net_of = library, wire, {**CONSTANTS}
        self.nets, self.parts = 2, [TOP]
        self.memories, self._cells, self._clock_gates = [], [], []
        self.ports = {name: self._nets(port["bits"]) for name, port in module["ports"].items()}
        self.inputs = [name for name, port in module["ports"].items()
                       if port["direction"] == "input" and name != "clk"]  # fmt: skip
        for name, cell in module["cells"].items():
            if cell["type"] == "$mem_v2":
                self.memories.append(self._memory(name, cell))
            elif cell["type"] == GATE:
                self._clock_gates.append((name, cell["connections"]))
            else:
                self._cells.append((name, self._cell(cell["type"]), cell["connections"]))
        enable, _, gated = GATE_PORTS
        nets = [self._nets(pins[enable])[0] for _, pins in self._clock_gates]
        self.gate_nets = np.array(nets, np.int32)
        self._gate_of = {pins[gated][0]: i for i, (_, pins) in enumerate(self._clock_gates)}
        self._gates_and_flops()
        self._initial(module["netnames"])
        self._costs()

    def _nets(self, bits):
        found = []
        for bit in bits:
            if bit not in self._net_of:
                self._net_of[bit] = self.nets
                self.nets += 1
            found.append(self._net_of[bit])
        return np.array(found, np.int32)

    def _cell(self, kind):
        require(kind in self.cell_library.cells, f"cell {kind}: not in {self.cell_library.path}")
        return self.cell_library.cells[kind]

    def _memory(self, name, cell):
        parameters = {key: int(value, 2) for key, value in cell["parameters"].items()
                      if isinstance(value, str) and value and set(value) <= {"0", "1"}}  # fmt: skip
        width, abits = parameters["WIDTH"], parameters["ABITS"]
        pins = {key: self._nets(bits) for key, bits in cell["connections"].items()}
        reads, writes = parameters["RD_PORTS"], parameters["WR_PORTS"]
        clocked = (1 << reads) - 1
        require(parameters["RD_CLK_ENABLE"] == clocked, f"memory {name}: is read without a clock")
        of = lambda pin, size, port: pins[pin][port * size : (port + 1) * size]  # noqa: E731
        return Memory(
            name,
            width,
            parameters["SIZE"],
            [(pins["RD_EN"][i], of("RD_ADDR", abits, i), of("RD_DATA", width, i))
             for i in range(reads)],
            [(of("WR_EN", width, i), of("WR_ADDR", abits, i), of("WR_DATA", width, i))
             for i in range(writes)],
        )  # fmt: skip

    def _gates_and_flops(self):
        gates, flops = [], []
        for index, (name, cell, connections) in enumerate(self._cells):
            if cell.state is None:
                require(len(cell.outputs) == 1, f"cell {cell.name}: has several outputs")
                pins = np.concatenate([self._nets(connections[pin]) for pin in cell.inputs])
                output = self._nets(connections[cell.outputs[0]])[0]
                gates.append((index, output, cell.truth(cell.outputs[0]), pins))
            else:
                flops.append((index, *self._flop(name, cell, connections)))
        self.output = np.array([gate[1] for gate in gates], np.int32)
        self.truth = np.array([gate[2] for gate in gates], np.uint64)
        self.begin = np.cumsum([0, *(len(gate[3]) for gate in gates)]).astype(np.int32)
        self.pins = np.concatenate([gate[3] for gate in gates] or [[]]).astype(np.int32)
        self._flop_cells = np.array([flop[0] for flop in flops], np.int32)
        self.d = np.array([flop[1] for flop in flops], np.int32)
        self.q = np.array([flop[2] for flop in flops], np.int32)
        self.enable = np.array([flop[3] for flop in flops], np.int32)

    def _flop(self, name, cell, connections):
        """(nets of D, Q and the enable of its clock); ConfigError for no plain flip-flop."""
        taken = cell.state.get("next_state")
        clock = cell.state.get("clocked_on", "").strip("() ")
        plain = cell.state["kind"] == "ff" and taken in cell.pins and clock in cell.pins
        (output,) = [pin for pin in cell.outputs if pin in connections] or [None]
        require(
            plain and output and cell.pins[output].function == cell.states[0],
            f"cell {cell.name} of {name}: is no plain flip-flop with a rising clock",
        )
        gate = self._gate_of.get(connections[clock][0])
        enable = 1 if gate is None else self.gate_nets[gate]
        return self._nets(connections[taken])[0], self._nets(connections[output])[0], enable

    def _initial(self, names):
        self.initial = np.zeros(self.nets, np.uint8)
        self.initial[1] = 1
        for wire in names.values():
            init = wire.get("attributes", {}).get("init", "")
            for bit, value in zip(wire["bits"], reversed(init), strict=False):
                if value == "1" and bit in self._net_of:
                    self.initial[self._net_of[bit]] = 1

    def _costs(self):
        """Loads, then the energies of transitions and the delays."""
        swing, gate = self.cell_library.voltage**2 / 2, ClockGate(self.cell_library, self.wire)
        load, inner = np.zeros(self.nets), np.zeros(self.nets)
        self.part = np.zeros(self.nets, np.int32)
        for _, cell, connections in self._cells:
            for pin in cell.inputs:
                if not cell.pins[pin].clock:
                    net = self._nets(connections[pin])[0]
                    load[net] += cell.pins[pin].capacitance + self.wire
                    inner[net] += cell.pins[pin].energy()
        for net in self.gate_nets:
            pin, within = gate.enable_load()
            load[net] += pin
            inner[net] += within
        for net in self._outside():
            load[net] += self.wire  # the way out; what is behind it is not part of the netlist
        delays = np.zeros(self.nets)
        for name, cell, connections in self._cells:
            for pin in cell.outputs:
                if pin in connections:
                    net = self._nets(connections[pin])[0]
                    inner[net] += cell.pins[pin].energy(load[net])
                    delays[net] = cell.pins[pin].delay(load[net], SLEW)
                    self.part[net] = self._part(name)
        self.energy = inner + swing * load
        self.energy[:2] = 0
        self._clock_costs(swing, gate)
        ticks = np.maximum(1, np.round(delays / TICK)).astype(np.int32)
        self.delay = ticks[self.output] if len(self.output) else np.zeros(0, np.int32)
        typical = int(np.median(ticks[self.q])) if len(self.q) else 0
        self.source_delay = np.full(self.nets, typical, np.int32)
        if len(self.q):
            self.source_delay[self.q] = ticks[self.q]

    def _clock_costs(self, swing, gate):
        """Energy per clock cycle of the parts, and per cycle that a clock gate lets through."""
        gates = len(self._clock_gates)
        load, inside = np.zeros(gates), np.zeros(gates)
        self.gate_part = np.array([self._part(name) for name, _ in self._clock_gates], np.int32)
        always = [(part, gate.always()) for part in self.gate_part]
        for name, cell, connections in self._cells:
            for pin in cell.pins.values():
                if pin.clock:
                    own, through = pin.capacitance + self.wire, connections[pin.name][0]
                    if through in self._gate_of:
                        load[self._gate_of[through]] += own
                        inside[self._gate_of[through]] += 2 * pin.energy()
                    else:
                        always.append((self._part(name), 2 * (pin.energy() + swing * own)))
        self.clock_energy = np.zeros(len(self.parts))
        for part, energy in always:
            self.clock_energy[part] += energy
        through = [gate.passing(pins) for pins in load]
        self.gate_energy = inside + np.array(through) if gates else inside

    def _outside(self):
        """Nets that go to ports and to memories."""
        nets = [bits for name, bits in self.ports.items() if name not in (*self.inputs, "clk")]
        for memory in self.memories:
            nets += [np.concatenate([[enable], address]) for enable, address, _ in memory.reads]
            nets += [np.concatenate(port) for port in memory.writes]
        return np.concatenate(nets).astype(np.int32) if nets else np.zeros(0, np.int32)

    def _part(self, name):
        """Index of the part that a cell belongs to by its name."""
        found = PART.match(name)
        part = found.group(1) if found else TOP
        if part not in self.parts:
            self.parts.append(part)
        return self.parts.index(part)

    @property
    def flop_cell(self):
        """Name of the library's flip-flop that the netlist has; it has some."""
        return self._cells[self._flop_cells[0]][1].name

    def gate_equivalents(self):
        """{part: (gate equivalents, flip-flops)}; a gate equivalent is the area of a NAND2."""
        found = {part: [0.0, 0] for part in self.parts}
        for name, cell, _ in self._cells:
            entry = found[self.parts[self._part(name)]]
            entry[0] += cell.area / self.cell_library.gate_area
            entry[1] += cell.state is not None
        for part in self.gate_part:
            area = ClockGate(self.cell_library, self.wire).area()
            found[self.parts[part]][0] += area / self.cell_library.gate_area
        return {part: tuple(entry) for part, entry in found.items()}
