"""All streams and FIFOs of the gateware, read from its source: none goes without a proof."""

import ast
from pathlib import Path

import bep_hw.gateware

GATEWARE = Path(bep_hw.gateware.__file__).parent
STREAMS = ("stream.Signature", "stream_signature")
WIRED = {
    "Core.*": "`results` is that of Results, `fetched` that of Host",
    "Shell.results": "it may take back what it offers: Offer is behind it",
    "Encoder.o": "that of Pack",
    "AxiLite.*": "a register that is the other side of a channel of the bus, and offers nothing",
    "Inference.*": "words of its encoder, that of Pack",
    "SequenceEncoder.o": "that of Initial",
}
"""Streams that are only wires from another one, or that promise nothing, and why."""


def sources():
    """{class: its syntax tree} of all classes of the gateware, and {file: tree}."""
    trees = {path: ast.parse(path.read_text()) for path in sorted(GATEWARE.rglob("*.py"))}
    classes = {
        node.name: node
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    return classes, trees


def outputs():
    """ "Class.name" of every stream that a component gives; the name is * if it is computed."""
    found = set()
    for name, node in sources()[0].items():
        inputs, named = set(), {}
        for part in ast.walk(node):
            if isinstance(part, ast.Call) and ast.unparse(part.func) == "In":
                inputs |= {id(one) for one in ast.walk(part)}
            if isinstance(part, ast.Dict):
                for key, value in zip(part.keys, part.values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(value, ast.Call):
                        named |= {id(one): key.value for one in ast.walk(value)}
        for part in ast.walk(node):
            is_stream = isinstance(part, ast.Call) and ast.unparse(part.func) in STREAMS
            if is_stream and id(part) not in inputs:
                found.add(f"{name}.{named.get(id(part), '*')}")
    return found


def fifos():
    """Kinds of FIFOs that are made."""
    return {
        part.func.id
        for tree in sources()[1].values()
        for part in ast.walk(tree)
        if isinstance(part, ast.Call)
        and isinstance(part.func, ast.Name)
        and part.func.id.endswith(("FIFO", "FIFOBuffered"))
    }
