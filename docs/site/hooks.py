"""Hooks of the site: files that lie outside docs/, and links that lead to the same page there.

In the repository a link is relative to the file that it stands in, as a forge shows it. Some pages
have another place in the site, so each relative link is written anew.
"""

import posixpath
import re
from pathlib import Path

from mkdocs.structure.files import File

ROOT = Path(__file__).parents[2]

PLACES = {
    "README.md": "index.md",
    "docs/README.md": "how_it_works.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "CITATION.cff": "CITATION.cff",
    "boards/README.md": "boards/README.md",
    "boards/arty_a7/README.md": "boards/arty_a7/README.md",
    "rtl/README.md": "rtl/README.md",
}
"""Place in the site of files that have another one than in docs/."""

SOURCES = {place: source for source, place in PLACES.items()}

LINK = re.compile(r"""(\]\(|\bsrc="|\bhref=")([^)"\s#:]+)(?=[)"#])""")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def on_files(files, config):
    """Put the files of `PLACES` where they belong."""
    moved = files.get_file_from_path("README.md")
    if moved:
        files.remove(moved)
    for source, place in PLACES.items():
        files.append(File.generated(config, place, abs_src_path=str(ROOT / source)))
    return files


def place_of(source):
    """Path within the site of a file of the repository."""
    return PLACES.get(source, source.removeprefix("docs/"))


def on_page_markdown(markdown, page, config, files):
    """The text of a page with its relative links as the site needs them; code is left alone."""
    here = page.file.src_uri
    source = SOURCES.get(here, f"docs/{here}")

    def link(match):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), match[2]))
        return match[1] + posixpath.relpath(place_of(target), posixpath.dirname(here) or ".")

    def prose(text):
        """With links, and numbers that keep their deviation beside them on narrow screens."""
        return LINK.sub(link, text).replace(" ± ", "\N{NO-BREAK SPACE}±\N{NO-BREAK SPACE}")

    parts, end = [], 0
    for fence in FENCE.finditer(markdown):
        parts += [prose(markdown[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*parts, prose(markdown[end:])])
