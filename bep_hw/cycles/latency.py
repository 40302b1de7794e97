"""Latencies of the blocks [cycles], each stated in the docstring of its gateware."""

ROW_ENGINE = 7
"""From the issue of a word of counters to its write."""

ROW_READ = 3
"""From the issue of a word of counters to its read, which single-port memories do a cycle later."""


def forward_latency(config):
    """From the last tile of a row block, or in backward of a column block, to its results.

    A tile is read one cycle after its operands.
    """
    return config.popcount_stages + 3


def select_latency(rows):
    """A tournament over `rows` contenders, a comparison a cycle."""
    return max(1, (rows - 1).bit_length())


def margin_latency(config):
    """From the last row block of logits to the margin."""
    return select_latency(min(config.tile_rows, config.max_classes)) + 1


def winner_latency(config):
    """From the step that ends a group to its winner."""
    return select_latency(config.tile_rows) + 2
