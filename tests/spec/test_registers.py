"""The one description of the registers, and what is made from it."""

import dataclasses
import itertools
import random
import shutil
import subprocess

import numpy as np
import pytest

from bep_hw.build.verilog import c_header
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.payloads import load_fields, result_fields
from bep_hw.spec.registers import (
    ADDRESS_BITS,
    BUS_ADDRESS_BITS,
    GLOBAL,
    GLOBAL_IN_TIME,
    INTERRUPTS,
    LAYER,
    LAYER_IN_TIME,
    RESULT,
    SHELL,
    STEPS_LOW,
    VERSION,
    WINDOW,
    WINDOWS,
    Field,
    address,
)
from bep_hw.support import toolchain

CORE = CoreConfig(tile_rows=8, tile_columns=48, lanes=12)


def test_names_are_all_different():
    names = [register.name for register in (*GLOBAL, *GLOBAL_IN_TIME, *SHELL, *WINDOWS)]
    assert len(set(names)) == len(names)
    assert {register.access for register in (*GLOBAL, *SHELL, *WINDOWS)} <= {"rw", "ro", "wo"}


def test_a_bus_adds_behind_the_core():
    """Windows begin where their size says and do not overlap."""
    places = [register.address for register in SHELL]
    for register in WINDOWS:
        assert register.address % WINDOW == 0
        places += range(register.address, register.address + WINDOW)
    assert len(set(places)) == len(places)
    assert min(places) >= 1 << ADDRESS_BITS and max(places) < 1 << BUS_ADDRESS_BITS


def test_a_result_is_32_bits():
    """And each part of it holds what any core may say."""
    ends = [0, *(field.low + field.bits for field in RESULT)]
    assert ends[:-1] == [field.low for field in RESULT] and ends[-1] == 32
    largest = result_fields(CoreConfig(max_width=16384, max_classes=4096))
    assert [field.name for field in largest] == [field.name for field in RESULT]
    assert all(own.bits <= field.bits for own, field in zip(largest, RESULT, strict=True))


@pytest.mark.parametrize("value", [-4, -1, 0, 3])
def test_fields_of_integers_and_arrays(value):
    field = Field("margin", 5, 3, signed=True)
    word = (value & 7) << 5 | 0xFF00_001F
    assert field.of(word) == value
    np.testing.assert_array_equal(field.of(np.array([word, 0])), [value, 0])


def header_values(folder, expressions, core=CORE):
    """What the compiler makes of expressions that use the header."""
    (folder / c_header.NAME).write_text(c_header.text(core))
    lines = [f'printf("%lld\\n", (long long)({expression}));' for expression in expressions]
    (folder / "values.c").write_text(
        f'#include <stdio.h>\n#include "{c_header.NAME}"\n'
        f"int main(void) {{\n{chr(10).join(lines)}\nreturn 0;\n}}\n"
    )
    command, _ = toolchain.compiler()
    flags = ("-x", "c++", "-Wall", "-Wextra", "-Wpedantic", "-Werror")
    if shutil.which("gcc"):
        command, flags = "gcc", ("-std=c99", *flags[2:])
    subprocess.run([command, *flags, "values.c", "-o", "values"], cwd=folder, check=True)
    done = subprocess.run([folder / "values"], capture_output=True, text=True, check=True)
    return [int(line) for line in done.stdout.split()]


def test_the_c_header_says_the_same(tmp_path):
    source = random.Random(0)
    bits = {f"BEP_INTERRUPT_{name.upper()}": 1 << i for i, name in enumerate(INTERRUPTS)}
    wanted = bits | {"BEP_VERSION_VALUE": VERSION, "BEP_WINDOW_BYTES": 4 * WINDOW}
    for register in (*GLOBAL, *SHELL, *WINDOWS):
        wanted[f"BEP_{register.name.upper()}"] = 4 * address(register.name)
    for register, layer in itertools.product(LAYER, (0, 3)):
        name = f"BEP_LAYER({layer}, BEP_LAYER_{register.name.upper()})"
        wanted[name] = 4 * address(register.name, layer)
    for field in RESULT:
        for word in (0, 0xFFFF_FFFF, 1 << 30, *(source.getrandbits(32) for _ in range(10))):
            wanted[f"BEP_RESULT_{field.name.upper()}({word}u)"] = field.of(word)
    for field in load_fields(CORE):
        wanted[f"BEP_LOAD_{field.name.upper()}_BITS"] = field.bits
    wanted["BEP_LOAD_DATA_LOW"] = sum(field.bits for field in load_fields(CORE)[:-1])
    wanted["BEP_SAMPLE_WORDS"] = 2
    wanted["BEP_CORE_COUNTER_BITS"] = CORE.counter_bits
    assert dict(zip(wanted, header_values(tmp_path, wanted), strict=True)) == wanted


def test_the_c_header_of_a_recurrent_core(tmp_path):
    wanted = {"BEP_LABEL_WORD(5u, 3u)": 5 | 3 << STEPS_LOW}
    for register in GLOBAL_IN_TIME:
        wanted[f"BEP_{register.name.upper()}"] = 4 * address(register.name)
    for register, layer in itertools.product(LAYER_IN_TIME, (0, 3)):
        name = f"BEP_TIME({layer}, BEP_TIME_{register.name.upper()})"
        wanted[name] = 4 * address(register.name, layer)
    core = dataclasses.replace(CORE, max_steps=9)
    assert dict(zip(wanted, header_values(tmp_path, wanted, core), strict=True)) == wanted
    assert "BEP_TIME" not in c_header.text(CORE)
