"""Line charts over epochs."""

import re

import pytest

from bep_hw.report.chart import BOTTOM, TOP, Line, chart, epochs, percents, sizes


@pytest.mark.parametrize("last", [1, 2, 8, 9, 12, 50, 300, 65_535])
def test_epochs_on_the_axis_are_few(last):
    found = epochs(last)
    assert found[0] == 1 and found[-1] <= last and len(found) <= 8
    assert found == sorted(set(found))


def test_percents_start_below_all_values():
    assert percents([81.2, 99]) == [80, 85, 90, 95, 100]
    assert percents([9.7, 96]) == [0, 20, 40, 60, 80, 100]
    assert percents([62.0]) == [60, 70, 80, 90, 100]
    assert percents([])[-1] == 100


def test_sizes_leave_out_what_is_too_close():
    assert sizes({9, 15}) == [1, 9, 15]
    assert sizes({45, 67, 70, 135}) == [1, 45, 70, 135]
    assert sizes({1}) == sizes(set()) == [1, 2]


def test_a_value_is_where_the_axis_says():
    line = Line(points=[(1, 0), (2, 50), (3, 100)], colour="#123456")
    drawn = chart("title", [line], "y [%]", [0, 50, 100]).svg()
    (path,) = re.findall(r'<polyline points="([^"]*)" fill="none" stroke="#123456"', drawn)
    heights = [float(point.split(",")[1]) for point in path.split()]
    assert heights == [BOTTOM, (BOTTOM + TOP) / 2, TOP]


def test_a_single_epoch_is_a_mark():
    drawn = chart("t", [Line(points=[(1, 50)], colour="#123456")], "y", [0, 100]).svg()
    assert drawn.count("#123456") == 2 and 'polyline points="' in drawn
    empty = chart("t", [Line(points=[], colour="#123456")], "y", [0, 100]).svg()
    assert "#123456" not in empty
