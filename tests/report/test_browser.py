"""The page in a headless browser: it fits phones and desktops, and shows all its pictures."""

import html
import json
import re
import shutil
import subprocess

import pytest

from bep_hw.report.page import page
from bep_hw.report.runs import read_all

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
WIDTHS = (320, 390, 1360)

MEASURE = """
<pre id="found"></pre>
<script>
onload = () => {
  const found = [...document.querySelectorAll("iframe")].map((frame) => {
    const inner = frame.contentDocument;
    const images = [...inner.images];
    return {
      width: inner.documentElement.scrollWidth,
      images: images.length,
      broken: images.filter((image) => !image.complete || !image.naturalWidth).length,
      cut: [...inner.querySelectorAll("article, dl, h1")].filter(
        (one) => one.scrollWidth > one.clientWidth + 1).length,
      columns: getComputedStyle(inner.querySelector("#learning .grid"))
        .gridTemplateColumns.split(" ").length,
    };
  });
  document.getElementById("found").textContent = JSON.stringify(found);
};
</script>
"""


@pytest.mark.skipif(
    BROWSER is None, reason="Chromium is not there: pip has none, and apt installs it for root only"
)
def test_no_part_is_wider_than_the_screen(digits, other, tmp_path):
    text = page(read_all([digits, other]))
    frames = "".join(
        f'<iframe style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(text)}">'
        "</iframe>"
        for width in WIDTHS
    )
    (tmp_path / "frames.html").write_text(f"<!DOCTYPE html>{frames}{MEASURE}")
    command = [BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=10000",
        "--dump-dom",
    ]
    done = subprocess.run(
        [*command, f"file://{tmp_path / 'frames.html'}"],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    (found,) = re.findall(r'<pre id="found">(.*?)</pre>', done.stdout)
    frames = json.loads(html.unescape(found))
    assert [frame["width"] for frame in frames] == list(WIDTHS)
    for frame in frames:
        assert frame["images"] > 10 and not frame["broken"] and not frame["cut"]
    assert [frame["columns"] for frame in frames] == [1, 1, 3]
