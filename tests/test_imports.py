"""Imports run one way: every room knows only rooms below it."""

import ast
import graphlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "bep_hw"
FLOORS = (
    ("support",),
    ("spec",),
    ("golden", "native", "cycles", "gateware", "data", "host"),
    ("cosim",),
    ("train",),
    ("build",),
    ("report",),
    ("cli", "integrations"),
)
"""Rooms from the ground up; those of one floor do not know each other."""

BESIDE = {("native", "golden"), ("cycles", "golden")}
"""But native and cycles use the golden model."""

FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
FILES = sorted(path for room in FLOOR for path in (PACKAGE / room).rglob("*.py"))


def imports(path):
    """Full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def allowed(room, other):
    return room == other or FLOOR[other] < FLOOR[room] or (room, other) in BESIDE


def test_every_module_is_in_a_room():
    outside = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert not outside
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms == set(FLOOR)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_down(path):
    room = path.relative_to(PACKAGE).parts[0]
    for name in imports(path):
        top, *rest = name.split(".")
        if top == "bep_hw" and rest and rest != ["__version__"]:
            assert rest[0] in FLOOR, f"{path}: {name}: is in no room"
            assert allowed(room, rest[0]), f"{path}: {name}: {room} must not know {rest[0]}"


def module_of(path):
    """Full name of the module in a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def test_no_circle():
    """No module imports, through any others, itself; not even within a function."""
    modules = {module_of(path): path for path in FILES}

    def known(name):
        while name and name not in modules:
            name = name.rpartition(".")[0]
        return name

    graph = {
        name: {known(other) for other in imports(path)} - {name, ""}
        for name, path in modules.items()
    }
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) == len(modules)


@pytest.mark.parametrize(
    ("room", "library"), [("gateware", "numpy"), ("golden", "amaranth"), ("spec", "amaranth")]
)
def test_rooms_without_a_library(room, library):
    for path in (PACKAGE / room).rglob("*.py"):
        assert library not in {name.split(".")[0] for name in imports(path)}, path


SHARED = {"sim.benches.problems", "sim.benches.faulty_line", "sim.netlists.train"}
"""What benches in Verilator and tests both draw their problems from, and train."""


def importers(name, *folders):
    """{file: what of `name` it imports} of the files in `folders` that do."""
    found = {}
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            parts = {full for full in imports(path) if full.split(".")[0] == name}
            if parts:
                found[path.relative_to(ROOT).as_posix()] = parts
    return found


def test_only_tests_import_tests():
    assert not importers("tests", "bep_hw", "sim", "boards", "docs")


def test_only_sim_and_its_tests_import_sim():
    assert not importers("sim", "bep_hw", "boards", "docs")
    for path, names in importers("sim", "tests").items():
        modules = {name.rpartition(".")[0] for name in names}
        assert path.startswith("tests/sim/") or modules <= SHARED, f"{path}: {names}"
