"""Makes the features file of CIFAR-10 or Imagenette with a pretrained AlexNet.

    pip install -e '.[features]'
    python sim/make_features.py cifar10
    bep-hw train --preset cifar10-35

Features are what AlexNet's second fully connected layer gives before its ReLU. Behind the ReLU most
of them are 0, their median too, and a bit that is 1 from the median upwards would always be 1.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from bep_hw.data.features import WIDTH, features_file
from bep_hw.support.errors import ConfigError, require
from bep_hw.support.files import check_writable, replace_file
from bep_hw.support.folders import cache_folder

RESIZE = {"cifar10": 224, "imagenette": 256}
"""Shorter side of an image before its middle is cut out, 224 x 224 [pixels]."""

FEATURE_LAYERS = 5
"""Layers of AlexNet's classifier that are kept: dropout, linear, ReLU, dropout, linear."""

IMAGENETTE = "imagenette2-320"


def check_installed():
    """Raise ConfigError, before anything is downloaded, if PyTorch or torchvision is missing."""
    try:
        import torch  # noqa: F401
        import torchvision  # noqa: F401
    except (ImportError, RuntimeError) as error:  # RuntimeError: versions that do not fit
        raise ConfigError(
            f"torch and torchvision are needed: pip install -e '.[features]' ({error})"
        ) from None


def load_images(name, folder, transform):
    """Training and test images of data set `name`, downloaded into `folder` if need be."""
    from torchvision import datasets as images

    if name == "cifar10":
        return tuple(
            images.CIFAR10(folder, train=train, transform=transform, download=True)
            for train in (True, False)
        )
    return tuple(
        images.Imagenette(
            folder,
            split=split,
            size="320px",
            transform=transform,
            # Older versions of torchvision refuse to download what is there.
            download=not (folder / IMAGENETTE).is_dir(),
        )
        for split in ("train", "val")
    )


def load_model():
    """(AlexNet without its last layers, function of the shorter side that gives its transform)."""
    from torchvision.models import AlexNet_Weights, alexnet

    weights = AlexNet_Weights.IMAGENET1K_V1
    model = alexnet(weights=weights).eval()
    model.classifier = model.classifier[:FEATURE_LAYERS]
    return model, lambda side: weights.transforms(resize_size=side)


def extract(model, images, batch_size, title, console):
    """Features (N, 4096) float32 and labels (N,) int64 of all `images`, in their order."""
    import torch
    from torch.utils.data import DataLoader

    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = model.to(device)
    features = np.empty((len(images), WIDTH), np.float32)
    labels = np.empty(len(images), np.int64)
    start = 0
    with torch.inference_mode():
        batches = DataLoader(images, batch_size=batch_size)
        for pixels, classes in track(batches, title, console=console):  # (b, 3, 224, 224), (b,)
            block = slice(start, start + len(classes))
            features[block] = model(pixels.to(device)).cpu().numpy()
            labels[block] = classes.numpy()
            start = block.stop
    return features, labels


def make(name, data, out, batch_size, console):
    """Write the features file `out` of data set `name`, whose images are in the folder `data`."""
    require(batch_size >= 1, f"batch {batch_size}: must be at least 1")
    require(not out.exists(), f"{out}: is there already; remove it to make it again")
    check_writable(data)
    check_writable(out.parent)
    check_installed()
    arrays = {}
    try:
        data.mkdir(parents=True, exist_ok=True)
        out.parent.mkdir(parents=True, exist_ok=True)
        model, transform = load_model()
        parts = load_images(name, data, transform(RESIZE[name]))
        for part, images in zip(("train", "test"), parts, strict=True):
            values = extract(model, images, batch_size, f"{name} {part}", console)
            arrays[f"{part}_features"], arrays[f"{part}_labels"] = values
    except (OSError, RuntimeError) as error:  # RuntimeError: a file of another checksum, no memory
        raise ConfigError(f"{name}: no features could be made: {error}") from None
    replace_file(out, lambda stream: np.savez(stream, **arrays))


def main(arguments=None):
    """Run the command line; the exit status, 2 after one line about an error of the user."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", choices=RESIZE, help="data set")
    parser.add_argument("--data", type=Path, help="folder of the images [default: user's cache]")
    parser.add_argument(
        "--out", type=Path, help="features file [default: where its presets look for it]"
    )
    parser.add_argument("--batch", type=int, default=128, help="images at once [default: 128]")
    chosen = parser.parse_args(arguments)
    data = chosen.data or cache_folder() / "images"
    out = chosen.out or features_file(chosen.name)
    try:
        make(chosen.name, data, out, chosen.batch, Console())
    except ConfigError as error:
        print("make_features: error:", " ".join(str(error).split()), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("make_features: interrupted", file=sys.stderr)
        return 130
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
