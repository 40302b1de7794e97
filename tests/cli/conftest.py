"""What several tests of the command line start from."""

import numpy as np
import pytest


@pytest.fixture
def table(tmp_path, monkeypatch):
    """a.csv in the current folder: two classes that the sum of two features tells apart."""
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(0)
    lines = ["kind,x,y"]
    for number in range(200):
        x, y = rng.normal(2 * (number % 2), 1, 2).round(3)
        lines.append(f"{('low', 'high')[number % 2]},{x},{y}")
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines) + "\n")
    return path
