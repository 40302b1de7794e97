"""What is shown of work that takes long."""

from io import StringIO

from rich.console import Console

from bep_hw.support.display import Tasks


def test_tasks():
    text = StringIO()
    with Tasks(Console(file=text)) as tasks:
        tasks.begin("synthesis")
        tasks.note("synthesis", "too soon for a line")
        tasks.LINES = 0
        tasks.note("synthesis", "")
        tasks.note("synthesis", "3.21 ABC pass")
        tasks.done("synthesis", "3 s")
    assert text.getvalue() == "synthesis     0:00  3.21 ABC pass\nsynthesis     3 s\n"


def test_tasks_on_a_terminal():
    """A line for each that goes on."""
    text = StringIO()
    console = Console(file=text, force_terminal=True, width=80)
    with Tasks(console) as tasks:
        for name in ("seed 1", "seed 2"):
            tasks.begin(name)
        tasks.note("seed 2", "router, 4804 arcs left")
        tasks.done("seed 1", "51.26 MHz, 600 s")
        shown = tasks._bar.get_renderable()
    line = StringIO()
    Console(file=line, width=80).print(shown)
    line = line.getvalue()
    assert "seed 2" in line and "router, 4804 arcs left" in line and "seed 1" not in line
    assert "seed 1        51.26 MHz, 600 s" in text.getvalue()
