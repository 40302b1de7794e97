"""Update: a word of hidden counters, one step towards the desired activation."""

from amaranth.hdl import Cat, ClockSignal, Instance, Module, Mux, Signal, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import counters_layout
from bep_hw.gateware.parts.pipeline import data_register
from bep_hw.gateware.parts.planes import plane_shape


class Update(wiring.Component):
    """c += a*_j a_{l-1} for `lanes` counters of a winner j, the only adder of a counter (Eq. 8, 9).

    It also makes the step of reinforcement, c += sign(c), that Commit outputs.

    Golden twin: golden/update.py.

    Latency: `latency` = 1 [cycle]. Throughput: one word per cycle.

    Parameters
    ----------
    config : CoreConfig
    planes : whether words of counters are in planes, and changed by a Verilog leaf for simulation

    Members
    -------
    valid : a word is here
    counters : `lanes` hidden counters; away : those that go one step away from 0
    learning : those that learn; desired : a*_j; inputs : a_{l-1}
    updated : the new counters
    """

    latency = 1

    def __init__(self, config, planes=False):
        self.config, self.planes = config, planes
        super().__init__(
            {
                "valid": In(1),
                "counters": In(counters_layout(config, planes)),
                "away": In(config.lanes),
                "learning": In(config.lanes),
                "desired": In(1),
                "inputs": In(config.lanes),
                "updated": Out(counters_layout(config, planes)),
            }
        )

    def elaborate(self, platform):
        m = Module()
        if self.planes:
            self._leaf(m)
            return m
        updated, register = [], data_register(m, self.updated, "updated_q")
        for lane in range(self.config.lanes):
            counter = self.counters[lane]
            away = Mux(self.away[lane], Mux(counter[-1], -1, 1), 0)
            towards = Mux(self.inputs[lane] == self.desired, 1, -1)
            step = Signal(signed(3), name=f"step{lane}")
            m.d.comb += step.eq(away + Mux(self.learning[lane], towards, 0))
            updated.append((counter + step)[: len(counter)])
        with m.If(self.valid):
            m.d.sync += register.eq(Cat(updated))
        return m

    def _leaf(self, m):
        config = self.config
        plane, groups = plane_shape(config.lanes)
        inputs = ("valid", "counters", "away", "learning", "desired", "inputs")
        m.submodules.leaf = Instance(
            "bep_update",
            p_LANES=config.lanes,
            p_PLANE=plane,
            p_GROUPS=groups,
            p_BITS=config.counter_bits,
            i_clk=ClockSignal(),
            **{f"i_{name}": getattr(self, name) for name in inputs},
            o_updated=self.updated,
        )
