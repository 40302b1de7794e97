"""Where the cycles go."""

import dataclasses
import re

from bep_hw.cycles.model import Usage
from bep_hw.report import cycles
from bep_hw.report.runs import read


def test_the_model_counts_what_a_core_would_take(digits):
    run = read(digits)
    usage, learn = cycles._usage(run, untrained=True)
    assert isinstance(usage, Usage) and usage.weights.total() == usage.cycles
    assert usage.samples == 3 * run.preset.training.batch_size and learn > 0.9
    later, learns_later = cycles._usage(run, untrained=False)
    assert learns_later < learn and later.weights.total() == later.cycles != usage.cycles
    drawn = cycles.cycles(run).body
    for one in (usage, later):
        assert f">{one.cycles / one.samples:.1f}<" in drawn


def test_a_run_without_a_clock_says_so(digits):
    assert "The backend golden has no clock" in cycles.cycles(read(digits)).text


def test_a_run_with_a_clock(digits):
    run = read(digits)
    state = dataclasses.replace(run.state, cycles=38_790)
    text = cycles.cycles(dataclasses.replace(run, state=state)).text
    assert text.startswith(f"The core took 38,790 cycles, {38_790 / run.trained:.1f} per trained")


def test_ticks_are_round_and_few():
    for most in (3, 9.5, 74.6, 233.7, 1800):
        ticks = cycles._ticks(most)
        assert 3 <= len(ticks) <= 8 and ticks[0] == 0 and ticks[-1] <= most
        assert re.fullmatch(r"[125]0*", str(ticks[1]))
