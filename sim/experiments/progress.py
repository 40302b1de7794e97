"""The display while experiments run: a bar for all runs, and a line for each running one."""

import time

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

REFRESH = 0.5
"""Shortest time between two messages of a run [s]."""


class Messages:
    """The display of one run: passes on how far it is, by `send(label, epochs, text)`."""

    def __init__(self, label, samples, send):
        self.label, self.samples, self.send = label, samples, send
        self._last = 0.0

    def step(self, state, done, seconds):
        """`done` more samples than `state` counts were trained."""
        now = time.monotonic()
        if now - self._last >= REFRESH:
            self._last = now
            self._send(state, (state.position + done) / self.samples)

    def epoch(self, state, row):
        """An epoch is finished."""
        self._send(state, 0.0)

    def _send(self, state, part):
        text = ""
        if state.history:
            text = f"validation {state.history[-1]['validation_accuracy']:.1f} %"
        self.send(self.label, state.epoch + part, text)


class Scoreboard:
    """A rich display of `total` runs; a context manager. Without a terminal, a line per run."""

    def __init__(self, total, console):
        self.console = console
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[text]}"),
            console=console,
            disable=not console.is_terminal,
        )
        self._all = self._progress.add_task("runs", total=total, text="")
        self._tasks = {}

    def __enter__(self):
        self._progress.start()
        return self

    def __exit__(self, *_):
        self._progress.stop()

    def started(self, label, epochs):
        """A run goes to a process."""
        self._tasks[label] = self._progress.add_task(label, total=epochs, text="", visible=False)

    def update(self, label, epochs, text):
        """A run has done `epochs` epochs, the last one in part."""
        if label in self._tasks:
            self._progress.update(
                self._tasks[label], completed=round(epochs, 1), text=text, visible=True
            )

    def finished(self, label, values):
        """A run is finished and kept."""
        self._progress.remove_task(self._tasks.pop(label))
        self._progress.advance(self._all)
        self.console.print(
            f"{label}: validation {values['validation_accuracy']:.2f} %,"
            f" test {values['test_accuracy']:.2f} % (epoch {values['kept_epoch']}),"
            f" {values['test_accuracy_last']:.2f} % (last), {values['seconds']:.0f} s",
            highlight=False,
            soft_wrap=True,
        )
