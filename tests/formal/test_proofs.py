"""Every proof holds, and each finds the bug that is planted for it."""

from pathlib import Path

import pytest

from tests.formal import (
    arithmetic,
    buses,
    control,
    decisions,
    encoders,
    fifos,
    inventory,
    predictor,
    serial,
    streams,
    tables,
    winners,
    words,
)
from tests.formal.table import row, table

PAGE = Path(__file__).parents[2] / "docs" / "verification.md"
ROOMS = (
    arithmetic,
    decisions,
    winners,
    streams,
    encoders,
    serial,
    words,
    fifos,
    buses,
    control,
    predictor,
    tables,
)
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


def test_every_stream_and_every_kind_of_fifo_has_a_proof():
    """A new one needs a proof, or a reason in the inventory why it needs none."""
    proved = {what for proof in PROOFS for what in proof.proves}
    assert inventory.outputs() | inventory.fifos() == proved | set(inventory.WIRED)
    assert not proved & set(inventory.WIRED)


def test_the_inventory_sees_a_new_stream(tmp_path, monkeypatch):
    source = """
class Tap(Component):
    def __init__(self, shape):
        super().__init__({"i": In(stream.Signature(shape)), "o": Out(stream.Signature(shape))})

    def elaborate(self, platform):
        return SyncFIFOBuffered(width=1, depth=2)
"""
    (tmp_path / "tap.py").write_text(source)
    monkeypatch.setattr(inventory, "GATEWARE", tmp_path)
    assert inventory.outputs() == {"Tap.o"}
    assert inventory.fifos() == {"SyncFIFOBuffered"}


def test_the_page_has_these_proofs():
    rows = table(PAGE).splitlines()[2:]
    assert len(rows) == len(PROOFS)
    for line, proof in zip(rows, PROOFS, strict=True):
        assert line.startswith(row(proof)), f"make proofs: {proof.name}"
