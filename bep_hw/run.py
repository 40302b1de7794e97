"""A run: a preset with the user's changes, a backend and a seed. Two equal runs give equal bits."""

import dataclasses
from dataclasses import dataclass

from bep_hw import datasets, presets
from bep_hw.config import ConfigError, Network, Training, require
from bep_hw.presets import Preset

BACKENDS = ("golden", "native", "verilator")
TRAINING_OPTIONS = tuple(field.name for field in dataclasses.fields(Training))
OPTIONS = ("dataset", "backend", "seed", "layers", "tile", "lanes", "core", *TRAINING_OPTIONS)
"""What a user can change about the run of a preset, see `changed`."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Everything that decides the result of a training run.

    preset: with all changes made
    backend: one of BACKENDS
    seed: 32-bit, seeds the weights, the classifier, the order of the samples, and reinforcement
    """

    preset: Preset
    backend: str = "golden"
    seed: int = 1

    def check(self):
        """Raise ConfigError unless this run can be carried out; looks at no file."""
        require(
            self.backend in BACKENDS,
            f"backend {self.backend!r}: must be one of {', '.join(BACKENDS)}",
        )
        require(0 <= self.seed < 1 << 32, f"seed {self.seed}: must be from 0 to {(1 << 32) - 1}")
        datasets.check_name(self.preset.dataset)
        self.preset.check()

    def to_dict(self):
        """A flat dictionary of plain values, from which `from_dict` makes an equal run."""
        preset = self.preset
        return {
            "preset": preset.name,
            "dataset": preset.dataset,
            "layers": list(preset.network.layers),
            "classes": preset.network.classes,
            "backend": self.backend,
            "seed": self.seed,
            **dataclasses.asdict(preset.training),
            "tile": list(preset.tile),
            "lanes": preset.lanes,
            "core_for": list(preset.core_for.layers) if preset.core_for else None,
        }

    @classmethod
    def from_dict(cls, values):
        """The run that `to_dict` described; KeyError or TypeError if `values` lacks something."""
        classes = values["classes"]
        core_for = values["core_for"]
        preset = Preset(
            name=values["preset"],
            dataset=values["dataset"],
            network=Network(layers=tuple(values["layers"]), classes=classes),
            training=Training(**{name: values[name] for name in TRAINING_OPTIONS}),
            tile=tuple(values["tile"]),
            lanes=values["lanes"],
            core_for=Network(layers=tuple(core_for), classes=classes) if core_for else None,
        )
        return cls(preset=preset, backend=values["backend"], seed=values["seed"])


def changed(run, options):
    """`run` with what the user asked for: `options` maps names to values, None where not given.

    dataset, backend, seed: names and a number; a data set may be the path of a features file
    layers, tile: text, as `presets.parse_widths` and `parse_tile` read it
    core: the name of the preset that the core was generated for, tile and lanes included
    lanes and every hyper-parameter of `Training`: values
    """
    given = {name: value for name, value in options.items() if value is not None}
    preset = run.preset
    if "dataset" in given:
        source = datasets.get(given["dataset"])
        preset = dataclasses.replace(preset, dataset=given["dataset"])
        preset = preset.with_input(source.width, source.classes)
    if "layers" in given:
        preset = preset.with_hidden(presets.parse_widths(given["layers"]))
    preset = preset.with_training(
        **{name: value for name, value in given.items() if name in TRAINING_OPTIONS}
    )
    if "core" in given:
        other = presets.get(given["core"])
        preset = dataclasses.replace(
            preset, core_for=other.network, tile=other.tile, lanes=other.lanes
        )
    if "tile" in given:
        preset = dataclasses.replace(preset, tile=presets.parse_tile(given["tile"]))
    if "lanes" in given:
        preset = dataclasses.replace(preset, lanes=given["lanes"])
    run = dataclasses.replace(
        run,
        preset=preset,
        backend=given.get("backend", run.backend),
        seed=given.get("seed", run.seed),
    )
    run.check()
    return run


def fresh(preset_name, options):
    """A new run of the preset called `preset_name`, with `options` as in `changed`."""
    return changed(Run(preset=presets.get(preset_name)), options)


def resumed(saved, preset_name, options, where):
    """The run `saved` (a dictionary in the checkpoint `where`), if what the user asks for agrees.

    Options not given are those of the checkpoint; ConfigError names the first that differs.
    """
    try:
        run = Run.from_dict(saved)
    except (KeyError, TypeError) as error:
        raise ConfigError(f"{where}: is not a checkpoint of this version: {error!r}") from None
    base = run
    if preset_name not in (None, run.preset.name):
        base = Run(preset=presets.get(preset_name), backend=run.backend, seed=run.seed)
    wanted = changed(base, options).to_dict()
    for name, value in run.to_dict().items():
        require(
            wanted[name] == value,
            f"{where}: its {name} is {value}, not {wanted[name]}: a run can only be resumed"
            " with the configuration it was started with",
        )
    return run
