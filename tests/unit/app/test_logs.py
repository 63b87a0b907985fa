"""The log file and its bound."""

import logging
from pathlib import Path

import pytest

from kbeditor.app import logs


def test_a_full_log_is_set_aside_and_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "BYTES", 100)
    handler = logs.BoundedFile(tmp_path / "kbeditor.log", encoding="utf-8", delay=True)
    for number in range(40):
        handler.emit(
            logging.LogRecord("kbeditor", logging.INFO, "", 0, f"note {number}", None, None)
        )
    handler.close()
    words = (tmp_path / "kbeditor.log").read_text() + (tmp_path / "kbeditor.log.1").read_text()
    assert "note 39" in words
    assert len(words) < 300
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kbeditor.log", "kbeditor.log.1"]
