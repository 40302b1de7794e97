"""The registry of backends by name.

A new one is a file here with the six names below, and its name in NAMES.

ON_CORE: whether it trains on a generated core, so that the run needs a core that fits
HAS_PORT: whether the user names a port behind it, as in serial:/dev/ttyUSB0
THREADS: whether it can use several threads; if not, `make` gets 1
PREPARING: text on what `make` does, if it can take minutes, else None
check(core, port): ConfigError, before long work starts, if a tool is missing
make(network, classifier, *, hidden_bits, seed, core, port, threads): a
    `bep_hw.spec.backend.Backend`, ready for `load`; core is a CoreConfig, or None if the backend
    is not ON_CORE
"""

from importlib import import_module

from bep_hw.support.errors import ConfigError, check_known, require

NAMES = ("golden", "native", "verilator", "serial")


def get(name):
    """The module of the backend `name`; ConfigError if there is none."""
    check_known("backend", name, NAMES)
    return import_module(f"{__name__}.{name}")


def parse(text):
    """(name, port) of a backend as users write it, such as serial:/dev/ttyUSB0@115200.

    The port is None if the backend has none; ConfigError if the text names no backend.
    """
    name, _, port = text.partition(":")
    if name not in NAMES or not get(name).HAS_PORT:
        get(text)
        return text, None
    require(port, f"backend {text!r}: must name a port, as in {name}:/dev/ttyUSB0")
    return name, port


def fastest():
    """The backend "native" if this machine can compile it, else "golden"."""
    try:
        get("native").check(None, None)
    except ConfigError:
        return "golden"
    return "native"
