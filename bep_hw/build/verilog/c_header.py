"""The register map as a C header, from bep_hw.spec.registers."""

from bep_hw.spec import payloads, registers
from bep_hw.spec.registers import byte_address
from bep_hw.support.integers import blocks

NAME = "bep_core.h"

PARAMETERS = (
    ("TILE_ROWS", "tile_rows", "rows of a tile, R"),
    ("TILE_COLUMNS", "tile_columns", "columns of a tile, D: inputs per word of a sample"),
    ("LANES", "lanes", "counters per word"),
    ("COUNTER_BITS", "counter_bits", "bits of a counter"),
    ("MAX_BATCH", "max_batch", "samples per minibatch at most"),
    ("MAX_LAYERS", "max_layers", "rows of the layer table"),
    ("MAX_CLASSES", "max_classes", "classes at most"),
)


def text(core):
    """bep_core.h for a core of `core` parameters."""
    lines = [
        "/* Registers of a bep-hw core: byte offsets, 32-bit words; see docs/reference/buses.md.",
        " * Written by bep-hw emit; do not edit. */",
        "#ifndef BEP_CORE_H",
        "#define BEP_CORE_H",
        "",
        "#include <stdint.h>",
        "",
        "/* The core itself. With the native port, word addresses: these divided by 4. */",
        *_defines("BEP", registers.GLOBAL),
        f"#define BEP_CONTROL_TRAIN {registers.TRAIN}u",
        f"#define BEP_CONTROL_REFRESH {registers.REFRESH}u",
        f"#define BEP_CONTROL_FLUSH {registers.FLUSH}u",
        *(
            f"#define BEP_ERRORS_{name.upper()} {1 << bit:#x}u"
            for bit, name in enumerate(registers.ERRORS)
        ),
        "",
        "/* Row i of the layer table, such as BEP_LAYER(0, BEP_LAYER_ROWS). */",
        f"#define BEP_LAYER(i, offset) ({byte_address(registers.LAYER_BASE):#x}u"
        f" + {byte_address(registers.LAYER_STRIDE):#x}u * (uint32_t)(i) + (offset))",
        *_defines("BEP_LAYER", registers.LAYER),
        "",
        *(_in_time() if core.in_time else ()),
        "/* Behind AXI or Wishbone only. */",
        *_defines("BEP", registers.SHELL),
        f"#define BEP_VERSION_VALUE {registers.VERSION:#x}u",
        *(
            f"#define BEP_INTERRUPT_{name.upper()} {1 << bit:#x}u"
            for bit, name in enumerate(registers.INTERRUPTS)
        ),
        "",
        "/* Windows: every word of one is the same register. */",
        f"#define BEP_WINDOW_BYTES {byte_address(registers.WINDOW)}u",
        *_defines("BEP", registers.WINDOWS),
        "",
        "/* Parts of a result. */",
        *(_part(field) for field in registers.RESULT),
        "",
        "/* This core. */",
        *(
            f"#define BEP_CORE_{name} {getattr(core, attribute)}u /* {comment} */"
            for name, attribute, comment in PARAMETERS
        ),
        *_derived(core),
        "",
        "/* Words per payload, and the payload of BEP_LOAD: lowest bit and bits of each field. */",
        f"#define BEP_SAMPLE_WORDS {blocks(payloads.width(payloads.sample_fields(core)), 32)}u",
        f"#define BEP_FETCHED_WORDS {blocks(payloads.counter_word_bits(core), 32)}u",
        *_load(core),
        "",
        "#endif",
    ]
    return "\n".join(lines) + "\n"


def _derived(core):
    """What a driver has to know of the core besides PARAMETERS."""
    yield f"#define BEP_CORE_PIECE {core.piece}u /* weights of a row of a tile in one load */"
    yield f"#define BEP_CORE_FIXED {int(core.fixed is not None)} /* 1: trains one network alone */"
    yield f"#define BEP_CORE_FINGERPRINT {core.fingerprint:#010x}u /* in BEP_FINGERPRINT */"
    if core.encoder:
        words = core.encoder.words
        yield f"#define BEP_CORE_RAW_WORDS {words}u /* of a sample, each four 8-bit numbers */"
        count = core.encoder.thresholds
        yield f"#define BEP_CORE_THRESHOLDS {count}u /* bytes that the encoder is loaded with */"


def _in_time():
    yield "/* What a core for recurrent networks has besides; BEP_TIME(i, offset) is of row i. */"
    yield from _defines("BEP", registers.GLOBAL_IN_TIME)
    yield (
        f"#define BEP_TIME(i, offset) ({byte_address(registers.TIME_BASE):#x}u"
        f" + {byte_address(registers.TIME_STRIDE):#x}u * (uint32_t)(i) + (offset))"
    )
    yield from _defines("BEP_TIME", registers.LAYER_IN_TIME)
    yield f"#define BEP_LABEL_WORD(class, steps) ((class) | (steps) << {registers.STEPS_LOW})"
    yield ""


def _defines(prefix, described):
    for r in described:
        yield f"/* {r.access}: {r.text} */"
        yield f"#define {prefix}_{r.name.upper()} {byte_address(r.address):#05x}u"


def _part(field):
    value = f"((uint32_t)(word) >> {field.low} & {(1 << field.bits) - 1:#x}u)"
    if field.signed:
        sign = f"{1 << (field.bits - 1):#x}"
        value = f"((int32_t)({value} ^ {sign}u) - {sign})"
    return f"#define BEP_RESULT_{field.name.upper()}(word) {value}"


def _load(core):
    fields = payloads.load_fields(core)
    for field in fields:
        yield f"#define BEP_LOAD_{field.name.upper()}_LOW {field.low}u"
        yield f"#define BEP_LOAD_{field.name.upper()}_BITS {field.bits}u"
    yield f"#define BEP_LOAD_WORDS {blocks(payloads.width(fields), 32)}u"
    kinds = [("COUNTERS", payloads.COUNTERS), ("TILE", payloads.TILES), ("CLASS", payloads.CLASSES)]
    if core.encoder:
        kinds.append(("THRESHOLD", payloads.THRESHOLDS))
    for name, kind in kinds:
        yield f"#define BEP_LOAD_KIND_{name} {kind}u"
