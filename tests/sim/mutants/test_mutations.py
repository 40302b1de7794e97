"""What a mutant replaces, and what it leaves alone."""

import ast

import pytest

from sim.mutants.mutations import mutants


def changes(source):
    return [mutant.change for mutant in mutants("x.py", source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["a < b -> a <= b"]),
        ("a < b is c", ["a < b is c -> a <= b is c", "a < b is c -> a < b is not c"]),
        ("a and b or c", ["a and b or c -> ((a and b) and c)", "a and b -> (a or b)"]),
        ("not a", ["not a -> (a)"]),
        ("f(7)", ["f(7) -> pass", "7 -> 8", "7 -> 6"]),
        ("x = 0", ["0 -> 1", "0 -> (-1)"]),
        ("x = True", ["True -> False"]),
        ("x = a.any(b)", ["a.any -> a.all"]),
        ("x = max(b)", ["max -> min"]),
        ("x = a + b // c", ["a + b // c -> (a - b // c)", "b // c -> (b * c)"]),
        ("x = a << b ^ c", ["a << b ^ c -> (a << b & c)", "a << b -> (a >> b)"]),
        ("x += y", ["x += y -> pass"]),
        ("x.y = z", ["x.y = z -> pass"]),
        ("x[y] = z", ["x[y] = z -> pass"]),
        ("raise x", ["raise x -> pass"]),
        ("x = y", []),
        ("'a docstring'", []),
        ("x = f'{a + 1}'", []),
        ("x = 'a %s' % b", []),
        ("def f(a: 1 + 2) -> 3: ...", []),
        ("x: 1 = y", []),
        ("@f(1)\ndef g(): ...", []),
        ("raise NotImplementedError", []),
        ("zip(a, b, strict=True)", ["zip(a, b, strict=True) -> pass"]),
    ],
)
def test_changes(source, expected):
    assert sorted(changes(source)) == sorted(expected)


SOURCE = """def f(a):
    # Ä and ü are two bytes each
    g("ü", a < 1)
    return (a -
            b) * 2
"""


def test_a_mutant_differs_in_one_place():
    found = mutants("x.py", SOURCE)
    by_change = {mutant.change: mutant for mutant in found}
    assert by_change["a < 1 -> a <= 1"].source == SOURCE.replace("a < 1", "a <= 1")
    assert by_change["a - b -> (a + b)"].source == SOURCE.replace("a -\n            b", "(a + b)")
    one = by_change['g("ü", a < 1) -> pass']
    assert (one.file, one.line, one.text) == ("x.py", 3, 'g("ü", a < 1)')
    assert [mutant.line for mutant in found] == sorted(mutant.line for mutant in found)
    for mutant in found:
        ast.parse(mutant.source)


def test_a_mutant_knows_its_function():
    source = "class A:\n  x = 1\n  def f(self, y=2):\n    def g(): return 3\n    return 4\n"
    functions = {mutant.before: mutant.function for mutant in mutants("x.py", source)}
    assert functions == {"1": "", "2": "", "3": "A.f.<locals>.g", "4": "A.f"}


def test_becomes_is_the_line_afterwards():
    found = {mutant.change: mutant.entry for mutant in mutants("x.py", SOURCE)}
    assert found["a < 1 -> a <= 1"] == ("x.py", "f", 'g("ü", a < 1)', 'g("ü", a <= 1)')
    assert found["a - b -> (a + b)"] == ("x.py", "f", "return (a -", "return ((a + b)) * 2")


def test_keys_are_of_file_and_change():
    keys = [mutant.key for mutant in mutants("x.py", SOURCE)]
    assert len(set(keys)) == len(keys)
    assert keys == [mutant.key for mutant in mutants("x.py", SOURCE)]
    assert not set(keys) & {mutant.key for mutant in mutants("y.py", SOURCE)}
    assert not set(keys) & {mutant.key for mutant in mutants("x.py", SOURCE + "\n")}
