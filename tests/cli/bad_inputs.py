"""Inputs of the command line that must be refused in one line, and words of that line.

Each is a command in a folder that `prepare` made. Nothing may be written by it.
"""

import itertools
import json
import shutil

import numpy as np

from tests.helpers.idx_files import write_images

LONG = "x" * 300
HUGE = "1" + "0" * 20

TABLES = {
    "good.csv": "length,width,kind\n" + "1.5,2,a\n2.5,1,b\n" * 20,
    "empty.csv": "",
    "header.csv": "length,width,kind\n",
    "one_column.csv": "kind\n" + "a\nb\n" * 20,
    "one_class.csv": "length,kind\n" + "1,a\n2,a\n" * 20,
    "one_row.csv": "length,kind\n1,a\n",
    "ragged.csv": "length,width,kind\n1,2,a\n1,b\n" * 10,
    "no_number.csv": "length,width,kind\n1,2,a\n1,many,b\n" * 10,
    "infinite.csv": "length,width,kind\n1,2,a\n1,inf,b\n" * 10,
    "no_text.csv": b"\xff\xfe\x00\x01" * 20,
    "good.npy": b"",
    "damaged.npz": b"PK\x03\x04" + bytes(60),
    "text.npz": "no archive",
    "data.docx": "",
    "bad.ts": "@classLabel true a b\n@data\n1,2,3:c\n",
    "no_data.ts": "@classLabel true a b\n",
    "bad.toml": "network = [",
    "unknown_key.toml": 'epoch = 3\ndataset = "digits"\n'
    "network = { layers = [256, 8], classes = 10 }",
    "no_network.toml": 'dataset = "digits"',
    "wrong_type.toml": 'dataset = "digits"\nnetwork = { layers = "8", classes = 10 }',
    "no_classes.toml": 'dataset = "digits"\nnetwork = { layers = [256, 8] }',
    "bad_group.toml": 'dataset = "digits"\nnetwork = { layers = [256, 8], classes = 10 }\n'
    "training = { group = 3 }",
    "unknown_data.toml": 'dataset = "digit"\nnetwork = { layers = [256, 8], classes = 10 }',
    "other_width.toml": 'dataset = "digits"\nnetwork = { layers = [255, 8], classes = 10 }',
    "core_key.toml": "[core]\ntile = [8, 16]\nlanes = 8\nlane = 8\n",
    "core_no_lanes.toml": "[core]\ntile = [8, 16]\n",
    "core_tile.toml": "[core]\ntile = [8]\nlanes = 8\n",
    "core_lanes.toml": "[core]\ntile = [7, 14]\nlanes = 5\n",
    "core_bits.toml": "hidden_bits = 99\n[core]\ntile = [8, 16]\nlanes = 8\n",
    "no_core.toml": "hidden_bits = 8\n",
    "file": "",
}
"""Files by name."""


def prepare(place):
    """Fill the folder `place` with good and bad files."""
    write_images(place / "images", train=300)
    (place / "folder").mkdir()
    (place / "folder.csv").mkdir()
    (place / "folder.toml").mkdir()
    for name, content in TABLES.items():
        content = content if isinstance(content, bytes) else content.encode()
        (place / name).write_bytes(content)
    arrays = {"train_features": np.zeros((20, 4)), "train_labels": np.arange(20) % 2}
    np.savez(place / "no_test.npz", **arrays)
    np.savez(place / "short.npz", train_features=np.zeros((9, 4)), train_labels=np.arange(7))
    for name in ("finished", "unfinished", "damaged"):
        (place / name).mkdir()
    (place / "finished" / "summary.json").write_text("{}")
    (place / "unfinished" / "checkpoint.npz").write_bytes(b"")
    (place / "damaged" / "summary.json").write_text(json.dumps([1, 2]))
    shutil.copyfile(place / "damaged.npz", place / "damaged" / "weights.npz")


TRAIN = "train --preset fmnist-35"

