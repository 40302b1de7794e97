"""Where a run is from: command, versions, and hashes of its data, weights and files."""

import hashlib
import platform

from bep_hw import __version__
from bep_hw.report.figure import Figure
from bep_hw.report.template import fill
from bep_hw.train import again, checkpoint, outputs

FILES = (outputs.SUMMARY, outputs.HISTORY, outputs.WEIGHTS, outputs.INPUTS, checkpoint.FILE_NAME)


def figures(run):
    """The table of one run."""
    values, preset = run.summary or {}, run.preset
    facts = {"folder": str(run.folder), "preset": preset.name, "data set": preset.dataset}
    if run.data_checksum is not None:
        facts["CRC-32 of the data"] = f"{run.data_checksum:08x}"
    facts["backend, seed"] = f"{run.run.backend}, {run.run.seed}"
    versions = values.get("versions", {})
    if versions:
        facts["trained by"] = ", ".join(f"{name} {version}" for name, version in versions.items())
    facts["report by"] = f"bep-hw {__version__}, Python {platform.python_version()}"
    if values:
        facts["weights_sha256"] = values["weights_sha256"]
    command = again.command(run.run, run.data_folder)
    return [
        Figure(
            title="Provenance",
            text="The command trains the same weights again, bit for bit. The hashes tell whether"
            " two runs, or two copies of a file, are equal."
            if command
            else "No single command trains this run again. The hashes tell whether two runs, or two"
            " copies of a file, are equal.",
            body=fill("provenance.html", facts=facts, files=_hashes(run), command=command or ""),
            run=run.name,
        )
    ]


def _hashes(run):
    """{file name: SHA-256} of the run's files."""
    paths = (run.folder / name for name in FILES)
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()
    }
