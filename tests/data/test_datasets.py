"""Data sets: splits, encodings, and IDX files that are missing or damaged."""

import gzip
import hashlib
import struct

import numpy as np
import pytest

from bep_hw.data import datasets, fashion_mnist
from bep_hw.support.errors import ConfigError
from tests.helpers.idx_files import write_idx, write_images

FILES = list(fashion_mnist.FILES)


@pytest.fixture(autouse=True)
def no_network(monkeypatch, tmp_path):
    """Nothing is ever downloaded, and nothing is found outside the test's own folder."""

    def refuse(*_, **__):
        raise OSError("no network in tests")

    monkeypatch.setattr("pooch.retrieve", refuse)
    monkeypatch.setattr(fashion_mnist, "FOLDER", tmp_path / "system")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("BEP_HW_DATA", raising=False)


@pytest.fixture
def folder(tmp_path):
    return write_images(tmp_path / "images")


def test_digits():
    data = datasets.load("digits")
    assert (data.width, data.classes) == (256, 10)
    assert sum(map(len, (data.train, data.validation, data.test))) == 1797
    bits = data.train.bits.reshape(-1, 64, 4)
    assert np.all(bits[..., :-1] >= bits[..., 1:]), "a thermometer fills from below"
    assert data.checksum() == datasets.load("digits").checksum()


def test_random_prototypes():
    data = datasets.load("random-prototypes")
    assert data.train.bits.shape == (20_000, 1000)
    assert (len(data.validation), len(data.test)) == (3000, 3000)
    assert set(np.unique(data.test.labels)) == set(range(10))
    # With p = 0.46 the samples of one class agree with their mean's sign in 54 % of the bits.
    bits = data.train.bits[data.train.labels == 3]
    prototype = bits.mean(axis=0) > 0.5
    assert abs((bits == prototype).mean() - 0.54) < 0.01
    for split in (data.validation, data.test):
        agree = (split.bits[split.labels == 3] == prototype).mean()
        assert abs(agree - 0.54) < 0.01


def test_random_prototypes_are_drawn_by_the_seed():
    first, again, other = (datasets.load("random-prototypes", seed=s).checksum() for s in (1, 1, 2))
    assert first == again != other


@pytest.mark.parametrize("packed", [True, False])
def test_fashion_mnist(tmp_path, packed):
    data = datasets.load("fashion-mnist", write_images(tmp_path / "images", packed=packed))
    assert [len(split) for split in (data.train, data.validation, data.test)] == [90, 10, 20]
    assert (data.width, data.classes) == (784, 10)
    for split in (data.train, data.validation, data.test):
        assert split.bits.dtype == np.uint8
        assert split.labels.dtype == np.int64
    assert abs(data.train.bits.mean() - 0.5) < 0.02, "the threshold is the median"


def test_folder_by_environment(folder, monkeypatch):
    monkeypatch.setenv("BEP_HW_DATA", str(folder))
    assert str(folder) in datasets.get("fashion-mnist").where(None)
    assert len(datasets.load("fashion-mnist").test) == 20


def test_inner_folder(tmp_path):
    write_images(tmp_path / "data" / "fashion-mnist")
    assert len(datasets.load("fashion-mnist", tmp_path / "data").test) == 20


def test_where_not_found(tmp_path):
    assert "will be downloaded" in datasets.get("fashion-mnist").where(None)
    assert "missing" in datasets.get("fashion-mnist").where(tmp_path / "none")


def expect(message, folder=None):
    with pytest.raises(ConfigError) as error:
        datasets.load("fashion-mnist", folder)
    assert "\n" not in str(error.value)
    for words in message:
        assert words in str(error.value)


@pytest.mark.parametrize("name", FILES)
def test_missing_file(folder, name):
    (folder / f"{name}.gz").unlink()
    expect([name, "no such file"], folder)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("keep", [0, 3, 30, 0.5])
def test_truncated_gzip(folder, name, keep):
    path = folder / f"{name}.gz"
    content = path.read_bytes()
    path.write_bytes(content[: keep if isinstance(keep, int) else int(len(content) * keep)])
    expect([str(path)], folder)


def test_damaged_gzip(folder):
    path = folder / f"{FILES[0]}.gz"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)
    expect([str(path)], folder)


@pytest.mark.parametrize("change", [-1, 1])
def test_wrong_length(folder, change):
    path = folder / f"{FILES[0]}.gz"
    content = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(content[:-1] if change < 0 else content + b"0"))
    expect([str(path), "100x28x28", "needs"], folder)


def test_wrong_magic(folder):
    path = folder / f"{FILES[1]}.gz"
    path.write_bytes(gzip.compress(struct.pack(">II", 0x00000803, 4) + bytes(4)))
    expect([str(path), "00000803", "00000801"], folder)


def test_wrong_image_size(folder):
    write_idx(folder / FILES[0], np.zeros((100, 20, 28)), packed=True)
    expect([FILES[0], "20x28", "28x28"], folder)


def test_labels_do_not_match_images(folder):
    write_idx(folder / FILES[1], np.zeros(99), packed=True)
    expect([FILES[1], "99 labels", "100 images"], folder)


def test_label_out_of_range(folder):
    write_idx(folder / FILES[3], np.full(20, 10), packed=True)
    expect([FILES[3], "label 10", "below 10"], folder)


def test_no_samples(folder):
    write_idx(folder / FILES[2], np.zeros((0, 28, 28)), packed=True)
    write_idx(folder / FILES[3], np.zeros(0), packed=True)
    expect([FILES[3], "at least"], folder)


def test_no_network(tmp_path):
    expect(["https://", "cannot be downloaded", "no network in tests"])
    assert not (tmp_path / "cache").exists()


def test_download(tmp_path, folder, monkeypatch):
    sums, fetched = {}, []
    for name in FILES:
        content = gzip.decompress((folder / f"{name}.gz").read_bytes())
        sums[name] = hashlib.sha256(content).hexdigest()

    def answer(url, known_hash, path):
        fetched.append(url)
        return folder / url.rsplit("/", 1)[1]

    monkeypatch.setattr("pooch.retrieve", answer)
    expect(["SHA-256", "must be"])  # these are not the real files
    monkeypatch.setattr(fashion_mnist, "FILES", sums)
    fetched.clear()
    for _ in range(2):
        assert len(datasets.load("fashion-mnist").test) == 20
    assert len(fetched) == 4, "downloaded once"
    cache = tmp_path / "cache" / "bep-hw" / "fashion-mnist"
    assert sorted(path.name for path in cache.iterdir()) == sorted(f"{name}.gz" for name in FILES)


def test_unknown_name():
    with pytest.raises(ConfigError, match=r"data set 'minst': must be one of.*did you mean mnist"):
        datasets.load("minst")
