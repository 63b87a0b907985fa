"""Building a site again: only what changed is written, and it is what a whole build would write."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Silent
from kbeditor.domain.site import SiteOptions
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.publishing.verify import verify
from kbeditor.shipped import resources
from tests.helpers.help_centre import PIXEL, help_centre
from tests.helpers.memory_library import MemoryLibrary, Words

BASE = "https://help.example/docs"


def build(library: MemoryLibrary, target: Path, **options: object) -> Report:
    site = SiteOptions(base_url=BASE, **options)  # type: ignore[arg-type]
    exporter = HtmlSite(resources() / "site")
    return exporter.export(
        library, target, ExportOptions(site=site), library.render_many(), Silent()
    )


def content(folder: Path) -> dict[str, bytes]:
    """All files of a site, without what builds remember."""
    return {
        name: file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and not (name := file.relative_to(folder).as_posix()).startswith(".kbeditor/")
    }


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file each is, and when it was written."""
    return {
        file.relative_to(folder).as_posix(): (file.stat().st_ino, file.stat().st_mtime_ns)
        for file in folder.rglob("*")
        if file.is_file()
    }


def rewritten(before: dict[str, tuple[int, int]], folder: Path) -> set[str]:
    return {name for name, mark in marks(folder).items() if before.get(name) != mark}


def check_as_if_new(library: MemoryLibrary, folder: Path, aside: Path, **options: object) -> None:
    """The site is, byte for byte, what building it from nothing gives."""
    shutil.rmtree(aside, ignore_errors=True)
    build(library, aside, **options)
    ours, anew = content(folder), content(aside)
    assert {name for name in ours.keys() | anew.keys() if ours.get(name) != anew.get(name)} == set()


def test_when_nothing_changed_nothing_is_touched(tmp_path: Path) -> None:
    library = help_centre()
    first = build(library, tmp_path / "site")
    before, folder = marks(tmp_path / "site"), (tmp_path / "site").stat().st_ino
    again = build(library, tmp_path / "site")
    assert rewritten(before, tmp_path / "site") == set()
    assert (tmp_path / "site").stat().st_ino == folder, "not even the folder was made anew"
    assert again.counts == first.counts
    assert [line for line in again.lines if line.code != "unchanged"] == list(first.lines)


def test_an_edited_paragraph_costs_its_page_and_what_shows_it(tmp_path: Path) -> None:
    library = help_centre()
    build(library, tmp_path / "site")
    before = marks(tmp_path / "site")
    library.publish("points", "en", body="Points are worth a cent each now.")
    build(library, tmp_path / "site")
    search = {"static/search/en/", "static/search/fr/", "static/search/ar/"}
    found = rewritten(before, tmp_path / "site")
    pages = {name for name in found if not name.startswith(tuple(search))}
    assert pages == {
        ".kbeditor/build.json",
        ".kbeditor/shown.json",
        "manifest.json",
        "en/feed.xml",
        "en/rewards/points.html",
        "fr/rewards/points.html",  # shown there in English
        "ar/rewards/points.html",
    }
    check_as_if_new(library, tmp_path / "site", tmp_path / "anew")


def test_a_new_summary_reaches_the_category_that_shows_it(tmp_path: Path) -> None:
    library = help_centre()
    build(library, tmp_path / "site")
    library.publish("cancel", "en", summary="Until it leaves our house.")
    build(library, tmp_path / "site")
    assert "Until it leaves" in (tmp_path / "site/en/my-orders/index.html").read_text("utf-8")
    check_as_if_new(library, tmp_path / "site", tmp_path / "anew")


def test_a_new_title_reaches_all_pages_that_name_it_and_no_others(tmp_path: Path) -> None:
    library = help_centre()
    library.category("far", None, en=Words("Far away", slug="far"))
    for number in range(9):
        library.article(f"far{number}", "far", en=Words(f"Far {number}", "Text."))
    build(library, tmp_path / "site")
    before = marks(tmp_path / "site")
    library.publish("cancel", "en", title="Can I still cancel?")
    build(library, tmp_path / "site")
    found = rewritten(before, tmp_path / "site")
    assert {"en/my-orders/where.html", "en/my-orders/index.html"} <= found
    assert "en/far/far-5.html" not in found
    check_as_if_new(library, tmp_path / "site", tmp_path / "anew")


