"""Names for the shell's completion: presets, data sets, boards and backends."""


def presets(incomplete: str):
    """Presets that begin with `incomplete`."""
    from bep_hw.spec.presets import PRESETS

    return _beginning(incomplete, PRESETS)


def datasets(incomplete: str):
    """Data sets, of samples and of series."""
    from bep_hw.data import datasets

    return _beginning(incomplete, datasets.SOURCES)


def boards(incomplete: str):
    """Boards."""
    from bep_hw.build.bitstream import boards

    return _beginning(incomplete, boards.names())


def steps(incomplete: str):
    """Steps of a build."""
    from bep_hw.build.bitstream.steps import STEPS

    return _beginning(incomplete, STEPS)


def backends(incomplete: str):
    """Backends."""
    from bep_hw.train.backends import NAMES

    return _beginning(incomplete, NAMES)


def encodings(incomplete: str):
    """Encodings."""
    from bep_hw.spec.encoding import NAMES

    return _beginning(incomplete, NAMES)


def buses(incomplete: str):
    """Buses of an emitted core."""
    return _beginning(incomplete, ("native", "axi", "wishbone", "uart"))


def technologies(incomplete: str):
    """Technologies of an emitted core."""
    from bep_hw.gateware.technology import NAMED

    return _beginning(incomplete, NAMED)


def _beginning(incomplete, names):
    return [name for name in names if name.startswith(incomplete)]