WHOLE = {
    "train": ("epochs", "seed", "batch-size", "hidden-bits", "group", "patience", "lanes"),
    "cosim": ("minibatches", "epochs", "lanes"),
    "emit -o out": ("hidden-bits", "group", "lanes"),
    "build -o out --board icebreaker": ("seeds", "jobs", "baud", "group"),
    "serial-board": ("port", "divisor", "lanes"),
}
"""Options that are whole numbers."""

NO_WHOLE = ("", "many", "1.5", "1e3", "nan", "0x10", "--force")
BAD_WHOLE = ("-1", HUGE, "-" + HUGE)
ALSO_ZERO = ("epochs", "batch-size", "hidden-bits", "group", "lanes", "patience", "minibatches")
ALSO_ZERO += ("seeds", "jobs", "baud", "divisor")
RATIOS = ("margin-ratio", "gate-ratio", "reinforcement", "upper-reinforcement")
BAD_RATIOS = ("", "half", "-1", "nan", "inf", "1e400", "1/2")


def numbers():
    """Every numeric option of every command with values that it cannot have."""
    for command, options in WHOLE.items():
        start = f"{command} --preset {'digits' if 'build' in command else 'fmnist-35'}"
        for name in options:
            values = (*NO_WHOLE, *BAD_WHOLE, *(("0",) if name in ALSO_ZERO else ()))
            if command != "train":
                values = ("many", "-1", HUGE)
            for value in values:
                if (name, value) not in (("lanes", "--force"),):
                    yield f"{start} --{name} '{value}'", [name.split("-")[0]]
    for name, value in itertools.product(RATIOS, BAD_RATIOS):
        yield f"{TRAIN} --{name} '{value}'", []
    for value in ("", "fast", "0", "-5", "nan", "inf", "1e30"):
        yield f"build -o out --board icebreaker --preset digits --clock '{value}'", ["clock"]
    for name, value in itertools.product(("horizon", "window", "thermometer"), NO_WHOLE[1:4]):
        yield f"train --preset italy-135 --{name} '{value}'", [name]
    for name, value in itertools.product(("horizon", "window", "thermometer"), ("0", "-1", HUGE)):
        if (name, value) != ("horizon", HUGE):  # all time steps
            yield f"train --preset italy-135 --{name} '{value}'", [name]


SHAPES = {
    "layers": {
        "": "whole numbers",
        ",": "whole numbers",
        "75,,75": "whole numbers",
        "75;75": "whole numbers",
        "1e3": "whole numbers",
        "75.0": "whole numbers",
        "0": "layer width 0",
        "-75": "layer width -75",
        "75,0": "layer width 0",
        HUGE: "layer width 1",
        "65537": "layer width",
        ",".join(["8"] * 10_000): "hidden layers: at most",
    },
    "tile": {
        "": "ROWSxCOLUMNS",
        "32": "ROWSxCOLUMNS",
        "x": "ROWSxCOLUMNS",
        "32x": "ROWSxCOLUMNS",
        "32x64x2": "ROWSxCOLUMNS",
        "32*64": "ROWSxCOLUMNS",
        "-8x16": "ROWSxCOLUMNS",
        "8.0x16": "ROWSxCOLUMNS",
        "512x256": "at most 65,536 weights",
        "0x0": "at least 1",
        "0x64": "at least 1",
        "32x0": "at least 1",
        "7x9": "must divide",
        "64x32": "must divide",
        "²x4": "ROWSxCOLUMNS",
        f"1x{HUGE}": "at most 65,536 weights",
        "65536x65536": "at most 65,536 weights",
    },
}

