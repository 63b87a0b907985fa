"""Compiles the window's texts with Qt's own tool."""

import os
import subprocess
from pathlib import Path

import PySide6

CompilingFailed = subprocess.SubprocessError


def compile_texts(source: Path, target: Path) -> None:
    """Qt Linguist's .ts -> .qm. OSError or CalledProcessError when Qt's tool fails."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
    subprocess.run(
        [tool, "-silent", source, "-qm", target], check=True, capture_output=True, timeout=30
    )
