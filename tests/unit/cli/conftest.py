"""A home of its own for every test of the command line, and one sample library for all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbeditor.app.opening import create_sample
from tests.helpers.command_line import at_home_in


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Iterator[Path]:
    """Settings and logs go to the test's folder, which is also where one stands."""
    with at_home_in(tmp_path) as folder:
        yield folder


@pytest.fixture(scope="session")
def pristine_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library; read it only."""
    path = tmp_path_factory.mktemp("sample") / "sample.kb"
    create_sample(path, "Test").close()
    return path


@pytest.fixture
def sample(pristine_sample: Path, tmp_path: Path) -> Path:
    """A sample library of one's own."""
    return Path(shutil.copy(pristine_sample, tmp_path / "sample.kb"))
