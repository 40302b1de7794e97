"""Photographs a report into images/report.png, and as a phone shows it, images/report_phone.png.

Run it from the top of the repository as `PYTHONPATH=. python docs/drawing/make_report_images.py`.
It trains the digits, which takes a minute, and needs Chromium; letters look as on this machine.
"""

import html
import subprocess
import sys
import tempfile
from pathlib import Path

from images import IMAGES
from PIL import Image

from bep_hw.report.write import report
from bep_hw.train.api import train

PHONE, COLUMN = 390, 1500
"""Width of the phone, and the height of each of the columns that its long page is cut into."""


def photograph(page, width, height, folder):
    """An Image of the top of the file `page`."""
    target = folder / "shot.png"
    command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--window-size={width},{height}"]
    subprocess.run([*command, f"--screenshot={target}", f"file://{page}"], check=True)
    return Image.open(target).convert("RGB")


def main(images=IMAGES):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        train("digits", folder / "digits", backend="native")
        page = report([folder / "digits"])
        desktop = photograph(page, 1180, 1430, folder)
        # No window is as narrow as a phone, but a frame is.
        frame = folder / "frame.html"
        style = f"border:0;width:{PHONE}px;height:{3 * COLUMN}px"
        text = html.escape(page.read_text())
        frame.write_text(f'<body style="margin:0"><iframe style="{style}" srcdoc="{text}">')
        long = photograph(frame, 800, 3 * COLUMN, folder).crop((0, 0, PHONE, 3 * COLUMN))
    phone = Image.new("RGB", (3 * PHONE + 40, COLUMN), "#888888")
    for column in range(3):
        part = long.crop((0, column * COLUMN, PHONE, (column + 1) * COLUMN))
        phone.paste(part, (column * (PHONE + 20), 0))
    for name, image in (("report.png", desktop), ("report_phone.png", phone)):
        image.quantize(128).save(Path(images) / name, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
