"""Glossary terms."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.errors import NotFound
from kbeditor.storage.block_tables import GLOSSARY, GlossaryRow
from kbeditor.storage.unit_of_work import Unit


def terms(session: Session, locale: str) -> tuple[GlossaryTerm, ...]:
    """A locale's terms, in alphabetical order."""
    # Columns, not rows: this is read for each block that is translated.
    rows = session.execute(
        select(
            GLOSSARY.id,
            GLOSSARY.term,
            GLOSSARY.locale,
            GLOSSARY.translation,
            GLOSSARY.forbidden,
            GLOSSARY.note,
        ).where(GLOSSARY.locale == locale)
    )
    found = [GlossaryTerm(*row[:4], tuple(row.forbidden), row.note) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.term.casefold(), each.term)))


def get(session: Session, term_id: str) -> GlossaryTerm:
    """One term. Raises NotFound."""
    row = _row(session, term_id)
    return GlossaryTerm(
        row.id, row.term, row.locale, row.translation, tuple(row.forbidden), row.note
    )


def add(unit: Unit, term: GlossaryTerm) -> None:
    """Insert a term."""
    unit.session.add(
        GlossaryRow(
            id=term.id,
            term=term.term,
            locale=term.locale,
            translation=term.translation,
            forbidden=list(term.forbidden),
            note=term.note,
            created_at=unit.now,
        )
    )
    unit.session.flush()


def update(unit: Unit, term: GlossaryTerm) -> None:
    """Make the term of this id say this. Raises NotFound."""
    row = _row(unit.session, term.id)
    new = {
        "term": term.term,
        "translation": term.translation,
        "forbidden": list(term.forbidden),
        "note": term.note,
    }
    for name, value in new.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    unit.session.flush()


def remove(unit: Unit, ids: Iterable[str]) -> None:
    """Delete terms. Raises NotFound."""
    for each in ids:
        unit.session.delete(_row(unit.session, each))
    unit.session.flush()


def _row(session: Session, term_id: str) -> GlossaryRow:
    row = session.get(GlossaryRow, term_id)
    if row is None:
        raise NotFound("glossary term", term_id)
    return row
