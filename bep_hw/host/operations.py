"""What a host asks of a core, one operation at a time, and the port that carries it out.

A procedure (see `bep_hw.host.procedures`) is a generator: it yields operations, receives what each
one brought, and returns its result. It knows no bus and no simulator. `perform` runs a procedure
on a port that answers at once; `perform_async` on one that has to be awaited.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


class CoreError(RuntimeError):
    """The core reports an error of bep_hw.spec.registers.ERRORS."""


class CorePort:
    """A way to a core. Each operation of this module calls the method of its name.

    on_bus: whether labels and results are words of a bus (`label_word_fields` of
        `bep_hw.spec.payloads` and `RESULT` of `bep_hw.spec.registers`); they are else payloads of
        the core's own streams (`label_fields` and `result_fields`)

    The methods of a port for `perform_async` are coroutines.
    """

    on_bus = False

    def check(self, core):
        """Raise ConfigError unless the core has the parameters `core`, if the port can tell."""

    def reset(self):
        """Reset the core, whatever it is doing."""
        raise NotImplementedError

    def put(self, name, value, layer=None):
        """Write a register of `bep_hw.spec.registers`."""
        raise NotImplementedError

    def get(self, name, layer=None):
        """Read a register of `bep_hw.spec.registers`."""
        raise NotImplementedError

    def wait(self):
        """Wait until the core is idle."""
        raise NotImplementedError

    def load(self, payloads):
        """Send payloads (n, bytes) of the load stream; the core is idle."""
        raise NotImplementedError

    def fetch(self, addresses, size):
        """The counter words (n, bytes) at addresses (n,); each has at least `size` bytes."""
        raise NotImplementedError

    def run(self, samples, labels, batch_size, progress):
        """Exchange samples for results; see `Run`."""
        raise NotImplementedError

    def close(self):
        """Let go of what the port holds, if it holds anything; it is of no use afterwards."""


@dataclass(frozen=True)
class Reset:
    """Reset the core, whatever it is doing. Memories keep what they hold."""

    def on(self, port):
        return port.reset()


@dataclass(frozen=True)
class Put:
    """Write a register; with `layer`, one in that layer's set."""

    name: str
    value: int
    layer: int | None = None

    def on(self, port):
        return port.put(self.name, self.value, self.layer)


@dataclass(frozen=True)
class Get:
    """Read a register of the whole core; brings its value."""

    name: str

    def on(self, port):
        return port.get(self.name)


@dataclass(frozen=True)
class Wait:
    """Wait until the core is idle."""

    def on(self, port):
        return port.wait()


@dataclass(frozen=True)
class Load:
    """Write words of the memories: payloads (n, bytes) of the load stream."""

    payloads: np.ndarray

    def on(self, port):
        return port.load(self.payloads)


@dataclass(frozen=True)
class Fetch:
    """Read counter words; brings (n, bytes) uint8.

    addresses: (n,); size: bytes of a word, of which a port may give more
    """

    addresses: np.ndarray
    size: int

    def on(self, port):
        return port.fetch(self.addresses, self.size)


@dataclass(frozen=True)
class Run:
    """Send samples, and take the result of each; brings the results (done,), unsigned integers.

    samples: payloads (n, words, bytes); labels: payloads (n,)
    batch_size: samples of a minibatch; None for inference, which has no minibatches
    progress: called now and then with the results so far. If it returns False, a port that can
        stops at the next end of a minibatch, and `done` is less than n; or None
    """

    samples: np.ndarray
    labels: np.ndarray
    batch_size: int | None
    progress: Callable | None = None

    def on(self, port):
        return port.run(self.samples, self.labels, self.batch_size, self.progress)


def perform(procedure, port):
    """Run a procedure on a port; its result."""
    answer = None
    while True:
        try:
            operation = procedure.send(answer)
        except StopIteration as end:
            return end.value
        answer = operation.on(port)


async def perform_async(procedure, port):
    """As `perform`, on a port whose methods are coroutines."""
    answer = None
    while True:
        try:
            operation = procedure.send(answer)
        except StopIteration as end:
            return end.value
        answer = await operation.on(port)
