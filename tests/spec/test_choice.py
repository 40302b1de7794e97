"""Parameters that follow from the size and shape of a data set."""

import pytest

from bep_hw.data.dataset import Shape
from bep_hw.spec import choice
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.network import Network
from bep_hw.support.integers import blocks


@pytest.mark.parametrize(
    "samples, epochs, batch", [(30, 300, 4), (120, 300, 12), (600, 100, 60), (54_000, 50, 100)]
)
def test_small_sets_train_longer_in_smaller_batches(samples, epochs, batch):
    assert (choice.epochs(samples), choice.batch_size(samples)) == (epochs, batch)


@pytest.mark.parametrize("widths, group", [((255,), 51), ((135, 135), 27), ((7,), 1), ((12, 9), 3)])
def test_group_divides_every_width(widths, group):
    assert choice.group(widths) == group


@pytest.mark.parametrize("layers, classes", [((784, 135, 135), 10), ((9, 4), 2), ((4096, 31), 40)])
def test_no_allowed_tile_reads_less(layers, classes):
    rows, columns = choice.tile(Network(layers=layers, classes=classes))
    assert rows * columns <= choice.LARGEST_TILE and columns % rows == 0
    shapes = [*zip(layers[1:], layers, strict=False), (classes, layers[-1])]

    def reads(r, d):
        return sum(blocks(k, r) * blocks(fan_in, d) for k, fan_in in shapes)

    for r in range(4, 49, 4):
        for d in (r, 2 * r, 4 * r):
            assert r * d > choice.LARGEST_TILE or reads(rows, columns) <= reads(r, d)
    assert columns % choice.lanes(columns) == 0


def test_features():
    shape = Shape(classes=3, width=116, samples=108, features=4)
    preset, reasons = choice.preset("iris", "iris.csv", "features", shape, None, Encoding(), "kind")
    preset.check()
    assert preset.network == Network(layers=(116, 255, 255), classes=3)
    assert (preset.training.epochs, preset.training.batch_size) == (300, 10)
    said = {reason.option: reason.value for reason in reasons}
    assert said["layers"] == "255,255" and said["batch-size"] == "10"
    assert (said["gate-ratio"], said["patience"]) == ("0.5", "15")
    assert set(said) == {
        *("encoding", "thermometer", "layers", "epochs", "batch-size", "group"),
        *("patience", "gate-ratio", "tile", "lanes"),
    }


@pytest.mark.parametrize(
    "features, bits", [(1, 100), (40, 100), (41, 99), (784, 5), (4096, 1), (9000, 1)]
)
@pytest.mark.parametrize("name", [None, "folded", "thermometer"])
def test_many_features_have_fewer_bits(features, bits, name):
    given = {} if name is None else {"encoding": name}
    found = choice.encoding("features", Shape(classes=2, features=features), given)
    assert found == Encoding(name=name or "folded", thermometer=bits)


@pytest.mark.parametrize("name", ["median", "bits"])
def test_other_encodings_of_features_have_their_usual_bits(name):
    shape = Shape(classes=2, features=7)
    assert choice.encoding("features", shape, {"encoding": name}) == Encoding(name=name)
    assert choice.encoding("features", shape, {"thermometer": 5}).thermometer == 5


def test_folded_features_are_counted():
    shape = Shape(classes=2, width=40, samples=108, features=4, folded=3)
    coding = Encoding(name="folded", thermometer=10)
    _, reasons = choice.preset("a", "a.csv", "features", shape, None, coding)
    why = {reason.option: reason.why for reason in reasons}
    assert why["encoding"] == "4 features, 3 of them folded, become 40 bits"
    assert why["thermometer"] == "most bits of a feature"


@pytest.mark.parametrize(
    "size, expected",
    [
        ((8, 8), Encoding(name="edges", thermometer=4, cell=1)),
        ((15, 40), Encoding(name="edges", thermometer=4, cell=1)),
        ((28, 28), Encoding(name="edges", thermometer=1, cell=2)),
    ],
)
def test_images(size, expected):
    shape = Shape(classes=3, width=99, samples=500, features=size[0] * size[1], size=size)
    coding = choice.encoding("images", shape, {})
    assert coding == expected
    preset, reasons = choice.preset("eyes", "eyes", "images", shape, None, coding)
    assert preset.network.layers == (99, 255, 255)
    said = {reason.option: reason.value for reason in reasons}
    assert said["edges"] == "8,32" and said["cell"] == str(expected.cell)
    assert choice.encoding("images", shape, {"encoding": "median"}) == Encoding(name="median")
    assert choice.encoding("images", shape, {"cell": 4}).cell == 4


def test_series():
    shape = Shape(classes=2, samples=45, length=150)
    coding = Encoding(window=choice.window(150))
    preset, reasons = choice.preset("gun", "gun.ts", "series", shape, (20, 30), coding)
    preset.check()
    assert preset.network.layers == (20, 20, 30)
    assert preset.network.steps == blocks(150, 25) == 6
    assert reasons[0].option == "window" and reasons[0].value == "25"
    said = {reason.option: reason.value for reason in reasons}
    assert said["horizon"] == "6"
    assert (said["gate-ratio"], said["patience"]) == ("0.25", "15")
