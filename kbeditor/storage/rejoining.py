"""Makes a salvaged library hang together again: owners, categories, languages, keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from uuid6 import uuid7

from kbeditor.domain.damage import damage_line
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.states import State
from kbeditor.storage.salvage import Salvage
from kbeditor.storage.salvage_shape import TableShape, shapes_of
from kbeditor.storage.types import now, to_text

RECOVERED = "Recovered"
_ORPHANS = (
    # table, its key, the table it points to, that one's key
    ("old_slug", "article_id", "article", "id"),
    ("old_slug", "category_id", "category", "id"),
    ("revision", "text_id", "text", "id"),
    ("block", "text_id", "text", "id"),
    ("equivalence", "text_id", "text", "id"),
    ("dismissal", "text_id", "text", "id"),
    ("note_thread", "text_id", "text", "id"),
    ("vote", "article_id", "article", "id"),
    ("version_name", "revision_id", "revision", "id"),
)
NameLocale = Callable[[str], tuple[str, str]]
"""A tag -> its own name and direction ("ltr", "rtl")."""


class Rejoining:
    """Works on a new library whose references may be broken, on an SQLite connection in a
    transaction, with foreign keys off. Everything made up is told in `lines`.
    """

    def __init__(self, connection: Any, found: Salvage, name_locale: NameLocale) -> None:
        self.lines: list[ReportLine] = found.lines
        self.run = connection.execute
        self._shapes: Mapping[str, TableShape] = {each.name: each for each in shapes_of(connection)}
        self._found = found
        self._name_locale = name_locale
        self._recovered: str | None = None
        # No text made here takes the number of one of which only versions are left.
        self._last_text = max(
            self.run(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()[0]
            for key, table in (("id", "text"), ("text_id", "revision"))
        )
        self.source = ""

    def rejoin(self) -> None:
        """Give everything a place, and drop what cannot have one."""
        self._tell_rebuilt()
        self._library()
        self._locales()
        self._owners()
        self._categories()
        self._articles()
        self._homeless_revisions()
        self._source_texts()
        self._addresses()
        self._notes()
        for orphan in _ORPHANS:
            self._drop(*orphan)
        self._drop_the_rest()

    def title(self, text_id: int) -> str:
        """A text as a report names it: `Title (fr)`."""
        row = self.run("SELECT title, locale FROM text WHERE id = ?", (text_id,)).fetchone()
        return f"{row[0] or '?'} ({row[1]})" if row else f"#{text_id}"

    def title_of_owner(self, owner_id: str) -> str:
        """What an article or a category is called, in the source language if it can be."""
        row = self.run(
            "SELECT title FROM text WHERE owner_id = ? ORDER BY locale <> ?, id LIMIT 1",
            (owner_id, self.source),
        ).fetchone()
        return str(row[0] or owner_id) if row else owner_id

    # ------------------------------------------------------------------ parts

    def _tell_rebuilt(self) -> None:
        """What is known of articles and categories only from indexes."""
        for table, code in (("article", "article_details"), ("category", "category_details")):
            rows = self._found.rebuilt.get(table, set()) | self._found.cut.get(table, set())
            for rowid in sorted(rows):
                row = self.run(f'SELECT id FROM "{table}" WHERE rowid = ?', (rowid,)).fetchone()
                if row:
                    self._say(code, self.title_of_owner(row[0]))

    def _library(self) -> None:
        rows = self.run("SELECT id, name, source_locale FROM library ORDER BY rowid").fetchall()
        cut = self._found.cut.get("library")
        if rows and rows[0][2] and not cut:
            self.source = rows[0][2]
            return
        self.source = (rows[0][2] if rows else "") or self._guess_source()
        if rows:
            self.run("UPDATE library SET source_locale = ?", (self.source,))
            name = str(rows[0][1])
        else:
            name = RECOVERED
            self._put("library", id=_new_id(), name=name, source_locale=self.source)
        self._say("library_guessed", name)

    def _guess_source(self) -> str:
        """The language that most texts are in that are based on no other."""
        row = self.run(
            "SELECT locale FROM text GROUP BY locale "
            "ORDER BY sum(based_on IS NULL AND published_id IS NOT NULL) DESC, count(*) DESC"
        ).fetchone()
        first = self.run("SELECT tag FROM locale ORDER BY position").fetchone()
        return str(row[0] if row else first[0] if first else "en")

    def _locales(self) -> None:
        known = {row[0] for row in self.run("SELECT tag FROM locale")}
        used = {row[0] for row in self.run("SELECT DISTINCT locale FROM text")} | {self.source}
        last = self.run("SELECT coalesce(max(position), -1) FROM locale").fetchone()[0]
        for position, tag in enumerate(sorted(used - known), last + 1):
            name, direction = self._name_locale(tag)
            self._put(
                "locale", tag=tag, name=name, direction=direction, position=position, published=1
            )
            self._say("language_guessed", tag)
        broken = self._found.rebuilt.get("locale", set()) | self._found.cut.get("locale", set())
        for rowid in broken:
            row = self.run("SELECT tag FROM locale WHERE rowid = ?", (rowid,)).fetchone()
            if row and row[0] not in used - known:
                name, direction = self._name_locale(row[0])
                self.run(
                    "UPDATE locale SET name = ?, direction = ?, published = 1 WHERE tag = ?",
                    (name, direction, row[0]),
                )
                self._say("language_guessed", row[0])
        self.run("UPDATE locale SET direction = 'ltr' WHERE direction NOT IN ('ltr', 'rtl')")
        self.run("UPDATE locale SET fallback = NULL WHERE fallback NOT IN (SELECT tag FROM locale)")

    def _owners(self) -> None:
        """Articles and categories of which only texts are left."""
        for (owner,) in self.run(
            "SELECT DISTINCT category_id FROM text WHERE category_id IS NOT NULL "
            "AND category_id NOT IN (SELECT id FROM category)"
        ).fetchall():
            self._put("category", id=owner, position=self._last("category", "parent_id", None))
            self._say("category_details", self.title_of_owner(owner))
        for (owner,) in self.run(
            "SELECT DISTINCT article_id FROM text WHERE article_id IS NOT NULL "
            "AND article_id NOT IN (SELECT id FROM article)"
        ).fetchall():
            self._place_article(owner)
            self._say("text_found", self.title_of_owner(owner))

    def _categories(self) -> None:
        """None lies in one that is lost, or in itself."""
        parents = dict(self.run("SELECT id, parent_id FROM category").fetchall())
        for category in parents:
            way: list[str] = []
            at: str | None = category
            while at is not None and at in parents and at not in way:
                way.append(at)
                at = parents[at]
            if at is not None:  # it ends at what is lost, or goes round in a circle
                top = way[-1]
                parents[top] = None
                self.run("UPDATE category SET parent_id = NULL WHERE id = ?", (top,))
                self._scope(top, "")
                self._say("category_details", self.title_of_owner(top))

    def _articles(self) -> None:
        for (owner,) in self.run(
            "SELECT id FROM article WHERE category_id IS NOT NULL "
            "AND category_id NOT IN (SELECT id FROM category)"
        ).fetchall():
            self._place_article(owner)
            self._say("article_placed", self.title_of_owner(owner))

    def _homeless_revisions(self) -> None:
        """Versions of texts of which nothing else is left become articles of their own."""
        for (text_id,) in self.run(
            "SELECT DISTINCT text_id FROM revision WHERE text_id NOT IN (SELECT id FROM text)"
        ).fetchall():
            title, keywords, summary, body = self.run(
                "SELECT title, keywords, summary, body FROM revision WHERE text_id = ? "
                "ORDER BY number DESC LIMIT 1",
                (text_id,),
            ).fetchone()
            owner = _new_id()
            self._place_article(owner)
            self._put_text(owner, title, id=text_id, keywords=keywords, summary=summary, body=body)
            self._say("text_found", self.title(text_id))

    def _source_texts(self) -> None:
        """Every article and category has a text in the source language."""
        for kind in ("category", "article"):
            for (owner,) in self.run(
                f"SELECT id FROM {kind} WHERE id NOT IN "
                "(SELECT owner_id FROM text WHERE locale = ?)",
                (self.source,),
            ).fetchall():
                title = self.title_of_owner(owner)
                self._put_text(owner, title, kind)
                self._say("text_lost", f"{title} ({self.source})")

    def _addresses(self) -> None:
        """Each text's address is unique where its article or category lies now."""
        for table, parent in (("article", "category_id"), ("category", "parent_id")):
            for owner, scope in self.run(
                "SELECT DISTINCT o.id, CASE WHEN o.trashed_at IS NULL "
                f"THEN coalesce(o.{parent}, '') ELSE 'trash:' || o.id END AS scope "
                f"FROM {table} o JOIN text t ON t.owner_id = o.id WHERE t.slug_scope <> scope"
            ).fetchall():
                self._scope(owner, scope)

    def _notes(self) -> None:
        for author, body in (
            self.run(
                "SELECT author, body FROM note WHERE thread_id NOT IN (SELECT id FROM note_thread) "
                "OR thread_id IN (SELECT id FROM note_thread WHERE text_id NOT IN "
                "(SELECT id FROM text))"
            ).fetchall()
            if "note" in self._shapes
            else ()
        ):
            self._say("note_lost", f"{author}: {body}")
        self._drop("note", "thread_id", "note_thread", "id")

    def _drop(self, table: str, key: str, other: str, other_key: str) -> None:
        """Remove rows that belong to what is not there; how many is told."""
        if table not in self._shapes:
            return
        count = self.run(
            f'DELETE FROM "{table}" WHERE {key} IS NOT NULL '
            f'AND {key} NOT IN (SELECT {other_key} FROM "{other}")'
        ).rowcount
        if count:
            self.lines.append(damage_line("rows_dropped", table, count))

    def _drop_the_rest(self) -> None:
        """Whatever still breaks a key: `foreign_key_check` finds nothing afterwards."""
        for _ in range(len(self._shapes)):
            broken = self.run("PRAGMA foreign_key_check").fetchall()
            if not broken:
                return
            for table, rowid, *_ in broken:
                self.run(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
                self.lines.append(damage_line("rows_dropped", table, 1))

    # ------------------------------------------------------------------ making

    def _place_article(self, owner: str) -> None:
        """Put an article that may be there already into “Recovered”."""
        into = self._recovered_category()
        position = self._last("article", "category_id", into)
        if not self.run(
            "UPDATE article SET category_id = ?, position = ? WHERE id = ?", (into, position, owner)
        ).rowcount:
            self._put("article", id=owner, category_id=into, position=position)
        self._scope(owner, into)

    def _recovered_category(self) -> str:
        if self._recovered is None:
            self._recovered = _new_id()
            position = self._last("category", "parent_id", None)
            self._put("category", id=self._recovered, position=position)
            self._put_text(self._recovered, RECOVERED, "category")
        return self._recovered

    def _last(self, table: str, key: str, parent: str | None) -> int:
        row = self.run(
            f"SELECT coalesce(max(position), -1) + 1 FROM {table} WHERE {key} IS ?", (parent,)
        ).fetchone()
        return int(row[0])

    def _scope(self, owner: str, scope: str) -> None:
        """Addresses are unique within their place: a text that moved gets a free one."""
        for (text_id,) in self.run("SELECT id FROM text WHERE owner_id = ?", (owner,)).fetchall():
            taken = self.run(
                "SELECT 1 FROM text t, text o WHERE o.id = ? AND t.id <> o.id "
                "AND t.locale = o.locale AND t.slug_scope = ? AND t.slug = o.slug",
                (text_id, scope),
            ).fetchone()
            more = f"-{text_id}" if taken else ""
            self.run(
                "UPDATE text SET slug_scope = ?, slug = slug || ? WHERE id = ?",
                (scope, more, text_id),
            )

    def _put_text(self, owner: str, title: str, kind: str = "article", **values: Any) -> None:
        """A draft in the source language."""
        self._last_text += 1
        words = {"id": self._last_text, "keywords": "[]", "summary": "", "body": ""} | values
        slug = f"recovered-{owner[-12:]}"
        self._put(
            "text",
            **{f"{kind}_id": owner},
            locale=self.source,
            slug_scope=f"new:{owner}",
            slug=slug,
            title=title,
            state=int(State.DRAFT),
            version=1,
            content_hash=content_hash(title, "", (), ""),
            **words,
        )
        scope = self.run(
            f"SELECT {'category_id' if kind == 'article' else 'parent_id'} FROM {kind} "
            "WHERE id = ?",
            (owner,),
        ).fetchone()
        self._scope(owner, scope[0] or "")

    def _put(self, table: str, **known: Any) -> None:
        """A row of which some columns are known; times are those of now."""
        moment = to_text(now())
        shape = self._shapes[table]
        times = {
            each.name: moment for each in shape.columns if each.kind == "time" and each.required
        }
        row = shape.complete(0, {"version": 1} | times | known)
        names = [each for each in row.values if each != shape.alias or each in known]
        values: Sequence[Any] = [
            known.get(each) if each == shape.alias else row.values[each] for each in names
        ]
        columns = ", ".join(f'"{each}"' for each in names)
        marks = ", ".join("?" * len(names))
        self.run(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', values)

    def _say(self, code: str, place: str) -> None:
        self.lines.append(damage_line(code, place))


def _new_id() -> str:
    return str(uuid7())
