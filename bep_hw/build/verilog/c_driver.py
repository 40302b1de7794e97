"""The driver in C that goes with the C header of a core."""

from pathlib import Path

FOLDER = Path(__file__).parent / "driver"
NAMES = ("bep_driver.h", "bep_driver.c", "bep_memory.c", "bep_train.c")


def files():
    """{name: text} of the driver; it is the same for every core behind a bus of a processor."""
    return {name: (FOLDER / name).read_text() for name in NAMES}
