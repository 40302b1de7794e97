"""BEPClassifier beside other classifiers, on data that ships with scikit-learn.

    python -m sim.measure.tabular

Prints a table and writes docs/results/tabular.md and tabular.csv. Every classifier has its default
parameters and sees the same folds; those of BEPClassifier were chosen by cross-validation within
training folds.
"""

import csv
import time
from pathlib import Path

from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bep_hw import BEPClassifier

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "results"
SETS = {
    "breast_cancer": load_breast_cancer,
    "wine": load_wine,
    "iris": load_iris,
    "digits": load_digits,
}


def classifiers():
    """Fresh classifiers by name."""
    return {
        "BEPClassifier": BEPClassifier(backend="native", random_state=0),
        "LogisticRegression": make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)),
        "MLPClassifier": make_pipeline(
            StandardScaler(), MLPClassifier(max_iter=1000, random_state=0)
        ),
    }


def measure():
    """A dictionary for each data set and classifier."""
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    for name, read in SETS.items():
        X, y = read(return_X_y=True)
        for kind, classifier in classifiers().items():
            started = time.perf_counter()
            scores = 100 * cross_val_score(classifier, X, y, cv=folds)
            yield {
                "dataset": name,
                "samples": len(X),
                "features": X.shape[1],
                "classifier": kind,
                "mean": round(scores.mean(), 2),
                "deviation": round(scores.std(), 2),
                "seconds": round(time.perf_counter() - started, 1),
            }


def table(rows):
    """Lines of a table, a line for each data set."""
    kinds = list(classifiers())
    lines = [
        "| data set | samples | features | " + " | ".join(kinds) + " |",
        "|---|---|---|" + "---|" * len(kinds),
    ]
    for name in SETS:
        cells = {row["classifier"]: row for row in rows if row["dataset"] == name}
        first = cells[kinds[0]]
        values = [f"{cells[kind]['mean']:.2f} ± {cells[kind]['deviation']:.2f}" for kind in kinds]
        cell = " | ".join([name, str(first["samples"]), str(first["features"]), *values])
        lines.append(f"| {cell} |")
    return lines


def main():
    rows = list(measure())
    with open(FOLDER / "tabular.csv", "w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    lines = [
        "# Tabular data",
        "",
        "Accuracy [percent] in five-fold cross-validation, mean ± deviation over the folds. All"
        " classifiers see the same",
        "folds (`StratifiedKFold(5, shuffle=True, random_state=0)`). The parameters are the"
        " defaults, with `max_iter=1000` for",
        "the other two, which see features of zero mean and unit deviation."
        " Times are in `tabular.csv`.",
        "Written by `python -m sim.measure.tabular`.",
        "",
        *table(rows),
        "",
        "The defaults of `BEPClassifier` were chosen by cross-validation within training folds, on"
        " the mean of the four sets:",
        "one hidden layer of 255, up to 32 bits a feature, and no samples held out"
        " (97.1, 97.0 and 96.5 % with three seeds;",
        "96.4 % with two layers of 135, 96.2 % with a tenth held out, 96.2 % with 16 bits).",
    ]
    (FOLDER / "tabular.md").write_text("\n".join(lines) + "\n")
    print("\n".join(table(rows)))


if __name__ == "__main__":
    main()
