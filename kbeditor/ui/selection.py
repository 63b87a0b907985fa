"""Where one is: the current article or category and locale; back and forward."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kbeditor.domain.records import Ref

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """One stop on the way back."""

    ref: Ref
    locale: str


class Selection(QObject):
    """The one thing panes share. `refs` is what is marked in the navigator: often `current`."""

    changed = Signal()  # `current` or `locale`
    refs_changed = Signal()
    block_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current: Ref | None = None
        self.locale = ""
        self.source_locale = ""
        self.refs: tuple[Ref, ...] = ()
        self.block: str | None = None  # id of the block that is being translated, if one is
        self._back: list[Place] = []
        self._forward: list[Place] = []

    @property
    def translating(self) -> bool:
        """Whether the current locale is another than the source's."""
        return self.locale != self.source_locale

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back before."""
        return bool(self._forward)

    def start(self, source_locale: str, locale: str | None = None, ref: Ref | None = None) -> None:
        """Begin anew in another library."""
        self.source_locale = source_locale
        self.locale = locale or source_locale
        self.current = ref
        self.refs = (ref,) if ref else ()
        self._back.clear()
        self._forward.clear()
        self.set_block(None)
        self.refs_changed.emit()
        self.changed.emit()

    def go(self, ref: Ref | None, locale: str | None = None) -> None:
        """Show something, in the current locale or another; None shows nothing."""
        locale = locale or self.locale
        if (ref, locale) == (self.current, self.locale):
            return
        if self.current is not None:
            self._back = [*self._back, Place(self.current, self.locale)][-LONGEST:]
        self._forward.clear()
        self._show(ref, locale)

    def set_locale(self, tag: str) -> None:
        """Show the same thing in another locale."""
        self.go(self.current, tag)

    def set_refs(self, refs: Sequence[Ref]) -> None:
        """What is marked in the navigator; does not open anything."""
        if tuple(refs) != self.refs:
            self.refs = tuple(refs)
            self.refs_changed.emit()

    def set_block(self, block_id: str | None) -> None:
        """Be at a block of the current text: the translation view opens it."""
        if block_id != self.block:
            self.block = block_id
            self.block_changed.emit()

    def back(self) -> None:
        """Return to the place before this one."""
        self._step(self._back, self._forward)

    def forward(self) -> None:
        """Undo `back`."""
        self._step(self._forward, self._back)

    def forget(self, gone: frozenset[Ref]) -> None:
        """Take things that no longer exist off the way back, and leave them when shown."""
        self._back = [place for place in self._back if place.ref not in gone]
        self._forward = [place for place in self._forward if place.ref not in gone]
        self.set_refs([ref for ref in self.refs if ref not in gone])
        if self.current in gone:
            self._show(None, self.locale)

    def _step(self, away: list[Place], home: list[Place]) -> None:
        if not away:
            return
        place = away.pop()
        if self.current is not None:
            home.append(Place(self.current, self.locale))
        self._show(place.ref, place.locale)

    def _show(self, ref: Ref | None, locale: str) -> None:
        self.current, self.locale = ref, locale
        self.set_block(None)
        if ref is not None and ref not in self.refs:
            self.set_refs([ref])
        self.changed.emit()
