"""Tells others who have the same library open what one is writing, and hears it of them.

Each session has a small file in a folder beside the library. Nothing of it goes into the library:
that would be a commit, and a flushed disk, each time somebody opens another article.
"""

import json
import logging
import os
import platform
import re
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from kbeditor.domain.presence import Session
from kbeditor.domain.records import Kind, Ref, TextRef

log = logging.getLogger(__name__)

BEAT = 10.0
"""Seconds after which a session says again that it is there."""
STALE = 30.0
"""Seconds of silence after which it is not there any more."""
ABANDONED = 600.0
"""Seconds after which its file is removed by whoever sees it."""
LONGEST = 4096
"""Bytes of a session's file; longer ones are none of ours."""
MOST = 200
"""Files that are looked at."""
_NAME = re.compile(r"[0-9a-f]{32}\.json")
_LAST_WORDS = 2.0
"""Seconds that closing waits for the file to go."""


class SideFolder:
    """The folder with one file for each session. Its times are all told by the clock of the drive
    it lies on, so machines need not agree about theirs.
    """

    def __init__(self, library: Path) -> None:
        self.path = library.with_name(f"{library.name}-presence")

    def write(self, me: Session) -> None:
        """Say what I am at. Raises OSError."""
        self.path.mkdir(exist_ok=True)
        file = self._file(me.id)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(_encode(me), ensure_ascii=False), encoding="utf-8")
        os.replace(fresh, file)

    def others(self, me: Session) -> tuple[Session, ...]:
        """The sessions heard of lately but my own, by name; `write` was called before.

        Raises OSError when the folder is gone.
        """
        now = self._file(me.id).stat().st_mtime
        found = []
        for entry in sorted(self.path.iterdir())[:MOST]:
            if not _NAME.fullmatch(entry.name) or entry.stem == me.id:
                continue
            session = self._read(entry, now)
            if session is not None:
                found.append(session)
        return tuple(sorted(found, key=lambda each: (each.who.casefold(), each.id)))

    def leave(self, me: Session) -> None:
        """I am gone; the last one takes the folder along. Raises OSError."""
        self._file(me.id).unlink(missing_ok=True)
        if self.path.is_dir() and not any(self.path.iterdir()):
            self.path.rmdir()

    def _file(self, session_id: str) -> Path:
        return self.path / f"{session_id}.json"

    def _read(self, file: Path, now: float) -> Session | None:
        try:
            facts = file.stat()
            if now - facts.st_mtime > ABANDONED:
                file.unlink(missing_ok=True)
            if now - facts.st_mtime > STALE or facts.st_size > LONGEST:
                return None
            return _decode(file.stem, json.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            log.debug("%s says nothing of a session: %s", file, error)
            return None


def _encode(session: Session) -> dict[str, object]:
    text = session.text
    named = [text.owner.kind.value, text.owner.id, text.locale] if text is not None else None
    return {
        "who": session.who,
        "machine": session.machine,
        "text": named,
        "writing": session.writing,
    }


def _decode(session_id: str, data: Any) -> Session:
    """Raises KeyError, TypeError or ValueError for what no session wrote."""
    who, machine, named = data["who"], data["machine"], data["text"]
    if not isinstance(who, str) or not isinstance(machine, str):
        raise TypeError("names are words")
    text = None
    if named is not None:
        kind, owner, locale = map(str, named)
        text = TextRef(Ref(Kind(kind), owner), locale)
    return Session(session_id, _short(who), _short(machine), text, data["writing"] is True)


def _short(name: str) -> str:
    """A name as it is shown, on one line."""
    return " ".join(name.split())[:80]


Tell = Callable[[tuple[Session, ...]], None]


class Presence:
    """Beats on a thread of its own: a drive that hangs keeps nobody waiting.

    `tell` is called on that thread whenever the others changed. While the folder cannot be written
    there is no presence, and nothing is said of it.
    """

    def __init__(self, library: Path, who: str, tell: Tell, beat: float = BEAT) -> None:
        self._folder = SideFolder(library)
        self._me = Session(uuid4().hex, who, platform.node())
        self._tell, self._beat = tell, beat
        self._wake = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._serve, name="presence", daemon=True)
        self._thread.start()

    @property
    def me(self) -> Session:
        """What the others hear."""
        return self._me

    def be(self, *, who: str, text: TextRef | None, writing: bool) -> None:
        """Tell the others now, if that is news."""
        fresh = replace(self._me, who=who, text=text, writing=writing)
        if fresh != self._me:
            self._me = fresh
            self._wake.set()

    def close(self, *, wait: bool = False) -> None:
        """Leave; `wait`: at the end of the program, for a moment."""
        self._closed = True
        self._wake.set()
        if wait:
            self._thread.join(_LAST_WORDS)

    def _serve(self) -> None:
        known: tuple[Session, ...] = ()
        while not self._closed:
            self._wake.clear()
            others = self._meet()
            if others != known:
                known = others
                self._tell(others)
            self._wake.wait(self._beat)
        try:
            self._folder.leave(self._me)
        except OSError as error:
            log.info("the presence beside the library stays: %s", error)

    def _meet(self) -> tuple[Session, ...]:
        me = self._me
        try:
            self._folder.write(me)
            return self._folder.others(me)
        except OSError as error:
            log.debug("no presence beside the library: %s", error)
            return ()
