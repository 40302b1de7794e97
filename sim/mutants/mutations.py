"""The mutants of a Python file: each differs from it in one place.

A mutant is made by replacing the text of one node of the syntax tree, so that all other lines stay
as they are. Nothing is replaced in f-strings, in annotations and in docstrings: messages and
explanations are not what the tests are for. `strict=` of zip stays too, which is an assertion, and
`raise NotImplementedError`, by which a method is abstract.
"""

import ast
import copy
import hashlib
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
}
FUNCTIONS = {"any": "all", "all": "any", "min": "max", "max": "min"}
DROPPED = (ast.AugAssign, ast.Raise, ast.Break, ast.Continue)
"""Statements without which a function still runs on; so do calls, and assignments to parts."""


@dataclass(frozen=True)
class Mutant:
    """One change of a file.

    file: path within the project; function: the one it is in, as __qualname__ has it, "" for none
    line: its number, from 1; text, becomes: that line before and after, without indentation
    before, after: what is replaced, and by what, in one line each
    source: the whole text of the changed file
    """

    file: str
    function: str
    line: int
    text: str
    becomes: str
    before: str
    after: str
    source: str

    @property
    def change(self):
        """Before and after, as reports have it."""
        return f"{self.before} -> {self.after}"

    @property
    def entry(self):
        """What the list of equivalent mutants calls it; the rest of the file may change."""
        return self.file, self.function, self.text, self.becomes

    @property
    def key(self):
        """A name for this mutant of this text of the file."""
        return hashlib.sha256(f"{self.file}\n{self.source}".encode()).hexdigest()[:16]


def mutants(file, source):
    """All mutants of the text of a file, in its order."""
    data, found = source.encode(), []
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, function, after in _changes(ast.parse(source)):
        first, end = starts[node.lineno - 1], starts[node.end_lineno - 1] + node.end_col_offset
        start = first + node.col_offset
        text = data[first : starts[node.lineno]].decode().strip()
        before = " ".join(data[start:end].decode().split())
        changed = data[:start] + after.encode() + data[end:]
        becomes = changed[first:].split(b"\n", 1)[0].decode().strip()
        places = (file, function, node.lineno, text, becomes)
        found.append(Mutant(*places, before, after, changed.decode()))
    return sorted(found, key=lambda mutant: mutant.line)


def _changes(tree):
    """(node, function, text to put in the place of the node) of every mutation below `tree`."""
    waiting = [(tree, "", "")]
    while waiting:
        node, function, prefix = waiting.pop()
        waiting += _children(node, function, prefix)
        for new in _replacements(node):
            yield node, function, new if isinstance(new, str) else ast.unparse(new)


def _children(node, function, prefix):
    """(node, function, prefix of names) of those below, less those in which nothing is replaced.

    The defaults of a function belong to what is around it.
    """
    inner, inside = function, prefix
    match node:
        case ast.ClassDef():
            inside = f"{prefix}{node.name}."
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            inner, inside = f"{prefix}{node.name}", f"{prefix}{node.name}.<locals>."
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        place = (inner, inside) if name == "body" else (function, prefix)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_left_alone(child):
                yield child, *place


def _is_left_alone(node):
    match node:
        case ast.JoinedStr() | ast.keyword(arg="strict"):
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError")):
            return True
    return False


def _replacements(node):
    """Nodes, or texts, to put in the place of a node."""
    match node:
        case ast.Compare():
            for index, operator in enumerate(node.ops):
                new = copy.deepcopy(node)
                new.ops[index] = COMPARISONS[type(operator)]()
                yield new
        case ast.BoolOp():
            operator = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield f"({ast.unparse(ast.BoolOp(operator, node.values))})"
        case ast.BinOp() if type(node.op) in ARITHMETIC and not _is_text(node):
            new = ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right)
            yield f"({ast.unparse(new)})"
        case ast.UnaryOp(op=ast.Not()):
            yield f"({ast.unparse(node.operand)})"
        case ast.Constant(value=bool()):
            yield repr(not node.value)
        case ast.Constant(value=int()):
            yield repr(node.value + 1)
            yield repr(node.value - 1) if node.value else "(-1)"
        case ast.Name(id=name) if name in FUNCTIONS:
            yield FUNCTIONS[name]
        case ast.Attribute(attr=name) if name in FUNCTIONS:
            yield ast.Attribute(node.value, FUNCTIONS[name])
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "pass"
        case _ if isinstance(node, DROPPED):
            yield "pass"


def _is_text(node):
    """Whether an operation joins or fills texts, to see from its operands."""
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )
