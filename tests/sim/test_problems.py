"""Problems of the benches: in the mixed ones samples trigger, and samples do not."""

import pytest

from sim.benches.problems import mixed, problem, recurrent_problem, triggered


@pytest.mark.parametrize("samples", [20, 37])
@pytest.mark.parametrize("make", [problem, recurrent_problem])
@pytest.mark.parametrize("seed", range(8), ids="seed{}".format)
def test_some_samples_trigger_and_some_do_not(make, seed, samples):
    p = mixed(make(seed, samples))
    assert samples // 10 < triggered(p) < samples - samples // 10
