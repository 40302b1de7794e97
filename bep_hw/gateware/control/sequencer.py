"""Sequencers: they choose the next layer and sample to read, upwards and downwards."""

from amaranth.hdl import Array, Cat, Const, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.layouts import offset_layout, read_layout
from bep_hw.gateware.parts.pipeline import first_from


class ForwardSequencer(wiring.Component):
    """Takes bundles of S samples up through the layers, several bundles at once.

    A bundle waits for its first layer from the cycle after it was closed, and for every further
    one from the cycle after the last z of the layer below. Whenever the walk can take a layer, it
    gets that of the oldest bundle that waits. So younger bundles fill the gaps that older ones
    leave, and none overtakes: all walk the same table, and older ones go first.

    Two layers wait for more. The first one of a bundle also waits until its samples may `enter`.
    The classifier also waits until all results of the bundle before have been taken, so that one
    bundle at a time is judged, and results leave in the order of the samples.

    In a core for recurrent networks the first layer may be a state. A bundle goes through it once
    for each time step of its longest sample, and waits between two of them as it waits for a
    further layer. A shorter sample goes along. What is stored for it behind its own last time step
    is never read: the layer above reads each sample's state at its own last time step.

    With `deep_pipeline` what was chosen goes to a register, from which the walk takes it. A layer
    is chosen when that register is empty, not when the walk is free.

    Latency: after a layer whose last tile is presented in cycle t, the first tile of the same
    bundle's next layer is presented in cycle t + Forward.latency + S + 3 [cycles] at the earliest,
    with `deep_pipeline` one later.

    Members
    -------
    row_count : rows of the layer table, the classifier included
    loaded, loaded_bundle : a bundle is closed; bundles are closed in turn
    enter : new samples may begin; entered, entered_bundle : a bundle does, and which
    layers : to ForwardWalk
    z_last, z_bundle : the last z of a layer that is not the classifier, of this bundle
    judged : bundle whose logits are read or whose results wait
    answered : its last result has been taken
    arrives, bank, steps : a sample is in its bank, and has so many time steps; its bundle is closed
        in this cycle or later
    state, stride : the first layer is a state; from one time step to the next, see `offset_layout`
    offset : of the time step that is taken
    last_offset : per bank, behind the sample's last time step, until the bank is freed
    """

    def __init__(self, config):
        self.config, self.bundles = config, config.bundles
        bundle, offset = range(config.bundles), offset_layout(config)
        in_time = {
            "arrives": In(1),
            "bank": In(range(config.banks)),
            "steps": In(bits_for(config.max_steps)),
            "state": In(1),
            "stride": In(offset),
            "offset": Out(offset),
            "last_offset": Out(data.ArrayLayout(offset, config.banks)),
        }
        super().__init__(
            {
                "row_count": In(bits_for(config.max_layers)),
                "loaded": In(1),
                "loaded_bundle": In(bundle),
                "enter": In(1),
                "entered": Out(1),
                "entered_bundle": Out(bundle),
                "layers": Out(stream.Signature(read_layout(config))),
                "z_last": In(1),
                "z_bundle": In(bundle),
                "judged": Out(bundle),
                "answered": In(1),
                **(in_time if config.in_time else {}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        in_time = self.config.in_time
        job = Signal.like(self.layers.payload)
        chooses, judging, taken, first = Signal(), Signal(), Signal(), Signal()
        # The oldest bundle before the classifier; bundles are in the order of the samples.
        oldest = Signal.like(job.bundle)
        wanted, may_read = [], Signal(self.bundles)
        if in_time:
            self._time_steps()
        for bundle in range(self.bundles):
            wait = Signal(name=f"wait{bundle}")
            layer = Signal.like(job.layer, name=f"layer{bundle}")
            # In registers, because the choice of a bundle is on a long path already.
            lowest, highest = Signal(name=f"lowest{bundle}"), Signal(name=f"highest{bundle}")
            wanted.append(Cat(highest, lowest, layer))
            held = (lowest & ~self.enter) | (highest & judging)
            if in_time:
                # A sample of fewer time steps is not judged before an older one of more.
                held = held | (highest & (oldest != bundle))
            m.d.comb += may_read[bundle].eq(wait & ~held)
            if not in_time:
                m.d.sync += lowest.eq(layer == 0)
            m.d.sync += highest.eq(layer + 1 == self.row_count)
            with m.If(taken & (job.bundle == bundle)):
                m.d.sync += [wait.eq(0), layer.eq(layer + 1)]
                if in_time:
                    m.d.sync += lowest.eq(0)
                    with m.If(self.state & (layer == 0)):
                        self._step(m, bundle, layer)
            with m.If(self.z_last & (self.z_bundle == bundle)):
                m.d.sync += wait.eq(1)
            with m.If(self.loaded & (self.loaded_bundle == bundle)):
                m.d.sync += [wait.eq(1), layer.eq(0), lowest.eq(1), highest.eq(0)]
        if in_time:
            # After `_step`, so that the clearing of an offset is the reset of its flip-flops.
            self._arrivals(m)
        # A signal of its own: simulators take a record whose one field chooses another for a loop.
        chosen = Signal.like(job.bundle)
        m.d.comb += [
            chooses.eq(may_read.any()),
            chosen.eq(first_from(m, oldest, may_read, "may_read")),
            job.bundle.eq(chosen),
            Cat(job.classifier, first, job.layer).eq(Array(wanted)[chosen]),
            self.entered.eq(taken & first),
            self.entered_bundle.eq(job.bundle),
        ]
        self._hand_on(m, chooses, taken, job)
        with m.If(taken & job.classifier):
            m.d.sync += [judging.eq(1), self.judged.eq(job.bundle), oldest.eq(oldest + 1)]
        with m.If(self.answered):
            m.d.sync += judging.eq(0)
        return m

    def _hand_on(self, m, chooses, taken, job):
        """The chosen layer and its time step to the walk, perhaps through a register."""
        layers, outputs = self.layers, [(self.layers.payload, job)]
        if self.config.in_time:
            outputs.append((self.offset, self._offsets[job.bundle]))
        if self.config.uneven:
            for way, offset in enumerate(job.offsets):
                bank = Cat(Const(way, bits_for(self.config.samples_per_read - 1)), job.bundle)
                m.d.comb += offset.eq(self.last_offset[bank].words)
        if self.config.deep_pipeline:
            m.d.comb += taken.eq(chooses & ~layers.valid)
            with m.If(taken):
                m.d.sync += [layers.valid.eq(1), *(output.eq(value) for output, value in outputs)]
            with m.Elif(layers.ready):
                m.d.sync += layers.valid.eq(0)
        else:
            m.d.comb += [layers.valid.eq(chooses), taken.eq(chooses & layers.ready)]
            m.d.comb += [output.eq(value) for output, value in outputs]

    def _time_steps(self):
        """Time steps that each sample still has, and the offset of the next one of each bundle."""
        self._left = [
            Signal.like(self.steps, name=f"steps{bank}") for bank in range(self.config.banks)
        ]
        self._offsets = self.last_offset
        if self.config.uneven:
            self._offsets = Signal(data.ArrayLayout(self.offset.shape(), self.bundles))

    def _arrivals(self, m):
        """A sample begins with its first time step, a bundle with its first sample."""
        samples = self.config.samples_per_read
        for bank, left in enumerate(self._left):
            with m.If(self.arrives & (self.bank == bank)):
                m.d.sync += [left.eq(self.steps), self.last_offset[bank].eq(0)]
                if self.config.uneven and bank % samples == 0:
                    m.d.sync += self._offsets[bank // samples].eq(0)
            if bank % samples:
                # The bundle may be closed without this bank, whose sample before was not recurrent.
                with m.If(self.arrives & (self.bank == bank - bank % samples)):
                    m.d.sync += left.eq(0)

    def _step(self, m, bundle, layer):
        """A bundle goes through a state at one time step, and stays there if a sample has more."""
        samples = self.config.samples_per_read
        banks = range(bundle * samples, (bundle + 1) * samples)
        offset, further = self._offsets[bundle], Signal.like(self.offset, name=f"further{bundle}")
        more = Cat(self._left[bank][1:] for bank in banks).any()
        m.d.comb += [
            further.words.eq(offset.words + self.stride.words),
            further.rows.eq(offset.rows + self.stride.rows),
        ]
        if self.config.uneven:
            m.d.sync += offset.eq(further)
        for bank in banks:
            with m.If(self._left[bank].any() if samples > 1 else 1):
                m.d.sync += self._left[bank].eq(self._left[bank] - 1)
                m.d.sync += self.last_offset[bank].eq(further)
        with m.If(more):
            m.d.sync += layer.eq(layer)


class BackwardSequencer(wiring.Component):
    """Takes one sample at a time down: row c of P, then every layer but the first.

    A state is walked as well, once for each time step that learns but the first of them.

    Latency: 2 cycles around the copy of row c, 1 before each layer, 1 after the last.

    Members
    -------
    row_count : rows of the layer table, the classifier included
    samples : banks whose sample learns; complete : those whose desired activations are all there
    bank, layer : of the sample and the row of the layer table that are at work; next_layer : what
        `layer` is in the next cycle, `idle_layer` while no sample is at work, and none comes
    copy_start, copy_done : row c of P becomes the desired activation of the top layer
    walk_start, walk_done : the desired activations below `layer`
    state, stride : as in ForwardSequencer
    last_offset, learning : of the sample in `bank`: behind its last time step, see
        ForwardSequencer, and how many time steps learn
    offset : of the time step that is walked, and of the inputs of a layer that is no state
    """

    def __init__(self, config):
        self.config = config
        bank, offset = range(config.banks), offset_layout(config)
        in_time = {
            "state": In(1),
            "stride": In(offset),
            "last_offset": In(offset),
            "learning": In(bits_for(config.max_steps)),
            "offset": Out(offset),
        }
        super().__init__(
            {
                "row_count": In(bits_for(config.max_layers)),
                "samples": In(stream.Signature(bank)),
                "complete": Out(stream.Signature(bank)),
                "bank": Out(bank),
                "idle_layer": In(bits_for(config.max_layers - 1)),
                "layer": Out(bits_for(config.max_layers - 1)),
                "next_layer": Out(bits_for(config.max_layers - 1)),
                "copy_start": Out(1),
                "copy_done": In(1),
                "walk_start": Out(1),
                "walk_done": In(1),
                **(in_time if config.in_time else {}),
            }
        )

    def elaborate(self, platform):
        m = Module()
        in_time = self.config.in_time
        m.d.comb += [self.complete.payload.eq(self.bank), self.next_layer.eq(self.layer)]
        m.d.sync += self.layer.eq(self.next_layer)
        ends = self.layer == 0
        if in_time:
            # Time steps of the state that are still to be walked.
            left = Signal.like(self.learning)
            ends = ends & (left == 0)
        with m.FSM():
            with m.State("IDLE"):
                m.d.comb += self.samples.ready.eq(1)
                m.d.comb += self.next_layer.eq(self.idle_layer)
                m.d.sync += self.bank.eq(self.samples.payload)
                with m.If(self.samples.valid):
                    m.d.comb += self.next_layer.eq(self.row_count - 1)
                    m.next = "COPY"
            with m.State("COPY"):
                m.d.comb += self.copy_start.eq(1)
                m.next = "COPYING"
            with m.State("COPYING"), m.If(self.copy_done):
                m.d.comb += self.next_layer.eq(self.layer - 1)
                if in_time:
                    m.d.sync += [
                        self.offset.eq(self.last_offset),
                        left.eq(Mux(self.state, self.learning - 1, 0)),
                    ]
                m.next = "LAYER"
            with m.State("LAYER"):
                with m.If(ends):
                    m.d.comb += self.complete.valid.eq(1)
                    with m.If(self.complete.ready):
                        m.next = "IDLE"
                with m.Else():
                    m.d.comb += self.walk_start.eq(1)
                    m.next = "WALKING"
            with m.State("WALKING"), m.If(self.walk_done):
                m.d.comb += self.next_layer.eq(self.layer - 1)
                if in_time:
                    self._step(m, left)
                m.next = "LAYER"
        return m

    def _step(self, m, left):
        """The layer above is done: a state is walked from its last time step back."""
        with m.If(self.state & (self.layer <= 1)):
            m.d.comb += self.next_layer.eq(0)
            m.d.sync += [
                self.offset.words.eq(self.offset.words - self.stride.words),
                self.offset.rows.eq(self.offset.rows - self.stride.rows),
            ]
        with m.If(self.layer == 0):
            m.d.sync += left.eq(left - 1)
