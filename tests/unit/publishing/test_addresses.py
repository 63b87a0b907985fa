"""Addresses of pages: safe file names, unique, whatever the slug says."""

import pytest

from kbeditor.publishing.addresses import as_url, clean_slug, public_url, slug_of, to_root, unique


@pytest.mark.parametrize(
    ("slug", "cleaned"),
    [
        ("where-is-it", "where-is-it"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c", "a-b-c"),
        ("Délai de livraison", "délai-de-livraison"),
        ("طلباتي", "طلباتي"),
        ("con", "con-"),
        ("lpt1", "lpt1-"),
        ("com¹", "com¹-"),
        ('"><script>', "script"),
        (".htaccess", "htaccess"),
        ("--", ""),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_slug_is_safe_as_a_file_name(slug: str, cleaned: str) -> None:
    assert clean_slug(slug) == cleaned


def test_a_decomposed_slug_is_the_same_file_as_a_composed_one() -> None:
    assert clean_slug("e\u0301te\u0301") == clean_slug("été")


def test_without_a_slug_the_title_gives_one_and_else_the_id() -> None:
    assert slug_of("", "Où est-elle ?", "id-1") == "ou-est-elle"
    assert slug_of("", "???", "id-1") == "id-1"


def test_a_taken_or_reserved_slug_gets_a_number() -> None:
    assert unique("where", {"where", "where-2"}) == "where-3"
    assert unique("index", set(), {"index"}) == "index-2"


def test_addresses_lead_to_the_root_and_are_percent_encoded() -> None:
    assert to_root("fr/mes-commandes/ou.html") == "../../"
    assert to_root("index.html") == ""
    assert as_url("ar/طلب.html") == "ar/%D8%B7%D9%84%D8%A8.html"


def test_a_public_address_leaves_out_the_index() -> None:
    assert public_url("https://a.example", "fr/colis/index.html") == "https://a.example/fr/colis/"
    assert public_url("https://a.example", "fr/index-2.html") == "https://a.example/fr/index-2.html"
