"""The port of a simulated core: its model, run in a thread that the caller's one watches."""

import threading

from bep_hw.cosim.model import FETCH, FETCHED, LABELS, LOAD, SAMPLES
from bep_hw.host import packing
from bep_hw.host.operations import CorePort

POLL = 0.1
"""Time between two looks at a running simulation [s]."""


class ModelPort(CorePort):
    """The core's own registers and streams, in a `bep_hw.cosim.model.Model`.

    cycles: clock cycles simulated in training so far
    """

    def __init__(self, model):
        self.model, self.cycles = model, 0
        self._size = [model.payload_bytes(stream) for stream in range(FETCHED + 1)]

    def reset(self):
        self.model.reset()

    def put(self, name, value, layer=None):
        self.model.write(name, value, layer)

    def get(self, name, layer=None):
        return self.model.read(name, layer)

    def wait(self):
        self.model.wait()

    def load(self, payloads):
        self.model.load(packing.widened(payloads, self._size[LOAD]))

    def fetch(self, addresses, size):
        return self.model.fetch(packing.integers(addresses, self._size[FETCH]))

    def run(self, samples, labels, batch_size, progress):
        """As `CorePort.run`; stops within inference as well if `progress` asks for it."""
        before = self.model.cycles
        try:
            return self._watched(*self.widened(samples, labels), batch_size or 1, progress)
        finally:
            if batch_size is not None:
                self.cycles += self.model.cycles - before

    def widened(self, samples, labels):
        """Payloads of samples and labels as `Model.run` takes them."""
        size = self._size
        return packing.widened(samples, size[SAMPLES]), packing.integers(labels, size[LABELS])

    def _watched(self, samples, labels, batch_size, progress):
        """Run the model in a thread of its own, while this one polls it; the results."""
        model, answer = self.model, []
        finished = threading.Event()

        def work():
            try:
                answer.append(model.run(samples, labels, batch_size))
            except BaseException as error:
                answer.append(error)
            finally:
                finished.set()

        def report(done):
            if progress is not None and progress(done) is False:
                model.stop()

        model.arm()
        worker = threading.Thread(target=work)
        worker.start()
        try:
            while not finished.wait(POLL):
                report(model.done)
        except BaseException:
            model.stop()
            raise
        finally:
            worker.join()
        if isinstance(answer[0], BaseException):
            raise answer[0]
        report(len(answer[0]))
        return answer[0]

    def close(self):
        self.model.close()
