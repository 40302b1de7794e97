"""Hyper-parameters of a run, and the integers that follow from them.

The host computes every threshold here, once, as an integer. Golden model and gateware both read
`Settings`, so they cannot disagree about rounding.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

from bep_hw.spec.hidden import check_hidden_bits
from bep_hw.spec.reinforce import REINFORCE_FRACTION_BITS, REINFORCE_GROUP
from bep_hw.support.errors import require

MOST_EPOCHS = 1_000_000


def exact(ratio):
    """A decimal number as an exact fraction: 0.1 is 1/10 and not its nearest binary double."""
    return Fraction(str(ratio))


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The integers of one epoch, as the datapath sees them; entry l of a tuple is layer l + 1.

    margin: a sample trains iff its margin is below this, ceil(r K_L)     (Eq. 1)
    gates: a gate is open iff |z| is at most this, floor(nu K_{l-1})      (Eq. 6)
    groups: neurons per winner group, gamma_l                             (Eq. 9)
    reinforce: expected reinforced weights per 16, times 2**16            (CP+R)
    horizon: time steps that learn, counted back from the last one, at least 1 (BEP-TT)

    A recurrent network has three entries, for W_xs, W_ss and W_sy. gates[1] = floor(nu K_s) is the
    threshold of z_s, gates[0] is not used, and groups[0] = groups[1] is the group of the state.
    """

    margin: int
    gates: tuple[int, ...]
    groups: tuple[int, ...]
    reinforce: tuple[int, ...]
    horizon: int = 1


@dataclass(frozen=True, kw_only=True)
class Training:
    """Hyper-parameters of a run; names in the paper: r, p_r, nu, gamma_0, B.

    upper_reinforcement: p_r of all layers but the first; None for the same, as in the paper
    horizon: time steps that a recurrent network goes back; None for all of them
    """

    epochs: int = 50
    batch_size: int = 100
    hidden_bits: int = 16
    margin_ratio: float = 0.5
    reinforcement: float = 0.5
    gate_ratio: float = 0.25
    group: int = 1
    patience: int = 3
    upper_reinforcement: float | None = None
    horizon: int | None = None

    def __post_init__(self):
        check_hidden_bits(self.hidden_bits)
        for name, value in (("epochs", self.epochs), ("patience", self.patience)):
            require(
                1 <= value <= MOST_EPOCHS,
                f"{name} {value}: must be from 1 to {MOST_EPOCHS:,} epochs",
            )
        require(self.batch_size >= 1, f"batch size {self.batch_size}: must be at least 1")
        require(self.group >= 1, f"group size {self.group}: must be at least 1")
        require(
            self.horizon is None or self.horizon >= 1,
            f"horizon {self.horizon}: must be at least 1 time step",
        )
        for name, value in (
            ("margin ratio r", self.margin_ratio),
            ("gate ratio nu", self.gate_ratio),
        ):
            require(0 <= value <= 2, f"{name} {value}: must be from 0 to 2")
        for name, value in (
            ("reinforcement p_r", self.reinforcement),
            ("reinforcement p_r of the upper layers", self.upper_reinforcement),
        ):
            require(value is None or 0 <= value <= 4, f"{name} {value}: must be from 0 to 4")

    def check(self, network):
        """Raise ConfigError unless this training suits `network`."""
        widths = network.layers[1:]
        common = math.gcd(*widths)
        divisors = [str(size) for size in range(1, common + 1) if common % size == 0]
        require(
            common % self.group == 0,
            f"group size {self.group}: must divide every hidden width,"
            f" {', '.join(map(str, widths))}: choose a --group of {', '.join(divisors)}",
        )
        require(
            self.horizon is None or network.recurrent,
            f"horizon {self.horizon}: only a recurrent network goes back in time",
        )

    def steps(self, network):
        """Largest number of time steps that learn; also the most by which a sample moves a sum."""
        return min(self.horizon or network.steps, network.steps)

    def settings(self, network, groups, error_rate):
        """The integers of one epoch, from the group schedule and the last epoch's error rate E."""
        return Settings(
            margin=math.ceil(exact(self.margin_ratio) * network.layers[-1]),
            gates=tuple(
                self._gate(fan_in, reach)
                for (_, fan_in), reach in zip(network.shapes, network.reaches, strict=True)
            ),
            groups=tuple(groups),
            reinforce=tuple(
                self._reinforce(layer, fan_in, error_rate)
                for layer, (_, fan_in) in enumerate(network.shapes)
            ),
            horizon=self.steps(network),
        )

    def _gate(self, fan_in, reach):
        """floor(nu K), but never above `reach`, the largest |z|: that would only need bits."""
        return min(math.floor(exact(self.gate_ratio) * fan_in), reach)

    def _reinforce(self, layer, fan_in, error_rate):
        """Expected reinforced weights per 16, in 2**-16; p_l = p_r sqrt(E) sqrt(2 / (pi K))."""
        p_r = self.reinforcement
        if layer and self.upper_reinforcement is not None:
            p_r = self.upper_reinforcement
        probability = p_r * math.sqrt(error_rate) * math.sqrt(2 / (math.pi * fan_in))
        return round(min(probability, 1.0) * REINFORCE_GROUP * (1 << REINFORCE_FRACTION_BITS))
