"""`python -m bep_hw` is `bep-hw`."""

from bep_hw.cli.main import main

main()
