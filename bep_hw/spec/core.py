"""Parameters of a generated trainer core."""

import zlib
from dataclasses import dataclass

from bep_hw.spec.encoder_shape import PIXEL_BITS, EncoderShape
from bep_hw.spec.hidden import check_hidden_bits
from bep_hw.spec.layer_table import depths, placed
from bep_hw.spec.network import Network
from bep_hw.spec.sequence_shape import SequenceShape
from bep_hw.support.errors import require

SAMPLES_PER_READ = (1, 2, 4, 8)

LARGEST_TILE = 1 << 16
"""Weights that a core reads per cycle, at most; so many XNOR gates stand side by side."""

SPRAM_DEPTH = 1 << 14
"""Words of one SPRAM of an iCE40 UltraPlus."""


@dataclass(frozen=True, kw_only=True)
class CoreConfig:
    """Generation parameters of the trainer core; one core trains every network that fits.

    tile_rows R, tile_columns D: weights read per cycle, [rows] x [columns]; R divides D
    lanes: hidden counters read, changed and written per cycle; divides D, or is 2 D
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
    popcount_stages: pipeline registers inside a popcount; with 0 it is added to a total at once
    deep_pipeline: further registers on the long paths of a large core, for its clock on a large
        FPGA; costs a few cycles of latency and some thousand flip-flops; not with single_port or
        serial_draws, which are for small FPGAs
    banks: samples in flight, each in a bank of the memories; a power of two, at least 2
    samples_per_read: S, samples that go forward together, and share every tile that is read: 1, 2,
        4 or 8; at most half the banks
    max_steps: time steps of a sample at most; above 1 recurrent networks can be trained as well
    single_port: hidden counters in memories of one port, such as SPRAM; a row may wait a cycle
    serial_draws: the random source draws a group in several cycles; for at most 4 lanes, and
        fan-ins that are multiples of 16
    fixed: the only network that it trains, whose layer table is constant; None for any that fits
    encoder: of images, or in a core for recurrent networks of series, which are its samples then;
        None if its samples are bits
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
    deep_pipeline: bool = False
    banks: int = 4
    samples_per_read: int = 1
    max_steps: int = 1
    single_port: bool = False
    serial_draws: bool = False
    fixed: Network | None = None
    encoder: EncoderShape | SequenceShape | None = None

    def __post_init__(self):
        check_hidden_bits(self.hidden_bits)
        if self.max_rows is None:
            object.__setattr__(self, "max_rows", self.max_width)
        for name in (
            *("tile_rows", "tile_columns", "lanes", "max_batch", "max_width", "max_rows"),
            *("tile_depth", "counter_depth", "activation_depth", "row_depth", "class_depth"),
            *("max_layers", "max_steps"),
        ):
            require(getattr(self, name) >= 1, f"{name} {getattr(self, name)}: must be at least 1")
        stages = self.popcount_stages
        require(stages >= 0, f"popcount_stages {stages}: must be at least 0")
        require(
            self.tile_rows * self.tile_columns <= LARGEST_TILE,
            f"tile {self.tile_rows}x{self.tile_columns}: at most {LARGEST_TILE:,} weights",
        )
        require(
            self.tile_columns % self.tile_rows == 0,
            f"tile rows {self.tile_rows}: must divide the tile columns, {self.tile_columns}",
        )
        require(
            self.tile_columns % self.lanes == 0 or self.lanes == 2 * self.tile_columns,
            f"lanes {self.lanes}: must divide the tile columns, {self.tile_columns}, or be twice as"
            " many",
        )
        require(
            self.lanes <= self.tile_columns or not self.in_time,
            f"lanes {self.lanes}: at most the tile columns, {self.tile_columns}, in a core for"
            " recurrent networks",
        )
        require(self.max_layers >= 2, f"max_layers {self.max_layers}: must be at least 2")
        require(self.max_classes >= 2, f"max_classes {self.max_classes}: must be at least 2")
        require(
            self.banks >= 2 and self.banks & (self.banks - 1) == 0,
            f"banks {self.banks}: must be a power of two, at least 2",
        )
        require(
            self.samples_per_read in SAMPLES_PER_READ,
            f"samples_per_read {self.samples_per_read}: must be one of"
            f" {', '.join(map(str, SAMPLES_PER_READ))}",
        )
        require(
            2 * self.samples_per_read <= self.banks,
            f"banks {self.banks}: must be at least {2 * self.samples_per_read}, twice the samples"
            " per read",
        )
        self._check_options()

    def _check_options(self):
        """ConfigError for options that do not go with each other, or with these sizes."""
        require(
            not self.single_port or self.counter_depth <= 2 * SPRAM_DEPTH,
            f"counter_depth {self.counter_depth}: with single_port at most {2 * SPRAM_DEPTH}",
        )
        require(
            not self.serial_draws or self.lanes in (1, 2, 4),
            f"lanes {self.lanes}: with serial_draws 1, 2 or 4",
        )
        require(
            not self.deep_pipeline or not (self.single_port or self.serial_draws),
            "deep_pipeline: not with single_port or serial_draws",
        )
        require(
            self.encoder is None or isinstance(self.encoder, SequenceShape) == self.in_time,
            "encoder: of images not in a core for recurrent networks, and of series in no other",
        )
        require(
            self.encoder is None or self.lanes * self.counter_bits >= PIXEL_BITS,
            f"lanes {self.lanes}: with an encoder a counter word needs at least {PIXEL_BITS} bits",
        )

    @property
    def tiles_per_word(self):
        """Tiles whose weights a word of counters belongs to: 1, or 2 if lanes are 2 D."""
        return max(1, self.lanes // self.tile_columns)

    @property
    def piece(self):
        """Weights of a row of a tile that are written together."""
        return min(self.lanes, self.tile_columns)

    @property
    def bundles(self):
        """Bundles of `samples_per_read` banks: the samples of a bundle go forward together."""
        return self.banks // self.samples_per_read

    @property
    def counter_bits(self):
        """Bits of a stored counter: sign, clip range, and guard room for `max_batch` steps."""
        return ((1 << (self.hidden_bits - 2)) + self.max_batch - 1).bit_length() + 1

    @property
    def count_bits(self):
        """Bits that hold a popcount, or |z|, of the widest fan-in."""
        return self.max_width.bit_length()

    @property
    def in_time(self):
        """Whether a layer can be applied at several time steps; adds registers named in_time."""
        return self.max_steps > 1

    @property
    def uneven(self):
        """Whether samples that go forward together may have different numbers of time steps."""
        return self.in_time and self.samples_per_read > 1

    @property
    def stability_bits(self):
        """Bits that hold |z| summed over time, of the widest fan-in."""
        return (self.max_width * self.max_steps).bit_length()

    def ragged(self, step):
        """Whether some fan-in may be no multiple of `step`."""
        return self.fixed is None or any(fan_in % step for fan_in in self.fixed.layers)

    @property
    def row_bits(self):
        """Bits that hold the number of a layer's rows, or |z| of the classifier."""
        return self.max_rows.bit_length()

    @property
    def fingerprint(self):
        """CRC-32 of the parameters that the host depends on; it differs if the host must differ."""
        unseen = (
            "popcount_stages",
            "deep_pipeline",
            "banks",
            "samples_per_read",
            *(() if self.in_time else ("max_steps",)),
            *(() if self.encoder else ("encoder",)),
        )
        values = {name: value for name, value in vars(self).items() if name not in unseen}
        return zlib.crc32(repr(sorted(values.items())).encode())

    @classmethod
    def for_network(cls, network, **parameters):
        """The smallest core that holds `network`; keyword arguments set any parameter."""
        fitted = {
            "max_width": max(*network.layers, *network.reaches),
            "max_rows": max(network.layers[1:]),
            "max_layers": len(network.layers),
            "max_classes": network.classes,
            "max_steps": max(2, network.steps) if network.has_state else 1,
            **parameters,
        }
        return cls(**{**depths(placed(network, cls(**fitted))), **fitted})

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
