"""Votes and failed searches of readers: read line by line, counted once, summed up, undone."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.votes import VoteSummary
from tests.helpers.library import article, publish, write

NOW = datetime.now(UTC)


@pytest.fixture
def where(ws: Workspace) -> Ref:
    ref = article(ws, "Where?", "In the post.")
    publish(ws, ref, "en")
    return ref


def live(ws: Workspace, ref: Ref) -> str:
    revision = ws.texts.published(TextRef(ref, "en"))
    assert revision is not None
    return revision.id


def said(ref: Ref, days: float = 1, **more: object) -> dict[str, object]:
    """A vote as the page tells it."""
    at = (NOW - timedelta(days=days)).isoformat()
    return {"article": ref.id, "locale": "en", "helpful": True, "time": at, **more}


def jsonl(folder: Path, *entries: object) -> Path:
    path = folder / "votes.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in entries), encoding="utf-8")
    return path


def take(ws: Workspace, path: Path) -> dict[str, int]:
    return dict(ws.votes.apply(ws.votes.plan(path)).value.counts)


def test_votes_are_summed_up_per_article(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    revision = live(ws, where)
    votes = [said(where, day, revision=revision) for day in range(1, 7)]
    votes += [said(where, 40 + day, helpful=False, revision="gone") for day in range(6)]
    assert take(ws, jsonl(tmp_path, *votes)) == {
        "votes": 12,
        "failed_searches": 0,
        "known_votes": 0,
    }
    summary = ws.votes.of(where, "en")
    assert summary == VoteSummary(6, 12, 6, 6, 6, 6, 0, 6)
    assert (summary.share, summary.trend) == (0.5, 1.0)
    assert ws.votes.summaries("en") == {where.id: summary}
    assert ws.votes.summaries("fr") == {}
    assert ws.votes.of(where, "fr") == VoteSummary()
    assert VoteSummary(4, 4).trend is None, "four votes are no trend"


def test_the_same_vote_counts_once(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    one, named = said(where), said(where, 2, id="v-1")
    path = jsonl(tmp_path, one, one, named, named)
    assert take(ws, path)["votes"] == 2
    assert take(ws, path) == {"votes": 0, "failed_searches": 0, "known_votes": 2}
    assert ws.votes.of(where, "en").total == 2


def test_readers_may_change_their_mind(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    first = said(where, 3, id="v-1")
    words = {**said(where, 2, id="v-1"), "comment": "Short."}
    other = {**said(where, 1, id="v-1"), "helpful": False}
    assert take(ws, jsonl(tmp_path, first))["votes"] == 1
    assert take(ws, jsonl(tmp_path, other, first, words))["votes"] == 1, "in whatever order"
    [vote] = ws.votes.comments(where, "en")
    assert (vote.helpful, vote.comment) == (False, "Short.")
    assert ws.votes.of(where, "en").total == 1
    assert take(ws, jsonl(tmp_path, words))["known_votes"] == 1, "an old line changes nothing"
    ws.history.undo()
    assert ws.votes.of(where, "en").helpful == 1
    assert ws.votes.comments(where, "en") == ()


def test_taking_votes_in_is_undone(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    search = {"type": "search", "locale": "en", "query": "colour", "time": NOW.isoformat()}
    outcome = ws.votes.apply(ws.votes.plan(jsonl(tmp_path, said(where), search)))
    assert outcome.changes.votes
    ws.history.undo()
    assert ws.votes.of(where, "en").total == 0
    assert ws.votes.failed_searches("en") == ()
    ws.history.redo()
    assert ws.votes.of(where, "en").total == 1


def test_comments_come_newest_first(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    path = jsonl(
        tmp_path,
        said(where, 3, comment=" Old. "),
        said(where, 1, comment="New.", helpful=False),
        said(where, 2),
    )
    take(ws, path)
    found = ws.votes.comments(where, "en")
    assert [(each.comment, each.helpful) for each in found] == [("New.", False), ("Old.", True)]


def test_failed_searches_are_counted(ws: Workspace, tmp_path: Path) -> None:
    times = [(NOW - timedelta(hours=each)).isoformat() for each in range(4)]
    rows = [{"locale": "fr", "query": "colis", "time": each} for each in times[:3]]
    path = jsonl(tmp_path, *rows, {"locale": "fr", "query": "prix", "time": times[3]})
    assert take(ws, path)["failed_searches"] == 4
    found = ws.votes.failed_searches("fr")
    assert [(each.query, each.count) for each in found] == [("colis", 3), ("prix", 1)]
    assert found[0].last == NOW
    assert ws.votes.failed_searches("en") == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_of_votes(ws: Workspace, where: Ref, tmp_path: Path, separator: str) -> None:
    path = tmp_path / "votes.csv"
    rows = [
        ("Type", "Time", "Article", "Locale", "Revision", "Helpful", "Comment", "Query"),
        ("vote", "2026-05-17T09:30:00Z", where.id, "en", "", "no", '"Too, short"', ""),
        ("search", "2026-05-17T09:31:00Z", "", "fr", "", "", "", "colis"),
    ]
    text = "\n".join(separator.join(row) for row in rows)
    path.write_text(text, encoding="utf-8-sig")
    assert ws.votes.recognises(path)
    assert take(ws, path) == {"votes": 1, "failed_searches": 1, "known_votes": 0}
    [vote] = ws.votes.comments(where, "en")
    assert (vote.helpful, vote.comment) == (False, "Too, short")
    assert vote.at == datetime(2026, 5, 17, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"article": ""}, "It does not say its article."),
        ({"article": "x"}, "There is no article x in this library."),
        ({"locale": ""}, "It does not say its locale."),
        ({"locale": "xx"}, "This library has no locale “xx”."),
        ({"helpful": "perhaps"}, "“helpful” is neither true nor false."),
        ({"helpful": None}, "“helpful” is neither true nor false."),
        ({"comment": 7}, "“comment” is not text."),
        ({"time": "yesterday"}, "“time” is not a time as in 2026-05-17T09:30:00Z."),
        ({"type": "search"}, "It does not say what was looked for."),
    ],
)
def test_a_line_that_makes_no_sense_is_told_and_left_out(
    ws: Workspace, where: Ref, tmp_path: Path, change: dict[str, object], why: str
) -> None:
    plan = ws.votes.plan(jsonl(tmp_path, said(where, 2), {**said(where), **change}))
    assert len(plan.votes) == 1
    assert [(each.place, each.line, each.text) for each in plan.lines] == [("votes.jsonl", 2, why)]


def test_lines_that_are_no_json(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    path = jsonl(tmp_path, said(where), ["a", "list"])
    deep = "[" * 100_000
    path.write_text(f'{path.read_text(encoding="utf-8")}{{"locale\n{deep}\n\n', encoding="utf-8")
    plan = ws.votes.plan(path)
    assert len(plan.votes) == 1
    assert [each.line for each in plan.lines] == [2, 3, 4]


def test_other_files_are_not_taken_for_votes(ws: Workspace, tmp_path: Path) -> None:
    for name, text in (
        ("terms.csv", "term,locale,translation\n"),
        ("votes.txt", '{"helpful": true}\n'),
        ("bundle.jsonl", '{"format": "x"}\n'),
        ("empty.jsonl", ""),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert not ws.votes.recognises(tmp_path / name), name
    assert not ws.votes.recognises(tmp_path / "none.jsonl")
    with pytest.raises(KbError) as caught:
        ws.votes.plan(tmp_path / "terms.csv")
    assert caught.value.code == "no_votes"


def test_an_article_with_votes_keeps_them_in_the_trash(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    take(ws, jsonl(tmp_path, said(where)))
    ws.tree.trash([where])
    ws.history.undo()
    assert ws.votes.of(where, "en").total == 1
    write(ws, where, "In the post office.")
    publish(ws, where, "en")
    assert ws.votes.of(where, "en").live_total == 0, "nobody voted on what is live now"
