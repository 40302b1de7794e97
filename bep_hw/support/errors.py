"""Errors of the user: one line that names the value and the rule."""


class ConfigError(ValueError):
    """A value the user gave breaks a rule; the message is one line that names both."""


def require(condition, message):
    """Raise `ConfigError(message)` unless `condition` holds."""
    if not condition:
        raise ConfigError(message)
