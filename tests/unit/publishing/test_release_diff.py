"""What a release changes, page by page."""

from collections.abc import Iterator

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.releases import PageChange
from kbeditor.domain.site import SiteOptions
from kbeditor.publishing.choice import chosen_locales
from kbeditor.publishing.manifest import PageRecord
from kbeditor.publishing.plan import SitePlan, plan_site
from kbeditor.publishing.release_diff import compare
from kbeditor.publishing.reporting import Reporter
from tests.helpers.memory_library import MemoryLibrary, Words


def plan(library: MemoryLibrary) -> SitePlan:
    options = SiteOptions()
    locales = chosen_locales(library.locales(), options, library.source)
    return plan_site(library, locales, options, Reporter())


def records(site: SitePlan) -> Iterator[tuple[str, PageRecord]]:
    """The pages of a site as its manifest has them."""
    for locale in site.locales:
        for page in locale.pages.values():
            content = page.shown.content if page.shown else ""
            live = content if page.shown and page.shown.live else None
            yield (
                page.address,
                PageRecord(
                    page.ref, locale.locale.tag, page.title, None, live, content, "", "", ""
                ),
            )


def shop(*articles: tuple[str, Words]) -> MemoryLibrary:
    library = MemoryLibrary(tags=("en",))
    for id_, words in articles:
        library.article(id_, None, en=words)
    return library


def brief(changes: tuple[PageChange, ...]) -> list[tuple[str, str, str, str]]:
    return [(each.kind.value, each.owner.id, each.address, each.before) for each in changes]


def test_the_first_release_adds_everything() -> None:
    site = plan(shop(("a", Words("A", "x")), ("b", Words("B", "x"))))
    assert brief(compare({}, site)) == [
        ("added", "a", "en/a.html", ""),
        ("added", "b", "en/b.html", ""),
    ]


def test_nothing_changed() -> None:
    site = plan(shop(("a", Words("A", "x"))))
    assert compare(dict(records(site)), site) == ()


def test_pages_are_changed_moved_and_removed() -> None:
    same, other = ("same", Words("Same", "x")), ("words", Words("Words", "x"))
    old = plan(shop(same, other, ("b", Words("B", "x")), ("gone", Words("Gone", "x"))))
    library = shop(same, other, ("b", Words("B", "x", slug="bee")))
    library.change("words", "en", published="revision-9")
    changes = compare(dict(records(old)), plan(library))
    assert brief(changes) == [
        ("changed", "words", "en/words.html", "en/words.html"),
        ("moved", "b", "en/bee.html", "en/b.html"),
        ("removed", "gone", "en/gone.html", "en/gone.html"),
    ]
    changed, moved, removed = changes
    assert (changed.old_revision, changed.new_revision) == ("revision-2", "revision-9")
    assert moved.old_revision == moved.new_revision
    assert (removed.owner, removed.title) == (Ref(Kind.ARTICLE, "gone"), "Gone")
    assert removed.new_revision == ""
