"""What every service stands on."""

from kbeditor.storage.store import Store


class Service:
    """Use cases on one open library."""

    def __init__(self, store: Store, source_locale: str) -> None:
        self._store = store
        self._source = source_locale
