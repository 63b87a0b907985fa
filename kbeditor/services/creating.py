"""Making a new library, empty or from the sample."""

from collections.abc import Sequence
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.moving import beside, move_in, remove
from kbeditor.services.ids import new_id
from kbeditor.services.locales import describe
from kbeditor.storage import pieces
from kbeditor.storage.store import Store


def create_store(
    path: Path, name: str, source_locale: str, locales: Sequence[str], who: str
) -> Store:
    """Make a library file with its locales. Raises KbError `exists`, `bad_locale`, `no_folder`."""
    wanted = [source_locale, *locales]
    described = [describe(tag, position) for position, tag in enumerate(wanted, 1)]
    unique = {each.tag: each for each in reversed(described)}
    ordered = sorted(unique.values(), key=lambda each: each.position)
    if path.exists():
        raise KbError("exists", "There is already a file {path}.", path=str(path))
    # Made beside its place and moved in: a library file is never there without its own record.
    unfinished = beside(path)
    try:
        store = Store.create(unfinished, who)
        with store.writing() as unit:
            pieces.add_library(unit, new_id(), name, described[0].tag)
            for locale in ordered:
                pieces.add_locale(unit, locale)
        store.close()
        move_in(unfinished, path)
    finally:
        remove(unfinished)
    return Store.open(path, who)
