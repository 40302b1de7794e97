"""Reads arrays of a .npz file; damage anywhere in it is a one-line error."""

import warnings
import zipfile
import zlib
from tokenize import TokenError

from numpy.lib import format as npy

from bep_hw.support.errors import ConfigError

SUFFIX = ".npz"
DAMAGE = (ValueError, SyntaxError, TokenError, zlib.error, zipfile.BadZipFile)
"""Exceptions of zipfile and of numpy's reader for damaged bytes."""


def read_npz(path, names=None):
    """{name: array} of the file `path`, of `names` or of all; pickled objects are refused.

    ConfigError names the file and what is wrong.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [name for name in archive.namelist() if name.endswith(".npy")]
            found = [name.removesuffix(".npy") for name in members]
            wanted = found if names is None else [name for name in names if name in found]
            return {name: _array(archive, name) for name in wanted}
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file") from None
    except (OSError, EOFError, MemoryError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(f"{path}: cannot be read: {reason}") from None
    except DAMAGE as error:
        # Some quote all of the damage.
        raise ConfigError(f"{path}: is not a whole features file: {str(error)[:80]}") from None


def read_array(stream):
    """The array of a .npy file; DAMAGE if it is none, and nothing is printed."""
    with warnings.catch_warnings():
        # numpy warns of a header that it reads only at its second try, as of a damaged one.
        warnings.simplefilter("ignore", UserWarning)
        return npy.read_array(stream, allow_pickle=False)


def _array(archive, name):
    with archive.open(f"{name}.npy") as stream:
        return read_array(stream)
