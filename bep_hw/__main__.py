"""`python -m bep_hw` is `bep-hw`."""

from bep_hw.cli import main

main()
