"""Mean and deviation over seeds of every point: all in a CSV file, the selected in Markdown."""

import csv
import io
import statistics
from dataclasses import dataclass

from bep_hw.data.design import ENCODING_OPTIONS
from bep_hw.support.errors import require
from bep_hw.support.files import replace_file
from sim.experiments.points import Point

ACCURACIES = {
    "test": "test_accuracy",
    "last": "test_accuracy_last",
    "validation": "validation_accuracy",
}
"""Column: entry of a result. test: of the weights of the best validation epoch; last: of those
after the last epoch; validation: of the same weights as test."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """The results of a point.

    mean, deviation: column -> accuracy [percent]; empty without a run
    seeds: finished runs
    selected: it has the best validation mean of its curve at this place; the test data are not
        looked at, and settings with fewer seeds than another do not compete
    """

    point: Point
    mean: dict
    deviation: dict
    seeds: int
    selected: bool


def mean(values):
    """Arithmetic mean."""
    return statistics.fmean(values)


def deviation(values):
    """Deviation of a sample, with n - 1; None for fewer than two values."""
    return statistics.stdev(values) if len(values) > 1 else None


def aggregate(experiment, points, results):
    """Rows for `points` and for other points with results; results: (point name, seed) -> result.

    ConfigError if some of the results are of another version of a data set than the others.
    """
    found, versions = {}, {}
    for (name, _), values in sorted(results.items()):
        found.setdefault(name, []).append(values)
        config = values["configuration"]
        dataset, seed = config["dataset"], config["seed"]
        # Series and images are other bits with every encoding, and width of the network's input.
        encoding = [str(config[name]) for name in ENCODING_OPTIONS if name in config]
        key = (dataset, seed, *encoding, *(config.get("layers", ())[:1] if encoding else ()))
        require(
            versions.setdefault(key, values["data"]) == values["data"],
            f"results on {dataset}: are of two versions of the data set; delete the older ones",
        )
    shown = {point.name for point in points} | set(found)
    points = [point for point in experiment.points if point.name in shown]

    def measured(point, column):
        return [values[ACCURACIES[column]] for values in found.get(point.name, ())]

    def rank(point):
        values = measured(point, "validation")
        return len(values), mean(values)

    best = {}
    for point in points:
        if point.name in found:
            place = (experiment.panel(point), experiment.curve(point), point.x)
            if place not in best or rank(point) > rank(best[place]):
                best[place] = point
    selected = {point.name for point in best.values()}
    rows = []
    for point in points:
        columns = {column: measured(point, column) for column in ACCURACIES if point.name in found}
        rows.append(
            Row(
                point=point,
                mean={column: mean(values) for column, values in columns.items()},
                deviation={column: deviation(values) for column, values in columns.items()},
                seeds=len(found.get(point.name, ())),
                selected=point.name in selected,
            )
        )
    return rows


def _number(value):
    return "" if value is None else f"{value:.2f}"


def write_csv(path, experiment, rows):
    """Write one line per row; empty where there is no run, or no value in the paper."""
    lines = []
    for row in rows:
        point, network = row.point, row.point.network
        line = {
            "point": point.name,
            "dataset": point.dataset,
            "layers": network.depth,
            "width": network.layers[1],
            experiment.parameter: experiment.tick(point.x),
            "method": point.method,
            "setting": point.setting,
            "selected": int(row.selected),
            "seeds": row.seeds,
        }
        for column in ACCURACIES:
            line[f"{column}_mean"] = _number(row.mean.get(column))
            line[f"{column}_deviation"] = _number(row.deviation.get(column))
        line["paper"] = _number(point.paper)
        known = row.seeds and point.paper is not None
        line["test_minus_paper"] = _number(row.mean["test"] - point.paper if known else None)
        lines.append(line)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(lines[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    replace_file(path, text.getvalue())


def write_markdown(path, experiment, rows):
    """Write the selected rows, a table for each panel: mean and deviation over seeds [percent]."""
    lines = [
        *(f"# {experiment.title}", ""),
        "Written by `python -m sim.experiments`; mean ± deviation of the accuracy in percent.",
    ]
    panels = dict.fromkeys(experiment.panel(row.point) for row in rows if row.selected)
    for panel in panels:
        shown = [row for row in rows if row.selected and experiment.panel(row.point) == panel]
        lines += ["", f"## {panel}", ""]
        lines += (_wide if experiment.wide else _long)(experiment, rows, shown)
    replace_file(path, "\n".join(lines) + "\n")


def _wide(experiment, rows, shown):
    """Lines of a table of the rows `shown`: a row for each place, a column for each curve."""
    curves = dict.fromkeys(experiment.curve(row.point) for row in rows if row.selected)
    head = [experiment.parameter, *curves, "seeds"]
    yield from (_line(head), _line(["---"] * len(head)))
    for x in dict.fromkeys(row.point.x for row in shown):
        cells = {experiment.curve(row.point): row for row in shown if row.point.x == x}
        counts = [row.seeds for row in cells.values()]
        seeds = map(str, sorted({min(counts), max(counts)}))
        spreads = [_spread(cells[curve], "test") if curve in cells else "" for curve in curves]
        yield _line([experiment.tick(x), *spreads, " to ".join(seeds)])


def _long(experiment, rows, shown):
    """Lines of a table of the rows `shown`: a row for each point."""
    paper = any(row.point.paper is not None for row in rows)
    head = ["", experiment.parameter, "seeds", "test", "last epoch", "validation"]
    settings = len({row.point.setting for row in rows}) > 1
    head += ["setting"] * settings + ["paper", "test minus paper"] * paper
    yield from (_line(head), _line(["---"] * len(head)))
    for row in shown:
        cells = [experiment.curve(row.point), experiment.tick(row.point.x), str(row.seeds)]
        cells += [_spread(row, column) for column in ACCURACIES]
        cells += [row.point.setting] * settings
        if paper:
            known = row.point.paper
            cells += ["" if known is None else f"{known:.1f}"]
            cells += ["" if known is None else f"{row.mean['test'] - known:+.2f}"]
        yield _line(cells)


def _line(cells):
    return f"| {' | '.join(cells)} |"


def _spread(row, column):
    spread = row.deviation[column]
    return f"{row.mean[column]:.2f}" + ("" if spread is None else f" ± {spread:.2f}")
