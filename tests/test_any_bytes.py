"""Whatever bytes a file of the user has, it is read, or it is a ConfigError of one line."""

import csv
import gzip
import io
import json
import random
import struct
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bep_hw.build.bitstream.build import read_sites
from bep_hw.data import own
from bep_hw.data.idx import read_idx
from bep_hw.data.inputs import Inputs
from bep_hw.spec import presets
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.support.errors import ConfigError
from bep_hw.train import checkpoint, outputs, sealed, trained
from bep_hw.train.checkpoint import RunState

RNG = np.random.default_rng(1)
FEATURES, LABELS = RNG.integers(0, 9, (6, 3)), RNG.integers(0, 2, 6)
TS = """@problemName any
@timeStamps false
@missing false
@univariate true
@equalLength true
@seriesLength 3
@classLabel true a b
@data
1,2,3:a
4,5,6:b
"""
TOML = """dataset = "digits"
[network]
layers = [256, 16]
classes = 10
[core]
tile = [4, 8]
lanes = 8
"""
CORE = """hidden_bits = 8
[core]
tile = [4, 8]
lanes = 8
"""


def written(write, *arguments, **options):
    """The bytes that `write` writes into a file."""
    stream = io.BytesIO()
    write(stream, *arguments, **options)
    return stream.getvalue()


def table():
    """A table with a column of texts."""
    stream = io.StringIO()
    rows = [(*row, "xy"[row[0] % 2], label) for row, label in zip(FEATURES, LABELS, strict=True)]
    csv.writer(stream).writerows([("a", "b", "c", "d", "label"), *rows])
    return stream.getvalue().encode()


def read_own(path):
    """Read a file of the user's own data as `train --data-file` does."""
    return own.reader(path).read(str(path), None, True)


def to_predict(path):
    """Read a file as `predict --data-file` does."""
    return own.reader(path).read(str(path), None, False)


IDX = struct.pack(">4B3I", 0, 0, 8, 3, 2, 2, 2) + bytes(range(8))
SUMMARY = {name: 1.5 for name in outputs.SHOWN} | {"weights_sha256": "0"}
INPUTS = Inputs(encoder=FeatureEncoder.fit(FEATURES, 2), class_names=("a", "b")).to_dict()
BESIDE = {"own_X.npy": ("own_y.npy", written(np.save, LABELS))}
"""{file: another one that has to stand beside it, and its bytes}."""

FILES = {
    "arrays.npz": (read_own, written(np.savez, X=FEATURES, y=LABELS)),
    "packed.npz": (read_own, written(np.savez_compressed, X=FEATURES * 1.5, y=LABELS)),
    "own_X.npy": (read_own, written(np.save, FEATURES)),
    "one_X.npy": (to_predict, written(np.save, FEATURES)),
    "table.csv": (read_own, table()),
    "table.tsv": (read_own, table().replace(b",", b"\t")),
    "table-to-predict.csv": (to_predict, table()),
    "set.ts": (read_own, TS.encode()),
    "set_TRAIN.tsv": (to_predict, b"1\t2\t3\t4\n2\t3\t4\tNaN\n"),
    "images-idx3-ubyte": (lambda path: read_idx(path, 3), IDX),
    "images-idx3-ubyte.gz": (lambda path: read_idx(path, 3), gzip.compress(IDX)),
    "preset.toml": (lambda path: presets.get(str(path)), TOML.encode()),
    "core.toml": (lambda path: presets.core(str(path)), CORE.encode()),
    "checkpoint.npz": (checkpoint.load, None),
    "weights.npz": (lambda path: sealed.load(path, "result"), None),
    "sites.json": (lambda path: read_sites(path, "ulx3s-85f"), b'{"a": "X1/Y2"}'),
    outputs.SUMMARY: (lambda path: outputs.read_summary(path.parent), json.dumps(SUMMARY).encode()),
    outputs.INPUTS: (lambda path: trained.read_inputs(path.parent), json.dumps(INPUTS).encode()),
}
"""{file: (what reads it, the bytes of a file that is right)}."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """{file: bytes of one that is right}."""
    folder = tmp_path_factory.mktemp("whole")
    sealed.save(folder / "weights.npz", {"counters_1": FEATURES})
    state = RunState(counters=[FEATURES], kept=[FEATURES], schedule={})
    checkpoint.save(folder / "checkpoint.npz", {"seed": 1}, state)
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {name: made.get(name, content) for name, (_, content) in FILES.items()}


def read(folder, name, content):
    """Whether a file of this name and these bytes is read; an error must be one of one line."""
    path = folder / name
    path.write_bytes(content)
    if name in BESIDE:
        (folder / BESIDE[name][0]).write_bytes(BESIDE[name][1])
    try:
        FILES[name][0](path)
    except ConfigError as error:
        assert "\n" not in str(error)
        return False
    return True


def damaged(content, seed):
    """The bytes with a few changes: bytes or bits changed, cut out, put in, moved, or an end."""
    rng, changed = random.Random(seed), bytearray(content)
    for _ in range(rng.randrange(1, 5)):
        place = rng.randrange(len(changed) + 1)
        end = min(place + rng.randrange(1, 9), len(changed))
        kind = rng.randrange(6)
        if kind == 0 and place < len(changed):
            changed[place] ^= 1 << rng.randrange(8)
        elif kind == 1:
            changed[place:end] = rng.randbytes(end - place)
        elif kind == 2:
            del changed[place:end]
        elif kind == 3:
            changed[place:place] = rng.choice((b"\0", b'"', b"\n", b"[" * 2000, b"1e999", b"\xff"))
        elif kind == 4:
            changed[place:place] = changed[: end - place]
        elif rng.random() < 0.3:
            del changed[place:]
    return bytes(changed)


@pytest.mark.parametrize("name", FILES)
def test_a_whole_file_is_read(name, whole, tmp_path):
    assert read(tmp_path, name, whole[name])


QUICK = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("name", FILES)
@QUICK
@given(content=st.binary(max_size=200))
def test_any_bytes(name, content, tmp_path):
    read(tmp_path, name, content)


@pytest.mark.parametrize("name", FILES)
@QUICK
@given(seed=st.integers(0, 2**32 - 1))
def test_damage(name, seed, whole, tmp_path):
    read(tmp_path, name, damaged(whole[name], seed))


@QUICK
@given(seed=st.integers(0, 2**32 - 1))
def test_damage_within_an_archive(seed, tmp_path):
    """The checksum of the archive is right; the array in it is not."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, array in (("X", FEATURES), ("y", LABELS)):
            archive.writestr(f"{name}.npy", damaged(written(np.save, array), f"{name}{seed}"))
    read(tmp_path, "arrays.npz", stream.getvalue())
