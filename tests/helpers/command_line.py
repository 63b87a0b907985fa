"""Runs the command line in this process, the way a person types it."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kbeditor.app.paths import HOME_VARIABLE
from kbeditor.cli.main import app


@contextmanager
def at_home_in(folder: Path) -> Iterator[Path]:
    """Within it, settings and logs are kept in `folder`/home, and one stands in `folder`."""
    root = logging.getLogger()
    before = list(root.handlers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(folder / "home"))
        patch.chdir(folder)
        yield folder / "home"
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()


def kbeditor(*words: str | Path, code: int = 0) -> Result:
    """The result of `kbeditor WORDS…`, which must end with `code`."""
    result = CliRunner().invoke(app, [str(word) for word in words], prog_name="kbeditor")
    assert result.exit_code == code, result.output
    return result


def kbeditor_json(*words: str | Path, code: int = 0) -> Any:
    """What `kbeditor WORDS… --json` prints."""
    return json.loads(kbeditor(*words, "--json", code=code).stdout)


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
