"""FashionMNIST: 70,000 images of 28 x 28 pixels, downloaded when they are first needed."""

import gzip
import hashlib
import tempfile
import zlib
from pathlib import Path

import numpy as np

from bep_hw.data import idx
from bep_hw.data.dataset import named_folder
from bep_hw.data.pixels import images_source
from bep_hw.data.splits import held_out
from bep_hw.spec.encoders.thermometer import FeatureEncoder
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import replace_file
from bep_hw.support.folders import cache_folder

FOLDER = Path("/usr/share/datasets/fashion-mnist")
URL = "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion"
FILES = {
    "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
    "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
    "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
    "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
}
"""SHA-256 of each file unpacked: distributions pack the same content differently."""

IMAGE_SHAPE = (28, 28)
CLASSES = 10


def _cache():
    return cache_folder() / "fashion-mnist"


def _chosen_folder(folder):
    """The folder of the files that the user named, or None."""
    folder = named_folder(folder)
    if folder is None:
        return None
    inner = folder / "fashion-mnist"
    return inner if inner.is_dir() else folder


def _whole(folder):
    return all(idx.find_idx(folder, name) for name in FILES)


def _paths(folder):
    """{name: path} of the four IDX files; downloads only if the user named no folder."""
    chosen = _chosen_folder(folder)
    if chosen is None:
        chosen = FOLDER if _whole(FOLDER) else _cache()
        for name, checksum in FILES.items():
            if not idx.find_idx(chosen, name):
                _download(f"{URL}/{name}.gz", checksum, chosen / f"{name}.gz")
    paths = {name: idx.find_idx(chosen, name) for name in FILES}
    for name, path in paths.items():
        require(path, f"{chosen / name}: no such file, nor {name}.gz: FashionMNIST needs it")
    return paths


def _download(url, checksum, path):
    """Fetch the gzipped file at `url` into `path` if the SHA-256 of its content is `checksum`.

    The file appears under its name only when it is whole. ConfigError on any failure.
    """
    try:
        import pooch
    except ImportError:
        raise ConfigError(f"{url}: downloading it needs pooch: pip install bep-hw[data]") from None
    pooch.get_logger().setLevel("ERROR")
    try:
        with tempfile.TemporaryDirectory() as folder:
            # No known_hash: pooch would check the packed file, which may be packed anew.
            packed = Path(pooch.retrieve(url, known_hash=None, path=folder)).read_bytes()
        content = gzip.decompress(packed)
    except (OSError, EOFError, zlib.error) as error:  # all errors of the network are OSErrors
        raise ConfigError(f"{url}: cannot be downloaded: {str(error)[:200]}") from None
    found = hashlib.sha256(content).hexdigest()
    require(found == checksum, f"{url}: SHA-256 {found}: must be {checksum}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"{path.parent}: cannot be made: {error.strerror}") from None
    replace_file(path, lambda stream: stream.write(packed))


def _where(folder):
    chosen = _chosen_folder(folder)
    for candidate in [chosen] if chosen else [FOLDER, _cache()]:
        if _whole(candidate):
            return str(candidate)
    return f"missing in {chosen}" if chosen else f"will be downloaded to {_cache()}"


def _part(paths, part):
    """Pixels (N, 784) uint8 and labels (N,) int64 of "train" or "t10k", checked."""
    image_path, label_path = paths[f"{part}-images-idx3-ubyte"], paths[f"{part}-labels-idx1-ubyte"]
    images, labels = idx.read_idx(image_path, 3), idx.read_idx(label_path, 1)
    size = "x".join(map(str, images.shape[1:]))
    require(images.shape[1:] == IMAGE_SHAPE, f"{image_path}: images of {size}: must be 28x28")
    require(
        len(images) == len(labels),
        f"{label_path}: {len(labels)} labels: must be as many as the {len(images)} images",
    )
    require(len(labels) >= 2, f"{label_path}: {len(labels)} labels: at least 2 are needed")
    require(
        labels.max() < CLASSES,
        f"{label_path}: label {labels.max()}: must be below {CLASSES}",
    )
    return images.reshape(len(images), -1), labels.astype(np.int64)


def fashion_pixels(folder):
    """((training, validation), test), each pixels (N, 784) uint8 and labels (N,)."""
    paths = _paths(folder)
    return held_out(*_part(paths, "train"), 0.1, 0), _part(paths, "t10k")


def _read(folder):
    (train, validation), test = fashion_pixels(folder)
    return train, validation, test


SOURCES = [
    images_source(
        "fashion-mnist",
        size=IMAGE_SHAPE,
        classes=CLASSES,
        read=_read,
        rule=FeatureEncoder.shared,
        bits=1,
        where=_where,
    )
]
