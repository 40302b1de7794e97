"""Minibatch: the rule for samples in flight together, and for the change of W."""

from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.pipeline import delay


class Minibatch(wiring.Component):
    """W is constant within a minibatch, so its samples may overlap in any way without changing a
    bit; but a sample of one minibatch and a sample of the next are never in flight together.

    After the last sample of a minibatch has entered, none enters until all are finished and the
    row engine is idle. In that cycle the minibatch is `done`; if any of its samples has learnt,
    there is a `turn` too. The next sample enters in the cycle after at the earliest. The minibatch
    counts later, when the row engine is idle again: until then it draws by the minibatch's number.

    Without `train` samples enter at any time.

    With `deep_pipeline` it sees a cycle later that samples enter, and that the row engine is idle;
    then no two entries come in neighbouring cycles.

    Members
    -------
    train, batch_size : registers
    flush : end the minibatch with the samples that it has, if it has any; only while idle
    resized : as `flush`, if it has `batch_size` samples or more
    cut : one of these ends the minibatch
    enter : samples may begin; entered : how many do, none of them of the next minibatch
    learns : a sample is going to be learnt
    dropped, freed : a sample is finished, as it does not learn, or has been learnt
    refresh : the host asks for W; no sample enters before the row engine has made it
    rows_busy : the row engine is at work
    done : the minibatch is over; turn : W is new; counts : count one minibatch
    busy : the end of a minibatch or a refresh is under way
    locks : no register is to be written, as it is busy; with `deep_pipeline` also if it perhaps
        becomes so, because a minibatch that has begun is flushed or resized
    """

    def __init__(self, config):
        self.banks, self.samples_per_read = config.banks, config.samples_per_read
        self.registers = int(config.deep_pipeline)
        super().__init__(
            {
                "train": In(1),
                "batch_size": In(bits_for(config.max_batch)),
                "flush": In(1),
                "resized": In(1),
                "cut": Out(1),
                "enter": Out(1),
                "entered": In(range(self.samples_per_read + 1)),
                "learns": In(1),
                "dropped": In(1),
                "freed": In(1),
                "refresh": In(1),
                "rows_busy": In(1),
                "done": Out(1),
                "turn": Out(1),
                "counts": Out(1),
                "busy": Out(1),
                "locks": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        count, in_flight = Signal.like(self.batch_size), Signal(range(self.banks + 1))
        complete, learnt, refreshing, uncounted = Signal(), Signal(), Signal(), Signal()
        # After a cut `count` has no meaning. It is not cleared at once: whether a sample enters is
        # known late, and nothing else is to stand before the enable of its flip-flops.
        stale, sofar = Signal(), Signal.like(count)
        entered = delay(m, self.entered, self.registers, "entering")
        rows_busy = delay(m, self.rows_busy, self.registers, "rows_busy")
        m.d.comb += [
            self.done.eq(complete & ~in_flight.any() & ~rows_busy),
            self.turn.eq(self.done & learnt),
            self.counts.eq(uncounted & ~self.rows_busy),
            self.enter.eq(~(complete | refreshing | self.refresh)),
            self.busy.eq(~self.enter | self.cut),
            sofar.eq(Mux(stale, 0, count)),
            self.cut.eq(sofar.any() & (self.flush | (self.resized & (sofar >= self.batch_size)))),
        ]
        m.d.comb += self.locks.eq(self.busy)
        if self.registers:
            begun = delay(m, sofar.any(), 1, "begun")
            m.d.comb += self.locks.eq(~self.enter | (begun & (self.flush | self.resized)))
        m.d.sync += in_flight.eq(in_flight + entered - self.dropped - self.freed)
        # If it can only be one, the sum is there before it is known whether a sample enters.
        further = Signal.like(count)
        m.d.comb += further.eq(sofar + (1 if self.samples_per_read == 1 else entered))
        with m.If(entered.any() & self.train):
            m.d.sync += [count.eq(further), stale.eq(0)]
            with m.If(further == self.batch_size):
                m.d.sync += [count.eq(0), complete.eq(1)]
        with m.If(self.cut):
            m.d.sync += [stale.eq(1), complete.eq(1)]
        with m.If(self.learns):
            m.d.sync += learnt.eq(1)
        with m.If(self.counts):
            m.d.sync += uncounted.eq(0)
        with m.If(self.done):
            m.d.sync += [complete.eq(0), learnt.eq(0), uncounted.eq(1)]
        with m.If(refreshing & ~(self.rows_busy | rows_busy)):
            m.d.sync += refreshing.eq(0)
        with m.If(self.refresh):
            m.d.sync += refreshing.eq(1)
        return m