OTHERS = {
    # Commands and names
    "": ["no command given"],
    "learn": ["No such command", "learn"],
    "trian": ["trian", "train"],
    "--speed": ["--speed"],
    "train --speed 9": ["--speed"],
    "train extra": ["extra"],
    "train": ["--preset"],
    "cosim": ["--preset"],
    "emit -o out": ["--preset"],
    "build --board icebreaker -o out": ["--preset"],
    "serial-board": ["--preset"],
    "emit --preset digits": ["--out"],
    "build --preset digits -o out": ["--board"],
    "build --board icebreaker --preset digits": ["--out"],
    "train --preset": ["--preset"],
    "train --preset ''": ["preset ''", "must be one of"],
    "train --preset fmnist35": ["did you mean fmnist-35?"],
    "train --preset digits --preset digit": ["preset 'digit'", "did you mean digits?"],
    "train --preset DIGITS": ["preset 'DIGITS'"],
    f"train --preset {LONG}": ["preset"],
    f"train --preset {LONG}.toml": ["preset", "cannot be read"],
    "train --dataset fashion-mnst --preset fmnist-35": ["did you mean fashion-mnist?"],
    "train --preset italy-135 --dataset ItalyPowerDemnd": ["did you mean ItalyPowerDemand?"],
    "train --preset italy-135 --dataset digits": ["digits", "series"],
    "train --preset digits --dataset ItalyPowerDemand": ["series", "italy-135"],
    f"{TRAIN} --dataset ''": ["data set ''"],
    f"{TRAIN} --backend gpu": ["backend 'gpu'"],
    f"{TRAIN} --backend verilatr": ["did you mean verilator?"],
    f"{TRAIN} --backend ''": ["backend ''"],
    f"{TRAIN} --backend serial": ["must name a port"],
    f"{TRAIN} --backend serial:": ["must name a port"],
    f"{TRAIN} --backend serial:/dev/nothing": ["/dev/nothing"],
    f"{TRAIN} --backend serial:/dev/nothing@fast": ["fast"],
    f"{TRAIN} --backend golden:fast": ["golden:fast"],
    f"{TRAIN} --core fmnist-36": ["preset 'fmnist-36'"],
    f"{TRAIN} --core nowhere.toml": ["core nowhere.toml", "cannot be read"],
    f"{TRAIN} --core bad.toml": ["core bad.toml", "not a TOML file"],
    f"{TRAIN} --core core_key.toml": ["core_key.toml", "core.lane'"],
    f"{TRAIN} --core core_no_lanes.toml": ["core_no_lanes.toml", "core.lanes: must be given"],
    f"{TRAIN} --core core_tile.toml": ["core_tile.toml", "core.tile [8]"],
    f"{TRAIN} --core core_lanes.toml": ["lanes 5", "must divide"],
    f"{TRAIN} --core core_bits.toml": ["core_bits.toml", "B = 99"],
    f"{TRAIN} --core no_core.toml": ["no_core.toml", "core: must be given"],
    f"{TRAIN} --banks 3": ["banks 3", "power of two"],
    f"{TRAIN} --samples-per-read 3": ["samples_per_read 3", "1, 2, 4, 8"],
    f"{TRAIN} --samples-per-read 8 --banks 8": ["banks 8", "at least 16"],
    "explore --board icebraker --preset digits": ["did you mean icebreaker?"],
    "explore --preset digits": ["--board"],
    "explore --board icebreaker": ["--preset"],
    "explore --board icebreaker --preset digits --lut 0": ["--lut 0"],
    "explore --board icebreaker --preset digits --lut 101": ["--lut 101"],
    "explore --board icebreaker --preset digits --samples-per-second 0": ["must be above 0"],
    "explore --board icebreaker --preset digits -o file": ["file", "not a folder"],
    "build --board icebreaker --preset digits -o out --samples-per-second -1": ["must be above 0"],
    "build --board icebreaker --preset digits -o out --samples-per-second 9 --lanes 4": [
        "--lanes 4",
        "--samples-per-second",
    ],
    f"{TRAIN} --core italy-135": ["classes 10", "at most 2"],
    "emit --preset digits -o out --bus axj": ["bus 'axj'", "axi"],
    "emit --preset digits -o out --bus ''": ["bus ''"],
    "build --board icebraker --preset digits -o out": ["did you mean icebreaker?"],
    "build --board '' --preset digits -o out": ["board ''"],
    "build --board ../boards/icebreaker --preset digits -o out": ["board"],
    # Options that do not go together
    "emit --preset digits -o out --divisor 16": ["--divisor 16", "uart"],
    "emit --preset digits -o out --bus uart": ["--divisor"],
    "emit --preset digits -o out --bus uart --divisor 1": ["divisor 1"],
    f"emit --preset digits -o out --bus uart --divisor {HUGE}": ["divisor 1"],
    "emit --preset digits -o out --core-clock": ["--core-clock", "axi and wishbone", "not native"],
    "emit --inference folder --core-clock -o out": ["--core-clock", "--inference"],
    "emit --preset digits -o out --images 3": ["--images 3", "--preset"],
    "emit --preset digits -o out --inference folder": ["--preset digits", "--inference"],
    "emit --inference folder --bus axi -o out": ["--bus axi", "--inference"],
    "emit --inference folder --layers 8 -o out": ["--layers 8", "--inference"],
    "emit --inference folder --core digits -o out": ["--core digits", "--inference"],
    f"{TRAIN} --data-file good.csv --dataset digits": ["--data-file", "--dataset"],
    f"{TRAIN} --label kind": ["label"],
    f"{TRAIN} --window 2": ["window 2", "series"],
    "train --preset rp-35 --thermometer 2": ["thermometer 2", "are bits"],
    "train --preset digits --encoding edgy": [
        "encoding 'edgy'",
        "thermometer",
        "did you mean edges",
    ],
    "train --preset digits --encoding edges --edges 8;9": ["edges '8;9'", "whole numbers"],
    "train --preset digits --encoding edges --edges 9,8": ["edges", "ascending"],
    "train --preset digits --encoding edges --cell 0": ["cell 0", "16"],
    "train --preset digits --encoding filters --edges 8,32": ["filters of 81 bits", "64"],
    "train --preset digits --filters 8": ["filters 8", "encoding thermometer"],
    "train --preset digits --cell 2": ["cell 2", "encoding thermometer"],
    "train --preset digits --encoding bits": ["encoding bits", "0 and 1"],
    "train --preset italy-135 --encoding edges": ["encoding edges", "series"],
    f"{TRAIN} --horizon 2": ["horizon 2", "recurrent"],
    "train --preset italy-135 --layers 30": ["K_s and K_y"],
    "train --preset italy-135 --layers 30,30,30": ["K_s and K_y"],
    "train --preset italy-135 --window 25": ["window 25", "24"],
    f"{TRAIN} --layers 40,40 --group 7": ["group size 7", "--group", "1, 2, 4, 5, 8, 10"],
    f"{TRAIN} --group 4": ["group size 4", "--group", "1, 5, 7, 35"],
    f"{TRAIN} --layers 70,70 --core fmnist-35": ["70", "at most 35"],
    f"{TRAIN} --batch-size 16385": ["batch size 16385", "16384"],
    f"{TRAIN} --resume folder": ["folder", "no such checkpoint"],
    # Files and folders
    f"{TRAIN} --out ''": ["--out ''"],
    f"{TRAIN} --out {LONG}": ["--out", "name", "long"],
    f"{TRAIN} --out file": ["file", "not a folder"],
    f"{TRAIN} --out file/run": ["file", "not a folder"],
    f"{TRAIN} --out /proc/run": ["/proc/run", "cannot be written"],
    f"{TRAIN} --out /dev/null": ["/dev/null", "not a folder"],
    f"{TRAIN} --out finished": ["finished", "--force"],
    f"{TRAIN} --out unfinished": ["unfinished", "--resume"],
    f"emit --preset digits -o {LONG}": ["long"],
    "emit --preset digits -o ''": ["must not be empty"],
    "emit --preset digits -o file": ["file", "not a folder"],
    f"build --board icebreaker --preset digits -o {LONG}": ["long"],
    "build --board icebreaker --preset digits -o ''": ["must not be empty"],
    "build --board icebreaker --preset digits -o file": ["file", "not a folder"],
    "build --board icebreaker --preset digits -o out --sites file": ["iCE40", "no floorplan"],
    **{
        f"build --board ulx3s-85f --preset digits -o out --sites {name}": [name]
        for name in ("nowhere.json", "folder", "file", "damaged/summary.json")
    },
    f"demo --out {LONG}": ["long"],
    "demo --out ''": ["--out ''"],
    "demo --out file": ["file", "not a folder"],
    "demo --epochs 0": ["epochs 0"],
    "demo --seed -1": ["seed -1"],
    "cosim --preset digits --waves --out file": ["file", "not a folder"],
    f"cosim --preset digits --waves --out {LONG}": ["long"],
    "train --resume nowhere": ["nowhere", "no such checkpoint"],
    "train --resume folder": ["folder", "no such checkpoint"],
    "train --resume ''": ["--resume ''"],
    f"train --resume {LONG}": ["long"],
    "train --resume file": ["file", "checkpoint"],
    "train --resume unfinished": ["unfinished", "checkpoint"],
    "emit --inference nowhere -o out": ["nowhere"],
    "emit --inference '' -o out": ["--inference ''"],
    "emit --inference folder -o out": ["folder", "weights.npz"],
    "emit --inference finished -o out": ["finished"],
    "emit --inference damaged -o out": ["damaged"],
    f"{TRAIN} --data nowhere": ["nowhere", "no such file"],
    f"{TRAIN} --data file": ["file"],
    f"{TRAIN} --data ''": ["--data ''"],
    "info --data ''": ["--data ''"],
    "train --preset nowhere.toml": ["nowhere.toml", "cannot be read"],
    "train --preset folder.toml": ["folder.toml", "cannot be read"],
    "train --preset bad.toml": ["bad.toml", "not a TOML file"],
    "train --preset unknown_key.toml": ["unknown_key.toml", "'epoch'"],
    "train --preset no_network.toml": ["no_network.toml", "network: must be given"],
    "train --preset no_classes.toml": ["no_classes.toml", "network.classes: must be given"],
    "train --preset wrong_type.toml": ["wrong_type.toml", "network.layers"],
    "train --preset bad_group.toml": ["group size 3"],
    "train --preset unknown_data.toml": ["did you mean digits?"],
    "train --preset other_width.toml": ["256 bits", "255"],
    "emit --preset bad.toml -o out": ["bad.toml", "not a TOML file"],
    "report": ["runs"],
    "report ''": ["must not be empty"],
    f"report {LONG}": ["long"],
    "report nowhere": ["nowhere", "no checkpoint.npz"],
    "report folder": ["folder", "no checkpoint.npz"],
    "report file": ["file", "no checkpoint.npz"],
    "report finished": ["finished", "no checkpoint.npz"],
    "report unfinished": ["unfinished", "checkpoint"],
    "report folder --out ''": ["--out ''"],
    # The user's own data
    **{
        f"{TRAIN} --data-file {name}": [name]
        for name in (
            *("nowhere.csv", "folder.csv", "empty.csv", "header.csv", "one_column.csv"),
            *("one_class.csv", "one_row.csv", "ragged.csv", "no_number.csv", "infinite.csv"),
            *("no_text.csv", "good.npy", "damaged.npz", "text.npz", "data.docx", "folder"),
            *("no_test.npz", "short.npz", "file"),
        )
    },
    f"{TRAIN} --data-file ''": ["--data-file ''"],
    f"{TRAIN} --data-file {LONG}.csv": ["long"],
    f"{TRAIN} --data-file good.csv --label colour": ["colour", "kind"],
    f"{TRAIN} --data-file good.csv --label ''": ["label"],
    f"{TRAIN} --data-file good.csv --thermometer 0": ["thermometer"],
    "train --preset italy-135 --data-file good.csv": ["good.csv", "series"],
    "train --preset italy-135 --data-file bad.ts": ["bad.ts"],
    "train --preset italy-135 --data-file no_data.ts": ["no_data.ts"],
    "emit --preset digits --data-file empty.csv -o out": ["empty.csv"],
    "build --board icebreaker --preset digits --data-file empty.csv -o out": ["empty.csv"],
    "cosim --preset digits --data-file empty.csv": ["empty.csv"],
}


def every():
    """(command, words of the line) of all bad inputs."""
    yield from numbers()
    for name, values in SHAPES.items():
        for command in (TRAIN, "emit -o out --preset fmnist-35"):
            for value, words in values.items():
                yield f"{command} --{name} '{value}'", [words]
    yield from OTHERS.items()


CASES = dict(every())
