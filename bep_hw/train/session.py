"""One training run from start to end: folder, data, backend, training, results."""

from contextlib import contextmanager
from pathlib import Path

from bep_hw.data import datasets
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.host.bus import BusError
from bep_hw.host.operations import CoreError
from bep_hw.support import processors
from bep_hw.support.display import AfterEpoch, Display, Steps, is_live, say
from bep_hw.support.errors import ConfigError, Stopped, require
from bep_hw.support.files import check_writable
from bep_hw.train import backends, checkpoint, lock, loop, outputs, warn
from bep_hw.train import run as runs
from bep_hw.train.signals import Ending, Signals

EVALUATING = "evaluating the trained network"


def default_folder(run):
    """The folder of a run if the user names none."""
    return Path("runs") / f"{run.preset.name}-{run.backend}-s{run.seed}"


def check_tools(run):
    """Raise ConfigError, before long work starts, if a tool of the backend of `run` is missing."""
    backend = backends.get(run.backend)
    backend.check(run.preset.core if backend.ON_CORE else None, run.port)


def make_backend(run, classifier):
    """The backend of `run`, ready for `load`; the simulated core is built if need be."""
    backend, preset = backends.get(run.backend), run.preset
    return backend.make(
        preset.network,
        classifier,
        hidden_bits=preset.training.hidden_bits,
        seed=run.seed,
        core=preset.core if backend.ON_CORE else None,
        port=run.port,
        threads=run.threads or processors.cores() if backend.THREADS else 1,
    )


def load_data(run, folder=None):
    """The Dataset of `run`, not encoded if its core does this; ConfigError if it does not fit."""
    preset, network = run.preset, run.preset.network
    data = datasets.load(
        preset.dataset, folder, run.seed, preset.encoding, network.layers[0], preset.label
    )
    require(
        not network.recurrent or data.steps <= network.steps,
        f"data set {data.name}: has {data.steps} time steps, the network {network.steps}",
    )
    require(
        (data.width, data.classes) == (network.layers[0], network.classes),
        f"data set {data.name}: has {data.width} bits and {data.classes} classes,"
        f" the network {network.layers[0]} and {network.classes}",
    )
    encodes = backends.get(run.backend).ON_CORE and (preset.image or preset.features)
    return data.to_encode() if encodes else data


def train(run, folder, *, console=None, data_folder=None, force=False, watch=None):
    """Train a new run into `folder`; returns its summary, the dictionary in summary.json.

    console: a rich Console to show progress on; None for silence
    data_folder: where the user has data sets; force: replace a run that is in the folder
    watch: called without arguments when the folder has a first checkpoint, and after each epoch
    Raises ConfigError, before long work starts where that is possible, and Stopped.
    """
    run.check()
    folder = Path(folder)
    check_tools(run)
    outputs.check_new(folder, force)
    with Ending(), lock.held(folder):
        outputs.check_new(folder, force)  # somebody else may have been here until now
        data = load_data(run, data_folder)
        config = {**run.to_dict(), "data": data.checksum()}
        return _carry_out(run, folder, data, loop.start(run), config, console, watch)


def resume(path, preset_name, options, folder=None, *, console=None, data_folder=None, watch=None):
    """Continue the run of a checkpoint, or of its folder; returns its summary.

    preset_name, options: from the user; must agree with the checkpoint, but a finished run
        continues to more epochs, as if it had been started with that many
    folder: of the results; None for the checkpoint's folder
    console, data_folder, watch: as of `train`
    """
    path = Path(path)
    path = path / checkpoint.FILE_NAME if path.is_dir() else path
    folder = Path(folder or path.parent)
    require(path.exists(), f"{path}: no such checkpoint")
    check_writable(folder)
    with Ending(), lock.held(folder):
        if folder.resolve() != path.parent.resolve():
            outputs.check_new(folder, force=False)
        config, state = checkpoint.load(path)
        done = outputs.read_summary(path.parent)
        if done is not None:
            config = _extended(config, state, options.get("epochs"), path)
        run = runs.resumed(config, preset_name, options, path, data_folder)
        _check_state(path, state, run)
        if done is not None and state.epoch == run.preset.training.epochs:
            say(console, f"{folder}: the run is finished, nothing is left to do")
            return done
        check_tools(run)
        data = load_data(run, data_folder)
        _check_data(path, config, data)
        _check_state(path, state, run, len(data.train))
        return _carry_out(run, folder, data, state, config, console, watch)


