"""Loader, forward pass and margin, cycle by cycle.

As in all of cycles/, attributes are the registers of the hardware in the present cycle, and `tick`
ends that cycle.
"""

from bep_hw.cycles.latency import forward_latency, margin_latency


class Loader:
    """Fills the banks in turn with `words` words each; no word waits for its label.

    closes: samples of the bundle that is closed in this cycle, or 0
    """

    def __init__(self, config, words, batch_size):
        self.banks, self.words = config.banks, words
        self.samples, self.batch_size = config.samples_per_read, batch_size
        self.bank, self.count, self.loaded = 0, 0, False
        self.of_minibatch = 0  # samples loaded of the present minibatch

    @property
    def busy(self):
        return self.count or self.loaded

    @property
    def closes(self):
        way = self.bank % self.samples
        ends = way == self.samples - 1 or self.of_minibatch + 1 == self.batch_size
        return way + 1 if self.loaded and ends else 0

    def tick(self, offered, full, stores):
        """Whether a word was taken; offered: there is one.

        stores: way for whose sample the gate stores, or None
        """
        if self.loaded:
            members = self.closes
            self.bank += self.samples - (members - 1) if members else 1
            if members:
                self.bank -= self.bank % self.samples
            self.bank %= self.banks
            self.of_minibatch = (self.of_minibatch + 1) % self.batch_size
            self.loaded = False
        elif offered and stores != self.bank % self.samples and not full[self.bank]:
            self.count += 1
            if self.count == self.words:
                self.count, self.loaded = 0, True
            return True
        return False


class Forward:
    """Sequencer, walk and pipeline of the forward pass, then the margin; all of it for bundles.

    stores: way for whose sample the gate writes activations, or None
    offered: how many results wait; the first one is that of the sample in bank `judged`
    """

    def __init__(self, config, table):
        self.table, self.samples = table, config.samples_per_read
        self.latency = forward_latency(config) + config.deep_pipeline  # until a sample has its turn
        self.margin_latency = margin_latency(config)
        self.bundles = range(config.bundles)
        bundles = config.bundles
        self.waits, self.layer, self.members = [False] * bundles, [0] * bundles, [1] * bundles
        # The time steps that are left of the longest sample.
        self.new, self.steps = [False] * bundles, [0] * bundles
        self.oldest, self.judging, self.offered = 0, None, 0  # judging: a bundle
        self.way = 0  # of the result that is offered
        self.deep, self.job = config.deep_pipeline, None  # job: chosen, but not begun
        self.bundle, self.classifier = 0, False  # of the layer that is read
        self.column, self.blocks_left, self.across = 0, 0, 1
        self.pace = 0  # cycles until the last tile of a row block may be read
        self.sums = {}  # cycle -> (bundle, classifier, last, way) of the row block whose z is there
        self.stores, self.margins = None, set()

    @property
    def reading(self):
        return self.blocks_left > 0

    @property
    def judged(self):
        return self.judging * self.samples + self.way

    def tick(self, now, enter, free, loaded):
        """Whether a tile was read, and how many samples entered.

        enter: new ones may; free: the tile memory is; loaded: (bundle, its members, time steps of
            the longest one) of the bundle that is closed, or None
        """
        ends_row = self.column + 1 == self.across
        moves = self.reading and free and not (ends_row and self.pace)
        ends = moves and self.blocks_left == 1 and ends_row
        free_walk = ends or not self.reading
        chooses = self.job is None if self.deep else free_walk
        job = self._next(enter) if chooses else None

        self.pace = max(0, self.pace - 1)
        if moves:
            self._read(now)
        self._sums(now)
        if self.offered:
            self.offered -= 1
            self.way += 1
            if self.way == self.members[self.judging]:
                self.judging, self.way = None, 0
        if now in self.margins:
            self.margins.remove(now)
            self.offered += 1
        entered = self.members[job] if job is not None and self.new[job] else 0
        chosen = None if job is None else self._choose(job)
        begins = self.job if self.deep else chosen
        if free_walk and begins:
            self._begin(*begins)
        if self.deep and (chosen or free_walk):
            self.job = chosen
        if loaded is not None:
            bundle, self.members[loaded[0]], self.steps[loaded[0]] = loaded
            self.waits[bundle], self.layer[bundle], self.new[bundle] = True, 0, True
        return moves, entered

    def _next(self, enter):
        """The oldest bundle that waits and may be read, or None."""
        top = len(self.table) - 1
        for distance in self.bundles:
            bundle = (self.oldest + distance) % len(self.bundles)
            if self.waits[bundle]:
                # A sample of fewer time steps is not judged before an older one of more.
                judged = self.layer[bundle] == top and (self.judging is not None or distance)
                if (enter or not self.new[bundle]) and not judged:
                    return bundle
        return None

    def _read(self, now):
        self.column += 1
        if self.column == self.across:
            self.column, self.pace = 0, self.samples - 1
            self.blocks_left -= 1
            for way in range(self.members[self.bundle]):
                block = (self.bundle, self.classifier, not self.blocks_left, way)
                self.sums[now + 1 + self.latency + way] = block

    def _sums(self, now):
        """The z of a row block of a sample."""
        self.stores = None
        if now not in self.sums:
            return
        bundle, classifier, last, way = self.sums.pop(now)
        if not classifier:
            self.stores = way
            if last and way + 1 == self.members[bundle]:
                self.waits[bundle] = True
        elif last:
            self.margins.add(now + self.margin_latency)

    def _choose(self, bundle):
        """The bundle and the layer that it is going to be read through."""
        layer = self.layer[bundle]
        self.waits[bundle], self.new[bundle] = False, False
        in_time = self.table[layer].places > 1
        self.steps[bundle] -= in_time
        self.layer[bundle] += not in_time or self.steps[bundle] == 0
        if layer == len(self.table) - 1:
            self.judging = bundle
            self.oldest = (bundle + 1) % len(self.bundles)
        return bundle, layer

    def _begin(self, bundle, layer):
        self.bundle, self.classifier = bundle, layer == len(self.table) - 1
        self.column = 0
        self.blocks_left = self.table[layer].row_blocks
        self.across = self.table[layer].column_blocks
