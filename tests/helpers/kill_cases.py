"""What is killed at any moment: how each work is begun, and what must be true after the kill."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State
from kbeditor.storage.opening import FORMAT
from tests.helpers.killing import run_and_kill
from tests.helpers.library import (
    PIXEL,
    article,
    category,
    check_rules,
    connected,
    dump,
    opened,
)

OLD = Path(__file__).parents[1] / "old_libraries" / "format-1.kb"
COPIES = 400
"""How many times the old library holds its articles: migrating it takes half a second."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A folder in which one work is done: the library, and what it was before."""

    folder: Path
    library: Path
    before: Any

    def copied(self, folder: Path) -> "Scene":
        """The same in another folder, which must not be there yet."""
        shutil.copytree(self.folder, folder)
        return Scene(folder, folder / self.library.name, self.before)


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of work. `prepare` fills a new folder, `arguments` are those of
    `writer_to_kill`, `judge` (with the lines that were said) asserts that nothing was lost.
    `seconds`: about how long the work takes once it has begun. `done`: the line that confirms it.
    """

    name: str
    prepare: Callable[[Path], Scene]
    arguments: Callable[[Scene], list[str]]
    judge: Callable[[Scene, list[str]], None]
    seconds: float
    done: str


def kill_once(case: Case, scene: Scene, chance: random.Random) -> list[str]:
    """Do the work, kill it at a random moment and judge what is left; the lines that it said."""
    moment = chance.uniform(0, case.seconds)
    said = run_and_kill(case.arguments(scene), lambda lines: True, moment)
    case.judge(scene, said)
    return said


# ------------------------------------------------------------------------------------- typing


def _small(folder: Path) -> Scene:
    path = folder / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ada")
    article(ws, "Where?", "In the post.", category(ws, "Orders"))
    ws.close()
    return Scene(folder, path, dump(path, frozenset()))


def _judge_typing(scene: Scene, said: list[str]) -> None:
    """Each confirmed save is there; the one under way is there as a whole or not at all."""
    saved = [int(each.removeprefix("saved ")) for each in said if each.startswith("saved ")]
    confirmed = saved[-1] if saved else 0
    [text] = [each for each in dump(scene.library)["text"] if each["article_id"]]
    if text["body"] == "In the post.":
        assert confirmed == 0
    else:
        number, _, rest = text["body"].partition("\n")
        assert int(number) in (confirmed, confirmed + 1)
        assert rest == "words and words " * 500
    check_rules(scene.library)


# ---------------------------------------------------------------------------------- taking in


def make_folder(folder: Path) -> Path:
    """Sixty pages in two locales, with pictures."""
    for number in range(30):
        for locale in ("en", "fr"):
            page = folder / locale / f"part-{number % 4}" / f"page-{number}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            words = f"Words of {number} in {locale}. " * 400
            page.write_text(f"# Page {number}\n\n{words}\n\n![](map-{number}.png)\n")
            page.with_name(f"map-{number}.png").write_bytes(PIXEL + bytes([number]) * 5000)
    return folder


def _importing(folder: Path) -> Scene:
    scene = _small(folder)
    make_folder(folder / "content")
    return scene


def _judge_import(scene: Scene, said: list[str]) -> None:
    after = dump(scene.library, frozenset())
    check_rules(scene.library)
    if after == scene.before:
        assert "imported" not in said
        with opened(scene.library) as ws:
            ws.importing.write(ws.importing.plan(scene.folder / "content"))
        check_rules(scene.library)
        after = dump(scene.library, frozenset())
    counts = {name: len(after[name]) for name in ("article", "attachment")}
    assert counts == {"article": 31, "attachment": 30}


# ------------------------------------------------------------------------------------- exporting


def _exporting(format_id: str) -> Callable[[Path], Scene]:
    def prepare(folder: Path) -> Scene:
        """The site of yesterday is there; today one page says something else."""
        scene = _importing(folder)
        target = folder / "site"
        with opened(scene.library) as ws:
            ws.importing.write(ws.importing.plan(folder / "content"))
            refs = [each.ref for each in _texts(ws)]
            ws.texts.set_state(refs, State.PUBLISHED)
            ws.exporting.export(format_id, target)
            yesterday = files(target)
            text = ws.texts.get(refs[0])
            assert text is not None
            ws.texts.save(text.ref, text.version, body="Something else.")
            ws.texts.set_state([text.ref], State.PUBLISHED)
            ws.exporting.export(format_id, folder / "other")
        today = files(folder / "other")
        shutil.rmtree(folder / "other")
        assert today != yesterday
        return Scene(folder, scene.library, (yesterday, today))

    return prepare


def _texts(ws: Any) -> list[Any]:
    articles = ws.tree.skeleton("en").articles
    return [head for each in articles for head in ws.texts.heads(Ref(Kind.ARTICLE, each.id))]


def files(target: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {
        str(each.relative_to(target)): each.read_bytes()
        for each in sorted(target.rglob("*"))
        if each.is_file()
    }


def _judge_export(format_id: str) -> Callable[[Scene, list[str]], None]:
    def judge(scene: Scene, said: list[str]) -> None:
        yesterday, today = scene.before
        found = files(scene.folder / "site")
        assert found == today or (found == yesterday and "exported" not in said)
        with opened(scene.library) as ws:
            ws.exporting.export(format_id, scene.folder / "site")
        assert files(scene.folder / "site") == today

    return judge


def _export_case(format_id: str) -> Case:
    return Case(
        f"exporting {format_id}",
        _exporting(format_id),
        lambda scene: [format_id, str(scene.library), str(scene.folder / "site")],
        _judge_export(format_id),
        2.5,
        "exported",
    )


# ------------------------------------------------------------------------------------- migrating


def _migrating(folder: Path) -> Scene:
    """A library of the first format with very many articles."""
    path = Path(shutil.copy(OLD, folder / "old.kb"))
    with connected(path) as connection:
        run = connection.execute
        run("BEGIN")
        top = run("SELECT max(id) FROM text").fetchone()[0]
        for copy in range(1, COPIES + 1):
            by = {"article": f"id || '-{copy}'", "text": f"id + {copy * top}"}
            new = {
                "article": {"id": by["article"]},
                "text": {
                    "id": by["text"],
                    "article_id": f"article_id || '-{copy}'",
                    "slug": f"slug || '-{copy}'",
                    "published_id": f"published_id || '-{copy}'",
                    "based_on": f"based_on || '-{copy}'",
                },
                "revision": {
                    "id": f"id || '-{copy}'",
                    "text_id": f"text_id + {copy * top}",
                    "based_on": f"based_on || '-{copy}'",
                },
            }
            of_articles = f"(SELECT id FROM text WHERE article_id IS NOT NULL AND id <= {top})"
            for table, some in (
                ("article", "length(id) = 36"),
                ("text", f"id IN {of_articles}"),
                ("revision", f"text_id IN {of_articles}"),
            ):
                columns = [
                    row[1]
                    for row in run(f"PRAGMA table_xinfo({table})")
                    if row[6] == 0  # not a computed one
                ]
                values = [new[table].get(name, name) for name in columns]
                run(
                    f"INSERT INTO {table} ({','.join(columns)}) "
                    f"SELECT {','.join(values)} FROM {table} WHERE {some}"
                )
        run("COMMIT")
    return Scene(folder, path, _said(path))


def _said(path: Path) -> list[Any]:
    """What texts and revisions say, which no migration may change."""
    with connected(path) as connection:
        return [
            sorted(connection.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)
            for table, columns in (
                ("text", "id, article_id, locale, slug, title, summary, body, content_hash"),
                ("revision", "id, text_id, number, title, body, author, content_hash"),
                ("article", "id, category_id, position, labels"),
                ("attachment_data", "sha256, data"),
            )
        ]


def _judge_migration(scene: Scene, said: list[str]) -> None:
    """The old library or the new one; and it opens as the new one afterwards."""
    assert _said(scene.library) == scene.before
    with connected(scene.library) as connection:
        number = connection.execute("PRAGMA user_version").fetchone()[0]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert number in (1, FORMAT)
        assert number == FORMAT or "ready" not in said
    open_workspace(scene.library, "Ada").close()
    assert _said(scene.library) == scene.before


# ------------------------------------------------------------------------- replacing, restoring


def _full(folder: Path) -> Scene:
    scene = _importing(folder)
    with opened(scene.library) as ws:
        ws.importing.write(ws.importing.plan(folder / "content"))
    shutil.rmtree(folder / "content")
    return Scene(folder, scene.library, dump(scene.library))


def _judge_replacing(scene: Scene, said: list[str]) -> None:
    bodies = [each["body"] for each in dump(scene.library)["text"] if "of" in each["body"]]
    new = sum("Sentences of" in each for each in bodies)
    assert sum("Words of" in each for each in bodies) + new == 60
    assert new in (0, 60)
    assert new == 60 or "replaced" not in said
    check_rules(scene.library)


def _restoring(folder: Path) -> Scene:
    """A library whose former state is to come back."""
    scene = _full(folder)
    with opened(scene.library) as ws:
        ws.backups.write(folder / "backup.kb")
        former = dump(scene.library)
        refs = [Ref(Kind.ARTICLE, each.id) for each in ws.tree.skeleton("en").articles]
        ws.tree.trash(refs[:20])
    return Scene(folder, scene.library, (former, dump(scene.library)))


def _judge_restoring(scene: Scene, said: list[str]) -> None:
    """The former state or the present one, whole; the present one is nowhere lost."""
    former, present = scene.before
    found = dump(scene.library)
    assert found == former or (found == present and "restored" not in said)
    assert dump(scene.folder / "backup.kb") == former
    check_rules(scene.library)
    if found == former:
        kept = [
            *scene.folder.glob("shop before restore *.kb"),
            *(scene.folder / "home" / "backups").rglob("*.kb"),
        ]
        assert any(dump(each) == present for each in kept)
        assert len(kept) == 2


CASES: tuple[Case, ...] = (
    Case(
        "typing", _small, lambda scene: ["type", str(scene.library)], _judge_typing, 1.0, "saved 1"
    ),
    Case(
        "importing",
        _importing,
        lambda scene: ["import", str(scene.library), str(scene.folder / "content")],
        _judge_import,
        1.6,
        "imported",
    ),
    _export_case("html"),
    _export_case("json"),
    Case(
        "migrating",
        _migrating,
        lambda scene: ["open", str(scene.library)],
        _judge_migration,
        1.0,
        "ready",
    ),
    Case(
        "replacing",
        _full,
        lambda scene: ["replace", str(scene.library)],
        _judge_replacing,
        1.0,
        "replaced",
    ),
    Case(
        "restoring",
        _restoring,
        lambda scene: ["restore", str(scene.library), str(scene.folder / "backup.kb")],
        _judge_restoring,
        0.2,
        "restored",
    ),
)
