"""Networks: their kinds, widths and layer shapes."""

from dataclasses import dataclass, field

from bep_hw.spec.reinforce import POSITION_LAYER_BITS, POSITION_ROW_BITS
from bep_hw.support.errors import require


@dataclass(frozen=True, kw_only=True)
class LayerShape:
    """A trainable layer: neurons whose z is the sum of one or more products, matrix times input.

    rows: neurons, K_l
    matrices: numbers of its weight matrices in `Network.shapes`, in the order in which their inputs
        follow each other in a core's memory; `Settings` has the layer's gate and group at the first
    places: how many times a sample goes through the layer: 1, or T time steps
    """

    rows: int
    matrices: tuple[int, ...]
    places: int = 1


@dataclass(frozen=True, kw_only=True)
class Network:
    """A multi-layer perceptron: `layers` = (K_0, ..., K_L) widths, K_0 the input; C classes."""

    layers: tuple[int, ...]
    classes: int
    recurrent = False
    steps = 1  # a sample is one time step
    targets = 1  # of a sample: its class

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
    def layer_shapes(self):
        """`LayerShape` of every trainable layer, bottom to top."""
        return tuple(LayerShape(rows=k, matrices=(i,)) for i, (k, _) in enumerate(self.shapes))

    @property
    def has_state(self):
        """Whether some layer reads its own output of the time step before."""
        return any(len(layer.matrices) > 1 for layer in self.layer_shapes)

    @property
    def reaches(self):
        """The largest |z| of every trainable layer, bottom to top."""
        return tuple(fan_in for _, fan_in in self.shapes)


@dataclass(frozen=True, kw_only=True)
class MultiTarget(Network):
    """A multi-layer perceptron with a target of its own for each of the C rows of P, 0 or 1."""

    @property
    def targets(self):
        """Targets of a sample."""
        return self.classes


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
        """The shapes of W_xs, W_ss and W_sy."""
        inputs, state, readout = self.layers
        return (state, inputs), (state, state), (readout, state)

    @property
    def layer_shapes(self):
        """The state, applied at every time step to s_{t-1} and then a_t, and the readout."""
        _, state, readout = self.layers
        return (
            LayerShape(rows=state, matrices=(1, 0), places=self.steps),
            LayerShape(rows=readout, matrices=(2,)),
        )

    @property
    def reaches(self):
        """The largest |z| of s, twice, and of y: two products add into z_s."""
        inputs, state, _ = self.layers
        return inputs + state, inputs + state, state


@dataclass(frozen=True, kw_only=True)
class MultiTargetRecurrent(MultiTarget, Recurrent):
    """A recurrent network with a target of its own for each of the C rows of P, 0 or 1."""
