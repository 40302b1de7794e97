"""The golden model in C++ on packed bits: the same integers, fast enough for experiments."""
