"""Results: what the margin says of the samples of a bundle, and the stream that it leaves by."""

from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.fifo import SyncFIFO
from amaranth.lib.wiring import In, Out


class Results(wiring.Component):
    """Keeps the results of one bundle until they are taken, in the order of its samples.

    Latency: 1 [cycle], from `done` to its result. Throughput: one result per cycle.

    Parameters
    ----------
    config : CoreConfig; payload : shape of a result

    Members
    -------
    done, outcome : the next sample of the bundle is judged; `outcome` stays if S is 1
    members : samples of the bundle, until its first result is taken
    results : to the host
    way : place in its bundle of the sample whose result is offered
    answered : the last result of the bundle is being taken
    """

    def __init__(self, config, payload):
        self.samples = config.samples_per_read
        super().__init__(
            {
                "done": In(1),
                "outcome": In(payload),
                "members": In(range(self.samples + 1)),
                "results": Out(stream.Signature(payload)),
                "way": Out(range(self.samples)),
                "answered": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        results, taken = self.results, Signal()
        m.d.comb += taken.eq(results.valid & results.ready)
        if self.samples == 1:
            m.d.comb += [results.payload.eq(self.outcome), self.answered.eq(taken)]
            with m.If(self.done):
                m.d.sync += results.valid.eq(1)
            with m.Elif(taken):
                m.d.sync += results.valid.eq(0)
            return m
        # Once its first result is taken, the first bank may be freed, and have the next samples.
        members = Signal.like(self.members)
        with m.If(self.done & (self.way == 0)):
            m.d.sync += members.eq(self.members)
        m.submodules.queue = queue = SyncFIFO(
            width=len(self.outcome.as_value()), depth=self.samples
        )
        m.d.comb += [
            queue.w_en.eq(self.done),
            queue.w_data.eq(self.outcome),
            queue.r_en.eq(results.ready),
            results.valid.eq(queue.r_rdy),
            results.payload.eq(queue.r_data),
            self.answered.eq(taken & (self.way + 1 == members)),
        ]
        with m.If(taken):
            m.d.sync += self.way.eq(self.way + 1)
        with m.If(self.answered):
            m.d.sync += self.way.eq(0)
        return m
