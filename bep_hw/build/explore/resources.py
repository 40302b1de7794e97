"""LUTs, Fmax and block RAMs of a core on a board, without synthesis.

LUTs and Fmax are fitted to measured cores, the points in points.json; docs/guide/explore.md says
how well. Block RAMs are counted as for a build.
"""

import dataclasses
import json
import math
from collections import Counter
from functools import cached_property
from pathlib import Path

import numpy as np

from bep_hw.build.bitstream import boards, families
from bep_hw.build.bitstream.fit import assign, memories
from bep_hw.spec.core import CoreConfig
from bep_hw.support.errors import require

POINTS = Path(__file__).with_name("points.json")
"""Measured cores, see `python -m sim.measure.cores`."""

RIDGE = 1e-3
"""Keeps the fit of a few points from large coefficients that cancel each other."""


def features(core):
    """Numbers that the LUTs of a core grow with.

    One each for control and link, for popcounts forward (S R D) and backward (R D), and for the
    lanes, of B bits.
    """
    area = core.tile_rows * core.tile_columns
    return np.array(
        [1.0, core.samples_per_read * area / 1000, area / 1000,
         core.lanes * core.counter_bits / 1000,
         core.samples_per_read * core.tile_columns / 100]
    )  # fmt: skip


def fit(rows, values):
    """Coefficients that are not negative, with the least relative errors.

    rows: (points, features); values: (points,)
    """
    rows, values = np.array(rows), np.array(values)
    kept = list(range(rows.shape[1]))
    while True:
        scaled = rows[:, kept] / values[:, None]
        ridge = RIDGE * np.eye(len(kept))
        found = np.linalg.solve(scaled.T @ scaled + ridge * scaled.max() ** 2 * 1e-3,
                                scaled.sum(axis=0))  # fmt: skip
        if (found >= 0).all() or len(kept) == 1:
            break
        kept.pop(int(found.argmin()))
    solution = np.zeros(rows.shape[1])
    solution[kept] = found
    return solution


class Model:
    """LUTs and Fmax of cores of one family, fitted to the points that are not held out.

    points: dictionaries as in points.json
    area_points, clock_points: how many of them LUTs and Fmax are fitted to
    factors: {speed grade: its clock period, in that of the grade of most points}
    """

    def __init__(self, family, points):
        own = [point for point in points if point["family"] == family]
        used = [point for point in own if not point["held_out"]]
        area = [point for point in used if point["lut"]]
        require(area, f"no core was measured on the family {family}; see sim/measure/cores.py")
        self.area_points = len(area)
        self.area = fit([features(core_of(p)) for p in area], [p["lut"] for p in area])
        clocks = [point for point in used if point["fmax_mhz"]]
        self.clock_points = len(clocks)
        grades = Counter(point["speed"] for point in clocks)
        usual = max(grades, key=grades.get)
        same = [point for point in clocks if point["speed"] == usual]
        self.period = fit(
            [self._delays(core_of(point)) for point in same],
            [1000 / point["fmax_mhz"] for point in same],
        )
        self.factors = {usual: 1.0}
        for grade in set(grades) - {usual}:
            ratios = [
                math.log(self.fmax(core_of(point), usual) / point["fmax_mhz"])
                for point in clocks
                if point["speed"] == grade
            ]
            self.factors[grade] = math.exp(sum(ratios) / len(ratios))

    def luts(self, core):
        """Look-up tables of `core` with its link, as nextpnr counts them."""
        return float(features(core) @ self.area)

    def fmax(self, core, speed):
        """Fmax of `core` [MHz], the median of several seeds; speed: grade of the device, or None.

        A grade that no fitted point has counts as that of most points.
        """
        return 1000 / float(self.period @ self._delays(core)) / self.factors.get(speed, 1.0)

    def _delays(self, core):
        """Numbers that the clock period grows with: logic, wires, and what deep_pipeline cuts."""
        return np.array([1.0, math.sqrt(self.luts(core)) / 100, float(not core.deep_pipeline)])

    def errors(self, points, held_out):
        """[(point, relative error of LUTs, of Fmax)], None where nothing was measured."""
        found = []
        for point in points:
            if point["held_out"] == held_out:
                core = core_of(point)
                luts = point["lut"] and self.luts(core) / point["lut"] - 1
                fmax = point["fmax_mhz"]
                fmax = fmax and self.fmax(core, point["speed"]) / fmax - 1
                found.append((point, luts, fmax))
        return found


def core_of(point):
    """The CoreConfig of a measured core, as far as the model looks at it."""
    names = {field.name for field in dataclasses.fields(CoreConfig)} - {"fixed"}
    return CoreConfig(**{name: value for name, value in point["core"].items() if name in names})


def points():
    """All measured cores."""
    return json.loads(POINTS.read_text())


class Device:
    """The resources of a board's device, and those that a core needs.

    name, speed (its grade, or None), luts, block_rams: of the device
    """

    def __init__(self, board, preset):
        from bep_hw.gateware.bus.tops import component

        top = boards.get(board)
        self.board, self.name = boards.name_of(board), top.platform.device
        self.speed = boards.speed(top)
        self.family = families.get(top.family)
        self.block_rams = self.family.block_rams[self.name]
        self.luts = self.family.luts[self.name]
        self._family_name = top.family
        whole = self._memories(component(preset.core, "uart", self.family.technology, 16))
        self._others = [memory for memory in whole if ".memories." not in memory.name]
        self._counts = {}

    @property
    def measured(self):
        """Whether there is a core of the family to fit a model to."""
        return any(point["family"] == self._family_name for point in points())

    @cached_property
    def model(self):
        """The `Model` of the family; ConfigError if there is nothing to fit it to."""
        return Model(self._family_name, points())

    def block_rams_of(self, core):
        """Block RAMs of `core` with its link, as a build counts them.

        What is no memory of samples or weights, such as the link's, is the same for every core.
        """
        if core not in self._counts:
            from bep_hw.gateware.memory.memories import Memories

            found = self._memories(Memories(core, self.family.technology))
            pairs = assign([*found, *self._others], self.family, self.name)
            self._counts[core] = sum(count for _, count in pairs)
        return self._counts[core]

    @staticmethod
    def _memories(component):
        from amaranth.hdl import Fragment

        return memories(Fragment.get(component, None))
