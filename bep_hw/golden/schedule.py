"""The group schedule: fewer neurons learn per sample as training stops making progress."""

import math

from bep_hw.support.errors import require


def next_divisor(width, group):
    """The smallest divisor of `width` above `group`, or `width` if there is none."""
    return next((d for d in range(group + 1, width) if width % d == 0), width)


class GroupSchedule:
    """gamma_l of every layer, moved to the next larger divisor of K_l when progress stops.

    An epoch makes progress if its validation error is below the best so far. After `patience`
    epochs without progress every layer moves, and the count restarts.

    groups: gamma_l, bottom to top [neurons]
    best_error: lowest validation error seen, None before the first
    stalled: epochs since it improved, or since the groups last moved [epochs]
    """

    def __init__(self, network, training):
        """Start at gamma_0 = training.group, which must divide every K_l (ConfigError)."""
        training.check(network)
        self._widths = [rows for rows, _ in network.shapes]
        self._patience = training.patience
        self.groups = (training.group,) * network.depth
        self.best_error = None
        self.stalled = 0

    def observe(self, error):
        """Take the validation error of an epoch; returns True if it is the best so far."""
        if self.best_error is None or error < self.best_error:
            self.best_error = error
            self.stalled = 0
            return True
        self.stalled += 1
        if self.stalled >= self._patience:
            pairs = zip(self._widths, self.groups, strict=True)
            self.groups = tuple(next_divisor(width, group) for width, group in pairs)
            self.stalled = 0
        return False

    def state(self):
        """The state for `restore`, as a dictionary that JSON can hold."""
        return {
            "groups": list(self.groups),
            "best_error": self.best_error,
            "stalled": self.stalled,
        }

    def restore(self, state):
        """Continue from a value of `state()`; ConfigError if `state()` cannot return it."""
        require(
            isinstance(state, dict) and set(state) == set(self.state()),
            f"group schedule {state!r}: must have {', '.join(self.state())}",
        )
        groups, best, stalled = (state[name] for name in ("groups", "best_error", "stalled"))
        require(
            isinstance(groups, (list, tuple))
            and len(groups) == len(self._widths)
            and all(map(_divides, groups, self._widths)),
            f"groups {groups!r}: must divide the hidden widths {self._widths}",
        )
        require(
            best is None or (type(best) in (int, float) and 0 <= best < math.inf),
            f"best error {best!r}: must be a number from 0",
        )
        require(
            type(stalled) is int and 0 <= stalled < self._patience,
            f"stalled {stalled!r}: must be below the patience, {self._patience} epochs",
        )
        self.groups, self.best_error, self.stalled = tuple(groups), best, stalled


def _divides(group, width):
    return type(group) is int and group >= 1 and width % group == 0
