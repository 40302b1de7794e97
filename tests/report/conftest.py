"""Runs that the tests of the report show."""

import pytest

from bep_hw.train import session
from bep_hw.train.run import fresh

SMALL = {"preset": "digits", "layers": "24,24", "backend": "golden", "group": 6}


def train(folder, epochs=2, preset="digits", **changes):
    """Train a small run into `folder`; returns its summary."""
    options = {**SMALL, **changes, "epochs": epochs}
    options.pop("preset")
    return session.train(fresh(preset, options), folder)


@pytest.fixture(scope="session")
def digits(tmp_path_factory):
    """The folder of a run on images."""
    folder = tmp_path_factory.mktemp("report") / "digits"
    train(folder, epochs=3)
    return folder


@pytest.fixture(scope="session")
def other(digits):
    """The folder of another run, of one epoch, with the same core."""
    folder = digits.parent / "other"
    train(folder, epochs=1)
    return folder
