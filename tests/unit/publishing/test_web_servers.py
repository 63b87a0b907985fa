"""No dead address: real web servers, told by the files of a release, answer for all old ones."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.releases import Profile
from kbeditor.domain.site import ServerFile, SiteOptions, SlugScript
from tests.helpers.library import article, category, publish, write
from tests.helpers.web_servers import APACHE, NGINX, WebServer, apache, nginx

Server = Callable[[Path, Path, str], AbstractContextManager[WebServer]]
SERVERS = [
    pytest.param(
        nginx, id="nginx", marks=pytest.mark.skipif(NGINX is None, reason="there is no nginx")
    ),
    pytest.param(
        apache, id="apache", marks=pytest.mark.skipif(APACHE is None, reason="there is no Apache")
    ),
]
MOVED = {
    "en/orders/index.html": "en/purchases/",
    "en/orders/where.html": "en/where.html",
    "en/orders/cancel.html": "en/purchases/stop.html",
    "en/orders/parcels/index.html": "en/purchases/parcels/",
    "en/orders/parcels/lost.html": "en/purchases/parcels/lost.html",
    "ar/طلباتي/index.html": "ar/mshtryt/",
    "ar/طلباتي/أين-طلبي.html": "ar/أين-طلبي.html",
    "fr/orders/where.html": "fr/where.html",
}
REMOVED = {
    "en/orders/gone.html": "purchases/index.html",
    "en/orders/old-things/index.html": "purchases/index.html",
    "en/orders/old-things/within.html": "purchases/index.html",
    "ar/طلباتي/gone.html": "mshtryt/index.html",
}


@dataclass(frozen=True)
class Shop:
    """A library that is published into a folder, and what will be changed in it."""

    ws: Workspace
    profile: Profile
    orders: Ref
    where: Ref
    cancel: Ref
    gone: tuple[Ref, ...]

    def release(self, **options: object) -> None:
        """Publish, by a profile that says something else than before."""
        now = replace(self.profile.options, **options)  # type: ignore[arg-type]
        saved = self.ws.profiles.save(replace(self.profile, options=now)).value
        self.ws.releasing.release(saved)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where another user's server may read, too."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


@pytest.fixture
def site(folder: Path) -> Path:
    return folder / "site"


@pytest.fixture
def work(folder: Path) -> Path:
    made = folder / "work"
    made.mkdir()
    return made


@pytest.fixture
def shop(tmp_path: Path, site: Path) -> Iterator[Shop]:
    """Orders (with parcels, and things that will be deleted) in English and partly Arabic."""
    ws = create_library(tmp_path / "shop.kb", "Shop", "en", ["ar", "fr"])
    orders = category(ws, "Orders")
    parcels, old = category(ws, "Parcels", orders), category(ws, "Old things", orders)
    where = article(ws, "Where?", "In the post.", orders)
    cancel = article(ws, "Cancel", "Select **Cancel**.", orders)
    gone = article(ws, "Gone", "Soon.", orders)
    article(ws, "Lost", "Found.", parcels)
    article(ws, "Within", "Old.", old)
    write(ws, orders, "", "ar", title="طلباتي")
    write(ws, where, "انظر.", "ar", title="أين طلبي")
    publish(ws, orders, "en", "ar")
    publish(ws, where, "ar")
    options = SiteOptions(slugs=SlugScript.OWN, server_files=frozenset(ServerFile))
    profile = ws.profiles.save(Profile("", "Public", str(site), options=options)).value
    yield Shop(ws, profile, orders, where, cancel, (gone, old))
    ws.close()


def change(shop: Shop) -> None:
    """Rename, move and delete."""
    texts, tree = shop.ws.texts, shop.ws.tree
    texts.set_slug(TextRef(shop.orders, "en"), "purchases")
    texts.set_slug(TextRef(shop.orders, "ar"), "مشتريات")
    texts.set_slug(TextRef(shop.cancel, "en"), "stop")
    tree.move([shop.where], None, None)
    tree.trash(list(shop.gone))


def names(address: str) -> tuple[str, ...]:
    """An address as readers may have written it."""
    folder = address.removesuffix("index.html")
    return (address,) if folder == address else (address, folder, folder.removesuffix("/"))


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("base", ["", "/help/centre"])
def test_old_addresses_lead_on_in_one_step_and_removed_ones_offer_the_category(
    shop: Shop, server: Server, base: str, site: Path, work: Path
) -> None:
    address = f"https://shop.example{base}"
    shop.release(base_url=address)
    for old in (*MOVED, *REMOVED):
        assert (site / old).is_file(), old
    change(shop)
    shop.release(base_url=address)
    with server(site, work, base) as running:
        for old, new in MOVED.items():
            for name in names(old):
                answer = running.get(f"{base}/{name}")
                assert (answer.status, answer.location) == (301, f"{base}/{new}"), name
            assert running.get(f"{base}/{new}").status == 200
        for old, offered in REMOVED.items():
            for name in names(old)[:2]:
                answer = running.get(f"{base}/{name}")
                assert answer.status == 410, name
                assert f'{offered}"' in answer.body, name
        assert running.get(f"{base}/en/orders/never.html").status == 404
        assert running.get(f"{base}/en/orders/where.html.old").status == 404


@pytest.mark.parametrize("server", SERVERS)
def test_a_source_that_moves_to_the_root_and_back_leaves_no_address_behind(
    shop: Shop, server: Server, site: Path, work: Path
) -> None:
    shop.release()
    shop.release(source_at_root=True, base_url="https://shop.example")
    moved = (site / "en/index.html").read_text("utf-8")
    assert 'rel="canonical" href="https://shop.example/"' in moved
    with server(site, work, "") as running:
        for old, new in {
            "en/index.html": "",
            "en/": "",
            "en": "",
            "en/search.html": "search.html",
            "en/orders/": "orders/",
            "en/orders/where.html": "orders/where.html",
        }.items():
            answer = running.get(f"/{old}")
            assert (answer.status, answer.location) == (301, f"/{new}"), old
            assert running.get(f"/{new}").status == 200
    shop.release()
    with server(site, work, "") as running:
        for old in ("search.html", "orders/index.html", "orders/where.html"):
            answer = running.get(f"/{old}")
            expected = f"/en/{old.removesuffix('index.html')}"
            assert (answer.status, answer.location) == (301, expected), old
        assert running.get("/en/index.html").status == 200


@pytest.mark.parametrize("server", SERVERS)
def test_a_language_that_is_no_longer_published_says_so(
    shop: Shop, server: Server, site: Path, work: Path
) -> None:
    shop.release()
    shop.release(locales=("en", "fr"))
    with server(site, work, "") as running:
        article = running.get("/ar/طلباتي/أين-طلبي.html")
        assert article.status == 410
        assert "../../en/orders/where.html" in article.body
        assert "../../fr/orders/where.html" in article.body
        for address in ("ar/index.html", "ar/", "ar/search.html", "ar/طلباتي/"):
            assert running.get(f"/{address}").status == 410, address
