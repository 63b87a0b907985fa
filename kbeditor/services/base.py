"""What every service stands on."""

from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Text, TextRef
from kbeditor.storage import texts
from kbeditor.storage.store import Store
from kbeditor.storage.unit_of_work import Unit


class Service:
    """Use cases on one open library."""

    def __init__(self, store: Store, source_locale: str) -> None:
        self._store = store
        self._source = source_locale

    def _told_text(self, unit: Unit, ref: TextRef) -> Outcome[Text]:
        """A text as a finished unit of work left it, with what that changed. Raises NotFound."""
        with self._store.reading() as session:
            text = texts.get(session, ref, self._source)
        if text is None:
            raise NotFound("text", ref.owner.id)
        return Outcome(text, unit.changes)
