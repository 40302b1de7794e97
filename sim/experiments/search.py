"""A search for hyper-parameters: `python -m sim.experiments.search PRESET`.

Optuna proposes trials and keeps them in a file; a trial's runs are those of the experiments, with
the same results by hash. The objective is the mean best accuracy on validation samples. The search
may be stopped or killed at any time: the same command goes on, with the trials that it would have
had anyway.
"""

import sys
import warnings
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import Annotated

import typer
from rich.console import Console

from bep_hw.spec import presets
from bep_hw.spec.training import Training
from bep_hw.support.cache import digest
from bep_hw.support.errors import ConfigError, check_known, require
from bep_hw.support.files import check_writable
from sim.experiments import engine, store
from sim.experiments.__main__ import command, option
from sim.experiments.points import STARTS, Point

SPACE = ("margin_ratio=0.1:1", "reinforcement=0:1", "gate_ratio=0.05:0.5", "patience=1:6")
STORAGE = "search.db"
TYPES = {field.name: int if field.type is int else float for field in fields(Training)}


@dataclass(frozen=True)
class Range:
    """Numbers from `low` to `high`, integers if both are; on a logarithmic scale if `log`."""

    name: str
    low: float
    high: float
    log: bool

    def suggest(self, trial):
        whole = isinstance(self.low, int)
        suggest = trial.suggest_int if whole else trial.suggest_float
        return suggest(self.name, self.low, self.high, log=self.log)


@dataclass(frozen=True)
class Choice:
    """One of `values`."""

    name: str
    values: tuple

    def suggest(self, trial):
        return trial.suggest_categorical(self.name, self.values)


def dimension(text):
    """The Range or Choice of NAME=LOW:HIGH, NAME=LOW:HIGH:log or NAME=A/B/C; or a ConfigError."""
    name, _, values = text.partition("=")
    check_known("space", name, ("layers", *TYPES))
    kind = TYPES.get(name, str)
    low, *rest = values.split(":")
    sound = not rest or (kind is not str and rest[1:] in ([], ["log"]))
    require(sound, f"space {text!r}: not a range")
    try:
        if not rest:
            return Choice(name, tuple(kind(value) for value in values.split("/")))
        high, *scale = rest
        found = Range(name, kind(low), kind(high), bool(scale))
    except ValueError:
        raise ConfigError(f"space {text!r}: not numbers of {name}") from None
    fits = found.low < found.high and (found.low > 0 or not scale)
    require(fits, f"space {text!r}: must grow, and begin above 0 on a logarithmic scale")
    return found


class Search:
    """The trials of a preset in one file.

    preset: its name; space: dimensions, as texts
    seeds: how many runs a trial has, with seeds 1 to this; epochs: of each, None for the preset's
    runs: folder of the results and of the file of the trials
    """

    def __init__(self, preset, space, *, seeds, epochs, runs, backend="native", data=None):
        self.preset, self.seeds, self.epochs, self.runs = preset, seeds, epochs, Path(runs)
        self.backend, self.data = backend, data
        self.space = [dimension(text) for text in space]
        names = [one.name for one in self.space]
        require(len(set(names)) == len(names), f"space {', '.join(names)}: a name comes twice")
        # What the figures start from is not what the preset has.
        training = presets.get(preset).training
        self.start = {name: getattr(training, name) for name in STARTS.get(preset, ())}
        key = digest(preset, *sorted(space), str(seeds), str(epochs), store.behaviour("bep"))
        self.name = f"{preset}-{key[:12]}"

    def study(self):
        """The Optuna study, with all trials of earlier calls; its file is made if there is none."""
        require(find_spec("optuna"), "optuna: not found; pip install bep-hw[search]")
        import optuna

        optuna.logging.set_verbosity(optuna.logging.WARNING)
        self.runs.mkdir(parents=True, exist_ok=True)
        return optuna.create_study(
            storage=f"sqlite:///{(self.runs / STORAGE).absolute()}",
            study_name=self.name,
            direction="maximize",
            load_if_exists=True,
        )

    def go_on(self, trials, *, jobs, console, scheduler=None):
        """Trials up to the number `trials`, `jobs` at once; 0, or the number of a signal.

        A batch ends at a multiple of `jobs`, and every value of a trial has a sampler with a seed
        of its own: so what a trial is does not depend on when the search was stopped.
        """
        from optuna.trial import Trial

        study = self.study()
        while True:
            stopped = [one for one in study.get_trials() if one.state.name == "RUNNING"]
            batch = [self.chosen(study, Trial(study, one._trial_id)) for one in stopped]
            known = len(study.trials)
            while known < trials and (known % jobs or not batch):
                batch.append(self.chosen(study, study.ask()))
                known += 1
            if not batch:
                return 0
            if number := self.carry_out(study, batch, jobs, console, scheduler):
                return number

    def chosen(self, study, trial):
        """A trial with all of its values; those that it has already stay."""
        from optuna.samplers import TPESampler

        for place, one in enumerate(self.space):
            seed = trial.number * len(self.space) + place
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that the option is experimental
                study.sampler = TPESampler(seed=seed, constant_liar=True)
            one.suggest(trial)
        return study.get_trials()[trial.number]

    def jobs_of(self, trial):
        """[Job] of a trial, one for each seed; ConfigError if the preset cannot have its values."""
        point = Point(
            name=f"trial {trial.number}",
            preset=self.preset,
            changes={**self.start, **trial.params},
            x=trial.number,
        )
        seeds = range(1, self.seeds + 1)
        planned = engine.plan([point], seeds, self.epochs, self.runs, self.data, self.backend)
        return list(planned.values())

    def carry_out(self, study, batch, jobs, console, scheduler):
        """Run the trials of a batch and tell the study; 0, or the number of a signal."""
        planned = {}
        for trial in batch:
            try:
                planned[trial.number] = self.jobs_of(trial)
            except ConfigError as error:
                console.print(f"trial {trial.number}: {error}", highlight=False, soft_wrap=True)
                study.tell(trial.number, state=_failed())
        every = [job for mine in planned.values() for job in mine]
        options = {"processes": jobs, "console": console, "scheduler": scheduler}
        if every and (number := engine.carry_out(every, **options)):
            return number
        for number, mine in planned.items():
            study.tell(number, objective(store.load(job.path) for job in mine))
        return 0


