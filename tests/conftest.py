"""BLAS with one thread: several test processes share the processors."""

import bep_hw.support.threads  # noqa: F401 (before numpy)
