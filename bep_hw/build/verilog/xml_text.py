"""XML documents of register maps: elements by name, and the words both formats share."""

from xml.etree import ElementTree as Xml

ACCESS = {"rw": "read-write", "ro": "read-only", "wo": "write-only"}
"""Access to a register, as CMSIS-SVD and IP-XACT write it."""


def add(parent, **values):
    """Append an element for each value, in order, empty for None; returns the last element."""
    for name, value in values.items():
        element = Xml.SubElement(parent, name)
        if value is not None:
            element.text = str(value)
    return element


def document(root, prefix=""):
    """The text of a document; prefix: of its namespace, before names that have none."""
    for element in root.iter():
        if ":" not in element.tag:
            element.tag = prefix + element.tag
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, "unicode") + "\n"