def _edits(library: MemoryLibrary, dice: random.Random) -> dict[str, Callable[[], None]]:
    """Everything that may happen to a library, by name."""
    articles = sorted(each.id for each in library.articles())
    categories = sorted(each.id for each in library.categories())
    texts = sorted((each.owner.id, each.locale) for each in library.heads())
    some = dice.choice(articles)
    owner, locale = dice.choice(texts)
    number = len(library.ids()) + dice.randrange(10**6)
    return {
        "write": lambda: library.publish(owner, locale, body=f"See [](kb:{some}). {number}"),
        "rename": lambda: library.publish(owner, locale, title=f"Title {number}"),
        "sum up": lambda: library.publish(owner, locale, summary=f"Summary {number}"),
        "label": lambda: library.article(
            f"new{number}",
            dice.choice([*categories, None]),
            labels=("delivery",),
            en=Words(f"New {number}", f"Like [this](kb:{some}) ![](kb:picture)."),
        ),
        "move": lambda: library.move(some, dice.choice([*categories, None])),
        "remove": lambda: library.remove(some),
        "picture": lambda: library.attachment(
            "picture", "steps.png", PIXEL + bytes([number % 251]), alt={"en": f"Steps {number}"}
        ),
    }


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("options", [{}, {"source_at_root": True, "markdown": True}])
def test_whatever_happened_the_site_is_what_a_whole_build_gives(
    tmp_path: Path, seed: int, options: dict[str, object]
) -> None:
    dice = random.Random(seed)
    library = help_centre()
    build(library, tmp_path / "site", **options)
    for _ in range(4):
        for _ in range(dice.randint(1, 3)):
            edits = _edits(library, dice)
            edits[dice.choice(sorted(edits))]()
        build(library, tmp_path / "site", **options)
        check_as_if_new(library, tmp_path / "site", tmp_path / "anew", **options)
        assert verify(tmp_path / "site", Silent()).problems == ()


@pytest.mark.parametrize("fallback", [True, False])
def test_other_options_make_another_site_of_the_same_folder(tmp_path: Path, fallback: bool) -> None:
    library = help_centre()
    build(library, tmp_path / "site", fallback=not fallback)
    build(library, tmp_path / "site", fallback=fallback)
    check_as_if_new(library, tmp_path / "site", tmp_path / "anew", fallback=fallback)


def test_broken_links_are_told_of_pages_that_were_kept_too(tmp_path: Path) -> None:
    library = help_centre()
    first = build(library, tmp_path / "site")
    library.publish("points", "en", body="Other words.")
    second = build(library, tmp_path / "site")
    codes = {"broken_link", "missing_picture"}
    assert {(line.code, line.place) for line in first.lines if line.code in codes} == {
        (line.code, line.place) for line in second.lines if line.code in codes
    }


# ------------------------------------------------------------------ what was done to the folder


def _truncated(site: Path) -> None:
    manifest = site / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:3000])


