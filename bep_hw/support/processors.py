"""The processor of this machine: how many cores a program may use, and what it is called."""

import os
import platform
import re
from pathlib import Path

from bep_hw.support.errors import require

MOST_THREADS = 256

CPU_INFO = Path("/proc/cpuinfo")


def cores():
    """Number of processor cores that this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def name():
    """The processor's own name, such as "AMD EPYC 9354"; else its architecture."""
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", CPU_INFO.read_text(), re.MULTILINE)
    except OSError:
        found = None
    return found.group(1).strip() if found else platform.processor() or platform.machine()


def check_threads(threads):
    """Raise ConfigError unless `threads` is a number of threads that a model may have."""
    require(1 <= threads <= MOST_THREADS, f"threads {threads}: must be from 1 to {MOST_THREADS}")
