"""Rows of a CSV file that grows: a measurement that was stopped goes on where it was."""

import csv


def read(path):
    """All rows of a file as dicts; none if there is no file."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def grow(path, fields, keys, made):
    """Write the rows that a file has not yet, one after the other.

    keys: of all rows, the values of their first fields; made: is called with those of a missing
        row, and returns all of its values
    """
    rows, keys = read(path), list(keys)
    first = fields[: len(keys[0])]
    done = {tuple(row[name] for name in first) for row in rows}
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        if not rows:
            writer.writerow(fields)
        for key in keys:
            if tuple(map(str, key)) not in done:
                writer.writerow(made(*key))
                file.flush()
