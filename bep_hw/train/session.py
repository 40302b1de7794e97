"""One training run from start to end: folder, data, backend, training, results."""

import signal
from contextlib import contextmanager
from pathlib import Path

from bep_hw.data import datasets
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.host.driver import BusError
from bep_hw.support.display import Display, say
from bep_hw.support.errors import ConfigError, Stopped, require
from bep_hw.train import backends, checkpoint, loop, outputs
from bep_hw.train import run as runs


class Signals:
    """While in use, SIGINT and SIGTERM only set `number`; the second of them acts as ever."""

    def __enter__(self):
        self.number = 0
        self._before = {
            number: signal.signal(number, self._note) for number in (signal.SIGINT, signal.SIGTERM)
        }
        return self

    def _note(self, number, frame):
        self.number = number
        self._restore()

    def _restore(self):
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def __exit__(self, *_):
        self._restore()


def default_folder(run):
    """Where a run goes if the user names no folder."""
    return Path("runs") / f"{run.preset.name}-{run.backend}-s{run.seed}"


def check_tools(run):
    """Raise ConfigError, now and not in an hour, if what the backend of `run` needs is missing."""
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
    )


def load_data(run, folder=None):
    """The Dataset of `run`; ConfigError if it does not suit the network."""
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
    return data


def train(run, folder, *, console, data_folder=None, force=False):
    """Train a new run into `folder`; returns its summary. Raises ConfigError and Stopped."""
    run.check()
    folder = Path(folder)
    check_tools(run)
    outputs.check_new(folder, force)
    data = load_data(run, data_folder)
    classifier, backend = _build(run, console)
    outputs.prepare(folder)
    config = {**run.to_dict(), "data": data.checksum()}
    return _carry_out(run, folder, data, classifier, backend, loop.start(run), config, console)


def resume(path, preset_name, options, folder=None, *, console, data_folder=None):
    """Go on with the run of a checkpoint, or of the folder it is in; returns its summary.

    preset_name, options: what the user gave, which must agree with the checkpoint
    folder: where results go, if not to where the checkpoint is
    """
    path = Path(path)
    path = path / checkpoint.FILE_NAME if path.is_dir() else path
    config, state = checkpoint.load(path)
    run = runs.resumed(config, preset_name, options, path, data_folder)
    folder = Path(folder or path.parent)
    done = outputs.read_summary(folder)
    if done is not None:
        say(console, f"{folder}: the run is finished, nothing is left to do")
        return done
    check_tools(run)
    outputs.check_writable(folder)
    data = load_data(run, data_folder)
    checksum = data.checksum()
    require(
        config["data"] == checksum,
        f"{path}: was trained on another version of the data set {data.name}"
        f" (CRC-32 {config['data']:08x}, not {checksum:08x})",
    )
    classifier, backend = _build(run, console)
    return _carry_out(run, folder, data, classifier, backend, state, config, console)


def measure(run, data, *, stopped, display):
    """Train `run` on the Dataset `data` from start to end and write nothing.

    stopped, display: as `trainer.Trainer` takes them
    Returns the dictionary that `train` would write as the summary, and the history.
    Raises trainer.Interrupted once `stopped` returns True.
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


def _build(run, console):
    classifier = _classifier(run)
    preparing = backends.get(run.backend).PREPARING
    if preparing:
        say(console, preparing)
    return classifier, make_backend(run, classifier)


@contextmanager
def closed(backend):
    """Let go of the device in the end, if the backend has one."""
    try:
        yield
    finally:
        if hasattr(backend, "close"):
            backend.close()


def _carry_out(run, folder, data, classifier, backend, state, config, console):
    """Train, evaluate and write everything from `state` on."""
    file = folder / checkpoint.FILE_NAME
    folder.mkdir(parents=True, exist_ok=True)
    with (
        closed(backend),
        Signals() as signals,
        Display(run.preset.training.epochs, len(data.train), console) as display,
    ):
        work = loop.Trainer(
            run,
            data,
            backend,
            state,
            save=lambda state: checkpoint.save(file, config, state),
            stopped=lambda: signals.number != 0,
            display=display,
        )
        try:
            work.train()
            accuracies = work.evaluate()
        except loop.Interrupted:
            raise Stopped(folder, signals.number) from None
        except BusError as error:
            raise ConfigError(f"{error}; go on with: bep-hw train --resume {folder}") from None
    values = outputs.summary(run, state, accuracies, len(data.train))
    note = outputs.write_all(folder, run, state, classifier, values)
    if note:
        say(console, note)
    return values
