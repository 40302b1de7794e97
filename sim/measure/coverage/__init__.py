"""What tests and runs cover: the emitted Verilog, functional points, the Python of bep_hw."""
