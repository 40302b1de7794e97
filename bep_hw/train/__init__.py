"""Training runs. The package can be called: `bep_hw.train("digits", "runs/mine")` trains.

`bep_hw.train` is the function of the public API and the package of its parts at once, because
Python has one name for both.
"""

import sys
from types import ModuleType


class _Package(ModuleType):
    """This package, with a call."""

    def __call__(self, *arguments, **options):
        """Train a run; see `bep_hw.train.api.train`."""
        from bep_hw.train.api import train

        return train(*arguments, **options)


sys.modules[__name__].__class__ = _Package
