"""Formats: old ones open, migrations make the schema that the program uses, no row is lost."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlmodel import SQLModel

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.storage import migrating, opening
from kbeditor.storage.migrating import migrate
from kbeditor.storage.opening import APPLICATION_ID, FORMAT, connect, recognise
from tests.helpers.library import (
    article,
    category,
    check_rules,
    connected,
    dump,
    opened,
    outline,
    text_of,
)

OLD = Path(__file__).parents[2] / "old_libraries"
MIGRATIONS = Path(migrating.__file__).with_name("migrations")


def test_there_is_an_old_library_of_every_format() -> None:
    found = sorted(each.name for each in OLD.glob("*.kb"))
    assert found == [f"format-{number}.kb" for number in range(1, FORMAT + 1)]
    assert all(each.stat().st_size <= 400_000 for each in OLD.glob("*.kb"))


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_an_old_library_opens_and_reads_as_it_was(number: int, tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD / f"format-{number}.kb", tmp_path / "old.kb"))
    with opened(path) as ws:
        assert (ws.library.name, ws.library.source_locale) == ("Old shop", "en")
        assert ws.library.format_version == FORMAT
        assert [each.tag for each in ws.locales.list()] == ["en", "fr", "ar", "ja"]
        assert [(e.fallback, e.published, e.direction) for e in ws.locales.list()][2] == (
            "fr",
            False,
            "rtl",
        )
        assert outline(ws, "fr") == [
            ("Commandes", [("Parcels", ["Où est ma commande ?"]), "How do I cancel?"])
        ]
        check_blocks(ws, number)
        check_publishing(ws, number)
        check_people(ws, number)
        [hit] = ws.search.find("poste")
        assert hit.path == ("Commandes", "Parcels")
        where = hit.owner
        english, french, japanese = ws.texts.heads(where)
        assert (english.slug, english.state) == ("find-my-order", State.PUBLISHED)
        assert (french.state, french.outdated, french.important) == (State.PUBLISHED, True, True)
        assert (japanese.state, japanese.title) == (State.IN_REVIEW, "注文はどこ？")
        [hit] = ws.search.find("郵便")
        assert hit.locale == "ja"
        text = text_of(ws, where)
        assert (text.summary, text.keywords) == ("Find it.", ("track",))
        assert [(each.number, each.note) for each in ws.texts.revisions(text.ref)] == [
            (1, ""),
            (2, "No post"),
        ]
        record = ws.articles.get(where.id)
        assert (record.labels, record.promoted, record.owner) == (("delivery",), True, "Ada")
        [picture] = ws.attachments.list()
        assert picture.alt == {"en": "The map"}
        assert len(ws.attachments.data(picture.id)) == picture.size
        assert ws.attachments.uses(picture.id) == (TextRef(where, "en"),)
        assert [each.title for each in ws.tree.trashed()] == ["Binned"]
        assert ws.settings.get("site.name") == "Old shop"
        ws.tree.restore([Ref(Kind.ARTICLE, ws.tree.trashed()[0].id)])
        article(ws, "New", "words")
    check_rules(path)


def check_blocks(ws: Workspace, number: int) -> None:
    """What was translated block by block is as it was; older libraries get blocks now."""
    french = TextRef(ws.search.titles("cancel")[0].owner, "fr")
    if number == 1:
        assert len(ws.linking.pending()) == 2
    else:
        assert [
            (each.freshness.value, each.state.code, each.target, each.open_notes)
            for each in ws.blocks.pairs(french)
        ] == [
            ("current", "empty", "How do I cancel?", 0),
            ("current", "draft", "Ouvrez-la.", 1),
            ("outdated", "translated", "Sélectionnez la commande.", 0),
            ("current", "translated", "Puis annulez-la.", 0),
        ]
        assert [each.why for each in ws.blocks.equivalences()] == ["Clearer"]
        assert [each.translation for each in ws.glossary.list("fr")] == ["commande"]
    ws.linking.fill()
    assert ws.linking.pending() == ()
    where = TextRef(ws.search.titles("where")[0].owner, "fr")
    assert [
        (each.previous, each.target, each.state.code)
        for each in ws.blocks.pairs(where)
        if each.target is not None
    ] == [
        (None, "Où est ma commande ?", "reviewed"),
        ("In the **post**.", "À la **poste**.", "reviewed"),
    ]


def check_publishing(ws: Workspace, number: int) -> None:
    """Releases, profiles and votes are as they were; older libraries have none."""
    names = ["Public"] if number >= 3 else []
    assert [each.name for each in ws.profiles.list()] == names
    assert [each.profile_name for each in ws.releasing.list()] == names
    where = ws.search.titles("where")[0].owner
    assert [each.comment for each in ws.votes.comments(where, "en")] == ["Clear."] * len(names)
    assert [each.query for each in ws.votes.failed_searches("fr")] == ["colis"] * len(names)


def check_people(ws: Workspace, number: int) -> None:
    """Who works here is as it was; in older libraries nobody is listed."""
    listed = [("Ada", "editor", ()), ("Marie", "translator", ("fr",))] if number >= 4 else []
    assert [(each.name, each.role, each.locales) for each in ws.people.list()] == listed
    where = TextRef(ws.search.titles("where")[0].owner, "en")
    first = ws.texts.revisions(where)[0]
    assert first.role == ("editor" if number >= 4 else "")
    history = ws.texts.history(where)
    assert history is not None
    names = [each.name for each in history.versions if each.id == first.id]
    assert names == ["Opening day" if number >= 4 else ""]


def test_migrations_make_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    engine = connect(tmp_path / "new.kb")
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "include_name": lambda name, kind, _: (
                    kind != "table" or not name.startswith(("search", "memory_trigram"))
                ),
            },
        )
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()
    assert recognise(tmp_path / "new.kb") == FORMAT
    with connected(tmp_path / "new.kb") as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (f"{FORMAT:04}",)
        ]


# ----------------------------------------------------------- a next format, made for these tests

NEXT = f'''
import sqlalchemy as sa
from alembic import op

revision = "{FORMAT + 1:04}"
down_revision = "{FORMAT:04}"


def upgrade():
    WORK
'''

REBUILD = """with op.batch_alter_table("category", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=True))"""


@pytest.fixture
def next_format(monkeypatch: pytest.MonkeyPatch, path: Path, tmp_path: Path) -> Path:
    """Where a next format's migration may be written; there is a library of today's at `path`."""
    with opened(path) as ws:
        parcels = category(ws, "Parcels", category(ws, "Orders"))
        article(ws, "Lost", "In the post.", parcels)
        ws.settings.set("site.name", "Shop")
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrating, "_SCRIPTS", folder)
    monkeypatch.setattr(migrating, "FORMAT", FORMAT + 1)
    monkeypatch.setattr(opening, "FORMAT", FORMAT + 1)
    monkeypatch.setattr("kbeditor.storage.store.FORMAT", FORMAT + 1)
    return folder / "versions" / "next.py"


def test_a_table_made_anew_keeps_its_rows_and_what_hangs_on_them(
    next_format: Path, path: Path
) -> None:
    before = dump(path)
    next_format.write_text(NEXT.replace("WORK", REBUILD))
    with opened(path) as ws:
        assert outline(ws) == [("Orders", [("Parcels", ["Lost"])])]
    after = dump(path)
    assert {each.pop("colour") for each in after["category"]} == {None}
    assert after == before
    assert recognise(path) == FORMAT + 1
    with opened(path) as ws, ws._store.reading_rows() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


@pytest.mark.parametrize(
    ("work", "what"),
    [
        ("op.execute(\"DELETE FROM text WHERE title = 'Lost'\")", "text"),
        ('op.execute("DELETE FROM category WHERE parent_id IS NOT NULL")', "category"),
        ("op.drop_table('setting')", "setting"),
        ("op.execute(\"UPDATE article SET category_id = 'none'\")", "references"),
    ],
)
def test_a_migration_that_would_lose_something_is_refused(
    next_format: Path, path: Path, work: str, what: str
) -> None:
    before = dump(path, frozenset())
    next_format.write_text(NEXT.replace("WORK", f"{REBUILD}\n    {work}"))
    with pytest.raises(KbError) as caught:
        opened(path).__enter__()
    assert caught.value.code == "migration_damage"
    assert what in str(caught.value)
    assert dump(path, frozenset()) == before
    assert recognise(path) == FORMAT
    check_rules(path)


def test_a_migration_with_a_bug_changes_nothing(next_format: Path, path: Path) -> None:
    before = dump(path, frozenset())
    next_format.write_text(NEXT.replace("WORK", f"{REBUILD}\n    1 / 0"))
    with pytest.raises(ZeroDivisionError):
        opened(path).__enter__()
    assert dump(path, frozenset()) == before
    assert recognise(path) == FORMAT
