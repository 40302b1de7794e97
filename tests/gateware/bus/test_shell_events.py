"""What a shell reports: interrupts, and words of a stream without some of their bytes."""

import random

import pytest

from bep_hw.gateware.bus.shell import RESULTS
from bep_hw.spec.registers import INTERRUPTS, address
from tests.helpers.bench import SEEDS
from tests.helpers.shell_host import ALL_BYTES, ERROR, PARTS, WORDS, run
from tests.helpers.stub import stub_core  # noqa: F401

pytestmark = pytest.mark.usefixtures("stub_core")


@SEEDS
def test_a_word_without_some_of_its_bytes(seed):
    """They are 0, and `errors` says so; a word that is not taken yet is no error."""
    source = random.Random(seed)

    async def bench(ctx, shell, host):
        core, taken = shell.core, []
        ctx.set(core.labels.ready, 1)
        beats, payload = [], shell.samples.payload
        for _ in range(WORDS * PARTS):
            beats.append((source.getrandbits(32), source.choice([0xF, source.getrandbits(4)])))
        ctx.set(shell.samples.valid, 1)
        ctx.set(payload.keep, 0)
        ctx.set(shell.access.address, address("samples"))
        for name in ("strobe", "write"):  # the register goes before
            ctx.set(getattr(shell.access, name), 1)
        ctx.set(shell.access.mask, ALL_BYTES)
        assert not ctx.get(shell.samples.ready) and not ctx.get(core.failed_outside)
        ctx.set(shell.access.strobe, 0)
        for index, (word, keep) in enumerate((*beats, (1, 0xF))):
            ctx.set(payload, {"data": word, "keep": keep, "last": index == len(beats)})
            assert ctx.get(shell.samples.ready)
            assert ctx.get(core.failed_outside) == (keep != 0xF) * ERROR["frame"]
            await ctx.tick()
        ctx.set(shell.samples.valid, 0)
        ctx.set(core.samples.ready, 1)
        for _ in range(12):
            if ctx.get(core.samples.valid):
                taken.append(ctx.get(core.samples.payload))
            await ctx.tick()
        words = [
            sum((word >> 8 * b & 255 & -(keep >> b & 1)) << 8 * b for b in range(4))
            for word, keep in beats
        ]
        assert taken == [(words[i] | words[i + 1] << 32) & ((1 << 40) - 1) for i in (0, 2)]

    run(bench, "axi")


@SEEDS
def test_interrupts(seed):
    """What has happened is pending until it is cleared; a result is while it waits."""
    source = random.Random(seed)
    bit = {name: 1 << index for index, name in enumerate(INTERRUPTS)}
    seen = set()

    async def bench(ctx, shell, host):
        core, kept, mask, waiting = shell.core, 0, 0, 0
        for _ in range(300):
            event = source.choice(["minibatch", "error", "give", "take", "mask", "clear", "both"])
            word = source.getrandbits(3)
            if event in ("minibatch", "both"):
                ctx.set(core.counts, 1)
            if event == "minibatch":
                await ctx.tick()
                kept |= bit["minibatch"]
            elif event == "error":
                assert await host.put("fetch", 1 << 31)
                kept |= bit["error"]
            elif event == "give" and waiting < RESULTS:
                ctx.set(core.results.valid, 1)
                await ctx.tick()
                ctx.set(core.results.valid, 0)
                await ctx.tick().repeat(2)
                waiting += 1
            elif event == "take":
                assert (await host.get("results") is None) == (waiting == 0)
                waiting -= waiting > 0
            elif event == "mask":
                assert not await host.put("interrupt_mask", 0xFFFF_FFF8 | word)
                mask = word
            elif event in ("clear", "both"):  # both: what happens in this very cycle stays
                assert not await host.put("interrupt_pending", 0xFFFF_FFF8 | word)
                kept &= ~word
                kept |= bit["minibatch"] if event == "both" else 0
            ctx.set(core.counts, 0)
            pending = kept | (bit["result"] if waiting else 0)
            assert await host.get("interrupt_mask") == mask
            assert await host.get("interrupt_pending") == pending
            assert ctx.get(shell.irq) == bool(pending & mask)
            seen.add((pending, mask))

    run(bench)
    assert {pending for pending, _ in seen} == set(range(8))
    assert {mask for _, mask in seen} == set(range(8))


def test_results_of_the_stream_interrupt_nobody():
    """They are not in the register, which is what the bit is about."""

    async def bench(ctx, shell, host):
        ctx.set(shell.core.results.valid, 1)
        await ctx.tick()
        ctx.set(shell.core.results.valid, 0)
        await ctx.tick().repeat(2)
        for packet, pending in ((0, 1), (2, 0), (0, 1)):
            assert not await host.put("packet", packet)
            assert await host.get("interrupt_pending") == pending

    run(bench, "axi")


def test_the_link_has_no_interrupts():
    async def bench(ctx, shell, host):
        assert not hasattr(shell, "irq")
        assert await host.get("interrupt_pending") is None

    run(bench, "uart")
