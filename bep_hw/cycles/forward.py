"""Loader, forward pass and margin, cycle by cycle.

As in all of cycles/, attributes are the registers of the hardware in the present cycle, and `tick`
ends that cycle.
"""

from bep_hw.cycles.latency import forward_latency, margin_latency


class Loader:
    """Fills the banks in turn with `words` words each; no word waits for its label."""

    def __init__(self, config, words):
        self.banks, self.words = config.banks, words
        self.bank, self.count, self.loaded = 0, 0, False

    @property
    def busy(self):
        return self.count or self.loaded

    def tick(self, offered, full, hold):
        """Whether a word was taken; offered: there is one; hold: the gate stores."""
        if self.loaded:
            self.loaded = False
            self.bank = (self.bank + 1) % self.banks
        elif offered and not hold and not full[self.bank]:
            self.count += 1
            if self.count == self.words:
                self.count, self.loaded = 0, True
            return True
        return False


class Forward:
    """Sequencer, walk and pipeline of the forward pass, then the margin.

    stores: the gate writes activations; offered: the result of the sample in bank `judged` waits
    """

    def __init__(self, config, table):
        self.table = table
        self.latency, self.margin_latency = forward_latency(config), margin_latency(config)
        self.banks = range(config.banks)
        self.waits, self.layer = [False] * config.banks, [0] * config.banks
        self.new, self.steps = [False] * config.banks, [0] * config.banks  # steps that are left
        self.oldest, self.judged, self.judging, self.offered = 0, 0, False, False
        self.bank, self.classifier = 0, False  # of the layer that is read
        self.column, self.blocks_left, self.across = 0, 0, 1
        self.sums = {}  # cycle -> (bank, classifier, last) of the row block whose z comes then
        self.stores, self.margin_done = False, None

    @property
    def reading(self):
        return self.blocks_left > 0

    def tick(self, now, enter, free, loaded):
        """Whether a tile was read, and whether a sample entered.

        enter: a new sample may; free: the tile memory is; loaded: the bank that is, and its time
            steps, or None
        """
        moves = self.reading and free
        ends = moves and self.blocks_left == 1 and self.column + 1 == self.across
        job = self._next(enter) if ends or not self.reading else None

        if moves:
            self._read(now)
        self._sums(now)
        if self.offered:
            self.offered = self.judging = False
        if now == self.margin_done:
            self.offered = True
        entered = job is not None and self.new[job]
        if job is not None:
            self._take(job)
        if loaded is not None:
            bank, self.steps[loaded[0]] = loaded
            self.waits[bank], self.layer[bank], self.new[bank] = True, 0, True
        return moves, entered

    def _next(self, enter):
        """Bank of the oldest sample that waits and may be read, or None."""
        top = len(self.table) - 1
        for distance in self.banks:
            bank = (self.oldest + distance) % len(self.banks)
            if self.waits[bank]:
                # A sample of fewer time steps is not judged before an older one of more.
                judged = self.layer[bank] == top and (self.judging or distance)
                if (enter or not self.new[bank]) and not judged:
                    return bank
        return None

    def _read(self, now):
        self.column += 1
        if self.column == self.across:
            self.column = 0
            self.blocks_left -= 1
            block = (self.bank, self.classifier, not self.blocks_left)
            self.sums[now + 1 + self.latency] = block

    def _sums(self, now):
        """The z of a row block."""
        block = self.sums.pop(now, None)
        self.stores = block is not None and not block[1]
        if block is not None:
            bank, classifier, last = block
            if last and classifier:
                self.margin_done = now + self.margin_latency
            elif last:
                self.waits[bank] = True

    def _take(self, bank):
        layer = self.layer[bank]
        self.waits[bank], self.new[bank] = False, False
        in_time = self.table[layer].places > 1
        self.steps[bank] -= in_time
        self.layer[bank] += not in_time or self.steps[bank] == 0
        self.bank, self.classifier = bank, layer == len(self.table) - 1
        self.column = 0
        self.blocks_left = self.table[layer].row_blocks
        self.across = self.table[layer].column_blocks
        if self.classifier:
            self.judging, self.judged = True, bank
            self.oldest = (bank + 1) % len(self.banks)
