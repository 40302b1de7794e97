"""An experiment: a data set, a network, its training, and the core that is built for it."""

import dataclasses
from dataclasses import dataclass

from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoding import Encoding, steps_of
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.reinforce import REINFORCE_GROUP
from bep_hw.spec.sequence_shape import SequenceShape
from bep_hw.spec.training import Training
from bep_hw.support.errors import require


@dataclass(frozen=True, kw_only=True)
class Preset:
    """One experiment.

    name: what `--preset` calls it
    dataset: a name that `bep_hw.data.datasets.load` knows
    network, training: what is trained and how
    tile: (R, D), weights that the core reads per cycle, [rows] x [columns]
    lanes: hidden counters that the core changes per cycle
    banks: samples in flight
    samples_per_read: S, samples that share every tile that is read
    popcount_stages: pipeline registers inside a popcount; with 0 it is added to a total at once
    deep_pipeline: whether there are more registers on long paths, for a large FPGA
    small: whether the core is made for a small device: for one network, with single-port counter
        memories, and draws in several cycles
    image: (height, width) of the 8-bit images that the core encodes itself; None if the host does
    filters_per_cycle, pixels_per_cycle: P and Q of its encoder, if that has filters; P of None for
        as many as divide F, up to 32
    features: F of series of 8-bit numbers that the core encodes itself; None if the host does
    core_for: the network that the core's memories are sized for; None for `network` itself
    encoding: how series, or real-valued features, become bits; None for a data set that has a rule
        of its own
    label: name of the column of labels, if the data set is a table of the user's; None for the last
    """

    name: str
    dataset: str
    network: Network
    training: Training
    tile: tuple[int, int] = (32, 64)
    lanes: int = 32
    banks: int = CoreConfig.banks
    samples_per_read: int = CoreConfig.samples_per_read
    popcount_stages: int = CoreConfig.popcount_stages
    deep_pipeline: bool = False
    small: bool = False
    image: tuple[int, int] | None = None
    filters_per_cycle: int | None = None
    pixels_per_cycle: int = 1
    features: int | None = None
    core_for: Network | None = None
    encoding: Encoding | None = None
    label: str | None = None

    @property
    def recurrent(self):
        """Whether it trains a recurrent network on series."""
        return self.network.recurrent

    @property
    def core(self):
        """The CoreConfig this preset trains on: the smallest that holds the network `core_for`."""
        network = self.core_for or self.network
        return CoreConfig.for_network(
            network,
            **(self._small(network) if self.small else {}),
            tile_rows=self.tile[0],
            tile_columns=self.tile[1],
            lanes=self.lanes,
            banks=self.banks,
            samples_per_read=self.samples_per_read,
            popcount_stages=self.popcount_stages,
            deep_pipeline=self.deep_pipeline,
            hidden_bits=self.training.hidden_bits,
            max_batch=self._max_batch(network),
            encoder=self._encoder,
        )

    @property
    def _encoder(self):
        """The shape of the core's encoder, None without one."""
        if self.features and self.recurrent:
            return SequenceShape.of(self.features, self.encoding, self.network)
        together = self.filters_per_cycle, self.pixels_per_cycle
        return EncoderShape.of(self.image, self.encoding, *together) if self.image else None

    def _max_batch(self, network):
        """Largest minibatch that a counter just wide enough for the preset's minibatches can hold.

        It is at most `CoreConfig.max_batch`.
        """
        clip = 1 << (self.training.hidden_bits - 2)
        largest = clip + self.training.batch_size * self.training.steps(network)
        return min((1 << (largest - 1).bit_length()) - clip, CoreConfig.max_batch)

    def _small(self, network):
        """Parameters of a small core for `network`."""
        even = all(width % REINFORCE_GROUP == 0 for width in network.layers)
        return {
            "fixed": network,
            "single_port": True,
            "serial_draws": even and self.lanes in (1, 2, 4),
        }

    def check(self):
        """Raise ConfigError unless training, network and core suit each other."""
        self.training.check(self.network)
        require(
            self.features is None or (self.recurrent and self.encoding.words),
            f"core.features {self.features}: needs series that are rounded to words",
        )
        if self.network.targets > 1:
            return  # no core trains it
        core = self.core
        core.check_batch(self.training.batch_size, self.training.steps(self.network))
        layer_table(self.network, core)

    def with_input(self, width, classes):
        """This preset for another data set: K_0 = `width`, C = `classes`, hidden widths kept."""
        layers = (width, *self.network.layers[1:])
        return dataclasses.replace(self, network=Network(layers=layers, classes=classes))

    def with_series(self, length, classes, samples):
        """This preset for another set of series: the longest has `length` time steps.

        Batches are a tenth of the `samples` to train on, as in the paper.
        """
        network = Recurrent(
            layers=self.network.layers, classes=classes, steps=steps_of(length, self.encoding)
        )
        training = dataclasses.replace(self.training, batch_size=max(1, round(samples / 10)))
        return dataclasses.replace(self, network=network, training=training)

    def with_hidden(self, widths):
        """This preset with hidden layers of other widths (K_1, ..., K_L).

        Of a recurrent network these are K_s and K_y, and K_0 = K_s as in the paper.
        """
        if self.recurrent:
            require(len(widths) == 2, f"layers {widths}: a recurrent network needs K_s and K_y")
        layers = (widths[0] if self.recurrent else self.network.layers[0], *widths)
        return dataclasses.replace(self, network=dataclasses.replace(self.network, layers=layers))

    def with_training(self, **changes):
        """This preset with other hyper-parameters; a change of None leaves a value as it is."""
        changes = {name: value for name, value in changes.items() if value is not None}
        return dataclasses.replace(self, training=dataclasses.replace(self.training, **changes))
