"""Reinforce: which weights of a group of 16 the random source picks."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.config import REINFORCE_FRACTION_BITS, REINFORCE_GROUP
from bep_hw.gateware.pipeline import below, delay

ROUNDS = 12
ROUNDS_PER_STAGE = 3
ROUND_CONSTANT = 0x9E37


class Reinforce(wiring.Component):
    """One draw of the random source: a small Feistel cipher of the weights' position.

    The draw depends on (seed, minibatch, position) and on nothing else, so lanes, tiles and
    schedules cannot change it. Of its 32 bits, 16 round the expected number of reinforced weights
    up or down at random, and 4 say where they start, so that every weight has the same chance.

    Golden twin: golden/reinforce.py.

    Latency: `latency` = 5 [cycles]. Throughput: one group per cycle.

    Members
    -------
    valid : a draw is wanted; what comes out for any other means nothing
    position : layer, row and group of the 16 weights, 4 + 14 + 14 bits
    threshold : of the same draw, 16 p in units of 2**-16
    seed, minibatch : the key; steady while in flight
    chosen : one bit per weight
    """

    latency = ROUNDS // ROUNDS_PER_STAGE + 1

    def __init__(self):
        super().__init__(
            {
                "valid": In(1),
                "position": In(32),
                "threshold": In(range((REINFORCE_GROUP << REINFORCE_FRACTION_BITS) + 1)),
                "seed": In(32),
                "minibatch": In(32),
                "chosen": Out(REINFORCE_GROUP),
            }
        )

    def elaborate(self, platform):
        m = Module()
        keys = [self.minibatch[:16], self.minibatch[16:], self.seed[:16], self.seed[16:]]
        valid, x, y = self.valid, self.position[16:], self.position[:16]
        for index in range(ROUNDS):
            mixed = Signal(16, name=f"mixed{index}")
            constant = index * ROUND_CONSTANT & 0xFFFF
            m.d.comb += mixed.eq(
                y
                ^ (x.rotate_left(1) & x.rotate_left(8))
                ^ x.rotate_left(2)
                ^ keys[index % len(keys)]
                ^ Mux(valid, constant, 0)
            )
            x, y = mixed, x
            if (index + 1) % ROUNDS_PER_STAGE == 0:
                left, right = Signal(16, name=f"x{index}"), Signal(16, name=f"y{index}")
                with m.If(valid):
                    m.d.sync += [left.eq(x), right.eq(y)]
                valid = delay(m, valid, 1, f"valid{index}_")
                x, y = left, right
        threshold = delay(m, self.threshold, self.latency - 1, "threshold")
        total = Signal(range((REINFORCE_GROUP + 1) << REINFORCE_FRACTION_BITS))
        # As many bits as are reinforced, turned to where they start.
        ones = Signal(REINFORCE_GROUP)
        turned = Signal(2 * REINFORCE_GROUP)
        m.d.comb += [
            total.eq(threshold + x),
            ones.eq(below(m, total >> REINFORCE_FRACTION_BITS, REINFORCE_GROUP, "below")),
            turned.eq(Cat(ones, ones) << y[:4]),
        ]
        with m.If(valid):
            m.d.sync += self.chosen.eq(turned[REINFORCE_GROUP:])
        return m
