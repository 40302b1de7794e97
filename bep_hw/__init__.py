"""bep-hw: Binary Error Propagation in hardware."""

__version__ = "0.1.0"
