"""Hidden weights: B bits each, held as counters c = floor(h / 2)."""

from bep_hw.support.errors import require

MIN_HIDDEN_BITS, MAX_HIDDEN_BITS = 4, 24


def check_hidden_bits(bits):
    """Raise ConfigError unless B = `bits` is in the supported range."""
    require(
        MIN_HIDDEN_BITS <= bits <= MAX_HIDDEN_BITS,
        f"hidden bits B = {bits}: must be from {MIN_HIDDEN_BITS} to {MAX_HIDDEN_BITS}",
    )


def counter_range(hidden_bits):
    """(lowest, highest) counter c = floor(h / 2) of a B-bit hidden weight h."""
    return -(1 << (hidden_bits - 2)), (1 << (hidden_bits - 2)) - 1
