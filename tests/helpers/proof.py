"""Proofs by Yosys that two pieces of Verilog always give the same."""

from bep_hw.support.yosys import yosys


def prove(text, folder):
    """Yosys proves by induction that `differ` stays 0, whatever the inputs; returns its result.

    What a carry cell does is taken from the models that Yosys brings.
    """
    (folder / "top.v").write_text(text)
    script = (
        "read_verilog +/lattice/common_sim.vh +/lattice/ccu2c_sim.vh;"
        " read_verilog -sv top.v; hierarchy -top top; proc; flatten -wb; opt -full;"
        " select -assert-none t:CCU2C;"
        " sat -verify -prove differ 0 -set rst 0 -tempinduct top"
    )
    return yosys(script, folder)
