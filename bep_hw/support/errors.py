"""What ends a command early: an error of the user, or a signal."""


class ConfigError(ValueError):
    """A value the user gave breaks a rule; the message is one line that names both."""


class Stopped(Exception):
    """The run in `folder` was interrupted by signal `number`; its checkpoint is written."""

    def __init__(self, folder, number):
        super().__init__(folder, number)
        self.folder, self.number = folder, number


def require(condition, message):
    """Raise `ConfigError(message)` unless `condition` holds."""
    if not condition:
        raise ConfigError(message)
