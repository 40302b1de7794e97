"""The page of a run that is still training: written anew after an epoch."""

import dataclasses
import time
from pathlib import Path

from bep_hw.report.page import page
from bep_hw.report.runs import read
from bep_hw.support.errors import ConfigError
from bep_hw.support.files import replace_file
from bep_hw.train.outputs import REPORT

REFRESH = 3
"""A browser loads the page again after so long [s]; it is not written more often."""

REST = 10
"""The training goes on for so many times as long as the last page took."""


class LivePage:
    """Keeps the page of the run in `folder` up to date.

    tell: called with a line if a page cannot be written; the training goes on
    data_folder: where the user has data sets
    """

    def __init__(self, folder, tell, data_folder=None):
        self.folder, self.tell, self.data_folder = Path(folder), tell, data_folder
        self.path, self._next = self.folder / REPORT, None
        self._origin = None  # of the page before: its data set is in memory

    def update(self):
        """Write the page of the run as its checkpoint has it, if it is time to."""
        if self._next is None or time.monotonic() >= self._next:
            start = time.monotonic()
            self._write(REFRESH)
            end = time.monotonic()
            self._next = end + max(REFRESH, REST * (end - start))

    def finish(self):
        """Write the last page, which no browser loads again; nothing if there was no first one."""
        if self._next is not None:
            self._write(None)

    def _write(self, refresh):
        try:
            run = read(self.folder, data_folder=self.data_folder)
            if run.origin == self._origin:
                run = dataclasses.replace(run, origin=self._origin)
            self._origin = run.origin
            replace_file(self.path, page([run], refresh))
        except ConfigError as error:
            self.tell(str(error))
