# amaranth: UnusedElaboratable=no
"""What all boards have in common: how long an LED is on."""

import pytest
from amaranth.hdl import Module, Signal

from bep_hw.gateware.fpga.board import BLINK, BoardTop
from tests.helpers.bench import simulate

CLOCK = 400


@pytest.mark.parametrize("at", [0, 1, 17, 31, 32, 40])
def test_an_event_is_seen(at):
    """At least BLINK, at most four times as long, whenever the event comes; then the LED is off."""
    top, m, event, led = BoardTop("", CLOCK), Module(), Signal(), Signal()
    m.d.comb += led.eq(top._stretched(m, event, top._beat(m)))
    seen = []

    async def bench(ctx):
        for cycle in range(at + round(5 * BLINK * CLOCK)):
            ctx.set(event, cycle == at)
            seen.append(ctx.get(led))
            await ctx.tick()

    simulate(m, bench)
    on = sum(seen)
    assert seen == [0] * (at + 2) + [1] * on + [0] * (len(seen) - at - 2 - on)
    assert BLINK * CLOCK <= on <= 4 * BLINK * CLOCK
