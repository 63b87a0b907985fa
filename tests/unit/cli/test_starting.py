"""What the command line loads: never Qt, and nothing heavy before it knows what to do."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys
from kbeditor.__main__ import main
try:
    main(sys.argv[1:])
finally:
    loaded = {name.partition(".")[0] for name in sys.modules}
    print("LOADED", *sorted(loaded & {"PySide6", "shiboken6", "sqlalchemy", "markdown", "nh3"}))
"""


def loaded_by(*words: str | Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return set(done.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["export", "--help"], ["no-such"]])
def test_what_needs_no_library_loads_none(words: list[str]) -> None:
    assert loaded_by(*words) == set()


def test_a_command_never_loads_qt(sample: Path, tmp_path: Path) -> None:
    commands: tuple[list[str | Path], ...] = (
        ["status", sample],
        ["export", sample, tmp_path / "site", "--format", "html"],
        ["import", sample, ROOT / "sample_data" / "later", "--locale", "en", "--dry-run"],
    )
    for words in commands:
        loaded = loaded_by(*words)
        assert "sqlalchemy" in loaded
        assert not loaded & {"PySide6", "shiboken6"}
