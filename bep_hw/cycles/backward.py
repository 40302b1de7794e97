"""Backward pass and winner, cycle by cycle."""

from collections import deque

from bep_hw.cycles.latency import backward_latency, winner_latency


class Backward:
    """Processes one sample at a time: row c of P, then every layer but the first, a tile per cycle.

    If the first one is applied at several time steps, it is walked as well, through the weights of
    its own last output, for all time steps that learn but one.
    """

    def __init__(self, config, table):
        self.table, self.latency = table, backward_latency(config)
        self.queue = deque()  # (bank, Sample)
        self.job, self.layer, self.step = None, 0, 0
        self.in_time = table[0].places > 1
        self.begins = 0  # the cycle in which it turns to `layer`
        self.first_tile, self.end, self.opened = 0, 0, ()

    def reads(self, now):
        """Whether backward reads the tile memory; it skips tiles whose gates are all closed."""
        if not self.first_tile <= now < self.end:
            return False
        return self.opened[(now - self.first_tile) % len(self.opened)]

    def offers(self, now):
        """Whether all desired activations of a sample are ready."""
        return self.job is not None and self._ends and now >= self.begins

    @property
    def _ends(self):
        """Whether no layer and no time step is left."""
        return self.layer == 0 and (not self.in_time or self.step + 1 == self.job[1].learning_steps)

    def tick(self, now, ready):
        """Advance one cycle; ready: the winner takes the offered sample."""
        if self.job is None:
            if self.queue:
                self.job = self.queue.popleft()
                self.layer, self.step = len(self.table) - 2, 0
                self.begins = now + self.table[-1].column_blocks + 3
        elif self.offers(now):
            if ready:
                self.job = None
        elif now == self.begins:
            layer, across = self.table[self.layer], self.table[self.layer].column_blocks
            self.opened = self.job[1].opened[self.layer][self.step]
            if self.layer == 0:
                across = layer.state.blocks
                self.step += 1
            else:
                self.layer -= 1
            self.first_tile = now + 1
            self.end = self.first_tile + layer.row_blocks * across
            self.begins = self.end + self.latency + 1


class Unroll:
    """Repeats a winner for each of its time steps, one in two cycles.

    out: what it offers, as `Winner.out`
    """

    def __init__(self, table):
        self.table = table
        self.job, self.reading, self.left = None, False, 0

    @property
    def out(self):
        return None if self.reading else self.job

    def ready(self, rows_ready):
        """Whether it takes a winner; rows_ready: its own output is taken."""
        if self.job is None:
            return True
        return rows_ready and not self.reading and (self.job[1] is None or self.left == 1)

    def tick(self, winner, learning_steps, rows_ready):
        """Advance one cycle; winner: `Winner.out`; learning_steps: of its sample."""
        takes, moves = self.ready(rows_ready), self.out is not None and rows_ready
        self.reading = moves
        self.left -= moves
        if takes:
            self.job = winner
            self.reading = winner is not None and winner[1] is not None
            self.left = learning_steps if self.reading and self.table[winner[1]].places > 1 else 1


LAYER, NONE, LAST = "layer", "none", "last"
"""Steps of a winner that choose nothing: between layers, within a group, after all layers."""


class Winner:
    """Steps through the groups of all trainable layers; stops while a winner is not taken.

    out: (bank, layer, row), with layer None for the end of a sample, or None for nothing
    """

    def __init__(self, config, table, groups):
        self.config, self.table, self.groups = config, table, groups
        self.steps = ()
        self.job, self.position, self.out = None, 0, None
        self.stages = deque([None] * (winner_latency(config) - 1))

    @property
    def idle(self):
        return self.job is None

    def tick(self, job, ready):
        """Advance one cycle; job: (bank, Sample) that begins, or None; ready: `out` is taken."""
        enable = self.out is None or ready
        chosen = None
        if self.job is None:
            self.job, self.position = job, 0
            if job is not None:
                self.steps = self._plan(job[1].learning_steps)
        elif self.steps[self.position] is LAYER:
            self.position += 1
        elif enable:
            chosen = self._step()
        if enable:
            self.out = self.stages.pop()
            self.stages.appendleft(chosen)

    def _plan(self, learning_steps):
        """The winner's steps, one per cycle, for a sample with these `learning_steps`."""
        plan = []
        for index, layer in enumerate(self.table[:-1]):
            times = 0
            if self.config.in_time:
                times = learning_steps if layer.places > 1 else 1
            plan.append(LAYER)
            plan += _steps(index, layer.rows, self.config.tile_rows, self.groups[index], times)
        return [*plan, LAST]

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


def _steps(layer, rows, tile_rows, group, times):
    """Rows of one block that belong to one group: (layer, group) if the group ends, or NONE.

    times: steps in which a block is read before, to be added up
    """
    row = 0
    while row < rows:
        if row % tile_rows == 0:
            yield from [NONE] * times
        group_end = (row // group + 1) * group
        row = min(group_end, (row // tile_rows + 1) * tile_rows)
        yield (layer, group_end // group - 1) if row == group_end else NONE
