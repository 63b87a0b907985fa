"""What is found wrong with a release before it is built."""

import pytest

from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.releases import Gate, GateFinding, GateRules
from kbeditor.domain.site import SiteOptions
from kbeditor.publishing.choice import chosen_locales
from kbeditor.publishing.gate import Inspection
from kbeditor.publishing.plan import plan_site
from kbeditor.publishing.reporting import Reporter
from tests.helpers.memory_library import MemoryLibrary, Words


def found(
    library: MemoryLibrary, rules: GateRules | None = None, **options: object
) -> tuple[GateFinding, ...]:
    chosen = SiteOptions(**options)  # type: ignore[arg-type]
    locales = chosen_locales(library.locales(), chosen, library.source)
    plan = plan_site(library, locales, chosen, Reporter())
    inspection = Inspection(library, plan, rules or GateRules(), library.render_many())
    return inspection.run(Silent())


def codes(findings: tuple[GateFinding, ...]) -> list[tuple[str, str, str, int, str]]:
    return sorted((e.gate.value, e.owner.id, e.locale, e.line, e.detail) for e in findings)


@pytest.fixture
def library() -> MemoryLibrary:
    library = MemoryLibrary()
    library.category("orders", None, en=Words("Orders"), fr=Words("Commandes"))
    library.article("a", "orders", en=Words("A", "## Here\n\nWords."), fr=Words("A", "Mots."))
    return library


def test_a_sound_library_has_nothing_to_find(library: MemoryLibrary) -> None:
    library.article("b", "orders", en=Words("B", "[A](kb:a#here)"), fr=Words("B", "[A](kb:a)"))
    assert found(library) == ()


def test_links_that_lead_nowhere(library: MemoryLibrary) -> None:
    library.article(
        "b",
        None,
        en=Words(
            "B", "One.\n\n[gone](kb:nothing)\n\n[file](old.html) [A](kb:a#there)\n\n[x](#nowhere)"
        ),
        fr=Words("B", "[A](kb:a#here)"),
    )
    assert codes(found(library)) == [
        ("broken_link", "b", "en", 3, "nothing"),
        ("broken_link", "b", "en", 5, "old.html"),
        ("missing_heading", "b", "en", 5, "A #there"),
        ("missing_heading", "b", "en", 7, "#nowhere"),
        ("missing_heading", "b", "fr", 1, "A #here"),
    ]


def test_pictures_that_are_missing_or_say_nothing(library: MemoryLibrary) -> None:
    library.attachment("map", "map.png", b"1", alt={"fr": "La carte"})
    body = "![](kb:map)\n\n![The map](kb:map)\n\n![](kb:gone)\n"
    library.article("b", None, en=Words("B", body), fr=Words("B", body))
    assert codes(found(library)) == [
        ("missing_alt", "b", "en", 1, "map.png"),
        ("missing_picture", "b", "en", 5, "gone"),
        ("missing_picture", "b", "fr", 5, "gone"),
    ]


def test_translations_that_are_missing_or_behind(library: MemoryLibrary) -> None:
    library.category("empty", None, en=Words("Empty"))
    library.article("new", "empty", en=Words("New", "Words."))
    library.article("old", None, en=Words("Old", "x"), fr=Words("Vieux", "x", outdated=True))
    library.article(
        "bad", None, en=Words("Bad", "x"), fr=Words("Mal", "x", outdated=True, important=True)
    )
    assert codes(found(library)) == [
        ("stale", "old", "fr", 0, ""),
        ("stale_important", "bad", "fr", 0, ""),
        ("untranslated", "new", "fr", 0, ""),
        ("untranslated_category", "empty", "fr", 0, ""),
    ]
    assert ("untranslated", "new", "fr", 0, "") in codes(found(library, fallback=False))


def test_pages_that_say_nothing(library: MemoryLibrary) -> None:
    library.article("b", None, en=Words("", "Words."), fr=Words("B", " \n"))
    assert codes(found(library)) == [
        ("empty_page", "b", "fr", 0, ""),
        ("empty_title", "b", "en", 0, ""),
    ]


def test_the_rules_say_what_blocks_in_which_language(library: MemoryLibrary) -> None:
    library.article("b", None, en=Words("B", "[x](kb:nothing)"), fr=Words("B", "[x](kb:nothing)"))
    assert [each.blocks for each in found(library)] == [True, True]
    lax = GateRules(own={"en": frozenset({Gate.STALE})})
    assert [(each.locale, each.blocks) for each in found(library, lax)] == [
        ("fr", True),
        ("en", False),
    ]


def test_a_fallback_is_looked_at_where_it_is_at_home(library: MemoryLibrary) -> None:
    library.article("b", None, en=Words("B", "[x](kb:nothing)"))
    assert codes(found(library)) == [
        ("broken_link", "b", "en", 1, "nothing"),
        ("untranslated", "b", "fr", 0, ""),
    ]
    assert found(library)[0].owner == Ref(Kind.ARTICLE, "b")
