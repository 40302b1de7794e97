"""A core with a fault, for what is to find it."""

import dataclasses

import pytest

from bep_hw.cosim import build
from bep_hw.gateware.technology import SIMULATION
from bep_hw.gateware.verilog import convert


def with_wrong_ties(config):
    """Verilog of the core with another tie rule in the winner stage: the highest index wins."""
    from bep_hw.gateware import winner
    from bep_hw.gateware.core import Core
    from bep_hw.gateware.parts import select

    def prefer_last(first, second):
        return first.valid & (~second.valid | (first.key < second.key))

    class LastSelect(select.Select):
        def elaborate(self, platform):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(select, "prefer_first", prefer_last)
                return super().elaborate(platform)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(winner, "Select", LastSelect)
        # The tournament itself, which a leaf would stand for.
        technology = dataclasses.replace(SIMULATION, leaves=False)
        return convert(Core(config, technology), build.TOP) + build.leaves()
