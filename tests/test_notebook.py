"""The notebook runs, and prints what is kept in it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "guide" / "notebook.ipynb"


def printed(path):
    """Texts of the outputs of all cells; no other outputs are kept."""
    cells = [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert {output["output_type"] for output in outputs} == {"stream"}
    assert all(output["name"] == "stdout" for output in outputs)
    return ["".join(output["text"]) for output in outputs]


def test_it_prints_what_is_kept(tmp_path):
    script = ROOT / "docs" / "drawing" / "run_notebook.py"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, script, tmp_path / "run.ipynb"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    found = printed(tmp_path / "run.ipynb")
    assert found == printed(NOTEBOOK)
    assert any(text.endswith(" True\n") for text in found)
