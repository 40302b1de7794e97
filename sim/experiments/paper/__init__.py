"""The paper's own values, as CSV files whose first line says where they are from."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parent


def source(name):
    """The first line of the file called `name`, without its mark: where the values are from."""
    return (FOLDER / f"{name}.csv").read_text().partition("\n")[0].removeprefix("# ")


def rows(name):
    """The rows of the file called `name`, each a dictionary of texts."""
    lines = (FOLDER / f"{name}.csv").read_text().splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def table1(column="bep"):
    """{data set: test accuracy [percent]} of a `column` of Table 1."""
    return {row["dataset"]: float(row[column]) for row in rows("table1_rnn")}


def table3(dataset):
    """{thermometer bits: validation accuracy [percent]} of one data set of Table 3."""
    (found,) = (row for row in rows("table3_thermometer") if row["dataset"] == dataset)
    return {
        int(name.removeprefix("bits_")): float(value)
        for name, value in found.items()
        if name.startswith("bits_")
    }


def fig2(column="bep"):
    """{(data set, hidden layers, width): test accuracy [percent]} of a `column` of Fig. 2."""
    return {
        (row["dataset"].replace("_", "-"), int(row["layers"]), int(row["width"])): float(
            row[column]
        )
        for row in rows("fig2_mlp")
    }
