"""The paper's figures as experiments; `python -m sim.experiments` runs one."""

import bep_hw.support.threads  # noqa: F401 (before numpy: every process computes on one thread)
