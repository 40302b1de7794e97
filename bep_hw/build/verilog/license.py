"""The SPDX line at the head of every emitted file that can have a comment."""

from pathlib import PurePath

LICENSE = "Apache-2.0"
LINE = f"SPDX-License-Identifier: {LICENSE}"
XML = f"<!-- {LINE} -->\n"

HEADS = {
    **dict.fromkeys((".v", ".sv", ".vlt", ".rdl"), f"// {LINE}\n"),
    **dict.fromkeys((".h", ".c"), f"/* {LINE} */\n"),
    ".core": f"# {LINE}\n",
    ".md": XML,
    ".svd": XML,
    ".xml": XML,
}
FIRST = ("<?xml ", "CAPI=2:")
"""How first lines begin that must stay first."""


def licensed(files):
    """{name: text}, each text with its licence; contents of memories have none."""
    return {
        name: _licensed(text, HEADS.get(PurePath(name).suffix, "")) for name, text in files.items()
    }


def _licensed(text, head):
    if text.startswith(FIRST):
        first, _, rest = text.partition("\n")
        return f"{first}\n{head}{rest}"
    return head + text
