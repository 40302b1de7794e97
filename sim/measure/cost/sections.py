"""The sections of the measurement, each a function (options, library, say) -> rows."""

from bep_hw.spec import presets
from bep_hw.spec.network import Network
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from sim.measure.cost import blocks, core, goal, local_core, measure
from sim.measure.cost.rivals import costs
from sim.measure.cost.states import local_moments, moments

LARGE, SMALL = "core 784-135-135", "core 256-24"
RECURRENT = "recurrent core 135-135-135"
LOCAL = "local rule, 784-135-135"
SPARED = {item: f"{item}, sparing" for item in (LARGE, SMALL)}
"""The same cores with clock gates and operand isolation."""

DIGITS = Preset(
    name="digits-cost",
    dataset="digits",
    network=Network(layers=(256, 24), classes=10),
    training=Training(hidden_bits=9, group=8, batch_size=32, epochs=20),
    tile=(8, 32),
    lanes=8,
)
"""A small core."""

EPOCHS = {"fmnist-135": (1, 10, 50), "digits-cost": (1, 10, 20), "italy-135": (1, 10, 50)}
"""Epochs of each run whose first minibatch is measured: early, middle, late."""


def _moments(preset, options):
    return moments(preset, EPOCHS[preset.name], options.out, data_folder=options.data)


def of_blocks(options, library, say):
    """Datapaths of the passes, with the values of FashionMNIST on 784-135-135."""
    preset = presets.get("fmnist-135")
    say("blocks: training 784-135-135 on FashionMNIST")
    fed, found = _moments(preset, options), []
    for one in blocks.every(preset.core):
        say(f"blocks: {one.name}, {one.width}")
        found += measure.block(one, fed, library, wire=options.wire)
    return found


def _of_core(item, preset, options, library, say, *, sparing=False):
    say(f"{item}: training")
    fed = _moments(preset, options)
    say(f"{item}: mapping, which takes minutes")
    config = measure.plain(preset.core)
    netlist = core.core_netlist(config, library, wire=options.wire, sparing=sparing)
    return measure.whole_core(item, config, netlist, fed, sram=options.sram, say=say)


def of_small(options, library, say):
    """The digits on 256-24."""
    return _of_core(SMALL, DIGITS, options, library, say)


def of_large(options, library, say):
    """FashionMNIST on 784-135-135."""
    return _of_core(LARGE, presets.get("fmnist-135"), options, library, say)


def of_small_spared(options, library, say):
    """The digits on 256-24, with clock gates and operand isolation."""
    return _of_core(SPARED[SMALL], DIGITS, options, library, say, sparing=True)


def of_large_spared(options, library, say):
    """FashionMNIST on 784-135-135, with clock gates and operand isolation."""
    preset = presets.get("fmnist-135")
    return _of_core(SPARED[LARGE], preset, options, library, say, sparing=True)


def of_recurrent(options, library, say):
    """ItalyPowerDemand on the recurrent network 135-135-135 with 12 time steps."""
    return _of_core(RECURRENT, presets.get("italy-135"), options, library, say)


def of_local(options, library, say):
    """The local rule on the core of `of_large`."""
    preset = presets.get("fmnist-135")
    say(f"{LOCAL}: training")
    fed = local_moments(preset, EPOCHS[preset.name], options.out, data_folder=options.data)
    config = measure.plain(preset.core)
    netlist = core.core_netlist(config, library, wire=options.wire)
    return local_core.rows(LOCAL, config, netlist, fed, sram=options.sram, say=say)


def of_goal(options, library, say):
    """Runs of FashionMNIST on 784-135-135 until they are as good as published trainers."""
    return goal.rows(presets.get("fmnist-135"), options, say)


SECTIONS = {
    "large": of_large,
    "large-spared": of_large_spared,
    "recurrent": of_recurrent,
    "rivals": costs.rows,
    "local": of_local,
    "blocks": of_blocks,
    "small": of_small,
    "small-spared": of_small_spared,
    "goal": of_goal,
}
"""In the order in which they are begun: long ones first."""

AFTER = {"local": "large"}
"""Sections that wait for another one, whose netlist they have as well."""
