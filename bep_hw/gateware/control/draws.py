"""Draws: which lanes of a word of counters the random source picks."""

from functools import partial
from math import gcd

from amaranth.hdl import Cat, ClockSignal, Const, Instance, ResetSignal, Signal

from bep_hw.gateware.parts.pipeline import delay
from bep_hw.gateware.reinforce import Reinforce, SerialReinforce
from bep_hw.spec.reinforce import POSITION_GROUP_BITS, REINFORCE_GROUP
from bep_hw.support.integers import blocks


class Draws:
    """The sources of as many draws as a word of counters meets, and their bits that fall to it.

    With `deep_pipeline` these bits go to a register.

    Latency: `latency` [cycles], from a word to its bits. Throughput: one word per cycle.

    Parameters
    ----------
    config : CoreConfig
    leaf : whether all of it is the Verilog leaf for simulation; not with `serial_draws`

    Members
    -------
    unit : words begin at multiples of so many weights; count : draws of a word
    """

    def __init__(self, config, *, leaf=False):
        self.config, deep = config, int(config.deep_pipeline)
        self.leaf = leaf and not config.serial_draws
        if config.serial_draws:
            self._source = partial(SerialReinforce, lanes=config.lanes)
            self._drawn = SerialReinforce.latency
        else:
            self._source = partial(Reinforce, deep=bool(deep))
            self._drawn = Reinforce.least_latency + deep
        self.unit = gcd(config.lanes, REINFORCE_GROUP)
        self.count = blocks(config.lanes + REINFORCE_GROUP - self.unit, REINFORCE_GROUP)
        self.latency = self._drawn + deep
        self._units = REINFORCE_GROUP // self.unit

    def connect(self, m, words, *, seed, minibatch):
        """One bit per lane, `latency` cycles after words[0]; words[k] was words[0] k cycles ago."""
        if self.leaf:
            return self._leaf(m, words[0], seed, minibatch)
        word, lanes = words[0], self.config.lanes
        offset_bits = (self._units - 1).bit_length()
        chosen = []
        serial = self.config.serial_draws
        for index in range(self.count):
            m.submodules[f"reinforce{index}"] = source = self._source()
            begins = word.place[:offset_bits] == 0 if serial else 1
            # When it is wanted, this word is still of the group's row.
            later = words[max(0, SerialReinforce.period + 1 - self._units)] if serial else word
            group = Signal(POSITION_GROUP_BITS, name=f"group{index}")
            m.d.comb += [
                source.valid.eq(word.valid & word.due & begins),
                group.eq((word.place >> offset_bits) + index),
                source.position.eq(Cat(group, word.row, word.layer)),
                source.threshold.eq(later.threshold),
                source.seed.eq(seed),
                source.minibatch.eq(minibatch),
            ]
            chosen.append(source.chosen)
        offset = delay(m, word.place[:offset_bits], self._drawn, "offset")
        if serial:
            m.d.comb += source.word.eq(offset)
            return source.chosen
        first = Cat(Const(0, self.unit.bit_length() - 1), offset)
        picked = Cat(chosen).bit_select(first, lanes)
        return delay(m, picked, self.latency - self._drawn, "picked", reset_less=True)

    def _leaf(self, m, word, seed, minibatch):
        chosen = Signal(self.config.lanes, name="drawn")
        m.submodules.draws = Instance(
            "bep_draws",
            p_LANES=self.config.lanes,
            p_UNIT=self.unit,
            p_DRAWS=self.count,
            p_OFFSET=(self._units - 1).bit_length(),
            p_PLACE=len(word.place),
            p_LATENCY=self.latency,
            i_clk=ClockSignal(),
            i_rst=ResetSignal(allow_reset_less=True),
            i_valid=word.valid & word.due,
            i_place=word.place,
            i_row=Cat(word.row, word.layer),
            i_threshold=word.threshold,
            i_seed=seed,
            i_minibatch=minibatch,
            o_chosen=chosen,
        )
        return chosen
