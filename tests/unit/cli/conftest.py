"""A home of its own for every test of the command line, and one sample library for all."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbeditor.app.opening import create_sample
from kbeditor.app.paths import HOME_VARIABLE


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Settings and logs go to the test's folder, which is also where one stands."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    before = list(root.handlers)
    yield folder
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()


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
