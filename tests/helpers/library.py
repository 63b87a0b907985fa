"""Libraries for tests: made quickly from a template, dumped whole, checked against their rules."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import CheckIssue
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.records import Ref, Text, TextRef
from kbeditor.domain.states import State
from kbeditor.domain.tree import CategoryRow
from kbeditor.domain.words import count_words
from kbeditor.storage.driver import sqlite
from kbeditor.storage.indexing import index_values, links_in
from kbeditor.storage.row_images import VOLATILE
from kbeditor.translation.splitting import text_segments

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc00000030101006d8ba1450000000049454e44ae426082"
)
"""A picture of one pixel; bytes added behind it make another one."""

_DERIVED = frozenset(
    {"link", "rendering", "attachment_data", "alembic_version", "source_segment", "memory"}
)

Dump = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library in en, fr and de, to copy."""
    path = tmp_path_factory.mktemp("template") / "template.kb"
    create_library(path, "Shop", "en", ["fr", "de"]).close()
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """Where a fresh library of en, fr and de lies."""
    return Path(shutil.copy(template, tmp_path / "shop.kb"))


@pytest.fixture
def ws(path: Path) -> Iterator[Workspace]:
    """That library, open for Ada."""
    with opened(path, "Ada") as workspace:
        yield workspace


@contextmanager
def opened(path: Path, who: str = "", *, read_only: bool = False) -> Iterator[Workspace]:
    """A library, open for the length of the block."""
    workspace = open_workspace(path, who, read_only=read_only)
    try:
        yield workspace
    finally:
        workspace.close()


@dataclass(frozen=True, slots=True)
class Shop:
    """What the furnished library holds; see `furnished`."""

    orders: Ref  # a category: parcels, where, cancel; named in French too
    parcels: Ref  # a category within orders: lost
    payment: Ref  # an empty category
    where: Ref  # live in en and fr (outdated) with a draft above, draft in de; shows the picture
    cancel: Ref  # live in en
    lost: Ref  # a draft
    contact: Ref  # live at the top
    binned: Ref  # live, in the trash, once in orders
    picture: str  # an attachment that where uses
    spare: str  # one that nothing uses


@pytest.fixture(scope="session")
def furnished(template: Path) -> tuple[Path, Shop]:
    """A library with something in every state, to copy."""
    path = Path(shutil.copy(template, template.with_name("furnished.kb")))
    with opened(path, "Ada") as ws:
        shop = _furnish(ws)
    return path, shop


@pytest.fixture
def shop_path(furnished: tuple[Path, Shop], tmp_path: Path) -> Path:
    """Where a furnished library lies."""
    return Path(shutil.copy(furnished[0], tmp_path / "furnished.kb"))


@pytest.fixture
def shop(furnished: tuple[Path, Shop]) -> Shop:
    """What the furnished library holds."""
    return furnished[1]


def _furnish(ws: Workspace) -> Shop:
    ws.people.add("Ada", "editor")
    orders = category(ws, "Orders")
    parcels, payment = category(ws, "Parcels", orders), category(ws, "Payment")
    ws.texts.rename(TextRef(orders, "fr"), "Commandes")
    picture = ws.attachments.add("map.png", PIXEL).value.id
    spare = ws.attachments.add("spare.png", PIXEL + b"spare").value.id
    cancel = article(ws, "Cancel", "Select **Cancel**.", orders)
    where = article(ws, "Where?", f"In the post. ![](kb:{picture}) [](kb:{cancel.id})", orders)
    write(ws, where, "Dans la poste.", "fr", title="Où ?")
    publish(ws, where, "fr")
    write(ws, where, "In der Post.", "de", title="Wo?")
    write(ws, where, f"On the train. ![](kb:{picture})", keywords=["track"], summary="Find it.")
    publish(ws, where)
    write(ws, where, f"On a boat. ![](kb:{picture}) [](kb:{cancel.id}#how)")
    lost = ws.articles.create(parcels.id, "Lost", "en").value
    contact = article(ws, "Contact", "Write to us.")
    ws.texts.set_slug(TextRef(contact, "en"), "reach-us")
    binned = article(ws, "Binned", "Gone.", orders)
    ws.tree.trash([binned])
    ws.settings.set("site.name", "Lumenne")
    french = TextRef(where, "fr")
    ws.notes.open(french, None, "translator", "By land or by water?")
    ws.notes.resolve(ws.notes.open(french, None, "editor", "Too short?").value.id)
    ws.glossary.add("parcel", "fr", "colis", ["paquet"])
    ws.issues.dismiss(french, "a-block", CheckIssue("code", "error", "x", 0, 0, "xx"), "As it is.")
    return Shop(orders, parcels, payment, where, cancel, lost, contact, binned, picture, spare)


