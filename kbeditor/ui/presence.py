"""Shows who else has the library open, and tells them what one is writing here."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kbeditor.app.account import who
from kbeditor.app.preferences import Preferences
from kbeditor.app.presence import Presence
from kbeditor.domain.presence import Session
from kbeditor.domain.records import Locale, Ref, TextRef
from kbeditor.ui.bridge import Bridge

WRITES_MS = 60_000
"""So long after a key one still counts as writing."""


class Presences(QObject):
    """The others, as last heard of; none while no library is open."""

    changed = Signal()

    def __init__(self, bridge: Bridge, preferences: Preferences, parent: QObject | None) -> None:
        super().__init__(parent)
        self._bridge, self._preferences = bridge, preferences
        self._presence: Presence | None = None
        self._text: TextRef | None = None
        self.others: tuple[Session, ...] = ()
        self._writing = QTimer(self, singleShot=True, interval=WRITES_MS)
        self._writing.timeout.connect(self._say)
        bridge.opened.connect(self._opened)
        bridge.closed.connect(self._closed)

    def be_at(self, text: TextRef | None) -> None:
        """This text is open here now."""
        if text != self._text:
            self._text = text
            self._writing.stop()
            self._say()

    def write(self) -> None:
        """Something was typed in it."""
        begun = not self._writing.isActive()
        self._writing.start()
        if begun:
            self._say()

    def close(self) -> None:
        """Leave, at the end of the program."""
        self._writing.stop()
        if self._presence is not None:
            self._presence.close(wait=True)
            self._presence = None

    def at(self, text: TextRef) -> tuple[Session, ...]:
        """Who else has a text open; those who write in it come first."""
        return tuple(
            sorted(
                (each for each in self.others if each.text == text),
                key=lambda each: not each.writing,
            )
        )

    def words_by_owner(self, locales: Iterable[Locale]) -> Mapping[Ref, str]:
        """Who else writes an article or category, in whatever language."""
        found: dict[Ref, list[Session]] = defaultdict(list)
        for each in self.others:
            if each.text is not None and each.writing:
                found[each.text.owner].append(each)
        known = tuple(locales)
        return {ref: self.sentence(sessions, known) for ref, sessions in found.items()}

    def sentence(self, sessions: Iterable[Session], locales: Iterable[Locale]) -> str:
        """Who does what, in words; "" for nobody."""
        names = {locale.tag: locale.name for locale in locales}
        return " ".join(self._words(each, names) for each in sessions)

    def _words(self, session: Session, names: Mapping[str, str]) -> str:
        me = self._presence.me if self._presence is not None else None
        locale = names.get(session.text.locale, session.text.locale) if session.text else ""
        name = session.who or session.machine
        if me is not None and session.who == me.who:
            if session.machine == me.machine:
                words = (
                    self.tr("You are editing this text in {locale} in another window.")
                    if session.writing
                    else self.tr("You have this text in {locale} open in another window.")
                )
            else:
                words = (
                    self.tr("You are editing this text in {locale} on {machine}, too.")
                    if session.writing
                    else self.tr("You have this text in {locale} open on {machine}, too.")
                )
        elif session.writing:
            words = self.tr("{who} is editing this text in {locale}.")
        else:
            words = self.tr("{who} has this text in {locale} open.")
        return words.format(who=name, locale=locale, machine=session.machine)

    def _say(self) -> None:
        if self._presence is not None:
            self._presence.be(
                who=who(self._preferences), text=self._text, writing=self._writing.isActive()
            )

    def _opened(self) -> None:
        path = self._bridge.path
        assert path is not None
        presence: Presence | None = None

        def tell(others: tuple[Session, ...]) -> None:
            self._bridge.post(partial(self._take, lambda: presence, others))

        self._presence = presence = Presence(path, who(self._preferences), tell)
        self._say()

    def _closed(self) -> None:
        if self._presence is not None:
            self._presence.close()
            self._presence = None
        self._writing.stop()
        self._text = None
        self._show(())

    def _take(self, of: Callable[[], Presence | None], others: tuple[Session, ...]) -> None:
        if of() is self._presence:
            self._show(others)

    def _show(self, others: tuple[Session, ...]) -> None:
        if others != self.others:
            self.others = others
            self.changed.emit()
