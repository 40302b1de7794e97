"""Recurrent networks in the configuration: shapes, thresholds and the guard range over time."""

import pytest

from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError

NETWORK = Recurrent(layers=(30, 20, 10), classes=4, steps=7)


def test_layers_have_matrices_and_places():
    """The state has two matrices, W_ss before W_xs, at every time step; all other layers one."""
    state, readout = NETWORK.layer_shapes
    assert (state.rows, state.matrices, state.places) == (20, (1, 0), 7)
    assert (readout.rows, readout.matrices, readout.places) == (10, (2,), 1)
    plain = Network(layers=(30, 20, 10), classes=4)
    assert [(s.rows, s.matrices, s.places) for s in plain.layer_shapes] == [
        (20, (0,), 1),
        (10, (1,), 1),
    ]
    assert NETWORK.has_state and not plain.has_state


def test_matrices():
    assert NETWORK.shapes == ((20, 30), (20, 20), (10, 20))
    assert NETWORK.reaches == (50, 50, 20)
    assert NETWORK.depth == 3


def test_thresholds_follow_the_state():
    """The gates of z_s and z_y are floor(nu K_s), although |z_s| reaches K_0 + K_s."""
    settings = Training(gate_ratio=0.33, group=10).settings(NETWORK, (10, 10, 10), 1.0)
    assert settings.gates[1:] == (6, 6)
    assert Training(gate_ratio=2, group=10).settings(NETWORK, (1, 1, 1), 1.0).gates[1:] == (40, 20)
    assert settings.reinforce[1] == settings.reinforce[2]  # both have the fan-in K_s
    assert settings.margin == 5
    assert settings.horizon == 7


@pytest.mark.parametrize(("horizon", "steps"), [(None, 7), (1, 1), (6, 6), (99, 7)])
def test_horizon(horizon, steps):
    training = Training(horizon=horizon)
    assert training.settings(NETWORK, (1, 1, 1), 1.0).horizon == steps
    assert training.steps(NETWORK) == steps
    training.check(NETWORK)


def test_feed_forward_has_one_step():
    assert Training().settings(Network(layers=(4, 4), classes=2), (1,), 1.0).horizon == 1


def test_guard_range():
    core = CoreConfig(max_batch=700)
    core.check_batch(100, 7)
    core.check_batch(700)
    with pytest.raises(ConfigError, match=r"batch size 101 of 7 time steps: .* at most 700 steps"):
        core.check_batch(101, 7)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Recurrent(layers=(4, 4), classes=2, steps=1), "three widths"),
        (lambda: Recurrent(layers=(4, 4, 4), classes=2, steps=0), "time steps 0"),
        (lambda: Training(horizon=0), "horizon 0"),
        (lambda: Training(horizon=2).check(Network(layers=(4, 4), classes=2)), "only a recurrent"),
    ],
)
def test_bad_values(make, words):
    with pytest.raises(ConfigError, match=words):
        make()