# ------------------------------------------------------------------------------------- filling it


def write(ws: Workspace, owner: Ref, body: str, locale: str = "en", **values: Any) -> Text:
    """Type a body (and more) as the editor's autosave does."""
    ref = TextRef(owner, locale)
    text = ws.texts.get(ref) or ws.texts.begin(ref).value
    return ws.texts.save(ref, text.version, body=body, **values).value


def publish(ws: Workspace, owner: Ref, *locales: str, **how: Any) -> None:
    """Make texts live; without locales the source's."""
    refs = [TextRef(owner, locale) for locale in locales or ("en",)]
    report = ws.texts.set_state(refs, State.PUBLISHED, **how).value
    assert report.skipped == ()


def article(ws: Workspace, title: str, body: str = "", category: Ref | None = None) -> Ref:
    """A published English article."""
    ref = ws.articles.create(category.id if category else None, title, "en").value
    if body:
        write(ws, ref, body)
    publish(ws, ref)
    return ref


def category(ws: Workspace, title: str, parent: Ref | None = None) -> Ref:
    """An English category."""
    return ws.categories.create(parent.id if parent else None, title, "en").value


def text_of(ws: Workspace, owner: Ref, locale: str = "en") -> Text:
    """A text that must be there."""
    text = ws.texts.get(TextRef(owner, locale))
    assert text is not None
    return text


def outline(ws: Workspace, locale: str = "en") -> list[Any]:
    """The live tree as nested lists: `["Article", ("Category", [...])]`, categories first."""
    tree = ws.tree.skeleton(locale)

    def under(parent_id: str | None) -> list[Any]:
        categories: Sequence[CategoryRow] = [c for c in tree.categories if c.parent_id == parent_id]
        below = [(each.title, under(each.id)) for each in categories]
        return [*below, *(each.title for each in tree.articles if each.category_id == parent_id)]

    return under(None)


# ---------------------------------------------------------------------------------- looking at it


def dump(path: Path, without: frozenset[str] = VOLATILE) -> Dump:
    """Every row of every table that is not derived, but for columns that every write touches, and
    for checkpoints without a name: undo passes them by.
    """
    with connected(path) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND name NOT LIKE 'search%' AND name NOT LIKE 'memory_trigram%'"
        ).fetchall()
        return {
            name: _rows(connection, name, without)
            for (name,) in sorted(tables)
            if name not in _DERIVED
        }


def _rows(connection: Any, table: str, without: frozenset[str]) -> list[dict[str, Any]]:
    some = ""
    if table == "revision" and without:
        some = "WHERE kind <> 'checkpoint' OR id IN (SELECT revision_id FROM version_name)"
    cursor = connection.execute(f'SELECT * FROM "{table}" {some}')
    names = [column[0] for column in cursor.description]
    rows = [
        {name: value for name, value in zip(names, row, strict=True) if name not in without}
        for row in cursor
    ]
    return sorted(rows, key=repr)


