"""The search index: folding of words, and MiniSearch's own form."""

import json

from kbeditor.publishing.folding import fold, words
from kbeditor.publishing.search_index import Document, SearchIndex, script_json, text_script


def test_case_accents_and_letters_without_a_decomposition_are_folded() -> None:
    assert fold("ÉLAN Straße Œuvre ŁÓDŹ") == "elan strasse oeuvre lodz"
    assert words("L’été, à 10 h 30 !") == ["l", "ete", "a", "10", "h", "30"]


def test_arabic_vowels_go_and_letters_that_are_mixed_up_become_one() -> None:
    assert words("طَلَبِيَّة") == words("طلبيه")
    assert words("أين") == words("اين")


def test_ideographs_and_kana_stand_alone_and_keep_their_voicing() -> None:
    assert words("送货时间") == ["送", "货", "时", "间"]
    assert words("ガイドABC") == ["ガ", "イ", "ド", "abc"]
    assert words("한국어 도움") == ["한국어", "도움"]


def document(number: int, title: str, body: str) -> Document:
    return Document(f"en/{number}.html", title, "A › B", f"key{number}", (title, "", "", "", body))


def test_the_index_counts_words_by_field_and_document() -> None:
    index = SearchIndex()
    index.add(document(0, "Order status", "order order placed"))
    index.add(document(1, "Refund", "the order"))
    script = index.script()
    assert script.startswith("kbSearchIndex({")
    data = json.loads(script[len("kbSearchIndex(") : -len(");\n")])
    assert dict(data["index"])["order"] == {"0": {"0": 1}, "4": {"0": 2, "1": 1}}
    assert [term for term, _ in data["index"]] == sorted(term for term, _ in data["index"])
    assert data["fieldLength"]["0"] == [2, 0, 0, 0, 2]
    assert data["averageFieldLength"] == [1.5, 0.0, 0.0, 0.0, 2.0]
    assert data["storedFields"]["1"] == {
        "t": "Refund",
        "c": "A › B",
        "a": "en/1.html",
        "k": "key1",
    }


def test_nothing_in_a_script_can_end_it() -> None:
    assert script_json("</script><!--\u2028") == '"\\u003c/script>\\u003c!--\\u2028"'
    script = text_script("k", "", "</script>")
    assert "<" not in script


def test_lines_of_a_text_become_one_line_for_the_snippet() -> None:
    script = text_script("k", "", "A heading\nA sentence.\n Another")
    assert json.loads(script[len("kbSearchText(") : -3])[2] == "A heading · A sentence. Another"
