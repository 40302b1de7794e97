"""Backward pass and winner, cycle by cycle."""

from collections import deque

from bep_hw.cycles.latency import forward_latency, winner_latency


class Backward:
    """One sample at a time: row c of P, then every layer but the first, a tile per cycle."""

    def __init__(self, config, table):
        self.table, self.latency = table, forward_latency(config)
        self.queue = deque()  # (bank, Sample)
        self.job, self.layer = None, 0
        self.begins = 0  # the cycle in which it turns to `layer`
        self.first_tile, self.end, self.opened = 0, 0, ()

    def reads(self, now):
        """Whether it takes the tile memory; tiles whose gates are all closed are left out."""
        if not self.first_tile <= now < self.end:
            return False
        return self.opened[(now - self.first_tile) % len(self.opened)]

    def offers(self, now):
        """Whether all desired activations of a sample are there."""
        return self.job is not None and self.layer == 0 and now >= self.begins

    def tick(self, now, ready):
        """ready: the winner takes what is offered."""
        if self.job is None:
            if self.queue:
                self.job = self.queue.popleft()
                self.layer = len(self.table) - 2
                self.begins = now + self.table[-1].column_blocks + 3
        elif self.offers(now):
            if ready:
                self.job = None
        elif now == self.begins:
            layer = self.table[self.layer]
            self.opened = self.job[1].opened[self.layer]
            self.first_tile = now + 1
            self.end = self.first_tile + layer.row_blocks * layer.column_blocks
            self.begins = self.end + self.latency + 1
            self.layer -= 1


LAYER, NONE, LAST = "layer", "none", "last"
"""Steps of a winner that choose nothing: between layers, within a group, after all layers."""


class Winner:
    """Steps through the groups of all trainable layers; a winner that is not taken stops it.

    out: (bank, layer, row), with layer None for the end of a sample, or None for nothing
    """

    def __init__(self, config, table, groups):
        self.steps = []
        for index, layer in enumerate(table[:-1]):
            self.steps.append(LAYER)
            self.steps += _steps(index, layer.rows, config.tile_rows, groups[index])
        self.steps.append(LAST)
        self.job, self.position, self.out = None, 0, None
        self.stages = deque([None] * (winner_latency(config) - 1))

    @property
    def idle(self):
        return self.job is None

    def tick(self, job, ready):
        """job: (bank, Sample) that begins, or None; ready: what is `out` is taken."""
        enable = self.out is None or ready
        chosen = None
        if self.job is None:
            self.job, self.position = job, 0
        elif self.steps[self.position] is LAYER:
            self.position += 1
        elif enable:
            chosen = self._step()
        if enable:
            self.out = self.stages.pop()
            self.stages.appendleft(chosen)

    def _step(self):
        (bank, sample), step = self.job, self.steps[self.position]
        self.position += 1
        if step is LAST:
            self.job = None
            return bank, None, None
        if step is NONE:
            return None
        layer, group = step
        row = sample.winners[layer].get(group)
        return None if row is None else (bank, layer, row)


def _steps(layer, rows, tile_rows, group):
    """Rows of one block that belong to one group: (layer, group) if the group ends, or NONE."""
    row = 0
    while row < rows:
        group_end = (row // group + 1) * group
        row = min(group_end, (row // tile_rows + 1) * tile_rows)
        yield (layer, group_end // group - 1) if row == group_end else NONE
