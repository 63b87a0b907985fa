"""Exports of the small help centre."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Silent
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.shipped import resources
from tests.helpers.memory_library import MemoryLibrary

Export = Callable[..., Report]


@pytest.fixture
def export(tmp_path: Path) -> Export:
    """Export a library to `tmp_path / "site"`, with options by name."""

    def run(library: MemoryLibrary, target: Path = tmp_path / "site", **options: object) -> Report:
        chosen = ExportOptions(**options)  # type: ignore[arg-type]
        site = HtmlSite(resources() / "site")
        return site.export(library, target, chosen, library.render_many(), Silent())

    return run
