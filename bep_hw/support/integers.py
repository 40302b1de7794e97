"""Arithmetic of whole numbers that every room needs."""


def blocks(size, step):
    """Number of blocks of `step` that cover `size`."""
    return -(-size // step)


def bits_for(value):
    """Number of bits that hold 0 to `value`, at least one."""
    return max(1, value.bit_length())
