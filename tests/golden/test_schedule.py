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
    assert schedule.groups == (2, 2)
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
