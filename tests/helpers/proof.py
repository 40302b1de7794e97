"""Proofs by Yosys that two pieces of Verilog always give the same."""

from bep_hw.support.yosys import yosys


def prove(text, folder, *, cycles=None):
    """Yosys proves by induction that `differ` stays 0, whatever the inputs; returns its result.

    cycles: prove it for so many cycles from the start alone, where the two have other registers
    What a carry cell does is taken from the models that Yosys brings.
    """
    (folder / "top.v").write_text(text)
    only = f" -tempinduct-baseonly -maxsteps {cycles}" if cycles else " -tempinduct"
    script = (
        "read_verilog +/lattice/common_sim.vh +/lattice/ccu2c_sim.vh;"
        " read_verilog -sv top.v; hierarchy -top top; proc; flatten -wb; memory; opt -full;"
        " select -assert-none t:CCU2C;"
        f" sat -verify -prove differ 0 -set rst 0{only} top"
    )
    return yosys(script, folder)
