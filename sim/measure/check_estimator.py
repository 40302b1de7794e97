"""scikit-learn's own checks of the estimators, as tables: docs/results/check_estimator.md.

python -m sim.measure.check_estimator
"""

import time
import warnings
from collections import Counter
from pathlib import Path

import sklearn
from sklearn.exceptions import SkipTestWarning
from sklearn.utils.estimator_checks import check_estimator

from bep_hw import BEPClassifier, BEPRegressor

PAGE = Path(__file__).resolve().parents[2] / "docs" / "results" / "check_estimator.md"


def checked(estimator):
    """Lines about scikit-learn's checks of `estimator`: the counts, and a table."""
    times = [time.perf_counter()]
    results = check_estimator(
        estimator, on_fail=None, callback=lambda **_: times.append(time.perf_counter())
    )
    counts = Counter(result["status"] for result in results)
    rows = [
        f"| {result['check_name']} | {result['status']} | {after - before:.2f} |"
        for result, before, after in zip(results, times, times[1:], strict=False)
    ]
    return [
        f"## {type(estimator).__name__}",
        "",
        f"{len(results)} checks: "
        + ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
        + ".",
        "",
        "| check | result | time [s] |",
        "|---|---|---|",
        *rows,
    ]


def main():
    """Check, write and print the counts."""
    warnings.simplefilter("ignore", SkipTestWarning)
    tables = [checked(kind()) for kind in (BEPClassifier, BEPRegressor)]
    lines = [
        "# scikit-learn's checks of the estimators",
        "",
        f"`check_estimator` of scikit-learn {sklearn.__version__}, with `BEPClassifier()` and"
        " `BEPRegressor()` as they are.",
        "No check is listed as one that may fail. `check_array_api_input` runs only where"
        " SCIPY_ARRAY_API is set;",
        "the check of `predict_proba` is skipped, as there is none: logits are no probabilities.",
        "`tests/train/test_estimator.py` and `tests/train/test_targets.py` run the same checks."
        " Written by `python -m sim.measure.check_estimator`.",
    ]
    for table in tables:
        lines += ["", *table]
        print(table[0], table[2])
    PAGE.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
