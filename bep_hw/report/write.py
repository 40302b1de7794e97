"""`bep-hw report`: one HTML file about one run or several."""

from pathlib import Path

from bep_hw.report.page import page
from bep_hw.report.runs import read_all
from bep_hw.support.errors import require
from bep_hw.support.files import check_writable, replace_file
from bep_hw.train.outputs import REPORT


def report(folders, out=None, *, data_folder=None):
    """Write the page about the runs in `folders`; returns its path.

    out: the file; None for report.html in the first folder
    data_folder: where the user has data sets
    ConfigError, before long work starts, for a folder without a run and a file that cannot be
    written.
    """
    path = Path(out or Path(folders[0]) / REPORT)
    runs = read_all(folders, data_folder)
    require(not path.is_dir(), f"{path}: cannot be written: it is a folder")
    check_writable(path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, page(runs))
    return path
