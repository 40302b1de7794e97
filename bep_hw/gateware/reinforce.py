"""Reinforce: which weights of a group of 16 the random source picks."""

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.config import REINFORCE_FRACTION_BITS, REINFORCE_GROUP
from bep_hw.gateware.pipeline import delay

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
    position : layer, row and group of the 16 weights, 4 + 14 + 14 bits
    threshold : of the same draw, 16 p in units of 2**-16
    seed, minibatch : the key; steady while in flight
    chosen : one bit per weight
    """

    latency = ROUNDS // ROUNDS_PER_STAGE + 1

    def __init__(self):
        super().__init__(
            {
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
        x, y = self.position[16:], self.position[:16]
        for index in range(ROUNDS):
            mixed = Signal(16, name=f"mixed{index}")
            constant = index * ROUND_CONSTANT & 0xFFFF
            m.d.comb += mixed.eq(
                y
                ^ (x.rotate_left(1) & x.rotate_left(8))
                ^ x.rotate_left(2)
                ^ keys[index % len(keys)]
                ^ constant
            )
            x, y = mixed, x
            if (index + 1) % ROUNDS_PER_STAGE == 0:
                left, right = Signal(16, name=f"x{index}"), Signal(16, name=f"y{index}")
                m.d.sync += [left.eq(x), right.eq(y)]
                x, y = left, right
        threshold = delay(m, self.threshold, self.latency - 1, "threshold")
        total = Signal(range((REINFORCE_GROUP + 1) << REINFORCE_FRACTION_BITS))
        count = Signal(range(REINFORCE_GROUP + 1))
        start = Signal(4)
        m.d.comb += [
            total.eq(threshold + x),
            count.eq(total >> REINFORCE_FRACTION_BITS),
            start.eq(y),
        ]
        m.d.sync += self.chosen.eq(
            Cat((weight - start)[:4] < count for weight in range(REINFORCE_GROUP))
        )
        return m
