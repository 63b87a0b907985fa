"""The lists of formats: names are unique, and each folder or file finds its importer."""

from pathlib import Path

from kbeditor.exchange.catalogue import EXPORTERS, IMPORTERS
from kbeditor.shipped import sample_data
from tests.helpers.golden import GOLDEN


def importer(source: Path) -> str | None:
    return next((each.id for each in IMPORTERS if each.recognises(source)), None)


def test_each_is_there_once() -> None:
    assert len({each.id for each in IMPORTERS}) == len(IMPORTERS)
    assert len({each.info.id for each in EXPORTERS}) == len(EXPORTERS)


def test_who_reads_what(tmp_path: Path) -> None:
    for name in ("a.zip", "a.md", "a.txt"):
        (tmp_path / name).write_text("x")
    assert importer(GOLDEN / "exchange" / "bundle") == "json"
    assert importer(sample_data()) == "markdown"
    assert importer(tmp_path / "a.zip") == "json"
    assert importer(tmp_path / "a.md") == "markdown"
    assert importer(tmp_path / "a.txt") is None
