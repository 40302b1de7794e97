"""Bits of a simulated core flip where they are told to, and what comes of it is named."""

import numpy as np
import pytest

from sim.upsets import __main__ as command
from sim.upsets import protection
from sim.upsets.kinds import KINDS, REORDERED, sizes
from sim.upsets.model import PUBLIC, public
from sim.upsets.report import picture, shares, table
from sim.upsets.trial import OUTCOMES, Flip, Trial, cut

VERILOG = r"""
module m(clk, a);
  reg [3:0] held = 4'h0;
  reg \table  = 1'h0;
  reg [3:0] logic_only;
  reg [7:0] memory [15:0];
  always @(posedge clk)
    held <= a;
  always @(posedge clk)
    if (a) \table  <= a;
  always @* logic_only = a;
endmodule
"""


def test_what_is_made_public():
    lines = public(VERILOG).splitlines()
    marked = {line.split(PUBLIC)[0].strip() for line in lines if PUBLIC in line}
    assert marked == {"reg [3:0] held", r"reg \table", "reg [7:0] memory [15:0]"}


@pytest.fixture(scope="module")
def trial():
    return Trial(cut())


def test_every_kind_has_state(trial):
    bits = sizes(trial.parts)
    assert set(bits) == set(KINDS) and all(bits.values())
    words = trial.core.counter_depth * trial.core.lanes * trial.core.hidden_bits
    assert bits["counters"] == words
    # W is there twice.
    assert bits["weights W"] == 2 * (256 * 32 + 32 * 32)


def test_a_bit_flips_and_flips_back(trial):
    """Two flips of a bit of the seed in one cycle are none; one of them is."""
    _, model = trial._driver()
    (seed,) = (v for v in model.variables() if v.name.endswith("registers.seed"))
    before = model.peek(seed)
    model.flip(seed, 0, 5, 3)
    for _ in range(4):
        np.testing.assert_array_equal(model.peek(seed)[0, :5], before[0, :5])
        model.read("status")
    changed = np.flatnonzero(model.peek(seed) != before)
    assert changed.tolist() == [5]


def test_no_flip_has_no_effect(trial):
    assert trial.run([]).outcome == "no effect"


def of(trial, kind, name):
    """The variable of this name."""
    variables = (part.variable for part in trial.parts[kind])
    (found,) = (v for v in variables if v.name.rpartition(".")[2].strip() == name)
    return found


def test_a_flipped_seed_changes_weights(trial):
    seed = of(trial, "settings and table", "seed")
    result = trial.run([Flip(seed, 0, 3, 400)])
    assert result.weights > 0 and result.consistent
    assert result.outcome in OUTCOMES[1:4]


def test_w_is_rebuilt(trial):
    """Whatever bits of W flip, it is the sign of the counters in the end; P is not rebuilt."""
    rng, wrong = np.random.default_rng(1), 0
    for _ in range(6):
        assert trial.run(trial.draw("weights W", 4, rng)).consistent
        wrong += not trial.run(trial.draw("classifier P", 64, rng)).consistent
    assert wrong > 0


def test_a_core_that_stands_still_is_told_and_recovers(trial):
    """With batch_size 0 samples are not taken any more."""
    size = of(trial, "settings and table", "batch_size")
    flips = [Flip(size, 0, bit, 3000) for bit in range(size.bits) if 32 >> bit & 1]
    result = trial.run(flips)
    assert result.outcome in ("hangs", "told by errors")
    assert result.recovered is not False


def test_runs_are_added_to_a_file(trial, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "Trial", lambda core: trial)
    out = tmp_path / "upsets.csv"
    command.main(["--runs", "1", "--out", str(out)])
    first = out.read_text()
    assert len(first.splitlines()) == 2 + len(KINDS) * len(command.SIZES)
    assert REORDERED in capsys.readouterr().out
    command.main(["--runs", "1", "--out", str(out)])
    assert out.read_text() == first and out.with_suffix(".png").exists()


def row(kind, outcome, consistent="True"):
    return {"kind": kind, "bits": "1", "outcome": outcome, "consistent": consistent}


def test_table(tmp_path):
    rows = [row("counters", "hangs", ""), row("counters", "no effect"), row("control", "no effect")]
    assert shares(rows, 1)["counters"] == {"hangs": 1, "no effect": 1}
    lines = table(rows, 1, {"counters": 10, "control": 20}).splitlines()
    assert "| counters | 10 | 2 | 50.0 | 0.0 | 0.0 | 0.0 | 0.0 | 50.0 | 100.0 |" in lines
    picture(rows, 1, tmp_path / "upsets.png")


@pytest.fixture(scope="module")
def secded():
    return Trial(cut(), "secded")


def test_secded_trains_as_without_check_bits(trial, secded):
    assert secded.cycles == trial.cycles
    for found, wanted in zip(secded.reference[0], trial.reference[0], strict=True):
        np.testing.assert_array_equal(found, wanted)


@pytest.mark.parametrize("size, outcome", [(1, "no effect"), (2, "told by errors")])
def test_secded_corrects_one_flip_and_tells_of_two(secded, size, outcome):
    for seed in range(4):
        drawn = protection.flips(secded, size, np.random.default_rng(seed))
        assert len({flip.bit for flip in drawn}) == size
        assert secded.run(drawn).outcome == outcome


def test_table_of_protection():
    names = ("protection", "bits", "outcome")
    every = [(p, str(size)) for p in protection.PROTECTIONS for size in protection.SIZES]
    rows = [dict(zip(names, (*key, "no effect"), strict=True)) for key in every]
    rows.append(dict(zip(names, ("secded", "2", "told by errors"), strict=True)))
    rows.append(dict(zip(names, ("none", "1", "more lost"), strict=True)))
    lines = protection.found(rows).splitlines()
    assert "| secded | 2 | 50.0 | 50.0 | 0.0 |" in lines
    assert "| none | 1 | 0.0 | 50.0 | 50.0 |" in lines