def _extended(config, state, epochs, path):
    """The configuration of a finished run with more epochs, if the user wants some."""
    if epochs is None or state.epoch != config.get("epochs"):
        return config
    require(
        epochs >= state.epoch,
        f"epochs {epochs}: {path} has trained {state.epoch} already: must be at least as many",
    )
    return {**config, "epochs": epochs}


def _check_state(path, state, run, samples=None):
    try:
        state.check(run, samples)
    except ConfigError as error:
        raise ConfigError(f"{path}: is not a checkpoint of its own run: {error}") from None


def _check_data(path, config, data):
    """Raise ConfigError unless the checkpoint was trained on this very data."""
    known, checksum = config.get("data"), data.checksum()
    require(type(known) is int, f"{path}: was not trained on a data set that could be read again")
    require(
        known == checksum,
        f"{path}: was trained on another version of the data set {data.name}"
        f" (CRC-32 {known:08x}, not {checksum:08x})",
    )


def measure(run, data, *, stopped, display):
    """Train `run` on the Dataset `data` from start to end and write nothing.

    stopped, display: as `loop.Trainer` takes them
    Returns the dictionary that `train` would write as the summary, and the history.
    Raises loop.Interrupted once `stopped` returns True.
    """
    classifier = _classifier(run)
    backend, state = make_backend(run, classifier), loop.start(run)
    work = loop.Trainer(
        run, data, backend, state, save=lambda state: None, stopped=stopped, display=display
    )
    work.train()
    return outputs.summary(run, state, work.evaluate(), len(data.train)), state.history


def _classifier(run):
    network = run.preset.network
    return equiangular_frame(network.classes, network.layers[-1], run.seed)


def _build(run, classifier, console):
    """The backend of `run`; prints a line if this takes long."""
    preparing = backends.get(run.backend).PREPARING
    if not preparing:
        return make_backend(run, classifier)
    if not is_live(console):
        say(console, preparing)
    with Steps(console, preparing):
        return make_backend(run, classifier)


@contextmanager
def closed(backend):
    """Release the device at the end, if the backend has one."""
    try:
        yield
    finally:
        if hasattr(backend, "close"):
            backend.close()


def _carry_out(run, folder, data, state, config, console, watch):
    """Build, train, evaluate and write everything from `state` on; returns the summary."""
    watch = watch or (lambda: None)
    for line in warn.of_data(run, data):
        _warn(console, line)
    classifier = _classifier(run)
    backend = _build(run, classifier, console)
    with closed(backend), Signals() as signals:
        # A folder is that of a finished run if its checkpoint has all epochs and it has a summary.
        checkpoint.save(folder / checkpoint.FILE_NAME, config, state)
        outputs.clear(folder)
        watch()
        try:
            accuracies = _train(run, folder, data, backend, state, config, signals, console, watch)
        except loop.Interrupted:
            raise Stopped(folder, signals.number) from None
        except (BusError, CoreError) as error:
            raise ConfigError(f"{error}; go on with: bep-hw train --resume {folder}") from None
    values = outputs.summary(run, state, accuracies, len(data.train))
    late = warn.of_training(run, data, state.history)
    values["warnings"] = [*warn.of_data(run, data), *filter(None, [late])]
    values["versions"] = outputs.versions()
    note = outputs.write_all(folder, run, state, classifier, values, data.inputs)
    if note:
        say(console, note)
    return values


def _warn(console, line):
    say(console, f"warning: {line}", style="yellow")


def _train(run, folder, data, backend, state, config, signals, console, watch):
    """Train all epochs that are left; returns the accuracies of the trained network."""
    file = folder / checkpoint.FILE_NAME
    with Display(run.preset.training.epochs, len(data.train), console) as display:
        work = loop.Trainer(
            run,
            data,
            backend,
            state,
            save=lambda state: checkpoint.save(file, config, state),
            stopped=lambda: signals.number != 0,
            display=AfterEpoch(
                warn.Watch(display, run, data, lambda line: _warn(console, line)), watch
            ),
        )
        work.train()
    with Steps(console, EVALUATING) as steps:

        def progress(done, total):
            steps.note(f"{EVALUATING}: {done:,} of {total:,} samples")

        return work.evaluate(progress)
