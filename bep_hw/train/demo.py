"""The demonstration: the digits, trained twice, in numpy and on the simulated core."""

import dataclasses
from pathlib import Path

from bep_hw.support.display import say, show_summary
from bep_hw.train import outputs, run, session


def demo(folder, *, seed=None, epochs=None, console):
    """Train the digits with both backends into folders in `folder`, compare; the exit status.

    seed, epochs: None for the preset's
    """
    folder = Path(folder)
    golden = run.fresh("digits", {"seed": seed, "epochs": epochs})
    both = [golden, dataclasses.replace(golden, backend="verilator")]
    for one in both:
        session.check_tools(one)
    results = []
    for one in both:
        place = folder / one.backend
        say(console, f"\ndigits, {one.backend}", style="bold")
        results.append(session.train(one, place, console=console, force=True))
        show_summary(console, results[-1], place)
    return verdict(results, folder / both[1].backend / outputs.CURVE, console)


def verdict(results, curve, console):
    """Say whether the summaries (golden, verilator) agree; the exit status."""
    golden, verilator = (values["weights_sha256"] for values in results)
    console.print()
    if golden != verilator:
        text = f"FAILED: the weights differ: golden {golden}, verilator {verilator}"
        say(console, text, style="bold red")
        return 1
    text = (
        f"PASSED: numpy and the simulated core trained the same weights, bit for bit"
        f" (weights_sha256 {golden[:16]}...); test accuracy {results[1]['test_accuracy']:.2f} %"
    )
    if curve.exists():
        text += f"; curve in {curve}"
    say(console, text, style="bold green")
    return 0
