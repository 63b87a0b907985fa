"""Who works here."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from kbeditor.domain.errors import NotFound
from kbeditor.domain.people import Person, name_key
from kbeditor.storage.block_tables import NOTE
from kbeditor.storage.people_tables import PERSON, PersonRow
from kbeditor.storage.tables import REVISION
from kbeditor.storage.unit_of_work import Unit


def people(session: Session) -> tuple[Person, ...]:
    """Everybody, in alphabetical order."""
    rows = session.execute(select(PersonRow).order_by(PERSON.name_key)).scalars()
    return tuple(map(_record, rows))


def named(session: Session, name: str) -> Person | None:
    """The person of this name."""
    found = session.execute(select(PersonRow).where(PERSON.name_key == name_key(name))).scalar()
    return _record(found) if found is not None else None


def put(unit: Unit, person: Person) -> None:
    """Insert a person, or make the one of this id so."""
    values: dict[str, Any] = {
        "name": person.name,
        "name_key": name_key(person.name),
        "role": person.role,
        "locales": list(person.locales),
    }
    row = unit.session.get(PersonRow, person.id)
    if row is None:
        unit.session.add(PersonRow(id=person.id, created_at=unit.now, **values))
    else:
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    unit.session.flush()


def remove(unit: Unit, ids: Iterable[str]) -> None:
    """Delete people; what they wrote keeps their names. Raises NotFound."""
    for each in ids:
        row = unit.session.get(PersonRow, each)
        if row is None:
            raise NotFound("person", each)
        unit.session.delete(row)
    unit.session.flush()


def authors(session: Session) -> tuple[str, ...]:
    """The names that stand on revisions and notes, in alphabetical order."""
    found = session.execute(union(select(REVISION.author), select(NOTE.author))).scalars()
    return tuple(sorted((name for name in found if name), key=name_key))


def _record(row: PersonRow) -> Person:
    return Person(row.id, row.name, row.role, tuple(row.locales))
