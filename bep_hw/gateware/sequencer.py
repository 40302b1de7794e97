"""Sequencer: takes each sample through forward, margin and backward, and ends minibatches."""

from amaranth.hdl import Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.layers import layer_layout


class Sequencer(wiring.Component):
    """One sample at a time; the sample before it may still be updating counters meanwhile.

    W is frozen within a minibatch and counters are not read by a pass, so that overlap changes no
    bit. At the end of a minibatch the row engine is waited for, then comes the turn.

    Members
    -------
    train, batch_size, layers : registers
    loaded : per bank, a sample is there and not yet taken; bank : the one in work
    taken : `bank` has been taken from `loaded`
    layer, table : which row of the layer table is wanted; that row, in the same cycle
    classifier : the row is the last one
    forward_start, forward_done, backward_start, backward_done : the two walks
    margin_done, triggered : of the sample
    result_valid, result_ready : prediction and margin may go out
    copy_start, copy_done : row c of P becomes the desired activation of the top layer
    winners : the bank whose counters are to be updated
    released : `bank` is not needed any more, as its sample does not train
    updating : an earlier sample is still being learnt
    refresh : the host asks for W; no sample starts before the row engine has made it
    rows_busy : the row engine is at work
    minibatch_done : count one minibatch; turn : samples of it have learnt, so W is new
    busy : a sample, a turn or a refresh is under way
    """

    def __init__(self, config):
        self.config = config
        super().__init__(
            {
                "train": In(1),
                "batch_size": In(bits_for(config.max_batch)),
                "layers": In(bits_for(config.max_layers)),
                "loaded": In(2),
                "bank": Out(1),
                "taken": Out(1),
                "layer": Out(bits_for(config.max_layers - 1)),
                "table": In(layer_layout(config)),
                "classifier": Out(1),
                "forward_start": Out(1),
                "forward_done": In(1),
                "backward_start": Out(1),
                "backward_done": In(1),
                "margin_done": In(1),
                "triggered": In(1),
                "result_valid": Out(1),
                "result_ready": In(1),
                "copy_start": Out(1),
                "copy_done": In(1),
                "winners": Out(stream.Signature(1)),
                "released": Out(1),
                "updating": In(1),
                "refresh": In(1),
                "rows_busy": In(1),
                "turn": Out(1),
                "minibatch_done": Out(1),
                "busy": Out(1),
            }
        )

    def elaborate(self, platform):
        m = Module()
        count = Signal.like(self.batch_size)
        any_triggered = Signal()
        idle = Signal()
        m.d.comb += [
            self.classifier.eq(self.layer + 1 == self.layers),
            self.winners.payload.eq(self.bank),
            self.busy.eq(~idle | self.refresh),
        ]
        with m.FSM():
            with m.State("IDLE"):
                m.d.comb += idle.eq(1)
                m.d.sync += self.layer.eq(0)
                with m.If(self.refresh):
                    m.next = "REFRESH"
                with m.Elif(self.loaded.bit_select(self.bank, 1)):
                    m.d.comb += self.taken.eq(1)
                    m.next = "FORWARD"
            with m.State("FORWARD"):
                m.d.comb += self.forward_start.eq(1)
                m.next = "FORWARD_WAIT"
            with m.State("FORWARD_WAIT"):
                with m.If(self.classifier & self.margin_done):
                    m.next = "RESULT"
                with m.If(~self.classifier & self.forward_done):
                    m.d.sync += self.layer.eq(self.layer + 1)
                    m.next = "FORWARD"
            with m.State("RESULT"):
                m.d.comb += self.result_valid.eq(1)
                with m.If(self.result_ready):
                    with m.If(self.train & self.triggered):
                        m.d.comb += self.copy_start.eq(1)
                        m.d.sync += any_triggered.eq(1)
                        m.next = "COPY"
                    with m.Else():
                        m.d.comb += self.released.eq(1)
                        m.next = "NEXT"
            with m.State("COPY"), m.If(self.copy_done):
                m.d.sync += self.layer.eq(self.layer - 1)
                m.next = "BACKWARD"
            with m.State("BACKWARD"):
                with m.If(self.layer == 0):
                    m.next = "WINNERS"
                with m.Else():
                    m.d.comb += self.backward_start.eq(1)
                    m.next = "BACKWARD_WAIT"
            with m.State("BACKWARD_WAIT"), m.If(self.backward_done):
                m.d.sync += self.layer.eq(self.layer - 1)
                m.next = "BACKWARD"
            with m.State("WINNERS"):
                m.d.comb += self.winners.valid.eq(1)
                with m.If(self.winners.ready):
                    m.next = "NEXT"
            with m.State("NEXT"):
                m.d.sync += self.bank.eq(~self.bank)
                m.next = "IDLE"
                with m.If(self.train):
                    m.d.sync += count.eq(count + 1)
                    with m.If(count + 1 == self.batch_size):
                        m.d.sync += count.eq(0)
                        m.next = "TURN"
            with m.State("TURN"), m.If(~self.updating & ~self.rows_busy):
                m.d.comb += [self.minibatch_done.eq(1), self.turn.eq(any_triggered)]
                m.d.sync += any_triggered.eq(0)
                m.next = "IDLE"
            with m.State("REFRESH"), m.If(~self.rows_busy):
                m.next = "IDLE"
        return m
