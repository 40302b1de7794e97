"""Boards' netlists, after synthesis and after place and route, train bit for bit.

    python -m sim.netlists                       # of all boards in DESIGNS
    python -m sim.netlists icebreaker -o build/netlists

A build's netlist in JSON (`flat.py`) becomes a module with a clock and a line: its pins and its
PLL are taken out, everything else is simulated with models of the cells, Yosys's and ours. A host
trains digits over the line (`train.py`), and the golden model does the same.
"""
