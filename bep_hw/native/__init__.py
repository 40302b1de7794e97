"""The golden model once more, on packed bits in C++: for experiments, bit for bit the same."""
