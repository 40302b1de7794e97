"""sim/make_features.py: what it refuses, and, where PyTorch is installed, a run from end to end."""

import sys
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from bep_hw.data import datasets
from sim import make_features


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder of its own for every test; nothing is found outside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("BEP_HW_DATA", raising=False)
    return tmp_path


@pytest.fixture
def torchvision(monkeypatch):
    """A torchvision of tiny images, and an AlexNet of random weights; its calls are noted."""
    torch = pytest.importorskip("torch", reason="PyTorch is an extra of its own, features")
    calls = []

    class Model(torch.nn.Module):
        def __init__(self):
            super().__init__()
            nn, sizes = torch.nn, (12, 8, 4096, 10)
            first, second, third = map(nn.Linear, sizes[:-1], sizes[1:])
            relu, drop = nn.ReLU, nn.Dropout
            self.classifier = nn.Sequential(drop(), first, relu(), drop(), second, relu(), third)

        def forward(self, pixels):
            return self.classifier(pixels.flatten(1))

    def images(folder, **options):
        calls.append(options)
        part = options.get("split", options.get("train"))
        count = 40 if part in (True, "train") else 13
        pixels = torch.randn(count, 3, 2, 2, generator=torch.Generator().manual_seed(count))
        (folder / "imagenette2-320").mkdir(exist_ok=True)
        return [(pixels[index], index % 10) for index in range(count)]

    weights = SimpleNamespace(transforms=lambda resize_size: f"to {resize_size}")
    fake = {name: ModuleType(name) for name in ("torchvision", "torchvision.models")}
    fake["torchvision"].datasets = SimpleNamespace(CIFAR10=images, Imagenette=images)
    fake["torchvision.models"].alexnet = lambda weights: Model()
    fake["torchvision.models"].AlexNet_Weights = SimpleNamespace(IMAGENET1K_V1=weights)
    for name, module in fake.items():
        monkeypatch.setitem(sys.modules, name, module)
    return calls


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["cifar10"], ["torch and torchvision", "pip install", "features"]),
        (["cifar10", "--batch", "0"], ["batch 0", "at least 1"]),
        (["cifar10", "--out", "there.npz"], ["there.npz", "is there already"]),
        (["cifar10", "--out", "there.npz/f.npz"], ["cannot be written", "not a folder"]),
        (["imagenette", "--data", "there.npz"], ["cannot be written", "not a folder"]),
    ],
)
def test_refuses(place, monkeypatch, capsys, arguments, words):
    monkeypatch.setitem(sys.modules, "torchvision", None)
    (place / "there.npz").write_text("")
    assert make_features.main(arguments) == 2
    line = capsys.readouterr().err
    assert line.startswith("make_features: error: ") and line.count("\n") == 1
    assert all(word in line for word in words), line
    assert [path.name for path in place.iterdir()] == ["there.npz"]


@pytest.mark.parametrize("arguments", [[], ["mnist"], ["cifar10", "--batch", "many"]])
def test_usage(place, capsys, arguments):
    with pytest.raises(SystemExit) as end:
        make_features.main(arguments)
    assert end.value.code == 2
    assert "make_features" not in str(list(place.iterdir()))
    assert "error: " in capsys.readouterr().err


@pytest.mark.parametrize(("name", "side"), [("cifar10", 224), ("imagenette", 256)])
def test_makes_what_a_preset_reads(place, torchvision, capsys, name, side):
    assert make_features.main([name, "--data", "images", "--batch", "16"]) == 0
    path = place / "cache" / "bep-hw" / f"{name}.npz"
    assert capsys.readouterr().out.splitlines()[-1] == str(path)
    with np.load(path) as arrays:
        assert arrays["train_features"].shape == (40, 4096)
        assert arrays["test_features"].dtype == np.float32
        assert (arrays["train_features"] < 0).any(), "before the ReLU"
        assert arrays["test_labels"].tolist() == [index % 10 for index in range(13)]
    assert {options["transform"] for options in torchvision} == {f"to {side}"}
    expected = [True, True] if name == "cifar10" else [True, False]
    assert [options["download"] for options in torchvision] == expected
    assert len(datasets.load(name).train) == 36
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]


def test_cannot_download(place, torchvision, monkeypatch, capsys):
    def refuse(*_, **__):
        raise OSError("no network\nin tests")

    monkeypatch.setattr(sys.modules["torchvision"].datasets, "CIFAR10", refuse)
    assert make_features.main(["cifar10"]) == 2
    assert capsys.readouterr().err == (
        "make_features: error: cifar10: no features could be made: no network in tests\n"
    )
    assert not list(place.rglob("*.npz"))
