"""Other rules for training the same binary networks, to compare BEP with; see docs/baselines.md."""

import bep_hw.threads  # noqa: F401 (before numpy: every process computes on one thread)
