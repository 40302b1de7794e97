"""Progress displays: a live bar on a terminal, one line per epoch elsewhere."""

import time

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

REFRESH = 0.1
"""Shortest time between two updates of the bar [s]."""


def quantity(value):
    """A rate with a unit prefix: 12345.6 is "12.3 k"."""
    for prefix in ("", " k", " M"):
        if value < 1000:
            return f"{value:.3g}{prefix}"
        value /= 1000
    return f"{value:.3g} G"


def is_live(console):
    """Whether the console is a terminal, on which a line can change."""
    return console is not None and console.is_terminal


def shown(console):
    """The console; for None one that shows nothing."""
    return Console(quiet=True) if console is None else console


def clock(seconds):
    """A time as 4:05 or 1:02:03."""
    minutes, seconds = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


class Display:
    """Follows a run of `epochs` epochs of `samples` samples; a context manager.

    console: where it shows; None for nowhere
    """

    def __init__(self, epochs, samples, console=None):
        self.console = shown(console)
        self.epochs, self.samples = epochs, samples
        self._live = is_live(console)
        self._last = 0.0
        self._first = None  # (time, samples of the run) when this display began
        self._bar = Progress(
            TextColumn("epoch {task.fields[epoch]}/" + str(epochs)),
            BarColumn(bar_width=12),
            TextColumn("{task.percentage:>3.0f} %  {task.fields[text]}"),
            console=self.console,
            disable=not self._live,
            transient=True,
        )
        self._task = self._bar.add_task("", total=samples, epoch=1, text="")

    def __enter__(self):
        self._bar.start()
        return self

    def __exit__(self, *_):
        self._bar.stop()

    def step(self, state, done, seconds):
        """`done` more samples than `state` counts were trained in `seconds`."""
        now = time.monotonic()
        if not self._live or now - self._last < REFRESH:
            return
        self._last = now
        position = state.position + done
        texts = [self._times(now, state.epoch * self.samples + position)]
        if state.history:
            texts.append(f"validation {state.history[-1]['validation_accuracy']:.1f} %")
        if seconds > 0:
            texts.append(f"{quantity(done / seconds)} samples/s")
        if state.cycles:
            texts.append(f"{quantity(state.cycles / state.train_seconds)} cycles/s")
        self._bar.update(
            self._task, completed=position, epoch=state.epoch + 1, text="  ".join(texts)
        )

    def _times(self, now, trained):
        """Time since this display began, and about how long the rest of the run takes."""
        if self._first is None:
            self._first = (now, trained)
        start, before = self._first
        text = clock(now - start)
        if trained > before:
            left = (now - start) * (self.epochs * self.samples - trained) / (trained - before)
            text += f", {clock(left)} left"
        return text

    def epoch(self, state, row):
        """An epoch is finished and `row` is its line of the history."""
        trained = state.epoch * self.samples
        line = (
            f"epoch {row['epoch']:>{len(str(self.epochs))}}/{self.epochs}"
            f"  training {row['train_accuracy']:6.2f} %"
            f"  validation {row['validation_accuracy']:6.2f} %"
            f"  {quantity(trained / state.train_seconds)} samples/s"
        )
        if state.cycles:
            line += f"  {quantity(state.cycles / state.train_seconds)} cycles/s"
        say(self.console, line)


class AfterEpoch:
    """A display that also calls `watch` after each epoch.

    display: shows everything
    """

    def __init__(self, display, watch):
        self.display, self.watch = display, watch

    def step(self, state, done, seconds):
        """As of `Display`."""
        self.display.step(state, done, seconds)

    def epoch(self, state, row):
        """As of `Display`."""
        self.display.epoch(state, row)
        self.watch()


class Silent:
    """A display that shows nothing."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def step(self, state, done, seconds):
        """Nothing is shown."""

    def epoch(self, state, row):
        """Nothing is shown."""


def say(console, text, style=None):
    """Print one line as it is: brackets in a path are no markup, and nothing is wrapped.

    console: None for nowhere
    """
    shown(console).print(text, style=style, markup=False, highlight=False, soft_wrap=True)


def show_summary(console, values, folder):
    """Print a table of the run's results."""
    rows = {
        "test accuracy": f"{values['test_accuracy']:.2f} % (kept weights, epoch"
        f" {values['kept_epoch']}), {values['test_accuracy_last']:.2f} % (last epoch)",
        "validation, training": f"{values['validation_accuracy']:.2f} %,"
        f" {values['train_accuracy']:.2f} % (kept weights)",
        "speed": f"{quantity(values['samples_per_second'])} samples/s,"
        f" {values['samples_trained']:,} samples in {values['seconds']:.1f} s",
    }
    if "cycles" in values:
        rows["simulation"] = (
            f"{quantity(values['cycles_per_second'])} cycles/s,"
            f" {values['cycles_per_sample']:.1f} cycles per sample"
        )
    rows["weights_sha256"] = values["weights_sha256"]
    rows["written to"] = str(folder)
    for name, text in rows.items():
        say(console, Text.assemble((f"{name:<22}", "bold"), text))


class Steps:
    """Shows long steps without a percentage: a spinner on a terminal, a line per finished step.

    first: what is being done from the start
    """

    def __init__(self, console, first):
        self.console = shown(console)
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=self.console,
            disable=not is_live(console),
            transient=True,
        )
        self._task = self._bar.add_task(first, total=None)

    def __enter__(self):
        self._bar.start()
        return self

    def __exit__(self, *_):
        self._bar.stop()

    def now(self, what):
        """Begin the step `what`."""
        self._bar.reset(self._task, description=what, total=None)

    def note(self, what):
        """Show the progress `what` of the current step."""
        self._bar.update(self._task, description=what)


class Tasks:
    """Shows pieces of work that may run at the same time: on a terminal one line for each.

    The line has its time and what is being done. Elsewhere it is printed once in `LINES` seconds.
    """

    LINES = 60

    def __init__(self, console):
        self.console = shown(console)
        self._live = is_live(console)
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description:<13}"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[text]}", markup=False),
            console=self.console,
            disable=not self._live,
            transient=True,
        )
        self._tasks = {}  # name: (task, start, time of the last line)

    def __enter__(self):
        self._bar.start()
        return self

    def __exit__(self, *_):
        self._bar.stop()

    def begin(self, name):
        """Begin a piece of work."""
        now = time.monotonic()
        self._tasks[name] = (self._bar.add_task(name, total=None, text=""), now, now)

    def note(self, name, text):
        """Show the progress of a piece of work; "" changes nothing."""
        task, start, last = self._tasks[name]
        now = time.monotonic()
        if text:
            self._bar.update(task, text=text)
        if text and not self._live and now - last >= self.LINES:
            self._tasks[name] = (task, start, now)
            say(self.console, f"{name:<14}{clock(now - start)}  {text}")

    def done(self, name, result=""):
        """End a piece of work; a line with its result stays."""
        task, *_ = self._tasks.pop(name)
        self._bar.remove_task(task)
        say(self.console, f"{name:<14}{result}".rstrip())
