"""Flips bits of a simulated core while it trains, and says what comes of it.

`model.py` builds a core whose flip-flops and memories can be reached, `upsets.cpp` flips them,
`kinds.py` says what each of them is for, and `trial.py` trains. `python -m sim.upsets` does all of
it.
"""
