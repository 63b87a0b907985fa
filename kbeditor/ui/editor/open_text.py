"""A text that is open: its document with its undo steps, its fields, what is not yet saved."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from kbeditor.domain.merging import Words
from kbeditor.domain.records import Text, TextRef
from kbeditor.ui.editor.edit import read_text, trim
from kbeditor.ui.editor.highlighter import MarkdownHighlighter
from kbeditor.ui.editor.offsets import units_before

KEPT = 20
"""So many texts keep their undo steps after one leaves them."""


FIELDS = ("title", "summary", "keywords", "body")


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields to save; None: unchanged."""

    title: str | None = None
    summary: str | None = None
    keywords: tuple[str, ...] | None = None
    body: str | None = None
    blocks: tuple[tuple[str, str], ...] = ()  # of a translation: id and text, in order of typing

    def names(self) -> frozenset[str]:
        """Which fields it has."""
        return frozenset(name for name in FIELDS if getattr(self, name) is not None)

    def __bool__(self) -> bool:
        return bool(self.names() or self.blocks)


def words_of(text: Text) -> Words:
    """What a text says."""
    return Words(text.title, text.summary, text.keywords, text.body)


class OpenText(QObject):
    """The working words of one text.

    `base` is the text as the library last gave it, `stem` the words that those here grew from: they
    differ while something that others wrote is saved but not shown here yet. Both move on when a
    save is written, on the library's thread, so that two saves in line follow one another; all else
    is the GUI thread's.
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
        self.base = text
        self.stem = words_of(text)
        self.title, self.summary, self.keywords = text.title, text.summary, text.keywords
        self.conflict = False
        self.gone = False  # with `conflict`: it was deleted, not written
        self.cursor = (0, 0)  # anchor, position: when it is not shown
        self.scroll = 0  # place of the character that begins the topmost row
        self.document = QTextDocument(self)
        self.document.setDocumentLayout(QPlainTextDocumentLayout(self.document))
        self.document.setDefaultFont(font)
        self.document.setPlainText(text.body)
        self.highlighter = make_highlighter(self.document)
        self.highlighter.rehighlight()  # now, not at some later moment that looks like typing
        self.said: dict[str, str] = {}  # by block: what the library says in it, as far as known
        self.unseen: set[str] = set()  # blocks that others changed and that were not read anew yet
        self.stuck = False  # the last save failed; told on the library's thread, as `base` is
        self._dirty: frozenset[str] = frozenset()
        self._blocks: dict[str, str] = {}
        self._handed: list[Draft] = []  # on their way to the library
        self._silent = False
        # A change of formats alone is told like one of words; only the revision tells them apart.
        self._revision = self.document.revision()
        self.document.contentsChanged.connect(self._body_touched)

    @property
    def body(self) -> str:
        """The Markdown as it is now."""
        return read_text(self.document)

    @property
    def words(self) -> Words:
        """All that it says as it is now; words of single blocks aside."""
        return Words(self.title, self.summary, self.keywords, self.body)

    @property
    def dirty(self) -> bool:
        """Whether something waits to be saved."""
        return bool(self._dirty or self._blocks)

    def has_typed(self, block_id: str) -> bool:
        """Whether a block's text is not in the library yet."""
        handed = (draft.blocks for draft in self._handed)
        return block_id in self._blocks or any(block_id in dict(each) for each in handed)

    def block_words(self, block_id: str, known: str) -> str:
        """What a block says: typed here last, else as the library said last, else `known`."""
        for typed in (self._blocks, *(dict(draft.blocks) for draft in reversed(self._handed))):
            if block_id in typed:
                return typed[block_id]
        return self.said.get(block_id, known)

    def set_block(self, block_id: str, words: str) -> None:
        """Change one block of a translation."""
        self._blocks.pop(block_id, None)
        self._blocks[block_id] = words
        self.touched.emit()

    def drop_block(self, block_id: str) -> None:
        """What was typed in a block and is not handed over yet is not wanted any more."""
        self._blocks.pop(block_id, None)

    @property
    def blocks_typed(self) -> dict[str, str]:
        """Texts of blocks that are not in the library yet, by id."""
        return dict(self._blocks)

    @property
    def typed_blocks(self) -> tuple[str, ...]:
        """Texts of blocks that are not in the library yet."""
        return tuple(self._blocks.values())

    def set_field(self, name: str, value: object) -> None:
        """Change `title`, `summary` or `keywords`."""
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._touch(name)

    def take(self) -> Draft:
        """What waits to be saved; `settle` it when the library has answered."""
        fields = {name: getattr(self, name) for name in self._dirty}
        draft = Draft(**fields, blocks=tuple(self._blocks.items()))
        self._dirty, self._blocks = frozenset(), {}
        self._handed.append(draft)
        return draft

    def settle(self, draft: Draft, *, saved: bool) -> None:
        """A draft was saved, or waits again (with what was typed since)."""
        if draft not in self._handed:
            return  # given up meanwhile
        self._handed.remove(draft)
        if not saved:
            self._dirty |= draft.names()
            self._blocks = dict(draft.blocks) | self._blocks

    def clashes(self, theirs: Text, names: Collection[str] | None = None) -> bool:
        """Whether somebody changed a field that was changed here, too (or one of `names`)."""
        mine = self._mine() if names is None else names
        return any(getattr(theirs, name) != getattr(self.stem, name) for name in mine)

    def follow(self, text: Text, *, keep: Collection[str] = (), give_up: bool = False) -> None:
        """Take over what changed in the library, as one undoable change of the body.

        What was typed here stays, and so do the fields in `keep`, unless one gives it up.
        """
        if give_up:
            self._dirty, self._handed = frozenset(), []
            self.conflict = self.gone = False
            self._blocks, self.unseen, self.stuck = {}, set(), False
        elif text.version < self.base.version or self._handed:
            return  # later news came before, or are on their way: those of a save
        mine = self._dirty.union(keep)
        self._silent = True
        for name in ("title", "summary", "keywords"):
            if name not in mine:
                setattr(self, name, getattr(text, name))
        if "body" not in mine:
            self._replace_body(text.body)
        self._silent = False
        self.base = text
        fresh = {name: getattr(text, name) for name in FIELDS if name not in self._dirty}
        self.stem = replace(self.stem, **fresh)

    def stand_on(self, theirs: Text) -> None:
        """What is here goes above the library's words, whatever those are."""
        self.base, self.stem = theirs, words_of(theirs)
        self.unseen.clear()

    def _mine(self) -> frozenset[str]:
        """Fields typed here that the library does not have yet."""
        return self._dirty.union(*(draft.names() for draft in self._handed))

    def _replace_body(self, new: str) -> None:
        old = self.body
        if old == new:
            return
        start, end, between = trim(old, 0, len(old), new)
        cursor = QTextCursor(self.document)
        cursor.setPosition(units_before(old, start))
        cursor.setPosition(units_before(old, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(between)

    def _touch(self, name: str) -> None:
        self._dirty |= {name}
        self.touched.emit()

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
            self._touch("body")


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
