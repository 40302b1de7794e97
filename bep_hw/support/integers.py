"""Arithmetic of whole numbers that every room needs."""


def blocks(size, step):
    """How many blocks of `step` cover `size`."""
    return -(-size // step)
