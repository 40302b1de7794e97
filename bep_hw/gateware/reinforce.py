"""Reinforce: the random source picks weights of a group of 16."""

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from bep_hw.gateware.parts.pipeline import below, data_register, delay
from bep_hw.spec.reinforce import REINFORCE_FRACTION_BITS, REINFORCE_GROUP

ROUNDS = 12
ROUNDS_PER_STAGE = 3
ROUND_CONSTANT = 0x9E37


_MEMBERS = {
    "valid": In(1),
    "position": In(32),
    "threshold": In(range((REINFORCE_GROUP << REINFORCE_FRACTION_BITS) + 1)),
    "seed": In(32),
    "minibatch": In(32),
    "chosen": Out(REINFORCE_GROUP),
}


class Reinforce(wiring.Component):
    """One draw of the random source: a small Feistel cipher of the weights' position.

    The draw depends on (seed, minibatch, position) alone, so lanes, tiles and
    schedules cannot change it. Of its 32 bits, 16 round the expected number of reinforced weights
    up or down at random, and 4 say where they start, so that every weight has the same chance.

    Golden twin: golden/reinforce.py.

    Latency: `latency` = 5, with `deep` 6 [cycles]. Throughput: one group per cycle.

    Parameters
    ----------
    deep : the number of reinforced weights goes to a register before they are placed

    Members
    -------
    valid : a draw is wanted; the output of other cycles has no meaning
    position : layer, row and group of the 16 weights, 4 + 14 + 14 bits
    threshold : of the same draw, 16 p in units of 2**-16
    seed, minibatch : the key; steady while in flight
    chosen : one bit per weight
    """

    least_latency = ROUNDS // ROUNDS_PER_STAGE + 1

    def __init__(self, *, deep=False):
        self.deep = deep
        self.latency = self.least_latency + deep
        super().__init__(_MEMBERS)

    def elaborate(self, platform):
        m = Module()
        keys = _keys(self.minibatch, self.seed)
        valid, x, y = self.valid, self.position[16:], self.position[:16]
        for index in range(ROUNDS):
            key = keys[index % len(keys)] ^ Mux(valid, _constant(index), 0)
            x, y = _round(m, x, y, key, index)
            if (index + 1) % ROUNDS_PER_STAGE == 0:
                left = Signal(16, name=f"x{index}", reset_less=True)
                right = Signal(16, name=f"y{index}", reset_less=True)
                with m.If(valid):
                    m.d.sync += [left.eq(x), right.eq(y)]
                valid = delay(m, valid, 1, f"valid{index}_")
                x, y = left, right
        stages = ROUNDS // ROUNDS_PER_STAGE
        threshold = delay(m, self.threshold, stages, "threshold", reset_less=True)
        count = _count(m, threshold, x)
        if self.deep:
            valid = delay(m, valid, 1, "counted_valid")
            count, y = (
                delay(m, value, 1, name, reset_less=True)
                for value, name in ((count, "counted"), (y, "start"))
            )
        chosen = data_register(m, self.chosen, "chosen_q")
        with m.If(valid):
            m.d.sync += chosen.eq(_choose(m, count, y))
        return m


class SerialReinforce(wiring.Component):
    """The draws of Reinforce from a third of its rounds: four in a cycle, three times.

    The weights of a group are asked for in words of a few, so only as many are looked at.

    Latency: `latency` = 5 [cycles]. Throughput: one group in `period` = 4 cycles.

    Parameters
    ----------
    lanes : weights of a word, 1, 2 or 4

    Members
    -------
    valid : a group is here; its threshold is wanted `period` cycles later
    word : of the group, from `latency` cycles later on, until that of the next group
    chosen : one bit per weight of this word, in the same cycle

    The others are those of Reinforce.
    """

    period = ROUNDS // ROUNDS_PER_STAGE
    latency = period + 1

    def __init__(self, *, lanes):
        self.lanes = lanes
        words = REINFORCE_GROUP // lanes
        super().__init__({**_MEMBERS, "word": In(range(words)), "chosen": Out(lanes)})

    def elaborate(self, platform):
        m = Module()
        keys = _keys(self.minibatch, self.seed)
        x, y = Signal(16), Signal(16)
        # One bit wanders: the third step is three cycles old, and then it is done.
        step = [self.valid]
        for age in range(1, self.latency):
            step.append(delay(m, step[-1], 1, f"step{age}_"))
        left, right = Signal(16), Signal(16)
        m.d.comb += [left.eq(x), right.eq(y)]
        with m.If(self.valid):
            m.d.comb += Cat(right, left).eq(self.position)
        for index, key in enumerate(keys):
            constant = Signal(16, name=f"constant{index}")
            for turn in range(ROUNDS // len(keys)):
                with m.If(step[turn]):
                    m.d.comb += constant.eq(_constant(turn * len(keys) + index))
            left, right = _round(m, left, right, key ^ constant, index)
        with m.If(Cat(step[: ROUNDS // len(keys)]).any()):
            m.d.sync += [x.eq(left), y.eq(right)]
        count, start = Signal(range(REINFORCE_GROUP + 2)), Signal(range(REINFORCE_GROUP))
        with m.If(step[-1]):
            m.d.sync += [count.eq(_count(m, self.threshold, x)), start.eq(y)]
        first = Signal(range(REINFORCE_GROUP))
        m.d.comb += first.eq(self.word * self.lanes)
        for lane in range(self.lanes):
            behind = Signal(range(REINFORCE_GROUP), name=f"behind{lane}")  # start, around the end
            m.d.comb += [behind.eq((first | lane) - start), self.chosen[lane].eq(behind < count)]
        return m


def _keys(minibatch, seed):
    """Keys of the rounds, in order."""
    return [minibatch[:16], minibatch[16:], seed[:16], seed[16:]]


def _constant(index):
    """The number added to the key of a round, so that no two rounds are equal."""
    return index * ROUND_CONSTANT & 0xFFFF


def _round(m, x, y, key, index):
    """Both halves after a round."""
    mixed = Signal(16, name=f"mixed{index}")
    m.d.comb += mixed.eq(y ^ (x.rotate_left(1) & x.rotate_left(8)) ^ x.rotate_left(2) ^ key)
    return mixed, x


def _count(m, threshold, x):
    """How many weights are reinforced, from 16 random bits."""
    total = Signal(range((REINFORCE_GROUP + 1) << REINFORCE_FRACTION_BITS))
    count = Signal(range(REINFORCE_GROUP + 2))
    m.d.comb += [total.eq(threshold + x), count.eq(total >> REINFORCE_FRACTION_BITS)]
    return count


def _choose(m, count, y):
    """One bit per weight: `count` bits, turned to where they start."""
    ones = Signal(REINFORCE_GROUP)
    turned = Signal(2 * REINFORCE_GROUP)
    m.d.comb += [
        ones.eq(below(m, count, REINFORCE_GROUP, "below")),
        turned.eq(Cat(ones, ones) << y[:4]),
    ]
    return turned[REINFORCE_GROUP:]
