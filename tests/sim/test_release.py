"""A release: versions that agree, bitstreams that are those of the manifest, checksums."""

import json
import subprocess

import pytest

import bep_hw
from bep_hw.support.errors import ConfigError
from sim import bitstreams, release

CITATION = 'cff-version: 1.2.0\nversion: 1.1.0\ndate-released: "2026-02-03"\n'
CHANGELOG = """# Changelog

## [Unreleased]
{}
## [1.1.0] - 2026-02-03

- Second.

## [1.0.0] - 2026-01-01

- First.
"""


@pytest.mark.parametrize("entries, unreleased", [("", False), ("\n- New.\n", True)])
def test_versions_that_agree(entries, unreleased):
    found = release.check_versions("1.1.0", CHANGELOG.format(entries), CITATION)
    assert found == unreleased


@pytest.mark.parametrize(
    "version, citation, message",
    [
        ("1.2.0", CITATION, "newest version is 1.1.0, not 1.2.0"),
        ("1.0.0", CITATION, "newest version is 1.1.0, not 1.0.0"),
        ("1.1.0", CITATION.replace("1.1.0", "1.0.0"), "CITATION.cff: is of"),
        ("1.1.0", CITATION.replace("02-03", "02-04"), "CITATION.cff: is of"),
        ("1.1.0", "", "CITATION.cff: is of"),
    ],
)
def test_versions_that_do_not(version, citation, message):
    with pytest.raises(ConfigError, match=message):
        release.check_versions(version, CHANGELOG.format(""), citation)


def test_versions_of_this_checkout():
    texts = [(release.ROOT / name).read_text() for name in ("CHANGELOG.md", "CITATION.cff")]
    release.check_versions(bep_hw.__version__, *texts)


@pytest.fixture
def built(tmp_path):
    """(folder of bitstreams of two boards, empty folder of a release)."""
    source, out = tmp_path / "bitstreams", tmp_path / "release"
    out.mkdir()
    boards = {}
    for board in ("one", "two"):
        place = source / board / f"{board}.bit"
        place.parent.mkdir(parents=True)
        place.write_text(board)
        boards[board] = {"sha256": {f"{board}/{board}.bit": release.sha256(place)}}
    boards["three"] = {"sha256": {}}  # built up to a step before its bitstream
    manifest = {"bep_hw": "1.1.0", "boards": boards}
    (source / bitstreams.MANIFEST).write_text(json.dumps(manifest))
    return source, out


def test_bitstreams_and_checksums(built):
    source, out = built
    assert release.copy_bitstreams(source, out, "1.1.0") == ["one", "two"]
    release.write_sums(out)
    release.write_sums(out)
    names = [line.split("  ")[1] for line in (out / release.SUMS).read_text().splitlines()]
    assert names == ["bitstreams.json", "one.bit", "two.bit"]
    check = ["sha256sum", "--check", "--strict", release.SUMS]
    assert subprocess.run(check, cwd=out, capture_output=True).returncode == 0
    (out / "two.bit").write_text("other")
    assert subprocess.run(check, cwd=out, capture_output=True).returncode == 1


def test_bitstreams_that_cannot_be_those(built, tmp_path):
    source, out = built
    assert release.copy_bitstreams(tmp_path / "nothing", out, "1.1.0") == []
    with pytest.raises(ConfigError, match=r"is of 1\.1\.0, not 1\.2\.0"):
        release.copy_bitstreams(source, out, "1.2.0")
    (source / "two" / "two.bit").write_text("other")
    with pytest.raises(ConfigError, match=r"two\.bit: was changed"):
        release.copy_bitstreams(source, out, "1.1.0")


def test_a_wheel_that_trains_something_else(monkeypatch, tmp_path):
    """The check of the wheel can fail: its weights are compared with those of the checkout."""
    monkeypatch.setattr(release.venv, "create", lambda *_, **__: None)
    monkeypatch.setattr(release, "train", lambda *_: "0" * 64)
    monkeypatch.setattr(release, "EPOCHS", 1)
    monkeypatch.setattr(release, "output", lambda python, *_: f"{python}/bep_hw")
    with pytest.raises(ConfigError, match=f"trains {'0' * 64}, the checkout"):
        release.check_wheel(tmp_path / "some.whl")
    monkeypatch.setattr(release, "output", lambda *_: "/elsewhere/bep_hw")
    with pytest.raises(ConfigError, match="was imported instead"):
        release.check_wheel(tmp_path / "some.whl")
