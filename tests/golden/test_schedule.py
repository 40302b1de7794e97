import json

import pytest

from bep_hw.golden.schedule import GroupSchedule, next_divisor
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError

NETWORK = Network(layers=(10, 12, 30), classes=2)
TRAINING = Training(group=2, patience=2)


@pytest.mark.parametrize(
    ("width", "group", "expected"),
    [(1, 1, 1), (7, 1, 7), (12, 2, 3), (12, 6, 12), (12, 12, 12), (135, 45, 135), (35, 7, 35)],
)
def test_next_divisor(width, group, expected):
    assert next_divisor(width, group) == expected


def test_moves_after_patience_epochs_without_progress():
    schedule = GroupSchedule(NETWORK, TRAINING)
    assert (schedule.groups, schedule.stalled, schedule.best_error) == ((2, 2), 0, None)
    seen = []
    #        best  -    -    best -    best -    -    -    -
    errors = [0.5, 0.5, 0.6, 0.4, 0.4, 0.3, 0.9, 0.9, 0.9, 0.3]
    for error in errors:
        schedule.observe(error)
        seen.append(schedule.groups)
    two, three, four, five = (2, 2), (3, 3), (4, 5), (6, 6)
    assert seen == [two, two, three, three, three, three, three, four, four, five]


def test_reports_the_best_epoch():
    schedule = GroupSchedule(NETWORK, TRAINING)
    assert [schedule.observe(e) for e in (0.5, 0.5, 0.4, 0.45, 0.0)] == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_never_exceeds_the_width():
    schedule = GroupSchedule(NETWORK, TRAINING)
    for _ in range(100):
        schedule.observe(0.5)
    assert schedule.groups == (12, 30)


def test_patience_of_one():
    schedule = GroupSchedule(NETWORK, Training(group=1, patience=1))
    for error in (0.5, 0.5, 0.5):
        schedule.observe(error)
    assert schedule.groups == (3, 3)


def test_continues_from_a_json_state():
    errors = [0.5, 0.6, 0.4, 0.4, 0.4, 0.45, 0.3, 0.3, 0.3, 0.3]
    whole = GroupSchedule(NETWORK, TRAINING)
    history = [(whole.observe(error), whole.groups) for error in errors]
    for stop in range(len(errors)):
        first = GroupSchedule(NETWORK, TRAINING)
        for error in errors[:stop]:
            first.observe(error)
        second = GroupSchedule(NETWORK, TRAINING)
        second.restore(json.loads(json.dumps(first.state())))
        rest = [(second.observe(error), second.groups) for error in errors[stop:]]
        assert rest == history[stop:]
        assert second.state() == whole.state()


def test_first_group_must_divide_every_width():
    with pytest.raises(ConfigError, match="group size 5: must divide every hidden width"):
        GroupSchedule(NETWORK, Training(group=5))


def test_matrices_of_one_state_have_one_group():
    schedule = GroupSchedule(Recurrent(layers=(10, 12, 30), classes=2, steps=3), TRAINING)
    for _ in range(8):
        schedule.observe(0.5)
    assert schedule.groups == (6, 6, 6)
    schedule.observe(0.5)
    assert schedule.groups == (12, 12, 10)


GOOD = {"groups": [2, 3], "best_error": 0.5, "stalled": 1}


@pytest.mark.parametrize(
    "change", [{}, {"groups": (1, 1)}, {"best_error": 0}, {"best_error": None}, {"stalled": 0}]
)
def test_takes_every_state_that_it_can_have(change):
    schedule, state = GroupSchedule(NETWORK, TRAINING), GOOD | change
    schedule.restore(state)
    assert schedule.state() == state | {"groups": list(state["groups"])}


@pytest.mark.parametrize(
    "state, message",
    [
        (None, "group schedule None: must have groups, best_error, stalled"),
        ([*GOOD], "group schedule .*: must have"),
        ({"groups": [2, 3]}, "group schedule .*: must have"),
        (GOOD | {"more": 1}, "group schedule .*: must have"),
        (GOOD | {"groups": 2}, r"groups 2: must divide the hidden widths \[12, 30\]"),
        (GOOD | {"groups": {1: 1, 2: 2}}, "groups .*: must divide"),
        (GOOD | {"groups": [2]}, "groups .*: must divide"),
        (GOOD | {"groups": [2, 4]}, "groups .*: must divide"),
        (GOOD | {"groups": [2, 3.0]}, "groups .*: must divide"),
        (GOOD | {"groups": [2, True]}, "groups .*: must divide"),
        (GOOD | {"groups": [2, 0]}, "groups .*: must divide"),
        (GOOD | {"groups": [2, -3]}, "groups .*: must divide"),
        (GOOD | {"best_error": "0"}, "best error '0': must be a number from 0"),
        (GOOD | {"best_error": True}, "best error True: must be"),
        (GOOD | {"best_error": -1}, "best error -1: must be"),
        (GOOD | {"best_error": float("inf")}, "best error inf: must be"),
        (GOOD | {"best_error": float("nan")}, "best error nan: must be"),
        (GOOD | {"stalled": 1.0}, "stalled 1.0: must be below the patience, 2 epochs"),
        (GOOD | {"stalled": -1}, "stalled -1: must be"),
        (GOOD | {"stalled": 2}, "stalled 2: must be"),
    ],
)
def test_takes_no_other_state(state, message):
    schedule = GroupSchedule(NETWORK, TRAINING)
    with pytest.raises(ConfigError, match=message):
        schedule.restore(state)
    assert schedule.state() == GroupSchedule(NETWORK, TRAINING).state()
