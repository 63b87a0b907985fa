"""Keeps a view showing what is typed: renders the newest words, resolves links, patches."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kbeditor.app.preview_page import PageBlocks, wanted_ids
from kbeditor.domain.records import TextRef
from kbeditor.domain.rendered import Preview, RenderContext, RenderWarning, Target
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.preview.page import PageHead
from kbeditor.ui.preview.patching import Patch, compare

KEY = "preview"


class View(Protocol):
    """What both views can do."""

    def set_head(self, head: PageHead) -> None:
        """Title, summary, language and direction of the page."""

    def patch(self, patch: Patch) -> None:
        """Put changed blocks into the page; it keeps its place."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page that is being rendered."""

    page: LivePage
    end: int  # the line after its last


class Following(QObject):
    """At most one render is under way; words typed meanwhile are rendered right after it."""

    shown = Signal(object)  # Preview, once its patch was handed to the view
    page_changed = Signal()  # another text is in the view now
    failed = Signal(object)  # Exception

    def __init__(self, desk: Desk, view: View, parent: QObject, key: str = KEY) -> None:
        """`key` tells its requests from those of others."""
        super().__init__(parent)
        self._key = key
        self._desk, self._view = desk, view
        self._blocks = PageBlocks()
        self._keys: list[str] = []  # of the blocks in the view
        self._lines: tuple[int, ...] = ()  # their lines, as the view knows them
        self._told: tuple[tuple[int, ...], int] = ((), 1)
        self._targets: dict[str, Target | None] = {}
        self._target_locale = ""
        self._preview: Preview | None = None
        self._asked: _Asked | None = None
        self._next: _Asked | None = None
        self._shown_page: LivePage | None = None
        self._ref: TextRef | None = None  # whose page is in the view
        self._head = PageHead()
        self._end = 1  # the line after the last of what is shown

    def show(self, page: LivePage | None) -> None:
        """Show these words as soon as they are rendered; None: nothing."""
        if page is None:
            self._next = None
            self._desk.previewer.drop(self._key)
            self._asked = None
            self._clear()
            return
        asked = _Asked(page, page.body.count("\n") + 2)
        if self._asked is None:
            self._ask(asked)
        else:
            self._next = asked

    def forget_targets(self) -> None:
        """Titles, addresses or pictures changed in the library: look them up again."""
        self._targets = {}
        if self._preview is not None and self._asked is None and self._shown_page is not None:
            self._resolve(_Asked(self._shown_page, self._end), self._preview)

    def use(self, view: View) -> None:
        """Another view takes the place of the one before."""
        self._view = view
        self.show_again()

    def show_again(self) -> None:
        """The view lost everything: hand it all in again."""
        keys, self._keys, self._lines = self._keys, [], ()
        self._view.set_head(self._head)
        self._hand_over(keys, self._told[0], self._told[1])

    def _clear(self) -> None:
        if self._keys:
            self._hand_over([], (), 1)
        self._preview, self._shown_page, self._ref = None, None, None

    def _set_head(self, page: LivePage) -> None:
        locale = self._desk.locale(page.ref.locale)
        direction = locale.direction if locale is not None else "ltr"
        head = PageHead(page.title, page.summary, page.ref.locale, direction)
        if head != self._head:
            self._head = head
            self._view.set_head(head)

    def _ask(self, asked: _Asked) -> None:
        self._asked, self._next = asked, None
        self._desk.previewer.request(
            self._key,
            asked.page.body,
            RenderContext(asked.page.ref.locale),
            lambda preview: self._rendered(asked, preview),
            lambda error: self._not_rendered(asked, error),
            known=self._blocks.known,
        )

    def _rendered(self, asked: _Asked, preview: Preview) -> None:
        if asked is not self._asked:
            return  # another text was opened meanwhile
        self._blocks.take(preview)
        self._resolve(asked, preview)
        self._go_on()

    def _not_rendered(self, asked: _Asked, error: Exception) -> None:
        if asked is self._asked:
            self.failed.emit(error)
            self._go_on()

    def _go_on(self) -> None:
        self._asked = None
        if self._next is not None:
            self._ask(self._next)

    def _resolve(self, asked: _Asked, preview: Preview) -> None:
        """Look up link targets that are not known yet, then show."""
        locale = asked.page.ref.locale
        if locale != self._target_locale:
            self._targets, self._target_locale = {}, locale
        unknown = tuple(wanted_ids(preview) - self._targets.keys())
        self._preview, self._shown_page, self._end = preview, asked.page, asked.end
        if not unknown:
            self._show(asked, preview)
            return

        def then(found: dict[str, Target]) -> None:
            if self._target_locale == locale:
                self._targets |= {id_: found.get(id_) for id_ in unknown}
            if self._preview is preview:
                self._show(asked, preview)

        self._desk.bridge.ask_latest(
            f"{self._key}.targets", lambda ws: ws.texts.link_targets(unknown, locale), then
        )

    def _show(self, asked: _Asked, preview: Preview) -> None:
        """The old page stays until the new one is there: nothing flashes."""
        self._set_head(asked.page)
        keys = self._blocks.keys(preview, self._targets)
        self._hand_over(keys, tuple(block.line for block in preview.blocks), asked.end)
        if asked.page.ref != self._ref:
            self._ref = asked.page.ref
            self.page_changed.emit()
        self.shown.emit(preview)

    def _hand_over(self, keys: list[str], lines: tuple[int, ...], end: int) -> None:
        stretch = compare(self._keys, keys)
        same = lines == self._lines
        self._keys, self._lines, self._told = keys, lines, (lines, end)
        fresh = tuple(map(self._blocks.html, keys[stretch.first : stretch.new_end]))
        removed = stretch.old_end - stretch.first
        self._view.patch(Patch(stretch.first, removed, fresh, None if same else lines, end))

    def broken(self) -> tuple[RenderWarning, ...]:
        """Links and pictures of the page that lead nowhere in the library, as warnings."""
        if self._preview is None:
            return ()
        return tuple(
            RenderWarning(
                "missing_picture" if link.kind == "picture" else "broken_link",
                link.line,
                (("target", link.target),),
            )
            for link in self._preview.links
            if link.target in self._targets and self._targets[link.target] is None
        )
