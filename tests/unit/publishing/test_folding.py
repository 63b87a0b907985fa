"""How texts become words for the site's search."""

from kbeditor.publishing.search.folding import fold, pieces, words


def test_case_accents_and_letters_without_a_decomposition_are_folded() -> None:
    assert fold("ÉLAN Straße Œuvre ŁÓDŹ") == "elan strasse oeuvre lodz"
    assert words("L’été, à 10 h 30 !") == ["l", "ete", "a", "10", "h", "30"]


def test_letters_with_marks_of_their_own_stay_in_one_word() -> None:
    assert words("e\u0301te\u0301") == words("été") == ["ete"]
    assert pieces("e\u0301te\u0301, été") == ["été", "été"]
    assert words("a_b _c_") == ["a", "b", "c"]


def test_signs_are_no_words_and_do_not_stick_to_them() -> None:
    assert words("Adobe™ ½ x² №") == ["adobe", "1", "2", "x2"]


def test_arabic_vowels_go_and_letters_that_are_mixed_up_become_one() -> None:
    assert words("طَلَبِيَّة") == words("طلبيه")
    assert words("أين") == words("اين")


def test_ideographs_and_kana_stand_alone_and_keep_their_voicing() -> None:
    assert words("送货时间") == ["送", "货", "时", "间"]
    assert words("ガイドABC") == words("ｶﾞｲﾄﾞabc") == ["ガ", "イ", "ド", "abc"]
    assert words("한국어 도움") == ["한국어", "도움"]
