"""Software that is measured beside a core."""

import numpy as np
import pytest

from bep_hw.build import rivals
from bep_hw.spec.network import Network
from bep_hw.spec.training import Training
from bep_hw.support.errors import ConfigError

NETWORK = Network(layers=(30, 12, 12), classes=3)
TRAINING = Training(batch_size=10, group=4)


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(1)
    labels = rng.integers(0, 3, 205)
    patterns = rng.integers(0, 2, (3, 30), np.uint8)
    return patterns[labels] ^ (rng.random((205, 30)) < 0.1), labels


def rival(name, threads=1):
    module = rivals.get(name)
    try:
        module.check()
    except ConfigError as error:
        pytest.skip(f"an optional package of the comparison is missing: {error}")
    made = module.Rival(NETWORK, TRAINING, threads)
    made.restart()
    return made


def test_golden_and_native_train_alike(data):
    made = [rival("golden"), rival("native"), rival("native", 2)]
    for _ in range(2):
        golden, *others = made
        for one in made:
            for _ in range(3):
                one.train(one.prepare(data[0]), data[1])
        for one in others:
            assert one.error_rate == golden.error_rate < 0.5
            for own, expected in zip(
                one.backend.counters(), golden.backend.counters(), strict=True
            ):
                np.testing.assert_array_equal(own, expected)
        trained = golden.backend.counters()
        for one in made:
            one.restart()
        assert golden.error_rate == 1 and golden.backend.minibatch == 0
        assert not np.array_equal(golden.backend.counters()[0], trained[0])


@pytest.mark.parametrize("threads", [1, 2])
def test_scikit_learn_trains(data, threads):
    one = rival("scikit_learn", threads)
    inputs = one.prepare(data[0])
    assert inputs.dtype == np.float32 and set(inputs.ravel()) == {-1, 1}
    for _ in range(20):
        one.train(inputs, data[1])
    assert one.model.hidden_layer_sizes == (12, 12)
    assert one.model.t_ == 20 * len(data[1])  # samples seen
    assert one.model.score(inputs, data[1]) > 0.9


@pytest.mark.parametrize("threads", [1, 2])
def test_pytorch_trains(data, threads):
    one = rival("pytorch", threads)
    inputs, before = one.prepare(data[0]), [latent.clone() for latent in one.latents]
    shapes = [tuple(latent.shape) for latent in one.latents]
    assert shapes == [(12, 30), (12, 12), (3, 12)]
    one.train(inputs, data[1])
    for latent, old in zip(one.latents, before, strict=True):
        assert not latent.equal(old)


@pytest.mark.parametrize(
    ("name", "words"),
    [("scikit_learn", r"pip install bep-hw\[data\]"), ("pytorch", r"bep-hw\[baselines\]")],
)
def test_what_is_missing_says_how_to_install_it(name, words, monkeypatch):
    module = rivals.get(name)
    monkeypatch.setattr(module, "find_spec", lambda package: None)
    with pytest.raises(ConfigError, match=words):
        module.check()
