"""What readers said: stored once each, summed up per article."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from kbeditor.domain.votes import (
    RECENT_DAYS,
    FailedSearch,
    SearchedFor,
    Vote,
    VoteSummary,
)
from kbeditor.storage.chunks import chunked
from kbeditor.storage.publishing_tables import FAILED_SEARCH, VOTE, FailedSearchRow, VoteRow
from kbeditor.storage.tables import ARTICLE
from kbeditor.storage.types import from_text, to_text
from kbeditor.storage.unit_of_work import Unit

_BATCH = 500
_SUMMARY = (
    "SELECT v.article_id, sum(v.helpful), count(*), "
    "sum(v.helpful AND v.revision = t.published_id), "
    "coalesce(sum(v.revision = t.published_id), 0), "
    "sum(v.helpful AND v.at >= :recent), sum(v.at >= :recent), "
    "sum(v.helpful AND v.at >= :before AND v.at < :recent), "
    "sum(v.at >= :before AND v.at < :recent) "
    "FROM vote v LEFT JOIN text t ON t.owner_id = v.article_id AND t.locale = v.locale "
    "WHERE (:locale = '' OR v.locale = :locale) AND (:article = '' OR v.article_id = :article) "
    "GROUP BY v.article_id"
)


def known(session: Session, ids: Iterable[str]) -> dict[str, Vote]:
    """Those of some votes that are here already."""
    found: dict[str, Vote] = {}
    for some in chunked(list(ids), _BATCH):
        rows = session.execute(select(VoteRow).where(VOTE.id.in_(some))).scalars()
        found.update((row.id, _vote(row)) for row in rows)
    return found


def known_searches(session: Session, ids: Iterable[str]) -> set[str]:
    """Those of some ids of failed searches that are here already."""
    found: set[str] = set()
    for some in chunked(list(ids), _BATCH):
        statement = select(FAILED_SEARCH.id).where(FAILED_SEARCH.id.in_(some))
        found.update(session.execute(statement).scalars())
    return found


def articles(session: Session, ids: Iterable[str]) -> set[str]:
    """Those of some ids that are articles, also in the trash."""
    found: set[str] = set()
    for some in chunked(list(ids), _BATCH):
        found.update(session.execute(select(ARTICLE.id).where(ARTICLE.id.in_(some))).scalars())
    return found


def put(unit: Unit, votes: Sequence[Vote], searches: Sequence[FailedSearch]) -> None:
    """Insert votes, or write those anew that are here; insert failed searches."""
    for each in votes:
        row = unit.session.get(VoteRow, each.id)
        values = asdict(each)
        if row is None:
            unit.session.add(VoteRow(**values))
        else:
            for name, value in values.items():
                setattr(row, name, value)
    unit.session.add_all(FailedSearchRow(**asdict(each)) for each in searches)
    unit.session.flush()


def summaries(
    connection: Connection, now: datetime, locale: str = "", article_id: str = ""
) -> dict[str, VoteSummary]:
    """The votes per article, in one locale or ("") in all; of one article or ("") of all."""
    values = {
        "locale": locale,
        "article": article_id,
        "recent": to_text(now - timedelta(days=RECENT_DAYS)),
        "before": to_text(now - timedelta(days=2 * RECENT_DAYS)),
    }
    rows = connection.exec_driver_sql(_SUMMARY, values)
    return {row[0]: VoteSummary(*(each or 0 for each in row[1:])) for row in rows}


def comments(session: Session, article_id: str, locale: str, most: int) -> list[Vote]:
    """The votes of an article in a locale that say something, the newest first."""
    rows = session.execute(
        select(VoteRow)
        .where(VOTE.article_id == article_id, VOTE.locale == locale, VOTE.comment != "")
        .order_by(VOTE.at.desc(), VOTE.id)
        .limit(most)
    ).scalars()
    return [_vote(row) for row in rows]


def failed_searches(session: Session, locale: str, most: int) -> list[SearchedFor]:
    """What readers looked for in vain in a locale, the most frequent first."""
    rows = session.execute(
        select(FAILED_SEARCH.query, func.count(), func.max(FAILED_SEARCH.at))
        .where(FAILED_SEARCH.locale == locale)
        .group_by(FAILED_SEARCH.query)
        .order_by(func.count().desc(), FAILED_SEARCH.query)
        .limit(most)
    )
    return [SearchedFor(locale, row[0], row[1], _moment(row[2])) for row in rows]


def _moment(value: datetime | str) -> datetime:
    return value if isinstance(value, datetime) else from_text(value)


def _vote(row: VoteRow) -> Vote:
    return Vote(row.id, row.article_id, row.locale, row.revision, row.helpful, row.comment, row.at)
