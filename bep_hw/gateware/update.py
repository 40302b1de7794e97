"""Update: a word of hidden counters, one step towards the desired activation."""

from amaranth.hdl import Cat, Module, Mux, Signal, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.layouts import counters_layout
from bep_hw.gateware.parts.pipeline import data_register


class Update(wiring.Component):
    """c += a*_j a_{l-1} for `lanes` counters of a winner j, the only adder of a counter (Eq. 8, 9).

    It also makes the step of reinforcement, c += sign(c), that Commit outputs.

    Golden twin: golden/update.py.

    Latency: `latency` = 1 [cycle]. Throughput: one word per cycle.

    Members
    -------
    valid : a word is here
    counters : `lanes` hidden counters; away : those that go one step away from 0
    learning : those that learn; desired : a*_j; inputs : a_{l-1}
    updated : the new counters
    """

    latency = 1

    def __init__(self, config):
        self.config = config
        super().__init__(
            {
                "valid": In(1),
                "counters": In(counters_layout(config)),
                "away": In(config.lanes),
                "learning": In(config.lanes),
                "desired": In(1),
                "inputs": In(config.lanes),
                "updated": Out(counters_layout(config)),
            }
        )

    def elaborate(self, platform):
        m = Module()
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
