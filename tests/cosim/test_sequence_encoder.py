"""Cores that take series of 8-bit numbers, against the golden model on the encoded bits."""

import dataclasses

import numpy as np
import pytest

from bep_hw.data.series_encoder import SeriesEncoder
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.sequence_shape import SequenceShape
from bep_hw.spec.sequences import RawSequences
from bep_hw.support.errors import ConfigError
from bep_hw.train import run as runs
from bep_hw.train import session
from sim.benches.problems import RECURRENT_CORES, recurrent_problem
from tests.helpers.side_by_side import both

ENCODING = Encoding(window=2, thermometer=3, words=True)


@pytest.mark.parametrize("stall", [0.0, 0.3], ids=["flowing", "stalling"])
def test_trains_bit_identically(stall):
    p = recurrent_problem(1, samples=20)
    rng = np.random.default_rng(1)
    values = [rng.normal(size=(2, 2 * int(steps))) for steps in p.bits.steps]
    quantiles = np.tile([60, 127, 200], (2, 1))
    encoder = SeriesEncoder.fit(values, lambda *_: quantiles, ENCODING, p.network.layers[0])
    raw = encoder.raw(values)
    assert 0 < raw.bits.bits.mean() < 1 and len(set(raw.steps)) > 1
    shape = SequenceShape.of(2, ENCODING, p.network)
    core = dataclasses.replace(RECURRENT_CORES["4x16-lanes4"], encoder=shape)
    golden, device = both(p, core)
    device.model.stalls(stall, 1)
    expected = golden.train(raw.bits, p.labels, p.settings, 5)
    got = device.train(raw, p.labels, p.settings, 5)
    np.testing.assert_array_equal(expected.predictions, got.predictions)
    np.testing.assert_array_equal(expected.margins, got.margins)
    assert all(map(np.array_equal, golden.counters(), device.counters()))
    with pytest.raises(ConfigError, match="must be pixels or words"):
        device.infer(raw.bits)
    with pytest.raises(ConfigError, match="the core has one of"):
        other = dataclasses.replace(encoder, thresholds=quantiles[:, :2])
        device.infer(RawSequences(raw.values, raw.steps, other))


def test_a_run_with_words_ends_as_one_with_bits(tmp_path):
    options = {"words": True, "epochs": 1, "layers": "12,9", "tile": "8x16"}
    hashes = []
    for backend in ("golden", "verilator"):
        run = runs.fresh("italy-135", {**options, "backend": backend})
        raw = isinstance(session.load_data(run).train.bits, RawSequences)
        assert raw == (backend == "verilator")
        hashes.append(session.train(run, tmp_path / backend)["weights_sha256"])
        assert runs.Run.from_dict(run.to_dict()).preset.core == run.preset.core
    assert hashes[0] == hashes[1]


def test_the_fingerprint_covers_the_encoder():
    core = runs.fresh("italy-135", {"words": True}).preset.core
    other = dataclasses.replace(core, encoder=dataclasses.replace(core.encoder, rows_per_cycle=1))
    plain = dataclasses.replace(core, encoder=None)
    assert len({core.fingerprint, other.fingerprint, plain.fingerprint}) == 3
    with pytest.raises(ConfigError, match="of images not in a core for recurrent"):
        dataclasses.replace(core, max_steps=1)
    with pytest.raises(ConfigError, match="words True: only series"):
        runs.fresh("digits", {"words": True})


def test_words_are_levels_and_missing_values_are_0():
    values = [np.array([[0.0, 1, np.nan, 2, 7]]), np.array([[4.0, 3, 1]])]
    encoder = SeriesEncoder.fit(values[:1], lambda *_: np.array([[0.5, 127, 254]]), ENCODING, 8)
    raw = encoder.raw(values)
    assert raw.values[0].ravel().tolist() == [1, 1, 37, 0, 74, 255]
    assert encoder.thresholds.tolist() == [[1, 127, 254]]
    encoded = encoder.encode(values)
    assert np.array_equal(raw.bits.bits, encoded[:].bits)
    again = SeriesEncoder.from_dict(encoder.to_dict())
    assert np.array_equal(again.encode(values).codes, encoded.codes)
