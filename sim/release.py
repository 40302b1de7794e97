"""Builds and checks what a release consists of: `make release`.

    python -m sim.release            # into build/release: wheel, sdist, site, bitstreams, checksums
    python -m sim.release --final    # refused while CHANGELOG.md has entries under Unreleased

The wheel is installed in a fresh environment and trains there, outside the checkout, to the weights
of the checkout. Bitstreams are included if `make bitstreams` has built them.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
import venv
from pathlib import Path

import bep_hw
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.toolchain import output
from sim import bitstreams

ROOT = Path(__file__).parents[1]
BITSTREAMS = ROOT / "build" / "bitstreams"
SUMS = "SHA256SUMS"
EPOCHS = 3
"""Epochs of the digits that the installed wheel trains."""

HEADING = re.compile(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$\n(.*?)(?=^## |\Z)", re.M | re.S)


def check_versions(version, changelog, citation):
    """Whether CHANGELOG.md has unreleased entries; ConfigError if the three disagree.

    version: of the package; changelog, citation: texts of CHANGELOG.md and of CITATION.cff
    """
    sections = {name: (date, text.strip()) for name, date, text in HEADING.findall(changelog)}
    newest = next((name for name in sections if name != "Unreleased"), None)
    require(newest == version, f"CHANGELOG.md: its newest version is {newest}, not {version}")
    cited = dict(re.findall(r'^(version|date-released): "?([^"\n]+)', citation, re.M))
    found = (cited.get("version"), cited.get("date-released"))
    expected = (version, sections[version][0])
    require(found == expected, f"CITATION.cff: is of {found}, CHANGELOG.md of {expected}")
    return bool(sections.get("Unreleased", ("", ""))[1])


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build_packages(out):
    """Path of the wheel in `out`. It is built from the sdist beside it, which is so complete."""
    output(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT))
    (wheel,) = out.glob("*.whl")
    return wheel


def train(programs, folder):
    """weights_sha256 of digits that `bep-hw` in the folder `programs` trains, in another folder."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    output(
        *(str(programs / "bep-hw"), "train", "--preset", "digits"),
        *("--epochs", str(EPOCHS), "--out", "run"),
        environment=environment,
        folder=folder,
    )
    return json.loads((folder / "run" / "summary.json").read_text())["weights_sha256"]


def check_wheel(wheel):
    """weights_sha256 of digits; ConfigError unless the installed wheel trains as this package."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        venv.create(place / "venv", with_pip=True)
        programs = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
        python = str(programs / "python")
        output(python, "-m", "pip", "install", "--quiet", f"{wheel}[data]")
        where = output(python, "-I", "-c", "import bep_hw; print(bep_hw.__file__)")
        require(place in Path(where).parents, f"{wheel.name}: {where} was imported instead")
        found = train(programs, place)
        summary = bep_hw.train("digits", place / "here", epochs=EPOCHS)
    expected = summary["weights_sha256"]
    require(found == expected, f"{wheel.name}: trains {found}, the checkout {expected}")
    return found


def build_site(out, name):
    """The site as an archive, with a folder `name` in it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        place = Path(folder) / name
        output(
            *(sys.executable, "-m", "mkdocs", "build", "--strict"),
            *("--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(place)),
            environment=environment,
        )
        shutil.make_archive(str(out / name), "gztar", folder, name)


def build_datasheet(out):
    """The datasheet of the reference core, as HTML and PDF; names of its files in `out`."""
    before = set(out.iterdir())
    script = ROOT / "docs" / "drawing" / "print_datasheet.py"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    output(sys.executable, str(script), "-o", str(out), environment=environment)
    return sorted(path.name for path in set(out.iterdir()) - before)


def copy_bitstreams(source, out, version):
    """Copy the bitstreams that the manifest in `source` names; names of their boards.

    ConfigError if one was changed since, or if they are of another version of the package.
    """
    place = source / bitstreams.MANIFEST
    if not place.exists():
        return []
    manifest = json.loads(place.read_text())
    found = manifest["bep_hw"]
    require(found == version, f"{place}: is of {found}, not {version}; run make bitstreams")
    boards = []
    for board, entry in manifest["boards"].items():
        for name, expected in entry["sha256"].items():
            require(sha256(source / name) == expected, f"{source / name}: was changed")
            shutil.copy(source / name, out)
            boards.append(board)
    shutil.copy(place, out / "bitstreams.json")
    return boards


def write_sums(out):
    """Checksums of all files, for `sha256sum --check`."""
    files = sorted(path for path in out.iterdir() if path.name != SUMS)
    (out / SUMS).write_text("".join(f"{sha256(path)}  {path.name}\n" for path in files))


def release(out, *, final=False):
    """Write everything into `out`, which is emptied first, and say each step."""
    version = bep_hw.__version__
    texts = [(ROOT / name).read_text() for name in ("CHANGELOG.md", "CITATION.cff")]
    unreleased = check_versions(version, *texts)
    require(not (final and unreleased), "CHANGELOG.md: has entries under Unreleased")
    print(f"version {version}" + (", and unreleased changes: a preview" if unreleased else ""))
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    wheel = build_packages(out)
    print(f"wheel and sdist: {wheel.name}")
    weights = check_wheel(wheel)
    print(f"fresh environment: digits, {EPOCHS} epochs, weights {weights[:12]} as in the checkout")
    build_site(out, f"bep_hw-{version}-site")
    print("site: every link within it leads somewhere")
    sheets = build_datasheet(out)
    missing = "" if any(name.endswith(".pdf") for name in sheets) else "; no PDF without Chromium"
    print(f"datasheet: {', '.join(sheets)}{missing}")
    boards = copy_bitstreams(BITSTREAMS, out, version)
    print(f"bitstreams: {', '.join(boards) or 'NONE, since make bitstreams has not built any'}")
    write_sums(out)
    print(f"{out}: {len(list(out.iterdir()))} files, checksums in {SUMS}")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "release")
    parser.add_argument("--final", action="store_true", help="refuse unreleased changes")
    given = parser.parse_args(arguments)
    try:
        release(given.out.absolute(), final=given.final)
    except ConfigError as error:
        print(f"sim.release: error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
