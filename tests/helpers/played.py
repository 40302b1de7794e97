"""Two pieces of Verilog side by side in Verilator, where a proof would take too long."""

import ctypes
from pathlib import Path

from amaranth.hdl import Cat, Signal

from bep_hw.cosim.compile import compile_verilog
from bep_hw.support.integers import blocks

MAIN = Path(__file__).with_suffix(".cpp")


def random_bits(m, count, seed):
    """`count` bits that are new in every cycle, from generators (xorshift) that `seed` starts."""
    words = []
    for index in range(blocks(count, 32)):
        start = (seed * 40503 + index) * 2654435761 % 2**32
        word = Signal(32, name=f"random{index}", init=start, reset_less=True)
        for shift in (13, -17, 5):
            step = Signal(32, name=f"random{index}_{abs(shift)}")
            last = words[-1] if shift != 13 else word
            m.d.comb += step.eq(last ^ (last << shift if shift > 0 else last >> -shift))
            words.append(step)
        m.d.sync += word.eq(words[-1])
    return Cat(words[2::3])[:count]


def play(text, folder, *, cycles):
    """(cycles with `differ`, those with `occurs`) of the Verilog module top, with some resets."""
    compile_verilog(folder, text, top="top", prefix="Vtop", main=MAIN, output="model.so")
    counts = [ctypes.c_uint64(), ctypes.c_uint64()]
    library = ctypes.CDLL(str(folder / "model.so"))
    library.play(ctypes.c_uint64(cycles), *(ctypes.byref(count) for count in counts))
    return tuple(count.value for count in counts)
