"""What all tests need: BLAS with one thread, since several test processes share the processors."""

import signal

import bep_hw.support.threads  # noqa: F401 (before numpy)

# A program that a shell starts in the background, or under nohup, ignores these, and so would all
# that the tests start: then nothing could be interrupted.
for number, handler in (
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGHUP, signal.SIG_DFL),
):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, handler)
