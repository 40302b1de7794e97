"""A version of the register map means one map: docs/reference/registers.md has the rules.

register_maps/N.txt is version N, of the core that has all registers. Write that of a new version
with `python -m tests.spec.test_register_versions`; a released one never changes.
"""

from pathlib import Path

from bep_hw.spec.address_map import address_map
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.registers import MAP_VERSION, VERSION, byte_address

MAPS = Path(__file__).parent / "register_maps"
CORE = CoreConfig(tile_rows=8, tile_columns=48, lanes=12, max_steps=5)


def current():
    """Lines of the map: byte address, name, access, and field:lowest bit:bits of every field."""
    found = address_map(CORE, bus="axi")
    entries = [(r.address, r.name, r) for r in (*found.registers, *found.windows)]
    for table in found.tables:
        entries += [(table.base + r.address, f"{table.name}.{r.name}", r) for r in table.registers]
    for place, name, register in sorted(entries, key=lambda entry: entry[:2]):
        fields = (f"{f.name}:{f.low}:{f.bits}" for f in register.fields)
        yield f"{byte_address(place):#05x} {name} {register.access} {' '.join(fields)}"


def test_this_version_is_its_map():
    name = f"{MAP_VERSION}.txt"
    assert (MAPS / name).exists(), f"write register_maps/{name}"
    assert list(current()) == (MAPS / name).read_text().splitlines(), "a new map is a new version"
    assert VERSION >> 16 == 0xBE90


def test_no_address_gets_another_register():
    """What was written for an older version never reaches a register of another name."""
    names = {}
    for path in sorted(MAPS.glob("*.txt"), key=lambda path: int(path.stem)):
        for line in path.read_text().splitlines():
            place, name, *_ = line.split()
            assert names.setdefault(place, name) == name, f"{path.name}: {place}"
    assert names["0x800"] == "version"


if __name__ == "__main__":
    (MAPS / f"{MAP_VERSION}.txt").write_text("\n".join(current()) + "\n")
