"""Row engine, its jobs and the sweep, cycle by cycle."""

from bep_hw.cycles.latency import row_engine_latency, row_read_latency


class Rows:
    """Visits rows of counters: winners' rows, and after each turn every row once.

    A row is named by the address of its first counter word. A word in the pipeline is an address,
    or -1 - bank for the end of the sample in that bank, or None.

    learns: the word that is issued belongs to a winner
    """

    def __init__(self, config, table):
        self.single_port = config.single_port
        self.layers = [(layer.counter_base, layer.words) for layer in table[:-1]]
        self.plan = []  # of a sweep: (row, words), and None where a layer begins
        for layer in table[:-1]:
            self.plan.append(None)
            for row in range(layer.rows):
                self.plan.append((layer.counter_base + row * layer.words, layer.words))
        self.swept = len(self.plan)  # how much of the plan the sweep has done
        self.due = bytearray(sum(layer.rows * layer.words for layer in table[:-1]))
        self.job = None  # (row, words, learns, skipped), not prepared yet
        self.deep = config.deep_pipeline
        self.kept = None  # (row, words, learns), half prepared, with `deep_pipeline`
        self.first = None  # (row, words, learns), prepared
        self.words = [None] * (row_engine_latency(config) + 1)
        # Words so far on their way keep their row from being read: they are not written yet.
        self.unwritten = row_engine_latency(config) - row_read_latency(config)
        self.left, self.learns = 0, False  # of the row that is issued: words after this one

    @property
    def working(self):
        prepared = self.kept is not None or self.first is not None
        return prepared or any(word is not None for word in self.words)

    @property
    def busy(self):
        return self.swept < len(self.plan) or self.job is not None or self.working

    @property
    def ready(self):
        """Whether a winner is taken: there is no job, not even a skipped one."""
        return self.job is None

    @property
    def freed(self):
        """The bank of a sample whose winners are learnt, or None."""
        word = self.words[-1]
        return -1 - word if word is not None and word < 0 else None

    @property
    def issues(self):
        """Whether a word of counters is issued."""
        return self.words[0] is not None and self.words[0] >= 0

    def tick(self, winner, turn):
        """Advance one cycle; winner: `Winner.out`; turn: the minibatch is over, and W is new."""
        takes = self.ready
        accepts = takes or self.job[3]
        ready, starts = self._starts()
        self._issue(starts)
        jobs_ready = self.kept is None if self.deep else ready
        job = None if accepts or not jobs_ready else self.job[:3]
        if ready:
            self.first, self.kept = (self.kept, None) if self.deep else (job, None)
        if jobs_ready:
            if self.deep:
                self.kept = job
            if not accepts:
                self.job = None
        if accepts:
            self.job = None
            if takes or winner is None:
                self._accept(winner)
        begins_layer = self.swept < len(self.plan) and self.plan[self.swept] is None
        if begins_layer or (self._sweeps and accepts and winner is None):
            self.swept += 1
        if turn:
            self.swept = 0
            self.due = bytearray(b"\1") * len(self.due)

    @property
    def _sweeps(self):
        """Whether the sweep offers a row."""
        return self.swept < len(self.plan) and self.plan[self.swept] is not None

    def _starts(self):
        """Whether the next job may be prepared, and whether the prepared row starts."""
        if self.first is None:
            return True, False
        held = self._held(self.first[0])
        starts = (not self.issues or self.left == 0) and not held
        return starts, starts

    def _held(self, row):
        """Whether words in the pipeline keep the row from starting."""
        under_way = self.words[: self.unwritten]
        if row < 0 or row in under_way or not self.single_port:
            return row >= 0 and row in under_way
        return any(
            word is not None and word >= 0 and (word + row + len(under_way) - 1 - cycles) % 2 == 0
            for cycles, word in enumerate(under_way)
        )

    def _issue(self, starts):
        word = None
        if starts:
            word, words, self.learns = self.first
            self.left = words - 1
        elif self.issues and self.left:
            word = self.words[0] + 1
            self.left -= 1
        self.words = [word, *self.words[:-1]]

    def _accept(self, winner):
        """Take the next job; its row is no longer due."""
        if winner is not None:
            bank, layer, number = winner
            if layer is None:
                self.job = (-1 - bank, 0, True, False)
            else:
                base, words = self.layers[layer]
                row = base + number * words
                self.job = (row, words, True, False)
                self.due[row] = 0
        elif self._sweeps:
            row, words = self.plan[self.swept]
            self.job = (row, words, False, not self.due[row])
            self.due[row] = 0
