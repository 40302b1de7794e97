"""The FPGA families that bep-hw builds bitstreams for: a module each, in this folder.

A module is called as boards call their family, and has a `FAMILY`.
"""

import importlib
import pkgutil

from bep_hw.support.errors import check_known


def names():
    """Names of all families, such as those of the files here."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def get(name):
    """The `Family` called `name`; ConfigError if there is none."""
    check_known("family", name, names())
    return importlib.import_module(f"{__name__}.{name}").FAMILY
