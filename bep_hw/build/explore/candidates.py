"""The configurations of a core that a search looks at: legal tiles, lanes, S and banks."""

import dataclasses

from bep_hw.spec.core import SAMPLES_PER_READ
from bep_hw.support.errors import ConfigError
from bep_hw.support.integers import blocks

MOST_ROWS, MOST_COLUMNS = 72, 144
"""Of a tile [weights]; larger ones fit none of the boards."""

ASPECTS = (1, 2, 4)
"""Columns of a tile for each of its rows."""

MOST_BANKS = 32


def tile_rows(network):
    """Rows of a tile that leave least of a layer's last row block empty, and small powers of two.

    K rows in n blocks need K / n rows of a tile, rounded up.
    """
    widest = max(network.layers[1:])
    exact = {blocks(width, n) for width in network.layers[1:] for n in range(1, widest + 1)}
    return sorted(rows for rows in exact | {4, 8, 16, 32} if 2 <= rows <= min(MOST_ROWS, widest))


def lanes(columns, *, small, in_time):
    """Legal lanes of a tile: divisors of its columns from a quarter on, and twice the columns.

    small: draws in several cycles, for at most 4 lanes; in_time: of a recurrent network
    """
    if small:
        return [number for number in (1, 2, 4) if columns % number == 0]
    divisors = [n for n in range(max(1, columns // 4), columns + 1) if columns % n == 0]
    return divisors if in_time else [*divisors, 2 * columns]


def banks(samples_per_read):
    """Legal banks of S: twice and four times as many."""
    return [n for n in (2, 4, 8, 16, 32, 64) if 2 <= n // samples_per_read <= 4 and n <= MOST_BANKS]


def every(preset):
    """(all presets that differ from `preset` in the core alone and are legal, number of illegal).

    What `preset` says of popcounts and of a small core stays.
    """
    network, legal, illegal = preset.network, [], 0
    in_time = network.has_state
    sizes = [(r, a * r) for r in tile_rows(network) for a in ASPECTS if a * r <= MOST_COLUMNS]
    for size in sizes:
        for number in lanes(size[1], small=preset.small, in_time=in_time):
            for shared in SAMPLES_PER_READ:
                for count in banks(shared):
                    made = dataclasses.replace(
                        preset,
                        tile=size,
                        lanes=number,
                        samples_per_read=shared,
                        banks=count,
                        core_for=None,
                    )
                    try:
                        made.check()
                    except ConfigError:
                        illegal += 1
                    else:
                        legal.append(made)
    return legal, illegal
