"""From a key to the repainted editor, with highlighting and without, for several sizes.

Run by hand: `python benchmarks/editor.py`. A key event is sent to the widget, then its viewport is
painted at once; both together are the figure. "plain" is Qt's QPlainTextEdit with the same text,
font and size. Prints medians of wall time, in milliseconds.
"""

import os
import statistics
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from kbeditor.shipped import resources
from kbeditor.ui.application import make_application
from kbeditor.ui.editor.highlighter import MarkdownHighlighter
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.themes import load_themes

SIZES = (20_000, 200_000, 1_000_000)
KEYS = 200
SAMPLE = Path(__file__).resolve().parents[1] / "sample_data" / "content" / "en"


def article(size: int) -> str:
    """The sample's articles, one after another, up to `size` characters."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.rglob("*.md"))]
    whole = "\n\n".join(text.split("---\n", 2)[-1] for text in texts)
    return (whole * (size // len(whole) + 1))[:size]


def press(edit: QPlainTextEdit, number: int) -> float:
    """One key into the middle of the text; seconds until it is painted."""
    letter = "abcdefghij "[number % 11]
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, letter)
    started = time.perf_counter()
    QApplication.sendEvent(edit, key)
    edit.viewport().repaint()
    return time.perf_counter() - started


def measure(edit: QPlainTextEdit, text: str) -> float:
    """Median of many keys, in milliseconds."""
    edit.resize(800, 900)
    edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    edit.setPlainText(text)
    edit.show()
    cursor = edit.textCursor()
    cursor.setPosition(len(text) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)
    edit.centerCursor()
    while not edit.windowHandle().isExposed():
        QApplication.processEvents()
    for _ in range(5):  # the window manager may still change its size
        QApplication.processEvents()
    for number in range(10):
        press(edit, number)
    taken = [press(edit, number) for number in range(KEYS)]
    edit.hide()
    return statistics.median(taken) * 1000


def main() -> None:
    """Measure each size and print it."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    themes = load_themes(resources() / "themes")
    colours = next(theme for theme in themes if not theme.dark).colours
    for size in SIZES:
        text = article(size)
        plain = measure(QPlainTextEdit(), text)
        bare = measure(MarkdownEdit(), text)
        edit = MarkdownEdit()
        highlighter = MarkdownHighlighter(edit.document(), colours, 10.0)
        full = measure(edit, text)
        started = time.perf_counter()
        highlighter.rehighlight()
        opening = (time.perf_counter() - started) * 1000
        print(
            f"{size // 1000:5d} KB  plain {plain:5.2f}   without highlighting {bare:5.2f}   "
            f"with {full:5.2f}   all of it coloured {opening:6.1f} ms"
        )
    application.closeAllWindows()


if __name__ == "__main__":
    main()
