"""Comparing with golden files, and making them anew with `pytest --update-golden`."""

from pathlib import Path

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


class Golden:
    """Compares text with files under tests/golden."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, name: str, text: str) -> None:
        """Assert that `text` equals the golden file `name`; write it instead when updating."""
        file = GOLDEN / name
        if self.update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            return
        assert file.is_file(), f"{name} is missing: run pytest --update-golden and read it"
        assert text == file.read_text(encoding="utf-8")
