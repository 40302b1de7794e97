"""Docstrings of the package on the page of its Python API."""

import re

import griffe

PARAMETER = re.compile(r"^(\w[^:\n]*): (?=\S)", re.MULTILINE)


class Parameters(griffe.Extension):
    """A line such as "seed: of the run" becomes an item of a list."""

    def on_object(self, *, obj, **_):
        if obj.docstring and "----" not in obj.docstring.value:
            blocks = obj.docstring.value.split("\n\n")
            obj.docstring.value = "\n\n".join(PARAMETER.sub(r"- `\1`: ", one) for one in blocks)
