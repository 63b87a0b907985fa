"""What holds for all tests: how Qt draws, and which tests share one process."""

import os
from pathlib import Path

import pytest

from tests.helpers.golden import Golden

# Before anything imports Qt. Who wants to watch says QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium refuses its sandbox to root; ordinary users keep it.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

_HERE = Path(__file__).parent
_WITH_WINDOW = (_HERE / "ui", _HERE / "journeys")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep each file of tests with a window or a browser in one process, in order.

    Their fixtures cost seconds; so does the import of the real help centre, which files share.
    """
    for item in items:
        if "imported_campaign" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("campaign"))
        elif any(item.path.is_relative_to(folder) for folder in _WITH_WINDOW):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are written anew on request, then read by a person before they are kept."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Golden files under tests/golden."""
    return Golden(bool(request.config.getoption("--update-golden")))


CORPUS = _HERE.parents[1] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real content beside the checkout; tests that need it are skipped without."""
    if not CORPUS.is_dir():
        pytest.skip("the real content is not beside the checkout")
    return CORPUS
