"""Folders written on the spot, and plans made of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kbeditor.domain.exchange import ImportOptions, ImportPlan, ImportTarget
from kbeditor.domain.progress import Silent
from kbeditor.exchange.markdown_folder.importer import MarkdownImporter

Plan = Callable[..., ImportPlan]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Plan the import of files given as path and content, into an English library."""

    def run(
        files: Mapping[str, str | bytes],
        options: ImportOptions | None = None,
        target: ImportTarget | None = None,
    ) -> ImportPlan:
        folder = tmp_path / "folder"
        for path, content in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return MarkdownImporter().plan(
            folder,
            target or ImportTarget("en", ("en",), True),
            options or ImportOptions(),
            Silent(),
        )

    return run
