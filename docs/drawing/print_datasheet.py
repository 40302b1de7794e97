"""Makes one HTML file and one PDF file of the datasheet: `make datasheet`.

    python docs/drawing/print_datasheet.py                        # rtl/digits, into build/datasheet
    python docs/drawing/print_datasheet.py build/axi -o build/axi # of a core that `emit` wrote

The registers, field by field, are an appendix. Pictures are part of the file. A browser prints the
PDF: Chromium or Chrome, which draw pictures and tables as the site does, so that no second
renderer has to be mended. Without one there is only the HTML, and a message.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import make_datasheet
import markdown
from jinja2 import Environment, FileSystemLoader

import bep_hw

REFERENCE = make_datasheet.ROOT / "docs" / "reference"
EXTENSIONS = ("tables", "toc", "sane_lists", "attr_list")
MADE = re.compile(r"^Written by `docs/drawing/.*?\n\n", re.MULTILINE | re.DOTALL)
"""How the pages in the repository are made, which no reader of the datasheet has to know."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def picture(match):
    """An <img> of an SVG file as the drawing itself, which keeps its size or gets narrower."""
    text, place = (re.search(f'{name}="([^"]*)"', match[0])[1] for name in ("alt", "src"))
    drawing = (REFERENCE / place).read_text()
    return f"<figure>{drawing}<figcaption>{text}</figcaption></figure>"


def html(manifest):
    """The whole datasheet of a core as one page; links to other pages are only words."""
    sheet = make_datasheet.datasheet(manifest)
    registers = (REFERENCE / "registers.md").read_text()
    appendix = registers.replace("\n#", "\n##").replace("# ", "## Appendix: ", 1)
    converter = markdown.Markdown(
        extensions=EXTENSIONS, extension_configs={"toc": {"toc_depth": "2-2"}}
    )
    body = converter.convert(MADE.sub("", f"{sheet}\n{appendix}"))
    body = re.sub(r"<p>(<img [^>]*>)</p>", picture, body)
    body = re.sub(r'<a href="(?!#|https?:)[^"]*">(.*?)</a>', r"\1", body, flags=re.DOTALL)
    title, body = re.fullmatch(r"<h1[^>]*>(.*?)</h1>(.*)", body, re.DOTALL).groups()
    template = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=False)
    return template.get_template("datasheet.html.jinja").render(
        title=title, contents=converter.toc, body=body, version=bep_hw.__version__
    )


def browser():
    """Path of a browser that prints; None if there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def pdf(page, out):
    """Print the HTML file `page` to the file `out`; False if there is no browser."""
    found = browser()
    if found is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                *(found, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
                *(f"--user-data-dir={profile}", f"--print-to-pdf={out}", page.as_uri()),
            ],
            check=True,
            capture_output=True,
        )
    return True


def main(arguments=None):
    root = make_datasheet.ROOT
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("core", nargs="?", type=Path, default=root / "rtl" / "digits")
    parser.add_argument("-o", "--out", type=Path, default=root / "build" / "datasheet")
    given = parser.parse_args(arguments)
    manifest = json.loads((given.core / "manifest.json").read_text())
    given.out.mkdir(parents=True, exist_ok=True)
    page = (given.out / f"{manifest['top']}_{manifest['preset']}.html").absolute()
    page.write_text(html(manifest))
    print(page)
    printed = page.with_suffix(".pdf")
    if pdf(page, printed):
        print(printed)
    else:
        print(f"no PDF: none of {', '.join(BROWSERS)} was found", file=sys.stderr)


if __name__ == "__main__":
    main()
