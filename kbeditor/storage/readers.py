"""What readers of the published site left, as it goes into a bundle and comes from one."""

from dataclasses import asdict

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kbeditor.domain.readers import KeptAddress, Readers
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.votes import FailedSearch, Vote
from kbeditor.storage.publishing_tables import (
    FAILED_SEARCH,
    RELEASED_ADDRESS,
    VOTE,
    FailedSearchRow,
    ReleasedAddressRow,
    VoteRow,
)


def kept(session: Session) -> Readers:
    """All of it, in order."""
    votes = session.execute(
        select(VoteRow).order_by(VOTE.article_id, VOTE.locale, VOTE.at, VOTE.id)
    )
    searches = session.execute(
        select(FailedSearchRow).order_by(FAILED_SEARCH.at, FAILED_SEARCH.id)
    ).scalars()
    addresses = session.execute(
        select(ReleasedAddressRow).order_by(RELEASED_ADDRESS.profile, RELEASED_ADDRESS.address)
    ).scalars()
    return Readers(
        tuple(
            Vote(row.id, row.article_id, row.locale, row.revision, row.helpful, row.comment, row.at)
            for row in votes.scalars()
        ),
        tuple(FailedSearch(row.id, row.locale, row.query, row.at) for row in searches),
        tuple(
            KeptAddress(
                row.profile,
                row.address,
                Ref(Kind(row.kind), row.owner_id),
                row.locale,
                row.parent_id,
                row.title,
                row.first,
                row.last,
            )
            for row in addresses
        ),
    )


def put(session: Session, readers: Readers) -> None:
    """Insert all of it into a library that has none of it."""
    addresses = [
        {
            "profile": each.profile,
            "address": each.address,
            "locale": each.locale,
            "kind": each.owner.kind.value,
            "owner_id": each.owner.id,
            "parent_id": each.parent_id,
            "title": each.title,
            "first": each.first,
            "last": each.last,
        }
        for each in readers.addresses
    ]
    for table, rows in (
        (VoteRow, list(map(asdict, readers.votes))),
        (FailedSearchRow, list(map(asdict, readers.searches))),
        (ReleasedAddressRow, addresses),
    ):
        if rows:
            session.execute(insert(table), rows)
