"""Opening the site in a browser: the page one is at, drafts included, following what is saved."""

from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.ui.desk import Desk
from kbeditor.ui.site_look import SiteLook, site_of
from tests.ui.pane_desk import Shop, change_source


@pytest.fixture
def opened(desk: Desk) -> Iterator[list[str]]:
    """What a browser was asked to open."""
    addresses: list[str] = []
    SiteLook(desk.bridge, desk.paths.cache, desk.bridge, addresses.append)
    yield addresses
    desk.bridge.close()


def read(address: str) -> str:
    with urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


def test_the_page_of_the_open_article_is_shown_in_its_language_drafts_included(
    desk: Desk, shop: Shop, opened: list[str]
) -> None:
    desk.selection.go(shop.visa, "en")  # a draft
    desk.actions.trigger("library.open_site")
    desk.selection.go(shop.status, "fr")
    desk.actions.trigger("library.open_site")
    assert [address.split("/", 3)[3] for address in opened] == [
        "en/payment/cards/visa.html",
        "fr/orders/ou-est-ma-commande.html",
    ]
    assert "Où est ma commande" in read(opened[1])


def test_without_an_article_the_first_page_is_shown(
    desk: Desk, shop: Shop, opened: list[str]
) -> None:
    desk.actions.trigger("library.open_site")
    assert opened == [site_of(desk).root]


def test_what_is_saved_is_built_soon(
    desk: Desk, shop: Shop, opened: list[str], qtbot: QtBot
) -> None:
    desk.selection.go(shop.status, "en")
    desk.actions.trigger("library.open_site")
    assert "five" in read(opened[0])
    change_source(desk, shop.status, "One two three four seven.")
    qtbot.waitUntil(lambda: "seven" in read(opened[0]), timeout=20_000)
    assert len(opened) == 1  # no second page: the one that is open loads again


def test_it_ends_with_the_library_and_begins_anew_in_its_folder(
    desk: Desk, shop: Shop, opened: list[str]
) -> None:
    desk.actions.trigger("library.open_site")
    folder = site_of(desk).folder
    assert folder is not None
    assert folder.parent == desk.paths.cache / "sites"
    desk.bridge.close()
    assert site_of(desk).root == ""
    with pytest.raises((OSError, HTTPError)):
        read(opened[0])
    assert Path(folder / "manifest.json").is_file()
