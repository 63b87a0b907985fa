"""Old addresses lead to where their pages are, or say that these are gone."""

from pathlib import Path

import pytest

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.site import ReleasedAddress, ServerFile, SiteOptions
from kbeditor.publishing.choice import chosen_locales
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.publishing.plan import SitePlan, plan_site
from kbeditor.publishing.redirects import OldAddresses, old_addresses
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.server_files import server_files
from kbeditor.shipped import resources
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import MemoryLibrary, Words
from tests.helpers.site_check import broken_addresses, read_site


def planned(library: MemoryLibrary, **options: object) -> SitePlan:
    chosen = SiteOptions(**options)  # type: ignore[arg-type]
    locales = chosen_locales(library.locales(), chosen, library.source)
    return plan_site(library, locales, chosen, Reporter())


def old(library: MemoryLibrary, tag: str = "en", **options: object) -> OldAddresses:
    site = planned(library, **options)
    plan = next(each for each in site.locales if each.locale.tag == tag)
    return old_addresses(site, plan, tuple(library.old_slugs()), tuple(library.released))


def moves(found: OldAddresses) -> dict[str, str]:
    return {move.address: move.page.ref.id for move in found.moves}


def released(library: MemoryLibrary, address: str, owner: str, locale: str = "en") -> None:
    kind = Kind.CATEGORY if address.endswith("/index.html") else Kind.ARTICLE
    library.released.append(ReleasedAddress(address, Ref(kind, owner), locale))


def test_slugs_that_were_retired_lead_to_their_pages_unless_a_live_page_is_there() -> None:
    library = help_centre()
    assert moves(old(library)) == {"en/my-orders/find-order.html": "track"}
    assert moves(old(library, "fr")) == {
        "fr/commandes/index.html": "orders",
        "fr/commandes/ou.html": "track",
        "fr/commandes/cancel.html": "cancel",
        "fr/commandes/colis/index.html": "parcels",
        "fr/commandes/colis/douane.html": "customs",
    }


def test_a_chain_of_releases_becomes_one_step() -> None:
    library = help_centre()
    for address in ("en/a.html", "en/b.html", "en/rewards/c.html", "en/rewards/points.html"):
        released(library, address, "points")
    found = moves(old(library))
    assert {address for address, page in found.items() if page == "points"} == {
        "en/a.html",
        "en/b.html",
        "en/rewards/c.html",
    }


def test_a_new_page_at_an_old_address_wins_and_is_told() -> None:
    library = help_centre()
    released(library, "en/rewards/points.html", "track")
    found = old(library)
    assert "en/rewards/points.html" not in moves(found)
    taken = [(move.address, move.page.ref.id) for move in found.taken]
    assert ("en/rewards/points.html", "track") in taken


def test_of_two_pages_with_one_address_the_later_keeps_it() -> None:
    library = help_centre()
    released(library, "en/was.html", "track")
    released(library, "en/was.html", "points")
    assert moves(old(library))["en/was.html"] == "points"
    released(library, "en/was.html", "deleted")
    found = old(library)
    assert moves(found)["en/was.html"] == "points", "a page that is there is better than none"


def test_a_page_that_is_gone_offers_the_nearest_category_left() -> None:
    library = help_centre()
    released(library, "en/my-orders/parcels/old/lost.html", "lost")
    released(library, "en/nowhere/lost.html", "lost2")
    released(library, "en/my-orders/gone/index.html", "gone")
    library.old_slug(Ref(Kind.CATEGORY, "rewards"), "en", None, "prizes")
    released(library, "en/prizes/cup.html", "cup")
    found = {each.address: each.category for each in old(library).removed}
    assert {address: page and page.ref.id for address, page in found.items()} == {
        "en/my-orders/parcels/old/lost.html": "parcels",
        "en/nowhere/lost.html": None,
        "en/my-orders/gone/index.html": "orders",
        "en/prizes/cup.html": "rewards",
    }


def test_a_page_that_one_language_lost_offers_the_others() -> None:
    library = help_centre()
    released(library, "fr/mes-commandes/annuler.html", "cancel", "fr")
    found = old(library, "fr", fallback=False)
    assert [
        (each.address, [plan.locale.tag for plan, _ in each.elsewhere]) for each in found.removed
    ] == [("fr/mes-commandes/annuler.html", ["en"])]


def test_a_locale_that_is_not_published_any_more_is_gone_and_offers_the_others() -> None:
    library = help_centre()
    released(library, "fr/mes-commandes/ou.html", "track", "fr")
    found = old(library, locales=("en", "ar"))
    assert {
        each.address: [it.locale.tag for it, _ in each.elsewhere] for each in found.removed
    } == {
        "fr/index.html": [],
        "fr/search.html": [],
        "fr/mes-commandes/ou.html": ["en", "ar"],
    }
    assert old(library, "ar", locales=("en", "ar")).removed == ()


def test_a_locale_that_moves_takes_its_home_and_search_along() -> None:
    library = help_centre()
    released(library, "en/where.html", "track")
    released(library, "contact.html", "contact")
    assert old(library, source_at_root=True).own == (
        ("en/index.html", "index.html"),
        ("en/search.html", "search.html"),
    )
    # The root has a page of its own, which leads to all languages.
    assert old(library).own == (("search.html", "en/search.html"),)