def objective(results):
    """The mean over the seeds of the best accuracy on validation samples [percent]."""
    return mean(result["validation_accuracy"] for result in results)


def _failed():
    from optuna.trial import TrialState

    return TrialState.FAIL


def main(
    preset: Annotated[str, typer.Argument(help="Preset to start from.")],
    space: Annotated[
        list[str] | None,
        option("NAME=LOW:HIGH, NAME=LOW:HIGH:log or NAME=A/B/C; may be given several times."),
    ] = None,
    trials: Annotated[int, option("Trials in all, with those of earlier calls.")] = 50,
    seeds: Annotated[int, option("Runs of each trial, with seeds 1 to this.")] = 3,
    jobs: Annotated[int, option("Trials, and processes, at once.")] = 2,
    scheduler: Annotated[
        str | None, option("Run on the workers of this Dask scheduler, tcp://HOST:PORT.")
    ] = None,
    epochs: Annotated[int | None, option("Epochs, if not the preset's.")] = None,
    runs: Annotated[Path, option("Folder of runs and trials.")] = Path("runs/search"),
    backend: Annotated[str, option("golden, native (the same bits) or verilator.")] = "native",
    data: Annotated[Path | None, option("Folder of the FashionMNIST files.")] = None,
):
    """Search hyper-parameters that train a preset best, by its accuracy on validation samples."""
    for name, value in (("trials", trials), ("seeds", seeds), ("jobs", jobs)):
        require(value >= 1, f"{name} {value}: must be at least 1")
    search = Search(preset, space or SPACE, seeds=seeds, epochs=epochs, runs=runs,
                    backend=backend, data=data)  # fmt: skip
    check_writable(runs)
    console = Console()
    stopped = search.go_on(trials, jobs=jobs, console=console, scheduler=scheduler)
    show(console, search)
    if stopped:
        print("interrupted; the same command goes on with what is left", file=sys.stderr)
        return 128 + stopped
    return 0


def show(console, search):
    """The best trials so far, by validation accuracy."""
    study = search.study()
    done = [trial for trial in study.get_trials() if trial.state.name == "COMPLETE"]
    for trial in sorted(done, key=lambda trial: -trial.value)[:5]:
        values = ", ".join(f"{name} {_short(value)}" for name, value in trial.params.items())
        console.print(
            f"validation {trial.value:.2f} %: {values} (trial {trial.number})",
            highlight=False,
            soft_wrap=True,
        )
    console.print(f"{len(done)} trials of {search.name} in {search.runs / STORAGE}", soft_wrap=True)


def _short(value):
    return f"{value:.4g}" if isinstance(value, float) else value


if __name__ == "__main__":
    command(main)
