"""The test bench of a core behind a bus passes, and fails when anything else comes back."""

import pytest

from bep_hw.build.verilog.bus_bench import PATIENT, READ, SEND, TAKE, UNTIL_ANY, UNTIL_ZERO, WRITE
from bep_hw.build.verilog.core import emit
from tests.helpers.icarus import icarus
from tests.helpers.verilator import verilator
from tests.test_rtl import TINY, WORDS

FILES = {"axi": "bus", "wishbone": "bus", "uart": "bytes"}


@pytest.mark.parametrize("bus", FILES)
def test_it_passes_and_can_fail(bus, tmp_path):
    """Verilator has nothing to say of it; the last word that is compared is one of the counters."""
    emit(TINY, tmp_path, bus=bus, divisor=4 if bus == "uart" else None)
    top = f"bep_{bus}"
    files = (f"{top}.vlt", f"{top}_tb.sv", f"{top}.v")
    assert "%" not in verilator(tmp_path, "--lint-only", "--timing", "--top", f"{top}_tb", *files)
    status, output = icarus(tmp_path, top, "2012")
    assert status == 0
    assert "PASS: 16 samples, 72 words of counters" in output
    path = tmp_path / f"{top}_{FILES[bus]}.hex"
    lines = path.read_text().split()
    last = int(lines[-2], 16) ^ 1
    path.write_text("\n".join([*lines[:-2], f"{last:0{len(lines[-2])}x}", lines[-1]]) + "\n")
    status, output = icarus(tmp_path, top, "2012")
    assert status != 0 and "FAIL" in output


def test_axi_trains_by_registers_and_by_streams(tmp_path):
    """Half of the samples each; Wishbone has registers alone."""
    kinds = {}
    for bus in ("axi", "wishbone"):
        emit(TINY, tmp_path / bus, bus=bus)
        lines = (tmp_path / bus / f"bep_{bus}_bus.hex").read_text().split()
        kinds[bus] = [int(line, 16) >> 44 for line in lines]
    of_registers = {WRITE, READ, UNTIL_ZERO, UNTIL_ANY, PATIENT}
    assert set(kinds["axi"]) == of_registers | {SEND, TAKE}
    assert set(kinds["wishbone"]) == of_registers
    assert kinds["axi"].count(TAKE) == 8


@pytest.mark.parametrize("bus", FILES)
def test_a_core_that_encodes_series(bus, tmp_path):
    """Its thresholds, its matrix and numbers of 8 bits come over the bus as well."""
    emit(WORDS, tmp_path, bus=bus, divisor=4 if bus == "uart" else None)
    status, output = icarus(tmp_path, f"bep_{bus}", "2012")
    assert status == 0 and "PASS: 16 samples, 38 words of counters" in output
