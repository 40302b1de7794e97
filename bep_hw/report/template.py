"""The templates of the page."""

from functools import cache
from pathlib import Path

from bep_hw.support.errors import ConfigError

try:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup
except ImportError:
    raise ConfigError("a report: needs Jinja2: pip install bep-hw[report]") from None

FOLDER = Path(__file__).parent / "templates"


@cache
def _environment():
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(name, **values):
    """The template `name`, filled with values, as HTML."""
    return Markup(_environment().get_template(name).render(**values))
