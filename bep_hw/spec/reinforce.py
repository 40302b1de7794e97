"""Constants of reinforcement and of its random source, which golden model and gateware share."""

REINFORCE_GROUP = 16
"""Consecutive weights of a row that share one draw of the random source."""

REINFORCE_FRACTION_BITS = 16
"""A reinforcement threshold counts weights per group in units of 2**-16."""


POSITION_LAYER_BITS, POSITION_ROW_BITS, POSITION_GROUP_BITS = 4, 14, 14
"""Fields of the 32-bit weight position that the random source encrypts, high to low."""
