"""The driver is a backend over any port; what it asks for stands in test_procedures.py."""

import numpy as np
import pytest

from bep_hw.host.driver import Driver
from bep_hw.support.errors import ConfigError
from tests.host.test_procedures import (
    CLASSIFIER,
    CORE,
    COUNTERS,
    NETWORK,
    PROCEDURES,
    SETTINGS,
    Log,
    of,
    samples,
)


class Port(Log):
    """A Log that is closed, that knows a minibatch number, and maybe no core."""

    closed, core = False, CORE

    def check(self, core):
        if core != self.core:
            raise ConfigError("another core")

    def get(self, name, layer=None):
        if name == "errors":
            return super().get(name)
        assert (name, layer) == ("minibatch", None)
        return 12

    def close(self):
        self.closed = True


@pytest.fixture
def driver():
    return Driver(Port(), NETWORK, CLASSIFIER, core=CORE, seed=7)


def test_brings_the_core_up(driver):
    assert driver.port.log == of(PROCEDURES.bring_up())
    driver.restart()
    assert driver.port.log == 2 * of(PROCEDURES.bring_up())


def test_another_core_is_left_alone():
    port = Port()
    port.core = None
    with pytest.raises(ConfigError, match="another core"):
        Driver(port, NETWORK, CLASSIFIER, core=CORE, seed=7)
    assert port.log == []


def test_is_a_backend(driver):
    driver.port.log.clear()
    driver.load(COUNTERS, 3)
    outcome = driver.train(*samples(5), SETTINGS, 3)
    assert outcome.done == len(outcome.predictions) == len(outcome.margins) == 5
    assert driver.infer(samples(4)[0]).shape == (4,)
    np.testing.assert_array_equal(driver.counters()[0], COUNTERS[0])
    assert driver.port.log == [
        *of(PROCEDURES.load(COUNTERS, 3)),
        *of(PROCEDURES.train(*samples(5), SETTINGS, 3)),
        *of(PROCEDURES.infer(samples(4)[0])),
        *of(PROCEDURES.counters()),
    ]
    assert driver.minibatch == 12
    driver.close()
    assert driver.port.closed


@pytest.mark.parametrize("on_bus, bits", [(False, 1), (True, 12)])
def test_the_port_says_how_results_look(on_bus, bits):
    port = Port()
    port.on_bus = on_bus
    driver = Driver(port, NETWORK, CLASSIFIER, core=CORE, seed=7)
    assert driver.procedures.result_fields[0].bits == bits


def test_configures_without_a_reset(driver):
    driver.port.log.clear()
    driver.configure()
    assert driver.port.log == of(PROCEDURES.configure())
