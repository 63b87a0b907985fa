"""Votes of readers: taken in from files, told per article."""

import time
from datetime import UTC, datetime
from pathlib import Path

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.votes import SearchedFor, Vote, VotePlan, VoteSummary
from kbeditor.exchange import votes as reading
from kbeditor.services.base import Service
from kbeditor.storage import pieces, votes


class Votes(Service):
    """Use cases of votes and failed searches. What is taken in can be undone."""

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like votes of a help centre."""
        return reading.recognises(source)

    def plan(self, source: Path) -> VotePlan:
        """What a file would bring. Raises KbError (no such file, not readable); lines that make no
        sense are refused one by one, and told.
        """
        found = reading.read(source)
        with self._store.reading() as session:
            known = votes.known(session, [each.id for each in found.votes])
            old = votes.known_searches(session, [each.id for each in found.searches])
            articles = votes.articles(session, {each.article_id for each in found.votes})
            locales = {each.tag for each in pieces.locales(session)}
        lines = list(found.lines)
        taken: list[Vote] = []
        for vote in found.votes:
            why = _refused(vote.article_id in articles, vote.locale in locales, vote)
            if why:
                line = found.vote_lines[vote.id]
                lines.append(ReportLine("warning", "unknown_vote", source.name, line, why))
            elif (counts := reading.newer(known.get(vote.id), vote)) != known.get(vote.id):
                taken.append(counts)
        new = tuple(each for each in found.searches if each.id not in old)
        searches = tuple(each for each in new if each.locale in locales)
        seen = len(known) - sum(each.id in known for each in taken) + len(old)
        return VotePlan(source.name, tuple(taken), searches, seen, tuple(lines))

    def apply(self, plan: VotePlan) -> Outcome[Report]:
        """Take in what was planned, as one act."""
        started = time.monotonic()
        act = Act("votes.import", {"title": plan.title, "count": len(plan.votes)})
        with self._store.writing(act) as unit:
            votes.put(unit, plan.votes, plan.searches)
        report = Report(plan.title, plan.counts, plan.lines, time.monotonic() - started)
        return Outcome(report, unit.changes)

    def summaries(self, locale: str = "") -> dict[str, VoteSummary]:
        """The votes per article, in one locale or ("") in all."""
        with self._store.reading_rows() as connection:
            return votes.summaries(connection, datetime.now(UTC), locale)

    def by_locale(self) -> dict[str, dict[str, VoteSummary]]:
        """The votes per article, for each locale that has any."""
        with self._store.reading() as session:
            tags = [each.tag for each in pieces.locales(session)]
        found = {tag: self.summaries(tag) for tag in tags}
        return {tag: summaries for tag, summaries in found.items() if summaries}

    def of(self, ref: Ref, locale: str) -> VoteSummary:
        """The votes on one article in one locale."""
        if ref.kind is not Kind.ARTICLE:
            return VoteSummary()
        with self._store.reading_rows() as connection:
            found = votes.summaries(connection, datetime.now(UTC), locale, ref.id)
        return found.get(ref.id, VoteSummary())

    def comments(self, ref: Ref, locale: str, most: int = 100) -> tuple[Vote, ...]:
        """What readers wrote with their votes, the newest first."""
        with self._store.reading() as session:
            return tuple(votes.comments(session, ref.id, locale, most))

    def failed_searches(self, locale: str, most: int = 100) -> tuple[SearchedFor, ...]:
        """What readers looked for in vain, the most frequent first."""
        with self._store.reading() as session:
            return tuple(votes.failed_searches(session, locale, most))


def _refused(article: bool, locale: bool, vote: Vote) -> str:
    if not article:
        return f"There is no article {vote.article_id} in this library."
    return "" if locale else f"This library has no locale “{vote.locale}”."
