"""bep-hw: Binary Error Propagation in hardware.

The names below are the public ones. Each is imported when it is first used, so that `import
bep_hw` is quick and needs no library.

>>> import bep_hw
>>> bep_hw.preset("digits").network
Network(layers=(256, 135, 135), classes=10)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bep_hw.build.api import build_bitstream, emit, load_dataset, preset, resume, train
    from bep_hw.spec.core import CoreConfig
    from bep_hw.spec.network import Network, Recurrent
    from bep_hw.spec.training import Training
    from bep_hw.support.errors import ConfigError
    from bep_hw.train.estimator import BEPClassifier
    from bep_hw.train.regressor import BEPRegressor

__version__ = "0.2.0"

__all__ = [
    "BEPClassifier",
    "BEPRegressor",
    "ConfigError",
    "CoreConfig",
    "Network",
    "Recurrent",
    "Training",
    "__version__",
    "build_bitstream",
    "emit",
    "load_dataset",
    "preset",
    "resume",
    "train",
]

_HOMES = {
    "BEPClassifier": "bep_hw.train.estimator",
    "BEPRegressor": "bep_hw.train.regressor",
    "ConfigError": "bep_hw.support.errors",
    "CoreConfig": "bep_hw.spec.core",
    "Network": "bep_hw.spec.network",
    "Recurrent": "bep_hw.spec.network",
    "Training": "bep_hw.spec.training",
    "build_bitstream": "bep_hw.build.api",
    "emit": "bep_hw.build.api",
    "load_dataset": "bep_hw.build.api",
    "preset": "bep_hw.build.api",
    "resume": "bep_hw.build.api",
}
"""The module of every public name, but `train`."""


def __getattr__(name):
    if name == "train":  # a package that can be called
        return import_module("bep_hw.train")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__():
    return sorted({*globals(), *__all__})
