"""Measures how a core uses its cycles: runs the cycle model on FashionMNIST.

    python sim/measure/measure_cycles.py
    python sim/measure/measure_cycles.py --simulate 5    # instead, compare that many minibatches
    python sim/measure/measure_cycles.py --recurrent     # a recurrent network, both ways

Networks train in numpy; at the start of some epochs, the first minibatches of the epoch go through
the cycle model of every core in CASES. The results go into docs/results/cycles.json.
With --recurrent whole epochs of italy-135 go through the cycle model and the simulated core, with
1, 2 and 4 samples per tile read, into docs/results/cycles_recurrent.json; exit code 1 unless the
cycles are equal.
With --simulate the first minibatches of the first case are simulated as well; exit code 1 unless
the cycles are equal.
"""

import argparse
import dataclasses
import json
from pathlib import Path

import bep_hw.support.threads  # noqa: F401 (before numpy)
from bep_hw.cosim.backend import VerilatorBackend
from bep_hw.cycles.events import samples
from bep_hw.cycles.model import predict
from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.golden.schedule import GroupSchedule
from bep_hw.spec import presets
from bep_hw.train import session
from bep_hw.train.loop import epoch_order
from bep_hw.train.run import Run

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results" / "cycles.json"
RESULTS_IN_TIME = RESULTS.with_name("cycles_recurrent.json")
SEED, MINIBATCHES = 1, 20
EPOCHS = (1, 10)
RECURRENT, EPOCHS_IN_TIME = "italy-135", (1, 2, 10, 50)
CASES = {
    "fmnist-135": (
        (48, 48, 48, 4),
        (16, 16, 16, 4),
        (32, 32, 32, 4),
        (64, 64, 64, 4),
        (128, 128, 128, 4),
    ),
    "fmnist-35": ((36, 72, 72, 8), (36, 72, 72, 4), (36, 72, 36, 4)),
}
"""(R, D, lanes, banks) of every core for a preset, the preset's own first."""
SERIES = ((1, 4), (2, 8), (4, 16))
"""(samples per tile read, banks) of every core for recurrent networks, the preset's own first."""


def core_of(preset, rows, columns, lanes, banks):
    return dataclasses.replace(preset, tile=(rows, columns), lanes=lanes, banks=banks).core


def epochs(preset, last):
    """Train in numpy; yields (epoch from 1, backend, settings, bits, labels) before each epoch."""
    network, training = preset.network, preset.training
    data = session.load_data(Run(preset=preset, seed=SEED))
    classifier = equiangular_frame(network.classes, network.layers[-1], SEED)
    backend = session.make_backend(Run(preset=preset, seed=SEED), classifier)
    backend.load(initial_counters(network, training.hidden_bits, SEED), 0)
    schedule, error_rate = GroupSchedule(network, training), 1.0
    for epoch in range(1, last + 1):
        order = epoch_order(SEED, epoch - 1, len(data.train))
        bits, labels = data.train.bits[order], data.train.labels[order]
        settings = training.settings(network, schedule.groups, error_rate)
        yield epoch, backend, settings, bits, labels
        outcome = backend.train(bits, labels, settings, training.batch_size)
        error_rate = float((outcome.predictions != labels).mean())
        wrong = backend.infer(data.validation.bits[:]) != data.validation.labels
        schedule.observe(float(wrong.mean()))


def events(backend, settings, bits, labels, batch, tile_rows):
    """`Sample`s of these minibatches; the backend is as before afterwards."""
    counters, minibatch, found = backend.counters(), backend.minibatch, []
    for start in range(0, len(labels), batch):
        piece = slice(start, start + batch)
        found += samples(backend.state, bits[piece], labels[piece], settings, tile_rows)
        backend.train(bits[piece], labels[piece], settings, batch)
    backend.load(counters, minibatch)
    return found


