"""Makes the words of a salvaged library whole again, where another copy of them is left."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from kbeditor.domain.damage import damage_line
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.progress import Progress
from kbeditor.domain.states import State
from kbeditor.domain.words import count_words
from kbeditor.storage.rejoining import Rejoining
from kbeditor.storage.release_bytes import releases_sound
from kbeditor.storage.salvage import Salvage
from kbeditor.storage.types import now, to_text

_WORDS = "title, keywords, summary, body"
_BATCH = 500
_TYPES = (
    (b"\x89PNG", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"GIF8", "image/gif", "gif"),
    (b"RIFF", "image/webp", "webp"),
    (b"%PDF", "application/pdf", "pdf"),
)


class Healing:
    """Works on the connection of a `Rejoining` that is done."""

    def __init__(
        self, joined: Rejoining, found: Salvage, said: Mapping[int, tuple[str, str, str]]
    ) -> None:
        """`said`: what the search knows of texts by id, as (title, summary, body)."""
        self.run = joined.run
        self.lines: list[ReportLine] = joined.lines
        self.changed: set[int] = set()
        """Ids of the texts whose words are others now."""
        self._joined, self._found, self._said = joined, found, said
        self._bad: set[str] = set()  # ids of revisions that are not as they were saved

    def heal(self, progress: Progress) -> None:
        """Compare all words with their hashes, and mend what can be."""
        count = self.run("SELECT count(*) FROM revision").fetchone()[0]
        for done, row in enumerate(self._rows("revision", "id")):
            if done % _BATCH == 0:
                progress.step("healing_revisions", done, count)
            self._revision(*row)
        count = self.run("SELECT count(*) FROM text").fetchone()[0]
        rebuilt = self._found.rebuilt.get("text", set())
        for done, row in enumerate(self._rows("text", "id")):
            if done % _BATCH == 0:
                progress.step("healing_texts", done, count)
            if row[0] in rebuilt:
                self._rebuilt(row[0])
            else:
                self._text(*row)
        self._published()
        self._pictures()
        self._releases()

    def _rows(self, table: str, key: str) -> Iterator[tuple[Any, ...]]:
        last = -(1 << 62)
        while True:
            rows = self.run(
                f"SELECT rowid, {key}, {_WORDS}, content_hash FROM {table} "
                "WHERE rowid > ? ORDER BY rowid LIMIT ?",
                (last, _BATCH),
            ).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            yield from rows

    # ------------------------------------------------------------------ words

    def _revision(self, rowid: int, key: str, *rest: str) -> None:
        *words, known = rest
        real = _hash(words)
        if real == known:
            return
        text_id = self.run("SELECT text_id FROM revision WHERE rowid = ?", (rowid,)).fetchone()[0]
        twin = self._twin("text", "id", text_id, known)
        if twin is not None:
            self._take("revision", rowid, twin)
            return
        self._bad.add(key)
        self._settle("revision", rowid, real, words[-1])
        cut = rowid in self._found.cut.get("revision", set())
        self._say("revision_cut" if cut else "revision_changed", text_id)

    def _text(self, text_id: int, _key: int, *rest: str) -> None:
        *words, known = rest
        real = _hash(words)
        if real == known:
            return
        twin = self._twin("revision", "text_id", text_id, known)
        if twin is not None:
            self._take("text", text_id, twin)
            return
        self.changed.add(text_id)
        self._settle("text", text_id, real, words[-1])
        if not words[-1].strip() and text_id in self._found.cut.get("text", set()):
            self._rebuilt(text_id)
        elif text_id in self._found.cut.get("text", set()):
            self._say("text_cut", text_id)
        else:
            self._say("text_changed", text_id)

    def _rebuilt(self, text_id: int) -> None:
        """A text without its words: take its live or its last version, or what the search has."""
        self.changed.add(text_id)
        self.run(
            "UPDATE text SET created_at = edited_at WHERE id = ? AND created_at < '1971'",
            (text_id,),
        )
        rows = self.run(
            f"SELECT id, {_WORDS} FROM revision WHERE text_id = ? "
            "ORDER BY id = (SELECT published_id FROM text WHERE id = ?) DESC, number DESC",
            (text_id, text_id),
        ).fetchall()
        good = next((row for row in rows if row[0] not in self._bad), None)
        if good is not None:
            self._take("text", text_id, good[1:])
            self.run(
                "UPDATE text SET published_hash = content_hash, published_words = words, "
                "live_number = based_on_number WHERE id = ? AND published_id = ?"
                if self._has_blocks()
                else "UPDATE text SET published_hash = content_hash, published_words = words "
                "WHERE id = ? AND published_id = ?",
                (text_id, good[0]),
            )
            self._say("text_from_version", text_id)
            return
        called, summary, body = self._said.get(text_id, ("", "", ""))
        title, keywords, slug = self.run(
            "SELECT title, keywords, slug FROM text WHERE id = ?", (text_id,)
        ).fetchone()
        self._take("text", text_id, (title or called or slug, keywords, summary, body))
        if body or summary:
            self._say("text_from_search", text_id)
        else:
            self._say("text_lost", text_id)

    def _settle(self, table: str, rowid: int, real: str, body: str) -> None:
        """Take words as they are now."""
        self.run(
            f"UPDATE {table} SET content_hash = ?, words = ? WHERE rowid = ?",
            (real, count_words(body), rowid),
        )

    def _twin(self, table: str, key: str, text_id: int, wanted: str) -> tuple[str, ...] | None:
        """Another copy of the very words that a hash is of."""
        for words in self.run(
            f"SELECT {_WORDS} FROM {table} WHERE {key} = ? AND content_hash = ?", (text_id, wanted)
        ).fetchall():
            if _hash(words) == wanted:
                return tuple(words)
        return None

    def _take(self, table: str, rowid: int, words: tuple[str, ...]) -> None:
        self.run(
            f"UPDATE {table} SET title = ?, keywords = ?, summary = ?, body = ?, words = ?, "
            "content_hash = ? WHERE rowid = ?",
            (*words, count_words(words[-1]), _hash(words), rowid),
        )

    # ------------------------------------------------------------------ what readers see

    def _published(self) -> None:
        for text_id, revision, known, live in self.run(
            "SELECT id, published_id, content_hash, published_hash FROM text "
            "WHERE published_id IS NOT NULL AND published_id NOT IN (SELECT id FROM revision)"
        ).fetchall():
            if known == live and text_id not in self.changed:
                self._publish_anew(text_id, revision)
            else:
                self.run(
                    "UPDATE text SET published_id = NULL, published_hash = '', "
                    "published_words = 0, state = ? WHERE id = ?",
                    (int(State.DRAFT), text_id),
                )
                self.changed.add(text_id)
                self._say("not_published", text_id)
        self.run(
            "UPDATE text SET (published_hash, published_words) = (SELECT content_hash, words "
            "FROM revision WHERE revision.id = text.published_id) WHERE published_id IS NOT NULL"
        )
        self.run(
            "UPDATE text SET state = ? WHERE state = ? AND published_hash <> content_hash",
            (int(State.DRAFT), int(State.PUBLISHED)),
        )

    def _publish_anew(self, text_id: int, revision: str) -> None:
        """The lost live version said what the text says: make it again, under its own id."""
        self.run(
            "INSERT INTO revision (id, text_id, number, kind, title, author, created_at, based_on, "
            "significance, note, words, content_hash, keywords, summary, body) "
            "SELECT ?, id, max(changed_number, (SELECT coalesce(max(number), 0) + 1 FROM revision "
            "WHERE text_id = text.id)), 'published', title, edited_by, ?, based_on, 1, '', words, "
            "content_hash, keywords, summary, body FROM text WHERE id = ?",
            (revision, to_text(now()), text_id),
        )

    # ------------------------------------------------------------------ pictures, releases

    def _pictures(self) -> None:
        for (key,) in self.run("SELECT sha256 FROM attachment_data").fetchall():
            data = self._data(key)
            real = hashlib.sha256(data).hexdigest()
            if real != key:
                names = self._names(key)
                self._rename_data(key, real, len(data))
                for name in names:
                    self.lines.append(damage_line("picture_changed", name))
        for key, name in self.run(
            "SELECT sha256, name FROM attachment "
            "WHERE sha256 NOT IN (SELECT sha256 FROM attachment_data)"
        ).fetchall():
            self.run("DELETE FROM attachment WHERE sha256 = ?", (key,))
            self.lines.append(damage_line("picture_lost", name or key))
        if "attachment" in self._found.lossy:
            self._name_pictures()

    def _rename_data(self, key: str, real: str, size: int) -> None:
        known = "SELECT 1 FROM {} WHERE sha256 = ?"
        if self.run(known.format("attachment_data"), (real,)).fetchone():
            self.run("DELETE FROM attachment_data WHERE sha256 = ?", (key,))
        else:
            self.run("UPDATE attachment_data SET sha256 = ? WHERE sha256 = ?", (real, key))
        if not self.run(known.format("attachment"), (real,)).fetchone():
            self.run(
                "UPDATE attachment SET sha256 = ?, size = ? WHERE sha256 = ?", (real, size, key)
            )

    def _name_pictures(self) -> None:
        """Pictures whose record is lost, or known by its id alone."""
        for (key,) in self.run(
            "SELECT sha256 FROM attachment_data WHERE sha256 NOT IN (SELECT sha256 FROM attachment)"
        ).fetchall():
            # Under the start of its bytes' name: its own id is lost, with all that pointed to it.
            self.run(
                "INSERT INTO attachment (id, sha256, name, media_type, size, alt, variants, "
                "created_at) VALUES (?, ?, '', '', 0, '{}', '{}', ?)",
                (f"recovered-{key[:16]}", key, to_text(now())),
            )
        for key, name in self.run(
            "SELECT sha256, name FROM attachment WHERE name = '' OR media_type = ''"
        ).fetchall():
            data = self._data(key)
            kind, suffix = next(
                ((kind, end) for start, kind, end in _TYPES if data.startswith(start)),
                ("application/octet-stream", "bin"),
            )
            given = name or f"recovered-{key[:8]}.{suffix}"
            self.run(
                "UPDATE attachment SET name = ?, media_type = ?, size = ? WHERE sha256 = ?",
                (given, kind, len(data), key),
            )
            self.lines.append(damage_line("picture_named", given))

    def _data(self, key: str) -> bytes:
        row = self.run("SELECT data FROM attachment_data WHERE sha256 = ?", (key,)).fetchone()
        return bytes(row[0])

    def _names(self, key: str) -> list[str]:
        rows = self.run("SELECT name FROM attachment WHERE sha256 = ?", (key,)).fetchall()
        return [row[0] or key for row in rows]

    def _releases(self) -> None:
        if not self._has("release"):
            return
        for number, *kept in self.run("SELECT number, snapshot, manifest, digest FROM release"):
            if not releases_sound(*kept):
                self.lines.append(damage_line("release_lost", f"{number}"))

    def _has_blocks(self) -> bool:
        return self._has("block")

    def _has(self, table: str) -> bool:
        sql = "SELECT 1 FROM sqlite_master WHERE name = ?"
        return self.run(sql, (table,)).fetchone() is not None

    def _say(self, code: str, text_id: int) -> None:
        self.lines.append(damage_line(code, self._joined.title(text_id)))


def _hash(words: Any) -> str:
    title, keywords, summary, body = words
    return content_hash(title, summary, json.loads(keywords), body)
