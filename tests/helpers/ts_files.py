"""Small series files whose series show their class."""

import numpy as np


def write_ts(path, *, count=60, classes=3, features=1, lengths=(6, 7), seed=0, **faults):
    """Write series of `lengths` (from, below); returns the path.

    faults: rare, how many series the last class has; infinite, whether a value is infinite
    """
    random = np.random.default_rng(seed)
    labels = np.arange(count) % classes
    if "rare" in faults:
        labels = np.where(np.arange(count) < faults["rare"], classes - 1, 0)
    equal = lengths[1] - lengths[0] == 1
    lines = [
        "@problemName made",
        "@timeStamps false",
        "@missing false",
        f"@univariate {str(features == 1).lower()}",
        *([] if features == 1 else [f"@dimensions {features}"]),
        f"@equalLength {str(equal).lower()}",
        *([f"@seriesLength {lengths[0]}"] if equal else []),
        "@classLabel true " + " ".join(f"c{label}" for label in range(classes)),
        "@data",
    ]
    for number, label in enumerate(labels):
        values = random.normal(size=(features, random.integers(*lengths))) + label
        if faults.get("infinite") and number == 0:
            values[0, 0] = np.inf
        texts = [",".join(f"{value:.4f}" for value in row) for row in values]
        lines.append(":".join([*texts, f"c{label}"]))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")
    return path
