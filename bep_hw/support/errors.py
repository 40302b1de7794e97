"""Exceptions that end a command early: an error of the user, or a signal."""

import difflib


class ConfigError(ValueError):
    """A value from the user breaks a rule; the message is one line that names both."""


class Stopped(Exception):
    """The run in `folder` was interrupted by signal `number`; its checkpoint is written."""

    def __init__(self, folder, number):
        super().__init__(folder, number)
        self.folder, self.number = folder, number


def require(condition, message):
    """Raise `ConfigError(message)` unless `condition` holds."""
    if not condition:
        raise ConfigError(message)


def check_known(what, name, names, more="", shown=None):
    """Raise ConfigError unless `name` is one of `names`; the message suggests a similar one.

    more: what is allowed beside them, in words; shown: those of them to list, None for all
    """
    if name not in names:
        near = difflib.get_close_matches(str(name), list(names), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ConfigError(
            f"{what} {name!r}: must be one of {', '.join(shown or names)}{more}{hint}"
        )
