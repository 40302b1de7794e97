"""A processor trains a core: a whole system in Verilator, beside the golden model.

python -m sim.soc                                  # digits, 20 epochs, over Wishbone
python -m sim.soc --bus axi --epochs 3
python -m sim.soc --bus axi --dma                  # samples by DMA from memory
python -m sim.soc --system litex --epochs 3        # LiteX makes the system
python -m sim.soc --system serial --epochs 3       # that of sim.soc.bitstream, for a board
python -m sim.soc --poll                           # without interrupts
"""

import argparse
import sys
import time

from bep_hw.spec import presets
from bep_hw.support.errors import ConfigError
from bep_hw.train import run as runs
from bep_hw.train import session
from bep_hw.train.outputs import weights_sha256
from sim.soc import reference, system
from sim.soc.build import BUSES, KINDS
from sim.soc.task import Task


def arguments(words):
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sim.soc", description=__doc__.split("\n")[0])
    parser.add_argument("--bus", choices=BUSES, default=BUSES[0], help="bus of the core")
    parser.add_argument("--dma", action="store_true", help="with AXI: samples by DMA from memory")
    parser.add_argument("--system", choices=KINDS, default="plain", help="litex makes it, or not")
    parser.add_argument("--preset", default="digits", help="what is trained")
    parser.add_argument("--epochs", type=int, help="epochs, if not those of the preset")
    parser.add_argument("--seed", type=int, default=1, help="seed of the run")
    parser.add_argument("--poll", action="store_true", help="wait for results without interrupts")
    return parser.parse_args(words)


def show(text):
    """Print what the firmware prints."""
    print(text, end="", flush=True)


def main(words=None):
    """Train twice, and compare; the exit status is 0 if all counters are equal."""
    given = arguments(words)
    run = runs.fresh(presets.get(given.preset), {"epochs": given.epochs, "seed": given.seed})
    task = Task(run, session.load_data(run), interrupts=not given.poll, dma=given.dma)
    started = time.perf_counter()
    found = system.train(task, given.bus, show, kind=given.system)
    seconds = time.perf_counter() - started
    print(f"{found.cycles:,} cycles in all, simulated in {seconds:.0f} s")
    expected = reference.train(task)
    trained = len(task.data.train) * run.preset.training.epochs
    print(f"cycles per trained sample: {found.training_cycles / trained:.1f} with the processor,")
    print(f"  {expected.state.cycles / trained:.1f} of the core alone, by its exact cycle model")
    digests = [found.weights_sha256, weights_sha256(expected.state.counters)]
    for name, digest in zip(("processor and core", "golden model"), digests, strict=True):
        print(f"weights_sha256 {digest}  {name}")
    equal = digests[0] == digests[1]
    print("PASS: equal" if equal else "FAIL: not equal")
    return int(not equal)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ConfigError as error:
        sys.exit(f"error: {error}")
