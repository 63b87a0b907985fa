"""A text that is open: its document with its undo steps, its fields, what is not yet saved."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from kbeditor.domain.records import Text, TextHead, TextRef
from kbeditor.ui.editor.edit import read_text, trim
from kbeditor.ui.editor.highlighter import MarkdownHighlighter
from kbeditor.ui.editor.offsets import units_before

KEPT = 20
"""So many texts keep their undo steps after one leaves them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields to save; None: unchanged."""

    title: str | None = None
    summary: str | None = None
    keywords: tuple[str, ...] | None = None
    body: str | None = None

    def __bool__(self) -> bool:
        return (self.title, self.summary, self.keywords, self.body) != (None, None, None, None)


class OpenText(QObject):
    """The working words of one text. `version` is what the library last gave for it.

    `version` moves on when a save is written, on the library's thread, so that two saves in line
    follow one another; everything else lives on the GUI thread.
    """

    touched = Signal()  # something was typed, in any field

    def __init__(
        self,
        text: Text,
        make_highlighter: Callable[[QTextDocument], MarkdownHighlighter],
        font: QFont,
    ) -> None:
        super().__init__()
        self.ref: TextRef = text.ref
        self.head: TextHead = text
        self.version = text.version
        self.title, self.summary, self.keywords = text.title, text.summary, text.keywords
        self.conflict = False
        self.cursor = (0, 0)  # anchor, position: when it is not shown
        self.scroll = 0
        self.document = QTextDocument(self)
        self.document.setDocumentLayout(QPlainTextDocumentLayout(self.document))
        self.document.setDefaultFont(font)
        self.document.setPlainText(text.body)
        self.highlighter = make_highlighter(self.document)
        self.highlighter.rehighlight()  # now, not at some later moment that looks like typing
        self._dirty: set[str] = set()
        self._silent = False
        # A change of formats alone is told like one of words; only the revision tells them apart.
        self._revision = self.document.revision()
        self.document.contentsChanged.connect(self._body_touched)

    @property
    def body(self) -> str:
        """The Markdown as it is now."""
        return read_text(self.document)

    @property
    def dirty(self) -> bool:
        """Whether something waits to be saved."""
        return bool(self._dirty)

    def set_field(self, name: str, value: object) -> None:
        """Change `title`, `summary` or `keywords`."""
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._dirty.add(name)
            self.touched.emit()

    def take(self) -> Draft:
        """What waits to be saved; from now on it counts as handed over."""
        names, self._dirty = self._dirty, set()
        return Draft(**{name: getattr(self, name) for name in names})

    def give_back(self, draft: Draft) -> None:
        """A draft could not be saved: it waits again (with what was typed since)."""
        for name in ("title", "summary", "keywords", "body"):
            if getattr(draft, name) is not None:
                self._dirty.add(name)

    def adopt(self, text: Text) -> None:
        """Take over what the library has, as one undoable change; nothing waits afterwards."""
        self._silent = True
        self.head, self.version = text, text.version
        self.title, self.summary, self.keywords = text.title, text.summary, text.keywords
        old = self.body
        if old != text.body:
            start, end, new = trim(old, 0, len(old), text.body)
            cursor = QTextCursor(self.document)
            cursor.setPosition(units_before(old, start))
            cursor.setPosition(units_before(old, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new)
        self._silent = False
        self._dirty.clear()
        self.conflict = False

    def set_look(self, colours: Mapping[str, str], font: QFont) -> None:
        """Take other colours or another font; that is no change of words."""
        self._silent = True
        self.highlighter.set_look(colours, font.pointSizeF())
        self.document.setDefaultFont(font)
        self._silent = False

    def _body_touched(self) -> None:
        revision = self.document.revision()
        if revision == self._revision:
            return
        self._revision = revision
        if not self._silent:
            self._dirty.add("body")
            self.touched.emit()


class OpenTexts:
    """The texts opened lately, the newest last; those with unsaved words are never dropped."""

    def __init__(self) -> None:
        self._texts: OrderedDict[TextRef, OpenText] = OrderedDict()

    def get(self, ref: TextRef) -> OpenText | None:
        """The open text of this name, now the newest."""
        found = self._texts.get(ref)
        if found is not None:
            self._texts.move_to_end(ref)
        return found

    def put(self, opened: OpenText) -> None:
        """Keep a text; an old one without unsaved words makes room."""
        self._texts[opened.ref] = opened
        for ref in list(self._texts):
            if len(self._texts) <= KEPT:
                break
            if ref != opened.ref and not self._texts[ref].dirty:
                self._texts.pop(ref).deleteLater()

    def drop(self, ref: TextRef) -> None:
        """Forget one text."""
        found = self._texts.pop(ref, None)
        if found is not None:
            found.deleteLater()

    def all(self) -> list[OpenText]:
        """All of them."""
        return list(self._texts.values())

    def clear(self) -> None:
        """Forget all of them."""
        for opened in self._texts.values():
            opened.deleteLater()
        self._texts.clear()
