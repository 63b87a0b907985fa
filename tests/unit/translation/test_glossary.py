"""Terms found in blocks, whatever their number, and their translations in any form."""

import pytest

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.translation.glossary import Glossary, find_forbidden, find_terms, find_translation
from kbeditor.translation.inline import tokens
from kbeditor.translation.prose import prose


def term(name: str, translation: str = "x", *forbidden: str) -> GlossaryTerm:
    return GlossaryTerm(name, name, "fr", translation, forbidden)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("delivery", "Two Deliveries here", "Deliveries"),
        ("deliveries", "one delivery", "delivery"),
        ("inbox", "inboxes", "inboxes"),
        ("journal", "des journaux", "journaux"),
        ("delivery log", "the **delivery** logs", "delivery** logs"),
        ("e-mail", "an e-mail", "e-mail"),
        ("API", "all APIs", "APIs"),
        ("API", "an api", None),
        ("log", "the `log` file", None),
        ("log", "[file](log.md)", None),
        ("log", "catalog", None),
        ("delivery log", "delivery. Log in", None),
        ("bus", "bu", None),
    ],
)
def test_a_term_is_found_in_either_number_outside_code(
    name: str, text: str, found: str | None
) -> None:
    hits = find_terms(text, [term(name)])
    assert [text[hit.start : hit.end] for hit in hits] == ([found] if found else [])


def test_the_longest_term_wins() -> None:
    glossary = Glossary([term("delivery"), term("delivery template")])
    hits = find_terms("a delivery template, a delivery", glossary)
    assert [hit.term.term for hit in hits] == ["delivery template", "delivery"]


@pytest.mark.parametrize(
    ("translation", "text"),
    [
        ("supprimer", "Il a été supprimé"),
        ("règle de typologie", "Les règles de typologies"),
        ("journal", "des journaux"),
        ("配信", "この配信は"),
        ("طرد", "وصل الطرد"),
        ("حوالة مصرفية", "بالحوالة المصرفية"),
        ("السلة", "أضيفي إلى سلة"),
        ("شركة الشحن", "وشركة الشحن"),
        ("شركة", "للشركة"),
    ],
)
def test_a_translation_may_be_inflected(translation: str, text: str) -> None:
    assert find_translation(prose(tokens(text)), term("t", translation))


def test_another_word_is_no_translation() -> None:
    assert not find_translation("un livre", term("t", "livraison"))
    assert not find_translation("وصل الكتاب", term("t", "طرد"))


def test_a_forbidden_word_within_the_right_one_is_right() -> None:
    email = term("email", "e-mail", "mail")
    assert not find_forbidden("un e-mail", email)
    assert find_forbidden("un mail", email)
