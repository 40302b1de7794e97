"""The libraries of the page: what is missing is one line."""

import sys

import pytest

from bep_hw.support.errors import ConfigError


@pytest.mark.parametrize(("library", "name"), [("jinja2", "Jinja2"), ("PIL", "Pillow")])
def test_missing(monkeypatch, digits, library, name):
    for module in [one for one in sys.modules if one.startswith("bep_hw.report")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ConfigError, match=f"a report: needs {name}: pip install"):
        from bep_hw.report.write import report

        report([digits])
