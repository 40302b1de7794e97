"""Arithmetic of whole numbers that every room needs."""


def blocks(size, step):
    """How many blocks of `step` cover `size`."""
    return -(-size // step)


def bits_for(value):
    """Bits that hold the numbers 0 to `value`, at least one."""
    return max(1, value.bit_length())
