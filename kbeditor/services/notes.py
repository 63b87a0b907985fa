"""Notes: comment threads between editor, translator, reviewer and manager."""

from kbeditor.domain.blocks import NoteThread
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Ref, TextRef
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.storage import notes, texts
from kbeditor.storage.unit_of_work import Unit


class Notes(Service):
    """Use cases of notes. Everything can be undone.

    A note on the source's text concerns every locale. `role` is who speaks: editor, translator,
    reviewer or manager.
    """

    def threads(self, owner: Ref, locale: str | None = None) -> tuple[NoteThread, ...]:
        """The threads on an article or category, oldest first; open and resolved ones.

        With a locale: those on its text and those that concern every locale.
        """
        locales = None if locale is None else {locale, self._source}
        with self._store.reading() as session:
            return tuple(notes.threads(session, owner, locales))

    def open(self, ref: TextRef, block_id: str | None, role: str, body: str) -> Outcome[NoteThread]:
        """Begin a thread on a text, or on one of its blocks (named by the source block's id).

        Raises NotFound (a translation that is not begun has no text: use the source's), KbError
        `empty_note`.
        """
        thread_id, said = new_id(), _clean(body)
        with self._store.writing(Act("note.open", {"title": _short(said)})) as unit:
            text = texts.facts(unit.session, ref)
            notes.add_thread(unit, thread_id, text.id, block_id)
            notes.add_note(unit, new_id(), thread_id, role, said)
        return self._told(unit, thread_id)

    def answer(self, thread_id: str, role: str, body: str) -> Outcome[NoteThread]:
        """Add a note; a resolved thread is open again. Raises NotFound, KbError `empty_note`."""
        said = _clean(body)
        with self._store.writing(Act("note.answer", {"title": _short(said)})) as unit:
            notes.add_note(unit, new_id(), thread_id, role, said)
            notes.set_resolved(unit, thread_id, False)
        return self._told(unit, thread_id)

    def edit(self, note_id: str, body: str) -> Outcome[NoteThread]:
        """Write a note anew. Raises NotFound, KbError `empty_note`."""
        said = _clean(body)
        with self._store.writing(Act("note.edit", {"title": _short(said)})) as unit:
            thread_id = notes.set_body(unit, note_id, said)
        return self._told(unit, thread_id)

    def resolve(self, thread_id: str) -> Outcome[NoteThread]:
        """Say that a thread is settled. Raises NotFound."""
        with self._store.writing(Act("note.resolve")) as unit:
            notes.set_resolved(unit, thread_id, True)
        return self._told(unit, thread_id)

    def reopen(self, thread_id: str) -> Outcome[NoteThread]:
        """Say that a thread is not settled. Raises NotFound."""
        with self._store.writing(Act("note.reopen")) as unit:
            notes.set_resolved(unit, thread_id, False)
        return self._told(unit, thread_id)

    def delete(self, thread_id: str) -> Outcome[None]:
        """Delete a thread with all its notes. Raises NotFound."""
        with self._store.writing(Act("note.delete")) as unit:
            notes.remove(unit, thread_id)
        return Outcome(None, unit.changes)

    def open_counts(self, locale: str) -> dict[Ref, int]:
        """How many threads are open on the texts of a locale; owners without any are left out."""
        with self._store.reading() as session:
            return notes.open_counts(session, locale)

    def _told(self, unit: Unit, thread_id: str) -> Outcome[NoteThread]:
        with self._store.reading() as session:
            return Outcome(notes.thread(session, thread_id), unit.changes)


def _clean(body: str) -> str:
    said = body.strip()
    if not said:
        raise KbError("empty_note", "A note needs some words.")
    return said


def _short(body: str) -> str:
    """What names a note in the undo entry."""
    line = " ".join(body.split())
    return line if len(line) <= 40 else line[:39] + "…"