def check_rules(path: Path) -> None:
    """What holds in every library at any time; above all, derived tables agree with the texts."""
    with connected(path) as connection:
        run = connection.execute
        assert run("PRAGMA quick_check").fetchall() == [("ok",)]
        assert run("PRAGMA foreign_key_check").fetchall() == []
        run("BEGIN IMMEDIATE")
        run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
        run("ROLLBACK")
    rows = dump(path, frozenset())
    texts = {each["id"]: each for each in rows["text"]}
    with connected(path) as connection:
        links = set(connection.execute("SELECT text_id, target, fragment FROM link"))
        index = {
            row[0]: row[1:]
            for row in connection.execute(
                "SELECT rowid, title, keywords, summary, body FROM search"
            )
        }
    assert links == {
        (text_id, *link) for text_id, each in texts.items() for link in links_in(each["body"])
    }
    assert index == {
        text_id: tuple(
            index_values(
                text_id, each["title"], _json(each["keywords"]), each["summary"], each["body"]
            )[name]
            for name in ("title", "keywords", "summary", "body")
        )
        for text_id, each in texts.items()
    }
    revisions = {each["id"]: each for each in rows["revision"]}
    nodes = {each["id"]: each for each in rows["article"] + rows["category"]}
    for each in texts.values():
        _check_text(each, revisions, nodes)
    _check_blocks(rows)


def _check_text(text: Any, revisions: dict[str, Any], nodes: dict[str, Any]) -> None:
    said = text["title"], text["summary"], _json(text["keywords"]), text["body"]
    assert text["content_hash"] == content_hash(*said)
    assert text["words"] == count_words(text["body"])
    live = revisions.get(text["published_id"])
    assert (live is None) == (text["published_id"] is None)
    assert text["published_hash"] == (live["content_hash"] if live else "")
    assert text["published_words"] == (live["words"] if live else 0)
    if live is not None:
        assert live["text_id"] == text["id"]
    if text["state"] == State.PUBLISHED:
        assert text["content_hash"] == text["published_hash"], "shown as live, but is not"
    node = nodes[text["owner_id"]]
    parent = node.get("category_id") or node.get("parent_id") or ""
    assert text["slug_scope"] == (f"trash:{node['id']}" if node["trashed_at"] else parent)


def _check_blocks(rows: Dump) -> None:
    """Blocks are those of their texts, sums are those of the blocks, articles agree with both."""
    source = rows["library"][0]["source_locale"]
    made = [each for each in rows["text"] if each["done_words"] is not None]
    blocks: dict[int, list[Any]] = {}
    for each in sorted(rows["block"], key=lambda row: int(row["position"])):
        blocks.setdefault(each["text_id"], []).append(each)
    assert set(blocks) <= {each["id"] for each in made}
    sources = {each["owner_id"]: each for each in made if each["locale"] == source}
    for text in made:
        said = text
        if text["locale"] == source and text["content_hash"] != text["blocks_hash"]:
            same = text["id"], text["blocks_hash"]
            said = next(
                each for each in rows["revision"] if (each["text_id"], each["content_hash"]) == same
            )
        assert text["blocks_hash"] == said["content_hash"]
        segments = text_segments(
            said["title"], said["summary"], _json(said["keywords"]), said["body"]
        )
        assert [each.hash for each in segments] == [
            each["hash"] for each in blocks.get(text["id"], [])
        ]
        origin = sources[text["owner_id"]]
        if text is origin:
            assert text["done_words"] == sum(each.words for each in segments)
            assert text["published_id"] is None or text["blocks_hash"] == text["published_hash"]
        else:
            assert text["done_words"] + text["todo_words"] == origin["done_words"]
            assert text["stale_blocks"] <= text["todo_blocks"]
            outdated = text["based_on_number"] < origin["changed_number"]
            assert not outdated or text["stale_blocks"], "outdated, but no block is"


def _json(text: str) -> list[str]:
    return list(json.loads(text))


@contextmanager
def connected(path: Path) -> Iterator[Any]:
    """A bare connection of the program's own SQLite: two copies of it would break each other's
    locks.
    """
    connection = sqlite.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


# ------------------------------------------------------------------------------------- the system


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A folder of somebody without root's rights, and those rights for the length of the block."""
    folder = Path(tempfile.mkdtemp())
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        if root:
            os.chown(folder, 65534, 65534)
            os.setresuid(65534, 65534, 0)
        yield folder
    finally:
        if root:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)
        shutil.rmtree(folder)
