"""Makes what is derived in a salvaged library anew: blocks' sums, search, links, memory's index."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from kbeditor.domain.damage import damage_line
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.storage import indexing, remembering, standings
from kbeditor.storage.chunks import chunked
from kbeditor.storage.rejoining import Rejoining
from kbeditor.storage.salvage import Salvage
from kbeditor.translation.memory import normalised
from kbeditor.translation.splitting import text_segments

_BATCH = 500


def drop_stray_blocks(
    joined: Rejoining, found: Salvage, changed: Iterable[int], progress: Progress
) -> list[ReportLine]:
    """Remove the blocks of articles where they do not describe the text: they are made anew later.

    Works on the connection of `joined`; the text's format must know blocks.
    """
    run, source = joined.run, joined.source
    run("DELETE FROM block WHERE text_id IN (SELECT id FROM text WHERE done_words IS NULL)")
    # A text that was pieced together has lost what its blocks were made from.
    rebuilt = found.rebuilt.get("text", set()) | found.cut.get("text", set())
    for text_id in rebuilt:
        run(
            "UPDATE text SET blocks_hash = CASE WHEN locale = ? THEN published_hash "
            "ELSE content_hash END WHERE id = ?",
            (source, text_id),
        )
    everything = bool({"block", "text"} & found.lossy) or "block" in found.cut
    wanted = (
        [row[0] for row in run("SELECT id FROM text WHERE done_words IS NOT NULL")]
        if everything
        else sorted(changed)
    )
    owners: dict[str, None] = {}
    for done, text_id in enumerate(wanted):
        if done % _BATCH == 0:
            progress.step("healing_blocks", done, len(wanted))
        owner = _stray(run, text_id, source)
        if owner is not None:
            owners[owner] = None
    lines = []
    for owner in owners:
        run("DELETE FROM block WHERE text_id IN (SELECT id FROM text WHERE owner_id = ?)", (owner,))
        run(
            "UPDATE text SET blocks_hash = '', done_words = NULL, todo_words = 0, "
            "todo_blocks = 0, stale_words = 0, stale_blocks = 0 WHERE owner_id = ?",
            (owner,),
        )
        lines.append(damage_line("blocks_lost", joined.title_of_owner(owner)))
    return lines


def _stray(run: Any, text_id: int, source: str) -> str | None:
    """The owner of a text whose blocks do not describe it; None: they do, or there are none."""
    row = run(
        "SELECT owner_id, locale, published_id, title, summary, keywords, body FROM text "
        "WHERE id = ? AND done_words IS NOT NULL",
        (text_id,),
    ).fetchone()
    if row is None:
        return None
    owner, locale, published, *words = row
    if locale == source and published is not None:
        words = run(
            "SELECT title, summary, keywords, body FROM revision WHERE id = ?", (published,)
        ).fetchone()
    elif locale == source:
        return None  # they describe what was live before it was taken offline
    title, summary, keywords, body = words
    wanted = [each.hash for each in text_segments(title, summary, json.loads(keywords), body)]
    rows = run(
        "SELECT hash, position FROM block WHERE text_id = ? ORDER BY position", (text_id,)
    ).fetchall()
    return None if [row[0] for row in rows] == wanted else str(owner)


def make_derived(session: Session, source: str, found: Salvage, progress: Progress) -> None:
    """Fill search, links and the memory's index of a library of the newest format; sum up."""
    ids: Sequence[int] = session.execute(text("SELECT id FROM text ORDER BY id")).scalars().all()
    for done, some in enumerate(chunked(ids, _BATCH)):
        progress.step("indexing", done * _BATCH, len(ids))
        indexing.refresh(session, some)
    if {"block", "text", "equivalence"} & (found.lossy | found.cut.keys()):
        for done, some in enumerate(chunked(ids, _BATCH)):
            progress.step("summing_up", done * _BATCH, len(ids))
            standings.refresh(session, some, source)
            session.flush()
            session.expunge_all()
    session.execute(
        text(
            "DELETE FROM memory WHERE text_id IS NOT NULL AND text_id NOT IN (SELECT id FROM text)"
        )
    )
    if "memory" in found.lossy | found.cut.keys():
        for some in chunked(ids, _BATCH):
            remembering.refresh(session, some)
            session.expunge_all()
        return
    rows = session.execute(text("SELECT id, source FROM memory ORDER BY id"))
    index = text("INSERT INTO memory_trigram (rowid, source) VALUES (:id, :indexed)")
    for part in rows.partitions(10_000):
        session.execute(index, [{"id": row.id, "indexed": normalised(row.source)} for row in part])