def figures(name, epoch, core, settings, found, usage):
    return {
        "preset": name,
        "epoch": epoch,
        "tile": (core.tile_rows, core.tile_columns),
        "lanes": core.lanes,
        "banks": core.banks,
        "groups": settings.groups,
        "samples": usage.samples,
        "triggered": sum(sample.triggered for sample in found),
        "cycles": usage.cycles,
        "weights": dict(sorted(usage.weights.items())),
        "counters": dict(sorted(usage.counters.items())),
    }


def measure():
    results = []
    for name, cores in CASES.items():
        preset = presets.get(name)
        batch = preset.training.batch_size
        for epoch, backend, settings, bits, labels in epochs(preset, max(EPOCHS)):
            if epoch not in EPOCHS:
                continue
            bits, labels = bits[: MINIBATCHES * batch], labels[: MINIBATCHES * batch]
            for shape in cores:
                core = core_of(preset, *shape)
                found = events(backend, settings, bits, labels, batch, core.tile_rows)
                usage = predict(preset.network, core, settings.groups, batch, found)
                results.append(figures(name, epoch, core, settings, found, usage))
                shares = f"{usage.weight_share:.1%} {usage.counter_share:.1%}"
                print(name, epoch, shape, usage.cycles / usage.samples, shares, flush=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n")


def in_time():
    """Whether cycle model and simulated core agree on whole epochs of a recurrent network."""
    preset, results, agree = presets.get(RECURRENT), [], True
    batch = preset.training.batch_size
    cores = [
        dataclasses.replace(preset, samples_per_read=shared, banks=banks).core
        for shared, banks in SERIES
    ]
    for epoch, golden, settings, bits, labels in epochs(preset, max(EPOCHS_IN_TIME)):
        if epoch not in EPOCHS_IN_TIME:
            continue
        found = events(golden, settings, bits, labels, batch, preset.core.tile_rows)
        for core in cores:
            usage = predict(preset.network, core, settings.groups, batch, found)
            simulated = simulated_cycles(preset, golden, core, settings, bits, labels)
            row = figures(RECURRENT, epoch, core, settings, found, usage)
            row |= {"samples_per_read": core.samples_per_read, "simulated": simulated}
            results.append({**row, "steps": sum(s.steps for s in found)})
            print(results[-1], flush=True)
            agree &= simulated == usage.cycles
    RESULTS_IN_TIME.write_text(json.dumps(results, indent=1) + "\n")
    return agree


def simulated_cycles(preset, golden, core, settings, bits, labels):
    """Cycles that the simulated core takes for these samples, from the state of `golden`."""
    simulated = VerilatorBackend(
        preset.network,
        golden.classifier,
        hidden_bits=preset.training.hidden_bits,
        seed=SEED,
        core=core,
    )
    simulated.load(golden.counters(), golden.minibatch)
    simulated.train(bits, labels, settings, preset.training.batch_size)
    return simulated.cycles


def simulate(minibatches):
    """Whether the cycle model and the simulated core agree on the first case."""
    name, cores = next(iter(CASES.items()))
    preset = presets.get(name)
    core, batch = core_of(preset, *cores[0]), preset.training.batch_size
    _, golden, settings, bits, labels = next(epochs(preset, 1))
    bits, labels = bits[: minibatches * batch], labels[: minibatches * batch]
    found = events(golden, settings, bits, labels, batch, core.tile_rows)
    predicted = predict(preset.network, core, settings.groups, batch, found)
    simulated = simulated_cycles(preset, golden, core, settings, bits, labels)
    print(f"{len(labels)} samples: predicted {predicted.cycles}, simulated {simulated}")
    return predicted.cycles == simulated


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--simulate", type=int, metavar="MINIBATCHES")
    parser.add_argument("--recurrent", action="store_true")
    arguments = parser.parse_args()
    if arguments.recurrent:
        raise SystemExit(not in_time())
    if arguments.simulate:
        raise SystemExit(not simulate(arguments.simulate))
    measure()


if __name__ == "__main__":
    main()
