"""A library of a few cells, which every machine has."""

from pathlib import Path

import pytest

from sim.measure.cost import liberty

TINY = Path(__file__).with_name("tiny.lib")


@pytest.fixture(scope="session")
def library():
    return liberty.read(TINY)
