"""Latencies of the blocks [cycles], each stated in the docstring of its gateware."""


def row_engine_latency(config):
    """Latency from the issue of a word of counters to its write."""
    return 7 + 2 * config.deep_pipeline


def row_read_latency(config):
    """Latency from the issue of a word of counters to its read."""
    return 3 + config.single_port + 2 * config.deep_pipeline


def forward_latency(config):
    """Latency from the last tile of a row block to its results.

    A tile is read one cycle after its operands, and with `deep_pipeline` goes to a register.
    """
    return config.popcount_stages + 3 + config.deep_pipeline


def backward_latency(config):
    """Latency from the last tile of a column block to its word; masked popcounts are slower."""
    return forward_latency(config) + config.deep_pipeline


def select_latency(rows):
    """Latency of a tournament over `rows` contenders, one comparison per cycle."""
    return max(1, (rows - 1).bit_length())


def margin_latency(config):
    """Latency from the last row block of logits to the margin."""
    return select_latency(min(config.tile_rows, config.max_classes)) + 1 + config.deep_pipeline


def winner_latency(config):
    """Latency from the step that ends a group to its winner."""
    return select_latency(config.tile_rows) + 2 + config.deep_pipeline
