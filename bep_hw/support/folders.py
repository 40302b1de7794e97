"""The cache folder, for files that can be built or downloaded again."""

from pathlib import Path

from platformdirs import user_cache_path


def cache_folder():
    """The user's cache folder of this package, which may not exist yet."""
    return Path(user_cache_path("bep-hw"))