def test_an_old_address_that_is_another_languages_page_now_stays_its(tmp_path: Path) -> None:
    library = MemoryLibrary(tags=("en", "pt"))
    library.article("a", None, en=Words("A", "a", slug="a"), pt=Words("A", "a", slug="a"))
    library.article("b", None, en=Words("B", "b", slug="b"))
    for address in ("pt/a.html", "pt/index.html", "pt/old.html"):
        released(library, address, "b")
    released(library, "pt/old.html", "a", "pt")
    options = SiteOptions(source_at_root=True, profile="help")
    HtmlSite(resources() / "site").export(
        library,
        tmp_path / "site",
        ExportOptions(site=options),
        library.render_many(),
        Silent(),
    )
    assert read_site(tmp_path / "site")["pt/a.html"].all("html")[0]["lang"] == "pt"


def test_with_the_source_at_the_root_own_pages_are_never_redirects() -> None:
    library = MemoryLibrary(tags=("en",))
    library.article("a", None, en=Words("A", "a", slug="a"))
    for address in ("404.html", "index.html", "search.html", "was.html"):
        released(library, address, "a")
    assert moves(old(library, source_at_root=True)) == {"was.html": "a"}


MOVES = [("en/old.html", "en/new.html"), ("en/was/index.html", "en/is/index.html")]


@pytest.mark.parametrize("base", ["", "https://help.example/docs"])
def test_servers_are_told_in_their_own_words(base: str) -> None:
    path = "/docs" if base else ""
    made = server_files(frozenset(ServerFile), base, MOVES, ["en/gone.html"])
    assert set(made) == {"redirects.nginx.conf", ".htaccess", "_redirects"}
    nginx, apache = made["redirects.nginx.conf"], made[".htaccess"]
    assert f'location = "{path}/en/old.html" {{ return 301 {path}/en/new.html; }}' in nginx
    for name in ("was", "was/", "was/index.html"):
        assert f'location = "{path}/en/{name}" {{ return 301 {path}/en/is/; }}' in nginx
    assert (
        f'"{path}/en/gone.html" {{ error_page 410 "{path}/en//gone.html"; return 410; }}' in nginx
    )
    assert f'RedirectMatch 301 "^{path}/en/old\\.html$" "{path}/en/new.html"' in apache
    assert f'RedirectMatch 410 "^{path}/en/gone\\.html$"' in apache


def test_addresses_of_other_scripts_are_compared_decoded_and_sent_encoded() -> None:
    made = server_files(frozenset(ServerFile), "", [("ar/طلب.html", "ar/طلبات.html")], [])
    encoded = "/ar/%D8%B7%D9%84%D8%A8%D8%A7%D8%AA.html"
    assert f'location = "/ar/طلب.html" {{ return 301 {encoded}; }}' in made["redirects.nginx.conf"]
    assert 'RedirectMatch 301 "^/ar/طلب\\.html$" "/ar/طلبات.html"' in made[".htaccess"]
    assert f"/ar/%D8%B7%D9%84%D8%A8.html {encoded} 301!" in made["_redirects"]


def hosted(*hosts: ServerFile) -> list[list[str]]:
    made = server_files(frozenset(hosts), "", MOVES, ["en/gone.html"])
    return [line.split(" ") for line in made["_redirects"].splitlines()]


def test_each_host_gets_only_lines_that_it_takes() -> None:
    """Cloudflare counts every line and takes none with a mark; neither says 410 with our page."""
    cloudflare = hosted(ServerFile.CLOUDFLARE)
    assert cloudflare == [
        ["/en/old.html", "/en/new", "301"],
        ["/en/was/index.html", "/en/is/", "301"],
        ["/en/was/", "/en/is/", "301"],
        ["/en/was", "/en/is/", "301"],
    ]
    netlify = hosted(ServerFile.NETLIFY)
    assert [each[2] for each in netlify] == ["301!"] * 4
    assert netlify[0] == ["/en/old.html", "/en/new.html", "301!"]
    both = hosted(ServerFile.NETLIFY, ServerFile.CLOUDFLARE)
    assert both == [line for pair in zip(netlify, cloudflare, strict=True) for line in pair]


def test_the_site_has_a_page_where_one_was_removed(tmp_path: Path) -> None:
    library = help_centre()
    released(library, "fr/mes-commandes/annuler.html", "cancel", "fr")
    released(library, "fr/mes-commandes/perdu.html", "lost", "fr")
    options = SiteOptions(
        fallback=False, profile="help", server_files=frozenset({ServerFile.APACHE})
    )
    report = HtmlSite(resources() / "site").export(
        library,
        tmp_path / "site",
        ExportOptions(site=options),
        library.render_many(),
        Silent(),
    )
    assert dict(report.counts)["removed"] == 2
    pages = read_site(tmp_path / "site")
    assert broken_addresses(tmp_path / "site", pages) == []
    gone = pages["fr/mes-commandes/annuler.html"]
    assert "supprimée" in gone.text
    assert {"index.html", "../../en/my-orders/cancel.html"} <= {
        address.removeprefix("../../fr/mes-commandes/") for address in gone.addresses()
    }
    told = (tmp_path / "site/.htaccess").read_text("utf-8")
    assert "/fr/mes-commandes/perdu\\.html" in told