def _one_bit(site: Path) -> None:
    manifest = site / "manifest.json"
    data = bytearray(manifest.read_bytes())
    data[len(data) // 2] ^= 1
    manifest.write_bytes(bytes(data))


def _old_version(site: Path) -> None:
    (site / "manifest.json").write_text('{"format": "kbeditor-site", "format_version": 1}')


def _no_manifest(site: Path) -> None:
    (site / "manifest.json").unlink()


def _no_memory(site: Path) -> None:
    shutil.rmtree(site / ".kbeditor")


def _no_plan(site: Path) -> None:
    (site / ".kbeditor/plan.json").unlink()


def _plan_changed(site: Path) -> None:
    plan = site / ".kbeditor/plan.json"
    plan.write_bytes(plan.read_bytes().replace(b"Points", b"Paints"))


def _shown_cut(site: Path) -> None:
    shown = site / ".kbeditor/shown.json"
    shown.write_bytes(shown.read_bytes()[:-20])


def _flipped_byte(site: Path) -> None:
    page = site / "en/my-orders/where.html"
    data = bytearray(page.read_bytes())
    data[1000] ^= 1
    page.write_bytes(bytes(data))


def _deleted(site: Path) -> None:
    (site / "en/my-orders/where.html").unlink()
    shutil.rmtree(site / "static")


def _search_damaged(site: Path) -> None:
    for file in (site / "static/search/en").iterdir():
        file.write_bytes(b"// nothing\n")


def _folder_instead(site: Path) -> None:
    (site / "en/my-orders/where.html").unlink()
    (site / "en/my-orders/where.html").mkdir()
    (site / "en/my-orders/where.html/mine.txt").write_text("mine")


def _emptied(site: Path) -> None:
    (site / "index.html").write_bytes(b"")


@pytest.mark.parametrize(
    "damage",
    [
        _truncated,
        _one_bit,
        _old_version,
        _no_manifest,
        _no_memory,
        _no_plan,
        _plan_changed,
        _shown_cut,
        _flipped_byte,
        _deleted,
        _search_damaged,
        _folder_instead,
        _emptied,
    ],
)
@pytest.mark.parametrize("edited", [False, True])
def test_what_was_damaged_is_made_whole(
    tmp_path: Path, damage: Callable[[Path], None], edited: bool
) -> None:
    library = help_centre()
    build(library, tmp_path / "site")
    damage(tmp_path / "site")
    if edited:
        library.publish("points", "en", body="Other words.")
    build(library, tmp_path / "site")
    check_as_if_new(library, tmp_path / "site", tmp_path / "anew")
    assert verify(tmp_path / "site", Silent()).problems == ()


def test_files_of_others_stay_and_are_told(tmp_path: Path) -> None:
    library = help_centre()
    site = tmp_path / "site"
    build(library, site)
    (site / "CNAME").write_text("help.example")
    (site / ".git/refs/tags").mkdir(parents=True)
    (site / ".git/HEAD").write_text("ref: refs/heads/main")
    (site / "en/my-orders/notes.txt").write_text("mine")
    (site / "latest").symlink_to("en")
    library.publish("points", "en", body="Other words.")
    report = build(library, site)
    assert (site / "CNAME").read_text() == "help.example"
    assert (site / ".git/HEAD").read_text() == "ref: refs/heads/main"
    assert (site / ".git/refs/tags").is_dir()
    assert (site / "en/my-orders/notes.txt").read_text() == "mine"
    assert os.readlink(site / "latest") == "en"
    told = {line.place for line in report.lines if line.code == "foreign_kept"}
    assert told == {"latest", "CNAME", ".git/HEAD", ".git/refs/tags", "en/my-orders/notes.txt"}


def test_a_file_in_the_way_of_a_page_gives_way_and_is_told(tmp_path: Path) -> None:
    library = help_centre()
    site = tmp_path / "site"
    build(library, site)
    (site / "en/new.html").write_text("mine")
    library.article("new", None, en=Words("New", "Text."))
    report = build(library, site)
    assert "mine" not in (site / "en/new.html").read_text("utf-8")
    assert [line.place for line in report.lines if line.code == "foreign_replaced"] == [
        "en/new.html"
    ]


def test_when_the_manifest_is_lost_hidden_files_stay_and_old_pages_go(tmp_path: Path) -> None:
    library = help_centre()
    site = tmp_path / "site"
    build(library, site)
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("main")
    _truncated(site)
    library.remove("points")
    build(library, site)
    assert (site / ".git/HEAD").read_text() == "main"
    assert not (site / "en/rewards/points.html").exists()


def test_without_second_names_files_are_copied_with_their_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("no second names here")

    monkeypatch.setattr(os, "link", refuse)
    library = help_centre()
    build(library, tmp_path / "site")
    before = {name: time for name, (_, time) in marks(tmp_path / "site").items()}
    library.publish("points", "en", body="Other words.")
    build(library, tmp_path / "site")
    after = {name: time for name, (_, time) in marks(tmp_path / "site").items()}
    assert after["en/my-orders/where.html"] == before["en/my-orders/where.html"]
    assert after["en/rewards/points.html"] != before["en/rewards/points.html"]
    check_as_if_new(library, tmp_path / "site", tmp_path / "anew")


def test_a_page_written_in_its_place_does_not_write_through_to_the_live_one(
    tmp_path: Path,
) -> None:
    library = help_centre()
    site = tmp_path / "site"
    build(library, site)
    held = site / "en/rewards/points.html"
    words = held.read_bytes()
    os.link(held, tmp_path / "held.html")
    library.publish("points", "en", body="Other words.")
    build(library, site)
    assert (tmp_path / "held.html").read_bytes() == words
    assert held.read_bytes() != words
