"""A core on a board, at the other end of a serial port: it needs pyserial and the board."""

from bep_hw.host import link
from bep_hw.host.bus import BusError
from bep_hw.host.driver import Driver
from bep_hw.support.errors import ConfigError

ON_CORE, HAS_PORT, THREADS, PREPARING = True, True, False, None


def check(core, port):
    """Check that the device on PORT or PORT@BAUD is this core."""
    link.check(port, core)


def make(network, classifier, *, hidden_bits, seed, core, port, threads=1):
    """The core on PORT or PORT@BAUD, reset and set up; `close` releases the port."""
    bus = link.connect(port)
    try:
        return Driver(bus, network, classifier, core=core, seed=seed)
    except BusError as error:
        bus.close()
        raise ConfigError(f"serial port {port}: {error}") from None
