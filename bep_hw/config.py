"""Frozen configurations: what is trained (Network, Training), and what is built (CoreConfig).

Every threshold a datapath sees is an integer that is worked out here, once, on the host:
golden model and gateware both read `Settings` and so cannot disagree about rounding.
"""

import math
import zlib
from dataclasses import dataclass, field
from fractions import Fraction

MIN_HIDDEN_BITS, MAX_HIDDEN_BITS = 4, 24

REINFORCE_GROUP = 16
"""Consecutive weights of a row that share one draw of the random source."""

REINFORCE_FRACTION_BITS = 16
"""A reinforcement threshold counts weights per group in units of 2**-16."""

SPRAM_DEPTH = 1 << 14
"""Words of one SPRAM of an iCE40 UltraPlus."""

POSITION_LAYER_BITS, POSITION_ROW_BITS, POSITION_GROUP_BITS = 4, 14, 14
"""Fields of the 32-bit weight position that the random source encrypts, high to low."""


class ConfigError(ValueError):
    """A value the user gave breaks a rule; the message is one line that names both."""


def require(condition, message):
    """Raise `ConfigError(message)` unless `condition` holds."""
    if not condition:
        raise ConfigError(message)


def exact(ratio):
    """The decimal a person wrote, as a fraction: 0.1 is 1/10 and not its nearest binary double."""
    return Fraction(str(ratio))


@dataclass(frozen=True, kw_only=True)
class Network:
    """A multi-layer perceptron: `layers` = (K_0, ..., K_L) widths, K_0 the input; C classes."""

    layers: tuple[int, ...]
    classes: int
    recurrent = False
    steps = 1  # a sample is one time step

    def __post_init__(self):
        require(len(self.layers) >= 2, f"layers {self.layers}: need an input and a hidden width")
        for width in self.layers:
            limit = 1 << POSITION_ROW_BITS
            require(1 <= width <= limit, f"layer width {width}: must be from 1 to {limit}")
        limit = 1 << POSITION_LAYER_BITS
        require(self.depth <= limit, f"{self.depth} hidden layers: at most {limit} are supported")
        require(2 <= self.classes <= 4096, f"classes {self.classes}: must be from 2 to 4096")

    @property
    def depth(self):
        """Number of trainable layers L."""
        return len(self.layers) - 1

    @property
    def shapes(self):
        """(K_l, K_{l-1}) of every trainable layer, bottom to top."""
        return tuple(zip(self.layers[1:], self.layers[:-1], strict=True))

    @property
    def reaches(self):
        """The largest |z| of every trainable layer, bottom to top."""
        return tuple(fan_in for _, fan_in in self.shapes)


@dataclass(frozen=True, kw_only=True)
class Recurrent(Network):
    """A many-to-one recurrent network (Section 3.5): `layers` = (K_0, K_s, K_y) widths.

    Trained are W_xs, W_ss and W_sy, in this order: the first two add into one pre-activation at
    every time step, the third reads the last state.

    steps: T of the longest series [time steps]
    """

    steps: int = field()
    recurrent = True

    def __post_init__(self):
        super().__post_init__()
        require(
            len(self.layers) == 3,
            f"layers {self.layers}: a recurrent network has three widths, K_0, K_s and K_y",
        )
        require(self.steps >= 1, f"time steps {self.steps}: must be at least 1")

    @property
    def depth(self):
        """Number of trainable matrices."""
        return 3

    @property
    def shapes(self):
        """Those of W_xs, W_ss and W_sy."""
        inputs, state, readout = self.layers
        return (state, inputs), (state, state), (readout, state)

    @property
    def reaches(self):
        """The largest |z| of s, twice, and of y: two products add into z_s."""
        inputs, state, _ = self.layers
        return inputs + state, inputs + state, state


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The integers of one epoch, as the datapath sees them; entry l of a tuple is layer l + 1.

    margin: a sample trains iff its margin is below this, ceil(r K_L)     (Eq. 1)
    gates: a gate is open iff |z| is at most this, floor(nu K_{l-1})      (Eq. 6)
    groups: neurons per winner group, gamma_l                             (Eq. 9)
    reinforce: expected reinforced weights per 16, times 2**16            (CP+R)
    horizon: time steps that learn, counted back from the last one, at least 1 (BEP-TT)

    Of a recurrent network the entries are those of W_xs, W_ss and W_sy: gates[1] is that of z_s,
    floor(nu K_s), gates[0] is not used, and groups[0] = groups[1] is that of the state.
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
        require(self.epochs >= 1, f"epochs {self.epochs}: must be at least 1")
        require(self.batch_size >= 1, f"batch size {self.batch_size}: must be at least 1")
        require(self.patience >= 1, f"patience {self.patience}: must be at least 1 epoch")
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
        for width in network.layers[1:]:
            require(
                width % self.group == 0,
                f"group size {self.group}: must divide every hidden width,"
                f" but {width} is not a multiple",
            )
        require(
            self.horizon is None or network.recurrent,
            f"horizon {self.horizon}: only a recurrent network goes back in time",
        )

    def steps(self, network):
        """Time steps of a sample that learn, at most: the largest share of one sample in a sum."""
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


