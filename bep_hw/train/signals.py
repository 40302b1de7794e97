"""Signals that ask a run to stop: Ctrl-C, kill, and a closed terminal."""

import signal
import threading

NUMBERS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Signals:
    """While in use, one of NUMBERS only sets `number`; the second of them acts as before.

    A signal that is ignored, as SIGHUP is under nohup, stays so. Only a program's first thread can
    take signals: in any other this does nothing.
    """

    def __init__(self):
        self.number, self._before = 0, {}

    def __enter__(self):
        if threading.current_thread() is threading.main_thread():
            for number in NUMBERS:
                if signal.getsignal(number) not in (signal.SIG_IGN, None):
                    self._before[number] = signal.signal(number, self._note)
        return self

    def _note(self, number, frame):
        self.number = number
        self._restore()

    def _restore(self):
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def __exit__(self, *_):
        self._restore()


class Ending(Signals):
    """While in use, one of NUMBERS ends the program in good order and removes unfinished files.

    Ctrl-C raises KeyboardInterrupt as ever, the others SystemExit(128 + number).
    """

    def _note(self, number, frame):
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + number)
