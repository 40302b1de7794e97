"""How the runs learnt: accuracy, samples that trained, and group sizes, epoch by epoch."""

from bep_hw.report.chart import Line, chart, colour, percents, sizes
from bep_hw.report.figure import Figure, drawing


def figures(runs):
    """The three figures of all runs; one line instead if no run has finished an epoch."""
    if not any(run.history for run in runs):
        return [Figure(title="Learning curves", text="No epoch is finished yet.")]
    return [_accuracy(runs), _triggered(runs), _groups(runs)]


def _labels(runs):
    """What stands at the end of a line: the number of the run, if there are several."""
    return [str(number) for number in range(1, len(runs) + 1)] if len(runs) > 1 else [""]


def _column(run, name):
    return [(row["epoch"], row[name]) for row in run.history]


def _accuracy(runs):
    lines, values = [], []
    for number, (run, label) in enumerate(zip(runs, _labels(runs), strict=True)):
        training, validation = (
            _column(run, f"{name}_accuracy") for name in ("train", "validation")
        )
        values += [value for _, value in training + validation]
        ring = validation[run.state.kept_epoch - 1] if validation else None
        shared = {"colour": colour(number)}
        lines.append(Line(points=training, thin=True, **shared))
        lines.append(Line(points=validation, label=label, ring=ring, **shared))
    return Figure(
        title="Accuracy",
        text="Share of samples whose class was predicted right: solid on the validation samples"
        " after each epoch, dashed on the training samples during it. The ring marks the epoch"
        " whose weights are kept.",
        body=drawing(chart("Accuracy over epochs", lines, "accuracy [%]", percents(values))),
    )


def _triggered(runs):
    lines = [
        Line(points=_column(run, "triggered"), colour=colour(number), label=label)
        for number, (run, label) in enumerate(zip(runs, _labels(runs), strict=True))
    ]
    ticks = list(range(0, 101, 20))
    return Figure(
        title="Samples that trained",
        text="A sample triggers, and changes weights, only if its class does not win by the margin;"
        " as the network learns, fewer samples do, and training becomes faster.",
        body=drawing(
            chart("Share of samples that triggered", lines, "triggered [% of samples]", ticks)
        ),
    )


def _groups(runs):
    lines, found = [], set()
    for number, (run, label) in enumerate(zip(runs, _labels(runs), strict=True)):
        rows = [[int(size) for size in row["groups"].split()] for row in run.history]
        found.update(*rows)
        for column in dict.fromkeys(zip(*rows, strict=True)):  # layers mostly have equal sizes
            points = list(enumerate(column, start=1))
            lines.append(Line(points=_steps(points), colour=colour(number), label=label))
    return Figure(
        title="Group schedule",
        text="Neurons of a group; in each group one wrong neuron at most learns from a sample."
        " Groups grow when validation makes no progress, so that steps become fewer and finer. The"
        " axis is logarithmic.",
        body=drawing(
            chart(
                "Group size over epochs",
                lines,
                "group size [neurons]",
                sizes(found),
                logarithmic=True,
            )
        ),
    )


def _steps(points):
    """Points of a line that changes at once, at the start of an epoch."""
    found = points[:1]
    for epoch, size in points[1:]:
        if size != found[-1][1]:
            found.append((epoch, found[-1][1]))
        found.append((epoch, size))
    return found
