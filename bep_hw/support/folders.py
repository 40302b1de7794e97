"""The folder in which everything is kept that can be made or downloaded again."""

from pathlib import Path

from platformdirs import user_cache_path


def cache_folder():
    """The user's cache folder of this package, which may not be there yet."""
    return Path(user_cache_path("bep-hw"))
