"""Which forms of a word are searched as one."""

import json

import pytest

from kbeditor.publishing.search.folding import words
from kbeditor.publishing.search.stemming import TABLE, Stems, load_language
from kbeditor.shipped import resources

SITE = resources() / "site"


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", "cancel cancels cancelled canceled cancelling cancellation"),
        ("en", "deliver delivery deliveries delivered delivering"),
        ("en", "pay pays paying payment payments paid"),
        ("en", "use uses used using"),
        ("en-GB", "address addresses"),
        ("fr", "délai délais"),
        ("fr", "commande commandes commander commandée commandées"),
        ("fr", "annuler annulez annulé annulées annulation annulations"),
        ("fr", "remboursement remboursements rembourser remboursé"),
        ("fr", "paiement paiements payer payez payé"),
        ("fr-CA", "envoi envois envoyer envoyé"),
        ("de", "Bestellung Bestellungen bestellen bestellt"),
        ("de", "Lieferung Lieferungen liefern"),
        ("es", "cancelar cancelado cancelada cancelación cancelaciones"),
        ("es", "pedido pedidos"),
        ("pt", "cancelar cancelado cancelamento cancelamentos"),
        ("pt", "informação informações"),
        ("ar", "طلب الطلب والطلب بالطلب طلبات الطلبات"),
    ],
)
def test_forms_of_a_word_have_one_stem(tag: str, forms: str) -> None:
    language = load_language(SITE, tag)
    assert len({language.stem(word) for word in words(forms)}) == 1


@pytest.mark.parametrize(
    ("tag", "others"),
    [
        ("fr", "délai délivrabilité"),
        ("fr", "colis coller"),
        ("fr", "retour retard"),
        ("en", "order border"),
        ("en", "return refund"),
        ("de", "Konto Kontakt"),
        ("es", "pago página"),
    ],
)
def test_other_words_have_other_stems(tag: str, others: str) -> None:
    language = load_language(SITE, tag)
    stems = [language.stem(word) for word in words(others)]
    assert len(set(stems)) == len(stems)


def test_a_language_without_a_table_and_words_with_other_letters_stay_as_they_are() -> None:
    assert load_language(SITE, "ja").stem("ガ") == "ガ"
    assert load_language(SITE, "sv").stem("beställningar") == "beställningar"
    assert load_language(SITE, "en").stem("utf8s") == "utf8s"


def test_the_table_is_well_formed() -> None:
    for tag, rules in json.loads((SITE / TABLE).read_text("utf-8")).items():
        assert rules.keys() == {"letters", "stop", "words", "prefixes", "endings"}
        language = load_language(SITE, tag)
        assert language.stop == {word for each in language.stop for word in words(each)}, tag
        assert all(words(form) == [form] for form in rules["words"]), tag
        for step in rules["endings"]:
            assert all(ending and least >= 0 for ending, _, least in step), tag
            earlier: list[str] = []
            for ending, _, _ in step:
                assert not any(ending.endswith(each) for each in earlier), (tag, ending)
                earlier.append(ending)


def test_stop_words_are_left_out_where_that_is_asked_for() -> None:
    language = load_language(SITE, "fr")
    assert Stems(language)["Les"] == "les"
    assert Stems(language, language.stop)["Les"] == ()
    assert Stems(language)["½"] == ("1", "2")
