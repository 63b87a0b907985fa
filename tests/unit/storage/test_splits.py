"""What is kept of the bodies that were split last."""

from pathlib import Path

from kbeditor.storage import splits
from kbeditor.storage.latest import Latest
from kbeditor.storage.store import Store


def made(latest: Latest[str], *texts: str) -> list[str]:
    """For which of these texts something had to be made."""
    asked: list[str] = []

    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    assert [latest.of(text, upper) for text in texts] == [text.upper() for text in texts]
    return asked


def test_the_text_that_was_not_asked_for_longest_goes_first() -> None:
    latest = Latest[str](2, 100)
    assert made(latest, "a", "b", "a", "b", "c") == ["a", "b", "c"]
    assert made(latest, "b", "c", "a", "c", "b") == ["a", "b"]


def test_long_texts_are_not_kept_for_ever() -> None:
    latest = Latest[str](9, 10)
    assert made(latest, "one", "two", "three", "one") == ["one", "two", "three", "one"]
    assert made(latest, "longer than all", "longer than all") == ["longer than all"] * 2


def test_a_body_is_split_once_for_all_sessions_of_a_library(path: Path) -> None:
    store = Store.open(path)
    with store.reading() as session:
        document = splits.document(session, "# One\n\ntwo")
    with store.writing() as unit:
        assert splits.document(unit.session, "# One\n\ntwo") is document
        assert splits.segments(unit.session, "", "", (), "# One\n\ntwo") == document.segments
    store.close()
