"""The registry of backends: names, ports, and that each entry has all that it must have."""

import inspect

import numpy as np
import pytest

from bep_hw.golden.classifier import equiangular_frame
from bep_hw.golden.initial import initial_counters
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.network import Network, Recurrent
from bep_hw.spec.sequences import Sequences
from bep_hw.support.errors import ConfigError
from bep_hw.train import backends

NETWORKS = {
    "layers": Network(layers=(20, 12, 12), classes=3),
    "recurrent": Recurrent(layers=(20, 12, 12), classes=3, steps=2),
}


@pytest.mark.parametrize("name", backends.NAMES)
def test_an_entry_has_all_that_it_must_have(name):
    entry = backends.get(name)
    assert isinstance(entry.ON_CORE, bool) and isinstance(entry.HAS_PORT, bool)
    assert isinstance(entry.THREADS, bool)
    assert entry.PREPARING is None or isinstance(entry.PREPARING, str)
    assert list(inspect.signature(entry.check).parameters) == ["core", "port"]
    parameters = inspect.signature(entry.make).parameters.values()
    assert [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD] == [
        *("network", "classifier")
    ]
    keywords = {one.name for one in parameters if one.kind is one.KEYWORD_ONLY}
    assert keywords == {"hidden_bits", "seed", "core", "port", "threads"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("golden", ("golden", None)),
        ("serial:/dev/ttyUSB0", ("serial", "/dev/ttyUSB0")),
        ("serial:/dev/ttyUSB0@115200", ("serial", "/dev/ttyUSB0@115200")),
        ("serial:socket://localhost:5000", ("serial", "socket://localhost:5000")),
    ],
)
def test_parse(text, expected):
    assert backends.parse(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gpu", "'gpu': must be one of golden, native, verilator, serial"),
        ("", "'': must be one of"),
        ("golden:1", "'golden:1': must be one of"),
        ("serial", "'serial': must name a port"),
        ("serial:", "'serial:': must name a port"),
    ],
)
def test_parse_refuses(text, words):
    with pytest.raises(ConfigError, match=words):
        backends.parse(text)


@pytest.mark.parametrize("kind", NETWORKS)
@pytest.mark.parametrize("name", ["golden", "native", "verilator"])
def test_made_backends_predict_the_same(name, kind):
    network = NETWORKS[kind]
    rng = np.random.default_rng(5)
    bits = rng.integers(0, 2, (40, 20), np.uint8)
    if network.recurrent:
        bits = Sequences(bits.reshape(20, 2, 20), rng.integers(1, 3, 20))
    classifier = equiangular_frame(3, 12, 1)
    core = CoreConfig.for_network(network, hidden_bits=8)
    backends.get(name).check(core, None)
    made = [
        backends.get(one).make(network, classifier, hidden_bits=8, seed=1, core=core, port=None)
        for one in ("golden", name)
    ]
    for backend in made:
        backend.load(initial_counters(network, 8, 1), 0)
    golden, other = (backend.infer(bits) for backend in made)
    assert len(set(golden.tolist())) > 1
    assert np.array_equal(golden, other)
