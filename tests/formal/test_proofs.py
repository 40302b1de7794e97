"""Every proof holds, and each finds the bug that is planted for it."""

from pathlib import Path

import pytest

from tests.formal import arithmetic, buses, control, decisions, streams, words
from tests.formal.table import row, table

PAGE = Path(__file__).parents[2] / "docs" / "verification.md"
ROOMS = (arithmetic, decisions, streams, words, buses, control)
PROOFS = tuple(proof for room in ROOMS for proof in room.PROOFS)

each = pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)


@each
def test_claim_holds(proof, tmp_path, note):
    result, seconds = proof.holds(tmp_path)
    assert result == "PASS"
    note(proof, "holds", seconds)


@each
def test_planted_bug_is_found(proof, tmp_path, note):
    result, seconds = proof.with_bug(tmp_path)
    assert result == "FAIL"
    note(proof, "bug", seconds)


def test_the_page_has_these_proofs():
    rows = table(PAGE).splitlines()[2:]
    assert len(rows) == len(PROOFS)
    for line, proof in zip(rows, PROOFS, strict=True):
        assert line.startswith(row(proof)), f"make proofs: {proof.name}"
