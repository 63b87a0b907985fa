"""Settings that belong to the library and travel with it."""

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Library
from kbeditor.services.base import Service
from kbeditor.storage import pieces
from kbeditor.storage.reading import library_record


class Settings(Service):
    """Use cases of settings. Values are JSON."""

    def library(self) -> Library:
        """The library's own record."""
        with self._store.reading() as session:
            return library_record(session)

    def all(self) -> dict[str, object]:
        """All settings by key."""
        with self._store.reading() as session:
            return pieces.settings(session)

    def get(self, key: str, default: object = None) -> object:
        """One setting."""
        return self.all().get(key, default)

    def set(self, key: str, value: object) -> Outcome[None]:
        """Write one setting; None goes back to the default."""
        with self._store.writing(Act("setting.set", {"title": key})) as unit:
            pieces.put_setting(unit, key, value)
        return Outcome(None, unit.changes)

    def rename_library(self, name: str) -> Outcome[None]:
        """Give the library another name. Raises KbError `empty_name`."""
        if not name.strip():
            raise KbError("empty_name", "A library needs a name.")
        with self._store.writing(Act("library.rename", {"title": name})) as unit:
            pieces.rename_library(unit, name.strip())
        return Outcome(None, unit.changes)
