"""`bep-hw cosim`: a run in lockstep on golden model and simulated core."""

from pathlib import Path

from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.cosim.locate import Mismatch
from bep_hw.cosim.lockstep import LockstepBackend
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.support.display import Display, Steps, is_live, say
from bep_hw.support.errors import require
from bep_hw.train import loop, session
from bep_hw.train.backends import verilator
from bep_hw.train.signals import Signals


def cosim(run, *, console=None, waves=None, data_folder=None, minibatches=None):
    """Train `run` in lockstep; returns the exit status, 1 after a difference.

    waves: path of an FST, written only after a difference: the minibatch with it, once more
    minibatches: how many at most; None for all of the run
    """
    run.check()
    session.check_tools(run)
    if waves is not None:
        require(Path(waves).absolute().parent.is_dir(), f"waves {waves}: its folder does not exist")
    data = session.load_data(run, data_folder)
    preset, network = run.preset, run.preset.network
    classifier = equiangular_frame(network.classes, network.layers[-1], run.seed)
    options = {
        "hidden_bits": preset.training.hidden_bits,
        "seed": run.seed,
        "core": preset.core,
    }
    if not is_live(console):
        say(console, verilator.PREPARING)
    with Steps(console, verilator.PREPARING):
        backend = LockstepBackend(network, classifier, **options)
    state = loop.start(run)
    try:
        with (
            Signals() as signals,
            Display(preset.training.epochs, len(data.train), console) as display,
        ):
            work = loop.Trainer(
                run,
                data,
                backend,
                state,
                save=lambda state: None,
                stopped=lambda: (
                    signals.number != 0
                    or (minibatches is not None and backend.minibatches >= minibatches)
                ),
                display=display,
            )
            try:
                work.train()
            except loop.Interrupted:
                if signals.number:
                    raise KeyboardInterrupt from None
    except Mismatch as mismatch:
        for line in mismatch.difference.lines():
            say(console, line)
        if waves is not None:
            write_waves(mismatch, waves, network, classifier, **options)
            say(console, f"{'waves':<10} {waves}")
        return 1
    counted = f"{backend.minibatches:,} minibatches, {backend.cycles:,} cycles"
    say(console, f"no difference in {counted}")
    return 0


def write_waves(mismatch, path, network, classifier, **options):
    """Run the minibatch of a Mismatch again, from the state before it, into the FST `path`."""
    backend = VerilatorBackend(network, classifier, trace=True, **options)
    backend.model.trace(path)
    backend.load(mismatch.counters, mismatch.difference.minibatch)
    if mismatch.settings is not None:
        backend.step(mismatch.bits, mismatch.labels, mismatch.settings, len(mismatch.bits))
    elif mismatch.bits is not None:
        backend.infer(mismatch.bits)
    backend.model.trace(None)