def check_hidden_bits(bits):
    """Raise ConfigError unless B = `bits` is in the supported range."""
    require(
        MIN_HIDDEN_BITS <= bits <= MAX_HIDDEN_BITS,
        f"hidden bits B = {bits}: must be from {MIN_HIDDEN_BITS} to {MAX_HIDDEN_BITS}",
    )


def counter_range(hidden_bits):
    """(lowest, highest) counter c = floor(h / 2) of a B-bit hidden weight h."""
    return -(1 << (hidden_bits - 2)), (1 << (hidden_bits - 2)) - 1


def blocks(size, step):
    """How many blocks of `step` cover `size`."""
    return -(-size // step)


@dataclass(frozen=True, kw_only=True)
class CoreConfig:
    """Generation parameters of the trainer core; one core trains every network that fits.

    tile_rows R, tile_columns D: weights read per cycle, [rows] x [columns]; R divides D
    lanes: hidden counters read, changed and written per cycle; divides D
    hidden_bits: B, the clip range of the hidden weights [bits]
    max_batch: largest minibatch the guard range must hold [samples x time steps that learn]
    max_width: widest fan-in [inputs]
    max_rows: widest layer [neurons]; None for `max_width`
    tile_depth: weight memory [tiles]
    counter_depth: hidden-counter memory [words of `lanes` counters]
    activation_depth: activations of one sample [words of D bits]
    row_depth: pre-activations of one sample [blocks of R rows]
    class_depth: classifier rows, read as desired activations [words of D bits]
    max_layers: rows of the layer table, the classifier included
    max_classes: C at most
    popcount_stages: pipeline registers inside a popcount
    banks: samples in flight, each in a bank of the memories; a power of two, at least 2
    max_steps: time steps of a sample at most; above 1 recurrent networks can be trained as well
    single_port: hidden counters in memories of one port, such as SPRAM; a row may wait a cycle
    serial_draws: the random source draws a group in several cycles; for at most 4 lanes, and
        fan-ins that are multiples of 16
    fixed: the only network that it trains, whose layer table is constant; None for any that fits
    """

    tile_rows: int = 32
    tile_columns: int = 64
    lanes: int = 32
    hidden_bits: int = 16
    max_batch: int = 16384
    max_width: int = 784
    max_rows: int | None = None
    tile_depth: int = 64
    counter_depth: int = 2048
    activation_depth: int = 32
    row_depth: int = 16
    class_depth: int = 32
    max_layers: int = 4
    max_classes: int = 10
    popcount_stages: int = 1
    banks: int = 4
    max_steps: int = 1
    single_port: bool = False
    serial_draws: bool = False
    fixed: Network | None = None

    def __post_init__(self):
        check_hidden_bits(self.hidden_bits)
        if self.max_rows is None:
            object.__setattr__(self, "max_rows", self.max_width)
        for name in (
            *("tile_rows", "tile_columns", "lanes", "max_batch", "max_width", "max_rows"),
            *("tile_depth", "counter_depth", "activation_depth", "row_depth", "class_depth"),
            *("max_layers", "popcount_stages", "max_steps"),
        ):
            require(getattr(self, name) >= 1, f"{name} {getattr(self, name)}: must be at least 1")
        require(
            self.tile_columns % self.tile_rows == 0,
            f"tile rows {self.tile_rows}: must divide the tile columns, {self.tile_columns}",
        )
        require(
            self.tile_columns % self.lanes == 0,
            f"lanes {self.lanes}: must divide the tile columns, {self.tile_columns}",
        )
        require(self.max_layers >= 2, f"max_layers {self.max_layers}: must be at least 2")
        require(self.max_classes >= 2, f"max_classes {self.max_classes}: must be at least 2")
        require(
            self.banks >= 2 and self.banks & (self.banks - 1) == 0,
            f"banks {self.banks}: must be a power of two, at least 2",
        )
        require(
            not self.single_port or self.counter_depth <= 2 * SPRAM_DEPTH,
            f"counter_depth {self.counter_depth}: with single_port at most {2 * SPRAM_DEPTH}",
        )
        require(
            not self.serial_draws or self.lanes in (1, 2, 4),
            f"lanes {self.lanes}: with serial_draws 1, 2 or 4",
        )

    @property
    def counter_bits(self):
        """Bits of a stored counter: sign, clip range, and guard room for `max_batch` steps."""
        return ((1 << (self.hidden_bits - 2)) + self.max_batch - 1).bit_length() + 1

    @property
    def count_bits(self):
        """Bits that hold a popcount, or |z|, of the widest fan-in."""
        return self.max_width.bit_length()

    @property
    def timed(self):
        """Whether the core is built with what recurrent networks need."""
        return self.max_steps > 1

    @property
    def stability_bits(self):
        """Bits that hold |z| summed over time, of the widest fan-in."""
        return (self.max_width * self.max_steps).bit_length()

    def ragged(self, step):
        """Whether some fan-in may be no multiple of `step`."""
        return self.fixed is None or any(fan_in % step for fan_in in self.fixed.layers)

    @property
    def row_bits(self):
        """Bits that hold how many rows a layer has, or |z| of the classifier."""
        return self.max_rows.bit_length()

    @property
    def fingerprint(self):
        """CRC-32 of what a host has to know: two cores that differ in it need another host."""
        unseen = ("popcount_stages", "banks", *(() if self.timed else ("max_steps",)))
        values = {name: value for name, value in vars(self).items() if name not in unseen}
        return zlib.crc32(repr(sorted(values.items())).encode())

    @classmethod
    def for_network(cls, network, **parameters):
        """The smallest core that holds `network`; keyword arguments set any parameter."""
        fitted = {
            "max_width": max(*network.layers, *network.reaches),
            "max_rows": max(network.layers[1:]),
            "max_layers": len(network.layers) if network.recurrent else network.depth + 1,
            "max_classes": network.classes,
            "max_steps": max(2, network.steps) if network.recurrent else 1,
            **parameters,
        }
        core = cls(**fitted)
        rows, columns, lanes = core.tile_rows, core.tile_columns, core.lanes
        shapes = [*network.shapes, (network.classes, network.layers[-1])]
        depths = {
            "tile_depth": sum(blocks(k, rows) * blocks(n, columns) for k, n in shapes),
            "counter_depth": sum(k * blocks(n, lanes) for k, n in network.shapes),
            "activation_depth": sum(blocks(k, columns) for k in network.layers),
            "row_depth": sum(blocks(k, rows) for k in network.layers[1:]),
            "class_depth": network.classes * blocks(network.layers[-1], columns),
        }
        if network.recurrent:
            inputs, state, readout = network.layers
            slot = blocks(state, columns) + blocks(inputs, columns)
            last = blocks(state, columns) + blocks(readout, columns)
            depths["activation_depth"] = network.steps * slot + last
            depths["row_depth"] = network.steps * blocks(state, rows) + blocks(readout, rows)
        return cls(**{**depths, **fitted})

    def check_batch(self, batch_size, steps=1):
        """Raise ConfigError if a minibatch could overflow the guard range of the counters.

        steps: time steps of a sample that learn, each of which moves a counter by at most one
        """
        require(
            steps == 1 or batch_size * steps <= self.max_batch,
            f"batch size {batch_size} of {steps} time steps: the guard range of the"
            f" {self.counter_bits}-bit counters (B = {self.hidden_bits}) holds at most"
            f" {self.max_batch} steps; a smaller --horizon or --batch-size helps",
        )
        require(
            1 <= batch_size <= self.max_batch,
            f"batch size {batch_size}: the guard range of the {self.counter_bits}-bit counters"
            f" (B = {self.hidden_bits}) holds at most {self.max_batch} samples",
        )
