"""A library whose every field looks like HTML, in the real window: it shows words everywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QUrl
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit

from kbeditor.app.opening import create_library
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.ui.start import Start
from tests.helpers.library import PIXEL
from tests.helpers.window import Person

EVIL = '<img src="file:///evil.png"><b>evil'
ROWS = 50


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A library with the words in titles, names, labels, notes, terms, alternative texts."""
    path = tmp_path / "hostile.kb"
    ws = create_library(path, EVIL, "en", ["fr"], who=EVIL)
    category = ws.categories.create(None, EVIL + " category", "en").value
    article = ws.articles.create(category.id, EVIL, "en").value
    picture = ws.attachments.add("x.png", PIXEL).value
    ws.attachments.rename(picture.id, f"{EVIL}.png".replace("/", "-"))
    ws.attachments.set_alt(picture.id, "en", EVIL)
    for owner in (category, article):
        ref = TextRef(owner, "en")
        text = ws.texts.get(ref)
        assert text is not None
        body = f"{EVIL}\n\nevil\n\n![x](kb:{picture.id})\n"
        ws.texts.save(ref, text.version, summary=EVIL, keywords=[EVIL], body=body)
        ws.texts.set_state([ref], State.PUBLISHED, note=EVIL)
    ws.articles.update([article.id], labels=[EVIL], owner=EVIL)
    ws.glossary.add("evil", "fr", EVIL, (EVIL + "s",), EVIL)
    ws.texts.begin(TextRef(article, "fr"), copy_source=True)
    ws.notes.open(TextRef(article, "fr"), None, EVIL, EVIL)
    ws.settings.set("site.name", EVIL)
    gone = ws.articles.create(None, EVIL + " gone", "en").value
    ws.tree.trash([gone])
    ws.close()
    return path


def indexes(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """All cells of a model, as far as they are many."""
    parent = parent or QModelIndex()
    if isinstance(model, QAbstractListModel):  # whose columns nobody may ask for
        yield from (model.index(row) for row in range(min(ROWS, model.rowCount(parent))))
        return
    for row in range(min(ROWS, model.rowCount(parent))):
        for column in range(model.columnCount(parent)):
            yield model.index(row, column, parent)
        yield from indexes(model, model.index(row, 0, parent))


def as_markup() -> Iterator[str]:
    """Where a widget of the program would take the words for HTML."""
    for widget in QApplication.allWidgets():
        where = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel):
            if _acts(widget.text(), widget.textFormat()):
                yield f"label {where}"
        elif isinstance(widget, QTextEdit) and _holds_picture(widget.document()):
            yield f"text {where}"
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            for index in indexes(model):
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                if isinstance(tip, str) and _acts(tip, Qt.TextFormat.AutoText):
                    yield f"tip of {type(model).__name__}, column {index.column()}"
        if _acts(widget.toolTip(), Qt.TextFormat.AutoText):
            yield f"tip of {where}"


def _acts(words: str, kind: Qt.TextFormat) -> bool:
    if kind == Qt.TextFormat.PlainText or "evil" not in words:
        return False
    if kind == Qt.TextFormat.AutoText and not GuiQt.mightBeRichText(words):
        return False
    document = QTextDocument()
    document.setHtml(words)
    return _holds_picture(document)


def _holds_picture(document: QTextDocument) -> bool:
    """Whether a picture of a file would be asked for."""
    formats = document.allFormats()
    return any(
        QUrl(each.toImageFormat().name()).scheme() == "file"
        for each in formats
        if each.isImageFormat()
    )


def test_the_look_finds_what_would_act(person: Person) -> None:
    person.start()
    label = QLabel(EVIL, person.window)
    assert "label QLabel " in list(as_markup())
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert list(as_markup()) == []


def test_words_stay_words_in_every_pane(person: Person, hostile: Path) -> None:
    person.start(Start(library=hostile))
    person.until(lambda: person.navigator.model.rowCount())
    person.open(EVIL)
    faults: dict[str, list[str]] = {}
    for pane in ("navigator", "editor", "preview", "status", "aids", "search", "trash", "matrix"):
        person.program.desk.frame.show_pane(pane)
        person.settle()
        faults[pane] = list(as_markup())
    person.program.desk.selection.set_locale("fr")
    person.settle()
    faults["translation"] = list(as_markup())
    for keys in ("F7", "Ctrl+P", "Escape"):
        person.keys(keys)
        person.settle()
        faults[keys] = list(as_markup())
    assert {pane: found for pane, found in faults.items() if found} == {}
