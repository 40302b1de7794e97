"""Layouts that several stages share: a row of the layer table, and the data between stages."""

from amaranth.hdl import signed, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import Out
from amaranth.utils import bits_for

from bep_hw.gateware.parts.planes import plane_bits
from bep_hw.spec.limits import limits
from bep_hw.spec.registers import of_core


def layer_layout(config):
    """One row of the layer table: the fields of registers.LAYER, as wide as the core needs."""
    highest = {name: high for name, (_, high) in limits(config).items()}
    _, of_layer = of_core(config)
    return data.StructLayout({r.name: bits_for(highest[r.name]) for r in of_layer})


def payload_layout(fields):
    """The layout of a payload of bep_hw.spec.payloads; a lone field is plain bits."""
    if len(fields) == 1:
        return unsigned(fields[0].bits)
    return data.StructLayout({f.name: signed(f.bits) if f.signed else f.bits for f in fields})


def stream_signature(fields):
    """A stream of such payloads."""
    return stream.Signature(payload_layout(fields))


def offset_layout(config):
    """Offset of a time step from the first one: in words of D bits, and in row blocks."""
    layout = layer_layout(config)
    return data.StructLayout(
        {"words": layout["input_base"].shape, "rows": layout["row_base"].shape}
    )


def row_layout(config):
    """A row of a trainable layer, and the place of its weights: row block and row in it.

    block: counted over all layers, as in the row memory
    """
    layout = layer_layout(config)
    return data.StructLayout(
        {
            "layer": bits_for(config.max_layers - 1),
            "row": bits_for(config.max_rows - 1),
            "block": layout["row_base"].shape,
            "index": bits_for(config.tile_rows - 1),
        }
    )


def read_layout(config):
    """A layer of a bundle that is to be read in the forward pass.

    offsets: if bundles may be uneven, of each sample, from the inputs of its first time step to
        its own [words]
    """
    offsets = data.ArrayLayout(offset_layout(config)["words"].shape, config.samples_per_read)
    return data.StructLayout(
        {
            "bundle": range(config.bundles),
            "layer": bits_for(config.max_layers - 1),
            "classifier": 1,
            **({"offsets": offsets} if config.uneven else {}),
        }
    )


def block_layout(config):
    """A block of R rows on its way through the forward pass, and where its results go."""
    layout = layer_layout(config)
    return data.StructLayout(
        {
            "bundle": range(config.bundles),
            "classifier": 1,
            "first": 1,
            "last": 1,
            "rows_left": layout["rows"].shape,
            "gate": layout["gate"].shape,
            "row": layout["row_base"].shape,
            "word": layout["output_base"].shape,
            "part": bits_for(config.tile_columns // config.tile_rows - 1),
        }
    )


def winner_layout(config):
    """A neuron that learns from a sample, or, with `last`, the end of the sample's winners."""
    return data.StructLayout(
        {
            "bank": range(config.banks),
            **{name: field.shape for name, field in row_layout(config)},
            "desired": 1,
            "last": 1,
        }
    )


def chosen_layout(config):
    """A `winner_layout` before the time steps at which the neuron learns are known.

    word, bit: where its desired activation is, of a state at the first time step
    """
    fields = {name: field.shape for name, field in winner_layout(config) if name != "desired"}
    place = {
        "word": layer_layout(config)["output_base"].shape,
        "bit": bits_for(config.tile_columns - 1),
    }
    return data.StructLayout({**fields, **place})


def learner_layout(config):
    """A neuron that learns, at one time step; as `winner_layout` if there is no time.

    offset: from the inputs of the first time step to its own [words]
    """
    fields = {name: field.shape for name, field in winner_layout(config)}
    if config.in_time:
        fields["offset"] = layer_layout(config)["input_base"].shape
    return data.StructLayout(fields)


def job_layout(config):
    """A row for the row engine, or, with `last`, the end of a sample as in `learner_layout`.

    due: it is to be committed first; learns: it is a winner's
    """
    return data.StructLayout(
        {
            **{name: field.shape for name, field in learner_layout(config)},
            "learns": 1,
            "due": 1,
        }
    )


def counters_layout(config, planes=False):
    """A word of hidden counters, or its bits in `planes`, see bep_hw.gateware.parts.planes."""
    if planes:
        return unsigned(plane_bits(config))
    return data.ArrayLayout(signed(config.counter_bits), config.lanes)


def write_signature(config, planes=False):
    """A word of hidden counters on its way to memory, and where its signs go in W.

    pieces: which of the tiles from `tile` on have columns of this word
    planes: as of `counters_layout`
    """
    layout = layer_layout(config)
    return wiring.Signature(
        {
            "valid": Out(1),
            "address": Out(layout["counter_base"].shape),
            "counters": Out(counters_layout(config, planes)),
            "bank": Out(1),
            "tile": Out(layout["tile_base"].shape),
            "row": Out(bits_for(config.tile_rows - 1)),
            "segment": Out(bits_for(config.tile_columns // config.piece - 1)),
            "pieces": Out(config.tiles_per_word),
            "weights": Out(config.lanes),
        }
    )
