"""Libraries damaged for real are recognised, and what is left of them goes into a new one."""

import shutil
from pathlib import Path

import pytest

from kbeditor.app.damage import DamageMarks
from kbeditor.app.paths import Paths
from kbeditor.app.repairing import check_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.damage import SENTENCES
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.records import TextRef
from kbeditor.services.file_check import check_file, check_quickly
from kbeditor.services.repairing import repair
from kbeditor.storage.driver import sqlite
from kbeditor.ui.damage_words import DAMAGES
from tests.helpers.damaging import KINDS, PAGE, damage
from tests.helpers.library import PIXEL, Shop, article, category, check_rules, opened, publish

SEEDS = 2
OLD = Path(__file__).parents[2] / "old_libraries"


@pytest.fixture(scope="module")
def sound(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty live articles with a picture each, in one file without a log."""
    path = Path(shutil.copy(template, tmp_path_factory.mktemp("sound") / "shop.kb"))
    with opened(path, "Ada") as ws:
        into = category(ws, "Orders")
        for number in range(40):
            picture = ws.attachments.add(f"{number}.png", PIXEL + bytes([number]) * 6000).value
            body = f"Sentence {number} of many. " * 150 + f"![](kb:{picture.id})"
            publish(ws, article(ws, f"Page {number}", body, into))
    return path


def texts(path: Path) -> dict[str, str]:
    connection = sqlite.connect(path)
    try:
        return dict(connection.execute("SELECT title, body FROM text").fetchall())
    finally:
        connection.close()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_left_is_whole(kind: str, seed: int, sound: Path, tmp_path: Path) -> None:
    bad = damage(sound, tmp_path / "bad.kb", kind, seed)
    before = bad.read_bytes()
    new = tmp_path / "new.kb"
    report = repair(bad, new)
    assert bad.read_bytes() == before
    assert check_file(new).lines == ()
    check_rules(new)
    here, there = texts(sound), texts(new)
    told = " ".join(each.place for each in report.lines)
    for title, body in here.items():
        if there.get(title) != body:
            names = title, title.lower().replace(" ", "-"), "text:"
            assert any(each in told for each in names), f"{title} is missing, and nobody says so"
    share = len(before) / sound.stat().st_size
    least = 0.6 if share == 1 else 0.3 if share > 0.45 else 0.0  # texts lie in its later half
    assert sum(there.get(title) == body for title, body in here.items()) >= least * len(here)
    with opened(new, "Ada") as ws:  # one can go on working in it
        ref = TextRef(ws.articles.create(None, "New", "en").value, "en")
        ws.texts.save(ref, 1, body="Words.")


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(100, 140))
def test_what_is_left_is_whole_many_times(
    kind: str, seed: int, sound: Path, tmp_path: Path
) -> None:
    test_what_is_left_is_whole(kind, seed, sound, tmp_path)


def test_of_a_sound_library_nothing_is_missing(
    furnished: tuple[Path, Shop], tmp_path: Path
) -> None:
    new = tmp_path / "new.kb"
    report = repair(furnished[0], new)
    assert report.lines == ()
    old, made = sqlite.connect(furnished[0]), sqlite.connect(new)
    names = [
        row[0]
        for row in old.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND name NOT LIKE 'search%' AND name NOT LIKE 'memory_trigram%' "
            "AND name <> 'rendering'"
        )
    ]
    for name in names:
        rows = f'SELECT * FROM "{name}" ORDER BY 1, 2'
        if name != "alembic_version":
            assert made.execute(rows).fetchall() == old.execute(rows).fetchall(), name
    old.close()
    made.close()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_older_formats_are_repaired_into_the_newest(number: int, tmp_path: Path) -> None:
    bad = damage(OLD / f"format-{number}.kb", tmp_path / "bad.kb", "zero_header", 0)
    repair(bad, tmp_path / "new.kb")
    assert texts(tmp_path / "new.kb") == texts(OLD / f"format-{number}.kb")
    check_rules(tmp_path / "new.kb")


def test_a_flipped_letter_is_found_and_taken_from_the_other_copy(
    sound: Path, tmp_path: Path
) -> None:
    """SQLite itself sees nothing wrong: only the hash does."""
    bad = Path(shutil.copy(sound, tmp_path / "bad.kb"))
    connection = sqlite.connect(bad)
    connection.execute("UPDATE text SET body = replace(body, 'Sentence 7', 'Sentence ?')")
    connection.commit()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    assert check_quickly(bad).lines == ()
    [line] = check_file(bad).lines
    assert (line.code, line.place) == ("text_bytes", "Page 7 (en)")
    assert repair(bad, tmp_path / "new.kb").lines == ()
    assert texts(tmp_path / "new.kb") == texts(sound)


def test_each_kind_of_damage_is_named(sound: Path, tmp_path: Path) -> None:
    bad = Path(shutil.copy(sound, tmp_path / "bad.kb"))
    connection = sqlite.connect(bad)
    connection.executescript(
        """
        UPDATE attachment_data SET data = CAST(data || x'00' AS BLOB) WHERE sha256 =
            (SELECT sha256 FROM attachment WHERE name = '3.png');
        DELETE FROM attachment_data WHERE sha256 =
            (SELECT sha256 FROM attachment WHERE name = '4.png');
        UPDATE revision SET body = body || '!' WHERE title = 'Page 5';
        UPDATE text SET published_id = 'nothing' WHERE title = 'Page 6';
        DELETE FROM search WHERE rowid = (SELECT id FROM text WHERE title = 'Page 7');
        UPDATE article SET labels = 'no JSON'
            WHERE id = (SELECT article_id FROM text WHERE title = 'Page 8');
        UPDATE category SET parent_id = id;
        DELETE FROM article WHERE id = (SELECT article_id FROM text WHERE title = 'Page 9');
        """
    )
    connection.close()
    found = {(each.code, each.place) for each in check_file(bad).lines}
    assert {
        ("picture_bytes", "3.png"),
        ("picture_gone", "4.png"),
        ("revision_bytes", "Page 5 (en)"),
        ("text_version_gone", "Page 6 (en)"),
        ("text_not_indexed", "Page 7 (en)"),
        ("file_row", "article: 1"),
        ("tree_loop", "Orders"),
        ("file_reference", "text → article: 1"),
    } <= found
    report = repair(bad, tmp_path / "new.kb")
    assert check_file(tmp_path / "new.kb").lines == ()
    assert {("picture_lost", "4.png"), ("picture_changed", "3.png"), ("text_found", "Page 9")} <= {
        (each.code, each.place) for each in report.lines
    }


def test_the_log_counts_as_far_as_it_is_sound(ws: Workspace, path: Path, tmp_path: Path) -> None:
    """What was committed is in the log until it is folded in."""
    article(ws, "In the log", "Words.")
    log = path.with_name(path.name + "-wal")
    bad = Path(shutil.copy(path, tmp_path / "bad.kb"))
    shutil.copy(log, tmp_path / "bad.kb-wal")
    repair(bad, tmp_path / "with.kb")
    assert "In the log" in texts(tmp_path / "with.kb")
    flipped = bytearray(log.read_bytes())
    flipped[40] ^= 1  # in the first frame: none of them counts
    (tmp_path / "bad.kb-wal").write_bytes(flipped)
    repair(bad, tmp_path / "without.kb")
    assert texts(tmp_path / "without.kb") == {}


def test_what_is_no_library_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "theirs.db"
    connection = sqlite.connect(foreign)
    connection.execute("CREATE TABLE letters (words)")
    connection.commit()
    connection.close()
    rubbish = tmp_path / "rubbish"
    rubbish.write_bytes(b"not a library " * 1000)
    empty = tmp_path / "empty"
    empty.touch()
    for path, words in (
        (foreign, "another program"),
        (rubbish, "Nothing of a kbeditor library"),
        (empty, "Nothing of a kbeditor library"),
        (tmp_path / "none", "There is no file"),
    ):
        with pytest.raises(KbError, match=words):
            repair(path, tmp_path / "new.kb")
    assert {each.name for each in tmp_path.iterdir()} == {"theirs.db", "rubbish", "empty"}


def test_nothing_is_left_of_a_repair_that_was_stopped(sound: Path, tmp_path: Path) -> None:
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        repair(sound, tmp_path / "new.kb", progress)
    with pytest.raises(Cancelled):
        check_file(sound, progress)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_library_is_marked_until_it_is_found_sound(sound: Path, tmp_path: Path) -> None:
    paths = Paths(*(tmp_path / each for each in ("config", "data", "cache", "logs", "documents")))
    bad = tmp_path / "bad.kb"
    data = bytearray(sound.read_bytes())
    at = data.index(b"Sentence 7 of many") // PAGE * PAGE
    data[at : at + PAGE] = bytes(PAGE)
    bad.write_bytes(data)
    report = check_library(bad, paths, Silent(), quickly=True)
    assert report.lines
    mark = DamageMarks(paths).of(bad)
    assert mark is not None
    assert mark.what
    shutil.copy(sound, tmp_path / "backup.kb")
    (tmp_path / "backup.kb").replace(bad)  # as a restore does
    assert DamageMarks(paths).of(bad) is None
    assert check_library(bad, paths, Silent()).lines == ()


def test_the_window_knows_every_sentence() -> None:
    assert tuple(sentence for _, sentence in SENTENCES.values()) == DAMAGES
