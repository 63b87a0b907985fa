"""What terms are to be called."""

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.errors import KbError, NotFound


def term(said: str, translation: str, *forbidden: str) -> GlossaryTerm:
    return GlossaryTerm("", said, "", translation, forbidden)


def pairs(ws: Workspace, locale: str = "fr") -> list[tuple[str, str]]:
    return [(each.term, each.translation) for each in ws.glossary.list(locale)]


def test_terms_are_listed_in_order_and_by_locale(ws: Workspace) -> None:
    ws.glossary.add("parcel", "fr", "colis")
    ws.glossary.add("Article", "fr", "article")
    ws.glossary.add("parcel", "de", "Paket")
    assert pairs(ws) == [("Article", "article"), ("parcel", "colis")]
    assert pairs(ws, "de") == [("parcel", "Paket")]


def test_what_is_added_is_tidied(ws: Workspace) -> None:
    added = ws.glossary.add(
        "  help\ncentre ", "fr", " centre  d’aide ", ["", " aide ", "aide", "centre d’aide"], " n "
    ).value
    assert (added.term, added.translation, added.forbidden, added.note) == (
        "help centre",
        "centre d’aide",
        ("aide",),
        "n",
    )
    assert ws.glossary.list("fr") == (added,)


def test_a_term_is_there_once(ws: Workspace) -> None:
    first = ws.glossary.add("parcel", "fr", "colis").value
    other = ws.glossary.add("order", "fr", "commande").value
    with pytest.raises(KbError, match="“parcel” is in the glossary already"):
        ws.glossary.add("parcel", "fr", "paquet")
    with pytest.raises(KbError) as raised:
        ws.glossary.update(GlossaryTerm(other.id, "parcel", "fr", "paquet"))
    assert raised.value.code == "duplicate_term"
    changed = ws.glossary.update(GlossaryTerm(first.id, "parcel", "de", "paquet")).value
    assert changed.locale == "fr"
    assert pairs(ws) == [("order", "commande"), ("parcel", "paquet")]


@pytest.mark.parametrize(("said", "translation"), [(" ", "colis"), ("parcel", "")])
def test_a_term_needs_words(ws: Workspace, said: str, translation: str) -> None:
    with pytest.raises(KbError) as raised:
        ws.glossary.add(said, "fr", translation)
    assert raised.value.code == "empty_term"


def test_what_is_not_there_is_named(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        ws.glossary.add("parcel", "it", "pacco")
    with pytest.raises(NotFound):
        ws.glossary.update(GlossaryTerm("nothing", "parcel", "fr", "colis"))
    with pytest.raises(NotFound):
        ws.glossary.remove(["nothing"])


def test_a_file_replaces_or_joins_the_terms_and_is_undone_as_one(ws: Workspace) -> None:
    parcel = ws.glossary.add("parcel", "fr", "colis").value
    ws.glossary.add("order", "fr", "commande")
    outcome = ws.glossary.replace(
        "fr", [term("parcel", "x"), term("Help", "aide"), term("parcel", "paquet")]
    )
    assert outcome.value == 3
    assert outcome.changes.glossary
    assert pairs(ws) == [("Help", "aide"), ("parcel", "paquet")]
    assert ws.glossary.list("fr")[1].id == parcel.id
    ws.history.undo()
    assert pairs(ws) == [("order", "commande"), ("parcel", "colis")]
    joined = ws.glossary.replace(
        "fr", [term("parcel", "colis"), term("Help", "aide")], keep_others=True
    )
    assert joined.value == 1
    assert pairs(ws) == [("Help", "aide"), ("order", "commande"), ("parcel", "colis")]


def test_hits_follow_the_glossary(ws: Workspace) -> None:
    text = "Track your parcels."
    assert ws.glossary.hits(text, "fr") == ()
    added = ws.glossary.add("parcel", "fr", "colis").value
    [hit] = ws.glossary.hits(text, "fr")
    assert (hit.term, text[hit.start : hit.end]) == (added, "parcels")
    assert ws.glossary.hits(text, "de") == ()
    ws.glossary.remove([added.id])
    assert ws.glossary.hits(text, "fr") == ()
