"""Writes the inference core of a trained network as Verilog, with its own test bench."""

import dataclasses
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bep_hw.build.verilog import emitted
from bep_hw.data import datasets
from bep_hw.gateware.verilog import convert_shared
from bep_hw.host import packing
from bep_hw.host.packing import tile_words
from bep_hw.spec import payloads
from bep_hw.spec.core import CoreConfig
from bep_hw.spec.encoder_shape import EncoderShape
from bep_hw.spec.encoding import Encoding
from bep_hw.spec.layer_table import layer_table
from bep_hw.spec.raw import encoded, thresholds
from bep_hw.support.errors import require
from bep_hw.support.integers import bits_for
from bep_hw.train import saved
from bep_hw.train.trained import read_run

TOP = "bep_inference"
BENCH = Path(__file__).parent / "templates" / "inference.sv"
IMAGES = 100


def emit_inference(run_folder, folder, *, tile=None, images=None, data_folder=None):
    """Write the core of the network that was trained in `run_folder` into `folder`.

    tile: (R, D) of the core; None for the tile of the run's preset
    images: how many of the first test images the test bench checks; None for 100
    Returns the paths written, the manifest last. Raises ConfigError for a run that is not finished
    or damaged, a tile that cannot be, or more images than there are.
    """
    trained = read_run(run_folder)
    summary, network = trained.summary, trained.network
    require(
        not network.recurrent, f"{run_folder}: holds a recurrent network, which has no such core"
    )
    rows, columns = tile or _tile(run_folder, summary)
    encoding = Encoding.of(summary)
    image = summary.get("image")
    encoder = EncoderShape.of(image, encoding) if image else None
    core = CoreConfig.for_network(
        network, tile_rows=rows, tile_columns=columns, lanes=columns, encoder=encoder
    )
    table = layer_table(network, core)
    test = _samples(run_folder, summary, data_folder)
    images = min(IMAGES, len(test)) if images is None else images
    require(
        1 <= images <= len(test),
        f"images {images}: must be from 1 to {len(test)}, the test images of {summary['dataset']}",
    )
    bits, labels = test.bits[:images], test.labels[:images]
    predictions = trained.predict(encoded(bits))  # (images,)

    require(find_spec("amaranth"), "amaranth: not found; pip install bep-hw[gateware]")
    from bep_hw.gateware.inference import Inference

    levels = thresholds(bits.encoder, encoder).tolist() if encoder else None
    inference = Inference(core, table, tile_words(trained.weights, core), thresholds=levels)
    verilog, modules = convert_shared(inference, TOP)
    values = {
        **{name: summary[name] for name in ("preset", "dataset", "layers", "classes", "seed")},
        **{name: summary[name] for name in ("kept_epoch", "test_accuracy")},
        "tile": [rows, columns],
        **({"encoder": dataclasses.asdict(encoder)} if encoder else {}),
        "cycles_per_image": inference.cycles_per_image,
        "latency": inference.latency,
        "images": images,
        "images_right": int(np.count_nonzero(predictions == labels)),
    }
    files = _files(inference, verilog, modules, values, bits, predictions)
    name = f"{values['preset']}-inference"
    files = emitted.complete(files, TOP, name, "Trained binary neural network, for inference alone")
    manifest = {
        "top": TOP,
        **values,
        "ports": emitted.describe_ports(verilog, TOP),
        **emitted.provenance(files),
    }
    return emitted.write(folder, files, manifest)


def _tile(run_folder, summary):
    """(R, D) that the run trained with."""
    tile = summary.get("tile")
    whole = isinstance(tile, list) and len(tile) == 2 and all(type(size) is int for size in tile)
    require(whole, f"{run_folder}: its summary has the tile {tile!r}: must be [rows, columns]")
    return tile


def _samples(run_folder, summary, data_folder):
    """The Split that the test bench takes its samples from: those that the run tested on."""
    kept = saved.read_samples(run_folder)
    if kept is not None:
        return kept
    data = datasets.load(
        summary["dataset"],
        data_folder,
        summary["seed"],
        Encoding.of(summary),
        label=summary.get("label"),
    )
    return (data.to_encode() if "image" in summary else data).test


def _files(inference, verilog, modules, values, bits, predictions):
    """{name: text} of all files but the manifest.

    bits: (images, K_0) inputs of the test bench, or RawSamples; predictions: (images,) classes it
        must see
    """
    core = inference.config
    width = payloads.width(payloads.sample_fields(core))
    words = packing.raw_samples(bits) if core.encoder else packing.samples(bits, core)
    class_bits = bits_for(values["classes"] - 1)
    table = emitted.module_table(modules, {"inference": "backend"})
    return {
        f"{TOP}.v": verilog,
        f"{TOP}.vlt": emitted.waivers(TOP),
        f"{TOP}_tb.sv": emitted.filled(
            BENCH,
            IMAGES=len(bits),
            WORDS=words.shape[1],
            WIDTH=width,
            BITS=class_bits,
            CYCLES=inference.cycles_per_image,
            EXACT=int(core.encoder is None),
        ),
        f"{TOP}_samples.hex": emitted.hex_lines(packing.to_integers(words), width),
        f"{TOP}_predictions.hex": emitted.hex_lines(predictions, class_bits),
        "README.md": _readme(values, table),
    }


def _readme(values, table):
    rows, columns = values["tile"]
    widths = "-".join(map(str, values["layers"]))
    most = " of 8-bit pixels, at most" if "encoder" in values else ""
    lines = [
        f"# {TOP}, preset {values['preset']}",
        "",
        f"A trained {widths} network with {values['classes']} classes ({values['dataset']}, seed"
        f" {values['seed']}, epoch {values['kept_epoch']}),",
        f"{values['test_accuracy']:.2f} % test accuracy, that predicts and does not learn:"
        f" tile {rows} x {columns},",
        f"{values['cycles_per_image']} cycles per image{most}. `{emitted.MANIFEST}` has the ports.",
        "Generated by `bep-hw emit --inference`; do not edit.",
        "",
        f"`{TOP}_tb.sv` compares the predictions of {values['images']} test images with those of"
        " the golden model:",
        "",
        *emitted.how_to_run(TOP),
        "",
        *table,
    ]
    return "\n".join(lines) + "\n"
