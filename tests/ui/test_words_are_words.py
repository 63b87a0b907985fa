"""Words of a library that look like HTML stay words: in labels, tips and lists of the window."""

import re
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from kbeditor.ui.plain import PlainLabel, plain_tip, plain_tips
from kbeditor.ui.widgets.elided import ElidedLabel

UI = Path(__file__).resolve().parents[2] / "kbeditor" / "ui"
EVIL = '<img src="file:///evil.png"><b>evil'
_OWN_HTML = ("aids/cards.py", "widgets/report_view.py", "widgets/plain.py")
"""Where the program writes HTML, and escapes what comes from the library."""


def test_a_tip_shows_words(qtbot: QtBot) -> None:
    assert plain_tip("Returns & refunds") == "Returns & refunds"
    document = QTextDocument()
    document.setHtml(plain_tip(EVIL))
    assert document.toPlainText() == EVIL


def test_a_label_shows_words(qtbot: QtBot) -> None:
    for label in (PlainLabel(EVIL), ElidedLabel()):
        qtbot.addWidget(label)
        label.setText(EVIL)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert not GuiQt.mightBeRichText(label.toolTip())


def test_tips_of_a_model_are_plain() -> None:
    @plain_tips
    def data(index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return EVIL

    assert data(QModelIndex(), Qt.ItemDataRole.DisplayRole) == EVIL
    assert data(QModelIndex(), Qt.ItemDataRole.ToolTipRole) == plain_tip(EVIL) != EVIL


def test_all_labels_are_plain_ones() -> None:
    found = [
        f"{path.relative_to(UI)}:{number}"
        for path in sorted(UI.rglob("*.py"))
        if path.relative_to(UI).as_posix() not in _OWN_HTML
        for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1)
        if re.search(r"(?<!\w)QLabel\((?!\))|(?<!\w)QLabel\(\)", line) and "class " not in line
    ]
    assert found == [], "use PlainLabel of ui/widgets/plain.py"


def test_models_that_give_tips_give_plain_ones() -> None:
    found = [
        path.relative_to(UI).as_posix()
        for path in sorted(UI.rglob("*.py"))
        if "ToolTipRole" in (text := path.read_text("utf-8"))
        and "    def data(" in text
        and "@plain_tips" not in text
    ]
    assert found == [], "decorate `data` with plain_tips of ui/widgets/plain.py"
