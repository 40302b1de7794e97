"""Presets are the settings that validation chose, and README has what they reach."""

import csv
import dataclasses
import re
from pathlib import Path

import pytest

from bep_hw.spec import presets
from sim.experiments.figures import EXPERIMENTS

ROOT = Path(__file__).parents[2]
FAMILIES = {"fashion-mnist": "fmnist", "random-prototypes": "rp"}
TITLES = {"fashion-mnist": "FashionMNIST", "random-prototypes": "Random Prototypes"}
WIDTHS = (35, 75, 135, 255, 525)


def chosen(dataset, width):
    """The row of fig2.csv with the best validation accuracy, two hidden layers."""
    with (ROOT / "docs" / "results" / "fig2.csv").open() as file:
        key = {"dataset": dataset, "width": str(width), "layers": "2", "method": "bep"}
        rows = [row for row in csv.DictReader(file) if key.items() <= row.items()]
    (row,) = (row for row in rows if row["selected"] == "1")
    return row


def spelt_out(preset):
    """Its training, where p_r of the upper layers is given even if it is that of the first."""
    training = preset.training
    upper = training.upper_reinforcement
    return dataclasses.replace(
        training, upper_reinforcement=training.reinforcement if upper is None else upper
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dataset", FAMILIES)
def test_a_preset_has_the_chosen_settings(dataset, width):
    row = chosen(dataset, width)
    (point,) = (p for p in EXPERIMENTS["fig2"].points if p.name == row["point"])
    measured, preset = point.run(1).preset, presets.get(f"{FAMILIES[dataset]}-{width}")
    assert row["seeds"] == "5"
    assert (spelt_out(measured), measured.network) == (spelt_out(preset), preset.network)


@pytest.mark.parametrize("dataset", FAMILIES)
def test_readme_has_what_they_reach(dataset):
    line = re.search(
        rf"^\| {TITLES[dataset]}, bep-hw \| (.*) \|$", (ROOT / "README.md").read_text(), re.M
    )
    means = [f"{float(chosen(dataset, width)['test_mean']):.1f}" for width in WIDTHS]
    assert line[1].split(" | ") == means
