"""Which pages a site has, and where each stands."""

from kbeditor.domain.site import SiteOptions, SlugScript
from kbeditor.domain.states import State
from kbeditor.publishing.choice import chosen_locales
from kbeditor.publishing.plan import LocalePlan, SitePlan, plan_site
from kbeditor.publishing.reporting import Reporter
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import MemoryLibrary, Words


def plan(library: MemoryLibrary, **options: object) -> tuple[SitePlan, Reporter]:
    chosen = SiteOptions(**options)  # type: ignore[arg-type]
    reporter = Reporter()
    locales = chosen_locales(library.locales(), chosen, library.source)
    return plan_site(library, locales, chosen, reporter), reporter


def addresses(plan: LocalePlan) -> dict[str, str]:
    return {page_id: page.address for page_id, page in plan.pages.items()}


def codes(reporter: Reporter) -> list[tuple[str, str]]:
    return [(line.code, line.place) for line in reporter.report("").lines]


def test_every_locale_has_the_whole_tree_when_it_falls_back() -> None:
    site, reporter = plan(help_centre())
    french = site.locales[1]
    assert addresses(french) == {
        "orders": "fr/mes-commandes/index.html",
        "parcels": "fr/mes-commandes/colis/index.html",
        "customs": "fr/mes-commandes/colis/douane.html",
        "track": "fr/mes-commandes/ou.html",
        "cancel": "fr/mes-commandes/cancel.html",
        "rewards": "fr/rewards/index.html",
        "points": "fr/rewards/points.html",
        "gifts": "fr/gift-cards/index.html",
        "contact": "fr/contact.html",
    }
    assert french.pages["cancel"].title_locale == "en"
    assert french.counts == {"orders": 3, "parcels": 1, "rewards": 1, "gifts": 0}
    assert ("category_name_missing", "Rewards (fr)") in codes(reporter)
    assert ("category_name_missing", "My orders (fr)") not in codes(reporter)


def test_without_fallback_what_a_locale_lacks_is_left_out() -> None:
    site, _ = plan(help_centre(), fallback=False)
    english, french, arabic = site.locales
    assert set(french.pages) == {"orders", "parcels", "customs", "track"}
    assert set(arabic.pages) == {"orders", "track"}
    assert "gifts" in english.pages, "an empty category stays where it has a name"


def test_a_category_stays_when_only_one_below_it_has_pages() -> None:
    library = MemoryLibrary()
    library.category("top", None, en=Words("Top"))
    library.category("below", "top", en=Words("Below"), fr=Words("Dessous"))
    library.article("a", "below", en=Words("A"), fr=Words("A"))
    site, reporter = plan(library, fallback=False)
    french = site.locales[1]
    assert addresses(french)["a"] == "fr/top/dessous/a.html"
    assert french.pages["top"].title_locale == "en"
    assert codes(reporter) == [("category_name_missing", "Top (fr)")]


def test_reading_goes_as_the_tree_is_shown_categories_first() -> None:
    site, _ = plan(help_centre())
    assert site.locales[0].reading == ("customs", "track", "cancel", "points", "contact")


def test_the_title_is_that_of_the_version_shown() -> None:
    library = MemoryLibrary()
    library.article("a", en=Words("New title", state=State.DRAFT, live="Live title"))
    assert plan(library)[0].locales[0].pages["a"].title == "Live title"
    assert plan(library, least_state=State.DRAFT)[0].locales[0].pages["a"].title == "New title"


def test_two_pages_never_share_an_address_and_a_locales_own_text_goes_first() -> None:
    library = MemoryLibrary()
    library.article("a", en=Words("Only English", slug="same"))
    library.article("b", en=Words("B", slug="other"), fr=Words("Français", slug="Same"))
    library.article("c", en=Words("C", slug="search"), fr=Words("C", slug="404"))
    library.article("d", en=Words("D", slug="index"))
    site, reporter = plan(library)
    assert addresses(site.locales[1]) == {
        "a": "fr/same-2.html",
        "b": "fr/same.html",
        "c": "fr/404-2.html",
        "d": "fr/index-2.html",
    }
    assert addresses(site.locales[0])["c"] == "en/search-2.html"
    assert ("slug_changed", "C (en)") in codes(reporter)


def test_a_nameless_category_is_still_there() -> None:
    library = MemoryLibrary()
    library.category("x1", None)
    library.article("a", "x1", en=Words("A"))
    english = plan(library)[0].locales[0]
    assert english.pages["a"].address == "en/x1/a.html"


def test_the_source_may_lie_at_the_root_beside_the_other_locales_folders() -> None:
    library = MemoryLibrary()
    for number, title in enumerate(("fr", "Static", "Assets", "Index", "Orders")):
        library.category(f"c{number}", None, en=Words(title), fr=Words(title))
    library.article("a", None, en=Words("404"), fr=Words("404"))
    library.article("b", "c4", en=Words("Track"), fr=Words("Suivre"))
    site, _ = plan(library, source_at_root=True)
    english, french = site.locales
    assert english.home == "index.html"
    assert addresses(english) == {
        "c0": "fr-2/index.html",
        "c1": "static-2/index.html",
        "c2": "assets-2/index.html",
        "c3": "index/index.html",
        "c4": "orders/index.html",
        "a": "404-2.html",
        "b": "orders/track.html",
    }
    assert french.home == "fr/index.html"
    assert addresses(french)["c0"] == "fr/fr/index.html"


def test_a_slug_that_was_made_from_the_title_gives_way_to_the_titles_own_letters() -> None:
    library = MemoryLibrary(tags=("fr",), source="fr")
    library.article("a", None, fr=Words("Où est-il ?", slug="ou-est-il"))
    library.article("b", None, fr=Words("Où est-il ?", slug="ou-est-il-2"))
    library.article("c", None, fr=Words("Le délai", slug="attendre"))
    own, _ = plan(library, slugs=SlugScript.OWN)
    assert addresses(own.locales[0]) == {
        "a": "fr/où-est-il.html",
        "b": "fr/où-est-il-2.html",
        "c": "fr/attendre.html",
    }


def test_addresses_without_a_slug_are_latin_or_in_the_letters_of_their_title() -> None:
    library = MemoryLibrary(tags=("ar",), source="ar")
    library.category("c", None, ar=Words("طلباتي"))
    library.article("a", "c", ar=Words("أين طلبي؟"))
    library.article("b", "c", ar=Words("أخرى", slug="other"))
    latin, _ = plan(library)
    own, _ = plan(library, slugs=SlugScript.OWN)
    assert all(page.address.isascii() for page in latin.locales[0].pages.values())
    assert addresses(own.locales[0]) == {
        "c": "ar/طلباتي/index.html",
        "a": "ar/طلباتي/أين-طلبي.html",
        "b": "ar/طلباتي/other.html",
    }
