"""Runs the command line in this process, the way a person types it."""

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from kbeditor.cli.main import app


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
