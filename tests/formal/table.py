"""The table of proofs in docs/verification.md."""

from pathlib import Path

BEGIN, END = "<!-- proofs -->\n", "<!-- end of proofs -->\n"
HEAD = "| block | claim | proved | s | planted bug, found | s |\n|---|---|---|---:|---|---:|\n"


def row(proof, seconds=None):
    """A line of the table; without `seconds` as far as it is the same on every computer."""
    how = f"bounded, {proof.depth} cycles" if proof.bounded else f"induction, {proof.depth}"
    if proof.bounded:
        how += f": {proof.bounded}"
    claim, bug = (text.replace("|", "\\|") for text in (proof.claim, proof.bug[0]))
    first = f"| {proof.block} | {claim} | {how} |"
    if seconds is None:
        return first
    holds, found = (f"{seconds[what]:.1f}" if what in seconds else "" for what in ("holds", "bug"))
    return f"{first} {holds} | {bug} | {found} |\n"


def table(page):
    """The lines of the table on a page."""
    return Path(page).read_text().partition(BEGIN)[2].partition(END)[0]


def write(page, proofs):
    """Write the table anew; {proof: {"holds" or "bug": processor seconds}}."""
    text = Path(page).read_text()
    before, _, rest = text.partition(BEGIN)
    rows = "".join(row(proof, seconds) for proof, seconds in proofs.items())
    Path(page).write_text(before + BEGIN + HEAD + rows + END + rest.partition(END)[2])
