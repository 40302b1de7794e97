"""Runs the notebook and keeps what it prints: PYTHONPATH=. python docs/drawing/run_notebook.py.

Another file for the result: `python docs/drawing/run_notebook.py OUT.ipynb`.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[1] / "guide" / "notebook.ipynb"


def main(out=NOTEBOOK):
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=600, record_timing=False).execute()
    notebook.metadata.language_info = {"name": "python"}  # no version of this computer
    nbformat.write(notebook, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
