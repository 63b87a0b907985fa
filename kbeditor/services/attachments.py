"""Pictures and files: stored once by content, named, described per locale."""

import hashlib
from collections.abc import Sequence

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Attachment, TextRef
from kbeditor.exchange.media import NotTaken, examine, fitting
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.storage import pieces, texts
from kbeditor.storage.reading import attachment_bytes


class Attachments(Service):
    """Use cases of attachments."""

    def list(self) -> tuple[Attachment, ...]:
        """All attachments, by name."""
        with self._store.reading() as session:
            return pieces.attachments(session)

    def get(self, attachment_id: str) -> Attachment:
        """One attachment. Raises NotFound."""
        with self._store.reading() as session:
            return pieces.attachment(session, attachment_id)

    def data(self, attachment_id: str) -> bytes:
        """Its bytes. Raises NotFound."""
        with self._store.reading() as session:
            return attachment_bytes(session, attachment_id)

    def uses(self, attachment_id: str) -> tuple[TextRef, ...]:
        """Texts that show or link it."""
        with self._store.reading() as session:
            return tuple(texts.linking(session, attachment_id))

    def add(self, name: str, data: bytes) -> Outcome[Attachment]:
        """Take a picture or file in; the same content twice gives the same attachment.

        Raises KbError when the kind is not allowed or the file too large.
        """
        try:
            media = examine(name, data)
        except NotTaken as error:
            raise KbError(
                "not_taken", "{name} cannot be taken in: {why}.", name=name, why=str(error)
            ) from error
        sha256 = hashlib.sha256(media.data).hexdigest()
        with self._store.reading() as session:
            known = pieces.attachment_ids(session).get(sha256)
        if known is not None:
            return Outcome(self.get(known))
        attachment_id = new_id()
        with self._store.writing(Act("attachment.add", {"title": name})) as unit:
            # Somebody else may have taken it in since it was looked for.
            attachment_id = pieces.attachment_ids(unit.session).get(sha256, attachment_id)
            if attachment_id not in pieces.attachments_by_id(unit.session, [attachment_id]):
                pieces.add_attachment(
                    unit,
                    media.data,
                    id=attachment_id,
                    sha256=sha256,
                    name=media.name,
                    media_type=media.media_type,
                    size=len(media.data),
                    width=media.width,
                    height=media.height,
                )
        return Outcome(self.get(attachment_id), unit.changes)

    def rename(self, attachment_id: str, name: str) -> Outcome[None]:
        """Give it another name, whose ending fits what it is. Raises KbError `empty_name`."""
        if not name.strip():
            raise KbError("empty_name", "A file needs a name.")
        with self._store.writing(Act("attachment.rename", {"title": name})) as unit:
            # Else a text that is called `page.svg` would be published as a drawing, unexamined.
            media_type = pieces.attachment(unit.session, attachment_id).media_type
            fits = fitting(name.strip(), media_type)
            pieces.update_attachment(unit, attachment_id, name=fits)
        return Outcome(None, unit.changes)

    def set_alt(self, attachment_id: str, locale: str, words: str) -> Outcome[None]:
        """Set the alternate text in a locale; empty words remove it."""
        with self._store.writing(Act("attachment.alt", {"title": words})) as unit:
            alt = pieces.attachment(unit.session, attachment_id).alt | {locale: words.strip()}
            pieces.update_attachment(
                unit, attachment_id, alt={tag: each for tag, each in alt.items() if each}
            )
        return Outcome(None, unit.changes)

    def remove(self, ids: Sequence[str]) -> Outcome[int]:
        """Delete attachments that no text uses. Raises KbError `in_use`, naming the first one."""
        with self._store.writing(Act("attachment.remove", {"count": len(ids)})) as unit:
            for each in ids:
                uses = texts.linking(unit.session, each)
                if uses:
                    name = pieces.attachment(unit.session, each).name
                    raise KbError(
                        "in_use", "{name} is used in {count} texts.", name=name, count=len(uses)
                    )
                pieces.remove_attachment(unit, each)
        return Outcome(len(ids), unit.changes)
