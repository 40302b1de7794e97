"""What stands at the top of the repository for people and forges agrees with the rest of it."""

import re
from pathlib import Path

import pytest
import yaml

import bep_hw

ROOT = Path(__file__).parents[1]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def read(name):
    return yaml.safe_load((ROOT / name).read_text())


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text()):
        assert (ROOT / target).exists(), target


def test_named_files_and_targets_exist():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    names = re.findall(r"`?((?:bep_hw|tests|docs|sim|boards)/[\w/.]*\w/?)`?", text)
    assert len(names) > 30
    for name in names:
        assert (ROOT / name).exists() or "NAME" in name, name
    for line in re.findall(r"^make ([a-z ]+)", text, re.MULTILINE):
        assert set(line.split()) <= TARGETS, line


def test_the_workflow_runs_targets_of_make():
    job = read(".github/workflows/ci.yml")["jobs"]["make"]
    assert set(job["strategy"]["matrix"]["target"]) == {"demo", "test", "site"} <= TARGETS
    used = {step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step}
    assert used == {"actions/checkout", "actions/setup-python"}
    ran = [step["run"] for step in job["steps"] if "run" in step]
    assert ran[-1] == "make ${{ matrix.target }}"
    assert all("make" in command for command in ran)


def test_hooks_are_local():
    for repository in read(".pre-commit-config.yaml")["repos"]:
        assert repository["repo"] == "local"
        assert all(hook["language"] == "system" for hook in repository["hooks"])


def test_the_citation_has_the_version_and_the_paper():
    citation = read("CITATION.cff")
    version = citation["version"]
    assert version == bep_hw.__version__
    heading = f"## [{version}] - {citation['date-released']}"
    assert heading in (ROOT / "CHANGELOG.md").read_text().splitlines()
    (paper,) = citation["references"]
    readme = (ROOT / "README.md").read_text()
    for author in paper["authors"]:
        assert author["family-names"] in readme
    assert paper["url"] in readme
