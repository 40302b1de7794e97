"""The kernel, compiled at its first use for the instructions that the processor has.

There is one library for each level of instructions, in the cache under the name of its level. So a
home folder that several machines share has what each of them needs, and none runs another one's.
"""

import ctypes
from ctypes import POINTER, c_int, c_int8, c_int32, c_int64, c_uint8, c_uint32, c_void_p
from functools import cache
from pathlib import Path

from bep_hw.support import toolchain
from bep_hw.support.cache import cached, digest

HERE = Path(__file__).parent
UNITS = ("kernel.cpp", "recurrent.cpp")
HEADERS = ("layer.hpp", "matrix.hpp", "network.hpp", "pool.hpp", "stages.hpp", "targets.hpp")

FLAGS = ("-std=c++20", "-O3", "-fPIC", "-shared", "-fvisibility=hidden", "-pthread")

_SSE4 = ("-msse4.2", "-mpopcnt")
_AVX2 = (*_SSE4, "-mavx2", "-mfma", "-mbmi", "-mbmi2")
_AVX512 = ("-mavx512f", "-mavx512bw", "-mavx512dq", "-mavx512vl", "-mavx512vpopcntdq")

LEVELS = {
    "plain": (),
    "sse4": _SSE4,
    "avx2": _AVX2,
    "avx512": (*_AVX2, *_AVX512, "-mprefer-vector-width=512"),
}
"""Levels of instructions, each with the flags of the compiler; a later one has all of the earlier.
"plain" is what every processor of the machine's architecture has."""

_CREATE = (c_void_p, POINTER(c_int32), c_int, c_int, c_uint32)
_SAMPLES = (c_void_p, POINTER(c_uint8), POINTER(c_int64), c_int64)

_SIGNATURES = {
    "create": _CREATE,
    "recurrent_create": _CREATE,
    "local_create": _CREATE,
    "local_margin": (None, c_void_p, c_int, c_int32),
    "several_targets": (None, c_void_p),
    "classifier": (None, c_void_p, c_int, POINTER(c_int8), c_int),
    "threads": (None, c_void_p, c_int, c_int64),
    "destroy": (None, c_void_p),
    "set": (None, c_void_p, c_int, POINTER(c_int32), c_uint32),
    "get": (None, c_void_p, c_int, POINTER(c_int32)),
    "train": (
        *(None, *_SAMPLES, POINTER(c_int64), c_int64, c_int64, c_int32, c_int32),
        *(POINTER(c_int32), POINTER(c_int32), POINTER(c_uint32)),
        *(POINTER(c_int64), POINTER(c_int32)),
    ),
    "infer": (None, *_SAMPLES, c_int64, POINTER(c_int64)),
}


@cache
def levels():
    """Names of the levels that this machine runs, the best one last; ConfigError as of
    `best_kernel`.
    """
    best = _compiled("processor", (), ("processor.cpp",)).bep_level()
    return tuple(LEVELS)[: best + 1]


def best_kernel():
    """The kernel of this machine's best level; ConfigError without a C++ compiler."""
    return of_level(levels()[-1])


@cache
def of_level(level):
    """The kernel of one level, a ctypes library whose functions have their types."""
    loaded = _compiled(level, LEVELS[level], UNITS, HEADERS)
    for name, (result, *arguments) in _SIGNATURES.items():
        function = getattr(loaded, f"bep_{name}")
        function.restype, function.argtypes = result, arguments
    return loaded


def _compiled(name, flags, units, headers=()):
    """The ctypes library of these units, compiled with these flags unless the cache has it."""
    command, identity = toolchain.compiler()
    sources = [HERE / unit for unit in units]
    texts = [path.read_bytes() for path in (*sources, *(HERE / header for header in headers))]
    key = digest("native", identity, repr((*FLAGS, *flags)), *texts)

    def fill(folder):
        output = str(folder / "library.so")
        toolchain.output(command, *FLAGS, *flags, "-o", output, *map(str, sources))

    return ctypes.CDLL(str(cached(f"native-{name}-{key}", fill) / "library.so"))
