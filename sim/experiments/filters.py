"""Binary filters as an encoder of images: presets, beside the weight bits that they cost."""

from bep_hw.spec import presets
from sim.experiments.points import Experiment, Point

NAMES = tuple(
    name for name, preset in presets.PRESETS.items() if preset.encoding and preset.encoding.filters
)


def weights(name):
    """Weights of a preset's network, those of its fixed classifier too [kbit, of 1000 bits]."""
    network = presets.get(name).network
    trained = sum(rows * columns for rows, columns in network.shapes)
    return round((trained + network.classes * network.layers[-1]) / 1000)


EXPERIMENT = Experiment(
    name="filters",
    title="Binary filters of FashionMNIST",
    parameter="weights [kbit]",
    points=tuple(Point(name=name, preset=name, changes={}, x=weights(name)) for name in NAMES),
    curve=lambda point: point.dataset,
    logarithmic=True,
)
