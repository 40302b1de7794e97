"""A run: a preset with the user's changes, a backend and a seed. Two equal runs give equal bits."""

import dataclasses
from dataclasses import dataclass

from bep_hw.data import datasets, design
from bep_hw.spec import presets
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import MultiTarget, Network, Recurrent
from bep_hw.spec.preset import Preset
from bep_hw.spec.training import Training
from bep_hw.support import processors
from bep_hw.support.errors import ConfigError, require
from bep_hw.train import backends

FILTER_NUMBERS = ("filters_per_cycle", "pixels_per_cycle")
"""Fields of a preset that a run's dictionary has only where they are not at their defaults."""

OPTIONS = (*design.OPTIONS, "backend", "seed", "threads")
"""Options that a user can change in the run of a preset, see `changed`."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Everything that decides the result of a training run.

    preset: with all changes made
    backend: one of `backends.NAMES`
    port: of a backend that has one, PORT or PORT@BAUD; decides nothing about the result
    threads: of a backend that can use several, None for one on each core; they change no bit
    seed: 32-bit, seeds the weights, the classifier, the order of the samples, and reinforcement
    """

    preset: Preset
    backend: str = "golden"
    seed: int = 1
    port: str | None = None
    threads: int | None = None

    def check(self):
        """Raise ConfigError unless this run can be carried out; looks at no file."""
        backend = backends.get(self.backend)
        self.check_threads()
        require(0 <= self.seed < 1 << 32, f"seed {self.seed}: must be from 0 to {(1 << 32) - 1}")
        datasets.get(self.preset.dataset, self.preset.label)
        self.preset.check()
        if backend.ON_CORE:
            _ = self.preset.core

    def check_threads(self):
        """Raise ConfigError unless the backend can use so many threads."""
        if self.threads is None:
            return
        processors.check_threads(self.threads)
        require(
            self.threads == 1 or backends.get(self.backend).THREADS,
            f"threads {self.threads}: must be 1 with the backend {self.backend}",
        )

    def to_dict(self):
        """A flat dictionary of plain values, from which `from_dict` makes a run of equal bits."""
        preset = self.preset
        in_time = {"label": preset.label} if preset.label else {}
        if preset.encoding:
            in_time |= preset.encoding.to_dict()
        if preset.image:
            in_time["image"] = list(preset.image)
        for name in FILTER_NUMBERS:
            if getattr(preset, name) != getattr(Preset, name):
                in_time[name] = getattr(preset, name)
        if preset.features:
            in_time["features"] = preset.features
        if preset.recurrent:
            in_time["steps"] = preset.network.steps
        if preset.core_for and preset.core_for.recurrent:
            in_time["core_for_steps"] = preset.core_for.steps
        if preset.network.targets > 1:
            in_time["targets"] = preset.network.targets
        return {
            "preset": preset.name,
            "dataset": preset.dataset,
            "layers": list(preset.network.layers),
            "classes": preset.network.classes,
            "backend": self.backend,
            **({"port": self.port} if self.port else {}),
            "seed": self.seed,
            **dataclasses.asdict(preset.training),
            "tile": list(preset.tile),
            "lanes": preset.lanes,
            "banks": preset.banks,
            "samples_per_read": preset.samples_per_read,
            "popcount_stages": preset.popcount_stages,
            "deep_pipeline": preset.deep_pipeline,
            "small": preset.small,
            "core_for": list(preset.core_for.layers) if preset.core_for else None,
            **in_time,
        }

    @classmethod
    def from_dict(cls, values):
        """The run that `to_dict` described; KeyError or TypeError if `values` lacks something."""
        classes, layers = values["classes"], tuple(values["layers"])
        core_for = values["core_for"]
        if core_for is not None:
            core_for = _network(tuple(core_for), classes, values.get("core_for_steps"))
        network = _network(layers, classes, values.get("steps"))
        if "targets" in values:
            network = MultiTarget(layers=layers, classes=classes)
        preset = Preset(
            name=values["preset"],
            dataset=values["dataset"],
            network=network,
            training=Training(**{name: values[name] for name in design.TRAINING_OPTIONS}),
            tile=tuple(values["tile"]),
            lanes=values["lanes"],
            banks=values["banks"],
            samples_per_read=values["samples_per_read"],
            popcount_stages=values["popcount_stages"],
            deep_pipeline=values["deep_pipeline"],
            small=values["small"],
            core_for=core_for,
            encoding=Encoding.of(values),
            label=values.get("label"),
            image=tuple(values["image"]) if "image" in values else None,
            **{name: values[name] for name in FILTER_NUMBERS if name in values},
            features=values.get("features"),
        )
        return cls(
            preset=preset, backend=values["backend"], seed=values["seed"], port=values.get("port")
        )


def _network(layers, classes, steps):
    """A recurrent network if there are time steps."""
    if steps is None:
        return Network(layers=layers, classes=classes)
    return Recurrent(layers=layers, classes=classes, steps=steps)


def changed(run, options, data_folder=None):
    """`run` with the user's `options`, which map names to values, None where not given.

    backend: text, "serial:" with its port behind it; seed, threads: numbers
    all others: as in `bep_hw.data.design.changed`
    """
    return _of(run, design.changed(run.preset, options, data_folder), options)


def _of(run, preset, options):
    """`run` with this preset, and with backend, seed and threads of `options`, checked."""
    backend, seed = options.get("backend"), options.get("seed")
    if backend is not None:
        name, port = backends.parse(backend)
        run = dataclasses.replace(run, backend=name, port=port)
    run = dataclasses.replace(run, preset=preset, seed=run.seed if seed is None else seed)
    if options.get("threads") is not None:
        run = dataclasses.replace(run, threads=options["threads"])
    run.check()
    return run


def fresh(preset, options, data_folder=None, tell=None):
    """A new run of `preset`, with `options` as in `changed`.

    preset, tell: as of `bep_hw.data.design.new`
    """
    made = design.new(preset, options, data_folder, tell)
    return _of(Run(preset=made), made, options)


def resumed(saved, preset_name, options, where, data_folder=None):
    """The run `saved` (a dictionary in the checkpoint `where`), if the user's options agree.

    Options not given are those of the checkpoint; ConfigError names the first that differs.
    """
    try:
        run = Run.from_dict(saved)
    except (KeyError, TypeError) as error:
        raise ConfigError(f"{where}: is not a checkpoint of this version: {error!r}") from None
    base = run
    if preset_name not in (None, run.preset.name):
        base = dataclasses.replace(run, preset=presets.get(preset_name))
    wanted_run = changed(base, options, data_folder)
    wanted = wanted_run.to_dict()
    for name, value in run.to_dict().items():
        if name == "port" and run.backend == wanted_run.backend:
            continue  # the board may be on another one now
        require(
            wanted.get(name) == value,
            f"{where}: its {name} is {value}, not {wanted.get(name)}: a run can only be resumed"
            " with the configuration it was started with",
        )
    return dataclasses.replace(run, port=wanted_run.port, threads=wanted_run.threads)
