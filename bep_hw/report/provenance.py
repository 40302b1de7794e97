"""Where a run is from: command, versions, and hashes of its data, weights and files."""

import hashlib
import platform

from bep_hw import __version__
from bep_hw.report.figure import Figure
from bep_hw.report.template import fill
from bep_hw.train import checkpoint, outputs
from bep_hw.train.again import command as command_of

FILES = (outputs.SUMMARY, outputs.HISTORY, outputs.WEIGHTS, outputs.INPUTS, checkpoint.FILE_NAME)


def origin(run):
    """The table of one run."""
    values, preset = run.summary or {}, run.preset
    facts = {"folder": str(run.folder), "preset": preset.name, "data set": preset.dataset}
    if run.origin.checksum is not None:
        facts["CRC-32 of the data"] = f"{run.origin.checksum:08x}"
    facts["backend, seed"] = f"{run.run.backend}, {run.run.seed}"
    versions = values.get("versions", {})
    if versions:
        facts["trained by"] = ", ".join(f"{name} {version}" for name, version in versions.items())
    facts["report by"] = f"bep-hw {__version__}, Python {platform.python_version()}"
    if values:
        facts["weights_sha256"] = values["weights_sha256"]
    command = command_of(run.run, run.origin.folder)
    hashes = "The hashes tell whether two runs, or two copies of a file, are equal."
    again = "The command trains the same weights again, bit for bit."
    none = "No single command trains this run again."
    return Figure(
        title="Origin",
        text=f"{again if command else none} {hashes}",
        body=fill("provenance.html", facts=facts, files=_hashes(run), command=command or ""),
        run=run.name,
    )


def _hashes(run):
    """{file name: SHA-256} of the run's files."""
    paths = (run.folder / name for name in FILES)
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()
    }
