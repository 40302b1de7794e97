"""scikit-learn's own checks of BEPClassifier, as a table: docs/results/check_estimator.md.

python -m sim.measure.check_estimator
"""

import time
import warnings
from collections import Counter
from pathlib import Path

import sklearn
from sklearn.exceptions import SkipTestWarning
from sklearn.utils.estimator_checks import check_estimator

from bep_hw import BEPClassifier

PAGE = Path(__file__).resolve().parents[2] / "docs" / "results" / "check_estimator.md"


def main():
    times = [time.perf_counter()]
    warnings.simplefilter("ignore", SkipTestWarning)
    results = check_estimator(
        BEPClassifier(), on_fail=None, callback=lambda **_: times.append(time.perf_counter())
    )
    counts = Counter(result["status"] for result in results)
    rows = [
        f"| {result['check_name']} | {result['status']} | {after - before:.2f} |"
        for result, before, after in zip(results, times, times[1:], strict=False)
    ]
    lines = [
        "# scikit-learn's checks of BEPClassifier",
        "",
        f"`check_estimator` of scikit-learn {sklearn.__version__}, with `BEPClassifier()` as it is:"
        f" {len(results)} checks, "
        + ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
        + ".",
        "No check is listed as one that may fail. `check_array_api_input` runs only where"
        " SCIPY_ARRAY_API is set.",
        "`tests/train/test_estimator.py` runs the same checks."
        " Written by `python -m sim.measure.check_estimator`.",
        "",
        "| check | result | time [s] |",
        "|---|---|---|",
        *rows,
    ]
    PAGE.write_text("\n".join(lines) + "\n")
    print("\n".join(lines[2:5]))


if __name__ == "__main__":
    main()
