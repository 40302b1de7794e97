"""The folder of the pictures that the scripts of this folder draw, and how they get there."""

from pathlib import Path

IMAGES = Path(__file__).parents[1] / "images"


def save(canvas, name, folder=IMAGES):
    """Write a `Canvas` to the file `name`."""
    (Path(folder) / name).write_text(canvas.svg())
