"""Other rules for training the same binary networks, for comparison with BEP."""

import bep_hw.support.threads  # noqa: F401 (before numpy: every process computes on one thread)
