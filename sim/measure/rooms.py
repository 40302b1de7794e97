"""Prints the rooms of bep_hw: files, lines, imports of other rooms, the largest file and function.

python -m sim.measure.rooms
"""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "bep_hw"


def functions(path):
    """(lines, "file: name") of every function in a file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.end_lineno - node.lineno + 1, f"{path.relative_to(PACKAGE)}: {node.name}"


def rooms_of(path):
    """The other rooms that a file imports."""
    own = path.relative_to(PACKAGE).parts[0]
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            top, *rest = name.split(".")
            if top == "bep_hw" and rest and rest[0] != own and (PACKAGE / rest[0]).is_dir():
                yield rest[0]


def main():
    """Print a table, a line for each room."""
    print("| room | files | lines | imports | largest file | largest function |")
    print("|---|---|---|---|---|---|")
    for room in sorted(path.parent for path in PACKAGE.glob("*/__init__.py")):
        files = sorted(room.rglob("*.py"))
        lines = {path: len(path.read_text().splitlines()) for path in files}
        largest = max(files, key=lines.get)
        size, name = max(one for path in files for one in functions(path))
        others = sorted({other for path in files for other in rooms_of(path)})
        print(
            f"| {room.name} | {len(files)} | {sum(lines.values()):,} | {', '.join(others) or '-'}"
            f" | {largest.relative_to(PACKAGE)}, {lines[largest]} | {name}, {size} |"
        )


if __name__ == "__main__":
    main()
