"""`--proofs FILE` writes what was proved into the table of a page, docs/verification.md."""

import pytest

from tests.formal.table import write


def pytest_addoption(parser):
    parser.addoption("--proofs", metavar="FILE", help="page whose table of proofs is written anew")


def pytest_configure(config):
    config.proofs = {}


def pytest_collection_modifyitems(config, items):
    """A page that is to be written anew is not compared before."""
    if config.getoption("--proofs", default=None):
        items[:] = [item for item in items if item.name != "test_the_page_has_these_proofs"]


@pytest.fixture
def note(request):
    """Keeps {proof: {"holds" or "bug": seconds}} for the table."""

    def keep(proof, what, seconds):
        request.config.proofs.setdefault(proof, {})[what] = seconds

    return keep


def pytest_sessionfinish(session, exitstatus):
    page = session.config.getoption("--proofs", default=None)
    if page and exitstatus == 0:
        write(page, session.config.proofs)
